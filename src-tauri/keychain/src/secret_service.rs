//! The Secret Service of Linux desktops, as GNOME Keyring and its peers offer it.

use crate::owner::Link;
use crate::shortage::is_shortage;
use crate::vault::Vault;
use crate::{Entry, Error, State};
use keys::Secret;
use secret_service::blocking::{Collection, Item, SecretService};
use secret_service::{EncryptionType, Error as ServiceError};
use std::collections::HashMap;
use std::thread;
use zbus::DBusError as _;
use zbus::blocking::connection::Builder;
use zeroize::Zeroize as _;

/// Some services keep text only; everything stored here is text.
const CONTENT_TYPE: &str = "text/plain";

/// The label that other programs give a default collection they have to make.
const DEFAULT_LABEL: &str = "Default keyring";

/// A session with the Secret Service on one bus.
pub(crate) struct SecretServiceVault {
    service: SecretService<'static>,
}

impl SecretServiceVault {
    /// Connects. Closing the connection is how a hanging call is ended. Its prompt may stay on the
    /// screen: dismissing it by the book makes GNOME Keyring 42 abort on an assertion.
    pub(crate) fn open(bus_address: Option<&str>, link: &Link) -> Result<Self, Error> {
        let connection = match bus_address {
            Some(address) => Builder::address(address),
            None => Builder::session(),
        }
        .and_then(Builder::build)
        .map_err(|_| Error::Absent)?;
        let closing = connection.clone();
        link.hold(move || {
            // Elsewhere, because closing waits for a message that is being sent.
            drop(
                thread::Builder::new()
                    .name("keychain close".to_owned())
                    .spawn(move || closing.close()),
            );
        });
        let service =
            SecretService::connect_with_existing(EncryptionType::Dh, connection).map_err(judge)?;
        Ok(Self { service })
    }

    fn default_collection(&self) -> Result<Option<Collection<'_>>, Error> {
        match self.service.get_default_collection() {
            Ok(collection) => Ok(Some(collection)),
            Err(ServiceError::NoResult) => Ok(None),
            Err(error) => Err(judge(error)),
        }
    }

    fn open_default_collection(&self) -> Result<Collection<'_>, Error> {
        let Some(collection) = self.default_collection()? else {
            return self
                .service
                .create_collection(DEFAULT_LABEL, "default")
                .map_err(judge);
        };
        if collection.is_locked().map_err(judge)? {
            collection.unlock().map_err(judge)?;
        }
        Ok(collection)
    }

    fn search(&self, entry: &Entry) -> Result<Vec<Item<'_>>, Error> {
        let found = self
            .service
            .search_items(attributes(entry))
            .map_err(judge)?;
        if !found.locked.is_empty() {
            let locked: Vec<&Item<'_>> = found.locked.iter().collect();
            self.service.unlock_all(&locked).map_err(judge)?;
        }
        Ok(found.unlocked.into_iter().chain(found.locked).collect())
    }

    /// The items of that name. None only when the default collection is there and open: a search
    /// also comes back empty from a locked or missing one.
    fn find(&self, entry: &Entry) -> Result<Vec<Item<'_>>, Error> {
        let found = self.search(entry)?;
        if !found.is_empty() {
            return Ok(found);
        }
        let collection = self.default_collection()?.ok_or(Error::Locked)?;
        if !collection.is_locked().map_err(judge)? {
            return Ok(found);
        }
        collection.unlock().map_err(judge)?;
        self.search(entry)
    }
}

impl Vault for SecretServiceVault {
    fn store(&mut self, entry: &Entry, secret: &Secret) -> Result<(), Error> {
        let collection = self.open_default_collection()?;
        let found = self.search(entry)?;
        let secret = secret.expose().as_bytes();
        match found.as_slice() {
            [] => collection
                .create_item(entry.label(), attributes(entry), secret, true, CONTENT_TYPE)
                .map(drop),
            [item] => item.set_secret(secret, CONTENT_TYPE),
            _ => return Err(Error::Ambiguous),
        }
        .map_err(judge)
    }

    fn read(&mut self, entry: &Entry) -> Result<Option<Secret>, Error> {
        match self.find(entry)?.as_slice() {
            [] => Ok(None),
            [item] => text(item.get_secret().map_err(judge)?).map(Some),
            _ => Err(Error::Ambiguous),
        }
    }

    fn delete(&mut self, entry: &Entry) -> Result<bool, Error> {
        match self.find(entry)?.as_slice() {
            [] => Ok(false),
            [item] => item.delete().map(|()| true).map_err(judge),
            _ => Err(Error::Ambiguous),
        }
    }

    fn unlock(&mut self) -> Result<(), Error> {
        let collection = self.open_default_collection()?;
        if collection.is_locked().map_err(judge)? {
            return Err(Error::Locked);
        }
        Ok(())
    }

    fn probe(&mut self) -> Result<State, Error> {
        let Some(collection) = self.default_collection()? else {
            return Ok(State::Waiting);
        };
        Ok(if collection.is_locked().map_err(judge)? {
            State::Waiting
        } else {
            State::Ready
        })
    }
}

/// The names that keychain programs and `secret-tool` show and search.
fn attributes(entry: &Entry) -> HashMap<&str, &str> {
    HashMap::from([("service", entry.service()), ("username", entry.user())])
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

/// Sorts what the service answered by what a person can do about it.
fn judge(error: ServiceError) -> Error {
    match error {
        ServiceError::Locked | ServiceError::Prompt | ServiceError::NoResult => Error::Locked,
        ServiceError::Unavailable => Error::Absent,
        ServiceError::Zbus(error) => judge_bus(&error),
        ServiceError::ZbusFdo(error) => judge_name(error.name().as_str(), error.description()),
        ServiceError::Crypto(cause) => Error::broken(cause),
        other => judge_words(other.to_string()),
    }
}

fn judge_words(cause: String) -> Error {
    if is_shortage(&cause) {
        Error::full(cause)
    } else {
        Error::broken(cause)
    }
}

fn judge_bus(error: &zbus::Error) -> Error {
    match error {
        zbus::Error::MethodError(name, description, _) => {
            judge_name(name.as_str(), description.as_deref())
        }
        zbus::Error::FDO(error) => judge_name(error.name().as_str(), error.description()),
        other => judge_words(other.to_string()),
    }
}

fn judge_name(name: &str, description: Option<&str>) -> Error {
    const BUS: &str = "org.freedesktop.DBus.Error.";
    let cause = format!("{name}: {}", description.unwrap_or_default());
    match name.strip_prefix(BUS) {
        Some("ServiceUnknown" | "NameHasNoOwner") => Error::Absent,
        // The bus knows a service by that name and could not start it.
        Some(error) if error.starts_with("Spawn.") => Error::Absent,
        Some("AccessDenied") => Error::refused(cause),
        _ if name == "org.freedesktop.Secret.Error.IsLocked" => Error::Locked,
        _ => judge_words(cause),
    }
}
