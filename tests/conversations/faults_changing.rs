//! What goes wrong while something is made or renewed: told by its cause, sent at most once.

use super::stage::{LARGE, LATE, Stage, impatient};
use coopcycle::{Credentials, Error, Instance, NewApp, Step};
use keys::{AppName, Identifier, KeyType, Scope, ServerAppId, ServerStoreId};
use practice::{Act, FaultKind};

/// What a client changes on a server.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Change {
    Store,
    App,
    Secret,
}

const CHANGES: [Change; 3] = [Change::Store, Change::App, Change::Secret];

impl Change {
    fn path(self) -> &'static str {
        match self {
            Self::Store => "/admin/stores/new",
            Self::App => "/admin/api/apps/new",
            Self::Secret => "/admin/api/apps",
        }
    }

    async fn make(self, admin: &Instance) -> Result<(), Error> {
        match self {
            Self::Store => admin.create_store(&store()).await.map(drop),
            Self::App => admin.create_app(&app()).await.map(drop),
            Self::Secret => {
                let identifier = pair(admin).await.0;
                admin.renew_secret(&identifier).await
            }
        }
    }

    /// What tells whether it was made, and how often.
    async fn state(self, admin: &Instance) -> String {
        match self {
            Self::Store => admin.stores(&|_, _| {}).await.unwrap().len().to_string(),
            Self::App => admin.apps().await.unwrap().len().to_string(),
            Self::Secret => pair(admin).await.1,
        }
    }

    fn count(self, stage: &Stage) -> usize {
        stage.count(&format!("POST {}", self.path()))
    }
}

fn store() -> Vec<(String, String)> {
    let pairs = [
        ("store[name]", "Kiosque"),
        ("store[address][streetAddress]", "3 rue du Timbre"),
        ("store[address][latitude]", "50.1256"),
        ("store[address][longitude]", "3.452"),
    ];
    pairs
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec()
}

fn app() -> NewApp {
    NewApp {
        name: AppName::parse("Boutique").unwrap(),
        key_type: KeyType::OAuth,
        scopes: vec![Scope::Deliveries],
        store: Some(ServerStoreId(2)),
    }
}

/// The pair of the first key, from its own page.
async fn pair(admin: &Instance) -> (Identifier, String) {
    match admin.app(ServerAppId(1)).await.unwrap().credentials {
        Credentials::OAuth { identifier, secret } => (identifier, secret.expose().to_owned()),
        other => panic!("{other:?}"),
    }
}

fn is_lost(error: &Error) -> bool {
    let step = Step::Acting;
    matches!(error, Error::ConnectionLost { step: at, .. } if *at == step)
}

fn has_failed(error: &Error) -> bool {
    let step = Step::Acting;
    matches!(error, Error::ServerError { status: 500, step: at } if *at == step)
}

fn is_large(error: &Error) -> bool {
    let step = Step::Acting;
    matches!(error, Error::TooLarge { step: at, .. } if *at == step)
}

fn is_unreadable(error: &Error) -> bool {
    let step = Step::Acting;
    matches!(error, Error::Unreadable { step: at, .. } if *at == step)
}

/// A judge of an error.
type Expected = fn(&Error) -> bool;

/// Every switch that spoils the answer, what it is taken for, and whether the work is done.
fn switches() -> [(FaultKind, Expected, bool); 6] {
    [
        (FaultKind::RefuseConnection, is_lost, false),
        (FaultKind::CutBeforeWork, is_lost, false),
        (FaultKind::CutAfterWork, is_lost, true),
        (FaultKind::ServerError, has_failed, false),
        (LARGE, is_large, false),
        (FaultKind::Garbage, is_unreadable, false),
    ]
}

#[tokio::test]
async fn a_spoiled_change_is_sent_once_and_its_outcome_called_unknown() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    for change in CHANGES {
        for (sent, (kind, is_expected, is_made)) in switches().into_iter().enumerate() {
            let before = change.state(&admin).await;
            stage.spoil("POST", change.path(), kind.clone());
            let error = change.make(&admin).await.unwrap_err();
            assert!(is_expected(&error), "{change:?} {kind:?} {error:?}");
            assert!(error.outcome_unknown(), "{change:?} {kind:?} {error:?}");
            assert_eq!(change.count(&stage), sent + 1, "{change:?} {kind:?}");
            let after = change.state(&admin).await;
            assert_eq!(after != before, is_made, "{change:?} {kind:?}");
        }
    }
}

