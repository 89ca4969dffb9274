//! The samples a new practice co-op starts with.

mod names;

use crate::state::Db;

use crate::error::Error;
use crate::state::accounts::{self, Account};
use crate::state::apps::{self, Draft, Kind};
use crate::state::stores::{self, Address, Details, Switches};
use crate::town;

/// The password of every account; it protects nothing.
const PASSWORD: &str = "practice";

/// Name, roles, whether it may sign in, the Store it owns.
const ACCOUNTS: [(&str, &[&str], bool, Option<i64>); 7] = [
    ("admin", &["ROLE_ADMIN"], true, None),
    ("dispatcher", &["ROLE_DISPATCHER"], true, None),
    ("shop", &["ROLE_STORE"], true, Some(1)),
    ("boss", &["ROLE_ADMIN", "ROLE_DISPATCHER"], true, None),
    ("courier", &["ROLE_COURIER"], true, None),
    ("courier2", &["ROLE_COURIER"], true, None),
    ("former", &["ROLE_ADMIN"], false, None),
];

/// The Store that is deleted from the start; it still has an app.
const DELETED: i64 = 12;

/// Fills an empty state with the samples, or with so many apps.
pub(crate) fn fill(db: &Db, count: Option<usize>) -> Result<(), Error> {
    let transaction = db.unchecked_transaction()?;
    for (name, roles, enabled, store) in ACCOUNTS {
        let account = Account {
            name: name.to_owned(),
            password: PASSWORD.to_owned(),
            roles: roles.iter().map(|role| (*role).to_owned()).collect(),
            enabled,
        };
        accounts::insert(db, &format!("{name}@practice.example"), &account, store)?;
    }
    for (index, name) in names::STORES.iter().enumerate() {
        stores::create(db, name, &details(index))?;
    }
    stores::delete(db, DELETED)?;
    match count {
        None => fill_apps(db)?,
        Some(count) => fill_many_apps(db, count)?,
    }
    transaction.commit()?;
    Ok(())
}

fn details(index: usize) -> Details {
    let number = u32::try_from(index * 7 % 60 + 1).unwrap_or(1);
    let (latitude, longitude) = town::locate(index, number);
    let slot = [Some(1), Some(2), None][index % 3];
    Details {
        enabled: index.is_multiple_of(2),
        // One Store was made by hand on the server and never got an address.
        address: (index != 20).then(|| Address {
            street: town::address(index, number),
            latitude,
            longitude,
            postal_code: Some(town::POSTAL_CODE.to_owned()),
            locality: Some(town::NAME.to_owned()),
        }),
        pricing_rule_set: [Some(1), Some(2), None][index % 3],
        switches: Switches {
            prefill_pickup_address: index % 3 != 2,
            multi_drop_enabled: index.is_multiple_of(5),
            ..Switches::default()
        },
        time_slots: slot.into_iter().collect(),
        time_slot: slot,
        ..Details::default()
    }
}

fn fill_apps(db: &Db) -> Result<(), Error> {
    for (name, kind, scopes, store) in names::APPS {
        let draft = Draft {
            name: (*name).to_owned(),
            kind: if *kind == "api_key" {
                Kind::ApiKey
            } else {
                Kind::Oauth
            },
            scopes: scopes.split_whitespace().map(str::to_owned).collect(),
            store: *store,
            shop: (*scopes == "orders").then_some(1),
        };
        apps::create(db, &draft)?;
    }
    Ok(())
}

fn fill_many_apps(db: &Db, count: usize) -> Result<(), Error> {
    for index in 0..count {
        let store = index % names::STORES.len();
        let draft = Draft {
            name: format!("{} {:05}", names::STORES[store], index + 1),
            kind: if index % 9 == 8 {
                Kind::ApiKey
            } else {
                Kind::Oauth
            },
            scopes: vec!["deliveries".to_owned()],
            store: i64::try_from(store + 1).ok(),
            shop: None,
        };
        apps::create(db, &draft)?;
    }
    Ok(())
}
