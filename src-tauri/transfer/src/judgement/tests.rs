//! The rules, one by one.

use super::KeyField::{Archived, Identifier as Id, LocalName, Note, Secret as Sec};
use super::{Judgement, Ours, Theirs, Verdict, judge};
use keys::{
    ConnectionId, ConsumerKey, Identifier, Key, KeyId, KeyType, Moment, Presence, Secret,
    ServerAppId, ending_of,
};

fn ours() -> Key {
    Key {
        id: KeyId(1),
        connection: ConnectionId(1),
        server_id: ServerAppId(7),
        app_name: "Shop".to_owned(),
        local_name: None,
        key_type: KeyType::OAuth,
        store: None,
        store_name: String::new(),
        scopes: None,
        identifier: Identifier::new("abc"),
        secret: None,
        presence: Presence::OnServer,
        check: None,
        unreached_at: None,
        note: String::new(),
        first_seen: Moment(0),
        offered: None,
        store_gone: false,
        archived_at: None,
        forgotten_at: None,
        consumer: None,
    }
}

const THEIRS: Theirs<'static> = Theirs {
    identifier: Some("abc"),
    secret: None,
    server_id: None,
    local_name: None,
    note: "",
    archived: None,
};

fn judged(key: &Key, same_secret: Option<bool>, has_secret: bool, theirs: Theirs<'_>) -> Judgement {
    judge(
        Some(&Ours {
            key,
            same_secret,
            has_secret,
        }),
        theirs,
    )
}

fn told(verdict: Verdict, completes: &[super::KeyField], differs: &[super::KeyField]) -> Judgement {
    Judgement {
        verdict,
        completes: completes.to_vec(),
        differs: differs.to_vec(),
    }
}

#[test]
fn what_is_not_here_is_new() {
    assert_eq!(judge(None, THEIRS), told(Verdict::New, &[], &[]));
}

#[test]
fn what_only_we_have_changes_nothing() {
    let mut key = ours();
    key.note = "mine".to_owned();
    key.local_name = Some("Mine".to_owned());
    let theirs = Theirs {
        identifier: None,
        ..THEIRS
    };
    assert_eq!(
        judged(&key, None, true, theirs),
        told(Verdict::Same, &[], &[])
    );
}

#[test]
fn what_only_the_file_has_completes() {
    let secret = Secret::new("s".to_owned());
    let theirs = Theirs {
        secret: Some(&secret),
        local_name: Some("Theirs"),
        note: "theirs",
        ..THEIRS
    };
    let expected = told(Verdict::Completes, &[LocalName, Note, Sec], &[]);
    assert_eq!(judged(&ours(), None, false, theirs), expected);
    let mut key = ours();
    key.identifier = None;
    assert_eq!(
        judged(&key, None, false, THEIRS),
        told(Verdict::Completes, &[Id], &[])
    );
}

#[test]
fn what_both_have_otherwise_is_for_the_person_to_choose() {
    let secret = Secret::new("s".to_owned());
    let mut key = ours();
    key.note = "mine".to_owned();
    key.local_name = Some("Mine".to_owned());
    let theirs = Theirs {
        identifier: Some("other"),
        secret: Some(&secret),
        server_id: Some(7),
        local_name: Some("Theirs"),
        note: "theirs",
        archived: Some(true),
    };
    let expected = told(Verdict::Differs, &[], &[LocalName, Note, Id, Sec, Archived]);
    assert_eq!(judged(&key, Some(false), true, theirs), expected);
}

#[test]
fn a_secret_of_another_identifier_completes_nothing() {
    let secret = Secret::new("s".to_owned());
    let theirs = Theirs {
        identifier: Some("other"),
        secret: Some(&secret),
        ..THEIRS
    };
    assert_eq!(
        judged(&ours(), None, false, theirs),
        told(Verdict::Differs, &[], &[Id, Sec])
    );
}

#[test]
fn secrets_that_nobody_compared_are_not_taken_for_the_same() {
    let secret = Secret::new("s".to_owned());
    let theirs = Theirs {
        secret: Some(&secret),
        ..THEIRS
    };
    for (same, differs) in [(Some(true), &[][..]), (Some(false), &[Sec]), (None, &[Sec])] {
        assert_eq!(
            judged(&ours(), same, true, theirs).differs,
            differs,
            "{same:?}"
        );
    }
}

#[test]
fn line_ends_surrounding_space_and_the_app_name_make_no_difference() {
    let mut key = ours();
    key.note = "one\ntwo".to_owned();
    let theirs = Theirs {
        note: " one\r\ntwo ",
        local_name: Some("Shop"),
        ..THEIRS
    };
    assert_eq!(judged(&key, None, false, theirs).verdict, Verdict::Same);
}

/// A consumer key of which the site's list told the ending alone.
fn listed(consumer_key: &str) -> Key {
    let mut key = ours();
    key.key_type = KeyType::Consumer;
    key.identifier = None;
    key.consumer = Some(ConsumerKey {
        permission: None,
        owner: None,
        ending: ending_of(consumer_key),
        last_access: None,
        last_access_since: None,
        may_change: true,
        secret_lost: false,
    });
    key
}

#[test]
fn a_listed_consumer_key_is_completed_by_the_one_with_its_ending() {
    let secret = Secret::new("s".to_owned());
    let consumer_key = format!("ck_{}", "0a".repeat(20));
    let theirs = Theirs {
        identifier: Some(&consumer_key),
        secret: Some(&secret),
        ..THEIRS
    };
    let expected = told(Verdict::Completes, &[Id, Sec], &[]);
    assert_eq!(
        judged(&listed(&consumer_key), None, false, theirs),
        expected
    );
    let another = format!("ck_{}", "0b".repeat(20));
    let expected = told(Verdict::Differs, &[], &[Id, Sec]);
    assert_eq!(judged(&listed(&another), None, false, theirs), expected);
    let unnamed = Theirs {
        identifier: None,
        ..THEIRS
    };
    assert_eq!(
        judged(&listed(&another), None, false, unnamed),
        told(Verdict::Same, &[], &[])
    );
}
