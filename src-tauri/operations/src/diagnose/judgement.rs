//! From what was entered, what is known and what was seen to the causes. No I/O.

use super::base_url::Place;
use super::knowledge::{Known, Print};
use super::refusal::{self, can_copy, is_identifier_right, replaced_fix};
use super::values::Values;
use super::{plugin, steps};
use coopcycle::{EntryAnswer, OpenedApp, StoreAnswer, TokenAnswer, Trouble, Walk, WhoAnswer};
use keys::{Cause, Diagnosis, Fix, KeyType};

/// Everything there is to judge by.
pub(crate) struct Case<'a> {
    /// What was entered and whose address it is; `None` for a key of the inventory, whose values
    /// are ours.
    pub(crate) values: Option<(&'a Values, &'a Place)>,
    /// The key of the inventory.
    pub(crate) known: Option<Known>,
    /// What was seen on the way; `None` when nobody was asked.
    pub(crate) walk: Option<Walk>,
    /// What the Store that was opened is called here.
    pub(crate) opened: Option<String>,
    /// Whether every key of that server was read, so that an unknown one is really unknown.
    pub(crate) is_refreshed: bool,
}

pub(crate) type Found = Vec<(Cause, Option<Fix>)>;

/// Names the causes, most likely first.
pub(crate) fn judge(case: &Case<'_>) -> Diagnosis {
    let mut causes: Found = Vec::new();
    if let Some((values, place)) = case.values {
        causes.extend(of_values(case, values, place));
    }
    let is_spoilt = causes.iter().any(|(cause, _)| is_half_spoilt(cause));
    let seen = match &case.walk {
        Some(walk) => of_walk(case, walk, is_spoilt),
        None => unasked(case, is_spoilt),
    };
    causes.extend(seen);
    if let Some((values, _)) = case.values {
        let untidy = values.untidy().into_iter();
        causes.extend(untidy.map(|cause| (cause, fix_by_copying(case))));
    }
    if causes.is_empty() {
        // A Secret that works and is not ours is newer than ours.
        let is_newer = case
            .known
            .as_ref()
            .is_some_and(|known| known.print != Print::Ours);
        causes.push((Cause::NothingWrong, is_newer.then_some(Fix::Refresh)));
    }
    Diagnosis {
        causes,
        steps: steps::steps(case),
        plugin: Some(plugin::shows(case)),
        right_base_url: right_base_url(case),
    }
}

fn of_values(case: &Case<'_>, values: &Values, place: &Place) -> Found {
    let fix = fix_by_copying(case);
    let mut causes: Found = values
        .faults(case.known.as_ref())
        .into_iter()
        .map(|cause| (cause, fix))
        .collect();
    if matches!(place, Place::Sibling(..)) {
        causes.push((Cause::BaseUrlWww, fix));
    }
    let belongs_to = case.known.as_ref().map(|known| &known.url);
    if let Some(url) = belongs_to
        && *place != Place::Nowhere
        && place.url() != Some(url)
    {
        let belongs_to = url.as_str().to_owned();
        causes.push((Cause::OtherInstance { belongs_to }, fix));
    }
    if *place == Place::Unknown {
        causes.push((Cause::UnknownAddress, fix));
    }
    causes
}

/// What can be told without asking anybody.
fn unasked(case: &Case<'_>, is_spoilt: bool) -> Found {
    let differs = case
        .known
        .as_ref()
        .is_some_and(|known| known.print == Print::Other || !is_identifier_right(case, known));
    if differs && !is_spoilt {
        refusal::causes(case)
    } else {
        Vec::new()
    }
}

/// Whether it explains why a pair is not accepted, whatever else may be.
fn is_half_spoilt(cause: &Cause) -> bool {
    use keys::EnteredField::{Identifier, Secret};
    matches!(
        cause,
        Cause::Empty(Identifier | Secret) | Cause::WrongLength { .. } | Cause::ApiKeyInstead
    )
}

fn of_walk(case: &Case<'_>, walk: &Walk, is_spoilt: bool) -> Found {
    match &walk.entry {
        EntryAnswer::Entrypoint => {}
        EntryAnswer::SomethingElse(_) | EntryAnswer::Trouble(Trouble::NotHttp) => {
            return vec![(Cause::NotCoopCycle, None)];
        }
        EntryAnswer::Trouble(Trouble::Unavailable) if walk.is_coopcycle != Some(true) => {
            // A 503 that nothing else explains.
            return vec![(Cause::ServerDown { status: Some(503) }, None)];
        }
        EntryAnswer::Trouble(trouble) => return vec![(of_trouble(trouble), None)],
    }
    match &walk.token {
        // An `ak_` value is not exchanged for a token.
        None | Some(TokenAnswer::Granted(_)) => {}
        Some(TokenAnswer::InvalidClient) if is_spoilt => return Vec::new(),
        Some(TokenAnswer::InvalidClient) => return refusal::causes(case),
        Some(TokenAnswer::InvalidScope) => {
            return vec![(Cause::LacksDeliveries, rotation_fix(case))];
        }
        Some(TokenAnswer::SomethingElse(_)) if walk.is_coopcycle == Some(false) => {
            return vec![(Cause::NotCoopCycle, None)];
        }
        Some(TokenAnswer::SomethingElse(status)) => return down(*status),
        Some(TokenAnswer::Trouble(trouble)) => return vec![(of_trouble(trouble), None)],
    }
    match &walk.who {
        None => Vec::new(),
        Some(WhoAnswer::App(app)) => of_app(case, walk, app),
        Some(WhoAnswer::NoApp(_)) => vec![(Cause::Replaced, replaced_fix(case.known.as_ref()))],
        Some(WhoAnswer::Refused) if is_api_key(case) => of_refused_api_key(case),
        Some(WhoAnswer::Refused | WhoAnswer::MayNotAsk) => vec![(Cause::Refused, None)],
        Some(WhoAnswer::Trouble(trouble)) => vec![(of_trouble(trouble), None)],
    }
}

