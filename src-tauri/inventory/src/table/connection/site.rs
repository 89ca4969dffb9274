//! What is known of a WooCommerce site, beside what every connection has.

use crate::inventory::found;
use crate::table::unknown_word;
use crate::{Inventory, Result};
use keys::{ConnectionId, Permalinks, SiteFacts};
use rusqlite::{Connection, Row, params};

impl Inventory {
    /// Keeps what a look at a site told, all of it.
    pub fn set_site_facts(&self, id: ConnectionId, facts: &SiteFacts) -> Result<()> {
        self.write_aside(|db| write(db, id, facts))
    }
}

pub(super) fn write(db: &Connection, id: ConnectionId, facts: &SiteFacts) -> rusqlite::Result<()> {
    found(db.execute(
        "UPDATE connections SET permalinks = ?2, login_path = ?3, wordpress = ?4, woocommerce = ?5
         WHERE id = ?1",
        params![
            id.0,
            permalinks_as_word(facts.permalinks),
            facts.login_path,
            facts.wordpress,
            facts.woocommerce,
        ],
    )?)
}

pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<Option<SiteFacts>> {
    let Some(word) = row.get_ref("permalinks")?.as_str_or_null()? else {
        return Ok(None);
    };
    Ok(Some(SiteFacts {
        permalinks: permalinks_from_word(word).ok_or_else(|| unknown_word(word))?,
        login_path: row.get("login_path")?,
        wordpress: row.get("wordpress")?,
        woocommerce: row.get("woocommerce")?,
    }))
}

fn permalinks_as_word(permalinks: Permalinks) -> &'static str {
    match permalinks {
        Permalinks::Pretty => "pretty",
        Permalinks::Plain => "plain",
    }
}

fn permalinks_from_word(word: &str) -> Option<Permalinks> {
    match word {
        "pretty" => Some(Permalinks::Pretty),
        "plain" => Some(Permalinks::Plain),
        _ => None,
    }
}
