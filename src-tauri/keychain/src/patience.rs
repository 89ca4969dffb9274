//! How long a call is waited for, and what the window learns meanwhile.

use crate::{Error, State};
use std::pin::pin;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::sleep;

/// A keychain at rest answers within milliseconds; after this long a person is being asked.
const PROMPT_LIKELY: Duration = Duration::from_millis(300);

/// The deadline, the way to give up, and the state last seen.
#[derive(Debug)]
pub(crate) struct Patience {
    deadline: Duration,
    state: watch::Sender<State>,
    cancels: watch::Sender<()>,
}

impl Patience {
    pub(crate) fn new(deadline: Duration) -> Self {
        Self {
            deadline,
            state: watch::Sender::new(State::Unknown),
            cancels: watch::Sender::new(()),
        }
    }

    /// Waits for an answer until it comes, the deadline passes or the call is given up. The
    /// answer's future is dropped in each case.
    pub(crate) async fn wait<T>(
        &self,
        answer: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Error> {
        self.wait_seeing(answer, |_| State::Ready).await
    }

    /// The same, for an answer that itself tells the state.
    pub(crate) async fn wait_seeing<T>(
        &self,
        answer: impl Future<Output = Result<T, Error>>,
        seen: impl FnOnce(&T) -> State,
    ) -> Result<T, Error> {
        let result = self.outlast(answer).await;
        let state = match &result {
            Ok(answer) => Some(seen(answer)),
            Err(error) => State::after(error),
        };
        if let Some(state) = state {
            self.see(state);
        }
        result
    }

    async fn outlast<T>(&self, answer: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
        let mut cancels = self.cancels.subscribe();
        let mut answer = pin!(answer);
        let mut deadline = pin!(sleep(self.deadline));
        let mut prompt = pin!(sleep(PROMPT_LIKELY));
        let mut told = false;
        loop {
            tokio::select! {
                biased;
                result = &mut answer => return result,
                _ = cancels.changed() => return Err(Error::Cancelled),
                () = &mut deadline => return Err(Error::TimedOut),
                () = &mut prompt, if !told => {
                    told = true;
                    self.see(State::Waiting);
                }
            }
        }
    }

    fn see(&self, state: State) {
        self.state
            .send_if_modified(|seen| std::mem::replace(seen, state) != state);
    }

    pub(crate) fn subscribe(&self) -> watch::Receiver<State> {
        self.state.subscribe()
    }

    pub(crate) fn cancel(&self) {
        self.cancels.send_replace(());
    }
}

#[cfg(test)]
#[path = "patience/tests.rs"]
mod tests;
