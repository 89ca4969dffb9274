//! Taking a site's keys to another machine, and out of a table.

use super::shop_stage::{ANNE, Pair, ShopStage, behind_pretty, every_flavour};
use super::site_desk::SiteDesk;
use inventory::Inventory;
use keys::{KeyStatus, Permission};
use operations::{Error, ImportKind, ImportSource, Imported, Preview, Report};
use practice::{Flavour, Permission as AtShop};
use std::path::Path;

fn all(preview: &Preview) -> Vec<(usize, bool)> {
    (0..preview.rows.len()).map(|row| (row, false)).collect()
}

async fn apply(desk: &SiteDesk, preview: &Preview) -> Imported {
    operations::apply_import(&desk.context, preview.import, &all(preview), &|_, _| {})
        .await
        .unwrap()
}

#[tokio::test]
async fn an_inventory_begun_anew_finds_its_pairs_in_the_keychain() {
    let stage = ShopStage::start().await;
    let (first, on) = SiteDesk::connected(&stage).await;
    let made = first.create(on, "Lavande", Permission::ReadWrite).await;
    let before = first.record(made.unwrap().key);
    let pair = stage.pair(ANNE, AtShop::Read);
    first.paste(on, "Pasted", &pair, false).await.unwrap();
    let empty = Inventory::in_memory().unwrap();
    let second = SiteDesk::over(&stage, empty, first.keychain.clone());
    let on = second.connect(&stage, "anne").await;
    second.refresh(on).await.unwrap();
    let listed = second.key(on, before.server_id.0);
    assert_eq!(listed.status(), KeyStatus::NotHeld);
    let rescue = operations::rescue_secrets(&second.context, &|_, _| {}).await;
    assert_eq!(rescue.unwrap().stored, 2);
    let found = second.record(listed.id);
    assert_eq!(found.identifier, before.identifier);
    assert!(found.is_secret_stored());
    assert_eq!(second.check(found.id).await.unwrap(), KeyStatus::Works);
    let again = operations::rescue_secrets(&second.context, &|_, _| {}).await;
    assert_eq!(again.unwrap().stored, 0, "what is here is not found again");
}

#[tokio::test]
async fn keys_of_a_site_move_with_all_that_is_known_of_them() {
    for kind in every_flavour() {
        let stage = ShopStage::start_with(kind).await;
        let (first, on) = SiteDesk::connected(&stage).await;
        for permission in Permission::ALL {
            first.create(on, "Lavande", permission).await.unwrap();
            stage.shop.advance_clock(std::time::Duration::from_secs(1));
        }
        let pair = stage.pair(ANNE, AtShop::Read);
        first.paste(on, "Pasted", &pair, false).await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let context = &first.context;
        let export =
            operations::export_connections(context, &[on], true, folder.path(), &|_, _| {})
                .await
                .unwrap();
        // What was only seen in the list, the site tells the other machine by itself.
        assert_eq!((export.keys, export.secrets), (4, 4));
        let second = SiteDesk::new(&stage);
        let source = ImportSource {
            kind: ImportKind::Transfer,
            path: export.path.clone(),
            passphrase: Some(export.passphrase.clone()),
            columns: None,
            connection: None,
        };
        let asked = stage.asked();
        let preview = operations::read_import(&second.context, source)
            .await
            .unwrap();
        let imported = apply(&second, &preview).await;
        assert_eq!((imported.added, imported.secrets), (4, 4));
        assert_eq!(stage.asked(), asked, "nobody is asked");
        let connections = second.context.inventory.connections().unwrap();
        let there = &connections[0];
        let here = first.connection(on);
        assert_eq!(
            (&there.url, &there.kind, &there.name),
            (&here.url, &here.kind, &here.name)
        );
        assert_eq!(there.site, here.site);
        let held = first
            .keys(on)
            .into_iter()
            .filter(|key| key.identifier.is_some());
        for ours in held {
            let theirs = second.key(there.id, ours.server_id.0);
            assert_eq!(theirs.app_name, ours.app_name);
            assert_eq!(theirs.identifier, ours.identifier);
            let (ours, theirs) = (ours.consumer.unwrap(), theirs.consumer.unwrap());
            assert_eq!(theirs.ending, ours.ending);
            assert_eq!(theirs.permission, ours.permission);
            assert_eq!(theirs.secret_lost, ours.secret_lost);
        }
        for made in stage.made("Lavande") {
            let key = second.key(there.id, made.id).id;
            assert_eq!(second.secret(&stage, key), Some(made.secret));
            let status = second.check(key).await.unwrap();
            let plain = there.site.as_ref().unwrap().permalinks == keys::Permalinks::Plain;
            let expected = if plain {
                KeyStatus::PlainPermalinks
            } else {
                KeyStatus::Works
            };
            assert_eq!(status, expected);
        }
        let id = second.connect(&stage, "anne").await;
        assert_eq!(id, there.id);
        let report = second.refresh(id).await.unwrap();
        let expected = Report {
            new_keys: first.keys(on).len() - 4,
            ..Report::default()
        };
        assert_eq!(report, expected);
        assert_eq!(second.context.inventory.unseen_drift().unwrap(), 0);
        assert_eq!(second.keys(id).len(), first.keys(on).len());
    }
}

