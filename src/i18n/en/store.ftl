# Opening the database.
store-folder = The folder { $path } cannot be made. Make it yourself, or name another place with --db FILE.
store-read-only-folder = The folder { $path } has no database, and none can be made in it: the folder is read-only. Name another place with --db FILE.
store-not-a-database = { $path } is not a database. It was left as it is. Name the right file with --db FILE, or restore a backup.
store-foreign = { $path } is not a tashxis database: another program made it. It was left as it is. Name another file with --db FILE.
store-newer = { $path } was written by a newer tashxis (format { $found }; this one knows { $known }). Nothing was changed. Install the newer version.
store-not-ready = { $path } is empty or in an older format, and cannot be brought up to date because it cannot be written now. Close the other program, or copy the file to a folder you can write to.
store-left-log = The last changes of { $path } lie in the file of the same name that ends in -wal and cannot be read from here. Copy both files to a folder you can write to and open the copy.
store-no-locks = The file system cannot lock { $path }, so two programs could spoil the data. Put the database on a disk of this computer with --db FILE.

# Reading and writing.
store-in-use = Not saved: another tashxis is writing to { $path }. Close it there and open the assessment again.
store-read-only = Not saved: { $path } is read-only. Copy it to a folder you can write to, or change its permissions.
store-no-permission = You may not read or write { $path }. Change its permissions, or choose another place.
store-disk-full = Not saved: the disk is full ({ $path }). Free some space and try again; everything saved before is safe.
store-io = The disk reported an error at { $path }. Check the drive and its connection, then try again.
store-moved = Not saved: { $path } is not there any more. Was it moved, or the drive taken out? Put it back and start the program again.
store-not-found = There is no { $path }. Check the name.
store-locked = Another program holds { $path } locked. Wait a moment and try again.
store-corrupt = { $path } is damaged. Do not delete it; restore the last backup (tashxis restore), or save what can still be read (tashxis repair).
store-no-assessment = There is no assessment { $id } in { $path }.
store-stale = Not saved: the answer to { $question } in { $path } is another than the one shown. Open the assessment again.
store-unreadable = Something in { $path } cannot be read as what it should be: { $detail }. Check the database, and restore a backup if need be.
store-unexpected = The database { $path } refused: { $detail }. Nothing was changed. Try again; if it happens once more, make a backup and check the database.

# Copies.
store-exists = { $path } exists already and is not replaced. Choose another name.
store-bad-copy = The copy { $path } did not pass its check ({ $detail }) and was not kept. Check the disk and the database.

# Findings of a check of the database.
store-finding-integrity = The file is damaged: { $detail }.
store-finding-reference = A record of { $table } refers to a record of { $parent } that is not there.
store-finding-questionnaire = The text of questionnaire { $id } { $version } is not the one it was stored as.
store-finding-unreadable = Assessment { $assessment }: a record cannot be read: { $detail }.
store-finding-sequence = Assessment { $assessment }: an event is missing from the history before no. { $position }.
store-finding-hash = Assessment { $assessment }: event no. { $position } of the history, or what came before it, was changed afterwards.
store-finding-old = Assessment { $assessment }: event no. { $position } does not start from the answer that was kept.
store-finding-of = Assessment { $assessment }: event no. { $position } takes back or repeats a change that does not exist.
store-finding-answer = Assessment { $assessment }: the answer to { $question } is not the one in the history.
store-finding-state = Assessment { $assessment }: whether and when it was closed or changed does not match the history.
