//! The main job from connecting to disconnecting, and the records it leaves.

use super::desk::{Desk, WHO, secret_on_server};
use super::stage::{PASSWORD, Stage};
use inventory::Inventory;
use keys::{Act, KeyStatus, KeyType, NameError, Presence, Scope, Secret, ServerStoreId};
use keys::{ConnectionKind, SessionState};
use operations::{Error, Field, NewKey, SignIn};
use practice::Act as Elsewhere;
use std::collections::BTreeSet;

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
    assert_eq!(asked.unwrap(), SignIn::CodeNeeded);
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
    let stage = Stage::start().await;
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
    let made = made.unwrap().store;
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
async fn what_others_did_is_recorded_and_their_secrets_brought_home() {
    let stage = Stage::start().await;
    let (desk, id) = Desk::connected(&stage).await;
    let former = desk.key(id, 2).identifier;
    for act in [
        Elsewhere::Renew { app: Some(1) },
        Elsewhere::SaveEditPage { app: Some(2) },
        Elsewhere::RenameApp {
            app: Some(3),
            name: "Autre nom".to_owned(),
        },
        Elsewhere::SaveEditPage { app: Some(9) },
        Elsewhere::CreateApp {
            name: Some("Ailleurs".to_owned()),
            store: Some(1),
        },
        Elsewhere::DeleteStore { store: Some(48) },
    ] {
        stage.co_op.act(&act).unwrap();
    }
    let report = desk.refresh(id).await.unwrap();
    assert_eq!((report.renewed, report.replaced), (1, 3), "{report:?}");
    assert_eq!((report.renamed, report.new_keys), (1, 1), "{report:?}");
    assert_eq!((report.gone_stores, report.gone), (1, 0), "{report:?}");
    assert_eq!(report.secrets_stored, 5);
    let last = |number| desk.acts(&desk.key(id, number)).pop().unwrap();
    assert_eq!(last(1), Act::RenewedElsewhere);
    assert_eq!(last(2), Act::ReplacedElsewhere);
    assert_eq!(last(9), Act::ReplacedElsewhere);
    assert_eq!(last(51), Act::SeenOnServer);
    assert!(desk.acts(&desk.key(id, 3)).contains(&Act::RenamedElsewhere));
    assert_ne!(desk.key(id, 2).identifier, former);
    assert_eq!(desk.key(id, 3).app_name, "Autre nom");
    for number in [1, 2, 3, 9, 51] {
        let held = desk.secret(&stage, number).await.unwrap();
        assert_eq!(held, secret_on_server(&stage, number).await, "{number}");
    }
}

#[tokio::test]
async fn notes_and_local_names_stay_here_and_survive_a_refresh() {
    let stage = Stage::start().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1).id;
    let asked = stage.requests().len();
    operations::set_note(&desk.context, key, "appeler avant midi").unwrap();
    operations::set_local_name(&desk.context, key, Some(" Épi ")).unwrap();
    assert_eq!(stage.requests().len(), asked);
    let act = Elsewhere::RenameApp {
        app: Some(1),
        name: "Autre nom".to_owned(),
    };
    stage.co_op.act(&act).unwrap();
    desk.refresh(id).await.unwrap();
    let record = desk.key(id, 1);
    assert_eq!(record.note, "appeler avant midi");
    assert_eq!(record.local_name.as_deref(), Some("Épi"));
    assert_eq!(record.app_name, "Autre nom");
}

#[tokio::test]
async fn keys_an_older_release_hides_are_marked_gone_and_come_back() {
    let stage = Stage::start().await;
    let (desk, id) = Desk::connected(&stage).await;
    stage.co_op.set_mode(practice::Mode::BeforeScopes).unwrap();
    assert_eq!(desk.refresh(id).await.unwrap().gone, 5);
    let hidden = desk.key(id, 44);
    assert_eq!(hidden.presence, Presence::Gone);
    assert!(desk.secret(&stage, 44).await.is_some());
    stage
        .co_op
        .set_mode(practice::Mode::BeforeSecondFactor)
        .unwrap();
    assert_eq!(desk.refresh(id).await.unwrap().back, 5);
    assert_eq!(desk.key(id, 44).presence, Presence::OnServer);
}

#[tokio::test]
async fn a_dispatcher_gets_the_stores_and_is_told_why_no_keys() {
    let stage = Stage::start().await;
    let desk = Desk::new(&stage);
    let id = desk.connect(&stage, "dispatcher").await;
    let report = desk.refresh(id).await.unwrap();
    assert_eq!((report.new_stores, report.new_keys), (47, 0));
    let state = desk.context.inventory.connection(id).unwrap().unwrap();
    assert_eq!(state.session, SessionState::NotAdmin);
    let result = desk.create(id, "Boutique").await;
    assert!(matches!(result, Err(Error::NotAdmin(_))), "{result:?}");
    desk.sign_in(&stage, &stage.url, "admin").await;
    assert_eq!(desk.refresh(id).await.unwrap().new_keys, 50);
}

#[tokio::test]
async fn an_ended_session_is_marked_and_a_new_sign_in_goes_on() {
    let stage = Stage::start().await;
    let (desk, id) = Desk::connected(&stage).await;
    stage.expire(true);
    let result = desk.create(id, "Boutique").await;
    assert!(matches!(result, Err(Error::SignedOut(_))), "{result:?}");
    let state = desk.context.inventory.connection(id).unwrap().unwrap();
    assert_eq!(state.session, SessionState::SignedOut);
    assert!(desk.has_no_open_intent());
    assert_eq!(desk.context.inventory.keys(id).unwrap().len(), 50);
    assert_eq!(desk.sign_in(&stage, &stage.url, "admin").await, id);
    assert!(desk.create(id, "Boutique").await.unwrap().secret_stored);
}

#[tokio::test]
async fn signing_out_keeps_keys_and_ends_the_session() {
    let stage = Stage::start().await;
    let (desk, id) = Desk::connected(&stage).await;
    operations::sign_out(&desk.context, id).await.unwrap();
    assert_eq!(stage.count("GET /logout"), 1);
    assert_eq!(desk.keychain.entries().len(), 50);
    let key = desk.key(id, 1).id;
    operations::copy_field(&desk.context, key, Field::Secret)
        .await
        .unwrap();
    let result = desk.refresh(id).await;
    assert!(matches!(result, Err(Error::SignedOut(_))), "{result:?}");
}

#[tokio::test]
async fn no_secret_password_or_cookie_reaches_the_inventory_file() {
    let stage = Stage::start().await;
    let folder = tempfile::tempdir().unwrap();
    let inventory = Inventory::open(&folder.path().join("inventory.sqlite3")).unwrap();
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
    let mut secrets = BTreeSet::from([PASSWORD.to_owned() + "\0"]);
    let keychain = keychain::Keychain::Memory(desk.keychain.clone());
    for entry in desk.keychain.entries() {
        let secret = keychain.read(&entry).await.unwrap().unwrap();
        assert_ne!(secret.expose(), PASSWORD);
        let words = secret
            .expose()
            .split(|mark: char| !mark.is_ascii_alphanumeric());
        secrets.extend(words.filter(|word| word.len() >= 26).map(str::to_owned));
    }
    assert!(secrets.len() > 52, "{} secrets", secrets.len());
    let mut files = 0;
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        files += 1;
        for secret in &secrets {
            let is_there = bytes
                .windows(secret.len())
                .any(|window| window == secret.as_bytes());
            assert!(!is_there, "a secret is in the file");
        }
    }
    assert!(files > 0);
}
