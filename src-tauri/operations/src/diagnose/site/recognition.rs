//! Why a shop does not take a key, from its two answers (contract 7.4, 7.5). No I/O.

use super::answers::{Said, of_reading};
use super::judgement::{Answers, Case, Listing, is_plain, judge};
use super::knowledge::Known;
use crate::diagnose::judgement::Found;
use keys::{Cause, Fix, Presence};
use woocommerce::Walk;

/// Whether the site takes the key for what it is, whatever that may do.
pub(crate) fn is_accepted(answers: &Answers) -> bool {
    matches!(
        (&answers.read, &answers.write),
        (Said::Opened, _) | (Said::SecretOrPermission, Some(Said::Opened))
    )
}

/// The causes, most likely first; none for a key that does what it should.
pub(crate) fn of_answers(case: &Case<'_>, walk: &Walk, answers: &Answers) -> Found {
    let found = match (&answers.read, &answers.write) {
        (Said::Stopped(why), _) => vec![why.clone()],
        (Said::Opened, write) => of_write(case, write.as_ref()),
        (Said::OwnerMayNot, write) => {
            let mut causes = vec![Cause::OwnerLacksRight];
            if *write == Some(Said::SecretOrPermission) && case.must_write() {
                causes.push(Cause::LacksWrite);
            }
            causes
        }
        (Said::SecretOrPermission, Some(Said::Opened)) if case.must_read() => {
            vec![Cause::LacksRead]
        }
        (Said::SecretOrPermission, Some(Said::Opened)) => Vec::new(),
        (Said::SecretOrPermission, Some(Said::SecretOrPermission)) => vec![Cause::SecretDiffers],
        (Said::SecretOrPermission, Some(Said::OwnerMayNot)) => vec![Cause::OwnerLacksRight],
        (Said::SecretOrPermission, write) => of_read_alone(case, write.as_ref()),
        // It came through to writing, so something takes it away from reading.
        (Said::Nobody, Some(Said::SecretOrPermission | Said::OwnerMayNot)) => {
            vec![Cause::HeaderStripped]
        }
        (Said::Nobody, _) => return unrecognised(case, walk),
    };
    let known = case.known.as_ref();
    let with_fix = |cause| {
        let fix = match cause {
            Cause::LacksRead | Cause::LacksWrite => known.and_then(Known::permission_fix),
            Cause::SecretDiffers => known.and_then(Known::secret_fix),
            _ => None,
        };
        (cause, fix)
    };
    found.into_iter().map(with_fix).collect()
}

/// What keeps a key that reads from writing, unless it is not meant to.
fn of_write(case: &Case<'_>, write: Option<&Said>) -> Vec<Cause> {
    match write {
        _ if !case.must_write() => Vec::new(),
        None | Some(Said::Opened) => Vec::new(),
        Some(Said::SecretOrPermission) => vec![Cause::LacksWrite],
        Some(Said::OwnerMayNot) => vec![Cause::OwnerLacksRight],
        Some(Said::Nobody) => vec![Cause::RestClosed],
        Some(Said::Stopped(why)) => vec![why.clone()],
    }
}

/// A key that is known and may not read, where writing told nothing of it.
fn of_read_alone(case: &Case<'_>, write: Option<&Said>) -> Vec<Cause> {
    let mut causes = vec![Cause::SecretDiffers];
    if case.must_read() {
        causes.push(Cause::LacksRead);
    }
    if let Some(Said::Stopped(why)) = write {
        causes.push(why.clone());
    }
    causes
}

/// The site takes us for nobody: the key is gone, or it never got there.
fn unrecognised(case: &Case<'_>, walk: &Walk) -> Found {
    if case.in_address == Some(true) {
        return vec![(Cause::HeaderStripped, None)];
    }
    if is_proxy_proved(walk) {
        return vec![(Cause::HttpsHidden, None)];
    }
    let asking = may_ask(case, walk).then_some(Fix::AskInAddress);
    let mut causes = by_list(case, asking);
    let is_named = causes
        .iter()
        .any(|(cause, _)| *cause == Cause::HeaderOrHttps);
    if signed(walk) == Some(Said::Nobody) && !is_named {
        // A signature that arrives is refused in other words than these (contract 7.4).
        causes.push((Cause::HeaderStripped, None));
    }
    causes
}

fn signed(walk: &Walk) -> Option<Said> {
    walk.signed_for_http.as_ref().map(of_reading)
}

/// Whether the site took a signature as for http: only one that was taken comes as far as the owner.
pub(crate) fn is_proxy_proved(walk: &Walk) -> bool {
    matches!(signed(walk), Some(Said::Opened | Said::OwnerMayNot))
}

/// What the site's list makes of it.
fn by_list(case: &Case<'_>, asking: Option<Fix>) -> Found {
    let known = case.known.as_ref();
    match case.listing {
        Listing::There {
            is_owner_gone: true,
            ..
        } => vec![(Cause::OwnerGone, known.and_then(Known::rotation_fix))],
        Listing::There { .. } if case.in_address == Some(false) => vec![(Cause::HttpsHidden, None)],
        Listing::There { .. } => vec![(Cause::HeaderOrHttps, asking)],
        Listing::Missing => match known {
            Some(known) => vec![known.revoked()],
            None => vec![(Cause::UnknownIdentifier, None)],
        },
        Listing::Unread => unlisted(case, known, asking),
    }
}

/// The same where nobody is signed in to read the list.
fn unlisted(case: &Case<'_>, known: Option<&Known>, asking: Option<Fix>) -> Found {
    match known {
        Some(known) if known.key.presence == Presence::Gone => vec![known.revoked()],
        Some(known) if known.is_owner_gone() => vec![(Cause::OwnerGone, known.rotation_fix())],
        _ if case.in_address == Some(false) => {
            vec![(Cause::NotRecognised, None), (Cause::HttpsHidden, None)]
        }
        _ => vec![(Cause::NotRecognised, asking)],
    }
}

/// Whether asking with the key in the address would tell more: only over https, with the pair that
/// rests here, and where permalinks are not what must change first.
fn may_ask(case: &Case<'_>, walk: &Walk) -> bool {
    case.is_https() && case.is_ours() && !is_plain(walk) && case.in_address.is_none()
}

/// Whether a person who agreed to it would learn something from it: the site still takes us for
/// nobody, and nothing else tells why.
pub(crate) fn calls_for_asking(case: &Case<'_>) -> bool {
    let causes = judge(case).causes;
    causes
        .iter()
        .any(|(_, fix)| *fix == Some(Fix::AskInAddress))
}
