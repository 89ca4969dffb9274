//! Sheets and sealed packs: what is in them, and where a Secret never is.

use super::desk::Desk;
use super::stage::Stage;
use inventory::Inventory;
use keychain::Trouble;
use keys::{Channel, KeyId, Moment, Platform, Secret, SheetLanguage};
use operations::{Error, Field, SheetFor};
use std::path::Path;

fn for_shop(key: KeyId) -> SheetFor {
    SheetFor {
        key,
        platform: Platform::PrestaShop,
        language: SheetLanguage::Fr,
    }
}

/// The files of a folder and of those in it in which these bytes stand.
fn files_with(folder: &Path, bytes: &[u8]) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_with(&path, bytes));
        } else if memchr::memmem::find(&std::fs::read(&path).unwrap(), bytes).is_some() {
            found.push(path);
        }
    }
    found
}

#[tokio::test]
async fn a_sealed_pack_holds_the_three_values_and_only_its_words_open_it() {
    let stage = Stage::start_small().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data").join("inventory.sqlite3");
    std::fs::create_dir(file.parent().unwrap()).unwrap();
    let inventory = Inventory::open(&file, Moment(0)).unwrap();
    let desk = Desk::over(&stage, inventory, keychain::Memory::new());
    let id = desk.connect(&stage, "admin").await;
    desk.refresh(id).await.unwrap();
    let key = desk.key(id, 1);
    let exports = folder.path().join("exports");
    let pack = operations::seal_pack(&desk.context, for_shop(key.id), "Ada", &exports)
        .await
        .unwrap();
    let words: Vec<_> = pack.passphrase.expose().split(['-', ' ']).collect();
    assert_eq!(words.len(), 6, "six words");
    let bytes = std::fs::read(&pack.path).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1"));
    let plain = sealed::open(&bytes, &pack.passphrase).unwrap();
    let plain = std::str::from_utf8(&plain).unwrap();
    let secret = desk.secret(&stage, 1).await.unwrap();
    let identifier = key.identifier.clone().unwrap();
    for value in [stage.url.as_str(), identifier.as_str(), &secret] {
        assert!(plain.lines().any(|line| line == value), "{value}");
    }
    let wrong = Secret::new("not-one-of-our-six-words".to_owned());
    assert!(sealed::open(&bytes, &wrong).is_err());
    desk.context.inventory.settle().unwrap();
    for private in [secret.as_str(), pack.passphrase.expose()] {
        let found = files_with(folder.path(), private.as_bytes());
        assert!(found.is_empty(), "{found:?}");
    }
    assert!(!files_with(folder.path(), identifier.as_str().as_bytes()).is_empty());
    let given = desk
        .context
        .inventory
        .handover(pack.handover)
        .unwrap()
        .unwrap();
    assert_eq!(given.told.channel, Channel::SealedPack);
    assert_eq!(given.told.person, "Ada");
    assert_eq!(given.told.fingerprint, key.secret.unwrap().fingerprint);
}

#[cfg(unix)]
#[tokio::test]
async fn a_sealed_pack_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let folder = tempfile::tempdir().unwrap();
    let sheet = for_shop(desk.key(id, 1).id);
    let pack = operations::seal_pack(&desk.context, sheet, "Ada", folder.path())
        .await
        .unwrap();
    let mode = pack.path.metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[tokio::test]
async fn a_second_pack_gets_another_name_and_other_words() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let folder = tempfile::tempdir().unwrap();
    let sheet = for_shop(desk.key(id, 1).id);
    let seal = async || {
        operations::seal_pack(&desk.context, sheet, "Ada", folder.path())
            .await
            .unwrap()
    };
    let [first, second] = [seal().await, seal().await];
    assert_ne!(first.path, second.path);
    assert_ne!(first.passphrase.expose(), second.passphrase.expose());
    for pack in [&first, &second] {
        assert_eq!(pack.path.extension().unwrap(), "age");
        let bytes = std::fs::read(&pack.path).unwrap();
        assert!(sealed::open(&bytes, &pack.passphrase).is_ok());
    }
    assert_eq!(folder.path().read_dir().unwrap().count(), 2);
}

