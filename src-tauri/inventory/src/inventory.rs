//! The one handle to the file: who may use the connection when, and when the lists are out of date.

use crate::lists::Lists;
use crate::{Error, Result, opening};
use keys::Moment;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// All records: connections, Stores, keys, their history, settings and open intents.
pub struct Inventory {
    path: PathBuf,
    state: Mutex<State>,
    backups: Mutex<()>,
}

pub(crate) struct State {
    pub(crate) db: Connection,
    pub(crate) lists: Lists,
}

impl Inventory {
    /// Opens the file, makes it when there is none, and brings it to the newest version. An older
    /// one is backed up first; if that fails, so does this, and the file is as it was.
    pub fn open(path: &Path, now: Moment) -> Result<Self> {
        Ok(Self::over(opening::open(path, now)?, path.to_owned()))
    }

    /// An inventory that is gone when dropped.
    pub fn in_memory() -> Result<Self> {
        Ok(Self::over(opening::open_in_memory()?, PathBuf::new()))
    }

    pub(crate) fn over(db: Connection, path: PathBuf) -> Self {
        Self {
            path,
            state: Mutex::new(State {
                db,
                lists: Lists::default(),
            }),
            backups: Mutex::new(()),
        }
    }

    /// The file it is in; `None` for one in memory.
    pub(crate) fn file(&self) -> Option<&Path> {
        (!self.path.as_os_str().is_empty()).then_some(&self.path)
    }

    /// Moves what the write-ahead log holds into the file, so that a program at rest leaves one
    /// file that can be copied as it is.
    pub fn settle(&self) -> Result<()> {
        self.read(|db| db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())))
    }

    /// A panic elsewhere leaves nothing half done: its transaction was rolled back.
    pub(crate) fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// One backup after the other; taken before the state where both are needed.
    pub(crate) fn lock_backups(&self) -> MutexGuard<'_, ()> {
        self.backups.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn with_state<T>(
        &self,
        act: impl FnOnce(&mut State) -> rusqlite::Result<T>,
    ) -> Result<T> {
        act(&mut self.lock()).map_err(|source| Error::of(source, &self.path))
    }

    pub(crate) fn read<T>(
        &self,
        act: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T> {
        self.with_state(|state| act(&state.db))
    }

    /// Writes something that no list shows.
    pub(crate) fn write_aside<T>(
        &self,
        act: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T> {
        self.with_state(|state| in_transaction(&mut state.db, act))
    }

    /// Writes something that lists show; if it changed, they are made anew when next asked for.
    pub(crate) fn write<T>(
        &self,
        act: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T> {
        self.with_state(|state| {
            let changes = state.db.total_changes();
            let outcome = in_transaction(&mut state.db, act)?;
            if state.db.total_changes() != changes {
                state.lists.forget();
            }
            Ok(outcome)
        })
    }
}

pub(crate) fn in_transaction<T>(
    db: &mut Connection,
    act: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<T> {
    // Immediate, so that two processes wait for each other rather than fail halfway.
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let outcome = act(&transaction)?;
    transaction.commit()?;
    Ok(outcome)
}

/// An update that must have found its record.
pub(crate) fn found(changed: usize) -> rusqlite::Result<()> {
    if changed == 0 {
        Err(rusqlite::Error::QueryReturnedNoRows)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
