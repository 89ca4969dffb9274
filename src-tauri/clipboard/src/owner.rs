//! The one long-lived thread that owns the clipboard, replaced when it hangs.
//!
//! On Linux a copied text lives only as long as somebody serves it, Windows wants one thread at a
//! time, and a display server that hangs must not hang the window. The thread is never joined.

use crate::mark::Mark;
use crate::ways::Ways;
use crate::{Cleared, Error};
use keys::Secret;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::timeout;

/// How long the desktop may take.
const DEADLINE: Duration = Duration::from_secs(5);

/// Finds the ways to the clipboard; called on the thread.
pub(crate) type Find = dyn Fn() -> Ways + Send + Sync;

type Job = Box<dyn FnOnce(&mut Ways) + Send>;

/// Who asks the thread.
pub(crate) struct Owner {
    find: Arc<Find>,
    jobs: Mutex<Option<mpsc::Sender<Job>>>,
}

impl fmt::Debug for Owner {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Owner").finish_non_exhaustive()
    }
}

impl Owner {
    pub(crate) fn new(find: Arc<Find>) -> Self {
        Self {
            find,
            jobs: Mutex::new(None),
        }
    }

    /// Sets and reads back. A text that gets there after the deadline is taken away again,
    /// because the caller was told that it is not there.
    pub(crate) async fn copy(&self, text: Secret, mark: Mark) -> Result<bool, Error> {
        let (reply, answer) = oneshot::channel();
        self.send(Box::new(move |ways| {
            // Too late already: it would only replace what was copied since.
            if reply.is_closed() {
                return;
            }
            if let Err(Ok(_)) = reply.send(ways.copy(&text)) {
                drop(ways.clear_if(&mark));
            }
        }))?;
        self.receive(answer).await
    }

    /// Empties the clipboard if it still holds the marked text.
    pub(crate) async fn clear_if(&self, mark: Mark) -> Result<Cleared, Error> {
        let (reply, answer) = oneshot::channel();
        self.send(Box::new(move |ways| {
            // Nobody listens any more after the deadline.
            drop(reply.send(ways.clear_if(&mark)));
        }))?;
        self.receive(answer).await
    }

    /// The same, blocking, for the end of the program.
    pub(crate) fn clear_before(&self, mark: Mark, deadline: Duration) {
        let (reply, answer) = mpsc::channel();
        let sent = self.send(Box::new(move |ways| {
            drop(ways.clear_if(&mark));
            // Quitting may be over by now.
            reply.send(()).ok();
        }));
        if sent.is_ok() {
            // Nothing more can be done about a clipboard that does not answer.
            answer.recv_timeout(deadline).ok();
        }
    }

    fn send(&self, job: Job) -> Result<(), Error> {
        let mut jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        let unsent = match jobs.as_ref() {
            None => job,
            Some(sender) => match sender.send(job) {
                Ok(()) => return Ok(()),
                // The thread has ended, by a panic in the desktop's library.
                Err(mpsc::SendError(job)) => job,
            },
        };
        let sender = start(Arc::clone(&self.find))?;
        let sent = sender.send(unsent);
        *jobs = Some(sender);
        sent.map_err(|_| Error::unavailable("clipboard thread ended"))
    }

    async fn receive<T>(
        &self,
        mut answer: oneshot::Receiver<Result<T, Error>>,
    ) -> Result<T, Error> {
        let answered = if let Ok(answered) = timeout(DEADLINE, &mut answer).await {
            answered.map_err(|_| Error::unavailable("clipboard thread ended"))
        } else {
            // An answer on its way at the last moment still counts; a later one finds nobody.
            answer.close();
            answer.try_recv().map_err(|_| Error::TimedOut)
        };
        answered.unwrap_or_else(|error| {
            // The thread has ended or hangs: the next call gets a new one.
            *self.jobs.lock().unwrap_or_else(PoisonError::into_inner) = None;
            Err(error)
        })
    }
}

fn start(find: Arc<Find>) -> Result<mpsc::Sender<Job>, Error> {
    let (sender, jobs) = mpsc::channel::<Job>();
    thread::Builder::new()
        .name("clipboard".to_owned())
        .spawn(move || {
            let mut ways = find();
            for job in jobs {
                job(&mut ways);
            }
        })
        .map_err(|error| Error::unavailable(error.to_string()))?;
    Ok(sender)
}

#[cfg(test)]
#[path = "owner/tests.rs"]
mod tests;
