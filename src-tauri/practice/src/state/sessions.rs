//! Web sessions and remembered sign-ins.

use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};

use super::Db;
use super::{accounts, settings};
use crate::error::Error;
use crate::random::Random;
use crate::signature;

const DAY: i64 = 24 * 60 * 60 * 1000;
/// Idle limit of a session.
const IDLE: i64 = 7 * DAY;
/// Life of a remembered sign-in.
const REMEMBERED: i64 = 365 * DAY;

/// What a session holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(crate) struct Content {
    pub(crate) account: Option<i64>,
    /// Signed in by the remembered sign-in alone.
    pub(crate) revived: bool,
    /// The second factor is awaited.
    pub(crate) pending: bool,
    /// The code that was mailed, once the code page was looked at.
    pub(crate) code: Option<String>,
    /// Whether the code page has to show that a code was wrong.
    pub(crate) code_refused: bool,
    /// Whether the person asked to be remembered.
    pub(crate) wants_remembering: bool,
    /// The dump the sign-in page shows once.
    pub(crate) sign_in_error: Option<String>,
    /// Where to go after signing in.
    pub(crate) target: Option<String>,
    pub(crate) locale: Option<String>,
    /// What form tokens of this session are made from.
    pub(crate) form_secret: String,
    /// The message the next page shows once.
    pub(crate) flash: Option<String>,
    pub(crate) jwt: Option<String>,
}

/// A session with its cookie value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Session {
    pub(crate) id: String,
    pub(crate) content: Content,
}

impl Session {
    /// A new, empty session.
    pub(crate) fn start(random: &Random) -> Self {
        let content = Content {
            form_secret: random.hex(16),
            ..Content::default()
        };
        Self {
            id: random.hex(16),
            content,
        }
    }
}

pub(crate) fn find(db: &Db, id: &str, now: i64) -> Result<Option<Session>, Error> {
    let content: Option<String> = db
        .prepare_cached("SELECT content FROM session WHERE id = ?1 AND seen_at > ?2")?
        .query_row(params![id, now - IDLE], |row| row.get(0))
        .optional()?;
    content
        .map(|content| {
            Ok(Session {
                id: id.to_owned(),
                content: serde_json::from_str(&content)?,
            })
        })
        .transpose()
}

pub(crate) fn save(db: &Db, session: &Session, now: i64) -> Result<(), Error> {
    db.prepare_cached("INSERT OR REPLACE INTO session (id, content, seen_at) VALUES (?1, ?2, ?3)")?
        .execute(params![
            session.id,
            serde_json::to_string(&session.content)?,
            now
        ])?;
    Ok(())
}

pub(crate) fn delete(db: &Db, id: &str) -> Result<(), Error> {
    db.execute("DELETE FROM session WHERE id = ?1", [id])?;
    Ok(())
}

/// A new value for the remember-me cookie. Like the real one it is signed, not stored, so that a
/// former value works until it expires, the password changes or every remembered sign-in is ended.
pub(crate) fn remember(db: &Db, account: i64, now: i64) -> Result<String, Error> {
    let expires_at = now + REMEMBERED;
    let salt = db.random.hex(4);
    let proof = remembering_proof(db, account, expires_at, &salt)?.unwrap_or_default();
    Ok(format!("{account}:{expires_at}:{salt}:{proof}"))
}

/// The account a remember-me cookie stands for.
pub(crate) fn revive(db: &Db, value: &str, now: i64) -> Result<Option<i64>, Error> {
    let parts: Vec<&str> = value.split(':').collect();
    let [account, expires_at, salt, proof] = parts[..] else {
        return Ok(None);
    };
    let (Ok(account), Ok(expires_at)) = (account.parse(), expires_at.parse()) else {
        return Ok(None);
    };
    let expected = remembering_proof(db, account, expires_at, salt)?;
    Ok((expires_at > now && expected.as_deref() == Some(proof)).then_some(account))
}

fn remembering_proof(
    db: &Db,
    account: i64,
    expires_at: i64,
    salt: &str,
) -> Result<Option<String>, Error> {
    let Some(person) = accounts::find(db, account)?.filter(|person| person.account.enabled) else {
        return Ok(None);
    };
    let epoch = settings::remembering_epoch(db)?;
    let password = &person.account.password;
    let text = format!("remember {account} {expires_at} {salt} {epoch} {password}");
    Ok(Some(signature::sign_hex(
        &settings::signing_key(db)?,
        &text,
    )))
}
