//! The concrete rooms an operation works with, and what it may ask of its surroundings.

use crate::Error;
use crate::connect::Pending;
use crate::visited::Server;
use coopcycle::{Network, Recognised};
use inventory::Inventory;
use keychain::Keychain;
use keys::{ConnectionId, Key, KeyId, Moment, Secret, ServerUrl};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::OwnedMutexGuard;
use woocommerce::RecognisedSite;

use crate::copy::Field;
use crate::import_keys::Pending as PendingImport;
use crate::in_turn::Turn;

/// What long work is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reading Stores.
    Stores,
    /// Reading the list of keys.
    Keys,
    /// Putting secrets into the keychain.
    Secrets,
    /// Reading each new or changed key.
    Details,
}

/// How far long work is: stage, done, and of how many when known.
pub type Progress<'a> = &'a (dyn Fn(Stage, usize, Option<usize>) + Send + Sync);

/// What we last put on the clipboard, for the strip that shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Which value.
    pub field: Field,
    /// Of which key, when it is about one.
    pub key: Option<KeyId>,
    /// Store and App name, as a person knows it.
    pub subject: String,
    /// Whether clipboard history was asked not to keep it.
    pub hidden_from_history: bool,
    /// Copying in turn, while that goes on.
    pub turn: Option<Turn>,
}

/// The rooms, the clock and what is remembered between operations. One per running program.
pub struct Context {
    /// All records.
    pub inventory: Inventory,
    /// All secrets.
    pub keychain: Keychain,
    /// The one copy path.
    pub clipboard: clipboard::Clipboard,
    network: Network,
    clock: Box<dyn Fn() -> Moment + Send + Sync>,
    who: String,
    language: Mutex<String>,
    sender: Mutex<String>,
    keep_copies: Mutex<Option<Duration>>,
    copied: Mutex<Option<Copied>>,
    servers: Mutex<HashMap<ConnectionId, Server>>,
    unreachable: Mutex<HashSet<ConnectionId>>,
    pub(crate) held: Mutex<BTreeMap<KeyId, Secret>>,
    turns: Mutex<HashMap<ConnectionId, Arc<tokio::sync::Mutex<()>>>>,
    pub(crate) recognised: Mutex<HashMap<ServerUrl, Recognised>>,
    pub(crate) recognised_sites: Mutex<HashMap<ServerUrl, RecognisedSite>>,
    pub(crate) pending: Mutex<HashMap<ServerUrl, Pending>>,
    pub(crate) import: Mutex<Option<PendingImport>>,
}

impl Context {
    /// How long a copy stays unless the person chose otherwise.
    pub const DEFAULT_CLIPBOARD_TIME: Duration = Duration::from_secs(30);

    /// Takes the rooms; `who` is the local account name for the history.
    pub fn new(
        inventory: Inventory,
        keychain: Keychain,
        clipboard: clipboard::Clipboard,
        network: Network,
        clock: Box<dyn Fn() -> Moment + Send + Sync>,
        who: String,
    ) -> Self {
        Self {
            inventory,
            keychain,
            clipboard,
            network,
            clock,
            who,
            language: Mutex::new("en".to_owned()),
            sender: Mutex::default(),
            keep_copies: Mutex::new(Some(Self::DEFAULT_CLIPBOARD_TIME)),
            copied: Mutex::default(),
            servers: Mutex::default(),
            unreachable: Mutex::default(),
            held: Mutex::default(),
            turns: Mutex::default(),
            recognised: Mutex::default(),
            recognised_sites: Mutex::default(),
            pending: Mutex::default(),
            import: Mutex::default(),
        }
    }

    /// The time now.
    pub fn now(&self) -> Moment {
        (self.clock)()
    }

    /// Local account name of the person.
    pub fn who(&self) -> &str {
        &self.who
    }

    /// The language asked of servers, as `en` or `fr`.
    pub fn set_language(&self, language: &str) {
        language.clone_into(&mut lock(&self.language));
    }

    /// Who signs hand-over sheets; empty for the local account.
    pub fn set_sender(&self, sender: &str) {
        sender.trim().clone_into(&mut lock(&self.sender));
    }

    /// Who signs hand-over sheets.
    pub(crate) fn sender(&self) -> String {
        let sender = lock(&self.sender).clone();
        if sender.is_empty() {
            self.who.clone()
        } else {
            sender
        }
    }

    /// The record of a key.
    pub(crate) fn key(&self, id: KeyId) -> Result<Key, Error> {
        self.inventory.key(id)?.ok_or(Error::RecordGone)
    }

    /// What is on the clipboard by our hand.
    pub fn copied(&self) -> Option<Copied> {
        lock(&self.copied).clone()
    }

    /// Whether the last request to that server did not reach it.
    pub fn is_unreachable(&self, connection: ConnectionId) -> bool {
        lock(&self.unreachable).contains(&connection)
    }

    /// Waits until nobody else changes or reads a whole connection, and keeps others waiting until
    /// dropped: a list read before a change must never be recorded after it.
    pub(crate) async fn turn(&self, connection: ConnectionId) -> OwnedMutexGuard<()> {
        let turn = Arc::clone(lock(&self.turns).entry(connection).or_default());
        turn.lock_owned().await
    }

    pub(crate) fn network(&self) -> &Network {
        &self.network
    }

    pub(crate) fn language(&self) -> String {
        lock(&self.language).clone()
    }

    pub(crate) fn keep_copies(&self) -> Option<Duration> {
        *lock(&self.keep_copies)
    }

    pub(crate) fn set_keep_copies(&self, time: Option<Duration>) {
        *lock(&self.keep_copies) = time;
    }

    /// Forgets what was copied once it is gone; whether there was something.
    pub fn forget_copied(&self) -> bool {
        lock(&self.copied).take().is_some()
    }

    pub(crate) fn set_copied(&self, copied: Option<Copied>) {
        *lock(&self.copied) = copied;
    }

    pub(crate) fn set_unreachable(&self, connection: ConnectionId, unreachable: bool) {
        let mut set = lock(&self.unreachable);
        if unreachable {
            set.insert(connection);
        } else {
            set.remove(&connection);
        }
    }

    pub(crate) fn server(&self, connection: ConnectionId) -> Option<Server> {
        lock(&self.servers).get(&connection).cloned()
    }

    pub(crate) fn keep_server(&self, connection: ConnectionId, server: Server) {
        lock(&self.servers).insert(connection, server);
    }

    /// Sessions are read from the keychain again when next needed.
    pub(crate) fn forget_servers(&self) {
        lock(&self.servers).clear();
    }

    pub(crate) fn drop_server(&self, connection: ConnectionId) {
        lock(&self.servers).remove(&connection);
    }
}

/// Locks what no panic can leave half changed.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
