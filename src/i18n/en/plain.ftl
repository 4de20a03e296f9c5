# The program line by line.
plain-because-terminal = Plain mode, line by line: this terminal (TERM={ $terminal }) cannot show the interface.
plain-because-pipe = Plain mode, line by line: keyboard or screen are a pipe or a file.
plain-farewell = Everything is saved. Goodbye.
plain-nothing-changed = Nothing was changed, and nothing is lost: what you typed stands above.
plain-not-saved = The last change was not saved: { $cause }
plain-no-such-number = “{ $value }” is not a number from 1 to { $most }. Type one of the numbers, or press Enter to go back.
plain-pick-or-stay = Type a number; Enter leaves it as it is.
plain-language = Language: { $language }
plain-unknown-command = There is no command “{ $letter }” here. Type ? for the commands, or /? in a free-text question.
plain-commands = Commands (a Cyrillic letter on the same key does as well):

# The list.
plain-start-first = Press Enter to begin. l changes the language, ? lists the commands, q leaves.
plain-start-list = Assessments:
plain-start-how = Type a number to open an assessment. n begins a new one, ? lists the commands, q leaves.
plain-summary = { $enterprise }. { $questionnaire }, { $form }. Answered: { $done } of { $asked }. Changed { $date }.
plain-summary-finished = { $enterprise }. { $questionnaire }, { $form }. Finished. Answered: { $done } of { $asked }. Changed { $date }.
plain-which = Which one? Type its number; Enter goes back.
plain-new-name = Name of the enterprise. Enter alone goes back.
plain-new-questionnaire = Which questionnaire? Enter takes “{ $default }”.
plain-new-form = Which form? Enter takes: { $default }.
plain-new-language = Language of the interview; now: { $language }.
plain-nothing-begun = Nothing was begun.

# A question.
plain-how-to-answer = Type an answer and press Enter; it is saved at once. Enter alone goes on and leaves the question as it is. ? explains the question and lists the commands, which are single letters. Where free text is typed, put / before a command: /b, /?. With / it works everywhere.
plain-question = Question { $number } of section { $section }, { $title }. Answered: { $done } of { $asked }.
plain-answer-now = Answer now: { $text }
plain-draft = Typed, but not an answer yet: { $text }
plain-is-flagged = Flagged.
plain-confidence = Confidence: { $text }
plain-warning = Please check: { $text }
plain-no-guidance = There is no further explanation of this question.
plain-type-one = Type one number.
plain-type-several = Type one or more numbers, with spaces between them.
plain-type-one-or-search = Type one number, or part of a word to search.
plain-type-several-or-search = Type one or more numbers, with spaces between them, or part of a word to search.
plain-type-to-search = Options: { $count }. Type part of a word to search, then a number.
plain-type-number-found = Found: { $count }. Type the number.
plain-more-options = { $count } more. Type more letters to narrow the search.
plain-type-integer = Type a whole number.
plain-type-integer-in = Type a whole number. Unit: { $unit }
plain-type-decimal = Type a number.
plain-type-decimal-in = Type a number. Unit: { $unit }
plain-type-date = Type a date: day.month.year.
plain-type-text = Type the answer in one line.
plain-type-lines = Type the answer in as many lines as you like. A line with only a dot ends it.
plain-read = Press Enter to go on.
plain-left-open = Left open.
plain-saved = Saved.
plain-saved-value = Saved: { $value }
plain-unchanged = It was saved already; nothing changed.
plain-answer-cleared = Saved: the question is open.
plain-flagged = Saved: flagged, to come back later.
plain-unflagged = Saved: the flag is taken off.
plain-closed = The assessment is finished. To change it, reopen it: p, then 4.
plain-kept-so-far = So far: { $text }
plain-ask-comment = Comment. Enter leaves it as it is, - takes it away.
plain-ask-evidence = Evidence: a document, link or date. Enter leaves it as it is, - takes it away.

# Finding one’s way.
plain-section = { $title }. Answered: { $done } of { $asked }.
plain-section-not-asked = { $title }. Not asked with the answers given.
plain-sections-how = Type a section’s number to hear its questions, or a question’s number, such as 2.3, to go there. Enter goes back.
plain-questions-how = Type a question’s number, such as 2.3, to go there. Enter goes back.
plain-question-line = { $question } – { $state }
plain-question-line-flagged = { $question } – { $state }; flagged
plain-no-such-question = There is no question “{ $value }”.
plain-review-all-done = Every question has an answer.
plain-review-how = Type a question’s number to go there. Enter goes back, ? lists the commands.
plain-review-how-close = Type c to finish the assessment, or a question’s number to go there. Enter goes back, ? lists the commands.
plain-cannot-close = First answer what is required, or say why there is no answer.

# The result.
plain-result-report = The whole report with recommendations
plain-result-file = Write the whole report to a file
plain-result-short = The result in short, once more
plain-result-reopen = Reopen the assessment, to change answers
plain-result-go-on = Go on with the questions
plain-result-to-list = Type a number; Enter goes to the list of assessments.
plain-result-to-interview = Type a number; Enter goes on with the questions.
plain-ask-file = Name of the new file. Enter alone goes back.

# Commands.
plain-do-help = this help; at a question, what counts as an answer
plain-do-back = back to the previous question
plain-do-next-open = on to the next open question
plain-do-sections = sections and questions; /s 2.3 goes to question 2.3
plain-do-no-answer = no answer: say why
plain-do-note = comment; /n and a text keeps that text
plain-do-evidence = evidence, and how sure the answer is
plain-do-flag = flag the question, to come back later; once more takes the flag off
plain-do-undo = undo the last change
plain-do-redo = redo what was undone
plain-do-review = review the answers and finish
plain-do-finish = finish the assessment
plain-do-profile = profile, recommendations and report
plain-do-language = change the language
plain-do-list = list of assessments
plain-do-leave = leave the program; everything is saved
plain-do-new = begin a new assessment
plain-do-archive = put an assessment into the archive; nothing is deleted

# Help of the command line.
cli-arg-plain = Work line by line: for screen readers, serial lines and scripts
