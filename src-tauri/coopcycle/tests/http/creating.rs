//! Making and renewing keys.

use crate::{
    pages,
    stage::{Stage, html, moved, status, to_login},
};
use coopcycle::{Error, NewApp, Step};
use keys::{AppName, Identifier, KeyType, Scope, ServerAppId, ServerStoreId};

pub(crate) const FORM: &str = "GET /admin/api/apps/new";
pub(crate) const SEND: &str = "POST /admin/api/apps/new";

pub(crate) fn shop() -> NewApp {
    NewApp {
        name: AppName::parse("Épicerie & Co").unwrap(),
        key_type: KeyType::OAuth,
        scopes: vec![Scope::Deliveries],
        store: Some(ServerStoreId(2)),
    }
}

fn form() -> String {
    html(&pages::app_form("App name", "t0", ""))
}

#[tokio::test]
async fn a_key_is_made_by_sending_the_form_once() {
    let stage = Stage::set([(FORM, form()), (SEND, moved("/admin/api/apps/12"))]).await;
    let id = stage.instance().create_app(&shop()).await.unwrap();
    assert_eq!(id, ServerAppId(12));
    let expected = "api_app%5Bname%5D=%C3%89picerie+%26+Co&api_app%5Btype%5D=oauth\
        &api_app%5Bscopes%5D%5B%5D=deliveries&api_app%5Bstore%5D=2&api_app%5B_token%5D=t0";
    assert_eq!(stage.asked()[1].body, expected);
}

#[tokio::test]
async fn an_ak_key_for_everything_is_made_too() {
    let stage = Stage::set([(FORM, form()), (SEND, moved("{base}/admin/api/apps/12"))]).await;
    let new = NewApp {
        key_type: KeyType::ApiKey,
        scopes: Vec::new(),
        store: None,
        ..shop()
    };
    stage.instance().create_app(&new).await.unwrap();
    let body = &stage.asked()[1].body;
    assert!(
        body.contains("type%5D=api_key&api_app%5Bstore%5D=&"),
        "{body}"
    );
}

#[tokio::test]
async fn an_older_form_gets_only_the_fields_it_has() {
    let stage = Stage::set([
        (FORM, html(&pages::old_app_form())),
        (SEND, moved("/admin/api/apps/12")),
    ])
    .await;
    stage.instance().create_app(&shop()).await.unwrap();
    assert!(!stage.asked()[1].body.contains("scopes"));
    let stage = Stage::set([(FORM, html(&pages::old_app_form()))]).await;
    let without_store = NewApp {
        store: None,
        ..shop()
    };
    let result = stage.instance().create_app(&without_store).await;
    assert!(matches!(result, Err(Error::StoreRequired)));
    stage.asked();
}

#[tokio::test]
async fn what_the_server_would_take_badly_is_not_sent() {
    let no_scope = NewApp {
        scopes: Vec::new(),
        ..shop()
    };
    let gone = NewApp {
        store: Some(ServerStoreId(99)),
        ..shop()
    };
    let unknown = NewApp {
        scopes: vec![Scope::TasksAll],
        ..shop()
    };
    for (new, expected) in [(no_scope, "scope"), (gone, "not found"), (unknown, "lacks")] {
        let stage = Stage::set([(FORM, form())]).await;
        let error = stage.instance().create_app(&new).await.unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
        assert!(!error.outcome_unknown());
        stage.asked();
    }
}

#[tokio::test]
async fn a_form_refused_without_a_reason_is_built_again_and_sent_once_more() {
    let expired = r#"<div class="alert alert-danger"><ul class="list-unstyled">
        <li>The CSRF token is invalid.</li></ul></div>"#;
    let shown_again = || html(&pages::app_form("App name", "t1", expired));
    let stage = Stage::set([
        (FORM, form()),
        (SEND, shown_again()),
        (FORM, html(&pages::app_form("App name", "t2", ""))),
        (SEND, moved("/admin/api/apps/12")),
    ])
    .await;
    stage.instance().create_app(&shop()).await.unwrap();
    assert!(stage.asked()[3].body.ends_with("_token%5D=t2"));
    let stage = Stage::set([
        (FORM, form()),
        (SEND, shown_again()),
        (FORM, form()),
        (SEND, shown_again()),
    ])
    .await;
    let error = stage.instance().create_app(&shop()).await.unwrap_err();
    assert!(matches!(error, Error::RejectedWithoutMessage));
    assert!(!error.outcome_unknown());
    stage.asked();
}

