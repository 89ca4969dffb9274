//! Rotating `ak_` keys: renewing does not change their value, only saving the app's page does.

use super::desk::{Desk, secret_on_server};
use super::rotating::{give, make, retire, step};
use super::stage::Stage;
use keys::{ConnectionId, KeyType, RotationId, RotationStep};
use operations::Error;
use practice::{Act as Elsewhere, Options};

const FIRST: i64 = 9;
const SECOND: i64 = 10;

/// A rotation whose second key works already.
async fn about_to_retire() -> (Stage, Desk, ConnectionId, RotationId) {
    let options = Options {
        apps: Some(9),
        ..Options::default()
    };
    let stage = Stage::start_with(options).await;
    let (desk, on) = Desk::connected(&stage).await;
    let id = operations::begin_rotation(&desk.context, desk.key(on, FIRST).id).unwrap();
    let new = make(&desk, id).await.unwrap();
    assert_eq!(desk.key(on, SECOND).id, new);
    assert_eq!(desk.key(on, SECOND).key_type, KeyType::ApiKey);
    assert!(secret_on_server(&stage, SECOND).await.starts_with("ak_"));
    give(&desk, new).await;
    operations::confirm_rotation(&desk.context, id).unwrap();
    (stage, desk, on, id)
}

fn save_the_page(stage: &Stage) {
    let act = Elsewhere::SaveEditPage { app: Some(FIRST) };
    stage.co_op.act(&act).unwrap();
}

#[tokio::test]
async fn an_api_key_is_retired_once_its_page_was_saved_on_the_server() {
    let (stage, desk, on, id) = about_to_retire().await;
    let first = secret_on_server(&stage, FIRST).await;
    for _ in 0..2 {
        let early = retire(&desk, id).await;
        assert!(matches!(early, Err(Error::NotReplacedYet)), "{early:?}");
        assert_eq!(step(&desk, id), RotationStep::Retire);
    }
    assert!(stage.co_op.opens(&first).unwrap(), "nothing was changed");
    assert_eq!(stage.count("POST /admin/api/apps"), 0);
    let connection = desk.context.inventory.connection(on).unwrap().unwrap();
    let page = operations::app_page(&connection, &desk.key(on, FIRST)).unwrap();
    assert!(
        page.starts_with(stage.url.as_str()) && page.ends_with("/9"),
        "{page}"
    );
    save_the_page(&stage);
    retire(&desk, id).await.unwrap();
    assert_eq!(step(&desk, id), RotationStep::Archive);
    assert!(!stage.co_op.opens(&first).unwrap());
    operations::finish_rotation(&desk.context, id).unwrap();
    assert!(desk.key(on, FIRST).archived_at.is_some());
}

#[tokio::test]
async fn a_refresh_in_between_does_not_hide_that_the_page_was_saved() {
    let (stage, desk, on, id) = about_to_retire().await;
    save_the_page(&stage);
    // The window comes to the front: the program sees it and takes the new value by itself.
    desk.refresh(on).await.unwrap();
    retire(&desk, id).await.unwrap();
    assert_eq!(step(&desk, id), RotationStep::Archive);
}

#[tokio::test]
async fn a_check_in_between_does_not_hide_that_the_page_was_saved() {
    let (stage, desk, on, id) = about_to_retire().await;
    save_the_page(&stage);
    let key = desk.key(on, FIRST).id;
    operations::check_key(&desk.context, key).await.unwrap();
    desk.refresh(on).await.unwrap();
    operations::check_key(&desk.context, key).await.unwrap();
    retire(&desk, id).await.unwrap();
    assert_eq!(step(&desk, id), RotationStep::Archive);
}

#[tokio::test]
async fn a_page_saved_before_the_rotation_does_not_retire_the_key() {
    let options = Options {
        apps: Some(9),
        ..Options::default()
    };
    let stage = Stage::start_with(options).await;
    let (desk, on) = Desk::connected(&stage).await;
    save_the_page(&stage);
    desk.refresh(on).await.unwrap();
    let id = operations::begin_rotation(&desk.context, desk.key(on, FIRST).id).unwrap();
    let new = make(&desk, id).await.unwrap();
    give(&desk, new).await;
    operations::confirm_rotation(&desk.context, id).unwrap();
    let early = retire(&desk, id).await;
    assert!(matches!(early, Err(Error::NotReplacedYet)), "{early:?}");
}
