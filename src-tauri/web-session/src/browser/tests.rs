//! The browser against tiny scripted servers on loopback.

use super::read_wait;
use crate::{Browser, Cause, Error, Limits, Network, Reply, Request};
use keys::ServerUrl;
use std::time::Duration;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
    task::JoinHandle,
};

/// Answers each connection once with the next text, and returns what was asked.
pub(super) async fn serve(answers: Vec<String>) -> (ServerUrl, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let asked = tokio::spawn(async move {
        let mut asked = Vec::new();
        for answer in answers {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut request = Vec::new();
            while !is_complete(&request) {
                let mut chunk = [0; 4096];
                let count = stream.read(&mut chunk).await.unwrap();
                assert!(count > 0, "request cut short");
                request.extend_from_slice(&chunk[..count]);
            }
            asked.push(String::from_utf8(request).unwrap());
            stream.write_all(answer.as_bytes()).await.unwrap();
        }
        asked
    });
    (ServerUrl::parse(&url).unwrap(), asked)
}

fn is_complete(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request).to_lowercase();
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
    body.len() >= length.unwrap_or(0)
}

pub(super) fn answer(head: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 {head}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

pub(super) fn limits() -> Limits {
    Limits {
        step: Duration::from_millis(400),
        body: 1000,
        ..Limits::default()
    }
}

async fn ask(answers: Vec<String>, request: Request) -> (Result<Reply, Error>, Vec<String>) {
    let (url, asked) = serve(answers).await;
    let browser = Browser::new(url, &Network::with_limits(limits()).unwrap()).unwrap();
    (browser.send(request).await, asked.await.unwrap())
}

fn cause(result: Result<Reply, Error>) -> (Cause, bool) {
    let error = result.err().expect("an error");
    (error.cause(), error.reached_server())
}

#[tokio::test]
async fn forms_cookies_and_our_name_go_out_as_a_browser_sends_them() {
    let (url, asked) = serve(vec![
        answer(
            "302 Found\r\nLocation: /admin\r\nSet-Cookie: PHPSESSID=one; path=/",
            "<html>",
        ),
        answer("200 OK\r\nContent-Type: text/html", "<p>hi"),
    ])
    .await;
    let browser = Browser::new(url, &Network::with_limits(limits()).unwrap()).unwrap();
    let form = Request::post_form(
        "/login_check",
        [("_username", "bob"), ("_password", "a &ü")],
    );
    let reply = browser.send(form).await.unwrap();
    assert_eq!((reply.status, reply.redirect_path()), (302, Some("/admin")));
    let reply = browser
        .send(Request::get("/admin").query("q", "a b"))
        .await
        .unwrap();
    assert_eq!(reply.text(), "<p>hi");
    let asked = asked.await.unwrap();
    assert!(
        asked[0].starts_with("POST /login_check HTTP/1.1\r\n"),
        "{}",
        asked[0]
    );
    assert!(
        asked[0].ends_with("_username=bob&_password=a+%26%C3%BC"),
        "{}",
        asked[0]
    );
    assert!(asked[0].contains("application/x-www-form-urlencoded"));
    assert!(
        asked[1].starts_with("GET /admin?q=a+b HTTP/1.1\r\n"),
        "{}",
        asked[1]
    );
    assert!(asked[1].contains("cookie: PHPSESSID=one"), "{}", asked[1]);
    assert!(asked[1].contains("user-agent: Saddlebag/"), "{}", asked[1]);
    assert!(!asked[1].to_lowercase().contains("referer"), "{}", asked[1]);
}

#[tokio::test]
async fn no_path_leads_to_another_host() {
    for path in [
        "//evil.example/x",
        "@evil.example/",
        "https://evil.example/",
    ] {
        let (reply, asked) = ask(vec![answer("200 OK", "")], Request::get(path)).await;
        assert_eq!(reply.unwrap().status, 200, "{path}");
        assert!(asked[0].contains("host: 127.0.0.1"), "{}", asked[0]);
    }
}

#[tokio::test]
async fn too_much_is_refused_announced_or_not() {
    let much = "x".repeat(5000);
    let announced = answer("200 OK", &much);
    let (reply, _) = ask(vec![announced], Request::get("/")).await;
    assert_eq!(cause(reply), (Cause::TooLarge(1000), true));
    let unannounced = format!("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{much}");
    let (reply, _) = ask(vec![unannounced], Request::get("/")).await;
    assert_eq!(cause(reply), (Cause::TooLarge(1000), true));
}

#[tokio::test]
async fn a_cut_answer_is_a_lost_connection_after_the_request() {
    let cut = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".to_owned();
    let (reply, _) = ask(vec![cut], Request::get("/")).await;
    assert_eq!(cause(reply), (Cause::ConnectionLost, true));
    let (reply, _) = ask(vec![String::new()], Request::post_form("/", [("a", "b")])).await;
    assert_eq!(cause(reply), (Cause::ConnectionLost, true));
}

#[tokio::test]
async fn a_redirect_counts_even_when_its_body_is_cut() {
    let cut = "HTTP/1.1 302 Found\r\nLocation: /a/1\r\nContent-Length: 100\r\n\r\nhalf".to_owned();
    let (reply, _) = ask(vec![cut], Request::post_form("/a/new", [("a", "b")])).await;
    assert_eq!(reply.unwrap().redirect_path(), Some("/a/1"));
}

#[tokio::test]
async fn rubbish_is_not_http() {
    let (reply, _) = ask(
        vec!["SSH-2.0-OpenSSH\r\n\r\n".to_owned()],
        Request::get("/"),
    )
    .await;
    assert_eq!(cause(reply).0, Cause::NotHttp);
}

#[tokio::test]
async fn a_closed_port_refuses_before_anything_is_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let url = ServerUrl::parse(&url).unwrap();
    let browser = Browser::new(url, &Network::with_limits(limits()).unwrap()).unwrap();
    let reply = browser.send(Request::get("/")).await;
    assert_eq!(cause(reply), (Cause::Refused, false));
}

#[tokio::test]
async fn silence_ends_in_time() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = ServerUrl::parse(&format!("http://{}", listener.local_addr().unwrap())).unwrap();
    let browser = Browser::new(url, &Network::with_limits(limits()).unwrap()).unwrap();
    let reply = browser.send(Request::get("/")).await;
    assert_eq!(cause(reply), (Cause::TimedOut, true));
}

#[tokio::test]
async fn a_name_that_cannot_exist_is_a_dns_failure() {
    // Reserved by RFC 2606: it never resolves, with or without a network.
    let url = ServerUrl::parse("https://no-such-coop.invalid").unwrap();
    let network = Network::new().unwrap();
    let reply = Browser::new(url, &network)
        .unwrap()
        .send(Request::get("/"))
        .await;
    assert_eq!(cause(reply), (Cause::Dns, false));
}

#[test]
fn patience_is_read_as_seconds_or_date() {
    assert_eq!(read_wait("7"), Some(Duration::from_secs(7)));
    assert_eq!(
        read_wait("Thu, 01 Jan 1970 00:00:01 GMT"),
        Some(Duration::ZERO)
    );
    assert_eq!(read_wait("soon"), None);
}