#[tokio::test]
async fn a_refused_field_comes_back_with_the_server_s_words() {
    let refused = pages::app_form("Nom", "t1", "").replace(
        r#"<div class="form-group">"#,
        r#"<div class="form-group has-error"><span class="help-block"><ul><li>Trop long</li></ul></span>"#,
    );
    let stage = Stage::set([(FORM, form()), (SEND, html(&refused))]).await;
    let Err(Error::FieldsRefused(fields)) = stage.instance().create_app(&shop()).await else {
        panic!("not refused");
    };
    assert_eq!(fields[0].field, "api_app[name]");
    assert_eq!(fields[0].message, "Trop long");
    stage.asked();
}

#[tokio::test]
async fn a_lost_answer_leaves_the_outcome_unknown_and_nothing_is_sent_again() {
    let cut = "HTTP/1.1 302 Fo".to_owned();
    let garbage = html("<p>Bad gateway, or so</p>");
    let server_error = status(
        "500 Internal Server Error\r\nContent-Type: text/html",
        "Oops!",
    );
    let busy = status("503 Service Unavailable\r\nContent-Type: text/html", "x");
    for answer in [
        String::new(),
        cut,
        garbage,
        server_error,
        busy,
        moved("https://evil.example/"),
    ] {
        let stage = Stage::set([(FORM, form()), (SEND, answer.clone())]).await;
        let error = stage.instance().create_app(&shop()).await.unwrap_err();
        assert!(error.outcome_unknown(), "{answer}: {error}");
        stage.asked();
    }
}

#[tokio::test]
async fn a_failure_before_the_form_is_sent_is_harmless() {
    for answer in [
        String::new(),
        status("500 Internal Server Error", "Oops!"),
        html("<p>garbage"),
    ] {
        let stage = Stage::set([(FORM, answer)]).await;
        let error = stage.instance().create_app(&shop()).await.unwrap_err();
        assert!(!error.outcome_unknown(), "{error}");
        stage.asked();
    }
}

#[tokio::test]
async fn a_session_that_ends_between_form_and_sending_makes_nothing() {
    let stage = Stage::set([
        (FORM, form()),
        (SEND, to_login()),
        ("GET /profile/jwt", to_login()),
    ])
    .await;
    let error = stage.instance().create_app(&shop()).await.unwrap_err();
    assert!(matches!(error, Error::SessionOver));
    assert!(!error.outcome_unknown());
    stage.asked();
}

#[tokio::test]
async fn a_redirect_to_no_key_is_done_but_unknown() {
    let stage = Stage::set([(FORM, form()), (SEND, moved("/admin/api/apps"))]).await;
    let error = stage.instance().create_app(&shop()).await.unwrap_err();
    assert!(matches!(
        error,
        Error::Unreadable {
            step: Step::Acting,
            ..
        }
    ));
    stage.asked();
}

const LIST: &str = "GET /admin/api/apps";
const RENEW: &str = "POST /admin/api/apps";

fn list() -> String {
    let rows = pages::oauth_row(3, "Shop", "Acme") + &pages::api_key_row(4);
    html(&pages::app_list(&rows))
}

fn identifier(value: &str) -> Identifier {
    Identifier::new(value).unwrap()
}

#[tokio::test]
async fn a_secret_is_renewed_by_its_row_s_own_form() {
    let stage = Stage::set([(LIST, list()), (RENEW, moved("/admin/api/apps"))]).await;
    let instance = stage.instance();
    instance.renew_secret(&identifier("id3")).await.unwrap();
    assert_eq!(stage.asked()[1].body, "oauth2_client=id3");
}

#[tokio::test]
async fn unknown_identifiers_and_ak_keys_are_not_sent_for_renewal() {
    for value in ["id9", "hidden4"] {
        let stage = Stage::set([(LIST, list())]).await;
        let result = stage.instance().renew_secret(&identifier(value)).await;
        assert!(matches!(result, Err(Error::NotFound)), "{value}");
        stage.asked();
    }
}

#[tokio::test]
async fn a_renewal_without_an_answer_is_unknown() {
    let stage = Stage::set([(LIST, list()), (RENEW, String::new())]).await;
    let error = stage
        .instance()
        .renew_secret(&identifier("id3"))
        .await
        .unwrap_err();
    assert!(error.outcome_unknown());
    stage.asked();
}
