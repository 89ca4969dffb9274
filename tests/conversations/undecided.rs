//! Several things on the server could be what was asked for: then a person decides, and only then.

use super::desk::Desk;
use super::stage::Stage;
use inventory::{Intent, IntentId};
use keys::{Act, ConnectionId, DraftId, DraftStore, Made, ServerStoreId};
use operations::{Error, Sent};
use practice::{Act as Elsewhere, Fault, FaultKind};

const NEW: &str = "/admin/api/apps/new";
const NEW_STORE: &str = "/admin/stores/new";
const LIST: &str = "/admin/api/apps";
/// How often these pages are read before a key is asked for: form, list, form.
const READS: u32 = 3;
const NAME: &str = "Boutique";
const STORE: DraftStore = DraftStore::OnServer(ServerStoreId(2));

/// Another admin makes an app just before ours is made without a reply.
fn lose_beside(stage: &Stage, name: &str, store: i64, scope: &str, api_key: bool) {
    let act = Elsewhere::CreateAppWith {
        name: name.to_owned(),
        store: Some(store),
        scopes: vec![scope.to_owned()],
        api_key,
    };
    stage.spoil("POST", NEW, FaultKind::Act { act });
    stage.spoil("POST", NEW, FaultKind::CutAfterWork);
}

fn undecided<T: std::fmt::Debug>(result: Result<T, Error>) -> IntentId {
    match result {
        Err(Error::Undecided(intent)) => intent,
        other => panic!("{other:?}"),
    }
}

fn intent(desk: &Desk, id: IntentId) -> Intent {
    desk.context.inventory.intent(id).unwrap().unwrap()
}

async fn sent_undecided(desk: &Desk, draft: DraftId) -> IntentId {
    match desk.send_one(draft).await {
        Sent::Failed(Error::Undecided(intent)) => intent,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn two_that_could_be_ours_are_both_shown_and_the_person_decides() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    lose_beside(&stage, NAME, 2, "deliveries", false);
    let question = undecided(desk.create(id, NAME).await);
    assert_eq!(intent(&desk, question).candidates, [4, 5]);
    assert!(desk.acts(&desk.key(id, 4)).is_empty(), "nobody knows yet");
    operations::decide(&desk.context, question, Some(5))
        .await
        .unwrap();
    assert!(desk.has_no_open_intent());
    assert_eq!(desk.acts(&desk.key(id, 4)), [Act::SeenOnServer]);
    assert_eq!(desk.acts(&desk.key(id, 5)), [Act::Created]);
    for number in [4, 5] {
        assert!(desk.secret(&stage, number).await.is_some());
    }
    desk.refresh(id).await.unwrap();
    assert_eq!(desk.acts(&desk.key(id, 5)), [Act::Created]);
}

#[tokio::test]
async fn a_question_that_is_open_is_not_asked_of_the_server_again() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    lose_beside(&stage, NAME, 2, "deliveries", false);
    let question = undecided(desk.create(id, NAME).await);
    desk.wait_long();
    desk.refresh(id).await.unwrap();
    assert_eq!(undecided(desk.create(id, NAME).await), question);
    assert_eq!(stage.count(&format!("POST {NEW}")), 1);
    assert_eq!(intent(&desk, question).candidates, [4, 5]);
}

#[tokio::test]
async fn a_draft_is_sent_once_the_person_has_decided() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let draft = desk.draft_key(id, NAME, STORE);
    lose_beside(&stage, NAME, 2, "deliveries", false);
    let question = sent_undecided(&desk, draft).await;
    assert_eq!(intent(&desk, question).draft, Some(draft));
    let deleted = operations::delete_draft(&desk.context, draft);
    assert!(matches!(deleted, Err(Error::DraftNotWaiting)));
    operations::decide(&desk.context, question, Some(5))
        .await
        .unwrap();
    let kept = desk.context.inventory.draft(draft).unwrap().unwrap();
    assert_eq!(kept.sent.unwrap().0, Made::Key(desk.key(id, 5).id));
}

