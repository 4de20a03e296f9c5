//! A disk for tests: SQLite's own file layer that writes down what reaches it and fails when it is told to.
//!
//! Installed as the default of the process, it lies under every database that a test opens, whatever opens it.
//! It has a crate of its own because SQLite calls file layers through C; no program links it.

use std::ffi::{CStr, c_char, c_int, c_void};
use std::ptr;
use std::sync::Once;

use rusqlite::ffi::{
    self, SQLITE_FULL, SQLITE_IOERR_DELETE, SQLITE_IOERR_FSYNC, SQLITE_IOERR_TRUNCATE, SQLITE_IOERR_WRITE, SQLITE_OK,
    sqlite3_file, sqlite3_io_methods, sqlite3_vfs,
};

mod disk;

pub use disk::{Failure, Op, Plan, counted, mark, plan, record, recorded};

use disk::{note, verdict};

/// An open file; the file of the layer below follows it in memory.
#[repr(C)]
struct Shim {
    base: sqlite3_file,
    name: *mut String,
}

/// Puts the layer under every database that this process opens from now on.
pub fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: the default layer lives as long as the process, and so do the copy and its name, which are leaked.
        unsafe {
            assert_eq!(ffi::sqlite3_initialize(), SQLITE_OK);
            let real = ffi::sqlite3_vfs_find(ptr::null());
            assert!(!real.is_null(), "SQLite has a file layer");
            let mut layer = *real;
            layer.szOsFile += size_of::<Shim>() as c_int;
            layer.zName = c"fault".as_ptr();
            layer.xOpen = Some(open);
            layer.xDelete = Some(delete);
            REAL.store(real, std::sync::atomic::Ordering::Release);
            assert_eq!(ffi::sqlite3_vfs_register(Box::leak(Box::new(layer)), 1), SQLITE_OK);
        }
    });
}

static REAL: std::sync::atomic::AtomicPtr<sqlite3_vfs> = std::sync::atomic::AtomicPtr::new(ptr::null_mut());

fn real_layer() -> *mut sqlite3_vfs {
    REAL.load(std::sync::atomic::Ordering::Acquire)
}

/// The file of the layer below.
unsafe fn below(file: *mut sqlite3_file) -> *mut sqlite3_file {
    // SAFETY: SQLite gave room for both, one behind the other: see `szOsFile`.
    unsafe { file.cast::<u8>().add(size_of::<Shim>()).cast() }
}

/// Calls a method of the file below.
macro_rules! pass {
    ($file:expr, $method:ident $(, $argument:expr)*) => {{
        // SAFETY: the file is open, so its methods are set, and the arguments are those SQLite gave.
        unsafe {
            let real = below($file);
            let method = (*(*real).pMethods).$method.expect("a method of the system's layer");
            method(real $(, $argument)*)
        }
    }};
}

