//! What people write over the values of a site's consumer key, folded like the other words and in
//! the same order of languages.

use crate::ImportField::{self, BaseUrl, Identifier, Secret};

/// Headings that name a field.
pub(super) const SITE_WORDS: &[(ImportField, &[&str])] = &[
    (
        Secret,
        &[
            "clavesecretadecliente",
            "clavesecretadelcliente",
            "secretodecliente",
            "secretodeconsumidor",
            "secretodelconsumidor", //
            "kundengeheimnis",
            "verbrauchergeheimnis", //
            "segretocliente",
            "segretodelcliente",
            "segretoutente", //
            "segredodoconsumidor",
            "segredodeconsumidor", //
            "secretdeconsumidor",
            "secretdelconsumidor",
        ],
    ),
    (
        Identifier,
        &[
            "cleclient",
            "cleduclient",
            "clefclient", //
            "clavecliente",
            "clavedecliente",
            "clavedelcliente",
            "clavedeconsumidor",
            "clavedelconsumidor", //
            "kundenschlussel",
            "verbraucherschlussel", //
            "chiavecliente",
            "chiavedelcliente",
            "chiaveutente", //
            "chavedocliente",
            "chavedoconsumidor",
            "chavedeconsumidor", //
            "claudelclient",
            "claudeconsumidor",
            "claudelconsumidor",
        ],
    ),
    (
        BaseUrl,
        &[
            "siteurl",
            "siteaddress",
            "storeurl",
            "shopurl", //
            "urldusite",
            "adressedusite", //
            "urldelsitio",
            "direcciondelsitio", //
            "websiteurl",
            "urlderwebsite",
            "adressederwebsite", //
            "urldelsito",
            "indirizzodelsito", //
            "urldosite",
            "enderecodosite", //
            "urldellloc",
            "adrecadellloc",
        ],
    ),
];
