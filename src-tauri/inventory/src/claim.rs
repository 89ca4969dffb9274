//! The claim: at most one program works on a folder at a time.

use crate::{Error, Result};
use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

const NAME: &str = "inventory.lock";

/// A folder held against other programs until this is dropped. The system itself lets go of it
/// when a program dies, so none is ever left behind.
#[derive(Debug)]
pub struct Claim {
    _held: File,
}

impl Claim {
    /// Takes the folder, or says that another holds it.
    pub fn take(folder: &Path) -> Result<Self> {
        let path = folder.join(NAME);
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options
            .open(&path)
            .map_err(|source| Error::of_file(source, &path))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _held: file }),
            Err(TryLockError::WouldBlock) => Err(Error::InUse),
            Err(TryLockError::Error(source)) => Err(Error::of_file(source, &path)),
        }
    }
}
