//! Rotations cut in the middle: what was done is found, nothing is done twice.

use super::desk::secret_on_server;
use super::lives::Lives;
use super::rotating::{give, make, retire, rotation, step};
use super::stage::Stage;
use keys::{RotationId, RotationStep};
use operations::Error;
use practice::{Act as Elsewhere, FaultKind};

const LIST: &str = "/admin/api/apps";
const NEW: &str = "/admin/api/apps/new";

/// How often a creation reads pages before it asks.
const READS: u32 = 3;

/// Where the program ends.
#[derive(Clone, Copy, Debug)]
enum Cut {
    BeforeWork,
    AfterWork,
    /// Before so manieth call of the keychain.
    Keychain(u64),
}

impl Cut {
    /// Each place once; the keychain is not called more often than so.
    fn all() -> Vec<Self> {
        let mut all = vec![Self::BeforeWork, Self::AfterWork];
        all.extend((1..=6).map(Self::Keychain));
        all
    }

    fn prepare(self, stage: &Stage, lives: &Lives<'_>, path: &str) {
        let hold = |after_work| stage.spoil("POST", path, FaultKind::Hold { after_work });
        let keychain = &lives.desk.keychain;
        match self {
            Self::BeforeWork => hold(false),
            Self::AfterWork => hold(true),
            Self::Keychain(call) => keychain.stop_at(keychain.calls() + call),
        }
    }
}

/// A rotation of the first key.
fn begin(lives: &Lives<'_>) -> RotationId {
    let key = lives.desk.key(lives.id, 1).id;
    operations::begin_rotation(&lives.desk.context, key).unwrap()
}

#[tokio::test]
async fn a_second_key_that_was_made_when_the_program_ended_is_found() {
    let mut cuts = 0;
    for cut in Cut::all() {
        let stage = Stage::start_small().await;
        let mut lives = Lives::connected(&stage).await;
        let id = begin(&lives);
        cut.prepare(&stage, &lives, NEW);
        let was_cut = lives.cut(make(&lives.desk, id)).await;
        cuts += usize::from(was_cut);
        let is_made = stage.made("Boulangerie Épi d'Or 2") == 1;
        lives.start_again();
        lives.settle().await;
        let now = step(&lives.desk, id);
        let expected = if is_made {
            RotationStep::HandOver
        } else {
            RotationStep::MakeKey
        };
        assert_eq!(now, expected, "{cut:?}");
        if now == RotationStep::MakeKey {
            make(&lives.desk, id).await.unwrap();
        }
        let made: Vec<_> = stage
            .co_op
            .made()
            .into_iter()
            .map(|made| made.name)
            .collect();
        assert_eq!(made.len(), 1, "{cut:?}: {made:?}");
        let new = rotation(&lives.desk, id).new_key;
        assert_eq!(new, Some(lives.desk.key(lives.id, 4).id), "{cut:?}");
        assert!(lives.desk.has_no_open_intent(), "{cut:?}");
        let secret = lives.desk.secret(&stage, 4).await;
        assert_eq!(secret, Some(secret_on_server(&stage, 4).await), "{cut:?}");
        let open = lives.desk.context.inventory.open_rotations().unwrap();
        assert_eq!(open.len(), 1, "{cut:?}");
    }
    assert!(cuts > 2, "the keychain was never stopped");
}

#[tokio::test]
async fn a_first_key_that_was_renewed_when_the_program_ended_is_not_renewed_again() {
    for cut in Cut::all() {
        let stage = Stage::start_small().await;
        let mut lives = Lives::connected(&stage).await;
        let id = begin(&lives);
        let new = make(&lives.desk, id).await.unwrap();
        give(&lives.desk, new).await;
        operations::confirm_rotation(&lives.desk.context, id).unwrap();
        let first = secret_on_server(&stage, 1).await;
        cut.prepare(&stage, &lives, LIST);
        lives.cut(retire(&lives.desk, id)).await;
        let after = secret_on_server(&stage, 1).await;
        lives.start_again();
        lives.settle().await;
        if after == first {
            assert_eq!(step(&lives.desk, id), RotationStep::Retire, "{cut:?}");
            retire(&lives.desk, id).await.unwrap();
        } else {
            assert_eq!(secret_on_server(&stage, 1).await, after, "{cut:?}");
        }
        assert_eq!(step(&lives.desk, id), RotationStep::Archive, "{cut:?}");
        assert!(!stage.co_op.opens(&first).unwrap(), "{cut:?}");
        let secret = lives.desk.secret(&stage, 1).await;
        assert_eq!(secret, Some(secret_on_server(&stage, 1).await), "{cut:?}");
        operations::finish_rotation(&lives.desk.context, id).unwrap();
    }
}

