//! From what was entered, what is known and what a site answered to the causes. No I/O.

use super::address::{EnteredAddress, Place};
use super::answers::{Said, of_reading, of_status, of_trouble, of_writing, site_of};
use super::entered::Halves;
use super::knowledge::Known;
use super::{recognition, steps};
use crate::diagnose::judgement::Found;
use crate::diagnose::knowledge::Print;
use keys::{Cause, Diagnosis, EnteredField, Fix, Permalinks, Permission, Presence, ServerUrl};
use woocommerce::{RootAnswer, RouteAnswer, Trouble, Walk};

/// What was entered, and whose address it is.
pub(crate) struct Entered<'a> {
    pub(crate) address: &'a EnteredAddress,
    pub(crate) halves: &'a Halves,
    pub(crate) place: &'a Place,
}

/// What the site's own list of keys tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Listing {
    /// The key is in it.
    There {
        is_owner_gone: bool,
        permission: Option<Permission>,
    },
    /// It was read to its end, and the key is not in it.
    Missing,
    /// It was not read.
    Unread,
}

/// Everything there is to judge by.
pub(crate) struct Case<'a> {
    /// `None` for a key of the inventory, whose values are ours.
    pub(crate) entered: Option<Entered<'a>>,
    /// The key of the inventory.
    pub(crate) known: Option<Known>,
    /// Which site was asked.
    pub(crate) asked: Option<ServerUrl>,
    /// What was seen on the way; `None` when nobody was asked.
    pub(crate) walk: Option<Walk>,
    pub(crate) listing: Listing,
    /// Whether the key was accepted in the address; `None` when that was not tried.
    pub(crate) in_address: Option<bool>,
}

impl Case<'_> {
    /// What the key should be able to do; `None` where nothing tells.
    pub(crate) fn promise(&self) -> Option<Permission> {
        let known = self.known.as_ref().and_then(Known::permission);
        known.or(match self.listing {
            Listing::There { permission, .. } => permission,
            _ => None,
        })
    }

    pub(crate) fn must_read(&self) -> bool {
        self.promise().is_none_or(Permission::reads)
    }

    pub(crate) fn must_write(&self) -> bool {
        self.promise().is_none_or(Permission::writes)
    }

    pub(crate) fn is_https(&self) -> bool {
        self.asked.as_ref().is_some_and(ServerUrl::is_https)
    }

    /// Whether the entered Consumer key is that of the known key.
    fn is_identifier_right(&self, known: &Known) -> bool {
        let entered = self.entered.as_ref();
        entered.is_none_or(|entered| known.is_identifier(entered.halves.identifier().as_ref()))
    }

    /// Whether the pair that is looked at is the one that rests here.
    pub(crate) fn is_ours(&self) -> bool {
        self.known
            .as_ref()
            .is_some_and(|known| known.print == Print::Ours && self.is_identifier_right(known))
    }
}

/// What both routes said, in the form that counts on this site.
pub(crate) struct Answers {
    pub(crate) read: Said,
    pub(crate) write: Option<Said>,
}

/// Where keys would work with other permalinks, the form that works with these.
pub(crate) fn answers(walk: &Walk) -> Option<Answers> {
    let (read, write) = if is_plain(walk) {
        (&walk.read_behind_plain, &walk.write_behind_plain)
    } else {
        (&walk.read, &walk.write)
    };
    let read = of_reading(read.as_ref()?);
    let write = write.as_ref().map(of_writing);
    Some(Answers { read, write })
}

/// A site that tells nothing of itself is taken for what it was.
pub(crate) fn is_plain(walk: &Walk) -> bool {
    let is_told = matches!(
        walk.root,
        RootAnswer::Recognised {
            permalinks: Permalinks::Plain,
            ..
        }
    );
    is_told || walk.read_behind_plain.is_some()
}

/// Names the causes, most likely first.
pub(crate) fn judge(case: &Case<'_>) -> Diagnosis {
    let mut causes: Found = Vec::new();
    if let Some(entered) = &case.entered {
        causes.extend(of_values(case, entered));
    }
    let is_spoilt = causes.iter().any(|(cause, _)| is_half_spoilt(cause));
    causes.extend(match &case.walk {
        Some(walk) => of_walk(case, walk),
        None if is_spoilt => Vec::new(),
        None => unasked(case),
    });
    if let Some(entered) = &case.entered {
        let untidy = entered.halves.untidy().into_iter();
        let untidy = untidy.chain(entered.address.untidy.iter().cloned());
        causes.extend(untidy.map(|cause| (cause, copy_fix(case))));
    }
    let mut causes = once_each(causes, case.asked.as_ref());
    if causes.is_empty() {
        // What works and is not as recorded here is news.
        let is_news = case
            .known
            .as_ref()
            .is_some_and(|known| known.is_other_secret() || known.key.presence == Presence::Gone);
        causes.push((Cause::NothingWrong, is_news.then_some(Fix::Refresh)));
    }
    Diagnosis {
        causes,
        steps: steps::steps(case),
        plugin: None,
        right_base_url: right_address(case),
    }
}

/// The first of each. A site that leads to itself in the clear answers over plain http.
fn once_each(causes: Found, asked: Option<&ServerUrl>) -> Found {
    let in_clear = asked.map(|url| format!("http://{}", url.place()));
    let mut kept: Found = Vec::new();
    for (mut cause, fix) in causes {
        if matches!(&cause, Cause::Redirected { to } if Some(to) == in_clear.as_ref()) {
            cause = Cause::SitePlainHttp;
        }
        if !kept.iter().any(|(known, _)| *known == cause) {
            kept.push((cause, fix));
        }
    }
    kept
}

