# Problems of a questionnaire file, as `tashxis check` says them.
check-word-error = error
check-word-warning = warning
check-word-hint = hint

check-did-you-mean = did you mean “{ $name }”?
check-first-here = first used here
check-declared-here = it stands here

# TOML itself
check-toml = this is not valid TOML: { $detail }
check-toml-duplicate-key = this key already stands in the same table
check-toml-duplicate-key-hint = keep one of the two; for one more entry of a list write a new [[…]] header
check-toml-no-quotes = a text must stand in quotes
check-toml-no-quotes-hint = write "…" around it
check-toml-open-string = this string is not closed, or holds a character that may not stand in it
check-toml-open-string-hint = close it on the same line with the quote it began with; texts of many lines stand between """ and """
check-toml-no-value = a value is missing after `=`
check-toml-no-comma = a comma is missing
check-toml-extra-comma = one comma too many
check-toml-unclosed = the bracket that opens here is never closed
check-toml-unopened = this bracket closes nothing
check-toml-bad-key = a key is missing here, or has characters that need quotes
check-toml-bad-key-hint = keys consist of letters A–Z, digits, _ and -; others stand in quotes
check-toml-assignment = a line is `key = value`, with one `=`
check-toml-too-deep = tables and lists are nested too deeply
check-toml-escape = this escape with \ is not known
check-toml-escape-hint = write \\ for the character itself, or put the text between single quotes
check-toml-carriage-return = a carriage return may only stand before a new line
check-toml-bad-value = this is not a value: neither a string nor a number, true, false or a date
check-toml-leading-zero = a number does not begin with 0
check-toml-unexpected = this does not belong here

# Shape
check-too-large = the file is larger than { $most } MiB
check-too-many-questions = there are more than { $most } questions
check-format = this program reads format 1
check-unknown-key = the table “{ $table }” has no key “{ $key }”
check-known-keys = its keys are: { $keys }
check-key-of-other-kind = a question of the kind “{ $kind }” has no “{ $key }”
check-kinds-with-key = kinds that have it: { $kinds }
check-missing-keys = “{ $table }” lacks { $count ->
    [one] the key
   *[other] the keys
  }: { $keys }
check-key-without = “{ $key }” means nothing without “{ $other }”
check-wrong-type = “{ $key }” must be { $expected ->
    [text] a text in every language
    [flag] true or false
    [flag-or-expression] true, false or an expression
    [whole] a whole number
    [number] a number
    [number-or-false] a number or false
    [answer] a string, a number or a date
    [date] a date
    [list] a list
    [table] a table
    [string-or-table] a string or a table
   *[string] a string
  }, but this is { $found ->
    [string] a string
    [integer] a whole number
    [float] a number
    [boolean] true or false
    [datetime] a date
    [array] a list
   *[table] a table
  }
check-write-text = write { $written }
check-empty-string = “{ $key }” is empty
check-empty-list = the list “{ $key }” is empty
check-list-length = “{ $key }” has { $found ->
    [one] { $found } entry
   *[other] { $found } entries
  }; it may have { $least } to { $most }
check-out-of-range = “{ $key }” is { $value }; it may be { $least } to { $most }
check-not-finite = “{ $key }” must be a finite number
check-not-one-of = “{ $value }” is not a value of “{ $key }”
check-one-of = it may be: { $known }
check-bad-id = “{ $value }” is not an id
check-bad-id-hint = an id begins with a letter A–Z and goes on with letters, digits, `_`, `.` and `-`
check-choice-space = the id of the choice “{ $value }” is empty or has white space
check-choice-space-hint = several ticked choices are written one after another with spaces: use `_` or `-`
check-choice-nan = a choice may not be called “{ $value }”
check-choice-nan-hint = expressions would read it as “not a number”
check-bad-version = “{ $value }” is not a version; write it like 1.0.0
check-bad-day = “{ $value }” is not a date
check-bad-day-hint = write the day like 2026-11-23
check-bad-date-hint = write a day, a month or a year: "2026-11-23", "2026-11" or "2026"

# Languages and texts
check-unknown-language = “{ $value }” is not a language of this program
check-derived-language = texts are not written in “{ $value }”: it is derived from “{ $source }”
check-known-languages = languages: { $known }
check-language-twice = the language “{ $value }” stands twice
check-language-not-listed = “{ $value }” is not among the `languages` of this file
check-missing-language = the text is missing in: { $languages }
check-empty-text = the text in “{ $language }” is empty
check-placeholder-lacking = the text in “{ $language }” lacks { $placeholders }, which stands in another language
check-idle-placeholder = nothing fills the placeholder “{ $name }” here: people read it with its braces
check-idle-placeholder-hint = answers are filled only into the texts of recommendations and programmes
check-unknown-placeholder = the placeholder names no question: “{ $name }”

# Names
check-duplicate = the { $what ->
    [area] area
    [choice] choice
    [facet] facet
    [facet_group] group of facets
    [list] list
    [section] section
    [question] question
    [check] check
    [recommendation] recommendation
    [target] target
    [strength] strength
    [vignette] vignette
    [generic] neutral text
    [record] record or neutral text
   *[reference] reference
  } “{ $name }” stands twice
