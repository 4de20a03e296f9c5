target-title = Цель
target-note = Уровень достигнут, когда балл лежит в его ступени и достигнут сам уровень зрелости, который учитывает основы. Продвижение считается от балла в день выбора.
target-pattern = По образцу
target-next = следующий шаг: на один уровень выше по каждому направлению
target-own = собственные уровни
target-origin = Поставлена
target-by-enterprise = предприятием
target-by-advisor = консультантом
target-by-programme = программой
target-chosen = Дата выбора
target-gap-closed = уровень { $now }, цель { $level }: достигнута.
target-gap-points = уровень { $now }, цель { $level }; балл { $score }, до { $goal } не хватает { $points }.
target-gap-basics = уровень { $now }, цель { $level }; балла { $score } достаточно, но не выполнены основы нижних уровней.
target-gap-unknown = цель { $level }; балла пока нет.
target-progress = С { $date } пройдено { $share } пути.
profile-view-target = цель
target-intro = Цель указывает, какого уровня должно достичь каждое направление. Возьмите готовый образец и измените уровни или задайте свои.
target-column-now = Сейчас
target-column-level = Цель
target-column-points = Не хватает
target-empty = Ни у одного направления нет уровня: задайте хотя бы один, затем сохраните цель.
target-kept = Цель сохранена.
target-cleared = Цель снята.
target-not-kept = Изменения ещё не сохранены: Enter сохранит их, повторное Esc отбросит.
target-none = Цель не выбрана.
target-how = Когда цель выбрана, здесь видно, как далеко до неё каждому направлению и какая часть пути пройдена. Выбрать: Enter.
target-summary = { $origin ->
    [advisor] Поставлена консультантом { $date }: { $pattern }.
    [programme] Поставлена программой { $date }: { $pattern }.
   *[enterprise] Поставлена предприятием { $date }: { $pattern }.
 } Направлений, достигших цели: { $reached } из { $areas }.
action-target = Выбрать или изменить цель
short-target = цель
action-keep-target = Сохранить цель
short-keep-target = сохранить
action-clear-target = Снять цель
short-clear-target = снять
