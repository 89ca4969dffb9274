//! Revoking one key and several: done, already gone, or not ours (contract 8).

use crate::{
    pages::{Flavour, Row, blank, keys, list, row, short_list},
    stage::{Answer, Line, Stage, died, line, moved, status, to_login},
};
use keys::ServerAppId;
use woocommerce::{Error, Revoked};

const LINK: &str = "&revoke-key=9&_wpnonce=0123456789";
const POST: &str = "POST /wp-admin/admin.php?page=wc-settings&tab=advanced&section=keys";

fn listed(rows: &[Row]) -> Line {
    line(&keys(""), short_list(Flavour::A, rows))
}

/// As a shop manager sees it: without the menu for several.
fn listed_without_menu(rows: &[Row]) -> Line {
    line(&keys(""), list(Flavour::A, rows, rows.len(), 1, false))
}

fn done(count: usize) -> Answer {
    moved(&format!(
        "{{base}}/wp-admin/admin.php?page=wc-settings&tab=advanced&section=keys&revoked={count}"
    ))
}

async fn revoke(script: Vec<Line>) -> Result<Revoked, Error> {
    let stage = Stage::set_in("/boutique", script).await;
    let result = stage.site().revoke(ServerAppId(9)).await;
    stage.asked();
    result
}

#[tokio::test]
async fn a_key_is_revoked_by_its_rows_link_and_looked_for() {
    for flavour in Flavour::ALL {
        let with = short_list(flavour, &[row(9), row(8)]);
        let without = short_list(flavour, &[row(8)]);
        let result = revoke(vec![
            line(&keys(""), with),
            line(&keys(LINK), done(1)),
            line(&keys(""), without),
        ])
        .await;
        assert_eq!(result.unwrap(), Revoked::Done, "{flavour:?}");
    }
    // The last key of all.
    let result = revoke(vec![
        listed(&[row(9)]),
        line(&keys(LINK), done(1)),
        line(&keys(""), blank()),
    ])
    .await;
    assert_eq!(result.unwrap(), Revoked::Done);
}

#[tokio::test]
async fn a_key_further_down_is_found_and_one_passed_is_not_looked_for() {
    let page = |number: usize, ids: [i64; 2]| {
        let more = if number == 1 {
            String::new()
        } else {
            format!("&paged={number}")
        };
        line(&keys(&more), list(Flavour::B, &ids.map(row), 6, 3, true))
    };
    let result = revoke(vec![
        page(1, [30, 20]),
        page(2, [10, 9]),
        line(&keys(LINK), done(1)),
        page(1, [30, 20]),
        page(2, [10, 5]),
    ])
    .await;
    assert_eq!(result.unwrap(), Revoked::Done);
}

#[tokio::test]
async fn a_key_that_moved_past_our_eyes_is_looked_for_again() {
    let page = |number: usize, rows: &[Row], count: usize| {
        let more = if number == 1 {
            String::new()
        } else {
            format!("&paged={number}")
        };
        line(&keys(&more), list(Flavour::A, rows, count, 2, true))
    };
    let result = revoke(vec![
        page(1, &[row(30), row(20)], 4),
        // One above was revoked, and ours moved to the first page.
        page(2, &[row(11), row(10)], 3),
        page(1, &[row(20), row(9)], 3),
        line(&keys(LINK), done(1)),
        page(1, &[row(20), row(8)], 2),
    ])
    .await;
    assert_eq!(result.unwrap(), Revoked::Done);
}

#[tokio::test]
async fn a_key_that_is_gone_is_told_as_that() {
    let result = revoke(vec![listed(&[row(8)])]).await;
    assert_eq!(result.unwrap(), Revoked::AlreadyGone);
    // Gone between the look and the act.
    let result = revoke(vec![
        listed(&[row(9)]),
        line(&keys(LINK), died("500 Internal Server Error")),
        listed(&[row(8)]),
    ])
    .await;
    assert_eq!(result.unwrap(), Revoked::AlreadyGone);
}

