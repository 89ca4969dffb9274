//! The newest delivery of a Store, whatever the order of the pages.

use crate::stage::{Stage, admin_token, json, status};
use coopcycle::Error;
use keys::ServerStoreId;

const TOKEN: &str = "GET /profile/jwt";
const FIRST: &str = "GET /api/stores/7/deliveries";
const SECOND: &str = "GET /api/stores/7/deliveries?page=2";
const LAST: &str = "GET /api/stores/7/deliveries?page=9";

fn page(numbers: &[i64], view: &str) -> String {
    let members: Vec<String> = numbers
        .iter()
        .map(|number| format!(r#"{{"@id":"/api/deliveries/{number}","@type":"x"}}"#))
        .collect();
    let members = members.join(",");
    json(&format!(
        r#"{{"@type":"hydra:Collection","hydra:member":[{members}]{view}}}"#
    ))
}

const MORE: &str = r#","hydra:view":{"hydra:next":"/api/stores/7/deliveries?page=2","hydra:last":"/api/stores/7/deliveries?page=9"}"#;

async fn newest<const N: usize>(script: [(&str, String); N]) -> Result<Option<i64>, Error> {
    let stage = Stage::set(script).await;
    let found = stage.instance().newest_delivery(ServerStoreId(7)).await;
    stage.asked();
    found
}

#[tokio::test]
async fn newest_first_needs_one_page() {
    let script = [(TOKEN, admin_token()), (FIRST, page(&[9, 8, 3], MORE))];
    assert_eq!(newest(script).await.unwrap(), Some(9));
}

#[tokio::test]
async fn oldest_first_needs_the_first_and_the_last_page() {
    let end = r#","hydra:view":{"hydra:previous":"/api/stores/7/deliveries?page=8"}"#;
    let script = [
        (TOKEN, admin_token()),
        (FIRST, page(&[1, 2, 3], MORE)),
        (LAST, page(&[40, 41], end)),
    ];
    assert_eq!(newest(script).await.unwrap(), Some(41));
}

#[tokio::test]
async fn without_an_order_every_page_is_read() {
    let script = [
        (TOKEN, admin_token()),
        (FIRST, page(&[5, 90, 3], MORE)),
        (SECOND, page(&[70, 2, 80], "")),
    ];
    assert_eq!(newest(script).await.unwrap(), Some(90));
}

#[tokio::test]
async fn numbers_are_read_from_either_name() {
    let body = json(r#"{"hydra:member":[{"id":4},{"@id":"/api/deliveries/6"},{"@id":"/x/99"}]}"#);
    let script = [(TOKEN, admin_token()), (FIRST, body)];
    assert_eq!(newest(script).await.unwrap(), Some(6));
}

#[tokio::test]
async fn what_is_not_told_is_none() {
    let script = [(TOKEN, admin_token()), (FIRST, page(&[], ""))];
    assert_eq!(newest(script).await.unwrap(), None);
    for head in ["404 Not Found", "403 Forbidden"] {
        let refused = status(&format!("{head}\r\nContent-Type: application/json"), "{}");
        let script = [(TOKEN, admin_token()), (FIRST, refused)];
        assert_eq!(newest(script).await.unwrap(), None, "{head}");
    }
}

#[tokio::test]
async fn a_failing_server_and_a_page_that_leads_astray_are_errors() {
    let script = [
        (TOKEN, admin_token()),
        (FIRST, status("500 Internal Server Error", "x")),
    ];
    let found = newest(script).await;
    assert!(matches!(found, Err(Error::ServerError { .. })), "{found:?}");
    let astray = r#","hydra:view":{"hydra:next":"/api/users?page=2"}"#;
    let script = [(TOKEN, admin_token()), (FIRST, page(&[3, 9, 1], astray))];
    let found = newest(script).await;
    assert!(matches!(found, Err(Error::Unreadable { .. })), "{found:?}");
}
