//! What was wished for, what the program said about it, and how often the server may have made it.

use inventory::IntentAct;
use keys::{Draft, DraftId, Moment};
use practice::What;
use std::collections::BTreeSet;

/// What the program said about a wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// It exists, with that number on the server.
    Done(i64),
    /// Nothing was made.
    Nothing,
    /// Not known yet, or nobody was there to be told.
    Unknown,
}

/// A draft, beyond the life of a number that a restored backup may give away again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct DraftMark(DraftId, Moment);

impl DraftMark {
    pub(crate) fn of(draft: &Draft) -> Self {
        Self(draft.id, draft.created_at)
    }
}

/// Whose wish it is: wishes of one source may be made once together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Source {
    /// A form filled in; asking again while the first is looked for is the same wish.
    Form(usize),
    /// A draft, however often it is sent.
    Draft(DraftMark),
}

struct Wish {
    what: What,
    name: String,
    source: Source,
    told: Told,
}

/// Every wish of a run.
#[derive(Default)]
pub(crate) struct Ledger {
    wishes: Vec<Wish>,
    asked: Vec<(IntentAct, Source)>,
    done: BTreeSet<(What, i64)>,
    drafts: BTreeSet<DraftMark>,
}

/// A wish, to say later what came of it.
#[derive(Clone, Copy)]
pub(crate) struct WishNumber(usize);

impl Ledger {
    /// A form that is filled in for the first time.
    pub(crate) fn new_form(&mut self, act: &IntentAct) -> Source {
        let source = Source::Form(self.asked.len());
        self.asked.push((act.clone(), source));
        source
    }

    /// The form that was last filled in just so.
    pub(crate) fn last_form(&mut self, act: &IntentAct) -> Source {
        let last = self.asked.iter().rev().find(|(asked, _)| asked == act);
        let last = last.map(|(_, source)| *source);
        last.unwrap_or_else(|| self.new_form(act))
    }

    /// Adds a wish that nobody was told anything about.
    pub(crate) fn wish(&mut self, what: What, name: &str, source: Source) -> WishNumber {
        self.wishes.push(Wish {
            what,
            name: name.to_owned(),
            source,
            told: Told::Unknown,
        });
        WishNumber(self.wishes.len() - 1)
    }

    /// Keeps what the program said; whether it names a thing that it named as another wish before.
    pub(crate) fn tell(&mut self, wish: WishNumber, told: Told) -> bool {
        let wish = &mut self.wishes[wish.0];
        wish.told = told;
        match told {
            Told::Done(id) => !self.done.insert((wish.what, id)),
            Told::Nothing | Told::Unknown => false,
        }
    }

    /// How many of these wishes may have been made.
    pub(crate) fn possible(&self, wishes: &[WishNumber], what: What, name: &str) -> usize {
        let wishes = wishes.iter().map(|wish| &self.wishes[wish.0]);
        sources(wishes, what, name).len()
    }

    /// How often the server may have made this for us at all.
    pub(crate) fn at_most(&self, what: What, name: &str) -> usize {
        sources(self.wishes.iter(), what, name).len()
    }

    /// Everything that the program said exists.
    pub(crate) fn done(&self) -> Vec<(What, i64)> {
        let done = self.wishes.iter().filter_map(|wish| match wish.told {
            Told::Done(id) => Some((wish.what, id)),
            Told::Nothing | Told::Unknown => None,
        });
        done.collect()
    }

    /// A draft that must not be lost.
    pub(crate) fn expect_draft(&mut self, draft: DraftMark) {
        self.drafts.insert(draft);
    }

    /// A draft that was deleted.
    pub(crate) fn drop_draft(&mut self, draft: DraftMark) {
        self.drafts.remove(&draft);
    }

    /// The drafts that must be there, and nothing else is known of.
    pub(crate) fn set_drafts(&mut self, drafts: impl Iterator<Item = DraftMark>) {
        self.drafts = drafts.collect();
    }

    /// Drafts that must be there and are not.
    pub(crate) fn lost_drafts(&self, there: &[DraftMark]) -> usize {
        self.drafts
            .iter()
            .filter(|draft| !there.contains(draft))
            .count()
    }

    /// After a backup was restored the program may find again what it told of before.
    pub(crate) fn forget_what_was_told(&mut self) {
        self.done.clear();
    }
}

fn sources<'a>(wishes: impl Iterator<Item = &'a Wish>, what: What, name: &str) -> BTreeSet<Source> {
    wishes
        .filter(|wish| wish.what == what && wish.name == name && wish.told != Told::Nothing)
        .map(|wish| wish.source)
        .collect()
}
