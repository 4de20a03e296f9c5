# Анкета как таблица, которую заполняет предприятие. В названии листа не больше 31 буквы.
spreadsheet-sheet-start = Прочтите сначала
spreadsheet-sheet-answers = Ответы
spreadsheet-sheet-lists = Списки
spreadsheet-column-question = Код
spreadsheet-column-section = Раздел
spreadsheet-column-text = Вопрос
spreadsheet-column-expected = Что вписать
spreadsheet-column-answer = Ответ
spreadsheet-column-reason = Почему нет ответа
spreadsheet-column-comment = Комментарий
spreadsheet-list-of = Вопросы
spreadsheet-list-code = Код
spreadsheet-list-words = Что можно выбрать
spreadsheet-line-firm = Название предприятия
spreadsheet-line-questionnaire = Анкета
spreadsheet-line-version = Версия
spreadsheet-line-hash = Контрольная сумма анкеты
spreadsheet-line-form = Форма
spreadsheet-line-language = Язык
spreadsheet-line-id = Номер этого бланка
spreadsheet-dont-know = Не знаю
spreadsheet-refused = Не хочу отвечать
spreadsheet-not-applicable = К нам не относится

# Как её заполнять.
spreadsheet-rule-firm = Впишите название предприятия ниже, в жёлтую ячейку. Остальные строки там не меняйте: по ним программа узнаёт анкету.
spreadsheet-rule-answers = Отвечайте на листе «{ $answers }», в жёлтых ячейках. Остальные ячейки закрыты, чтобы ничего не стереть случайно; пароля нет.
spreadsheet-rule-choose = Где есть список, щёлкните по ячейке и выберите из него. Все списки – на листе «{ $lists }». Числа и даты вводятся как обычно.
spreadsheet-rule-several = Где можно дать несколько ответов, впишите их коды через точку с запятой, например: код1; код2.
spreadsheet-rule-none = Если ответить нельзя, выберите причину в столбце рядом с ответом. Если вопрос к вам не относится, напишите в комментарии почему.
spreadsheet-rule-skip = У некоторых вопросов указано, когда они задаются. Если условие не выполнено, оставьте ответ пустым.
spreadsheet-rule-send = Сохраните файл в том же виде (XLSX) и отправьте обратно. На пустые вопросы можно ответить позже.
spreadsheet-rule-csv = Заполните столбцы ответа, причины и комментария; код не меняйте. Несколько ответов – коды через точку с запятой. Вопросы, которые не задаются, оставьте пустыми. Сохраните как CSV UTF-8.
spreadsheet-rule-reasons = Если ответа нет, впишите в столбец причины одно из этих слов; для последнего напишите в комментарии почему:
    { $reasons }
spreadsheet-warning-title = Проверьте ответ
spreadsheet-warning = Вопрос требует другого. Смотрите столбец «Что вписать».
spreadsheet-expect-one = Один вариант из списка
spreadsheet-expect-several = Один или несколько кодов через точку с запятой
spreadsheet-expect-level = Самый высокий уровень, который верен полностью
spreadsheet-expect-integer = Целое число
spreadsheet-expect-decimal = Число
spreadsheet-expect-text = Текст
spreadsheet-expect-date = Дата: день, месяц, год, например 23.11.2026
spreadsheet-unit = Единица: { $unit }
spreadsheet-see-lists = Что можно выбрать – на листе списков

