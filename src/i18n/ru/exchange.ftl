# Where a problem of an imported file is. Records are counted from 1.
import-at-file = файл, { $field }
import-at-questionnaire = анкета № { $record }, { $field }
import-at-enterprise = предприятие № { $record }, { $field }
import-at-assessment = оценка № { $record }, { $field }

# Reading the file.
import-too-large = Файл больше { $most } МБ. Экспортируйте меньше оценок за раз.
import-not-json = Файл не в формате JSON: строка { $line }, столбец { $column } ({ $detail }). Он обрезан или изменён? Экспортируйте его заново.
import-other-format = Это не экспорт оценок: указан формат «{ $found }», а нужен «{ $known }».
import-other-version = У экспорта версия формата { $found }, а эта программа читает { $known }. Установите более новую версию tashxis.
import-no-object = Здесь должна быть запись: { "{" } … { "}" }.
import-missing-field = Поля нет.
import-unknown-field = Такого поля нет; его содержимое было бы потеряно.
import-bad-field = Значение не подходит: { $detail }.
import-twice = { $value } встречается в файле больше одного раза.

# Judging what it says.
import-no-enterprise = В файле нет предприятия { $value }.
import-no-questionnaire = В файле нет анкеты { $value }.
import-no-question = В анкете нет вопроса { $question }.
import-questionnaire-hash = Текст анкеты изменён: его контрольная сумма другая.
import-questionnaire-invalid = В анкете есть ошибки. Проверьте её командой: tashxis check ФАЙЛ.
import-questionnaire-differs = В тексте анкеты указано: { $found }.
import-fine-time = Время точнее микросекунды и не может быть сохранено.
import-too-long = Слишком большое время показа вопроса.
import-wrong-sequence = События не пронумерованы подряд: 1, 2, 3 …
import-wrong-hash = Событие или то, что было до него, изменено после сохранения: контрольная сумма не совпадает.
import-wrong-old = Событие исходит не из того ответа, который следует из предыдущих событий.
import-wrong-of = Событие отменяет или повторяет изменение, которого нет.
import-wrong-state = Значение не следует из событий.

# Comparing with what is here already.
import-conflict = Начиная с этого события история оценки здесь другая. Ничего не перезаписано; обе копии изменялись отдельно. Храните их в разных базах (--db ФАЙЛ).
import-other-assessment = Здесь под этим идентификатором другая оценка: отличаются предприятие, анкета, форма, язык или начало. Ничего не перезаписано.
import-enterprise-differs = Здесь предприятие называется «{ $stored }». Ничего не перезаписано.
import-taken = { $value } здесь принадлежит другой оценке. Ничего не перезаписано.

# Writing an export.
export-cut = Вывод прервался на середине. То, что выведено, неполно: не используйте это.
