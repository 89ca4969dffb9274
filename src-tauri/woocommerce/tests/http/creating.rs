//! Making a key: the pair is told once, and nothing is made twice (contract 6.1, 6.3).

use crate::{
    pages::{AJAX, Flavour, keys, made, new_key, new_key_line},
    stage::{Answer, Line, Stage, html, json, line, moved, rest_error, status},
};
use keys::{Description, Permission, ServerAppId, SiteUserId};
use woocommerce::{Error, MadeConsumerKey, NewConsumerKey};

pub(crate) fn wanted(permission: Permission) -> NewConsumerKey {
    NewConsumerKey {
        description: Description::parse("My app").unwrap(),
        owner: SiteUserId(2),
        permission,
    }
}

async fn make(script: Vec<Line>) -> Result<MadeConsumerKey, Error> {
    let stage = Stage::set_in("/boutique", script).await;
    let result = stage.site().create(&wanted(Permission::ReadWrite)).await;
    stage.asked();
    result
}

fn refused(head: &str, body: &str) -> Answer {
    status(
        &format!("{head}\r\nContent-Type: text/html; charset=UTF-8"),
        body,
    )
}

fn says_no(message: &str) -> Answer {
    json(&format!(
        r#"{{"success":false,"data":{{"message":"{message}"}}}}"#
    ))
}

#[tokio::test]
async fn each_permission_is_made_in_each_release() {
    for flavour in Flavour::ALL {
        for permission in Permission::ALL {
            let stage = Stage::set_safe_in(
                "/boutique",
                vec![
                    line(&keys("&create-key=1"), new_key().answer(flavour)),
                    line(AJAX, made(permission.as_value())),
                ],
            )
            .await;
            let key = stage.site().create(&wanted(permission)).await.unwrap();
            assert_eq!(key.id, Some(ServerAppId(9)));
            assert_eq!(
                key.consumer_key.as_str(),
                "ck_0123456789abcdef0123456789abcdef01234567"
            );
            assert_eq!(
                key.secret.expose(),
                "cs_89abcdef0123456789abcdef0123456789abcdef"
            );
            assert_eq!(
                (key.permission, key.description.as_str()),
                (permission, "My app")
            );
            assert!(!format!("{key:?}").contains("cs_"));
            let asked = stage.asked();
            assert_eq!(
                asked[1].body,
                format!(
                    "action=woocommerce_update_api_key&security=aaaaaaaaaa&key_id=0&description=My+app&user=2&permissions={}",
                    permission.as_value()
                )
            );
        }
    }
}

#[tokio::test]
async fn what_the_site_silently_changed_is_seen() {
    let key = make(vec![new_key_line(), line(AJAX, made("read"))])
        .await
        .unwrap();
    assert_eq!(key.permission, Permission::Read);
}

#[tokio::test]
async fn a_pair_is_taken_whatever_else_the_answer_lacks() {
    let bare = r#"<br /><b>Warning</b>: Undefined {x} in y
        {"success":true,"data":{"consumer_key":"ck_1","consumer_secret":"cs_1","description":"A &lt; B","permissions":"write"}}"#;
    let key = make(vec![new_key_line(), line(AJAX, html(bare))])
        .await
        .unwrap();
    assert_eq!((key.id, key.description.as_str()), (None, "A < B"));
    assert_eq!(
        (key.secret.expose(), key.permission),
        ("cs_1", Permission::Write)
    );
}

