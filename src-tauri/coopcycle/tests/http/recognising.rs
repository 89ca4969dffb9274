//! What answers at an address.

use crate::stage::{Stage, html, json, moved, status};
use coopcycle::{Error, Found, Recognised, recognise};

const ENTRY: &str = r#"{"@context":"/api/contexts/Entrypoint","@id":"/api","@type":"Entrypoint",
    "organization":"/api/organizations","store":"/api/stores"}"#;
const SETTINGS: &str = r#"{"brand_name":"Vélo Exemple","country":"fr","locale":"pt_BR",
    "latlng":"48.85,2.35","theme":[],"motto":null,"average_preparation_time":0}"#;

fn settings() -> String {
    status("200 OK\r\nContent-Type: application/json", SETTINGS)
}

async fn look<const N: usize>(script: [(&str, String); N]) -> Result<Recognised, Error> {
    let stage = Stage::set(script).await;
    let found = recognise(stage.url.as_str(), &stage.network).await;
    stage.asked();
    found
}

#[tokio::test]
async fn an_instance_introduces_itself() {
    let stage = Stage::set([("GET /api", json(ENTRY)), ("GET /api/settings", settings())]).await;
    let typed = format!("{}/admin/api/apps/3", stage.url.host());
    let found = recognise(&typed, &stage.network).await.unwrap();
    assert_eq!(found.url, stage.url);
    assert_eq!(found.name.as_deref(), Some("Vélo Exemple"));
    assert_eq!(
        (found.country.as_deref(), found.locale.as_deref()),
        (Some("fr"), Some("pt_BR"))
    );
    assert!(found.position.is_some() && !found.maintenance);
    let asked = stage.asked();
    assert!(
        asked[0].head.contains("accept: application/ld+json"),
        "{}",
        asked[0].head
    );
}

#[tokio::test]
async fn maintenance_is_told_from_a_broken_server() {
    let closed = || {
        status(
            "503 Service Unavailable\r\nContent-Type: application/json",
            "{}",
        )
    };
    let found = look([("GET /api", closed()), ("GET /api/settings", settings())]).await;
    assert!(found.unwrap().maintenance);
    let found = look([("GET /api", closed()), ("GET /api/settings", closed())]).await;
    assert!(matches!(found, Err(Error::ServerError { status: 503, .. })));
}

#[tokio::test]
async fn everything_else_is_called_what_it_is() {
    for (answer, expected) in [
        (html("<h1>Hello</h1>"), Found::Website),
        (
            status("404 Not Found\r\nContent-Type: text/html", "x"),
            Found::Website,
        ),
        (status("404 Not Found", ""), Found::Nothing),
        (json(r#"{"hello":"world"}"#), Found::OtherServer),
        (json(&ENTRY.replace("store", "book")), Found::OtherServer),
        ("SSH-2.0-OpenSSH\r\n".to_owned(), Found::OtherServer),
        (moved("/fr/"), Found::Website),
        (
            moved("https://elsewhere.example/api?x=1"),
            Found::Redirect("https://elsewhere.example/api".to_owned()),
        ),
    ] {
        let Err(Error::NotCoopCycle(found)) = look([("GET /api", answer)]).await else {
            panic!("{expected:?} was not found");
        };
        assert_eq!(found, expected);
    }
}

#[tokio::test]
async fn another_server_built_alike_is_not_an_instance() {
    let missing = status("404 Not Found\r\nContent-Type: application/json", "{}");
    let found = look([("GET /api", json(ENTRY)), ("GET /api/settings", missing)]).await;
    assert!(matches!(
        found,
        Err(Error::NotCoopCycle(Found::OtherServer))
    ));
}

#[tokio::test]
async fn what_is_no_address_asks_nobody() {
    let stage = Stage::set([]).await;
    let result = recognise("bob@acme.example", &stage.network).await;
    assert!(matches!(result, Err(Error::BadAddress)));
    let result = recognise("http://acme.example", &stage.network).await;
    assert!(matches!(result, Err(Error::PlainHttp)));
}
