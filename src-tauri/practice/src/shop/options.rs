//! How a practice shop is set up, and what its versions do differently (contract 11).

use serde::{Deserialize, Serialize};

/// Which versions the shop behaves as, by the letters of the contract.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Flavour {
    /// WordPress 7.1, WooCommerce 11.0.1.
    #[default]
    A,
    /// WordPress 6.9.7, WooCommerce 10.4.3.
    B,
    /// WordPress 6.1.9, WooCommerce 7.9.0.
    C,
}

impl Flavour {
    /// The release of WordPress.
    pub fn wordpress(self) -> &'static str {
        match self {
            Self::A => "7.1",
            Self::B => "6.9.7",
            Self::C => "6.1.9",
        }
    }

    /// The release of WooCommerce.
    pub fn woocommerce(self) -> &'static str {
        match self {
            Self::A => "11.0.1",
            Self::B => "10.4.3",
            Self::C => "7.9.0",
        }
    }

    /// Whether it is of before 2023: plain error texts, escaped slashes, an ellipsis before the
    /// seven characters, no link past the last page, a test cookie that scripts may read.
    pub(crate) fn is_old(self) -> bool {
        self == Self::C
    }

    /// Whether the title of a row is the head of its row, as since WordPress 7.1.
    pub(crate) fn has_row_heads(self) -> bool {
        self == Self::A
    }

    /// The sub-folder where the contract saw it.
    pub(crate) fn usual_folder(self) -> &'static str {
        match self {
            Self::B => "/boutique",
            Self::A | Self::C => "",
        }
    }

    /// The permalinks with which the contract saw it.
    pub(crate) fn usual_permalinks(self) -> Permalinks {
        match self {
            Self::B => Permalinks::Plain,
            Self::A | Self::C => Permalinks::Pretty,
        }
    }

    /// The language in which the contract saw it.
    pub(crate) fn usual_language(self) -> ShopLanguage {
        match self {
            Self::C => ShopLanguage::French,
            Self::A | Self::B => ShopLanguage::English,
        }
    }
}

/// A language of the shop or of one of its users.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ShopLanguage {
    /// English.
    #[default]
    English,
    /// French.
    French,
}

impl ShopLanguage {
    /// As pages say it.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::English => "en-US",
            Self::French => "fr-FR",
        }
    }

    /// As addresses say it.
    pub(crate) fn locale(self) -> &'static str {
        match self {
            Self::English => "en_US",
            Self::French => "fr_FR",
        }
    }
}

/// What addresses look like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Permalinks {
    /// `/wp-json/…`.
    #[default]
    Pretty,
    /// `?rest_route=…`.
    Plain,
}

/// How a practice shop is set up. What is absent is what is stored, at first what the contract saw
/// of the flavour.
#[derive(Clone, Debug, Default)]
pub struct ShopOptions {
    /// Which versions it behaves as.
    pub flavour: Flavour,
    /// The language of the site; users may have their own.
    pub language: Option<ShopLanguage>,
    /// The sub-folder it lives in: empty, or like `/boutique`.
    pub folder: Option<String>,
    /// What its addresses look like.
    pub permalinks: Option<Permalinks>,
    /// What everything random is drawn from, so that a run can be replayed; absent means chance.
    /// The certificate is always made by chance.
    pub seed: Option<u64>,
    /// How many keys to make at first; absent means the samples.
    pub keys: Option<usize>,
    /// The address the site believes to have, like `https://shop.example`, without the sub-folder;
    /// absent means the one it was asked at.
    pub home: Option<String>,
}

impl ShopOptions {
    /// What the contract saw of these versions.
    pub fn of(flavour: Flavour) -> Self {
        Self {
            flavour,
            ..Self::default()
        }
    }

    /// The sub-folder, empty or with a leading slash.
    pub(crate) fn folder(&self) -> String {
        let folder = self
            .folder
            .as_deref()
            .unwrap_or(self.flavour.usual_folder())
            .trim_matches('/');
        if folder.is_empty() {
            String::new()
        } else {
            format!("/{folder}")
        }
    }
}
