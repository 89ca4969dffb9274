//! Everything that needs a person: each table is read once, whatever it holds.

use super::AttentionQuery;
use super::reasons::{self, Facts, Given, Limits};
use super::unused::unused_since;
use crate::table::history::ages::{self, Ages};
use crate::table::holder::{folded_name, who_left};
use crate::table::key::standing_of::{COLUMNS, Standing};
use crate::table::put_off;
use keys::{
    Attention, AttentionKind, AttentionSubject, ConnectionId, Draft, DraftId, KeyId, Moment,
    StoreId,
};
use rusqlite::{Connection, params};
use std::collections::HashMap;

/// Due or put off, in no particular order; of the query's connection only.
pub(super) fn all(
    db: &Connection,
    query: &AttentionQuery,
    now: Moment,
) -> rusqlite::Result<Vec<Attention>> {
    let mut found = Vec::new();
    let ages = ages::read(db)?;
    let served = of_keys(db, query, &ages, now, &mut found)?;
    of_stores(db, query, &served, &mut found)?;
    of_drafts(db, query, &mut found)?;
    let put_off = put_off::all(db, now)?;
    for one in &mut found {
        one.put_off = put_off.get(&(one.kind, one.subject)).copied();
    }
    Ok(found)
}

/// How a Store is served by its keys on the server, if it has any.
#[derive(Clone, Copy, Default)]
struct Served {
    by_a_plugin: bool,
}

fn of_keys(
    db: &Connection,
    query: &AttentionQuery,
    ages: &Ages,
    now: Moment,
    found: &mut Vec<Attention>,
) -> rusqlite::Result<HashMap<StoreId, Served>> {
    let limits = Limits {
        now,
        rotation_age: query.rotation_age,
    };
    let given = given(db)?;
    let rotations = open_rotations(db)?;
    let mut served: HashMap<StoreId, Served> = HashMap::new();
    let sql = format!(
        "SELECT {COLUMNS}
         FROM keys LEFT JOIN stores ON stores.id = keys.store
         WHERE keys.archived_at IS NULL AND keys.forgotten_at IS NULL
             AND (?1 IS NULL OR keys.connection = ?1)"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let mut rows = statement.query([query.connection.map(|id| id.0)])?;
    while let Some(row) = rows.next()? {
        let standing = Standing::of(row)?;
        let key = &standing.key;
        if standing.is_on_server()
            && let Some(store) = key.store
        {
            served.entry(store).or_default().by_a_plugin |= standing.suits_a_plugin();
        }
        let age = ages.of_key(key.id);
        let held = query.held.contains(&key.id);
        let facts = Facts {
            // What was found does not get better when the server is not reached for a while.
            status: key.known_status(),
            status_since: standing.status_since(age.gone, key.store.and_then(|id| ages.gone(id))),
            revoked: age.is_revoked(),
            key_type: key.key_type,
            scopes: key.scopes.as_deref(),
            fingerprint: standing.fingerprint,
            held,
            made_at: age.made,
            secret_from: age.secret_from.unwrap_or(key.first_seen),
            unused_since: unused_since(key, now).filter(|_| key.is_secret_stored() || held),
            rotation_from: rotations.get(&key.id).copied(),
            given: given.get(&key.id).map_or(&[], Vec::as_slice),
        };
        for (kind, since) in reasons::of_key(&facts, &limits) {
            found.push(Attention {
                kind,
                subject: AttentionSubject::Key(key.id),
                connection: key.connection,
                name: standing.name.to_owned(),
                store_name: standing.store_name.to_owned(),
                status: Some(facts.status),
                since,
                put_off: None,
            });
        }
    }
    Ok(served)
}

/// The hand-overs of each key, newest first.
fn given(db: &Connection) -> rusqlite::Result<HashMap<KeyId, Vec<Given>>> {
    let left = who_left(db)?;
    let mut given: HashMap<KeyId, Vec<Given>> = HashMap::new();
    let mut statement = db.prepare_cached(
        "SELECT key, at, fingerprint, confirmed_at IS NOT NULL, person FROM handovers
         WHERE removed_at IS NULL ORDER BY at DESC, id DESC",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let left_at = if left.is_empty() {
            None
        } else {
            left.get(&folded_name(row.get_ref(4)?.as_str()?)).copied()
        };
        given.entry(KeyId(row.get(0)?)).or_default().push(Given {
            at: Moment(row.get(1)?),
            fingerprint: row.get(2)?,
            confirmed: row.get(3)?,
            left_at,
        });
    }
    Ok(given)
}

