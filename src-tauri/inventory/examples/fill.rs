//! Fills an inventory file with invented keys, for measuring the program with many of them:
//! `fill FILE COUNT`. The first key's number on the server is 1, and so on.

use inventory::{Inventory, NewConnection, SeenKey, SeenStore};
use keys::{
    ConnectionKind, Identifier, KeyType, Moment, Scope, ServerAppId, ServerStoreId, ServerUrl,
    SessionState,
};
use sha2::{Digest as _, Sha256};
use std::error::Error;
use std::num::TryFromIntError;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const SHOPS: [&str; 8] = [
    "Crêperie",
    "Fleuriste",
    "Boulangerie",
    "Épicerie",
    "Κρεπερί",
    "Пекарня",
    "مخبز",
    "自転車便",
];
const OWNERS: [&str; 7] = ["Noël", "Rosa", "Zoé", "Ærø", "Straße", "Łucja", "Ana"];
const PLUGINS: [&str; 3] = ["Webshop", "WordPress", "PrestaShop"];

/// A co-op has about as many keys as Stores; the largest ones have this many Stores.
const MOST_STORES: i64 = 1_000;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(file), Some(count)) = (arguments.next(), arguments.next()) else {
        return Err("usage: fill FILE COUNT".into());
    };
    fill(Path::new(&file), count.parse()?)
}

fn fill(file: &Path, count: i64) -> Result<(), Box<dyn Error>> {
    let clock = SystemTime::now().duration_since(UNIX_EPOCH)?;
    let now = moment(clock)?;
    // Far enough ahead that the window asks the server, which is not there, for nothing.
    let refreshed = moment(clock + Duration::from_hours(24))?;
    let inventory = Inventory::open(file, now)?;
    let connection = inventory.add_connection(&NewConnection {
        kind: ConnectionKind::CoopCycle,
        url: ServerUrl::parse("https://town.example")?,
        name: "Invented town".to_owned(),
        username: "ada".to_owned(),
        session: SessionState::SignedIn,
        country: Some("fr".to_owned()),
        locale: None,
        site: None,
    })?;
    let stores: Vec<SeenStore> = (1..=count.min(MOST_STORES))
        .map(|number| SeenStore {
            server_id: ServerStoreId(number),
            name: store_name(number),
            address: format!("{number} rue des Essais"),
            has_time_slot: number % 2 == 0,
        })
        .collect();
    inventory.record_stores(connection, true, &stores, now)?;
    let stores = inventory.stores(Some(connection))?;
    let keys: Vec<SeenKey> = (1..=count)
        .zip(stores.iter().cycle())
        .map(|(number, store)| SeenKey {
            server_id: ServerAppId(number),
            app_name: format!("{} {number}", pick(&PLUGINS, number)),
            key_type: KeyType::OAuth,
            store: Some(Some(store.id)),
            store_name: store.name.clone(),
            scopes: Some(vec![Scope::Deliveries]),
            identifier: Identifier::new(&format!("{:032x}", spread(number))),
            fingerprint: Some(print_of(number)),
        })
        .collect();
    inventory.record_keys(connection, true, &keys, now)?;
    let secrets: Vec<_> = inventory
        .keys(connection)?
        .iter()
        .map(|key| (key.id, print_of(key.server_id.0), Some(now)))
        .collect();
    inventory.set_secrets_stored(&secrets)?;
    // Last, so that nothing of it is news.
    Ok(inventory.set_refreshed(connection, refreshed)?)
}

fn moment(since_epoch: Duration) -> Result<Moment, TryFromIntError> {
    i64::try_from(since_epoch.as_millis()).map(Moment)
}

fn store_name(number: i64) -> String {
    format!(
        "{} {} {number}",
        pick(&SHOPS, number),
        pick(&OWNERS, number)
    )
}

fn pick<'a>(words: &[&'a str], number: i64) -> &'a str {
    let index = usize::try_from(number).unwrap_or_default() % words.len();
    words[index]
}

/// Numbers that look random, as Identifiers do.
fn spread(number: i64) -> u128 {
    u128::from(number.unsigned_abs()).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835)
}

/// The print of the secret that measuring puts into the keychain for this key: the program copies
/// no secret that its record does not tell of.
fn print_of(number: i64) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(b"saddlebag secret fingerprint 1\0");
    hash.update(format!("{number:0128x}"));
    hash.finalize()[..10].to_vec()
}
