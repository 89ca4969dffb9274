//! Bringing keys in from a table or a `KeePass` database, before or after their server is known.

use super::desk::{Desk, secret_on_server};
use super::stage::Stage;
use keepass::config::{DatabaseConfig, KdfConfig};
use keepass::db::fields;
use keepass::{Database, DatabaseKey};
use keychain::{Entry, Keychain};
use keys::{ConnectionId, ConnectionKind, Key, KeyStatus, Secret, ServerAppId};
use operations::{
    Error, ImportKind, ImportSource, Imported, Preview, RowTrouble, SignIn, apply_import,
};
use practice::{Act as Elsewhere, Options};
use std::path::PathBuf;
use transfer::{ImportField, Verdict};

/// A server with keys of both types, a program that does not know it yet, and a place for files.
struct Scene {
    stage: Stage,
    desk: Desk,
    folder: tempfile::TempDir,
}

impl Scene {
    async fn new() -> Self {
        let options = Options {
            apps: Some(9),
            ..Options::default()
        };
        let stage = Stage::start_with(options).await;
        Self {
            desk: Desk::new(&stage),
            stage,
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// What a spreadsheet holds of the app with that number.
    fn line(&self, number: i64) -> String {
        let apps = self.stage.co_op.apps().unwrap();
        let app = apps.into_iter().find(|app| app.id == number).unwrap();
        let identifier = if app.api_key { "" } else { &app.identifier };
        let address = self.stage.url.as_str();
        format!(
            "{address}/,Shop {number},Key {number},{identifier},{},kept in a table\n",
            app.secret
        )
    }

    /// A table of these apps, as a file.
    fn table(&self, numbers: &[i64]) -> PathBuf {
        let mut text = "Base URL,Store,Name,API Key,API Secret,Notes\n".to_owned();
        text.extend(numbers.iter().map(|number| self.line(*number)));
        self.file("keys.csv", text)
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    async fn read(&self, path: PathBuf) -> Result<Preview, Error> {
        self.read_as(csv(path)).await
    }

    async fn read_as(&self, source: ImportSource) -> Result<Preview, Error> {
        operations::read_import(&self.desk.context, source).await
    }

    async fn bring_in(&self, preview: &Preview, take_theirs: bool) -> Imported {
        let rows: Vec<_> = (0..preview.rows.len())
            .map(|row| (row, take_theirs))
            .collect();
        apply_import(&self.desk.context, preview.import, &rows, &|_, _| {})
            .await
            .unwrap()
    }

    /// Signs in at the address, as for a real server, and refreshes.
    async fn connect(&self) -> ConnectionId {
        let password = Secret::new(super::stage::PASSWORD.to_owned());
        let (context, url) = (&self.desk.context, &self.stage.url);
        let kind = ConnectionKind::CoopCycle;
        let mut step = operations::sign_in(context, kind, url, "admin", &password)
            .await
            .unwrap();
        if matches!(step, SignIn::CodeNeeded(_)) {
            let code = self.stage.code();
            step = operations::submit_code(context, url, &code).await.unwrap();
        }
        let SignIn::Connected { connection, .. } = step else {
            panic!("a second code is asked for");
        };
        self.desk.refresh(connection).await.unwrap();
        connection
    }

    fn keys(&self) -> Vec<Key> {
        let connections = self.desk.context.inventory.connections().unwrap();
        assert_eq!(connections.len(), 1);
        self.desk.context.inventory.keys(connections[0].id).unwrap()
    }

    /// Names in the keychain that hold a secret of a key, in order.
    fn entries(&self) -> Vec<String> {
        let entries = self.desk.keychain.entries();
        let users = entries.iter().map(|entry| entry.user().to_owned());
        let mut users: Vec<_> = users.filter(|user| user.contains(" key ")).collect();
        users.sort();
        users
    }

    async fn secret(&self, number: i64) -> Option<String> {
        let entry = Entry::key_secret(false, &self.stage.url, ServerAppId(number));
        let keychain = Keychain::Memory(self.desk.keychain.clone());
        let found = keychain.read(&entry).await.unwrap();
        found.map(|secret| secret.expose().to_owned())
    }
}

fn csv(path: PathBuf) -> ImportSource {
    ImportSource {
        kind: ImportKind::Csv,
        path,
        passphrase: None,
        columns: None,
        connection: None,
    }
}

#[tokio::test]
async fn a_table_is_brought_in_before_its_server_is_known_and_adopted_once_it_is() {
    let scene = Scene::new().await;
    let preview = scene.read(scene.table(&[1, 2, 9])).await.unwrap();
    let guessed: Vec<_> = preview.columns.iter().map(|column| column.field).collect();
    let expected = [
        ImportField::BaseUrl,
        ImportField::Store,
        ImportField::Name,
        ImportField::Identifier,
        ImportField::Secret,
        ImportField::Note,
    ];
    assert_eq!(guessed, expected.map(Some));
    assert_eq!(preview.new_connections, [scene.stage.url.as_str()]);
    assert!(
        scene
            .desk
            .context
            .inventory
            .connections()
            .unwrap()
            .is_empty()
    );
    assert!(scene.entries().is_empty(), "nothing before it is agreed to");
    let imported = scene.bring_in(&preview, false).await;
    assert_eq!((imported.added, imported.secrets), (3, 3));
    let before = scene.keys();
    assert!(before.iter().all(|key| !key.server_id.is_known()));
    // It is of use without a server.
    for key in &before {
        operations::reveal_secret(&scene.desk.context, key.id)
            .await
            .unwrap();
    }
    let on = scene.connect().await;
    let after = scene.keys();
    assert_eq!(after.len(), 9, "no key is there twice");
    let host = scene.stage.url.host();
    let numbers: Vec<_> = (1..=9)
        .map(|number| format!("{host} key {number}"))
        .collect();
    assert_eq!(
        scene.entries(),
        numbers,
        "none is left under another number"
    );
    for (former, number) in before.iter().zip([1, 2, 9]) {
        let key = scene.desk.key(on, number);
        assert_eq!(key.id, former.id, "{number}");
        assert_eq!(key.note, "kept in a table");
        assert!(key.store.is_some() && key.scopes.is_some(), "{number}");
        assert!(key.offered.is_none() && key.is_secret_stored(), "{number}");
        let secret = scene.secret(number).await;
        assert_eq!(secret, Some(secret_on_server(&scene.stage, number).await));
        let status = operations::check_key(&scene.desk.context, key.id).await;
        assert_eq!(status.unwrap(), KeyStatus::Works, "{number}");
    }
}

#[tokio::test]
async fn a_key_of_a_table_can_be_checked_before_anybody_signed_in() {
    let scene = Scene::new().await;
    let preview = scene.read(scene.table(&[1])).await.unwrap();
    scene.bring_in(&preview, false).await;
    let key = scene.keys()[0].id;
    let status = operations::check_key(&scene.desk.context, key).await;
    assert_eq!(status.unwrap(), KeyStatus::Works);
    let begun = operations::begin_rotation(&scene.desk.context, key);
    assert!(matches!(begun, Err(Error::RecordGone)), "{begun:?}");
}

#[tokio::test]
async fn a_stale_secret_of_a_table_gives_way_to_the_servers() {
    let scene = Scene::new().await;
    let table = scene.table(&[1, 2]);
    let act = Elsewhere::Renew { app: Some(1) };
    scene.stage.co_op.act(&act).unwrap();
    let preview = scene.read(table).await.unwrap();
    scene.bring_in(&preview, false).await;
    let key = scene.keys()[0].id;
    let status = operations::check_key(&scene.desk.context, key).await;
    assert_eq!(status.unwrap(), KeyStatus::Refused);
    let on = scene.connect().await;
    // Proved dead, it is replaced; the person is told.
    let now = scene.desk.key(on, 1);
    assert_eq!(now.id, key);
    assert!(scene.desk.acts(&now).contains(&keys::Act::RenewedElsewhere));
    let truth = secret_on_server(&scene.stage, 1).await;
    assert_eq!(scene.secret(1).await, Some(truth));
    let status = operations::check_key(&scene.desk.context, key).await;
    assert_eq!(status.unwrap(), KeyStatus::Works);
    assert_eq!(scene.keys().len(), 9);
    assert_eq!(scene.entries().len(), 9, "the dead one rests nowhere");
}

#[tokio::test]
async fn a_table_adds_to_what_is_known_and_never_writes_over_it() {
    let scene = Scene::new().await;
    let on = scene.connect().await;
    let table = scene.table(&[1, 2, 9]);
    operations::set_note(&scene.desk.context, scene.desk.key(on, 1).id, "mine").unwrap();
    let preview = scene.read(table.clone()).await.unwrap();
    let verdicts: Vec<_> = preview.rows.iter().map(|row| row.judged.unwrap()).collect();
    assert_eq!(
        verdicts,
        [Verdict::Differs, Verdict::Completes, Verdict::Completes]
    );
    assert!(preview.new_connections.is_empty());
    let imported = scene.bring_in(&preview, false).await;
    assert_eq!((imported.added, imported.changed, imported.kept), (0, 2, 1));
    assert_eq!(scene.desk.key(on, 1).note, "mine");
    assert_eq!(scene.desk.key(on, 9).note, "kept in a table");
    assert_eq!(scene.keys().len(), 9);
    assert_ne!(scene.desk.key(on, 1).app_name, "Key 1", "the server's word");
    let act = Elsewhere::Renew { app: Some(2) };
    scene.stage.co_op.act(&act).unwrap();
    scene.desk.refresh(on).await.unwrap();
    let truth = scene.secret(2).await;
    let preview = scene.read(table).await.unwrap();
    assert_eq!(preview.rows[1].judged.unwrap(), Verdict::Differs);
    scene.bring_in(&preview, false).await;
    assert_eq!(scene.secret(2).await, truth);
}

#[tokio::test]
async fn the_same_table_twice_is_the_same_keys() {
    let scene = Scene::new().await;
    let table = scene.table(&[1, 2, 9]);
    let preview = scene.read(table.clone()).await.unwrap();
    scene.bring_in(&preview, false).await;
    let before = scene.keys();
    let preview = scene.read(table).await.unwrap();
    for row in &preview.rows {
        assert_eq!(row.judged.unwrap(), Verdict::Same, "{}", row.subject);
    }
    assert_eq!(scene.bring_in(&preview, true).await.kept, 3);
    assert_eq!(scene.keys(), before);
}

#[tokio::test]
async fn rows_that_cannot_be_used_say_why_and_stay_out() {
    let scene = Scene::new().await;
    let good = scene.line(1);
    let text = format!(
        "Base URL,Store,Name,API Key,API Secret,Notes\n{good}{good}\
         ,Shop,No address,{id},{secret},\n\
         not an address at all,Shop,Bad address,{id},{secret},\n\
         {url},Shop,No pair,,,\n",
        id = "c".repeat(32),
        secret = "d".repeat(128),
        url = scene.stage.url.as_str(),
    );
    let preview = scene.read(scene.file("keys.csv", text)).await.unwrap();
    let judged: Vec<_> = preview.rows.iter().map(|row| row.judged).collect();
    let expected = [
        Ok(Verdict::New),
        Err(RowTrouble::Repeated),
        Err(RowTrouble::NoAddress),
        Err(RowTrouble::BadAddress),
        Err(RowTrouble::NoIdentifier),
    ];
    assert_eq!(judged, expected);
    let imported = scene.bring_in(&preview, true).await;
    assert_eq!((imported.added, imported.changed, imported.kept), (1, 0, 0));
    assert_eq!(scene.keys().len(), 1);
}

#[tokio::test]
async fn columns_are_chosen_by_hand_where_headings_say_nothing() {
    let scene = Scene::new().await;
    let on = scene.connect().await;
    let apps = scene.stage.co_op.apps().unwrap();
    let text = format!("x;y\n{};{}\n", "e".repeat(32), "f".repeat(128));
    let path = scene.file("keys.csv", text);
    let with = |columns: [Option<ImportField>; 2], connection| ImportSource {
        columns: Some(columns.into()),
        connection,
        ..csv(path.clone())
    };
    let nothing = scene
        .read_as(with([None, Some(ImportField::Note)], None))
        .await;
    assert!(matches!(nothing, Err(Error::NoKeyColumn)), "{nothing:?}");
    let chosen = [Some(ImportField::Identifier), Some(ImportField::Secret)];
    let preview = scene.read_as(with(chosen, None)).await.unwrap();
    assert_eq!(preview.rows[0].judged, Err(RowTrouble::NoAddress));
    let preview = scene.read_as(with(chosen, Some(on))).await.unwrap();
    assert_eq!(preview.rows[0].judged, Ok(Verdict::New));
    for column in &preview.columns {
        assert!(!column.sample.contains("ffff"), "a secret is not shown");
    }
    scene.bring_in(&preview, false).await;
    assert_eq!(scene.keys().len(), apps.len() + 1);
    // The server does not know it: it is not there any more, or never was.
    scene.desk.refresh(on).await.unwrap();
    assert_eq!(scene.keys().len(), apps.len() + 1, "nothing is lost");
}

#[tokio::test]
async fn a_keepass_database_is_brought_in_and_adopted() {
    let scene = Scene::new().await;
    let apps = scene.stage.co_op.apps().unwrap();
    let mut config = DatabaseConfig::default();
    config.kdf_config = KdfConfig::Aes { rounds: 10 };
    let mut database = Database::with_config(config);
    let mut root = database.root_mut();
    let mut group = root.add_group();
    group.name = "Shop 1".to_owned();
    let mut entry = group.add_entry();
    entry.set_unprotected(fields::TITLE, "webshop");
    entry.set_unprotected(fields::URL, scene.stage.url.as_str());
    entry.set_unprotected(fields::USERNAME, &apps[0].identifier);
    entry.set_protected(fields::PASSWORD, &apps[0].secret);
    let mut bytes = Vec::new();
    let key = DatabaseKey::new().with_password("practice only");
    database.save(&mut bytes, key).unwrap();
    let path = scene.file("keys.kdbx", bytes);
    let with = |password: &str| ImportSource {
        kind: ImportKind::Kdbx,
        passphrase: Some(Secret::new(password.to_owned())),
        ..csv(path.clone())
    };
    let wrong = scene.read_as(with("something else")).await;
    assert!(matches!(wrong, Err(Error::WrongPassphrase)), "{wrong:?}");
    let preview = scene.read_as(with("practice only")).await.unwrap();
    assert_eq!(preview.rows.len(), 1);
    assert_eq!(preview.rows[0].subject, "Shop 1 — webshop");
    assert_eq!(scene.bring_in(&preview, false).await.secrets, 1);
    let before = scene.keys()[0].id;
    let on = scene.connect().await;
    assert_eq!(scene.desk.key(on, 1).id, before);
    assert_eq!(scene.keys().len(), 9);
    assert_eq!(scene.secret(1).await.as_ref(), Some(&apps[0].secret));
}

#[tokio::test]
async fn adoption_with_a_closed_keychain_loses_no_secret() {
    let scene = Scene::new().await;
    let preview = scene.read(scene.table(&[1])).await.unwrap();
    scene.bring_in(&preview, false).await;
    scene
        .desk
        .keychain
        .set_trouble(Some(keychain::Trouble::Locked));
    let on = scene.connect().await;
    let key = scene.desk.key(on, 1);
    scene.desk.keychain.set_trouble(None);
    operations::tend(&scene.desk.context).await.unwrap();
    scene.desk.refresh(on).await.unwrap();
    let truth = secret_on_server(&scene.stage, 1).await;
    assert_eq!(scene.secret(1).await, Some(truth));
    let shown = operations::reveal_secret(&scene.desk.context, key.id).await;
    assert!(shown.is_ok(), "{shown:?}");
    assert_eq!(scene.keys().len(), 9);
}
