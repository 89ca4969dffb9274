//! Every fault against every act of a person: what is seen, what is where, and what holds after.
//!
//! The table that comes out is `docs/faults.md`. The test compares; with `WRITE_DOCS=1` it writes.

#![expect(
    clippy::unwrap_used,
    reason = "what surrounds a test has nobody to report to but the test"
)]

mod faults {
    pub(crate) mod action;
    pub(crate) mod document;
    pub(crate) mod door;
    pub(crate) mod fault;
    pub(crate) mod looks;
    pub(crate) mod promises;
    pub(crate) mod row;
    pub(crate) mod scene;
    pub(crate) mod shop;
    pub(crate) mod texts;
}
#[path = "../src-tauri/app/problem.rs"]
mod problem;
#[path = "../src-tauri/app/view/words.rs"]
#[expect(dead_code, reason = "only one list of words is of use here")]
mod view;

use faults::action::Action;
use faults::fault::Fault;
use faults::row::{Row, run};
use std::path::Path;
use std::sync::Arc;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

/// How many rows run at the same time: enough to wait together, few enough to be quick each.
const AT_ONCE: usize = 10;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_fault_of_every_act_ends_well_and_is_documented() {
    let turns = Arc::new(Semaphore::new(AT_ONCE));
    let mut rows = JoinSet::new();
    for (place, (action, fault)) in pairs().into_iter().enumerate() {
        let turns = Arc::clone(&turns);
        rows.spawn(async move {
            let _turn = turns.acquire_owned().await.unwrap();
            (place, run(action, fault).await)
        });
    }
    let mut rows = rows.join_all().await;
    rows.sort_by_key(|(place, _)| *place);
    let rows: Vec<Row> = rows.into_iter().map(|(_, row)| row).collect();
    let broken: Vec<String> = rows.iter().flat_map(Row::broken).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    let made = faults::document::write(&rows);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/faults.md");
    if std::env::var_os("WRITE_DOCS").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    for (kept, made) in kept.lines().zip(made.lines()) {
        assert_eq!(kept, made, "docs/faults.md is not what came out");
    }
    assert_eq!(kept, made, "docs/faults.md is not what came out");
}

/// The rows that make sense, in the order of the table.
fn pairs() -> Vec<(Action, Fault)> {
    let all = Action::ALL
        .into_iter()
        .flat_map(|action| Fault::ALL.into_iter().map(move |fault| (action, fault)));
    all.filter(|(action, fault)| action.why_not(*fault).is_none())
        .collect()
}

#[test]
fn rows_are_left_out_for_a_reason() {
    let left_out = Action::ALL.len() * Fault::ALL.len() - pairs().len();
    let reasons = Action::ALL
        .into_iter()
        .flat_map(|action| Fault::ALL.map(|fault| action.why_not(fault)))
        .flatten();
    assert_eq!(
        reasons.filter(|reason| !reason.is_empty()).count(),
        left_out
    );
}
