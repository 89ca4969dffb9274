//! What goes wrong, and how it is switched on.

use super::action::Action;
use super::scene::Scene;
use super::shop;
use keychain::Trouble;
use practice::{Fault as Switch, FaultKind, ShopAct};

/// More than a client takes.
const TOO_LARGE: u64 = 9 * 1024 * 1024;

/// One thing that goes wrong. An answer from a gateway is not among them: the practice co-op has
/// none before it. It reads as an error of the server whose work may still be under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fault {
    Nothing,
    Down,
    Offline,
    NoAnswer,
    LateAnswer,
    ServerError,
    CutBefore,
    CutAfter,
    Nonsense,
    TooLarge,
    SessionRevived,
    SessionOver,
    Maintenance,
    AnotherDidTheSame,
    AnotherChangedIt,
    KeychainLocked,
    KeychainAbsent,
    KeychainRefuses,
    KeychainGivenUp,
    KeychainFull,
    KilledBeforeRequest,
    KilledBeforeReply,
    KilledBeforeKeychain,
    KilledBeforeRecord,
}

/// Where the program is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kill {
    /// While the server holds the request.
    AtServer,
    /// Before a call of the keychain takes effect.
    BeforeKeychain,
    /// Once it has.
    AfterKeychain,
}

impl Fault {
    pub(crate) const ALL: [Self; 24] = [
        Self::Nothing,
        Self::Down,
        Self::Offline,
        Self::NoAnswer,
        Self::LateAnswer,
        Self::ServerError,
        Self::CutBefore,
        Self::CutAfter,
        Self::Nonsense,
        Self::TooLarge,
        Self::SessionRevived,
        Self::SessionOver,
        Self::Maintenance,
        Self::AnotherDidTheSame,
        Self::AnotherChangedIt,
        Self::KeychainLocked,
        Self::KeychainAbsent,
        Self::KeychainRefuses,
        Self::KeychainGivenUp,
        Self::KeychainFull,
        Self::KilledBeforeRequest,
        Self::KilledBeforeReply,
        Self::KilledBeforeKeychain,
        Self::KilledBeforeRecord,
    ];

