# A database that only its passphrase opens.
cli-about-encrypt = Зашифровать базу данных и копии рядом с ней паролем
cli-about-decrypt = Расшифровать базу данных и копии рядом с ней
cli-about-rekey = Сменить пароль зашифрованной базы данных
cli-arg-passphrase-file = Взять пароль из первой строки этого файла, а не спрашивать
cli-arg-new-passphrase-file = Взять новый пароль из первой строки этого файла
cli-arg-restore-unencrypted = Разрешить незашифрованной копии занять место зашифрованной базы
encryption-ask = Пароль для { $path }:
encryption-ask-new = Новый пароль для { $path }:
encryption-ask-again = Тот же пароль ещё раз:
encryption-differ = Пароли не совпали. Ничего не изменено.
encryption-empty = Пароль не введён. Ничего не изменено.
encryption-short = Пароль слишком короткий: нужно символов не меньше { $shortest }. Несколько слов запомнить легко.
encryption-nobody = Нет терминала, в котором можно спросить пароль: { $cause }
encryption-nobody-hint = укажите файл, который можете прочитать только вы: --passphrase-file ФАЙЛ
encryption-no-way-back = Без пароля ответы не прочитает никто, и восстановить его нельзя. Запишите пароль и храните в надёжном месте.
encryption-already = База { $path } уже зашифрована.
encryption-already-hint = сменить пароль: tashxis rekey
encryption-not = База { $path } не зашифрована.
encryption-encrypted = Зашифровано и проверено: { $path }. Копий рядом: { $copies }.
encryption-decrypted = Расшифровано и проверено: { $path }. Копий рядом: { $copies }.
encryption-rekeyed = Новый пароль действует: { $path }. Копий рядом: { $copies }.
encryption-elsewhere = Отчёты, выгрузки и копии, сделанные в других местах, остались прежними. Удалите то, что больше не нужно.
encryption-copy-left = Эту копию преобразовать не удалось, она осталась прежней: { $path }. { $cause }
encryption-plain-copy-hint = чтобы разрешить это, добавьте --unencrypted; зашифровать базу снова можно командой tashxis encrypt
store-encrypted = База { $path } зашифрована. Откройте её командой tashxis --db { $path } и введите пароль.
store-wrong-passphrase = Этот пароль не подходит к { $path }. Проверьте раскладку клавиатуры и Caps Lock. Если пароль точно верен, повреждено начало файла: верните резервную копию.
store-unknown-encryption = База { $path } зашифрована способом, которого эта версия не знает. Ничего не изменено. Установите более новую версию.
store-no-cipher = База { $path } зашифрована или её нужно зашифровать, а эта программа собрана без шифрования. Ничего не изменено.
store-no-cipher-hint = Возьмите программу из выпуска или соберите её командой: cargo build --release --features encryption
store-plain-copy = База { $path } зашифрована, а копия — нет: после восстановления её мог бы прочитать любой. Ничего не восстановлено.
store-nothing-to-convert = База { $path } не зашифрована. Ничего не изменено.

# The screen is locked.
lock-title = Экран заблокирован
lock-saved = Всё сохранено.
lock-passphrase = Чтобы продолжить, введите пароль базы данных и нажмите Enter.
lock-key = Чтобы продолжить, нажмите Enter. Чтобы здесь спрашивался пароль, зашифруйте базу: tashxis encrypt
lock-wrong = Пароль неверный. Проверьте раскладку клавиатуры и Caps Lock.
lock-field = Пароль
hint-unlock = открыть
action-lock = Заблокировать экран
short-lock = блокировка
settings-place-encrypted = Оценки хранятся в зашифрованном файле { $path }
settings-lock = Блокировать экран
settings-lock-never = никогда
settings-lock-after = { $minutes ->
    [one] через { $minutes } минуту
    [few] через { $minutes } минуты
   *[other] через { $minutes } минут
}

# Exports that only their receiver reads.
cli-arg-encrypt = Зашифровать выгрузку паролем (формат age)
cli-arg-export-unencrypted = Выгрузить из зашифрованной базы так, чтобы прочитать мог любой
cli-arg-backup-unencrypted = Сделать из зашифрованной базы копию, которую прочитает любой
cli-arg-recipient = Зашифровать выгрузку для владельца этого открытого ключа (формат age); можно указать несколько раз
cli-arg-identity = Файл с секретными ключами, которые открывают зашифрованный файл (формат age)
cli-value-public-key = age1…
envelope-passphrase = Файл зашифрован (формат age) и открывается паролем.
envelope-recipients = { $count ->
    [one] Файл зашифрован (формат age) для владельца { $count } ключа.
    [few] Файл зашифрован (формат age) для владельцев { $count } ключей.
   *[other] Файл зашифрован (формат age) для владельцев { $count } ключей.
}
envelope-needs-file = Зашифрованное нельзя показать в терминале.
envelope-needs-file-hint = укажите файл: -o ФАЙЛ, или добавьте --unencrypted
envelope-damaged = Файл { $path } не расшифровать: { $cause }
envelope-wrong = Этот пароль не подходит к { $path }. Проверьте раскладку клавиатуры и Caps Lock.
envelope-for-keys = Файл { $path } зашифрован для чьего-то ключа.
envelope-for-keys-hint = укажите файл с вашим секретным ключом: --identity ФАЙЛ
envelope-no-key = Это не открытый ключ формата age: { $key }
envelope-no-key-hint = открытый ключ начинается с age1; его показывает age-keygen -y
envelope-no-secret-key = { $path }, строка { $line }: это не секретный ключ формата age.
