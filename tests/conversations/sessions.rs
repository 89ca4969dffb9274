//! Sessions: kept, revived without the second factor, and over (contract 3.1, 3.6).

use super::stage::Stage;
use coopcycle::{Error, Instance};
use std::time::Duration;

const DAY: Duration = Duration::from_hours(24);

#[tokio::test]
async fn a_kept_session_is_taken_up_by_another_start() {
    let stage = Stage::start().await;
    let session = stage.signed_in("admin").await.session();
    let later = stage.instance();
    later.restore_session(&session).unwrap();
    assert_eq!(later.apps().await.unwrap().len(), 50);
    assert_eq!(later.account().await.unwrap().username, "admin");
    assert_eq!(stage.count("POST /login_check"), 1);
}

#[tokio::test]
async fn an_old_session_is_revived_without_a_code() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    admin.take_changed_session();
    stage.co_op.advance_clock(8 * DAY);
    assert_eq!(admin.apps().await.unwrap().len(), 50);
    assert_eq!(stage.co_op.mails().unwrap().len(), 1);
    let changed = admin.take_changed_session();
    assert!(changed.is_some(), "the renewed cookies are worth keeping");
    let later = stage.instance();
    later.restore_session(&changed.unwrap()).unwrap();
    assert_eq!(later.apps().await.unwrap().len(), 50);
}

#[tokio::test]
async fn a_revived_account_without_the_role_is_told_so_and_not_signed_out() {
    let stage = Stage::start().await;
    let dispatcher = stage.signed_in("dispatcher").await;
    stage.expire(false);
    let result = dispatcher.apps().await;
    assert!(matches!(result, Err(Error::NotAdmin)), "{result:?}");
    assert_eq!(dispatcher.stores(&|_, _| {}).await.unwrap().len(), 47);
    let owner = stage.signed_in("shop").await;
    stage.expire(false);
    let result = owner.version().await;
    assert!(matches!(result, Err(Error::NotAllowed)), "{result:?}");
}

async fn is_over(instance: &Instance) {
    let result = instance.apps().await;
    assert!(matches!(result, Err(Error::SessionOver)), "{result:?}");
    let result = instance.app_form().await;
    assert!(matches!(result, Err(Error::SessionOver)), "{result:?}");
    let result = instance.store_form().await;
    assert!(matches!(result, Err(Error::SessionOver)), "{result:?}");
}

#[tokio::test]
async fn a_session_ended_on_the_server_is_over() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    stage.expire(true);
    is_over(&admin).await;
}

#[tokio::test]
async fn a_session_nobody_used_for_longer_than_a_year_is_over() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    stage.co_op.advance_clock(400 * DAY);
    is_over(&admin).await;
}

#[tokio::test]
async fn without_a_session_nothing_is_read() {
    let stage = Stage::start().await;
    is_over(&stage.instance()).await;
}

#[tokio::test]
async fn an_expired_token_is_replaced_from_the_session() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    admin.stores(&|_, _| {}).await.unwrap();
    let before = stage.count("GET /profile/jwt");
    stage.co_op.advance_clock(Duration::from_hours(2));
    assert_eq!(admin.stores(&|_, _| {}).await.unwrap().len(), 47);
    assert_eq!(stage.count("GET /profile/jwt"), before + 1);
}

#[tokio::test]
async fn the_release_is_told_by_any_page_to_dispatchers() {
    let stage = Stage::start().await;
    let dispatcher = stage.signed_in("dispatcher").await;
    let version = dispatcher.version().await.unwrap();
    assert_eq!(version.as_deref(), Some("v6.0.0"));
}
