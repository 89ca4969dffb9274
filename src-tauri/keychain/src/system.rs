//! The keychain of the operating system: one owner thread, one call at a time, with a deadline.

use crate::owner::{Link, Owner};
use crate::patience::Patience;
use crate::vault::Vault;
use crate::{Entry, Error, State};
use keys::Secret;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, watch};

/// How the system's keychain is reached.
#[derive(Clone, Debug)]
pub struct SystemOptions {
    /// How long a call may take in all, waiting for its turn and for a person included.
    pub deadline: Duration,
    /// The D-Bus address to find the Secret Service on; the session's own when `None`. Linux only.
    pub bus_address: Option<String>,
}

impl Default for SystemOptions {
    fn default() -> Self {
        Self {
            deadline: Duration::from_secs(20),
            bus_address: None,
        }
    }
}

/// The keychain of this operating system and user. Clones share one thread and one state.
#[derive(Clone, Debug)]
pub struct System(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    patience: Patience,
    owner: Mutex<Owner>,
}

impl System {
    /// Prepares the way. Touches nothing until the first call.
    pub fn new(options: SystemOptions) -> Self {
        let SystemOptions {
            deadline,
            bus_address,
        } = options;
        Self(Arc::new(Inner {
            patience: Patience::new(deadline),
            owner: Mutex::new(Owner::new(Arc::new(move |link| {
                open(bus_address.as_deref(), link)
            }))),
        }))
    }

    pub(crate) async fn store(&self, entry: &Entry, secret: &Secret) -> Result<(), Error> {
        let (entry, secret) = (entry.clone(), secret.clone());
        self.ask(move |vault| vault.store(&entry, &secret)).await
    }

    pub(crate) async fn read(&self, entry: &Entry) -> Result<Option<Secret>, Error> {
        let entry = entry.clone();
        self.ask(move |vault| vault.read(&entry)).await
    }

    pub(crate) async fn delete(&self, entry: &Entry) -> Result<bool, Error> {
        let entry = entry.clone();
        self.ask(move |vault| vault.delete(&entry)).await
    }

    pub(crate) async fn unlock(&self) -> Result<(), Error> {
        self.ask(|vault| vault.unlock()).await
    }

    pub(crate) async fn probe(&self) -> State {
        let answer = async { self.0.owner.lock().await.ask(|vault| vault.probe()).await };
        // What came of it, an error too, is the state seen.
        drop(self.0.patience.wait_seeing(answer, |state| *state).await);
        *self.subscribe().borrow()
    }

    pub(crate) fn subscribe(&self) -> watch::Receiver<State> {
        self.0.patience.subscribe()
    }

    pub(crate) fn cancel(&self) {
        self.0.patience.cancel();
    }

    async fn ask<T: Send + 'static>(
        &self,
        act: impl Fn(&mut dyn Vault) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        self.0
            .patience
            .wait(async { self.0.owner.lock().await.ask(act).await })
            .await
    }
}

#[cfg(target_os = "linux")]
fn open(bus_address: Option<&str>, link: &Link) -> Result<Box<dyn Vault>, Error> {
    let vault = crate::secret_service::SecretServiceVault::open(bus_address, link)?;
    Ok(Box::new(vault))
}

#[cfg(any(target_os = "macos", target_os = "windows"))]
fn open(_bus_address: Option<&str>, _link: &Link) -> Result<Box<dyn Vault>, Error> {
    Ok(Box::new(crate::native::NativeVault::open()?))
}
