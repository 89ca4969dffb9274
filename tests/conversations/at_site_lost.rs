//! Lost replies at a site: the key without its secret is found, and with consent revoked and made
//! again; nothing is made twice (contract 6.1).

use super::shop_curl::AJAX;
use super::shop_stage::{ANNE, MALIK, ShopStage, every_kind};
use super::site_desk::SiteDesk;
use inventory::{IntentId, Inventory};
use keys::{Act, AttentionKind, ConnectionId, KeyId, KeyStatus, Permission, Presence};
use operations::Error;
use practice::{Fault, FaultKind, Permission as AtShop, ShopAct};

const NAME: &str = "Lavande Delivery";

fn never_seen<T: std::fmt::Debug>(result: Result<T, Error>) -> KeyId {
    match result {
        Err(Error::SecretNeverSeen(key)) => key,
        other => panic!("{other:?}"),
    }
}

fn undecided<T: std::fmt::Debug>(result: Result<T, Error>) -> IntentId {
    match result {
        Err(Error::Undecided(intent)) => intent,
        other => panic!("{other:?}"),
    }
}

async fn create(desk: &SiteDesk, on: ConnectionId) -> Result<operations::Created, Error> {
    desk.create(on, NAME, Permission::Write).await
}

/// Somebody else makes the same key just before.
fn beside(stage: &ShopStage, owner: i64, permission: AtShop) {
    let act = ShopAct::CreateKey {
        description: Some(NAME.to_owned()),
        owner: Some(owner),
        permission,
    };
    stage.spoil("POST", AJAX, FaultKind::Act { act });
}

#[tokio::test]
async fn a_key_whose_reply_was_lost_is_found_and_made_again_with_consent() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let (desk, on) = SiteDesk::connected(&stage).await;
        stage.spoil("POST", AJAX, FaultKind::CutAfterWork);
        let lost = never_seen(create(&desk, on).await);
        let there = stage.made(NAME).remove(0);
        let record = desk.record(lost);
        assert_eq!(record.server_id.0, there.id);
        assert!(record.consumer.as_ref().unwrap().secret_lost);
        assert_eq!(record.status(), KeyStatus::SecretMissing);
        assert!(desk.due(lost).contains(&AttentionKind::SecretNotStored));
        assert!(desk.has_no_open_intent());
        assert_eq!(stage.posts(AJAX), 1, "nothing is made again unasked");
        assert!(!there.revoked, "nothing is revoked unasked");
        let made = operations::remake_key(&desk.context, lost).await.unwrap();
        assert!(made.secret_stored);
        let [old, new] = &stage.made(NAME)[..] else {
            panic!("{:?}", stage.made(NAME));
        };
        assert!(old.revoked && !new.revoked);
        assert_eq!(new.permission, AtShop::Write);
        assert_eq!(new.owner, ANNE);
        assert_eq!(desk.record(made.key).server_id.0, new.id);
        assert_eq!(desk.secret(&stage, made.key), Some(new.secret.clone()));
        assert_eq!(desk.record(lost).presence, Presence::Gone);
        assert!(desk.acts(lost).contains(&Act::Revoked));
        assert!(desk.due(lost).is_empty());
        assert!(desk.has_no_open_intent());
    }
}

#[tokio::test]
async fn asking_again_finds_the_lost_one_instead_of_making_another() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    // How often the administration is read before the change.
    let asked = stage.asked();
    let dry = desk.create(on, "Dry run", Permission::Write).await;
    dry.unwrap();
    let asked = stage.since(asked);
    let reads = asked.iter().position(|asked| asked.method == "POST");
    let reads = u32::try_from(reads.unwrap()).unwrap();
    stage.spoil("POST", AJAX, FaultKind::CutAfterWork);
    // The look fails as well.
    let blind = Fault::on("/wp-admin/admin.php", FaultKind::RefuseConnection);
    stage.shop.add_fault(blind.after(reads));
    let result = create(&desk, on).await;
    assert!(matches!(result, Err(Error::ReplyLost { .. })), "{result:?}");
    assert!(!desk.has_no_open_intent());
    stage.shop.clear_faults();
    let lost = never_seen(create(&desk, on).await);
    assert_eq!(stage.made(NAME).len(), 1);
    assert!(desk.record(lost).consumer.unwrap().secret_lost);
    assert!(desk.has_no_open_intent());
}

