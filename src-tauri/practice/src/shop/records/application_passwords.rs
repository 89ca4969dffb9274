//! Application passwords (contract 10).

use rusqlite::params;

use super::Records;
use crate::error::Error;

/// Makes one; gives its number and the password, in groups of four.
pub(crate) fn create(
    records: &Records,
    person: i64,
    name: &str,
) -> Result<(String, String), Error> {
    let uuid = uuid(&records.random.hex(16));
    let password = records.random.hex(12);
    records.execute(
        "INSERT INTO application_password (uuid, person, name, password) VALUES (?1, ?2, ?3, ?4)",
        params![uuid, person, name, password],
    )?;
    let groups: Vec<&str> = (0..6).map(|index| &password[index * 4..][..4]).collect();
    Ok((uuid, groups.join(" ")))
}

fn uuid(hex: &str) -> String {
    let parts = [
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..],
    ];
    parts.join("-")
}

/// Whether it is one of theirs; spaces in it do not matter.
pub(crate) fn is_good(records: &Records, person: i64, password: &str) -> Result<bool, Error> {
    let password = password.replace(' ', "");
    let question = "SELECT EXISTS (SELECT 1 FROM application_password
        WHERE person = ?1 AND password = ?2)";
    Ok(records.query_row(question, params![person, password], |row| row.get(0))?)
}
