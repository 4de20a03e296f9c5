report-title = Diagnostik profil

# Kim, qachon, nima.
report-questionnaire = Soʻrovnoma
report-version-of = { $title }, versiya: { $version } ({ $hash })
report-form = Shakli
report-form-full = toʻliq
report-form-quick = qisqa
report-begun = Boshlangan
report-changed = Oxirgi oʻzgarish
report-closed = Yakunlangan
report-not-closed = hali yoʻq; koʻrsatkichlar oʻzgarishi mumkin
report-answered = Javoblar
report-answered-of = { $asked } ta savoldan { $answered } tasiga javob berilgan; javob berilmaganining sababi aytilgan: { $reasons } ta; javobsiz: { $open } ta
report-made = Hisobot tuzilgan
report-made-by = { $date }, { $program }
report-interviewers = Suhbatni oʻtkazgan

# Umumiy natija.
report-result = Natija
report-index = Umumiy ball
report-score-of = 100 dan { $score }
report-interval = 90% oraliq
report-interval-of = { $range }, mediana { $median }
report-robust = Barqarorlik oraligʻi
report-bands = Ehtimoliy bosqichlar
report-lowest-of = { $area }, { $score }; shu yoʻnalish eng zaif chiqqan hisoblar ulushi: { $share }
report-bounds = Oraliq
report-band = Bosqich
report-staged = Yetuklik darajasi
report-level-of = 4 darajadan { $level }
report-lowest = Eng zaif yoʻnalish
report-arithmetic = Oʻrtacha arifmetik
report-imbalance = Nomutanosiblik
report-index-provisional = Dastlabki natija: toʻliq baholanmagan yoʻnalishlar bor: { $areas }.
report-no-index = Umumiy ball hali yoʻq: balli chiqmagan yoʻnalishlar bor: { $areas }. Taalluqli savollarning kamida yarmiga javob berilganda yoʻnalish balli chiqadi; umumiy ball uchun bittasidan boshqa barcha yoʻnalishlar kerak.
report-no-index-own = Umumiy ball hozircha yoʻq: quyidagi yoʻnalishlarda ball yoʻq: { $areas }. Yoʻnalish balli uchun taalluqli vaznning kamida { $share } ulushiga javob kerak; { $missing ->
    [0] umumiy ball uchun barcha yoʻnalishlar kerak
   *[other] umumiy ball uchun koʻpi bilan { $missing } ta yoʻnalishda ball boʻlmasligi mumkin
  }.
report-result-note = Oraliq javob berilmagan hamma narsa 0 yoki 100 ball olganda umumiy ball qancha boʻlishini koʻrsatadi. Nomutanosiblik — yoʻnalishlarning (har biri umumiy ballda qanday hisobga olingan boʻlsa, shunday) oʻrtacha arifmetigi bilan umumiy ball orasidagi farq: notekislik qanchaga tushayotgani. 90% oraliq ball vaznlarga, yetishmayotgan va ishonchsiz javoblarga qanchalik bogʻliqligini koʻrsatadi; barqarorlik oraligʻi — oʻrtachaning turiga ham.

# Yoʻnalishlar.
report-areas = Yoʻnalishlar
report-areas-legend = █ yetishmayotgan javoblar qanday boʻlsa ham bor · ▓ ballgacha · ▒ boʻlishi mumkin · ░ erishib boʻlmaydi · ├ ┤ 90% oraliq uchlari. Chiziqning oʻng tomonida uning oraligʻi yozilgan.
report-coverage = javob berilgan: { $share }
report-area-provisional = Dastlabki natija: javoblar vaznning uchdan ikki qismidan kamini qamrab oladi.
report-area-provisional-own = Dastlabki natija: javoblar vaznning { $share } ulushidan kamini qamrab oladi.
report-area-suppressed = Ball yoʻq: javoblar vaznning yarmidan kamini qamrab oladi. Chiziq faqat oraliqni koʻrsatadi.
report-area-suppressed-own = Ball yoʻq: javoblar vaznning { $share } ulushidan kamini qamrab oladi. Chiziq faqat oraliqni koʻrsatadi.
report-area-empty = Ball yoʻq: bu yoʻnalishdagi hech narsa bu yerga taalluqli emas.
report-area-scope = Boshqa tarkib: vaznning 40 foizdan koʻpi bu yerga taalluqli emas. Bu yoʻnalishni boshqa korxonalar bilan taqqoslamang.
report-split = Korxonaning oʻzi qiladigan ishlar: { $enterprise }; korxona koʻrayotgan muhit: { $environment }
report-uneven = Notekis: ball boʻyicha bosqich — “{ $band }”, yetuklik darajasi esa — { $staged }. Javobi bor koʻrsatkichlar: { $answered } ta, shulardan eng yuqori darajada: { $top } ta, birinchi darajadan pastda: { $zero } ta. Koʻtarilish toʻxtagan daraja: { $level }; unga yetgan vazn ulushi: { $share }. Daraja hisobga olinishi uchun 50 foizdan, keyingisiga oʻtish uchun 85 foizdan koʻp boʻlishi kerak.

