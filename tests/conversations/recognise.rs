//! What answers at an address: an instance, something else, or nothing (contract 1).

use super::stage::Stage;
use coopcycle::{Error, Found, Network, Recognised, recognise};
use practice::Options;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

/// A server that answers everything alike; its address.
async fn serve(answer: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move {
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            let _ = stream.read(&mut [0; 4096]).await;
            let _ = stream.write_all(answer.as_bytes()).await;
        }
    });
    address
}

fn answer(head: &str, body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 {head}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}")
}

async fn ask(address: &str) -> Result<Recognised, Error> {
    recognise(address, &Network::new().unwrap()).await
}

async fn found(answer: String) -> Found {
    let address = serve(answer).await;
    match ask(&format!("http://{address}")).await {
        Err(Error::NotCoopCycle(found)) => found,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn an_instance_introduces_itself() {
    let stage = Stage::start_with(Options {
        country: "ar".to_owned(),
        locale: "es".to_owned(),
        brand: "Alforjas del Sur".to_owned(),
        ..Options::default()
    })
    .await;
    let found = ask(stage.url.as_str()).await.unwrap();
    assert_eq!(found.url, stage.url);
    assert_eq!(found.name.as_deref(), Some("Alforjas del Sur"));
    assert_eq!(found.country.as_deref(), Some("ar"));
    assert_eq!(found.locale.as_deref(), Some("es"));
    assert!(found.position.is_some());
    assert!(!found.maintenance);
    assert_eq!(stage.requests(), ["GET /api", "GET /api/settings"]);
}

#[tokio::test]
async fn an_address_may_be_typed_in_several_ways() {
    let stage = Stage::start().await;
    let host = stage.url.host();
    for typed in [
        host.to_owned(),
        format!(" {host}/ "),
        format!("HTTP://{host}"),
        format!("http://{host}/admin/api/apps/3?page=2#x"),
        format!("<http://{host}>"),
    ] {
        let found = ask(&typed).await;
        assert_eq!(found.unwrap().url, stage.url, "{typed}");
    }
}

#[tokio::test]
async fn what_is_no_address_asks_nobody() {
    for typed in ["", "two words", "ftp://lyon.example", "bob@lyon.example"] {
        assert!(
            matches!(ask(typed).await, Err(Error::BadAddress)),
            "{typed}"
        );
    }
}

#[tokio::test]
async fn plain_http_to_another_machine_is_refused() {
    let result = ask("http://lyon.example").await;
    assert!(matches!(result, Err(Error::PlainHttp)), "{result:?}");
}

#[tokio::test]
async fn maintenance_hides_nothing_of_the_introduction() {
    let stage = Stage::start().await;
    stage.co_op.set_maintenance(true).unwrap();
    let found = ask(stage.url.as_str()).await.unwrap();
    assert!(found.maintenance);
    assert!(found.name.is_some());
}

#[tokio::test]
async fn a_website_is_told_from_an_instance() {
    let page = answer("200 OK\r\nContent-Type: text/html", "<h1>Velo</h1>");
    assert_eq!(found(page).await, Found::Website);
    let page = answer("404 Not Found\r\nContent-Type: text/html", "<h1>No</h1>");
    assert_eq!(found(page).await, Found::Website);
}

#[tokio::test]
async fn a_server_with_nothing_there_is_told_so() {
    assert_eq!(found(answer("404 Not Found", "")).await, Found::Nothing);
}

#[tokio::test]
async fn another_api_of_the_same_make_is_told_from_an_instance() {
    let entrypoint = r#"{"@context":"/api/contexts/Entrypoint","@id":"/api","@type":"Entrypoint"}"#;
    let other = answer("200 OK\r\nContent-Type: application/ld+json", entrypoint);
    assert_eq!(found(other).await, Found::OtherServer);
    // The same with Stores, but without settings to confirm it.
    let entrypoint =
        r#"{"@context":"/api/contexts/Entrypoint","@id":"/api","store":"/api/stores"}"#;
    let other = answer("200 OK\r\nContent-Type: application/ld+json", entrypoint);
    assert_eq!(found(other).await, Found::OtherServer);
}

#[tokio::test]
async fn a_redirect_to_another_site_is_told_and_not_followed() {
    let moved = answer(
        "301 Moved\r\nLocation: https://elsewhere.example/api?x=1",
        "",
    );
    let found = found(moved).await;
    assert!(
        matches!(&found, Found::Redirect(to) if to.contains("elsewhere.example") && !to.contains("x=1")),
        "{found:?}"
    );
}

#[tokio::test]
async fn a_server_that_speaks_no_http_is_another_server() {
    assert_eq!(
        found("SSH-2.0-velo\r\n".to_owned()).await,
        Found::OtherServer
    );
}

#[tokio::test]
async fn a_closed_port_refuses() {
    let mut stage = Stage::start().await;
    stage.close().await;
    let result = ask(stage.url.as_str()).await;
    assert!(matches!(result, Err(Error::Refused(_))), "{result:?}");
}

#[tokio::test]
async fn a_503_of_something_else_is_no_maintenance() {
    let address = serve(answer("503 Service Unavailable", "")).await;
    let result = ask(&format!("http://{address}")).await;
    assert!(
        matches!(result, Err(Error::ServerError { status: 503, .. })),
        "{result:?}"
    );
}
