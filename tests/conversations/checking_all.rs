//! Checking every key, by a person and by the program itself; a server that is not reached.

use super::desk::Desk;
use super::stage::Stage;
use keys::{Act, CheckResult, KeyStatus, Moment};
use operations::{Checks, Error};
use practice::{Act as Elsewhere, FaultKind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

const TOKEN: &str = "POST /oauth2/token";

async fn check_all(desk: &Desk) -> Result<Checks, Error> {
    let go_on = AtomicBool::new(false);
    operations::check_all(&desk.context, None, &|_, _| {}, &go_on).await
}

async fn check_next(desk: &Desk, since: Moment) -> bool {
    let next = operations::check_next(&desk.context, since).await;
    next.unwrap().is_some()
}

#[tokio::test]
async fn a_key_is_unreachable_until_a_check_reaches_its_server_again() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1).id;
    operations::check_key(&desk.context, key).await.unwrap();
    let (_, checked_at) = desk.key(id, 1).check.unwrap();
    for kind in [
        FaultKind::RefuseConnection,
        FaultKind::ServerError,
        FaultKind::CutAfterWork,
    ] {
        stage.spoil("GET", "/api", kind.clone());
        let error = operations::check_key(&desk.context, key).await.unwrap_err();
        assert!(matches!(error, Error::Server { .. }), "{kind:?} {error:?}");
        let now = desk.key(id, 1);
        assert_eq!(now.status(), KeyStatus::Unreachable, "{kind:?}");
        assert_eq!(now.known_status(), KeyStatus::Works, "{kind:?}");
        assert_eq!(now.check, Some((CheckResult::Works, checked_at)));
        assert!(now.unreached_at > Some(checked_at), "{kind:?}");
    }
    let status = operations::check_key(&desk.context, key).await.unwrap();
    assert_eq!(status, KeyStatus::Works);
    let healed = desk.key(id, 1);
    assert_eq!(healed.unreached_at, None);
    assert!(healed.check.unwrap().1 > checked_at);
}

#[tokio::test]
async fn a_key_never_checked_is_unreachable_too_and_a_known_fault_is_not_hidden_for_good() {
    let mut stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let renew = Elsewhere::Renew { app: Some(2) };
    stage.co_op.act(&renew).unwrap();
    let [never, refused] = [1, 2].map(|number| desk.key(id, number).id);
    operations::check_key(&desk.context, refused).await.unwrap();
    assert_eq!(desk.key(id, 2).status(), KeyStatus::Refused);
    stage.close().await;
    for key in [never, refused] {
        operations::check_key(&desk.context, key).await.unwrap_err();
    }
    assert_eq!(desk.key(id, 1).status(), KeyStatus::Unreachable);
    assert_eq!(desk.key(id, 1).known_status(), KeyStatus::NotChecked);
    assert_eq!(desk.key(id, 2).known_status(), KeyStatus::Refused);
}

#[tokio::test]
async fn all_keys_are_checked_counted_and_told_of() {
    let stage = Stage::start().await;
    let (desk, id) = Desk::connected(&stage).await;
    let renew = Elsewhere::Renew { app: Some(1) };
    stage.co_op.act(&renew).unwrap();
    // Out of sight, so out of the round.
    operations::archive_key(&desk.context, desk.key(id, 3).id).unwrap();
    let heard = Mutex::new(Vec::new());
    let checks = operations::check_all(
        &desk.context,
        Some(id),
        &|done, of| heard.lock().unwrap().push((done, of)),
        &AtomicBool::new(false),
    )
    .await
    .unwrap();
    // Trouble: 1 renewed, 18 without deliveries, 43 and 48 without any scope; 12 belongs to a
    // Store that was deleted.
    let trouble = checks.trouble;
    assert_eq!(checks.checked, checks.works + trouble);
    assert_eq!((checks.checked, checks.without_secret), (49, 0));
    assert!(!checks.stopped && checks.unreached.is_empty());
    let keys = desk.context.inventory.keys(id).unwrap();
    let in_sight = keys.iter().filter(|key| key.archived_at.is_none());
    let works = in_sight.filter(|key| key.status() == KeyStatus::Works);
    assert_eq!(checks.works, works.count());
    for (number, status) in [
        (1, KeyStatus::Refused),
        (18, KeyStatus::LacksDeliveries),
        (43, KeyStatus::Unrestricted),
        (48, KeyStatus::Unrestricted),
        (3, KeyStatus::NotChecked),
    ] {
        assert_eq!(desk.key(id, number).status(), status, "{number}");
    }
    let heard = heard.into_inner().unwrap();
    let told: Vec<_> = (0..=49).map(|done| (done, 49)).collect();
    assert_eq!(heard, told);
}

#[tokio::test]
async fn checking_all_can_be_stopped_between_two_keys() {
    let stage = Stage::start_small().await;
    let (desk, _) = Desk::connected(&stage).await;
    let stop = AtomicBool::new(false);
    let checks = operations::check_all(
        &desk.context,
        None,
        &|done, _| stop.store(done == 2, Ordering::Relaxed),
        &stop,
    )
    .await
    .unwrap();
    assert!(checks.stopped);
    assert_eq!((checks.checked, checks.works), (2, 2));
    assert_eq!(stage.count(TOKEN), 2);
}

