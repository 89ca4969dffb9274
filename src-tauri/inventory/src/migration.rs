//! The versions of the file's schema. A version that was released is never edited, only followed.

use rusqlite_migration::{M, Migrations};

pub(crate) const STEPS: &[M<'static>] = &[
    M::up(include_str!("migration/0001_first.sql")),
    M::up(include_str!("migration/0002_offline_work.sql")),
    M::up(include_str!("migration/0003_handing_over.sql")),
    M::up(include_str!("migration/0004_sites.sql")),
];

/// Marks the file as ours, as the first version writes it.
pub(crate) const APPLICATION_ID: i64 = 0x5364_4c42;

/// The version this program writes.
#[expect(
    clippy::cast_possible_truncation,
    reason = "there is a handful of versions"
)]
pub(crate) const LATEST: u32 = STEPS.len() as u32;

pub(crate) fn all() -> Migrations<'static> {
    Migrations::from_slice(STEPS)
}

#[cfg(test)]
mod tests;
