# Problems of a catalogue file, as `tashxis check` says them.
catalogue-no-record = there is no record “{ $name }”
catalogue-no-generic = there is no neutral text “{ $name }”: write it as “[[generic]]”
catalogue-ended-before-verified = the record ended on { $until }, before it was verified, yet it is written as if it went on
catalogue-ended-before-verified-hint = set status = "closed", or correct the date
catalogue-no-review = nothing says when the record is to be reviewed
catalogue-no-review-hint = an event needs “valid_until” or “review_by”
catalogue-dates-turned = “{ $then }” comes before “{ $first }”
catalogue-earlier-day = the day that should come first
catalogue-bad-address = “{ $value }” is not an address
catalogue-bad-address-hint = write it whole: https://example.org/page
catalogue-gate-behind-gate = the record said along with this one has a “gate” of its own; only one step is followed

# Records that have grown old.
catalogue-stale-review = { $record }: review was due by { $due }; verified on { $verified }
catalogue-stale-ended = { $record }: ended on { $due }; verified on { $verified }
catalogue-stale-none = No record is stale on { $day }.
catalogue-stale-count = { $count ->
    [one] { $count } record is stale on { $day }:
   *[other] { $count } records are stale on { $day }:
  }

# Under a piece of advice.
catalogue-help = Who can help
catalogue-named = { $name }: { $what }
catalogue-source = Source: { $sources }. Verified on { $date }.
catalogue-source-aged = Source: { $sources }. Verified on { $date }; may have changed.

# At the end of a report.
catalogue-of-report = Catalogue of programmes and bodies
catalogue-gone-through = { $title }, version { $version }, gone through on { $date }. Check the terms before you apply.
catalogue-none = none: nobody is named
catalogue-sources = Where this is said
