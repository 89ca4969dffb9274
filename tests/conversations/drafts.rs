//! Drafts: prepared without a server and sent later, Stores first, each with its own result.

use super::desk::{Desk, key_draft, secret_on_server, store_draft};
use super::stage::Stage;
use keys::{Act, DraftContent, DraftId, DraftStore, Made, Presence, ServerStoreId};
use operations::{Error, Sent};
use practice::{Act as Elsewhere, Fault, FaultKind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

const NEW: &str = "/admin/api/apps/new";
const NEW_STORE: &str = "/admin/stores/new";
const FIRST: DraftStore = DraftStore::OnServer(ServerStoreId(2));

fn is_stopped(sent: &Sent) -> bool {
    matches!(sent, Sent::Stopped)
}

#[tokio::test]
async fn what_was_prepared_without_the_server_is_sent_later() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    stage
        .co_op
        .add_fault(Fault::everywhere(FaultKind::RefuseConnection));
    let asked = stage.requests().len();
    let draft = desk.draft_key(id, "Boutique", FIRST);
    assert_eq!(stage.requests().len(), asked, "a draft needs no server");
    let sent = desk.send_one(draft).await;
    assert!(
        matches!(&sent, Sent::Failed(Error::Server { source, .. }) if source.is_offline()),
        "{sent:?}"
    );
    assert!(desk.is_waiting(draft) && desk.has_no_open_intent());
    stage.co_op.clear_faults();
    let sent = desk.send_one(draft).await;
    let Sent::Key(created) = sent else {
        panic!("{sent:?}");
    };
    assert!(created.secret_stored);
    let kept = desk.context.inventory.draft(draft).unwrap().unwrap();
    assert_eq!(kept.sent.unwrap().0, Made::Key(created.key));
    assert_eq!(desk.acts(&desk.key(id, 4)), [Act::Created]);
    let held = desk.secret(&stage, 4).await.unwrap();
    assert_eq!(held, secret_on_server(&stage, 4).await);
}

#[tokio::test]
async fn a_store_and_the_key_that_waits_for_it_are_sent_together() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let store = desk.draft_store(id, "Le Petit Marché");
    let key = desk.draft_key(id, "Boutique", DraftStore::Draft(store));
    let other = desk.draft_key(id, "Autre", FIRST);
    let told = Mutex::new(Vec::new());
    let progress = |draft: DraftId, done: usize, total: usize| {
        told.lock().unwrap().push((draft, done, total));
    };
    let go_on = AtomicBool::new(false);
    let results = operations::send_drafts(&desk.context, &[other, key, store], &progress, &go_on)
        .await
        .unwrap();
    assert_eq!(
        *told.lock().unwrap(),
        [(store, 0, 3), (key, 1, 3), (other, 2, 3)],
        "Stores go first"
    );
    let [(_, Sent::Store(made)), (_, Sent::Key(_)), (_, Sent::Key(_))] = results[..] else {
        panic!("{results:?}");
    };
    let record = desk.context.inventory.store(made).unwrap().unwrap();
    assert_eq!(
        (record.server_id.0, record.presence),
        (49, Presence::OnServer)
    );
    assert_eq!(desk.key(id, 4).store, Some(made));
    assert_eq!(desk.key(id, 4).store_name, "Le Petit Marché");
}

#[tokio::test]
async fn a_key_sent_alone_takes_the_draft_of_its_store_along() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let store = desk.draft_store(id, "Le Petit Marché");
    let key = desk.draft_key(id, "Boutique", DraftStore::Draft(store));
    let results = desk.send(&[key]).await;
    let order: Vec<DraftId> = results.iter().map(|(draft, _)| *draft).collect();
    assert_eq!(order, [store, key], "{results:?}");
    assert!(!desk.is_waiting(store) && !desk.is_waiting(key));
}

#[tokio::test]
async fn a_key_whose_store_was_not_made_waits_for_it() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let DraftContent::Store { mut values } = store_draft("Le Petit Marché") else {
        panic!("a Store");
    };
    values[1].1 = "1 rue Nulle Part".to_owned();
    let nowhere = DraftContent::Store { values };
    let store = operations::save_draft(&desk.context, id, None, nowhere).unwrap();
    let key = desk.draft_key(id, "Boutique", DraftStore::Draft(store));
    let results = desk.send(&[store, key]).await;
    assert!(
        matches!(
            results[..],
            [
                (
                    _,
                    Sent::Failed(Error::Server {
                        source: coopcycle::Error::AddressNotFound,
                        ..
                    })
                ),
                (_, Sent::WaitsForStore)
            ]
        ),
        "{results:?}"
    );
    assert!(desk.is_waiting(store) && desk.is_waiting(key));
    let content = store_draft("Le Petit Marché");
    operations::save_draft(&desk.context, id, Some(store), content).unwrap();
    let results = desk.send(&[store, key]).await;
    assert!(
        matches!(results[..], [(_, Sent::Store(_)), (_, Sent::Key(_))]),
        "{results:?}"
    );
}

