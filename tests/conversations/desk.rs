//! A coordinator's desk: the program's rooms in memory, connected to a practice co-op.

use super::stage::{PASSWORD, Stage};
use inventory::Inventory;
use keychain::Keychain;
use keys::{Act, ConnectionId, ConnectionKind, Key, KeyType, Moment, Scope, Secret, ServerAppId};
use keys::{DraftContent, DraftId, DraftStore, ServerStoreId, ServerUrl};
use operations::{Context, Created, Error, NewKey, Report, Sent, SignIn};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

/// Who sits there, as the history names them.
pub(crate) const WHO: &str = "alix";

/// The rooms, and the switches of those in memory.
pub(crate) struct Desk {
    pub(crate) context: Context,
    pub(crate) keychain: keychain::Memory,
    pub(crate) clipboard: clipboard::Memory,
    clock: Arc<AtomicI64>,
}

impl Desk {
    pub(crate) fn new(stage: &Stage) -> Self {
        let inventory = Inventory::in_memory().unwrap();
        Self::over(stage, inventory, keychain::Memory::new())
    }

    /// A desk over records and secrets that exist already, as after another start.
    pub(crate) fn over(stage: &Stage, inventory: Inventory, keychain: keychain::Memory) -> Self {
        let clipboard = clipboard::Memory::new();
        let clock = Arc::new(AtomicI64::new(1_000_000));
        let ticking = Arc::clone(&clock);
        Self {
            context: Context::new(
                inventory,
                Keychain::Memory(keychain.clone()),
                clipboard::Clipboard::Memory(clipboard.clone()),
                stage.network.clone(),
                Box::new(move || Moment(ticking.fetch_add(1, Ordering::Relaxed))),
                WHO.to_owned(),
            ),
            keychain,
            clipboard,
            clock,
        }
    }

    /// Lets so much time go by that no server can still be at work.
    pub(crate) fn wait_long(&self) {
        self.wait(operations::STILL_AT_WORK);
    }

    /// Lets so many milliseconds go by.
    pub(crate) fn wait(&self, milliseconds: i64) {
        self.clock.fetch_add(milliseconds, Ordering::Relaxed);
    }

    /// A new desk with a connection, signed in and refreshed.
    pub(crate) async fn connected(stage: &Stage) -> (Self, ConnectionId) {
        let desk = Self::new(stage);
        let connection = desk.connect(stage, "admin").await;
        desk.refresh(connection).await.unwrap();
        (desk, connection)
    }

    /// Recognises, signs in, hands in the code if asked.
    pub(crate) async fn connect(&self, stage: &Stage, name: &str) -> ConnectionId {
        let found = operations::recognise_server(&self.context, stage.url.as_str()).await;
        self.sign_in(stage, &found.unwrap().url, name).await
    }

    pub(crate) async fn sign_in(&self, stage: &Stage, url: &ServerUrl, name: &str) -> ConnectionId {
        let password = Secret::new(PASSWORD.to_owned());
        let kind = ConnectionKind::Practice;
        let mut step = operations::sign_in(&self.context, kind, url, name, &password)
            .await
            .unwrap();
        if matches!(step, SignIn::CodeNeeded(_)) {
            let code = stage.code();
            step = operations::submit_code(&self.context, url, &code)
                .await
                .unwrap();
        }
        match step {
            SignIn::Connected { connection, .. } => connection,
            SignIn::CodeNeeded(_) => panic!("a second code is asked for"),
        }
    }

    pub(crate) async fn refresh(&self, connection: ConnectionId) -> Result<Report, Error> {
        operations::refresh(&self.context, connection, &|_, _, _| {}).await
    }

    /// Makes a key for a shop of that name.
    pub(crate) async fn create(&self, on: ConnectionId, name: &str) -> Result<Created, Error> {
        let new = NewKey {
            connection: on,
            name: name.to_owned(),
            key_type: KeyType::OAuth,
            scopes: vec![Scope::Deliveries],
            store: Some(ServerStoreId(2)),
        };
        operations::create_key(&self.context, &new).await
    }

