target-title = Maqsad
target-note = Ball shu daraja bosqichiga yetganda va asosiy amaliyotlarni hisobga oladigan yetuklik darajasi ham yetganda daraja erishilgan hisoblanadi. Bosib oʻtilgan yoʻl maqsad tanlangan kundagi balldan hisoblanadi.
target-pattern = Namuna
target-next = keyingi qadam: har bir yoʻnalishda bir daraja yuqori
target-own = oʻz darajalari
target-origin = Maqsadni qoʻygan
target-by-enterprise = korxona
target-by-advisor = maslahatchi
target-by-programme = dastur
target-chosen = Tanlangan kun
target-gap-closed = daraja: { $now }, maqsad: { $level }; erishilgan.
target-gap-points = daraja: { $now }, maqsad: { $level }; ball: { $score }, kerakli ball: { $goal }, yetishmaydi: { $points }.
target-gap-basics = daraja: { $now }, maqsad: { $level }; ball yetarli ({ $score }), lekin quyi darajalarning asosiy amaliyotlari bajarilmagan.
target-gap-unknown = maqsad: { $level }; hali ball yoʻq.
target-progress = Bosib oʻtilgan yoʻl: { $share } ({ $date } holatidan).
profile-view-target = maqsad
target-intro = Maqsad har bir yoʻnalish qaysi darajaga yetishi kerakligini bildiradi. Tayyor namunani olib, darajalarini oʻzgartiring yoki oʻz darajalaringizni belgilang.
target-column-now = Hozir
target-column-level = Maqsad
target-column-points = Yetishmaydi
target-empty = Hech bir yoʻnalishda daraja yoʻq: kamida bittasini belgilang, soʻng maqsadni saqlang.
target-kept = Maqsad saqlandi.
target-cleared = Maqsad olib tashlandi.
target-not-kept = Oʻzgarishlar hali saqlanmadi: Enter saqlaydi, Esc yana bosilsa, bekor boʻladi.
target-none = Maqsad tanlanmagan.
target-how = Maqsad tanlansa, bu yerda har bir yoʻnalish undan qancha uzoqligi va yoʻlning qancha qismi bosib oʻtilgani koʻrinadi. Tanlash: Enter.
target-summary = { $origin ->
    [advisor] Maqsadni maslahatchi qoʻygan, { $date }: { $pattern }.
    [programme] Maqsadni dastur qoʻygan, { $date }: { $pattern }.
   *[enterprise] Maqsadni korxona qoʻygan, { $date }: { $pattern }.
 } Maqsadga yetgan yoʻnalishlar: { $areas } tadan { $reached } tasi.
action-target = Maqsadni tanlash yoki oʻzgartirish
short-target = maqsad
action-keep-target = Maqsadni saqlash
short-keep-target = saqlash
action-clear-target = Maqsadni olib tashlash
short-clear-target = olib tashlash
