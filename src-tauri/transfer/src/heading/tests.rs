//! Headings as people write them, language by language.

use super::{hinted, named};
use crate::ImportField::{self, BaseUrl, Identifier, Name, Note, Secret, Store};

/// A language's headings in the order of `FIELDS`.
type Headings = [&'static str; 6];

const FIELDS: [ImportField; 6] = [BaseUrl, Store, Name, Identifier, Secret, Note];

const LANGUAGES: [Headings; 9] = [
    [
        "Base URL",
        "Store",
        "App name",
        "API Key",
        "API Secret",
        "Notes",
    ],
    [
        "Instance",
        "Shop",
        "Name",
        "Client ID",
        "Secret key",
        "Note",
    ],
    [
        "URL de base",
        "Magasin",
        "Nom de l'application",
        "Identifiant",
        "Clé secrète",
        "Remarques",
    ],
    [
        "URL base",
        "Tienda",
        "Nombre",
        "Login",
        "Clave secreta",
        "Notas",
    ],
    [
        "Basis-URL",
        "Laden",
        "Bezeichnung",
        "Kennung",
        "Geheimschlüssel",
        "Notizen",
    ],
    [
        "Indirizzo del server",
        "Negozio",
        "Nome dell’app",
        "Identificatore",
        "Chiave segreta",
        "Nota",
    ],
    [
        "URL base",
        "Loja",
        "Nome",
        "Identificador",
        "Chave secreta",
        "Observações",
    ],
    [
        "URL base",
        "Botiga",
        "Nom",
        "Identificador",
        "Clau secreta",
        "Comentaris",
    ],
    [
        "server_url",
        "STORE-NAME",
        "app",
        "client_id",
        "client_secret",
        "comments",
    ],
];

#[test]
fn each_language_names_each_field() {
    for language in LANGUAGES {
        for (heading, field) in language.into_iter().zip(FIELDS) {
            assert_eq!(named(heading), Some(field), "{heading}");
        }
    }
}

#[test]
fn what_stands_in_brackets_does_not_hide_the_word() {
    assert_eq!(named("API Key (Identifier)"), Some(Identifier));
    assert_eq!(named("Secret: "), Some(Secret));
    assert_eq!(named("Identifiant *"), Some(Identifier));
}

#[test]
fn vague_words_only_hint() {
    for (heading, field) in [
        ("Adresse", BaseUrl),
        ("Username", Identifier),
        ("Group", Store),
    ] {
        assert_eq!(
            (named(heading), hinted(heading)),
            (None, Some(field)),
            "{heading}"
        );
    }
    assert_eq!(hinted("CoopCycle secret of the shop"), Some(Secret));
    assert_eq!((named("Phone"), hinted("Phone")), (None, None));
}

/// As WooCommerce calls them, and people after it, each in its language.
#[test]
fn the_halves_of_a_consumer_key_are_named() {
    for (key, secret) in [
        ("Consumer key", "Consumer secret"),
        ("consumer_key", "consumer_secret"),
        ("Clé client", "Secret client"),
        ("Clé du client", "Secret du client"),
        ("Clave de cliente", "Clave secreta de cliente"),
        ("Clave del cliente", "Secreto del cliente"),
        ("Clave de consumidor", "Secreto de consumidor"),
        ("Kundenschlüssel", "Kundengeheimnis"),
        ("Consumer-Key", "Consumer-Secret"),
        ("Verbraucherschlüssel", "Verbrauchergeheimnis"),
        ("Chiave cliente", "Segreto cliente"),
        ("Chiave utente", "Segreto utente"),
        ("Chave do consumidor", "Segredo do consumidor"),
        ("Chave do cliente", "Segredo do cliente"),
        ("Clau del client", "Secret del client"),
        ("Clau de consumidor", "Secret de consumidor"),
    ] {
        assert_eq!(named(key), Some(Identifier), "{key}");
        assert_eq!(named(secret), Some(Secret), "{secret}");
    }
    for url in [
        "Site URL",
        "Store URL",
        "URL du site",
        "Adresse du site",
        "URL del sitio",
        "Dirección del sitio",
        "Website-URL",
        "Adresse der Website",
        "URL del sito",
        "Indirizzo del sito",
        "URL do site",
        "Endereço do site",
        "URL del lloc",
        "Adreça del lloc",
    ] {
        assert_eq!(named(url), Some(BaseUrl), "{url}");
    }
}
