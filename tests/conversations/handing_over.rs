//! Handing keys over: what is written down of it, who holds what, and what attention says.

use super::desk::Desk;
use super::stage::Stage;
use inventory::AttentionQuery;
use keys::{
    Act, AttentionKind, AttentionSubject, Channel, ConnectionId, Handover, KeyId, Platform,
    SheetLanguage,
};
use operations::{Error, SheetFor};

const DAY: i64 = 24 * 60 * 60 * 1000;

fn for_shop(key: KeyId) -> SheetFor {
    SheetFor {
        key,
        platform: Platform::WooCommerce,
        language: SheetLanguage::Ca,
    }
}

async fn give(desk: &Desk, key: KeyId, person: &str, channel: Channel) -> Handover {
    let given = operations::record_handover(&desk.context, for_shop(key), person, channel).await;
    let found = desk.context.inventory.handover(given.unwrap()).unwrap();
    found.unwrap()
}

/// Whether what was given is still the key's secret.
fn is_current(desk: &Desk, id: ConnectionId, number: i64, given: &Handover) -> bool {
    desk.key(id, number).secret.unwrap().fingerprint == given.told.fingerprint
}

async fn renew(desk: &Desk, id: ConnectionId, number: i64) {
    let key = desk.key(id, number);
    let typed = operations::typed_name_of(&key);
    operations::renew_secret(&desk.context, key.id, typed)
        .await
        .unwrap();
}

/// What is due about a key.
fn due(desk: &Desk, key: KeyId) -> Vec<AttentionKind> {
    let query = AttentionQuery {
        limit: 1_000,
        ..AttentionQuery::default()
    };
    let now = desk.context.now();
    let page = desk.context.inventory.attention(&query, now).unwrap();
    let about = page.rows.into_iter();
    about
        .filter(|row| row.subject == AttentionSubject::Key(key))
        .map(|row| row.kind)
        .collect()
}

#[tokio::test]
async fn a_hand_over_tells_to_whom_how_and_for_what() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1);
    let before = desk.context.now();
    let given = give(&desk, key.id, "  Núria \n Exemple ", Channel::Mail).await;
    assert_eq!(given.told.person, "Núria Exemple");
    assert_eq!(given.told.channel, Channel::Mail);
    assert_eq!(given.told.platform, Platform::WooCommerce);
    assert_eq!(given.told.language, SheetLanguage::Ca);
    assert_eq!((given.who.as_str(), given.confirmed_at), ("alix", None));
    assert!(given.at > before);
    assert!(is_current(&desk, id, 1, &given));
    assert_eq!(desk.acts(&key).pop(), Some(Act::HandedOver));
}

#[tokio::test]
async fn a_sheet_is_signed_by_the_account_unless_a_name_was_set() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let sheet = for_shop(desk.key(id, 1).id);
    let signed = operations::sheet(&desk.context, sheet).await.unwrap();
    assert!(signed.footer.contains("alix"), "{}", signed.footer);
    desk.context.set_sender(" Núria Exemple ");
    let signed = operations::sheet(&desk.context, sheet).await.unwrap();
    assert!(signed.footer.contains("Núria Exemple"), "{}", signed.footer);
    assert!(!signed.to_text().contains("alix"));
}

#[tokio::test]
async fn a_hand_over_needs_a_person() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1);
    let acts = desk.acts(&key);
    let folder = tempfile::tempdir().unwrap();
    for nobody in ["", "  ", "\n\t"] {
        let sheet = for_shop(key.id);
        let given = operations::record_handover(&desk.context, sheet, nobody, Channel::Other).await;
        assert!(matches!(given, Err(Error::PersonMissing)), "{given:?}");
        let sealed = operations::seal_pack(&desk.context, sheet, nobody, folder.path()).await;
        assert!(matches!(sealed, Err(Error::PersonMissing)), "{sealed:?}");
    }
    assert_eq!(folder.path().read_dir().unwrap().count(), 0);
    assert_eq!(desk.context.inventory.handed_over().unwrap(), 0);
    assert_eq!(desk.acts(&key), acts);
}

#[tokio::test]
async fn what_a_person_holds_is_outdated_once_the_secret_is_another() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1).id;
    let given = give(&desk, key, "Ada", Channel::Copied).await;
    renew(&desk, id, 1).await;
    assert!(!is_current(&desk, id, 1, &given));
    // Given again it is current again, and the former one stays what it was.
    desk.wait(DAY);
    let again = give(&desk, key, "Ada", Channel::Copied).await;
    assert_ne!(again.id, given.id);
    assert!(is_current(&desk, id, 1, &again));
    let all = desk.context.inventory.handovers_of(key).unwrap();
    let ids: Vec<_> = all.iter().map(|each| each.id).collect();
    assert_eq!(ids, [again.id, given.id]);
}

