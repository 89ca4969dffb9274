//! Connections: one for each server, each with a colour of its own while there are enough.

use crate::sample::{
    connect, history, key, new_connection, new_site, one_connection, one_site, store,
};
use inventory::{Error, IntentAct, Inventory, NewConnection, NewIntent};
use keys::{
    Act, ConnectionColour, ConnectionId, ConnectionKind, HistoryEntry, Moment, Permalinks,
    ServerUrl, SessionState, SiteFacts,
};
use std::collections::HashSet;

#[test]
fn a_connection_comes_back_as_it_was_added() {
    let inventory = Inventory::in_memory().unwrap();
    let new = NewConnection {
        kind: ConnectionKind::Practice,
        session: SessionState::NotAdmin,
        locale: Some("pt_BR".to_owned()),
        ..new_connection("vélo.example".replace('é', "e").as_str())
    };
    let id = inventory.add_connection(&new).unwrap();
    let connection = inventory.connection(id).unwrap().unwrap();
    assert_eq!(connection.kind, new.kind);
    assert_eq!(connection.url, new.url);
    assert_eq!(connection.name, new.name);
    assert_eq!(connection.username, new.username);
    assert_eq!(connection.session, new.session);
    assert_eq!(connection.country, new.country);
    assert_eq!(connection.locale, new.locale);
    assert_eq!(connection.refreshed_at, None);
    assert_eq!(inventory.connections().unwrap(), [connection]);
}

#[test]
fn a_server_known_already_keeps_its_number_name_and_colour() {
    let (inventory, id) = one_connection();
    inventory.rename_connection(id, "Our Lyon").unwrap();
    let before = inventory.connection(id).unwrap().unwrap();
    let again = NewConnection {
        username: "grace".to_owned(),
        session: SessionState::NotAdmin,
        country: None,
        ..new_connection("lyon.example")
    };
    assert_eq!(inventory.add_connection(&again).unwrap(), id);
    let after = inventory.connection(id).unwrap().unwrap();
    assert_eq!(after.name, "Our Lyon");
    assert_eq!(after.colour, before.colour);
    assert_eq!(after.username, "grace");
    assert_eq!(after.session, SessionState::NotAdmin);
    assert_eq!(after.country.as_deref(), Some("fr"));
}

#[test]
fn colours_differ_until_all_are_used_and_a_freed_one_comes_first() {
    let inventory = Inventory::in_memory().unwrap();
    let ids: Vec<ConnectionId> = (1..ConnectionColour::COUNT)
        .map(|number| connect(&inventory, &format!("town{number}.example")))
        .collect();
    let colour = |id| inventory.connection(id).unwrap().unwrap().colour;
    let colours: HashSet<ConnectionColour> = ids.iter().map(|id| colour(*id)).collect();
    assert_eq!(colours.len(), usize::from(ConnectionColour::COUNT) - 1);
    assert!(!colours.contains(&ConnectionColour::PRACTICE));
    let freed = colour(ids[3]);
    inventory.remove_connection(ids[3]).unwrap();
    assert_eq!(colour(connect(&inventory, "another.example")), freed);
}

#[test]
fn a_site_comes_back_with_its_folder_and_its_newest_facts() {
    let (inventory, id) = one_site();
    let read = || inventory.connection(id).unwrap().unwrap();
    let told = new_site();
    assert_eq!((read().kind, read().url), (told.kind, told.url.clone()));
    assert_eq!(read().site, told.site);
    let silent = NewConnection {
        site: None,
        ..told.clone()
    };
    assert_eq!(inventory.add_connection(&silent).unwrap(), id);
    assert_eq!(read().site, told.site);
    let newer = SiteFacts {
        permalinks: Permalinks::Plain,
        login_path: Some("/Boutique/entrance?lang=fr".to_owned()),
        wordpress: None,
        woocommerce: None,
    };
    let again = NewConnection {
        site: Some(newer.clone()),
        ..told.clone()
    };
    assert_eq!(inventory.add_connection(&again).unwrap(), id);
    assert_eq!(read().site, Some(newer));
    inventory
        .set_site_facts(id, told.site.as_ref().unwrap())
        .unwrap();
    assert_eq!(read().site, told.site);
    let neighbour = NewConnection {
        url: ServerUrl::parse("https://shop.example").unwrap(),
        ..told
    };
    assert_ne!(inventory.add_connection(&neighbour).unwrap(), id);
}

