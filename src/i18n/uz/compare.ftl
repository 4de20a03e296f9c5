# Ikki baholash yonma-yon: jadvallar va ekranlar uchun umumiy soʻzlar.
compare-title = Nima oʻzgardi: { $enterprise }
compare-enterprise = Korxona
compare-then-enterprise = Korxona (avval)
compare-questionnaire = Soʻrovnoma
compare-then-begun = Avval
compare-now-begun = Hozir
compare-then-version = Versiya (avval)
compare-now-version = Versiya (hozir)
compare-items = Solishtirilgan koʻrsatkichlar
compare-share = Solishtirilgan ulush
compare-index = Umumiy ball
compare-scores = Ikkala baholashda ham javob berilgan koʻrsatkichlar boʻyicha ballar
compare-area = yoʻnalish
compare-name = nomi
compare-then = avval
compare-now = hozir
compare-change = farq
compare-low = dan
compare-high = gacha
compare-verdict = xulosa
compare-compared = solishtirildi
compare-progress = maqsad sari
compare-better = oʻsish aniq
compare-worse = pasayish aniq
compare-noise = xatolik chegarasida
compare-unknown = umumiysi kam
compare-scores-note = Faqat ikkala baholashda ham javob berilgan va bir xil hisoblanadigan koʻrsatkichlar solishtiriladi, vaznlar keyingi versiyadan olinadi. “Dan” va “gacha” — farqning 90 foizli oraligʻi: vaznlardagi noaniqlik ikkalasi uchun umumiy, javoblardagi noaniqlik esa har birining oʻziniki. Oraliqda 0 boʻlmasa, oʻzgarish aniq. “Maqsad sari” — avvalgi balldan maqsadgacha boʻlgan yoʻlning bosib oʻtilgan qismi.
compare-moved = Oʻzgargan koʻrsatkichlar
compare-item = koʻrsatkich
compare-points = ball
compare-question = savol
compare-reason = sababi
compare-moved-note = Ball: koʻrsatkich oʻz yoʻnalishining balliga qancha qoʻshadi.
compare-none-moved = Hech bir savolga boshqacha javob berilmagan.
compare-left-out = Solishtirilmaganlar
compare-new = yangi
compare-scored-otherwise = boshqacha hisoblangan
compare-not-applicable = taalluqli boʻlmagan
compare-unanswered = javob yoʻq
compare-dropped = Endi soʻralmaydiganlar

# Ikki respondent.
agreement-title = Javoblar mosligi: { $one } va { $other }
agreement-one-begun = Birinchi
agreement-other-begun = Ikkinchi
agreement-items = Ikkovi ham javob bergan koʻrsatkichlar
agreement-kappa = Vaznli kappa
agreement-same = Bir xil javoblar
agreement-lean = Ikkinchisi minus birinchisi, darajalarda
agreement-all = Barcha koʻrsatkichlar
agreement-areas = Yoʻnalishlar boʻyicha
agreement-n = n
agreement-kappa-short = kappa
agreement-same-short = bir xil
agreement-lean-short = siljish
agreement-far-count = uzoq
agreement-note = Kappa kvadrat vaznli: 1 — toʻliq moslik, 0 — tasodifiy javoblardagidek. Barcha javoblar bir xil boʻlsa, u hisoblanmaydi. Siljish 0 dan katta boʻlsa, ikkinchisi yuqoriroq baholagan. Uzoq: farq ikki daraja yoki undan koʻp.
agreement-far-apart = Ikki daraja yoki undan koʻp farq qiladigan koʻrsatkichlar
agreement-none-far = Bundaylari yoʻq.
agreement-answers = Barcha javoblar
agreement-levels = daraja
agreement-one = birinchi
agreement-other = ikkinchi

# Nima xato ketdi.
compare-same = Ikkala kod ham bitta baholashniki: { $enterprise }.
compare-other-questionnaire = Soʻrovnomalar har xil, solishtirib boʻlmaydi: “{ $one }” va “{ $other }”.
compare-other-questionnaire-hint = bitta soʻrovnoma boʻyicha baholashlarni solishtiring, versiyasi har xil boʻlishi mumkin
agreement-other-version = Ikki respondent soʻrovnomaning bitta versiyasiga javob berishi kerak, bu yerda esa: { $one } va { $other }.
agreement-other-version-hint = bu versiyalarning umumiy qismini tashxis compare koʻrsatadi

# Yordam.
cli-about-compare = Ikki baholash orasida nima oʻzgargani va u xatolikdan kattami
cli-about-stats-agreement = Bir korxonaning ikki respondenti javoblari qanchalik mos
cli-arg-one = Bir baholash kodi, uning boshi yoki oxiri
cli-arg-other = Boshqa baholash kodi
cli-arg-compare-format = Format: text (odatdagi), json yoki csv
cli-arg-stats-agreement-format = Format: text (odatdagi), json yoki csv

# Ekran.
action-compare = Boshqa baholash bilan solishtirish: nima oʻzgardi
short-compare = solishtirish
compare-screen-title = Nima oʻzgardi
compare-span = Avval { $then }, hozir { $now }. Solishtirilgan koʻrsatkichlar: { $compared }/{ $all }
compare-figures = { $change } ({ $low }…{ $high })
compare-too-little = Solishtirish uchun umumiysi juda kam: vaznning { $share } qismi
compare-other-firm = Bular har xil korxonalar: “{ $then }” va “{ $now }”. Bu vaqt ichidagi oʻzgarish emas, oradagi farq.
compare-other-version = Soʻrovnoma versiyasi avval { $then } edi, hozir { $now }: faqat umumiy qismi hisobga olinadi.
compare-pick = Qaysi baholash bilan solishtirilsin?
compare-nothing = Bu soʻrovnoma boʻyicha boshqa baholash yoʻq
compare-closed = yakunlangan

# Hisobot.
compare-since = Oʻtgan galdan beri nima oʻzgardi
compare-of = { $compared }/{ $all }
compare-since-line = { $then } → { $now }: { $change } ({ $low }…{ $high }) · { $verdict }
compare-since-way = Maqsad sari bosib oʻtilgan yoʻl: { $share }

# Takroriy baholash.
action-again = Qayta baholash: oʻsha korxona, hozirgi javoblar koʻrinib turadi
short-again = qayta
action-same = Javob oʻtgan galgidek
short-same = oʻshandek
last-dialog = Qayta baholash
last-said = Oʻtgan gal ({ $date }): { $answer }
last-confirm = Hali ham shundaymi? { $key } uni saqlaydi; hech narsa oʻz-oʻzidan koʻchirilmaydi.
last-nothing = Oʻtgan gal bu savolga javob berilmagan
last-scored = Baholanadigan savollarga yangidan javob beriladi; oʻtgan galgi javob faqat koʻrsatiladi
cli-arg-from = Korxonani qayta baholash: oxirgi baholash kodi; oʻsha javoblar koʻrsatib turiladi
