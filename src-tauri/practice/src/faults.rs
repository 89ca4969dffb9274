//! Failures switched on by hand or by a test.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use tokio::sync::watch;

use crate::act::Act;

/// What goes wrong; `A` is what others can do at the server that it happens to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FaultKind<A = Act> {
    /// Close the connection as soon as the request line is read.
    RefuseConnection,
    /// Answer late.
    Delay {
        /// How late.
        milliseconds: u64,
    },
    /// Do the work at once, but answer late.
    DelayAfterWork {
        /// How late.
        milliseconds: u64,
    },
    /// Hold the request until the client goes away, and never answer.
    Hold {
        /// Whether the work is done first; otherwise it is never done.
        #[serde(default)]
        after_work: bool,
    },
    /// Answer 500 without doing anything.
    ServerError,
    /// Do the work, then close the connection without a reply.
    CutAfterWork,
    /// Close the connection without doing the work.
    CutBeforeWork,
    /// End every session first, and if asked every remembered sign-in too.
    ExpireSession {
        /// Remembered sign-ins too; at a shop they are sessions like any other.
        #[serde(default)]
        remembered: bool,
    },
    /// Another administrator does something just before the request is handled.
    Act {
        /// What.
        act: A,
    },
    /// Answer 200 with bytes that are neither HTML nor JSON.
    Garbage,
    /// Answer 200 with a page of this size.
    LargePage {
        /// Its size.
        bytes: u64,
    },
    /// Answer 302 without doing anything, as a server that moved.
    Redirect {
        /// Where to. An address without a path, such as `https://www.shop.example`, gets path and
        /// query of the request behind it; one with a path, be it just `/`, is where everything goes.
        to: String,
    },
    /// Answer 200 with an ordinary website, neither CoopCycle nor WooCommerce, whatever is asked.
    Website,
    /// Answer 503 as in maintenance, whoever asks. Paths that maintenance leaves open are not spoilt;
    /// at a shop there are none.
    Maintenance,
    /// Answer with this status and a plain page, without doing anything; below 200 and above 599 it
    /// is 500.
    Status {
        /// The status.
        status: u16,
    },
}

impl<A> FaultKind<A> {
    /// Whether it strikes once the work is done.
    pub(crate) fn is_after_work(&self) -> bool {
        matches!(
            self,
            Self::CutAfterWork | Self::DelayAfterWork { .. } | Self::Hold { after_work: true }
        )
    }

    /// The word the history uses.
    pub(crate) fn as_word(&self) -> &'static str {
        match self {
            Self::RefuseConnection => "refused connection",
            Self::Delay { .. } => "delayed",
            Self::DelayAfterWork { .. } => "delayed after work",
            Self::Hold { after_work: false } => "held before work",
            Self::Hold { after_work: true } => "held after work",
            Self::ServerError => "server error",
            Self::CutAfterWork => "cut after work",
            Self::CutBeforeWork => "cut before work",
            Self::ExpireSession { .. } => "expired sessions",
            Self::Act { .. } => "another administrator acted",
            Self::Garbage => "garbage",
            Self::LargePage { .. } => "large page",
            Self::Redirect { .. } => "redirected",
            Self::Website => "another website",
            Self::Maintenance => "maintenance",
            Self::Status { .. } => "another status",
        }
    }
}

/// A failure that is switched on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault<A = Act> {
    /// Beginning of the paths it is for; empty for all.
    #[serde(default)]
    pub path: String,
    /// The method it is for; any when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// What goes wrong.
    #[serde(flatten)]
    pub kind: FaultKind<A>,
    /// How many more requests it spoils; every one when absent.
    #[serde(default)]
    pub times: Option<u32>,
    /// How many requests it lets pass first.
    #[serde(default)]
    pub skip: u32,
}

impl<A> Fault<A> {
    /// A failure of every request.
    pub fn everywhere(kind: FaultKind<A>) -> Self {
        Self {
            path: String::new(),
            method: None,
            kind,
            times: None,
            skip: 0,
        }
    }

    /// A failure of the requests whose path starts so.
    pub fn on(path: &str, kind: FaultKind<A>) -> Self {
        Self {
            path: path.to_owned(),
            ..Self::everywhere(kind)
        }
    }

    /// The same, for this method only.
    #[must_use]
    pub fn for_method(self, method: &str) -> Self {
        Self {
            method: Some(method.to_owned()),
            ..self
        }
    }

    /// The same, for so many requests.
    #[must_use]
    pub fn times(self, times: u32) -> Self {
        Self {
            times: Some(times),
            ..self
        }
    }

    /// The same, after so many requests that it lets pass.
    #[must_use]
    pub fn after(self, skip: u32) -> Self {
        Self { skip, ..self }
    }

    fn applies_to(&self, method: &str, path: &str) -> bool {
        path.starts_with(&self.path)
            && self
                .method
                .as_ref()
                .is_none_or(|wanted| wanted.eq_ignore_ascii_case(method))
    }
}

/// The failures that are switched on, and how often each took effect.
pub(crate) struct Faults<A> {
    list: Mutex<Vec<Fault<A>>>,
    counts: Mutex<BTreeMap<&'static str, u64>>,
    effects: watch::Sender<u64>,
}

impl<A> Default for Faults<A> {
    fn default() -> Self {
        Self {
            list: Mutex::default(),
            counts: Mutex::default(),
            effects: watch::Sender::default(),
        }
    }
}

impl<A: Clone> Faults<A> {
    pub(crate) fn list(&self) -> Vec<Fault<A>> {
        lock(&self.list).clone()
    }

    pub(crate) fn add(&self, fault: Fault<A>) {
        lock(&self.list).push(fault);
    }

    pub(crate) fn clear(&self) {
        lock(&self.list).clear();
    }

    pub(crate) fn subscribe(&self) -> watch::Receiver<u64> {
        self.effects.subscribe()
    }

    pub(crate) fn counts(&self) -> BTreeMap<&'static str, u64> {
        lock(&self.counts).clone()
    }

    /// Says that one takes effect now. To be called before the client can see anything of it.
    pub(crate) fn take_effect(&self, kind: &FaultKind<A>) {
        *lock(&self.counts).entry(kind.as_word()).or_default() += 1;
        self.effects.send_modify(|count| *count += 1);
    }

    /// Takes the failures due for a request, counting them down; what the server spares stays.
    pub(crate) fn take_due(
        &self,
        method: &str,
        path: &str,
        is_spared: impl Fn(&FaultKind<A>) -> bool,
    ) -> Vec<FaultKind<A>> {
        let mut due = Vec::new();
        lock(&self.list).retain_mut(|fault| {
            if fault.times == Some(0) {
                return false;
            }
            if !fault.applies_to(method, path) || is_spared(&fault.kind) {
                return true;
            }
            if fault.skip > 0 {
                fault.skip -= 1;
                return true;
            }
            due.push(fault.kind.clone());
            match &mut fault.times {
                None => true,
                Some(left) => {
                    *left -= 1;
                    *left > 0
                }
            }
        });
        due
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
