//! One row: an act with a fault, what is there right afterwards, and after a later look.

use super::action::Action;
use super::fault::{Fault, Kill};
use super::looks::{after, inventory, keychain, server};
use super::promises::broken;
use super::scene::Scene;
use keys::SessionState;

/// What came out.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) action: Action,
    pub(crate) fault: Fault,
    /// What the person sees.
    pub(crate) seen: String,
    /// What is on the server, in the inventory and in the keychain right afterwards.
    pub(crate) then: [String; 3],
    /// What holds after the next look.
    pub(crate) later: String,
    broken: Vec<String>,
}

impl Row {
    /// What was promised and does not hold.
    pub(crate) fn broken(&self) -> Vec<String> {
        let told = |what: &String| format!("{:?}, {:?}: {what}", self.action, self.fault);
        self.broken.iter().map(told).collect()
    }
}

/// Plays it.
pub(crate) async fn run(action: Action, fault: Fault) -> Row {
    let mut scene = Scene::set(action, fault).await;
    action.prepare(&scene).await;
    fault.begin(&mut scene, action).await;
    if fault == Fault::Down {
        // A connection left from before may break in more than one way.
        scene = scene.start_again();
    }
    let (seen, mut scene) = match fault.kill() {
        Some(kill) => {
            until(&scene, action, kill).await;
            let seen = "The program ends in the middle.".to_owned();
            (seen, scene.start_again())
        }
        None => (perform(&scene, action, fault).await, scene),
    };
    let then = [
        server(&scene, action),
        inventory(&scene, action),
        keychain(&scene, action),
    ];
    Fault::heal(&mut scene);
    if action != Action::SignOut && scene.session() == SessionState::SignedOut {
        scene.sign_in().await;
    }
    scene.look_later().await;
    match action {
        Action::SignOut => {}
        // A refresh trusts the records about the keychain; that is what rescuing is for.
        Action::Rescue => {
            operations::rescue_secrets(&scene.context, &|_, _| {})
                .await
                .unwrap();
        }
        _ => {
            scene.refresh().await.unwrap();
        }
    }
    Row {
        later: after(&scene, action),
        broken: broken(&scene, action, fault, &seen),
        action,
        fault,
        seen,
        then,
    }
}

async fn perform(scene: &Scene, action: Action, fault: Fault) -> String {
    if fault != Fault::KeychainGivenUp {
        return action.perform(scene).await;
    }
    let keychain = keychain::Keychain::Memory(scene.keychain.clone());
    let giving_up = async {
        loop {
            keychain.cancel();
            tokio::task::yield_now().await;
        }
    };
    tokio::select! {
        seen = action.perform(scene) => seen,
        () = giving_up => unreachable!("it never ends"),
    }
}

/// Lets it run until it stands where the program is killed, and drops it there.
async fn until(scene: &Scene, action: Action, kill: Kill) {
    let mut struck = if action.is_at_shop() {
        scene.shop.subscribe_faults()
    } else {
        scene.co_op.subscribe_faults()
    };
    let mut stopped = scene.keychain.stopped();
    let reached = async {
        match kill {
            Kill::AtServer => struck.changed().await.unwrap(),
            Kill::BeforeKeychain | Kill::AfterKeychain => {
                stopped.wait_for(|stopped| *stopped).await.unwrap();
            }
        }
    };
    tokio::select! {
        seen = action.perform(scene) => panic!("{action:?}, {kill:?}: never there: {seen}"),
        () = reached => {}
    }
}
