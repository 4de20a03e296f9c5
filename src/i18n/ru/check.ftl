# Ошибки в файле анкеты, как их сообщает `tashxis check`.
check-word-error = ошибка
check-word-warning = предупреждение
check-word-hint = подсказка

check-did-you-mean = может быть, «{ $name }»?
check-first-here = впервые здесь
check-declared-here = стоит здесь

# Сам TOML
check-toml = это не TOML: { $detail }
check-toml-duplicate-key = такой ключ в этой таблице уже есть
check-toml-duplicate-key-hint = оставьте один из двух; для новой записи списка нужен новый заголовок [[…]]
check-toml-no-quotes = текст должен стоять в кавычках
check-toml-no-quotes-hint = возьмите его в кавычки: "…"
check-toml-open-string = строка не закрыта или содержит недопустимый знак
check-toml-open-string-hint = закройте её в той же строке такой же кавычкой; текст из многих строк стоит между """ и """
check-toml-no-value = после `=` нет значения
check-toml-no-comma = не хватает запятой
check-toml-extra-comma = лишняя запятая
check-toml-unclosed = скобка открыта здесь и нигде не закрыта
check-toml-unopened = эта скобка ничего не закрывает
check-toml-bad-key = здесь нет ключа, или в нём есть знаки, которым нужны кавычки
check-toml-bad-key-hint = ключ состоит из букв A–Z, цифр, _ и -; остальное берут в кавычки
check-toml-assignment = строка пишется `ключ = значение`, с одним знаком `=`
check-toml-too-deep = таблицы и списки вложены слишком глубоко
check-toml-escape = такого сочетания со знаком \ нет
check-toml-escape-hint = сам знак пишется \\; либо возьмите текст в одинарные кавычки
check-toml-carriage-return = возврат каретки допустим только перед новой строкой
check-toml-bad-value = это не значение: не строка, не число, не true, не false и не дата
check-toml-leading-zero = число не начинается с 0
check-toml-unexpected = этому здесь не место

# Строение
check-too-large = файл больше { $most } МиБ
check-too-many-questions = вопросов больше чем { $most }
check-format = программа читает формат 1
check-unknown-key = в таблице «{ $table }» нет ключа «{ $key }»
check-known-keys = её ключи: { $keys }
check-key-of-other-kind = у вопроса вида «{ $kind }» нет ключа «{ $key }»
check-kinds-with-key = он есть у видов: { $kinds }
check-missing-keys = в «{ $table }» не хватает { $count ->
    [one] ключа
    [few] ключей
    [many] ключей
   *[other] ключей
  }: { $keys }
check-key-without = «{ $key }» не имеет смысла без «{ $other }»
check-wrong-type = «{ $key }» — это { $expected ->
    [text] текст на всех языках
    [flag] true или false
    [flag-or-expression] true, false или выражение
    [whole] целое число
    [number] число
    [number-or-false] число или false
    [answer] строка, число или дата
    [date] дата
    [list] список
    [table] таблица
    [string-or-table] строка или таблица
   *[string] строка
  }, а здесь { $found ->
    [string] строка
    [integer] целое число
    [float] число
    [boolean] true или false
    [datetime] дата
    [array] список
   *[table] таблица
  }
check-write-text = напишите { $written }
check-empty-string = значение «{ $key }» пусто
check-empty-list = список «{ $key }» пуст
check-list-length = записей в «{ $key }»: { $found }; можно от { $least } до { $most }
check-out-of-range = «{ $key }» равно { $value }; можно от { $least } до { $most }
check-not-finite = «{ $key }» должно быть конечным числом
check-not-one-of = «{ $value }» — не значение для «{ $key }»
check-one-of = можно: { $known }
check-bad-id = «{ $value }» не годится в идентификаторы
check-bad-id-hint = идентификатор начинается с буквы A–Z, дальше буквы, цифры, `_`, `.` и `-`
check-choice-space = идентификатор варианта «{ $value }» пуст или содержит пробел
check-choice-space-hint = отмеченные варианты записываются через пробел; пишите `_` или `-`
check-choice-nan = вариант не может называться «{ $value }»
check-choice-nan-hint = в выражениях это читалось бы как «не число»
check-bad-version = «{ $value }» — не версия; пишите как 1.0.0
check-bad-day = «{ $value }» — не дата
check-bad-day-hint = пишите день как 2026-11-23
check-bad-date-hint = пишите день, месяц или год: "2026-11-23", "2026-11" или "2026"