    /// Prepares a key.
    pub(crate) fn draft_key(&self, on: ConnectionId, name: &str, store: DraftStore) -> DraftId {
        operations::save_draft(&self.context, on, None, key_draft(name, store)).unwrap()
    }

    /// Prepares a Store whose address is still to be placed.
    pub(crate) fn draft_store(&self, on: ConnectionId, name: &str) -> DraftId {
        operations::save_draft(&self.context, on, None, store_draft(name)).unwrap()
    }

    /// Sends drafts; only what is wrong with the inventory is no result of one.
    pub(crate) async fn send(&self, drafts: &[DraftId]) -> Vec<(DraftId, Sent)> {
        let go_on = AtomicBool::new(false);
        operations::send_drafts(&self.context, drafts, &|_, _, _| {}, &go_on)
            .await
            .unwrap()
    }

    /// Sends one draft that needs no other.
    pub(crate) async fn send_one(&self, draft: DraftId) -> Sent {
        let mut results = self.send(&[draft]).await;
        assert_eq!(results.len(), 1, "{results:?}");
        results.remove(0).1
    }

    /// Whether it is still a draft.
    pub(crate) fn is_waiting(&self, draft: DraftId) -> bool {
        let draft = self.context.inventory.draft(draft).unwrap().unwrap();
        draft.sent.is_none() && draft.deleted_at.is_none()
    }

    /// The record of the key with that number on the server.
    pub(crate) fn key(&self, connection: ConnectionId, server_id: i64) -> Key {
        let found = self
            .context
            .inventory
            .key_by_server_id(connection, ServerAppId(server_id));
        found.unwrap().unwrap()
    }

    /// The secret of that key as the keychain holds it.
    pub(crate) async fn secret(&self, stage: &Stage, server_id: i64) -> Option<String> {
        let entry = keychain::Entry::key_secret(true, &stage.url, ServerAppId(server_id));
        let keychain = Keychain::Memory(self.keychain.clone());
        let found = keychain.read(&entry).await.unwrap();
        found.map(|secret| secret.expose().to_owned())
    }

    /// The same without a call of the keychain, whatever its trouble.
    pub(crate) fn secret_now(&self, stage: &Stage, server_id: i64) -> Option<String> {
        let entry = keychain::Entry::key_secret(true, &stage.url, ServerAppId(server_id));
        let there = self.keychain.read_now(&entry);
        there.map(|secret| secret.expose().to_owned())
    }

    /// What was done to a key, oldest first.
    pub(crate) fn acts(&self, key: &Key) -> Vec<Act> {
        let lines = self.context.inventory.history_of_key(key.id, 100).unwrap();
        lines.iter().rev().map(|line| line.act).collect()
    }

    /// Whether every request for a change has a known outcome.
    pub(crate) fn has_no_open_intent(&self) -> bool {
        self.context.inventory.open_intents().unwrap().is_empty()
    }
}

/// What a drafted key holds.
pub(crate) fn key_draft(name: &str, store: DraftStore) -> DraftContent {
    DraftContent::Key {
        name: name.to_owned(),
        key_type: KeyType::OAuth,
        scopes: vec![if store == DraftStore::Without {
            Scope::OrdersAll
        } else {
            Scope::Deliveries
        }],
        store,
    }
}

/// What a drafted Store holds: an address of the town without its point.
pub(crate) fn store_draft(name: &str) -> DraftContent {
    let values = [
        ("store[name]", name),
        ("store[address][streetAddress]", "3 rue du Timbre"),
    ];
    DraftContent::Store {
        values: values
            .map(|(field, value)| (field.to_owned(), value.to_owned()))
            .into(),
    }
}

/// The secret of a key as the server shows it to an admin.
pub(crate) async fn secret_on_server(stage: &Stage, server_id: i64) -> String {
    let admin = stage.signed_in("admin").await;
    let detail = admin.app(ServerAppId(server_id)).await.unwrap();
    match detail.credentials {
        coopcycle::Credentials::OAuth { secret, .. } => secret.expose().to_owned(),
        coopcycle::Credentials::ApiKey { key } => key.expose().to_owned(),
        coopcycle::Credentials::Unread => panic!("the page shows no secret"),
    }
}