/// The last part of a file's name; `temporary` for a file without one.
unsafe fn name_of(path: *const c_char) -> String {
    if path.is_null() {
        return "temporary".to_owned();
    }
    // SAFETY: SQLite's names end with a zero.
    let path = unsafe { CStr::from_ptr(path) }.to_string_lossy();
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

unsafe fn file_name(file: *mut sqlite3_file) -> String {
    // SAFETY: `open` has set the name, and only `close` takes it away.
    unsafe { (*(*file.cast::<Shim>()).name).clone() }
}

unsafe extern "C" fn open(
    _: *mut sqlite3_vfs,
    path: ffi::sqlite3_filename,
    file: *mut sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    let real = real_layer();
    // SAFETY: the arguments are those of SQLite; the layer below gets the room behind ours.
    unsafe {
        (*file).pMethods = ptr::null();
        let code = (*real).xOpen.expect("a method")(real, path, below(file), flags, out);
        if !(*below(file)).pMethods.is_null() {
            let shim = file.cast::<Shim>();
            (*shim).name = Box::into_raw(Box::new(name_of(path)));
            (*file).pMethods = &METHODS;
        }
        code
    }
}

unsafe extern "C" fn delete(_: *mut sqlite3_vfs, path: *const c_char, sync: c_int) -> c_int {
    if verdict().is_some() {
        return SQLITE_IOERR_DELETE;
    }
    let real = real_layer();
    // SAFETY: the arguments are those of SQLite.
    let code = unsafe { (*real).xDelete.expect("a method")(real, path, sync) };
    if code == SQLITE_OK {
        // SAFETY: as above.
        let file = unsafe { name_of(path) };
        note(|| Op::Delete { file });
    }
    code
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    let code = pass!(file, xClose);
    // SAFETY: the name was made by `open`, and SQLite closes a file once.
    unsafe { drop(Box::from_raw((*file.cast::<Shim>()).name)) };
    code
}

unsafe extern "C" fn write(file: *mut sqlite3_file, bytes: *const c_void, count: c_int, at: i64) -> c_int {
    let failed = verdict();
    let half = matches!(failed, Some(Failure::Short | Failure::Torn));
    let done = if half { count / 2 } else { count };
    if failed.is_none() || half && done > 0 {
        let code = pass!(file, xWrite, bytes, done, at);
        if code != SQLITE_OK {
            return code;
        }
        // SAFETY: SQLite gives that many bytes.
        let written = unsafe { std::slice::from_raw_parts(bytes.cast::<u8>(), done as usize) };
        note(|| Op::Write { file: unsafe { file_name(file) }, at: at as usize, bytes: written.to_vec() });
    }
    match failed {
        None => SQLITE_OK,
        Some(Failure::Full | Failure::Short) => SQLITE_FULL,
        Some(Failure::Error | Failure::Torn) => SQLITE_IOERR_WRITE,
    }
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, size: i64) -> c_int {
    if verdict().is_some() {
        return SQLITE_IOERR_TRUNCATE;
    }
    let code = pass!(file, xTruncate, size);
    if code == SQLITE_OK {
        note(|| Op::Truncate { file: unsafe { file_name(file) }, size: size as usize });
    }
    code
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, _: c_int) -> c_int {
    // The disk of a test need not be slow: what counts is that it was asked.
    match verdict() {
        Some(Failure::Full | Failure::Short) => SQLITE_FULL,
        Some(_) => SQLITE_IOERR_FSYNC,
        None => {
            note(|| Op::Sync { file: unsafe { file_name(file) } });
            SQLITE_OK
        }
    }
}

unsafe extern "C" fn read(file: *mut sqlite3_file, to: *mut c_void, count: c_int, at: i64) -> c_int {
    pass!(file, xRead, to, count, at)
}

unsafe extern "C" fn file_size(file: *mut sqlite3_file, size: *mut i64) -> c_int {
    pass!(file, xFileSize, size)
}

unsafe extern "C" fn lock(file: *mut sqlite3_file, level: c_int) -> c_int {
    pass!(file, xLock, level)
}

unsafe extern "C" fn unlock(file: *mut sqlite3_file, level: c_int) -> c_int {
    pass!(file, xUnlock, level)
}

unsafe extern "C" fn check_reserved_lock(file: *mut sqlite3_file, out: *mut c_int) -> c_int {
    pass!(file, xCheckReservedLock, out)
}

unsafe extern "C" fn file_control(file: *mut sqlite3_file, op: c_int, argument: *mut c_void) -> c_int {
    pass!(file, xFileControl, op, argument)
}

unsafe extern "C" fn sector_size(file: *mut sqlite3_file) -> c_int {
    pass!(file, xSectorSize)
}

unsafe extern "C" fn device_characteristics(file: *mut sqlite3_file) -> c_int {
    pass!(file, xDeviceCharacteristics)
}

unsafe extern "C" fn shm_map(
    file: *mut sqlite3_file,
    page: c_int,
    size: c_int,
    extend: c_int,
    out: *mut *mut c_void,
) -> c_int {
    pass!(file, xShmMap, page, size, extend, out)
}

unsafe extern "C" fn shm_lock(file: *mut sqlite3_file, offset: c_int, count: c_int, flags: c_int) -> c_int {
    pass!(file, xShmLock, offset, count, flags)
}

unsafe extern "C" fn shm_barrier(file: *mut sqlite3_file) {
    pass!(file, xShmBarrier);
}

unsafe extern "C" fn shm_unmap(file: *mut sqlite3_file, delete: c_int) -> c_int {
    pass!(file, xShmUnmap, delete)
}

/// Version 2: without memory-mapped reads, so that everything written goes through `write`.
static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};
