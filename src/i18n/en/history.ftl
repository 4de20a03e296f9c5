# The history of an assessment.
action-history = History: who changed what and when
short-history = history
history-title = History
history-count = Changes: { $count }
history-then-title = As it stood
history-at-first = At the beginning, { $time }: nothing was answered yet
history-after = After change { $number } of { $all } · { $time } · { $who }
history-score = Overall score then: { $score } of 100 · { $band }
history-no-score = No overall score then: too few answers
history-answers = Answers then: { $done } of { $asked }
history-is-first = This is the beginning
history-is-last = This is the last change
history-no-question = This change is of no question
history-hint-then = as it stood
history-hint-only = only this question
history-hint-all = all questions
history-hint-step = change before, after
