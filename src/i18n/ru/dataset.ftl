# Tables of assessments: labels of columns and codes.
dataset-assessment = Оценка
dataset-enterprise = Предприятие
dataset-questionnaire = Анкета
dataset-version = Версия анкеты
dataset-form = Форма
dataset-form-full = полная
dataset-form-quick = краткая
dataset-created = Начата (UTC)
dataset-changed = Последнее изменение (UTC)
dataset-closed = Завершена (UTC)
dataset-archived = В архиве
dataset-interviewers = Интервьюеры
dataset-asked = Задано вопросов
dataset-done = Вопросы с ответом или с причиной его отсутствия
dataset-yes = да
dataset-no = нет
dataset-ticked = { $question } [{ $choice }]
dataset-index = Общий балл, 0–100
dataset-index-low = Общий балл при худших значениях всего, что неизвестно
dataset-index-high = Общий балл при лучших значениях всего, что неизвестно
dataset-index-level = Уровень зрелости предприятия, 0–4
dataset-score = { $what }: балл, 0–100
dataset-coverage = { $what }: доля отвеченного, 0–1
dataset-level = { $what }: уровень зрелости, 0–4
dataset-dont-know = не знаю
dataset-refused = отказ от ответа
dataset-not-applicable = неприменимо
dataset-not-asked = не задавался
dataset-suppressed = скрыто
dataset-sheet-table = Таблица
dataset-sheet-answers = Ответы
dataset-sheet-codebook = Кодовая книга
# What an anonymised export says of itself.
dataset-masked = Обезличено: { $enterprises ->
    [one] { $enterprises } предприятие получило псевдоним
    [few] { $enterprises } предприятия получили псевдонимы
   *[other] { $enterprises } предприятий получили псевдонимы
}; интервьюеры и время суток удалены; удалено столбцов со свободным текстом: { $texts }; скрыто ответов, общих менее чем для { $fewest } предприятий: { $cells }; столбцов с суммами, округлёнными до двух знаков: { $rounded }.
dataset-full = Предел формата { $format }: { $most } { $what ->
    [rows] строк
    [columns] столбцов
   *[other] переменных
}.
dataset-full-hint = Экспортируйте меньше оценок за раз или в формате csv.
dataset-anonymous-json = JSON хранит каждое записанное поле вместе с цепочкой хешей, поэтому обезличить его нельзя.
dataset-anonymous-json-hint = Выберите таблицу: --format csv, csv-long, xlsx, dta или sav.
dataset-needs-file = { $format } — не текст, в терминал его вывести нельзя.
dataset-needs-file-hint = Укажите файл: -o ФАЙЛ
dataset-none = Нет оценок для экспорта.
dataset-key-short = В ключе { $path } меньше { $least } байт, его можно угадать.
dataset-key-none = В этой базе ещё нет ключа псевдонимов, а записать его в неё нельзя.
dataset-key-none-hint = укажите файл с ключом: --key ФАЙЛ
dataset-no-chance = Система не даёт случайных чисел для ключа: { $cause }.
