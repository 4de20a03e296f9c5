check-excludes-itself = { $name } исключает само себя
check-excludes-prerequisite = { $name } исключается, но должно быть выполнено раньше
check-prerequisite-here = предварительное условие
cli-made-up = { $file }: пробное интервью: { $difference }
cli-contradiction = { $one } и { $other } противоречат друг другу, но даются вместе после ответов: { $answers }
