//! What we know about whether a record is still true and whether a key works.

use crate::{KeyOwner, KeyType, Scope};

/// Whether the server still has what a record describes. Records are marked, never deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// The last complete refresh saw it.
    OnServer,
    /// The last complete refresh did not.
    Gone,
}

/// The outcome of checking a key against its server (contract 6.5; on a site, contract 7.5).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum CheckResult {
    /// It opens the Store it belongs to, or everything it is meant to open.
    Works,
    /// It works, but opens another Store; with that Store's name or server path.
    OpensAnotherStore(String),
    /// The pair is right, but a shop plugin's scope is missing.
    LacksDeliveries,
    /// The pair is right and unrestricted: it was made without any scope.
    Unrestricted,
    /// The server does not accept the secret we hold.
    Refused,
    /// The pair still gets tokens, but no app belongs to it: its page was saved on the server.
    Replaced,
    /// No CoopCycle instance, or no WooCommerce, answers at the address.
    WrongInstance,
    /// The site does not recognise the consumer key: it was revoked, or does not reach the site.
    NotRecognised,
    /// The consumer key is right, but its owner may not manage the shop.
    OwnerLacksRight,
    /// The site answers over plain http, where a consumer key must not go.
    PlainHttp,
    /// The site has plain permalinks, behind which consumer keys are not recognised.
    PlainPermalinks,
}

/// The state of a key, as the list shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyStatus {
    /// Checked, and it works.
    Works,
    /// Checked; it works, but opens another Store.
    OpensAnotherStore,
    /// Checked; the deliveries scope is missing.
    LacksDeliveries,
    /// Checked; it may do everything.
    Unrestricted,
    /// Checked; the secret is not accepted any more.
    Refused,
    /// An edit on the server replaced the pair.
    Replaced,
    /// Somebody else renewed the Secret; ours is kept until it is proved dead.
    RenewedElsewhere,
    /// Checked; another kind of server answers.
    WrongInstance,
    /// The server has no such key any more.
    Gone,
    /// The server has its Store no more.
    StoreGone,
    /// The site does not recognise the consumer key.
    NotRecognised,
    /// The owner of the consumer key may not manage the shop.
    OwnerLacksRight,
    /// The owner of the consumer key was deleted.
    OwnerGone,
    /// The site answers over plain http.
    PlainHttp,
    /// The site has plain permalinks.
    PlainPermalinks,
    /// Its secret is not in the keychain.
    SecretMissing,
    /// A consumer key whose secret nobody here ever held: the site shows it once, to its maker.
    NotHeld,
    /// The last check did not reach the server; what was known before stays on record.
    Unreachable,
    /// Not checked yet.
    NotChecked,
}

impl KeyStatus {
    /// What a key is whose check found that, and of which nothing else is known.
    pub fn of_check(result: &CheckResult) -> Self {
        match result {
            CheckResult::Works => Self::Works,
            CheckResult::OpensAnotherStore(_) => Self::OpensAnotherStore,
            CheckResult::LacksDeliveries => Self::LacksDeliveries,
            CheckResult::Unrestricted => Self::Unrestricted,
            CheckResult::Refused => Self::Refused,
            CheckResult::Replaced => Self::Replaced,
            CheckResult::WrongInstance => Self::WrongInstance,
            CheckResult::NotRecognised => Self::NotRecognised,
            CheckResult::OwnerLacksRight => Self::OwnerLacksRight,
            CheckResult::PlainHttp => Self::PlainHttp,
            CheckResult::PlainPermalinks => Self::PlainPermalinks,
        }
    }

    /// Whether a person should look at it.
    pub fn needs_attention(self) -> bool {
        !matches!(
            self,
            Self::Works | Self::Unreachable | Self::NotChecked | Self::NotHeld
        )
    }
}

impl crate::Key {
    /// Whether the record tells that the secret is in the keychain.
    pub fn is_secret_stored(&self) -> bool {
        let secret = self.secret.as_ref();
        secret.is_some_and(|secret| secret.stored_at.is_some())
    }

    /// Whether it may do everything, or every order or task of the co-op is open to it.
    pub fn is_too_open(&self) -> bool {
        let scopes = self.scopes.as_deref();
        self.key_type == KeyType::OAuth && scopes.is_some_and(<[Scope]>::is_empty)
            || self.status() == KeyStatus::Unrestricted
            || scopes.is_some_and(|scopes| {
                scopes.contains(&Scope::OrdersAll) || scopes.contains(&Scope::TasksAll)
            })
    }

    /// The one state to show: what is gone or missing comes before what was checked.
    pub fn status(&self) -> KeyStatus {
        match self.known_status() {
            KeyStatus::Gone
            | KeyStatus::StoreGone
            | KeyStatus::Replaced
            | KeyStatus::RenewedElsewhere
            | KeyStatus::OwnerGone
            | KeyStatus::SecretMissing
            | KeyStatus::NotHeld => self.known_status(),
            _ if self.unreached_at.is_some() => KeyStatus::Unreachable,
            known => known,
        }
    }

    /// The same without regard to whether the server was reached last time.
    pub fn known_status(&self) -> KeyStatus {
        if self.presence == Presence::Gone {
            return KeyStatus::Gone;
        }
        if self.store_gone {
            return KeyStatus::StoreGone;
        }
        if let Some(offer) = &self.offered {
            return if offer.is_replacement(self) {
                KeyStatus::Replaced
            } else {
                KeyStatus::RenewedElsewhere
            };
        }
        if let Some(consumer) = &self.consumer {
            if consumer.owner.as_ref().is_some_and(KeyOwner::is_gone) {
                return KeyStatus::OwnerGone;
            }
            if self.secret.is_none() && !consumer.secret_lost {
                return KeyStatus::NotHeld;
            }
        }
        if !self.is_secret_stored() {
            return KeyStatus::SecretMissing;
        }
        match &self.check {
            None => KeyStatus::NotChecked,
            Some((result, _)) => KeyStatus::of_check(result),
        }
    }
}
