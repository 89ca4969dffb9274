//! Pages as older releases draw them (contract 9).

use super::{desk::Desk, stage::Stage};
use coopcycle::{Credentials, Error, NewApp, PairCheck, check_pair};
use keys::{AppName, KeyType, Scope, ServerStoreId};
use practice::Mode;

fn shop(store: Option<i64>) -> NewApp {
    NewApp {
        name: AppName::parse("Boutique").unwrap(),
        key_type: KeyType::OAuth,
        scopes: vec![Scope::Deliveries],
        store: store.map(ServerStoreId),
    }
}

/// What the server grants to a pair.
async fn scopes_of(stage: &Stage, credentials: &Credentials) -> Vec<String> {
    let Credentials::OAuth { identifier, secret } = credentials else {
        panic!("no pair");
    };
    match check_pair(&stage.url, identifier, secret, &stage.network).await {
        Ok(PairCheck::Accepted { mut scopes, .. }) => {
            scopes.sort();
            scopes
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn before_the_second_factor_everything_else_is_as_now() {
    let stage = Stage::start_as(Mode::BeforeSecondFactor).await;
    let admin = stage.signed_in("admin").await;
    let form = admin.app_form().await.unwrap();
    assert!(form.scopes.unwrap().contains(&Scope::TasksAll));
    assert!(!form.store_required);
    assert_eq!(admin.version().await.unwrap().as_deref(), Some("v4.11.0"));
    let id = admin.create_app(&shop(Some(2))).await.unwrap();
    let made = admin.app(id).await.unwrap();
    assert_eq!(made.scopes, Some(vec![Scope::Deliveries]));
    assert_eq!(admin.apps().await.unwrap().len(), 51);
    assert!(stage.co_op.mails().unwrap().is_empty());
}

#[tokio::test]
async fn before_scopes_every_key_has_a_store_and_both_scopes() {
    let stage = Stage::start_as(Mode::BeforeScopes).await;
    let admin = stage.signed_in("admin").await;
    let form = admin.app_form().await.unwrap();
    assert_eq!(form.scopes, None);
    assert!(form.store_required);
    assert_eq!(form.types, [KeyType::OAuth, KeyType::ApiKey]);
    let result = admin.create_app(&shop(None)).await;
    assert!(matches!(result, Err(Error::StoreRequired)), "{result:?}");
    assert_eq!(stage.count("POST /admin/api/apps/new"), 0);
    let id = admin.create_app(&shop(Some(2))).await.unwrap();
    let made = admin.app(id).await.unwrap();
    assert_eq!(made.scopes, None);
    assert_eq!(made.store, Some(ServerStoreId(2)));
    let scopes = scopes_of(&stage, &made.credentials).await;
    assert_eq!(scopes, ["deliveries", "tasks"]);
    assert_eq!(admin.version().await.unwrap().as_deref(), Some("v4.1.0"));
}

#[tokio::test]
async fn before_scopes_keys_without_a_store_are_not_listed() {
    let stage = Stage::start_as(Mode::BeforeScopes).await;
    let admin = stage.signed_in("admin").await;
    let apps = admin.apps().await.unwrap();
    assert_eq!(apps.len(), 45);
    assert!(
        apps.iter()
            .all(|app| app.credentials != Credentials::Unread)
    );
}

#[tokio::test]
async fn before_scopes_a_key_is_renewed_and_an_ak_key_made() {
    let stage = Stage::start_as(Mode::BeforeScopes).await;
    let admin = stage.signed_in("admin").await;
    let before = admin.apps().await.unwrap()[0].credentials.clone();
    let Credentials::OAuth { identifier, .. } = &before else {
        panic!("no pair");
    };
    admin.renew_secret(identifier).await.unwrap();
    assert_ne!(admin.apps().await.unwrap()[0].credentials, before);
    let partner = NewApp {
        key_type: KeyType::ApiKey,
        ..shop(Some(3))
    };
    let id = admin.create_app(&partner).await.unwrap();
    let made = admin.app(id).await.unwrap();
    assert!(matches!(made.credentials, Credentials::ApiKey { .. }));
}

#[tokio::test]
async fn the_first_keys_show_their_halves_on_their_own_pages_alone() {
    let stage = Stage::start_as(Mode::FirstApps).await;
    let admin = stage.signed_in("admin").await;
    let apps = admin.apps().await.unwrap();
    assert!(!apps.is_empty());
    for app in &apps {
        let is_pair = matches!(&app.credentials, Credentials::OAuth { identifier, secret }
            if identifier.as_str().len() == 32 && secret.expose().len() == 128);
        assert!(is_pair, "{}", app.server_id.0);
    }
    assert_eq!(admin.version().await.unwrap(), None);
    let read = stage.requests();
    let pages = read
        .iter()
        .filter(|asked| asked.starts_with("GET /admin/api/apps/"));
    assert_eq!(pages.count(), apps.len());
}

#[tokio::test]
async fn the_first_form_has_a_name_and_a_store() {
    let stage = Stage::start_as(Mode::FirstApps).await;
    let admin = stage.signed_in("admin").await;
    let form = admin.app_form().await.unwrap();
    assert_eq!((form.types, form.scopes), (vec![KeyType::OAuth], None));
    assert!(form.store_required);
    let partner = NewApp {
        key_type: KeyType::ApiKey,
        ..shop(Some(3))
    };
    let result = admin.create_app(&partner).await;
    assert!(
        matches!(result, Err(Error::FormChanged { .. })),
        "{result:?}"
    );
    let id = admin.create_app(&shop(Some(3))).await.unwrap();
    let made = admin.app(id).await.unwrap();
    assert_eq!(made.store, Some(ServerStoreId(3)));
    let scopes = scopes_of(&stage, &made.credentials).await;
    assert_eq!(scopes, ["deliveries", "tasks"]);
}

#[tokio::test]
async fn the_first_list_has_nothing_to_renew_with() {
    let stage = Stage::start_as(Mode::FirstApps).await;
    let admin = stage.signed_in("admin").await;
    let credentials = admin.apps().await.unwrap()[0].credentials.clone();
    let Credentials::OAuth { identifier, .. } = &credentials else {
        panic!("no pair");
    };
    let result = admin.renew_secret(identifier).await;
    assert!(matches!(result, Err(Error::NotFound)), "{result:?}");
    assert_eq!(stage.count("POST /admin/api/apps"), 0);
}

#[tokio::test]
async fn an_instance_that_was_upgraded_meanwhile_is_understood_at_once() {
    let stage = Stage::start_as(Mode::BeforeScopes).await;
    let admin = stage.signed_in("admin").await;
    assert!(admin.app_form().await.unwrap().scopes.is_none());
    stage.co_op.set_mode(Mode::BeforeSecondFactor).unwrap();
    assert!(admin.app_form().await.unwrap().scopes.is_some());
    let id = admin.create_app(&shop(Some(2))).await.unwrap();
    let made = admin.app(id).await.unwrap();
    assert_eq!(made.scopes, Some(vec![Scope::Deliveries]));
}

#[tokio::test]
async fn keys_of_older_releases_come_home_with_the_scopes_they_have() {
    for (mode, count) in [(Mode::BeforeScopes, 45), (Mode::FirstApps, 39)] {
        let stage = Stage::start_as(mode).await;
        let (desk, id) = Desk::connected(&stage).await;
        let keys = desk.context.inventory.keys(id).unwrap();
        assert_eq!(keys.len(), count, "{mode:?}");
        let both = Some(vec![Scope::Deliveries, Scope::Tasks]);
        assert!(keys.iter().all(|key| key.scopes == both), "{mode:?}");
        assert!(keys.iter().all(|key| key.secret.is_some()), "{mode:?}");
        let made = desk.create(id, "Boutique").await.unwrap();
        assert!(made.secret_stored, "{mode:?}");
        let made = desk.context.inventory.key(made.key).unwrap().unwrap();
        assert_eq!(made.scopes, both, "{mode:?}");
        let status = operations::check_key(&desk.context, made.id).await;
        assert_eq!(status.unwrap(), keys::KeyStatus::Works, "{mode:?}");
        let report = desk.refresh(id).await.unwrap();
        assert_eq!(report, operations::Report::default(), "{mode:?}");
    }
}

#[tokio::test]
async fn a_key_without_a_store_is_refused_where_there_are_none() {
    let stage = Stage::start_as(Mode::BeforeScopes).await;
    let (desk, id) = Desk::connected(&stage).await;
    let homeless = operations::NewKey {
        connection: id,
        name: "Boutique".to_owned(),
        key_type: KeyType::OAuth,
        scopes: Vec::new(),
        store: None,
    };
    let result = operations::create_key(&desk.context, &homeless).await;
    let is_refused = matches!(result, Err(operations::Error::StoreNeeded));
    assert!(is_refused, "{result:?}");
    assert_eq!(stage.count("POST /admin/api/apps/new"), 0);
}
