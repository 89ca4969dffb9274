//! What holds for every combination of answers, lists and records.

use super::{
    SITE, authentication_error, both, cannot_view, case_of, ended, identifier, json, judged_values,
    known, listed, no_route, opened, owner_cannot, secret, shop, url,
};
use crate::diagnose::knowledge::Print;
use crate::diagnose::site::judgement::{Listing, judge};
use crate::diagnose::site::knowledge::Known;
use keys::{Cause, Diagnosis, DiagnosisStep, Fix, Permalinks, Permission, Presence};
use woocommerce::{RootAnswer, RouteAnswer, Trouble, Walk};

fn roots() -> Vec<RootAnswer> {
    vec![
        shop(Permalinks::Pretty),
        shop(Permalinks::Plain),
        RootAnswer::RestClosed(403),
        RootAnswer::SomethingElse(404),
        RootAnswer::Trouble(Trouble::TimedOut),
    ]
}

fn answers() -> Vec<Option<RouteAnswer>> {
    vec![
        None,
        Some(opened()),
        Some(no_route()),
        Some(authentication_error()),
        Some(cannot_view()),
        Some(owner_cannot()),
        Some(json(418, "")),
        Some(RouteAnswer::NotJson(200)),
        Some(RouteAnswer::Trouble(Trouble::Failed(500))),
    ]
}

fn knowns() -> Vec<Option<Known>> {
    let mut gone = known(Permission::Read);
    gone.key.presence = Presence::Gone;
    let mut other = both();
    other.print = Print::Other;
    vec![None, Some(both()), Some(gone), Some(other)]
}

fn listings() -> [Listing; 3] {
    [listed(), Listing::Missing, Listing::Unread]
}

fn is_sound(diagnosis: &Diagnosis) {
    let causes: Vec<&Cause> = diagnosis.causes.iter().map(|(cause, _)| cause).collect();
    assert!(!causes.is_empty());
    for (at, cause) in causes.iter().enumerate() {
        assert!(!causes[..at].contains(cause), "{causes:?}");
    }
    let is_good = causes.contains(&&Cause::NothingWrong);
    assert!(!is_good || causes.len() == 1, "{causes:?}");
    let last = diagnosis.steps.last().map(|(step, _)| *step);
    assert_eq!(last, Some(DiagnosisStep::InAddress));
    assert_eq!(diagnosis.plugin, None);
}

/// Every walk that those answers make, in the form that the root calls for.
fn walks() -> impl Iterator<Item = Walk> {
    roots().into_iter().flat_map(|root| {
        answers().into_iter().flat_map(move |read| {
            let root = root.clone();
            answers().into_iter().map(move |write| {
                let is_plain = root == shop(Permalinks::Plain);
                let walk = ended(root.clone());
                if is_plain {
                    Walk {
                        read_behind_plain: read.clone(),
                        write_behind_plain: write,
                        ..walk
                    }
                } else {
                    Walk {
                        read: read.clone(),
                        write,
                        ..walk
                    }
                }
            })
        })
    })
}

#[test]
fn there_is_a_cause_and_none_comes_twice() {
    let mut seen = 0;
    for walk in walks() {
        for known in knowns() {
            for listing in listings() {
                for in_address in [None, Some(true), Some(false)] {
                    for signed in [None, Some(opened()), Some(cannot_view())] {
                        let mut walk = walk.clone();
                        walk.signed_for_http = signed;
                        let mut case = case_of(both(), walk, listing);
                        case.known = known.clone();
                        case.in_address = in_address;
                        is_sound(&judge(&case));
                        seen += 1;
                    }
                }
            }
        }
    }
    assert_eq!(seen, 5 * 81 * 4 * 3 * 3 * 3);
}

#[test]
fn a_key_goes_into_an_address_only_over_https_and_only_once() {
    for walk in walks() {
        for listing in listings() {
            for (asked, in_address) in [
                ("http://127.0.0.1:8100", None),
                (SITE, Some(true)),
                (SITE, Some(false)),
            ] {
                let mut case = case_of(both(), walk.clone(), listing);
                case.asked = Some(url(asked));
                case.in_address = in_address;
                let found = judge(&case).causes;
                let is_offered = |(_, fix): &(Cause, Option<Fix>)| *fix == Some(Fix::AskInAddress);
                assert!(!found.iter().any(is_offered), "{found:?}");
            }
        }
    }
}

#[test]
fn entered_values_are_told_apart_without_repeating() {
    let (key, secret) = (identifier(), secret());
    let spaced = format!(" {key}\u{200b}");
    let bases = [
        "",
        "our shop",
        SITE,
        "http://www.shop.example/wp-json/?a=b",
        "http://localhost:9/x/",
        "https://stranger.example",
        "https://velo.example/wp-admin",
    ];
    let halves = ["", "?", &key, &spaced, &secret, &secret[..20]];
    for base in bases {
        for first in halves {
            for second in halves {
                for known in knowns() {
                    let walk = walks().nth(1);
                    is_sound(&judged_values([base, first, second], known.clone(), None));
                    is_sound(&judged_values([base, first, second], known, walk));
                }
            }
        }
    }
}
