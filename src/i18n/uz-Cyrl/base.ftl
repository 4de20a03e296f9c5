# The official style has no hyphens in Cyrillic.
date-long = { $year } йил { $day } { $month }
# The last word is no Uzbek one.
cli-arg-lang = Тил: uz, uz-Cyrl (кирилл ёзуви), uz-Latn-x-2026 (янги лотин ёзуви), ru ёки en
