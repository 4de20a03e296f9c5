# The questionnaire as a paper form.
form-enterprise = Enterprise
form-date = Date
form-interviewer = Interviewer
form-foot = { $id }, version { $version } ({ $hash }), { $program }
form-rule-one = ○ – mark one answer.
form-rule-several = ☐ – mark everything that fits.
form-rule-level = Where the answers are numbered from 0, mark the highest that is fully true.
form-rule-none = If you do not know, prefer not to answer, or the question does not apply to you, write that instead of an answer.
form-rule-required = * – an answer is needed, or the reason why there is none.
form-rule-quick = ● – part of the quick form.
form-rule-routing = → – tells when a question is asked. If that does not hold, go on to the next one.
form-guidance = For the interviewer: { $text }
form-date-space = …… . …… . ………… (day, month, year)
form-alone = to be marked alone
form-offered = if { $condition }

# Routing.
form-only-if = Only if { $condition }.
form-section-only-if = Fill in this section only if { $condition }.
form-required-if = An answer is needed if { $condition }.
form-else = Otherwise the answer counts as: { $value }.
form-filter = Which answers may be chosen depends on questions { $questions }: { $condition }

# Statements about a question, which stand after “if”.
form-quoted = “{ $text }”
form-or = { $some } or { $last }
form-and = { $some } and { $last }
form-not-value = not { $value }
form-neither = { $some } and { $last }
form-answered = question { $question } has an answer
form-not-answered = question { $question } has no answer
form-is = the answer to question { $question } is { $values }
form-is-not = the answer to question { $question } is { $values }
form-ticked = { $values } is marked in question { $question }
form-not-ticked = { $values } is not marked in question { $question }
form-some-ticked = at least one answer is marked in question { $question }
form-none-ticked = no answer is marked in question { $question }
form-number = the answer to question { $question } is { $order ->
    [less] less than { $number }
    [at-most] { $number } or less
    [more] more than { $number }
    [at-least] { $number } or more
   *[equal] { $number }
}
form-number-not = the answer to question { $question } is not { $order ->
    [less] less than { $number }
    [at-most] { $number } or less
    [more] more than { $number }
    [at-least] { $number } or more
   *[equal] { $number }
}
form-level = the level in question { $question } is { $order ->
    [less] below { $number }
    [at-most] { $number } or lower
    [more] above { $number }
    [at-least] { $number } or higher
   *[equal] { $number }
}
form-level-not = the level in question { $question } is not { $order ->
    [less] below { $number }
    [at-most] { $number } or lower
    [more] above { $number }
    [at-least] { $number } or higher
   *[equal] { $number }
}
form-count = the number of answers marked in question { $question } is { $order ->
    [less] less than { $number }
    [at-most] { $number } or less
    [more] more than { $number }
    [at-least] { $number } or more
   *[equal] { $number }
}
form-count-not = the number of answers marked in question { $question } is not { $order ->
    [less] less than { $number }
    [at-most] { $number } or less
    [more] more than { $number }
    [at-least] { $number } or more
   *[equal] { $number }
}
form-code = { $code } holds
