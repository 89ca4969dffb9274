//! A keychain in memory, with the troubles of a real one at the turn of a switch.

use crate::patience::Patience;
use crate::{Entry, Error, State};
use keys::Secret;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::future::pending;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::watch;

/// What is wrong with a keychain in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trouble {
    /// Locked, and the person dismisses every prompt.
    Locked,
    /// There is none.
    Absent,
    /// Access is denied.
    Refusing,
    /// A prompt is open that nobody answers.
    Hanging,
    /// There is no room for another secret; the others can be read and deleted.
    Full,
}

/// Where a call stands still for ever, as when the program is killed there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    Before(u64),
    After(u64),
}

/// Secrets in the memory of this process. Clones share them.
#[derive(Clone, Debug)]
pub struct Memory(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    patience: Patience,
    content: Mutex<Content>,
    calls: watch::Sender<u64>,
    stopped: watch::Sender<bool>,
}

#[derive(Debug, Default)]
struct Content {
    secrets: HashMap<Entry, Secret>,
    trouble: Option<Trouble>,
    schedule: VecDeque<Option<Trouble>>,
    struck: BTreeMap<Trouble, u64>,
    stop: Option<Stop>,
}

impl Default for Memory {
    fn default() -> Self {
        Self::new()
    }
}

impl Memory {
    /// An empty one without trouble; a hanging call ends after 20 seconds.
    pub fn new() -> Self {
        Self(Arc::new(Inner {
            patience: Patience::new(Duration::from_secs(20)),
            content: Mutex::default(),
            calls: watch::Sender::default(),
            stopped: watch::Sender::default(),
        }))
    }

    /// Sets the trouble of every later call, or ends it.
    pub fn set_trouble(&self, trouble: Option<Trouble>) {
        self.content().trouble = trouble;
    }

    /// Sets the trouble of the next calls, one each; afterwards [`Memory::set_trouble`] holds
    /// again.
    pub fn schedule(&self, troubles: Vec<Option<Trouble>>) {
        self.content().schedule = troubles.into();
    }

    /// How often each trouble struck.
    pub fn struck(&self) -> BTreeMap<Trouble, u64> {
        self.content().struck.clone()
    }

    /// How many calls there were.
    pub fn calls(&self) -> u64 {
        *self.0.calls.borrow()
    }

    /// The number of calls, told before each takes effect.
    pub fn subscribe_calls(&self) -> watch::Receiver<u64> {
        self.0.calls.subscribe()
    }

    /// Makes the call of that number, as [`Memory::calls`] counts, stand still for ever before it
    /// takes effect, whatever the deadline.
    pub fn stop_at(&self, call: u64) {
        self.set_stop(Some(Stop::Before(call)));
    }

    /// The same, once the call has taken effect.
    pub fn stop_after(&self, call: u64) {
        self.set_stop(Some(Stop::After(call)));
    }

    /// Lets later calls go on. One that stands still already does so until it is dropped.
    pub fn go_on(&self) {
        self.set_stop(None);
    }

    /// Whether a call stands still; told before it does.
    pub fn stopped(&self) -> watch::Receiver<bool> {
        self.0.stopped.subscribe()
    }

    /// The names under which secrets rest, in no order.
    pub fn entries(&self) -> Vec<Entry> {
        self.content().secrets.keys().cloned().collect()
    }

    /// The secret under an entry, whatever the trouble. No call of the program's.
    pub fn read_now(&self, entry: &Entry) -> Option<Secret> {
        self.content().secrets.get(entry).cloned()
    }

    /// Removes an entry as another program would; whether there was one.
    pub fn forget(&self, entry: &Entry) -> bool {
        self.content().secrets.remove(entry).is_some()
    }

    /// Puts something else under an entry as another program would.
    pub fn overwrite(&self, entry: &Entry, secret: Secret) {
        self.content().secrets.insert(entry.clone(), secret);
    }

    fn set_stop(&self, stop: Option<Stop>) {
        self.content().stop = stop;
        self.0.stopped.send_replace(false);
    }

    fn content(&self) -> MutexGuard<'_, Content> {
        self.0
            .content
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts the call, and takes the trouble it is to meet.
    fn begin(&self, stores: bool) -> (u64, Option<Trouble>) {
        let mut content = self.content();
        self.0.calls.send_modify(|calls| *calls += 1);
        let due = content.schedule.pop_front().unwrap_or(content.trouble);
        let due = due.filter(|trouble| *trouble != Trouble::Full || stores);
        if let Some(trouble) = due {
            *content.struck.entry(trouble).or_default() += 1;
        }
        (self.calls(), due)
    }

    async fn stand_still_at(&self, place: Stop) {
        // Used up as it is met: whoever comes after a restart counts on.
        let is_here = self.content().stop.take_if(|stop| *stop == place).is_some();
        if is_here {
            self.0.stopped.send_replace(true);
            pending::<()>().await;
        }
    }

    async fn ask<T>(&self, stores: bool, act: impl FnOnce(&mut Content) -> T) -> Result<T, Error> {
        let (call, trouble) = self.begin(stores);
        self.stand_still_at(Stop::Before(call)).await;
        let answer = async {
            match trouble {
                None => Ok(act(&mut self.content())),
                Some(Trouble::Locked) => Err(Error::Locked),
                Some(Trouble::Absent) => Err(Error::Absent),
                Some(Trouble::Refusing) => Err(Error::refused("switched on")),
                Some(Trouble::Full) => Err(Error::full("switched on")),
                Some(Trouble::Hanging) => pending().await,
            }
        };
        let result = self.0.patience.wait(answer).await;
        self.stand_still_at(Stop::After(call)).await;
        result
    }

    pub(crate) async fn store(&self, entry: &Entry, secret: &Secret) -> Result<(), Error> {
        self.ask(true, |content| {
            content.secrets.insert(entry.clone(), secret.clone());
        })
        .await
    }

    pub(crate) async fn read(&self, entry: &Entry) -> Result<Option<Secret>, Error> {
        self.ask(false, |content| content.secrets.get(entry).cloned())
            .await
    }

    pub(crate) async fn delete(&self, entry: &Entry) -> Result<bool, Error> {
        self.ask(false, |content| content.secrets.remove(entry).is_some())
            .await
    }

    pub(crate) async fn unlock(&self) -> Result<(), Error> {
        self.ask(false, |_| ()).await
    }

    pub(crate) async fn probe(&self) -> State {
        // Whatever came of it was seen while waiting for it.
        drop(self.ask(false, |_| ()).await);
        *self.subscribe().borrow()
    }

    pub(crate) fn subscribe(&self) -> watch::Receiver<State> {
        self.0.patience.subscribe()
    }

    pub(crate) fn cancel(&self) {
        self.0.patience.cancel();
    }
}

#[cfg(test)]
#[path = "memory/tests.rs"]
mod tests;
