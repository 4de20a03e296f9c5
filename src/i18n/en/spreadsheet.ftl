# The questionnaire as a spreadsheet that an enterprise fills in. Names of sheets have at most 31 letters.
spreadsheet-sheet-start = Read first
spreadsheet-sheet-answers = Answers
spreadsheet-sheet-lists = Lists
spreadsheet-column-question = Code
spreadsheet-column-section = Section
spreadsheet-column-text = Question
spreadsheet-column-expected = What to enter
spreadsheet-column-answer = Answer
spreadsheet-column-reason = Why no answer
spreadsheet-column-comment = Comment
spreadsheet-list-of = Questions
spreadsheet-list-code = Code
spreadsheet-list-words = What to choose
spreadsheet-line-firm = Name of the enterprise
spreadsheet-line-questionnaire = Questionnaire
spreadsheet-line-version = Version
spreadsheet-line-hash = Checksum of the questionnaire
spreadsheet-line-form = Form
spreadsheet-line-language = Language
spreadsheet-line-id = Number of this template
spreadsheet-dont-know = Don’t know
spreadsheet-refused = Prefer not to answer
spreadsheet-not-applicable = Does not apply to us

# How it is filled in.
spreadsheet-rule-firm = Write the name of the enterprise below, in the yellow cell. Leave the other lines there as they are: they tell the program which questionnaire this is.
spreadsheet-rule-answers = Answer the questions on the sheet “{ $answers }”, in the yellow cells. The other cells are locked so that nothing is overwritten by accident; there is no password.
spreadsheet-rule-choose = Where there is a list, click the cell and choose from it. All lists are on the sheet “{ $lists }”. Numbers and dates are typed as usual.
spreadsheet-rule-several = Where several answers are possible, write their codes with a semicolon between them, for instance: code1; code2.
spreadsheet-rule-none = If you cannot answer, choose the reason in the column beside the answer. If the question does not apply to you, write in the comment why.
spreadsheet-rule-skip = Under some questions it says when they are asked. If that does not hold, leave the answer empty.
spreadsheet-rule-send = Save the file as it is (XLSX) and send it back. Questions left empty can be answered later.
spreadsheet-rule-csv = Fill in the columns of the answer, the reason and the comment; leave the code as it is. Several answers: codes with a semicolon between them. Leave questions that are not asked empty. Save as CSV UTF-8.
spreadsheet-rule-reasons = If there is no answer, write one of these into the column of the reason; for the last one write in the comment why:
    { $reasons }
spreadsheet-warning-title = Check the answer
spreadsheet-warning = This is not what the question asks for. See the column “What to enter”.
spreadsheet-expect-one = One from the list
spreadsheet-expect-several = One or several codes, with a semicolon between them
spreadsheet-expect-level = The highest level that is fully true
spreadsheet-expect-integer = A whole number
spreadsheet-expect-decimal = A number
spreadsheet-expect-text = Text
spreadsheet-expect-date = A date: day, month, year, for instance 23.11.2026
spreadsheet-unit = Unit: { $unit }
spreadsheet-see-lists = What can be chosen is on the sheet of lists

# A file that came back: where, what is wrong, what to do.
spreadsheet-at = sheet “{ $sheet }”, { $cell }
spreadsheet-at-csv = { $cell }
spreadsheet-at-file = the file
spreadsheet-too-large = The file is larger than { $most } MB. A questionnaire that was filled in is far smaller: take out pictures and other sheets.
spreadsheet-unpacks = Unpacked, the file is larger than { $most } MB, so it is not read. A questionnaire that was filled in is far smaller.
spreadsheet-too-many-parts = The file consists of more than { $most } parts, so it is not read. Copy the answers into a new template.
spreadsheet-too-many-styles = The workbook has more than { $most } MB of cell formats, so it is not read. Copy the answers into a new template.
spreadsheet-too-many-rows = A sheet has something below row { $most }. Delete the rows below the last question.
spreadsheet-too-many-cells = More than { $most } cells are filled. Delete what does not belong to the questionnaire.
spreadsheet-damaged = The file is damaged or is no workbook: { $cause }. Open it in a spreadsheet program, save it as XLSX, and try again.
spreadsheet-not-utf8 = Line { $line } is not UTF-8. Save the file as “CSV UTF-8”, or send the XLSX file.
spreadsheet-no-template = This is not a questionnaire that was written by `tashxis template`: the lines #questionnaire, #version and #assessment are missing.
spreadsheet-no-columns = No sheet has the columns “Code” and “Answer” among its first rows. Copy the answers into a new template.
spreadsheet-no-line = The line { $name } is missing. Copy it from the template that was sent out.
spreadsheet-bad-line = “{ $value }” was changed. Copy this line from the template that was sent out.
spreadsheet-other-questionnaire = The file belongs to the questionnaire “{ $id }”, which is not on this machine. Lay its file into the folder of questionnaires.
spreadsheet-other-version = The file was made with version { $version } of “{ $id }”, whose text is not on this machine; here is version { $here }. Import it where it was made, or make a new template and copy the answers.
spreadsheet-nothing-filled = Nothing is filled in.
spreadsheet-no-name = Something is filled in beside no question. Delete it, or write the code of the question into the first column.
spreadsheet-unknown = The questionnaire has no question “{ $question }”. Restore the code from the template.
spreadsheet-unknown-near = The questionnaire has no question “{ $question }”. Is “{ $name }” meant?
spreadsheet-twice = Question { $question } is answered in more than one row. Leave one of them.
spreadsheet-both = There is an answer as well as a reason for none. Leave one of the two.
spreadsheet-no-such-reason = “{ $value }” is not one of the reasons. Choose one from the list.
spreadsheet-why-missing = Write in the comment why the question does not apply.
spreadsheet-formula = The formula comes to { $value }. Write the value itself.
spreadsheet-not-asked = This question is not asked with the other answers. Empty the cell, or correct the answer that it hangs on.
spreadsheet-not-offered = This option cannot be chosen with the other answers. Choose another one, or correct the answer that it hangs on.
spreadsheet-condition = The value does not fit: { $text }
spreadsheet-out-of-range = The value does not fit the condition of this question. Check it.

# What was done.
spreadsheet-imported = { $file }: new assessment { $id } of “{ $enterprise }”. Answered: { $done } of { $asked }. To continue: tashxis open { $id }
spreadsheet-here-already = { $file }: imported already as assessment { $id } of “{ $enterprise }”. Nothing was changed.
spreadsheet-here-differs = { $file }: this template was imported already for “{ $enterprise }”, as assessment { $id }, and its answers now differ from the file in { $count ->
    [one] { $count } question
   *[other] { $count } questions
  }. Nothing was changed. Change the answers with tashxis open { $id }; for a second respondent make another template.
spreadsheet-erased = { $file }: the assessment of this template was erased for good on { $day }. Nothing was imported.
spreadsheet-needs-ending = { $path }: the ending tells the format, .xlsx or .csv.
spreadsheet-needs-output = The template needs a file to be written to: --output answers.xlsx or --output answers.csv.
spreadsheet-other-program = { $file }: this format is not read. Save the file as XLSX or as CSV UTF-8.
spreadsheet-unwritten = The workbook cannot be written: { $cause }.
