//! The people who may sign in.

use rusqlite::{OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use super::Db;
use crate::error::Error;

/// An account as the practice panel and the test harness need it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// User name.
    pub name: String,
    /// Password; it protects nothing.
    pub password: String,
    /// Roles as stored.
    pub roles: Vec<String>,
    /// Whether it may sign in.
    pub enabled: bool,
}

/// A role that pages and operations ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    User,
    Courier,
    Dispatcher,
    Admin,
}

/// An account with everything the server knows about it.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) id: i64,
    pub(crate) email: String,
    pub(crate) account: Account,
    /// The Store it owns.
    pub(crate) store: Option<i64>,
}

impl Person {
    /// Whether a role is stored, word for word.
    pub(crate) fn has_stored(&self, role: &str) -> bool {
        self.account.roles.iter().any(|stored| stored == role)
    }

    /// Whether a role follows from the stored ones.
    pub(crate) fn has(&self, role: Role) -> bool {
        let admin = self.has_stored("ROLE_ADMIN");
        let dispatcher = admin || self.has_stored("ROLE_DISPATCHER");
        match role {
            Role::User => true,
            Role::Courier => dispatcher || self.has_stored("ROLE_COURIER"),
            Role::Dispatcher => dispatcher,
            Role::Admin => admin,
        }
    }

    /// Whether maintenance lets it pass.
    pub(crate) fn passes_maintenance(&self) -> bool {
        self.has(Role::Courier) || self.has_stored("ROLE_RESTAURANT")
    }

    /// Stored roles and the one everybody has.
    pub(crate) fn roles(&self) -> Vec<String> {
        let mut roles = self.account.roles.clone();
        roles.push("ROLE_USER".to_owned());
        roles
    }
}

const COLUMNS: &str = "SELECT id, name, email, password, roles, enabled, store FROM account";

fn from_row(row: &Row) -> rusqlite::Result<Person> {
    let roles: String = row.get(4)?;
    Ok(Person {
        id: row.get(0)?,
        email: row.get(2)?,
        account: Account {
            name: row.get(1)?,
            password: row.get(3)?,
            roles: roles.split_whitespace().map(str::to_owned).collect(),
            enabled: row.get(5)?,
        },
        store: row.get(6)?,
    })
}

pub(crate) fn insert(
    db: &Db,
    email: &str,
    account: &Account,
    store: Option<i64>,
) -> Result<(), Error> {
    db.execute(
        "INSERT INTO account (name, email, password, roles, enabled, store)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            account.name,
            email,
            account.password,
            account.roles.join(" "),
            account.enabled,
            store
        ],
    )?;
    Ok(())
}

pub(crate) fn all(db: &Db) -> Result<Vec<Person>, Error> {
    let mut statement = db.prepare_cached(&format!("{COLUMNS} ORDER BY id"))?;
    let people = statement
        .query_map([], from_row)?
        .collect::<Result<_, _>>()?;
    Ok(people)
}

pub(crate) fn find(db: &Db, id: i64) -> Result<Option<Person>, Error> {
    Ok(db
        .prepare_cached(&format!("{COLUMNS} WHERE id = ?1"))?
        .query_row([id], from_row)
        .optional()?)
}

/// Finds by user name or e-mail address, as the sign-in does.
pub(crate) fn find_by_name(db: &Db, name: &str) -> Result<Option<Person>, Error> {
    let wanted = name.trim().to_lowercase();
    Ok(db
        .prepare_cached(&format!(
            "{COLUMNS} WHERE lower(name) = ?1 OR lower(email) = ?1"
        ))?
        .query_row([wanted], from_row)
        .optional()?)
}
