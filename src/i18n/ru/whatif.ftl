action-what-if = Что, если: примерить другие ответы
action-try-path = Примерить самый дешёвый путь к следующей ступени
action-try-area = Пункты одного направления или всех
action-try-back = Вернуть ответ этого пункта
action-try-reset = Вернуть все ответы
action-try-keep = Сохранить достигнутые уровни как цель
short-what-if = что, если
short-try-path = дешёвый путь
short-try-area = направление
short-try-back = вернуть
short-try-reset = вернуть всё
short-try-keep = в цель
whatif-title = Что, если
whatif-hint-step = шаг
whatif-all-areas = Все направления, сначала наибольший прирост
whatif-column-points = баллы
whatif-column-gain = шаг даст
whatif-now = Сейчас: { $answer }
whatif-then = Проба: { $answer }
whatif-index = Общий балл { $score }
whatif-standing = { $band } · уровень зрелости { $level }
whatif-provisional = Предварительно: не все ответы даны.
whatif-begin = ←→ меняют выбранный ответ на шаг. Ничего не сохраняется.
whatif-advice = Рекомендации: отпадает { $settled }, новых { $raised }.
whatif-settled = Больше не нужны
whatif-raised = Новые
whatif-opened = { $count ->
    [one] Тогда будет задан ещё { $count } вопрос.
    [few] Тогда будут заданы ещё { $count } вопроса.
   *[many] Тогда будет задано ещё { $count } вопросов.
 }
whatif-top = Выше этому ответу некуда
whatif-bottom = Ниже этому ответу некуда
whatif-refused = { $question }: { $why }
whatif-resumed = Ваши прежние пробы сохранились; X вернёт все ответы
whatif-no-items = Примерять нечего: оцениваемые вопросы не задаются
whatif-nothing-tried = Пока ничего не изменено
whatif-not-tried-here = В этом пункте ничего не изменено
whatif-path = До «{ $band }»: { $count ->
    [one] изменён { $count } ответ
    [few] изменено { $count } ответа
   *[many] изменено { $count } ответов
 }, всего усилий { $effort }
whatif-path-none = «{ $band }» своими силами недостижима: самое большее { $score }
whatif-path-top = Это высшая ступень
whatif-path-no-score = Пути пока нет: для общего балла мало ответов
whatif-no-higher-level = Ни одно направление не поднялось на уровень выше: целиться пока некуда
whatif-keep-again = Цель от { $day } уже есть; ещё раз S заменит её
whatif-kept = Достигнутые уровни сохранены как цель
action-many-draws = Пересчитать с 20 000 розыгрышей
short-many-draws = 20 000 розыгрышей
whatif-draws = Розыгрышей { $draws }: интервал 90 % { $interval }; при любом виде среднего { $robust }
whatif-omission = Без одного пункта
whatif-omission-of = без { $question } было бы { $score } ({ $change }): другие пункты влияют не больше
whatif-omission-note = Без пункта { $question }, который влияет больше всех, было бы { $score } ({ $change }).
cli-arg-draws = Число случайных расчётов для интервалов, от 100 до 1 000 000 (без указания — 2000)
cli-arg-seed = Начальное число расчётов (без указания — 2026); с тем же числом результат тот же
cli-value-n = ЧИСЛО
