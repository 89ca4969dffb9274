//! Bringing keys in where something else is here already: nothing is overwritten silently.

use super::desk::Desk;
use super::parcels::{Machines, apply, read, verdicts};
use keychain::Trouble;
use keys::{ConnectionId, KeyStatus};
use operations::{Error, Imported};
use practice::Act as Elsewhere;
use transfer::{KeyField, Verdict};

/// Both machines have the keys, and the second one the account too.
async fn both() -> (Machines, ConnectionId, operations::Export) {
    let machines = Machines::new().await;
    let export = machines.export(true).await;
    machines.move_in(&export).await;
    let on = machines.second.connect(&machines.stage, "admin").await;
    machines.second.refresh(on).await.unwrap();
    (machines, on, export)
}

async fn renew(desk: &Desk, on: ConnectionId, number: i64) {
    let key = desk.key(on, number);
    let typed = operations::typed_name_of(&key);
    operations::renew_secret(&desk.context, key.id, typed)
        .await
        .unwrap();
}

#[tokio::test]
async fn differences_are_shown_and_ours_stay_unless_theirs_are_taken() {
    let (machines, on, export) = both().await;
    let second = &machines.second;
    let context = &second.context;
    let [one, two, three] = [1, 2, 3].map(|number| second.key(on, number).id);
    operations::set_note(context, one, "called back").unwrap();
    operations::set_local_name(context, two, Some("library")).unwrap();
    operations::unarchive_key(context, three).unwrap();
    let preview = read(second, &export).await.unwrap();
    assert_eq!(verdicts(&preview), [Verdict::Differs; 3]);
    let shown: Vec<_> = preview
        .rows
        .iter()
        .map(|row| row.differences.clone())
        .collect();
    let text = |ours: &str, theirs: &str| (ours.to_owned(), theirs.to_owned());
    let (ours, theirs) = text("called back", "asked for by phone");
    assert_eq!(shown[0], [(KeyField::Note, ours, theirs)]);
    let (ours, theirs) = text("library", "books");
    assert_eq!(shown[1], [(KeyField::LocalName, ours, theirs)]);
    assert_eq!(shown[2].len(), 1);
    assert_eq!(shown[2][0].0, KeyField::Archived);
    let imported = apply(second, &preview, false).await;
    let expected = Imported {
        kept: 3,
        ..Imported::default()
    };
    assert_eq!(imported, expected);
    assert_eq!(second.key(on, 1).note, "called back");
    assert_eq!(second.key(on, 2).local_name.as_deref(), Some("library"));
    assert_eq!(second.key(on, 3).archived_at, None);
    // One of them taken, the others not.
    let preview = read(second, &export).await.unwrap();
    let rows = [(0, true), (1, false), (2, false)];
    let imported = operations::apply_import(context, preview.import, &rows, &|_, _| {}).await;
    let imported = imported.unwrap();
    assert_eq!((imported.changed, imported.kept), (1, 2));
    assert_eq!(second.key(on, 1).note, "asked for by phone");
    assert_eq!(second.key(on, 2).local_name.as_deref(), Some("library"));
    let preview = read(second, &export).await.unwrap();
    apply(second, &preview, true).await;
    assert_eq!(second.key(on, 2).local_name.as_deref(), Some("books"));
    assert!(second.key(on, 3).archived_at.is_some());
}

#[tokio::test]
async fn what_is_missing_here_is_completed_without_a_question() {
    let (machines, on, export) = both().await;
    let second = &machines.second;
    let context = &second.context;
    operations::set_note(context, second.key(on, 1).id, "").unwrap();
    let entry = keychain::Entry::key_secret(true, &machines.stage.url, keys::ServerAppId(2));
    second.keychain.forget(&entry);
    // The program has noticed.
    operations::reveal_secret(context, second.key(on, 2).id)
        .await
        .unwrap_err();
    let preview = read(second, &export).await.unwrap();
    assert_eq!(
        verdicts(&preview),
        [Verdict::Completes, Verdict::Completes, Verdict::Same]
    );
    let imported = apply(second, &preview, false).await;
    assert_eq!(
        (imported.changed, imported.kept, imported.secrets),
        (2, 1, 1)
    );
    assert_eq!(second.key(on, 1).note, "asked for by phone");
    let secret = second.secret(&machines.stage, 2).await;
    assert_eq!(secret, machines.first.secret(&machines.stage, 2).await);
    assert!(second.key(on, 2).is_secret_stored());
}

