//! Secrets held in memory because the keychain did not take them, until it does.

use crate::context::lock;
use crate::seen::{is_secret_of, put_into_keychain};
use crate::{Context, Error};
use keys::{KeyId, Secret};

impl Context {
    /// How many secrets are held in memory.
    pub fn held_secrets(&self) -> usize {
        lock(&self.held).len()
    }

    /// Whether a key's secret is held in memory only.
    pub fn is_held(&self, key: KeyId) -> bool {
        lock(&self.held).contains_key(&key)
    }

    pub(crate) fn hold(&self, key: KeyId, secret: Secret) {
        lock(&self.held).insert(key, secret);
    }

    pub(crate) fn held(&self, key: KeyId) -> Option<Secret> {
        lock(&self.held).get(&key).cloned()
    }

    pub(crate) fn let_go(&self, key: KeyId) {
        lock(&self.held).remove(&key);
    }
}

/// Offers every held secret to the keychain again; how many it took. Stops at its first refusal.
pub async fn store_held(context: &Context) -> Result<usize, Error> {
    let waiting: Vec<KeyId> = lock(&context.held).keys().copied().collect();
    let mut taken = 0;
    for id in waiting {
        let Some(secret) = context.held(id) else {
            continue;
        };
        let key = context.inventory.key(id)?;
        let Some(key) = key.filter(|key| is_secret_of(key, &secret)) else {
            // Forgotten, or changed on the server since.
            context.let_go(id);
            continue;
        };
        let connection = crate::session::connection(context, key.connection)?;
        put_into_keychain(context, &connection, &key, &secret).await?;
        taken += 1;
    }
    Ok(taken)
}
