# Анкета на бумаге.
form-enterprise = Предприятие
form-date = Дата
form-interviewer = Интервьюер
form-foot = { $id }, версия { $version } ({ $hash }), { $program }
form-rule-one = ○ – отметьте один ответ.
form-rule-several = ☐ – отметьте всё, что подходит.
form-rule-level = Где ответы пронумерованы с 0, отметьте самый высокий из тех, что верны полностью.
form-rule-none = Если вы не знаете ответа, предпочитаете не отвечать или вопрос к вам неприменим, напишите это вместо ответа.
form-rule-required = * – нужен ответ или причина, почему его нет.
form-rule-quick = ● – входит в краткую форму.
form-rule-routing = → – когда задаётся вопрос. Если условие не выполнено, переходите к следующему.
form-guidance = Интервьюеру: { $text }
form-date-space = …… . …… . ………… (день, месяц, год)
form-alone = отмечается только отдельно
form-offered = если { $condition }

# Маршрут.
form-only-if = Только если { $condition }.
form-section-only-if = Заполняйте этот раздел, только если { $condition }.
form-required-if = Ответ обязателен, если { $condition }.
form-else = Иначе ответом считается: { $value }.
form-filter = Какие ответы можно выбрать, зависит от вопросов { $questions }: { $condition }

# Утверждения о вопросе; стоят после слова «если».
form-quoted = «{ $text }»
form-or = { $some } или { $last }
form-and = { $some } и { $last }
form-not-value = не { $value }
form-neither = { $some } и { $last }
form-answered = на вопрос { $question } есть ответ
form-not-answered = на вопрос { $question } нет ответа
form-is = ответ на вопрос { $question } – { $values }
form-is-not = ответ на вопрос { $question } – { $values }
form-ticked = в вопросе { $question } отмечено { $values }
form-not-ticked = в вопросе { $question } не отмечено { $values }
form-some-ticked = в вопросе { $question } отмечен хотя бы один ответ
form-none-ticked = в вопросе { $question } не отмечено ни одного ответа
form-number = ответ на вопрос { $question } { $order ->
    [less] меньше { $number }
    [at-most] не больше { $number }
    [more] больше { $number }
    [at-least] не меньше { $number }
   *[equal] равен { $number }
}
form-number-not = неверно, что ответ на вопрос { $question } { $order ->
    [less] меньше { $number }
    [at-most] не больше { $number }
    [more] больше { $number }
    [at-least] не меньше { $number }
   *[equal] равен { $number }
}
form-level = уровень в вопросе { $question } { $order ->
    [less] ниже { $number }
    [at-most] не выше { $number }
    [more] выше { $number }
    [at-least] не ниже { $number }
   *[equal] равен { $number }
}
form-level-not = неверно, что уровень в вопросе { $question } { $order ->
    [less] ниже { $number }
    [at-most] не выше { $number }
    [more] выше { $number }
    [at-least] не ниже { $number }
   *[equal] равен { $number }
}
form-count = число ответов, отмеченных в вопросе { $question }, { $order ->
    [less] меньше { $number }
    [at-most] не больше { $number }
    [more] больше { $number }
    [at-least] не меньше { $number }
   *[equal] равно { $number }
}
form-count-not = неверно, что число ответов, отмеченных в вопросе { $question }, { $order ->
    [less] меньше { $number }
    [at-most] не больше { $number }
    [more] больше { $number }
    [at-least] не меньше { $number }
   *[equal] равно { $number }
}
form-code = выполнено { $code }
