# Программа строка за строкой.
plain-because-terminal = Построчный режим: этот терминал (TERM={ $terminal }) не может показать интерфейс.
plain-because-pipe = Построчный режим: ввод или вывод — не терминал, а файл или канал.
plain-farewell = Всё сохранено. До свидания.
plain-nothing-changed = Ничего не изменено и ничего не потеряно: введённое стоит выше.
plain-not-saved = Последнее изменение не сохранено: { $cause }
plain-no-such-number = «{ $value }» — не номер от 1 до { $most }. Введите один из номеров или нажмите Enter, чтобы вернуться.
plain-pick-or-stay = Введите номер; Enter оставит всё как есть.
plain-language = Язык: { $language }
plain-unknown-command = Команды «{ $letter }» здесь нет. Список команд: ?, а в вопросе со свободным текстом: /?
plain-commands = Команды (русская буква на той же клавише тоже подойдёт):

# Список.
plain-start-first = Нажмите Enter, чтобы начать. l — язык, ? — список команд, q — выход.
plain-start-list = Оценки:
plain-start-how = Введите номер, чтобы открыть оценку. n — новая оценка, ? — список команд, q — выход.
plain-summary = { $enterprise }. { $questionnaire }, { $form }. Отвечено: { $done } из { $asked }. Изменено { $date }.
plain-summary-finished = { $enterprise }. { $questionnaire }, { $form }. Завершена. Отвечено: { $done } из { $asked }. Изменено { $date }.
plain-which = Какую? Введите номер; Enter — назад.
plain-new-name = Название предприятия. Пустая строка — назад.
plain-new-questionnaire = Какой вопросник? Enter — «{ $default }».
plain-new-form = Какая форма? Enter — { $default }.
plain-new-language = Язык интервью; сейчас: { $language }.
plain-nothing-begun = Новая оценка не начата.

# Вопрос.
plain-how-to-answer = Введите ответ и нажмите Enter: он сразу сохраняется. Пустая строка ведёт дальше и оставляет вопрос как есть. ? объясняет вопрос и перечисляет команды — отдельные буквы. Там, где вводится свободный текст, перед командой ставится /: например, /b или /?. С / команда работает везде.
plain-question = Вопрос { $number }, раздел { $section }, { $title }. Отвечено: { $done } из { $asked }.
plain-answer-now = Сейчас ответ такой: { $text }
plain-draft = Введено, но ещё не ответ: { $text }
plain-is-flagged = Отмечен.
plain-confidence = Надёжность: { $text }
plain-warning = Проверьте: { $text }
plain-no-guidance = Других пояснений к этому вопросу нет.
plain-type-one = Введите один номер.
plain-type-several = Введите один или несколько номеров через пробел.
plain-type-one-or-search = Введите один номер или часть слова для поиска.
plain-type-several-or-search = Введите один или несколько номеров через пробел или часть слова для поиска.
plain-type-to-search = Вариантов: { $count }. Введите часть слова для поиска, затем номер.
plain-type-number-found = Найдено: { $count }. Введите номер.
plain-more-options = Ещё { $count }. Введите больше букв, чтобы сузить поиск.
plain-type-integer = Введите целое число.
plain-type-integer-in = Введите целое число. Единица: { $unit }
plain-type-decimal = Введите число.
plain-type-decimal-in = Введите число. Единица: { $unit }
plain-type-date = Введите дату: день.месяц.год.
plain-type-text = Введите ответ одной строкой.
plain-type-lines = Введите ответ, строк может быть сколько угодно. Строка из одной точки завершает его.
plain-read = Нажмите Enter, чтобы продолжить.
plain-left-open = Оставлен без ответа.
plain-saved = Сохранено.
plain-saved-value = Сохранено: { $value }
plain-unchanged = Это уже сохранено; ничего не изменилось.
plain-answer-cleared = Сохранено: вопрос без ответа.
plain-flagged = Сохранено: вопрос отмечен, чтобы к нему вернуться.
plain-unflagged = Сохранено: отметка снята.
plain-closed = Оценка завершена. Чтобы изменить её, откройте её заново: p, затем 4.
plain-kept-so-far = Пока записано: { $text }
plain-ask-comment = Комментарий. Enter оставит как есть, - уберёт.
plain-ask-evidence = Подтверждение: документ, ссылка или дата. Enter оставит как есть, - уберёт.

# Переходы.
plain-section = { $title }. Отвечено: { $done } из { $asked }.
plain-section-not-asked = { $title }. При данных ответах не задаётся.
plain-sections-how = Введите номер раздела, чтобы узнать его вопросы, или номер вопроса, например 2.3, чтобы перейти к нему. Enter — назад.
plain-questions-how = Введите номер вопроса, например 2.3, чтобы перейти к нему. Enter — назад.
plain-question-line = { $question } – { $state }
plain-question-line-flagged = { $question } – { $state }; отмечен
plain-no-such-question = Вопроса «{ $value }» нет.
plain-review-all-done = На все вопросы есть ответ.
plain-review-how = Введите номер вопроса, чтобы перейти к нему. Enter — назад, ? — список команд.
plain-review-how-close = Введите c, чтобы завершить оценку, или номер вопроса, чтобы перейти к нему. Enter — назад, ? — список команд.
plain-cannot-close = Сначала ответьте на обязательные вопросы или укажите, почему ответа нет.

# Результат.
plain-result-report = Весь отчёт с рекомендациями
plain-result-file = Записать весь отчёт в файл
plain-result-short = Ещё раз кратко о результате
plain-result-reopen = Открыть оценку заново, чтобы изменить ответы
plain-result-go-on = Вернуться к вопросам
plain-result-to-list = Введите номер; Enter — к списку оценок.
plain-result-to-interview = Введите номер; Enter — назад к вопросам.
plain-ask-file = Имя нового файла. Пустая строка — назад.

# Команды.
plain-do-help = эта справка; у вопроса — ещё и что считается ответом
plain-do-back = назад к предыдущему вопросу
plain-do-next-open = к следующему вопросу без ответа
plain-do-sections = разделы и вопросы; /s 2.3 — к вопросу 2.3
plain-do-no-answer = нет ответа: указать почему
plain-do-note = комментарий; /n и текст сохраняет этот текст
plain-do-evidence = подтверждение и надёжность ответа
plain-do-flag = отметить вопрос, чтобы вернуться; ещё раз — снять отметку
plain-do-undo = отменить последнее изменение
plain-do-redo = вернуть отменённое
plain-do-review = просмотреть ответы и завершить
plain-do-finish = завершить оценку
plain-do-profile = профиль, рекомендации и отчёт
plain-do-language = сменить язык
plain-do-list = список оценок
plain-do-leave = выйти из программы; всё сохранено
plain-do-new = начать новую оценку
plain-do-archive = убрать оценку в архив; ничего не удаляется

# Help of the command line.
cli-arg-plain = Построчный режим: для программ экранного доступа, последовательных линий и сценариев
