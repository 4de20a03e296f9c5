# Two assessments against each other: words that tables and screens share.
compare-title = Change: { $enterprise }
compare-enterprise = Enterprise
compare-then-enterprise = Enterprise then
compare-questionnaire = Questionnaire
compare-then-begun = Then
compare-now-begun = Now
compare-then-version = Version then
compare-now-version = Version now
compare-items = Items compared
compare-share = Share compared
compare-index = Overall score
compare-scores = Scores, from the items that both answered
compare-area = area
compare-name = name
compare-then = then
compare-now = now
compare-change = change
compare-low = from
compare-high = to
compare-verdict = verdict
compare-compared = compared
compare-progress = to target
compare-better = real gain
compare-worse = real loss
compare-noise = within the noise
compare-unknown = too little in common
compare-scores-note = Only items that both answered, scored alike, with the weights of the later version. From–to is the 90% interval of the difference: both draws share the doubts about the weights, each has its own doubts about the answers. A change is real if the interval leaves out 0. “To target” is the part of the way from then to the target that has been gone.
compare-moved = Items that moved
compare-item = item
compare-points = points
compare-question = question
compare-reason = why
compare-moved-note = Points: what the item adds to the score of its area.
compare-none-moved = No item was answered otherwise.
compare-left-out = Not compared
compare-new = new
compare-scored-otherwise = scored otherwise
compare-not-applicable = did not apply
compare-unanswered = unanswered
compare-dropped = No longer asked

# Two respondents.
agreement-title = Agreement: { $one } and { $other }
agreement-one-begun = First
agreement-other-begun = Second
agreement-items = Items both answered
agreement-kappa = Weighted kappa
agreement-same = Same answer
agreement-lean = The second minus the first, in levels
agreement-all = All items
agreement-areas = By area
agreement-n = n
agreement-kappa-short = kappa
agreement-same-short = same
agreement-lean-short = lean
agreement-far-count = far apart
agreement-note = Kappa has quadratic weights: 1 is full agreement, 0 what chance would give. It is missing where all answers are the same one. Lean: above 0, the second sees it brighter. Far apart: by two levels or more.
agreement-far-apart = Items that differ by two levels or more
agreement-none-far = None.
agreement-answers = All answers
agreement-levels = levels
agreement-one = first
agreement-other = second

# What went wrong.
compare-same = Both ids are the same assessment: { $enterprise }.
compare-other-questionnaire = The questionnaires differ, there is nothing to compare: “{ $one }” and “{ $other }”.
compare-other-questionnaire-hint = compare assessments by the same questionnaire, of whatever version
agreement-other-version = Two respondents must have answered the same version; these are { $one } and { $other }.
agreement-other-version-hint = tashxis compare shows what the two versions have in common

# Help.
cli-about-compare = What changed between two assessments, and whether it is more than noise
cli-about-stats-agreement = How far two respondents of an enterprise agree
cli-arg-one = Id of one assessment, or the beginning or end of it
cli-arg-other = Id of the other
cli-arg-compare-format = Format: text (the default), json or csv
cli-arg-stats-agreement-format = Format: text (the default), json or csv

# The screen.
action-compare = Compare with another assessment: what changed
short-compare = compare
compare-screen-title = What changed
compare-span = Then { $then }, now { $now }. Compared: { $compared } of { $all } items
compare-figures = { $change } ({ $low }…{ $high })
compare-too-little = Too little in common to compare: { $share } of the weight
compare-other-firm = Two enterprises, “{ $then }” and “{ $now }”: this is a difference, not a change over time.
compare-other-version = The questionnaire was { $then } then and is { $now } now: only what they have in common counts.
compare-pick = Compare with which assessment?
compare-nothing = There is no other assessment by this questionnaire
compare-closed = finished

# The report.
compare-since = Change since last time
compare-of = { $compared } of { $all }
compare-since-line = { $then } → { $now }: { $change } ({ $low }…{ $high }) · { $verdict }
compare-since-way = Gone of the way to the target: { $share }

# An assessment made again.
action-again = Assess again: the same enterprise, with the answers of this time in sight
short-again = again
action-same = The same answer as last time
short-same = as last time
last-dialog = Assess again
last-said = Last time ({ $date }): { $answer }
last-confirm = Still so? { $key } keeps it; nothing is taken over unasked.
last-nothing = There is no answer of last time to this question
last-scored = Scored questions are answered anew; last time is only shown
cli-arg-from = Assess an enterprise again: id of its last assessment; what was said then is shown
