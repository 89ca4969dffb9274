//! What goes wrong while reading, signing in and recognising, told by its cause.

use super::stage::{LARGE, LATE, PASSWORD, Stage, impatient};
use coopcycle::{Error, Found, Instance, Network, SignIn, Step, recognise};
use keys::Secret;
use practice::{Act, FaultKind};

/// The cause, as far as tests compare it.
#[derive(Debug, PartialEq)]
enum Cause {
    Lost,
    Failed,
    TooLarge,
    Website,
    Other,
    Unreadable,
    FormChanged,
}

fn cause(error: &Error) -> Cause {
    assert!(!error.outcome_unknown(), "{error}");
    match error {
        Error::ConnectionLost {
            step: Step::Reading,
            ..
        } => Cause::Lost,
        Error::ServerError {
            status: 500,
            step: Step::Reading,
        } => Cause::Failed,
        Error::TooLarge {
            step: Step::Reading,
            ..
        } => Cause::TooLarge,
        Error::NotCoopCycle(Found::Website) => Cause::Website,
        Error::NotCoopCycle(Found::OtherServer) => Cause::Other,
        Error::Unreadable {
            step: Step::Reading,
            ..
        } => Cause::Unreadable,
        Error::FormChanged { .. } => Cause::FormChanged,
        other => panic!("{other:?}"),
    }
}

/// Every switch that spoils an answer at once, with what it must be taken for.
fn switches(garbage: Cause) -> [(FaultKind, Cause); 6] {
    [
        (FaultKind::RefuseConnection, Cause::Lost),
        (FaultKind::CutBeforeWork, Cause::Lost),
        (FaultKind::CutAfterWork, Cause::Lost),
        (FaultKind::ServerError, Cause::Failed),
        (LARGE, Cause::TooLarge),
        (FaultKind::Garbage, garbage),
    ]
}

async fn sign_in(instance: &Instance) -> Result<SignIn, Error> {
    let password = Secret::new(PASSWORD.to_owned());
    instance.sign_in("admin", &password).await
}

#[tokio::test]
async fn a_spoiled_introduction_is_told_by_its_cause() {
    let stage = Stage::start().await;
    for (path, garbage) in [("/api", Cause::Website), ("/api/settings", Cause::Other)] {
        for (kind, expected) in switches(garbage) {
            // The path of the first begins the second's, so the second is spoiled at its turn.
            let fault = practice::Fault::on(path, kind.clone()).times(1);
            stage.co_op.add_fault(fault);
            let result = recognise(stage.url.as_str(), &stage.network).await;
            let error = result.unwrap_err();
            assert_eq!(cause(&error), expected, "{path} {kind:?}");
        }
    }
    assert!(stage.co_op.faults().is_empty());
    assert!(recognise(stage.url.as_str(), &stage.network).await.is_ok());
}

#[tokio::test]
async fn a_spoiled_sign_in_is_told_by_its_cause() {
    let stage = Stage::start().await;
    for (method, path, garbage) in [
        ("GET", "/login", Cause::FormChanged),
        ("POST", "/login_check", Cause::FormChanged),
        ("GET", "/profile/jwt", Cause::Unreadable),
        ("GET", "/2fa", Cause::FormChanged),
    ] {
        for (kind, expected) in switches(garbage) {
            stage.spoil(method, path, kind.clone());
            let instance = stage.instance();
            let error = sign_in(&instance).await.unwrap_err();
            assert_eq!(cause(&error), expected, "{path} {kind:?}");
            assert!(stage.co_op.faults().is_empty(), "{path} {kind:?}");
            let again = sign_in(&instance).await.unwrap();
            assert_eq!(again, SignIn::CodeNeeded, "{path} {kind:?}");
        }
    }
}

#[tokio::test]
async fn a_spoiled_code_may_be_handed_in_again() {
    let stage = Stage::start().await;
    for (kind, expected) in switches(Cause::FormChanged) {
        let instance = stage.instance();
        sign_in(&instance).await.unwrap();
        stage.spoil("POST", "/2fa_check", kind.clone());
        let code = stage.code();
        let error = instance.submit_code(&code).await.unwrap_err();
        assert_eq!(cause(&error), expected, "{kind:?}");
        let account = instance.submit_code(&code).await;
        if kind == FaultKind::CutAfterWork {
            // The session went on under another cookie, which was lost with the reply.
            assert!(matches!(account, Err(Error::CodeLate)), "{account:?}");
            continue;
        }
        assert!(account.unwrap().is_admin(), "{kind:?}");
        assert_eq!(instance.apps().await.unwrap().len(), 50, "{kind:?}");
    }
}