#[tokio::test]
async fn a_reply_that_is_lost_does_not_make_a_third_key() {
    let stage = Stage::start_small().await;
    let lives = Lives::connected(&stage).await;
    let desk = &lives.desk;
    let id = begin(&lives);
    // The work is done, the reply is lost, and nobody can look.
    stage.cut_and_blind(NEW, FaultKind::CutAfterWork, LIST, READS);
    let lost = make(desk, id).await;
    assert!(matches!(lost, Err(Error::ReplyLost { .. })), "{lost:?}");
    assert_eq!(step(desk, id), RotationStep::MakeKey);
    stage.co_op.clear_faults();
    // Asked again, it is looked for before anything is made.
    let new = make(desk, id).await.unwrap();
    assert_eq!(new, desk.key(lives.id, 4).id);
    assert_eq!(stage.co_op.made().len(), 1);
    assert_eq!(step(desk, id), RotationStep::HandOver);
    assert!(desk.has_no_open_intent());
}

#[tokio::test]
async fn a_second_key_found_by_a_refresh_is_there_without_asking_again() {
    let stage = Stage::start_small().await;
    let lives = Lives::connected(&stage).await;
    let desk = &lives.desk;
    let id = begin(&lives);
    stage.cut_and_blind(NEW, FaultKind::CutAfterWork, LIST, READS);
    make(desk, id).await.unwrap_err();
    stage.co_op.clear_faults();
    desk.refresh(lives.id).await.unwrap();
    let again = make(desk, id).await;
    assert!(matches!(again, Err(Error::RotationElsewhere)), "{again:?}");
    assert_eq!(step(desk, id), RotationStep::HandOver);
    assert_eq!(stage.co_op.made().len(), 1);
}

#[tokio::test]
async fn a_key_somebody_else_made_is_not_taken_for_the_second_one() {
    let stage = Stage::start_small().await;
    let lives = Lives::connected(&stage).await;
    let desk = &lives.desk;
    let id = begin(&lives);
    stage.spoil("POST", NEW, FaultKind::CutBeforeWork);
    make(desk, id).await.unwrap_err();
    lives.settle().await;
    assert!(desk.has_no_open_intent());
    assert_eq!(step(desk, id), RotationStep::MakeKey);
    let act = Elsewhere::CreateApp {
        name: Some("Boulangerie Épi d'Or 2".to_owned()),
        store: Some(1),
    };
    stage.co_op.act(&act).unwrap();
    lives.settle().await;
    assert_eq!(step(desk, id), RotationStep::MakeKey, "it is not ours");
    let new = make(desk, id).await.unwrap();
    assert_eq!(new, desk.key(lives.id, 5).id);
}

#[tokio::test]
async fn a_server_that_is_away_leaves_every_step_to_be_taken_again() {
    let stage = Stage::start_small().await;
    let lives = Lives::connected(&stage).await;
    let desk = &lives.desk;
    let id = begin(&lives);
    stage.spoil("GET", NEW, FaultKind::RefuseConnection);
    make(desk, id).await.unwrap_err();
    let new = make(desk, id).await.unwrap();
    // Offline at the hand-over it is not known what came before: the first look tells.
    stage.spoil("GET", "/api/stores/1", FaultKind::RefuseConnection);
    give(desk, new).await;
    assert_eq!(step(desk, id), RotationStep::AwaitUse);
    assert_eq!(rotation(desk, id).delivery_before, None);
    stage.spoil("GET", "/api/stores/1", FaultKind::RefuseConnection);
    let looked = operations::look_for_delivery(&desk.context, id).await;
    assert!(matches!(looked, Err(Error::Server { .. })), "{looked:?}");
    let look = async || {
        operations::look_for_delivery(&desk.context, id)
            .await
            .unwrap()
    };
    assert!(!look().await);
    let delivery = Elsewhere::CreateDelivery { store: Some(1) };
    stage.co_op.act(&delivery).unwrap();
    assert!(look().await);
    stage.spoil("POST", LIST, FaultKind::ServerError);
    retire(desk, id).await.unwrap_err();
    assert_eq!(step(desk, id), RotationStep::Retire);
    retire(desk, id).await.unwrap();
    assert_eq!(step(desk, id), RotationStep::Archive);
}

#[tokio::test]
async fn a_first_key_that_is_gone_and_forgotten_stops_no_other_rotation() {
    let stage = Stage::start_small().await;
    let lives = Lives::connected(&stage).await;
    let desk = &lives.desk;
    let id = begin(&lives);
    make(desk, id).await.unwrap();
    let other = desk.key(lives.id, 2).id;
    let other = operations::begin_rotation(&desk.context, other).unwrap();
    let act = Elsewhere::DeleteApp { app: Some(1) };
    stage.co_op.act(&act).unwrap();
    desk.refresh(lives.id).await.unwrap();
    let gone = desk.key(lives.id, 1);
    operations::forget_key(&desk.context, gone.id).unwrap();
    desk.wait(2 * operations::FORGET_AFTER);
    operations::tend(&desk.context).await.unwrap();
    operations::settle_rotations(&desk.context).unwrap();
    make(desk, other).await.unwrap();
    assert_eq!(step(desk, other), RotationStep::HandOver);
}
