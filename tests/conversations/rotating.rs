//! Rotating a key: a second one, handed over and seen working, before the first is worthless.

use super::curl::Curl;
use super::desk::{Desk, secret_on_server};
use super::lives::Lives;
use super::stage::Stage;
use keys::{
    Act, Channel, ConnectionId, KeyId, KeyStatus, Platform, Rotation, RotationId, RotationStep,
    Scope, Seen, SheetLanguage,
};
use operations::{Error, SheetFor};
use practice::Act as Elsewhere;
use reqwest::Method;

const NEW: &str = "POST /admin/api/apps/new";

pub(crate) fn rotation(desk: &Desk, id: RotationId) -> Rotation {
    desk.context.inventory.rotation(id).unwrap().unwrap()
}

pub(crate) fn step(desk: &Desk, id: RotationId) -> RotationStep {
    rotation(desk, id).step()
}

/// Gives the key to the shop, without a word of confirmation.
pub(crate) async fn give(desk: &Desk, key: KeyId) {
    let sheet = SheetFor {
        key,
        platform: Platform::WooCommerce,
        language: SheetLanguage::En,
    };
    operations::record_handover(&desk.context, sheet, "Ada", Channel::Copied)
        .await
        .unwrap();
}

/// Makes the second key under the name that is proposed.
pub(crate) async fn make(desk: &Desk, id: RotationId) -> Result<KeyId, Error> {
    let old = rotation(desk, id).old_key;
    let old = desk.context.inventory.key(old).unwrap().unwrap();
    let name = operations::proposed_name(&old);
    let scopes = operations::proposed_scopes(&old);
    let made = operations::make_rotation_key(&desk.context, id, &name, &scopes).await?;
    Ok(made.key)
}

/// Renews the first key's Secret, its name typed.
pub(crate) async fn retire(desk: &Desk, id: RotationId) -> Result<(), Error> {
    let old = rotation(desk, id).old_key;
    let old = desk.context.inventory.key(old).unwrap().unwrap();
    let typed = operations::typed_name_of(&old);
    operations::retire_old_key(&desk.context, id, typed).await
}

/// What a shop has pasted: Identifier and Secret of the key with that number.
async fn pair(desk: &Desk, stage: &Stage, on: ConnectionId, number: i64) -> (String, String) {
    let identifier = desk.key(on, number).identifier.unwrap();
    let secret = desk.secret(stage, number).await.unwrap();
    (identifier.as_str().to_owned(), secret)
}

/// An order of the shop that pasted this pair: 201, or the status of what failed.
async fn order(stage: &Stage, pair: &(String, String)) -> u16 {
    let mut shop = Curl::new(stage);
    let token = shop.token((&pair.0, &pair.1), "deliveries").await;
    if token.status != 200 {
        return token.status;
    }
    let body = r#"{"dropoff": {"address": "3 rue du Timbre", "before": "tomorrow 18:00"}}"#;
    let request = shop
        .request(Method::POST, "/api/deliveries")
        .header("content-type", "application/ld+json")
        .header("accept", "application/ld+json")
        .bearer_auth(token.word("access_token"))
        .body(body);
    shop.send(request).await.status
}

#[tokio::test]
async fn a_shop_goes_over_to_its_second_key_without_standing_still() {
    let stage = Stage::start_small().await;
    let (desk, on) = Desk::connected(&stage).await;
    let old = desk.key(on, 1);
    let old_pair = pair(&desk, &stage, on, 1).await;
    assert_eq!(order(&stage, &old_pair).await, 201);
    let asked = stage.requests().len();
    let id = operations::begin_rotation(&desk.context, old.id).unwrap();
    assert_eq!(stage.requests().len(), asked, "nothing is asked to begin");
    assert_eq!(step(&desk, id), RotationStep::MakeKey);
    let new = make(&desk, id).await.unwrap();
    let record = desk.context.inventory.key(new).unwrap().unwrap();
    assert_eq!(record.store, old.store);
    assert_eq!(record.scopes, Some(vec![Scope::Deliveries]));
    assert_eq!(step(&desk, id), RotationStep::HandOver);
    let new_pair = pair(&desk, &stage, on, 4).await;
    assert_ne!(new_pair, old_pair);
    // An order before the hand-over is one of the first key.
    assert_eq!(order(&stage, &old_pair).await, 201);
    give(&desk, new).await;
    assert_eq!(step(&desk, id), RotationStep::AwaitUse);
    let look = async || {
        operations::look_for_delivery(&desk.context, id)
            .await
            .unwrap()
    };
    assert!(!look().await);
    assert!(!look().await, "looking is no delivery");
    assert_eq!(order(&stage, &new_pair).await, 201);
    assert!(look().await);
    assert_eq!(step(&desk, id), RotationStep::Retire);
    let (seen, _) = rotation(&desk, id).seen_working.unwrap();
    assert_eq!(seen, Seen::Delivery);
    assert_eq!(order(&stage, &old_pair).await, 201, "both are live");
    retire(&desk, id).await.unwrap();
    assert_eq!(step(&desk, id), RotationStep::Archive);
    assert_eq!(order(&stage, &old_pair).await, 401);
    assert_eq!(order(&stage, &new_pair).await, 201);
    operations::finish_rotation(&desk.context, id).unwrap();
    assert_eq!(step(&desk, id), RotationStep::Done);
    let [first, second] = [1, 4].map(|number| desk.key(on, number));
    assert!(first.archived_at.is_some() && second.archived_at.is_none());
    assert_eq!(stage.count(NEW), 1);
    assert!(desk.context.inventory.open_rotations().unwrap().is_empty());
    let acts = desk.acts(&first);
    for act in [Act::RotationBegun, Act::Renewed, Act::RotationEnded] {
        assert!(acts.contains(&act), "{act:?}");
    }
    let status = operations::check_key(&desk.context, second.id).await;
    assert_eq!(status.unwrap(), KeyStatus::Works);
}

