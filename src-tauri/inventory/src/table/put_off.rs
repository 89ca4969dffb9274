//! What needs a person, and was put off: one line for each.

use crate::table::unknown_word;
use crate::{Inventory, Result};
use keys::{AttentionKind, AttentionSubject, DraftId, KeyId, Moment, PutOff, StoreId};
use rusqlite::{Connection, params};
use std::collections::HashMap;

impl Inventory {
    /// Keeps that a person does not want to hear of something for a while, or for good.
    pub fn put_off(
        &self,
        kind: AttentionKind,
        subject: AttentionSubject,
        put_off: PutOff,
        at: Moment,
    ) -> Result<()> {
        let (about, id) = subject_as_words(subject);
        let until = match put_off {
            PutOff::Until(until) => Some(until.0),
            PutOff::Forever => None,
        };
        self.write_aside(|db| {
            db.execute(
                "INSERT OR REPLACE INTO put_off (kind, about, subject, until, at)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                params![kind_as_word(kind), about, id, until, at.0],
            )
            .map(|_| ())
        })
    }

    /// Wants to hear of it again. One that was not put off is due already.
    pub fn take_up(&self, kind: AttentionKind, subject: AttentionSubject) -> Result<()> {
        let (about, id) = subject_as_words(subject);
        self.write_aside(|db| {
            db.execute(
                "DELETE FROM put_off WHERE kind = ?1 AND about = ?2 AND subject = ?3",
                params![kind_as_word(kind), about, id],
            )
            .map(|_| ())
        })
    }
}

/// What is put off still at that moment.
pub(crate) fn all(
    db: &Connection,
    now: Moment,
) -> rusqlite::Result<HashMap<(AttentionKind, AttentionSubject), PutOff>> {
    db.prepare_cached(
        "SELECT kind, about, subject, until FROM put_off WHERE until IS NULL OR until > ?1",
    )?
    .query_map([now.0], |row| {
        let kind = row.get_ref(0)?.as_str()?;
        let kind = kind_from_word(kind).ok_or_else(|| unknown_word(kind))?;
        let about = row.get_ref(1)?.as_str()?;
        let subject = subject_from_words(about, row.get(2)?).ok_or_else(|| unknown_word(about))?;
        let until: Option<i64> = row.get(3)?;
        let put_off = until.map_or(PutOff::Forever, |until| PutOff::Until(Moment(until)));
        Ok(((kind, subject), put_off))
    })?
    .collect()
}

fn subject_as_words(subject: AttentionSubject) -> (&'static str, i64) {
    match subject {
        AttentionSubject::Key(id) => ("key", id.0),
        AttentionSubject::Store(id) => ("store", id.0),
        AttentionSubject::Draft(id) => ("draft", id.0),
    }
}

fn subject_from_words(about: &str, id: i64) -> Option<AttentionSubject> {
    match about {
        "key" => Some(AttentionSubject::Key(KeyId(id))),
        "store" => Some(AttentionSubject::Store(StoreId(id))),
        "draft" => Some(AttentionSubject::Draft(DraftId(id))),
        _ => None,
    }
}

fn kind_as_word(kind: AttentionKind) -> &'static str {
    match kind {
        AttentionKind::KeyTrouble => "key_trouble",
        AttentionKind::SecretNotStored => "secret_not_stored",
        AttentionKind::Unrestricted => "unrestricted",
        AttentionKind::EveryOrder => "every_order",
        AttentionKind::HolderLeft => "holder_left",
        AttentionKind::RotationOpen => "rotation_open",
        AttentionKind::NeverHandedOver => "never_handed_over",
        AttentionKind::NotConfirmed => "not_confirmed",
        AttentionKind::Old => "old",
        AttentionKind::Unused => "unused",
        AttentionKind::NoTimeSlot => "no_time_slot",
        AttentionKind::StoreWithoutKey => "store_without_key",
        AttentionKind::DraftWaiting => "draft_waiting",
    }
}

fn kind_from_word(word: &str) -> Option<AttentionKind> {
    Some(match word {
        "key_trouble" => AttentionKind::KeyTrouble,
        "secret_not_stored" => AttentionKind::SecretNotStored,
        "unrestricted" => AttentionKind::Unrestricted,
        "every_order" => AttentionKind::EveryOrder,
        "holder_left" => AttentionKind::HolderLeft,
        "rotation_open" => AttentionKind::RotationOpen,
        "never_handed_over" => AttentionKind::NeverHandedOver,
        "not_confirmed" => AttentionKind::NotConfirmed,
        "old" => AttentionKind::Old,
        "unused" => AttentionKind::Unused,
        "no_time_slot" => AttentionKind::NoTimeSlot,
        "store_without_key" => AttentionKind::StoreWithoutKey,
        "draft_waiting" => AttentionKind::DraftWaiting,
        _ => return None,
    })
}
