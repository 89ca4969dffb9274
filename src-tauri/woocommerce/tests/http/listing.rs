//! The list of keys in three releases and two languages (contract 4, 11).

use crate::{
    pages::{Flavour, Row, blank, edit_key, keys, list, new_key, new_key_line, row, short_list},
    stage::{Line, Stage, died, html, line, moved, to_login},
};
use keys::{KeyOwner, Permission, SiteUserId};
use std::sync::Mutex;
use woocommerce::{Error, SeenConsumerKey};

fn ids(seen: &[SeenConsumerKey]) -> Vec<i64> {
    seen.iter().map(|key| key.id.0).collect()
}

async fn read(script: Vec<Line>) -> Result<Vec<SeenConsumerKey>, Error> {
    let stage = Stage::set_in("/boutique", script).await;
    let result = stage.site().keys(&|_, _| ()).await;
    stage.asked();
    result
}

fn page(number: usize, rows: &[Row], count: usize, pages: usize) -> Line {
    let more = if number == 1 {
        String::new()
    } else {
        format!("&paged={number}")
    };
    line(&keys(&more), list(Flavour::A, rows, count, pages, true))
}

fn rows(ids: impl IntoIterator<Item = i64>) -> Vec<Row> {
    ids.into_iter().map(row).collect()
}

#[tokio::test]
async fn every_release_is_read_alike() {
    for flavour in Flavour::ALL {
        let mut used = row(9).with_permission(0);
        used.last_access = Some("22 novembre 2026 à 9h05");
        used.ending = "3609e8d".to_owned();
        let all = [
            used,
            row(8).with_permission(1).untouchable(),
            row(7).ownerless(),
        ];
        let seen = read(vec![
            line(&keys("&create-key=1"), new_key().answer(flavour)),
            line(&keys(""), short_list(flavour, &all)),
        ])
        .await
        .unwrap();
        assert_eq!(ids(&seen), [9, 8, 7], "{flavour:?}");
        let first = &seen[0];
        assert_eq!(first.description, "App 9 & Co");
        assert_eq!(first.ending, "3609e8d");
        let ann = KeyOwner {
            id: Some(SiteUserId(2)),
            name: "Ann".to_owned(),
        };
        assert_eq!(first.owner, ann);
        assert_eq!(first.permission, Some(Permission::Read));
        assert_eq!(first.last_access.as_str(), "22 novembre 2026 à 9h05");
        assert!(first.may_change && !first.last_access.is_never());
        let others = &seen[1];
        assert_eq!(others.description, "App 8 & Co");
        assert_eq!((others.owner.id, others.owner.name.as_str()), (None, "Bob"));
        assert_eq!(others.permission, Some(Permission::Write));
        assert!(!others.may_change && others.last_access.is_never());
        assert!(seen[2].owner.is_gone());
        assert_eq!(seen[2].permission, Some(Permission::ReadWrite));
    }
}

#[tokio::test]
async fn all_pages_are_read_and_the_endless_link_is_not_followed() {
    let stage = Stage::set(vec![
        new_key_line(),
        page(1, &rows((14..=33).rev()), 33, 2),
        page(2, &rows((1..=13).rev()), 33, 2),
    ])
    .await;
    let told = Mutex::new(Vec::new());
    let seen = stage
        .site()
        .keys(&|done, of| told.lock().unwrap().push((done, of)))
        .await
        .unwrap();
    stage.asked();
    assert_eq!(ids(&seen), (1..=33).rev().collect::<Vec<_>>());
    assert_eq!(*told.lock().unwrap(), [(20, Some(33)), (33, Some(33))]);
}

#[tokio::test]
async fn a_list_that_shrinks_meanwhile_is_read_again() {
    let seen = read(vec![
        new_key_line(),
        page(1, &rows([4, 3]), 4, 2),
        // The first of all was revoked, and the third moved up past our eyes.
        page(2, &rows([1]), 3, 2),
        page(1, &rows([3, 2]), 3, 2),
        page(2, &rows([1]), 3, 2),
    ])
    .await;
    assert_eq!(ids(&seen.unwrap()), [3, 2, 1]);
}

#[tokio::test]
async fn past_the_end_and_over_again_it_stops() {
    let last = "{base}/wp-admin/admin.php?page=wc-settings&tab=advanced&section=keys&paged=1";
    let past_the_end = || line(&keys("&paged=2"), moved(last));
    // What was the last page is none any more, so the rows may have moved.
    let seen = read(vec![
        new_key_line(),
        page(1, &rows([3, 2]), 3, 2),
        past_the_end(),
        page(1, &rows([3, 1]), 2, 1),
    ])
    .await;
    assert_eq!(ids(&seen.unwrap()), [3, 1]);
    // A list that never gets steady is taken as it is.
    let again = || vec![page(1, &rows([2, 1]), 2, 9), past_the_end()];
    let script = [vec![new_key_line()], again(), again(), again()];
    let seen = read(script.concat()).await;
    assert_eq!(ids(&seen.unwrap()), [2, 1]);
    let seen = read(vec![
        new_key_line(),
        page(1, &rows([2, 1]), 2, 9),
        page(2, &rows([2, 1]), 2, 9),
    ])
    .await;
    assert_eq!(ids(&seen.unwrap()), [2, 1]);
}

