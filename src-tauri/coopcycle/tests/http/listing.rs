//! Reading keys and Stores, and judging what a redirect or a refusal means.

use crate::{
    pages,
    stage::{Stage, admin_token, html, json, status, to_login, to_second_factor, token_of},
};
use coopcycle::{AppOwner, Credentials, Error};
use keys::{ServerAppId, ServerStoreId};
use std::sync::Mutex;

const APPS: &str = "GET /admin/api/apps";

#[tokio::test]
async fn keys_are_listed_with_their_pairs_and_the_release_is_noted() {
    let rows = pages::oauth_row(3, "Shop", "Acme") + &pages::api_key_row(4);
    let stage = Stage::set([(APPS, html(&pages::app_list(&rows)))]).await;
    let instance = stage.instance();
    let apps = instance.apps().await.unwrap();
    assert_eq!(apps.len(), 2);
    assert!(matches!(apps[1].credentials, Credentials::ApiKey { .. }));
    assert_eq!(instance.version().await.unwrap().as_deref(), Some("v6.0.0"));
    stage.asked();
}

#[tokio::test]
async fn the_oldest_list_is_completed_from_the_pages_of_its_keys() {
    let row = r#"<tr><td><a href="/admin/api/apps/7">7</a></td><td>Old</td><td>Acme</td></tr>"#;
    let stage = Stage::set([
        (APPS, html(&pages::app_list(row))),
        ("GET /admin/api/apps/7", html(&pages::app_detail(7))),
    ])
    .await;
    let apps = stage.instance().apps().await.unwrap();
    let Credentials::OAuth { identifier, .. } = &apps[0].credentials else {
        panic!("no pair");
    };
    assert_eq!(identifier.as_str(), "id7");
    stage.asked();
}

#[tokio::test]
async fn an_expired_session_is_over() {
    let stage = Stage::set([(APPS, to_login()), ("GET /profile/jwt", to_login())]).await;
    assert!(matches!(
        stage.instance().apps().await,
        Err(Error::SessionOver)
    ));
    stage.asked();
}

#[tokio::test]
async fn a_revived_session_without_the_role_is_not_an_expired_one() {
    let dispatcher = token_of(r#""ROLE_DISPATCHER""#);
    let stage = Stage::set([(APPS, to_login()), ("GET /profile/jwt", dispatcher)]).await;
    assert!(matches!(
        stage.instance().apps().await,
        Err(Error::NotAdmin)
    ));
    stage.asked();
}

#[tokio::test]
async fn a_session_revived_under_way_is_used() {
    let stage = Stage::set([
        (APPS, to_login()),
        ("GET /profile/jwt", admin_token()),
        (APPS, html(&pages::app_list(""))),
    ])
    .await;
    assert!(stage.instance().apps().await.unwrap().is_empty());
    stage.asked();
}

#[tokio::test]
async fn a_session_without_the_role_is_told_so() {
    let stage = Stage::set([(
        APPS,
        status("403 Forbidden\r\nContent-Type: text/html", "x"),
    )])
    .await;
    assert!(matches!(
        stage.instance().apps().await,
        Err(Error::NotAdmin)
    ));
    stage.asked();
}

#[tokio::test]
async fn a_pending_second_factor_is_no_session() {
    let stage = Stage::set([(APPS, to_second_factor())]).await;
    assert!(matches!(
        stage.instance().apps().await,
        Err(Error::SessionOver)
    ));
    stage.asked();
}

fn store(id: i64, slot: &str) -> String {
    format!(
        r#"{{"@id":"/api/stores/{id}","@type":"http://schema.org/Store","id":{id},"name":"S{id}",
        "enabled":false,"address":{{"@id":"/api/addresses/1","geo":{{"@type":"GeoCoordinates",
        "latitude":48.86,"longitude":2.33}},"streetAddress":"272, rue Saint Honoré","name":null}},
        "timeSlot":{slot},"timeSlots":[],"pricingRuleSet":null,"weightRequired":false}}"#
    )
}

fn collection(members: &[String], next: &str) -> String {
    json(&format!(
        r#"{{"@context":"/api/contexts/Store","@id":"/api/stores","@type":"hydra:Collection",
        "hydra:member":[{}],"hydra:totalItems":3{next}}}"#,
        members.join(",")
    ))
}