# Языки и тексты
check-unknown-language = «{ $value }» — не язык этой программы
check-derived-language = на «{ $value }» тексты не пишут: он получается из «{ $source }»
check-known-languages = языки: { $known }
check-language-twice = язык «{ $value }» указан дважды
check-language-not-listed = «{ $value }» нет среди языков файла (`languages`)
check-missing-language = текста нет на языках: { $languages }
check-empty-text = текст на языке «{ $language }» пуст
check-placeholder-lacking = в тексте на языке «{ $language }» нет { $placeholders }, а на другом языке есть
check-idle-placeholder = подстановка «{ $name }» здесь не заполняется: её прочтут вместе со скобками
check-idle-placeholder-hint = ответы подставляются только в тексты рекомендаций и программ
check-unknown-placeholder = подстановка не называет ни одного вопроса: «{ $name }»

# Имена
check-duplicate = { $what ->
    [area] направление
    [choice] вариант ответа
    [facet] аспект
    [facet_group] группа аспектов
    [list] список
    [section] раздел
    [question] вопрос
    [check] проверка
    [recommendation] рекомендация
    [target] целевой профиль
    [strength] сильная сторона
    [vignette] пример
    [generic] нейтральный текст
    [record] запись или нейтральный текст
   *[reference] набор эталонных ответов
  } «{ $name }» встречается дважды
check-duplicate-hint = идентификаторы постоянны и не повторяются; дайте второму свой
check-unknown = нет такого { $what ->
    [area] направления
    [choice] варианта ответа
    [facet] аспекта
    [list] списка
    [question] вопроса
   *[recommendation] идентификатора рекомендации
  }: «{ $name }»

# Вопросы
check-forward-reference = вопрос «{ $name }» задаётся позже
check-forward-reference-hint = выражение читает только вопросы выше него: переставьте один из двух
check-self-reference = вопрос «{ $name }» ссылается сам на себя
check-self-reference-hint = в ограничении ответ обозначается точкой (.)
check-reads-note = «{ $name }» — пояснение (note), ответа у него нет
check-list-and-choices = у вопроса либо `list`, либо `choices`, но не оба
check-list-and-choices-hint = `list` — для общего списка, `choices` — для своих вариантов
check-no-choices = для «{ $kind }» нужны варианты ответа
check-no-choices-hint = напишите `list = "…"` или `choices = [ … ]`
check-exclusive-in-select-one = `exclusive` не имеет смысла в `select_one`: вариант «{ $name }»
check-exclusive-in-select-one-hint = там и так выбирается один вариант; уберите `exclusive`
check-else-does-not-fit = ответ по правилу «{ $value }» не подходит к «{ $name }» ({ $kind })
check-else-breaks-constraint = ответ по правилу { $value } нарушает ограничение самого вопроса
check-constraint-here = ограничение
check-unreachable = вопрос «{ $name }» никогда не задаётся: условие невыполнимо
check-section-unreachable = раздел «{ $name }» никогда не задаётся: условие невыполнимо
check-excludes-each-other = это условие и условие вопроса исключают друг друга
check-nothing-meets = ни один ответ не удовлетворит этому ограничению
check-filter-leaves-nothing = фильтр не оставляет ни одного варианта при любых ответах
check-filter-dead-end = фильтр не оставляет ни одного варианта при ответах { $answers }
check-quick-hangs-on-full = «{ $name }» входит в краткую форму, но зависит от «{ $other }», который в неё не входит
check-quick-hangs-on-full-hint = в краткой форме «{ $other }» всегда без ответа: отметьте `quick` у обоих или ни у одного
check-unused-list = ни один вопрос не использует список «{ $name }»