#[tokio::test]
async fn none_of_them_makes_the_draft_wait_again() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let draft = desk.draft_key(id, NAME, STORE);
    lose_beside(&stage, NAME, 2, "deliveries", false);
    let question = sent_undecided(&desk, draft).await;
    operations::decide(&desk.context, question, None)
        .await
        .unwrap();
    assert!(desk.is_waiting(draft) && desk.has_no_open_intent());
    for number in [4, 5] {
        assert_eq!(desk.acts(&desk.key(id, number)), [Act::SeenOnServer]);
    }
    let sent = desk.send_one(draft).await;
    assert!(matches!(sent, Sent::Key(_)), "{sent:?}");
    assert_eq!(desk.acts(&desk.key(id, 6)), [Act::Created]);
}

#[tokio::test]
async fn what_was_not_asked_about_cannot_be_chosen() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    lose_beside(&stage, NAME, 2, "deliveries", false);
    let question = undecided(desk.create(id, NAME).await);
    for number in [1, 99] {
        let decided = operations::decide(&desk.context, question, Some(number)).await;
        assert!(matches!(decided, Err(Error::RecordGone)), "{decided:?}");
    }
    assert_eq!(desk.acts(&desk.key(id, 1)), [Act::SeenOnServer]);
    operations::decide(&desk.context, question, Some(4))
        .await
        .unwrap();
    let again = operations::decide(&desk.context, question, Some(5)).await;
    assert!(matches!(again, Err(Error::RecordGone)), "{again:?}");
}

#[tokio::test]
async fn store_scope_and_type_tell_two_of_one_name_apart_without_asking() {
    for (store, scope, api_key) in [
        (3, "deliveries", false),
        (2, "tasks", false),
        (2, "deliveries", true),
    ] {
        let stage = Stage::start_small().await;
        let (desk, id) = Desk::connected(&stage).await;
        lose_beside(&stage, NAME, store, scope, api_key);
        let made = desk.create(id, NAME).await.unwrap();
        assert_eq!(made.key, desk.key(id, 5).id, "{store} {scope} {api_key}");
        assert_eq!(desk.acts(&desk.key(id, 4)), [Act::SeenOnServer]);
        assert!(desk.has_no_open_intent());
    }
}

#[tokio::test]
async fn one_that_was_renamed_before_it_was_found_is_asked_about() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    stage.cut_and_blind(NEW, FaultKind::CutAfterWork, LIST, READS);
    let result = desk.create(id, NAME).await;
    assert!(matches!(result, Err(Error::ReplyLost { .. })), "{result:?}");
    stage.co_op.clear_faults();
    let act = Elsewhere::RenameApp {
        app: Some(4),
        name: "Autre nom".to_owned(),
    };
    stage.co_op.act(&act).unwrap();
    desk.refresh(id).await.unwrap();
    let open = desk.context.inventory.open_intents().unwrap();
    assert_eq!(open[0].candidates, [4]);
    operations::decide(&desk.context, open[0].id, Some(4))
        .await
        .unwrap();
    assert!(desk.acts(&desk.key(id, 4)).contains(&Act::Created));
    assert_eq!(stage.count(&format!("POST {NEW}")), 1);
}

#[tokio::test]
async fn a_question_answers_itself_when_only_one_is_left() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    lose_beside(&stage, NAME, 2, "deliveries", false);
    undecided(desk.create(id, NAME).await);
    let act = Elsewhere::DeleteApp { app: Some(4) };
    stage.co_op.act(&act).unwrap();
    assert_eq!(desk.refresh(id).await.unwrap().found, 1);
    assert!(desk.has_no_open_intent());
    assert_eq!(desk.acts(&desk.key(id, 5)), [Act::Created]);
}

#[tokio::test]
async fn two_stores_of_one_name_are_asked_about_too() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let draft = desk.draft_store(id, "Le Petit Marché");
    let key = desk.draft_key(id, NAME, DraftStore::Draft(draft));
    let act = Elsewhere::CreateStore {
        name: "Le Petit Marché".to_owned(),
    };
    stage.spoil("POST", NEW_STORE, FaultKind::Act { act });
    stage.spoil("POST", NEW_STORE, FaultKind::CutAfterWork);
    let results = desk.send(&[draft, key]).await;
    let [
        (_, Sent::Failed(Error::Undecided(question))),
        (_, Sent::WaitsForStore),
    ] = results[..]
    else {
        panic!("{results:?}");
    };
    assert_eq!(intent(&desk, question).candidates, [49, 50]);
    operations::decide(&desk.context, question, Some(50))
        .await
        .unwrap();
    assert!(matches!(desk.send_one(key).await, Sent::Key(_)));
    let bound = desk.key(id, 4).store.unwrap();
    let store = desk.context.inventory.store(bound).unwrap().unwrap();
    assert_eq!(store.server_id.0, 50);
}

