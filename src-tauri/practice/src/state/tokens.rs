//! Tokens handed out: user JWTs, refresh tokens, OAuth access tokens.

use rusqlite::{OptionalExtension, params};
use serde_json::{Value, json};

use super::Db;
use super::accounts::{self, Person};
use super::clients::Client;
use super::settings;
use crate::error::Error;
use crate::signature;

/// Life of user JWTs and access tokens, in seconds.
pub(crate) const LIFE: i64 = 3600;
const REFRESH_LIFE: i64 = 30 * 24 * 60 * 60 * 1000;

/// What a bearer token turned out to be.
pub(crate) enum Bearer {
    User(Box<Person>),
    Client {
        identifier: String,
        scopes: Vec<String>,
    },
    /// An access token whose record is gone.
    Forgotten,
    Expired,
    Invalid,
}

/// What a refresh token turned out to be.
pub(crate) enum Refresh {
    Known(Box<Person>),
    Expired,
    Unknown,
}

/// A new JWT for a person.
pub(crate) fn issue_user(db: &Db, person: &Person, now: i64) -> Result<String, Error> {
    let issued = now / 1000;
    let claims = json!({"iat": issued, "exp": issued + LIFE, "roles": person.roles(),
                        "username": person.account.name});
    Ok(signature::encode_token(
        &settings::signing_key(db)?,
        &claims,
    ))
}

/// A new access token for a client.
#[expect(
    clippy::cast_precision_loss,
    reason = "milliseconds of this century fit a double"
)]
pub(crate) fn issue_access(
    db: &Db,
    client: &Client,
    scopes: &[String],
    now: i64,
) -> Result<String, Error> {
    let jti = db.random.hex(40);
    let issued = now as f64 / 1000.0;
    let expires_at = now + LIFE * 1000;
    let claims = json!({"aud": client.identifier, "jti": jti, "iat": issued, "nbf": issued,
                        "exp": expires_at as f64 / 1000.0, "sub": "", "scopes": scopes});
    db.execute(
        "INSERT INTO access_token (jti, client, expires_at) VALUES (?1, ?2, ?3)",
        params![jti, client.identifier, expires_at],
    )?;
    Ok(signature::encode_token(
        &settings::signing_key(db)?,
        &claims,
    ))
}

/// Reads a user JWT or an access token.
#[expect(
    clippy::cast_precision_loss,
    reason = "milliseconds of this century fit a double"
)]
pub(crate) fn read(db: &Db, token: &str, now: i64) -> Result<Bearer, Error> {
    let Some(claims) = signature::decode_token(&settings::signing_key(db)?, token) else {
        return Ok(Bearer::Invalid);
    };
    if claims["exp"]
        .as_f64()
        .is_none_or(|expires| expires * 1000.0 <= now as f64)
    {
        return Ok(Bearer::Expired);
    }
    if let Some(name) = claims["username"].as_str() {
        let person = accounts::find_by_name(db, name)?;
        return Ok(person.map_or(Bearer::Invalid, |person| Bearer::User(Box::new(person))));
    }
    let (Some(identifier), Some(jti)) = (claims["aud"].as_str(), claims["jti"].as_str()) else {
        return Ok(Bearer::Invalid);
    };
    let known: bool = db
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM access_token WHERE jti = ?1)")?
        .query_row([jti], |row| row.get(0))?;
    if !known {
        return Ok(Bearer::Forgotten);
    }
    let scopes = claims["scopes"].as_array().map(|scopes| {
        scopes
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    });
    Ok(Bearer::Client {
        identifier: identifier.to_owned(),
        scopes: scopes.unwrap_or_default(),
    })
}

/// A new refresh token for a person.
pub(crate) fn issue_refresh(db: &Db, person: &Person, now: i64) -> Result<String, Error> {
    let token = db.random.hex(64);
    db.execute(
        "INSERT INTO refresh_token (token, account, expires_at) VALUES (?1, ?2, ?3)",
        params![token, person.id, now + REFRESH_LIFE],
    )?;
    Ok(token)
}

/// Uses a refresh token, which extends its life.
pub(crate) fn use_refresh(db: &Db, token: &str, now: i64) -> Result<Refresh, Error> {
    let found: Option<(i64, i64)> = db
        .query_row(
            "SELECT account, expires_at FROM refresh_token WHERE token = ?1",
            [token],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    let Some((account, expires_at)) = found else {
        return Ok(Refresh::Unknown);
    };
    if expires_at <= now {
        return Ok(Refresh::Expired);
    }
    db.execute(
        "UPDATE refresh_token SET expires_at = ?2 WHERE token = ?1",
        params![token, now + REFRESH_LIFE],
    )?;
    Ok(accounts::find(db, account)?
        .map_or(Refresh::Unknown, |person| Refresh::Known(Box::new(person))))
}
