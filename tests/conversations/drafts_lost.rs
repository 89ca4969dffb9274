//! Drafts whose reply was lost: looked for, found, never sent twice.

use super::desk::Desk;
use super::stage::Stage;
use keys::{Act, DraftId, DraftStore, Made, ServerStoreId};
use operations::{Error, Sent};
use practice::FaultKind;

const NEW: &str = "/admin/api/apps/new";
const NEW_STORE: &str = "/admin/stores/new";
const LIST: &str = "/admin/api/apps";
/// How often these pages are read before a key is asked for: form, list, form.
const READS: u32 = 3;
const FIRST: DraftStore = DraftStore::OnServer(ServerStoreId(2));

fn is_lost(sent: &Sent) -> bool {
    matches!(sent, Sent::Failed(Error::ReplyLost { .. }))
}

fn made_of(desk: &Desk, draft: DraftId) -> Option<Made> {
    let draft = desk.context.inventory.draft(draft).unwrap().unwrap();
    draft.sent.map(|(made, _)| made)
}

#[tokio::test]
async fn a_draft_whose_reply_was_lost_is_found() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let store = desk.draft_store(id, "Le Petit Marché");
    let key = desk.draft_key(id, "Boutique", DraftStore::Draft(store));
    for path in [NEW, NEW_STORE] {
        stage.spoil("POST", path, FaultKind::CutAfterWork);
    }
    let results = desk.send(&[store, key]).await;
    assert!(
        matches!(results[..], [(_, Sent::Store(_)), (_, Sent::Key(_))]),
        "{results:?}"
    );
    assert_eq!(
        (stage.made("Le Petit Marché"), stage.made("Boutique")),
        (1, 1)
    );
    assert!(desk.has_no_open_intent());
    assert_eq!(desk.acts(&desk.key(id, 4)), [Act::Created]);
}

#[tokio::test]
async fn a_draft_that_could_not_be_looked_for_is_sent_by_the_next_refresh() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let draft = desk.draft_key(id, "Boutique", FIRST);
    stage.cut_and_blind(NEW, FaultKind::CutAfterWork, LIST, READS);
    let sent = desk.send_one(draft).await;
    assert!(is_lost(&sent), "{sent:?}");
    let open = desk.context.inventory.open_intents().unwrap();
    assert_eq!(open.len(), 1);
    assert_eq!(open[0].draft, Some(draft));
    // Still blind: nothing can be told, and nothing is asked again.
    let again = desk.send_one(draft).await;
    assert!(matches!(again, Sent::Failed(_)), "{again:?}");
    assert_eq!(stage.count(&format!("POST {NEW}")), 1);
    stage.co_op.clear_faults();
    assert_eq!(desk.refresh(id).await.unwrap().found, 1);
    assert_eq!(made_of(&desk, draft), Some(Made::Key(desk.key(id, 4).id)));
    assert!(desk.has_no_open_intent());
    let again = desk.send_one(draft).await;
    assert!(
        matches!(again, Sent::Failed(Error::DraftNotWaiting)),
        "{again:?}"
    );
    assert_eq!(stage.made("Boutique"), 1);
}

#[tokio::test]
async fn sending_again_finds_what_was_made_without_a_reply() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let draft = desk.draft_key(id, "Boutique", FIRST);
    stage.cut_and_blind(NEW, FaultKind::CutAfterWork, LIST, READS);
    assert!(is_lost(&desk.send_one(draft).await));
    stage.co_op.clear_faults();
    let sent = desk.send_one(draft).await;
    assert!(matches!(sent, Sent::Key(_)), "{sent:?}");
    assert_eq!(stage.made("Boutique"), 1);
    assert_eq!(stage.count(&format!("POST {NEW}")), 1);
}

#[tokio::test]
async fn what_a_slow_server_may_still_make_is_not_sent_again_before_long() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let draft = desk.draft_key(id, "Boutique", FIRST);
    stage.spoil("POST", NEW, FaultKind::CutBeforeWork);
    assert!(is_lost(&desk.send_one(draft).await));
    let again = desk.send_one(draft).await;
    let is_waiting = matches!(again, Sent::Failed(Error::StillLooking { .. }));
    assert!(is_waiting, "{again:?}");
    assert_eq!(stage.count(&format!("POST {NEW}")), 1);
    desk.wait_long();
    let sent = desk.send_one(draft).await;
    assert!(matches!(sent, Sent::Key(_)), "{sent:?}");
    assert_eq!(stage.made("Boutique"), 1);
    assert_eq!(stage.count(&format!("POST {NEW}")), 2);
    assert!(desk.has_no_open_intent());
}

#[tokio::test]
async fn a_draft_the_server_did_nothing_about_waits_again() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let draft = desk.draft_key(id, "Boutique", FIRST);
    for kind in [FaultKind::ServerError, FaultKind::Garbage] {
        stage.spoil("POST", NEW, kind.clone());
        let sent = desk.send_one(draft).await;
        let is_told = matches!(sent, Sent::Failed(Error::NothingDone { .. }));
        assert!(is_told, "{kind:?} {sent:?}");
        assert!(desk.is_waiting(draft) && desk.has_no_open_intent());
    }
    assert!(matches!(desk.send_one(draft).await, Sent::Key(_)));
    assert_eq!(stage.made("Boutique"), 1);
}

