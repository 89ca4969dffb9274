//! Keys: listed, read, made and renewed, and never edited (contract 5).

use super::stage::Stage;
use coopcycle::{AppOwner, Credentials, Error, Instance, NewApp, SeenApp};
use keys::{AppName, Identifier, KeyType, Scope, ServerAppId, ServerStoreId};
use practice::{Act, FaultKind, Options};

const NEW: &str = "POST /admin/api/apps/new";

fn new(name: &str, key_type: KeyType, scopes: &[Scope], store: Option<i64>) -> NewApp {
    NewApp {
        name: AppName::parse(name).unwrap(),
        key_type,
        scopes: scopes.to_vec(),
        store: store.map(ServerStoreId),
    }
}

fn shop(name: &str) -> NewApp {
    new(name, KeyType::OAuth, &[Scope::Deliveries], Some(2))
}

/// Identifier and Secret.
fn pair(credentials: &Credentials) -> (Identifier, String) {
    match credentials {
        Credentials::OAuth { identifier, secret } => {
            (identifier.clone(), secret.expose().to_owned())
        }
        other => panic!("{other:?}"),
    }
}

fn api_key(credentials: &Credentials) -> String {
    match credentials {
        Credentials::ApiKey { key } => key.expose().to_owned(),
        other => panic!("{other:?}"),
    }
}

async fn listed(admin: &Instance, id: i64) -> SeenApp {
    let apps = admin.apps().await.unwrap();
    let found = apps.into_iter().find(|app| app.server_id.0 == id);
    found.unwrap()
}

fn assert_never_edited(stage: &Stage) {
    for request in stage.requests() {
        let edited = request.strip_prefix("POST /admin/api/apps/");
        assert!(edited.is_none_or(|rest| rest == "new"), "{request}");
    }
}

#[tokio::test]
async fn the_list_shows_both_kinds_in_the_order_of_their_numbers() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    for _ in 0..3 {
        let apps = admin.apps().await.unwrap();
        let ids: Vec<_> = apps.iter().map(|app| app.server_id.0).collect();
        assert_eq!(ids, (1..=50).collect::<Vec<_>>());
        let keys = apps
            .iter()
            .filter(|app| matches!(app.credentials, Credentials::ApiKey { .. }));
        assert_eq!(keys.count(), 7);
    }
    let first = listed(&admin, 1).await;
    let (identifier, secret) = pair(&first.credentials);
    assert_eq!((identifier.as_str().len(), secret.len()), (32, 128));
    assert_eq!(first.store_name, "Boulangerie Épi d'Or");
    let partner = listed(&admin, 9).await;
    let key = api_key(&partner.credentials);
    assert!(key.starts_with("ak_") && key.len() == 43);
}

#[tokio::test]
async fn names_are_read_as_people_wrote_them() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    assert_eq!(listed(&admin, 40).await.name, "Phonème <bêta> & \"co\"");
    assert_eq!(listed(&admin, 50).await.store_name, "Boucherie O'Coppi");
    assert_eq!(listed(&admin, 7).await.name, "متجر المخبز");
    let deleted = listed(&admin, 12).await;
    assert_eq!(deleted.store_name, "Ancienne Quincaillerie Fermée");
}

#[tokio::test]
async fn the_mark_for_no_store_is_told_from_a_store_of_that_name() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    for (id, owner) in [
        (15, AppOwner::Store(ServerStoreId(15))),
        (44, AppOwner::Nobody),
        (47, AppOwner::Shop),
        (1, AppOwner::Store(ServerStoreId(1))),
        (13, AppOwner::Store(ServerStoreId(13))),
        (14, AppOwner::Store(ServerStoreId(14))),
    ] {
        let found = admin.app_store(ServerAppId(id)).await.unwrap();
        assert_eq!(found, owner, "{id}");
    }
    for id in [15, 44, 47] {
        assert_eq!(listed(&admin, id).await.store_name, "", "{id}");
    }
    let unknown = admin.app_store(ServerAppId(999)).await;
    assert!(matches!(unknown, Err(Error::NotFound)), "{unknown:?}");
}

