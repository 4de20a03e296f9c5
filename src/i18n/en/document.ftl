# The first page, for who reads no further.
document-running-self = Self-assessment, not verified
document-running-interview = Interview by { $names }
document-contents = Contents
document-glance = In short
document-stand = Where you stand
document-stand-said = The overall score is { $score } of 100. That is the band “{ $band }”, maturity level { $level } of 4.
document-stand-interval = Weights, gaps and unsure answers leave some doubt: in nine cases of ten the score lies from { $low } to { $high }.
document-stand-areas = Strongest: { $best } ({ $high }). Weakest: { $worst } ({ $low }).
document-back = What holds you back most
document-first = Three things to do first
document-unsure = What we are unsure about
document-unsure-bands = More than one band is probable: { $bands }.
document-unsure-weakest = “{ $area }” is the weakest area in { $share } of the simulations, not in all.
document-unsure-areas = Areas that are not fully scored: { $areas }.
document-unsure-open = { $count ->
    [one] { $count } question is still open.
   *[other] { $count } questions are still open.
}
document-unsure-none = { $count ->
    [one] { $count } question has a reason instead of an answer.
   *[other] { $count } questions have a reason instead of an answer.
}
document-unsure-guesses = { $count ->
    [one] { $count } answer is a guess.
   *[other] { $count } answers are guesses.
}
document-unsure-flagged = { $count ->
    [one] { $count } answer is flagged to come back to.
   *[other] { $count } answers are flagged to come back to.
}
document-unsure-unverified = Nobody has checked the answers against documents.

# Charts and their tables.
document-radar = The areas at a glance
document-bars = Scores of the areas
document-levels = Share of the weight that reaches each maturity level
document-level = Level { $level }
document-key-now = score
document-key-interval = 90% interval
document-key-bounds = possible range
document-key-target = target
document-key-before = last assessment
document-key-peers = median of peers
document-cells-target = ◇ target
document-cells-peers = ▼ median of peers

# On the command line.
cli-arg-profile-short = Two pages only: the result, the areas and the first actions in short
cli-arg-profile-format = Format: text (the default), md, html, pdf, xlsx or json; without this option the ending of the file decides
cli-arg-profile-output = Write to this file; in a folder, to a file with the enterprise’s name
