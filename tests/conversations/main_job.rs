//! The main job from connecting to disconnecting, and the records it leaves.

use super::desk::{Desk, WHO, secret_on_server};
use super::stage::{PASSWORD, Stage};
use inventory::Inventory;
use keys::{Act, KeyStatus, KeyType, NameError, Scope, Secret, ServerStoreId};
use keys::{ConnectionKind, SessionState};
use operations::{Error, Field, NewKey, SignIn};
use std::collections::BTreeSet;
use woocommerce::CodeSource;

fn new(name: &str, scopes: &[Scope], store: Option<i64>, on: keys::ConnectionId) -> NewKey {
    NewKey {
        connection: on,
        name: name.to_owned(),
        key_type: KeyType::OAuth,
        scopes: scopes.to_vec(),
        store: store.map(ServerStoreId),
    }
}

#[tokio::test]
async fn connecting_names_the_connection_and_keeps_the_session() {
    let stage = Stage::start().await;
    let desk = Desk::new(&stage);
    let id = desk.connect(&stage, "admin").await;
    let connection = desk.context.inventory.connection(id).unwrap().unwrap();
    assert_eq!(connection.name, "Les Sacoches de Valmont (practice)");
    assert_eq!(connection.username, "admin");
    assert_eq!(connection.session, SessionState::SignedIn);
    assert_eq!(connection.country.as_deref(), Some("fr"));
    assert_eq!(connection.refreshed_at, None);
    let entries = desk.keychain.entries();
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0].user(), format!("{} session", stage.url.host()));
    assert_eq!(entries[0].service(), "Saddlebag practice");
    assert_eq!(desk.sign_in(&stage, &stage.url, "boss").await, id);
}

#[tokio::test]
async fn a_refused_sign_in_leaves_no_connection() {
    let stage = Stage::start().await;
    let desk = Desk::new(&stage);
    let wrong = Secret::new("wrong".to_owned());
    let kind = ConnectionKind::Practice;
    let result = operations::sign_in(&desk.context, kind, &stage.url, "admin", &wrong).await;
    let source = coopcycle::Error::WrongPassword;
    assert_eq!(
        result.unwrap_err().to_string(),
        format!("server \"{}\": {source}", stage.url.host())
    );
    let result = operations::submit_code(&desk.context, &stage.url, "123456").await;
    assert!(matches!(result, Err(Error::NoPendingSignIn)), "{result:?}");
    let password = Secret::new(PASSWORD.to_owned());
    let asked = operations::sign_in(&desk.context, kind, &stage.url, "admin", &password).await;
    assert_eq!(asked.unwrap(), SignIn::CodeNeeded(CodeSource::Mail));
    operations::submit_code(&desk.context, &stage.url, "000000")
        .await
        .unwrap_err();
    assert!(desk.context.inventory.connections().unwrap().is_empty());
    assert!(desk.keychain.entries().is_empty());
    let code = stage.code();
    operations::submit_code(&desk.context, &stage.url, &code)
        .await
        .unwrap();
    assert_eq!(desk.context.inventory.connections().unwrap().len(), 1);
}

#[tokio::test]
async fn a_sign_in_given_up_at_the_code_leaves_nothing() {
    let stage = Stage::start_small().await;
    let desk = Desk::new(&stage);
    let password = Secret::new(PASSWORD.to_owned());
    let kind = ConnectionKind::Practice;
    let asked = operations::sign_in(&desk.context, kind, &stage.url, "admin", &password).await;
    assert_eq!(asked.unwrap(), SignIn::CodeNeeded(CodeSource::Mail));
    operations::cancel_sign_in(&desk.context, &stage.url);
    let result = operations::submit_code(&desk.context, &stage.url, &stage.code()).await;
    assert!(matches!(result, Err(Error::NoPendingSignIn)), "{result:?}");
    assert!(desk.context.inventory.connections().unwrap().is_empty());
    assert!(desk.keychain.entries().is_empty());
}

#[tokio::test]
async fn a_first_refresh_brings_every_key_and_secret_home() {
    let stage = Stage::start().await;
    let desk = Desk::new(&stage);
    let id = desk.connect(&stage, "admin").await;
    let report = desk.refresh(id).await.unwrap();
    assert_eq!((report.new_keys, report.new_stores), (50, 47));
    assert_eq!((report.secrets_stored, report.secrets_waiting), (50, 0));
    let keys = desk.context.inventory.keys(id).unwrap();
    assert!(keys.iter().all(|key| key.scopes.is_some()));
    assert!(keys.iter().all(|key| key.status() == KeyStatus::NotChecked));
    assert_eq!(desk.keychain.entries().len(), 51);
    let named = desk.key(id, 15);
    assert_eq!(named.store_name, "＊");
    assert!(named.store.is_some());
    assert_eq!(
        (desk.key(id, 44).store, desk.key(id, 47).store),
        (None, None)
    );
    assert_eq!(
        desk.secret(&stage, 1).await.unwrap(),
        secret_on_server(&stage, 1).await
    );
    assert_eq!(desk.acts(&desk.key(id, 1)), [Act::SeenOnServer]);
}