# Alohida koʻrsatkichlar.
report-strengths = Kuchli tomonlar
report-no-strengths = Hozircha hech bir javob uchinchi darajaga yetmagan.
report-prospects = Bu keyin nimaga imkon beradi
report-rests-on = Nimaga tayanadi
report-elsewhere = Boshqalarda qanday
report-elsewhere-note = Bu misollar yuqori darajani koʻrsatadi. Ular oʻlchov emas va hech qaysi koʻrsatkichga kirmaydi.
report-source = Manba
report-bottlenecks = Zaif boʻgʻinlar
report-no-bottlenecks = Umumiy ball chiqmaguncha aytadigan narsa yoʻq.
report-bottlenecks-note = Oʻngdagi son — faqat shu javob bir pogʻona koʻtarilsa, umumiy ballga qancha qoʻshilishi.
report-answer = Javob
report-area = Yoʻnalish
report-environment = Muhitni tasvirlaydi: boshqalar ham harakat qilishi kerak.
report-step = Bir pogʻona yuqori: { $from } → { $to } ball.

# Yuqoriga yoʻl.
report-ahead = Yuqoriga yoʻl
report-ahead-path = “{ $band }” bosqichiga ({ $from } balldan) korxona oʻzi oʻzgartira oladigan narsalar bilan eng arzon yoʻl: jami mehnat sarfi { $effort }, shunda umumiy ball { $score }. Har bir pogʻona 1 (kam) dan 3 (koʻp) gacha mehnat talab qiladi.
report-ahead-none = “{ $band }” bosqichiga ({ $from } balldan) korxona oʻzi oʻzgartira oladigan narsalar bilan yoʻl yoʻq: ularning hammasi eng yaxshi boʻlsa ham umumiy ball { $score }.
report-ahead-top = Umumiy ball eng yuqori bosqichda.
report-ahead-no-score = Umumiy ball chiqqandan keyin koʻrsatiladi.
report-ahead-answer = Shundagi javob
report-ahead-points = { $from } balldan { $to } ballga.
report-ahead-after = Mehnat sarfi: { $effort }; shu va undan oldingi qadamlardan keyin umumiy ball: { $score }
report-ahead-next = Birinchi boʻlib soʻrashga arziydigan ochiq savol: { $question }, “{ $label }”. Javob umumiy ballning 90% oraligʻini { $points } ballga toraytirishi kutiladi.

# Harakatlar.
report-actions = Avval nima qilish kerak
report-further-actions = Keyingi harakatlar
report-no-actions = Hozirgi javoblarga mos tavsiya yoʻq.
report-actions-note = Oʻngdagi son — tegishli javoblarning barchasi bir pogʻona koʻtarilsa, umumiy ballga qancha qoʻshilishi. Tartibda mehnat sarfi va javoblarning ishonchliligi ham hisobga olinadi.
report-why = Nima uchun
report-first-step = Birinchi qadam, 30 kun ichida
report-next-steps = Keyingi qadamlar, 90 kun ichida
report-measure = Natijani qanday bilasiz
report-moves = Nimani koʻtaradi
report-because = Asos boʻlgan javoblar
report-prerequisite = Nimaga tayanadi
report-replaces = Oʻrnini bosadi
report-owner = Masʼul: ____________________   Muddat: ______________
report-effort-low = mehnat sarfi kam
report-effort-medium = mehnat sarfi oʻrtacha
report-effort-high = mehnat sarfi koʻp
report-horizon-now = 3 oy ichida
report-horizon-year = 3–12 oyda
report-horizon-later = bir yildan keyin
report-for-enterprise = Korxona uchun
report-for-cluster = Klasterni boshqaruvchi tashkilot uchun
report-for-state = Davlat organlari uchun

