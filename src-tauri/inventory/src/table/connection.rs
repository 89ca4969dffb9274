//! Connections: one line for each server.

mod site;

use crate::inventory::found;
use crate::table::{unknown_word, word};
use crate::{Inventory, Result};
use keys::{
    Connection, ConnectionColour, ConnectionId, ConnectionKind, Moment, ServerUrl, SessionState,
    SiteFacts,
};
use rusqlite::{OptionalExtension, Row, params};

/// What is known of a server right after signing in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewConnection {
    /// What answers there.
    pub kind: ConnectionKind,
    /// Where it answers.
    pub url: ServerUrl,
    /// The instance's own name, or its host.
    pub name: String,
    /// The account signed in.
    pub username: String,
    /// What is known of its session.
    pub session: SessionState,
    /// Lower-case ISO 3166-1 alpha-2, when the server told it.
    pub country: Option<String>,
    /// The instance's language, when the server told it.
    pub locale: Option<String>,
    /// More of it, when it is a WooCommerce site.
    pub site: Option<SiteFacts>,
}

impl Inventory {
    /// Adds a connection with the colour least used so far; practice has its own. A
    /// server that is known already keeps its number, name, colour and records, and takes the
    /// account, the session and what was told of it.
    pub fn add_connection(&self, new: &NewConnection) -> Result<ConnectionId> {
        self.write(|db| {
            let id = db.query_row(
                "INSERT INTO connections (kind, url, name, colour, username, session, country,
                     locale)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                 ON CONFLICT (url) DO UPDATE SET
                     kind = excluded.kind,
                     username = excluded.username,
                     session = excluded.session,
                     country = coalesce(excluded.country, country),
                     locale = coalesce(excluded.locale, locale)
                 RETURNING id",
                params![
                    kind_as_word(new.kind),
                    new.url.as_str(),
                    new.name,
                    colour_for(db, new.kind)?.number(),
                    new.username,
                    session_as_word(new.session),
                    new.country,
                    new.locale,
                ],
                |row| row.get(0).map(ConnectionId),
            )?;
            if let Some(facts) = &new.site {
                site::write(db, id, facts)?;
            }
            Ok(id)
        })
    }

    /// All connections, in the order they were added.
    pub fn connections(&self) -> Result<Vec<Connection>> {
        self.read(|db| {
            db.prepare_cached("SELECT * FROM connections ORDER BY id")?
                .query_map([], from_row)?
                .collect()
        })
    }

    /// The connection with that number.
    pub fn connection(&self, id: ConnectionId) -> Result<Option<Connection>> {
        self.read(|db| {
            db.prepare_cached("SELECT * FROM connections WHERE id = ?1")?
                .query_row([id.0], from_row)
                .optional()
        })
    }

    /// Keeps what is known of the session.
    pub fn set_session(&self, id: ConnectionId, session: SessionState) -> Result<()> {
        self.write_aside(|db| {
            found(db.execute(
                "UPDATE connections SET session = ?2 WHERE id = ?1",
                params![id.0, session_as_word(session)],
            )?)
        })
    }

    /// Keeps when Stores and keys were last read completely.
    pub fn set_refreshed(&self, id: ConnectionId, at: Moment) -> Result<()> {
        self.write_aside(|db| {
            found(db.execute(
                "UPDATE connections SET refreshed_at = ?2 WHERE id = ?1",
                [id.0, at.0],
            )?)
        })
    }

    /// Gives it a colour.
    pub fn set_colour(&self, id: ConnectionId, colour: ConnectionColour) -> Result<()> {
        self.write_aside(|db| {
            found(db.execute(
                "UPDATE connections SET colour = ?2 WHERE id = ?1",
                params![id.0, colour.number()],
            )?)
        })
    }

    /// Gives it a name.
    pub fn rename_connection(&self, id: ConnectionId, name: &str) -> Result<()> {
        self.write(|db| {
            found(db.execute(
                "UPDATE connections SET name = ?2 WHERE id = ?1",
                params![id.0, name],
            )?)
        })
    }

    /// Follows a server to another address: the practice co-op gets another port at each start.
    pub fn set_url(&self, id: ConnectionId, url: &ServerUrl) -> Result<()> {
        self.write_aside(|db| {
            found(db.execute(
                "UPDATE connections SET url = ?2 WHERE id = ?1",
                params![id.0, url.as_str()],
            )?)
        })
    }

    /// Removes it with its Stores, keys, history and intents. Secrets are the caller's to remove.
    pub fn remove_connection(&self, id: ConnectionId) -> Result<()> {
        self.write(|db| found(db.execute("DELETE FROM connections WHERE id = ?1", [id.0])?))
    }
}

