//! What we have on the clipboard, until when, and the task that takes it away in time.

use crate::countdown::Countdown;
use crate::mark::Mark;
use crate::memory::Pad;
use crate::owner::Owner;
use crate::{Cleared, Copied, Error, Holding, Keep};
use keys::Secret;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, sleep, sleep_until};

/// How long quitting waits for the desktop.
const QUIT_DEADLINE: Duration = Duration::from_secs(1);

/// A clipboard may be in another program's hands for a moment when the time is over.
const CLEAR_TRIES: u32 = 5;
const CLEAR_PAUSE: Duration = Duration::from_secs(1);

/// Where texts go.
#[derive(Debug)]
pub(crate) enum Backend {
    /// The thread that owns the desktop's clipboard.
    Thread(Owner),
    /// Memory of this process.
    Memory(Arc<Pad>),
}

impl Backend {
    async fn copy(&self, text: Secret, mark: Mark) -> Result<bool, Error> {
        match self {
            Self::Thread(owner) => owner.copy(text, mark).await,
            Self::Memory(pad) => pad.copy(&text),
        }
    }

    async fn clear_if(&self, mark: Mark) -> Result<Cleared, Error> {
        match self {
            Self::Thread(owner) => owner.clear_if(mark).await,
            Self::Memory(pad) => pad.clear_if(&mark),
        }
    }

    fn clear_before(&self, mark: Mark, deadline: Duration) {
        match self {
            Self::Thread(owner) => owner.clear_before(mark, deadline),
            Self::Memory(pad) => drop(pad.clear_if(&mark)),
        }
    }
}

/// One clipboard and what we have on it.
#[derive(Debug)]
pub(crate) struct Desk {
    backend: Backend,
    /// Held through every change of the clipboard, so that a late clearing meets no new copy.
    turn: tokio::sync::Mutex<()>,
    held: Mutex<Option<Held>>,
    holding: watch::Sender<Holding>,
}

#[derive(Clone, Debug)]
struct Held {
    mark: Mark,
    countdown: Countdown,
}

impl Desk {
    pub(crate) fn new(backend: Backend) -> Self {
        Self {
            backend,
            turn: tokio::sync::Mutex::new(()),
            held: Mutex::new(None),
            holding: watch::Sender::new(Holding::Nothing),
        }
    }

    /// Copies in a task of its own: a caller that goes away half-way must not leave a text on the
    /// clipboard that nobody takes off.
    pub(crate) async fn copy(self: &Arc<Self>, text: &Secret, keep: Keep) -> Result<Copied, Error> {
        let (desk, text) = (Arc::clone(self), text.clone());
        tokio::spawn(async move { desk.copy_now(text, keep).await })
            .await
            .unwrap_or_else(|error| Err(Error::unavailable(error.to_string())))
    }

    async fn copy_now(self: Arc<Self>, text: Secret, keep: Keep) -> Result<Copied, Error> {
        let turn = self.turn.lock().await;
        let mark = Mark::of(text.expose())?;
        let hidden_from_history = self.backend.copy(text, mark.clone()).await?;
        let countdown = Countdown::start(keep, Instant::now());
        self.hold(Some(Held {
            mark: mark.clone(),
            countdown,
        }));
        drop(turn);
        if countdown.ends().is_some() {
            tokio::spawn(self.clear_in_time(mark));
        }
        Ok(Copied {
            hidden_from_history,
            clears_after: match keep {
                Keep::For(time) => countdown.ends().map(|_| time),
                Keep::Forever => None,
            },
        })
    }

    pub(crate) async fn clear(self: &Arc<Self>) -> Result<Cleared, Error> {
        let desk = Arc::clone(self);
        tokio::spawn(async move { desk.clear_now().await })
            .await
            .unwrap_or_else(|error| Err(Error::unavailable(error.to_string())))
    }

    async fn clear_now(&self) -> Result<Cleared, Error> {
        let _turn = self.turn.lock().await;
        let Some(mark) = self.held().as_ref().map(|held| held.mark.clone()) else {
            return Ok(Cleared::Nothing);
        };
        let cleared = self.backend.clear_if(mark).await?;
        self.hold(None);
        Ok(cleared)
    }

    /// Waits until the time of one copy is over, however often it is extended, and clears it.
    /// Ends early when another copy or a clearing took its place.
    async fn clear_in_time(self: Arc<Self>, mark: Mark) {
        let mut tries = 0;
        loop {
            self.outlast(&mark).await;
            let turn = self.turn.lock().await;
            let Some(countdown) = self.countdown_of(&mark) else {
                return;
            };
            if !countdown.is_over(Instant::now()) {
                continue;
            }
            if self.backend.clear_if(mark.clone()).await.is_ok() {
                self.hold(None);
                return;
            }
            drop(turn);
            tries += 1;
            if tries == CLEAR_TRIES {
                self.holding.send_replace(Holding::NotCleared);
                return;
            }
            sleep(CLEAR_PAUSE).await;
        }
    }

    /// Waits until the countdown of one copy is over or is no more.
    async fn outlast(&self, mark: &Mark) {
        let mut changes = self.holding.subscribe();
        while let Some(ends) = self.countdown_of(mark).and_then(Countdown::ends) {
            tokio::select! {
                () = sleep_until(ends) => return,
                _ = changes.changed() => {}
            }
        }
    }

    pub(crate) fn extend(&self, by: Duration) -> Option<Duration> {
        let now = Instant::now();
        let mut held = self.held();
        let held = held.as_mut()?;
        held.countdown = held.countdown.extend(by, now)?;
        self.holding.send_replace(held.countdown.as_holding());
        held.countdown.left(now)
    }

    pub(crate) fn left(&self) -> Option<Duration> {
        self.held().as_ref()?.countdown.left(Instant::now())
    }

    pub(crate) fn subscribe(&self) -> watch::Receiver<Holding> {
        self.holding.subscribe()
    }

    pub(crate) fn clear_on_quit(&self) {
        let held = self.held().take();
        if let Some(held) = held {
            self.backend.clear_before(held.mark, QUIT_DEADLINE);
            self.holding.send_replace(Holding::Nothing);
        }
    }

    fn hold(&self, held: Option<Held>) {
        let holding = held
            .as_ref()
            .map_or(Holding::Nothing, |held| held.countdown.as_holding());
        *self.held() = held;
        self.holding.send_replace(holding);
    }

    fn countdown_of(&self, mark: &Mark) -> Option<Countdown> {
        self.held()
            .as_ref()
            .filter(|held| held.mark == *mark)
            .map(|held| held.countdown)
    }

    fn held(&self) -> MutexGuard<'_, Option<Held>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
#[path = "desk/tests.rs"]
mod tests;