#[tokio::test]
async fn a_key_of_somebody_else_is_not_touched() {
    let result = revoke(vec![listed(&[row(9).untouchable()])]).await;
    assert!(matches!(result, Err(Error::NotYours)), "{result:?}");
    let result = revoke(vec![
        listed(&[row(9)]),
        line(&keys(LINK), died("500 Internal Server Error")),
        listed(&[row(9).untouchable()]),
    ])
    .await;
    assert!(matches!(result, Err(Error::NotYours)), "{result:?}");
}

#[tokio::test]
async fn a_refusal_of_what_the_list_still_offers_is_a_failure_of_the_site() {
    let result = revoke(vec![
        listed(&[row(9)]),
        line(&keys(LINK), died("500 Internal Server Error")),
        listed(&[row(9)]),
    ])
    .await;
    let error = result.unwrap_err();
    assert!(
        matches!(error, Error::ServerError { status: 500, .. }),
        "{error:?}"
    );
    assert!(error.outcome_unknown() && error.is_answered());
}

#[tokio::test]
async fn a_key_of_nobody_is_revoked_by_the_menu_for_several() {
    let all = [row(9).ownerless(), row(8)];
    let refused = || line(&keys(LINK), died("500 Internal Server Error"));
    let stage = Stage::set(vec![
        listed(&all),
        refused(),
        listed(&all),
        listed(&all),
        line(POST, done(1)),
        listed(&[row(8)]),
    ])
    .await;
    assert_eq!(
        stage.site().revoke(ServerAppId(9)).await.unwrap(),
        Revoked::Done
    );
    // The last of two fields with that name is the right one.
    assert_eq!(
        stage.asked()[4].body,
        "action=revoke&_wpnonce=2222222222&key%5B%5D=9"
    );
    let result = revoke(vec![
        listed_without_menu(&all),
        refused(),
        listed_without_menu(&all),
        listed_without_menu(&all),
    ])
    .await;
    assert!(matches!(result, Err(Error::NotYours)), "{result:?}");
}

#[tokio::test]
async fn an_old_link_is_renewed_once() {
    let old = || line(&keys(LINK), died("403 Forbidden"));
    let result = revoke(vec![
        listed(&[row(9)]),
        old(),
        listed(&[row(9)]),
        line(&keys(LINK), done(1)),
        listed(&[]),
    ])
    .await;
    assert_eq!(result.unwrap(), Revoked::Done);
    let result = revoke(vec![listed(&[row(9)]), old(), listed(&[row(9)]), old()]).await;
    assert!(matches!(result, Err(Error::SessionOver)), "{result:?}");
}

#[tokio::test]
async fn both_redirects_are_told_apart() {
    let result = revoke(vec![listed(&[row(9)]), line(&keys(LINK), to_login())]).await;
    assert!(matches!(result, Err(Error::SessionOver)), "{result:?}");
    let result = revoke(vec![
        listed(&[row(9)]),
        line(&keys(LINK), done(1)),
        listed(&[row(9)]),
    ])
    .await;
    assert!(matches!(result, Err(Error::NotStored)), "{result:?}");
}

#[tokio::test]
async fn a_lost_answer_leaves_the_outcome_open() {
    for answer in [
        Answer::silence(),
        status("502 Bad Gateway\r\nContent-Type: text/html", "<p>x"),
        died("503 Service Unavailable"),
        moved("{base}/"),
        status("200 OK\r\nContent-Type: text/html", "<p>x"),
    ] {
        let error = revoke(vec![listed(&[row(9)]), line(&keys(LINK), answer)])
            .await
            .unwrap_err();
        assert!(error.outcome_unknown(), "{error:?}");
        assert!(
            !format!("{error:?} {error}").contains("0123456789"),
            "{error:?}"
        );
    }
}

