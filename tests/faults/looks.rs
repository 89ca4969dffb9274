//! Looks at server, inventory and keychain, and says in words what is there.

use super::action::Action;
use super::scene::{ACCOUNT, KEY, NEW_KEY, NEW_STORE, RENAMED, REPLACED, Scene};
use super::shop;
use keys::{Act, Draft, Presence, SessionState};
use practice::What;

/// How many of that name our account made, and how many others did.
pub(crate) fn made(scene: &Scene, what: What, name: &str) -> (usize, usize) {
    let all = scene.co_op.made().into_iter();
    let of_name = all.filter(|made| made.what == what && made.name == name && !made.replaced);
    let (ours, theirs): (Vec<_>, Vec<_>) =
        of_name.partition(|made| made.by.as_deref() == Some(ACCOUNT));
    (ours.len(), theirs.len())
}

/// The number of the key that was made, by us if several were.
pub(crate) fn new_key(scene: &Scene) -> Option<i64> {
    let made = scene.co_op.made();
    let of_name = made
        .iter()
        .filter(|made| made.what == What::App && made.name == NEW_KEY && !made.replaced);
    of_name.map(|made| made.server_id).max()
}

fn times(made: (usize, usize)) -> &'static str {
    match made {
        (0, 0) => "not made",
        (1, 0) => "made once",
        (1, 1) => "made once, and another’s beside it",
        (0, _) => "another’s only",
        _ => "made more than once",
    }
}

/// What is on the server.
pub(crate) fn server(scene: &Scene, action: Action) -> String {
    let store = || made(scene, What::Store, NEW_STORE);
    let key = || made(scene, What::App, NEW_KEY);
    match action {
        Action::CreateStore => times(store()).to_owned(),
        Action::CreateKey => times(key()).to_owned(),
        Action::SendDrafts => format!("Store {}, key {}", times(store()), times(key())),
        Action::Renew | Action::Refresh | Action::Rescue | Action::Check => {
            if scene.shown(KEY).as_ref() == Some(&scene.former) {
                "as before".to_owned()
            } else {
                "another Secret".to_owned()
            }
        }
        Action::Copy | Action::AcceptPair => "not asked".to_owned(),
        Action::SignOut => session_on_server(scene).to_owned(),
        Action::CreateConsumerKey => times(shop::made(scene)).to_owned(),
        Action::RevokeConsumerKey if shop::is_revoked(scene) => "revoked".to_owned(),
        Action::RevokeConsumerKey => "as before".to_owned(),
    }
}

fn session_on_server(scene: &Scene) -> &'static str {
    let history = scene.co_op.history();
    let asked = history.iter().find(|entry| entry.path == "/logout");
    let is_ended = asked.is_some_and(|asked| {
        let note = asked.note.as_deref().unwrap_or_default();
        (300..400).contains(&asked.status) || note.contains("after work")
    });
    if is_ended {
        "session ended"
    } else {
        "session left to expire"
    }
}

/// What is in the inventory.
pub(crate) fn inventory(scene: &Scene, action: Action) -> String {
    let records = match action {
        Action::Refresh => match scene.key(4) {
            Some(_) => "the new key recorded",
            None => "as before",
        },
        Action::CreateStore => match stores(scene) {
            0 => "nothing recorded",
            1 => "recorded",
            _ => "both recorded",
        },
        Action::CreateKey => keys_of_name(scene),
        Action::CreateConsumerKey => {
            match shop::new_key(scene).filter(|key| shop::is_lost(scene, *key)) {
                Some(_) => "recorded as one whose secret was lost",
                None => keys_of_name(scene),
            }
        }
        Action::RevokeConsumerKey => match scene.key(shop::OLD_KEY).map(|key| key.presence) {
            Some(Presence::Gone) => noted(
                scene,
                shop::OLD_KEY,
                Act::Revoked,
                "gone, the revocation noted",
            ),
            _ => "as before",
        },
        Action::SendDrafts => return with_intents(scene, &drafts(scene)),
        Action::Renew => noted(scene, KEY, Act::Renewed, "the renewal noted"),
        Action::Check => noted(scene, KEY, Act::Checked, "the outcome noted"),
        Action::Copy => noted(scene, KEY, Act::CopiedSecret, "the copy noted"),
        Action::AcceptPair => pair_in_record(scene),
        Action::Rescue => match stored_records(scene) {
            3 => "all called stored",
            _ => "some called not stored",
        },
        Action::SignOut => match scene.session() {
            SessionState::SignedOut => "signed out",
            _ => "signed in",
        },
    };
    with_intents(scene, records)
}

fn with_intents(scene: &Scene, records: &str) -> String {
    let open = scene.context.inventory.open_intents().unwrap();
    let is_question = open.iter().any(|intent| intent.candidates.len() > 1);
    match open.len() {
        0 => records.to_owned(),
        1 if is_question => format!("{records}; a question to the person"),
        _ => format!("{records}; what was asked is written down"),
    }
}