#[tokio::test]
async fn spoiled_lists_and_forms_are_told_by_their_cause() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    for (path, garbage) in [
        ("/api/stores", Cause::Unreadable),
        ("/api/time_slots", Cause::Unreadable),
        ("/admin/api/apps", Cause::FormChanged),
        ("/admin/api/apps/new", Cause::FormChanged),
        ("/admin/api/apps/1", Cause::FormChanged),
        ("/admin/stores/new", Cause::FormChanged),
        ("/search/geocode", Cause::Unreadable),
    ] {
        for (kind, expected) in switches(garbage) {
            stage.spoil("GET", path, kind.clone());
            let error = match path {
                "/api/stores" => admin.stores(&|_, _| {}).await.map(drop),
                "/api/time_slots" => admin.time_slots().await.map(drop),
                "/admin/api/apps" => admin.apps().await.map(drop),
                "/admin/api/apps/new" => admin.app_form().await.map(drop),
                "/admin/api/apps/1" => admin.app(keys::ServerAppId(1)).await.map(drop),
                "/admin/stores/new" => admin.store_form().await.map(drop),
                _ => admin.geocode("1 rue du Timbre").await.map(drop),
            };
            let error = error.unwrap_err();
            assert_eq!(cause(&error), expected, "{path} {kind:?}");
            assert!(stage.co_op.faults().is_empty(), "{path} {kind:?}");
        }
    }
    assert_eq!(admin.apps().await.unwrap().len(), 50);
}

#[tokio::test]
async fn what_comes_late_is_told_so() {
    let stage = Stage::start().await;
    let network = Network::with_limits(impatient()).unwrap();
    let admin = stage.signed_in("admin").await;
    let [stores, apps, form] = [(); 3].map(|()| stage.with_limits(&admin, impatient()));
    let visitor = Instance::new(stage.url.clone(), &network).unwrap();
    for path in [
        "/api/settings",
        "/login",
        "/api/stores",
        "/admin/api/apps",
        "/admin/stores/new",
    ] {
        stage.spoil("GET", path, LATE);
    }
    let results = tokio::join!(
        async { recognise(stage.url.as_str(), &network).await.map(drop) },
        async { sign_in(&visitor).await.map(drop) },
        async { stores.stores(&|_, _| {}).await.map(drop) },
        async { apps.apps().await.map(drop) },
        async { form.store_form().await.map(drop) },
    );
    for result in <[_; 5]>::from(results) {
        let error = result.unwrap_err();
        let is_late = matches!(
            error,
            Error::TimedOut {
                step: Step::Reading,
                ..
            }
        );
        assert!(is_late, "{error:?}");
        assert!(error.is_offline() && !error.outcome_unknown());
    }
}

#[tokio::test]
async fn a_session_that_ends_meanwhile_is_revived_or_over() {
    let stage = Stage::start().await;
    for path in [
        "/admin/api/apps",
        "/admin/api/apps/new",
        "/admin/stores/new",
    ] {
        for remembered in [false, true] {
            let admin = stage.signed_in("admin").await;
            stage.spoil("GET", path, FaultKind::ExpireSession { remembered });
            let result = match path {
                "/admin/api/apps" => admin.apps().await.map(drop),
                "/admin/api/apps/new" => admin.app_form().await.map(drop),
                _ => admin.store_form().await.map(drop),
            };
            let is_over = matches!(result, Err(Error::SessionOver));
            assert_eq!(is_over, remembered, "{path} {result:?}");
            assert_eq!(result.is_ok(), !remembered, "{path} {result:?}");
        }
    }
}

#[tokio::test]
async fn what_another_admin_does_meanwhile_is_in_the_answer() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let act = Act::CreateApp {
        name: None,
        store: Some(1),
    };
    stage.spoil("GET", "/admin/api/apps", FaultKind::Act { act });
    assert_eq!(admin.apps().await.unwrap().len(), 51);
    let act = Act::DeleteStore { store: Some(1) };
    stage.spoil("GET", "/api/stores", FaultKind::Act { act });
    assert_eq!(admin.stores(&|_, _| {}).await.unwrap().len(), 46);
}

#[tokio::test]
async fn an_instance_that_is_gone_refuses_everything() {
    let mut stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    stage.close().await;
    let results = [
        admin.apps().await.map(drop),
        admin.stores(&|_, _| {}).await.map(drop),
        admin.app_form().await.map(drop),
        sign_in(&admin).await.map(drop),
    ];
    for result in results {
        let error = result.unwrap_err();
        assert!(matches!(error, Error::Refused(_)), "{error:?}");
        assert!(error.is_offline() && !error.outcome_unknown());
    }
}

#[tokio::test]
async fn a_server_error_is_no_reason_to_ask_again_at_once() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    stage.spoil("GET", "/admin/api/apps", FaultKind::ServerError);
    admin.apps().await.unwrap_err();
    assert_eq!(stage.count("GET /admin/api/apps"), 1);
}
