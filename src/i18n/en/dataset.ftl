# Tables of assessments: labels of columns and codes.
dataset-assessment = Assessment
dataset-enterprise = Enterprise
dataset-questionnaire = Questionnaire
dataset-version = Version of the questionnaire
dataset-form = Form
dataset-form-full = full
dataset-form-quick = quick
dataset-created = Begun (UTC)
dataset-changed = Last changed (UTC)
dataset-closed = Closed (UTC)
dataset-archived = Archived
dataset-interviewers = Interviewers
dataset-asked = Questions asked
dataset-done = Questions answered, or with a reason for no answer
dataset-yes = yes
dataset-no = no
dataset-ticked = { $question } [{ $choice }]
dataset-index = Overall score, 0–100
dataset-index-low = Overall score if everything missing were at its worst
dataset-index-high = Overall score if everything missing were at its best
dataset-index-level = Maturity level of the enterprise, 0–4
dataset-score = { $what }: score, 0–100
dataset-coverage = { $what }: share answered, 0–1
dataset-level = { $what }: maturity level, 0–4
dataset-dont-know = don’t know
dataset-refused = refused
dataset-not-applicable = not applicable
dataset-not-asked = not asked
dataset-suppressed = suppressed
dataset-sheet-table = Table
dataset-sheet-answers = Answers
dataset-sheet-codebook = Codebook
# What an anonymised export says of itself.
dataset-masked = Anonymised: { $enterprises ->
    [one] { $enterprises } enterprise has a pseudonym
   *[other] { $enterprises } enterprises have pseudonyms
}; interviewers and times of day are gone; dropped columns of free text: { $texts }; answers that fewer than { $fewest } enterprises share, suppressed: { $cells }; columns of amounts rounded to two digits: { $rounded }.
dataset-full = { $format } has room for at most { $most } { $what ->
    [rows] rows
    [columns] columns
   *[other] variables
}.
dataset-full-hint = Export fewer assessments at a time, or as csv.
dataset-anonymous-json = JSON keeps every stored field with its hash chain, so it cannot be anonymised.
dataset-anonymous-json-hint = Choose a table: --format csv, csv-long, xlsx, dta or sav.
dataset-needs-file = { $format } is no text and cannot be written to the terminal.
dataset-needs-file-hint = Name a file: -o FILE
dataset-none = There is no assessment to export.
dataset-key-short = The key in { $path } has fewer than { $least } bytes and could be guessed.
dataset-key-none = This database has no key for pseudonyms yet, and it cannot be written.
dataset-key-none-hint = name a file with a key: --key FILE
dataset-no-chance = The system gives no random numbers for a key: { $cause }.
