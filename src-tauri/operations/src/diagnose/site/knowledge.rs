//! What the inventory knows of the consumer key that was entered.

use super::entered::Halves;
use crate::diagnose::knowledge::Print;
use crate::seen::is_secret_of;
use crate::{Context, Error};
use keys::{
    Cause, Connection, ConnectionId, ConsumerKey, Fix, Identifier, Key, KeyOwner, KeyType,
    Permission, Presence, Secret, ServerUrl, ending_of,
};

/// A consumer key of the inventory, with what matters here.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) key: Key,
    /// Its site's address.
    pub(crate) url: ServerUrl,
    /// How the secret that is looked at compares to ours.
    pub(crate) print: Print,
}

impl Known {
    pub(crate) fn new(key: Key, url: ServerUrl, secret: &Secret) -> Self {
        let print = if is_secret_of(&key, secret) {
            Print::Ours
        } else {
            Print::Other
        };
        Self { key, url, print }
    }

    /// Whether another secret than ours was entered. Of a key that nobody here ever held the secret
    /// of, any may be right.
    pub(crate) fn is_other_secret(&self) -> bool {
        self.key.secret.is_some() && self.print != Print::Ours
    }

    fn consumer(&self) -> Option<&ConsumerKey> {
        self.key.consumer.as_ref()
    }

    /// What its record promises.
    pub(crate) fn permission(&self) -> Option<Permission> {
        self.consumer().and_then(|consumer| consumer.permission)
    }

    pub(crate) fn is_owner_gone(&self) -> bool {
        let owner = self.consumer().and_then(|consumer| consumer.owner.as_ref());
        owner.is_some_and(KeyOwner::is_gone)
    }

    /// Whether it is the one with that Consumer key, as far as it is known.
    pub(crate) fn is_identifier(&self, identifier: Option<&Identifier>) -> bool {
        match (&self.key.identifier, identifier) {
            (Some(ours), Some(entered)) => ours == entered,
            (None, Some(entered)) => self
                .consumer()
                .is_some_and(|consumer| consumer.ending == ending_of(entered.as_str())),
            (_, None) => false,
        }
    }

    /// Whether the right values are here to be copied.
    fn can_copy(&self) -> bool {
        self.key.identifier.is_some() && self.key.is_secret_stored()
    }

    /// A permission is changed on the site, by who may.
    pub(crate) fn permission_fix(&self) -> Option<Fix> {
        let may_change = self.consumer().is_some_and(|consumer| consumer.may_change);
        (may_change && self.is_there()).then_some(Fix::ChangePermission)
    }

    /// A second key takes the place of this one.
    pub(crate) fn rotation_fix(&self) -> Option<Fix> {
        self.is_there().then_some(Fix::Rotate)
    }

    pub(crate) fn is_there(&self) -> bool {
        self.key.presence == Presence::OnServer && self.key.server_id.is_known()
    }

    fn is_lost(&self) -> bool {
        self.consumer().is_some_and(|consumer| consumer.secret_lost)
    }

    /// What mends a secret that the site refuses.
    pub(crate) fn secret_fix(&self) -> Option<Fix> {
        match self.print {
            _ if self.is_lost() => Some(Fix::Remake),
            // Ours is wrong, and the site never shows the right one.
            Print::Ours => self.rotation_fix(),
            Print::Offered | Print::Other => self.copy_fix(),
        }
    }

    /// The right values can be copied where we hold them.
    pub(crate) fn copy_fix(&self) -> Option<Fix> {
        self.can_copy().then_some(Fix::CopyInTurn)
    }

    /// The key is gone, which the next look at the list records.
    pub(crate) fn revoked(&self) -> (Cause, Option<Fix>) {
        (Cause::Revoked, self.is_there().then_some(Fix::Refresh))
    }
}

/// Finds the key meant by the halves, on the site that was entered before any other.
pub(crate) fn of_halves(
    context: &Context,
    halves: &Halves,
    connections: &[Connection],
    entered: Option<ConnectionId>,
) -> Result<Option<Known>, Error> {
    let mut sites: Vec<&Connection> = connections
        .iter()
        .filter(|connection| connection.kind.is_site())
        .collect();
    sites.sort_by_key(|connection| Some(connection.id) != entered);
    let identifier = halves.identifier();
    let found = |connection: &Connection, key| {
        Some(Known::new(key, connection.url.clone(), halves.secret()))
    };
    if let Some(identifier) = &identifier {
        for connection in &sites {
            let key = context
                .inventory
                .key_by_identifier(connection.id, identifier)?;
            if let Some(key) = key {
                return Ok(found(connection, key));
            }
        }
    }
    if !halves.secret().is_empty() {
        for connection in &sites {
            let keys = context.inventory.keys(connection.id)?;
            let mut consumers = keys
                .into_iter()
                .filter(|key| key.key_type == KeyType::Consumer);
            if let Some(key) = consumers.find(|key| is_secret_of(key, halves.secret())) {
                return Ok(found(connection, key));
            }
        }
    }
    // Seven characters tell on that site only, and of a whole Consumer key.
    let (Some(identifier), Some(id), true) = (&identifier, entered, halves.is_key_shaped()) else {
        return Ok(None);
    };
    let key = context
        .inventory
        .key_by_ending(id, &ending_of(identifier.as_str()))?;
    let key = key.filter(|key| key.identifier.is_none());
    let connection = sites.iter().find(|connection| connection.id == id);
    Ok(key
        .zip(connection)
        .and_then(|(key, connection)| found(connection, key)))
}
