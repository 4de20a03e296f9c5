//! Files that are named on the command line: read whole, written whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Cursor, IsTerminal, Seek, Write};
use std::path::{Path, PathBuf};

use super::args::Target;
use super::failure::Failure;
use super::shell::{Shell, Steady};
use crate::engine::text::Message;

/// Reads a file whole, but no more than a byte above `most`.
pub fn read(path: &Path, most: usize) -> Result<Vec<u8>, Failure> {
    bytes(path, most).map_err(|error| {
        let message = told("cli-cannot-read", path, &error);
        if error.kind() == io::ErrorKind::NotFound { Failure::usage(message) } else { Failure::system(message) }
    })
}

/// The same, for who tells of the trouble otherwise.
pub fn bytes(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::Read::read_to_end(&mut io::Read::take(File::open(path)?, most as u64 + 1), &mut bytes)?;
    Ok(bytes)
}

fn told(key: &'static str, path: &Path, error: &io::Error) -> Message {
    Message::new(key).with("path", path.display().to_string()).with("cause", error.to_string())
}

/// Hands a result over: to the file that was named, or to standard output.
pub fn deliver(shell: &Shell, target: &Target, text: &str) -> Result<(), Failure> {
    match target.file() {
        None => shell.print_text(text),
        Some(path) => {
            write(path, text.as_bytes(), target.force)?;
            shell.say(&Message::new("cli-written").with("path", path.display().to_string()))
        }
    }
}

/// Something that bytes are written to, also out of order.
pub trait Sink: Write + Seek + Send {}

impl<T: Write + Seek + Send> Sink for T {}

/// Why a result could not be handed over.
pub enum Trouble {
    /// It could not be written.
    Write(io::Error),
    /// It could not be made.
    Other(Failure),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

/// Hands over a result that is made while it is written, so that it need not fit into memory. A file appears when it is
/// complete; what has gone to standard output or to a device cannot be taken back, so it is said when it breaks off.
pub fn stream<E>(
    shell: &Shell,
    target: &Target,
    fill: impl FnOnce(&mut dyn Write) -> Result<(), E>,
    trouble: impl Fn(E) -> Trouble,
) -> Result<(), Failure> {
    let Some(path) = target.file() else {
        let mut out = io::stdout().lock();
        return if out.is_terminal() {
            onward(shell, &mut Steady::on(out), fill, trouble, unprinted)
        } else {
            onward(shell, &mut out, fill, trouble, unprinted)
        };
    };
    if is_device(path) {
        let unwritten = |error: &io::Error| Failure::system(told("cli-cannot-write", path, error));
        let mut device = OpenOptions::new().write(true).open(path).map_err(|error| unwritten(&error))?;
        onward(shell, &mut device, fill, trouble, unwritten)?;
    } else {
        write_with(path, target.force, |to| fill(to).map_err(trouble))?;
    }
    shell.note(&Message::new("cli-written").with("path", path.display().to_string()));
    Ok(())
}

/// The same for what is written out of order: where it must go in order, it goes when it is complete.
pub fn stream_jumping<E>(
    shell: &Shell,
    target: &Target,
    fill: impl FnOnce(&mut dyn Sink) -> Result<(), E>,
    trouble: impl Fn(E) -> Trouble,
) -> Result<(), Failure> {
    if let Some(path) = target.file().filter(|path| !is_device(path)) {
        write_with(path, target.force, |to| fill(to).map_err(trouble))?;
        shell.note(&Message::new("cli-written").with("path", path.display().to_string()));
        return Ok(());
    }
    let mut bytes = Cursor::new(Vec::new());
    fill(&mut bytes).map_err(|error| settled(trouble(error), unprinted))?;
    stream(shell, target, |to| to.write_all(bytes.get_ref()), Trouble::Write)
}

/// Writes in order to what keeps what it was given.
fn onward<E>(
    shell: &Shell,
    to: &mut dyn Write,
    fill: impl FnOnce(&mut dyn Write) -> Result<(), E>,
    trouble: impl Fn(E) -> Trouble,
    unwritten: impl Fn(&io::Error) -> Failure,
) -> Result<(), Failure> {
    let mut to = Waiting(BufWriter::with_capacity(AT_ONCE, Passing { to, passed: false }));
    let done = fill(&mut to).map_err(trouble).and_then(|()| Ok(to.0.flush()?));
    // What still waits here goes nowhere if it is not all.
    let (passing, _) = to.0.into_parts();
    done.map_err(|error| {
        let failure = settled(error, unwritten);
        if passing.passed && failure != Failure::Unread {
            shell.warn(&Message::new("export-cut"), None);
        }
        failure
    })
}

/// How many bytes go out at once.
const AT_ONCE: usize = 1 << 16;

/// Lets nothing out before there is much of it, even if whoever fills it is in a hurry: a writer that is dropped after
/// an error flushes what it has.
struct Waiting<'t>(BufWriter<Passing<'t>>);

