//! What a site in a folder needs: paths as they are, headers alone, letters as they are, proofs of
//! OAuth, links and cookies told.

use super::tests::{answer, limits, serve};
use crate::{Browser, Network, Request};
use keys::{Secret, ServerUrl};

#[tokio::test]
async fn a_folder_is_part_of_the_path_and_cookies_stay_in_it() {
    let set = "200 OK\r\nSet-Cookie: one=1; path=/boutique/wp-admin\r\nSet-Cookie: two=2; path=/boutique/\r\nSet-Cookie: three=; path=/; Max-Age=0";
    let ok = || answer("200 OK", "");
    let (url, asked) = serve(vec![answer(set, ""), ok(), ok(), ok()]).await;
    let site = ServerUrl::parse_site(&format!("{url}/boutique")).unwrap();
    let browser = Browser::new(site, &Network::with_limits(limits()).unwrap()).unwrap();
    let reply = browser.send(Request::get("/boutique/wp-login.php")).await;
    assert_eq!(reply.unwrap().cookies_set, ["one", "two"]);
    for path in ["/boutique/wp-admin/", "/boutique/", "/"] {
        browser.send(Request::get(path)).await.unwrap();
    }
    let asked = asked.await.unwrap();
    let cookies = asked[1..].iter().map(|asked| {
        let mut lines = asked.lines();
        let line = lines.find_map(|line| line.strip_prefix("cookie: "));
        let mut cookies: Vec<_> = line.unwrap_or_default().split("; ").collect();
        cookies.sort_unstable();
        cookies.join(" ")
    });
    assert_eq!(cookies.collect::<Vec<_>>(), ["one=1 two=2", "two=2", ""]);
}

#[tokio::test]
async fn headers_are_asked_for_without_a_body() {
    // A packed body is announced, as for GET, but none comes.
    let head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Encoding: gzip\r\nContent-Length: 5000\r\n\
        Link: <https://a.example/wp-json/>; rel=\"https://api.w.org/\"\r\nLink: <b>; rel=c\r\n\r\n";
    let (url, asked) = serve(vec![head.to_owned()]).await;
    let browser = Browser::new(url, &Network::with_limits(limits()).unwrap()).unwrap();
    let request = Request::head("/");
    assert!(request.is_read_only());
    let reply = browser.send(request).await.unwrap();
    assert_eq!(reply.bytes(), b"");
    assert_eq!(
        reply.links,
        [
            "<https://a.example/wp-json/>; rel=\"https://api.w.org/\"",
            "<b>; rel=c"
        ]
    );
    assert!(asked.await.unwrap()[0].starts_with("HEAD / HTTP/1.1\r\n"));
}

#[tokio::test]
async fn letters_of_a_query_stay_as_they_are() {
    let ok = || answer("200 OK", "");
    let (url, asked) = serve(vec![ok(), ok()]).await;
    let browser = Browser::new(url, &Network::with_limits(limits()).unwrap()).unwrap();
    let request = Request::get("/?rest_route=/wc").literal_query("_=wp-json/wc/");
    browser.send(request.query("a", "b/c")).await.unwrap();
    let hostile = Request::get("/").literal_query("x y\r\nCookie: z#f");
    browser.send(hostile).await.unwrap();
    let asked = asked.await.unwrap();
    let line = |asked: &str| asked.lines().next().unwrap().to_owned();
    assert_eq!(
        line(&asked[0]),
        "GET /?rest_route=/wc&_=wp-json/wc/&a=b%2Fc HTTP/1.1"
    );
    assert_eq!(line(&asked[1]), "GET /?x%20yCookie:%20z%23f HTTP/1.1");
}

#[tokio::test]
async fn a_proof_of_oauth_is_sent_and_not_shown() {
    let (url, asked) = serve(vec![answer("200 OK", "")]).await;
    let browser = Browser::new(url.clone(), &Network::with_limits(limits()).unwrap()).unwrap();
    let parameters = Secret::new("oauth_consumer_key=\"marker\"".to_owned());
    let request = || Request::get("/").oauth(&parameters);
    let client = browser.network.client_for(&url).unwrap();
    let address = browser.address_of(&request());
    let prepared = browser.prepare(&client, &address, request()).unwrap();
    let shown = format!("{prepared:?}");
    assert!(
        shown.contains("Sensitive") && !shown.contains("marker"),
        "{shown}"
    );
    browser.send(request()).await.unwrap();
    let asked = asked.await.unwrap();
    assert!(
        asked[0].contains("authorization: OAuth oauth_consumer_key=\"marker\"\r\n"),
        "{}",
        asked[0]
    );
}
