//! Hand-overs: one line for each time a key was given to a person.

use crate::inventory::found;
use crate::table::holder::folded_name;
use crate::table::word;
use crate::{Inventory, Result};
use keys::{Channel, Handover, HandoverId, KeyId, Moment, NewHandover, Platform, SheetLanguage};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// Within this time, giving the same person the same key the same way is one hand-over.
const SAME_OCCASION: i64 = 10 * 60 * 1_000;

/// Hand-overs that are seen: what was removed, and what is about a forgotten key, is not.
pub(crate) const VISIBLE: &str = "removed_at IS NULL AND NOT EXISTS
         (SELECT 1 FROM keys WHERE keys.id = handovers.key AND keys.forgotten_at IS NOT NULL)";

impl Inventory {
    /// Keeps that a key was given to a person. Told again within ten minutes it is the same
    /// hand-over, renewed; what was confirmed stays so while the secret is the same.
    pub fn add_handover(&self, told: &NewHandover, who: &str, at: Moment) -> Result<HandoverId> {
        self.write_aside(|db| {
            if let Some(id) = of_this_occasion(db, told, at)? {
                renew(db, id, told, at)?;
                return Ok(id);
            }
            db.execute(
                "INSERT INTO handovers
                     (key, person, channel, platform, language, fingerprint, at, who)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                params![
                    told.key.0,
                    told.person,
                    told.channel.as_word(),
                    told.platform.as_word(),
                    told.language.as_code(),
                    told.fingerprint,
                    at.0,
                    who,
                ],
            )?;
            Ok(HandoverId(db.last_insert_rowid()))
        })
    }

    /// The hand-over with that number.
    pub fn handover(&self, id: HandoverId) -> Result<Option<Handover>> {
        self.read(|db| {
            db.prepare_cached("SELECT * FROM handovers WHERE id = ?1 AND removed_at IS NULL")?
                .query_row([id.0], from_row)
                .optional()
        })
    }

    /// The hand-overs of a key, newest first.
    pub fn handovers_of(&self, key: KeyId) -> Result<Vec<Handover>> {
        self.read(|db| {
            db.prepare_cached(
                "SELECT * FROM handovers WHERE key = ?1 AND removed_at IS NULL
                 ORDER BY at DESC, id DESC",
            )?
            .query_map([key.0], from_row)?
            .collect()
        })
    }

    /// Keeps when the receiver said that it works, or that nobody did with `None`.
    pub fn confirm_handover(&self, id: HandoverId, at: Option<Moment>) -> Result<()> {
        self.write_aside(|db| {
            found(db.execute(
                "UPDATE handovers SET confirmed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
                params![id.0, at.map(|at| at.0)],
            )?)
        })
    }

    /// Takes a hand-over back that was not made. Nothing shows it any more.
    pub fn remove_handover(&self, id: HandoverId, at: Moment) -> Result<()> {
        self.set_removed(id, Some(at))
    }

    /// Brings a removed hand-over back.
    pub fn restore_handover(&self, id: HandoverId) -> Result<()> {
        self.set_removed(id, None)
    }

    fn set_removed(&self, id: HandoverId, at: Option<Moment>) -> Result<()> {
        self.write_aside(|db| {
            found(db.execute(
                "UPDATE handovers SET removed_at = ?2 WHERE id = ?1",
                params![id.0, at.map(|at| at.0)],
            )?)
        })
    }

    /// How many hand-overs there are.
    pub fn handed_over(&self) -> Result<usize> {
        let query = format!("SELECT count(*) FROM handovers WHERE {VISIBLE}");
        self.read(|db| db.prepare_cached(&query)?.query_row([], |row| row.get(0)))
    }
}

fn of_this_occasion(
    db: &Connection,
    told: &NewHandover,
    at: Moment,
) -> rusqlite::Result<Option<HandoverId>> {
    let mut statement = db.prepare_cached(
        "SELECT id, person FROM handovers
         WHERE key = ?1 AND channel = ?2 AND at BETWEEN ?3 AND ?4 AND removed_at IS NULL
         ORDER BY at DESC, id DESC",
    )?;
    let mut rows = statement.query(params![
        told.key.0,
        told.channel.as_word(),
        at.0 - SAME_OCCASION,
        at.0 + SAME_OCCASION,
    ])?;
    let person = folded_name(&told.person);
    while let Some(row) = rows.next()? {
        if folded_name(row.get_ref(1)?.as_str()?) == person {
            return Ok(Some(HandoverId(row.get(0)?)));
        }
    }
    Ok(None)
}

fn renew(db: &Connection, id: HandoverId, told: &NewHandover, at: Moment) -> rusqlite::Result<()> {
    db.execute(
        "UPDATE handovers SET person = ?2, platform = ?3, language = ?4, fingerprint = ?5, at = ?6,
             confirmed_at = CASE WHEN fingerprint = ?5 THEN confirmed_at END
         WHERE id = ?1",
        params![
            id.0,
            told.person,
            told.platform.as_word(),
            told.language.as_code(),
            told.fingerprint,
            at.0,
        ],
    )
    .map(|_| ())
}

pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<Handover> {
    Ok(Handover {
        id: HandoverId(row.get("id")?),
        told: NewHandover {
            key: KeyId(row.get("key")?),
            person: row.get("person")?,
            channel: word(row, "channel", Channel::from_word)?,
            platform: word(row, "platform", Platform::from_word)?,
            language: word(row, "language", SheetLanguage::from_code)?,
            fingerprint: row.get("fingerprint")?,
        },
        at: Moment(row.get("at")?),
        who: row.get("who")?,
        confirmed_at: row.get::<_, Option<i64>>("confirmed_at")?.map(Moment),
    })
}
