//! Which things found are whose, case by case.

use super::{Asked, Judged, judge};
use inventory::IntentId;

fn asked(intent: i64, named: &[i64]) -> Asked {
    Asked {
        intent: IntentId(intent),
        sure: None,
        named: named.to_vec(),
        unsure: Vec::new(),
    }
}

fn judged(asked: &[Asked]) -> Vec<(i64, Judged)> {
    let mut judged: Vec<_> = judge(asked)
        .into_iter()
        .map(|(intent, judged)| (intent.0, judged))
        .collect();
    judged.sort_by_key(|(intent, _)| *intent);
    judged
}

#[test]
fn what_is_not_there_was_not_made() {
    assert_eq!(judged(&[asked(1, &[])]), [(1, Judged::Nothing)]);
}

#[test]
fn the_only_one_is_ours() {
    assert_eq!(judged(&[asked(1, &[7])]), [(1, Judged::Ours(7))]);
}

#[test]
fn between_two_a_person_decides() {
    assert_eq!(
        judged(&[asked(1, &[7, 8])]),
        [(1, Judged::Undecided(vec![7, 8]))]
    );
}

#[test]
fn two_asked_for_and_two_found_are_both_ours() {
    assert_eq!(
        judged(&[asked(1, &[7, 8]), asked(2, &[7, 8])]),
        [(1, Judged::Ours(7)), (2, Judged::Ours(8))]
    );
}

#[test]
fn two_asked_for_and_one_found_leaves_one_not_made() {
    assert_eq!(
        judged(&[asked(1, &[7]), asked(2, &[7])]),
        [(1, Judged::Ours(7)), (2, Judged::Nothing)]
    );
}

#[test]
fn nobody_takes_the_only_one_of_another() {
    // What the second knew before already held 7.
    assert_eq!(
        judged(&[asked(1, &[7, 8]), asked(2, &[8])]),
        [(1, Judged::Ours(7)), (2, Judged::Ours(8))]
    );
}

#[test]
fn three_found_for_two_are_for_a_person_to_decide() {
    assert_eq!(
        judged(&[asked(1, &[7, 8, 9]), asked(2, &[7, 8, 9])]),
        [
            (1, Judged::Undecided(vec![7, 8, 9])),
            (2, Judged::Undecided(vec![7, 8, 9]))
        ]
    );
}

#[test]
fn what_is_known_to_one_does_not_decide_for_another() {
    // The second knew 4 already; somebody else's is among 5 and 6.
    assert_eq!(
        judged(&[asked(1, &[4, 5, 6]), asked(2, &[5, 6])]),
        [
            (1, Judged::Undecided(vec![4, 5, 6])),
            (2, Judged::Undecided(vec![5, 6]))
        ]
    );
}

#[test]
fn the_number_the_server_named_is_sure() {
    let sure = Asked {
        sure: Some(8),
        ..asked(1, &[7, 8])
    };
    assert_eq!(
        judged(&[sure, asked(2, &[7, 8])]),
        [(1, Judged::Ours(8)), (2, Judged::Ours(7))]
    );
}

#[test]
fn one_of_another_name_is_only_proposed() {
    let renamed = Asked {
        unsure: vec![9],
        ..asked(1, &[])
    };
    assert_eq!(judged(&[renamed]), [(1, Judged::Undecided(vec![9]))]);
}
