//! Drafts as rows, with the ordered values of a Store.

use crate::table::key::words::{scopes_as_text, scopes_from_text, type_as_word, type_from_word};
use crate::table::{unknown_word, word};
use keys::{
    ConnectionId, Draft, DraftContent, DraftId, DraftStore, KeyId, Made, Moment, ServerStoreId,
    StoreId,
};
use rusqlite::types::Null;
use rusqlite::{Connection, Row, params};

/// Writes what shall be made, in the place of what was written before.
pub(super) fn write_content(
    db: &Connection,
    id: DraftId,
    content: &DraftContent,
) -> rusqlite::Result<()> {
    db.execute("DELETE FROM draft_values WHERE draft = ?1", [id.0])?;
    let mut update = db.prepare_cached(
        "UPDATE drafts SET kind = ?2, name = ?3, key_type = ?4, scopes = ?5, store = ?6,
             store_draft = ?7
         WHERE id = ?1",
    )?;
    match content {
        DraftContent::Store { values } => {
            update.execute(params![id.0, "store", Null, Null, Null, Null, Null])?;
            let mut insert =
                db.prepare_cached("INSERT INTO draft_values VALUES (?1, ?2, ?3, ?4)")?;
            for (place, (field, value)) in values.iter().enumerate() {
                insert.execute(params![id.0, place, field, value])?;
            }
        }
        DraftContent::Key {
            name,
            key_type,
            scopes,
            store,
        } => {
            let (on_server, draft) = match store {
                DraftStore::Without => (None, None),
                DraftStore::OnServer(store) => (Some(store.0), None),
                DraftStore::Draft(draft) => (None, Some(draft.0)),
            };
            update.execute(params![
                id.0,
                "key",
                name,
                type_as_word(*key_type),
                scopes_as_text(scopes),
                on_server,
                draft,
            ])?;
        }
    }
    Ok(())
}

pub(crate) fn from_row(db: &Connection, row: &Row<'_>) -> rusqlite::Result<Draft> {
    let id = DraftId(row.get("id")?);
    let moment = |column| -> rusqlite::Result<Option<Moment>> {
        Ok(row.get::<_, Option<i64>>(column)?.map(Moment))
    };
    let content = match row.get_ref("kind")?.as_str()? {
        "store" => DraftContent::Store {
            values: values(db, id)?,
        },
        "key" => DraftContent::Key {
            name: row.get("name")?,
            key_type: word(row, "key_type", type_from_word)?,
            scopes: scopes_from_text(row.get_ref("scopes")?.as_str()?),
            store: store_from_row(row)?,
        },
        other => return Err(unknown_word(other)),
    };
    let made = match (row.get("made_store")?, row.get("made_key")?) {
        (Some(store), _) => Some(Made::Store(StoreId(store))),
        (_, Some(key)) => Some(Made::Key(KeyId(key))),
        _ => None,
    };
    Ok(Draft {
        id,
        connection: ConnectionId(row.get("connection")?),
        content,
        sent: made.zip(moment("sent_at")?),
        created_at: Moment(row.get("created_at")?),
        changed_at: Moment(row.get("changed_at")?),
        deleted_at: moment("deleted_at")?,
    })
}

fn store_from_row(row: &Row<'_>) -> rusqlite::Result<DraftStore> {
    Ok(match (row.get("store")?, row.get("store_draft")?) {
        (Some(store), _) => DraftStore::OnServer(ServerStoreId(store)),
        (_, Some(draft)) => DraftStore::Draft(DraftId(draft)),
        _ => DraftStore::Without,
    })
}

fn values(db: &Connection, id: DraftId) -> rusqlite::Result<Vec<(String, String)>> {
    db.prepare_cached("SELECT field, value FROM draft_values WHERE draft = ?1 ORDER BY place")?
        .query_map([id.0], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}