#[tokio::test]
async fn no_pack_is_made_without_the_secret_and_none_is_written_down() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let folder = tempfile::tempdir().unwrap();
    let sheet = for_shop(desk.key(id, 1).id);
    desk.keychain.set_trouble(Some(Trouble::Locked));
    let pack = operations::seal_pack(&desk.context, sheet, "Ada", folder.path()).await;
    assert!(matches!(pack, Err(Error::Keychain(_))), "{pack:?}");
    desk.keychain.set_trouble(None);
    let missing = folder.path().join("a file");
    std::fs::write(&missing, "in the way").unwrap();
    let pack = operations::seal_pack(&desk.context, sheet, "Ada", &missing).await;
    assert!(matches!(pack, Err(Error::Export(_))), "{pack:?}");
    assert_eq!(desk.context.inventory.handed_over().unwrap(), 0);
    assert_eq!(folder.path().read_dir().unwrap().count(), 1);
}

#[tokio::test]
async fn a_sheet_has_everything_but_the_secret() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1);
    let secret = desk.secret(&stage, 1).await.unwrap();
    let code = operations::check_code(&desk.context, key.id).await.unwrap();
    for platform in Platform::ALL {
        for language in SheetLanguage::ALL {
            let wanted = SheetFor {
                key: key.id,
                platform,
                language,
            };
            let sheet = operations::sheet(&desk.context, wanted).await.unwrap();
            let text = sheet.to_text();
            assert!(!text.contains(&secret), "{wanted:?}");
            assert!(text.contains(stage.url.as_str()), "{wanted:?}");
            let identifier = key.identifier.as_ref().unwrap().as_str();
            assert!(text.contains(identifier), "{wanted:?}");
            assert!(text.contains(&key.store_name), "{wanted:?}");
            assert_eq!(sheet.check_code.as_deref(), Some(code.as_str()));
        }
    }
    let acts = desk.acts(&key);
    assert!(
        !acts.contains(&keys::Act::Revealed),
        "a sheet reveals nothing"
    );
}

#[tokio::test]
async fn a_sheet_is_there_while_the_keychain_is_closed_only_without_its_check_code() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1).id;
    let open = operations::sheet(&desk.context, for_shop(key))
        .await
        .unwrap();
    for trouble in [Trouble::Locked, Trouble::Absent, Trouble::Refusing] {
        desk.keychain.set_trouble(Some(trouble));
        let closed = operations::sheet(&desk.context, for_shop(key))
            .await
            .unwrap();
        assert_eq!(closed.check_code, None, "{trouble:?}");
        assert_eq!((&closed.values, &closed.steps), (&open.values, &open.steps));
        let code = operations::check_code(&desk.context, key).await;
        assert!(matches!(code, Err(Error::Keychain(_))), "{code:?}");
    }
}

#[tokio::test]
async fn a_check_code_tells_this_secret_from_the_next_one() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1);
    let code = async || operations::check_code(&desk.context, key.id).await.unwrap();
    let first = code().await;
    assert_eq!(code().await, first, "the same for the same");
    let other = desk.key(id, 2).id;
    let of_another = operations::check_code(&desk.context, other).await.unwrap();
    assert_ne!(of_another, first);
    let typed = operations::typed_name_of(&key);
    operations::renew_secret(&desk.context, key.id, typed)
        .await
        .unwrap();
    assert_ne!(code().await, first);
}

#[tokio::test]
async fn a_secret_shown_as_a_qr_code_counts_as_revealed() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1);
    for field in [Field::BaseUrl, Field::Identifier] {
        operations::qr(&desk.context, key.id, field).await.unwrap();
    }
    assert!(!desk.acts(&key).contains(&keys::Act::Revealed));
    operations::qr(&desk.context, key.id, Field::Secret)
        .await
        .unwrap();
    assert_eq!(desk.acts(&key).pop(), Some(keys::Act::Revealed));
}