#[tokio::test]
async fn a_key_that_was_never_made_leaves_no_trace() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let (desk, on) = SiteDesk::connected(&stage).await;
        let count = desk.keys(on).len();
        stage.spoil("POST", AJAX, FaultKind::CutBeforeWork);
        let result = create(&desk, on).await;
        assert!(matches!(result, Err(Error::ReplyLost { .. })), "{result:?}");
        assert!(!desk.has_no_open_intent(), "a slow site may still be at it");
        let early = create(&desk, on).await;
        assert!(
            matches!(early, Err(Error::StillLooking { .. })),
            "{early:?}"
        );
        desk.wait_long();
        assert_eq!(desk.refresh(on).await.unwrap().never_done, 1);
        assert!(desk.has_no_open_intent());
        assert_eq!(desk.keys(on).len(), count);
        create(&desk, on).await.unwrap();
        assert_eq!(stage.made(NAME).len(), 1);
    }
}

#[tokio::test]
async fn a_site_that_answered_nonsense_did_nothing_if_the_list_shows_nothing() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    for kind in [
        FaultKind::ServerError,
        FaultKind::Garbage,
        FaultKind::LargePage { bytes: 9 << 20 },
    ] {
        stage.spoil("POST", AJAX, kind.clone());
        let result = create(&desk, on).await;
        let is_told = matches!(result, Err(Error::NothingDone { .. }));
        assert!(is_told, "{kind:?} {result:?}");
        assert!(desk.has_no_open_intent(), "{kind:?}");
    }
    assert!(stage.made(NAME).is_empty());
    assert_eq!(stage.posts(AJAX), 3);
}

#[tokio::test]
async fn a_gateway_that_gave_up_proves_nothing() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    for status in [502, 504, 524] {
        stage.spoil("POST", AJAX, FaultKind::Status { status });
        let result = create(&desk, on).await;
        assert!(matches!(result, Err(Error::ReplyLost { .. })), "{result:?}");
        assert!(!desk.has_no_open_intent());
        desk.wait_long();
        desk.refresh(on).await.unwrap();
        assert!(desk.has_no_open_intent());
    }
}

#[tokio::test]
async fn a_twin_of_another_administrator_is_a_question() {
    for ours in [true, false] {
        let stage = ShopStage::start().await;
        let (desk, on) = SiteDesk::connected(&stage).await;
        beside(&stage, ANNE, AtShop::Write);
        stage.spoil("POST", AJAX, FaultKind::CutAfterWork);
        let question = undecided(create(&desk, on).await);
        let made: Vec<_> = stage.made(NAME).iter().map(|key| key.id).collect();
        let intent = desk.context.inventory.intent(question).unwrap().unwrap();
        let mut candidates = intent.candidates;
        candidates.sort_unstable();
        assert_eq!(candidates, made);
        assert_eq!(undecided(create(&desk, on).await), question);
        assert_eq!(stage.made(NAME).len(), 2, "nothing is made again");
        let [theirs, mine] = [made[0], made[1]].map(|number| desk.key(on, number).id);
        if ours {
            operations::decide(&desk.context, question, Some(made[1]))
                .await
                .unwrap();
            assert_eq!(desk.acts(theirs), [Act::SeenOnServer]);
            assert!(desk.acts(mine).contains(&Act::Created));
            desk.refresh(on).await.unwrap();
            assert!(desk.record(mine).consumer.unwrap().secret_lost);
            assert!(!desk.record(theirs).consumer.unwrap().secret_lost);
            operations::remake_key(&desk.context, mine).await.unwrap();
            assert!(stage.key(made[1]).revoked && !stage.key(made[0]).revoked);
        } else {
            operations::decide(&desk.context, question, None)
                .await
                .unwrap();
            for key in [theirs, mine] {
                assert_eq!(desk.acts(key), [Act::SeenOnServer]);
                assert!(!desk.record(key).consumer.unwrap().secret_lost);
                let refused = operations::remake_key(&desk.context, key).await;
                assert!(refused.is_err(), "only what was made here: {refused:?}");
            }
        }
        assert!(desk.has_no_open_intent());
    }
}

