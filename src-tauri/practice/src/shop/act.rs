//! What another administrator, the operator or a shop's developer does at the same time.

use serde::{Deserialize, Serialize};

use super::mode::ShopMode;
use super::options::{Permalinks, ShopLanguage};
use super::records::consumer_keys::{self, Permission};
use super::records::people::{self, ShopRole, ShopUser};
use super::records::{Records, sessions, settings};
use super::seed;
use crate::error::Error;

/// What somebody else does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum ShopAct {
    /// Makes a key.
    CreateKey {
        /// Its description.
        #[serde(default)]
        description: Option<String>,
        /// The number of its owner; the first administrator when absent.
        #[serde(default)]
        owner: Option<i64>,
        /// What it may do; reading when absent.
        #[serde(default)]
        permission: Permission,
    },
    /// Revokes a key.
    RevokeKey {
        /// Its number.
        id: i64,
    },
    /// Revokes the newest key.
    RevokeNewest,
    /// Changes a key.
    EditKey {
        /// Its number.
        id: i64,
        /// What it may do from now on; stays when absent.
        #[serde(default)]
        permission: Option<Permission>,
        /// Its new description; stays when absent.
        #[serde(default)]
        description: Option<String>,
    },
    /// A request of the shop's developer arrives with a key, which moves its last access.
    UseKey {
        /// Its number.
        id: i64,
    },
    /// Makes so many keys, of mixed owners and permissions.
    AddKeys {
        /// How many.
        count: usize,
    },
    /// Deletes a person; the keys stay without an owner.
    DeleteUser {
        /// The person's number.
        id: i64,
    },
    /// Makes a person something else.
    ChangeRole {
        /// The person's number.
        id: i64,
        /// What they are from now on.
        role: ShopRole,
    },
    /// Gives a person another language.
    SetLanguage {
        /// The person's number.
        id: i64,
        /// Their own language from now on; the site's when absent.
        #[serde(default)]
        language: Option<ShopLanguage>,
    },
    /// Changes how many keys a page of the list shows a person.
    SetKeysPerPage {
        /// The person's number.
        id: i64,
        /// How many.
        rows: u16,
    },
    /// Changes what the site's addresses look like.
    SetPermalinks {
        /// To this.
        permalinks: Permalinks,
    },
    /// Ends every session.
    ExpireSessions,
}

impl ShopAct {
    /// Does it.
    pub(crate) fn perform(&self, records: &Records, now: i64) -> Result<(), Error> {
        match self {
            Self::CreateKey {
                description,
                owner,
                permission,
            } => {
                let description = description.as_deref().unwrap_or("Made by another admin");
                let owner = owner.unwrap_or(seed::FIRST_ADMINISTRATOR);
                consumer_keys::create(records, owner, description, *permission, None)?;
            }
            Self::RevokeKey { id } => found(consumer_keys::revoke(records, *id)?, "key")?,
            Self::RevokeNewest => {
                let id = consumer_keys::newest(records)?.ok_or(Error::Unknown("key"))?;
                consumer_keys::revoke(records, id)?;
            }
            Self::EditKey {
                id,
                permission,
                description,
            } => {
                let key = consumer_keys::find(records, *id)?.ok_or(Error::Unknown("key"))?;
                let description = description.as_ref().unwrap_or(&key.description);
                let permission = permission.unwrap_or(key.permission);
                consumer_keys::update(records, *id, key.owner, description, permission)?;
            }
            Self::UseKey { id } => {
                let key = consumer_keys::find(records, *id)?.ok_or(Error::Unknown("key"))?;
                consumer_keys::touch(records, key.id, now)?;
            }
            Self::AddKeys { count } => seed::add_keys(records, *count, now)?,
            Self::DeleteUser { id } => found(people::delete(records, *id)?, "user")?,
            Self::ChangeRole { id, role } => change(records, *id, |user| user.role = *role)?,
            Self::SetLanguage { id, language } => {
                change(records, *id, |user| user.language = *language)?;
            }
            Self::SetKeysPerPage { id, rows } => {
                change(records, *id, |user| {
                    user.keys_per_page = i64::from(*rows).max(1);
                })?;
            }
            Self::SetPermalinks { permalinks } => {
                let mode = settings::mode(records)?.unwrap_or_default();
                let permalinks = *permalinks;
                settings::set_mode(records, &ShopMode { permalinks, ..mode })?;
            }
            Self::ExpireSessions => sessions::end_all(records)?,
        }
        Ok(())
    }
}

fn found(was_there: bool, what: &'static str) -> Result<(), Error> {
    if was_there {
        Ok(())
    } else {
        Err(Error::Unknown(what))
    }
}

fn change(records: &Records, id: i64, how: impl FnOnce(&mut ShopUser)) -> Result<(), Error> {
    let mut user = people::find(records, id)?.ok_or(Error::Unknown("user"))?;
    how(&mut user);
    people::save(records, &user)
}
