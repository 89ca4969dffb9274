//! The handle on a practice shop: opening it, looking at it, steering it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::Connection;
use rustls::ServerConfig;
use serde::Serialize;
use tokio::sync::watch;

use super::act::ShopAct;
use super::certificate::Certificate;
use super::mode::ShopMode;
use super::options::ShopOptions;
use super::records::consumer_keys::{self, Permission};
use super::records::people::{self, ShopUser};
use super::records::{Records, SCHEMA, sessions, settings};
use super::seed;
use crate::clock::Clock;
use crate::error::Error;
use crate::faults::{Fault, Faults};
use crate::history::{History, HistoryEntry};
use crate::random::Random;
use crate::state;
use crate::state::mails::{self, Mail};

/// A key as it is now. Practice secrets open nothing, and tests compare them; the consumer key itself
/// is nowhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyNow {
    /// Its number.
    pub id: i64,
    /// Its description.
    pub description: String,
    /// The number of its owner, who may be gone.
    pub owner: i64,
    /// What it may do.
    pub permission: Permission,
    /// The last seven characters of the consumer key.
    pub last_seven: String,
    /// The consumer secret.
    #[serde(skip)]
    pub secret: String,
    /// When it was last used, in milliseconds since 1970.
    pub last_access: Option<i64>,
    /// The login that asked for it over HTTP; `None` for samples and for what [`ShopAct`] made.
    pub made_by: Option<String>,
    /// Whether it was revoked.
    pub revoked: bool,
}

/// A practice shop. Clones are handles on the same one.
#[derive(Clone)]
pub struct Shop {
    inner: Arc<Inner>,
}

struct Inner {
    options: ShopOptions,
    certificate: Certificate,
    records: Mutex<Records>,
    faults: Faults<ShopAct>,
    history: Mutex<History>,
    clock: Clock,
}

