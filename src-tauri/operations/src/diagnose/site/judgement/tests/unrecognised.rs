//! The rows of contract 7.5 in which the site takes us for nobody: what tells them apart.

use super::{
    alone, authentication_error, both, case_of, causes, json, judged, listed, no_route, nobody,
    opened, outcomes, owner_cannot, url, walked,
};
use crate::diagnose::knowledge::Print;
use crate::diagnose::site::judgement::{Case, Listing, judge};
use crate::diagnose::site::recognition::calls_for_asking;
use keys::StepOutcome::{Failed, NotReached, Passed};
use keys::{Cause, Fix, KeyOwner, Presence, ServerAppId};
use woocommerce::Walk;

/// The site takes us for nobody, and said that to a signature.
fn signed(answer: woocommerce::RouteAnswer) -> Walk {
    Walk {
        signed_for_http: Some(answer),
        ..nobody()
    }
}

fn probed(listing: Listing, accepted: bool, walk: Walk) -> Case<'static> {
    Case {
        in_address: Some(accepted),
        ..case_of(both(), walk, listing)
    }
}

const OWNER_GONE: Listing = Listing::There {
    is_owner_gone: true,
    permission: None,
};

#[test]
fn a_listed_key_that_is_not_seen_does_not_get_there() {
    let diagnosis = judged(both(), signed(authentication_error()), listed());
    let ask = Some(Fix::AskInAddress);
    assert_eq!(diagnosis.causes, alone(Cause::HeaderOrHttps, ask));
    // That no route takes a write proves nothing of a key that is not recognised.
    let steps = [Passed, Failed, NotReached, Passed, NotReached];
    assert_eq!(outcomes(&diagnosis), steps);
}

#[test]
fn a_signature_for_http_proves_the_proxy() {
    for answer in [opened(), owner_cannot()] {
        for listing in [listed(), Listing::Unread, Listing::Missing] {
            let diagnosis = judged(both(), signed(answer.clone()), listing);
            assert_eq!(diagnosis.causes, alone(Cause::HttpsHidden, None));
        }
    }
}

#[test]
fn asking_in_the_address_tells_header_from_proxy() {
    for listing in [listed(), Listing::Unread] {
        let accepted = judge(&probed(listing, true, nobody()));
        assert_eq!(accepted.causes, alone(Cause::HeaderStripped, None));
        assert_eq!(outcomes(&accepted)[4], Passed);
    }
    let refused = judge(&probed(listed(), false, nobody()));
    assert_eq!(refused.causes, alone(Cause::HttpsHidden, None));
    assert_eq!(outcomes(&refused)[4], Failed);
    let refused = judge(&probed(Listing::Unread, false, nobody()));
    let either = [Cause::NotRecognised, Cause::HttpsHidden];
    assert_eq!(causes(&refused), either);
    let refused = judge(&probed(Listing::Missing, false, nobody()));
    assert_eq!(causes(&refused), [Cause::Revoked]);
}

#[test]
fn the_list_tells_what_was_revoked() {
    let refresh = Some(Fix::Refresh);
    let diagnosis = judged(both(), nobody(), Listing::Missing);
    assert_eq!(diagnosis.causes, alone(Cause::Revoked, refresh));
    assert_eq!(outcomes(&diagnosis)[3], Failed);
    let mut gone = both();
    gone.key.presence = Presence::Gone;
    for listing in [Listing::Missing, Listing::Unread] {
        let diagnosis = judged(gone.clone(), nobody(), listing);
        assert_eq!(diagnosis.causes, alone(Cause::Revoked, None));
    }
    // A pair that nobody here knows may just be mistyped.
    let mut case = case_of(both(), nobody(), Listing::Missing);
    case.known = None;
    assert_eq!(judge(&case).causes, alone(Cause::UnknownIdentifier, None));
}

#[test]
fn an_owner_who_was_deleted_is_told_by_the_list_or_the_record() {
    let rotate = Some(Fix::Rotate);
    let diagnosis = judged(both(), nobody(), OWNER_GONE);
    assert_eq!(diagnosis.causes, alone(Cause::OwnerGone, rotate));
    let mut orphan = both();
    orphan.key.consumer.as_mut().unwrap().owner = Some(KeyOwner::default());
    let diagnosis = judged(orphan.clone(), nobody(), Listing::Unread);
    assert_eq!(diagnosis.causes, alone(Cause::OwnerGone, rotate));
    orphan.key.server_id = ServerAppId(-2);
    let diagnosis = judged(orphan, nobody(), Listing::Unread);
    assert_eq!(diagnosis.causes, alone(Cause::OwnerGone, None));
}

#[test]
fn without_a_session_it_stays_open_what_is_wrong() {
    let diagnosis = judged(both(), nobody(), Listing::Unread);
    let ask = Some(Fix::AskInAddress);
    assert_eq!(diagnosis.causes, alone(Cause::NotRecognised, ask));
}

#[test]
fn a_signature_that_gets_lost_points_at_the_header() {
    let lost = || signed(json(401, "woocommerce_rest_cannot_view"));
    for (listing, expected) in [
        (listed(), vec![Cause::HeaderOrHttps]),
        (
            Listing::Missing,
            vec![Cause::Revoked, Cause::HeaderStripped],
        ),
        (
            Listing::Unread,
            vec![Cause::NotRecognised, Cause::HeaderStripped],
        ),
        (OWNER_GONE, vec![Cause::OwnerGone, Cause::HeaderStripped]),
    ] {
        assert_eq!(causes(&judged(both(), lost(), listing)), expected);
    }
    // One that arrives is refused in other words.
    let arrived = signed(authentication_error());
    let diagnosis = judged(both(), arrived, Listing::Missing);
    assert_eq!(causes(&diagnosis), [Cause::Revoked]);
}

#[test]
fn a_header_that_comes_through_to_writing_is_kept_from_reading() {
    let walk = walked(
        json(401, "woocommerce_rest_cannot_view"),
        authentication_error(),
    );
    let diagnosis = judged(both(), walk, listed());
    assert_eq!(diagnosis.causes, alone(Cause::HeaderStripped, None));
}

#[test]
fn nobody_is_asked_in_the_address_without_need() {
    let is_called_for = |case: &Case<'_>| calls_for_asking(case);
    assert!(is_called_for(&case_of(both(), nobody(), listed())));
    assert!(is_called_for(&case_of(both(), nobody(), Listing::Unread)));
    let works = walked(opened(), no_route());
    assert!(!is_called_for(&case_of(both(), works, listed())));
    assert!(!is_called_for(&case_of(both(), nobody(), Listing::Missing)));
    let proved = signed(opened());
    assert!(!is_called_for(&case_of(both(), proved, listed())));
    assert!(!is_called_for(&probed(listed(), false, nobody())));
    let mut plain = case_of(both(), nobody(), listed());
    plain.asked = Some(url("http://127.0.0.1:8100"));
    assert!(!is_called_for(&plain));
    let mut other = both();
    other.print = Print::Other;
    assert!(!is_called_for(&case_of(other, nobody(), listed())));
    let mut unasked = case_of(both(), nobody(), listed());
    unasked.walk = None;
    assert!(!is_called_for(&unasked));
}