#[test]
fn practice_of_either_kind_has_a_colour_that_nothing_real_gets() {
    let inventory = Inventory::in_memory().unwrap();
    for (kind, is_practice) in [
        (ConnectionKind::CoopCycle, false),
        (ConnectionKind::Practice, true),
        (ConnectionKind::WooCommerce, false),
        (ConnectionKind::PracticeShop, true),
    ] {
        let new = NewConnection {
            kind,
            ..new_connection(&format!("{kind:?}.example"))
        };
        let id = inventory.add_connection(&new).unwrap();
        let connection = inventory.connection(id).unwrap().unwrap();
        assert_eq!(connection.kind, kind);
        let has_its_colour = connection.colour == ConnectionColour::PRACTICE;
        assert_eq!(has_its_colour, is_practice, "{kind:?}");
    }
}

#[test]
fn what_is_set_is_kept() {
    let (inventory, id) = one_connection();
    let url = ServerUrl::parse("http://127.0.0.1:4321").unwrap();
    inventory.set_session(id, SessionState::SignedOut).unwrap();
    inventory.set_refreshed(id, Moment(77)).unwrap();
    inventory.set_colour(id, ConnectionColour::new(5)).unwrap();
    inventory.set_url(id, &url).unwrap();
    let connection = inventory.connection(id).unwrap().unwrap();
    assert_eq!(connection.session, SessionState::SignedOut);
    assert_eq!(connection.refreshed_at, Some(Moment(77)));
    assert_eq!(connection.colour, ConnectionColour::new(5));
    assert_eq!(connection.url, url);
}

#[test]
fn removing_a_connection_removes_all_that_hangs_on_it_and_nothing_else() {
    let (inventory, removed) = one_connection();
    let kept = connect(&inventory, "nantes.example");
    for connection in [removed, kept] {
        let store = store(&inventory, connection, "Rosa");
        let key = key(&inventory, connection, "webshop");
        inventory
            .record(&HistoryEntry {
                at: Moment(1),
                who: "ada".to_owned(),
                act: Act::Created,
                connection,
                key: Some(key),
                store: Some(store),
                subject: "webshop".to_owned(),
            })
            .unwrap();
        inventory
            .begin_intent(&NewIntent {
                connection,
                act: IntentAct::RenewSecret {
                    key,
                    fingerprint: vec![1],
                },
                known: vec![],
                at: Moment(1),
                draft: None,
            })
            .unwrap();
    }
    inventory.remove_connection(removed).unwrap();
    assert_eq!(inventory.connections().unwrap().len(), 1);
    assert!(inventory.stores(Some(removed)).unwrap().is_empty());
    assert!(inventory.keys(removed).unwrap().is_empty());
    assert_eq!(inventory.stores(None).unwrap().len(), 1);
    assert_eq!(inventory.keys(kept).unwrap().len(), 1);
    assert_eq!(history(&inventory)[0].connection, kept);
    assert_eq!(history(&inventory).len(), 1);
    assert_eq!(inventory.open_intents().unwrap().len(), 1);
}

#[test]
fn the_number_of_a_removed_connection_is_not_given_again() {
    let (inventory, removed) = one_connection();
    inventory.remove_connection(removed).unwrap();
    assert_ne!(connect(&inventory, "lyon.example"), removed);
}

#[test]
fn changing_what_is_not_there_is_an_error() {
    let inventory = Inventory::in_memory().unwrap();
    let nobody = ConnectionId(9);
    assert_eq!(inventory.connection(nobody).unwrap(), None);
    let outcomes = [
        inventory.set_session(nobody, SessionState::SignedIn),
        inventory.set_refreshed(nobody, Moment(1)),
        inventory.rename_connection(nobody, "x"),
        inventory.set_site_facts(nobody, new_site().site.as_ref().unwrap()),
        inventory.remove_connection(nobody),
    ];
    for outcome in outcomes {
        assert!(matches!(outcome, Err(Error::Missing)), "{outcome:?}");
    }
}
