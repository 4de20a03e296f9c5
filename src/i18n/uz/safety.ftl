# Copies that are made by themselves, the way back to one, and who can read the database.
cli-about-restore = Zaxira nusxani, agar u butun boʻlsa, maʼlumotlar bazasi oʻrniga tiklash; avvalgi fayl saqlab qoʻyiladi
cli-about-backup = Maʼlumotlar bazasini yangi faylga nusxalash va nusxani tekshirish; fayl koʻrsatilmasa, avtomatik nusxalar roʻyxati
cli-arg-backup-file = Nusxa uchun yangi fayl
cli-arg-restore-file = Tiklanadigan zaxira nusxa
cli-arg-keep = Eng yangi avtomatik nusxalardan nechtasi saqlansin; 0 boʻlsa, endi nusxa olinmaydi
cli-value-n = SON
safety-copies-kept = Oʻzgarishlardan keyin baza ochilganda undan avtomatik nusxa olinadi. Eng yangi nusxalardan { $count } tasi, yana bir hafta davomida har kunnikidan bittasi saqlanadi.
safety-copies-off = Avtomatik nusxa olinmayapti. Yoqish uchun: tashxis backup --keep 10
safety-no-copies = Bu jildda hali nusxa yoʻq: { $folder }.
safety-restored = Tiklandi va tekshirildi: { $file }. Baholashlar: { $count }.
safety-replaced = Avvalgi fayl saqlab qoʻyildi: { $path }
safety-not-restored = Zaxira nusxa buzilgan, hech narsa tiklanmadi: { $file }.
safety-not-restored-hint = oldingiroq nusxani tanlang: ularni tashxis backup koʻrsatadi
safety-not-copied = Avtomatik zaxira nusxa olib boʻlmadi. { $cause }
safety-not-copied-short = Zaxira nusxa olinmadi; sababi chiqqaningizda koʻrinadi
safety-exposed = Shu kompyuterning boshqa foydalanuvchilari bu faylni oʻqiy oladi: { $path }.
safety-exposed-hint = ularning ruxsatini olib tashlang: chmod 600 { $path }

# What can be saved of a damaged database.
cli-about-repair = Shikastlangan bazadan oʻqiladigan hamma narsani yangi bazaga saqlab qolish va nima yetishmasligini aytish
cli-arg-damaged = Shikastlangan baza; u faqat oʻqiladi
cli-arg-repair-output = Saqlab qolinganlar uchun yangi baza
safety-salvaged-whole = { $assessment } ({ $enterprise }): butun. Hodisalar: { $events }.
safety-salvaged-part = { $assessment } ({ $enterprise }): tarixda oʻqilmagan hodisalar: { $missing }, birinchisi { $position }-raqam. Saqlab qolindi: { $events }; uzilishdan keyingilari yangi raqam oldi.
safety-salvaged-beginning = { $assessment } ({ $enterprise }): eng soʻnggi oʻzgarishlar yetishmaydi. Saqlab qolingan hodisalar: { $events }.
safety-salvaged-nameless = { $assessment }: korxona nomi oʻqilmadi; endi u “{ $enterprise }” deb ataladi.
safety-lost-head = { $assessment }: yoʻqotildi. Baholashning oʻz yozuvi oʻqilmadi; uning tarixida kamida shuncha hodisa bor edi: { $count }.
safety-lost-questionnaire = { $assessment }: yoʻqotildi. Uning soʻrovnomasi oʻqilmadi, sizdagilar orasida ham yoʻq; tarixida kamida shuncha hodisa bor edi: { $count }.
safety-repair-cut = Fayl kesilib qolgan: qolgan sahifalar { $there }, avval { $said } edi.
safety-repair-beside = Qoralamalar, rejalar va sozlamalarning hammasini ham oʻqib boʻlmadi.
safety-repair-nothing = Faylda hech narsani oʻqib boʻlmadi, yangi baza yaratilmadi: { $path }.
safety-repair-nothing-hint = zaxira nusxani tiklang: avtomatik nusxalarni tashxis backup koʻrsatadi
safety-repaired = Yozildi va tekshirildi: { $path }. Muammolar: { $missing }.

# The right to be forgotten.
cli-about-forget = Korxonani yoki bitta baholashni butun tarixi bilan butunlay oʻchirish
cli-arg-whom = Korxona nomi yoki bitta baholashning identifikatori
cli-arg-copies = Baza yonidagi nusxalarni ham oʻchirish
cli-value-whom = NOM|ID
safety-forget-one = Oʻchiriladi: { $enterprise }, boshlangan kuni { $day } ({ $assessment })
safety-forget-for-ever = Javoblar, izohlar, rejalar va butun tarix oʻchiriladi, ularni qaytarib boʻlmaydi. Baholashlar: { $count }.
safety-forget-elsewhere = Zaxira nusxalar va eksportlarda maʼlumot qoladi. Oʻzingiz olganlarini oʻzingiz oʻchiring; baza yonidagilari --copies bilan oʻchiriladi:
safety-forget-copies-too = Baza yonidagi nusxalar ham oʻchiriladi: { $count }. Boshqa joydagi zaxira nusxalar va eksportlarda maʼlumot qoladi; ularni oʻzingiz oʻchiring.
safety-forget-confirm = Davom etish uchun korxona nomini aynan yozing: { $name }
safety-not-forgotten = Nom yozilmadi; hech narsa oʻchirilmadi.
safety-forgotten = Oʻchirildi: { $name }. Baholashlar: { $count }.
safety-copy-stays = Oʻchirildi, lekin bu nusxani oʻchirib boʻlmadi: { $path } ({ $cause }). Uni oʻzingiz oʻchiring.
import-forgotten = Bu baholash shu yerda { $day } kuni oʻchirilgan va qayta qabul qilinmaydi. Uni fayldan olib tashlang.

# Copies that went apart.
safety-twin = Baza yonida bu yerda yoʻq oʻzgarishlari bor nusxa turibdi: { $path }. Ikki xil davom etgan baholashlar: { $apart }, u yerda yangirogʻi: { $ahead }. Hech narsa ustidan yozilmadi, ikkalasi ham saqlanadi.
safety-twin-short = Baza yonidagi nusxada boshqa oʻzgarishlar bor: { $file }
safety-twin-hint = yetishmaganini qoʻshib oling: tashxis export ID --db NUSXA -o more.json, keyin tashxis import more.json
