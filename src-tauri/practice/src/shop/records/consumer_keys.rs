//! Consumer keys: a print of the key, the secret as it is, the last seven characters (contract 4).

use rusqlite::{OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use super::Records;
use crate::error::Error;
use crate::signature;

/// What a key may do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// Read.
    #[default]
    Read,
    /// Write.
    Write,
    /// Both.
    ReadWrite,
}

impl Permission {
    /// All of them, in the order of the form.
    pub(crate) const ALL: [Self; 3] = [Self::Read, Self::Write, Self::ReadWrite];

    /// As forms say it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::ReadWrite => "read_write",
        }
    }

    /// What a form said; anything else means reading.
    pub(crate) fn of(text: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|permission| permission.as_str() == text)
            .unwrap_or_default()
    }

    pub(crate) fn reads(self) -> bool {
        self != Self::Write
    }

    pub(crate) fn writes(self) -> bool {
        self != Self::Read
    }
}

/// A key as the records have it.
#[derive(Clone, Debug)]
pub(crate) struct ConsumerKey {
    pub(crate) id: i64,
    pub(crate) owner: i64,
    pub(crate) description: String,
    pub(crate) permission: Permission,
    pub(crate) secret: String,
    pub(crate) last_seven: String,
    pub(crate) last_access: Option<i64>,
    pub(crate) made_by: Option<String>,
    pub(crate) revoked: bool,
}

/// A key that was just made; nobody can read the pair again.
pub(crate) struct NewPair {
    pub(crate) id: i64,
    pub(crate) key: String,
    pub(crate) secret: String,
}

const COLUMNS: &str = "SELECT id, owner, description, permission, secret, last_seven, last_access,
    made_by, revoked FROM consumer_key";

/// What the print of a key is made with; the same at every shop.
const PRINT: &str = "wc-api";

fn from_row(row: &Row) -> rusqlite::Result<ConsumerKey> {
    let permission: String = row.get(3)?;
    Ok(ConsumerKey {
        id: row.get(0)?,
        owner: row.get(1)?,
        description: row.get(2)?,
        permission: Permission::of(&permission),
        secret: row.get(4)?,
        last_seven: row.get(5)?,
        last_access: row.get(6)?,
        made_by: row.get(7)?,
        revoked: row.get(8)?,
    })
}

/// Makes a key, for a login or for nobody who asked over HTTP.
pub(crate) fn create(
    records: &Records,
    owner: i64,
    description: &str,
    permission: Permission,
    made_by: Option<&str>,
) -> Result<NewPair, Error> {
    let key = format!("ck_{}", records.random.hex(20));
    let secret = format!("cs_{}", records.random.hex(20));
    records
        .prepare_cached(
            "INSERT INTO consumer_key (owner, description, permission, key_hash, secret, last_seven,
             made_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            owner,
            description,
            permission.as_str(),
            signature::sign_hex(PRINT, &key),
            secret,
            &key[key.len() - 7..],
            made_by
        ])?;
    Ok(NewPair {
        id: records.last_insert_rowid(),
        key,
        secret,
    })
}

/// Changes a key; says whether there is one. Key and secret stay.
pub(crate) fn update(
    records: &Records,
    id: i64,
    owner: i64,
    description: &str,
    permission: Permission,
) -> Result<bool, Error> {
    let changed = records.execute(
        "UPDATE consumer_key SET owner = ?2, description = ?3, permission = ?4
         WHERE id = ?1 AND NOT revoked",
        params![id, owner, description, permission.as_str()],
    )?;
    Ok(changed == 1)
}

/// Revokes a key; says whether there was one.
pub(crate) fn revoke(records: &Records, id: i64) -> Result<bool, Error> {
    let changed = records.execute(
        "UPDATE consumer_key SET revoked = 1 WHERE id = ?1 AND NOT revoked",
        [id],
    )?;
    Ok(changed == 1)
}

/// Moves a key's last access.
pub(crate) fn touch(records: &Records, id: i64, now: i64) -> Result<(), Error> {
    records
        .prepare_cached("UPDATE consumer_key SET last_access = ?2 WHERE id = ?1")?
        .execute([id, now])?;
    Ok(())
}

pub(crate) fn find(records: &Records, id: i64) -> Result<Option<ConsumerKey>, Error> {
    Ok(records
        .prepare_cached(&format!("{COLUMNS} WHERE id = ?1 AND NOT revoked"))?
        .query_row([id], from_row)
        .optional()?)
}

/// Finds by the consumer key itself; spaces around it do not matter, its case does.
pub(crate) fn find_by_key(records: &Records, key: &str) -> Result<Option<ConsumerKey>, Error> {
    let print = signature::sign_hex(PRINT, key.trim());
    Ok(records
        .prepare_cached(&format!("{COLUMNS} WHERE key_hash = ?1 AND NOT revoked"))?
        .query_row([print], from_row)
        .optional()?)
}

/// The newest key there is.
pub(crate) fn newest(records: &Records) -> Result<Option<i64>, Error> {
    let question = "SELECT max(id) FROM consumer_key WHERE NOT revoked";
    Ok(records.query_row(question, [], |row| row.get(0))?)
}

/// How many keys there are whose description contains a text.
pub(crate) fn count(records: &Records, text: &str) -> Result<i64, Error> {
    Ok(records
        .prepare_cached(
            "SELECT count(*) FROM consumer_key
             WHERE NOT revoked AND (?1 = '' OR instr(lower(description), lower(?1)) > 0)",
        )?
        .query_row([text], |row| row.get(0))?)
}

/// Keys whose description contains a text, newest first.
pub(crate) fn list(
    records: &Records,
    text: &str,
    offset: i64,
    length: i64,
) -> Result<Vec<ConsumerKey>, Error> {
    let mut statement = records.prepare_cached(&format!(
        "{COLUMNS} WHERE NOT revoked AND (?1 = '' OR instr(lower(description), lower(?1)) > 0)
         ORDER BY id DESC LIMIT ?3 OFFSET ?2"
    ))?;
    let keys = statement
        .query_map(params![text, offset, length], from_row)?
        .collect::<Result<_, _>>()?;
    Ok(keys)
}

/// Every key by number, revoked ones too.
pub(crate) fn all(records: &Records) -> Result<Vec<ConsumerKey>, Error> {
    let mut statement = records.prepare_cached(&format!("{COLUMNS} ORDER BY id"))?;
    let keys = statement
        .query_map([], from_row)?
        .collect::<Result<_, _>>()?;
    Ok(keys)
}
