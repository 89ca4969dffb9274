//! How long is long, by the site's own words.

use super::{NEVER_USED_FOR, UNUSED_FOR, unused_since};
use crate::table::key::{consumer, fresh};
use keys::{ConnectionId, ConsumerKey, Key, KeyType, LastAccess, Moment, Presence, ServerAppId};

const FIRST_SEEN: Moment = Moment(1_000);
const LAST_READ: Moment = Moment(5_000);

fn key(words: &str) -> Key {
    let consumer = ConsumerKey {
        last_access: Some(LastAccess::new(words)),
        last_access_since: Some(LAST_READ),
        ..consumer::of_ending("0a0a0a0".to_owned())
    };
    Key {
        consumer: Some(consumer),
        ..fresh(
            ConnectionId(1),
            ServerAppId(1),
            "webshop",
            KeyType::Consumer,
            FIRST_SEEN,
        )
    }
}

#[test]
fn a_month_without_any_use_or_half_a_year_since_the_last_is_long() {
    let used = "22 novembre 2026 à 9h05";
    for (words, since, allowed) in [
        ("Inconnu", FIRST_SEEN, NEVER_USED_FOR),
        ("Unknown", FIRST_SEEN, NEVER_USED_FOR),
        (used, LAST_READ, UNUSED_FOR),
    ] {
        let at_last = Moment(since.0 + allowed);
        assert_eq!(unused_since(&key(words), at_last), None, "{words}");
        let long = Moment(at_last.0 + 1);
        assert_eq!(unused_since(&key(words), long), Some(since), "{words}");
    }
}

#[test]
fn nothing_is_known_of_keys_that_are_gone_not_listed_or_of_another_kind() {
    let long = Moment(LAST_READ.0 + UNUSED_FOR + 1);
    let gone = Key {
        presence: Presence::Gone,
        ..key("Unknown")
    };
    let not_listed = Key {
        consumer: Some(consumer::of_ending(String::new())),
        ..key("Unknown")
    };
    let app = Key {
        consumer: None,
        ..key("Unknown")
    };
    for key in [gone, not_listed, app] {
        assert_eq!(unused_since(&key, long), None);
    }
}
