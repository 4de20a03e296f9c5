# A database that only its passphrase opens.
cli-about-encrypt = Encrypt the database and the copies beside it with a passphrase
cli-about-decrypt = Take the encryption off the database and the copies beside it
cli-about-rekey = Give the encrypted database another passphrase
cli-arg-passphrase-file = Read the passphrase from the first line of this file instead of asking for it
cli-arg-new-passphrase-file = Read the new passphrase from the first line of this file
cli-arg-restore-unencrypted = Let a copy that is not encrypted take the place of an encrypted database
encryption-ask = Passphrase for { $path }:
encryption-ask-new = New passphrase for { $path }:
encryption-ask-again = The same once more:
encryption-differ = The two passphrases differ. Nothing was changed.
encryption-empty = No passphrase was given. Nothing was changed.
encryption-short = The passphrase is too short: it needs at least { $shortest } characters. Several words are easy to remember.
encryption-nobody = There is no terminal at which to ask for the passphrase: { $cause }
encryption-nobody-hint = name a file that only you can read: --passphrase-file FILE
encryption-no-way-back = Nobody can read the answers without the passphrase, and nobody can bring it back. Write it down and keep it in a safe place.
encryption-already = { $path } is encrypted already.
encryption-already-hint = for another passphrase: tashxis rekey
encryption-not = { $path } is not encrypted.
encryption-encrypted = Encrypted and checked: { $path }. Copies beside it: { $copies }.
encryption-decrypted = Decrypted and checked: { $path }. Copies beside it: { $copies }.
encryption-rekeyed = The new passphrase holds: { $path }. Copies beside it: { $copies }.
encryption-elsewhere = Reports, exports and backups that you have made elsewhere are as they were. Delete what nobody needs any more.
encryption-copy-left = This copy could not be converted and is as it was: { $path }. { $cause }
encryption-plain-copy-hint = to let it, add --unencrypted; tashxis encrypt then encrypts the database again
store-encrypted = { $path } is encrypted. Open it with tashxis --db { $path } and type its passphrase.
store-wrong-passphrase = This passphrase does not open { $path }. Check the keyboard layout and Caps Lock. If you are sure of it, the beginning of the file is damaged: restore a backup.
store-unknown-encryption = { $path } is encrypted in a way that this version does not know. Nothing was changed. Install the newer version.
store-no-cipher = { $path } is encrypted or was to be, and this program was built without encryption. Nothing was changed.
store-no-cipher-hint = Use a program from a release package, or one built with: cargo build --release --features encryption
store-plain-copy = { $path } is encrypted and the copy is not; everybody could read it afterwards. Nothing was restored.
store-nothing-to-convert = { $path } is not encrypted. Nothing was changed.

# The screen is locked.
lock-title = The screen is locked
lock-saved = Everything is saved.
lock-passphrase = Type the passphrase of the database and press Enter to go on.
lock-key = Press Enter to go on. To ask for a passphrase here, encrypt the database: tashxis encrypt
lock-wrong = That is not the passphrase. Check the keyboard layout and Caps Lock.
lock-field = Passphrase
hint-unlock = unlock
action-lock = Lock the screen
short-lock = lock
settings-place-encrypted = Assessments are kept encrypted in { $path }
settings-lock = Lock the screen
settings-lock-never = never
settings-lock-after = { $minutes ->
    [one] after { $minutes } minute
   *[other] after { $minutes } minutes
}

# Exports that only their receiver reads.
cli-arg-encrypt = Encrypt the export with a passphrase (age format)
cli-arg-export-unencrypted = Let everybody read what comes out of an encrypted database
cli-arg-backup-unencrypted = Let everybody read the copy of an encrypted database
cli-arg-recipient = Encrypt the export for the owner of this public key (age format); can be given several times
cli-arg-identity = File with the secret keys that open an encrypted file (age format)
cli-value-public-key = age1…
envelope-passphrase = It is encrypted (age format) and opens with the passphrase.
envelope-recipients = { $count ->
    [one] It is encrypted (age format) for the owner of the key.
   *[other] It is encrypted (age format) for the owners of { $count } keys.
}
envelope-needs-file = What is encrypted cannot be shown in a terminal.
envelope-needs-file-hint = name a file with -o FILE, or add --unencrypted
envelope-damaged = { $path } cannot be decrypted: { $cause }
envelope-wrong = This passphrase does not open { $path }. Check the keyboard layout and Caps Lock.
envelope-for-keys = { $path } was encrypted for somebody’s key.
envelope-for-keys-hint = name the file of your secret key: --identity FILE
envelope-no-key = This is no public key of the age format: { $key }
envelope-no-key-hint = a public key begins with age1; age-keygen -y shows it
envelope-no-secret-key = { $path }, line { $line }: this is no secret key of the age format.
