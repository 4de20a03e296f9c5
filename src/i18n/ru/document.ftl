# Первая страница, для тех, кто дальше не читает.
document-running-self = Самооценка, ответы не проверялись
document-running-interview = Опрос проводили: { $names }
document-contents = Содержание
document-glance = Коротко
document-stand = Где вы сейчас
document-stand-said = Общий балл — { $score } из 100. Это ступень «{ $band }», уровень зрелости { $level } из 4.
document-stand-interval = Веса, пробелы и неуверенные ответы оставляют сомнения: в девяти случаях из десяти балл лежит от { $low } до { $high }.
document-stand-areas = Сильнее всего: { $best } ({ $high }). Слабее всего: { $worst } ({ $low }).
document-back = Что мешает больше всего
document-first = Три первых дела
document-unsure = В чём мы не уверены
document-unsure-bands = Вероятна не одна ступень: { $bands }.
document-unsure-weakest = «{ $area }» — самое слабое направление не во всех расчётах, а в { $share }.
document-unsure-areas = Направления, оценённые не полностью: { $areas }.
document-unsure-open = { $count ->
    [one] Без ответа пока { $count } вопрос.
    [few] Без ответа пока { $count } вопроса.
    [many] Без ответа пока { $count } вопросов.
   *[other] Без ответа пока { $count } вопроса.
}
document-unsure-none = { $count ->
    [one] У { $count } вопроса вместо ответа указана причина.
   *[other] У { $count } вопросов вместо ответа указана причина.
}
document-unsure-guesses = { $count ->
    [one] { $count } ответ — предположение.
    [few] { $count } ответа — предположения.
    [many] { $count } ответов — предположения.
   *[other] { $count } ответа — предположения.
}
document-unsure-flagged = { $count ->
    [one] { $count } ответ отмечен, чтобы к нему вернуться.
    [few] { $count } ответа отмечены, чтобы к ним вернуться.
    [many] { $count } ответов отмечены, чтобы к ним вернуться.
   *[other] { $count } ответа отмечены, чтобы к ним вернуться.
}
document-unsure-unverified = Ответы никто не сверял с документами.

# Диаграммы и таблицы к ним.
document-radar = Направления с одного взгляда
document-bars = Баллы направлений
document-levels = Доля веса, достигающая каждого уровня зрелости
document-level = Уровень { $level }
document-key-now = балл
document-key-interval = интервал 90 %
document-key-bounds = возможный диапазон
document-key-target = цель
document-key-before = прошлая оценка
document-key-peers = медиана похожих предприятий
document-cells-target = ◇ цель
document-cells-peers = ▼ медиана похожих предприятий

# В командной строке.
cli-arg-profile-short = Только две страницы: результат, направления и первые действия в кратком виде
cli-arg-profile-format = Формат: text (по умолчанию), md, html, pdf, xlsx или json; без этого параметра решает расширение файла
cli-arg-profile-output = Записать в этот файл; если это папка — в файл с названием предприятия
