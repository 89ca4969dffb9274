//! The keychains of macOS and Windows, through the credential interface they share.

use crate::shortage::is_shortage;
use crate::vault::Vault;
use crate::{Entry, Error, State};
use keyring_core::api::CredentialStore;
use keyring_core::error::Error as StoreError;
use keys::Secret;
use std::collections::HashMap;
use std::sync::Arc;
use zeroize::Zeroize as _;

/// What an entry is told beside service and user.
type Modifiers = fn(&Entry) -> HashMap<&'static str, String>;

/// The credential store of the signed-in person.
pub(crate) struct NativeVault {
    store: Arc<CredentialStore>,
    modifiers: Modifiers,
}

impl NativeVault {
    /// The login keychain.
    #[cfg(target_os = "macos")]
    pub(crate) fn open() -> Result<Self, Error> {
        let store = apple_native_keyring_store::keychain::Store::new().map_err(judge)?;
        Ok(Self {
            store,
            modifiers: |_| HashMap::new(),
        })
    }

    /// Credential Manager.
    #[cfg(target_os = "windows")]
    pub(crate) fn open() -> Result<Self, Error> {
        let store = windows_native_keyring_store::Store::new().map_err(judge)?;
        Ok(Self {
            store,
            modifiers: windows_modifiers,
        })
    }

    fn credential(&self, entry: &Entry) -> Result<keyring_core::Entry, Error> {
        let modifiers = (self.modifiers)(entry);
        let modifiers: HashMap<&str, &str> = modifiers
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        self.store
            .build(entry.service(), entry.user(), Some(&modifiers))
            .map_err(judge)
    }
}

/// Credentials stay on this machine instead of roaming with the account, and carry a target of
/// our own: the usual `user.service` could clash with another program's.
#[cfg(any(test, target_os = "windows"))]
fn windows_modifiers(entry: &Entry) -> HashMap<&'static str, String> {
    HashMap::from([
        ("target", format!("{}: {}", entry.service(), entry.user())),
        ("persistence", "Local".to_owned()),
    ])
}

impl Vault for NativeVault {
    fn store(&mut self, entry: &Entry, secret: &Secret) -> Result<(), Error> {
        self.credential(entry)?
            .set_secret(secret.expose().as_bytes())
            .map_err(judge)
    }

    fn read(&mut self, entry: &Entry) -> Result<Option<Secret>, Error> {
        match self.credential(entry)?.get_secret() {
            Ok(bytes) => text(bytes).map(Some),
            Err(StoreError::NoEntry) => Ok(None),
            Err(error) => Err(judge(error)),
        }
    }

    fn delete(&mut self, entry: &Entry) -> Result<bool, Error> {
        match self.credential(entry)?.delete_credential() {
            Ok(()) => Ok(true),
            Err(StoreError::NoEntry) => Ok(false),
            Err(error) => Err(judge(error)),
        }
    }

    /// Both systems open their keychain by themselves, at the first call that needs it.
    fn unlock(&mut self) -> Result<(), Error> {
        Ok(())
    }

    fn probe(&mut self) -> Result<State, Error> {
        Ok(State::Ready)
    }
}

fn text(bytes: Vec<u8>) -> Result<Secret, Error> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Secret::new(text)),
        Err(error) => {
            error.into_bytes().zeroize();
            Err(Error::broken("entry holds no text"))
        }
    }
}

/// Sorts what the store answered, without the values: some of them are the secret's bytes.
fn judge(error: StoreError) -> Error {
    match error {
        StoreError::BadEncoding(mut bytes) => {
            bytes.zeroize();
            Error::broken("entry holds no text")
        }
        StoreError::BadDataFormat(mut bytes, _) => {
            bytes.zeroize();
            Error::broken("entry is malformed")
        }
        StoreError::NoStorageAccess(cause) => Error::refused(cause.to_string()),
        StoreError::PlatformFailure(cause) if is_denial(cause.as_ref()) => {
            Error::refused(cause.to_string())
        }
        StoreError::PlatformFailure(cause)
            if is_disk_full(cause.as_ref()) || is_shortage(&cause.to_string()) =>
        {
            Error::full(cause.to_string())
        }
        StoreError::PlatformFailure(cause) => Error::broken(cause.to_string()),
        StoreError::TooLong(_, limit) => Error::TooLong { limit },
        StoreError::Ambiguous(_) => Error::Ambiguous,
        StoreError::NoDefaultStore => Error::Absent,
        StoreError::NoEntry => Error::broken("entry has gone"),
        StoreError::Invalid(what, why) => Error::broken(format!("{what} {why}")),
        StoreError::BadStoreFormat(why) | StoreError::NotSupportedByStore(why) => {
            Error::broken(why)
        }
        _ => Error::broken("unknown failure"),
    }
}

/// Whether the person or the system said no: the macOS store files these under failures.
#[cfg(target_os = "macos")]
fn is_denial(cause: &(dyn std::error::Error + Send + Sync + 'static)) -> bool {
    const USER_CANCELED: i32 = -128;
    const AUTH_FAILED: i32 = -25293;
    const INTERACTION_NOT_ALLOWED: i32 = -25308;
    cause
        .downcast_ref::<security_framework::base::Error>()
        .is_some_and(|error| {
            matches!(
                error.code(),
                USER_CANCELED | AUTH_FAILED | INTERACTION_NOT_ALLOWED
            )
        })
}

/// Whether macOS found no room: it says so in the language of the session, but by number too.
#[cfg(target_os = "macos")]
fn is_disk_full(cause: &(dyn std::error::Error + Send + Sync + 'static)) -> bool {
    const DISK_FULL: i32 = -34;
    const QUOTA_EXCEEDED: i32 = -67596;
    cause
        .downcast_ref::<security_framework::base::Error>()
        .is_some_and(|error| matches!(error.code(), DISK_FULL | QUOTA_EXCEEDED))
}

#[cfg(not(target_os = "macos"))]
fn is_disk_full(_cause: &(dyn std::error::Error + Send + Sync + 'static)) -> bool {
    false
}

#[cfg(not(target_os = "macos"))]
fn is_denial(_cause: &(dyn std::error::Error + Send + Sync + 'static)) -> bool {
    false
}

#[cfg(test)]
#[path = "native/tests.rs"]
mod tests;
