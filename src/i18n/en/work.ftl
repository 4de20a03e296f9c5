# Long work: how far it is, and stopping it.
work-reading = Reading the finished assessments: { $percent }%
work-reading-title = Reading the finished assessments
work-statistics = Computing the statistics: { $percent }%
work-exporting = Exporting: { $percent }%
work-importing = Importing: { $percent }%
work-copying = Copying the database: { $percent }%
work-stopped = Stopped. Nothing was changed.
work-failed = It could not be done: the computation broke off.
work-gauge = { $gauge } { $percent }%
work-hint-stop = stop
work-signals = The program cannot listen to Ctrl+C: { $cause }
