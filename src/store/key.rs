//! The key of an encrypted database: derived from a passphrase, by what the file itself says about it.
//!
//! An encrypted database is one of SQLCipher's. Such a file begins with sixteen bytes of salt; here they also say
//! that the file is ours and how much work the key costs, so that the one file holds everything but the passphrase:
//!
//! | bytes | what |
//! |---|---|
//! | 0..4 | `TXE1`, the mark and its version |
//! | 4 | memory of Argon2id, as a power of two of KiB |
//! | 5 | passes |
//! | 6 | lanes |
//! | 7..16 | random |
//!
//! All sixteen are the salt of Argon2id (RFC 9106), so that nobody can change the costs of a file and still open it.

use std::fmt;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use aes::cipher::block_padding::NoPadding;
use aes::cipher::{BlockModeDecrypt, KeyIvInit};
use argon2::{Algorithm, Argon2, Params, Version};
use rusqlite::{Connection, ErrorCode};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::chain::hex;
use super::error::{Problem, StoreError};
use super::open::still;

/// The mark of an encrypted database of this program.
const MARK: &[u8; 4] = b"TXE1";
/// How long the salt is.
pub(super) const SALT: usize = 16;
/// How long the key is.
pub(super) const KEY: usize = 32;
/// How many bytes of a page of 4,096 SQLite has for itself: behind them stand the initial vector (16) and a checksum
/// (64), as SQLCipher 4 writes them.
pub(super) const USABLE: usize = 4096 - 80;
/// The fewest characters a new passphrase has (NIST SP 800-63B).
pub const SHORTEST: usize = 8;

/// How much work a key costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Costs {
    /// Memory, as a power of two of KiB: 16 are 64 MiB.
    memory: u8,
    /// Passes over it.
    passes: u8,
    /// Lanes.
    lanes: u8,
}

impl Costs {
    /// The second choice of RFC 9106, for where memory is scarce: 64 MiB, three passes, four lanes.
    pub const USUAL: Self = Self { memory: 16, passes: 3, lanes: 4 };
    /// As little as can be, for tests.
    #[cfg(test)]
    pub(super) const LEAST: Self = Self { memory: 5, passes: 1, lanes: 1 };

    /// What Argon2id makes of it; none beyond what any version of this program wrote, so that a file from a stranger
    /// takes neither all memory nor all day.
    fn params(self) -> Option<Params> {
        let bounded =
            (3..=20).contains(&self.memory) && (1..=16).contains(&self.passes) && (1..=16).contains(&self.lanes);
        bounded.then(|| Params::new(1 << self.memory, self.passes.into(), self.lanes.into(), Some(KEY)).ok()).flatten()
    }
}

/// Whether this program can encrypt and open what is encrypted. Without a cipher there is no [`Key`] either: SQLite
/// would silently take it and write everything plain.
///
/// # Errors
/// It was built without the feature `encryption`.
pub const fn cipher() -> Result<(), Problem> {
    if cfg!(feature = "encryption") { Ok(()) } else { Err(Problem::NoCipher) }
}

/// The first bytes of an encrypted database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header([u8; SALT]);

impl Header {
    /// One for a new file.
    fn fresh(costs: Costs) -> Result<Self, Problem> {
        let mut bytes = [0; SALT];
        getrandom::fill(&mut bytes).map_err(|error| Problem::System(std::io::Error::other(error)))?;
        let said = MARK.iter().copied().chain([costs.memory, costs.passes, costs.lanes]);
        bytes.iter_mut().zip(said).for_each(|(byte, said)| *byte = said);
        Ok(Self(bytes))
    }

    /// The header that a file begins with; none, if it is no encrypted database of ours.
    pub(super) fn of(beginning: &[u8]) -> Option<Self> {
        let bytes: [u8; SALT] = beginning.get(..SALT)?.try_into().ok()?;
        bytes.starts_with(MARK).then_some(Self(bytes))
    }

