//! What ends it before the key counts: the way, the site, a firewall.

use super::{
    SITE, alone, authentication_error, both, case_of, causes, ended, json, judged, known, listed,
    no_route, opened, shop, url, walked,
};
use crate::diagnose::site::judgement::{Listing, judge};
use keys::{Cause, Permalinks, Permission};
use woocommerce::{CertificateProblem, RootAnswer, RouteAnswer, Trouble};

fn moved(to: &str) -> Cause {
    Cause::Redirected { to: to.to_owned() }
}

fn down(status: u16) -> Cause {
    let status = Some(status);
    Cause::ServerDown { status }
}

#[test]
fn each_trouble_has_its_cause_wherever_it_comes_up() {
    let redirected = |to: &str| Trouble::Redirected(to.to_owned());
    for (trouble, cause) in [
        (
            redirected("https://new.example/shop/wp-json/"),
            moved("https://new.example/shop"),
        ),
        (
            redirected("http://new.example/"),
            moved("http://new.example"),
        ),
        (
            redirected("http://shop.example/boutique/wp-json/"),
            Cause::SitePlainHttp,
        ),
        (
            Trouble::Certificate(CertificateProblem::Expired),
            Cause::Certificate,
        ),
        (Trouble::Dns, Cause::Unreachable),
        (Trouble::NotListening, Cause::Unreachable),
        (Trouble::TimedOut, Cause::Unreachable),
        (Trouble::Lost, Cause::Unreachable),
        (Trouble::NotSent, Cause::Unreachable),
        (Trouble::Unavailable, Cause::Maintenance),
        (Trouble::Failed(500), down(500)),
        (Trouble::Failed(429), down(429)),
    ] {
        let at_root = ended(RootAnswer::Trouble(trouble.clone()));
        let found = causes(&judged(both(), at_root, Listing::Unread));
        assert_eq!(found, std::slice::from_ref(&cause));
        let stopped = RouteAnswer::Trouble(trouble);
        for walk in [
            walked(stopped.clone(), no_route()),
            walked(opened(), stopped),
        ] {
            let found = causes(&judged(both(), walk, listed()));
            assert_eq!(found, std::slice::from_ref(&cause));
        }
    }
}

#[test]
fn a_root_that_is_no_shop_s_says_so() {
    let without = RootAnswer::Recognised {
        permalinks: Permalinks::Pretty,
        home: SITE.to_owned(),
        has_woocommerce: false,
    };
    for (root, cause) in [
        (without, Cause::NotWooCommerce),
        (RootAnswer::SomethingElse(200), Cause::NotWooCommerce),
        (RootAnswer::SomethingElse(404), Cause::NotWooCommerce),
        (RootAnswer::Trouble(Trouble::NotHttp), Cause::NotWooCommerce),
        (RootAnswer::SomethingElse(403), Cause::RestClosed),
        (RootAnswer::SomethingElse(503), Cause::Maintenance),
        (RootAnswer::SomethingElse(502), down(502)),
        (RootAnswer::RestClosed(401), Cause::RestClosed),
    ] {
        let diagnosis = judged(both(), ended(root), Listing::Unread);
        assert_eq!(diagnosis.causes, alone(cause, None));
    }
}

#[test]
fn over_plain_http_nothing_is_sent_and_that_is_the_cause() {
    for (permalinks, expected) in [
        (Permalinks::Pretty, vec![Cause::SitePlainHttp]),
        (
            Permalinks::Plain,
            vec![Cause::SitePlainHttp, Cause::PlainPermalinks],
        ),
    ] {
        let mut case = case_of(both(), ended(shop(permalinks)), listed());
        case.asked = Some(url("http://127.0.0.1:8100"));
        assert_eq!(causes(&judge(&case)), expected);
    }
}

#[test]
fn answers_of_others_are_a_closed_door() {
    for answer in [
        json(401, "rest_forbidden"),
        json(403, "rest_forbidden"),
        json(401, "invalid_username"),
        json(404, "woocommerce_rest_shop_order_invalid_id"),
        RouteAnswer::NotJson(403),
        RouteAnswer::NotJson(200),
    ] {
        let walk = walked(answer.clone(), no_route());
        let diagnosis = judged(both(), walk, listed());
        assert_eq!(diagnosis.causes, alone(Cause::RestClosed, None));
        // A key that only reads has nothing to fear from a closed write.
        let walk = || walked(opened(), answer.clone());
        let diagnosis = judged(both(), walk(), listed());
        assert_eq!(diagnosis.causes, alone(Cause::RestClosed, None));
        let diagnosis = judged(known(Permission::Read), walk(), listed());
        assert_eq!(diagnosis.causes, alone(Cause::NothingWrong, None));
    }
    let walk = walked(no_route(), no_route());
    let diagnosis = judged(both(), walk, listed());
    assert_eq!(causes(&diagnosis), [Cause::NotWooCommerce]);
    let walk = walked(RouteAnswer::NotJson(503), no_route());
    let diagnosis = judged(both(), walk, listed());
    assert_eq!(causes(&diagnosis), [Cause::Maintenance]);
}

#[test]
fn a_closed_index_counts_only_where_the_routes_say_no_more() {
    let mut walk = walked(opened(), no_route());
    walk.root = RootAnswer::RestClosed(401);
    let diagnosis = judged(both(), walk, Listing::Unread);
    assert_eq!(causes(&diagnosis), [Cause::NothingWrong]);
}

#[test]
fn a_write_that_is_stopped_leaves_two_ways_to_read_a_refusal() {
    let walk = || walked(authentication_error(), RouteAnswer::NotJson(403));
    let diagnosis = judged(both(), walk(), listed());
    let expected = [Cause::SecretDiffers, Cause::LacksRead, Cause::RestClosed];
    assert_eq!(causes(&diagnosis), expected);
    let diagnosis = judged(known(Permission::Write), walk(), listed());
    let expected = [Cause::SecretDiffers, Cause::RestClosed];
    assert_eq!(causes(&diagnosis), expected);
}

#[test]
fn where_a_site_went_is_the_address_to_enter() {
    for (to, right) in [
        ("https://new.example/wp-json/", Some("https://new.example")),
        ("http://new.example/wp-json/", None),
    ] {
        let root = RootAnswer::Trouble(Trouble::Redirected(to.to_owned()));
        let diagnosis = judged(both(), ended(root), Listing::Unread);
        assert_eq!(diagnosis.right_base_url.as_deref(), right, "{to}");
    }
}
