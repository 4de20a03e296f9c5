# Limits that input from others runs into.
expr-too-many-patterns = there are more than { $most } regular expressions in one expression
check-too-many-patterns = there are more than { $most } regular expressions in the file
store-altered = { $path }: “{ $name }” in this database is not as this program made it, so the file is not opened and was not changed. `tashxis repair { $path } NEW.db` saves the answers in a new file.
store-too-large = { $path } is larger than { $most } MiB, so it is not read.
import-too-many-values = The file has more than { $most } values. Export fewer assessments at a time.
import-text-too-long = This text is longer than { $most } MB.
