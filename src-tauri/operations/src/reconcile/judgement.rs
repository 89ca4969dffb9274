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
    // Who has only one to choose from takes it, which may leave another with only one.
    while let Some(place) = left
        .iter()
        .position(|one| free(&one.named, &taken).len() == 1)
    {
        let one = left.remove(place);
        let id = free(&one.named, &taken)[0];
        taken.insert(id);
        judged.push((one.intent, Judged::Ours(id)));
    }
    while let Some(first) = left.first() {
        let group = rivals_of(first, &left, &taken);
        left.retain(|one| !group.contains(&one.intent));
        let mut group: Vec<&Asked> = asked
            .iter()
            .filter(|one| group.contains(&one.intent))
            .collect();
        // Who can choose least chooses first, so that there is one for each.
        group.sort_by_key(|one| one.named.len());
        judge_group(&group, &mut taken, &mut judged);
    }
    judged
}

/// Those that could be what the same things are, directly or through others.
fn rivals_of(first: &Asked, left: &[&Asked], taken: &BTreeSet<i64>) -> Vec<IntentId> {
    let mut group = vec![first.intent];
    let mut wanted: BTreeSet<i64> = free(&first.named, taken).into_iter().collect();
    while let Some(rival) = left
        .iter()
        .find(|one| !group.contains(&one.intent) && one.named.iter().any(|id| wanted.contains(id)))
    {
        group.push(rival.intent);
        wanted.extend(free(&rival.named, taken));
    }
    group
}

fn judge_group(group: &[&Asked], taken: &mut BTreeSet<i64>, judged: &mut Vec<(IntentId, Judged)>) {
    let found: BTreeSet<i64> = group
        .iter()
        .flat_map(|one| free(&one.named, taken))
        .collect();
    let more_than_asked = found.len() > group.len();
    for one in group {
        let fits = free(&one.named, taken);
        let unsure = free(&one.unsure, taken);
        let verdict = match fits[..] {
            [] if unsure.is_empty() => Judged::Nothing,
            [] => Judged::Undecided(unsure),
            [..] if more_than_asked => Judged::Undecided(fits),
            // No more of them than were asked for: each is one of ours, whichever.
            [first, ..] => Judged::Ours(first),
        };
        if let Judged::Ours(id) = verdict {
            taken.insert(id);
        }
        judged.push((one.intent, verdict));
    }
}

fn free(ids: &[i64], taken: &BTreeSet<i64>) -> Vec<i64> {
    ids.iter()
        .copied()
        .filter(|id| !taken.contains(id))
        .collect()
}

#[cfg(test)]
mod tests;
