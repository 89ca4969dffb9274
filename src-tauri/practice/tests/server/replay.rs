//! A seed repeats everything that is otherwise left to chance.

use practice::{Act, AppNow, Options};

use super::browser::Running;

/// What a short run shows: apps, order of the list, cookies, mailed codes.
async fn run(seed: Option<u64>) -> (Vec<AppNow>, Vec<String>, String, String) {
    let running = Running::start_with(Options {
        seed,
        apps: Some(4),
        ..Options::default()
    })
    .await;
    let mut admin = running.signed_in("admin").await;
    running.co_op.act(&Act::Renew { app: Some(2) }).unwrap();
    running
        .co_op
        .act(&Act::SaveEditPage { app: Some(3) })
        .unwrap();
    let list = admin.get("/admin/api/apps").await;
    let order = list.attributes("tbody a", "href");
    let session = admin.cookies["PHPSESSID"].clone();
    let code = running.co_op.mails().unwrap()[0].code.clone();
    (running.co_op.apps().unwrap(), order, session, code)
}

#[tokio::test]
async fn the_same_seed_gives_the_same_run() {
    assert_eq!(run(Some(7)).await, run(Some(7)).await);
}

#[tokio::test]
async fn another_seed_and_no_seed_give_others() {
    let (first, _, session, _) = run(Some(7)).await;
    for seed in [Some(8), None] {
        let (other, _, other_session, _) = run(seed).await;
        assert_ne!(first[0].secret, other[0].secret);
        assert_ne!(session, other_session);
    }
}

#[tokio::test]
async fn the_order_of_the_list_is_of_the_moment() {
    let running = Running::start_with(Options {
        seed: Some(1),
        apps: Some(40),
        ..Options::default()
    })
    .await;
    let mut admin = running.signed_in("admin").await;
    let first = admin.get("/admin/api/apps").await;
    let second = admin.get("/admin/api/apps").await;
    let [mut first, mut second] = [first, second].map(|page| page.attributes("tbody a", "href"));
    assert_ne!(first, second);
    first.sort();
    second.sort();
    assert_eq!(first, second);
}
