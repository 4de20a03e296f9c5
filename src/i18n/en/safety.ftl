# Copies that are made by themselves, the way back to one, and who can read the database.
cli-about-restore = Put a backup in the place of the database, once it has been found sound; what was there is kept
cli-about-backup = Copy the database to a new file and check the copy; without FILE, list the copies that were made by themselves
cli-arg-backup-file = New file for the copy
cli-arg-restore-file = Backup to restore
cli-arg-keep = How many of the newest copies made by themselves to keep; 0 makes none any more
cli-value-n = N
safety-copies-kept = { $count ->
    [one] A copy is made by itself when the database is opened after changes. The newest copy is kept, and one a day for a week.
   *[other] A copy is made by itself when the database is opened after changes. The { $count } newest are kept, and one a day for a week.
}
safety-copies-off = No copies are made by themselves. Turn them on with: tashxis backup --keep 10
safety-no-copies = There is no copy yet in { $folder }.
safety-restored = Restored and checked: { $file }. Assessments: { $count }.
safety-replaced = What was there before is kept in { $path }
safety-not-restored = { $file } is not in order, and nothing was restored.
safety-not-restored-hint = choose an earlier copy: tashxis backup lists them
safety-not-copied = No backup could be made by itself. { $cause }
safety-not-copied-short = No backup was made; the reason is shown when you leave
safety-exposed = Other users of this computer can read { $path }.
safety-exposed-hint = take that right away: chmod 600 { $path }

# What can be saved of a damaged database.
cli-about-repair = Save everything that can still be read of a damaged database in a new one, and say what is missing
cli-arg-damaged = Damaged database; it is only read
cli-arg-repair-output = New database for what can be saved
safety-salvaged-whole = { $assessment } ({ $enterprise }): whole. Events: { $events }.
safety-salvaged-part = { $assessment } ({ $enterprise }): events of the history that cannot be read: { $missing }, the first is no. { $position }. Saved: { $events }; those behind the gap follow under new numbers.
safety-salvaged-beginning = { $assessment } ({ $enterprise }): the newest changes are missing. Events saved: { $events }.
safety-salvaged-nameless = { $assessment }: the name of the enterprise cannot be read; it is called “{ $enterprise }” now.
safety-lost-head = { $assessment }: lost. The record of the assessment itself cannot be read; its history had at least so many events: { $count }.
safety-lost-questionnaire = { $assessment }: lost. Its questionnaire cannot be read and is not among yours; its history had at least so many events: { $count }.
safety-repair-cut = The file is cut: pages that are there: { $there }, pages that it had: { $said }.
safety-repair-beside = Drafts, plans and settings could not all be read.
safety-repair-nothing = Nothing could be read in { $path }; no new database was made.
safety-repair-nothing-hint = restore a backup: tashxis backup lists those that were made by themselves
safety-repaired = Written and checked: { $path }. Problems: { $missing }.

# The right to be forgotten.
cli-about-forget = Erase an enterprise, or one assessment, for ever, with its whole history
cli-arg-whom = Name of the enterprise, or id of one assessment
cli-arg-copies = Delete the copies beside the database as well
cli-value-whom = NAME|ID
safety-forget-one = To be erased: { $enterprise }, begun { $day } ({ $assessment })
safety-forget-for-ever = Answers, notes, plans and the whole history are erased and cannot be brought back. Assessments: { $count }.
safety-forget-elsewhere = Backups and exports keep what they hold. Delete those that you have made yourself; those beside the database are deleted with --copies:
safety-forget-copies-too = Copies beside the database are deleted as well: { $count }. Backups and exports elsewhere keep what they hold; delete them yourself.
safety-forget-confirm = To go on, type the name of the enterprise exactly: { $name }
safety-not-forgotten = The name was not typed; nothing was erased.
safety-forgotten = Erased: { $name }. Assessments: { $count }.
safety-copy-stays = Erased, but the copy { $path } could not be deleted: { $cause }. Delete it yourself.
import-forgotten = This assessment was erased here on { $day } and is not taken in again. Take it out of the file.

# Copies that went apart.
safety-twin = Beside the database there is a copy with changes that are not here: { $path }. Assessments that went apart: { $apart }, that are newer there: { $ahead }. Nothing is overwritten; both are kept.
safety-twin-short = A copy beside the database has changes of its own: { $file }
safety-twin-hint = take in what is missing: tashxis export ID --db COPY -o more.json, then tashxis import more.json
