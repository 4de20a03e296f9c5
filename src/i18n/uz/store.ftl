# Opening the database.
store-folder = Jildni yaratib boʻlmadi: { $path }. Uni oʻzingiz yarating yoki boshqa joyni koʻrsating: --db FAYL.
store-read-only-folder = Bu jildda maʼlumotlar bazasi yoʻq, uni yaratib ham boʻlmaydi, chunki jild faqat oʻqish uchun ochiq: { $path }. Boshqa joyni koʻrsating: --db FAYL.
store-not-a-database = Bu fayl maʼlumotlar bazasi emas: { $path }. U oʻzgartirilmadi. Kerakli faylni koʻrsating: --db FAYL, yoki zaxira nusxani tiklang.
store-foreign = Bu fayl tashxis maʼlumotlar bazasi emas, uni boshqa dastur yaratgan: { $path }. U oʻzgartirilmadi. Boshqa faylni koʻrsating: --db FAYL.
store-newer = Bu fayl tashxisning yangiroq versiyasida yozilgan: { $path } (format { $found }; bu versiya biladigani { $known }). Hech narsa oʻzgartirilmadi. Yangi versiyani oʻrnating.
store-not-ready = Fayl boʻsh yoki eski formatda, hozir unga yozib boʻlmagani uchun uni yangilab boʻlmaydi: { $path }. Boshqa dasturni yoping yoki faylni yozish mumkin boʻlgan jildga nusxalang.
store-left-log = Oxirgi oʻzgarishlar nomi -wal bilan tugaydigan yondosh faylda turibdi va ularni bu yerdan oʻqib boʻlmaydi: { $path }. Ikkala faylni ham yozish mumkin boʻlgan jildga nusxalang va nusxani oching.
store-no-locks = Fayl tizimi bu faylni qulflay olmaydi, shuning uchun ikki dastur maʼlumotni buzib qoʻyishi mumkin: { $path }. Bazani shu kompyuter diskiga joylashtiring: --db FAYL.

# Reading and writing.
store-in-use = Saqlanmadi: bu faylga boshqa tashxis oynasi yozmoqda: { $path }. Uni yoping va baholashni qayta oching.
store-read-only = Saqlanmadi: fayl faqat oʻqish uchun ochiq: { $path }. Uni yozish mumkin boʻlgan jildga nusxalang yoki ruxsatlarini oʻzgartiring.
store-no-permission = Oʻqish yoki yozish uchun ruxsat yoʻq: { $path }. Ruxsatlarni oʻzgartiring yoki boshqa joyni tanlang.
store-disk-full = Saqlanmadi: diskda joy qolmadi ({ $path }). Joy boʻshating va qayta urinib koʻring; avval saqlanganlari butun.
store-io = Disk xato berdi: { $path }. Disk va uning ulanishini tekshirib, qayta urinib koʻring.
store-moved = Saqlanmadi: fayl oʻz joyida yoʻq: { $path }. U koʻchirildimi yoki disk uzib olindimi? Joyiga qaytaring va dasturni qayta ishga tushiring.
store-not-found = Bunday fayl yoki jild yoʻq: { $path }. Nomini tekshiring.
store-locked = Faylni boshqa dastur band qilib turibdi: { $path }. Biroz kutib, qayta urinib koʻring.
store-corrupt = Fayl shikastlangan: { $path }. Uni oʻchirmang; oxirgi zaxira nusxani tiklang (tashxis restore) yoki hali oʻqiladiganini saqlab qoling (tashxis repair).
store-no-assessment = Bunday baholash yoʻq: { $id } ({ $path }).
store-stale = Saqlanmadi: faylda { $question } savolining javobi koʻrsatilganidan boshqa ({ $path }). Baholashni qayta oching.
store-unreadable = Fayldagi yozuv kerakli koʻrinishda oʻqilmadi: { $detail } ({ $path }). Bazani tekshiring, kerak boʻlsa zaxira nusxani tiklang.
store-unexpected = Baza rad etdi: { $detail } ({ $path }). Hech narsa oʻzgarmadi. Qayta urinib koʻring; yana takrorlansa, zaxira nusxa oling va bazani tekshiring.

# Copies.
store-exists = Bunday fayl bor, u almashtirilmaydi: { $path }. Boshqa nom tanlang.
store-bad-copy = Nusxa tekshiruvdan oʻtmadi ({ $detail }) va saqlanmadi: { $path }. Disk va bazani tekshiring.

# Findings of a check of the database.
store-finding-integrity = Fayl shikastlangan: { $detail }.
store-finding-reference = Yozuv yoʻq yozuvga bogʻlangan: { $table } jadvalidan { $parent } jadvaliga.
store-finding-questionnaire = Soʻrovnoma matni saqlangan paytdagidan farq qiladi: { $id } { $version }.
store-finding-unreadable = Baholash { $assessment }: yozuv oʻqilmadi: { $detail }.
store-finding-sequence = Baholash { $assessment }: tarixda { $position }-raqamdan oldingi hodisa yoʻq.
store-finding-hash = Baholash { $assessment }: tarixdagi { $position }-hodisa yoki undan oldingisi keyin oʻzgartirilgan.
store-finding-old = Baholash { $assessment }: { $position }-hodisa saqlangan javobdan boshlanmagan.
store-finding-of = Baholash { $assessment }: { $position }-hodisa mavjud boʻlmagan oʻzgarishni qaytaradi yoki takrorlaydi.
store-finding-answer = Baholash { $assessment }: { $question } savolining javobi tarixdagiga mos emas.
store-finding-state = Baholash { $assessment }: yakunlangani yoki oxirgi oʻzgargani haqidagi maʼlumot tarixga mos emas.