fn noted(scene: &Scene, server_id: i64, act: Act, words: &'static str) -> &'static str {
    let key = scene.key(server_id).unwrap();
    let lines = scene.context.inventory.history_of_key(key.id, 100).unwrap();
    if lines.iter().any(|line| line.act == act) {
        words
    } else {
        "as before"
    }
}

fn stores(scene: &Scene) -> usize {
    let all = scene.context.inventory.stores(Some(scene.connection));
    let of_name = |name: &str| name == NEW_STORE || name == RENAMED;
    all.unwrap().iter().filter(|one| of_name(&one.name)).count()
}

fn keys_of_name(scene: &Scene) -> &'static str {
    let all = scene.context.inventory.keys(scene.connection).unwrap();
    match all.iter().filter(|key| key.app_name == NEW_KEY).count() {
        0 => "nothing recorded",
        1 => "recorded",
        _ => "both recorded",
    }
}

/// How many records say that the secret is in the keychain.
fn stored_records(scene: &Scene) -> usize {
    let keys = scene.context.inventory.keys(scene.connection).unwrap();
    keys.iter()
        .filter_map(|key| key.secret.as_ref())
        .filter(|secret| secret.stored_at.is_some())
        .count()
}

fn drafts(scene: &Scene) -> String {
    let drafts = scene.context.inventory.drafts().unwrap();
    let state = |draft: &Draft| match draft.sent {
        Some(_) => "sent",
        None => "still a draft",
    };
    match &drafts[..] {
        [store, key] => format!("Store {}, key {}", state(store), state(key)),
        other => format!("{} drafts", other.len()),
    }
}

fn pair_in_record(scene: &Scene) -> &'static str {
    let key = scene.key(REPLACED).unwrap();
    match key.offered {
        Some(_) => "ours, and the new pair beside it",
        None => "the new pair",
    }
}

/// What is in the keychain.
pub(crate) fn keychain(scene: &Scene, action: Action) -> String {
    match action {
        Action::Refresh => resting(scene, 4).to_owned(),
        Action::CreateStore => "—".to_owned(),
        Action::CreateKey | Action::SendDrafts => match new_key(scene) {
            Some(number) => resting(scene, number).to_owned(),
            None => "as before".to_owned(),
        },
        Action::Renew | Action::Check | Action::Copy => resting(scene, KEY).to_owned(),
        Action::AcceptPair => resting(scene, REPLACED).to_owned(),
        Action::CreateConsumerKey => match shop::new_key(scene) {
            Some(number) if shop::is_lost(scene, number) => "none, for ever".to_owned(),
            Some(number) => resting(scene, number).to_owned(),
            None => "as before".to_owned(),
        },
        Action::RevokeConsumerKey if is_right(scene, shop::OLD_KEY) => "its Secret".to_owned(),
        Action::RevokeConsumerKey => "not its Secret".to_owned(),
        Action::Rescue => {
            let right = (1..=3).filter(|number| is_right(scene, *number)).count();
            format!("{right} of 3 Secrets")
        }
        Action::SignOut => {
            if scene.has_session_entry() {
                "the session is still there".to_owned()
            } else {
                "the session is gone".to_owned()
            }
        }
    }
}

/// Whether the keychain holds what the server shows.
pub(crate) fn is_right(scene: &Scene, number: i64) -> bool {
    let there = scene.secret(number);
    there.is_some() && there == scene.shown(number)
}

fn resting(scene: &Scene, number: i64) -> &'static str {
    let held = scene
        .key(number)
        .is_some_and(|key| scene.context.is_held(key.id));
    let there = scene.secret(number);
    let beside = scene.offered(number);
    if is_right(scene, number) {
        "the server’s Secret"
    } else if held {
        "not taken yet; the Secret is held in memory"
    } else if beside.is_some() && beside == scene.shown(number) {
        "our Secret, the server’s beside it"
    } else if there.is_some() {
        "the former Secret"
    } else {
        "none yet"
    }
}

/// What holds after the next look.
pub(crate) fn after(scene: &Scene, action: Action) -> String {
    let parts = match action {
        Action::CreateStore | Action::SendDrafts => {
            vec![server(scene, action), inventory(scene, action)]
        }
        Action::CreateKey | Action::CreateConsumerKey | Action::RevokeConsumerKey => vec![
            server(scene, action),
            inventory(scene, action),
            keychain(scene, action),
        ],
        Action::Check | Action::Copy => vec![keychain(scene, action)],
        Action::Refresh | Action::Renew | Action::AcceptPair | Action::Rescue | Action::SignOut => {
            vec![inventory(scene, action), keychain(scene, action)]
        }
    };
    parts.join("; ")
}