#[tokio::test]
async fn the_address_of_a_drafted_store_is_placed_when_it_is_sent() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let found = operations::geocode(&desk.context, id, "3 rue du Timbre").await;
    let draft = desk.draft_store(id, "Le Petit Marché");
    assert!(matches!(desk.send_one(draft).await, Sent::Store(_)));
    let admin = stage.signed_in("admin").await;
    let stores = admin.stores(&|_, _| {}).await.unwrap();
    let made = stores.iter().find(|store| store.server_id.0 == 49).unwrap();
    assert_eq!(made.position, Some(found.unwrap()));
}

#[tokio::test]
async fn a_draft_can_be_edited_deleted_and_brought_back() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let draft = desk.draft_key(id, "Boutique", FIRST);
    let content = key_draft(" Boutique du port ", FIRST);
    let changed = operations::save_draft(&desk.context, id, Some(draft), content).unwrap();
    assert_eq!(changed, draft);
    operations::delete_draft(&desk.context, draft).unwrap();
    let sent = desk.send_one(draft).await;
    assert!(
        matches!(sent, Sent::Failed(Error::DraftNotWaiting)),
        "{sent:?}"
    );
    operations::restore_draft(&desk.context, draft).unwrap();
    assert!(matches!(desk.send_one(draft).await, Sent::Key(_)));
    assert_eq!(desk.key(id, 4).app_name, "Boutique du port");
    assert_eq!(stage.made("Boutique du port"), 1);
}

#[tokio::test]
async fn a_draft_deleted_long_ago_is_gone_for_good() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let draft = desk.draft_key(id, "Boutique", FIRST);
    operations::delete_draft(&desk.context, draft).unwrap();
    operations::tend(&desk.context).await.unwrap();
    assert!(desk.context.inventory.draft(draft).unwrap().is_some());
    desk.wait(25 * 60 * 60 * 1000);
    operations::tend(&desk.context).await.unwrap();
    assert!(desk.context.inventory.draft(draft).unwrap().is_none());
    let restored = operations::restore_draft(&desk.context, draft);
    assert!(
        matches!(restored, Err(Error::DraftNotWaiting)),
        "{restored:?}"
    );
}

#[tokio::test]
async fn a_draft_is_not_sent_twice() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let draft = desk.draft_key(id, "Boutique", FIRST);
    assert!(matches!(desk.send_one(draft).await, Sent::Key(_)));
    let again = desk.send_one(draft).await;
    assert!(
        matches!(again, Sent::Failed(Error::DraftNotWaiting)),
        "{again:?}"
    );
    assert_eq!(stage.count(&format!("POST {NEW}")), 1);
    let content = key_draft("Autre", FIRST);
    let edited = operations::save_draft(&desk.context, id, Some(draft), content);
    assert!(matches!(edited, Err(Error::DraftNotWaiting)), "{edited:?}");
    let deleted = operations::delete_draft(&desk.context, draft);
    assert!(
        matches!(deleted, Err(Error::DraftNotWaiting)),
        "{deleted:?}"
    );
}

#[tokio::test]
async fn two_sends_at_the_same_time_make_it_once() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let draft = desk.draft_key(id, "Boutique", FIRST);
    let (first, second) = tokio::join!(desk.send_one(draft), desk.send_one(draft));
    let is_made = |sent: &Sent| matches!(sent, Sent::Key(_));
    assert!(is_made(&first) != is_made(&second), "{first:?} {second:?}");
    assert_eq!(stage.made("Boutique"), 1);
}

#[tokio::test]
async fn two_drafts_of_one_name_become_two_keys() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let drafts = [1, 2].map(|_| desk.draft_key(id, "Boutique", FIRST));
    let results = desk.send(&drafts).await;
    assert!(
        matches!(results[..], [(_, Sent::Key(one)), (_, Sent::Key(other))] if one.key != other.key),
        "{results:?}"
    );
    assert_eq!(stage.made("Boutique"), 2);
}

#[tokio::test]
async fn a_session_that_ends_in_the_middle_stops_the_rest_until_signed_in_again() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let names = ["Un", "Deux", "Trois"];
    let drafts = names.map(|name| desk.draft_key(id, name, FIRST));
    let expiry = FaultKind::ExpireSession { remembered: true };
    // Each draft reads the form twice.
    let later = Fault::on(NEW, expiry).for_method("GET").times(1).after(2);
    stage.co_op.add_fault(later);
    let results = desk.send(&drafts).await;
    assert!(
        matches!(
            results[..],
            [
                (_, Sent::Key(_)),
                (_, Sent::Failed(Error::SignedOut(_))),
                (_, Sent::Stopped)
            ]
        ),
        "{results:?}"
    );
    assert!(desk.is_waiting(drafts[1]) && desk.is_waiting(drafts[2]));
    assert!(desk.has_no_open_intent());
    desk.sign_in(&stage, &stage.url, "admin").await;
    let results = desk.send(&drafts[1..]).await;
    assert!(
        results.iter().all(|(_, sent)| matches!(sent, Sent::Key(_))),
        "{results:?}"
    );
    assert_eq!(names.map(|name| stage.made(name)), [1, 1, 1]);
}