impl Write for Waiting<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Remembers whether anything has gone out.
struct Passing<'t> {
    to: &'t mut dyn Write,
    passed: bool,
}

impl Write for Passing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.passed |= written > 0;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

fn settled(trouble: Trouble, unwritten: impl Fn(&io::Error) -> Failure) -> Failure {
    match trouble {
        Trouble::Other(failure) => failure,
        Trouble::Write(error) => unwritten(&error),
    }
}

fn unprinted(error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::Unread,
        _ => Failure::system(Message::new("cli-cannot-print").with("cause", error.to_string())),
    }
}

/// Writes a file that appears only when it is complete.
pub fn write(path: &Path, bytes: &[u8], replace: bool) -> Result<(), Failure> {
    if is_device(path) {
        let written = OpenOptions::new().write(true).open(path).and_then(|mut file| file.write_all(bytes));
        return written.map_err(|error| Failure::system(told("cli-cannot-write", path, &error)));
    }
    write_with(path, replace, |to| Ok(to.write_all(bytes)?))
}

fn write_with(
    path: &Path,
    replace: bool,
    fill: impl FnOnce(&mut dyn Sink) -> Result<(), Trouble>,
) -> Result<(), Failure> {
    let failed = |trouble: Trouble| settled(trouble, |error| Failure::system(told("cli-cannot-write", path, error)));
    // Making the file first keeps the name, so that nothing is replaced that was not there before.
    let made = match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(_) => true,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && replace => false,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let message = Message::new("cli-file-exists").with("path", path.display().to_string());
            return Err(Failure::usage(message).hint(Message::new("cli-file-exists-hint")));
        }
        Err(error) => return Err(failed(error.into())),
    };
    // A link is followed, so that the file behind it is replaced and not the link.
    let real =
        if path.is_symlink() { path.canonicalize().map_err(|error| failed(error.into()))? } else { path.to_owned() };
    let part = beside(&real);
    let written = filled(&part, fill).and_then(|()| Ok(fs::rename(&part, &real)?));
    if written.is_err() {
        // The error says why; a failure to clean up says nothing more.
        let _ = fs::remove_file(&part);
        if made {
            let _ = fs::remove_file(&real);
        }
    }
    written.map_err(failed)
}

/// Whether the name stands for something that is not replaced by writing: a pipe, `/dev/null`.
fn is_device(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|file| !file.is_file() && !file.is_dir())
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    name.into()
}

fn filled(part: &Path, fill: impl FnOnce(&mut dyn Sink) -> Result<(), Trouble>) -> Result<(), Trouble> {
    let file = OpenOptions::new().write(true).create_new(true).open(part)?;
    let mut to = BufWriter::new(file);
    fill(&mut to)?;
    let file = to.into_inner().map_err(io::IntoInnerError::into_error)?;
    Ok(file.sync_all()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_only_when_asked_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        write(&path, b"one", false).unwrap();
        assert!(matches!(write(&path, b"two", false), Err(Failure::Said { .. })));
        assert_eq!(fs::read(&path).unwrap(), b"one");
        write(&path, b"two", true).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert!(write(&folder.path().join("no/such/folder"), b"", true).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn reading_stops_above_the_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large");
        fs::write(&path, [0; 100]).unwrap();
        assert_eq!(read(&path, 10).unwrap().len(), 11);
        assert_eq!(read(&path, 1000).unwrap().len(), 100);
    }
}