#[tokio::test]
async fn stores_come_page_by_page_with_progress() {
    let next = r#","hydra:view":{"@id":"/api/stores?page=1","@type":"hydra:PartialCollectionView",
        "hydra:next":"/api/stores?itemsPerPage=100&page=2"}"#;
    let stage = Stage::set([
        ("GET /profile/jwt", admin_token()),
        (
            "GET /api/stores?page=1&itemsPerPage=100",
            collection(&[store(1, "null"), store(2, "\"/api/time_slots/1\"")], next),
        ),
        (
            "GET /api/stores?itemsPerPage=100&page=2",
            collection(&[store(2, "null"), store(3, "null")], ""),
        ),
    ])
    .await;
    let heard = Mutex::new(Vec::new());
    let stores = stage
        .instance()
        .stores(&|seen, total| heard.lock().unwrap().push((seen, total)))
        .await
        .unwrap();
    assert_eq!(stores.len(), 3, "a Store on two pages counts once");
    assert_eq!(stores[0].address, "272, rue Saint Honoré");
    assert!(stores[0].position.is_some());
    assert_eq!(*heard.lock().unwrap(), [(2, Some(3)), (3, Some(3))]);
    stage.asked();
}

#[tokio::test]
async fn a_next_page_elsewhere_is_not_followed() {
    let next = r#","hydra:view":{"hydra:next":"https://evil.example/api/stores?page=2"}"#;
    let stage = Stage::set([
        ("GET /profile/jwt", admin_token()),
        (
            "GET /api/stores?page=1&itemsPerPage=100",
            collection(&[], next),
        ),
    ])
    .await;
    let result = stage.instance().stores(&|_, _| ()).await;
    assert!(matches!(result, Err(Error::Unreadable { .. })));
    stage.asked();
}

fn refused() -> String {
    let head = "401 Unauthorized\r\nContent-Type: application/json\r\nWWW-Authenticate: Bearer";
    status(head, r#"{"code":401,"message":"Expired JWT Token"}"#)
}

#[tokio::test]
async fn a_refused_token_is_renewed_once() {
    let app =
        r#"{"@context":"/api/contexts/ApiApp","name":"x","store":"/api/stores/1","shop":null}"#;
    let stage = Stage::set([
        ("GET /profile/jwt", admin_token()),
        ("GET /api/api_apps/3", refused()),
        ("GET /profile/jwt", admin_token()),
        ("GET /api/api_apps/3", json(app)),
    ])
    .await;
    let owner = stage.instance().app_store(ServerAppId(3)).await.unwrap();
    assert_eq!(owner, AppOwner::Store(ServerStoreId(1)));
    stage.asked();
    let stage = Stage::set([
        ("GET /profile/jwt", admin_token()),
        ("GET /api/api_apps/3", refused()),
        ("GET /profile/jwt", admin_token()),
        ("GET /api/api_apps/3", refused()),
    ])
    .await;
    let result = stage.instance().app_store(ServerAppId(3)).await;
    assert!(matches!(result, Err(Error::SessionOver)));
    stage.asked();
}

#[tokio::test]
async fn keys_of_restaurants_and_of_nobody_are_told_apart() {
    for (body, expected) in [
        (
            r#"{"name":"x","store":null,"shop":"/api/restaurants/1"}"#,
            AppOwner::Shop,
        ),
        (r#"{"name":"x","store":null,"shop":null}"#, AppOwner::Nobody),
    ] {
        let stage = Stage::set([
            ("GET /profile/jwt", admin_token()),
            ("GET /api/api_apps/3", json(body)),
        ])
        .await;
        let owner = stage.instance().app_store(ServerAppId(3)).await.unwrap();
        assert_eq!(owner, expected);
    }
}

#[tokio::test]
async fn the_language_is_asked_for_on_a_page_of_the_session() {
    let line = "GET /admin/stores?page=1&_locale=pt_BR";
    let stage = Stage::set([(line, html("<html lang=pt-BR></html>"))]).await;
    stage.instance().set_language("pt-BR").await.unwrap();
    stage.asked();
    let result = stage.instance().set_language("fr&x=1").await;
    assert!(matches!(result, Err(Error::NotFound)));
}