#[tokio::test]
async fn stopping_finishes_the_one_under_way_and_keeps_the_rest() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let drafts = ["Un", "Deux", "Trois"].map(|name| desk.draft_key(id, name, FIRST));
    let stop = AtomicBool::new(false);
    let progress = |draft, _, _| {
        if draft == drafts[1] {
            stop.store(true, Ordering::Relaxed);
        }
    };
    let results = operations::send_drafts(&desk.context, &drafts, &progress, &stop)
        .await
        .unwrap();
    // It was told of the second before that began, so only the first was under way.
    assert!(matches!(results[0].1, Sent::Key(_)), "{results:?}");
    assert!(results[1..].iter().all(|(_, sent)| is_stopped(sent)));
    assert!(desk.is_waiting(drafts[1]) && desk.is_waiting(drafts[2]));
    assert_eq!(desk.send(&drafts[1..]).await.len(), 2);
    assert_eq!(stage.count(&format!("POST {NEW}")), 3);
}

#[tokio::test]
async fn what_the_server_refuses_stays_a_draft_with_its_words_at_the_field() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let DraftContent::Store { mut values } = store_draft("Le Petit Marché") else {
        panic!("a Store");
    };
    values.push(("store[telephone]".to_owned(), "12".to_owned()));
    let content = DraftContent::Store { values };
    let draft = operations::save_draft(&desk.context, id, None, content).unwrap();
    let sent = desk.send_one(draft).await;
    let Sent::Failed(Error::Server {
        source: coopcycle::Error::FieldsRefused(fields),
        ..
    }) = sent
    else {
        panic!("{sent:?}");
    };
    assert_eq!(fields[0].field, "store[telephone]");
    assert!(!fields[0].message.is_empty());
    assert!(desk.is_waiting(draft) && desk.has_no_open_intent());
    assert_eq!(stage.count(&format!("POST {NEW_STORE}")), 1);
    assert_eq!(stage.made("Le Petit Marché"), 0);
}

#[tokio::test]
async fn a_key_whose_store_draft_was_deleted_says_so() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let store = desk.draft_store(id, "Le Petit Marché");
    let key = desk.draft_key(id, "Boutique", DraftStore::Draft(store));
    operations::delete_draft(&desk.context, store).unwrap();
    let sent = desk.send_one(key).await;
    assert!(
        matches!(sent, Sent::Failed(Error::StoreMissing)),
        "{sent:?}"
    );
    assert!(desk.is_waiting(key));
    operations::restore_draft(&desk.context, store).unwrap();
    assert_eq!(desk.send(&[key]).await.len(), 2);
    assert!(!desk.is_waiting(key));
}

#[tokio::test]
async fn a_key_for_a_store_deleted_meanwhile_stays_a_draft() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let draft = desk.draft_key(id, "Boutique", FIRST);
    let act = Elsewhere::DeleteStore { store: Some(2) };
    stage.co_op.act(&act).unwrap();
    desk.refresh(id).await.unwrap();
    let sent = desk.send_one(draft).await;
    assert!(matches!(sent, Sent::Failed(_)), "{sent:?}");
    assert!(desk.is_waiting(draft) && desk.has_no_open_intent());
    assert_eq!(stage.made("Boutique"), 0);
}

#[tokio::test]
async fn a_server_out_of_reach_stops_its_own_drafts_only() {
    let (near, far) = (Stage::start_small().await, Stage::start_small().await);
    let (desk, here) = Desk::connected(&near).await;
    let there = desk.connect(&far, "admin").await;
    assert_ne!(here, there);
    let off = [1, 2].map(|_| desk.draft_key(there, "Loin", FIRST));
    let on = [1, 2].map(|_| desk.draft_key(here, "Près", FIRST));
    far.co_op
        .add_fault(Fault::everywhere(FaultKind::RefuseConnection));
    let results = desk.send(&[off[0], on[0], off[1], on[1]]).await;
    let of = |draft: DraftId| &results.iter().find(|(one, _)| *one == draft).unwrap().1;
    assert!(matches!(of(off[0]), Sent::Failed(Error::Server { .. })));
    assert!(is_stopped(of(off[1])));
    assert!(on.iter().all(|draft| matches!(of(*draft), Sent::Key(_))));
    assert!(off.iter().all(|draft| desk.is_waiting(*draft)));
}

#[tokio::test]
async fn a_key_cannot_wait_for_what_is_no_store_of_its_server() {
    let (near, far) = (Stage::start_small().await, Stage::start_small().await);
    let (desk, here) = Desk::connected(&near).await;
    let there = desk.connect(&far, "admin").await;
    let elsewhere = desk.draft_store(there, "Loin");
    let key = desk.draft_key(here, "Boutique", FIRST);
    for draft in [elsewhere, key, DraftId(99)] {
        let content = key_draft("Autre", DraftStore::Draft(draft));
        let saved = operations::save_draft(&desk.context, here, None, content);
        assert!(
            matches!(saved, Err(Error::StoreMissing)),
            "{draft:?} {saved:?}"
        );
    }
}