#[tokio::test]
async fn one_server_that_is_down_does_not_keep_the_other_from_being_checked() {
    let mut down = Stage::start_small().await;
    let up = Stage::start_small().await;
    let desk = Desk::new(&down);
    let first = desk.connect(&down, "admin").await;
    let second = desk.connect(&up, "admin").await;
    desk.refresh(first).await.unwrap();
    desk.refresh(second).await.unwrap();
    operations::check_key(&desk.context, desk.key(first, 2).id)
        .await
        .unwrap();
    down.close().await;
    let checks = check_all(&desk).await.unwrap();
    let name = desk.context.inventory.connection(first).unwrap();
    assert_eq!(checks.unreached, [name.unwrap().name]);
    assert_eq!((checks.checked, checks.works), (3, 3));
    assert_eq!((checks.trouble, checks.stopped), (0, false));
    for number in 1..=3 {
        let key = desk.key(second, number);
        assert_eq!(key.status(), KeyStatus::Works);
    }
    assert_eq!(desk.key(first, 2).known_status(), KeyStatus::Works);
    assert_eq!(desk.key(first, 3).known_status(), KeyStatus::NotChecked);
}

#[tokio::test]
async fn keys_without_their_secret_are_counted_and_the_others_checked() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let entry = |number| keychain::Entry::key_secret(true, &stage.url, keys::ServerAppId(number));
    assert!(desk.keychain.forget(&entry(2)));
    desk.keychain
        .overwrite(&entry(3), keys::Secret::new("another".to_owned()));
    let checks = check_all(&desk).await.unwrap();
    assert_eq!((checks.checked, checks.works), (1, 1));
    assert_eq!((checks.trouble, checks.without_secret), (0, 2));
    assert_eq!(desk.key(id, 2).status(), KeyStatus::SecretMissing);
    // Known to be missing by now, they are counted all the same.
    let checks = check_all(&desk).await.unwrap();
    assert_eq!((checks.checked, checks.without_secret), (1, 2));
}

#[tokio::test]
async fn a_closed_keychain_ends_checking_all() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    desk.keychain.set_trouble(Some(keychain::Trouble::Locked));
    let error = check_all(&desk).await.unwrap_err();
    assert!(matches!(error, Error::Keychain(_)), "{error:?}");
    assert_eq!(stage.count(TOKEN), 0);
    desk.keychain.set_trouble(None);
    assert_eq!(desk.key(id, 1).status(), KeyStatus::NotChecked);
}

#[tokio::test]
async fn the_gentle_check_takes_one_key_at_a_time_the_longest_unchecked_first() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    // 2 was checked long ago, 3 just now, 1 never.
    for number in [2, 3] {
        let key = desk.key(id, number).id;
        operations::check_key(&desk.context, key).await.unwrap();
        desk.wait(1_000_000);
    }
    let checked_at = |number| desk.key(id, number).check.map(|(_, at)| at);
    let first_round = desk.context.now();
    let [second, third] = [2, 3].map(|number| checked_at(number).unwrap());
    assert!(check_next(&desk, first_round).await);
    assert!(checked_at(1).is_some(), "never checked comes first");
    assert_eq!((checked_at(2), checked_at(3)), (Some(second), Some(third)));
    assert!(check_next(&desk, first_round).await);
    assert!(checked_at(2) > Some(second) && checked_at(3) == Some(third));
    assert!(check_next(&desk, first_round).await);
    assert!(checked_at(3) > Some(third));
    let asked = stage.requests().len();
    assert!(!check_next(&desk, first_round).await, "all are fresh");
    assert_eq!(stage.requests().len(), asked, "so nobody is asked");
    desk.wait(1_000_000);
    let later = desk.context.now();
    assert!(check_next(&desk, later).await, "they age");
}

#[tokio::test]
async fn the_gentle_check_writes_history_only_for_news() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let checks = |number| {
        let acts = desk.acts(&desk.key(id, number));
        acts.into_iter().filter(|act| *act == Act::Checked).count()
    };
    let round = async || {
        while check_next(&desk, desk.context.now()).await {
            if (1..=3).all(|number| desk.key(id, number).check.is_some()) {
                break;
            }
        }
    };
    round().await;
    assert_eq!([1, 2, 3].map(checks), [1, 1, 1], "the first is news");
    for _ in 0..6 {
        assert!(check_next(&desk, desk.context.now()).await);
    }
    assert_eq!([1, 2, 3].map(checks), [1, 1, 1], "the same is none");
    let renew = Elsewhere::Renew { app: Some(2) };
    stage.co_op.act(&renew).unwrap();
    for _ in 0..6 {
        assert!(check_next(&desk, desk.context.now()).await);
    }
    assert_eq!([1, 2, 3].map(checks), [1, 2, 1], "a refusal is, once");
    assert_eq!(desk.key(id, 2).status(), KeyStatus::Refused);
    // A person who asks leaves a line each time.
    operations::check_key(&desk.context, desk.key(id, 1).id)
        .await
        .unwrap();
    assert_eq!(checks(1), 2);
}

#[tokio::test]
async fn the_gentle_check_goes_on_to_the_next_key_when_one_cannot_be_checked() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let entry = keychain::Entry::key_secret(true, &stage.url, keys::ServerAppId(1));
    assert!(desk.keychain.forget(&entry));
    stage.spoil("GET", "/api", FaultKind::RefuseConnection);
    let begin = desk.context.now();
    let mut rounds = 0;
    while check_next(&desk, begin).await {
        rounds += 1;
        assert!(rounds < 10, "one key is tried again and again");
    }
    assert_eq!(desk.key(id, 1).status(), KeyStatus::SecretMissing);
    assert_eq!(desk.key(id, 2).status(), KeyStatus::Unreachable);
    assert_eq!(desk.key(id, 3).status(), KeyStatus::Works);
    assert_eq!(rounds, 3);
}
