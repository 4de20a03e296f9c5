# История оценки.
action-history = История: кто, что и когда изменил
short-history = история
history-title = История
history-count = Изменений: { $count }
history-then-title = Как было
history-at-first = В начале, { $time }: ответов ещё не было
history-after = После изменения { $number } из { $all } · { $time } · { $who }
history-score = Общий балл тогда: { $score } из 100 · { $band }
history-no-score = Общего балла тогда не было: мало ответов
history-answers = Ответов тогда: { $done } из { $asked }
history-is-first = Это самое начало
history-is-last = Это последнее изменение
history-no-question = Это изменение не относится к вопросу
history-hint-then = как было
history-hint-only = только этот вопрос
history-hint-all = все вопросы
history-hint-step = изменение назад, вперёд
