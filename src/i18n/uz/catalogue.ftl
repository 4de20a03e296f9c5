# Katalog faylidagi xatolar: `tashxis check` ularni shunday aytadi.
catalogue-no-record = bunday yozuv yoʻq: “{ $name }”
catalogue-no-generic = bunday neytral matn yoʻq: “{ $name }”; uni “[[generic]]” sifatida qoʻshing
catalogue-ended-before-verified = yozuv { $until } kuni, tekshiruvdan oldin tugagan, lekin amaldagidek yozilgan
catalogue-ended-before-verified-hint = status = "closed" deb yozing yoki sanani tuzating
catalogue-no-review = yozuv qachon qayta tekshirilishi aytilmagan
catalogue-no-review-hint = tadbir uchun “valid_until” yoki “review_by” kerak
catalogue-dates-turned = “{ $then }” sanasi “{ $first }” sanasidan oldin turibdi
catalogue-earlier-day = shu sana oldin boʻlishi kerak
catalogue-bad-address = “{ $value }” manzil emas
catalogue-bad-address-hint = toʻliq yozing: https://example.org/page
catalogue-gate-behind-gate = bu yozuv bilan birga aytiladigan yozuvning oʻzida ham “gate” bor; faqat bitta qadam hisobga olinadi

# Eskirgan yozuvlar.
catalogue-stale-review = { $record }: tekshiruv muddati oʻtgan ({ $due }); tekshirilgan sana: { $verified }
catalogue-stale-ended = { $record }: amal qilish muddati tugagan ({ $due }); tekshirilgan sana: { $verified }
catalogue-stale-none = { $day } holatiga eskirgan yozuv yoʻq.
catalogue-stale-count = { $day } holatiga eskirgan yozuvlar: { $count } ta

# Tavsiya ostida.
catalogue-help = Kim yordam bera oladi
catalogue-named = { $name }: { $what }
catalogue-source = Manba: { $sources }. { $date } holatiga tekshirilgan.
catalogue-source-aged = Manba: { $sources }. { $date } holatiga tekshirilgan; oʻzgargan boʻlishi mumkin.

# Hisobot oxirida.
catalogue-of-report = Dasturlar va tashkilotlar katalogi
catalogue-gone-through = { $title }, versiya: { $version }, { $date } holatiga koʻrib chiqilgan. Murojaat qilishdan oldin amaldagi shartlarni tekshiring.
catalogue-none = yoʻq: hech kim nomi bilan aytilmaydi
catalogue-sources = Bu qayerda aytilgan
