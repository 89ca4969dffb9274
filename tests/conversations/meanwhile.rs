//! What happens between two looks: other admins, ended sessions, other releases and roles.

use super::desk::{Desk, secret_on_server};
use super::stage::Stage;
use keys::{Act, Presence, SessionState};
use operations::{Error, Field};
use practice::Act as Elsewhere;

#[tokio::test]
async fn what_others_did_is_recorded_and_their_secrets_brought_home() {
    let stage = Stage::start().await;
    let (desk, id) = Desk::connected(&stage).await;
    let former = desk.key(id, 2).identifier;
    for act in [
        Elsewhere::Renew { app: Some(1) },
        Elsewhere::SaveEditPage { app: Some(2) },
        Elsewhere::RenameApp {
            app: Some(3),
            name: "Autre nom".to_owned(),
        },
        Elsewhere::SaveEditPage { app: Some(9) },
        Elsewhere::CreateApp {
            name: Some("Ailleurs".to_owned()),
            store: Some(1),
        },
        Elsewhere::DeleteStore { store: Some(48) },
    ] {
        stage.co_op.act(&act).unwrap();
    }
    let report = desk.refresh(id).await.unwrap();
    assert_eq!((report.renewed, report.replaced), (1, 3), "{report:?}");
    assert_eq!((report.renamed, report.new_keys), (1, 1), "{report:?}");
    assert_eq!((report.gone_stores, report.gone), (1, 0), "{report:?}");
    assert_eq!(report.secrets_stored, 5);
    // A renewed Secret and a replaced `ak_` value are dead at once; a replaced pair is not.
    assert_eq!(report.taken, 2);
    let last = |number| desk.acts(&desk.key(id, number)).pop().unwrap();
    assert_eq!(last(1), Act::TookNewPair);
    assert_eq!(last(2), Act::ReplacedElsewhere);
    assert_eq!(last(9), Act::TookNewPair);
    assert_eq!(last(51), Act::SeenOnServer);
    assert!(desk.acts(&desk.key(id, 3)).contains(&Act::RenamedElsewhere));
    assert_eq!(desk.key(id, 3).app_name, "Autre nom");
    let ours = desk.key(id, 2);
    assert_eq!(ours.identifier, former);
    assert_ne!(ours.offered.unwrap().identifier, former);
    for number in [2, 3] {
        let key = desk.key(id, number).id;
        operations::accept_new_pair(&desk.context, key)
            .await
            .unwrap();
    }
    assert_ne!(desk.key(id, 2).identifier, former);
    for number in [1, 2, 3, 9, 51] {
        let held = desk.secret(&stage, number).await.unwrap();
        assert_eq!(held, secret_on_server(&stage, number).await, "{number}");
    }
}

#[tokio::test]
async fn notes_and_local_names_stay_here_and_survive_a_refresh() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let key = desk.key(id, 1).id;
    let asked = stage.requests().len();
    operations::set_note(&desk.context, key, "appeler avant midi").unwrap();
    operations::set_local_name(&desk.context, key, Some(" Épi ")).unwrap();
    assert_eq!(stage.requests().len(), asked);
    let act = Elsewhere::RenameApp {
        app: Some(1),
        name: "Autre nom".to_owned(),
    };
    stage.co_op.act(&act).unwrap();
    desk.refresh(id).await.unwrap();
    let record = desk.key(id, 1);
    assert_eq!(record.note, "appeler avant midi");
    assert_eq!(record.local_name.as_deref(), Some("Épi"));
    assert_eq!(record.app_name, "Autre nom");
}

#[tokio::test]
async fn keys_an_older_release_hides_are_marked_gone_and_come_back() {
    let stage = Stage::start().await;
    let (desk, id) = Desk::connected(&stage).await;
    stage.co_op.set_mode(practice::Mode::BeforeScopes).unwrap();
    assert_eq!(desk.refresh(id).await.unwrap().gone, 5);
    let hidden = desk.key(id, 44);
    assert_eq!(hidden.presence, Presence::Gone);
    assert!(desk.secret(&stage, 44).await.is_some());
    stage
        .co_op
        .set_mode(practice::Mode::BeforeSecondFactor)
        .unwrap();
    assert_eq!(desk.refresh(id).await.unwrap().back, 5);
    assert_eq!(desk.key(id, 44).presence, Presence::OnServer);
}

#[tokio::test]
async fn a_dispatcher_gets_the_stores_and_is_told_why_no_keys() {
    let stage = Stage::start().await;
    let desk = Desk::new(&stage);
    let id = desk.connect(&stage, "dispatcher").await;
    let report = desk.refresh(id).await.unwrap();
    assert_eq!((report.new_stores, report.new_keys), (47, 0));
    let record = desk.context.inventory.connection(id).unwrap().unwrap();
    assert_eq!(record.session, SessionState::NotAdmin);
    let result = desk.create(id, "Boutique").await;
    assert!(matches!(result, Err(Error::NotAdmin(_))), "{result:?}");
    desk.sign_in(&stage, &stage.url, "admin").await;
    assert_eq!(desk.refresh(id).await.unwrap().new_keys, 50);
}

#[tokio::test]
async fn an_ended_session_is_marked_and_a_new_sign_in_goes_on() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    stage.expire(true);
    let result = desk.create(id, "Boutique").await;
    assert!(matches!(result, Err(Error::SignedOut(_))), "{result:?}");
    let record = desk.context.inventory.connection(id).unwrap().unwrap();
    assert_eq!(record.session, SessionState::SignedOut);
    assert!(desk.has_no_open_intent());
    assert_eq!(desk.context.inventory.keys(id).unwrap().len(), 3);
    assert_eq!(desk.sign_in(&stage, &stage.url, "admin").await, id);
    assert!(desk.create(id, "Boutique").await.unwrap().secret_stored);
}

#[tokio::test]
async fn signing_out_keeps_keys_and_ends_the_session() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    operations::sign_out(&desk.context, id).await.unwrap();
    assert_eq!(stage.count("GET /logout"), 1);
    assert_eq!(desk.keychain.entries().len(), 3);
    let key = desk.key(id, 1).id;
    operations::copy_field(&desk.context, key, Field::Secret)
        .await
        .unwrap();
    let result = desk.refresh(id).await;
    assert!(matches!(result, Err(Error::SignedOut(_))), "{result:?}");
}
