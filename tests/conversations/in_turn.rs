//! Copying in turn: base URL, Identifier, Secret, one after the other.

use super::desk::Desk;
use super::stage::Stage;
use keys::{ConnectionId, KeyId, Secret};
use operations::{Error, Field, Turn};
use practice::Options;
use std::time::Duration;

const MINUTE: Duration = Duration::from_mins(1);

fn text(desk: &Desk) -> String {
    desk.clipboard.text().unwrap().expose().to_owned()
}

fn turn(desk: &Desk) -> Option<Turn> {
    desk.context.copied().and_then(|copied| copied.turn)
}

/// A desk with keys of both types.
async fn with_an_api_key() -> (Stage, Desk, ConnectionId) {
    let options = Options {
        apps: Some(9),
        ..Options::default()
    };
    let stage = Stage::start_with(options).await;
    let (desk, id) = Desk::connected(&stage).await;
    (stage, desk, id)
}

async fn begin(desk: &Desk, key: KeyId) {
    let first = operations::copy_in_turn(&desk.context, key).await;
    assert_eq!(first.unwrap().field, Field::BaseUrl);
}

#[tokio::test]
async fn three_values_follow_each_other_and_the_last_ends_it() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1);
    begin(&desk, key.id).await;
    assert_eq!(text(&desk), stage.url.as_str());
    let places = |place, next| {
        Some(Turn {
            key: key.id,
            place,
            of: 3,
            next,
        })
    };
    assert_eq!(turn(&desk), places(1, Some(Field::Identifier)));
    let second = operations::copy_next(&desk.context).await.unwrap().unwrap();
    assert_eq!(second.field, Field::Identifier);
    assert_eq!(text(&desk), key.identifier.unwrap().as_str());
    assert_eq!(turn(&desk), places(2, Some(Field::Secret)));
    let third = operations::copy_next(&desk.context).await.unwrap().unwrap();
    assert_eq!(third.field, Field::Secret);
    let secret = desk.secret(&stage, 1).await.unwrap();
    assert_eq!(text(&desk), secret);
    assert_eq!(turn(&desk), places(3, None));
    let end = operations::copy_next(&desk.context).await.unwrap();
    assert_eq!(end, None, "nothing comes after the last");
    assert_eq!(text(&desk), secret, "which stays until its time is over");
    assert_eq!(turn(&desk), None);
    let again = operations::copy_next(&desk.context).await;
    assert!(matches!(again, Err(Error::NoTurn)), "{again:?}");
}

#[tokio::test]
async fn an_api_key_has_two_values() {
    let (stage, desk, id) = with_an_api_key().await;
    begin(&desk, desk.key(id, 9).id).await;
    assert_eq!(turn(&desk).unwrap().of, 2);
    assert_eq!(turn(&desk).unwrap().next, Some(Field::Secret));
    operations::copy_next(&desk.context).await.unwrap();
    assert_eq!(Some(text(&desk)), desk.secret(&stage, 9).await);
    assert!(text(&desk).starts_with("ak_"));
    let end = operations::copy_next(&desk.context).await.unwrap();
    assert_eq!(end, None);
}

#[tokio::test]
async fn what_is_no_secret_waits_longer_than_a_secret() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1).id;
    let times = async |set: Option<Duration>| {
        operations::set_clipboard_time(&desk.context, set);
        let first = operations::copy_in_turn(&desk.context, key).await.unwrap();
        let next = async || operations::copy_next(&desk.context).await.unwrap().unwrap();
        [
            first.clears_after,
            next().await.clears_after,
            next().await.clears_after,
        ]
    };
    let [seconds, long] = [Duration::from_secs(10), 10 * MINUTE];
    let [url, identifier, secret] = times(Some(seconds)).await;
    assert_eq!(secret, Some(seconds), "the Secret keeps to the setting");
    assert!(url >= Some(MINUTE) && identifier == url, "{url:?}");
    assert_eq!(times(Some(long)).await, [Some(long); 3]);
    assert_eq!(times(None).await, [None; 3]);
    operations::set_clipboard_time(&desk.context, Some(seconds));
    let alone = operations::copy_field(&desk.context, key, Field::BaseUrl).await;
    assert_eq!(alone.unwrap().clears_after, Some(seconds), "not in turn");
}

