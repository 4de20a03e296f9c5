# Soʻrovnoma faylidagi xatolar: tashxis check ularni shunday aytadi.
check-word-error = xato
check-word-warning = ogohlantirish
check-word-hint = maslahat

check-did-you-mean = balki “{ $name }” demoqchi boʻlgandirsiz?
check-first-here = birinchi marta shu yerda
check-declared-here = shu yerda turibdi

# TOML
check-toml = bu TOML emas: { $detail }
check-toml-duplicate-key = bu jadvalda shunday kalit allaqachon bor
check-toml-duplicate-key-hint = ikkitadan birini qoldiring; roʻyxatning yangi yozuvi uchun yangi [[…]] sarlavha kerak
check-toml-no-quotes = matn qoʻshtirnoq ichida boʻlishi kerak
check-toml-no-quotes-hint = matnni "…" ichiga oling
check-toml-open-string = satr yopilmagan yoki unda mumkin boʻlmagan belgi bor
check-toml-open-string-hint = satrni shu qatorning oʻzida xuddi shunday qoʻshtirnoq bilan yoping; koʻp qatorli matn """ va """ orasida turadi
check-toml-no-value = tenglik belgisidan (=) keyin qiymat yoʻq
check-toml-no-comma = vergul yetishmaydi
check-toml-extra-comma = ortiqcha vergul
check-toml-unclosed = shu yerda ochilgan qavs yopilmagan
check-toml-unopened = bu qavs hech narsani yopmaydi
check-toml-bad-key = bu yerda kalit yoʻq yoki unda qoʻshtirnoq talab qiladigan belgi bor
check-toml-bad-key-hint = kalit A–Z harflari, raqamlar, _ va - dan iborat; boshqa belgilar qoʻshtirnoqqa olinadi
check-toml-assignment = qator “kalit = qiymat” koʻrinishida, bitta = bilan yoziladi
check-toml-too-deep = jadval va roʻyxatlar juda chuqur joylashgan
check-toml-escape = \ bilan bunday belgi yoʻq
check-toml-escape-hint = belgining oʻzi \\ deb yoziladi; yoki matnni bittalik qoʻshtirnoqqa oling
check-toml-carriage-return = karetkani qaytarish belgisi faqat yangi qatordan oldin turadi
check-toml-bad-value = bu qiymat emas: satr ham, son ham, true, false yoki sana ham emas
check-toml-leading-zero = son 0 bilan boshlanmaydi
check-toml-unexpected = bu yerda buning oʻrni emas

# Tuzilishi
check-too-large = fayl { $most } MiB dan katta
check-too-many-questions = savollar soni { $most } tadan koʻp
check-format = dastur 1-formatni oʻqiydi
check-unknown-key = “{ $table }” jadvalida “{ $key }” kaliti yoʻq
check-known-keys = uning kalitlari: { $keys }
check-key-of-other-kind = “{ $kind }” turidagi savolda “{ $key }” boʻlmaydi
check-kinds-with-key = u quyidagi turlarda bor: { $kinds }
check-missing-keys = “{ $table }” jadvalida { $count ->
    [one] kalit
   *[other] kalitlar
  } yetishmaydi: { $keys }
check-key-without = “{ $key }” kalitining “{ $other }” boʻlmasa maʼnosi yoʻq
check-wrong-type = “{ $key }” { $expected ->
    [text] barcha tillardagi matn
    [flag] true yoki false
    [flag-or-expression] true, false yoki ifoda
    [whole] butun son
    [number] son
    [number-or-false] son yoki false
    [answer] satr, son yoki sana
    [date] sana
    [list] roʻyxat
    [table] jadval
    [string-or-table] satr yoki jadval
   *[string] satr
  } boʻlishi kerak, bu yerda esa { $found ->
    [string] satr
    [integer] butun son
    [float] son
    [boolean] true yoki false
    [datetime] sana
    [array] roʻyxat
   *[table] jadval
  }
check-write-text = bunday yozing: { $written }
check-empty-string = “{ $key }” boʻsh
check-empty-list = “{ $key }” roʻyxati boʻsh
check-list-length = “{ $key }” roʻyxatida { $found } ta yozuv bor; { $least } tadan { $most } tagacha boʻlishi mumkin
check-out-of-range = “{ $key }” qiymati: { $value }; { $least } dan { $most } gacha boʻlishi mumkin
check-not-finite = “{ $key }” chekli son boʻlishi kerak
check-not-one-of = “{ $value }” “{ $key }” uchun mos qiymat emas
check-one-of = mumkin boʻlgan qiymatlar: { $known }
check-bad-id = “{ $value }” identifikator boʻla olmaydi
check-bad-id-hint = identifikator A–Z harfi bilan boshlanadi, keyin harflar, raqamlar, _, . va - keladi
check-choice-space = “{ $value }” javob variantining identifikatori boʻsh yoki unda boʻsh joy bor
check-choice-space-hint = belgilangan variantlar boʻsh joy bilan ajratib yoziladi; _ yoki - belgisidan foydalaning
check-choice-nan = javob varianti “{ $value }” deb atalmaydi
check-choice-nan-hint = ifodalarda u “son emas” deb oʻqiladi
check-bad-version = “{ $value }” versiya emas; 1.0.0 kabi yozing
check-bad-day = “{ $value }” sana emas
check-bad-day-hint = kunni 2026-11-23 kabi yozing
check-bad-date-hint = kun, oy yoki yilni yozing: "2026-11-23", "2026-11" yoki "2026"