#[tokio::test]
async fn one_lost_reply_does_not_keep_the_other_drafts() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let drafts = ["Un", "Deux", "Trois"].map(|name| desk.draft_key(id, name, FIRST));
    stage.spoil("POST", NEW, FaultKind::CutBeforeWork);
    let results = desk.send(&drafts).await;
    assert!(is_lost(&results[0].1), "{results:?}");
    let rest = &results[1..];
    assert!(rest.iter().all(|(_, sent)| matches!(sent, Sent::Key(_))));
    desk.wait_long();
    assert!(matches!(desk.send_one(drafts[0]).await, Sent::Key(_)));
    for name in ["Un", "Deux", "Trois"] {
        assert_eq!(stage.made(name), 1, "{name}");
    }
}

#[tokio::test]
async fn a_key_waits_while_its_store_is_being_looked_for() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let store = desk.draft_store(id, "Le Petit Marché");
    let key = desk.draft_key(id, "Boutique", DraftStore::Draft(store));
    stage.spoil("POST", NEW_STORE, FaultKind::CutBeforeWork);
    let results = desk.send(&[store, key]).await;
    assert!(
        matches!(
            results[..],
            [
                (_, Sent::Failed(Error::ReplyLost { .. })),
                (_, Sent::WaitsForStore)
            ]
        ),
        "{results:?}"
    );
    desk.wait_long();
    let results = desk.send(&[store, key]).await;
    assert!(
        matches!(results[..], [(_, Sent::Store(_)), (_, Sent::Key(_))]),
        "{results:?}"
    );
    assert_eq!(
        (stage.made("Le Petit Marché"), stage.made("Boutique")),
        (1, 1)
    );
}

#[tokio::test]
async fn a_late_answer_is_given_up_and_what_was_made_is_found() {
    let stage = Stage::start_small().await.hurried();
    let (desk, id) = Desk::connected(&stage).await;
    let draft = desk.draft_key(id, "Boutique", FIRST);
    stage.spoil("POST", NEW, FaultKind::Hold { after_work: true });
    let sent = desk.send_one(draft).await;
    assert!(matches!(sent, Sent::Key(_)), "{sent:?}");
    assert_eq!(stage.made("Boutique"), 1);
    stage.spoil("POST", NEW, FaultKind::Hold { after_work: false });
    let draft = desk.draft_key(id, "Kiosque", FIRST);
    assert!(is_lost(&desk.send_one(draft).await));
    desk.wait_long();
    assert!(matches!(desk.send_one(draft).await, Sent::Key(_)));
    assert_eq!(stage.made("Kiosque"), 1);
}

#[tokio::test]
async fn a_clock_set_back_keeps_no_draft_for_ever() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let draft = desk.draft_key(id, "Boutique", FIRST);
    stage.spoil("POST", NEW, FaultKind::CutBeforeWork);
    assert!(is_lost(&desk.send_one(draft).await));
    desk.wait(-24 * 60 * 60 * 1000);
    desk.refresh(id).await.unwrap();
    assert!(!desk.has_no_open_intent(), "a slow server may be at it");
    desk.wait_long();
    assert_eq!(desk.refresh(id).await.unwrap().never_done, 1);
    assert!(desk.is_waiting(draft) && desk.has_no_open_intent());
}

#[tokio::test]
async fn a_lost_reply_is_looked_for_after_signing_in_again() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let draft = desk.draft_key(id, "Boutique", FIRST);
    stage.cut_and_blind(NEW, FaultKind::CutAfterWork, LIST, READS);
    assert!(is_lost(&desk.send_one(draft).await));
    stage.co_op.clear_faults();
    operations::sign_out(&desk.context, id).await.unwrap();
    desk.wait_long();
    assert!(operations::tend(&desk.context).await.unwrap().is_empty());
    let again = desk.send_one(draft).await;
    assert!(
        matches!(again, Sent::Failed(Error::SignedOut(_))),
        "{again:?}"
    );
    desk.sign_in(&stage, &stage.url, "admin").await;
    assert_eq!(operations::tend(&desk.context).await.unwrap(), [id]);
    assert!(matches!(made_of(&desk, draft), Some(Made::Key(_))));
    assert_eq!(stage.made("Boutique"), 1);
}

#[tokio::test]
async fn a_key_that_another_admin_deleted_at_once_leaves_its_draft() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let draft = desk.draft_key(id, "Boutique", FIRST);
    let act = practice::Act::DeleteApp { app: Some(4) };
    stage.spoil("GET", "/admin/api/apps/4", FaultKind::Act { act });
    let sent = desk.send_one(draft).await;
    assert!(matches!(sent, Sent::Failed(_)), "{sent:?}");
    desk.refresh(id).await.unwrap();
    assert!(desk.has_no_open_intent() && desk.is_waiting(draft));
    assert!(matches!(desk.send_one(draft).await, Sent::Key(_)));
    assert_eq!(desk.acts(&desk.key(id, 5)), [Act::Created]);
}