# Ikkinchi qarash.
report-facets = Oʻsha javoblarga boshqa tomondan qarash
report-facets-note = Har bir jihatga kiradigan koʻrsatkichlarning oddiy oʻrtachasi; kamida ikkita javob kerak.
report-facet-answers = { $count } ta javob

# Javoblar.
report-answers = Javoblar
report-not-asked = Berilmagan savollar: { $questions }
report-by-rule = Qoida boʻyicha javob
report-dont-know = bilmayman
report-refused = javob berishni istamayman
report-not-applicable = taalluqli emas: { $reason }
report-open = hali javob berilmagan
report-confidence = Ishonchlilik
report-confidence-high = yuqori, hujjatlar asosida
report-confidence-medium = oʻrta, yaxshi chamalangan
report-confidence-low = past, taxmin
report-evidence = Dalil
report-comment = Izoh
report-flagged = Qaytib koʻrish uchun belgilangan.
report-score = Ball
report-points = vazn: { $weight }; “{ $area }” yoʻnalishi uchun mumkin boʻlgan { $possible } balldan { $points }

# Usul.
report-method = Koʻrsatkichlar qanday hisoblangan
report-method-items = Baholanadigan har bir javob 0 dan 100 gacha ballga aylantiriladi: daraja — eng yuqori darajaga nisbatan ulushi boʻyicha (toʻsiq teskari hisoblanadi), son — ikki tayanch qiymat orasidagi oʻrniga qarab, belgilangan variantlar — belgilangan songa nisbatan ulushi boʻyicha, bitta tanlov — soʻrovnomada yozilganidek.
report-method-gaps = Yoʻnalish balli — javobi bor koʻrsatkichlarning vaznli oʻrtachasi. Taalluqli boʻlmagan va berilmagan savollar hech qayerda hisobga olinmaydi. Javobsiz qolgan, “bilmayman” deyilgan va rad etilgan savollar tashlab ketiladi va qamrovni kamaytiradi: vaznning uchdan ikki qismidan boshlab ball izohsiz, yarmidan boshlab dastlabki natija sifatida koʻrsatiladi, undan kam boʻlsa, faqat oraliq beriladi: yetishmayotgan hamma narsa 0 yoki 100 ball olgandagi natija. Vaznning 40 foizdan koʻpi taalluqli boʻlmasa, yoʻnalishni taqqoslab boʻlmaydi.
report-method-gaps-own = Yoʻnalish balli — javobi bor koʻrsatkichlarning vaznli oʻrtachasi. Taalluqli boʻlmagan va berilmagan savollar hech qayerda hisobga olinmaydi. Javobsiz qolgan, “bilmayman” deyilgan va rad etilgan savollar tashlab ketiladi va qamrovni kamaytiradi. Vaznning qamrab olingan ulushi bilan ball: { $published } va undan koʻp — izohsiz, { $provisional } va undan koʻp — dastlabki natija sifatida koʻrsatiladi, undan kamida faqat oraliq beriladi: yetishmayotgan hamma narsa 0 yoki 100 ball olgandagi natija. Yoʻnalish vaznining taalluqli boʻlmagan ulushi { $scope } miqdoridan oshsa, uni taqqoslab boʻlmaydi.
report-method-index = Umumiy ball — yoʻnalishlarning vaznli oʻrtacha geometrigi (har biri kamida 1 deb olinadi), shuning uchun kuchli yoʻnalishlar zaiflarining oʻrnini faqat qisman qoplaydi. Bitta yoʻnalishda ball boʻlmasa, qolganlarining vazni oshiriladi va umumiy ball dastlabki hisoblanadi; bir nechtasida boʻlmasa, umumiy ball yoʻq.
report-method-index-own = Umumiy ball — { $mean ->
    [arithmetic] yoʻnalishlarning vaznli oʻrtacha arifmetigi
    [harmonic] yoʻnalishlarning vaznli oʻrtacha garmonigi
    [minimum] yoʻnalishlar ichidagi eng past ball
    [power] yoʻnalishlarning vaznli darajali oʻrtachasi (daraja koʻrsatkichi: { $power })
   *[geometric] yoʻnalishlarning vaznli oʻrtacha geometrigi
  }{ $floored ->
    [yes] {" "}(har biri kamida { $floor } deb olinadi)
   *[no] {""}
  }. { $missing ->
    [0] Biror yoʻnalishda ball boʻlmasa, umumiy ball yoʻq.
   *[other] Koʻpi bilan { $missing } ta yoʻnalishda ball boʻlmasa, qolganlarining vazni oshiriladi va umumiy ball dastlabki hisoblanadi; undan koʻpida boʻlmasa, umumiy ball yoʻq.
  }