#[tokio::test]
async fn a_rotation_survives_the_end_of_the_program_at_every_step() {
    let stage = Stage::start_small().await;
    let mut lives = Lives::connected(&stage).await;
    let key = lives.desk.key(lives.id, 1).id;
    let id = operations::begin_rotation(&lives.desk.context, key).unwrap();
    lives.start_again();
    let new = make(&lives.desk, id).await.unwrap();
    lives.start_again();
    assert_eq!(rotation(&lives.desk, id).new_key, Some(new));
    give(&lives.desk, new).await;
    lives.start_again();
    let store = Some(1);
    let delivery = Elsewhere::CreateDelivery { store };
    stage.co_op.act(&delivery).unwrap();
    lives.start_again();
    let seen = operations::look_for_delivery(&lives.desk.context, id).await;
    assert!(seen.unwrap());
    lives.start_again();
    retire(&lives.desk, id).await.unwrap();
    lives.start_again();
    assert_eq!(step(&lives.desk, id), RotationStep::Archive);
    operations::finish_rotation(&lives.desk.context, id).unwrap();
    lives.start_again();
    assert_eq!(step(&lives.desk, id), RotationStep::Done);
    assert_eq!(stage.count(NEW), 1);
    let secret = lives.desk.secret(&stage, 4).await;
    assert_eq!(secret, Some(secret_on_server(&stage, 4).await));
}

#[tokio::test]
async fn no_step_can_be_taken_before_its_turn() {
    let stage = Stage::start_small().await;
    let (desk, on) = Desk::connected(&stage).await;
    let key = desk.key(on, 1).id;
    let context = &desk.context;
    let id = operations::begin_rotation(context, key).unwrap();
    let elsewhere = async |but: RotationStep| {
        let at = step(&desk, id);
        assert_eq!(at, but);
        let before = rotation(&desk, id);
        let mut results = Vec::new();
        if but != RotationStep::MakeKey {
            let made =
                operations::make_rotation_key(context, id, "Another", &[Scope::Deliveries]).await;
            results.push(made.map(drop));
        }
        if but != RotationStep::AwaitUse {
            results.push(operations::confirm_rotation(context, id));
            results.push(operations::look_for_delivery(context, id).await.map(drop));
        }
        if but != RotationStep::Retire {
            results.push(retire(&desk, id).await);
        }
        if but != RotationStep::Archive {
            results.push(operations::finish_rotation(context, id));
        }
        for result in results {
            assert!(
                matches!(result, Err(Error::RotationElsewhere)),
                "{but:?} {result:?}"
            );
        }
        assert_eq!(rotation(&desk, id), before);
    };
    let secret = secret_on_server(&stage, 1).await;
    elsewhere(RotationStep::MakeKey).await;
    let new = make(&desk, id).await.unwrap();
    elsewhere(RotationStep::HandOver).await;
    give(&desk, new).await;
    elsewhere(RotationStep::AwaitUse).await;
    operations::confirm_rotation(context, id).unwrap();
    elsewhere(RotationStep::Retire).await;
    assert_eq!(secret_on_server(&stage, 1).await, secret, "still live");
    retire(&desk, id).await.unwrap();
    let secret = secret_on_server(&stage, 1).await;
    elsewhere(RotationStep::Archive).await;
    operations::finish_rotation(context, id).unwrap();
    elsewhere(RotationStep::Done).await;
    assert_eq!(secret_on_server(&stage, 1).await, secret, "renewed once");
    assert_eq!(stage.count(NEW), 1);
}