/// Two drafts of one name were sent; only the first request reached the server.
async fn two_lost(stage: &Stage, desk: &Desk, id: ConnectionId) -> [DraftId; 2] {
    let drafts = [1, 2].map(|_| desk.draft_key(id, NAME, STORE));
    for (draft, kind) in [
        (drafts[0], FaultKind::CutAfterWork),
        (drafts[1], FaultKind::CutBeforeWork),
    ] {
        stage.cut_and_blind(NEW, kind, LIST, READS);
        let sent = desk.send_one(draft).await;
        let is_lost = matches!(sent, Sent::Failed(Error::ReplyLost { .. }));
        assert!(is_lost, "{sent:?}");
        stage.co_op.clear_faults();
    }
    drafts
}

#[tokio::test]
async fn two_drafts_never_become_the_same_key() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let drafts = two_lost(&stage, &desk, id).await;
    for _ in 0..3 {
        desk.refresh(id).await.unwrap();
    }
    let waiting = drafts.iter().filter(|draft| desk.is_waiting(**draft));
    assert_eq!(waiting.count(), 1, "one key was made");
    desk.wait_long();
    desk.refresh(id).await.unwrap();
    assert!(desk.has_no_open_intent());
    let waiting = drafts.iter().find(|draft| desk.is_waiting(**draft));
    let sent = desk.send_one(*waiting.unwrap()).await;
    assert!(matches!(sent, Sent::Key(_)), "{sent:?}");
    assert_eq!(stage.made(NAME), 2);
}

#[tokio::test]
async fn a_key_made_on_its_own_is_not_taken_for_a_lost_draft() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let draft = desk.draft_key(id, NAME, STORE);
    stage.spoil("POST", NEW, FaultKind::CutBeforeWork);
    let sent = desk.send_one(draft).await;
    assert!(matches!(sent, Sent::Failed(_)), "{sent:?}");
    let made = desk.create(id, NAME).await.unwrap();
    assert_eq!(made.key, desk.key(id, 4).id);
    desk.wait_long();
    desk.refresh(id).await.unwrap();
    assert!(desk.has_no_open_intent());
    assert!(desk.is_waiting(draft), "the server never did it");
}

#[tokio::test]
async fn one_that_was_chosen_is_not_there_for_another_question() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let drafts = [1, 2].map(|_| desk.draft_key(id, NAME, STORE));
    for draft in drafts {
        if draft == drafts[1] {
            // Another admin's lies between both of ours.
            let act = Elsewhere::CreateApp {
                name: Some(NAME.to_owned()),
                store: Some(2),
            };
            stage.spoil("POST", NEW, FaultKind::Act { act });
        }
        stage.cut_and_blind(NEW, FaultKind::CutAfterWork, LIST, READS);
        let sent = desk.send_one(draft).await;
        assert!(matches!(sent, Sent::Failed(_)), "{sent:?}");
        stage.co_op.clear_faults();
    }
    desk.refresh(id).await.unwrap();
    let open = desk.context.inventory.open_intents().unwrap();
    assert_eq!(open.len(), 2, "three for two");
    let chosen = *open[0].candidates.last().unwrap();
    operations::decide(&desk.context, open[0].id, Some(chosen))
        .await
        .unwrap();
    desk.refresh(id).await.unwrap();
    let second = desk.context.inventory.intent(open[1].id).unwrap();
    let offered = second.map(|intent| intent.candidates).unwrap_or_default();
    assert!(!offered.contains(&chosen), "{offered:?}");
    let again = operations::decide(&desk.context, open[1].id, Some(chosen)).await;
    assert!(again.is_err());
}

#[tokio::test]
async fn a_question_can_be_decided_without_the_server() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    lose_beside(&stage, NAME, 2, "deliveries", false);
    let question = undecided(desk.create(id, NAME).await);
    stage
        .co_op
        .add_fault(Fault::everywhere(FaultKind::RefuseConnection));
    operations::tend(&desk.context).await.unwrap();
    assert_eq!(intent(&desk, question).candidates, [4, 5]);
    // What is known already needs no server to be decided.
    operations::decide(&desk.context, question, Some(4))
        .await
        .unwrap();
    assert_eq!(desk.acts(&desk.key(id, 4)), [Act::Created]);
}
