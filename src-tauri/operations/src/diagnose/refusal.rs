//! Why a server does not accept a pair, as far as the inventory can tell.

use super::judgement::Case;
use super::knowledge::{Known, Print};
use keys::{Cause, Fix, Presence};

/// The causes, most likely first.
pub(crate) fn causes(case: &Case<'_>) -> Vec<(Cause, Option<Fix>)> {
    let Some(known) = &case.known else {
        let unknown = if case.is_refreshed {
            Cause::UnknownIdentifier
        } else {
            Cause::Refused
        };
        let is_ours = case
            .values
            .is_none_or(|(_, place)| place.connection().is_some());
        return vec![(unknown, is_ours.then_some(Fix::Refresh))];
    };
    if !is_identifier_right(case, known) {
        return vec![(Cause::UnknownIdentifier, Some(copy_fix(known)))];
    }
    if known.key.presence == Presence::Gone {
        return vec![(Cause::UnknownIdentifier, Some(Fix::Refresh))];
    }
    let found = match (known.print, &known.key.offered) {
        (Print::Offered, _) => (Cause::Refused, Some(Fix::Refresh)),
        (_, Some(offer)) if offer.is_replacement(&known.key) => {
            (Cause::Replaced, Some(Fix::TakeNewPair))
        }
        (_, Some(_)) => (Cause::Renewed, Some(Fix::TakeNewPair)),
        // The server itself showed this one once, so it was right then.
        (Print::Ours, None) if known.key.server_id.is_known() => {
            (Cause::Renewed, Some(Fix::Refresh))
        }
        (Print::Ours, None) => (Cause::Refused, Some(Fix::Refresh)),
        (Print::Other, None) if known.was_renewed => (Cause::Renewed, Some(copy_fix(known))),
        (Print::Other, None) => (Cause::SecretDiffers, Some(copy_fix(known))),
    };
    vec![found]
}

/// Whether the Identifier is one of the key's: it may have been found by its Secret alone.
pub(crate) fn is_identifier_right(case: &Case<'_>, known: &Known) -> bool {
    let Some((values, _)) = case.values else {
        return true;
    };
    let entered = values.identifier();
    let offer = known.key.offered.as_ref();
    values.api_key().is_some()
        || entered == known.key.identifier
        || offer.is_some_and(|offer| entered == offer.identifier)
}

/// Whether the right values are here to be copied.
pub(crate) fn can_copy(known: &Known) -> bool {
    known.key.is_secret_stored() && known.key.offered.is_none()
}

fn copy_fix(known: &Known) -> Fix {
    if can_copy(known) {
        Fix::CopyInTurn
    } else {
        Fix::Refresh
    }
}

/// Another pair took the place of this one: by taking it over, or by looking what it is.
pub(crate) fn replaced_fix(known: Option<&Known>) -> Option<Fix> {
    known.map(|known| {
        if known.key.offered.is_some() {
            Fix::TakeNewPair
        } else {
            Fix::Refresh
        }
    })
}