#[tokio::test]
async fn no_key_is_no_row() {
    let nothing_found = "<form id=\"mainform\"><table><tbody id=\"the-list\"><tr class=\"no-items\"><td>No</td></tr></tbody></table></form>";
    for answer in [blank(), html(nothing_found)] {
        let seen = read(vec![new_key_line(), line(&keys(""), answer)]).await;
        assert_eq!(seen.unwrap(), []);
    }
}

#[tokio::test]
async fn words_that_tell_nothing_are_looked_up_on_the_keys_own_pages() {
    // Two permissions by one word: neither is meant by it.
    let mut form = new_key();
    form.labels = Some(["Access", "Access", "Both"]);
    let mut ninth = edit_key(9);
    ninth.permission = 1;
    let mut eighth = edit_key(8);
    eighth.permission = 0;
    let listed = [9, 8, 7].map(|id| row(id).with_permission(0));
    let listed = [
        listed[0].clone(),
        listed[1].clone(),
        listed[2].clone().untouchable(),
    ];
    let seen = read(vec![
        line(&keys("&create-key=1"), form.answer(Flavour::A)),
        line(&keys(""), short_list(Flavour::C, &listed)),
        line(&keys("&edit-key=9"), ninth.answer(Flavour::C)),
    ])
    .await;
    // A word known by the first key's page serves for the others.
    let permissions: Vec<_> = seen.unwrap().iter().map(|key| key.permission).collect();
    assert_eq!(permissions, [Some(Permission::Write); 3]);
    form.labels = Some(["Read", "Read", "Both"]);
    let seen = read(vec![
        line(&keys("&create-key=1"), form.answer(Flavour::A)),
        line(&keys(""), short_list(Flavour::A, &listed)),
        line(&keys("&edit-key=9"), ninth.answer(Flavour::A)),
        line(&keys("&edit-key=8"), eighth.answer(Flavour::A)),
    ])
    .await;
    let permissions: Vec<_> = seen.unwrap().iter().map(|key| key.permission).collect();
    assert_eq!(
        permissions,
        [Some(Permission::Write), Some(Permission::Read), None]
    );
}

#[tokio::test]
async fn a_page_shown_once_before_everything_is_passed() {
    let wizard = || moved("{base}/wp-admin/admin.php?page=wc-admin&path=/setup-wizard");
    let seen = read(vec![
        line(&keys("&create-key=1"), wizard()),
        new_key_line(),
        line(&keys(""), wizard()),
        line(&keys(""), short_list(Flavour::A, &rows([1]))),
    ])
    .await;
    assert_eq!(ids(&seen.unwrap()), [1]);
}

#[tokio::test]
async fn a_session_over_and_a_missing_right_are_told_apart() {
    let seen = read(vec![line(&keys("&create-key=1"), to_login())]).await;
    assert!(matches!(seen, Err(Error::SessionOver)), "{seen:?}");
    let seen = read(vec![line(&keys("&create-key=1"), died("403 Forbidden"))]).await;
    assert!(matches!(seen, Err(Error::NoRight)), "{seen:?}");
    // In the middle of a list, too.
    let seen = read(vec![
        new_key_line(),
        page(1, &rows([2, 1]), 4, 2),
        line(&keys("&paged=2"), to_login()),
    ])
    .await;
    assert!(matches!(seen, Err(Error::SessionOver)), "{seen:?}");
}

#[tokio::test]
async fn a_site_in_trouble_is_not_a_missing_right() {
    let maintenance = || died("503 Service Unavailable");
    for script in [
        vec![line(&keys("&create-key=1"), maintenance())],
        vec![new_key_line(), line(&keys(""), maintenance())],
    ] {
        let seen = read(script).await;
        assert!(
            matches!(seen, Err(Error::ServerError { status: 503, .. })),
            "{seen:?}"
        );
    }
}

#[tokio::test]
async fn a_page_that_lacks_something_is_no_empty_list() {
    let text = "<table><tbody id=\"the-list\"><tr><td class=\"column-title\"><strong>x</strong></td></tr></tbody></table>";
    for (body, missing) in [("<h1>Hello</h1>", "the-list"), (text, "key[]")] {
        let seen = read(vec![new_key_line(), line(&keys(""), html(body))]).await;
        let Err(Error::PageChanged { what }) = seen else {
            panic!("{missing}: {seen:?}");
        };
        assert_eq!(what, missing);
    }
    let seen = read(vec![line(&keys("&create-key=1"), html("<h1>Hello</h1>"))]).await;
    assert!(matches!(seen, Err(Error::PageChanged { .. })), "{seen:?}");
}

#[tokio::test]
async fn what_can_be_chosen_for_a_key_is_told() {
    for flavour in Flavour::ALL {
        let stage = Stage::set(vec![line(
            &keys("&create-key=1"),
            new_key().answer(flavour),
        )])
        .await;
        let form = stage.site().key_form().await.unwrap();
        assert_eq!(form.own.id, SiteUserId(1));
        assert_eq!(form.own.label, "ann (#1 – ann@shop.example)");
        let expected: Vec<_> = Permission::ALL
            .into_iter()
            .zip(flavour.labels().map(str::to_owned))
            .collect();
        assert_eq!(form.permissions, expected);
        assert!(form.may_choose_owner);
        stage.asked();
    }
}