# Файл, который вернулся: где, что не так, что делать.
spreadsheet-at = лист «{ $sheet }», { $cell }
spreadsheet-at-csv = { $cell }
spreadsheet-at-file = файл
spreadsheet-too-large = Файл больше { $most } МБ. Заполненная анкета намного меньше: уберите картинки и лишние листы.
spreadsheet-unpacks = В распакованном виде файл больше { $most } МБ, поэтому он не читается. Заполненная анкета намного меньше.
spreadsheet-too-many-parts = В файле больше { $most } частей, поэтому он не читается. Перенесите ответы в новый бланк.
spreadsheet-too-many-styles = В книге больше { $most } МБ форматов ячеек, поэтому она не читается. Перенесите ответы в новый бланк.
spreadsheet-too-many-rows = На листе есть что-то ниже строки { $most }. Удалите строки под последним вопросом.
spreadsheet-too-many-cells = Заполнено больше { $most } ячеек. Удалите то, что не относится к анкете.
spreadsheet-damaged = Файл повреждён или это не книга Excel: { $cause }. Откройте его в табличной программе, сохраните как XLSX и повторите.
spreadsheet-not-utf8 = Строка { $line } не в кодировке UTF-8. Сохраните файл как «CSV UTF-8» или пришлите XLSX.
spreadsheet-no-template = Это не анкета, созданная командой `tashxis template`: нет строк #questionnaire, #version и #assessment.
spreadsheet-no-columns = Ни на одном листе среди первых строк нет столбцов «Код» и «Ответ». Перенесите ответы в новый бланк.
spreadsheet-no-line = Нет строки { $name }. Скопируйте её из отправленного бланка.
spreadsheet-bad-line = Значение «{ $value }» изменено. Скопируйте эту строку из отправленного бланка.
spreadsheet-other-questionnaire = Файл относится к анкете «{ $id }», которой нет на этом компьютере. Положите её файл в папку анкет.
spreadsheet-other-version = Файл создан по версии { $version } анкеты «{ $id }», текста которой здесь нет; здесь версия { $here }. Импортируйте его там, где он создан, или создайте новый бланк и перенесите ответы.
spreadsheet-nothing-filled = Ничего не заполнено.
spreadsheet-no-name = В строке без вопроса что-то вписано. Удалите это или впишите код вопроса в первый столбец.
spreadsheet-unknown = В анкете нет вопроса «{ $question }». Восстановите код по бланку.
spreadsheet-unknown-near = В анкете нет вопроса «{ $question }». Имеется в виду «{ $name }»?
spreadsheet-twice = На вопрос { $question } отвечено в нескольких строках. Оставьте одну.
spreadsheet-both = Есть и ответ, и причина его отсутствия. Оставьте что-то одно.
spreadsheet-no-such-reason = «{ $value }» – не причина из списка. Выберите из списка.
spreadsheet-why-missing = Напишите в комментарии, почему вопрос к вам не относится.
spreadsheet-formula = Формула даёт { $value }. Впишите само значение.
spreadsheet-not-asked = При остальных ответах этот вопрос не задаётся. Очистите ячейку или исправьте ответ, от которого он зависит.
spreadsheet-not-offered = При остальных ответах этот вариант выбрать нельзя. Выберите другой или исправьте ответ, от которого он зависит.
spreadsheet-condition = Значение не подходит: { $text }
spreadsheet-out-of-range = Значение не отвечает условию этого вопроса. Проверьте его.

# Что сделано.
spreadsheet-imported = { $file }: новая оценка { $id }, предприятие «{ $enterprise }». Отвечено: { $done } из { $asked }. Продолжить: tashxis open { $id }
spreadsheet-here-already = { $file }: уже импортирован, это оценка { $id }, предприятие «{ $enterprise }». Ничего не изменено.
spreadsheet-here-differs = { $file }: этот бланк для предприятия «{ $enterprise }» уже импортирован, это оценка { $id }; теперь её ответы расходятся с файлом в { $count ->
    [one] { $count } вопросе
    [few] { $count } вопросах
   *[other] { $count } вопросах
  }. Ничего не изменено. Ответы можно изменить командой tashxis open { $id }; для второго респондента создайте другой бланк.
spreadsheet-erased = { $file }: оценка по этому бланку навсегда стёрта { $day }. Ничего не импортировано.
spreadsheet-needs-ending = { $path }: формат определяется по расширению, .xlsx или .csv.
spreadsheet-needs-output = Укажите файл для бланка: --output answers.xlsx или --output answers.csv.
spreadsheet-other-program = { $file }: этот формат не читается. Сохраните файл как XLSX или CSV UTF-8.
spreadsheet-unwritten = Не удалось создать книгу: { $cause }.
