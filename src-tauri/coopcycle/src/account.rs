//! Who is signed in.

use crate::{Error, Instance, json, pages::Needs};
use keys::Account;
use serde::Deserialize;

#[derive(Deserialize)]
struct Me {
    username: String,
    #[serde(default, deserialize_with = "json::items")]
    roles: Vec<String>,
}

impl Instance {
    /// Asks the server who is signed in, and with which roles.
    pub async fn account(&self) -> Result<Account, Error> {
        let me: Me = self.get_json("/api/me", Needs::Dispatcher).await?;
        Ok(Account {
            username: me.username,
            roles: me.roles,
        })
    }
}
