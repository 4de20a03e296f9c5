check-excludes-itself = { $name } oʻzini istisno qiladi
check-excludes-prerequisite = { $name } istisno qilingan, lekin u oldin bajarilishi kerak
check-prerequisite-here = oldindan bajariladigan tavsiya
cli-made-up = { $file }: sinov suhbati: { $difference }
cli-contradiction = { $one } va { $other } bir-biriga zid, lekin birga berilmoqda. Javoblar: { $answers }
