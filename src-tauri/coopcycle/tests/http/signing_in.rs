//! Signing in, with and without a second factor, and what can go wrong.

use crate::{
    pages,
    stage::{Stage, admin_token, html, me, moved, to_login, to_second_factor, token_of},
};
use coopcycle::{Error, SignIn};
use keys::Secret;

fn password() -> Secret {
    Secret::new("marker p&ss".to_owned())
}

#[tokio::test]
async fn a_browser_s_form_signs_in_and_the_account_is_told() {
    let stage = Stage::set([
        ("GET /login", html(&pages::sign_in())),
        (
            "POST /login_check",
            moved("/admin\r\nSet-Cookie: PHPSESSID=s1; path=/; HttpOnly\r\nSet-Cookie: REMEMBERME=r1; Max-Age=31536000; path=/"),
        ),
        ("GET /profile/jwt", token_of(r#""ROLE_DISPATCHER""#)),
        ("GET /api/me", me(r#""ROLE_DISPATCHER","ROLE_USER""#)),
    ])
    .await;
    let instance = stage.instance();
    let SignIn::Done(account) = instance.sign_in(" bob ", &password()).await.unwrap() else {
        panic!("no code was asked for");
    };
    assert_eq!(account.username, "bob");
    assert!(account.is_dispatcher() && !account.is_admin());
    let asked = stage.asked();
    let expected = "_csrf_token=c0&_username=bob&_password=marker+p%26ss&_remember_me=on";
    assert_eq!(asked[1].body, expected);
    assert!(asked[2].head.contains("PHPSESSID=s1"), "{}", asked[2].head);
    assert!(
        asked[3].head.contains("authorization: Bearer e30."),
        "{}",
        asked[3].head
    );
    let kept = instance.take_changed_session().unwrap();
    assert!(kept.expose().contains("REMEMBERME=r1"));
    assert!(!kept.expose().contains("marker"));
    assert!(instance.take_changed_session().is_none());
}

#[tokio::test]
async fn the_code_is_asked_for_by_one_look_and_may_be_tried_again() {
    let stage = Stage::set([
        ("GET /login", html(&pages::sign_in())),
        (
            "POST /login_check",
            moved("{base}/\r\nSet-Cookie: PHPSESSID=s1; path=/"),
        ),
        ("GET /profile/jwt", to_second_factor()),
        ("GET /2fa", html(&pages::second_factor())),
        ("POST /2fa_check", to_second_factor()),
        (
            "POST /2fa_check",
            moved("{base}/\r\nSet-Cookie: PHPSESSID=s2; path=/"),
        ),
        ("GET /profile/jwt", admin_token()),
        ("GET /api/me", me(r#""ROLE_ADMIN""#)),
    ])
    .await;
    let instance = stage.instance();
    let signed_in = instance.sign_in("bob", &password()).await.unwrap();
    assert_eq!(signed_in, SignIn::CodeNeeded);
    assert!(
        instance.take_changed_session().is_none(),
        "a pending session is not kept"
    );
    assert!(matches!(
        instance.submit_code(" ").await,
        Err(Error::CodeRefused)
    ));
    assert!(matches!(
        instance.submit_code("000000").await,
        Err(Error::CodeRefused)
    ));
    let account = instance.submit_code(" 123 456\n").await.unwrap();
    assert!(account.is_admin());
    assert_eq!(stage.asked()[5].body, "_csrf_token=c1&_auth_code=123456");
    assert!(
        instance
            .take_changed_session()
            .unwrap()
            .expose()
            .contains("s2")
    );
}

#[tokio::test]
async fn a_late_code_needs_a_new_sign_in() {
    let stage = Stage::set([
        ("GET /login", html(&pages::sign_in())),
        ("POST /login_check", moved("/admin")),
        ("GET /profile/jwt", to_second_factor()),
        ("GET /2fa", html(&pages::second_factor())),
        ("POST /2fa_check", to_login()),
    ])
    .await;
    let instance = stage.instance();
    instance.sign_in("bob", &password()).await.unwrap();
    assert!(matches!(
        instance.submit_code("123456").await,
        Err(Error::CodeLate)
    ));
    assert!(matches!(
        instance.submit_code("123456").await,
        Err(Error::CodeLate)
    ));
    stage.asked();
}

#[tokio::test]
async fn a_wrong_password_leaves_the_former_session_in_place() {
    let stage = Stage::set([
        ("GET /login", html(&pages::sign_in())),
        (
            "POST /login_check",
            to_login().replace("\r\nLocation", "\r\nSet-Cookie: REMEMBERME=deleted; Max-Age=0; path=/\r\nSet-Cookie: PHPSESSID=new; path=/\r\nLocation"),
        ),
        ("GET /admin/api/apps", html(&pages::app_list(""))),
    ])
    .await;
    let instance = stage.instance();
    let former = session_of("old", &stage);
    instance.restore_session(&former).unwrap();
    let result = instance.sign_in("bob", &password()).await;
    assert!(matches!(result, Err(Error::WrongPassword)));
    assert!(instance.take_changed_session().is_none());
    instance.apps().await.unwrap();
    let asked = stage.asked();
    assert!(!asked[0].head.contains("cookie"), "a sign-in begins afresh");
    assert!(asked[2].head.contains("PHPSESSID=old"), "{}", asked[2].head);
}

/// A kept session, in the form the client writes.
fn session_of(value: &str, stage: &Stage) -> Secret {
    Secret::new(format!(
        r#"{{"raw_cookie":"PHPSESSID={value}; Path=/","path":["/",true],"domain":{{"HostOnly":"{}"}},"expires":"SessionEnd"}}"#,
        stage.url.host().split(':').next().unwrap()
    ))
}

#[tokio::test]
async fn a_cancelled_sign_in_leaves_the_former_session_in_place() {
    let stage = Stage::set([("GET /login", html(&pages::sign_in()))]).await;
    let instance = stage.instance();
    let former = session_of("old", &stage);
    instance.restore_session(&former).unwrap();
    let password = password();
    let mut signing_in = Box::pin(instance.sign_in("bob", &password));
    // One poll begins it; dropping it is what a press on "Cancel" does.
    let started = std::future::poll_fn(|context| {
        std::task::Poll::Ready(signing_in.as_mut().poll(context).is_pending())
    });
    assert!(started.await);
    drop(signing_in);
    assert_eq!(instance.session(), former);
}

#[tokio::test]
async fn a_sign_in_page_changed_beyond_use_is_said() {
    let page = pages::sign_in().replace("_username", "_user");
    let stage = Stage::set([("GET /login", html(&page))]).await;
    let result = stage.instance().sign_in("bob", &password()).await;
    assert!(matches!(result, Err(Error::FormChanged { .. })));
    stage.asked();
}

#[tokio::test]
async fn a_sign_in_page_elsewhere_is_not_given_the_password() {
    let elsewhere = moved("https://sso.example/login?next=x");
    let stage = Stage::set([("GET /login", elsewhere)]).await;
    let result = stage.instance().sign_in("bob", &password()).await;
    assert!(matches!(result, Err(Error::NotCoopCycle(_))));
    stage.asked();
}

#[tokio::test]
async fn a_session_that_does_not_take_is_not_a_wrong_password() {
    let stage = Stage::set([
        ("GET /login", html(&pages::sign_in())),
        ("POST /login_check", moved("/admin")),
        ("GET /profile/jwt", to_login()),
    ])
    .await;
    let result = stage.instance().sign_in("bob", &password()).await;
    assert!(matches!(result, Err(Error::SessionOver)));
    stage.asked();
}

#[tokio::test]
async fn signing_out_forgets_the_session_even_offline() {
    let stage = Stage::set([("GET /logout", moved("/"))]).await;
    let instance = stage.instance();
    instance
        .restore_session(&session_of("old", &stage))
        .unwrap();
    instance.sign_out().await.unwrap();
    assert!(instance.session().is_empty());
    stage.asked();
}
