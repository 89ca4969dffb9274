//! The parcel as JSON. The only place where a secret is serialized: what is written from here goes
//! to be sealed, and to nothing else. No type of this file prints itself.

use keys::Secret;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use zeroize::Zeroize;

/// Tells the format from every other JSON.
pub(super) const FORMAT: &str = "saddlebag-keys";

/// The version of a parcel that any Saddlebag reads.
pub(super) const FIRST: u64 = 1;

/// The version of a parcel with a site or a consumer key in it, and the newest that is read.
pub(super) const NEWEST: u64 = 2;

/// What is read before anything else is.
#[derive(Deserialize)]
pub(super) struct Head {
    pub(super) format: Option<String>,
    pub(super) version: Option<u64>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct WireParcel<'a> {
    // First in the file, so that a broken one is still known as ours.
    pub(super) format: Cow<'a, str>,
    pub(super) version: u64,
    pub(super) made_at: i64,
    pub(super) made_by: Cow<'a, str>,
    pub(super) connections: Vec<WireConnection<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct WireConnection<'a> {
    pub(super) url: Cow<'a, str>,
    pub(super) name: Cow<'a, str>,
    pub(super) kind: Cow<'a, str>,
    pub(super) colour: u8,
    pub(super) username: Cow<'a, str>,
    pub(super) keys: Vec<WireKey<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) site: Option<WireSite<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct WireSite<'a> {
    pub(super) permalinks: Cow<'a, str>,
    #[serde(default)]
    pub(super) login_path: Option<Cow<'a, str>>,
    #[serde(default)]
    pub(super) wordpress: Option<Cow<'a, str>>,
    #[serde(default)]
    pub(super) woocommerce: Option<Cow<'a, str>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct WireKey<'a> {
    #[serde(default)]
    pub(super) server_id: Option<i64>,
    pub(super) app_name: Cow<'a, str>,
    #[serde(default)]
    pub(super) local_name: Option<Cow<'a, str>>,
    pub(super) key_type: Cow<'a, str>,
    pub(super) store_name: Cow<'a, str>,
    #[serde(default)]
    pub(super) scopes: Option<Vec<Cow<'a, str>>>,
    #[serde(default)]
    pub(super) identifier: Option<Cow<'a, str>>,
    #[serde(default)]
    pub(super) secret: Option<WireSecret<'a>>,
    #[serde(default)]
    pub(super) note: Cow<'a, str>,
    #[serde(default)]
    pub(super) archived: bool,
    #[serde(default)]
    pub(super) handovers: Vec<WireHandover<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) consumer: Option<WireConsumer<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct WireConsumer<'a> {
    #[serde(default)]
    pub(super) permission: Option<Cow<'a, str>>,
    #[serde(default)]
    pub(super) owner: Option<WireOwner<'a>>,
    pub(super) ending: Cow<'a, str>,
    #[serde(default)]
    pub(super) secret_lost: bool,
}

#[derive(Serialize, Deserialize)]
pub(super) struct WireOwner<'a> {
    #[serde(default)]
    pub(super) id: Option<i64>,
    pub(super) name: Cow<'a, str>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct WireHandover<'a> {
    pub(super) person: Cow<'a, str>,
    pub(super) channel: Cow<'a, str>,
    pub(super) platform: Cow<'a, str>,
    pub(super) language: Cow<'a, str>,
    pub(super) at: i64,
    #[serde(default)]
    pub(super) confirmed_at: Option<i64>,
    #[serde(default)]
    pub(super) fingerprint: Cow<'a, [u8]>,
}

/// A secret on the wire; what was read leaves memory zeroed unless it was taken.
pub(super) struct WireSecret<'a>(Cow<'a, str>);

impl<'a> WireSecret<'a> {
    pub(super) fn lend(secret: &'a Secret) -> Self {
        Self(Cow::Borrowed(secret.expose()))
    }

    pub(super) fn take(mut self) -> Secret {
        Secret::new(std::mem::take(self.0.to_mut()))
    }
}

impl Drop for WireSecret<'_> {
    fn drop(&mut self) {
        if let Cow::Owned(text) = &mut self.0 {
            text.zeroize();
        }
    }
}

impl Serialize for WireSecret<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for WireSecret<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self(Cow::Owned(text)))
    }
}
