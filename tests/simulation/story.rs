//! What happened in a run, line by line, and how often what happened in many.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What happened in one run. Clones share it, so that it can be read even when the run hangs.
#[derive(Clone, Default)]
pub(crate) struct Story(Arc<Mutex<Told>>);

#[derive(Default)]
struct Told {
    lines: Vec<String>,
    counts: Counts,
}

/// What is counted, in the order in which it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Counted {
    /// What a person did.
    Deed,
    /// Where the program was killed.
    Kill,
    /// Where a person gave an operation up.
    Cancel,
    /// What the server did wrong.
    Fault,
    /// What somebody else did on the server.
    Act,
    /// What the keychain did wrong.
    Keychain,
    /// What else happened.
    World,
    /// What came of it.
    Outcome,
}

/// How often what happened.
pub(crate) type Counts = BTreeMap<(Counted, String), u64>;

impl Story {
    /// Adds a line.
    pub(crate) fn tell(&self, line: impl Into<String>) {
        self.told().lines.push(line.into());
    }

    /// Counts something.
    pub(crate) fn count(&self, kind: Counted, what: impl Into<String>) {
        self.count_times(kind, what, 1);
    }

    /// Counts something that happened so often.
    pub(crate) fn count_times(&self, kind: Counted, what: impl Into<String>, times: u64) {
        *self.told().counts.entry((kind, what.into())).or_default() += times;
    }

    pub(crate) fn lines(&self) -> Vec<String> {
        self.told().lines.clone()
    }

    pub(crate) fn counts(&self) -> Counts {
        self.told().counts.clone()
    }

    fn told(&self) -> MutexGuard<'_, Told> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
