# Where a problem of an imported file is. Records are counted from 1.
import-at-file = fayl, { $field }
import-at-questionnaire = { $record }-soʻrovnoma, { $field }
import-at-enterprise = { $record }-korxona, { $field }
import-at-assessment = { $record }-baholash, { $field }

# Reading the file.
import-too-large = Fayl { $most } MB dan katta. Bir martada kamroq baholash eksport qiling.
import-not-json = Fayl JSON formatida emas: { $line }-qator, { $column }-ustun ({ $detail }). U kesilgan yoki tahrirlanganmi? Uni qaytadan eksport qiling.
import-other-format = Bu baholashlar eksporti emas: formati “{ $found }”, kerakligi “{ $known }”.
import-other-version = Eksport formatining versiyasi { $found }, bu dastur oʻqiydigani { $known }. tashxisning yangiroq versiyasini oʻrnating.
import-no-object = Bu yerda yozuv boʻlishi kerak: { "{" } … { "}" }.
import-missing-field = Maydon yoʻq.
import-unknown-field = Bunday maydon yoʻq; undagi maʼlumot yoʻqolgan boʻlar edi.
import-bad-field = Qiymat mos emas: { $detail }.
import-twice = Faylda bir necha marta uchraydi: { $value }.

# Judging what it says.
import-no-enterprise = Faylda bunday korxona yoʻq: { $value }.
import-no-questionnaire = Faylda bunday soʻrovnoma yoʻq: { $value }.
import-no-question = Soʻrovnomada bunday savol yoʻq: { $question }.
import-questionnaire-hash = Soʻrovnoma matni oʻzgartirilgan: nazorat yigʻindisi boshqa.
import-questionnaire-invalid = Soʻrovnomada xatolar bor. Uni tekshiring: tashxis check FAYL.
import-questionnaire-differs = Soʻrovnoma matnida koʻrsatilgani: { $found }.
import-fine-time = Vaqt mikrosekunddan aniqroq, uni saqlab boʻlmaydi.
import-too-long = Savol ekranda turgan vaqt juda katta.
import-wrong-sequence = Hodisalar ketma-ket raqamlanmagan: 1, 2, 3 …
import-wrong-hash = Hodisa yoki undan oldingisi saqlangandan keyin oʻzgartirilgan: nazorat yigʻindisi mos emas.
import-wrong-old = Hodisa oldingi hodisalardan kelib chiqadigan javobdan boshlanmagan.
import-wrong-of = Hodisa mavjud boʻlmagan oʻzgarishni qaytaradi yoki takrorlaydi.
import-wrong-state = Qiymat hodisalardan kelib chiqmaydi.

# Comparing with what is here already.
import-conflict = Shu hodisadan boshlab bu yerdagi baholashning tarixi boshqacha. Hech narsa ustidan yozilmadi; ikki nusxa alohida oʻzgartirilgan. Ularni ikki bazada saqlang (--db FAYL).
import-other-assessment = Bu yerda shu identifikator bilan boshqa baholash bor: korxonasi, soʻrovnomasi, shakli, tili yoki boshlanishi farq qiladi. Hech narsa ustidan yozilmadi.
import-enterprise-differs = Bu yerda korxona nomi boshqacha: “{ $stored }”. Hech narsa ustidan yozilmadi.
import-taken = Bu yerda boshqa baholashga tegishli: { $value }. Hech narsa ustidan yozilmadi.

# Writing an export.
export-cut = Chiqarish oʻrtasida uzilib qoldi. Chiqarilgan qismi toʻliq emas: undan foydalanmang.