/// What a person calls it; empty when there is none.
pub(crate) fn name_of(db: &rusqlite::Connection, id: ConnectionId) -> rusqlite::Result<String> {
    let name = db
        .prepare_cached("SELECT name FROM connections WHERE id = ?1")?
        .query_row([id.0], |row| row.get(0))
        .optional()?;
    Ok(name.unwrap_or_default())
}

/// Whether Stores and keys were ever read completely.
pub(crate) fn was_refreshed(db: &rusqlite::Connection, id: ConnectionId) -> rusqlite::Result<bool> {
    let refreshed = db
        .prepare_cached("SELECT refreshed_at IS NOT NULL FROM connections WHERE id = ?1")?
        .query_row([id.0], |row| row.get(0))
        .optional()?;
    Ok(refreshed.unwrap_or_default())
}

fn colour_for(
    db: &rusqlite::Connection,
    kind: ConnectionKind,
) -> rusqlite::Result<ConnectionColour> {
    if kind.is_practice() {
        return Ok(ConnectionColour::PRACTICE);
    }
    least_used_colour(db)
}

fn least_used_colour(db: &rusqlite::Connection) -> rusqlite::Result<ConnectionColour> {
    let mut uses = [0_usize; ConnectionColour::COUNT as usize];
    let mut statement = db.prepare("SELECT colour FROM connections")?;
    for colour in statement.query_map([], |row| row.get::<_, u8>(0))? {
        uses[usize::from(ConnectionColour::new(colour?).number())] += 1;
    }
    Ok((0..ConnectionColour::COUNT)
        .map(ConnectionColour::new)
        .filter(|colour| *colour != ConnectionColour::PRACTICE)
        .min_by_key(|colour| uses[usize::from(colour.number())])
        .unwrap_or(ConnectionColour::new(0)))
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Connection> {
    let url: String = row.get("url")?;
    Ok(Connection {
        id: ConnectionId(row.get("id")?),
        kind: word(row, "kind", kind_from_word)?,
        url: ServerUrl::parse_site(&url).map_err(|_| unknown_word(&url))?,
        name: row.get("name")?,
        colour: ConnectionColour::new(row.get("colour")?),
        username: row.get("username")?,
        session: word(row, "session", session_from_word)?,
        country: row.get("country")?,
        locale: row.get("locale")?,
        refreshed_at: row.get::<_, Option<i64>>("refreshed_at")?.map(Moment),
        site: site::from_row(row)?,
    })
}

fn kind_as_word(kind: ConnectionKind) -> &'static str {
    match kind {
        ConnectionKind::CoopCycle => "coopcycle",
        ConnectionKind::Practice => "practice",
        ConnectionKind::WooCommerce => "woocommerce",
        ConnectionKind::PracticeShop => "practice_shop",
    }
}

fn kind_from_word(word: &str) -> Option<ConnectionKind> {
    match word {
        "coopcycle" => Some(ConnectionKind::CoopCycle),
        "practice" => Some(ConnectionKind::Practice),
        "woocommerce" => Some(ConnectionKind::WooCommerce),
        "practice_shop" => Some(ConnectionKind::PracticeShop),
        _ => None,
    }
}

fn session_as_word(session: SessionState) -> &'static str {
    match session {
        SessionState::SignedIn => "signed_in",
        SessionState::SignedOut => "signed_out",
        SessionState::NotAdmin => "not_admin",
    }
}

fn session_from_word(word: &str) -> Option<SessionState> {
    match word {
        "signed_in" => Some(SessionState::SignedIn),
        "signed_out" => Some(SessionState::SignedOut),
        "not_admin" => Some(SessionState::NotAdmin),
        _ => None,
    }
}
