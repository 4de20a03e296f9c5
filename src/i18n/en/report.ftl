report-title = Diagnostic profile

# Who, when, what.
report-questionnaire = Questionnaire
report-version-of = { $title }, version { $version } ({ $hash })
report-form = Form
report-form-full = full
report-form-quick = quick
report-begun = Begun
report-changed = Last changed
report-closed = Finished
report-not-closed = not yet; the figures may still change
report-answered = Answers
report-answered-of = { $answered } of { $asked ->
    [one] { $asked } question
   *[other] { $asked } questions
} answered; with a reason for no answer: { $reasons }; open: { $open }
report-made = Report made
report-made-by = { $date }, { $program }
report-interviewers = Interviewed by

# The result as a whole.
report-result = Result
report-index = Overall score
report-score-of = { $score } of 100
report-interval = 90% interval
report-interval-of = { $range }, median { $median }
report-robust = Robustness interval
report-bands = Probable bands
report-lowest-of = { $area }, { $score }; the lowest in { $share } of the simulations
report-bounds = Range
report-band = Band
report-staged = Maturity level
report-level-of = level { $level } of 4
report-lowest = Weakest area
report-arithmetic = Arithmetic mean
report-imbalance = Imbalance
report-index-provisional = Provisional, because these areas are not fully scored: { $areas }.
report-no-index = There is no overall score yet, because these areas have no score: { $areas }. An area has a score when at least half of what applies is answered; the overall score needs all areas but one.
report-no-index-own = There is no overall score yet, because these areas have no score: { $areas }. An area has a score when at least { $share } of the weight that applies is answered; the overall score needs all areas{ $missing ->
    [0] {""}
   *[other] {" "}but { $missing }
  }.
report-result-note = The range shows where the overall score would stand if everything that is not answered scored 0, and if it scored 100. The imbalance is the arithmetic mean of the areas, each as the overall score counts it, minus the overall score: what unevenness costs. The 90% interval shows how far the score depends on weights, gaps and unsure answers; the robustness interval also on the kind of mean.

# Areas.
report-areas = Areas
report-areas-legend = █ certain, whatever the missing answers are · ▓ up to the score · ▒ possible · ░ out of reach · ├ ┤ ends of the 90% interval. To the right of each bar stands its range.
report-coverage = { $share } answered
report-area-provisional = Provisional: less than two thirds of the weight is answered.
report-area-provisional-own = Provisional: less than { $share } of the weight is answered.
report-area-suppressed = No score: less than half of the weight is answered. The bar shows the range only.
report-area-suppressed-own = No score: less than { $share } of the weight is answered. The bar shows the range only.
report-area-empty = No score: nothing in this area applies here.
report-area-scope = Different scope: more than 40% of the weight does not apply here. Do not compare this area with that of others.
report-split = What the enterprise does itself: { $enterprise }; its environment as it sees it: { $environment }
report-uneven = Uneven: by its score the area is “{ $band }”, but its maturity level is { $staged }. Answered items: { $answered }, of these at the top: { $top }, below level 1: { $zero }. The way up stops at level { $level }, which { $share } of the weight reaches: more than 50% is needed to hold it, more than 85% to go beyond it.

# Single items.
report-strengths = Strengths
report-no-strengths = No answer reaches level 3 yet.
report-prospects = What this allows next
report-rests-on = Rests on
report-elsewhere = What it looks like elsewhere
report-elsewhere-note = These cases illustrate a high level. They are no yardstick and do not enter any figure.
report-source = Source
report-bottlenecks = Bottlenecks
report-no-bottlenecks = There is nothing to name until there is an overall score.
report-bottlenecks-note = The figure is what one step up in that answer alone adds to the overall score.
report-answer = Answer
report-area = Area
report-environment = Describes the environment: others have to act on it too.
report-step = One step up: { $from } → { $to } points.

# The way up.
report-ahead = The way up
report-ahead-path = The cheapest way to the band “{ $band }” (from { $from }), by what the enterprise can change itself: total effort { $effort }, overall score then { $score }. Each step costs an effort of 1 (low) to 3 (high).
report-ahead-none = There is no way to the band “{ $band }” (from { $from }) by what the enterprise can change itself: with all of that at its best the overall score is { $score }.
report-ahead-top = The overall score is in the highest band already.
report-ahead-no-score = It can be shown once there is an overall score.
report-ahead-answer = Answer then
report-ahead-points = From { $from } to { $to } points.
report-ahead-after = Effort { $effort }; overall score once this and all before it are done: { $score }
report-ahead-next = The open question worth asking first: { $question }, “{ $label }”. Its answer can be expected to narrow the 90% interval of the overall score by { $points } points.

# Actions.
report-actions = What to do first
report-further-actions = Further actions
report-no-actions = No recommendation fits the answers given so far.
report-actions-note = The figure is what one step up in all the answers concerned adds to the overall score. The order weighs it against the effort and against how sure the answers are.
report-why = Why
report-first-step = First step, within 30 days
report-next-steps = Next, within 90 days
report-measure = How you will know
report-moves = Lifts
report-because = Answers behind it
report-prerequisite = Builds on
report-replaces = Takes the place of
report-owner = Responsible: ____________________   Due: ______________
report-effort-low = low effort
report-effort-medium = medium effort
report-effort-high = high effort
report-horizon-now = within 3 months
report-horizon-year = in 3 to 12 months
report-horizon-later = after a year
report-for-enterprise = For the enterprise
report-for-cluster = For the cluster organisation
report-for-state = For the authorities

