//! Drafts: one line for each Store or key prepared here, and what became of it.

pub(crate) mod row;

use crate::inventory::found;
use crate::{Inventory, Result};
use keys::{ConnectionId, Draft, DraftContent, DraftId, Made, Moment};
use rusqlite::{Connection, OptionalExtension, params};

impl Inventory {
    /// Keeps a draft and tells its number.
    pub fn add_draft(
        &self,
        connection: ConnectionId,
        content: &DraftContent,
        now: Moment,
    ) -> Result<DraftId> {
        self.write_aside(|db| {
            db.prepare_cached(
                "INSERT INTO drafts (connection, kind, created_at, changed_at)
                 VALUES (?1, '', ?2, ?2)",
            )?
            .execute([connection.0, now.0])?;
            let id = DraftId(db.last_insert_rowid());
            row::write_content(db, id, content)?;
            Ok(id)
        })
    }

    /// Changes a draft. One that was sent or deleted is missing.
    pub fn change_draft(&self, id: DraftId, content: &DraftContent, now: Moment) -> Result<()> {
        self.write_aside(|db| {
            found(db.execute(
                "UPDATE drafts SET changed_at = ?2
                 WHERE id = ?1 AND sent_at IS NULL AND deleted_at IS NULL",
                [id.0, now.0],
            )?)?;
            row::write_content(db, id, content)
        })
    }

    /// The draft with that number, sent and deleted ones too.
    pub fn draft(&self, id: DraftId) -> Result<Option<Draft>> {
        self.read(|db| {
            db.prepare_cached("SELECT * FROM drafts WHERE id = ?1")?
                .query_row([id.0], |row| row::from_row(db, row))
                .optional()
        })
    }

    /// The drafts of all connections that were not deleted, waiting and sent, oldest first.
    pub fn drafts(&self) -> Result<Vec<Draft>> {
        self.read(|db| {
            db.prepare_cached("SELECT * FROM drafts WHERE deleted_at IS NULL ORDER BY id")?
                .query_map([], |row| row::from_row(db, row))?
                .collect()
        })
    }

    /// Keeps what a draft became. What it became first stays.
    pub fn set_draft_sent(&self, id: DraftId, made: Made, at: Moment) -> Result<()> {
        self.write_aside(|db| found(mark_sent(db, id, made, at)?))
    }

    /// Deletes a draft, or brings it back with `None` while it was not purged.
    pub fn set_draft_deleted(&self, id: DraftId, at: Option<Moment>) -> Result<()> {
        self.write_aside(|db| {
            found(db.execute(
                "UPDATE drafts SET deleted_at = ?2 WHERE id = ?1",
                params![id.0, at.map(|at| at.0)],
            )?)
        })
    }

    /// Removes the drafts that were sent. A key that waits for a Store sent among them is for
    /// that Store on the server from now on.
    pub fn clear_sent_drafts(&self) -> Result<()> {
        self.write_aside(|db| {
            db.execute(
                "UPDATE drafts SET store = stores.server_id, store_draft = NULL
                 FROM drafts AS sent JOIN stores ON stores.id = sent.made_store
                 WHERE drafts.store_draft = sent.id AND sent.sent_at IS NOT NULL",
                [],
            )?;
            db.execute("DELETE FROM drafts WHERE sent_at IS NOT NULL", [])
                .map(|_| ())
        })
    }

    /// Removes the drafts deleted before a moment for good.
    pub fn purge_drafts(&self, deleted_before: Moment) -> Result<()> {
        self.write_aside(|db| {
            db.execute(
                "DELETE FROM drafts WHERE deleted_at < ?1",
                [deleted_before.0],
            )
            .map(|_| ())
        })
    }
}

/// Whether there is such a draft. One that was sent already stays what it became first.
pub(crate) fn mark_sent(
    db: &Connection,
    id: DraftId,
    made: Made,
    at: Moment,
) -> rusqlite::Result<usize> {
    let (store, key) = match made {
        Made::Store(store) => (Some(store.0), None),
        Made::Key(key) => (None, Some(key.0)),
    };
    db.execute(
        "UPDATE drafts SET
             made_store = CASE WHEN sent_at IS NULL THEN ?2 ELSE made_store END,
             made_key = CASE WHEN sent_at IS NULL THEN ?3 ELSE made_key END,
             sent_at = coalesce(sent_at, ?4)
         WHERE id = ?1",
        params![id.0, store, key, at.0],
    )
}
