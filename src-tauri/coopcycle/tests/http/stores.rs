//! Making Stores, finding their place, giving them a time slot.

use crate::{
    pages,
    stage::{Stage, admin_token, html, json, moved, status},
};
use coopcycle::Error;
use keys::{NameError, ServerStoreId};

const FORM: &str = "GET /admin/stores/new";
const SEND: &str = "POST /admin/stores/new";

fn form() -> String {
    html(&pages::store_form(&pages::telephone(None)))
}

fn values(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let base = [
        ("store[name]", " Boulangerie "),
        ("store[address][streetAddress]", "1, rue de l'Exemple"),
        ("store[address][latitude]", "48.85"),
        ("store[address][longitude]", "2.35"),
    ];
    base.iter()
        .chain(pairs)
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

/// The body as pairs, decoded.
fn pairs(body: &str) -> Vec<(String, String)> {
    url::form_urlencoded::parse(body.as_bytes())
        .into_owned()
        .collect()
}

#[tokio::test]
async fn a_store_is_made_from_the_form_s_own_fields() {
    let stage = Stage::set([(FORM, form()), (SEND, moved("/admin/stores/31"))]).await;
    let given = values(&[
        ("store[enabled]", "1"),
        ("store[_token]", "forged"),
        ("store[siret]", "no such field here"),
        ("store[prefillPickupAddress]", "true"),
    ]);
    let id = stage.instance().create_store(&given).await.unwrap();
    assert_eq!(id, ServerStoreId(31));
    let sent = pairs(&stage.asked()[1].body);
    let expected = [
        ("store[name]", "Boulangerie"),
        ("store[website]", ""),
        ("store[telephone]", ""),
        ("store[address][streetAddress]", "1, rue de l'Exemple"),
        ("store[address][latitude]", "48.85"),
        ("store[address][longitude]", "2.35"),
        ("store[packageSet]", ""),
        ("store[prefillPickupAddress]", "1"),
        ("store[checkExpression]", "keep me"),
        ("store[billingMethod]", "unit"),
        ("store[_token]", "t0"),
    ];
    let expected: Vec<_> = expected
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    assert_eq!(sent, expected);
}

#[tokio::test]
async fn packages_are_required_only_of_a_package_set() {
    for (set, expected) in [("5", true), ("", false)] {
        let stage = Stage::set([(FORM, form()), (SEND, moved("/admin/stores/31"))]).await;
        let given = values(&[("store[packageSet]", set), ("store[packagesRequired]", "1")]);
        stage.instance().create_store(&given).await.unwrap();
        assert_eq!(stage.asked()[1].body.contains("packagesRequired"), expected);
    }
}

#[tokio::test]
async fn a_refused_telephone_comes_back_at_its_field_and_can_be_corrected() {
    for message in ["Ce numéro n'est pas valide", "Ungültige Nummer", "電話番号"] {
        let refused = pages::store_form(&pages::telephone(Some(message)));
        let stage = Stage::set([
            (FORM, form()),
            (SEND, html(&refused)),
            (FORM, form()),
            (SEND, moved("/admin/stores/31")),
        ])
        .await;
        let instance = stage.instance();
        let wrong = values(&[("store[telephone]", "abc")]);
        let Err(Error::FieldsRefused(fields)) = instance.create_store(&wrong).await else {
            panic!("not refused");
        };
        assert_eq!(fields.len(), 1);
        assert_eq!(fields[0].field, "store[telephone]");
        assert_eq!(fields[0].message, message);
        instance.create_store(&values(&[])).await.unwrap();
        stage.asked();
    }
}

#[tokio::test]
async fn a_silent_refusal_is_tried_once_more_with_a_fresh_form() {
    let stage = Stage::set([
        (FORM, form()),
        (SEND, form()),
        (FORM, form()),
        (SEND, form()),
    ])
    .await;
    let error = stage
        .instance()
        .create_store(&values(&[]))
        .await
        .unwrap_err();
    assert!(matches!(error, Error::RejectedWithoutMessage));
    stage.asked();
}

#[tokio::test]
async fn a_choice_the_form_does_not_offer_is_not_sent() {
    let stage = Stage::set([(FORM, form())]).await;
    let given = values(&[("store[packageSet]", "77")]);
    let result = stage.instance().create_store(&given).await;
    assert!(matches!(result, Err(Error::FormChanged { .. })));
    stage.asked();
}

#[tokio::test]
async fn blank_and_endless_names_are_refused_here() {
    let stage = Stage::set([]).await;
    let instance = stage.instance();
    let blank = values(&[("store[name]", " ")]);
    let result = instance.create_store(&blank).await;
    assert!(matches!(result, Err(Error::Name(NameError::Blank))));
    let endless = values(&[("store[name]", &"x".repeat(256))]);
    let result = instance.create_store(&endless).await;
    assert!(matches!(result, Err(Error::Name(NameError::TooLong(255)))));
    stage.asked();
}

#[tokio::test]
async fn a_place_is_found_or_not() {
    let line = "GET /search/geocode?address=1%2C+rue+de+l%27Exemple";
    let found = status(
        "200 OK\r\nContent-Type: application/json",
        r#"{"latitude":"48.85","longitude":2.35}"#,
    );
    let stage = Stage::set([(line, found)]).await;
    let position = stage
        .instance()
        .geocode("1, rue de l'Exemple")
        .await
        .unwrap();
    assert_eq!((position.latitude, position.longitude), (48.85, 2.35));
    stage.asked();
    let nothing = status("400 Bad Request\r\nContent-Type: application/json", "[]");
    let stage = Stage::set([(line, nothing)]).await;
    let instance = stage.instance();
    for address in ["1, rue de l'Exemple", "  "] {
        let result = instance.geocode(address).await;
        assert!(matches!(result, Err(Error::AddressNotFound)), "{address}");
    }
    stage.asked();
}

const STORE: &str = "PATCH /api/stores/3";

fn store(slot: &str) -> String {
    json(&format!(
        r#"{{"@id":"/api/stores/3","id":3,"name":"x","timeSlot":{slot},"timeSlots":["/api/time_slots/9"]}}"#
    ))
}

#[tokio::test]
async fn a_time_slot_is_chosen_and_judged_by_what_the_store_says() {
    let slot = "/api/time_slots/2";
    let stage = Stage::set([
        ("GET /profile/jwt", admin_token()),
        (STORE, store("\"/api/time_slots/2\"")),
    ])
    .await;
    let instance = stage.instance();
    instance
        .set_time_slot(ServerStoreId(3), slot)
        .await
        .unwrap();
    let asked = stage.asked();
    assert_eq!(asked[1].body, r#"{"timeSlot":"/api/time_slots/2"}"#);
    assert!(asked[1].head.contains("application/merge-patch+json"));
    let stage = Stage::set([
        ("GET /profile/jwt", admin_token()),
        (STORE, store("null")),
        (STORE, store("null")),
        ("GET /api/stores/3", store("\"/api/time_slots/2\"")),
    ])
    .await;
    stage
        .instance()
        .set_time_slot(ServerStoreId(3), slot)
        .await
        .unwrap();
    let expected = r#"{"timeSlots":["/api/time_slots/2","/api/time_slots/9"]}"#;
    assert_eq!(stage.asked()[2].body, expected);
}

#[tokio::test]
async fn time_slots_are_listed_by_name() {
    let body =
        r#"{"hydra:member":[{"@id":"/api/time_slots/2","name":"Matin"}],"hydra:totalItems":1}"#;
    let stage = Stage::set([
        ("GET /profile/jwt", admin_token()),
        ("GET /api/time_slots?itemsPerPage=100", json(body)),
    ])
    .await;
    let slots = stage.instance().time_slots().await.unwrap();
    assert_eq!(
        (slots[0].id.as_str(), slots[0].name.as_str()),
        ("/api/time_slots/2", "Matin")
    );
    stage.asked();
}
