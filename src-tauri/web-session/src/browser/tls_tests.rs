//! Certificates are judged by the system, or for one server of this machine by its own; a plain
//! server on a TLS port is not blamed on one.

use crate::{Browser, Cause, CertificateProblem, Error, Limits, Network, Request};
use keys::ServerUrl;
use std::sync::Arc;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};
use tokio_rustls::{TlsAcceptor, rustls};

async fn listener() -> (TcpListener, ServerUrl) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let url = ServerUrl::parse(&format!("https://localhost:{port}")).unwrap();
    (listener, url)
}

async fn visit(url: ServerUrl) -> Error {
    let browser = Browser::new(url, &Network::new().unwrap()).unwrap();
    let reply = browser
        .send(Request::post_form("/", [("secret", "x")]))
        .await;
    reply.err().expect("an error")
}

/// A server's side of TLS with a certificate of its own, and that certificate.
fn certified() -> (TlsAcceptor, Vec<u8>) {
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let key = rustls::pki_types::PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key.into())
        .unwrap();
    let certificate = made.cert.der().to_vec();
    (TlsAcceptor::from(Arc::new(config)), certificate)
}

/// Answers every connection that gets through the handshake.
async fn answering(acceptor: TlsAcceptor) -> ServerUrl {
    let (listener, url) = listener().await;
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let Ok(mut stream) = acceptor.accept(stream).await else {
                continue;
            };
            let mut asked = [0; 4096];
            let _ = stream.read(&mut asked).await;
            let answer = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
            let _ = stream.write_all(answer.as_bytes()).await;
            let _ = stream.shutdown().await;
        }
    });
    url
}

async fn ask(url: &ServerUrl, network: &Network) -> Result<u16, Cause> {
    let browser = Browser::new(url.clone(), network).unwrap();
    let reply = browser.send(Request::get("/")).await;
    reply
        .map(|reply| reply.status)
        .map_err(|error| error.cause())
}

const UNKNOWN: Result<u16, Cause> = Err(Cause::Certificate(CertificateProblem::UnknownIssuer));

#[tokio::test]
async fn a_certificate_is_trusted_for_one_server_until_it_is_not() {
    let (acceptor, certificate) = certified();
    let url = answering(acceptor.clone()).await;
    let neighbour = answering(acceptor).await;
    let network = Network::new().unwrap();
    assert_eq!(ask(&url, &network).await, UNKNOWN);
    let in_folder = ServerUrl::parse_site(&format!("{url}/boutique")).unwrap();
    network.trust(&in_folder, &certificate).unwrap();
    assert_eq!(ask(&url, &network).await, Ok(200));
    assert_eq!(ask(&in_folder, &network).await, Ok(200));
    // The same certificate on another port, and another certificate on that one.
    assert_eq!(ask(&neighbour, &network).await, UNKNOWN);
    let (_, other) = certified();
    network.trust(&url, &other).unwrap();
    assert!(matches!(
        ask(&url, &network).await,
        Err(Cause::Certificate(_))
    ));
    network.trust(&url, &certificate).unwrap();
    network.distrust(&url);
    assert_eq!(ask(&url, &network).await, UNKNOWN);
}

#[test]
fn a_network_needs_a_name_to_introduce_itself() {
    let nameless = Limits {
        user_agent: " ".to_owned(),
        ..Limits::default()
    };
    let error = Network::with_limits(nameless).err().expect("an error");
    assert_eq!(error.cause(), Cause::Setup);
}

#[test]
fn no_server_elsewhere_is_ever_trusted() {
    let (_, certificate) = certified();
    let network = Network::new().unwrap();
    for address in [
        "https://shop.example",
        "https://10.0.0.1",
        "http://localhost:8000",
    ] {
        let url = ServerUrl::parse(address).unwrap();
        let error = network.trust(&url, &certificate).unwrap_err();
        assert_eq!(error.cause(), Cause::Setup, "{address}");
    }
    let here = ServerUrl::parse("https://localhost").unwrap();
    assert!(network.trust(&here, b"no certificate").is_err());
}

#[tokio::test]
async fn a_certificate_that_nobody_signed_stops_everything() {
    let (acceptor, _) = certified();
    let (listener, url) = listener().await;
    let served = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        acceptor.accept(stream).await.is_ok()
    });
    let error = visit(url).await;
    let expected = Cause::Certificate(CertificateProblem::UnknownIssuer);
    assert_eq!(error.cause(), expected, "{error:?}");
    assert!(!error.reached_server());
    assert!(!served.await.unwrap(), "the handshake went through");
}

#[tokio::test]
async fn a_plain_server_on_that_port_is_not_a_certificate_problem() {
    let (listener, url) = listener().await;
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let answer = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n";
        stream.write_all(answer.as_bytes()).await.unwrap();
        stream.shutdown().await.unwrap();
    });
    let error = visit(url).await;
    assert_eq!(error.cause(), Cause::NotHttp, "{error:?}");
    assert!(!error.reached_server());
}
