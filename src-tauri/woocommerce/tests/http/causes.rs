//! Each cause of failure is told by its own name, and none tells a secret.

use crate::{
    pages::{keys, login},
    signing_in::{FORM, SEND, password},
    stage::{Answer, Stage, html, line, moved, status},
};
use keys::{Permalinks, Secret, ServerUrl, SiteFacts};
use std::time::Duration;
use tokio::net::TcpListener;
use woocommerce::{Error, Limits, Network, NetworkCause, Site, Step, recognise};

async fn failing(answer: Answer) -> Error {
    let stage = Stage::set(vec![line(&keys("&create-key=1"), answer)]).await;
    let error = stage.site().keys(&|_, _| ()).await.unwrap_err();
    stage.asked();
    error
}

fn facts() -> SiteFacts {
    SiteFacts {
        permalinks: Permalinks::Pretty,
        login_path: None,
        wordpress: None,
        woocommerce: None,
    }
}

fn limited(limits: Limits) -> Network {
    Network::with_limits(limits).unwrap()
}

#[tokio::test]
async fn statuses_are_told_apart() {
    let answer = |head: &str| status(&format!("{head}\r\nContent-Type: text/html"), "<p>Oops</p>");
    let error = failing(answer("500 Internal Server Error")).await;
    let reading = Step::Reading;
    assert!(matches!(error, Error::ServerError { status: 500, step } if step == reading));
    assert!(!error.outcome_unknown());
    assert!(matches!(
        failing(answer("429 Too Many")).await,
        Error::TooManyRequests
    ));
    assert!(matches!(
        failing(answer("404 Not Found")).await,
        Error::NotFound
    ));
    assert!(matches!(
        failing(answer("403 Forbidden")).await,
        Error::Blocked { status: 403 }
    ));
    assert!(matches!(
        failing(answer("418 Teapot")).await,
        Error::Unreadable { .. }
    ));
    let json = status("200 OK\r\nContent-Type: application/json", "{}");
    assert!(matches!(failing(json).await, Error::Unreadable { .. }));
    let elsewhere = failing(moved("https://evil.example/wp-admin/?x=1")).await;
    assert!(
        matches!(elsewhere, Error::Redirected { to } if to == "https://evil.example/wp-admin/")
    );
}

#[tokio::test]
async fn lost_and_cut_answers_are_lost_connections() {
    for answer in [
        Answer::silence(),
        html("<p>a page that ends before its end").cut_short(),
    ] {
        let error = failing(answer).await;
        assert!(matches!(
            error,
            Error::Network {
                cause: NetworkCause::ConnectionLost,
                step: Step::Reading,
                ..
            }
        ));
        assert!(error.is_offline() && !error.outcome_unknown());
        assert!(std::error::Error::source(&error).is_some());
    }
}

#[tokio::test]
async fn silence_a_closed_port_and_a_missing_name_are_told_apart() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = ServerUrl::parse(&format!("http://{}", listener.local_addr().unwrap())).unwrap();
    let impatient = limited(Limits {
        step: Duration::from_millis(200),
        ..Limits::default()
    });
    let site = Site::new(url, &facts(), &impatient).unwrap();
    let error = site.key_form().await.unwrap_err();
    assert!(
        matches!(
            error,
            Error::Network {
                cause: NetworkCause::TimedOut,
                ..
            }
        ),
        "{error:?}"
    );
    drop(listener);
    let error = site.key_form().await.unwrap_err();
    let connecting = Step::Connecting;
    assert!(
        matches!(error, Error::Network { cause: NetworkCause::Refused, step, .. } if step == connecting),
    );
    assert!(error.is_offline());
    // Reserved by RFC 2606: it never resolves, with or without a network.
    let network = Network::new().unwrap();
    let error = recognise("no-such-shop.invalid/boutique", None, &network)
        .await
        .unwrap_err();
    assert!(
        matches!(
            error,
            Error::Network {
                cause: NetworkCause::Dns,
                ..
            }
        ),
        "{error:?}"
    );
}

#[tokio::test]
async fn a_very_large_page_is_refused() {
    let stage = Stage::set(vec![line(&keys("&create-key=1"), html(&"x".repeat(5000)))]).await;
    let frugal = limited(Limits {
        body: 2000,
        ..Limits::default()
    });
    let site = Site::new(stage.url.clone(), &facts(), &frugal).unwrap();
    let error = site.key_form().await.unwrap_err();
    assert!(
        matches!(error, Error::TooLarge { limit: 2000, .. }),
        "{error:?}"
    );
    assert!(error.is_answered() && !error.is_offline());
}

#[tokio::test]
async fn no_error_tells_the_password_or_a_cookie() {
    for answer in [
        moved("https://evil.example/?pwd=pass+word"),
        status("500 Oops", "pass word"),
        html("<p>pass word"),
        Answer::silence(),
    ] {
        let answer = answer.with("Set-Cookie: wordpress_test=marker; path=/");
        let stage = Stage::set(vec![line(FORM, login("")), line(SEND, answer)]).await;
        let error = stage.site().sign_in("ann", &password()).await.unwrap_err();
        let shown = format!("{error:?} {error}");
        assert!(
            !shown.contains("word&") && !shown.contains("marker"),
            "{shown}"
        );
        assert!(
            !shown.contains("pass+word") && !shown.contains("pass word"),
            "{shown}"
        );
    }
}

#[tokio::test]
async fn a_text_that_is_no_session_is_refused() {
    let stage = Stage::set(Vec::new()).await;
    let site = stage.site();
    let result = site.restore_session(&Secret::new("wordpress_logged_in_1=x".to_owned()));
    assert!(matches!(result, Err(Error::SessionUnreadable)));
    assert!(site.take_changed_session().is_none());
}

#[test]
fn a_site_can_be_shared_and_its_futures_moved() {
    fn is_shared<T: Send + Sync>(_: &T) {}
    fn is_moved<T: Send>(_: &T) {}
    let network = Network::new().unwrap();
    let url = ServerUrl::parse_site("https://shop.example/boutique").unwrap();
    let site = Site::new(url.clone(), &facts(), &network).unwrap();
    let change = crate::creating::wanted(keys::Permission::Read);
    let (key, secret) = (crate::checking::key(), crate::checking::secret());
    is_shared(&site);
    is_moved(&site.keys(&|_, _| ()));
    is_moved(&site.create(&change));
    is_moved(&site.update(keys::ServerAppId(1), &change));
    is_moved(&site.revoke_many(&[]));
    is_moved(&site.users("a"));
    is_moved(&site.sign_in("ann", &secret));
    is_moved(&site.submit_code("1"));
    is_moved(&site.sign_out());
    is_moved(&recognise("shop.example", None, &network));
    let plain = Permalinks::Plain;
    is_moved(&woocommerce::walk(&url, plain, &key, &secret, &network));
    is_moved(&woocommerce::check_pair(
        &url, plain, &key, &secret, &network,
    ));
}
