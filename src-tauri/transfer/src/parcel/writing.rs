//! Writing a parcel.

use super::wire::{
    FIRST, FORMAT, NEWEST, WireConnection, WireConsumer, WireHandover, WireKey, WireOwner,
    WireParcel, WireSecret, WireSite,
};
use super::{Parcel, ParcelConnection, ParcelConsumer, ParcelHandover, ParcelKey};
use keys::{ConnectionKind, KeyOwner, KeyType, Moment, Permalinks, SiteFacts, SiteUserId};
use serde_json::Error;
use std::borrow::Cow;
use std::io::{self, Write};
use zeroize::Zeroizing;

/// The parcel as plain bytes, to be sealed.
pub fn write(parcel: &Parcel) -> Zeroizing<Vec<u8>> {
    let wire = wire_parcel(parcel);
    try_write(&wire).expect("texts and numbers always become JSON, and memory takes every byte")
}

fn try_write(wire: &WireParcel<'_>) -> Result<Zeroizing<Vec<u8>>, Error> {
    // A growing buffer leaves copies of secrets behind, so its size is found first.
    let mut size = Counter(0);
    serde_json::to_writer(&mut size, wire)?;
    let mut bytes = Zeroizing::new(Vec::with_capacity(size.0));
    serde_json::to_writer(&mut *bytes, wire)?;
    Ok(bytes)
}

struct Counter(usize);

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn wire_parcel(parcel: &Parcel) -> WireParcel<'_> {
    WireParcel {
        format: FORMAT.into(),
        version: if has_site(parcel) { NEWEST } else { FIRST },
        made_at: parcel.made_at.0,
        made_by: (&parcel.made_by).into(),
        connections: parcel.connections.iter().map(wire_connection).collect(),
    }
}

/// Whether a Saddlebag that knows no sites could not read it.
fn has_site(parcel: &Parcel) -> bool {
    let mut connections = parcel.connections.iter();
    connections.any(|connection| {
        let mut keys = connection.keys.iter();
        connection.kind.is_site() || keys.any(|key| key.key_type == KeyType::Consumer)
    })
}

fn wire_connection(connection: &ParcelConnection) -> WireConnection<'_> {
    WireConnection {
        url: (&connection.url).into(),
        name: (&connection.name).into(),
        kind: kind_word(connection.kind).into(),
        colour: connection.colour,
        username: (&connection.username).into(),
        keys: connection.keys.iter().map(wire_key).collect(),
        site: connection.site.as_ref().map(wire_site),
    }
}

fn wire_site(site: &SiteFacts) -> WireSite<'_> {
    WireSite {
        permalinks: permalinks_word(site.permalinks).into(),
        login_path: site.login_path.as_ref().map(Cow::from),
        wordpress: site.wordpress.as_ref().map(Cow::from),
        woocommerce: site.woocommerce.as_ref().map(Cow::from),
    }
}

fn wire_key(key: &ParcelKey) -> WireKey<'_> {
    let scopes = key.scopes.as_ref();
    WireKey {
        server_id: key.server_id,
        app_name: (&key.app_name).into(),
        local_name: key.local_name.as_ref().map(Cow::from),
        key_type: type_word(key.key_type).into(),
        store_name: (&key.store_name).into(),
        scopes: scopes.map(|scopes| scopes.iter().map(|scope| scope.as_value().into()).collect()),
        identifier: key.identifier.as_ref().map(Cow::from),
        secret: key.secret.as_ref().map(WireSecret::lend),
        note: (&key.note).into(),
        archived: key.archived,
        handovers: key.handovers.iter().map(wire_handover).collect(),
        consumer: key.consumer.as_ref().map(wire_consumer),
    }
}

fn wire_consumer(consumer: &ParcelConsumer) -> WireConsumer<'_> {
    let permission = consumer.permission.map(|each| each.as_value().into());
    WireConsumer {
        permission,
        owner: consumer.owner.as_ref().map(wire_owner),
        ending: (&consumer.ending).into(),
        secret_lost: consumer.secret_lost,
    }
}

fn wire_owner(owner: &KeyOwner) -> WireOwner<'_> {
    WireOwner {
        id: owner.id.map(|SiteUserId(id)| id),
        name: (&owner.name).into(),
    }
}

fn wire_handover(handover: &ParcelHandover) -> WireHandover<'_> {
    WireHandover {
        person: (&handover.person).into(),
        channel: handover.channel.as_word().into(),
        platform: handover.platform.as_word().into(),
        language: handover.language.as_code().into(),
        at: handover.at.0,
        confirmed_at: handover.confirmed_at.map(|Moment(at)| at),
        fingerprint: (&handover.fingerprint).into(),
    }
}

fn kind_word(kind: ConnectionKind) -> &'static str {
    match kind {
        ConnectionKind::CoopCycle => "coopcycle",
        ConnectionKind::Practice => "practice",
        ConnectionKind::WooCommerce => "woocommerce",
        ConnectionKind::PracticeShop => "practice_shop",
    }
}

fn type_word(key_type: KeyType) -> &'static str {
    match key_type {
        KeyType::OAuth => "oauth",
        KeyType::ApiKey => "api_key",
        KeyType::Consumer => "consumer",
    }
}

fn permalinks_word(permalinks: Permalinks) -> &'static str {
    match permalinks {
        Permalinks::Pretty => "pretty",
        Permalinks::Plain => "plain",
    }
}
