//! A coordinator's desk: the program's rooms in memory, connected to a practice shop.

use super::shop_stage::{Pair, ShopStage, password};
use inventory::{AttentionQuery, Inventory};
use keychain::{Entry, Keychain};
use keys::{
    Act, AttentionKind, AttentionSubject, Connection, ConnectionId, ConnectionKind, Drift, Key,
    KeyId, KeyStatus, Moment, Permission, Secret, ServerAppId,
};
use operations::{Context, Created, Error, NewConsumerKey, PastedKey, Report, SignIn};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// What the shop calls itself.
pub(crate) const SHOP: &str = "Épicerie des Tilleuls (practice)";

pub(crate) const DAY: i64 = 24 * 60 * 60 * 1000;

/// The rooms, and the switches of those in memory.
pub(crate) struct SiteDesk {
    pub(crate) context: Context,
    pub(crate) keychain: keychain::Memory,
    pub(crate) clipboard: clipboard::Memory,
    clock: Arc<AtomicI64>,
}

impl SiteDesk {
    pub(crate) fn new(stage: &ShopStage) -> Self {
        Self::over(
            stage,
            Inventory::in_memory().unwrap(),
            keychain::Memory::new(),
        )
    }

    /// A desk over records and secrets that exist already, as after another start.
    pub(crate) fn over(
        stage: &ShopStage,
        inventory: Inventory,
        keychain: keychain::Memory,
    ) -> Self {
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
                "alix".to_owned(),
            ),
            keychain,
            clipboard,
            clock,
        }
    }

    /// A new desk with a connection, signed in as Anne and refreshed.
    pub(crate) async fn connected(stage: &ShopStage) -> (Self, ConnectionId) {
        let desk = Self::new(stage);
        let on = desk.connect(stage, "anne").await;
        desk.refresh(on).await.unwrap();
        (desk, on)
    }

    /// Recognises and signs in; no code is asked for.
    pub(crate) async fn connect(&self, stage: &ShopStage, login: &str) -> ConnectionId {
        match self.sign_in(stage, login).await.unwrap() {
            SignIn::Connected { connection, .. } => connection,
            SignIn::CodeNeeded(source) => panic!("a code is asked for: {source:?}"),
        }
    }

    pub(crate) async fn sign_in(&self, stage: &ShopStage, login: &str) -> Result<SignIn, Error> {
        let address = stage.url.as_str();
        let found = operations::recognise_site(&self.context, address, None).await?;
        let kind = ConnectionKind::PracticeShop;
        operations::sign_in(&self.context, kind, &found.url, login, &password()).await
    }

    /// A connection without a sign-in.
    pub(crate) async fn add(&self, stage: &ShopStage) -> ConnectionId {
        let address = stage.url.as_str();
        let found = operations::recognise_site(&self.context, address, None).await;
        let kind = ConnectionKind::PracticeShop;
        operations::add_site(&self.context, kind, &found.unwrap().url).unwrap()
    }

    /// Lets so many milliseconds go by.
    pub(crate) fn wait(&self, milliseconds: i64) {
        self.clock.fetch_add(milliseconds, Ordering::Relaxed);
    }

    /// Lets so much time go by that no server can still be at work, also by the clock of another
    /// start.
    pub(crate) fn wait_long(&self) {
        self.wait(2 * operations::STILL_AT_WORK);
    }

    pub(crate) async fn refresh(&self, on: ConnectionId) -> Result<Report, Error> {
        operations::refresh(&self.context, on, &|_, _, _| {}).await
    }

    /// Makes a key for the account itself.
    pub(crate) async fn create(
        &self,
        on: ConnectionId,
        description: &str,
        permission: Permission,
    ) -> Result<Created, Error> {
        let new = NewConsumerKey {
            connection: on,
            description: description.to_owned(),
            owner: None,
            permission,
        };
        operations::create_consumer_key(&self.context, &new).await
    }

    /// Pastes a pair under that name.
    pub(crate) async fn paste(
        &self,
        on: ConnectionId,
        name: &str,
        pair: &Pair,
        anyway: bool,
    ) -> Result<(Created, KeyStatus), Error> {
        let pasted = PastedKey {
            connection: on,
            name: name.to_owned(),
            consumer_key: Secret::new(pair.key.clone()),
            consumer_secret: pair.secret(),
            anyway,
        };
        operations::paste_key(&self.context, pasted).await
    }

    pub(crate) fn connection(&self, on: ConnectionId) -> Connection {
        self.context.inventory.connection(on).unwrap().unwrap()
    }

    pub(crate) fn record(&self, key: KeyId) -> Key {
        self.context.inventory.key(key).unwrap().unwrap()
    }

    pub(crate) fn keys(&self, on: ConnectionId) -> Vec<Key> {
        self.context.inventory.keys(on).unwrap()
    }

    /// The record of the key with that number on the site.
    pub(crate) fn key(&self, on: ConnectionId, number: i64) -> Key {
        let inventory = &self.context.inventory;
        let found = inventory.key_by_server_id(on, ServerAppId(number));
        found.unwrap().unwrap()
    }

    /// The secret of a key as the keychain holds it, under the number that the record tells.
    pub(crate) fn secret(&self, stage: &ShopStage, key: KeyId) -> Option<String> {
        self.secret_under(stage, self.record(key).server_id)
    }

    pub(crate) fn secret_under(&self, stage: &ShopStage, number: ServerAppId) -> Option<String> {
        let entry = Entry::key_secret(true, &stage.url, number);
        let there = self.keychain.read_now(&entry);
        there.map(|secret| secret.expose().to_owned())
    }

    /// How many secrets the keychain has beside the session.
    pub(crate) fn secrets(&self) -> usize {
        let entries = self.keychain.entries();
        let is_secret = |entry: &&Entry| {
            let user = entry.user();
            !user.ends_with(" session") && !user.ends_with(" consumer key")
        };
        entries.iter().filter(is_secret).count()
    }

    /// What was done to a key, oldest first.
    pub(crate) fn acts(&self, key: KeyId) -> Vec<Act> {
        let lines = self.context.inventory.history_of_key(key, 100).unwrap();
        lines.iter().rev().map(|line| line.act).collect()
    }

    pub(crate) fn drifts(&self, key: KeyId) -> Vec<Drift> {
        let drifts = self.context.inventory.drifts_of_key(key).unwrap();
        drifts.into_iter().map(|record| record.drift).collect()
    }

    /// What is due about a key.
    pub(crate) fn due(&self, key: KeyId) -> Vec<AttentionKind> {
        let query = AttentionQuery {
            limit: 1_000,
            ..AttentionQuery::default()
        };
        let now = self.context.now();
        let page = self.context.inventory.attention(&query, now).unwrap();
        let about = page.rows.into_iter();
        about
            .filter(|row| row.subject == AttentionSubject::Key(key))
            .map(|row| row.kind)
            .collect()
    }

    /// Whether every request for a change has a known outcome.
    pub(crate) fn has_no_open_intent(&self) -> bool {
        self.context.inventory.open_intents().unwrap().is_empty()
    }

    pub(crate) async fn check(&self, key: KeyId) -> Result<KeyStatus, Error> {
        operations::check_key(&self.context, key).await
    }
}

/// Whether an operation failed for that reason of the site.
pub(crate) fn site_error<T: std::fmt::Debug>(result: Result<T, Error>) -> woocommerce::Error {
    match result {
        Err(Error::Site { source, .. }) => source,
        other => panic!("{other:?}"),
    }
}
