//! What stands in the plugin's way, by its own name; the secret is not sent past it.

use crate::stage::{html, json, moved, status};
use crate::walking::{API, ME, TOKEN, entry, token, walked};
use coopcycle::{
    CertificateProblem, EntryAnswer, Limits, Network, Proof, TokenAnswer, Trouble, Walk, WhoAnswer,
    walk,
};
use keys::{Identifier, Secret, ServerUrl};
use std::{sync::Arc, time::Duration};
use tokio::{io::AsyncReadExt, net::TcpListener};
use tokio_rustls::{TlsAcceptor, rustls};

const SETTINGS: &str = "GET /api/settings";

async fn walk_to(url: &str) -> Walk {
    let limits = Limits {
        step: Duration::from_millis(500),
        ..Limits::default()
    };
    let network = Network::with_limits(limits).unwrap();
    let identifier = Identifier::new("id3").unwrap();
    let secret = Secret::new("secret3".to_owned());
    let url = ServerUrl::parse(url).unwrap();
    let proof = Proof::Pair(&identifier, &secret);
    walk(&url, proof, &network).await.unwrap()
}

fn at_entry(walk: &Walk) -> &Trouble {
    let EntryAnswer::Trouble(trouble) = &walk.entry else {
        panic!("{walk:?}");
    };
    assert_eq!(walk.token, None);
    trouble
}

#[tokio::test]
async fn a_redirect_is_noted_and_not_followed() {
    let elsewhere = || moved("https://www.acme.example/api?x=1");
    let walk = walked([(API, elsewhere())]).await;
    let to = "https://www.acme.example/api".to_owned();
    assert_eq!(at_entry(&walk), &Trouble::Redirected(to.clone()));
    let walk = walked([(API, entry()), (TOKEN, elsewhere())]).await;
    let trouble = TokenAnswer::Trouble(Trouble::Redirected(to));
    assert_eq!(walk.token, Some(trouble));
    let walk = walked([(API, moved("/login"))]).await;
    assert_eq!(walk.entry, EntryAnswer::SomethingElse(302));
}

#[tokio::test]
async fn another_kind_of_server_is_not_given_the_secret() {
    for (answer, seen) in [
        (html("<h1>Hello</h1>"), 200),
        (json(r#"{"@context":"/api/contexts/Book"}"#), 200),
        (status("404 Not Found", "x"), 404),
    ] {
        let walk = walked([(API, answer)]).await;
        assert_eq!(walk.entry, EntryAnswer::SomethingElse(seen));
    }
}

#[tokio::test]
async fn a_server_built_alike_shows_by_its_settings() {
    for (settings, is_coopcycle) in [
        (html("x"), false),
        (json(r#"{"country":"fr","locale":"fr"}"#), true),
    ] {
        let walk = walked([
            (API, entry()),
            (TOKEN, status("404 Not Found", "x")),
            (SETTINGS, settings),
        ])
        .await;
        assert_eq!(walk.token, Some(TokenAnswer::SomethingElse(404)));
        assert_eq!(walk.is_coopcycle, Some(is_coopcycle));
    }
}

#[tokio::test]
async fn maintenance_is_told_from_a_server_that_is_down() {
    let closed = || status("503 Service Unavailable", "x");
    let settings = json(r#"{"country":"fr","locale":"fr"}"#);
    let walk = walked([(API, closed()), (SETTINGS, settings)]).await;
    assert_eq!(at_entry(&walk), &Trouble::Unavailable);
    assert_eq!(walk.is_coopcycle, Some(true));
    let walk = walked([(API, closed()), (SETTINGS, closed())]).await;
    assert_eq!(walk.is_coopcycle, None);
    let walk = walked([(API, status("502 Bad Gateway", "x"))]).await;
    assert_eq!(at_entry(&walk), &Trouble::Failed(502));
    let failing = status("500 Internal Server Error", "x");
    let walk = walked([(API, entry()), (TOKEN, failing)]).await;
    let trouble = TokenAnswer::Trouble(Trouble::Failed(500));
    assert_eq!(walk.token, Some(trouble));
}

#[tokio::test]
async fn a_way_that_breaks_off_late_is_noted_where_it_does() {
    let granted = || token(r#""deliveries""#);
    let walk = walked([
        (API, entry()),
        (TOKEN, granted()),
        (TOKEN, granted()),
        (ME, String::new()),
        (TOKEN, granted()),
    ])
    .await;
    assert_eq!(walk.who, Some(WhoAnswer::Trouble(Trouble::Lost)));
    let walk = walked([
        (API, entry()),
        (TOKEN, granted()),
        (TOKEN, status("502 Bad Gateway", "x")),
        (TOKEN, granted()),
    ])
    .await;
    assert_eq!(walk.who, Some(WhoAnswer::Trouble(Trouble::Failed(502))));
}

#[tokio::test]
async fn what_does_not_speak_http_is_told() {
    let walk = walked([(API, "SSH-2.0-OpenSSH_9.9\r\n".to_owned())]).await;
    assert_eq!(at_entry(&walk), &Trouble::NotHttp);
}

#[tokio::test]
async fn an_unknown_name_a_closed_port_and_silence_are_told_apart() {
    // Reserved by RFC 2606: it never resolves, with or without a network.
    let walk = walk_to("https://no-such-coop.invalid").await;
    assert_eq!(at_entry(&walk), &Trouble::Dns);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    assert_eq!(at_entry(&walk_to(&url).await), &Trouble::TimedOut);
    drop(listener);
    assert_eq!(at_entry(&walk_to(&url).await), &Trouble::NotListening);
}

#[tokio::test]
async fn nothing_is_sent_past_a_certificate_that_nobody_signed() {
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let key = rustls::pki_types::PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key.into())
        .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let served = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let accepted = TlsAcceptor::from(Arc::new(config)).accept(stream).await;
        let Ok(mut stream) = accepted else { return 0 };
        let mut bytes = [0; 16];
        stream.read(&mut bytes).await.unwrap_or(0)
    });
    let walk = walk_to(&format!("https://localhost:{port}")).await;
    let reason = CertificateProblem::UnknownIssuer;
    assert_eq!(at_entry(&walk), &Trouble::Certificate(reason));
    assert_eq!(served.await.unwrap(), 0, "a request came through");
}
