# Korxona toʻldiradigan jadval koʻrinishidagi soʻrovnoma. Varaq nomida koʻpi bilan 31 ta harf.
spreadsheet-sheet-start = Avval oʻqing
spreadsheet-sheet-answers = Javoblar
spreadsheet-sheet-lists = Roʻyxatlar
spreadsheet-column-question = Savol kodi
spreadsheet-column-section = Boʻlim
spreadsheet-column-text = Savol
spreadsheet-column-expected = Nima yoziladi
spreadsheet-column-answer = Javob
spreadsheet-column-reason = Nega javob yoʻq
spreadsheet-column-comment = Izoh
spreadsheet-list-of = Savollar
spreadsheet-list-code = Kod
spreadsheet-list-words = Nimani tanlash mumkin
spreadsheet-line-firm = Korxona nomi
spreadsheet-line-questionnaire = Soʻrovnoma
spreadsheet-line-version = Versiyasi
spreadsheet-line-hash = Soʻrovnomaning nazorat yigʻindisi
spreadsheet-line-form = Shakli
spreadsheet-line-language = Tili
spreadsheet-line-id = Bu blankning raqami
spreadsheet-dont-know = Bilmayman
spreadsheet-refused = Javob berishni istamayman
spreadsheet-not-applicable = Bizga taalluqli emas

# Qanday toʻldiriladi.
spreadsheet-rule-firm = Korxona nomini quyidagi sariq katakka yozing. U yerdagi boshqa qatorlarni oʻzgartirmang: dastur soʻrovnomani shulardan taniydi.
spreadsheet-rule-answers = “{ $answers }” varagʻidagi sariq kataklarda javob bering. Boshqa kataklar tasodifan oʻchirib yuborilmasligi uchun yopilgan; paroli yoʻq.
spreadsheet-rule-choose = Roʻyxat bor joyda katakni bosing va roʻyxatdan tanlang. Hamma roʻyxatlar “{ $lists }” varagʻida. Sonlar va sanalar odatdagidek yoziladi.
spreadsheet-rule-several = Bir nechta javob berish mumkin boʻlsa, kodlarini nuqtali vergul bilan ajratib yozing, masalan: kod1; kod2.
spreadsheet-rule-none = Javob bera olmasangiz, javob yonidagi ustunda sababini tanlang. Savol sizga taalluqli boʻlmasa, nega ekanini izohda yozing.
spreadsheet-rule-skip = Baʼzi savollar ostida ular qachon berilishi yozilgan. Shart bajarilmasa, javobni boʻsh qoldiring.
spreadsheet-rule-send = Faylni shu holicha (XLSX) saqlang va qaytarib yuboring. Boʻsh qolgan savollarga keyin javob berish mumkin.
spreadsheet-rule-csv = Javob, sabab va izoh ustunlarini toʻldiring; kodni oʻzgartirmang. Bir nechta javob boʻlsa, kodlar nuqtali vergul bilan ajratiladi. Berilmaydigan savollarni boʻsh qoldiring. CSV UTF-8 sifatida saqlang.
spreadsheet-rule-reasons = Javob boʻlmasa, sabab ustuniga shulardan birini yozing; oxirgisini yozsangiz, nega ekanini izohda yozing:
    { $reasons }
spreadsheet-warning-title = Javobni tekshiring
spreadsheet-warning = Savolga boshqacha javob kerak. “Nima yoziladi” ustuniga qarang.
spreadsheet-expect-one = Roʻyxatdan bittasi
spreadsheet-expect-several = Bitta yoki bir nechta kod, nuqtali vergul bilan ajratiladi
spreadsheet-expect-level = Toʻliq toʻgʻri keladigan eng yuqori daraja
spreadsheet-expect-integer = Butun son
spreadsheet-expect-decimal = Son
spreadsheet-expect-text = Matn
spreadsheet-expect-date = Sana: kun, oy, yil, masalan 23.11.2026
spreadsheet-unit = Oʻlchov birligi: { $unit }
spreadsheet-see-lists = Nimani tanlash mumkinligi roʻyxatlar varagʻida

