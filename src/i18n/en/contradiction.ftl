check-excludes-itself = { $name } excludes itself
check-excludes-prerequisite = { $name } is excluded, but has to be done before
check-prerequisite-here = the prerequisite
cli-made-up = { $file }: a made-up interview: { $difference }
cli-contradiction = { $one } and { $other } contradict each other and are both given, after { $answers }
