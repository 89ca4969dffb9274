//! Plain permalinks: the last rows of contract 7.5, and which of two causes comes first.

use super::{
    authentication_error, both, causes, ended, judged, listed, no_route, opened, outcomes,
    owner_cannot, shop,
};
use crate::diagnose::site::judgement::Listing;
use keys::StepOutcome::{Doubtful, NotReached, Passed};
use keys::{Cause, Fix, Permalinks};
use woocommerce::{RootAnswer, RouteAnswer, Walk};

fn behind_plain(read: RouteAnswer, write: RouteAnswer) -> Walk {
    Walk {
        read_behind_plain: Some(read),
        write_behind_plain: Some(write),
        ..ended(shop(Permalinks::Plain))
    }
}

#[test]
fn keys_that_would_work_otherwise_wait_for_other_permalinks() {
    let diagnosis = judged(both(), behind_plain(opened(), no_route()), listed());
    assert_eq!(causes(&diagnosis), [Cause::PlainPermalinks]);
    let steps = [Doubtful, Passed, Passed, Passed, NotReached];
    assert_eq!(outcomes(&diagnosis), steps);
    // It is taken for what it is, which is still too little.
    let lacking = behind_plain(opened(), authentication_error());
    let expected = [Cause::PlainPermalinks, Cause::LacksWrite];
    assert_eq!(causes(&judged(both(), lacking, listed())), expected);
}

#[test]
fn what_holds_with_any_permalinks_comes_first() {
    let nobody = super::cannot_view;
    for (read, write, listing, first) in [
        (
            authentication_error(),
            authentication_error(),
            listed(),
            Cause::SecretDiffers,
        ),
        (owner_cannot(), no_route(), listed(), Cause::OwnerLacksRight),
        (nobody(), no_route(), Listing::Missing, Cause::Revoked),
        (nobody(), no_route(), listed(), Cause::HeaderOrHttps),
        (nobody(), no_route(), Listing::Unread, Cause::NotRecognised),
    ] {
        let diagnosis = judged(both(), behind_plain(read, write), listing);
        assert_eq!(causes(&diagnosis), [first, Cause::PlainPermalinks]);
        // The permalinks are to be changed before anything else is tried.
        let mut fixes = diagnosis.causes.iter().map(|(_, fix)| *fix);
        assert!(fixes.all(|fix| fix != Some(Fix::AskInAddress)));
    }
}

#[test]
fn a_closed_index_does_not_hide_them() {
    let walk = Walk {
        root: RootAnswer::RestClosed(401),
        ..behind_plain(opened(), no_route())
    };
    let diagnosis = judged(both(), walk, Listing::Unread);
    assert_eq!(causes(&diagnosis), [Cause::PlainPermalinks]);
}

#[test]
fn what_they_were_once_is_no_cause_where_everything_is_closed() {
    let walk = Walk {
        root: RootAnswer::RestClosed(403),
        ..behind_plain(RouteAnswer::NotJson(403), RouteAnswer::NotJson(403))
    };
    let diagnosis = judged(both(), walk, Listing::Unread);
    assert_eq!(causes(&diagnosis), [Cause::RestClosed]);
}
