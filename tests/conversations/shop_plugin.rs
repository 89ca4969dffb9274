//! What the plugin of a shop does with a key made here (contract 6.6).

use super::{curl::Curl, desk::Desk, stage::Stage};
use keys::{KeyType, Scope, ServerStoreId};
use operations::{Field, NewKey};
use reqwest::Method;

/// What a person pastes into the settings of the plugin.
struct Settings {
    base: String,
    api_key: String,
    api_secret: String,
}

/// Makes a key and copies its three values, one by one, as a person does.
async fn copy_from_here(stage: &Stage, desk: &Desk, scopes: &[Scope]) -> Settings {
    let id = desk.context.inventory.connections().unwrap()[0].id;
    let new = NewKey {
        connection: id,
        name: "Librairie, WooCommerce".to_owned(),
        key_type: KeyType::OAuth,
        scopes: scopes.to_vec(),
        store: Some(ServerStoreId(2)),
    };
    let key = operations::create_key(&desk.context, &new)
        .await
        .unwrap()
        .key;
    let copy = async |field| {
        operations::copy_field(&desk.context, key, field)
            .await
            .unwrap();
        desk.clipboard.text().unwrap().expose().to_owned()
    };
    let base = copy(Field::BaseUrl).await;
    assert_eq!(base, stage.url.as_str());
    Settings {
        base: base.trim_matches([' ', '/']).to_owned(),
        api_key: copy(Field::Identifier).await,
        api_secret: copy(Field::Secret).await,
    }
}

/// The calls of a save: the words that the settings page would show.
async fn save(stage: &Stage, settings: &Settings) -> String {
    assert!(settings.base.starts_with("http"));
    let mut plugin = Curl::new(stage);
    let request = plugin
        .request(Method::GET, "/api")
        .header("content-type", "application/json");
    let entrypoint = plugin.send(request).await;
    if entrypoint.status != 200 || entrypoint.word("@context") != "/api/contexts/Entrypoint" {
        return "Server is not compatible with CoopCycle".to_owned();
    }
    let fields = [
        ("grant_type", "client_credentials"),
        ("scope", "deliveries"),
    ];
    let request = plugin
        .form("/oauth2/token", &fields)
        .basic_auth(&settings.api_key, Some(&settings.api_secret));
    let token = plugin.send(request).await;
    if token.status != 200 {
        return "API credentials are not valid".to_owned();
    }
    let me = plugin.call("/api/me", &token.word("access_token")).await;
    assert_eq!(me.word("@context"), "/api/contexts/ApiApp");
    let store = plugin
        .call(&me.word("store"), &token.word("access_token"))
        .await;
    assert_eq!(store.status, 200);
    assert_eq!(store.word("timeSlot"), "/api/time_slots/2");
    format!("Connected to app \"{}\"", me.word("name"))
}

#[tokio::test]
async fn a_key_made_here_connects_a_shop() {
    let stage = Stage::start_small().await;
    let (desk, _) = Desk::connected(&stage).await;
    let settings = copy_from_here(&stage, &desk, &[Scope::Deliveries]).await;
    let shown = save(&stage, &settings).await;
    assert_eq!(shown, "Connected to app \"Librairie, WooCommerce\"");
}

#[tokio::test]
async fn a_renewed_secret_must_be_pasted_again() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let mut settings = copy_from_here(&stage, &desk, &[Scope::Deliveries]).await;
    let key = desk.key(id, 4);
    let typed = operations::typed_name_of(&key);
    operations::renew_secret(&desk.context, key.id, typed)
        .await
        .unwrap();
    assert_eq!(
        save(&stage, &settings).await,
        "API credentials are not valid"
    );
    settings.api_secret = desk.secret(&stage, 4).await.unwrap();
    let shown = save(&stage, &settings).await;
    assert_eq!(shown, "Connected to app \"Librairie, WooCommerce\"");
}

#[tokio::test]
async fn a_key_without_deliveries_is_called_invalid_by_the_plugin_and_told_here() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let settings = copy_from_here(&stage, &desk, &[Scope::Tasks]).await;
    assert_eq!(
        save(&stage, &settings).await,
        "API credentials are not valid"
    );
    let key = desk.key(id, 4).id;
    let status = operations::check_key(&desk.context, key).await.unwrap();
    assert_eq!(status, keys::KeyStatus::LacksDeliveries);
}
