//! The one plain thread that touches the keychain, replaced when it hangs.
//!
//! A plain thread, because keychain libraries block without limit while a prompt is open, and
//! some of them panic inside an async runtime. It is never joined: quitting must not wait for it.

use crate::Error;
use crate::vault::Vault;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use tokio::sync::oneshot;

/// Makes a vault, and tells the link how to end what it waits for.
pub(crate) type Open = dyn Fn(&Link) -> Result<Box<dyn Vault>, Error> + Send + Sync;

type Job = Box<dyn FnOnce(&mut Opened) + Send>;

/// Who asks the thread. Whoever holds it exclusively has the turn.
pub(crate) struct Owner {
    open: Arc<Open>,
    thread: Option<Thread>,
}

impl fmt::Debug for Owner {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Owner").finish_non_exhaustive()
    }
}

impl Owner {
    pub(crate) fn new(open: Arc<Open>) -> Self {
        Self { open, thread: None }
    }

    /// Has the thread do something with the vault. Dropping the future leaves the thread to
    /// itself, cut off from the keychain, and the next call gets a new one.
    pub(crate) async fn ask<T: Send + 'static>(
        &mut self,
        act: impl Fn(&mut dyn Vault) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let thread = match self.thread.take() {
            Some(thread) => thread,
            None => Thread::start(Arc::clone(&self.open))?,
        };
        let (reply, answer) = oneshot::channel();
        let job: Job = Box::new(move |opened| {
            // Nobody listens any more when the call was given up.
            drop(reply.send(opened.with(&act)));
        });
        if thread.jobs.send(job).is_err() {
            return Err(Error::broken("keychain thread has ended"));
        }
        let result = answer
            .await
            .map_err(|_| Error::broken("keychain thread has ended"))?;
        self.thread = Some(thread);
        result
    }
}

struct Thread {
    jobs: mpsc::Sender<Job>,
    link: Arc<Link>,
}

impl Thread {
    fn start(open: Arc<Open>) -> Result<Self, Error> {
        let (jobs, inbox) = mpsc::channel::<Job>();
        let link = Arc::new(Link::default());
        let own_link = Arc::clone(&link);
        thread::Builder::new()
            .name("keychain".to_owned())
            .spawn(move || {
                // The vault is made and dropped here; some are bound to their thread.
                let mut opened = Opened {
                    open,
                    link: own_link,
                    vault: None,
                };
                for job in inbox {
                    job(&mut opened);
                }
            })
            .map_err(|error| Error::broken(error.to_string()))?;
        Ok(Self { jobs, link })
    }
}

impl Drop for Thread {
    fn drop(&mut self) {
        self.link.cut();
    }
}

/// The thread's side: the vault, once it could be opened.
struct Opened {
    open: Arc<Open>,
    link: Arc<Link>,
    vault: Option<Box<dyn Vault>>,
}

impl Opened {
    fn with<T>(&mut self, act: impl Fn(&mut dyn Vault) -> Result<T, Error>) -> Result<T, Error> {
        let was_open = self.vault.is_some();
        match self.once(&act) {
            // The keychain may have been restarted since it was opened: every act may be done
            // twice, and a vault opened anew gives the honest answer.
            Err(Error::Absent | Error::Broken { .. }) if was_open && !self.link.is_cut() => {
                self.once(&act)
            }
            result => result,
        }
    }

    fn once<T>(&mut self, act: impl Fn(&mut dyn Vault) -> Result<T, Error>) -> Result<T, Error> {
        let mut vault = match self.vault.take() {
            Some(vault) => vault,
            None => (self.open)(&self.link)?,
        };
        let result = act(vault.as_mut());
        if !matches!(result, Err(Error::Absent | Error::Broken { .. })) {
            self.vault = Some(vault);
        }
        result
    }
}

/// The way to end, from outside, what the thread waits for.
#[derive(Default)]
pub(crate) struct Link(Mutex<Hold>);

#[derive(Default)]
struct Hold {
    is_cut: bool,
    end: Option<Box<dyn FnOnce() + Send>>,
}

impl Link {
    /// Says how to end it; done at once when the link is cut already.
    pub(crate) fn hold(&self, end: impl FnOnce() + Send + 'static) {
        let mut hold = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if hold.is_cut {
            drop(hold);
            end();
        } else {
            hold.end = Some(Box::new(end));
        }
    }

    fn cut(&self) {
        let mut hold = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        hold.is_cut = true;
        let end = hold.end.take();
        drop(hold);
        if let Some(end) = end {
            end();
        }
    }

    fn is_cut(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_cut
    }
}

#[cfg(test)]
#[path = "owner/tests.rs"]
mod tests;
