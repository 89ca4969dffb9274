//! What must hold after every row, whatever the table says of it.

use super::action::Action;
use super::fault::Fault;
use super::looks::made;
use super::scene::{KEY, NEW_KEY, NEW_STORE, Scene};
use super::shop;
use keys::{Draft, SessionState};
use practice::What;

/// What does not hold.
pub(crate) fn broken(scene: &Scene, action: Action, fault: Fault, seen: &str) -> Vec<String> {
    let mut broken = Vec::new();
    let mut object = |holds: bool, what: String| {
        if !holds {
            broken.push(what);
        }
    };
    let key = made(scene, What::App, NEW_KEY).0;
    let store = made(scene, What::Store, NEW_STORE).0;
    object(key <= 1, format!("the key was made {key} times"));
    object(store <= 1, format!("the Store was made {store} times"));
    let saved = scene.co_op.made();
    let is_ours = |made: &&practice::Made| made.replaced && made.by.is_some();
    object(
        !saved.iter().any(|made| is_ours(&made)),
        "the page of an app was saved".to_owned(),
    );
    let is_done = seen.starts_with("Done");
    match action {
        Action::CreateKey if is_done => object(key == 1, "told as done, and not made".to_owned()),
        Action::CreateStore if is_done => {
            object(store == 1, "told as done, and not made".to_owned());
        }
        Action::Renew if is_done => {
            let is_renewed = scene.shown(KEY).as_ref() != Some(&scene.former);
            object(is_renewed, "told as renewed, and was not".to_owned());
        }
        Action::SendDrafts => {
            for (draft, made) in drafts(scene).iter().zip([store, key]) {
                let is_asked = fault == Fault::AnotherDidTheSame && draft.sent.is_none();
                let is_sent = draft.sent.is_some();
                let name = draft.name();
                object(
                    is_asked || is_sent == (made == 1),
                    format!("draft \"{name}\": sent {is_sent}, made {made} times"),
                );
            }
        }
        Action::SignOut => {
            let is_out = scene.session() == SessionState::SignedOut;
            object(is_out, "still signed in".to_owned());
            object(
                !scene.has_session_entry(),
                "the session stays in the keychain".to_owned(),
            );
        }
        _ => {}
    }
    let open = scene.context.inventory.open_intents().unwrap();
    let is_asking = open.iter().all(|intent| intent.candidates.len() > 1);
    object(
        open.is_empty() || fault == Fault::AnotherDidTheSame && is_asking,
        format!("still open after an hour: {open:?}"),
    );
    if action.is_at_shop() {
        broken.extend(shop::broken(scene, action, seen));
    } else {
        secrets(scene, action, &mut object);
    }
    broken
}

fn drafts(scene: &Scene) -> Vec<Draft> {
    scene.context.inventory.drafts().unwrap()
}

/// Every key of the server is recorded, and its secret is in the keychain: in our key's place, or
/// beside it while the person has not agreed.
fn secrets(scene: &Scene, action: Action, object: &mut impl FnMut(bool, String)) {
    for app in scene.co_op.apps().unwrap() {
        let Some(key) = scene.key(app.id) else {
            // Nobody looks any more after signing out.
            let is_known = action == Action::SignOut && app.id > 3;
            object(is_known, format!("app {} is not recorded", app.id));
            continue;
        };
        let (there, beside) = (scene.secret(app.id), scene.offered(app.id));
        let there = there.as_deref() == Some(app.secret.as_str());
        let beside = beside.as_deref() == Some(app.secret.as_str());
        let is_told = key.secret.is_some_and(|secret| secret.stored_at.is_some());
        let is_right = match key.offered {
            Some(offer) => beside && offer.stored_at.is_some(),
            None => there && is_told,
        };
        object(
            is_right,
            format!("secret of app {}: there {there}, beside {beside}", app.id),
        );
    }
}