/// Makes a change whose answer comes late, on a stage of its own.
async fn make_late(change: Change) {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let admin = stage.with_limits(&admin, impatient());
    stage.spoil("POST", change.path(), LATE);
    let error = change.make(&admin).await.unwrap_err();
    let is_late = matches!(
        error,
        Error::TimedOut {
            step: Step::Acting,
            ..
        }
    );
    assert!(is_late && error.outcome_unknown(), "{change:?} {error:?}");
    assert!(stage.co_op.faults().is_empty(), "{change:?}");
}

#[tokio::test]
async fn a_change_answered_late_has_an_unknown_outcome() {
    let [store, app, secret] = CHANGES.map(make_late);
    tokio::join!(store, app, secret);
}

#[tokio::test]
async fn a_change_in_an_ended_session_is_not_made() {
    let stage = Stage::start().await;
    for change in CHANGES {
        let admin = stage.signed_in("admin").await;
        let ending = FaultKind::ExpireSession { remembered: true };
        let before = change.state(&admin).await;
        stage.spoil("POST", change.path(), ending);
        let error = change.make(&admin).await.unwrap_err();
        assert!(matches!(error, Error::SessionOver), "{change:?} {error:?}");
        assert!(!error.outcome_unknown(), "{change:?}");
        assert_eq!(change.count(&stage), 1, "{change:?}");
        let admin = stage.signed_in("admin").await;
        assert_eq!(change.state(&admin).await, before, "{change:?}");
    }
}

#[tokio::test]
async fn a_change_in_a_revived_session_is_made_once() {
    let stage = Stage::start().await;
    for (change, expected) in [(Change::Store, "48"), (Change::App, "51")] {
        let admin = stage.signed_in("admin").await;
        let ageing = FaultKind::ExpireSession { remembered: false };
        stage.spoil("POST", change.path(), ageing);
        change.make(&admin).await.unwrap();
        assert_eq!(change.state(&admin).await, expected, "{change:?}");
        assert_eq!(change.count(&stage), 2, "{change:?}");
    }
    // Renewing needs no token of a form (contract 5.5), so it goes through at once.
    let admin = stage.signed_in("admin").await;
    let before = pair(&admin).await.1;
    let ageing = FaultKind::ExpireSession { remembered: false };
    stage.spoil("POST", "/admin/api/apps", ageing);
    Change::Secret.make(&admin).await.unwrap();
    assert_ne!(pair(&admin).await.1, before);
    assert_eq!(Change::Secret.count(&stage), 1);
}

#[tokio::test]
async fn a_change_while_another_admin_acts_is_still_ours() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let act = Act::CreateApp {
        name: Some("Boutique".to_owned()),
        store: Some(1),
    };
    stage.spoil("POST", "/admin/api/apps/new", FaultKind::Act { act });
    let id = admin.create_app(&app()).await.unwrap();
    assert_eq!(id, ServerAppId(52));
    let made = admin.app(id).await.unwrap();
    assert_eq!(made.store, Some(ServerStoreId(2)));
}

#[tokio::test]
async fn an_identifier_replaced_meanwhile_is_not_renewed() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let identifier = pair(&admin).await.0;
    let act = Act::SaveEditPage { app: Some(1) };
    stage.spoil("GET", "/admin/api/apps", FaultKind::Act { act });
    let result = admin.renew_secret(&identifier).await;
    assert!(matches!(result, Err(Error::NotFound)), "{result:?}");
    assert_eq!(Change::Secret.count(&stage), 0);
}

#[tokio::test]
async fn a_form_that_cannot_be_read_is_never_sent() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    for change in CHANGES {
        for kind in [FaultKind::Garbage, FaultKind::ServerError, LARGE] {
            stage.spoil("GET", change.path(), kind.clone());
            let error = match change {
                // The key's own page is read first, under a longer path that is spared.
                Change::Secret => {
                    stage.co_op.clear_faults();
                    let identifier = pair(&admin).await.0;
                    stage.spoil("GET", change.path(), kind.clone());
                    admin.renew_secret(&identifier).await.unwrap_err()
                }
                _ => change.make(&admin).await.unwrap_err(),
            };
            assert!(!error.outcome_unknown(), "{change:?} {kind:?} {error:?}");
            assert!(!matches!(error, Error::NotFound), "{change:?} {kind:?}");
            assert_eq!(change.count(&stage), 0, "{change:?} {kind:?}");
        }
    }
}
