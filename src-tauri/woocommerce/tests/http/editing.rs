//! Changing a key: only where the site's own list lets one, and never on the site's word alone
//! (contract 3, 6.2).

use crate::{
    pages::{AJAX, Flavour, Row, edit_key, keys, row, short_list},
    stage::{Line, Stage, died, json, line, status, to_login},
};
use keys::{Description, Permission, ServerAppId, SiteUserId};
use woocommerce::{Error, NewConsumerKey};

const UPDATED: &str = r#"{"success":true,"data":{"user_id":2,"description":"Renamed & Co","permissions":"read","consumer_key":"","consumer_secret":"","message":"x"}}"#;

fn change() -> NewConsumerKey {
    NewConsumerKey {
        description: Description::parse("Renamed & Co").unwrap(),
        owner: SiteUserId(2),
        permission: Permission::Read,
    }
}

fn listed(rows: &[Row]) -> Line {
    line(&keys(""), short_list(Flavour::B, rows))
}

fn page() -> Line {
    line(&keys("&edit-key=9"), edit_key(9).answer(Flavour::B))
}

async fn update(script: Vec<Line>) -> Result<(), Error> {
    let stage = Stage::set(script).await;
    let result = stage.site().update(ServerAppId(9), &change()).await;
    stage.asked();
    result
}

#[tokio::test]
async fn a_change_is_read_back() {
    let stage = Stage::set_safe_in(
        "/boutique",
        vec![listed(&[row(9)]), page(), line(AJAX, json(UPDATED)), page()],
    )
    .await;
    stage
        .site()
        .update(ServerAppId(9), &change())
        .await
        .unwrap();
    let asked = stage.asked();
    assert_eq!(
        asked[2].body,
        "action=woocommerce_update_api_key&security=aaaaaaaaaa&key_id=9&description=Renamed+%26+Co&user=2&permissions=read"
    );
}

#[tokio::test]
async fn a_key_without_a_link_is_never_sent() {
    // The site would change it without asking whose it is.
    let result = update(vec![listed(&[row(9).untouchable()])]).await;
    assert!(matches!(result, Err(Error::NotYours)), "{result:?}");
    let result = update(vec![
        listed(&[row(9)]),
        line(&keys("&edit-key=9"), died("200 OK")),
    ])
    .await;
    assert!(matches!(result, Err(Error::NotYours)), "{result:?}");
}

#[tokio::test]
async fn a_key_that_is_gone_is_never_sent() {
    let result = update(vec![listed(&[row(8)])]).await;
    assert!(matches!(result, Err(Error::NotFound)), "{result:?}");
    // Gone since: the page of such a key differs by nothing but its missing last characters.
    let mut nothing = edit_key(9);
    nothing.ending = "";
    let gone = line(&keys("&edit-key=9"), nothing.answer(Flavour::B));
    let result = update(vec![listed(&[row(9)]), gone]).await;
    assert!(matches!(result, Err(Error::NotFound)), "{result:?}");
}

#[tokio::test]
async fn a_yes_that_stored_something_else_is_no_success() {
    let mut other_description = edit_key(9);
    other_description.description = "My app";
    let mut other_permission = edit_key(9);
    other_permission.permission = 2;
    let mut other_owner = edit_key(9);
    other_owner.owner = 1;
    for stored in [other_description, other_permission, other_owner] {
        let stored = line(&keys("&edit-key=9"), stored.answer(Flavour::B));
        let result = update(vec![
            listed(&[row(9)]),
            page(),
            line(AJAX, json(UPDATED)),
            stored,
        ])
        .await;
        assert!(matches!(result, Err(Error::NotStored)), "{result:?}");
    }
}

#[tokio::test]
async fn refusals_and_lost_answers_are_told_apart() {
    let no = json(r#"{"success":false,"data":{"message":"Non."}}"#);
    let result = update(vec![listed(&[row(9)]), page(), line(AJAX, no)]).await;
    assert!(
        matches!(&result, Err(Error::SiteSays { message }) if message == "Non."),
        "{result:?}"
    );
    let over = status("400 Bad Request\r\nContent-Type: text/html", "0");
    let result = update(vec![listed(&[row(9)]), page(), line(AJAX, over)]).await;
    assert!(matches!(result, Err(Error::SessionOver)), "{result:?}");
    let result = update(vec![line(&keys(""), to_login())]).await;
    assert!(matches!(result, Err(Error::SessionOver)), "{result:?}");
    // What became of a change is open while nothing could be read back.
    let oops = line(&keys("&edit-key=9"), status("500 Oops", ""));
    let result = update(vec![
        listed(&[row(9)]),
        page(),
        line(AJAX, json(UPDATED)),
        oops,
    ])
    .await;
    assert!(result.unwrap_err().outcome_unknown());
}