#[tokio::test]
async fn a_look_that_fails_after_the_act_leaves_the_outcome_open() {
    for look in [
        to_login(),
        Answer::silence(),
        status("500 Oops", ""),
        blank().cut_short(),
    ] {
        let acted = line(&keys(LINK), done(1));
        let script = vec![listed(&[row(9)]), acted, line(&keys(""), look)];
        assert!(revoke(script).await.unwrap_err().outcome_unknown());
    }
}

async fn revoke_many(ids: &[i64], script: Vec<Line>) -> Result<Vec<(i64, Revoked)>, Error> {
    let stage = Stage::set(script).await;
    let ids: Vec<_> = ids.iter().map(|id| ServerAppId(*id)).collect();
    let result = stage.site().revoke_many(&ids).await;
    stage.asked();
    Ok(result?
        .into_iter()
        .map(|(id, revoked)| (id.0, revoked))
        .collect())
}

#[tokio::test]
async fn several_go_at_once_where_there_is_a_menu() {
    let all = [row(9), row(8), row(7)];
    let became = revoke_many(
        &[9, 8, 3],
        vec![
            listed(&all),
            listed(&all),
            line(POST, done(2)),
            listed(&[row(7)]),
        ],
    )
    .await
    .unwrap();
    assert_eq!(
        became,
        [
            (3, Revoked::AlreadyGone),
            (9, Revoked::Done),
            (8, Revoked::Done)
        ]
    );
    let became = revoke_many(&[3], vec![listed(&all)]).await.unwrap();
    assert_eq!(became, [(3, Revoked::AlreadyGone)]);
}

#[tokio::test]
async fn what_is_still_listed_is_not_told_as_revoked() {
    let all = [row(9), row(8)];
    let became = revoke_many(
        &[9, 8],
        vec![
            listed(&all),
            listed(&all),
            line(POST, done(1)),
            listed(&[row(8)]),
        ],
    )
    .await;
    assert_eq!(became.unwrap(), [(9, Revoked::Done)]);
}

#[tokio::test]
async fn an_old_proof_for_several_is_renewed_once() {
    let all = [row(9)];
    let old = || line(POST, died("403 Forbidden"));
    let became = revoke_many(
        &[9],
        vec![
            listed(&all),
            listed(&all),
            old(),
            listed(&all),
            line(POST, done(1)),
            listed(&[]),
        ],
    )
    .await;
    assert_eq!(became.unwrap(), [(9, Revoked::Done)]);
    let result = revoke_many(
        &[9],
        vec![listed(&all), listed(&all), old(), listed(&all), old()],
    )
    .await;
    assert!(matches!(result, Err(Error::SessionOver)), "{result:?}");
}

#[tokio::test]
async fn more_than_fit_go_in_parts_and_a_failure_between_leaves_the_outcome_open() {
    let ids: Vec<i64> = (1..=150).rev().collect();
    let all: Vec<_> = ids.iter().copied().map(row).collect();
    let first = vec![
        listed(&all),
        listed(&all),
        line(POST, done(100)),
        listed(&all[100..]),
    ];
    let second = vec![line(POST, done(50)), line(&keys(""), blank())];
    let became = revoke_many(&ids, [first.clone(), second].concat())
        .await
        .unwrap();
    assert!(became.len() == 150 && became.iter().all(|(_, revoked)| *revoked == Revoked::Done));
    let result = revoke_many(&ids, [first, vec![line(POST, to_login())]].concat()).await;
    assert!(result.unwrap_err().outcome_unknown());
}

#[tokio::test]
async fn without_the_menu_they_go_one_by_one() {
    let all = [row(9), row(8).untouchable()];
    let became = revoke_many(
        &[8, 9],
        vec![
            listed_without_menu(&all),
            listed_without_menu(&all),
            // 8 is not asked for, as its row has no link.
            listed_without_menu(&all),
            listed_without_menu(&all),
            line(&keys(LINK), done(1)),
            listed_without_menu(&all[1..]),
        ],
    )
    .await;
    assert_eq!(became.unwrap(), [(9, Revoked::Done)]);
}