fn open_rotations(db: &Connection) -> rusqlite::Result<HashMap<KeyId, Moment>> {
    db.prepare_cached("SELECT old_key, begun_at FROM rotations WHERE ended_at IS NULL")?
        .query_map([], |row| Ok((KeyId(row.get(0)?), Moment(row.get(1)?))))?
        .collect()
}

/// Stores of connections whose keys are known: before the first complete refresh, or for an account
/// that sees none, no Store has any.
fn of_stores(
    db: &Connection,
    query: &AttentionQuery,
    served: &HashMap<StoreId, Served>,
    found: &mut Vec<Attention>,
) -> rusqlite::Result<()> {
    let mut statement = db.prepare_cached(
        "SELECT stores.id, stores.connection, stores.name, stores.has_time_slot,
                stores.first_seen
         FROM stores JOIN connections ON connections.id = stores.connection
         WHERE stores.presence = 'on_server' AND connections.refreshed_at IS NOT NULL
             AND connections.session <> 'not_admin'
             AND (?1 IS NULL OR stores.connection = ?1)",
    )?;
    let mut rows = statement.query([query.connection.map(|id| id.0)])?;
    while let Some(row) = rows.next()? {
        let id = StoreId(row.get(0)?);
        let has_time_slot: bool = row.get(3)?;
        let kind = match served.get(&id) {
            None => AttentionKind::StoreWithoutKey,
            Some(served) if served.by_a_plugin && !has_time_slot => AttentionKind::NoTimeSlot,
            Some(_) => continue,
        };
        let name: String = row.get(2)?;
        found.push(Attention {
            kind,
            subject: AttentionSubject::Store(id),
            connection: ConnectionId(row.get(1)?),
            store_name: name.clone(),
            name,
            status: None,
            since: Some(Moment(row.get(4)?)),
            put_off: None,
        });
    }
    Ok(())
}

fn of_drafts(
    db: &Connection,
    query: &AttentionQuery,
    found: &mut Vec<Attention>,
) -> rusqlite::Result<()> {
    let mut statement = db.prepare_cached(
        "SELECT drafts.id, drafts.connection, drafts.created_at, drafts.kind = 'store',
                coalesce(drafts.name, names.value, ''),
                coalesce(stores.name, store_names.value, '')
         FROM drafts
         LEFT JOIN draft_values AS names
             ON names.draft = drafts.id AND names.field = ?2
         LEFT JOIN draft_values AS store_names
             ON store_names.draft = drafts.store_draft AND store_names.field = ?2
         LEFT JOIN stores
             ON stores.connection = drafts.connection AND stores.server_id = drafts.store
         WHERE drafts.sent_at IS NULL AND drafts.deleted_at IS NULL
             AND (?1 IS NULL OR drafts.connection = ?1)
         GROUP BY drafts.id",
    )?;
    let mut rows = statement.query(params![
        query.connection.map(|id| id.0),
        Draft::STORE_NAME_FIELD
    ])?;
    while let Some(row) = rows.next()? {
        let name: String = row.get(4)?;
        found.push(Attention {
            kind: AttentionKind::DraftWaiting,
            subject: AttentionSubject::Draft(DraftId(row.get(0)?)),
            connection: ConnectionId(row.get(1)?),
            store_name: if row.get(3)? {
                name.clone()
            } else {
                row.get(5)?
            },
            name,
            status: None,
            since: Some(Moment(row.get(2)?)),
            put_off: None,
        });
    }
    Ok(())
}
