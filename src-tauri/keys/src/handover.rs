//! Giving a key to a person: on which sheet, by which channel, and what is known of it since.

use crate::{KeyId, KeyType, Moment};

/// The inventory's number of a hand-over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HandoverId(pub i64);

/// Where the receiver will enter the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Platform {
    /// The WordPress plugin 1.1.0 (contract 6.6).
    WooCommerce,
    /// The PrestaShop module.
    PrestaShop,
    /// A Shopify shop.
    Shopify,
    /// Own code in PHP.
    Php,
    /// A terminal.
    Curl,
    /// Anything else that speaks HTTP.
    Api,
}

impl Platform {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::WooCommerce,
        Self::PrestaShop,
        Self::Shopify,
        Self::Php,
        Self::Curl,
        Self::Api,
    ];

    /// Those on which a key of that type is of use, in the order they are offered. A consumer key is
    /// for whoever calls the site, not for its own plugins.
    pub fn for_type(key_type: KeyType) -> &'static [Self] {
        match key_type {
            KeyType::OAuth | KeyType::ApiKey => &Self::ALL,
            KeyType::Consumer => &[Self::Php, Self::Curl, Self::Api],
        }
    }

    /// The word it is kept and spoken of by.
    pub fn as_word(self) -> &'static str {
        match self {
            Self::WooCommerce => "woocommerce",
            Self::PrestaShop => "prestashop",
            Self::Shopify => "shopify",
            Self::Php => "php",
            Self::Curl => "curl",
            Self::Api => "api",
        }
    }

    /// The platform of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.as_word() == word)
    }
}

/// The receiver's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetLanguage {
    /// English.
    En,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// German.
    De,
    /// Italian.
    It,
    /// Portuguese.
    Pt,
    /// Catalan.
    Ca,
}

impl SheetLanguage {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 7] = [
        Self::En,
        Self::Fr,
        Self::Es,
        Self::De,
        Self::It,
        Self::Pt,
        Self::Ca,
    ];

    /// ISO 639-1.
    pub fn as_code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::De => "de",
            Self::It => "it",
            Self::Pt => "pt",
            Self::Ca => "ca",
        }
    }

    /// The language of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.as_code() == code)
    }
}

/// How a key was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Channel {
    /// The sheet was copied, the Secret apart.
    Copied,
    /// The sheet went by e-mail, without the Secret.
    Mail,
    /// The sheet was printed.
    Printed,
    /// A file of the sheet, without the Secret.
    Pdf,
    /// A sealed pack: sheet and values in one encrypted file.
    SealedPack,
    /// A QR code on the screen.
    Qr,
    /// Some other way, told by the person.
    Other,
}

impl Channel {
    const ALL: [Self; 7] = [
        Self::Copied,
        Self::Mail,
        Self::Printed,
        Self::Pdf,
        Self::SealedPack,
        Self::Qr,
        Self::Other,
    ];

    /// The word it is kept by.
    pub fn as_word(self) -> &'static str {
        match self {
            Self::Copied => "copied",
            Self::Mail => "mail",
            Self::Printed => "printed",
            Self::Pdf => "pdf",
            Self::SealedPack => "sealed_pack",
            Self::Qr => "qr",
            Self::Other => "other",
        }
    }

    /// The channel of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.as_word() == word)
    }
}

/// What is told of a hand-over when it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewHandover {
    /// Which key.
    pub key: KeyId,
    /// To whom, as the coordinator calls the person; never blank.
    pub person: String,
    /// How.
    pub channel: Channel,
    /// For what.
    pub platform: Platform,
    /// In which language.
    pub language: SheetLanguage,
    /// The print of the secret that was given, to know later whether it is still that one.
    pub fingerprint: Vec<u8>,
}

/// A hand-over that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// The inventory's number.
    pub id: HandoverId,
    /// What was told of it.
    pub told: NewHandover,
    /// When.
    pub at: Moment,
    /// Local account name of who did it.
    pub who: String,
    /// When the receiver said that it works.
    pub confirmed_at: Option<Moment>,
}

/// Somebody who holds keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// As the coordinator calls the person.
    pub person: String,
    /// When the person left; `None` for somebody who is there.
    pub left_at: Option<Moment>,
    /// What was handed over to the person, newest first.
    pub handovers: Vec<Handover>,
}
