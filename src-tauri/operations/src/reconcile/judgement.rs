//! Which of the things found on a server are what was asked for. No records and no server here.

use inventory::IntentId;
use std::collections::BTreeSet;

/// Something asked for, and what fits it among the things that were not there before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) intent: IntentId,
    /// The one that the server named in its reply.
    pub(super) sure: Option<i64>,
    /// Those of the name asked for.
    pub(super) named: Vec<i64>,
    /// Those of another name, where none has the one asked for and it may have been renamed since.
    pub(super) unsure: Vec<i64>,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Judged {
    Ours(i64),
    Nothing,
    Undecided(Vec<i64>),
}

/// Judges all that was asked of one server together: names are not unique (contract 5.1), and what
/// one request explains is not there for another.
pub(super) fn judge(asked: &[Asked]) -> Vec<(IntentId, Judged)> {
    let mut judged = Vec::new();
    let mut taken: BTreeSet<i64> = BTreeSet::new();
    for one in asked {
        if let Some(id) = one.sure {
            taken.insert(id);
            judged.push((one.intent, Judged::Ours(id)));
        }
    }
    let mut left: Vec<&Asked> = asked.iter().filter(|one| one.sure.is_none()).collect();
    // Who has the fewest to choose from goes first, so that nobody takes another's only one.
    left.sort_by_key(|one| (one.named.len(), one.intent));
    for one in &left {
        let fits: Vec<i64> = free(&one.named, &taken);
        let rivals = left
            .iter()
            .filter(|other| other.named.iter().any(|id| fits.contains(id)))
            .count();
        let verdict = match fits[..] {
            [] if !one.unsure.is_empty() => {
                let unsure = free(&one.unsure, &taken);
                if unsure.is_empty() {
                    Judged::Nothing
                } else {
                    Judged::Undecided(unsure)
                }
            }
            [] => Judged::Nothing,
            // No more of them than were asked for: each is one of ours, whichever.
            [first, ..] if fits.len() <= rivals => Judged::Ours(first),
            _ => Judged::Undecided(fits),
        };
        if let Judged::Ours(id) = verdict {
            taken.insert(id);
        }
        judged.push((one.intent, verdict));
    }
    judged
}

fn free(ids: &[i64], taken: &BTreeSet<i64>) -> Vec<i64> {
    ids.iter()
        .copied()
        .filter(|id| !taken.contains(id))
        .collect()
}

#[cfg(test)]
mod tests;
