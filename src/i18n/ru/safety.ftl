# Copies that are made by themselves, the way back to one, and who can read the database.
cli-about-restore = Вернуть резервную копию на место базы данных, если копия в порядке; прежний файл сохраняется
cli-about-backup = Скопировать базу данных в новый файл и проверить копию; без файла — перечислить автоматические копии
cli-arg-backup-file = Новый файл для копии
cli-arg-restore-file = Резервная копия, которую нужно вернуть
cli-arg-keep = Сколько последних автоматических копий хранить; 0 — больше не делать
cli-value-n = ЧИСЛО
safety-copies-kept = { $count ->
    [one] Копия делается автоматически при открытии базы после изменений. Хранится { $count } последняя копия и по одной за день в течение недели.
    [few] Копия делается автоматически при открытии базы после изменений. Хранятся { $count } последние копии и по одной за день в течение недели.
   *[other] Копия делается автоматически при открытии базы после изменений. Хранятся { $count } последних копий и по одной за день в течение недели.
}
safety-copies-off = Автоматические копии не делаются. Включить их: tashxis backup --keep 10
safety-no-copies = В папке { $folder } копий пока нет.
safety-restored = Восстановлено и проверено: { $file }. Оценок: { $count }.
safety-replaced = Прежний файл сохранён: { $path }
safety-not-restored = Копия { $file } не в порядке, ничего не восстановлено.
safety-not-restored-hint = выберите более раннюю копию: их перечисляет tashxis backup
safety-not-copied = Автоматическую резервную копию сделать не удалось. { $cause }
safety-not-copied-short = Резервная копия не сделана; причина будет показана при выходе
safety-exposed = Другие пользователи этого компьютера могут прочитать файл { $path }.
safety-exposed-hint = закройте им доступ: chmod 600 { $path }

# What can be saved of a damaged database.
cli-about-repair = Спасти из повреждённой базы всё, что ещё читается, в новую базу и сообщить, чего не хватает
cli-arg-damaged = Повреждённая база данных; она только читается
cli-arg-repair-output = Новая база для того, что удастся спасти
safety-salvaged-whole = { $assessment } ({ $enterprise }): полностью. Событий: { $events }.
safety-salvaged-part = { $assessment } ({ $enterprise }): не читаются события истории: { $missing }, первое — № { $position }. Сохранено: { $events }; следующие за пропуском получили новые номера.
safety-salvaged-beginning = { $assessment } ({ $enterprise }): последних изменений не хватает. Сохранено событий: { $events }.
safety-salvaged-nameless = { $assessment }: название предприятия не читается; теперь оно — «{ $enterprise }».
safety-lost-head = { $assessment }: утрачена. Запись самой оценки не читается; событий в её истории было не меньше: { $count }.
safety-lost-questionnaire = { $assessment }: утрачена. Её анкета не читается, и среди ваших такой нет; событий в истории было не меньше: { $count }.
safety-repair-cut = Файл обрезан: страниц осталось { $there }, было { $said }.
safety-repair-beside = Черновики, планы и настройки прочитаны не полностью.
safety-repair-nothing = В файле { $path } ничего прочитать не удалось; новая база не создана.
safety-repair-nothing-hint = восстановите резервную копию: автоматические копии перечисляет tashxis backup
safety-repaired = Записано и проверено: { $path }. Проблем: { $missing }.

# The right to be forgotten.
cli-about-forget = Навсегда стереть предприятие или одну оценку со всей историей
cli-arg-whom = Название предприятия или идентификатор одной оценки
cli-arg-copies = Удалить и копии рядом с базой данных
cli-value-whom = НАЗВАНИЕ|ID
safety-forget-one = Будет стёрто: { $enterprise }, начата { $day } ({ $assessment })
safety-forget-for-ever = Ответы, примечания, планы и вся история стираются без возможности возврата. Оценок: { $count }.
safety-forget-elsewhere = Резервные копии и выгрузки сохраняют своё содержимое. Удалите те, что сделали сами; копии рядом с базой удаляются параметром --copies:
safety-forget-copies-too = Будут удалены и копии рядом с базой: { $count }. Резервные копии и выгрузки в других местах сохраняют своё содержимое; удалите их сами.
safety-forget-confirm = Чтобы продолжить, введите название предприятия в точности: { $name }
safety-not-forgotten = Название не введено; ничего не стёрто.
safety-forgotten = Стёрто: { $name }. Оценок: { $count }.
safety-copy-stays = Стёрто, но копию { $path } удалить не удалось: { $cause }. Удалите её сами.
import-forgotten = Эта оценка стёрта здесь { $day } и снова не принимается. Уберите её из файла.

# Copies that went apart.
safety-twin = Рядом с базой лежит копия с изменениями, которых здесь нет: { $path }. Разошедшихся оценок: { $apart }, более новых там: { $ahead }. Ничего не перезаписано, обе сохранены.
safety-twin-short = В копии рядом с базой есть свои изменения: { $file }
safety-twin-hint = возьмите недостающее: tashxis export ID --db КОПИЯ -o more.json, затем tashxis import more.json
