//! The history: every act comes back, newest first, a window at a time.

use crate::sample::{connect, key, one_connection, store};
use inventory::{ActivityFilter, Inventory};
use keys::{Act, ConnectionId, HistoryEntry, KeyId, Moment};
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};

const ACTS: [Act; 28] = [
    Act::Created,
    Act::SeenOnServer,
    Act::CopiedSecret,
    Act::CopiedIdentifier,
    Act::CopiedBaseUrl,
    Act::Revealed,
    Act::Renewed,
    Act::RenewedElsewhere,
    Act::ReplacedElsewhere,
    Act::RenamedElsewhere,
    Act::GoneFromServer,
    Act::BackOnServer,
    Act::Checked,
    Act::NoteChanged,
    Act::LocalNameChanged,
    Act::TookNewPair,
    Act::Archived,
    Act::Unarchived,
    Act::SecretLost,
    Act::SecretRescued,
    Act::HandedOver,
    Act::HandoverConfirmed,
    Act::RotationBegun,
    Act::RotationEnded,
    Act::Imported,
    Act::Edited,
    Act::PermissionChangedElsewhere,
    Act::Revoked,
];

#[test]
fn every_act_comes_back_newest_first() {
    let (inventory, connection) = one_connection();
    let key = key(&inventory, connection, "webshop");
    let store = store(&inventory, connection, "Rosa");
    let mut entries: Vec<HistoryEntry> = ACTS
        .iter()
        .zip(1..)
        .map(|(act, at)| HistoryEntry {
            at: Moment(at),
            who: "ada".to_owned(),
            act: *act,
            connection,
            key: Some(key),
            store: Some(store),
            subject: "webshop".to_owned(),
        })
        .collect();
    for entry in &entries {
        inventory.record(entry).unwrap();
    }
    entries.reverse();
    assert_eq!(
        inventory
            .activity(100, None, &ActivityFilter::default())
            .unwrap(),
        entries
    );
    assert_eq!(inventory.history_of_key(key, 100).unwrap(), entries);
    assert_eq!(inventory.history_of_key(key, 2).unwrap(), entries[..2]);
    let older = inventory
        .activity(3, Some(Moment(10)), &ActivityFilter::default())
        .unwrap();
    assert_eq!(older, entries[19..22]);
}

#[test]
fn lines_of_one_moment_stay_together_and_in_order() {
    let (inventory, connection) = one_connection();
    for (act, at) in [
        (Act::Created, 4),
        (Act::Renewed, 5),
        (Act::Checked, 5),
        (Act::Revealed, 6),
    ] {
        let entry = HistoryEntry {
            at: Moment(at),
            who: String::new(),
            act,
            connection,
            key: None,
            store: None,
            subject: String::new(),
        };
        inventory.record(&entry).unwrap();
    }
    let acts = |limit, before| -> Vec<Act> {
        let entries = inventory
            .activity(limit, before, &ActivityFilter::default())
            .unwrap();
        entries.into_iter().map(|entry| entry.act).collect()
    };
    assert_eq!(acts(2, None), [Act::Revealed, Act::Checked, Act::Renewed]);
    assert_eq!(acts(2, Some(Moment(5))), [Act::Created]);
    assert!(acts(0, None).is_empty());
}

#[test]
fn the_history_of_a_key_is_of_that_key_alone() {
    let (inventory, connection) = one_connection();
    let ids = ["a", "b"].map(|name| key(&inventory, connection, name));
    for key in [Some(ids[0]), Some(ids[1]), None] {
        let entry = HistoryEntry {
            at: Moment(5),
            who: String::new(),
            act: Act::Checked,
            connection,
            key,
            store: None,
            subject: String::new(),
        };
        inventory.record(&entry).unwrap();
    }
    let history = inventory.history_of_key(ids[0], 10).unwrap();
    assert_eq!(history.len(), 1);
    assert_eq!(history[0].key, Some(ids[0]));
}

/// When, who, what, on which connection, about which key, called what.
type Line<'a> = (i64, &'a str, Act, ConnectionId, Option<KeyId>, &'a str);