#[tokio::test]
async fn a_refresh_with_nothing_new_touches_no_keychain_and_no_page_of_a_key() {
    let stage = Stage::start().await;
    let (desk, id) = Desk::connected(&stage).await;
    let before = desk.context.inventory.keys(id).unwrap();
    let read = stage.requests().len();
    desk.keychain.set_trouble(Some(keychain::Trouble::Refusing));
    let report = desk.refresh(id).await.unwrap();
    assert_eq!(report, operations::Report::default());
    for (before, after) in before.iter().zip(desk.context.inventory.keys(id).unwrap()) {
        assert_eq!(before, &after);
    }
    let asked = stage.requests().split_off(read);
    assert_eq!(
        asked,
        [
            "GET /api/stores?page=1&itemsPerPage=100",
            "GET /admin/api/apps"
        ]
    );
}

#[tokio::test]
async fn a_key_is_made_copied_shown_renewed_and_let_go() {
    let stage = Stage::start().await;
    let (desk, id) = Desk::connected(&stage).await;
    let context = &desk.context;
    let made = desk.create(id, "  Boutique neuve ").await.unwrap();
    assert!(made.secret_stored);
    let key = context.inventory.key(made.key).unwrap().unwrap();
    assert_eq!(key.app_name, "Boutique neuve");
    assert_eq!(key.scopes, Some(vec![Scope::Deliveries]));
    let number = key.server_id.0;
    let secret = secret_on_server(&stage, number).await;
    for (field, expected) in [
        (Field::BaseUrl, stage.url.as_str()),
        (Field::Identifier, key.identifier.as_ref().unwrap().as_str()),
        (Field::Secret, &secret),
    ] {
        operations::copy_field(context, key.id, field)
            .await
            .unwrap();
        assert_eq!(desk.clipboard.text().unwrap().expose(), expected);
        assert_eq!(context.copied().unwrap().field, field);
    }
    let shown = operations::reveal_secret(context, key.id).await.unwrap();
    assert_eq!(shown.expose(), secret);
    let wrong = operations::renew_secret(context, key.id, "another").await;
    assert!(matches!(wrong, Err(Error::TypedNameDiffers)), "{wrong:?}");
    let typed = operations::typed_name_of(&key).to_owned();
    operations::renew_secret(context, key.id, &typed)
        .await
        .unwrap();
    let renewed = secret_on_server(&stage, number).await;
    assert_ne!(renewed, secret);
    assert_eq!(desk.secret(&stage, number).await, Some(renewed));
    let after = context.inventory.key(key.id).unwrap().unwrap();
    assert_eq!(after.identifier, key.identifier);
    assert_eq!(
        desk.acts(&key),
        [
            Act::Created,
            Act::CopiedBaseUrl,
            Act::CopiedIdentifier,
            Act::CopiedSecret,
            Act::Revealed,
            Act::Renewed
        ]
    );
    let lines = context.inventory.history_of_key(key.id, 10).unwrap();
    assert!(lines.iter().all(|line| line.who == WHO));
    assert!(desk.has_no_open_intent());
    let wrong = operations::disconnect(context, id, "another").await;
    assert!(matches!(wrong, Err(Error::TypedNameDiffers)), "{wrong:?}");
    let name = context.inventory.connection(id).unwrap().unwrap().name;
    operations::disconnect(context, id, &name).await.unwrap();
    assert!(desk.keychain.entries().is_empty());
    assert!(context.inventory.connections().unwrap().is_empty());
    for request in stage.requests() {
        let edited = request.strip_prefix("POST /admin/api/apps/");
        assert!(edited.is_none_or(|rest| rest == "new"), "{request}");
    }
    assert_eq!(stage.count("POST /admin/api/apps/new"), 1);
    assert_eq!(stage.count("POST /admin/api/apps"), 1);
}

