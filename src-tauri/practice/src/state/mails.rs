//! The e-mails it would have sent.

use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

use crate::error::Error;

/// An e-mail that the practice co-op would have sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    /// Receiver.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// The six digits.
    pub code: String,
    /// When, in milliseconds since 1970.
    pub sent_at: i64,
}

pub(crate) fn send(db: &Connection, mail: &Mail) -> Result<(), Error> {
    db.execute(
        "INSERT INTO mail (receiver, subject, code, sent_at) VALUES (?1, ?2, ?3, ?4)",
        params![mail.to, mail.subject, mail.code, mail.sent_at],
    )?;
    Ok(())
}

pub(crate) fn newest_first(db: &Connection) -> Result<Vec<Mail>, Error> {
    let mut statement = db.prepare_cached(
        "SELECT receiver, subject, code, sent_at FROM mail ORDER BY id DESC LIMIT 100",
    )?;
    let mails = statement
        .query_map([], |row| {
            Ok(Mail {
                to: row.get(0)?,
                subject: row.get(1)?,
                code: row.get(2)?,
                sent_at: row.get(3)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(mails)
}