#[tokio::test]
async fn a_key_is_replaced_by_one_rotation_at_a_time() {
    let stage = Stage::start_small().await;
    let (desk, on) = Desk::connected(&stage).await;
    let key = desk.key(on, 1).id;
    let id = operations::begin_rotation(&desk.context, key).unwrap();
    let again = operations::begin_rotation(&desk.context, key);
    assert!(matches!(again, Err(Error::AlreadyRotating)), "{again:?}");
    let new = make(&desk, id).await.unwrap();
    let of_the_second = operations::begin_rotation(&desk.context, new);
    assert!(matches!(of_the_second, Err(Error::AlreadyRotating)));
    let other = desk.key(on, 2).id;
    operations::begin_rotation(&desk.context, other).unwrap();
    assert_eq!(desk.context.inventory.open_rotations().unwrap().len(), 2);
}

#[tokio::test]
async fn a_rotation_that_is_given_up_leaves_both_keys_as_they_are() {
    let stage = Stage::start_small().await;
    let (desk, on) = Desk::connected(&stage).await;
    let key = desk.key(on, 1).id;
    let id = operations::begin_rotation(&desk.context, key).unwrap();
    make(&desk, id).await.unwrap();
    let secrets = [1, 4].map(|number| desk.secret_now(&stage, number).unwrap());
    operations::give_up_rotation(&desk.context, id).unwrap();
    operations::give_up_rotation(&desk.context, id).unwrap();
    assert_eq!(step(&desk, id), RotationStep::Done);
    for (number, secret) in [1, 4].into_iter().zip(secrets) {
        let kept = desk.key(on, number);
        assert!(kept.archived_at.is_none());
        assert_eq!(secret_on_server(&stage, number).await, secret);
        let status = operations::check_key(&desk.context, kept.id).await;
        assert_eq!(status.unwrap(), KeyStatus::Works);
    }
    let acts = desk.acts(&desk.key(on, 1));
    let ends = acts.iter().filter(|act| **act == Act::RotationEnded);
    assert_eq!(ends.count(), 1);
    // The way is free for another try, or for the second to be replaced itself.
    operations::begin_rotation(&desk.context, key).unwrap();
    operations::begin_rotation(&desk.context, desk.key(on, 4).id).unwrap();
}

#[tokio::test]
async fn the_second_key_may_never_do_more_than_the_first_ought_to() {
    let stage = Stage::start().await;
    let (desk, on) = Desk::connected(&stage).await;
    for (number, expected) in [
        // Without any scope, for a Store: only what a shop needs.
        (43, vec![Scope::Deliveries]),
        (3, vec![Scope::Deliveries, Scope::Tasks]),
        // Lacks what the shop needs.
        (18, vec![Scope::Deliveries, Scope::Tasks]),
        (44, vec![Scope::OrdersAll, Scope::TasksAll]),
    ] {
        let key = desk.key(on, number);
        let id = operations::begin_rotation(&desk.context, key.id).unwrap();
        let new = make(&desk, id).await.unwrap();
        let new = desk.context.inventory.key(new).unwrap().unwrap();
        let mut scopes = new.scopes.unwrap();
        scopes.sort();
        assert_eq!(scopes, expected, "{number}");
        assert_eq!(new.store, key.store, "{number}");
    }
    // Without any scope and without a Store nothing can be said of what it may do.
    let key = desk.key(on, 48);
    let id = operations::begin_rotation(&desk.context, key.id).unwrap();
    let made = make(&desk, id).await;
    assert!(matches!(made, Err(Error::NoScope)), "{made:?}");
    assert_eq!(step(&desk, id), RotationStep::MakeKey);
}

#[tokio::test]
async fn the_name_that_is_proposed_is_the_next_number() {
    let stage = Stage::start_small().await;
    let (desk, on) = Desk::connected(&stage).await;
    let mut key = desk.key(on, 1);
    for (name, next) in [
        ("webshop", "webshop 2"),
        ("webshop 2", "webshop 3"),
        ("Shop 24", "Shop 25"),
        ("webshop ", "webshop 2"),
    ] {
        name.clone_into(&mut key.app_name);
        assert_eq!(operations::proposed_name(&key), next);
    }
}

#[tokio::test]
async fn retiring_needs_the_name_typed() {
    let stage = Stage::start_small().await;
    let (desk, on) = Desk::connected(&stage).await;
    let key = desk.key(on, 1).id;
    let id = operations::begin_rotation(&desk.context, key).unwrap();
    let new = make(&desk, id).await.unwrap();
    give(&desk, new).await;
    operations::confirm_rotation(&desk.context, id).unwrap();
    let secret = secret_on_server(&stage, 1).await;
    let typed = operations::retire_old_key(&desk.context, id, "something").await;
    assert!(matches!(typed, Err(Error::TypedNameDiffers)), "{typed:?}");
    assert_eq!(secret_on_server(&stage, 1).await, secret);
    assert_eq!(step(&desk, id), RotationStep::Retire);
}
