//! Writes down what a person did.

use crate::copy::subject;
use crate::{Context, Error};
use keys::{Act, HistoryEntry, Key, Store};

impl Context {
    /// Writes down what the person did to a key.
    pub(crate) fn remember(&self, key: &Key, act: Act) -> Result<(), Error> {
        Ok(self.inventory.record(&self.line_of_key(key, act))?)
    }

    /// Writes down what was only seen of a key, done by nobody here.
    pub(crate) fn notice(&self, key: &Key, act: Act) -> Result<(), Error> {
        let line = HistoryEntry {
            who: String::new(),
            ..self.line_of_key(key, act)
        };
        Ok(self.inventory.record(&line)?)
    }

    /// The line that tells what the person did to a key.
    pub(crate) fn line_of_key(&self, key: &Key, act: Act) -> HistoryEntry {
        HistoryEntry {
            at: self.now(),
            who: self.who().to_owned(),
            act,
            connection: key.connection,
            key: Some(key.id),
            store: key.store,
            subject: subject(key),
        }
    }

    /// The line that tells what the person did to a Store.
    pub(crate) fn line_of_store(&self, store: &Store, act: Act) -> HistoryEntry {
        HistoryEntry {
            at: self.now(),
            who: self.who().to_owned(),
            act,
            connection: store.connection,
            key: None,
            store: Some(store.id),
            subject: store.name.clone(),
        }
    }
}
