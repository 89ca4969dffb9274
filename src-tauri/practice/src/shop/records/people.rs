//! The people of the shop, and who may do what (contract 3).

use rusqlite::{OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use super::Records;
use crate::error::Error;
use crate::shop::options::ShopLanguage;

/// What somebody is at the shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShopRole {
    /// May do everything.
    Administrator,
    /// Runs the shop, and touches the keys of customers only.
    ShopManager,
    /// Writes texts.
    Editor,
    /// Buys.
    Customer,
}

impl ShopRole {
    /// As WordPress calls it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::ShopManager => "shop_manager",
            Self::Editor => "editor",
            Self::Customer => "customer",
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        [
            Self::Administrator,
            Self::ShopManager,
            Self::Editor,
            Self::Customer,
        ]
        .into_iter()
        .find(|role| role.as_str() == text)
    }

    /// Whether the shop's settings are open, keys among them.
    pub(crate) fn manages_shop(self) -> bool {
        matches!(self, Self::Administrator | Self::ShopManager)
    }
}

/// A person as the practice panel and tests need it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShopUser {
    /// Number.
    pub id: i64,
    /// User name.
    pub login: String,
    /// E-mail address.
    pub email: String,
    /// Name that pages show.
    pub display_name: String,
    /// Password; it protects nothing.
    pub password: String,
    /// What they are.
    pub role: ShopRole,
    /// Their own language; the site's when absent.
    pub language: Option<ShopLanguage>,
    /// How many keys a page of the list shows them.
    pub keys_per_page: i64,
}

impl ShopUser {
    /// Whether they may see and make keys.
    pub(crate) fn manages_shop(&self) -> bool {
        self.role.manages_shop()
    }

    /// Whether they may change somebody; a number without a person is nobody to protect.
    pub(crate) fn may_edit(&self, records: &Records, id: i64) -> Result<bool, Error> {
        Ok(match self.role {
            ShopRole::Administrator => true,
            ShopRole::ShopManager => find(records, id)?
                .is_none_or(|person| person.id == self.id || person.role == ShopRole::Customer),
            ShopRole::Editor | ShopRole::Customer => id == self.id,
        })
    }

    /// Whether they may remove people, and with it revoke several keys at once.
    pub(crate) fn may_remove_people(&self) -> bool {
        self.role == ShopRole::Administrator
    }

    /// As choices of people show them.
    pub(crate) fn label(&self) -> String {
        format!("{} (#{} – {})", self.display_name, self.id, self.email)
    }
}

const COLUMNS: &str =
    "SELECT id, login, email, display_name, password, role, language, keys_per_page
    FROM person";

fn from_row(row: &Row) -> rusqlite::Result<ShopUser> {
    let role: String = row.get(5)?;
    let language: Option<String> = row.get(6)?;
    Ok(ShopUser {
        id: row.get(0)?,
        login: row.get(1)?,
        email: row.get(2)?,
        display_name: row.get(3)?,
        password: row.get(4)?,
        role: ShopRole::parse(&role).unwrap_or(ShopRole::Customer),
        language: language.map(|locale| {
            if locale == ShopLanguage::French.locale() {
                ShopLanguage::French
            } else {
                ShopLanguage::English
            }
        }),
        keys_per_page: row.get(7)?,
    })
}

/// Adds a person; the number is chosen.
pub(crate) fn insert(records: &Records, person: &ShopUser) -> Result<i64, Error> {
    records.execute(
        "INSERT INTO person (login, email, display_name, password, role, language, keys_per_page)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            person.login,
            person.email,
            person.display_name,
            person.password,
            person.role.as_str(),
            person.language.map(ShopLanguage::locale),
            person.keys_per_page
        ],
    )?;
    Ok(records.last_insert_rowid())
}

pub(crate) fn all(records: &Records) -> Result<Vec<ShopUser>, Error> {
    let mut statement = records.prepare_cached(&format!("{COLUMNS} ORDER BY id"))?;
    let people = statement
        .query_map([], from_row)?
        .collect::<Result<_, _>>()?;
    Ok(people)
}

pub(crate) fn find(records: &Records, id: i64) -> Result<Option<ShopUser>, Error> {
    Ok(records
        .prepare_cached(&format!("{COLUMNS} WHERE id = ?1"))?
        .query_row([id], from_row)
        .optional()?)
}

/// Finds by user name or e-mail address, as the sign-in does.
pub(crate) fn find_by_name(records: &Records, name: &str) -> Result<Option<ShopUser>, Error> {
    let wanted = name.trim().to_lowercase();
    Ok(records
        .prepare_cached(&format!(
            "{COLUMNS} WHERE lower(login) = ?1 OR lower(email) = ?1"
        ))?
        .query_row([wanted], from_row)
        .optional()?)
}

/// Changes role, language and the length of the list.
pub(crate) fn save(records: &Records, person: &ShopUser) -> Result<(), Error> {
    records.execute(
        "UPDATE person SET role = ?2, language = ?3, keys_per_page = ?4 WHERE id = ?1",
        params![
            person.id,
            person.role.as_str(),
            person.language.map(ShopLanguage::locale),
            person.keys_per_page
        ],
    )?;
    Ok(())
}

/// Deletes a person; the keys stay and open nothing any more.
pub(crate) fn delete(records: &Records, id: i64) -> Result<bool, Error> {
    records.execute("DELETE FROM session WHERE person = ?1", [id])?;
    Ok(records.execute("DELETE FROM person WHERE id = ?1", [id])? == 1)
}
