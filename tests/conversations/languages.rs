//! The same work in every language: nothing depends on a word that people read (contract 7).

use super::{desk::Desk, stage::Stage};
use coopcycle::{Error, Instance, NewApp};
use keys::{AppName, KeyType, Scope, ServerStoreId};
use practice::{Mode, Options};

/// Languages with the server's words about a missing position.
const LANGUAGES: [(&str, &str); 4] = [
    ("en", "Please select an address in the dropdown"),
    (
        "fr",
        "Veuillez sélectionner une adresse dans la liste déroulante",
    ),
    ("es", "Selecciona una dirección en el menú desplegable"),
    ("de", "Bitte wählen Sie eine Adresse aus dem Auswahlfeld"),
];

async fn stage_in(locale: &str) -> Stage {
    Stage::start_with(Options {
        locale: locale.to_owned(),
        ..Options::default()
    })
    .await
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let pairs = pairs.iter();
    pairs
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

/// What the server says of a Store without a position.
async fn words(instance: &Instance) -> String {
    let placeless = pairs(&[
        ("store[name]", "Kiosque"),
        ("store[address][streetAddress]", "3 rue du Timbre"),
    ]);
    match instance.create_store(&placeless).await {
        Err(Error::FieldsRefused(fields)) => fields[0].message.clone(),
        other => panic!("{other:?}"),
    }
}

async fn work(stage: &Stage, admin: &Instance) {
    let store = pairs(&[
        ("store[name]", "Kiosque"),
        ("store[address][streetAddress]", "3 rue du Timbre"),
        ("store[address][latitude]", "50.1256"),
        ("store[address][longitude]", "3.452"),
    ]);
    let store = admin.create_store(&store).await.unwrap();
    let new = NewApp {
        name: AppName::parse("Kiosque web").unwrap(),
        key_type: KeyType::OAuth,
        scopes: vec![Scope::Deliveries],
        store: Some(store),
    };
    let id = admin.create_app(&new).await.unwrap();
    let before = admin.app(id).await.unwrap();
    assert_eq!(before.store, Some(store));
    let coopcycle::Credentials::OAuth { identifier, .. } = &before.credentials else {
        panic!("no pair");
    };
    admin.renew_secret(identifier).await.unwrap();
    let listed = admin.apps().await.unwrap();
    assert_eq!(listed.len(), 51);
    let after = listed.iter().find(|app| app.server_id == id).unwrap();
    assert_eq!(after.store_name, "Kiosque");
    assert_ne!(after.credentials, before.credentials);
    assert_eq!(stage.count("POST /admin/api/apps/new"), 1);
}

#[tokio::test]
async fn everything_works_in_the_language_of_the_instance() {
    for (locale, expected) in LANGUAGES {
        let stage = stage_in(locale).await;
        let admin = stage.signed_in("admin").await;
        assert_eq!(words(&admin).await, expected, "{locale}");
        work(&stage, &admin).await;
    }
}

#[tokio::test]
async fn everything_works_in_a_language_asked_for() {
    for (locale, expected) in LANGUAGES {
        let stage = stage_in("it").await;
        let admin = stage.signed_in("admin").await;
        admin.set_language(locale).await.unwrap();
        assert_eq!(words(&admin).await, expected, "{locale}");
        work(&stage, &admin).await;
    }
}

#[tokio::test]
async fn a_language_lasts_as_long_as_the_session() {
    let stage = stage_in("fr").await;
    let admin = stage.signed_in("admin").await;
    admin.set_language("de").await.unwrap();
    let later = stage.instance();
    later.restore_session(&admin.session()).unwrap();
    assert_eq!(words(&later).await, LANGUAGES[3].1);
    let other = stage.signed_in("admin").await;
    assert_eq!(words(&other).await, LANGUAGES[1].1);
}

#[tokio::test]
async fn a_language_the_server_does_not_have_changes_nothing() {
    let stage = stage_in("fr").await;
    let admin = stage.signed_in("admin").await;
    admin.set_language("tlh").await.unwrap();
    assert_eq!(words(&admin).await, LANGUAGES[1].1);
    let result = admin.set_language("fr&page=2").await;
    assert!(matches!(result, Err(Error::NotFound)), "{result:?}");
}

#[tokio::test]
async fn labels_come_in_the_language_and_fall_back_to_english() {
    let stage = stage_in("de").await;
    let admin = stage.signed_in("admin").await;
    let form = admin.store_form().await.unwrap();
    let label = |name: &str| {
        let field = form.fields.iter().find(|field| field.name == name);
        field.unwrap().label.clone()
    };
    assert_eq!(label("store[telephone]"), "Telefon");
    assert_eq!(label("store[siret]"), "SIRET number");
}

#[tokio::test]
async fn older_pages_work_in_every_language_too() {
    for mode in [
        Mode::BeforeSecondFactor,
        Mode::BeforeScopes,
        Mode::FirstApps,
    ] {
        for (locale, expected) in LANGUAGES {
            let stage = Stage::start_with(Options {
                locale: locale.to_owned(),
                mode: Some(mode),
                ..Options::default()
            })
            .await;
            let admin = stage.signed_in("admin").await;
            assert_eq!(words(&admin).await, expected, "{mode:?} {locale}");
            let new = NewApp {
                name: AppName::parse("Kiosque web").unwrap(),
                key_type: KeyType::OAuth,
                scopes: vec![Scope::Deliveries],
                store: Some(ServerStoreId(2)),
            };
            let id = admin.create_app(&new).await.unwrap();
            let listed = admin.apps().await.unwrap();
            let made = listed.iter().find(|app| app.server_id == id).unwrap();
            assert_ne!(made.credentials, coopcycle::Credentials::Unread);
        }
    }
}

#[tokio::test]
async fn the_language_of_the_window_is_asked_of_the_server_when_connecting() {
    for (language, expected) in [LANGUAGES[0], LANGUAGES[1]] {
        let stage = stage_in("es").await;
        let desk = Desk::new(&stage);
        desk.context.set_language(language);
        let id = desk.connect(&stage, "admin").await;
        let placeless = pairs(&[
            ("store[name]", "Kiosque"),
            ("store[address][streetAddress]", "3 rue du Timbre"),
        ]);
        let result = operations::create_store(&desk.context, id, &placeless).await;
        let Err(operations::Error::Server {
            source: Error::FieldsRefused(fields),
            ..
        }) = result
        else {
            panic!("{result:?}");
        };
        assert_eq!(fields[0].message, expected);
    }
}