# Facets.
report-facets = The same answers from another side
report-facets-note = Plain means of the items of each facet; at least two answers are needed.
report-facet-answers = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}

# Answers.
report-answers = Answers
report-not-asked = Not asked here: { $questions }
report-by-rule = Answer by rule
report-dont-know = don’t know
report-refused = prefers not to answer
report-not-applicable = does not apply: { $reason }
report-open = not answered yet
report-confidence = Confidence
report-confidence-high = high, from records
report-confidence-medium = medium, a good estimate
report-confidence-low = low, a guess
report-evidence = Evidence
report-comment = Comment
report-flagged = Flagged to come back to.
report-score = Score
report-points = weight { $weight }; { $points } of { $possible } possible points of “{ $area }”

# Method.
report-method = How the figures are computed
report-method-items = Each scored answer becomes 0 to 100: a level by its share of the highest level (an obstacle counts backwards), a number by its place between two goalposts, ticked choices by their share of a set number, a single choice as the questionnaire says.
report-method-gaps = An area’s score is the weighted mean of its answered items. What does not apply or is not asked counts nowhere. What is open, not known or refused is left out and lowers the coverage: from two thirds of the weight a score is shown without reserve, from one half as provisional, below that only as a range: the score if everything missing were 0 and if it were 100. If more than 40% of an area’s weight does not apply, the area is not comparable.
report-method-gaps-own = An area’s score is the weighted mean of its answered items. What does not apply or is not asked counts nowhere. What is open, not known or refused is left out and lowers the coverage: from { $published } of the weight a score is shown without reserve, from { $provisional } as provisional, below that only as a range: the score if everything missing were 0 and if it were 100. If more than { $scope } of an area’s weight does not apply, the area is not comparable.
report-method-index = The overall score is the weighted geometric mean of the areas, each counted as at least 1, so strong areas make up for weak ones only in part. If one area has no score, the other weights are scaled up and the overall score is provisional; if more are missing, there is none.
report-method-index-own = The overall score is { $mean ->
    [arithmetic] the weighted arithmetic mean of the areas
    [harmonic] the weighted harmonic mean of the areas
    [minimum] the lowest score of the areas
    [power] the weighted power mean of the areas with the exponent { $power }
   *[geometric] the weighted geometric mean of the areas
  }{ $floored ->
    [yes] , each counted as at least { $floor }
   *[no] {""}
  }. { $missing ->
    [0] If an area has no score, there is no overall score.
    [one] If { $missing } area has no score, the other weights are scaled up and the overall score is provisional; if more are missing, there is none.
   *[other] If up to { $missing } areas have no score, the other weights are scaled up and the overall score is provisional; if more are missing, there is none.
  }
report-method-levels = The band is a name for a range of scores. The maturity level is stricter: an item reaches level k with a score of 25·k; a level holds if more than 50% of the answered weight reaches it and more than 85% reaches every level below. The enterprise stands at the level of its weakest area.
report-method-levels-own = The band is a name for a range of scores. The maturity level is stricter: an item reaches the levels 1 to 4 with a score of { $levels }; a level holds if more than { $largely } of the answered weight reaches it and more than { $fully } reaches every level below. The enterprise stands at the level of its weakest area.
report-method-gain = A gain is exact: the overall score computed again with the answer one step up (next level, one choice more, next quarter of a number’s scale) minus the overall score now. Actions are ordered by gain × confidence in the answers (high 1, medium 0.9, low 0.75) ÷ effort (1 to 3); what must be done first comes first.
report-method-doubt = Intervals come from { $draws } simulations with the seed { $seed } and the generator { $generator }. Each varies at once the weights of the areas (Dirichlet with 40 · number of areas · weight), the weights of the items (× 0.75 to 1.25), missing answers (anything from 0 to 100) and given answers (one step off with probability 0.05, 0.15 or 0.30 at high, medium or low confidence; numbers × 1 ± 0.05, 0.10 or 0.20). An interval goes from the 5% to the 95% quantile (type 7) and is widened where needed to hold the score beside it. The robustness interval also takes, each with probability one half, the questionnaire’s mean of the areas or another (arithmetic; if that is the questionnaire’s own, geometric). The bands and the weakest area are counted in the same simulations; a band is named from 5% on.
report-method-ahead = The way up is exact: of all sets of steps in answers the enterprise can change itself, the one with the smallest total effort. A step costs the effort of the easiest recommendation that lifts it, 1 if there is none. The open question is chosen among those that weigh most, by the expected width of the interval once it is answered, with all its answers equally likely.
report-weights = Weights of the areas
report-goalposts = Goalposts of the numbers
report-goalpost = { $worst } scores 0, { $best } scores 100
report-goalpost-log = { $worst } scores 0, { $best } scores 100, on the scale ln(1 + x)
report-goalpost-ln = { $worst } scores 0, { $best } scores 100, on the scale ln x

# The few lines on leaving.
report-summary-progress = { $done } of { $asked ->
    [one] { $asked } question
   *[other] { $asked } questions
} done
report-summary-index = Overall score { $score } of 100 (range { $low }–{ $high }) · { $band } · level { $level } of 4
report-summary-provisional = Provisional overall score { $score } of 100 (range { $low }–{ $high }) · { $band } · level { $level } of 4
report-summary-no-index = No overall score yet: too little is answered.
report-summary-first = First action: { $action }
report-summary-index-exact = Overall score { $score } of 100 · { $band } · level { $level } of 4
