//! What needs a person, over a story that is lived through: each next step takes its line away.

use super::desk::Desk;
use super::stage::Stage;
use inventory::AttentionQuery;
use keys::{
    Act, AttentionKind as Kind, AttentionSubject as Subject, Channel, ConnectionId, DraftStore,
    KeyId, Moment, Platform, PutOff, ServerStoreId, SheetLanguage,
};
use operations::SheetFor;
use practice::Act as Elsewhere;
use std::collections::{BTreeMap, BTreeSet};

const DAY: i64 = 24 * 60 * 60 * 1000;
const HALF_A_YEAR: i64 = 180 * DAY;

fn page(desk: &Desk, query: &AttentionQuery) -> inventory::AttentionPage {
    let now = desk.context.now();
    desk.context.inventory.attention(query, now).unwrap()
}

fn all() -> AttentionQuery {
    AttentionQuery {
        rotation_age: Some(HALF_A_YEAR),
        limit: 1_000,
        ..AttentionQuery::default()
    }
}

/// How many are due of each kind.
fn counts(desk: &Desk) -> BTreeMap<Kind, usize> {
    let page = page(desk, &all());
    assert_eq!(page.total, page.rows.len());
    let told: BTreeMap<_, _> = page.kinds.into_iter().collect();
    let mut counted = BTreeMap::new();
    for row in page.rows {
        assert_eq!(row.put_off, None);
        *counted.entry(row.kind).or_default() += 1;
    }
    assert_eq!(told, counted);
    counted
}

fn count(desk: &Desk, kind: Kind) -> usize {
    counts(desk).get(&kind).copied().unwrap_or_default()
}

/// How the counts changed while something was done.
fn changes(before: &BTreeMap<Kind, usize>, desk: &Desk) -> BTreeMap<Kind, isize> {
    let after = counts(desk);
    let kinds: BTreeSet<_> = before.keys().chain(after.keys()).copied().collect();
    let of = |counts: &BTreeMap<Kind, usize>, kind| {
        isize::try_from(counts.get(&kind).copied().unwrap_or_default()).unwrap()
    };
    let changed = kinds
        .into_iter()
        .map(|kind| (kind, of(&after, kind) - of(before, kind)));
    changed.filter(|(_, by)| *by != 0).collect()
}

async fn give(desk: &Desk, key: KeyId) {
    let sheet = SheetFor {
        key,
        platform: Platform::WooCommerce,
        language: SheetLanguage::En,
    };
    operations::record_handover(&desk.context, sheet, "Ada", Channel::Copied)
        .await
        .unwrap();
}

async fn check(desk: &Desk, on: ConnectionId, number: i64) {
    let key = desk.key(on, number).id;
    operations::check_key(&desk.context, key).await.unwrap();
}

#[tokio::test]
async fn a_key_made_here_asks_to_be_handed_over_and_then_to_be_confirmed() {
    let stage = Stage::start_small().await;
    let (desk, on) = Desk::connected(&stage).await;
    assert_eq!(count(&desk, Kind::NeverHandedOver), 0, "others made those");
    let before = counts(&desk);
    let made = desk.create(on, "webshop").await.unwrap().key;
    assert_eq!(changes(&before, &desk), [(Kind::NeverHandedOver, 1)].into());
    give(&desk, made).await;
    assert_eq!(changes(&before, &desk), [].into());
    desk.wait(8 * DAY);
    assert_eq!(changes(&before, &desk), [(Kind::NotConfirmed, 1)].into());
    let given = desk.context.inventory.handovers_of(made).unwrap()[0].id;
    operations::confirm_handover(&desk.context, given, true).unwrap();
    assert_eq!(changes(&before, &desk), [].into());
}

#[tokio::test]
async fn a_key_in_trouble_is_named_until_it_works() {
    let stage = Stage::start_small().await;
    let (desk, on) = Desk::connected(&stage).await;
    let before = counts(&desk);
    let act = Elsewhere::Renew { app: Some(1) };
    stage.co_op.act(&act).unwrap();
    check(&desk, on, 1).await;
    assert_eq!(changes(&before, &desk), [(Kind::KeyTrouble, 1)].into());
    // The server away hides nothing.
    stage.spoil("GET", "/api", practice::FaultKind::RefuseConnection);
    let key = desk.key(on, 1).id;
    operations::check_key(&desk.context, key).await.unwrap_err();
    assert_eq!(changes(&before, &desk), [(Kind::KeyTrouble, 1)].into());
    desk.refresh(on).await.unwrap();
    check(&desk, on, 1).await;
    assert_eq!(changes(&before, &desk), [].into());
    // A server that is away is no trouble of the key.
    stage.spoil("GET", "/api", practice::FaultKind::RefuseConnection);
    operations::check_key(&desk.context, key).await.unwrap_err();
    assert_eq!(changes(&before, &desk), [].into());
}

