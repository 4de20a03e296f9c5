# The official style has no hyphens in Cyrillic.
date-long = { $year } йил { $day } { $month }