# Qaytib kelgan fayl: qayerda, nima notoʻgʻri, nima qilish kerak.
spreadsheet-at = “{ $sheet }” varagʻi, { $cell }
spreadsheet-at-csv = { $cell }
spreadsheet-at-file = fayl
spreadsheet-too-large = Fayl { $most } MB dan katta. Toʻldirilgan soʻrovnoma ancha kichik boʻladi: rasmlar va ortiqcha varaqlarni olib tashlang.
spreadsheet-unpacks = Ochilganda fayl { $most } MB dan katta, shuning uchun oʻqilmaydi. Toʻldirilgan soʻrovnoma ancha kichik boʻladi.
spreadsheet-too-many-parts = Fayl { $most } tadan koʻp qismdan iborat, shuning uchun oʻqilmaydi. Javoblarni yangi blankka koʻchiring.
spreadsheet-too-many-rows = Varaqda { $most }-qatordan pastda ham yozuv bor. Oxirgi savoldan keyingi qatorlarni oʻchiring.
spreadsheet-too-many-cells = { $most } tadan koʻp katak toʻldirilgan. Soʻrovnomaga tegishli boʻlmaganlarini oʻchiring.
spreadsheet-damaged = Fayl buzilgan yoki u Excel kitobi emas: { $cause }. Uni jadval dasturida oching, XLSX sifatida saqlang va qayta urinib koʻring.
spreadsheet-not-utf8 = { $line }-qator UTF-8 formatida emas. Faylni “CSV UTF-8” sifatida saqlang yoki XLSX faylni yuboring.
spreadsheet-no-template = Bu `tashxis template` buyrugʻi yaratgan soʻrovnoma emas: fayl haqidagi qatorlari (# bilan boshlanadi) yoʻq.
spreadsheet-no-columns = Hech bir varaqning dastlabki qatorlarida “Savol kodi” va “Javob” ustunlari yoʻq. Javoblarni yangi blankka koʻchiring.
spreadsheet-no-line = { $name } qatori yoʻq. Uni yuborilgan blankdan koʻchiring.
spreadsheet-bad-line = “{ $value }” oʻzgartirilgan. Bu qatorni yuborilgan blankdan koʻchiring.
spreadsheet-other-questionnaire = Fayl “{ $id }” soʻrovnomasiga tegishli, u bu kompyuterda yoʻq. Uning faylini soʻrovnomalar papkasiga qoʻying.
spreadsheet-other-version = Fayl “{ $id }” soʻrovnomasining { $version } versiyasi boʻyicha yaratilgan, uning matni bu yerda yoʻq; bu yerdagi versiya: { $here }. Uni yaratilgan joyida import qiling yoki yangi blank yaratib, javoblarni koʻchiring.
spreadsheet-nothing-filled = Hech narsa toʻldirilmagan.
spreadsheet-no-name = Savoli yoʻq qatorga nimadir yozilgan. Uni oʻchiring yoki birinchi ustunga savol kodini yozing.
spreadsheet-unknown = Soʻrovnomada “{ $question }” degan savol yoʻq. Kodni blankdan tiklang.
spreadsheet-unknown-near = Soʻrovnomada “{ $question }” degan savol yoʻq. “{ $name }” nazarda tutilganmi?
spreadsheet-twice = { $question } savoliga bir nechta qatorda javob berilgan. Bittasini qoldiring.
spreadsheet-both = Javob ham, javob yoʻqligining sababi ham yozilgan. Bittasini qoldiring.
spreadsheet-no-such-reason = “{ $value }” sabablar orasida yoʻq. Roʻyxatdan tanlang.
spreadsheet-why-missing = Savol nega sizga taalluqli emasligini izohda yozing.
spreadsheet-formula = Formula natijasi: { $value }. Qiymatning oʻzini yozing.
spreadsheet-not-asked = Boshqa javoblarga koʻra bu savol berilmaydi. Katakni boʻshating yoki savol bogʻliq boʻlgan javobni tuzating.
spreadsheet-not-offered = Boshqa javoblarga koʻra bu variantni tanlab boʻlmaydi. Boshqasini tanlang yoki u bogʻliq boʻlgan javobni tuzating.
spreadsheet-condition = Qiymat mos emas: { $text }
spreadsheet-out-of-range = Qiymat bu savolning shartiga mos emas. Uni tekshiring.

# Nima qilindi.
spreadsheet-imported = { $file }: yangi baholash { $id }, korxona: “{ $enterprise }”. Javob berilgan: { $asked } tadan { $done } ta. Davom ettirish: tashxis open { $id }
spreadsheet-here-already = { $file }: avval import qilingan, bu { $id } baholashi, korxona: “{ $enterprise }”. Hech narsa oʻzgartirilmadi.
spreadsheet-here-differs = { $file }: “{ $enterprise }” korxonasi uchun bu blank avval import qilingan, bu { $id } baholashi; endi uning javoblari fayldagidan { $count } ta savolda farq qiladi. Hech narsa oʻzgartirilmadi. Javoblarni oʻzgartirish: tashxis open { $id }; ikkinchi respondent uchun boshqa blank yarating.
spreadsheet-erased = { $file }: bu blank boʻyicha baholash { $day } kuni butunlay oʻchirilgan. Hech narsa import qilinmadi.
spreadsheet-needs-ending = { $path }: format kengaytmadan aniqlanadi, .xlsx yoki .csv.
spreadsheet-needs-output = Blank yoziladigan faylni koʻrsating: --output answers.xlsx yoki --output answers.csv.
spreadsheet-other-program = { $file }: bu format oʻqilmaydi. Faylni XLSX yoki CSV UTF-8 sifatida saqlang.
spreadsheet-unwritten = Kitobni yaratib boʻlmadi: { $cause }.
