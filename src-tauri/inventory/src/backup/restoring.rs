//! Restoring: a backup is read and prepared apart, then takes its place in one step.

use super::{Backup, BackupReason, backups, distrust, making};
use crate::opening::{self, inspect};
use crate::{Error, Inventory, Result};
use keys::Moment;
use rusqlite::{Connection, OpenFlags};
use std::io::{Error as FileError, ErrorKind};
use std::path::Path;

/// What a backup holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BackupContent {
    /// Connections.
    pub connections: usize,
    /// Stores.
    pub stores: usize,
    /// Keys, archived ones too.
    pub keys: usize,
    /// Drafts that wait to be sent.
    pub drafts: usize,
}

/// What a backup holds, without changing anything. Says as an error why it cannot be restored.
pub fn look_into(backup: &Path) -> Result<BackupContent> {
    let db = load(backup)?;
    db.query_row(
        "SELECT (SELECT count(*) FROM connections), (SELECT count(*) FROM stores),
                (SELECT count(*) FROM keys WHERE forgotten_at IS NULL),
                (SELECT count(*) FROM drafts WHERE sent_at IS NULL AND deleted_at IS NULL)",
        [],
        |row| {
            Ok(BackupContent {
                connections: row.get(0)?,
                stores: row.get(1)?,
                keys: row.get(2)?,
                drafts: row.get(3)?,
            })
        },
    )
    .map_err(|source| Error::of(source, backup))
}

/// Makes the file anew, after a damaged one was set aside: from the newest backup that is whole,
/// or empty when there is none. The file is there whole or not at all, and one that is there
/// already is not touched.
///
/// What was added since that backup is unknown, so numbers go on from the seconds of `now`, far
/// above any that were given: a keychain entry is never found under the number of something else.
pub fn rebuild(path: &Path, now: Moment) -> Result<(Inventory, Option<Backup>)> {
    if path.exists() {
        return Err(Error::File {
            path: path.to_owned(),
            source: FileError::from(ErrorKind::AlreadyExists),
        });
    }
    opening::set_stray_journals_aside(path, now)?;
    let (mut db, backup) = newest_whole(path)?;
    distrust::prepare(&mut db, &distrust::Numbers::From(now), now)
        .map_err(|source| Error::of(source, path))?;
    making::write_file(&db, path)?;
    Ok((Inventory::open(path, now)?, backup))
}

fn newest_whole(path: &Path) -> Result<(Connection, Option<Backup>)> {
    for backup in backups(path)? {
        match load(&backup.path) {
            Ok(db) => return Ok((db, Some(backup))),
            // An older one may be whole.
            Err(
                Error::Damaged { .. } | Error::Foreign(_) | Error::Newer { .. } | Error::Sql(_),
            ) => {}
            Err(error) => return Err(error),
        }
    }
    Ok((opening::open_in_memory()?, None))
}

impl Inventory {
    /// Puts what a backup holds in the place of what there is, which is backed up first (in memory
    /// there is no place for that). Drafts that wait in it may have been sent since: each gets an
    /// open intent, so that none is sent twice before a look at the server.
    pub fn restore(&self, backup: &Path, now: Moment) -> Result<()> {
        // Read before anything else: making room for the present state may remove this very file.
        let mut content = load(backup)?;
        let _turn = self.lock_backups();
        let state = &mut *self.lock();
        if let Some(file) = self.file() {
            making::make(&state.db, file, BackupReason::BeforeRestore, now)?;
        }
        let sql = |source| Error::of(source, self.file().unwrap_or(Path::new("")));
        let numbers = distrust::Numbers::above(&state.db).map_err(sql)?;
        distrust::prepare(&mut content, &numbers, now).map_err(sql)?;
        making::copy(&content, &mut state.db).map_err(sql)?;
        state.lists.forget();
        Ok(())
    }
}

/// A backup's content in memory, brought to the newest version.
fn load(backup: &Path) -> Result<Connection> {
    let metadata = std::fs::metadata(backup).map_err(|source| Error::of_file(source, backup))?;
    if metadata.len() == 0 {
        return Err(Error::Damaged {
            path: backup.to_owned(),
            source: None,
        });
    }
    let sql = |source| Error::of(source, backup);
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let file = Connection::open_with_flags(backup, flags).map_err(sql)?;
    inspect(&file, backup)?;
    let mut db = Connection::open_in_memory().map_err(sql)?;
    making::copy(&file, &mut db).map_err(sql)?;
    db.pragma_update(None, "foreign_keys", true).map_err(sql)?;
    opening::migrate(&mut db, backup)?;
    Ok(db)
}
