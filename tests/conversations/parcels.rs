//! Taking keys to another machine: one encrypted file, merged there without overwriting anything.

use super::desk::Desk;
use super::stage::Stage;
use keychain::Trouble;
use keys::{Act, Channel, ConnectionId, Key, KeyStatus, Platform, Secret, SheetLanguage};
use operations::{Error, Export, ImportKind, ImportSource, Imported, Preview, SheetFor};
use std::path::Path;
use transfer::Verdict;

/// Two machines, the first one with something to take along.
pub(crate) struct Machines {
    pub(crate) stage: Stage,
    pub(crate) first: Desk,
    pub(crate) on: ConnectionId,
    pub(crate) second: Desk,
    pub(crate) folder: tempfile::TempDir,
}

impl Machines {
    pub(crate) async fn new() -> Self {
        let stage = Stage::start_small().await;
        let (first, on) = Desk::connected(&stage).await;
        let second = Desk::new(&stage);
        let context = &first.context;
        let [one, two, three] = [1, 2, 3].map(|number| first.key(on, number).id);
        operations::set_note(context, one, "asked for by phone").unwrap();
        operations::set_local_name(context, two, Some("books")).unwrap();
        operations::archive_key(context, three).unwrap();
        let sheet = SheetFor {
            key: one,
            platform: Platform::Shopify,
            language: SheetLanguage::Pt,
        };
        let given = operations::record_handover(context, sheet, "Ada", Channel::Printed).await;
        operations::confirm_handover(context, given.unwrap(), true).unwrap();
        Self {
            stage,
            first,
            on,
            second,
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub(crate) async fn export(&self, with_secrets: bool) -> Export {
        let folder = self.folder.path();
        operations::export_connections(
            &self.first.context,
            &[self.on],
            with_secrets,
            folder,
            &|_, _| {},
        )
        .await
        .unwrap()
    }

    /// Brings everything in on the second machine, ours kept where it differs.
    pub(crate) async fn move_in(&self, export: &Export) -> Imported {
        let preview = read(&self.second, export).await.unwrap();
        apply(&self.second, &preview, false).await
    }

    /// Keys of the second machine, and the connection they are on.
    pub(crate) fn second_keys(&self) -> (ConnectionId, Vec<Key>) {
        let connections = self.second.context.inventory.connections().unwrap();
        assert_eq!(connections.len(), 1);
        let on = connections[0].id;
        (on, self.second.context.inventory.keys(on).unwrap())
    }
}

pub(crate) async fn read(desk: &Desk, export: &Export) -> Result<Preview, Error> {
    read_with(desk, &export.path, &export.passphrase).await
}

async fn read_with(desk: &Desk, path: &Path, words: &Secret) -> Result<Preview, Error> {
    let source = ImportSource {
        kind: ImportKind::Transfer,
        path: path.to_owned(),
        passphrase: Some(words.clone()),
        columns: None,
        connection: None,
    };
    operations::read_import(&desk.context, source).await
}

pub(crate) async fn apply(desk: &Desk, preview: &Preview, take_theirs: bool) -> Imported {
    let rows: Vec<_> = (0..preview.rows.len())
        .map(|row| (row, take_theirs))
        .collect();
    operations::apply_import(&desk.context, preview.import, &rows, &|_, _| {})
        .await
        .unwrap()
}

pub(crate) fn verdicts(preview: &Preview) -> Vec<Verdict> {
    let rows = preview.rows.iter();
    rows.map(|row| row.judged.unwrap()).collect()
}

#[tokio::test]
async fn keys_move_to_another_machine_with_all_that_was_known_of_them() {
    let machines = Machines::new().await;
    let export = machines.export(true).await;
    assert_eq!((export.keys, export.secrets, export.missing), (3, 3, 0));
    let second = &machines.second;
    let preview = read(second, &export).await.unwrap();
    assert_eq!(preview.new_connections, [machines.stage.url.as_str()]);
    assert_eq!(verdicts(&preview), [Verdict::New; 3]);
    assert!(preview.rows.iter().all(|row| row.has_secret));
    // Nothing is written before it is agreed to.
    assert!(second.context.inventory.connections().unwrap().is_empty());
    assert!(second.keychain.entries().is_empty());
    let imported = apply(second, &preview, false).await;
    let expected = Imported {
        added: 3,
        secrets: 3,
        ..Imported::default()
    };
    assert_eq!(imported, expected);
    let (there, keys) = machines.second_keys();
    assert_eq!(keys.len(), 3);
    for theirs in keys {
        let number = theirs.server_id.0;
        let ours = machines.first.key(machines.on, number);
        assert_eq!(theirs.app_name, ours.app_name);
        assert_eq!(theirs.local_name, ours.local_name);
        assert_eq!(theirs.key_type, ours.key_type);
        assert_eq!(theirs.store_name, ours.store_name);
        assert_eq!(theirs.scopes, ours.scopes);
        assert_eq!(theirs.identifier, ours.identifier);
        assert_eq!(theirs.note, ours.note);
        assert_eq!(theirs.archived_at.is_some(), ours.archived_at.is_some());
        let print = |key: &Key| key.secret.clone().map(|secret| secret.fingerprint);
        assert_eq!(print(&theirs), print(&ours));
        let secret = second.secret(&machines.stage, number).await;
        assert!(secret.is_some());
        assert_eq!(secret, machines.first.secret(&machines.stage, number).await);
        assert!(second.acts(&theirs).contains(&Act::Imported));
        let inventory = &second.context.inventory;
        let given = inventory.handovers_of(theirs.id).unwrap();
        assert_eq!(given.len(), usize::from(number == 1));
        for given in given {
            assert_eq!(given.told.person, "Ada");
            assert_eq!(given.told.channel, Channel::Printed);
            assert_eq!(given.told.platform, Platform::Shopify);
            assert_eq!(given.told.language, SheetLanguage::Pt);
            assert!(given.confirmed_at.is_some());
            assert_eq!(Some(given.told.fingerprint), print(&theirs));
        }
    }
    let name = |desk: &Desk, on| desk.context.inventory.connection(on).unwrap().unwrap().name;
    assert_eq!(name(second, there), name(&machines.first, machines.on));
}

#[tokio::test]
async fn what_was_brought_in_is_known_again_on_its_server() {
    let machines = Machines::new().await;
    let export = machines.export(true).await;
    machines.move_in(&export).await;
    let second = &machines.second;
    let on = second.connect(&machines.stage, "admin").await;
    let report = second.refresh(on).await.unwrap();
    let expected = operations::Report {
        new_stores: report.new_stores,
        ..operations::Report::default()
    };
    assert_eq!(report, expected, "no key is news");
    let (there, keys) = machines.second_keys();
    assert_eq!((there, keys.len()), (on, 3));
    for key in keys {
        assert!(key.store.is_some());
        let status = operations::check_key(&second.context, key.id).await;
        assert_eq!(status.unwrap(), KeyStatus::Works);
    }
}

#[tokio::test]
async fn a_second_import_changes_nothing() {
    let machines = Machines::new().await;
    let export = machines.export(true).await;
    machines.move_in(&export).await;
    let (_, before) = machines.second_keys();
    let second = &machines.second;
    let acts = |keys: &[Key]| keys.iter().map(|key| second.acts(key)).collect::<Vec<_>>();
    let acts_before = acts(&before);
    let again = read(second, &export).await.unwrap();
    assert_eq!(verdicts(&again), [Verdict::Same; 3]);
    assert!(again.new_connections.is_empty());
    for take_theirs in [true, false] {
        let preview = read(second, &export).await.unwrap();
        let imported = apply(second, &preview, take_theirs).await;
        let expected = Imported {
            kept: 3,
            ..Imported::default()
        };
        assert_eq!(imported, expected);
    }
    let (_, after) = machines.second_keys();
    assert_eq!(after, before);
    assert_eq!(acts(&after), acts_before);
    assert_eq!(second.context.inventory.handed_over().unwrap(), 1);
}

#[tokio::test]
async fn the_machine_it_came_from_has_it_just_so() {
    let machines = Machines::new().await;
    let export = machines.export(true).await;
    let preview = read(&machines.first, &export).await.unwrap();
    assert_eq!(verdicts(&preview), [Verdict::Same; 3]);
}

#[tokio::test]
async fn rows_that_were_not_chosen_stay_out() {
    let machines = Machines::new().await;
    let export = machines.export(true).await;
    let preview = read(&machines.second, &export).await.unwrap();
    let context = &machines.second.context;
    let imported = operations::apply_import(
        context,
        preview.import,
        &[(1, false), (99, true)],
        &|_, _| {},
    )
    .await
    .unwrap();
    assert_eq!((imported.added, imported.secrets), (1, 1));
    let (_, keys) = machines.second_keys();
    assert_eq!(keys.len(), 1);
    assert_eq!(machines.second.keychain.entries().len(), 1);
}

#[tokio::test]
async fn an_export_without_secrets_holds_none_and_the_server_gives_them() {
    let machines = Machines::new().await;
    // Nobody asks the keychain for what is not wanted.
    machines.first.keychain.set_trouble(Some(Trouble::Locked));
    let export = machines.export(false).await;
    machines.first.keychain.set_trouble(None);
    assert_eq!((export.keys, export.secrets, export.missing), (3, 0, 0));
    let second = &machines.second;
    let preview = read(second, &export).await.unwrap();
    assert!(!preview.rows.iter().any(|row| row.has_secret));
    let imported = apply(second, &preview, false).await;
    assert_eq!((imported.added, imported.secrets), (3, 0));
    assert!(second.keychain.entries().is_empty());
    let (_, keys) = machines.second_keys();
    for key in keys {
        assert_eq!(key.status(), KeyStatus::SecretMissing);
    }
    let on = second.connect(&machines.stage, "admin").await;
    let report = second.refresh(on).await.unwrap();
    assert_eq!(
        (report.new_keys, report.renewed, report.replaced),
        (0, 0, 0)
    );
    assert_eq!(report.secrets_stored, 3);
    let first = second.key(on, 1);
    assert_eq!(first.note, "asked for by phone");
    let given = second.context.inventory.handovers_of(first.id).unwrap();
    assert_eq!(
        given[0].told.fingerprint,
        first.secret.unwrap().fingerprint,
        "Ada still holds the right one"
    );
}

#[tokio::test]
async fn what_was_outdated_here_is_outdated_there() {
    let machines = Machines::new().await;
    let key = machines.first.key(machines.on, 1);
    let typed = operations::typed_name_of(&key);
    operations::renew_secret(&machines.first.context, key.id, typed)
        .await
        .unwrap();
    let export = machines.export(true).await;
    machines.move_in(&export).await;
    let (on, _) = machines.second_keys();
    let key = machines.second.key(on, 1);
    let given = machines
        .second
        .context
        .inventory
        .handovers_of(key.id)
        .unwrap();
    assert_ne!(given[0].told.fingerprint, key.secret.unwrap().fingerprint);
}

#[tokio::test]
async fn a_closed_keychain_ends_an_export_with_secrets_before_anything_is_written() {
    let machines = Machines::new().await;
    for trouble in [Trouble::Locked, Trouble::Absent, Trouble::Refusing] {
        machines.first.keychain.set_trouble(Some(trouble));
        let export = operations::export_connections(
            &machines.first.context,
            &[machines.on],
            true,
            machines.folder.path(),
            &|_, _| {},
        )
        .await;
        assert!(
            matches!(export, Err(Error::Keychain(_))),
            "{trouble:?} {export:?}"
        );
        assert_eq!(machines.folder.path().read_dir().unwrap().count(), 0);
    }
}

#[tokio::test]
async fn a_secret_that_is_not_there_is_counted_and_the_rest_goes() {
    let machines = Machines::new().await;
    let entry =
        |number| keychain::Entry::key_secret(true, &machines.stage.url, keys::ServerAppId(number));
    machines.first.keychain.forget(&entry(2));
    let export = machines.export(true).await;
    assert_eq!((export.keys, export.secrets, export.missing), (3, 2, 1));
    let preview = read(&machines.second, &export).await.unwrap();
    let has_secret: Vec<_> = preview.rows.iter().map(|row| row.has_secret).collect();
    assert_eq!(has_secret, [true, false, true]);
}

#[tokio::test]
async fn nothing_chosen_is_nothing_to_export() {
    let machines = Machines::new().await;
    let folder = machines.folder.path();
    let export =
        operations::export_connections(&machines.first.context, &[], true, folder, &|_, _| {})
            .await;
    assert!(matches!(export, Err(Error::NothingToExport)), "{export:?}");
    assert_eq!(folder.read_dir().unwrap().count(), 0);
}

#[cfg(unix)]
#[tokio::test]
async fn an_export_shows_nothing_to_others() {
    use std::os::unix::fs::PermissionsExt as _;
    let machines = Machines::new().await;
    let [first, second] = [machines.export(true).await, machines.export(true).await];
    assert_ne!(first.path, second.path);
    assert_ne!(first.passphrase.expose(), second.passphrase.expose());
    for export in [&first, &second] {
        let mode = export.path.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let bytes = std::fs::read(&export.path).unwrap();
        let secret = machines.first.secret(&machines.stage, 1).await.unwrap();
        for private in [secret.as_str(), "asked for by phone", "Boulangerie", "Ada"] {
            assert!(memchr::memmem::find(&bytes, private.as_bytes()).is_none());
        }
    }
    let wrong = read_with(&machines.second, &first.path, &second.passphrase).await;
    assert!(matches!(wrong, Err(Error::WrongPassphrase)), "{wrong:?}");
}

#[tokio::test]
async fn a_file_of_another_kind_is_told_apart() {
    let machines = Machines::new().await;
    let words = Secret::new("some words".to_owned());
    let path = machines.folder.path().join("note.txt");
    std::fs::write(&path, "just a note").unwrap();
    let other = read_with(&machines.second, &path, &words).await;
    assert!(matches!(other, Err(Error::FileNotUnderstood)), "{other:?}");
    let sealed = sealed::seal(b"sealed, but no keys", &words).unwrap();
    std::fs::write(&path, sealed).unwrap();
    let other = read_with(&machines.second, &path, &words).await;
    assert!(matches!(other, Err(Error::FileNotUnderstood)), "{other:?}");
    let missing = machines.folder.path().join("nowhere.age");
    let missing = read_with(&machines.second, &missing, &words).await;
    assert!(
        matches!(missing, Err(Error::FileUnreadable(_))),
        "{missing:?}"
    );
}