# Tillar va matnlar
check-unknown-language = “{ $value }” bu dasturning tili emas
check-derived-language = matnlar “{ $value }” tilida yozilmaydi: u “{ $source }” tilidan hosil qilinadi
check-known-languages = tillar: { $known }
check-language-twice = “{ $value }” tili ikki marta yozilgan
check-language-not-listed = “{ $value }” faylning tillari (languages) orasida yoʻq
check-missing-language = matn quyidagi tillarda yoʻq: { $languages }
check-empty-text = “{ $language }” tilidagi matn boʻsh
check-placeholder-lacking = “{ $language }” tilidagi matnda { $placeholders } yoʻq, boshqa tilda esa bor
check-idle-placeholder = “{ $name }” oʻrinbosari bu yerda toʻldirilmaydi: odam uni qavslari bilan oʻqiydi
check-idle-placeholder-hint = javoblar faqat tavsiya va dastur matnlariga qoʻyiladi
check-unknown-placeholder = oʻrinbosar hech bir savolni bildirmaydi: “{ $name }”

# Nomlar
check-duplicate = { $what ->
    [area] yoʻnalish
    [choice] javob varianti
    [facet] jihat
    [facet_group] jihatlar guruhi
    [list] roʻyxat
    [section] boʻlim
    [question] savol
    [check] tekshiruv
    [recommendation] tavsiya
    [target] maqsadli profil
    [strength] kuchli tomon
    [vignette] misol
    [generic] neytral matn
    [record] yozuv yoki neytral matn
   *[reference] namunaviy javoblar toʻplami
  } ikki marta uchraydi: “{ $name }”
check-duplicate-hint = identifikatorlar doimiy va takrorlanmaydi; ikkinchisiga boshqasini bering
check-unknown = bunday { $what ->
    [area] yoʻnalish
    [choice] javob varianti
    [facet] jihat
    [list] roʻyxat
    [question] savol
   *[recommendation] tavsiya
  } yoʻq: “{ $name }”

# Savollar
check-forward-reference = “{ $name }” savoli keyinroq beriladi
check-forward-reference-hint = ifoda faqat oʻzidan yuqoridagi savollarni oʻqiydi: ikkitadan birini koʻchiring
check-self-reference = “{ $name }” savoli oʻziga oʻzi havola qiladi
check-self-reference-hint = cheklovda javob nuqta (.) bilan belgilanadi
check-reads-note = “{ $name }” izoh matni (note), unda javob yoʻq
check-list-and-choices = savolda yo “list”, yo “choices” boʻladi, ikkalasi birga emas
check-list-and-choices-hint = “list” umumiy roʻyxat uchun, “choices” savolning oʻz variantlari uchun
check-no-choices = “{ $kind }” uchun javob variantlari kerak
check-no-choices-hint = list = "…" yoki choices = [ … ] deb yozing
check-exclusive-in-select-one = “select_one” turida “exclusive” kalitining maʼnosi yoʻq: “{ $name }” varianti
check-exclusive-in-select-one-hint = u yerda shundoq ham bitta variant tanlanadi; “exclusive” kalitini olib tashlang
check-else-does-not-fit = qoidaga koʻra berilgan javob “{ $value }” savolga mos emas: “{ $name }” ({ $kind })
check-else-breaks-constraint = qoidaga koʻra berilgan javob savolning oʻz cheklovini buzadi: { $value }
check-constraint-here = cheklov
check-unreachable = “{ $name }” savoli hech qachon berilmaydi: shart bajarilmaydi
check-section-unreachable = “{ $name }” boʻlimi hech qachon soʻralmaydi: shart bajarilmaydi
check-excludes-each-other = bu shart va savolning sharti bir-birini istisno qiladi
check-nothing-meets = hech bir javob bu cheklovga mos kelmaydi
check-filter-leaves-nothing = qanday javob berilsa ham, filtr birorta variantni qoldirmaydi
check-filter-dead-end = quyidagi javoblarda filtr birorta variantni qoldirmaydi: { $answers }
check-quick-hangs-on-full = “{ $name }” qisqa shaklga kiradi, lekin unga kirmaydigan savolga bogʻliq: “{ $other }”
check-quick-hangs-on-full-hint = qisqa shaklda “{ $other }” doim javobsiz qoladi: ikkalasiga ham “quick” qoʻying yoki ikkalasidan ham oling
check-unused-list = birorta savol “{ $name }” roʻyxatidan foydalanmaydi

