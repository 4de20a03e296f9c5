# Tables of assessments: labels of columns and codes.
dataset-assessment = Baholash
dataset-enterprise = Korxona
dataset-questionnaire = Soʻrovnoma
dataset-version = Soʻrovnoma versiyasi
dataset-form = Shakl
dataset-form-full = toʻliq
dataset-form-quick = qisqa
dataset-created = Boshlangan (UTC)
dataset-changed = Oxirgi oʻzgarish (UTC)
dataset-closed = Yakunlangan (UTC)
dataset-archived = Arxivda
dataset-interviewers = Intervyuerlar
dataset-asked = Berilgan savollar soni
dataset-done = Javob berilgan yoki javob yoʻqligi sababi koʻrsatilgan savollar
dataset-yes = ha
dataset-no = yoʻq
dataset-ticked = { $question } [{ $choice }]
dataset-index = Umumiy ball, 0–100
dataset-index-low = Nomaʼlum javoblar eng past boʻlgandagi umumiy ball
dataset-index-high = Nomaʼlum javoblar eng yuqori boʻlgandagi umumiy ball
dataset-index-level = Korxonaning yetuklik darajasi, 0–4
dataset-score = { $what }: ball, 0–100
dataset-coverage = { $what }: javob berilgan ulush, 0–1
dataset-level = { $what }: yetuklik darajasi, 0–4
dataset-dont-know = bilmayman
dataset-refused = javob berishdan bosh tortildi
dataset-not-applicable = tegishli emas
dataset-not-asked = soʻralmagan
dataset-suppressed = yashirilgan
dataset-sheet-table = Jadval
dataset-sheet-answers = Javoblar
dataset-sheet-codebook = Kodlar kitobi
# What an anonymised export says of itself.
dataset-masked = Shaxsiy belgilar olib tashlandi: taxallus berilgan korxonalar: { $enterprises }; intervyuerlar va kun vaqti olib tashlandi; olib tashlangan erkin matn ustunlari: { $texts }; { $fewest } tadan kam korxonaga xos boʻlgani uchun yashirilgan javoblar: { $cells }; ikki raqamgacha yaxlitlangan miqdor ustunlari: { $rounded }.
dataset-full = { $format } formatiga koʻpi bilan { $most } { $what ->
    [rows] qator
    [columns] ustun
   *[other] oʻzgaruvchi
} sigʻadi.
dataset-full-hint = Kamroq baholashni eksport qiling yoki csv formatini tanlang.
dataset-anonymous-json = JSON har bir saqlangan maydonni xesh zanjiri bilan birga saqlaydi, shuning uchun undan shaxsiy belgilarni olib tashlab boʻlmaydi.
dataset-anonymous-json-hint = Jadvalni tanlang: --format csv, csv-long, xlsx, dta yoki sav.
dataset-needs-file = { $format } matn emas, uni terminalga chiqarib boʻlmaydi.
dataset-needs-file-hint = Faylni koʻrsating: -o FAYL
dataset-none = Eksport qilinadigan baholash yoʻq.
dataset-key-short = { $path } kalitida { $least } baytdan kam, uni topib olish mumkin.
dataset-key-none = Bu bazada hali taxalluslar kaliti yoʻq, bazaga yozib ham boʻlmaydi.
dataset-key-none-hint = kalit faylini koʻrsating: --key FAYL
dataset-no-chance = Tizim kalit uchun tasodifiy sonlar bermayapti: { $cause }.
