# Long work: how far it is, and stopping it.
work-reading = Tugallangan baholashlar oʻqilmoqda: { $percent }%
work-reading-title = Tugallangan baholashlar oʻqilmoqda
work-statistics = Statistika hisoblanmoqda: { $percent }%
work-exporting = Eksport qilinmoqda: { $percent }%
work-importing = Import qilinmoqda: { $percent }%
work-copying = Maʼlumotlar bazasidan nusxa olinmoqda: { $percent }%
work-stopped = Toʻxtatildi. Hech narsa oʻzgarmadi.
work-failed = Bajarilmadi: hisoblash uzilib qoldi.
work-gauge = { $gauge } { $percent }%
work-hint-stop = toʻxtatish
work-signals = Dastur Ctrl+C ni qabul qila olmaydi: { $cause }
