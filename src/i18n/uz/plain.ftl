# Dastur qatorma-qator.
plain-because-terminal = Qatorma-qator rejim: bu terminal ({ "TERM" }={ $terminal }) toʻliq ekranni koʻrsata olmaydi.
plain-because-pipe = Qatorma-qator rejim: kiritish yoki chiqarish terminal emas, fayl yoki kanal.
plain-farewell = Hammasi saqlandi. Xayr.
plain-nothing-changed = Hech narsa oʻzgarmadi va yoʻqolmadi: yozganingiz yuqorida turibdi.
plain-not-saved = Oxirgi oʻzgarish saqlanmadi: { $cause }
plain-no-such-number = “{ $value }” 1 dan { $most } gacha boʻlgan raqam emas. Raqamlardan birini yozing yoki qaytish uchun Enter ni bosing.
plain-pick-or-stay = Raqamini yozing; Enter oʻzgarishsiz qoldiradi.
plain-language = Til: { $language }
plain-unknown-command = Bu yerda “{ $letter }” buyrugʻi yoʻq. Buyruqlar roʻyxati: ?, matn yoziladigan savolda esa: { "/?" }
plain-commands = Buyruqlar (shu tugmadagi kirill harfi ham boʻladi):

# Roʻyxat.
plain-start-first = Boshlash uchun Enter ni bosing. { "l" } — til, ? — buyruqlar roʻyxati, { "q" } — chiqish.
plain-start-list = Baholashlar:
plain-start-how = Baholashni ochish uchun raqamini yozing. { "n" } — yangi baholash, ? — buyruqlar roʻyxati, { "q" } — chiqish.
plain-summary = { $enterprise }. { $questionnaire }, { $form }. Javoblar: { $asked } tadan { $done } tasi. Oʻzgargan: { $date }.
plain-summary-finished = { $enterprise }. { $questionnaire }, { $form }. Yakunlangan. Javoblar: { $asked } tadan { $done } tasi. Oʻzgargan: { $date }.
plain-which = Qaysi biri? Raqamini yozing; Enter — orqaga.
plain-new-name = Korxona nomi. Boʻsh qator — orqaga.
plain-new-questionnaire = Qaysi soʻrovnoma? Enter — “{ $default }”.
plain-new-form = Qaysi shakl? Enter — { $default }.
plain-new-language = Suhbat tili; hozir: { $language }.
plain-nothing-begun = Yangi baholash boshlanmadi.

# Savol.
plain-how-to-answer = Javobni yozib, Enter ni bosing: u darhol saqlanadi. Boʻsh qator savolni oʻz holicha qoldirib, keyingisiga oʻtadi. ? savolni tushuntiradi va buyruqlarni koʻrsatadi; buyruq — bitta harf. Matn yoziladigan savolda buyruqdan oldin / qoʻying: { "/b" }, { "/?" }. Buyruq / bilan hamma joyda ishlaydi.
plain-question = { $section }-boʻlim, { $title }, { $number }-savol. Javoblar: { $asked } tadan { $done } tasi.
plain-answer-now = Hozirgi javob: { $text }
plain-draft = Yozilgan, lekin hali javob emas: { $text }
plain-is-flagged = Belgilangan.
plain-confidence = Ishonchliligi: { $text }
plain-warning = Tekshirib koʻring: { $text }
plain-no-guidance = Bu savolga boshqa izoh yoʻq.
plain-type-one = Bitta raqam yozing.
plain-type-several = Bir yoki bir nechta raqamni orasida boʻsh joy qoldirib yozing.
plain-type-one-or-search = Bitta raqam yoki qidirish uchun soʻzning bir qismini yozing.
plain-type-several-or-search = Bir yoki bir nechta raqamni orasida boʻsh joy qoldirib yozing yoki qidirish uchun soʻzning bir qismini yozing.
plain-type-to-search = Variantlar: { $count }. Qidirish uchun soʻzning bir qismini, keyin raqamini yozing.
plain-type-number-found = Topildi: { $count }. Raqamini yozing.
plain-more-options = Yana { $count } ta. Qidiruvni toraytirish uchun koʻproq harf yozing.
plain-type-integer = Butun son yozing.
plain-type-integer-in = Butun son yozing. Birligi: { $unit }
plain-type-decimal = Son yozing.
plain-type-decimal-in = Son yozing. Birligi: { $unit }
plain-type-date = Sanani yozing: kun.oy.yil.
plain-type-text = Javobni bitta qatorda yozing.
plain-type-lines = Javobni istagancha qatorda yozing. Faqat nuqta yozilgan qator javobni tugatadi.
plain-read = Davom etish uchun Enter ni bosing.
plain-left-open = Javobsiz qoldi.
plain-saved = Saqlandi.
plain-saved-value = Saqlandi: { $value }
plain-unchanged = Bu allaqachon saqlangan; hech narsa oʻzgarmadi.
plain-answer-cleared = Saqlandi: savol javobsiz.
plain-flagged = Saqlandi: savol keyin qaytish uchun belgilandi.
plain-unflagged = Saqlandi: belgi olindi.
plain-closed = Baholash yakunlangan. Oʻzgartirish uchun uni qayta oching: { "p" }, keyin 4.
plain-kept-so-far = Hozircha: { $text }
plain-ask-comment = Izoh. Enter oʻzgarishsiz qoldiradi, - olib tashlaydi.
plain-ask-evidence = Dalil: hujjat, havola yoki sana. Enter oʻzgarishsiz qoldiradi, - olib tashlaydi.