/// A table with one row of that pair.
fn table(folder: &Path, heads: &str, base: &str, pair: &Pair) -> ImportSource {
    let path = folder.join("keys.csv");
    let (key, secret) = (&pair.key, &pair.secret);
    let text = format!("{heads}\n{base},Delivery — kept,{key},{secret}\n");
    std::fs::write(&path, text).unwrap();
    ImportSource {
        kind: ImportKind::Csv,
        path,
        passphrase: None,
        columns: None,
        connection: None,
    }
}

#[tokio::test]
async fn pairs_in_a_table_are_brought_to_their_site() {
    for heads in [
        "URL,Name,Consumer key,Consumer secret",
        "Adresse,Description,Clé client,Secret client",
        "a,b,c,d",
    ] {
        for flavour in [Flavour::A, Flavour::B] {
            let stage = ShopStage::start_with(behind_pretty(flavour)).await;
            let pair = stage.pair(ANNE, AtShop::ReadWrite);
            let (desk, on) = SiteDesk::connected(&stage).await;
            let listed = desk.key(on, stage.live()[0].id).id;
            let folder = tempfile::tempdir().unwrap();
            let base = format!("{}/", stage.url.as_str());
            let source = table(folder.path(), heads, &base, &pair);
            let preview = operations::read_import(&desk.context, source)
                .await
                .unwrap();
            assert_eq!(preview.rows.len(), 1, "{heads}");
            assert!(preview.new_connections.is_empty(), "{heads}");
            let imported = apply(&desk, &preview).await;
            assert_eq!((imported.added, imported.changed), (0, 1), "{heads}");
            assert_eq!(desk.secret(&stage, listed), Some(pair.secret.clone()));
            assert_eq!(desk.check(listed).await.unwrap(), KeyStatus::Works);
            assert_eq!(desk.refresh(on).await.unwrap(), Report::default());
        }
    }
}

#[tokio::test]
async fn a_table_comes_before_anybody_signed_in_and_the_list_adopts_it() {
    let stage = ShopStage::start_with(behind_pretty(Flavour::B)).await;
    let desk = SiteDesk::new(&stage);
    let on = desk.add(&stage).await;
    let pair = stage.pair(ANNE, AtShop::Read);
    let folder = tempfile::tempdir().unwrap();
    let heads = "URL,Name,Consumer key,Consumer secret";
    let source = table(folder.path(), heads, stage.url.as_str(), &pair);
    let preview = operations::read_import(&desk.context, source)
        .await
        .unwrap();
    let imported = apply(&desk, &preview).await;
    assert_eq!((imported.added, imported.secrets), (1, 1));
    let brought = desk.keys(on).remove(0);
    assert_eq!(desk.check(brought.id).await.unwrap(), KeyStatus::Works);
    let known = desk.record(brought.id).consumer.unwrap().permission;
    assert_eq!(known, Some(Permission::Read), "the check tells");
    desk.connect(&stage, "anne").await;
    desk.refresh(on).await.unwrap();
    assert_eq!(desk.record(brought.id).server_id.0, stage.live()[0].id);
    assert_eq!(desk.secret(&stage, brought.id), Some(pair.secret.clone()));
    assert_eq!(desk.secrets(), 1);
}

#[tokio::test]
async fn a_wrong_passphrase_opens_nothing() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    desk.create(on, "Lavande", Permission::Read).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let export =
        operations::export_connections(&desk.context, &[on], true, folder.path(), &|_, _| {})
            .await
            .unwrap();
    let secret = stage.made("Lavande").remove(0).secret;
    let bytes = std::fs::read(&export.path).unwrap();
    assert!(memchr::memmem::find(&bytes, secret.as_bytes()).is_none());
    let source = ImportSource {
        kind: ImportKind::Transfer,
        path: export.path,
        passphrase: Some(keys::Secret::new("not our six words".to_owned())),
        columns: None,
        connection: None,
    };
    let refused = operations::read_import(&desk.context, source).await;
    assert!(
        matches!(refused, Err(Error::WrongPassphrase)),
        "{refused:?}"
    );
}
