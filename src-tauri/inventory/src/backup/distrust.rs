//! What restored records must not be trusted with: that nothing happened since they were saved.

use crate::inventory::in_transaction;
use crate::table::draft;
use crate::table::intent::{IntentAct, NewIntent, row as intent};
use keys::{Draft, DraftContent, DraftId, DraftStore, Moment, ServerStoreId};
use rusqlite::{Connection, OptionalExtension, params};

/// From where on the numbers of new records go: never one that was given before, since keychain
/// entries go by them.
pub(super) enum Numbers {
    /// Above these, by table.
    Above(Vec<(String, i64)>),
    /// From the seconds of a moment on, far above what was ever counted to.
    From(Moment),
}

impl Numbers {
    /// Above all that were given in this inventory.
    pub(super) fn above(db: &Connection) -> rusqlite::Result<Self> {
        let given = db
            .prepare("SELECT name, seq FROM sqlite_sequence")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(Self::Above(given))
    }
}

/// Makes restored content fit to go on with.
pub(super) fn prepare(db: &mut Connection, numbers: &Numbers, now: Moment) -> rusqlite::Result<()> {
    in_transaction(db, |db| {
        match numbers {
            Numbers::Above(given) => {
                for (table, number) in given {
                    raise(db, table, *number)?;
                }
            }
            Numbers::From(moment) => {
                for table in [
                    "connections",
                    "stores",
                    "keys",
                    "drafts",
                    "intents",
                    "drifts",
                    "handovers",
                    "rotations",
                ] {
                    raise(db, table, moment.0.div_euclid(1000))?;
                }
            }
        }
        doubt_drafts(db, now)
    })
}

fn raise(db: &Connection, table: &str, number: i64) -> rusqlite::Result<()> {
    let known: Option<i64> = db
        .query_row(
            "SELECT seq FROM sqlite_sequence WHERE name = ?1",
            [table],
            |row| row.get(0),
        )
        .optional()?;
    match known {
        Some(known) if known >= number => return Ok(()),
        Some(_) => db.execute(
            "UPDATE sqlite_sequence SET seq = ?2 WHERE name = ?1",
            params![table, number],
        )?,
        None => db.execute(
            "INSERT INTO sqlite_sequence (name, seq) VALUES (?1, ?2)",
            params![table, number],
        )?,
    };
    Ok(())
}

/// A draft that waits here may have been sent after it was saved. An open intent makes somebody
/// look for it before it is sent; the server will have answered long ago.
fn doubt_drafts(db: &Connection, now: Moment) -> rusqlite::Result<()> {
    let waiting: Vec<Draft> = db
        .prepare(
            "SELECT * FROM drafts
             WHERE sent_at IS NULL AND deleted_at IS NULL
                 AND id NOT IN (SELECT draft FROM intents WHERE draft IS NOT NULL)
             ORDER BY id",
        )?
        .query_map([], |row| draft::row::from_row(db, row))?
        .collect::<rusqlite::Result<_>>()?;
    for draft in waiting {
        let name = draft.name().trim().to_owned();
        let (act, table) = match &draft.content {
            DraftContent::Store { .. } => (IntentAct::CreateStore { name }, "stores"),
            DraftContent::Key {
                key_type,
                scopes,
                store,
                ..
            } => {
                let act = IntentAct::CreateKey {
                    name,
                    key_type: *key_type,
                    scopes: scopes.clone(),
                    store: on_server(db, *store)?,
                };
                (act, "keys")
            }
        };
        let known = db
            .prepare(&format!(
                "SELECT server_id FROM {table} WHERE connection = ?1"
            ))?
            .query_map([draft.connection.0], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let doubt = NewIntent {
            connection: draft.connection,
            act,
            known,
            at: now,
            draft: Some(draft.id),
        };
        let id = intent::add(db, &doubt)?;
        db.execute("UPDATE intents SET answered = TRUE WHERE id = ?1", [id.0])?;
    }
    Ok(())
}

/// The server's number of the Store that a drafted key is for, if it is there already.
fn on_server(db: &Connection, store: DraftStore) -> rusqlite::Result<Option<ServerStoreId>> {
    match store {
        DraftStore::Without => Ok(None),
        DraftStore::OnServer(store) => Ok(Some(store)),
        DraftStore::Draft(DraftId(draft)) => db
            .query_row(
                "SELECT stores.server_id FROM drafts JOIN stores ON stores.id = drafts.made_store
                 WHERE drafts.id = ?1",
                [draft],
                |row| row.get(0).map(ServerStoreId),
            )
            .optional(),
    }
}