check-duplicate-hint = ids are permanent and stand once; give the second one its own
check-unknown = there is no { $what ->
    [area] area
    [choice] choice
    [facet] facet
    [list] list
    [question] question
   *[recommendation] recommendation
  } “{ $name }”

# Questions
check-forward-reference = “{ $name }” is asked only later
check-forward-reference-hint = an expression reads only questions above it: move one of the two
check-self-reference = the question “{ $name }” refers to itself
check-self-reference-hint = in a constraint a dot (.) is the answer
check-reads-note = “{ $name }” is a note and has no answer
check-list-and-choices = a question has either `list` or `choices`, not both
check-list-and-choices-hint = keep `list` for a shared list, `choices` for choices of its own
check-no-choices = “{ $kind }” needs choices
check-no-choices-hint = write `list = "…"` or `choices = [ … ]`
check-exclusive-in-select-one = `exclusive` means nothing in a `select_one`: choice “{ $name }”
check-exclusive-in-select-one-hint = one choice always stands alone there; take `exclusive` out
check-else-does-not-fit = the answer by rule “{ $value }” does not fit “{ $name }” ({ $kind })
check-else-breaks-constraint = the answer by rule { $value } breaks the question’s own constraint
check-constraint-here = the constraint
check-unreachable = “{ $name }” is never asked: the condition cannot hold
check-section-unreachable = the section “{ $name }” is never asked: the condition cannot hold
check-excludes-each-other = this condition and that of the question exclude each other
check-nothing-meets = no answer can meet this constraint
check-filter-leaves-nothing = the filter leaves no choice, whatever is answered
check-filter-dead-end = the filter leaves no choice after { $answers }
check-quick-hangs-on-full = “{ $name }” belongs to the quick form, but hangs on “{ $other }”, which does not
check-quick-hangs-on-full-hint = in the quick form “{ $other }” is never answered: mark both `quick`, or neither
check-unused-list = no question uses the list “{ $name }”

# Scores
check-weight-not-positive = a weight must be above 0
check-weights-sum = the weights of all areas sum to { $sum }, not to 1
check-weights-sum-hint = for equal weights write 1 divided by the number of areas
check-provisional-above-published = `provisional` is above `published`
check-not-ascending = the numbers of `{ $key }` do not ascend
check-area-without-item = the area “{ $name }” has no question
check-no-bands = there are areas, but no bands of the score
check-no-bands-hint = add at least `[[band]]` with `from = 0`
check-first-band = the first band begins at { $from }, not at 0
check-bands-not-ascending = a band from { $from } stands after one from { $before }
check-band-before = the band before
check-missing-score = a scored question of the kind “{ $kind }” needs `score`
check-missing-cap-hint = write `score = { "{" } cap = 3 { "}" }`: so many ticked choices score 100
check-missing-goalposts-hint = write `score = { "{" } worst = 0, best = 100 { "}" }`
check-equal-goalposts = `worst` and `best` are both { $value }
check-log-not-positive = `{ $key }` is { $value }: `log` needs goalposts above 0
check-log1p-negative = “{ $key }” is { $value }: `log1p` needs goalposts of at least 0
check-cap-too-high = `cap` is { $cap }, but only { $countable ->
    [one] { $countable } choice counts
   *[other] { $countable } choices count
  }
check-choice-without-score = “{ $name }” is scored, but { $count ->
    [one] a choice has
   *[other] choices have
  } no `score`: { $choices }
check-no-score-here = no score here

# Advice
check-not-an-item = “{ $name }” is not scored, so no advice can lift it
check-not-an-item-hint = give the question an `area`, or name it in `when` instead
check-no-area-here = no `area` here
check-item-twice = “{ $name }” stands twice
check-no-items = nothing can make this recommendation fire: it has no items
check-no-items-hint = name its `items`, or write `threshold = false` and a condition `when`
check-threshold-false-hint = with `threshold = false` only `when` decides
check-threshold-never = a mean is never below 0: this programme cannot fire
check-threshold-below-scores = “{ $name }” can never fire: its items score { $lowest } at least, above the threshold { $threshold }
check-never-fires = “{ $name }” can never fire: the condition cannot hold
check-never-warns = the check can never warn: the condition cannot hold
check-programme-too-small = the programme has { $items } of at least { $least } items that must be answered
check-prerequisite-cycle = prerequisites go in a circle: { $names }
check-cycle-goes-on = and this one
check-uncovered-item = no recommendation covers “{ $name }”
check-strength-of-one = a strength rests on an area or on items, and on one of the two
check-strength-of-one-hint = write “area = "…"” or “items = ["…"]”
check-vignette-of-nothing = this vignette illustrates nothing: name its “areas” or “facets”
check-area-without-strength = no strength rests on the area “{ $name }”

# Targets and references
check-target-lacks-area = the target has no level for: { $areas }
check-answer-does-not-fit = the answer “{ $value }” does not fit “{ $name }” ({ $kind })
check-not-answerable = “{ $name }” is not answered: it is a { $kind }
check-answer-breaks-constraint = the answer “{ $value }” breaks the constraint of “{ $name }”
check-answer-outside-form = “{ $name }” is not part of the quick form
