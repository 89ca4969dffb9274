//! The samples a new practice shop starts with.

use super::mode::ShopMode;
use super::options::{ShopLanguage, ShopOptions};
use super::records::consumer_keys::{self, Permission};
use super::records::people::{self, ShopRole, ShopUser};
use super::records::{Records, sales, settings};
use crate::error::Error;

/// The shop's name.
pub(crate) const NAME: &str = "Épicerie des Tilleuls (practice)";

/// The password of everybody; it protects nothing.
const PASSWORD: &str = "practice";

/// Anne's number.
pub(crate) const FIRST_ADMINISTRATOR: i64 = 1;

/// Login, name, role, own language.
const PEOPLE: [(&str, &str, ShopRole, Option<ShopLanguage>); 5] = [
    ("anne", "Anne Tilleul", ShopRole::Administrator, None),
    (
        "malik",
        "Malik Sorbier",
        ShopRole::ShopManager,
        Some(ShopLanguage::French),
    ),
    ("edith", "Édith Aubépine", ShopRole::Editor, None),
    ("carla", "Carla Noisette", ShopRole::Customer, None),
    ("bruno", "Bruno Parti", ShopRole::Administrator, None),
];

/// Bruno, who has left and whose keys are still there.
const GONE: i64 = 5;

const MINUTE: i64 = 60;
const DAY: i64 = 24 * 60 * MINUTE;

/// Description, owner, permission, seconds since the last use.
const KEYS: [(&str, i64, Permission, Option<i64>); 6] = [
    (
        "Newsletter — practice",
        GONE,
        Permission::Read,
        Some(400 * DAY),
    ),
    (
        "Accounting — practice",
        FIRST_ADMINISTRATOR,
        Permission::Read,
        Some(DAY),
    ),
    ("Till — practice", 2, Permission::Write, None),
    ("Loyalty cards — practice", 4, Permission::Read, None),
    (
        "Delivery — practice",
        FIRST_ADMINISTRATOR,
        Permission::ReadWrite,
        Some(12 * MINUTE),
    ),
    (
        "Stock count — practice",
        2,
        Permission::ReadWrite,
        Some(95 * DAY),
    ),
];

/// Fills empty records with the samples, or with so many keys.
pub(crate) fn fill(records: &Records, options: &ShopOptions, now: i64) -> Result<(), Error> {
    let transaction = records.unchecked_transaction()?;
    for (login, display_name, role, language) in PEOPLE {
        let person = ShopUser {
            id: 0,
            login: login.to_owned(),
            email: format!("{login}@tilleuls.example"),
            display_name: display_name.to_owned(),
            password: PASSWORD.to_owned(),
            role,
            language,
            keys_per_page: 20,
        };
        people::insert(records, &person)?;
    }
    people::delete(records, GONE)?;
    for status in ["completed", "processing", "processing"] {
        sales::create(records, status)?;
    }
    match options.keys {
        Some(count) => add_keys(records, count, now)?,
        None => {
            for (description, owner, permission, ago) in KEYS {
                let id = consumer_keys::create(records, owner, description, permission, None)?.id;
                if let Some(ago) = ago {
                    consumer_keys::touch(records, id, now - ago)?;
                }
            }
        }
    }
    settings::set_mode(records, &ShopMode::asked(options))?;
    transaction.commit()?;
    Ok(())
}

/// Makes so many keys, of mixed owners and permissions.
pub(crate) fn add_keys(records: &Records, count: usize, now: i64) -> Result<(), Error> {
    for index in 0..count {
        let (_, owner, permission, ago) = KEYS[index % KEYS.len()];
        let description = format!("Delivery {} — practice", index + 1);
        let id = consumer_keys::create(records, owner, &description, permission, None)?.id;
        if let Some(ago) = ago {
            consumer_keys::touch(records, id, now - ago)?;
        }
    }
    Ok(())
}
