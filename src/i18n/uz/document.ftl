# Birinchi sahifa: davomini oʻqimaydiganlar uchun.
document-running-self = Oʻz-oʻzini baholash, tekshirilmagan
document-running-interview = Suhbatni oʻtkazgan: { $names }
document-contents = Mundarija
document-glance = Qisqacha
document-stand = Hozir qayerdasiz
document-stand-said = Umumiy ball: 100 dan { $score }. Bu — “{ $band }” bosqichi, yetuklik darajasi: 4 dan { $level }.
document-stand-interval = Vaznlar, yetishmayotgan va ishonchsiz javoblar tufayli ball aniq emas: oʻn holatdan toʻqqiztasida u { $low } dan { $high } gacha boʻladi.
document-stand-areas = Eng kuchli yoʻnalish: { $best } ({ $high }). Eng zaif yoʻnalish: { $worst } ({ $low }).
document-back = Sizga eng koʻp nima xalaqit bermoqda
document-first = Birinchi uchta ish
document-unsure = Nimaga ishonchimiz komil emas
document-unsure-bands = Bittadan koʻp bosqich ehtimoli bor: { $bands }.
document-unsure-weakest = “{ $area }” barcha hisoblarda ham eng zaif yoʻnalish emas; shunday hisoblar ulushi: { $share }.
document-unsure-areas = Toʻliq baholanmagan yoʻnalishlar: { $areas }.
document-unsure-open = Hali javobsiz savollar: { $count } ta.
document-unsure-none = Javob oʻrniga sababi aytilgan savollar: { $count } ta.
document-unsure-guesses = Taxminiy javoblar: { $count } ta.
document-unsure-flagged = Qaytib koʻrish uchun belgilangan javoblar: { $count } ta.
document-unsure-unverified = Javoblarni hech kim hujjatlar bilan solishtirmagan.

# Diagrammalar va ularning jadvallari.
document-radar = Yoʻnalishlar bir qarashda
document-bars = Yoʻnalishlarning ballari
document-levels = Har bir yetuklik darajasiga yetgan vazn ulushi
document-level = { $level }-daraja
document-key-now = ball
document-key-interval = 90% oraliq
document-key-bounds = boʻlishi mumkin boʻlgan oraliq
document-key-target = maqsad
document-key-before = oldingi baholash
document-key-peers = oʻxshash korxonalar medianasi
document-cells-target = ◇ maqsad
document-cells-peers = ▼ oʻxshash korxonalar medianasi

# Buyruqlar satrida.
cli-arg-profile-short = Faqat ikki sahifa: natija, yoʻnalishlar va birinchi harakatlar qisqacha
cli-arg-profile-format = Format: text (odatdagisi), md, html, pdf, xlsx yoki json; bu parametr boʻlmasa, faylning kengaytmasi hal qiladi
cli-arg-profile-output = Shu faylga yozish; papka koʻrsatilsa — korxona nomidagi faylga