/// Whether an `ak_` value is looked at.
pub(crate) fn is_api_key(case: &Case<'_>) -> bool {
    match case.values {
        Some((values, _)) => values.api_key().is_some(),
        None => case
            .known
            .as_ref()
            .is_some_and(|known| known.key.key_type == KeyType::ApiKey),
    }
}

/// Only saving the app's page changes an `ak_` value (contract 5.6).
fn of_refused_api_key(case: &Case<'_>) -> Found {
    let was_right = case.known.as_ref().is_some_and(|known| {
        known.key.key_type == KeyType::ApiKey
            && known.print == Print::Ours
            && known.key.server_id.is_known()
    });
    if was_right {
        vec![(Cause::Replaced, replaced_fix(case.known.as_ref()))]
    } else {
        vec![(Cause::Refused, None)]
    }
}

/// A key that works: does it open what it should?
fn of_app(case: &Case<'_>, walk: &Walk, app: &OpenedApp) -> Found {
    let mut causes = Vec::new();
    if opens_another(case, app) {
        let store = case.opened.clone().unwrap_or_default();
        causes.push((Cause::OpensAnotherStore { store }, rotation_fix(case)));
    }
    match &walk.store {
        None => {}
        Some(StoreAnswer::Opens { time_slot: Some(_) }) if walk.time_slot_opens != Some(false) => {}
        // Only a shop plugin has a date picker.
        Some(StoreAnswer::Opens { .. }) if is_api_key(case) => {}
        Some(StoreAnswer::Opens { .. }) => causes.push((Cause::NoTimeSlot, slot_fix(case))),
        Some(StoreAnswer::Closed(status)) => causes.extend(down(*status)),
        Some(StoreAnswer::Trouble(trouble)) => causes.push((of_trouble(trouble), None)),
    }
    if is_unrestricted(case, walk) {
        causes.push((Cause::Unrestricted, rotation_fix(case)));
    }
    causes
}

/// Whether it opens another Store than its record says.
pub(crate) fn opens_another(case: &Case<'_>, app: &OpenedApp) -> bool {
    let expected = case.known.as_ref().and_then(|known| known.store.as_ref());
    expected.is_some_and(|expected| app.store != Some(expected.server_id))
}

/// Whether it was made without any scope. Whatever such a pair asks for is granted.
pub(crate) fn is_unrestricted(case: &Case<'_>, walk: &Walk) -> bool {
    if let Some(TokenAnswer::Granted(scopes)) = &walk.own_scopes {
        return scopes.is_empty();
    }
    let known = case.known.as_ref();
    let scopes = known.and_then(|known| known.key.scopes.as_ref());
    !is_api_key(case) && scopes.is_some_and(Vec::is_empty)
}

fn of_trouble(trouble: &Trouble) -> Cause {
    match trouble {
        Trouble::Redirected(to) => Cause::Redirected {
            to: origin_of(to).to_owned(),
        },
        Trouble::Certificate(_) => Cause::Certificate,
        Trouble::Dns | Trouble::NotListening | Trouble::TimedOut | Trouble::Lost => {
            Cause::Unreachable
        }
        Trouble::NotHttp => Cause::ServerDown { status: None },
        Trouble::Unavailable => Cause::Maintenance,
        Trouble::Failed(status) => Cause::ServerDown {
            status: Some(*status),
        },
    }
}

/// The address of the server that a redirect leads to.
fn origin_of(address: &str) -> &str {
    let behind = address.find("://").map_or(0, |at| at + 3);
    let end = address[behind..].find(['/', '?', '#']);
    end.map_or(address, |end| &address[..behind + end])
}

fn down(status: u16) -> Found {
    let status = Some(status);
    vec![(Cause::ServerDown { status }, Some(Fix::Refresh))]
}

/// The right values can be copied where we hold them.
fn fix_by_copying(case: &Case<'_>) -> Option<Fix> {
    let known = case.known.as_ref()?;
    // What is copied of an `ak_` key is what no plugin takes.
    let is_pair = known.key.key_type == KeyType::OAuth;
    (is_pair && can_copy(known)).then_some(Fix::CopyInTurn)
}

/// A second key takes this one's place; it is made for the Store on record.
fn rotation_fix(case: &Case<'_>) -> Option<Fix> {
    let known = case.known.as_ref()?;
    known.key.store.is_some().then_some(Fix::Rotate)
}

fn slot_fix(case: &Case<'_>) -> Option<Fix> {
    let store = case.known.as_ref()?.store.as_ref();
    store.is_some().then_some(Fix::SetTimeSlot)
}

fn right_base_url(case: &Case<'_>) -> Option<String> {
    let entry = case.walk.as_ref().map(|walk| &walk.entry);
    let moved = match entry {
        Some(EntryAnswer::Trouble(Trouble::Redirected(to))) => Some(origin_of(to)),
        _ => None,
    };
    let Some((values, place)) = case.values else {
        return moved.map(str::to_owned);
    };
    let known = case.known.as_ref().map(|known| &known.url);
    let right = moved.or(known.or(place.url()).map(keys::ServerUrl::as_str))?;
    (values.base.raw != right).then(|| right.to_owned())
}

#[cfg(test)]
mod tests;
