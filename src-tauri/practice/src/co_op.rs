//! The handle on a practice co-op: opening it, looking at it, steering it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::Connection;
use tokio::sync::watch;

use crate::act::Act;
use crate::clock::Clock;
use crate::error::Error;
use crate::faults::{Fault, Faults};
use crate::history::{History, HistoryEntry};
use crate::made::{self, AppNow, Made, StoreNow};
use crate::mode::{Mode, OrphanAnswer};
use crate::random::Random;
use crate::seed;
use crate::state::accounts::{self, Account};
use crate::state::mails::{self, Mail};
use crate::state::{self, Db, settings};

/// How a practice co-op is set up.
#[derive(Clone, Debug)]
pub struct Options {
    /// Country of the instance, two lower-case letters; decides fields of the Store form.
    pub country: String,
    /// Language of the instance.
    pub locale: String,
    /// Name of the instance.
    pub brand: String,
    /// The release to behave as; absent keeps what is stored, at first the current one.
    pub mode: Option<Mode>,
    /// What `/api/me` says to a pair without an app; absent keeps what is stored, at first 404.
    pub orphan_answer: Option<OrphanAnswer>,
    /// How many apps to make at first; absent means the samples.
    pub apps: Option<usize>,
    /// What everything random is drawn from, so that a run can be replayed; absent means chance.
    pub seed: Option<u64>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            country: "fr".to_owned(),
            locale: "fr".to_owned(),
            brand: "Les Sacoches de Valmont (practice)".to_owned(),
            mode: None,
            orphan_answer: None,
            apps: None,
            seed: None,
        }
    }
}

/// A practice co-op. Clones are handles on the same one.
#[derive(Clone)]
pub struct CoOp {
    inner: Arc<Inner>,
}

struct Inner {
    options: Options,
    db: Mutex<Db>,
    faults: Faults<Act>,
    history: Mutex<History>,
    clock: Clock,
}

impl CoOp {
    /// Opens the practice co-op kept in a folder, making it when there is none.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        Self::open_with(folder, Options::default())
    }

    /// Opens the practice co-op kept in a folder, set up in another way. A file that is no database
    /// is set aside.
    pub fn open_with(folder: &Path, options: Options) -> Result<Self, Error> {
        let db = state::open_folder(folder, "practice", state::SCHEMA)?;
        Self::with(db, options)
    }

    /// A practice co-op that is gone when its last handle is.
    pub fn in_memory() -> Result<Self, Error> {
        Self::in_memory_with(Options::default())
    }

    /// A practice co-op that is gone when its last handle is, set up in another way.
    pub fn in_memory_with(options: Options) -> Result<Self, Error> {
        Self::with(state::open_in_memory(state::SCHEMA)?, options)
    }

    fn with(connection: Connection, options: Options) -> Result<Self, Error> {
        let db = Db::new(connection, Random::new(options.seed));
        if state::is_empty(&db)? {
            seed::fill(&db, options.apps)?;
        }
        apply(&db, &options)?;
        let inner = Inner {
            options,
            db: Mutex::new(db),
            faults: Faults::default(),
            history: Mutex::default(),
            clock: Clock::default(),
        };
        Ok(Self {
            inner: Arc::new(inner),
        })
    }

    /// The accounts one may sign in with.
    pub fn accounts(&self) -> Result<Vec<Account>, Error> {
        let people = accounts::all(&self.db())?;
        Ok(people.into_iter().map(|person| person.account).collect())
    }

    /// The e-mails it would have sent, newest first.
    pub fn mails(&self) -> Result<Vec<Mail>, Error> {
        mails::newest_first(&self.db())
    }

    /// The failures that are switched on.
    pub fn faults(&self) -> Vec<Fault> {
        self.inner.faults.list()
    }

    /// Switches a failure on.
    pub fn add_fault(&self, fault: Fault) {
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

    /// What was made since it was opened, in order; the samples are left out.
    pub fn made(&self) -> Vec<Made> {
        self.db().made.borrow().clone()
    }

    /// Every app with its secret, by number, deleted ones too.
    pub fn apps(&self) -> Result<Vec<AppNow>, Error> {
        made::apps(&self.db())
    }

    /// Whether a Secret still gets tokens, or an `ak_` value is still taken: also the Secret of a
    /// pair that no app has any more (contract 5.6).
    pub fn opens(&self, secret: &str) -> Result<bool, Error> {
        made::opens(&self.db(), secret)
    }

    /// Every Store by number, deleted ones too.
    pub fn stores(&self) -> Result<Vec<StoreNow>, Error> {
        made::stores(&self.db())
    }

    /// Lets another administrator do something now.
    pub fn act(&self, act: &Act) -> Result<(), Error> {
        act.perform(&self.db())
    }

    /// The requests answered lately, newest first, at most 1000.
    pub fn history(&self) -> Vec<HistoryEntry> {
        lock(&self.inner.history).newest_first()
    }

    /// The release it behaves as.
    pub fn mode(&self) -> Result<Mode, Error> {
        settings::mode(&self.db())
    }

    /// Makes it behave as another release.
    pub fn set_mode(&self, mode: Mode) -> Result<(), Error> {
        settings::set_mode(&self.db(), mode)
    }

    /// What `/api/me` says to a pair without an app.
    pub fn orphan_answer(&self) -> Result<OrphanAnswer, Error> {
        settings::orphan_answer(&self.db())
    }

    /// Changes what `/api/me` says to a pair without an app.
    pub fn set_orphan_answer(&self, answer: OrphanAnswer) -> Result<(), Error> {
        settings::set_orphan_answer(&self.db(), answer)
    }

    /// Whether it is under maintenance.
    pub fn is_under_maintenance(&self) -> Result<bool, Error> {
        settings::is_under_maintenance(&self.db())
    }

    /// Switches maintenance on or off.
    pub fn set_maintenance(&self, on: bool) -> Result<(), Error> {
        settings::set_maintenance(&self.db(), on)
    }

    /// Puts its clock forward, so that sessions and tokens expire. Lasts until it is closed.
    pub fn advance_clock(&self, by: Duration) {
        self.inner.clock.advance(by);
    }

    /// Forgets everything and fills in the samples again.
    pub fn reset(&self) -> Result<(), Error> {
        let db = self.db();
        state::clear(&db)?;
        db.made.borrow_mut().clear();
        seed::fill(&db, self.inner.options.apps)?;
        apply(&db, &self.inner.options)?;
        drop(db);
        self.clear_faults();
        lock(&self.inner.history).clear();
        self.inner.clock.set_right();
        Ok(())
    }

    pub(crate) fn options(&self) -> &Options {
        &self.inner.options
    }

    pub(crate) fn db(&self) -> MutexGuard<'_, Db> {
        lock(&self.inner.db)
    }

    /// Milliseconds since 1970 by its own clock.
    pub(crate) fn now(&self) -> i64 {
        self.inner.clock.now()
    }

    pub(crate) fn faults_switched_on(&self) -> &Faults<Act> {
        &self.inner.faults
    }

    pub(crate) fn keep_request(&self, entry: HistoryEntry) {
        lock(&self.inner.history).add(entry);
    }
}

/// Stores what the options insist on.
fn apply(db: &Db, options: &Options) -> Result<(), Error> {
    if let Some(mode) = options.mode {
        settings::set_mode(db, mode)?;
    }
    if let Some(answer) = options.orphan_answer {
        settings::set_orphan_answer(db, answer)?;
    }
    Ok(())
}

/// A panic elsewhere leaves nothing half done that a practice server would have to protect.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
