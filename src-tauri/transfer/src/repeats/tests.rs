//! What counts as the same key of one file.

use super::Repeats;
use crate::FoundKey;
use keys::Secret;

fn found(identifier: Option<&str>, secret: Option<&str>) -> FoundKey {
    FoundKey {
        identifier: identifier.map(str::to_owned),
        secret: secret.map(|text| Secret::new(text.to_owned())),
        ..FoundKey::default()
    }
}

#[test]
fn the_same_identifier_of_the_same_server_repeats() {
    let mut repeats = Repeats::new();
    let key = found(Some("abc"), Some("one"));
    let again = found(Some("abc"), Some("two"));
    assert!(!repeats.is_repeated("https://coop.example", &key));
    assert!(!repeats.is_repeated("https://other.example", &key));
    assert!(repeats.is_repeated("https://COOP.example/", &again));
}

#[test]
fn api_keys_repeat_by_their_value_and_unknown_ones_never() {
    let mut repeats = Repeats::new();
    let (one, two) = (found(None, Some("ak_11")), found(None, Some("ak_22")));
    assert!(!repeats.is_repeated("https://coop.example", &one));
    assert!(!repeats.is_repeated("https://coop.example", &two));
    assert!(repeats.is_repeated("https://coop.example", &one));
    for _ in 0..2 {
        assert!(!repeats.is_repeated("https://coop.example", &found(None, None)));
    }
}