report-method-levels = Bosqich — ballar oraligʻining nomi. Yetuklik darajasi qatʼiyroq: koʻrsatkich 25·k ballda k-darajaga yetadi; javob berilgan vaznning 50 foizdan koʻpi unga, 85 foizdan koʻpi esa har bir quyi darajaga yetsa, daraja hisobga olinadi. Korxona darajasi — eng past yoʻnalish darajasi.
report-method-levels-own = Bosqich — ballar oraligʻining nomi. Yetuklik darajasi qatʼiyroq: koʻrsatkich 1-, 2-, 3- va 4-darajaga quyidagi ballarda yetadi: { $levels }. Daraja hisobga olinishi uchun unga yetgan javobli vazn ulushi { $largely } miqdoridan, har bir quyi darajaga yetgan ulush esa { $fully } miqdoridan koʻp boʻlishi kerak. Korxona darajasi — eng past yoʻnalish darajasi.
report-method-gain = Oʻsish aniq hisoblanadi: umumiy ball javobni bir pogʻona koʻtarib (keyingi daraja, yana bitta variant, son shkalasining keyingi choragi) qaytadan hisoblanadi va undan hozirgi umumiy ball ayiriladi. Harakatlar tartibi: oʻsish × javoblarning ishonchliligi (yuqori 1, oʻrta 0,9, past 0,75) ÷ mehnat sarfi (1 dan 3 gacha); avval bajarilishi kerak boʻlgani oldin turadi.
report-method-doubt = Oraliqlar { $draws } ta tasodifiy hisobdan olingan; boshlangʻich son: { $seed }, generator: { $generator }. Har birida yoʻnalishlar vazni (Dirixle taqsimoti: 40 · yoʻnalishlar soni · vazn), koʻrsatkichlar vazni (× 0,75 dan 1,25 gacha), yetishmayotgan javoblar (0 dan 100 gacha istalgan ball) va berilgan javoblar (ishonchlilik yuqori, oʻrta yoki past boʻlganda 0,05, 0,15 yoki 0,30 ehtimol bilan bir pogʻona farq; sonlar × 1 ± 0,05, 0,10 yoki 0,20) birga oʻzgaradi. Oraliq 5% kvantildan 95% kvantilgacha (7-tur) boʻladi va kerak boʻlsa, yonidagi ball sigʻishi uchun kengaytiriladi. Barqarorlik oraligʻida yana teng ehtimol bilan soʻrovnomadagi oʻrtacha yoki boshqasi (arifmetik; soʻrovnomaniki arifmetik boʻlsa, geometrik) olinadi. Bosqichlar va eng zaif yoʻnalish ham shu hisoblarda sanaladi; ulushi 5% dan kam bosqich aytilmaydi.
report-method-ahead = Yuqoriga yoʻl aniq hisoblanadi: korxona oʻzi oʻzgartira oladigan javoblardagi pogʻonalar toʻplamlaridan jami mehnat sarfi eng kami olinadi. Bir pogʻona uni koʻtaradigan eng oson tavsiyaning mehnat sarfiga teng, tavsiya boʻlmasa — 1. Ochiq savol eng vaznlilari orasidan, javobdan keyin kutilayotgan oraliq kengligiga qarab tanlanadi; barcha javoblari teng ehtimolli hisoblanadi.
report-weights = Yoʻnalishlarning vazni
report-goalposts = Sonlarning tayanch qiymatlari
report-goalpost = 0 ball: { $worst }; 100 ball: { $best }
report-goalpost-log = 0 ball: { $worst }; 100 ball: { $best }; shkala: ln(1 + x)
report-goalpost-ln = 0 ball: { $worst }; 100 ball: { $best }; shkala: ln x

# Chiqishdagi bir necha satr.
report-summary-progress = { $asked } ta savoldan { $done } tasi bajarildi
report-summary-index = Umumiy ball: 100 dan { $score } (oraliq: { $low }–{ $high }) · { $band } · 4 darajadan { $level }
report-summary-provisional = Dastlabki umumiy ball: 100 dan { $score } (oraliq: { $low }–{ $high }) · { $band } · 4 darajadan { $level }
report-summary-no-index = Umumiy ball hali yoʻq: javoblar yetarli emas.
report-summary-first = Birinchi harakat: { $action }
report-summary-index-exact = Umumiy ball: 100 dan { $score } · { $band } · 4 darajadan { $level }