#[tokio::test]
async fn a_store_is_made_and_a_refused_field_leaves_nothing_behind() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    desk.context.set_language("en");
    let pairs = [
        ("store[name]", "Kiosque"),
        ("store[address][streetAddress]", "3 rue du Timbre"),
        ("store[address][latitude]", "50.1256"),
        ("store[address][longitude]", "3.452"),
        ("store[telephone]", "abc"),
    ];
    let mut values: Vec<_> = pairs
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec();
    let result = operations::create_store(&desk.context, id, &values).await;
    match result {
        Err(Error::Server {
            source: coopcycle::Error::FieldsRefused(fields),
            ..
        }) => assert_eq!(fields[0].field, "store[telephone]"),
        other => panic!("{other:?}"),
    }
    assert!(desk.has_no_open_intent());
    values.pop();
    let made = operations::create_store(&desk.context, id, &values).await;
    let made = made.unwrap();
    assert_eq!((made.name.as_str(), made.server_id.0), ("Kiosque", 49));
    assert!(!made.has_time_slot);
    let slots = operations::time_slots(&desk.context, id).await.unwrap();
    operations::set_time_slot(&desk.context, made.id, &slots[0].id)
        .await
        .unwrap();
    let made = desk.context.inventory.store(made.id).unwrap().unwrap();
    assert!(made.has_time_slot);
    let report = desk.refresh(id).await.unwrap();
    assert_eq!(report.new_stores, 0);
    let again = desk.context.inventory.store(made.id).unwrap().unwrap();
    assert_eq!(again, made);
}

#[tokio::test]
async fn what_must_not_be_made_is_refused_before_it_is_sent() {
    let stage = Stage::start().await;
    let (desk, id) = Desk::connected(&stage).await;
    let refused = async |wanted: NewKey| {
        operations::create_key(&desk.context, &wanted)
            .await
            .unwrap_err()
    };
    let blank = refused(new("  ", &[Scope::Deliveries], Some(2), id)).await;
    assert!(matches!(blank, Error::Name(NameError::Blank)), "{blank}");
    let long = refused(new(&"x".repeat(129), &[Scope::Tasks], Some(2), id)).await;
    assert!(
        matches!(long, Error::Name(NameError::TooLong(128))),
        "{long}"
    );
    let free = refused(new("Tout", &[], Some(2), id)).await;
    assert!(matches!(free, Error::NoScope), "{free}");
    for (scope, store) in [
        (Scope::OrdersAll, Some(2)),
        (Scope::TasksAll, Some(2)),
        (Scope::Deliveries, None),
        (Scope::Tasks, None),
    ] {
        let unfit = refused(new("Web", &[scope], store, id)).await;
        assert!(matches!(unfit, Error::ScopeDoesNotFit(_)), "{unfit}");
    }
    let partner = desk.key(id, 9);
    let typed = operations::typed_name_of(&partner).to_owned();
    let result = operations::renew_secret(&desk.context, partner.id, &typed).await;
    assert!(
        matches!(result, Err(Error::ApiKeyNotRenewable)),
        "{result:?}"
    );
    let posts = stage.requests();
    let posts = posts
        .iter()
        .filter(|asked| asked.starts_with("POST /admin"));
    assert_eq!(posts.count(), 0);
    assert!(desk.has_no_open_intent());
}

#[tokio::test]
async fn no_secret_or_cookie_reaches_the_inventory_file_and_no_password_the_keychain() {
    let stage = Stage::start().await;
    let folder = tempfile::tempdir().unwrap();
    let inventory = Inventory::open(
        &folder.path().join("inventory.sqlite3"),
        keys::Moment(1_000_000),
    )
    .unwrap();
    let desk = Desk::over(&stage, inventory, keychain::Memory::new());
    let id = desk.connect(&stage, "admin").await;
    desk.refresh(id).await.unwrap();
    let key = desk.create(id, "Boutique").await.unwrap().key;
    operations::copy_field(&desk.context, key, Field::Secret)
        .await
        .unwrap();
    operations::reveal_secret(&desk.context, key).await.unwrap();
    operations::check_key(&desk.context, key).await.unwrap();
    let typed = desk.context.inventory.key(key).unwrap().unwrap();
    let typed = operations::typed_name_of(&typed).to_owned();
    operations::renew_secret(&desk.context, key, &typed)
        .await
        .unwrap();
    let mut secrets = BTreeSet::new();
    let keychain = keychain::Keychain::Memory(desk.keychain.clone());
    for entry in desk.keychain.entries() {
        let secret = keychain.read(&entry).await.unwrap().unwrap();
        assert!(!secret.expose().contains(PASSWORD));
        let words = secret
            .expose()
            .split(|mark: char| !mark.is_ascii_alphanumeric());
        secrets.extend(words.filter(|word| word.len() >= 26).map(str::to_owned));
    }
    assert!(secrets.len() > 52, "{} secrets", secrets.len());
    let public = desk.key(id, 1).identifier.unwrap();
    let mut shows_public = false;
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        shows_public |= text.contains(public.as_str());
        for secret in &secrets {
            assert!(!text.contains(secret), "a secret is in the file");
        }
    }
    assert!(shows_public, "the search would find what is there");
}
