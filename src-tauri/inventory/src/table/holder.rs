//! Holders: who was given keys, and who of them left.

use crate::fold::fold;
use crate::table::handover::{VISIBLE, from_row};
use crate::{Inventory, Result};
use keys::{Handover, Holder, Moment};
use rusqlite::{Connection, params};
use std::collections::HashMap;

impl Inventory {
    /// Everybody to whom keys were handed over, in the order of their newest hand-over, newest
    /// first. Case and accents do not make another person; the newest spelling is shown.
    pub fn holders(&self) -> Result<Vec<Holder>> {
        let query = format!("SELECT * FROM handovers WHERE {VISIBLE} ORDER BY at DESC, id DESC");
        self.read(|db| {
            let left = who_left(db)?;
            let mut places: HashMap<String, usize> = HashMap::new();
            let mut holders: Vec<Holder> = Vec::new();
            for handover in db.prepare_cached(&query)?.query_map([], from_row)? {
                let handover: Handover = handover?;
                let person = folded_name(&handover.told.person);
                let left_at = left.get(&person).copied();
                let place = *places.entry(person).or_insert(holders.len());
                if place == holders.len() {
                    holders.push(Holder {
                        person: handover.told.person.trim().to_owned(),
                        left_at,
                        handovers: Vec::new(),
                    });
                }
                holders[place].handovers.push(handover);
            }
            Ok(holders)
        })
    }

    /// Keeps when somebody left, or that the person is there with `None`.
    pub fn set_holder_left(&self, person: &str, at: Option<Moment>) -> Result<()> {
        let person = folded_name(person);
        self.write_aside(|db| {
            match at {
                Some(at) => db.execute(
                    "INSERT INTO people_who_left (person, left_at) VALUES (?1, ?2)
                     ON CONFLICT (person) DO UPDATE SET left_at = excluded.left_at",
                    params![person, at.0],
                ),
                None => db.execute("DELETE FROM people_who_left WHERE person = ?1", [person]),
            }
            .map(|_| ())
        })
    }
}

/// When people left, by their folded name.
pub(crate) fn who_left(db: &Connection) -> rusqlite::Result<HashMap<String, Moment>> {
    db.prepare_cached("SELECT person, left_at FROM people_who_left")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1).map(Moment)?)))?
        .collect()
}

/// What two spellings of one name have in common.
pub(crate) fn folded_name(person: &str) -> String {
    let folded = fold(person);
    let words: Vec<&str> = folded.split_whitespace().collect();
    if words.is_empty() {
        person.trim().to_owned()
    } else {
        words.join(" ")
    }
}