#[tokio::test]
async fn too_open_keys_are_named_until_they_are_replaced() {
    let stage = Stage::start().await;
    let (desk, on) = Desk::connected(&stage).await;
    let before = counts(&desk);
    // 47 is a restaurant's: its page shows no scope either, but it has one.
    assert_eq!(desk.key(on, 47).scopes, Some(vec![keys::Scope::Orders]));
    let restaurant = desk.key(on, 47).id;
    let refused = operations::begin_rotation(&desk.context, restaurant);
    assert!(matches!(refused, Err(operations::Error::RestaurantKey)));
    assert_eq!(before[&Kind::Unrestricted], 2, "43 and 48");
    assert_eq!(before[&Kind::EveryOrder], 3, "44, 45 and 46");
    // The way out: another key that may do less, and the first one made worthless.
    let key = desk.key(on, 43);
    let context = &desk.context;
    let id = operations::begin_rotation(context, key.id).unwrap();
    assert_eq!(changes(&before, &desk), [(Kind::RotationOpen, 1)].into());
    let scopes = operations::proposed_scopes(&key);
    let new = operations::make_rotation_key(context, id, "Narrow", &scopes)
        .await
        .unwrap();
    give(&desk, new.key).await;
    operations::confirm_rotation(context, id).unwrap();
    let typed = operations::typed_name_of(&key);
    operations::retire_old_key(context, id, typed)
        .await
        .unwrap();
    operations::finish_rotation(context, id).unwrap();
    assert_eq!(changes(&before, &desk), [(Kind::Unrestricted, -1)].into());
}

#[tokio::test]
async fn stores_ask_for_a_key_and_for_a_time_slot() {
    let stage = Stage::start_small().await;
    let (desk, on) = Desk::connected(&stage).await;
    let before = counts(&desk);
    // Store 3 has a key and no time slot; the Stores without a key are asked about that only.
    assert_eq!(before[&Kind::NoTimeSlot], 1);
    let inventory = &desk.context.inventory;
    let store = |number| {
        let found = inventory.store_by_server_id(on, ServerStoreId(number));
        found.unwrap().unwrap().id
    };
    let slots = operations::time_slots(&desk.context, on).await.unwrap();
    let slot = slots[0].id.clone();
    operations::set_time_slot(&desk.context, store(3), &slot)
        .await
        .unwrap();
    assert_eq!(changes(&before, &desk), [(Kind::NoTimeSlot, -1)].into());
    let before = counts(&desk);
    let new = operations::NewKey {
        connection: on,
        name: "webshop".to_owned(),
        key_type: keys::KeyType::OAuth,
        scopes: vec![keys::Scope::Deliveries],
        store: Some(ServerStoreId(4)),
    };
    operations::create_key(&desk.context, &new).await.unwrap();
    let expected = [(Kind::StoreWithoutKey, -1), (Kind::NeverHandedOver, 1)];
    assert_eq!(changes(&before, &desk), expected.into());
    let act = Elsewhere::DeleteStore { store: Some(5) };
    stage.co_op.act(&act).unwrap();
    desk.refresh(on).await.unwrap();
    assert_eq!(
        changes(&before, &desk)[&Kind::StoreWithoutKey],
        -2,
        "a Store that is gone needs none"
    );
}

#[tokio::test]
async fn a_missing_secret_is_named_until_it_is_rescued() {
    let stage = Stage::start_small().await;
    let (desk, on) = Desk::connected(&stage).await;
    let before = counts(&desk);
    let entry = keychain::Entry::key_secret(true, &stage.url, keys::ServerAppId(1));
    desk.keychain.forget(&entry);
    let key = desk.key(on, 1).id;
    operations::check_key(&desk.context, key).await.unwrap_err();
    assert_eq!(changes(&before, &desk), [(Kind::SecretNotStored, 1)].into());
    operations::rescue_secrets(&desk.context, &|_, _| {})
        .await
        .unwrap();
    assert_eq!(changes(&before, &desk), [].into());
}

#[tokio::test]
async fn a_draft_waits_until_it_is_sent_or_deleted() {
    let stage = Stage::start_small().await;
    let (desk, on) = Desk::connected(&stage).await;
    let before = counts(&desk);
    let store = DraftStore::OnServer(ServerStoreId(2));
    let [sent, deleted] = ["one", "two"].map(|name| desk.draft_key(on, name, store));
    assert_eq!(changes(&before, &desk), [(Kind::DraftWaiting, 2)].into());
    operations::delete_draft(&desk.context, deleted).unwrap();
    assert_eq!(changes(&before, &desk), [(Kind::DraftWaiting, 1)].into());
    desk.send_one(sent).await;
    assert_eq!(changes(&before, &desk), [(Kind::NeverHandedOver, 1)].into());
}

