//! Making a backup: copied beside its place, checked, forced to the disk, then given its name.

use super::{Backup, BackupReason, PREFIX, UNFINISHED, backups, folder_of, name, prune, remove};
use crate::opening::{PATIENCE, create_private, inspect, with_suffix};
use crate::stamp::{day, stamp, unstamp};
use crate::{Error, Inventory, Result};
use keys::Moment;
use rusqlite::backup::{Backup as Copying, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::path::Path;

impl Inventory {
    /// Makes a backup, and removes the oldest that are not kept any more. An inventory in memory
    /// has no place for one: [`Error::Missing`].
    pub fn back_up(&self, reason: BackupReason, now: Moment) -> Result<Backup> {
        let file = self.file().ok_or(Error::Missing)?;
        let _turn = self.lock_backups();
        make_beside_work(file, reason, now)
    }

    /// Makes the backup of the day, unless there is one. One dated later than now comes from a
    /// clock that was wrong, and does not count. An inventory in memory gets none.
    pub fn back_up_daily(&self, now: Moment) -> Result<Option<Backup>> {
        let Some(file) = self.file() else {
            return Ok(None);
        };
        let is_of_today = |backup: &Backup| {
            backup.reason == BackupReason::Daily && backup.at <= now && day(backup.at) == day(now)
        };
        let _turn = self.lock_backups();
        if backups(file)?.iter().any(is_of_today) {
            return Ok(None);
        }
        make_beside_work(file, BackupReason::Daily, now).map(Some)
    }
}

/// Over a connection of its own, so that the window goes on reading and writing meanwhile.
fn make_beside_work(file: &Path, reason: BackupReason, now: Moment) -> Result<Backup> {
    let sql = |source| Error::of(source, file);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(file, flags).map_err(sql)?;
    db.busy_timeout(PATIENCE).map_err(sql)?;
    make(&db, file, reason, now)
}

/// Makes a backup of what `db` holds, beside the inventory file.
pub(crate) fn make(
    db: &Connection,
    inventory_file: &Path,
    reason: BackupReason,
    now: Moment,
) -> Result<Backup> {
    let folder = folder_of(inventory_file);
    create_folder(&folder)?;
    remove_unfinished(&folder)?;
    // Counted over all reasons, so that the newest of one second is known as such.
    let is_taken = |number| {
        let mut reasons = BackupReason::ALL.into_iter();
        reasons.any(|reason| folder.join(name(now, reason, number)).exists())
    };
    let mut number = 1;
    while is_taken(number) {
        number += 1;
    }
    let path = folder.join(name(now, reason, number));
    write_file(db, &path)?;
    prune(inventory_file, &path, now)?;
    let metadata = std::fs::metadata(&path).map_err(|source| Error::of_file(source, &path))?;
    Ok(Backup {
        at: unstamp(&stamp(now)).unwrap_or(now),
        bytes: metadata.len(),
        path,
        reason,
    })
}

/// Writes what `db` holds into a file of that name, which is there whole or not at all.
pub(super) fn write_file(db: &Connection, path: &Path) -> Result<()> {
    let unfinished = with_suffix(path, ".part");
    remove(&unfinished)?;
    let outcome = write_unfinished(db, &unfinished).and_then(|()| {
        std::fs::rename(&unfinished, path).map_err(|source| Error::of_file(source, path))
    });
    if outcome.is_err() {
        // What failed is told; what is left of it goes, or is removed by the next backup.
        let _ = std::fs::remove_file(&unfinished);
        let _ = std::fs::remove_file(with_suffix(&unfinished, "-journal"));
        return outcome;
    }
    sync_folder(path)
}

fn write_unfinished(db: &Connection, path: &Path) -> Result<()> {
    create_private(path)?;
    let mut target = Connection::open(path).map_err(|source| Error::of(source, path))?;
    fill(db, &mut target).map_err(|source| Error::of(source, path))?;
    inspect(&target, path)?;
    drop(target);
    File::options()
        .write(true)
        .open(path)
        .and_then(|file| file.sync_all())
        .map_err(|source| Error::of_file(source, path))
}

/// Copies every page in one go, so that nothing changes in between.
pub(super) fn copy(from: &Connection, to: &mut Connection) -> rusqlite::Result<()> {
    match Copying::new(from, to)?.step(-1)? {
        StepResult::Done => Ok(()),
        _ => Err(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY),
            None,
        )),
    }
}

fn fill(from: &Connection, target: &mut Connection) -> rusqlite::Result<()> {
    // The file is forced to the disk as a whole before it gets its name.
    target.pragma_update(None, "synchronous", "OFF")?;
    copy(from, target)?;
    // One file that can be copied anywhere, with no journal beside it.
    target.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))
}

fn create_folder(folder: &Path) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(folder)
        .map_err(|source| Error::of_file(source, folder))
}

/// What a program that died left half written.
fn remove_unfinished(folder: &Path) -> Result<()> {
    let entries = std::fs::read_dir(folder).map_err(|source| Error::of_file(source, folder))?;
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(PREFIX) && name.contains(UNFINISHED) {
            remove(&entry.path())?;
        }
    }
    Ok(())
}

/// A new name is on the disk once its folder is. Windows has no such step.
fn sync_folder(path: &Path) -> Result<()> {
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(|source| Error::of_file(source, folder))?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

#[cfg(test)]
mod tests;