#[tokio::test]
async fn a_key_of_another_owner_or_permission_is_not_taken_for_ours() {
    for (owner, permission) in [(MALIK, AtShop::Write), (ANNE, AtShop::Read)] {
        let stage = ShopStage::start().await;
        let (desk, on) = SiteDesk::connected(&stage).await;
        beside(&stage, owner, permission);
        stage.spoil("POST", AJAX, FaultKind::CutAfterWork);
        let lost = never_seen(create(&desk, on).await);
        let made = stage.made(NAME);
        assert_eq!(desk.record(lost).server_id.0, made[1].id);
        let theirs = desk.key(on, made[0].id);
        assert!(!theirs.consumer.unwrap().secret_lost);
        assert_eq!(desk.acts(theirs.id), [Act::SeenOnServer]);
    }
}

#[tokio::test]
async fn a_twin_alone_is_never_ours_while_ours_may_still_come() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    beside(&stage, MALIK, AtShop::Read);
    stage.spoil("POST", AJAX, FaultKind::CutBeforeWork);
    let result = create(&desk, on).await;
    assert!(matches!(result, Err(Error::ReplyLost { .. })), "{result:?}");
    desk.wait_long();
    assert_eq!(desk.refresh(on).await.unwrap().never_done, 1);
    let theirs = desk.key(on, stage.made(NAME)[0].id);
    assert_eq!(theirs.status(), KeyStatus::NotHeld);
}

#[tokio::test]
async fn a_twin_that_somebody_uses_is_not_taken_for_the_one_nobody_has() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    let keys = stage.shop.keys().unwrap();
    let next = keys.iter().map(|key| key.id).max().unwrap_or_default() + 1;
    beside(&stage, ANNE, AtShop::Write);
    let act = ShopAct::UseKey { id: next };
    stage.spoil("POST", AJAX, FaultKind::Act { act });
    stage.spoil("POST", AJAX, FaultKind::CutBeforeWork);
    let result = create(&desk, on).await;
    assert!(matches!(result, Err(Error::ReplyLost { .. })), "{result:?}");
    desk.wait_long();
    assert_eq!(desk.refresh(on).await.unwrap().never_done, 1);
    let theirs = desk.key(on, next);
    assert_eq!(theirs.status(), KeyStatus::NotHeld);
    assert!(!stage.key(next).revoked);
}

#[tokio::test]
async fn a_program_that_ends_while_the_site_works_finds_the_key_at_its_next_start() {
    for after_work in [true, false] {
        let stage = ShopStage::start().await;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("inventory.sqlite3");
        let open = || Inventory::open(&file, keys::Moment(0)).unwrap();
        let keychain = keychain::Memory::new();
        let first = SiteDesk::over(&stage, open(), keychain.clone());
        let on = first.connect(&stage, "anne").await;
        first.refresh(on).await.unwrap();
        let mut struck = stage.shop.subscribe_faults();
        stage.spoil("POST", AJAX, FaultKind::Hold { after_work });
        tokio::select! {
            told = create(&first, on) => panic!("{told:?}"),
            struck = struck.changed() => struck.unwrap(),
        }
        drop(first);
        let second = SiteDesk::over(&stage, open(), keychain);
        second.wait_long();
        operations::tend(&second.context).await.unwrap();
        assert!(second.has_no_open_intent());
        let made = stage.made(NAME);
        assert_eq!(made.len(), usize::from(after_work));
        if let Some(made) = made.first() {
            let lost = second.key(on, made.id);
            assert!(lost.consumer.unwrap().secret_lost);
            let made = operations::remake_key(&second.context, lost.id)
                .await
                .unwrap();
            assert!(made.secret_stored);
        }
    }
}

#[tokio::test]
async fn only_a_lost_key_is_made_again() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    let made = create(&desk, on).await.unwrap();
    let theirs = desk.key(on, stage.live()[1].id).id;
    let asked = stage.asked();
    for key in [made.key, theirs] {
        let refused = operations::remake_key(&desk.context, key).await;
        assert!(matches!(refused, Err(Error::WrongKind)), "{refused:?}");
    }
    assert_eq!(stage.asked(), asked);
}

