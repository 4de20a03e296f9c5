# Ошибки в выражениях: их читает автор анкеты.

## Запись
expr-empty = выражение пустое
expr-too-long = длина выражения — { $length }, а читается не больше { $max } знаков
expr-too-deep = глубина вложенности скобок и функций здесь больше { $max }
expr-unclosed-text = у этой кавычки нет пары
expr-unclosed-reference = знаки «$» и «{"{"}» начинают ссылку на вопрос, но она не закрыта знаком «{"}"}»
expr-empty-reference = между фигурными скобками нет имени вопроса
expr-unexpected-character = «{ $text }» здесь ничего не значит
expr-path = пути к вопросам здесь не используются
expr-expected-value = здесь нужно значение, а стоит «{ $found }»
expr-expected-operator = здесь нужен знак операции, а стоит «{ $found }»
expr-unexpected-end = выражение обрывается там, где нужно значение
expr-unclosed-parenthesis = эта скобка не закрыта
expr-unopened-parenthesis = эта скобка не была открыта

## Имена
expr-unknown-question = здесь нельзя прочитать вопрос «{ $name }»: его нет или он стоит ниже
expr-unknown-name = «{ $name }» — не вопрос в фигурных скобках и не текст в кавычках
expr-unknown-function = функции «{ $name }» нет
expr-unknown-area = направления «{ $name }» здесь нет
expr-no-current = точка означает проверяемый ответ и имеет смысл только в ограничении
expr-no-scores = функция «{ $function }» доступна только в рекомендациях, когда баллы уже есть
expr-not-offered-random = в XLSForm такая функция есть, но здесь её нет: одни и те же ответы должны всегда давать один результат
expr-not-offered-nodes = в XLSForm такая функция есть, но здесь её нет: нет ни повторов, ни путей
expr-not-offered-other = в XLSForm такая функция есть, но здесь её нет

## Аргументы
expr-too-few-arguments = { $least ->
    [one] функции «{ $function }» нужен хотя бы { $least } аргумент, а дано: { $given }
    [few] функции «{ $function }» нужно хотя бы { $least } аргумента, а дано: { $given }
    [many] функции «{ $function }» нужно хотя бы { $least } аргументов, а дано: { $given }
   *[other] функции «{ $function }» нужно хотя бы { $least } аргумента, а дано: { $given }
}
expr-too-many-arguments = { $most ->
    [0] Функция «{ $function }» не принимает аргументов, а дано: { $given }
    [one] функция «{ $function }» принимает не больше { $most } аргумента, а дано: { $given }
    [few] функция «{ $function }» принимает не больше { $most } аргументов, а дано: { $given }
    [many] функция «{ $function }» принимает не больше { $most } аргументов, а дано: { $given }
   *[other] функция «{ $function }» принимает не больше { $most } аргумента, а дано: { $given }
}
expr-unpaired-arguments = последние аргументы функции «{ $function }» идут парами; всего их { $given }, и один остался без пары
expr-needs-question = функции «{ $function }» здесь нужен вопрос, а не значение
expr-needs-choices = у { $question } нет списка вариантов ответа
expr-needs-area = функции «{ $function }» здесь нужно имя направления
expr-bad-pattern = это не регулярное выражение: в нём ошибка
expr-pattern-too-big = это регулярное выражение слишком велико
expr-bad-date = «{ $text }» — не дата
expr-bad-date-code = «{ $code }» ничего не значит в шаблоне даты

## Чего не может быть
expr-unknown-choice = { $question } никогда не имеет значения «{ $choice }»
expr-unknown-status = состояния «{ $status }» нет
expr-out-of-reach = ни одно значение { $question } не удовлетворяет этому сравнению
expr-number-with-text = число никогда не равно «{ $text }»
expr-date-with-text = дата никогда не равна «{ $text }»
expr-date-with-number = дата сравнивается с числом { $number }, то есть с числом дней от 1 января 1970 года
expr-truth-with-text = истина или ложь сравнивается с текстом «{ $text }»; любой непустой текст считается истиной
expr-text-not-number = «{ $user }» работает с числами, а «{ $text }» — не число
expr-choice-not-number = «{ $user }» работает с числами, а среди вариантов { $question } чисел нет
expr-choices-not-number = «{ $user }» работает с числами, а { $question } — это список вариантов

## Подсказки
expr-hint-nearest = может быть, «{ $name }»?
expr-hint-write = напишите { $instead }
expr-hint-values = возможные значения: { $values }
expr-hint-date = дату пишите так: date('2026-01-31')
expr-hint-date-codes = коды: %Y %y %m %n %b %d %e %a %H %h %M %S %3, а для знака процента — %%
expr-hint-truth = напишите true() или false() либо уберите сравнение
expr-hint-missing = чтобы узнать, есть ли ответ, напишите != ''
expr-hint-count-selected = count-selected() считает выбранные варианты, selected() проверяет один из них
expr-hint-pattern = просмотр вперёд и назад и обратные ссылки не поддерживаются
