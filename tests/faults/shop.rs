//! What a person does with consumer keys of a shop, what is there of them, and what must hold.

use super::action::Action;
use super::scene::{NEW_KEY, RENAMED, SHOP_ACCOUNT, Scene};
use keys::{Permission, Presence};
use operations::{Created, Error, NewConsumerKey, Revocations};
use practice::ShopAct;

/// The consumer key that is revoked, by its number: the first one after those of the shop itself.
pub(crate) const OLD_KEY: i64 = 4;

/// What that one is called.
const OLD_NAME: &str = "Caisse";

/// Makes a consumer key that reads.
pub(crate) async fn create(scene: &Scene, description: &str) -> Result<Created, Error> {
    let new = NewConsumerKey {
        connection: scene.connection,
        description: description.to_owned(),
        owner: None,
        permission: Permission::Read,
    };
    operations::create_consumer_key(&scene.context, &new).await
}

/// Makes the one that will be revoked.
pub(crate) async fn make_old_key(scene: &Scene) {
    let made = create(scene, OLD_NAME).await.unwrap();
    let key = scene.key(OLD_KEY).unwrap();
    assert_eq!(key.id, made.key, "it is the first one that is made");
}

/// Revokes that one.
pub(crate) async fn revoke(scene: &Scene) -> Result<Revocations, Error> {
    let key = scene.key(OLD_KEY).unwrap();
    let site = scene.context.inventory.connection(scene.connection);
    let typed = site.unwrap().unwrap().name;
    operations::revoke_keys(&scene.context, &[key.id], &typed).await
}

/// What the person is told of it.
pub(crate) fn told(told: &Revocations) -> String {
    let [revoked, gone] = [&told.revoked, &told.already_gone].map(|keys| !keys.is_empty());
    match (revoked, gone) {
        (true, _) => "Done.".to_owned(),
        (false, true) => "It was gone already: somebody else revoked it.".to_owned(),
        (false, false) => "The account may not revoke it.".to_owned(),
    }
}

/// How many of the new name our account made, and how many others did.
pub(crate) fn made(scene: &Scene) -> (usize, usize) {
    let all = scene.shop.keys().unwrap().into_iter();
    let of_name = all.filter(|key| key.description == NEW_KEY && !key.revoked);
    let (ours, theirs): (Vec<_>, Vec<_>) =
        of_name.partition(|key| key.made_by.as_deref() == Some(SHOP_ACCOUNT));
    (ours.len(), theirs.len())
}

/// The number of the new key, ours if there are several.
pub(crate) fn new_key(scene: &Scene) -> Option<i64> {
    let all = scene.shop.keys().unwrap().into_iter();
    let of_name = all.filter(|key| key.description == NEW_KEY);
    of_name.map(|key| key.id).max()
}

/// Whether the old key is revoked on the site.
pub(crate) fn is_revoked(scene: &Scene) -> bool {
    let keys = scene.shop.keys().unwrap();
    let old = keys.iter().find(|key| key.id == OLD_KEY);
    old.is_some_and(|key| key.revoked)
}

/// Whether a record says that nobody has the secret.
pub(crate) fn is_lost(scene: &Scene, number: i64) -> bool {
    let known = scene.key(number).and_then(|key| key.consumer);
    known.is_some_and(|known| known.secret_lost)
}

/// What of the new or the old key does not hold at the end.
pub(crate) fn broken(scene: &Scene, action: Action, seen: &str) -> Vec<String> {
    let mut broken = Vec::new();
    let mut object = |holds: bool, what: &str| {
        if !holds {
            broken.push(what.to_owned());
        }
    };
    let is_done = seen.starts_with("Done");
    if action == Action::RevokeConsumerKey {
        let old = scene.key(OLD_KEY).unwrap();
        let went = old.presence == Presence::Gone;
        object(
            went == is_revoked(scene),
            "the record differs from the site",
        );
        object(!is_done || went, "told as revoked, and there");
        object(
            went || (old.is_secret_stored() && scene.opens(OLD_KEY)),
            "a key that was not revoked does not open",
        );
        return broken;
    }
    let (ours, _) = made(scene);
    object(ours <= 1, "the consumer key was made more than once");
    object(!is_done || ours == 1, "told as made, and not made");
    if let Some(key) = new_key(scene).and_then(|number| scene.key(number)) {
        let number = key.server_id.0;
        let is_here = key.is_secret_stored() && scene.opens(number);
        object(!is_done || is_here, "told as made, and it does not open");
        let is_question = !scene.context.inventory.open_intents().unwrap().is_empty();
        object(
            is_here != is_lost(scene, number) || is_question,
            "neither kept nor told as lost",
        );
    }
    broken
}

/// What another admin of the shop does that looks like it, and whether ours is done as well.
pub(crate) fn done_elsewhere(action: Action) -> (ShopAct, bool) {
    if action == Action::RevokeConsumerKey {
        return (ShopAct::RevokeKey { id: OLD_KEY }, false);
    }
    let act = ShopAct::CreateKey {
        description: Some(NEW_KEY.to_owned()),
        owner: None,
        permission: practice::Permission::Read,
    };
    (act, true)
}

/// How another admin changes the key that is being revoked.
pub(crate) fn changed_elsewhere() -> ShopAct {
    ShopAct::EditKey {
        id: OLD_KEY,
        permission: Some(practice::Permission::ReadWrite),
        description: Some(RENAMED.to_owned()),
    }
}
