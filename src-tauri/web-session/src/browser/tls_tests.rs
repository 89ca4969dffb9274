//! Certificates are judged by the system, and a plain server on a TLS port is not blamed on one.

use crate::{Browser, Cause, CertificateProblem, Error, Network, Request};
use keys::ServerUrl;
use std::sync::Arc;
use tokio::{io::AsyncWriteExt, net::TcpListener};
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

#[tokio::test]
async fn a_certificate_that_nobody_signed_stops_everything() {
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let key = rustls::pki_types::PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key.into())
        .unwrap();
    let (listener, url) = listener().await;
    let served = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        TlsAcceptor::from(Arc::new(config))
            .accept(stream)
            .await
            .is_ok()
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
