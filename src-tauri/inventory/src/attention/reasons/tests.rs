//! Each reason, from the facts of one key to what a person is told.

use super::{Facts, Given, Limits, TIME_TO_CONFIRM, of_key};
use keys::AttentionKind as Kind;
use keys::{KeyStatus, KeyType, Moment, Scope};

const NOW: Moment = Moment(100 * TIME_TO_CONFIRM);
const LIMITS: Limits = Limits {
    now: NOW,
    rotation_age: Some(50),
};

/// A key that works and was given to somebody a moment ago.
fn fine() -> Facts<'static> {
    Facts {
        status: KeyStatus::Works,
        status_since: Some(Moment(7)),
        revoked: false,
        key_type: KeyType::OAuth,
        scopes: Some(&[Scope::Deliveries]),
        fingerprint: Some(&[1]),
        held: false,
        made_at: None,
        secret_from: NOW,
        unused_since: None,
        rotation_from: None,
        given: &[],
    }
}

fn given(at: i64) -> Given {
    Given {
        at: Moment(at),
        fingerprint: vec![1],
        confirmed: false,
        left_at: None,
    }
}

fn kinds(facts: &Facts<'_>) -> Vec<Kind> {
    let reasons = of_key(facts, &LIMITS);
    reasons.into_iter().map(|(kind, _)| kind).collect()
}

#[test]
fn each_state_has_one_reason_or_none() {
    for (status, expected) in [
        (KeyStatus::Works, None),
        (KeyStatus::NotChecked, None),
        (KeyStatus::Unreachable, None),
        (KeyStatus::OpensAnotherStore, Some(Kind::KeyTrouble)),
        (KeyStatus::LacksDeliveries, Some(Kind::KeyTrouble)),
        (KeyStatus::Refused, Some(Kind::KeyTrouble)),
        (KeyStatus::Replaced, Some(Kind::KeyTrouble)),
        (KeyStatus::RenewedElsewhere, Some(Kind::KeyTrouble)),
        (KeyStatus::WrongInstance, Some(Kind::KeyTrouble)),
        (KeyStatus::Gone, Some(Kind::KeyTrouble)),
        (KeyStatus::StoreGone, Some(Kind::KeyTrouble)),
        (KeyStatus::Unrestricted, Some(Kind::Unrestricted)),
        (KeyStatus::SecretMissing, Some(Kind::SecretNotStored)),
        (KeyStatus::NotHeld, None),
        (KeyStatus::NotRecognised, Some(Kind::KeyTrouble)),
        (KeyStatus::OwnerLacksRight, Some(Kind::KeyTrouble)),
        (KeyStatus::OwnerGone, Some(Kind::KeyTrouble)),
        (KeyStatus::PlainHttp, Some(Kind::KeyTrouble)),
        (KeyStatus::PlainPermalinks, Some(Kind::KeyTrouble)),
    ] {
        let facts = Facts { status, ..fine() };
        assert_eq!(kinds(&facts), Vec::from_iter(expected), "{status:?}");
    }
}

#[test]
fn a_secret_that_waits_in_memory_is_not_missing() {
    let facts = Facts {
        status: KeyStatus::SecretMissing,
        held: true,
        ..fine()
    };
    assert!(kinds(&facts).is_empty());
}

#[test]
fn a_key_that_is_gone_has_no_other_reason() {
    let every_reason = Facts {
        scopes: Some(&[]),
        made_at: Some(Moment(1)),
        secret_from: Moment(1),
        rotation_from: Some(Moment(1)),
        ..fine()
    };
    assert_eq!(
        kinds(&every_reason),
        [
            Kind::Unrestricted,
            Kind::RotationOpen,
            Kind::NeverHandedOver,
            Kind::Old
        ]
    );
    for status in [KeyStatus::Gone, KeyStatus::StoreGone] {
        let facts = Facts {
            status,
            ..every_reason
        };
        let told = of_key(&facts, &LIMITS);
        assert_eq!(told, [(Kind::KeyTrouble, Some(Moment(7)))]);
    }
}