#[tokio::test]
async fn making_again_can_itself_be_lost_and_taken_up() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    stage.spoil("POST", AJAX, FaultKind::CutAfterWork);
    let first = never_seen(create(&desk, on).await);
    // It was revoked, and nothing new was made.
    stage.spoil("POST", AJAX, FaultKind::ServerError);
    let result = operations::remake_key(&desk.context, first).await;
    assert!(
        matches!(result, Err(Error::NothingDone { .. })),
        "{result:?}"
    );
    assert_eq!(desk.record(first).presence, Presence::Gone);
    // The next one is made and lost as well.
    stage.spoil("POST", AJAX, FaultKind::CutAfterWork);
    let second = never_seen(operations::remake_key(&desk.context, first).await);
    assert_ne!(second, first);
    let made = operations::remake_key(&desk.context, second).await.unwrap();
    assert!(made.secret_stored);
    let there = stage.made(NAME);
    let live: Vec<_> = there.iter().filter(|key| !key.revoked).collect();
    assert_eq!((there.len(), live.len()), (3, 1));
    assert_eq!(desk.record(made.key).server_id.0, live[0].id);
    for lost in [first, second] {
        assert_eq!(desk.record(lost).presence, Presence::Gone);
        assert!(desk.due(lost).is_empty(), "{:?}", desk.due(lost));
    }
}

#[tokio::test]
async fn a_lost_key_is_not_remade_while_the_keychain_is_closed() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    stage.spoil("POST", AJAX, FaultKind::CutAfterWork);
    let lost = never_seen(create(&desk, on).await);
    let asked = stage.asked();
    desk.keychain.set_trouble(Some(keychain::Trouble::Locked));
    let refused = operations::remake_key(&desk.context, lost).await;
    assert!(matches!(refused, Err(Error::Keychain(_))), "{refused:?}");
    assert_eq!(stage.asked(), asked, "nothing is revoked for nothing");
}

#[tokio::test]
async fn a_reply_that_comes_too_late_is_a_lost_one() {
    let mut stage = ShopStage::start().await;
    let network = woocommerce::Network::with_limits(super::stage::impatient()).unwrap();
    network
        .trust(&stage.url, &stage.shop.certificate())
        .unwrap();
    stage.network = network;
    let (desk, on) = SiteDesk::connected(&stage).await;
    let milliseconds = 600_000;
    stage.spoil("POST", AJAX, FaultKind::DelayAfterWork { milliseconds });
    let lost = never_seen(create(&desk, on).await);
    assert!(desk.record(lost).consumer.unwrap().secret_lost);
    assert_eq!(stage.made(NAME).len(), 1);
    stage.spoil("POST", AJAX, FaultKind::Delay { milliseconds });
    let result = desk.create(on, "Another", Permission::Read).await;
    assert!(matches!(result, Err(Error::ReplyLost { .. })), "{result:?}");
    assert!(!desk.has_no_open_intent(), "the site may still make it");
}

#[tokio::test]
async fn a_description_that_looks_like_markup_is_found_again_too() {
    for name in ["Tom &amp; Jerry", "1 &lt; 2", "&quot;Bio&quot;"] {
        let stage = ShopStage::start().await;
        let (desk, on) = SiteDesk::connected(&stage).await;
        let made = match desk.create(on, name, Permission::Write).await {
            Ok(made) => made,
            // Refused before anything is sent is fine as well.
            Err(Error::Description(_)) => {
                assert!(stage.made(name).is_empty());
                continue;
            }
            Err(error) => panic!("{name}: {error:?}"),
        };
        let report = desk.refresh(on).await.unwrap();
        assert_eq!(report, operations::Report::default(), "{name}");
        let told = operations::edit_consumer_key(&desk.context, made.key, name, Permission::Read);
        assert!(told.await.is_ok(), "{name}");
        let report = desk.refresh(on).await.unwrap();
        assert_eq!(report, operations::Report::default(), "{name}");
        stage.spoil("POST", AJAX, FaultKind::CutAfterWork);
        let lost = never_seen(desk.create(on, name, Permission::Write).await);
        assert!(desk.record(lost).consumer.unwrap().secret_lost, "{name}");
    }
}