# Баллы
check-weight-not-positive = вес должен быть больше 0
check-weights-sum = сумма весов всех направлений — { $sum }, а не 1
check-weights-sum-hint = для равных весов разделите 1 на число направлений
check-provisional-above-published = `provisional` больше, чем `published`
check-not-ascending = числа в `{ $key }` не возрастают
check-area-without-item = в направлении «{ $name }» нет ни одного вопроса
check-no-bands = направления есть, а диапазонов баллов (band) нет
check-no-bands-hint = добавьте хотя бы `[[band]]` с `from = 0`
check-first-band = первый диапазон начинается с { $from }, а не с 0
check-bands-not-ascending = диапазон от { $from } стоит после диапазона от { $before }
check-band-before = предыдущий диапазон
check-missing-score = оцениваемому вопросу вида «{ $kind }» нужен ключ `score`
check-missing-cap-hint = напишите `score = { "{" } cap = 3 { "}" }`: столько отметок дают 100 баллов
check-missing-goalposts-hint = напишите `score = { "{" } worst = 0, best = 100 { "}" }`
check-equal-goalposts = `worst` и `best` равны: { $value }
check-log-not-positive = `{ $key }` равно { $value }: для `log` нужны границы больше 0
check-log1p-negative = «{ $key }» равно { $value }: для `log1p` нужны границы не меньше 0
check-cap-too-high = `cap` равно { $cap }, а засчитывается только { $countable ->
    [one] { $countable } вариант
    [few] { $countable } варианта
    [many] { $countable } вариантов
   *[other] { $countable } варианта
  }
check-choice-without-score = вопрос «{ $name }» оценивается, но { $count ->
    [one] у варианта
    [few] у вариантов
    [many] у вариантов
   *[other] у вариантов
  } нет `score`: { $choices }
check-no-score-here = здесь нет балла

# Рекомендации
check-not-an-item = вопрос «{ $name }» не оценивается, рекомендация не может его улучшить
check-not-an-item-hint = дайте вопросу `area` или назовите его в условии `when`
check-no-area-here = здесь нет `area`
check-item-twice = «{ $name }» встречается дважды
check-no-items = ничто не вызовет эту рекомендацию: у неё нет вопросов
check-no-items-hint = назовите вопросы в `items` или напишите `threshold = false` и условие `when`
check-threshold-false-hint = при `threshold = false` решает только `when`
check-threshold-never = среднее не бывает меньше 0: программа никогда не сработает
check-threshold-below-scores = «{ $name }» никогда не сработает: баллы её вопросов не ниже { $lowest }, порог — { $threshold }
check-never-fires = «{ $name }» никогда не сработает: условие невыполнимо
check-never-warns = проверка никогда не сработает: условие невыполнимо
check-programme-too-small = вопросов в программе: { $items }, а ответов нужно не меньше { $least }
check-prerequisite-cycle = предварительные условия замкнулись в круг: { $names }
check-cycle-goes-on = и эта
check-uncovered-item = ни одна рекомендация не относится к вопросу «{ $name }»
check-strength-of-one = сильная сторона опирается на направление или на вопросы — на что-то одно
check-strength-of-one-hint = напишите «area = "…"» или «items = ["…"]»
check-vignette-of-nothing = этот пример ничего не иллюстрирует: назовите «areas» или «facets»
check-area-without-strength = ни одна сильная сторона не опирается на направление «{ $name }»

# Целевые профили и эталонные ответы
check-target-lacks-area = в целевом профиле нет уровня для: { $areas }
check-answer-does-not-fit = ответ «{ $value }» не подходит к «{ $name }» ({ $kind })
check-not-answerable = на «{ $name }» не отвечают: его вид — { $kind }
check-answer-breaks-constraint = ответ «{ $value }» нарушает ограничение вопроса «{ $name }»
check-answer-outside-form = вопрос «{ $name }» не входит в краткую форму