#[tokio::test]
async fn a_page_tells_scopes_store_and_credentials() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let detail = admin.app(ServerAppId(3)).await.unwrap();
    assert_eq!(detail.name, "Crème & Châtaigne, PrestaShop");
    assert_eq!(detail.store, Some(ServerStoreId(3)));
    assert_eq!(detail.scopes, Some(vec![Scope::Deliveries, Scope::Tasks]));
    assert_eq!(detail.credentials, listed(&admin, 3).await.credentials);
    let partner = admin.app(ServerAppId(9)).await.unwrap();
    assert_eq!(partner.key_type, KeyType::ApiKey);
    assert_eq!(partner.credentials, listed(&admin, 9).await.credentials);
    let regional = admin.app(ServerAppId(44)).await.unwrap();
    assert_eq!(regional.store, None);
    assert_eq!(
        regional.scopes,
        Some(vec![Scope::OrdersAll, Scope::TasksAll])
    );
    let unknown = admin.app(ServerAppId(999)).await;
    assert!(
        matches!(unknown, Err(Error::ServerError { status: 500, .. })),
        "{unknown:?}"
    );
    assert_never_edited(&stage);
}

#[tokio::test]
async fn an_empty_list_is_a_list() {
    let stage = Stage::start_with(Options {
        apps: Some(0),
        ..Options::default()
    })
    .await;
    let admin = stage.signed_in("admin").await;
    assert!(admin.apps().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_long_list_is_read_whole() {
    let stage = Stage::start_with(Options {
        apps: Some(400),
        ..Options::default()
    })
    .await;
    let admin = stage.signed_in("admin").await;
    assert_eq!(admin.apps().await.unwrap().len(), 400);
}

#[tokio::test]
async fn a_key_of_each_sort_is_made_once() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let wanted = [
        shop("Boutique"),
        new(
            "SDK",
            KeyType::OAuth,
            &[Scope::Deliveries, Scope::Tasks],
            Some(15),
        ),
        new("Régie", KeyType::OAuth, &[Scope::OrdersAll], None),
        new(
            "Tout",
            KeyType::OAuth,
            &[Scope::OrdersAll, Scope::TasksAll],
            None,
        ),
        new("Urbantz", KeyType::ApiKey, &[Scope::Deliveries], Some(4)),
        new(
            "Ключ & \"ключ\" <b>",
            KeyType::OAuth,
            &[Scope::Tasks],
            Some(6),
        ),
    ];
    for (place, wanted) in wanted.iter().enumerate() {
        let id = admin.create_app(wanted).await.unwrap();
        let made = admin.app(id).await.unwrap();
        assert_eq!(made.name, wanted.name.as_str());
        assert_eq!(made.key_type, wanted.key_type);
        assert_eq!(made.store, wanted.store);
        assert_eq!(made.scopes.as_ref(), Some(&wanted.scopes));
        assert_eq!(stage.count(NEW), place + 1);
    }
    assert_eq!(admin.apps().await.unwrap().len(), 56);
    assert_never_edited(&stage);
}

#[tokio::test]
async fn names_need_not_be_unique_and_may_be_long() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let first = admin.create_app(&shop("Boutique")).await.unwrap();
    let second = admin.create_app(&shop("Boutique")).await.unwrap();
    assert_ne!(first, second);
    let long = "é".repeat(AppName::LIMIT);
    let id = admin.create_app(&shop(&long)).await.unwrap();
    assert_eq!(admin.app(id).await.unwrap().name, long);
}

#[tokio::test]
async fn a_key_without_any_scope_is_refused_before_it_is_sent() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let unrestricted = new("Tout", KeyType::OAuth, &[], Some(2));
    let result = admin.create_app(&unrestricted).await;
    assert!(matches!(result, Err(Error::ScopeMissing)), "{result:?}");
    assert_eq!(stage.count(NEW), 0);
}

