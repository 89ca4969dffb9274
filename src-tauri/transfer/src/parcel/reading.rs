//! Reading a parcel that somebody opened.

use super::wire::{
    FIRST, FORMAT, Head, NEWEST, WireConnection, WireConsumer, WireHandover, WireKey, WireParcel,
    WireSecret, WireSite,
};
use super::{Parcel, ParcelConnection, ParcelConsumer, ParcelHandover, ParcelKey};
use crate::Error;
use keys::{
    Channel, ConnectionKind, KeyOwner, KeyType, Moment, Permalinks, Permission, Platform, Scope,
    SheetLanguage, SiteFacts, SiteUserId, ending_of,
};
use serde_json::error::Category;
use std::borrow::Cow;

/// More than any inventory of keys takes.
const SIZE_LIMIT: usize = 64 << 20;

/// More keys than all co-ops together have.
const KEY_LIMIT: usize = 200_000;

/// Reads plain bytes that [`super::write`] wrote. Fields of a later program are passed over.
pub fn read(bytes: &[u8]) -> Result<Parcel, Error> {
    if bytes.len() > SIZE_LIMIT {
        return Err(Error::TooLarge);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head: Head = serde_json::from_slice(bytes).map_err(|error| foreign_or(bytes, &error))?;
    if head.format.as_deref() != Some(FORMAT) {
        return Err(Error::NotOurs);
    }
    match head.version {
        Some(FIRST..=NEWEST) => {}
        Some(version) if version > NEWEST => return Err(Error::Newer(version)),
        _ => return Err(Error::Damaged("version".to_owned())),
    }
    let wire: WireParcel<'_> = serde_json::from_slice(bytes).map_err(|error| damaged(&error))?;
    let count: usize = wire
        .connections
        .iter()
        .map(|connection| connection.keys.len())
        .sum();
    if count > KEY_LIMIT {
        return Err(Error::TooLarge);
    }
    parcel(wire)
}

/// What cannot be read whole is ours if its start says so.
fn foreign_or(bytes: &[u8], error: &serde_json::Error) -> Error {
    let start = &bytes[..bytes.len().min(256)];
    if String::from_utf8_lossy(start).contains(FORMAT) {
        damaged(error)
    } else {
        Error::NotOurs
    }
}

/// Only the place: the parser's own words quote the text, which may be a secret.
fn damaged(error: &serde_json::Error) -> Error {
    if error.classify() == Category::Eof {
        return Error::Damaged("its end".to_owned());
    }
    Error::Damaged(format!("line {}, column {}", error.line(), error.column()))
}

fn parcel(wire: WireParcel<'_>) -> Result<Parcel, Error> {
    let connections = wire.connections.into_iter().enumerate();
    let connections = connections.map(|(index, wire)| connection(wire, index));
    Ok(Parcel {
        made_at: Moment(wire.made_at),
        made_by: wire.made_by.into_owned(),
        connections: connections.collect::<Result<_, _>>()?,
    })
}

fn connection(wire: WireConnection<'_>, index: usize) -> Result<ParcelConnection, Error> {
    let place = format!("connections[{index}]");
    let kind = match wire.kind.as_ref() {
        "coopcycle" => ConnectionKind::CoopCycle,
        "practice" => ConnectionKind::Practice,
        "woocommerce" => ConnectionKind::WooCommerce,
        "practice_shop" => ConnectionKind::PracticeShop,
        _ => return Err(Error::Damaged(format!("{place}.kind"))),
    };
    let site = wire.site.map(|wire| site(wire, &place)).transpose()?;
    let keys = wire.keys.into_iter().enumerate();
    let keys = keys.map(|(index, wire)| key(wire, &format!("{place}.keys[{index}]")));
    Ok(ParcelConnection {
        url: wire.url.into_owned(),
        name: wire.name.into_owned(),
        kind,
        colour: wire.colour,
        username: wire.username.into_owned(),
        keys: keys.collect::<Result<_, _>>()?,
        site,
    })
}

fn site(wire: WireSite<'_>, place: &str) -> Result<SiteFacts, Error> {
    let login_path = wire.login_path;
    if !login_path.as_deref().is_none_or(stays_on_its_site) {
        return Err(Error::Damaged(format!("{place}.site.login_path")));
    }
    Ok(SiteFacts {
        permalinks: match wire.permalinks.as_ref() {
            "pretty" => Permalinks::Pretty,
            "plain" => Permalinks::Plain,
            _ => return Err(Error::Damaged(format!("{place}.site.permalinks"))),
        },
        login_path: login_path.map(Cow::into_owned),
        wordpress: wire.wordpress.map(Cow::into_owned),
        woocommerce: wire.woocommerce.map(Cow::into_owned),
    })
}

/// Passwords are sent there, so nothing may be read that an address would take for another host.
fn stays_on_its_site(path: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_graphic() && c != '\\';
    path.starts_with('/') && !path.starts_with("//") && path.chars().all(is_plain)
}

fn key(wire: WireKey<'_>, place: &str) -> Result<ParcelKey, Error> {
    let key_type = match wire.key_type.as_ref() {
        "oauth" => KeyType::OAuth,
        "api_key" => KeyType::ApiKey,
        "consumer" => KeyType::Consumer,
        _ => return Err(Error::Damaged(format!("{place}.key_type"))),
    };
    let scopes = wire.scopes.map(|scopes| {
        scopes
            .iter()
            .map(|value| Scope::from_value(value))
            .collect()
    });
    let consumer = match key_type {
        KeyType::Consumer => Some(consumer(wire.consumer, wire.identifier.as_deref(), place)?),
        KeyType::OAuth | KeyType::ApiKey => None,
    };
    let handovers = wire.handovers.into_iter().enumerate();
    let handovers =
        handovers.map(|(index, wire)| handover(wire, &format!("{place}.handovers[{index}]")));
    Ok(ParcelKey {
        server_id: wire.server_id,
        app_name: wire.app_name.into_owned(),
        local_name: wire.local_name.map(Cow::into_owned),
        key_type,
        store_name: wire.store_name.into_owned(),
        scopes,
        identifier: wire.identifier.map(Cow::into_owned),
        secret: wire.secret.map(WireSecret::take),
        note: wire.note.into_owned(),
        archived: wire.archived,
        handovers: handovers.collect::<Result<_, _>>()?,
        consumer,
    })
}

/// Without facts of its own, the consumer key tells its ending.
fn consumer(
    wire: Option<WireConsumer<'_>>,
    identifier: Option<&str>,
    place: &str,
) -> Result<ParcelConsumer, Error> {
    let Some(wire) = wire else {
        return Ok(ParcelConsumer {
            permission: None,
            owner: None,
            ending: ending_of(identifier.unwrap_or_default()),
            secret_lost: false,
        });
    };
    let permission = wire.permission.map(|value| {
        Permission::from_value(&value)
            .ok_or_else(|| Error::Damaged(format!("{place}.consumer.permission")))
    });
    Ok(ParcelConsumer {
        permission: permission.transpose()?,
        owner: wire.owner.map(|owner| KeyOwner {
            id: owner.id.map(SiteUserId),
            name: owner.name.into_owned(),
        }),
        ending: wire.ending.into_owned(),
        secret_lost: wire.secret_lost,
    })
}

fn handover(wire: WireHandover<'_>, place: &str) -> Result<ParcelHandover, Error> {
    let damaged = |field: &str| Error::Damaged(format!("{place}.{field}"));
    if wire.person.trim().is_empty() {
        return Err(damaged("person"));
    }
    Ok(ParcelHandover {
        channel: Channel::from_word(&wire.channel).ok_or_else(|| damaged("channel"))?,
        platform: Platform::from_word(&wire.platform).ok_or_else(|| damaged("platform"))?,
        language: SheetLanguage::from_code(&wire.language).ok_or_else(|| damaged("language"))?,
        person: wire.person.into_owned(),
        at: Moment(wire.at),
        confirmed_at: wire.confirmed_at.map(Moment),
        fingerprint: wire.fingerprint.into_owned(),
    })
}