# Ballar
check-weight-not-positive = vazn 0 dan katta boʻlishi kerak
check-weights-sum = barcha yoʻnalishlar vaznlarining yigʻindisi 1 emas: { $sum }
check-weights-sum-hint = teng vaznlar uchun 1 ni yoʻnalishlar soniga boʻling
check-provisional-above-published = “provisional” qiymati “published” qiymatidan katta
check-not-ascending = “{ $key }” sonlari oʻsish tartibida emas
check-area-without-item = “{ $name }” yoʻnalishida birorta savol yoʻq
check-no-bands = yoʻnalishlar bor, lekin ball oraliqlari (band) yoʻq
check-no-bands-hint = kamida from = 0 boʻlgan [[band]] qoʻshing
check-first-band = birinchi oraliq 0 dan emas, boshqa balldan boshlanadi: { $from }
check-bands-not-ascending = oraliqlar oʻsish tartibida emas: avval { $before }, keyin { $from }
check-band-before = oldingi oraliq
check-missing-score = baholanadigan “{ $kind }” turidagi savolga “score” kerak
check-missing-cap-hint = score = { "{" } cap = 3 { "}" } deb yozing: shuncha belgi 100 ball beradi
check-missing-goalposts-hint = score = { "{" } worst = 0, best = 100 { "}" } deb yozing
check-equal-goalposts = “worst” va “best” teng: { $value }
check-log1p-negative = “{ $key }” qiymati: { $value }; “log1p” uchun chegaralar 0 dan kichik boʻlmasligi kerak
check-log-not-positive = “{ $key }” qiymati: { $value }; “log” uchun chegaralar 0 dan katta boʻlishi kerak
check-cap-too-high = “cap” qiymati: { $cap }, lekin faqat { $countable } ta variant hisobga olinadi
check-choice-without-score = “{ $name }” savoli baholanadi, lekin { $count } ta variantda “score” yoʻq: { $choices }
check-no-score-here = bu yerda ball yoʻq

# Tavsiyalar
check-not-an-item = “{ $name }” savoli baholanmaydi, tavsiya uni yaxshilay olmaydi
check-not-an-item-hint = savolga “area” bering yoki uni “when” shartida koʻrsating
check-no-area-here = bu yerda “area” yoʻq
check-item-twice = “{ $name }” ikki marta uchraydi
check-no-items = bu tavsiyani hech narsa yuzaga chiqarmaydi: unda savol yoʻq
check-no-items-hint = savollarni “items” roʻyxatida koʻrsating yoki threshold = false va “when” shartini yozing
check-threshold-false-hint = threshold = false boʻlsa, faqat “when” hal qiladi
check-threshold-never = oʻrtacha ball 0 dan past boʻlmaydi: dastur hech qachon yuzaga chiqmaydi
check-threshold-below-scores = “{ $name }” hech qachon yuzaga chiqmaydi: savollarining eng past bali { $lowest }, chegara esa { $threshold }
check-never-fires = “{ $name }” hech qachon yuzaga chiqmaydi: shart bajarilmaydi
check-never-warns = tekshiruv hech qachon ogohlantirmaydi: shart bajarilmaydi
check-programme-too-small = dasturda { $items } ta savol bor, kamida { $least } tasiga javob kerak
check-prerequisite-cycle = oldindan bajariladigan tavsiyalar aylanib qolgan: { $names }
check-cycle-goes-on = bu ham
check-uncovered-item = birorta tavsiya bu savolga tegishli emas: “{ $name }”
check-strength-of-one = kuchli tomon yoʻnalishga yoki savollarga, ikkisidan biriga tayanadi
check-strength-of-one-hint = “area = "…"” yoki “items = ["…"]” deb yozing
check-vignette-of-nothing = bu misol hech narsani koʻrsatmaydi: “areas” yoki “facets” yozing
check-area-without-strength = birorta kuchli tomon bu yoʻnalishga tayanmaydi: “{ $name }”

# Maqsadli profillar va namunaviy javoblar
check-target-lacks-area = maqsadli profilda quyidagilar uchun daraja yoʻq: { $areas }
check-answer-does-not-fit = “{ $value }” javobi savolga mos emas: “{ $name }” ({ $kind })
check-not-answerable = “{ $name }” savoliga javob berilmaydi: uning turi — { $kind }
check-answer-breaks-constraint = “{ $value }” javobi savolning cheklovini buzadi: “{ $name }”
check-answer-outside-form = “{ $name }” savoli qisqa shaklga kirmaydi