#[tokio::test]
async fn what_the_form_does_not_offer_is_not_sent() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let nowhere = new("Web", KeyType::OAuth, &[Scope::Deliveries], Some(999));
    let result = admin.create_app(&nowhere).await;
    assert!(matches!(result, Err(Error::NotFound)), "{result:?}");
    let restaurant = new("Web", KeyType::OAuth, &[Scope::Orders], Some(2));
    let result = admin.create_app(&restaurant).await;
    assert!(
        matches!(result, Err(Error::FormChanged { .. })),
        "{result:?}"
    );
    assert_eq!(stage.count(NEW), 0);
}

#[tokio::test]
async fn a_form_that_aged_is_built_anew_and_sent_once_more() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let ageing = FaultKind::ExpireSession { remembered: false };
    stage.spoil("POST", "/admin/api/apps/new", ageing);
    admin.create_app(&shop("Boutique")).await.unwrap();
    assert_eq!(stage.count(NEW), 2);
    assert_eq!(admin.apps().await.unwrap().len(), 51);
}

#[tokio::test]
async fn renewing_changes_the_secret_and_not_the_identifier() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let (identifier, former) = pair(&listed(&admin, 1).await.credentials);
    let others = admin.apps().await.unwrap().split_off(1);
    admin.renew_secret(&identifier).await.unwrap();
    let (same, secret) = pair(&listed(&admin, 1).await.credentials);
    assert_eq!(same, identifier);
    assert_ne!(secret, former);
    assert_eq!(secret.len(), 128);
    assert_eq!(admin.apps().await.unwrap().split_off(1), others);
    assert_eq!(stage.count("POST /admin/api/apps"), 1);
    assert_never_edited(&stage);
}

#[tokio::test]
async fn an_unknown_identifier_is_never_sent() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let unknown = Identifier::new(&"0".repeat(32)).unwrap();
    let result = admin.renew_secret(&unknown).await;
    assert!(matches!(result, Err(Error::NotFound)), "{result:?}");
    assert_eq!(stage.count("POST /admin/api/apps"), 0);
}

#[tokio::test]
async fn the_hidden_half_of_an_ak_key_is_not_renewed() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let key = listed(&admin, 9).await.credentials;
    let mut curl = super::curl::Curl::admin(&stage).await;
    let page = curl.get("/admin/api/apps").await.text;
    let row = page
        .split(&format!("\"{}\"", api_key(&key)))
        .nth(1)
        .unwrap();
    let hidden = row.split("name=\"oauth2_client\" value=\"").nth(1);
    let hidden = hidden.unwrap().split('"').next().unwrap();
    let result = admin.renew_secret(&Identifier::new(hidden).unwrap()).await;
    assert!(matches!(result, Err(Error::NotFound)), "{result:?}");
    assert_eq!(stage.count("POST /admin/api/apps"), 0);
    // Even pressed in a browser, that button leaves the value alone.
    let fields = [("oauth2_client", hidden)];
    assert_eq!(curl.post("/admin/api/apps", &fields).await.status, 302);
    assert_eq!(listed(&admin, 9).await.credentials, key);
}

#[tokio::test]
async fn what_another_admin_does_is_seen_at_the_next_look() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let before = listed(&admin, 2).await;
    stage
        .co_op
        .act(&Act::SaveEditPage { app: Some(2) })
        .unwrap();
    let saved = listed(&admin, 2).await;
    assert_ne!(pair(&saved.credentials).0, pair(&before.credentials).0);
    stage.co_op.act(&Act::Renew { app: Some(2) }).unwrap();
    let renewed = listed(&admin, 2).await;
    assert_eq!(pair(&renewed.credentials).0, pair(&saved.credentials).0);
    assert_ne!(renewed.credentials, saved.credentials);
    let act = Act::CreateApp {
        name: Some("Ailleurs".to_owned()),
        store: Some(1),
    };
    stage.co_op.act(&act).unwrap();
    assert_eq!(listed(&admin, 51).await.name, "Ailleurs");
}