# Oʻtish.
plain-section = { $title }. Javoblar: { $asked } tadan { $done } tasi.
plain-section-not-asked = { $title }. Berilgan javoblarga koʻra soʻralmaydi.
plain-sections-how = Boʻlim savollarini koʻrish uchun boʻlim raqamini, savolga oʻtish uchun savol raqamini, masalan 2.3 ni yozing. Enter — orqaga.
plain-questions-how = Savolga oʻtish uchun uning raqamini, masalan 2.3 ni yozing. Enter — orqaga.
plain-question-line = { $question } – { $state }
plain-question-line-flagged = { $question } – { $state }; belgilangan
plain-no-such-question = “{ $value }” degan savol yoʻq.
plain-review-all-done = Hamma savolga javob berildi.
plain-review-how = Savolga oʻtish uchun uning raqamini yozing. Enter — orqaga, ? — buyruqlar roʻyxati.
plain-review-how-close = Baholashni yakunlash uchun { "c" } ni, savolga oʻtish uchun uning raqamini yozing. Enter — orqaga, ? — buyruqlar roʻyxati.
plain-cannot-close = Avval majburiy savollarga javob bering yoki nega javob yoʻqligini koʻrsating.

# Natija.
plain-result-report = Tavsiyalar bilan toʻliq hisobot
plain-result-file = Toʻliq hisobotni faylga yozish
plain-result-short = Qisqacha natija, yana bir marta
plain-result-reopen = Javoblarni oʻzgartirish uchun baholashni qayta ochish
plain-result-go-on = Savollarga qaytish
plain-result-to-list = Raqamini yozing; Enter — baholashlar roʻyxatiga.
plain-result-to-interview = Raqamini yozing; Enter — savollarga qaytish.
plain-ask-file = Yangi fayl nomi. Boʻsh qator — orqaga.

# Buyruqlar.
plain-do-help = shu yordam; savolda — nima javob hisoblanishi ham
plain-do-back = oldingi savolga qaytish
plain-do-next-open = keyingi javobsiz savolga oʻtish
plain-do-sections = boʻlimlar va savollar; { "/s 2.3" } — 2.3-savolga oʻtish
plain-do-no-answer = javob yoʻq: sababini koʻrsatish
plain-do-note = izoh; { "/n" } dan keyin yozilgan matn izoh boʻlib saqlanadi
plain-do-evidence = dalil va javobning ishonchliligi
plain-do-flag = savolni keyin qaytish uchun belgilash; yana bir marta — belgini olish
plain-do-undo = oxirgi oʻzgarishni qaytarish
plain-do-redo = qaytarilgan oʻzgarishni tiklash
plain-do-review = javoblarni koʻrib chiqish va yakunlash
plain-do-finish = baholashni yakunlash
plain-do-profile = profil, tavsiyalar va hisobot
plain-do-language = tilni almashtirish
plain-do-list = baholashlar roʻyxati
plain-do-leave = dasturdan chiqish; hammasi saqlangan
plain-do-new = yangi baholashni boshlash
plain-do-archive = baholashni arxivga olish; hech narsa oʻchirilmaydi

# Help of the command line.
cli-arg-plain = Qatorma-qator ishlash: ekran oʻquvchi dasturlar, ketma-ket ulanish va skriptlar uchun
