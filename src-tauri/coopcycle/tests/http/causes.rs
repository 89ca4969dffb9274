//! Each cause of failure is told by its own name.

use crate::{
    pages,
    stage::{Stage, html, json, moved, status},
};
use coopcycle::{Error, Instance, Limits, Network, Step};
use keys::ServerUrl;
use std::time::Duration;
use tokio::net::TcpListener;

const APPS: &str = "GET /admin/api/apps";

async fn failing(answer: String) -> Error {
    let stage = Stage::set([(APPS, answer)]).await;
    let error = stage.instance().apps().await.unwrap_err();
    stage.asked();
    error
}

#[tokio::test]
async fn statuses_are_told_apart() {
    let answer = |head: &str| status(&format!("{head}\r\nContent-Type: text/html"), "<p>Oops</p>");
    let error = failing(answer("500 Internal Server Error")).await;
    assert!(matches!(
        error,
        Error::ServerError {
            status: 500,
            step: Step::Reading
        }
    ));
    assert!(matches!(
        failing(answer("503 Service Unavailable")).await,
        Error::Maintenance
    ));
    assert!(matches!(
        failing(answer("429 Too Many Requests")).await,
        Error::TooManyRequests
    ));
    assert!(matches!(
        failing(answer("404 Not Found")).await,
        Error::NotFound
    ));
    assert!(matches!(
        failing(answer("418 Teapot")).await,
        Error::Unreadable { .. }
    ));
}

#[tokio::test]
async fn garbage_is_not_an_empty_list() {
    assert!(matches!(
        failing(html("%PDF-1.7 \u{0}\u{1}")).await,
        Error::FormChanged { .. }
    ));
    assert!(matches!(
        failing(json("{}")).await,
        Error::Unreadable { .. }
    ));
}

#[tokio::test]
async fn lost_and_cut_answers_are_lost_connections() {
    let whole = html(&pages::app_list(&pages::oauth_row(3, "Shop", "Acme")));
    let cut = whole[..whole.len() - 200].to_owned();
    for answer in [String::new(), cut] {
        let error = failing(answer).await;
        assert!(
            matches!(
                error,
                Error::ConnectionLost {
                    step: Step::Reading,
                    ..
                }
            ),
            "{error}"
        );
        assert!(error.is_offline() && !error.outcome_unknown());
    }
}

#[tokio::test]
async fn another_site_is_not_followed() {
    let error = failing(moved("https://evil.example/admin/api/apps")).await;
    assert!(matches!(error, Error::NotCoopCycle(_)), "{error}");
}

fn impatient() -> Network {
    Network::with_limits(Limits {
        step: Duration::from_millis(200),
        body: 2000,
        ..Limits::default()
    })
    .unwrap()
}

#[tokio::test]
async fn a_silent_server_times_out_and_a_closed_port_refuses() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let instance = Instance::new(ServerUrl::parse(&url).unwrap(), &impatient()).unwrap();
    let error = instance.apps().await.unwrap_err();
    assert!(
        matches!(
            error,
            Error::TimedOut {
                step: Step::Reading,
                ..
            }
        ),
        "{error}"
    );
    drop(listener);
    let error = instance.apps().await.unwrap_err();
    assert!(matches!(error, Error::Refused(_)), "{error}");
}

#[tokio::test]
async fn a_very_large_page_is_refused() {
    let stage = Stage::set([(APPS, html(&"x".repeat(5000)))]).await;
    let instance = Instance::new(stage.url.clone(), &impatient()).unwrap();
    let error = instance.apps().await.unwrap_err();
    assert!(
        matches!(error, Error::TooLarge { limit: 2000, .. }),
        "{error}"
    );
}

#[tokio::test]
async fn a_name_that_cannot_exist_is_a_dns_failure() {
    // Reserved by RFC 2606: it never resolves, with or without a network.
    let url = ServerUrl::parse("https://no-such-coop.invalid").unwrap();
    let network = Network::new().unwrap();
    let error = Instance::new(url, &network)
        .unwrap()
        .apps()
        .await
        .unwrap_err();
    assert!(matches!(error, Error::Dns(_)), "{error}");
}

#[test]
fn an_instance_can_be_shared_and_its_futures_moved() {
    fn is_shared<T: Send + Sync>(_: &T) {}
    fn is_moved<T: Send>(_: &T) {}
    let network = Network::new().unwrap();
    let url = ServerUrl::parse("https://acme.example").unwrap();
    let instance = Instance::new(url, &network).unwrap();
    is_shared(&instance);
    is_moved(&instance.apps());
    is_moved(&instance.stores(&|_, _| ()));
    is_moved(&instance.create_store(&[]));
    is_moved(&instance.submit_code("1"));
    is_moved(&coopcycle::recognise("lyon", &network));
}
