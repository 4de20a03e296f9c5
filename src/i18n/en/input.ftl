# Typed text that is no answer to its question: what does not fit, and what would.
input-no-such-choice = “{ $value }” is not one of the answer options. Choose one from the list.
input-exclusive-choice = This option stands alone. Untick it, or untick the others.
input-no-such-level = “{ $value }” is not a level. Type a number from 0 to { $top }.
input-no-integer = “{ $value }” is not a whole number. Type digits only, for instance 120.
input-too-large = { $value } is too large a number.
input-no-number = “{ $value }” is not a number. Type it like 12.5 or 12,5.
input-text-too-long = { $most ->
    [one] The text is too long: at most { $most } character fits.
   *[other] The text is too long: at most { $most } characters fit.
  }
input-no-date = “{ $value }” is not a date. Type the day, month and year: 23.11.2026.
input-not-answerable = This is a text to read. It takes no answer.
input-wrong-kind = “{ $value }” does not fit this question.
input-paste-cut = The text was too long: its first { $most } characters were taken.
