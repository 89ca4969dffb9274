//! Failures of the disk, by what a person can do about them, and what survives them.

use super::Inventory;
use crate::{Error, IntentAct, NewConnection, NewIntent};
use keys::{ConnectionKind, KeyType, Moment, ServerUrl, SessionState};

fn pragma(inventory: &Inventory, name: &str, value: i64) {
    inventory
        .with_state(|state| state.db.pragma_update(None, name, value))
        .unwrap();
}

#[test]
fn a_full_disk_is_named_and_loses_nothing_written_before() {
    let inventory = Inventory::in_memory().unwrap();
    inventory.set_setting("theme", "dark").unwrap();
    pragma(&inventory, "max_page_count", 1);
    let outcome = inventory.set_setting("theme", &"x".repeat(1_000_000));
    assert!(matches!(outcome, Err(Error::Full)), "{outcome:?}");
    let kept = inventory.setting("theme").unwrap();
    assert_eq!(kept.as_deref(), Some("dark"));
}

#[test]
fn a_file_that_cannot_be_written_is_still_read() {
    let inventory = Inventory::in_memory().unwrap();
    inventory.set_setting("theme", "dark").unwrap();
    pragma(&inventory, "query_only", 1);
    let outcome = inventory.set_setting("theme", "light");
    assert!(matches!(outcome, Err(Error::ReadOnly)), "{outcome:?}");
    let kept = inventory.setting("theme").unwrap();
    assert_eq!(kept.as_deref(), Some("dark"));
}

#[test]
fn only_intents_are_forced_to_the_disk() {
    let inventory = Inventory::in_memory().unwrap();
    let connection = inventory
        .add_connection(&NewConnection {
            kind: ConnectionKind::CoopCycle,
            url: ServerUrl::parse("https://lyon.example").unwrap(),
            name: "Lyon".to_owned(),
            username: "ada".to_owned(),
            session: SessionState::SignedIn,
            country: None,
            locale: None,
            site: None,
        })
        .unwrap();
    let new = NewIntent {
        connection,
        act: IntentAct::CreateKey {
            name: "webshop".to_owned(),
            key_type: KeyType::OAuth,
            scopes: vec![],
            store: None,
        },
        known: vec![],
        at: Moment(1),
        draft: None,
    };
    inventory.begin_intent(&new).unwrap();
    let synchronous =
        inventory.read(|db| db.pragma_query_value(None, "synchronous", |row| row.get::<_, i64>(0)));
    assert_eq!(synchronous.unwrap(), 1);
}

#[test]
fn a_panic_in_the_middle_of_writing_leaves_nothing_half_done() {
    let inventory = Inventory::in_memory().unwrap();
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        inventory.write_aside::<()>(|db| {
            db.execute("INSERT INTO settings VALUES ('theme', 'dark')", [])?;
            panic!("in the middle");
        })
    }));
    assert!(outcome.is_err());
    assert_eq!(inventory.setting("theme").unwrap(), None);
    inventory.set_setting("theme", "light").unwrap();
}
