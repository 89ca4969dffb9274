//! The rules that prevent damage (contract 0), one test each. Rule 1 is kept where forms leave.

use crate::{
    creating::{FORM, SEND, shop},
    pages,
    stage::{Stage, admin_token, html, me, moved, status, to_login, to_second_factor},
};
use coopcycle::Error;
use keys::{AppName, Identifier, ServerAppId};

fn form(label: &str) -> String {
    html(&pages::app_form(label, "t0", ""))
}

#[tokio::test]
async fn rule_1_reading_a_key_only_reads() {
    let page = html(&pages::app_detail(3));
    let stage = Stage::set([("GET /admin/api/apps/3", page)]).await;
    stage.instance().app(ServerAppId(3)).await.unwrap();
    assert!(
        stage
            .asked()
            .iter()
            .all(|asked| asked.line.starts_with("GET "))
    );
}

#[tokio::test]
async fn rule_2_only_a_redirect_elsewhere_than_to_sign_in_is_success() {
    for answer in [to_second_factor(), status("500 Internal Server Error", "")] {
        let stage = Stage::set([(FORM, form("x")), (SEND, answer)]).await;
        assert!(stage.instance().create_app(&shop()).await.is_err());
        stage.asked();
    }
    let login = ("GET /profile/jwt", to_login());
    let stage = Stage::set([(FORM, form("x")), (SEND, to_login()), login]).await;
    assert!(stage.instance().create_app(&shop()).await.is_err());
    stage.asked();
    let stage = Stage::set([(FORM, form("x")), (SEND, moved("/admin/api/apps/5"))]).await;
    assert!(stage.instance().create_app(&shop()).await.is_ok());
}

#[tokio::test]
async fn rule_3_blank_names_are_never_sent() {
    assert!(AppName::parse("  ").is_err());
    let stage = Stage::set([]).await;
    let instance = stage.instance();
    let value = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let no_name = [value(
        "store[address][streetAddress]",
        "1, rue de l'Exemple",
    )];
    assert!(matches!(
        instance.create_store(&no_name).await,
        Err(Error::Name(_))
    ));
    let no_address = [
        value("store[name]", "x"),
        value("store[address][streetAddress]", " "),
    ];
    let result = instance.create_store(&no_address).await;
    assert!(matches!(result, Err(Error::AddressMissing)));
    stage.asked();
}

#[tokio::test]
async fn rule_4_a_form_is_sent_with_the_fields_of_the_page_and_no_others() {
    let extra = r#"<input type="hidden" name="api_app[unknown]" value="kept">"#;
    let page = pages::app_form("x", "t0", extra);
    let stage = Stage::set([(FORM, html(&page)), (SEND, moved("/admin/api/apps/5"))]).await;
    stage.instance().create_app(&shop()).await.unwrap();
    let names: Vec<_> = url::form_urlencoded::parse(stage.asked()[1].body.as_bytes())
        .map(|(name, _)| name.into_owned())
        .collect();
    let expected = [
        "api_app[unknown]",
        "api_app[name]",
        "api_app[type]",
        "api_app[scopes][]",
        "api_app[store]",
        "api_app[_token]",
    ];
    assert_eq!(names, expected);
}

#[tokio::test]
async fn rule_5_the_language_of_a_page_changes_nothing() {
    let mut sent = Vec::new();
    for label in [
        "App name",
        "Nom de l'application",
        "Nombre de la aplicación",
        "Aplikazioaren izena",
    ] {
        let stage = Stage::set([(FORM, form(label)), (SEND, moved("/admin/api/apps/5"))]).await;
        stage.instance().create_app(&shop()).await.unwrap();
        sent.push(stage.asked()[1].body.clone());
    }
    sent.dedup();
    assert_eq!(sent.len(), 1);
}

#[tokio::test]
async fn rule_6_every_location_is_judged() {
    let apps = "GET /admin/api/apps";
    let stage = Stage::set([(apps, to_login()), ("GET /profile/jwt", to_login())]).await;
    assert!(matches!(
        stage.instance().apps().await,
        Err(Error::SessionOver)
    ));
    let stage = Stage::set([(apps, to_second_factor())]).await;
    assert!(matches!(
        stage.instance().apps().await,
        Err(Error::SessionOver)
    ));
    // Such a redirect from an API path is no JSON, and no success.
    let stage = Stage::set([
        ("GET /profile/jwt", admin_token()),
        ("GET /api/me", to_login()),
    ])
    .await;
    assert!(stage.instance().account().await.is_err());
}

#[tokio::test]
async fn rule_7_api_requests_say_what_they_accept_and_forms_are_urlencoded() {
    let stage = Stage::set([
        ("GET /profile/jwt", admin_token()),
        ("GET /api/me", me(r#""ROLE_ADMIN""#)),
        (FORM, form("x")),
        (SEND, moved("/admin/api/apps/5")),
    ])
    .await;
    let instance = stage.instance();
    instance.account().await.unwrap();
    instance.create_app(&shop()).await.unwrap();
    let asked = stage.asked();
    assert!(asked[1].head.contains("accept: application/ld+json"));
    assert!(
        asked[3]
            .head
            .contains("content-type: application/x-www-form-urlencoded")
    );
}

#[tokio::test]
async fn rule_8_what_pages_show_in_clear_is_not_shown_by_us() {
    let rows = pages::oauth_row(3, "Shop", "Acme") + &pages::api_key_row(4);
    let list = pages::app_list(&rows);
    let stage = Stage::set([
        ("GET /admin/api/apps", html(&list)),
        ("GET /admin/api/apps/3", html(&pages::app_detail(3))),
        ("GET /admin/api/apps", html(&list.replace("</table>", ""))),
        ("GET /admin/api/apps", html(&list)),
        ("POST /admin/api/apps", html(&list)),
    ])
    .await;
    let instance = stage.instance();
    let mut shown = vec![
        format!("{:?}", instance.apps().await.unwrap()),
        format!("{:?}", instance.app(ServerAppId(3)).await.unwrap()),
    ];
    let identifier = Identifier::new("id3").unwrap();
    for error in [
        instance.apps().await.unwrap_err(),
        instance.renew_secret(&identifier).await.unwrap_err(),
    ] {
        shown.push(format!("{error} {error:?}"));
    }
    for secret in ["secret3", "ak_4", "hidden4"] {
        assert!(!shown.concat().contains(secret), "{shown:?}");
    }
    stage.asked();
}

#[tokio::test]
async fn rule_9_requests_come_from_a_program_and_not_from_a_page() {
    let stage = Stage::set([(FORM, form("x")), (SEND, moved("/admin/api/apps/5"))]).await;
    stage.instance().create_app(&shop()).await.unwrap();
    for asked in stage.asked() {
        let head = asked.head.to_lowercase();
        assert!(
            !head.contains("origin:") && !head.contains("referer:"),
            "{head}"
        );
        assert!(head.contains("user-agent: saddlebag/"), "{head}");
    }
}