fn told(inventory: &Inventory, lines: &[Line<'_>]) {
    for (at, who, act, connection, key, subject) in lines {
        let entry = HistoryEntry {
            at: Moment(*at),
            who: (*who).to_owned(),
            act: *act,
            connection: *connection,
            key: *key,
            store: None,
            subject: (*subject).to_owned(),
        };
        inventory.record(&entry).unwrap();
    }
}

#[test]
fn the_history_is_narrowed_by_all_that_is_asked_for() {
    let (inventory, lyon) = one_connection();
    let nantes = connect(&inventory, "nantes.example");
    let ids = ["a", "b"].map(|name| key(&inventory, lyon, name));
    told(
        &inventory,
        &[
            (1, "ada", Act::Revealed, lyon, Some(ids[0]), "Crêperie Noël"),
            (2, "grace", Act::Revealed, lyon, Some(ids[1]), "Rosa"),
            (3, "", Act::SeenOnServer, nantes, None, "Crêperie"),
            (4, "ada", Act::Checked, nantes, None, "Noël"),
        ],
    );
    let nothing = ActivityFilter::default();
    let found = |filter: ActivityFilter| -> Vec<i64> {
        let lines = inventory.activity(10, None, &filter).unwrap();
        lines.into_iter().map(|line| line.at.0).collect()
    };
    assert_eq!(found(nothing.clone()), [4, 3, 2, 1]);
    let of = |who: &str| Some(who.to_owned());
    let text = |text: &str| ActivityFilter {
        text: text.to_owned(),
        ..ActivityFilter::default()
    };
    for (filter, expected) in [
        (
            ActivityFilter {
                connection: Some(nantes),
                ..nothing.clone()
            },
            vec![4, 3],
        ),
        (
            ActivityFilter {
                key: Some(ids[1]),
                ..nothing.clone()
            },
            vec![2],
        ),
        (
            ActivityFilter {
                who: of("ada"),
                ..nothing.clone()
            },
            vec![4, 1],
        ),
        (
            ActivityFilter {
                acts: vec![Act::Revealed, Act::Checked],
                ..nothing.clone()
            },
            vec![4, 2, 1],
        ),
        (text("creperie"), vec![3, 1]),
        (text("noel  CREP"), vec![1]),
        (text("nowhere"), vec![]),
        (
            ActivityFilter {
                connection: Some(lyon),
                key: Some(ids[0]),
                who: of("ada"),
                acts: vec![Act::Revealed],
                text: "noël".to_owned(),
            },
            vec![1],
        ),
        (
            ActivityFilter {
                connection: Some(nantes),
                key: Some(ids[0]),
                ..nothing
            },
            vec![],
        ),
    ] {
        assert_eq!(found(filter.clone()), expected, "{filter:?}");
    }
}

#[test]
fn people_are_named_once_and_in_order() {
    let (inventory, connection) = one_connection();
    for (at, who) in [(1, "grace"), (2, ""), (3, "ada"), (4, "grace")] {
        let line = (at, who, Act::Checked, connection, None, "");
        told(&inventory, &[line]);
    }
    assert_eq!(inventory.people().unwrap(), ["ada", "grace"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn windows_of_a_narrowed_history_put_together_are_the_whole(
        lines in vec((0_i64..6, "[ab]{1,2}"), 0..30),
        text in "[ab]{0,1}",
        limit in 1_usize..5,
    ) {
        let (inventory, connection) = one_connection();
        for (at, subject) in &lines {
            let line = (*at, "ada", Act::Checked, connection, None, subject.as_str());
            told(&inventory, &[line]);
        }
        let filter = ActivityFilter { text: text.clone(), ..ActivityFilter::default() };
        let whole = inventory.activity(usize::MAX, None, &filter).unwrap();
        let matching = lines.iter().filter(|(_, subject)| subject.contains(&text)).count();
        prop_assert_eq!(whole.len(), matching);
        let mut joined: Vec<HistoryEntry> = Vec::new();
        loop {
            let before = joined.last().map(|line| line.at);
            let window = inventory.activity(limit, before, &filter).unwrap();
            if window.is_empty() {
                break;
            }
            joined.extend(window);
        }
        prop_assert_eq!(joined, whole);
    }
}