#[tokio::test]
async fn a_key_grows_old_until_its_secret_is_new() {
    let stage = Stage::start_small().await;
    let (desk, on) = Desk::connected(&stage).await;
    let before = counts(&desk);
    desk.wait(HALF_A_YEAR - DAY);
    assert_eq!(changes(&before, &desk), [].into());
    let key = desk.key(on, 1);
    let typed = operations::typed_name_of(&key);
    operations::renew_secret(&desk.context, key.id, typed)
        .await
        .unwrap();
    desk.wait(2 * DAY);
    assert_eq!(changes(&before, &desk), [(Kind::Old, 2)].into());
    operations::archive_key(&desk.context, desk.key(on, 2).id).unwrap();
    assert_eq!(count(&desk, Kind::Old), 1, "what is archived needs nobody");
    let never = AttentionQuery {
        rotation_age: None,
        ..all()
    };
    let never = page(&desk, &never);
    assert!(never.rows.iter().all(|row| row.kind != Kind::Old));
}

#[tokio::test]
async fn what_was_put_off_comes_back_by_the_clock() {
    let stage = Stage::start_small().await;
    let (desk, on) = Desk::connected(&stage).await;
    let made = desk.create(on, "webshop").await.unwrap().key;
    let before = counts(&desk);
    let put_off = |until| {
        let now = desk.context.now();
        let subject = Subject::Key(made);
        let inventory = &desk.context.inventory;
        inventory
            .put_off(Kind::NeverHandedOver, subject, until, now)
            .unwrap();
    };
    let until = Moment(desk.context.now().0 + 7 * DAY);
    put_off(PutOff::Until(until));
    assert_eq!(
        changes(&before, &desk),
        [(Kind::NeverHandedOver, -1)].into()
    );
    let away = AttentionQuery {
        put_off: true,
        ..all()
    };
    let shown = page(&desk, &away);
    assert_eq!((shown.total, shown.put_off), (1, 1));
    assert_eq!(shown.rows[0].put_off, Some(PutOff::Until(until)));
    desk.wait(6 * DAY);
    assert_eq!(
        changes(&before, &desk),
        [(Kind::NeverHandedOver, -1)].into()
    );
    desk.wait(2 * DAY);
    assert_eq!(changes(&before, &desk), [].into(), "it is due again");
    assert_eq!(page(&desk, &away).total, 0);
    put_off(PutOff::Forever);
    desk.wait(1_000 * DAY);
    assert_eq!(count(&desk, Kind::NeverHandedOver), 0, "for good");
    let inventory = &desk.context.inventory;
    inventory
        .take_up(Kind::NeverHandedOver, Subject::Key(made))
        .unwrap();
    assert_eq!(count(&desk, Kind::NeverHandedOver), 1, "undone");
}

#[tokio::test]
async fn dismissing_one_thing_keeps_no_other_quiet() {
    let stage = Stage::start_small().await;
    let (desk, on) = Desk::connected(&stage).await;
    let made = desk.create(on, "webshop").await.unwrap().key;
    let inventory = &desk.context.inventory;
    let now = desk.context.now();
    inventory
        .put_off(
            Kind::NeverHandedOver,
            Subject::Key(made),
            PutOff::Forever,
            now,
        )
        .unwrap();
    let before = counts(&desk);
    // Another trouble of the same key.
    let act = Elsewhere::Renew { app: Some(4) };
    stage.co_op.act(&act).unwrap();
    check(&desk, on, 4).await;
    assert_eq!(changes(&before, &desk), [(Kind::KeyTrouble, 1)].into());
    // The same trouble of another key.
    desk.create(on, "second").await.unwrap();
    let expected = [(Kind::KeyTrouble, 1), (Kind::NeverHandedOver, 1)];
    assert_eq!(changes(&before, &desk), expected.into());
}

#[tokio::test]
async fn the_list_is_asked_by_kind_and_by_connection() {
    let [here, there] = [Stage::start_small().await, Stage::start_small().await];
    let desk = Desk::new(&here);
    let mut connections = Vec::new();
    for stage in [&here, &there] {
        let on = desk.connect(stage, "admin").await;
        desk.refresh(on).await.unwrap();
        connections.push(on);
    }
    desk.create(connections[1], "webshop").await.unwrap();
    let made = desk.key(connections[1], 4);
    assert!(desk.acts(&made).contains(&Act::Created));
    let of = |connection, kind| {
        let query = AttentionQuery {
            connection,
            kind: Some(kind),
            ..all()
        };
        let page = page(&desk, &query);
        assert!(page.rows.iter().all(|row| row.kind == kind));
        assert!(!page.kinds.is_empty(), "of every kind, whichever is shown");
        page.total
    };
    let kind = Kind::NeverHandedOver;
    assert_eq!(of(None, kind), 1);
    assert_eq!(of(Some(connections[0]), kind), 0);
    assert_eq!(of(Some(connections[1]), kind), 1);
    assert_eq!(
        of(None, Kind::StoreWithoutKey),
        connections
            .iter()
            .map(|on| of(Some(*on), Kind::StoreWithoutKey))
            .sum::<usize>()
    );
}
