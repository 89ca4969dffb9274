//! The list of what needs a person: made anew from the tables each time, so it is never out of date.

mod gather;
mod reasons;
mod unused;

use crate::fold::fold;
use crate::{Inventory, Result};
use keys::{Attention, AttentionKind, ConnectionId, KeyId, Moment};
use std::collections::{BTreeMap, BTreeSet};
pub use unused::{NEVER_USED_FOR, UNUSED_FOR, unused_since};

/// What is asked of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttentionQuery {
    /// Only what is on that connection.
    pub connection: Option<ConnectionId>,
    /// Only of that kind.
    pub kind: Option<AttentionKind>,
    /// What was put off, instead of what is due.
    pub put_off: bool,
    /// From which age on a secret is old, in milliseconds; `None` for never.
    pub rotation_age: Option<i64>,
    /// Keys whose secret waits in memory for the keychain: it is not missing.
    pub held: BTreeSet<KeyId>,
    /// How many rows to leave out at the start.
    pub offset: usize,
    /// How many rows to give at most.
    pub limit: usize,
}

impl AttentionQuery {
    fn asks_for(&self, one: &Attention) -> bool {
        one.put_off.is_some() == self.put_off && self.kind.is_none_or(|kind| kind == one.kind)
    }
}

/// A window of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttentionPage {
    /// How many rows there are in all.
    pub total: usize,
    /// Those in the window: by kind, then since when, those of which that is not known last, then
    /// by name.
    pub rows: Vec<Attention>,
    /// How many are due of each kind that has any, whatever kind was asked for.
    pub kinds: Vec<(AttentionKind, usize)>,
    /// How many were put off, of whatever kind.
    pub put_off: usize,
}

impl Inventory {
    /// A window of what needs a person.
    pub fn attention(&self, query: &AttentionQuery, now: Moment) -> Result<AttentionPage> {
        let mut rows = self.read(|db| gather::all(db, query, now))?;
        let mut kinds = BTreeMap::new();
        for one in rows.iter().filter(|one| one.put_off.is_none()) {
            *kinds.entry(one.kind).or_default() += 1;
        }
        let put_off = rows.iter().filter(|one| one.put_off.is_some()).count();
        rows.retain(|one| query.asks_for(one));
        let total = rows.len();
        if query.limit > 0 {
            rows.sort_by_cached_key(order);
        }
        Ok(AttentionPage {
            total,
            rows: rows
                .into_iter()
                .skip(query.offset)
                .take(query.limit)
                .collect(),
            kinds: kinds.into_iter().collect(),
            put_off,
        })
    }

    /// How many rows the query has, whatever its window.
    pub fn attention_count(&self, query: &AttentionQuery, now: Moment) -> Result<usize> {
        let rows = self.read(|db| gather::all(db, query, now))?;
        Ok(rows.iter().filter(|one| query.asks_for(one)).count())
    }
}

fn order(one: &Attention) -> impl Ord + use<> {
    let since = one.since.map_or(i64::MAX, |since| since.0);
    (one.kind, since, fold(&one.name), one.subject)
}
