# Limits that input from others runs into.
expr-too-many-patterns = bitta ifodada { $most } tadan ortiq muntazam ifoda bor
check-too-many-patterns = faylda { $most } tadan ortiq muntazam ifoda bor
store-altered = { $path }: bu maʼlumotlar bazasidagi “{ $name }” dastur yaratgan holatda emas, shuning uchun fayl ochilmadi va oʻzgartirilmadi. `tashxis repair { $path } NEW.db` javoblarni yangi faylga saqlaydi.
store-too-large = { $path } hajmi { $most } MiB dan katta, shuning uchun oʻqilmaydi.
import-too-many-values = Faylda { $most } tadan ortiq qiymat bor. Bir martada kamroq baholash eksport qiling.
import-text-too-long = Bu matn { $most } MB dan uzun.