fn of_values(case: &Case<'_>, entered: &Entered<'_>) -> Found {
    let mut causes = entered.halves.faults();
    causes.extend(entered.address.faults.iter().cloned());
    if let Place::Site { differs, .. } = entered.place {
        causes.extend(differs.iter().cloned());
    }
    let belongs_to = case.known.as_ref().map(|known| &known.url);
    match (belongs_to, entered.place) {
        (_, Place::Nowhere) => {}
        (Some(url), place) if place.url() != Some(url) => {
            let belongs_to = url.as_str().to_owned();
            causes.push(Cause::OtherInstance { belongs_to });
        }
        (None, Place::Instance) => causes.push(Cause::NotWooCommerce),
        _ => {}
    }
    if *entered.place == Place::Unknown {
        causes.push(Cause::UnknownAddress);
    }
    let fix = copy_fix(case);
    causes.into_iter().map(|cause| (cause, fix)).collect()
}

/// Whether it explains why a pair is not accepted, whatever else may be.
fn is_half_spoilt(cause: &Cause) -> bool {
    matches!(
        cause,
        Cause::Empty(EnteredField::Identifier | EnteredField::Secret) | Cause::WrongLength { .. }
    )
}

/// What can be told without asking anybody.
fn unasked(case: &Case<'_>) -> Found {
    let Some(entered) = &case.entered else {
        return Vec::new();
    };
    let mut causes = Vec::new();
    let known = case.known.as_ref();
    // Of the right length, and yet not what the site makes: such a pair is not sent.
    let has_wrong_key = known.is_some_and(|known| !case.is_identifier_right(known));
    if has_wrong_key || !entered.halves.is_key_shaped() {
        causes.push((Cause::UnknownIdentifier, copy_fix(case)));
    }
    let has_wrong_secret = known.is_some_and(Known::is_other_secret);
    if has_wrong_secret || !entered.halves.is_secret_shaped() {
        let fix = known.and_then(Known::secret_fix);
        causes.push((Cause::SecretDiffers, fix));
    }
    if let Some(known) = known.filter(|known| known.key.presence == Presence::Gone) {
        causes.push(known.revoked());
    }
    causes
}

fn of_walk(case: &Case<'_>, walk: &Walk) -> Found {
    let answers = answers(walk);
    // Routes that are closed to everybody may still open with a key.
    let ended = of_root(&walk.root)
        .filter(|_| answers.is_none() || !matches!(walk.root, RootAnswer::RestClosed(_)));
    if let Some(cause) = ended {
        return vec![(cause, None)];
    }
    let Some(answers) = answers else {
        return unsent(case, walk);
    };
    let mut causes = recognition::of_answers(case, walk, &answers);
    let is_hearsay =
        matches!(walk.root, RootAnswer::RestClosed(_)) && matches!(answers.read, Said::Stopped(_));
    if is_plain(walk) && !is_hearsay {
        // What also holds with other permalinks comes first: mending these is not enough then.
        let is_all = recognition::is_accepted(&answers) || causes.is_empty();
        causes.insert(usize::from(!is_all), (Cause::PlainPermalinks, None));
    }
    causes
}

/// What ends it before the key counts; `None` for a shop.
fn of_root(root: &RootAnswer) -> Option<Cause> {
    Some(match root {
        RootAnswer::Recognised {
            has_woocommerce: true,
            ..
        } => return None,
        // A block page stands in front of something.
        RootAnswer::RestClosed(_) | RootAnswer::SomethingElse(401 | 403 | 406) => Cause::RestClosed,
        RootAnswer::SomethingElse(status @ (429 | 500..)) => of_status(*status),
        RootAnswer::Recognised { .. }
        | RootAnswer::SomethingElse(_)
        | RootAnswer::Trouble(Trouble::NotHttp) => Cause::NotWooCommerce,
        RootAnswer::Trouble(trouble) => of_trouble(trouble),
    })
}

/// Why the key was not sent to a shop.
fn unsent(case: &Case<'_>, walk: &Walk) -> Found {
    let mut causes = Vec::new();
    if !case.is_https() {
        causes.push((Cause::SitePlainHttp, None));
    }
    if is_plain(walk) {
        causes.push((Cause::PlainPermalinks, None));
    }
    if causes.is_empty() {
        causes.push((Cause::Unreachable, None));
    }
    causes
}

/// The right values can be copied where we hold them.
pub(crate) fn copy_fix(case: &Case<'_>) -> Option<Fix> {
    case.known.as_ref().and_then(Known::copy_fix)
}

fn right_address(case: &Case<'_>) -> Option<String> {
    let moved = case.walk.as_ref().and_then(moved);
    let Some(entered) = &case.entered else {
        return moved;
    };
    let known = case.known.as_ref().map(|known| &known.url);
    let ours = known.or(entered.place.url());
    let right = moved.or_else(|| ours.map(|url| url.as_str().to_owned()))?;
    (entered.address.raw != right).then_some(right)
}

/// Where the site went, over https: an address in the clear is none to enter.
fn moved(walk: &Walk) -> Option<String> {
    let to = match (&walk.root, &walk.read) {
        (RootAnswer::Trouble(Trouble::Redirected(to)), _)
        | (_, Some(RouteAnswer::Trouble(Trouble::Redirected(to)))) => site_of(to),
        _ => return None,
    };
    ServerUrl::parse_site(&to)
        .ok()
        .map(|url| url.as_str().to_owned())
}

#[cfg(test)]
mod tests;
