//! What stands on which sheet: the receivers' own names of the fields, and which sentences follow.

use keys::{KeyType, Permission, Platform};

/// The names of the sentences of a sheet, in their order.
pub(crate) struct Outline {
    /// What this is for.
    pub(crate) lead: &'static str,
    /// What to do.
    pub(crate) steps: &'static [&'static str],
    /// What helps when it does not work.
    pub(crate) notes: &'static [&'static str],
}

/// Whether buyers choose a delivery date there, from the Store's time slot.
pub(crate) fn offers_dates(platform: Platform, key_type: KeyType) -> bool {
    let is_shop = matches!(
        platform,
        Platform::WooCommerce | Platform::PrestaShop | Platform::Shopify
    );
    is_shop && key_type == KeyType::OAuth
}

/// What a receiver calls the three values, in every language: no plugin translates them.
pub(crate) struct Fields {
    pub(crate) base_url: &'static str,
    pub(crate) identifier: &'static str,
    pub(crate) secret: &'static str,
}

/// What the receivers of such a key on that platform call the values.
pub(crate) fn fields(platform: Platform, key_type: KeyType) -> Fields {
    let (base_url, identifier, secret) = match (platform, key_type) {
        (_, KeyType::Consumer) => ("Site URL", "Consumer key", "Consumer secret"),
        (Platform::WooCommerce, _) => ("Base URL", "API Key", "API Secret"),
        (Platform::PrestaShop, _) => ("URL of CoopCycle server", "API key", "API secret"),
        (Platform::Shopify | Platform::Php | Platform::Curl | Platform::Api, _) => {
            ("Base URL", "client_id", "client_secret")
        }
    };
    Fields {
        base_url,
        identifier,
        secret,
    }
}

/// The name of the `ak_` value, in every language.
pub(crate) const API_KEY_FIELD: &str = "ak_…";

/// Whether receivers on that platform can enter such a key at all: shop plugins exchange a pair
/// for tokens and have no field for an `ak_` value.
pub(crate) fn fits(platform: Platform, key_type: KeyType) -> bool {
    match (platform, key_type) {
        (_, KeyType::OAuth | KeyType::Consumer)
        | (Platform::Shopify | Platform::Php | Platform::Curl | Platform::Api, KeyType::ApiKey) => {
            true
        }
        (Platform::WooCommerce | Platform::PrestaShop, KeyType::ApiKey) => false,
    }
}

/// What a consumer key may do, in one sentence; none while that is unknown.
pub(crate) fn may_do(permission: Option<Permission>) -> Option<&'static str> {
    permission.map(|permission| match permission {
        Permission::Read => "consumer-may-read",
        Permission::Write => "consumer-may-write",
        Permission::ReadWrite => "consumer-may-both",
    })
}

/// The sentences of the sheet for that platform and kind of key. What a consumer key may do counts
/// for nothing with others.
pub(crate) fn outline(
    platform: Platform,
    key_type: KeyType,
    permission: Option<Permission>,
) -> Outline {
    match key_type {
        KeyType::OAuth => of_pair(platform),
        KeyType::Consumer => of_consumer_key(platform, permission),
        KeyType::ApiKey if fits(platform, key_type) => of_api_key(platform),
        KeyType::ApiKey => Outline {
            lead: "unfit-lead",
            steps: &[
                "unfit-step-1",
                "unfit-step-2",
                "unfit-step-3",
                "unfit-step-4",
            ],
            notes: &["unfit-note-1", "api-key-note-401"],
        },
    }
}

fn of_pair(platform: Platform) -> Outline {
    match platform {
        Platform::WooCommerce => Outline {
            lead: "woocommerce-lead",
            steps: &[
                "woocommerce-step-1",
                "woocommerce-step-2",
                "woocommerce-step-3",
                "woocommerce-step-4",
                "woocommerce-step-5",
                "woocommerce-step-6",
                "woocommerce-step-7",
            ],
            notes: &["woocommerce-note-1", "woocommerce-note-2"],
        },
        Platform::PrestaShop => Outline {
            lead: "prestashop-lead",
            steps: &[
                "prestashop-step-1",
                "prestashop-step-2",
                "prestashop-step-3",
                "prestashop-step-4",
                "prestashop-step-5",
                "prestashop-step-6",
            ],
            notes: &["prestashop-note-1", "prestashop-note-2"],
        },
        Platform::Shopify => Outline {
            lead: "shopify-lead",
            steps: &[
                "shopify-step-1",
                "shopify-step-2",
                "shopify-step-3",
                "shopify-step-4",
                "shopify-step-5",
            ],
            notes: &["note-401", "note-400"],
        },
        Platform::Php => Outline {
            lead: "php-lead",
            steps: &["php-step-1", "php-step-2", "php-step-3", "php-step-4"],
            notes: &["note-401", "note-400"],
        },
        Platform::Curl => Outline {
            lead: "curl-lead",
            steps: &["curl-step-1", "curl-step-2", "curl-step-3", "curl-step-4"],
            notes: &["note-401", "note-400", "curl-note-1"],
        },
        Platform::Api => Outline {
            lead: "api-lead",
            steps: &[
                "api-step-1",
                "api-step-2",
                "api-step-3",
                "api-step-4",
                "api-step-5",
            ],
            notes: &["note-401", "note-400"],
        },
    }
}

fn of_api_key(platform: Platform) -> Outline {
    let steps: &'static [&'static str] = match platform {
        Platform::Php => &[
            "api-key-step-1",
            "api-key-step-php",
            "api-key-step-3",
            "api-key-step-4",
        ],
        Platform::Curl => &[
            "api-key-step-1",
            "curl-step-1",
            "api-key-step-3",
            "api-key-step-4",
        ],
        _ => &[
            "api-key-step-1",
            "api-key-step-keep",
            "api-key-step-3",
            "api-key-step-4",
        ],
    };
    Outline {
        lead: "api-key-lead",
        steps,
        notes: &["api-key-note-401", "api-key-note-403"],
    }
}

/// Whoever calls a site does it in one of three ways; anything else is an API of its own.
fn of_consumer_key(platform: Platform, permission: Option<Permission>) -> Outline {
    let reads = permission.is_none_or(Permission::reads);
    let steps: &'static [&'static str] = match (platform, reads) {
        (Platform::Php, true) => &[
            "consumer-step-https",
            "consumer-step-php",
            "consumer-step-reads",
            "consumer-step-lost",
            "consumer-step-revoke",
        ],
        (Platform::Php, false) => &[
            "consumer-step-https",
            "consumer-step-php",
            "consumer-step-writes",
            "consumer-step-lost",
            "consumer-step-revoke",
        ],
        (Platform::Curl, true) => &[
            "consumer-step-https",
            "curl-step-1",
            "consumer-step-reads",
            "consumer-step-keep",
            "consumer-step-lost",
            "consumer-step-revoke",
        ],
        (Platform::Curl, false) => &[
            "consumer-step-https",
            "curl-step-1",
            "consumer-step-writes",
            "consumer-step-keep",
            "consumer-step-lost",
            "consumer-step-revoke",
        ],
        (_, true) => &[
            "consumer-step-https",
            "consumer-step-keep",
            "consumer-step-reads",
            "consumer-step-lost",
            "consumer-step-revoke",
        ],
        (_, false) => &[
            "consumer-step-https",
            "consumer-step-keep",
            "consumer-step-writes",
            "consumer-step-lost",
            "consumer-step-revoke",
        ],
    };
    Outline {
        lead: "consumer-lead",
        steps,
        notes: &[
            "consumer-note-view",
            "consumer-note-error",
            "consumer-note-403",
        ],
    }
}
