action-what-if = What if: try other answers
action-try-path = Try the cheapest way to the next band
action-try-area = Items of one area, or of all
action-try-back = Take back what is tried at this item
action-try-reset = Take back everything that is tried
action-try-keep = Save the levels reached as a target
short-what-if = what if
short-try-path = cheapest way
short-try-area = area
short-try-back = take back
short-try-reset = all back
short-try-keep = save as target
whatif-title = What if
whatif-hint-step = step
whatif-all-areas = All areas, largest gain first
whatif-column-points = points
whatif-column-gain = step up
whatif-now = Now: { $answer }
whatif-then = Tried: { $answer }
whatif-index = Overall score { $score }
whatif-standing = { $band } · maturity level { $level }
whatif-provisional = Provisional: some answers are missing.
whatif-begin = ←→ try the selected answer one step lower or higher. Nothing is saved.
whatif-advice = Recommendations no longer needed: { $settled }; new ones: { $raised }.
whatif-settled = No longer needed
whatif-raised = New
whatif-opened = { $count ->
    [one] One more question would then be asked.
   *[other] { $count } more questions would then be asked.
 }
whatif-top = This answer cannot go higher
whatif-bottom = This answer cannot go lower
whatif-refused = { $question }: { $why }
whatif-resumed = What you tried before is still here; X takes it all back
whatif-no-items = There is nothing to try: no scored question is asked
whatif-nothing-tried = Nothing has been tried yet
whatif-not-tried-here = Nothing is tried at this item
whatif-path = To “{ $band }”: { $count ->
    [one] one answer changed
   *[other] { $count } answers changed
 }, total effort { $effort }
whatif-path-none = “{ $band }” is out of the enterprise’s own reach: { $score } at best
whatif-path-top = This is the highest band
whatif-path-no-score = There is no way yet: too few answers for an overall score
whatif-no-higher-level = No area reaches a higher level: there is nothing to aim at yet
whatif-keep-again = There is a target of { $day } already; S once more replaces it
whatif-kept = The levels reached are saved as the target
action-many-draws = Recompute with 20,000 draws
short-many-draws = 20,000 draws
whatif-draws = { $draws } draws: 90% interval { $interval }; whatever the mean between areas { $robust }
whatif-omission = Without one item
whatif-omission-of = without { $question } it would be { $score } ({ $change }): no other item moves it more
whatif-omission-note = Without the item that moves it most, { $question }, it would be { $score } ({ $change }).
cli-arg-draws = Number of simulations behind the intervals, 100 to 1,000,000 (2,000 unless given)
cli-arg-seed = Seed of the simulations (2026 unless given); the same seed gives the same figures
cli-value-n = NUMBER
