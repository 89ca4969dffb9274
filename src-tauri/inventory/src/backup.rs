//! Backups of the file: their names, which there are, and which are kept.

mod distrust;
pub(crate) mod making;
pub(crate) mod restoring;

use crate::stamp::{stamp, unstamp};
use crate::{Error, Result};
use keys::Moment;
use std::fs::DirEntry;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// How many of a kind are kept: daily ones, and those of all other reasons together.
const KEPT: usize = 7;

const PREFIX: &str = "inventory-";
const SUFFIX: &str = ".sqlite3";
/// Of one that is being written, or was when the program died.
const UNFINISHED: &str = ".sqlite3.part";

/// Why a backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BackupReason {
    /// Once a day.
    Daily,
    /// A newer program was about to change the tables.
    BeforeMigration,
    /// Another backup was about to take the place of what there was.
    BeforeRestore,
    /// A person asked for it.
    ByHand,
}

/// A backup of the inventory, whole when it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Its file.
    pub path: PathBuf,
    /// When it was made, to the second.
    pub at: Moment,
    /// Why.
    pub reason: BackupReason,
    /// How large it is.
    pub bytes: u64,
}

impl BackupReason {
    const ALL: [Self; 4] = [
        Self::Daily,
        Self::BeforeMigration,
        Self::BeforeRestore,
        Self::ByHand,
    ];

    fn as_word(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::BeforeMigration => "before-migration",
            Self::BeforeRestore => "before-restore",
            Self::ByHand => "by-hand",
        }
    }
}

/// The backups of an inventory file, newest first. Files not named like ours are passed over.
pub fn backups(inventory_file: &Path) -> Result<Vec<Backup>> {
    let folder = folder_of(inventory_file);
    let entries = match std::fs::read_dir(&folder) {
        Err(source) if source.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(|source| Error::of_file(source, &folder))?,
    };
    let mut found: Vec<(u32, Backup)> = entries
        .filter_map(|entry| read_entry(&entry.ok()?))
        .collect();
    found.sort_unstable_by(|(number, one), (other_number, other)| {
        (other.at, other_number, &other.path).cmp(&(one.at, number, &one.path))
    });
    Ok(found.into_iter().map(|(_, backup)| backup).collect())
}

fn folder_of(inventory_file: &Path) -> PathBuf {
    inventory_file.with_file_name("backups")
}

/// `inventory-20261122-003000-daily.sqlite3`; a number tells several of one second apart.
fn name(at: Moment, reason: BackupReason, number: u32) -> String {
    let word = reason.as_word();
    let number = match number {
        1 => String::new(),
        more => format!("-{more}"),
    };
    format!("{PREFIX}{}-{word}{number}{SUFFIX}", stamp(at))
}

fn read_entry(entry: &DirEntry) -> Option<(u32, Backup)> {
    let file_name = entry.file_name();
    let (at, reason, number) = read_name(file_name.to_str()?)?;
    let metadata = entry.metadata().ok().filter(std::fs::Metadata::is_file)?;
    let backup = Backup {
        path: entry.path(),
        at,
        reason,
        bytes: metadata.len(),
    };
    Some((number, backup))
}

fn read_name(file_name: &str) -> Option<(Moment, BackupReason, u32)> {
    let inner = file_name.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)?;
    let (at, rest) = inner.split_at_checked("20261122-003000".len())?;
    let at = unstamp(at)?;
    let rest = rest.strip_prefix('-')?;
    BackupReason::ALL.into_iter().find_map(|reason| {
        let number = match rest.strip_prefix(reason.as_word())? {
            "" => 1,
            more => more.strip_prefix('-')?.parse().ok()?,
        };
        // Only what we would write ourselves is ours: no leading zeros, no signs.
        (name(at, reason, number) == file_name).then_some((at, reason, number))
    })
}

/// Removes what is not kept any more, but never the one just `made`. One dated later than now
/// comes from a clock that was wrong, and counts as the oldest.
fn prune(inventory_file: &Path, made: &Path, now: Moment) -> Result<()> {
    let mut all = backups(inventory_file)?;
    all.retain(|backup| backup.path != made);
    all.sort_by_key(|backup| std::cmp::Reverse((backup.at <= now, backup.at)));
    let made_daily = made
        .file_name()
        .and_then(|name| read_name(name.to_str()?))
        .is_some_and(|(_, reason, _)| reason == BackupReason::Daily);
    for daily in [true, false] {
        let kept = KEPT - usize::from(made_daily == daily);
        let of_kind = all
            .iter()
            .filter(|backup| (backup.reason == BackupReason::Daily) == daily);
        for backup in of_kind.skip(kept) {
            remove(&backup.path)?;
        }
    }
    Ok(())
}

fn remove(path: &Path) -> Result<()> {
    match std::fs::remove_file(path) {
        Err(source) if source.kind() != ErrorKind::NotFound => Err(Error::of_file(source, path)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
