# Problems in expressions: read by the author of a questionnaire.

## Form
expr-empty = the expression is empty
expr-too-long = the expression has { $length } characters; at most { $max } are read
expr-too-deep = parentheses and functions are nested more than { $max } deep here
expr-unclosed-text = this quotation mark has no partner
expr-unclosed-reference = “$” and “{"{"}” begin a reference to a question, but it is not closed by “{"}"}”
expr-empty-reference = the name of a question is missing between the braces
expr-unexpected-character = “{ $text }” has no meaning here
expr-path = paths to questions are not used here
expr-expected-value = a value is expected here, but “{ $found }” was found
expr-expected-operator = an operator is expected here, but “{ $found }” was found
expr-unexpected-end = the expression ends where a value is expected
expr-unclosed-parenthesis = this parenthesis is not closed
expr-unopened-parenthesis = this parenthesis was not opened

## Names
expr-unknown-question = there is no question “{ $name }” that can be read here; a question is read only by those below it
expr-unknown-name = “{ $name }” is neither a question in braces nor a text in quotation marks
expr-unknown-function = there is no function “{ $name }”
expr-unknown-area = there is no area “{ $name }” here
expr-no-current = the dot stands for the answer being checked and means something only in a constraint
expr-no-scores = the function “{ $function }” is known only in recommendations, when the scores are there
expr-not-offered-random = the function exists in XLSForm but not here: the same answers must always give the same result
expr-not-offered-nodes = the function exists in XLSForm but not here: there are no repeats and no paths
expr-not-offered-other = the function exists in XLSForm but not here

## Arguments
expr-too-few-arguments = { $least ->
    [one] “{ $function }” needs { $least } argument, but { $given } was given
   *[other] “{ $function }” needs { $least } arguments, but { $given } were given
}
expr-too-many-arguments = { $most ->
    [0] “{ $function }” takes no arguments, but { $given } were given
    [one] “{ $function }” takes at most { $most } argument, but { $given } were given
   *[other] “{ $function }” takes at most { $most } arguments, but { $given } were given
}
expr-unpaired-arguments = “{ $function }” takes its last arguments in pairs; { $given } arguments leave one without a partner
expr-needs-question = “{ $function }” needs a question here, not a value
expr-needs-choices = { $question } has no list of choices
expr-needs-area = “{ $function }” needs the name of an area here
expr-bad-pattern = this is not a valid regular expression
expr-pattern-too-big = this regular expression is too large
expr-bad-date = “{ $text }” is not a date
expr-bad-date-code = “{ $code }” means nothing in the pattern of a date

## What can never match
expr-unknown-choice = { $question } never has the value “{ $choice }”
expr-unknown-status = there is no status “{ $status }”
expr-out-of-reach = no value of { $question } meets this comparison
expr-number-with-text = a number can never be equal to “{ $text }”
expr-date-with-text = a date can never be equal to “{ $text }”
expr-date-with-number = a date is compared with the number { $number }, which stands for that many days since 1 January 1970
expr-truth-with-text = true or false is compared with the text “{ $text }”; any text but the empty one counts as true
expr-text-not-number = “{ $user }” computes with numbers, and “{ $text }” is not a number
expr-choice-not-number = “{ $user }” computes with numbers, and no choice of { $question } is a number
expr-choices-not-number = “{ $user }” computes with numbers, and { $question } is a list of choices

## Hints
expr-hint-nearest = did you mean “{ $name }”?
expr-hint-write = write { $instead } instead
expr-hint-values = possible values: { $values }
expr-hint-date = write a date as date('2026-01-31')
expr-hint-date-codes = codes: %Y %y %m %n %b %d %e %a %H %h %M %S %3, and %% for a per cent sign
expr-hint-truth = write true() or false(), or leave the comparison out
expr-hint-missing = to ask whether there is an answer, write != ''
expr-hint-count-selected = count-selected() counts the choices made, selected() asks for one of them
expr-hint-pattern = look-around and back references are not supported