    /// Reads the header of the file at `path`; none, if there is no encrypted database.
    ///
    /// # Errors
    /// The file could not be read.
    pub fn read(path: &Path) -> Result<Option<Self>, StoreError> {
        let mut beginning = Vec::new();
        let read = File::open(path).and_then(|file| file.take(SALT as u64).read_to_end(&mut beginning));
        match read {
            Ok(_) => Ok(Self::of(&beginning)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Problem::System(error).at(path)),
        }
    }

    fn params(&self) -> Result<Params, Problem> {
        let [_, _, _, _, memory, passes, lanes, ..] = self.0;
        Costs { memory, passes, lanes }.params().ok_or(Problem::UnknownEncryption)
    }
}

/// What somebody typed, composed (NFC), so that two keyboards that write a letter differently write the same
/// passphrase. Wiped from memory when it goes.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// The passphrase as typed.
    pub fn new(typed: &str) -> Self {
        let mut composed = Zeroizing::new(String::with_capacity(typed.len() * 4));
        composed.extend(typed.nfc());
        Self(composed)
    }

    /// Whether it is too short to be chosen.
    pub fn is_short(&self) -> bool {
        self.0.chars().count() < SHORTEST
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl PartialEq for Passphrase {
    fn eq(&self, other: &Self) -> bool {
        same(self.0.as_bytes(), other.0.as_bytes())
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// What opens an encrypted database. Wiped from memory when it goes.
#[derive(Clone)]
pub struct Key {
    header: Header,
    bytes: Zeroizing<[u8; KEY]>,
}

impl Key {
    /// A key for a new file.
    ///
    /// # Errors
    /// The system has no random numbers, or no memory.
    pub fn fresh(passphrase: &Passphrase, costs: Costs) -> Result<Self, Problem> {
        Self::derive(passphrase, Header::fresh(costs)?)
    }

    /// The key of a file with that header. Takes some tenths of a second, on purpose. Whether the passphrase was the
    /// right one shows when the file is opened.
    ///
    /// # Errors
    /// The costs are none of this program's, there is not enough memory, or the program was built without a cipher.
    pub fn derive(passphrase: &Passphrase, header: Header) -> Result<Self, Problem> {
        cipher()?;
        let mut bytes = Zeroizing::new([0; KEY]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, header.params()?)
            .hash_password_into(passphrase.as_str().as_bytes(), &header.0, bytes.as_mut_slice())
            .map_err(|error| Problem::System(std::io::Error::other(error.to_string())))?;
        Ok(Self { header, bytes })
    }

    /// Opens the database at `path` with this key and looks into it.
    ///
    /// # Errors
    /// The key is not the file's, or the file cannot be read.
    pub fn opens(&self, path: &Path) -> Result<(), StoreError> {
        still(path, Some(self)).map(drop).map_err(|problem| problem.at(path))
    }

    /// Whether the passphrase makes this key.
    pub fn is_of(&self, passphrase: &Passphrase) -> bool {
        Self::derive(passphrase, self.header).is_ok_and(|other| same(&*self.bytes, &*other.bytes))
    }

    /// Whether a file with that header was encrypted with this key, unless it was changed since.
    pub(super) fn fits(&self, header: Header) -> bool {
        self.header == header
    }

    /// A page as it was before it was encrypted, for the repair of a file that SQLCipher does not read any more. What
    /// was changed afterwards is not found out: the hash chain does that. None of something else than a page.
    pub(super) fn page(&self, number: u32, page: &[u8]) -> Option<Vec<u8>> {
        let iv = page.get(USABLE..USABLE + SALT)?;
        // The salt stands where SQLite has its mark.
        let begins = if number == 1 { SALT } else { 0 };
        let mut plain = page.get(..USABLE)?.to_vec();
        let cipher = cbc::Decryptor::<aes::Aes256>::new_from_slices(&*self.bytes, iv).ok()?;
        cipher.decrypt_padded::<NoPadding>(plain.get_mut(begins..)?).ok()?;
        if number == 1 {
            plain.splice(..SALT, *b"SQLite format 3\0");
        }
        Some(plain)
    }

    /// Key and salt as SQLCipher takes them.
    pub(super) fn literal(&self) -> Zeroizing<String> {
        let mut literal = Zeroizing::new(String::with_capacity(2 * (KEY + SALT) + 3));
        literal.push_str("x'");
        literal.extend(self.bytes.iter().chain(&self.header.0).flat_map(|byte| hex(*byte)));
        literal.push('\'');
        literal
    }

    /// Makes a connection that was just opened read and write with this key.
    ///
    /// # Errors
    /// The key is not the file's.
    pub(super) fn unlock(&self, connection: &Connection) -> Result<(), Problem> {
        // SQLCipher would write to standard error, over the screen.
        connection.execute_batch("PRAGMA cipher_log_level = NONE; PRAGMA cipher_log = off;")?;
        // From now on what SQLite holds is kept from being swapped, as far as the system lets it, and wiped when it goes.
        connection.execute_batch("PRAGMA cipher_memory_security = ON")?;
        let pragma = Zeroizing::new(format!("PRAGMA key = \"{}\"", *self.literal()));
        connection.execute_batch(&pragma)?;
        let looked = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()));
        looked.map_err(|error| match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Problem::WrongPassphrase,
            _ => Problem::Database(error),
        })
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

/// Whether two secrets are equal, in a time that says nothing about where they differ.
fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

#[cfg(all(test, not(feature = "encryption")))]
mod tests {
    use super::*;

    #[test]
    fn without_a_cipher_there_is_no_key() {
        let passphrase = Passphrase::new("ikki oʻrmon va daryo");
        let header = Header::fresh(Costs::LEAST).unwrap();
        assert!(matches!(Key::fresh(&passphrase, Costs::LEAST), Err(Problem::NoCipher)));
        assert!(matches!(Key::derive(&passphrase, header), Err(Problem::NoCipher)));
    }
}

#[cfg(all(test, feature = "encryption"))]
mod tests {
    use super::*;

    #[test]
    fn the_same_passphrase_makes_the_same_key_for_the_same_file_alone() {
        let passphrase = Passphrase::new("ikki oʻrmon va daryo");
        let key = Key::fresh(&passphrase, Costs::LEAST).unwrap();
        let again = Key::derive(&passphrase, key.header).unwrap();
        assert_eq!(key.literal(), again.literal());
        assert!(key.is_of(&passphrase));
        assert!(!key.is_of(&Passphrase::new("ikki oʻrmon va daryo ")));
        assert_ne!(key.literal(), Key::fresh(&passphrase, Costs::LEAST).unwrap().literal());
    }

    #[test]
    fn a_letter_of_two_characters_is_the_composed_one() {
        assert_eq!(Passphrase::new("ko\u{301}prik"), Passphrase::new("kóprik"));
        assert_eq!(Passphrase::new("\u{438}\u{306}"), Passphrase::new("й"));
    }

    #[test]
    fn the_header_says_what_the_key_costs_and_is_known_by_its_mark() {
        let header = Header::fresh(Costs::USUAL).unwrap();
        assert_eq!(&header.0[..7], b"TXE1\x10\x03\x04");
        assert_eq!(header.params().unwrap().m_cost(), 65_536);
        assert_eq!(Header::of(&header.0), Some(header));
        assert_eq!(Header::of(b"SQLite format 3\0"), None);
        assert_eq!(Header::of(b"TXE1"), None);
    }

    #[test]
    fn costs_beyond_reason_are_refused_before_any_memory_is_taken() {
        for costs in [(31, 3, 4), (21, 1, 1), (16, 0, 1), (16, 255, 1), (16, 1, 0), (2, 1, 1)] {
            let (memory, passes, lanes) = costs;
            let header = Header::fresh(Costs { memory, passes, lanes }).unwrap();
            let refused = Key::derive(&Passphrase::new("x"), header);
            assert!(matches!(refused, Err(Problem::UnknownEncryption)), "{costs:?}");
        }
    }

    #[test]
    fn neither_key_nor_passphrase_shows_in_what_is_printed_for_developers() {
        let passphrase = Passphrase::new("hech kim bilmaydi");
        let key = Key::fresh(&passphrase, Costs::LEAST).unwrap();
        assert_eq!(format!("{passphrase:?} {key:?}"), "Passphrase(…) Key(…)");
    }
}