    /// What the table calls it.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Down => "the server is down: connections are refused",
            Self::Offline => "every connection breaks",
            Self::NoAnswer => "the server takes the request and never answers",
            Self::LateAnswer => "the server does it, and answers too late",
            Self::ServerError => "the server fails with the error 500",
            Self::CutBefore => "the reply is cut, nothing was done",
            Self::CutAfter => "the reply is cut, it was done",
            Self::Nonsense => "the server answers nonsense",
            Self::TooLarge => "the answer is far too large",
            Self::SessionRevived => "the session has expired, the sign-in is remembered",
            Self::SessionOver => "the session has expired for good",
            Self::Maintenance => "the server is under maintenance, which lets admins in",
            Self::AnotherDidTheSame => {
                "another admin does the same at that moment, and the reply is cut"
            }
            Self::AnotherChangedIt => "another admin changes it at that moment",
            Self::KeychainLocked => "the keychain is locked and stays so",
            Self::KeychainAbsent => "there is no keychain",
            Self::KeychainRefuses => "the keychain refuses",
            Self::KeychainGivenUp => "the keychain hangs, and the person gives up",
            Self::KeychainFull => "the keychain is full",
            Self::KilledBeforeRequest => "the program is killed before the server gets to it",
            Self::KilledBeforeReply => "the program is killed once the server did it",
            Self::KilledBeforeKeychain => "the program is killed before the keychain is asked",
            Self::KilledBeforeRecord => "the program is killed once the keychain did it",
        }
    }

    /// Whether it ends the program.
    pub(crate) fn kill(self) -> Option<Kill> {
        match self {
            Self::KilledBeforeRequest | Self::KilledBeforeReply => Some(Kill::AtServer),
            Self::KilledBeforeKeychain => Some(Kill::BeforeKeychain),
            Self::KilledBeforeRecord => Some(Kill::AfterKeychain),
            _ => None,
        }
    }

    /// Whether the program waits for an answer that does not come.
    pub(crate) fn is_slow(self) -> bool {
        matches!(self, Self::NoAnswer | Self::LateAnswer)
    }

    fn trouble(self) -> Option<Trouble> {
        Some(match self {
            Self::KeychainLocked => Trouble::Locked,
            Self::KeychainAbsent => Trouble::Absent,
            Self::KeychainRefuses => Trouble::Refusing,
            Self::KeychainGivenUp => Trouble::Hanging,
            Self::KeychainFull => Trouble::Full,
            _ => return None,
        })
    }

    /// Whether the keychain is the one in trouble.
    pub(crate) fn is_of_keychain(self) -> bool {
        self.trouble().is_some()
    }

    /// What spoils the request that the act is about.
    fn spoils<A>(self) -> Option<FaultKind<A>> {
        Some(match self {
            Self::NoAnswer | Self::KilledBeforeRequest => FaultKind::Hold { after_work: false },
            Self::LateAnswer | Self::KilledBeforeReply => FaultKind::Hold { after_work: true },
            Self::ServerError => FaultKind::ServerError,
            Self::CutBefore => FaultKind::CutBeforeWork,
            Self::CutAfter => FaultKind::CutAfterWork,
            Self::Nonsense => FaultKind::Garbage,
            Self::TooLarge => FaultKind::LargePage { bytes: TOO_LARGE },
            _ => return None,
        })
    }

    /// Switches it on.
    pub(crate) async fn begin(self, scene: &mut Scene, action: Action) {
        if self == Self::Down {
            scene.door.close().await;
        }
        let (co_op, site) = (&scene.co_op, &scene.shop);
        // Nobody asks the server that the act is not about.
        if let Some(kind) = self.spoils() {
            co_op.add_fault(at_request(action, kind));
        }
        if let Some(kind) = self.spoils() {
            site.add_fault(at_request(action, kind));
        }
        if let Some(trouble) = self.trouble() {
            scene.keychain.set_trouble(Some(trouble));
        }
        let session = |remembered| {
            co_op
                .act(&practice::Act::ExpireSessions { remembered })
                .unwrap();
            site.act(&ShopAct::ExpireSessions).unwrap();
        };
        match self {
            Self::Offline => {
                co_op.add_fault(Switch::everywhere(FaultKind::RefuseConnection));
                site.add_fault(Switch::everywhere(FaultKind::RefuseConnection));
            }
            Self::SessionRevived => session(false),
            Self::SessionOver => session(true),
            Self::Maintenance => co_op.set_maintenance(true).unwrap(),
            Self::AnotherDidTheSame if action.is_at_shop() => {
                let (act, is_done) = shop::done_elsewhere(action);
                site.add_fault(at_request(action, FaultKind::Act { act }));
                site.add_fault(at_request(action, cut(is_done)));
            }
            Self::AnotherDidTheSame => {
                let (act, is_done) = action.done_elsewhere().unwrap();
                co_op.add_fault(at_request(action, FaultKind::Act { act }));
                co_op.add_fault(at_request(action, cut(is_done)));
            }
            Self::AnotherChangedIt if action.is_at_shop() => {
                let act = shop::changed_elsewhere();
                site.add_fault(at_request(action, FaultKind::Act { act }));
            }
            Self::AnotherChangedIt => {
                let (path, skip, act) = action.changed_elsewhere().unwrap();
                let switch = Switch::on(path, FaultKind::Act { act });
                co_op.add_fault(switch.times(1).after(skip));
            }
            Self::KilledBeforeKeychain => {
                let call = scene.keychain.calls() + action.keychain_call().unwrap();
                scene.keychain.stop_at(call);
            }
            Self::KilledBeforeRecord => {
                let call = scene.keychain.calls() + action.keychain_call().unwrap();
                scene.keychain.stop_after(call);
            }
            _ => {}
        }
    }

    /// Everything works again.
    pub(crate) fn heal(scene: &mut Scene) {
        scene.door.reopen();
        scene.co_op.clear_faults();
        scene.shop.clear_faults();
        scene.co_op.set_maintenance(false).unwrap();
        scene.keychain.set_trouble(None);
        scene.keychain.go_on();
    }
}

/// Spoils the request that the act is about, once.
fn at_request<A>(action: Action, kind: FaultKind<A>) -> Switch<A> {
    let (method, path) = action.request();
    let switch = Switch::on(path, kind).for_method(method);
    switch.times(1).after(action.like_requests_before())
}

fn cut<A>(is_done: bool) -> FaultKind<A> {
    if is_done {
        FaultKind::CutAfterWork
    } else {
        FaultKind::CutBeforeWork
    }
}
