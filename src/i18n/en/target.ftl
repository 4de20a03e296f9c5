target-title = Target
target-note = A level is reached when the score lies in its band and the staged level, which counts the basics, is reached as well. Progress is measured from the score at the choice.
target-pattern = After
target-next = the next step: one level up in every area
target-own = levels of its own
target-origin = Set by
target-by-enterprise = the enterprise
target-by-advisor = an advisor
target-by-programme = a programme
target-chosen = Chosen on
target-gap-closed = level { $now }, target { $level }: reached.
target-gap-points = level { $now }, target { $level }; score { $score }, { $points } short of { $goal }.
target-gap-basics = level { $now }, target { $level }; the score of { $score } is enough, but practices of lower levels are missing.
target-gap-unknown = target { $level }; no score yet.
target-progress = { $share } of the way since { $date }.
profile-view-target = target
target-intro = A target says which level each area should reach. Take a ready pattern and change its levels, or set your own.
target-column-now = Now
target-column-level = Target
target-column-points = Points short
target-empty = No area has a level yet: set at least one, then keep the target.
target-kept = The target is kept.
target-cleared = There is no target any more.
target-not-kept = The changes are not kept yet: Enter keeps them, Esc once more drops them.
target-none = No target has been chosen.
target-how = With a target this page shows how far each area is from it, and how much of the way has been gone. Enter chooses one.
target-summary = { $origin ->
    [advisor] Set by an advisor on { $date }: { $pattern }.
    [programme] Set by a programme on { $date }: { $pattern }.
   *[enterprise] Set by the enterprise on { $date }: { $pattern }.
 } Areas that have reached it: { $reached } of { $areas }.
action-target = Choose or change the target
short-target = target
action-keep-target = Keep the target
short-keep-target = keep
action-clear-target = Do without a target
short-clear-target = clear
