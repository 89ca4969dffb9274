//! What stays over a restart, and what a seed repeats.

use std::fs;

use practice::{Flavour, Permission, SecondFactor, Shop, ShopMode, ShopOptions};

use super::browser::KEYS;
use super::running::Running;

#[tokio::test]
async fn keys_people_sessions_and_switches_stay() {
    let folder = tempfile::tempdir().unwrap();
    let options = ShopOptions {
        home: Some("https://shop.example".to_owned()),
        ..ShopOptions::of(Flavour::B)
    };
    let running = Running::serve(Shop::open_with(folder.path(), options.clone()).unwrap()).await;
    let mut admin = running.signed_in("anne").await;
    admin.create("Kept", "1", "write").await;
    let mode = ShopMode {
        second_factor: Some(SecondFactor::App),
        ..running.shop.mode().unwrap()
    };
    running.shop.set_mode(&mode).unwrap();
    let keys = running.shop.keys().unwrap();
    let certificate = running.shop.certificate();
    drop(running);
    let again = Running::serve(Shop::open_with(folder.path(), options).unwrap()).await;
    assert_eq!(again.shop.keys().unwrap(), keys);
    assert_eq!(again.shop.mode().unwrap(), mode);
    assert_ne!(again.shop.certificate(), certificate, "made anew");
    let mut browser = again.browser();
    browser.cookies = admin.cookies;
    assert_eq!(browser.get(KEYS).await.status, 200);
}

#[tokio::test]
async fn damaged_file_is_set_aside() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("practice-shop.sqlite3"),
        "no database at all",
    )
    .unwrap();
    let shop = Shop::open(folder.path()).unwrap();
    assert_eq!(shop.keys().unwrap().len(), 6);
    assert!(folder.path().join("practice-shop.damaged").exists());
}

#[tokio::test]
async fn file_holds_secrets_but_no_consumer_key() {
    let folder = tempfile::tempdir().unwrap();
    let shop = Shop::open(folder.path()).unwrap();
    let (key, secret) = shop.make_key(1, "Stored", Permission::Read).unwrap();
    let mut bytes = Vec::new();
    for entry in fs::read_dir(folder.path()).unwrap() {
        bytes.extend(fs::read(entry.unwrap().path()).unwrap());
    }
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains(&secret) && !text.contains(&key));
    assert!(text.contains(&key[36..]), "the last seven are there");
}

#[test]
fn seed_repeats_every_key() {
    let make = |seed| {
        let options = ShopOptions {
            seed: Some(seed),
            ..ShopOptions::default()
        };
        let shop = Shop::in_memory_with(options).unwrap();
        shop.make_key(1, "Same", Permission::Read).unwrap()
    };
    assert_eq!(make(7), make(7));
    assert_ne!(make(7), make(8));
}
