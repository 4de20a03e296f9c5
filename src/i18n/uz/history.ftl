# Baholash tarixi.
action-history = Tarix: kim, nimani va qachon oʻzgartirdi
short-history = tarix
history-title = Tarix
history-count = Oʻzgarishlar: { $count }
history-then-title = Oʻsha paytdagi holat
history-at-first = Boshida, { $time }: hali javob berilmagan edi
history-after = { $all } ta oʻzgarishdan { $number }-sidan keyin · { $time } · { $who }
history-score = Oʻsha paytdagi umumiy ball: 100 dan { $score } · { $band }
history-no-score = Oʻsha paytda umumiy ball yoʻq edi: javoblar kam
history-answers = Oʻsha paytdagi javoblar: { $asked } tadan { $done } tasi
history-is-first = Bu eng boshi
history-is-last = Bu oxirgi oʻzgarish
history-no-question = Bu oʻzgarish savolga tegishli emas
history-hint-then = oʻsha holat
history-hint-only = faqat shu savol
history-hint-all = barcha savollar
history-hint-step = oldingi, keyingi oʻzgarish