impl Shop {
    /// Opens the practice shop kept in a folder, making it when there is none.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        Self::open_with(folder, ShopOptions::default())
    }

    /// Opens the practice shop kept in a folder, set up in another way. A file that is no database is
    /// set aside. What is switched stays as it was left, whatever the options say.
    pub fn open_with(folder: &Path, options: ShopOptions) -> Result<Self, Error> {
        Self::with(
            state::open_folder(folder, "practice-shop", SCHEMA)?,
            options,
        )
    }

    /// A practice shop that is gone when its last handle is.
    pub fn in_memory() -> Result<Self, Error> {
        Self::in_memory_with(ShopOptions::default())
    }

    /// A practice shop that is gone when its last handle is, set up in another way.
    pub fn in_memory_with(options: ShopOptions) -> Result<Self, Error> {
        Self::with(state::open_in_memory(SCHEMA)?, options)
    }

    fn with(connection: Connection, options: ShopOptions) -> Result<Self, Error> {
        let records = Records::new(connection, Random::new(options.seed));
        let clock = Clock::default();
        if records.is_empty()? {
            seed::fill(&records, &options, clock.now() / 1000)?;
        }
        let inner = Inner {
            options,
            certificate: Certificate::make()?,
            records: Mutex::new(records),
            faults: Faults::default(),
            history: Mutex::default(),
            clock,
        };
        Ok(Self {
            inner: Arc::new(inner),
        })
    }

    /// Its certificate as DER, good for `localhost`, `127.0.0.1` and `::1`. Nobody trusts it but who
    /// is told to.
    pub fn certificate(&self) -> Vec<u8> {
        self.inner.certificate.der.clone()
    }

    pub(crate) fn tls(&self) -> Arc<ServerConfig> {
        self.inner.certificate.tls.clone()
    }

    /// The sub-folder it lives in, empty or with a leading slash.
    pub fn folder(&self) -> String {
        self.inner.options.folder()
    }

    /// Its people, with their passwords.
    pub fn users(&self) -> Result<Vec<ShopUser>, Error> {
        people::all(&self.records())
    }

    /// Every key by number, revoked ones too.
    pub fn keys(&self) -> Result<Vec<KeyNow>, Error> {
        let keys = consumer_keys::all(&self.records())?.into_iter();
        Ok(keys
            .map(|key| KeyNow {
                id: key.id,
                description: key.description,
                owner: key.owner,
                permission: key.permission,
                last_seven: key.last_seven,
                secret: key.secret,
                last_access: key.last_access.map(|seconds| seconds * 1000),
                made_by: key.made_by,
                revoked: key.revoked,
            })
            .collect())
    }

    /// Makes a key for somebody, as another administrator does; gives consumer key and secret.
    pub fn make_key(
        &self,
        owner: i64,
        description: &str,
        permission: Permission,
    ) -> Result<(String, String), Error> {
        let pair = consumer_keys::create(&self.records(), owner, description, permission, None)?;
        Ok((pair.key, pair.secret))
    }

    /// Whether a consumer key and its secret belong together and are not revoked.
    pub fn opens(&self, key: &str, secret: &str) -> Result<bool, Error> {
        let found = consumer_keys::find_by_key(&self.records(), key)?;
        Ok(found.is_some_and(|found| found.secret == secret))
    }

    /// How many sessions are open.
    pub fn sessions(&self) -> Result<i64, Error> {
        sessions::count(&self.records(), self.now() / 1000)
    }

    /// The codes it would have sent, newest first.
    pub fn mails(&self) -> Result<Vec<Mail>, Error> {
        mails::newest_first(&self.records())
    }

    /// The failures that are switched on.
    pub fn faults(&self) -> Vec<Fault<ShopAct>> {
        self.inner.faults.list()
    }

    /// Switches a failure on. Its path includes the sub-folder.
    pub fn add_fault(&self, fault: Fault<ShopAct>) {
        self.inner.faults.add(fault);
    }

    /// Switches all failures off.
    pub fn clear_faults(&self) {
        self.inner.faults.clear();
    }

    /// How many failures took effect so far, and every later one, told before the client can see
    /// anything of it.
    pub fn subscribe_faults(&self) -> watch::Receiver<u64> {
        self.inner.faults.subscribe()
    }

    /// How many failures took effect since it was opened, by the word that the history uses.
    pub fn fault_counts(&self) -> BTreeMap<&'static str, u64> {
        self.inner.faults.counts()
    }

    /// Lets another administrator, the operator or a developer do something now.
    pub fn act(&self, act: &ShopAct) -> Result<(), Error> {
        act.perform(&self.records(), self.now() / 1000)
    }

    /// The requests answered lately, newest first, at most 1000.
    pub fn history(&self) -> Vec<HistoryEntry> {
        lock(&self.inner.history).newest_first()
    }

    /// What is switched.
    pub fn mode(&self) -> Result<ShopMode, Error> {
        self.mode_in(&self.records())
    }

    pub(crate) fn mode_in(&self, records: &Records) -> Result<ShopMode, Error> {
        Ok(settings::mode(records)?.unwrap_or_else(|| ShopMode::asked(&self.inner.options)))
    }

    /// Switches.
    pub fn set_mode(&self, mode: &ShopMode) -> Result<(), Error> {
        settings::set_mode(&self.records(), mode)
    }

    /// Puts its clock forward, so that sessions and nonces expire. Lasts until it is closed.
    pub fn advance_clock(&self, by: Duration) {
        self.inner.clock.advance(by);
    }

    /// Forgets everything and fills in the samples again.
    pub fn reset(&self) -> Result<(), Error> {
        let records = self.records();
        self.inner.clock.set_right();
        records.clear()?;
        seed::fill(&records, &self.inner.options, self.now() / 1000)?;
        drop(records);
        self.clear_faults();
        lock(&self.inner.history).clear();
        Ok(())
    }

    pub(crate) fn options(&self) -> &ShopOptions {
        &self.inner.options
    }

    pub(crate) fn records(&self) -> MutexGuard<'_, Records> {
        lock(&self.inner.records)
    }

    /// Milliseconds since 1970 by its own clock.
    pub(crate) fn now(&self) -> i64 {
        self.inner.clock.now()
    }

    pub(crate) fn faults_switched_on(&self) -> &Faults<ShopAct> {
        &self.inner.faults
    }

    pub(crate) fn keep_request(&self, entry: HistoryEntry) {
        lock(&self.inner.history).add(entry);
    }
}

/// A panic elsewhere leaves nothing half done that a practice server would have to protect.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