#[test]
fn scopes_tell_what_is_open_to_a_key() {
    use KeyType::{ApiKey, OAuth};
    use Scope::{Deliveries, OrdersAll, TasksAll};
    for (key_type, scopes, expected) in [
        (OAuth, None, None),
        (OAuth, Some(&[Deliveries][..]), None),
        (OAuth, Some(&[]), Some(Kind::Unrestricted)),
        (ApiKey, Some(&[]), None),
        (OAuth, Some(&[OrdersAll]), Some(Kind::EveryOrder)),
        (OAuth, Some(&[Deliveries, TasksAll]), Some(Kind::EveryOrder)),
        (ApiKey, Some(&[OrdersAll]), Some(Kind::EveryOrder)),
    ] {
        let facts = Facts {
            key_type,
            scopes,
            ..fine()
        };
        assert_eq!(kinds(&facts), Vec::from_iter(expected), "{scopes:?}");
    }
}

#[test]
fn what_somebody_holds_who_left_is_told_until_the_key_has_another_secret() {
    let left = |at, left_at| Given {
        confirmed: true,
        left_at,
        ..given(at)
    };
    let hand_overs = [
        left(9, None),
        left(8, Some(Moment(30))),
        left(7, Some(Moment(20))),
    ];
    let held = Facts {
        given: &hand_overs,
        ..fine()
    };
    let told = of_key(&held, &LIMITS);
    assert_eq!(told, [(Kind::HolderLeft, Some(Moment(20)))]);
    for fingerprint in [None, Some(&[2][..])] {
        let renewed = Facts {
            fingerprint,
            ..held
        };
        assert!(kinds(&renewed).is_empty());
    }
}

#[test]
fn a_key_made_here_waits_to_be_handed_over() {
    let made = Facts {
        made_at: Some(Moment(5)),
        ..fine()
    };
    let told = of_key(&made, &LIMITS);
    assert_eq!(told, [(Kind::NeverHandedOver, Some(Moment(5)))]);
    let handed_over = Facts {
        given: &[given(NOW.0)],
        ..made
    };
    assert!(kinds(&handed_over).is_empty());
}

#[test]
fn the_newest_hand_over_is_to_be_confirmed_within_a_week() {
    let late = NOW.0 - TIME_TO_CONFIRM - 1;
    let confirmed = || Given {
        confirmed: true,
        ..given(late)
    };
    let of_another_secret = Given {
        fingerprint: vec![2],
        ..given(late)
    };
    for (given, expected) in [
        (vec![given(late)], true),
        (vec![given(late + 1)], false),
        (vec![confirmed()], false),
        (vec![of_another_secret], false),
        (vec![confirmed(), given(late - 1)], false),
        (vec![given(late), confirmed()], true),
    ] {
        let facts = Facts {
            given: &given,
            ..fine()
        };
        let expected: &[Kind] = if expected { &[Kind::NotConfirmed] } else { &[] };
        assert_eq!(kinds(&facts), expected);
    }
}

#[test]
fn a_secret_is_old_past_the_rotation_age_if_there_is_one() {
    let of_age = |age| Facts {
        secret_from: Moment(NOW.0 - age),
        ..fine()
    };
    assert!(kinds(&of_age(50)).is_empty());
    assert_eq!(kinds(&of_age(51)), [Kind::Old]);
    let never = Limits {
        rotation_age: None,
        ..LIMITS
    };
    assert!(of_key(&of_age(51), &never).is_empty());
}

#[test]
fn a_key_revoked_here_is_told_only_while_it_is_not_gone() {
    for (status, expected) in [
        (KeyStatus::Gone, vec![]),
        (KeyStatus::NotRecognised, vec![Kind::KeyTrouble]),
    ] {
        let revoked = Facts {
            status,
            revoked: true,
            ..fine()
        };
        assert_eq!(kinds(&revoked), expected, "{status:?}");
    }
}

#[test]
fn what_nobody_uses_is_told_beside_other_reasons() {
    let unused = Facts {
        status: KeyStatus::NotRecognised,
        unused_since: Some(Moment(3)),
        ..fine()
    };
    let told = of_key(&unused, &LIMITS);
    let trouble = (Kind::KeyTrouble, Some(Moment(7)));
    assert_eq!(told, [trouble, (Kind::Unused, Some(Moment(3)))]);
}

#[test]
fn a_secret_never_held_here_does_not_get_old() {
    for (status, expected) in [
        (KeyStatus::Works, vec![Kind::RotationOpen, Kind::Old]),
        (KeyStatus::NotHeld, vec![Kind::RotationOpen]),
    ] {
        let facts = Facts {
            status,
            secret_from: Moment(1),
            rotation_from: Some(Moment(2)),
            ..fine()
        };
        assert_eq!(kinds(&facts), expected, "{status:?}");
    }
}
