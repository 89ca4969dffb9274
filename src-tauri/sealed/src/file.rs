//! Writing sealed bytes to a file that did not exist.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::Error;

/// Writes the bytes to that path, or beside it as " (2)" and so on when the name is taken, readable
/// by its owner only. Tells the path it has become.
pub fn write_new(path: &Path, sealed: &[u8]) -> Result<PathBuf, Error> {
    let target = reserve(path).map_err(Error::Write)?;
    let written = fill(&target, sealed);
    if let Err(source) = written {
        // What was reserved is empty and ours.
        let _ = fs::remove_file(&target);
        return Err(Error::Write(source));
    }
    Ok(target)
}

/// Takes the first free name with an empty file, so that nobody else gets it in between.
fn reserve(path: &Path) -> io::Result<PathBuf> {
    let stem = path.file_stem().unwrap_or_default().to_os_string();
    let mut count = 1_u32;
    loop {
        let mut name = stem.clone();
        if count > 1 {
            name.push(format!(" ({count})"));
        }
        if let Some(extension) = path.extension() {
            name.push(".");
            name.push(extension);
        }
        let candidate = path.with_file_name(name);
        match create_private(&candidate) {
            Ok(_) => return Ok(candidate),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && count < 10_000 => {
                count += 1;
            }
            Err(error) => return Err(error),
        }
    }
}

/// Writes beside the target and moves over it, so that a cut leaves the empty file or the whole.
fn fill(target: &Path, sealed: &[u8]) -> io::Result<()> {
    let chance = getrandom::u32().map_err(io::Error::other)?;
    let beside = target.with_file_name(format!(".{chance:08x}.part"));
    let moved = create_private(&beside)
        .and_then(|mut file| {
            file.write_all(sealed)?;
            file.sync_all()
        })
        .and_then(|()| fs::rename(&beside, target));
    if moved.is_err() {
        let _ = fs::remove_file(&beside);
    }
    moved?;
    sync_folder(target);
    Ok(())
}

fn create_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path)
}

/// The name lasts once its folder is written, too. Some file systems cannot do it; the file is
/// there nevertheless.
fn sync_folder(path: &Path) {
    #[cfg(unix)]
    if let Some(folder) = path.parent().filter(|each| !each.as_os_str().is_empty()) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    #[cfg(not(unix))]
    let _ = path;
}
