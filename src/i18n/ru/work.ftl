# Long work: how far it is, and stopping it.
work-reading = Чтение завершённых оценок: { $percent } %
work-reading-title = Чтение завершённых оценок
work-statistics = Расчёт статистики: { $percent } %
work-exporting = Экспорт: { $percent } %
work-importing = Импорт: { $percent } %
work-copying = Копирование базы данных: { $percent } %
work-stopped = Остановлено. Ничего не изменено.
work-failed = Не удалось: расчёт прервался.
work-gauge = { $gauge } { $percent } %
work-hint-stop = остановить
work-signals = Программа не может принимать Ctrl+C: { $cause }