#[tokio::test]
async fn renewed_elsewhere_it_is_outdated_once_the_new_one_is_taken() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1).id;
    let given = give(&desk, key, "Ada", Channel::Copied).await;
    let act = practice::Act::Renew { app: Some(1) };
    stage.co_op.act(&act).unwrap();
    desk.refresh(id).await.unwrap();
    assert!(!is_current(&desk, id, 1, &given));
}

#[tokio::test]
async fn a_hand_over_is_confirmed_and_unconfirmed() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1);
    let given = give(&desk, key.id, "Ada", Channel::Printed).await.id;
    let confirmed = || {
        let found = desk.context.inventory.handover(given).unwrap();
        found.unwrap().confirmed_at
    };
    operations::confirm_handover(&desk.context, given, true).unwrap();
    assert!(confirmed().is_some());
    assert_eq!(desk.acts(&key).pop(), Some(Act::HandoverConfirmed));
    operations::confirm_handover(&desk.context, given, false).unwrap();
    assert_eq!(confirmed(), None);
}

#[tokio::test]
async fn a_hand_over_that_was_not_made_is_taken_back_and_brought_back() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let inventory = &desk.context.inventory;
    let key = desk.key(id, 1).id;
    let given = give(&desk, key, "Ada", Channel::Qr).await;
    operations::confirm_handover(&desk.context, given.id, true).unwrap();
    let given = inventory.handover(given.id).unwrap().unwrap();
    let now = desk.context.now();
    inventory.remove_handover(given.id, now).unwrap();
    assert!(inventory.handovers_of(key).unwrap().is_empty());
    assert!(inventory.holders().unwrap().is_empty());
    let confirmed = operations::confirm_handover(&desk.context, given.id, true);
    assert!(matches!(confirmed, Err(Error::RecordGone)), "{confirmed:?}");
    inventory.restore_handover(given.id).unwrap();
    assert_eq!(inventory.handovers_of(key).unwrap(), [given]);
}

#[tokio::test]
async fn holders_are_people_with_all_that_was_given_to_them() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let [first, second] = [1, 2].map(|number| desk.key(id, number).id);
    give(&desk, first, "Ada Exemple", Channel::Mail).await;
    give(&desk, second, "Grace", Channel::Mail).await;
    desk.wait(DAY);
    give(&desk, second, "ada  exemple", Channel::Copied).await;
    let holders = desk.context.inventory.holders().unwrap();
    let told: Vec<_> = holders
        .iter()
        .map(|holder| (holder.person.as_str(), holder.handovers.len()))
        .collect();
    assert_eq!(told, [("ada exemple", 2), ("Grace", 1)]);
    let keys: Vec<_> = holders[0]
        .handovers
        .iter()
        .map(|each| each.told.key)
        .collect();
    assert_eq!(keys, [second, first], "newest first");
}

#[tokio::test]
async fn keys_of_somebody_who_left_need_a_person_until_their_secret_is_another() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let inventory = &desk.context.inventory;
    let [first, second, third] = [1, 2, 3].map(|number| desk.key(id, number).id);
    for key in [first, second] {
        give(&desk, key, "Ada", Channel::Mail).await;
    }
    give(&desk, third, "Grace", Channel::Mail).await;
    let left = |key| due(&desk, key).contains(&AttentionKind::HolderLeft);
    assert!(![first, second, third].map(left).contains(&true));
    // What was outdated when the person left opens nothing.
    renew(&desk, id, 2).await;
    let now = desk.context.now();
    inventory.set_holder_left("ADA", Some(now)).unwrap();
    assert_eq!([first, second, third].map(left), [true, false, false]);
    renew(&desk, id, 1).await;
    assert!(!left(first), "what Ada holds opens nothing any more");
    // Somebody who is back holds nothing to worry about.
    inventory.set_holder_left("Grace", Some(now)).unwrap();
    assert!(left(third));
    inventory.set_holder_left("Grace", None).unwrap();
    assert!(!left(third));
}

#[tokio::test]
async fn a_hand_over_nobody_confirmed_for_a_week_needs_a_person() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1).id;
    let given = give(&desk, key, "Ada", Channel::Mail).await.id;
    let is_due = || due(&desk, key).contains(&AttentionKind::NotConfirmed);
    desk.wait(6 * DAY);
    assert!(!is_due());
    desk.wait(2 * DAY);
    assert!(is_due());
    operations::confirm_handover(&desk.context, given, true).unwrap();
    assert!(!is_due());
    operations::confirm_handover(&desk.context, given, false).unwrap();
    assert!(is_due(), "said too early");
}
