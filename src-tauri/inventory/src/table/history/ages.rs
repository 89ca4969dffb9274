//! What the history tells of moments: how old secrets are, and since when something is gone.

use keys::{KeyId, Moment, StoreId};
use rusqlite::Connection;
use std::collections::HashMap;

/// Moments by key and Store.
#[derive(Default)]
pub(crate) struct Ages {
    keys: HashMap<KeyId, KeyAge>,
    stores_gone: HashMap<StoreId, Moment>,
}

/// The newest of each; `None` where no line tells it.
#[derive(Clone, Copy, Default)]
pub(crate) struct KeyAge {
    /// When it was made here.
    pub(crate) made: Option<Moment>,
    /// When its present secret was first known.
    pub(crate) secret_from: Option<Moment>,
    /// When the server had it no more.
    pub(crate) gone: Option<Moment>,
    /// When it was revoked here.
    pub(crate) revoked: Option<Moment>,
}

impl KeyAge {
    /// Whether it went because it was revoked here, and not otherwise since.
    pub(crate) fn is_revoked(&self) -> bool {
        self.revoked.is_some() && self.revoked >= self.gone
    }
}

impl Ages {
    pub(crate) fn of_key(&self, id: KeyId) -> KeyAge {
        self.keys.get(&id).copied().unwrap_or_default()
    }

    /// When the server had a Store no more.
    pub(crate) fn gone(&self, id: StoreId) -> Option<Moment> {
        self.stores_gone.get(&id).copied()
    }
}

/// Of all keys and Stores, in one pass over an index that holds these acts alone.
pub(crate) fn read(db: &Connection) -> rusqlite::Result<Ages> {
    let mut ages = Ages::default();
    let mut statement = db.prepare_cached(
        "SELECT key, store, act, at FROM history INDEXED BY history_of_age WHERE act IN (
             'created', 'seen_on_server', 'renewed', 'renewed_elsewhere', 'replaced_elsewhere',
             'took_new_pair', 'imported', 'gone_from_server', 'revoked')",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let act = row.get_ref(2)?.as_str()?;
        let at = Some(Moment(row.get(3)?));
        let Some(key) = row.get::<_, Option<i64>>(0)? else {
            if let (Some(store), "gone_from_server") = (row.get::<_, Option<i64>>(1)?, act) {
                let gone = ages.stores_gone.entry(StoreId(store)).or_insert(Moment(0));
                *gone = (*gone).max(Moment(row.get(3)?));
            }
            continue;
        };
        let age = ages.keys.entry(KeyId(key)).or_default();
        match act {
            "gone_from_server" => {
                age.gone = age.gone.max(at);
                continue;
            }
            "revoked" => {
                age.revoked = age.revoked.max(at);
                continue;
            }
            _ => {}
        }
        age.secret_from = age.secret_from.max(at);
        if act == "created" {
            age.made = age.made.max(at);
        }
    }
    Ok(ages)
}
