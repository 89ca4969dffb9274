//! The history: every act comes back, newest first, a window at a time.

use crate::sample::{key, one_connection, store};
use inventory::ActivityFilter;
use keys::{Act, HistoryEntry, Moment};

const ACTS: [Act; 20] = [
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
    assert_eq!(older, entries[11..14]);
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