#[tokio::test]
async fn a_refusal_is_told_in_the_sites_words() {
    for message in [
        "Description is missing.",
        "User is missing.",
        "Permissions is missing.",
        "You do not have permission to assign API Keys to the selected user.",
        "There was an error generating your API Key.",
    ] {
        let result = make(vec![new_key_line(), line(AJAX, says_no(message))]).await;
        let error = result.unwrap_err();
        assert!(!error.outcome_unknown());
        assert!(
            matches!(&error, Error::SiteSays { message: words } if words == message),
            "{error:?}"
        );
    }
    let bare = json(r#"{"success":false}"#);
    let result = make(vec![new_key_line(), line(AJAX, bare)]).await;
    assert!(matches!(result, Err(Error::SiteSays { message }) if message.is_empty()));
}

#[tokio::test]
async fn an_old_proof_is_renewed_once_and_only_once() {
    let mut fresh = new_key();
    fresh.nonce = "bbbbbbbbbb";
    let old = || line(AJAX, refused("403 Forbidden", "-1"));
    let script = vec![
        new_key_line(),
        old(),
        line(&keys("&create-key=1"), fresh.answer(Flavour::A)),
        line(AJAX, made("read_write")),
    ];
    let stage = Stage::set(script).await;
    assert!(
        stage
            .site()
            .create(&wanted(Permission::ReadWrite))
            .await
            .is_ok()
    );
    let asked = stage.asked();
    assert!(
        asked[3].body.contains("security=bbbbbbbbbb"),
        "{}",
        asked[3].body
    );
    let result = make(vec![new_key_line(), old(), new_key_line(), old()]).await;
    assert!(matches!(result, Err(Error::SessionOver)), "{result:?}");
}

#[tokio::test]
async fn refusals_that_mean_nothing_was_made_are_told_apart() {
    let result = make(vec![new_key_line(), line(AJAX, refused("200 OK", "-1"))]).await;
    assert!(matches!(result, Err(Error::NoRight)), "{result:?}");
    let over = refused("400 Bad Request", "0");
    let result = make(vec![new_key_line(), line(AJAX, over)]).await;
    assert!(matches!(result, Err(Error::SessionOver)), "{result:?}");
    let result = make(vec![
        new_key_line(),
        line(AJAX, moved("{base}/wp-login.php")),
    ])
    .await;
    assert!(matches!(result, Err(Error::SessionOver)), "{result:?}");
    let result = make(vec![
        new_key_line(),
        line(AJAX, refused("403 Forbidden", "<p>WAF")),
    ])
    .await;
    assert!(
        matches!(result, Err(Error::Blocked { status: 403 })),
        "{result:?}"
    );
}

#[tokio::test]
async fn an_unclear_answer_is_never_followed_by_a_second_try() {
    let whole = r#"{"success":true,"data":{"consumer_key":"ck_1""#;
    let nothing = r#"{"success":true,"data":{"consumer_key":"","consumer_secret":""}}"#;
    let no_secret = r#"{"success":true,"data":{"consumer_key":"ck_1","consumer_secret":""}}"#;
    for (answer, is_answered) in [
        (status("500 Internal Server Error", "x"), true),
        (status("502 Bad Gateway", "x"), false),
        (json(whole), true),
        (json(nothing), true),
        (json(no_secret), true),
        (html("<h1>Hello</h1>"), true),
        (moved("https://elsewhere.example/"), true),
        (moved("/"), true),
        (rest_error("418 Teapot", "x"), true),
    ] {
        let error = make(vec![new_key_line(), line(AJAX, answer)])
            .await
            .unwrap_err();
        assert!(error.outcome_unknown(), "{error:?}");
        assert_eq!(error.is_answered(), is_answered, "{error:?}");
        assert!(!format!("{error:?} {error}").contains("ck_"), "{error:?}");
    }
}

#[tokio::test]
async fn a_lost_answer_leaves_the_outcome_open() {
    for answer in [Answer::silence(), made("read").cut_short()] {
        let error = make(vec![new_key_line(), line(AJAX, answer)])
            .await
            .unwrap_err();
        assert!(error.outcome_unknown() && error.is_offline(), "{error:?}");
        assert!(!error.is_answered(), "{error:?}");
    }
    // A page that could not be read before is no change.
    let first = line(&keys("&create-key=1"), Answer::silence());
    let error = make(vec![first]).await.unwrap_err();
    assert!(!error.outcome_unknown() && error.is_offline(), "{error:?}");
}

#[tokio::test]
async fn the_form_goes_nowhere_but_to_this_host() {
    let page = "<script>var woocommerce_admin_api_keys = {\"ajax_url\":\"https://evil.example/a\",\"update_api_nonce\":\"a\"};</script>";
    let result = make(vec![line(&keys("&create-key=1"), html(page))]).await;
    assert!(matches!(result, Err(Error::PageChanged { what }) if what == "ajax_url"));
}