#[tokio::test]
async fn a_secret_renewed_meanwhile_is_not_overwritten_by_the_file() {
    let (machines, on, export) = both().await;
    let second = &machines.second;
    renew(second, on, 1).await;
    let ours = second.secret(&machines.stage, 1).await;
    let preview = read(second, &export).await.unwrap();
    assert_eq!(
        verdicts(&preview),
        [Verdict::Differs, Verdict::Same, Verdict::Same]
    );
    let fields: Vec<_> = preview.rows[0].differences.clone();
    let untold = (KeyField::Secret, String::new(), String::new());
    assert_eq!(fields, [untold], "a secret is never shown");
    apply(second, &preview, false).await;
    assert_eq!(second.secret(&machines.stage, 1).await, ours);
    // Taken by mistake, the next look at the server brings the right one back.
    let preview = read(second, &export).await.unwrap();
    let imported = apply(second, &preview, true).await;
    assert_eq!((imported.changed, imported.secrets), (1, 1));
    assert_ne!(second.secret(&machines.stage, 1).await, ours);
    second.refresh(on).await.unwrap();
    assert_eq!(second.secret(&machines.stage, 1).await, ours);
    let status = operations::check_key(&second.context, second.key(on, 1).id).await;
    assert_eq!(status.unwrap(), KeyStatus::Works);
}

#[tokio::test]
async fn a_secret_that_is_not_at_hand_is_not_replaced_by_a_stale_one() {
    let (machines, on, export) = both().await;
    let second = &machines.second;
    // Renewed while the keychain is closed: the new one is held in memory alone.
    second.keychain.set_trouble(Some(Trouble::Locked));
    renew(second, on, 1).await;
    second.keychain.set_trouble(None);
    let key = second.key(on, 1).id;
    let held = operations::reveal_secret(&second.context, key)
        .await
        .unwrap();
    let preview = read(second, &export).await.unwrap();
    assert_eq!(verdicts(&preview)[0], Verdict::Differs);
    apply(second, &preview, false).await;
    let now = operations::reveal_secret(&second.context, key)
        .await
        .unwrap();
    assert_eq!(now, held, "what is held is not lost");
    operations::store_held(&second.context).await.unwrap();
    let stored = second.secret(&machines.stage, 1).await;
    assert_eq!(stored.as_deref(), Some(held.expose()));
}

#[tokio::test]
async fn a_lost_secret_is_not_completed_by_one_that_is_known_to_be_another() {
    let (machines, on, export) = both().await;
    let second = &machines.second;
    renew(second, on, 1).await;
    let entry = keychain::Entry::key_secret(true, &machines.stage.url, keys::ServerAppId(1));
    second.keychain.forget(&entry);
    let key = second.key(on, 1).id;
    operations::reveal_secret(&second.context, key)
        .await
        .unwrap_err();
    let print = second.key(on, 1).secret.unwrap().fingerprint;
    let preview = read(second, &export).await.unwrap();
    assert_eq!(verdicts(&preview)[0], Verdict::Differs);
    apply(second, &preview, false).await;
    let now = second.key(on, 1).secret.unwrap();
    assert_eq!((now.fingerprint, now.stored_at), (print, None));
}