#[tokio::test(start_paused = true)]
async fn a_value_that_waits_is_still_there_when_a_secret_would_be_gone() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    begin(&desk, desk.key(id, 1).id).await;
    tokio::time::sleep(2 * MINUTE).await;
    assert_eq!(text(&desk), stage.url.as_str());
    for _ in 0..2 {
        operations::copy_next(&desk.context).await.unwrap().unwrap();
    }
    tokio::time::sleep(2 * MINUTE).await;
    assert!(desk.clipboard.text().is_none(), "the Secret is cleared");
}

#[tokio::test]
async fn a_copy_in_between_ends_it() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let [key, other] = [1, 2].map(|number| desk.key(id, number).id);
    begin(&desk, key).await;
    operations::copy_field(&desk.context, other, Field::Identifier)
        .await
        .unwrap();
    let next = operations::copy_next(&desk.context).await;
    assert!(matches!(next, Err(Error::NoTurn)), "{next:?}");
    begin(&desk, key).await;
    let sheet = Secret::new("a sheet".to_owned());
    operations::copy_text(&desk.context, &sheet, Field::Sheet, Some(key))
        .await
        .unwrap();
    let next = operations::copy_next(&desk.context).await;
    assert!(matches!(next, Err(Error::NoTurn)), "{next:?}");
    assert_eq!(text(&desk), "a sheet");
    // Beginning with another key goes on with that one.
    begin(&desk, key).await;
    begin(&desk, other).await;
    assert_eq!(turn(&desk).unwrap().key, other);
}

#[tokio::test]
async fn clearing_or_stopping_ends_it() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1).id;
    begin(&desk, key).await;
    operations::stop_copying_in_turn(&desk.context);
    assert_eq!(text(&desk), stage.url.as_str(), "what is there stays");
    let next = operations::copy_next(&desk.context).await;
    assert!(matches!(next, Err(Error::NoTurn)), "{next:?}");
    begin(&desk, key).await;
    operations::clear_clipboard(&desk.context).await.unwrap();
    assert!(desk.clipboard.text().is_none());
    let next = operations::copy_next(&desk.context).await;
    assert!(matches!(next, Err(Error::NoTurn)), "{next:?}");
    assert!(desk.clipboard.text().is_none());
}

#[tokio::test]
async fn nothing_begins_by_itself() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let next = operations::copy_next(&desk.context).await;
    assert!(matches!(next, Err(Error::NoTurn)), "{next:?}");
    operations::copy_field(&desk.context, desk.key(id, 1).id, Field::BaseUrl)
        .await
        .unwrap();
    let next = operations::copy_next(&desk.context).await;
    assert!(matches!(next, Err(Error::NoTurn)), "{next:?}");
}

#[tokio::test]
async fn a_secret_that_cannot_be_read_leaves_its_turn_to_be_tried_again() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    begin(&desk, desk.key(id, 1).id).await;
    operations::copy_next(&desk.context).await.unwrap();
    let identifier = text(&desk);
    desk.keychain.set_trouble(Some(keychain::Trouble::Locked));
    let locked = operations::copy_next(&desk.context).await;
    assert!(matches!(locked, Err(Error::Keychain(_))), "{locked:?}");
    assert_eq!(text(&desk), identifier);
    assert_eq!(turn(&desk).unwrap().place, 2);
    desk.keychain.set_trouble(None);
    let third = operations::copy_next(&desk.context).await.unwrap();
    assert_eq!(third.unwrap().field, Field::Secret);
}
