# Where a problem of an imported file is. Records are counted from 1.
import-at-file = file, { $field }
import-at-questionnaire = questionnaire no. { $record }, { $field }
import-at-enterprise = enterprise no. { $record }, { $field }
import-at-assessment = assessment no. { $record }, { $field }

# Reading the file.
import-too-large = The file is larger than { $most } MB. Export fewer assessments at a time.
import-not-json = The file is not JSON: line { $line }, column { $column } ({ $detail }). Was it cut off or edited? Export it again.
import-other-format = This is no export of assessments: the format is “{ $found }”, it should be “{ $known }”.
import-other-version = The export has format version { $found }; this program reads { $known }. Install the newer version of tashxis.
import-no-object = A record is expected here: { "{" } … { "}" }.
import-missing-field = The field is missing.
import-unknown-field = There is no such field; what it says would be lost.
import-bad-field = The value does not fit: { $detail }.
import-twice = { $value } stands in the file more than once.

# Judging what it says.
import-no-enterprise = The file has no enterprise { $value }.
import-no-questionnaire = The file has no questionnaire { $value }.
import-no-question = The questionnaire has no question { $question }.
import-questionnaire-hash = The text of the questionnaire was changed: its hash is another.
import-questionnaire-invalid = The questionnaire has errors. Check it with: tashxis check FILE.
import-questionnaire-differs = The text of the questionnaire says { $found }.
import-fine-time = The time is finer than a microsecond and cannot be stored.
import-too-long = The time the question was on screen is too long.
import-wrong-sequence = The events are not numbered 1, 2, 3 … without gaps.
import-wrong-hash = The event, or what came before it, was changed after it was kept: the hash does not match.
import-wrong-old = The event does not start from the answer that the events before it give.
import-wrong-of = The event takes back or repeats a change that does not exist.
import-wrong-state = The value does not follow from the events.

# Comparing with what is here already.
import-conflict = From this event on, the assessment here has another history. Nothing was overwritten; both copies were changed apart. Keep them in two databases (--db FILE).
import-other-assessment = Another assessment has this id here: its enterprise, questionnaire, form, language or beginning differ. Nothing was overwritten.
import-enterprise-differs = The enterprise is called “{ $stored }” here. Nothing was overwritten.
import-taken = { $value } belongs to another assessment here. Nothing was overwritten.

# Writing an export.
export-cut = The output broke off in the middle. What was printed is incomplete: do not use it.