#[tokio::test]
async fn halves_of_two_pairs_are_never_put_together() {
    let (machines, on, export) = both().await;
    let second = &machines.second;
    let act = Elsewhere::SaveEditPage { app: Some(1) };
    machines.stage.co_op.act(&act).unwrap();
    second.refresh(on).await.unwrap();
    let key = second.key(on, 1).id;
    // The old pair of a saved page still gets tokens: the person takes the new one.
    operations::accept_new_pair(&second.context, key)
        .await
        .unwrap();
    let ours = second.key(on, 1);
    let secret = second.secret(&machines.stage, 1).await;
    let preview = read(second, &export).await.unwrap();
    let fields: Vec<_> = preview.rows[0]
        .differences
        .iter()
        .map(|each| each.0)
        .collect();
    assert_eq!(fields, [KeyField::Identifier, KeyField::Secret]);
    apply(second, &preview, true).await;
    let now = second.key(on, 1);
    if now.identifier == ours.identifier {
        assert_eq!(second.secret(&machines.stage, 1).await, secret);
    } else {
        let theirs = machines.first.key(machines.on, 1);
        assert_eq!(now.identifier, theirs.identifier);
        let theirs = machines.first.secret(&machines.stage, 1).await;
        assert_eq!(second.secret(&machines.stage, 1).await, theirs);
    }
}

#[tokio::test]
async fn a_closed_keychain_holds_what_is_brought_in() {
    let machines = Machines::new().await;
    let export = machines.export(true).await;
    let second = &machines.second;
    second.keychain.set_trouble(Some(Trouble::Locked));
    let imported = machines.move_in(&export).await;
    let expected = Imported {
        added: 3,
        held: 3,
        ..Imported::default()
    };
    assert_eq!(imported, expected);
    assert_eq!(second.context.held_secrets(), 3);
    let (on, _) = machines.second_keys();
    let key = second.key(on, 1).id;
    let held = operations::reveal_secret(&second.context, key)
        .await
        .unwrap();
    second.keychain.set_trouble(None);
    operations::tend(&second.context).await.unwrap();
    let stored = second.secret(&machines.stage, 1).await;
    assert_eq!(stored.as_deref(), Some(held.expose()));
    assert_eq!(stored, machines.first.secret(&machines.stage, 1).await);
    assert!(second.key(on, 1).is_secret_stored());
}

#[tokio::test]
async fn a_preview_is_over_after_another_was_read_applied_or_put_away() {
    let machines = Machines::new().await;
    let export = machines.export(true).await;
    let second = &machines.second;
    let refused = async |import| {
        let applied =
            operations::apply_import(&second.context, import, &[(0, false)], &|_, _| {}).await;
        assert!(matches!(applied, Err(Error::ImportOver)), "{applied:?}");
        assert!(second.context.inventory.connections().unwrap().is_empty());
    };
    refused(1).await;
    let [old, new] = [
        read(second, &export).await.unwrap(),
        read(second, &export).await.unwrap(),
    ];
    refused(old.import).await;
    operations::discard_import(&second.context, old.import);
    operations::discard_import(&second.context, new.import);
    refused(new.import).await;
    let preview = read(second, &export).await.unwrap();
    assert_eq!(apply(second, &preview, false).await.added, 3);
    let again =
        operations::apply_import(&second.context, preview.import, &[(0, false)], &|_, _| {}).await;
    assert!(matches!(again, Err(Error::ImportOver)), "{again:?}");
    // A file that cannot be read leaves the preview before it.
    let preview = read(second, &export).await.unwrap();
    std::fs::write(&export.path, "damaged").unwrap();
    read(second, &export).await.unwrap_err();
    assert_eq!(apply(second, &preview, false).await.kept, 3);
}

#[tokio::test]
async fn a_key_forgotten_here_is_no_hindrance() {
    let (machines, on, export) = both().await;
    let second = &machines.second;
    let act = Elsewhere::DeleteApp { app: Some(1) };
    machines.stage.co_op.act(&act).unwrap();
    second.refresh(on).await.unwrap();
    operations::forget_key(&second.context, second.key(on, 1).id).unwrap();
    let preview = read(second, &export).await.unwrap();
    let imported = apply(second, &preview, false).await;
    assert_eq!(imported.added + imported.kept + imported.changed, 3);
    let keys = second.context.inventory.keys(on).unwrap();
    let living = keys.iter().filter(|key| key.forgotten_at.is_none());
    assert_eq!(living.count(), 3);
    second.refresh(on).await.unwrap();
}
