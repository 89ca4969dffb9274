//! Looking for the owner of a key to be (contract 5).

use crate::{
    pages::new_key_line,
    stage::{Answer, Line, Stage, json, line, status},
};
use keys::SiteUserId;
use woocommerce::{Error, SiteUser};

const ASK: &str = "GET /wp-admin/admin-ajax.php?action=woocommerce_json_search_customers&term=ann+%26+co&security=cccccccccc";

async fn search(script: Vec<Line>) -> Result<Vec<SiteUser>, Error> {
    let stage = Stage::set_in("/boutique", script).await;
    let result = stage.site().users(" ann & co ").await;
    stage.asked();
    result
}

fn plain(head: &str, body: &str) -> Answer {
    status(&format!("{head}\r\nContent-Type: text/html"), body)
}

#[tokio::test]
async fn users_come_with_number_and_name() {
    let found = r#"{"12":"Bob","2":"Ann &amp; Co (#2 &ndash; ann@shop.example)"}"#;
    let users = search(vec![new_key_line(), line(ASK, json(found))])
        .await
        .unwrap();
    let expected = [(2, "Ann & Co (#2 – ann@shop.example)"), (12, "Bob")];
    let expected = expected.map(|(id, label)| SiteUser {
        id: SiteUserId(id),
        label: label.to_owned(),
    });
    assert_eq!(users, expected);
    for nobody in ["[]", "{}"] {
        let users = search(vec![new_key_line(), line(ASK, json(nobody))]).await;
        assert_eq!(users.unwrap(), []);
    }
}

#[tokio::test]
async fn the_proof_is_kept_and_renewed_once() {
    let old = || line(ASK, plain("403 Forbidden", "-1"));
    let stage = Stage::set(vec![
        new_key_line(),
        line(ASK, json("[]")),
        line(ASK, json("[]")),
        old(),
        new_key_line(),
        line(ASK, json("[]")),
        old(),
        new_key_line(),
        old(),
    ])
    .await;
    let site = stage.site();
    for _ in 0..3 {
        assert_eq!(site.users("ann & co").await.unwrap(), []);
    }
    let result = site.users("ann & co").await;
    assert!(matches!(result, Err(Error::SessionOver)), "{result:?}");
    stage.asked();
}

#[tokio::test]
async fn what_is_no_list_of_users_is_told() {
    for (answer, expected) in [
        (plain("400 Bad Request", "0"), "the session is over"),
        (
            plain("200 OK", "-1"),
            "the account may not manage woocommerce",
        ),
        (
            json(r#"{"x":"Bob"}"#),
            "unreadable \"woocommerce_json_search_customers\"",
        ),
        (
            json("[1]"),
            "unreadable \"woocommerce_json_search_customers\"",
        ),
    ] {
        let error = search(vec![new_key_line(), line(ASK, answer)])
            .await
            .unwrap_err();
        assert_eq!(error.to_string(), expected);
        assert!(!error.outcome_unknown());
    }
}

#[tokio::test]
async fn nothing_typed_asks_nobody() {
    let stage = Stage::set(Vec::new()).await;
    assert_eq!(stage.site().users("  ").await.unwrap(), []);
    stage.asked();
}
