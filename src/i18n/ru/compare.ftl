# Две оценки рядом: слова, общие для таблиц и экранов.
compare-title = Что изменилось: { $enterprise }
compare-enterprise = Предприятие
compare-then-enterprise = Предприятие тогда
compare-questionnaire = Анкета
compare-then-begun = Тогда
compare-now-begun = Сейчас
compare-then-version = Версия тогда
compare-now-version = Версия сейчас
compare-items = Сравнено показателей
compare-share = Доля сравнённых
compare-index = Общий балл
compare-scores = Баллы по показателям, на которые есть ответ в обеих оценках
compare-area = направление
compare-name = название
compare-then = тогда
compare-now = сейчас
compare-change = разница
compare-low = от
compare-high = до
compare-verdict = вывод
compare-compared = сравнено
compare-progress = к цели
compare-better = рост подтверждён
compare-worse = спад подтверждён
compare-noise = в пределах погрешности
compare-unknown = мало общего
compare-scores-note = Сравниваются только показатели с ответами в обеих оценках и с одинаковым подсчётом, с весами более поздней версии. «От» и «до» — 90-процентный интервал разницы: сомнения в весах у обеих оценок общие, сомнения в ответах у каждой свои. Изменение подтверждено, если интервал не содержит 0. «К цели» — пройденная часть пути от прежнего балла до цели.
compare-moved = Изменившиеся показатели
compare-item = показатель
compare-points = баллы
compare-question = вопрос
compare-reason = причина
compare-moved-note = Баллы: сколько показатель добавляет к баллу своего направления.
compare-none-moved = Ни на один вопрос не ответили иначе.
compare-left-out = Не сравниваются
compare-new = новый
compare-scored-otherwise = считался иначе
compare-not-applicable = был неприменим
compare-unanswered = нет ответа
compare-dropped = Больше не спрашиваются

# Два респондента.
agreement-title = Согласие ответов: { $one } и { $other }
agreement-one-begun = Первый
agreement-other-begun = Второй
agreement-items = Показателей с ответами обоих
agreement-kappa = Взвешенная каппа
agreement-same = Одинаковых ответов
agreement-lean = Второй минус первый, в уровнях
agreement-all = Все показатели
agreement-areas = По направлениям
agreement-n = n
agreement-kappa-short = каппа
agreement-same-short = одинаково
agreement-lean-short = сдвиг
agreement-far-count = далеко
agreement-note = Каппа с квадратичными весами: 1 — полное согласие, 0 — как при случайных ответах. Её нет там, где все ответы одинаковы. Сдвиг больше 0: второй оценивает выше. Далеко: разница в два уровня и больше.
agreement-far-apart = Показатели с разницей в два уровня и больше
agreement-none-far = Таких нет.
agreement-answers = Все ответы
agreement-levels = уровни
agreement-one = первый
agreement-other = второй

# Что не так.
compare-same = Оба кода указывают на одну и ту же оценку: { $enterprise }.
compare-other-questionnaire = Анкеты разные, сравнивать нечего: «{ $one }» и «{ $other }».
compare-other-questionnaire-hint = сравнивайте оценки по одной анкете, версии могут отличаться
agreement-other-version = Два респондента должны отвечать на одну версию анкеты, а здесь { $one } и { $other }.
agreement-other-version-hint = tashxis compare покажет то, что у этих версий общее

# Справка.
cli-about-compare = Что изменилось между двумя оценками и больше ли это погрешности
cli-about-stats-agreement = Насколько согласны два респондента одного предприятия
cli-arg-one = Код одной оценки, его начало или конец
cli-arg-other = Код другой оценки
cli-arg-compare-format = Формат: text (по умолчанию), json или csv
cli-arg-stats-agreement-format = Формат: text (по умолчанию), json или csv

# Экран.
action-compare = Сравнить с другой оценкой: что изменилось
short-compare = сравнить
compare-screen-title = Что изменилось
compare-span = Тогда { $then }, сейчас { $now }. Сравнено показателей: { $compared } из { $all }
compare-figures = { $change } ({ $low }…{ $high })
compare-too-little = Слишком мало общего для сравнения: { $share } веса
compare-other-firm = Это разные предприятия, «{ $then }» и «{ $now }»: перед вами различие, а не изменение во времени.
compare-other-version = Версия анкеты была { $then }, сейчас { $now }: учитывается только общее.
compare-pick = С какой оценкой сравнить?
compare-nothing = Других оценок по этой анкете нет
compare-closed = завершена

# Отчёт.
compare-since = Что изменилось с прошлого раза
compare-of = { $compared } из { $all }
compare-since-line = { $then } → { $now }: { $change } ({ $low }…{ $high }) · { $verdict }
compare-since-way = Пройдено пути к цели: { $share }

# Повторная оценка.
action-again = Оценить снова: то же предприятие, нынешние ответы будут перед глазами
short-again = снова
action-same = Тот же ответ, что в прошлый раз
short-same = как тогда
last-dialog = Повторная оценка
last-said = В прошлый раз ({ $date }): { $answer }
last-confirm = Всё так же? { $key } сохранит этот ответ; само ничего не переносится.
last-nothing = В прошлый раз на этот вопрос не ответили
last-scored = На оцениваемые вопросы отвечают заново; прошлый ответ только показан
cli-arg-from = Оценить предприятие снова: код его последней оценки; прошлые ответы будут показаны
