//! Stores: listed over pages, made by the server's own form, given a time slot (contract 4).

use super::{curl::Curl, stage::Stage};
use coopcycle::{Error, FieldKind, Instance};
use keys::{NameError, ServerStoreId};
use practice::{Act, FaultKind, Options};
use std::sync::Mutex;

const NEW: &str = "POST /admin/stores/new";
const STREET: &str = "store[address][streetAddress]";

fn values(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let pairs = pairs.iter();
    pairs
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

/// The least that makes a Store.
fn minimal(name: &str) -> Vec<(String, String)> {
    values(&[
        ("store[name]", name),
        (STREET, "3 rue du Timbre"),
        ("store[address][latitude]", "50.1256"),
        ("store[address][longitude]", "3.452"),
    ])
}

fn with(mut base: Vec<(String, String)>, more: &[(&str, &str)]) -> Vec<(String, String)> {
    base.extend(values(more));
    base
}

async fn refused_field(instance: &Instance, values: &[(String, String)]) -> (String, String) {
    match instance.create_store(values).await {
        Err(Error::FieldsRefused(fields)) => {
            assert_eq!(fields.len(), 1, "{fields:?}");
            (fields[0].field.clone(), fields[0].message.clone())
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn the_list_holds_every_store_but_deleted_ones() {
    let stage = Stage::start().await;
    let stores = stage.signed_in("dispatcher").await;
    let stores = stores.stores(&|_, _| {}).await.unwrap();
    let ids: Vec<_> = stores.iter().map(|store| store.server_id.0).collect();
    let living: Vec<_> = (1..=48).filter(|id| *id != 12).collect();
    assert_eq!(ids, living);
    assert_eq!(stores[0].name, "Boulangerie Épi d'Or");
    assert_eq!(stores[0].time_slot.as_deref(), Some("/api/time_slots/1"));
    assert!(stores[0].address.contains("rue des Sacoches"));
    assert!(stores[0].position.is_some());
    let unplaced = stores.iter().find(|store| store.server_id.0 == 21).unwrap();
    assert_eq!((unplaced.address.as_str(), unplaced.position), ("", None));
}

#[tokio::test]
async fn a_long_list_is_read_page_by_page_to_its_end() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    for number in 0..55 {
        let store = minimal(&format!("Kiosque {number}"));
        admin.create_store(&store).await.unwrap();
    }
    let heard = Mutex::new(Vec::new());
    let stores = admin
        .stores(&|done, total| heard.lock().unwrap().push((done, total)))
        .await
        .unwrap();
    assert_eq!(stores.len(), 102);
    assert_eq!(*heard.lock().unwrap(), [(100, Some(102)), (102, Some(102))]);
    assert_eq!(stores.last().unwrap().name, "Kiosque 54");
}

#[tokio::test]
async fn a_deleted_store_leaves_the_list_and_stays_in_the_form_for_keys() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let act = Act::DeleteStore { store: Some(3) };
    stage.co_op.act(&act).unwrap();
    let stores = admin.stores(&|_, _| {}).await.unwrap();
    assert!(stores.iter().all(|store| store.server_id.0 != 3));
    let offered = admin.app_form().await.unwrap().stores;
    assert!(offered.iter().any(|(id, _)| *id == ServerStoreId(3)));
}

#[tokio::test]
async fn a_store_needs_no_more_than_a_name_and_a_place() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let id = admin.create_store(&minimal("  Kiosque du Pont ")).await;
    let id = id.unwrap();
    assert_eq!(stage.count(NEW), 1);
    let stores = admin.stores(&|_, _| {}).await.unwrap();
    let made = stores.iter().find(|store| store.server_id == id).unwrap();
    assert_eq!(made.name, "Kiosque du Pont");
    assert_eq!(made.position.unwrap().latitude.to_string(), "50.1256");
    assert_eq!(made.time_slot, None);
    // As every Store made in a browser.
    let jwt = Curl::new(&stage).jwt("admin").await;
    let path = format!("/api/stores/{}", id.0);
    let json = Curl::new(&stage).call(&path, &jwt).await.json();
    assert_eq!(json["enabled"], false);
}

#[tokio::test]
async fn every_field_of_a_french_instance_arrives() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let filled = with(
        minimal("Kiosque complet"),
        &[
            ("store[legalName]", "Kiosque SCOP"),
            ("store[website]", "kiosque.example"),
            ("store[telephone]", "01 23 45 67 89"),
            ("store[address][postalCode]", "59999"),
            ("store[siret]", "73282932000074"),
            ("store[vat_number]", "FR00practice"),
            ("store[rcs_number]", "rcs-practice"),
            ("store[cuit]", "not in this country"),
            ("store[pricingRuleSet]", "2"),
            ("store[packageSet]", "1"),
            ("store[packagesRequired]", "1"),
            ("store[defaultCourier]", "courier"),
            ("store[multiDropEnabled]", "true"),
            ("store[weightRequired]", "0"),
        ],
    );
    let id = admin.create_store(&filled).await.unwrap();
    let mut curl = Curl::admin(&stage).await;
    let page = curl.get(&format!("/admin/stores/{}", id.0)).await.text;
    for value in [
        "Kiosque SCOP",
        "http://kiosque.example",
        "73282932000074",
        "FR00practice",
        "rcs-practice",
    ] {
        assert!(page.contains(&format!("value=\"{value}\"")), "{value}");
    }
    assert!(!page.contains("not in this country"));
    let jwt = curl.jwt("admin").await;
    let json = curl.call(&format!("/api/stores/{}", id.0), &jwt).await;
    let json = json.json();
    assert_eq!(json["pricingRuleSet"], "/api/pricing_rule_sets/2");
    assert_eq!(json["packagesRequired"], true);
    assert_eq!(json["multiDropEnabled"], true);
    assert_eq!(json["weightRequired"], false);
}

#[tokio::test]
async fn fields_differ_by_country() {
    for (country, has_siret, has_cuit) in [
        ("fr", true, false),
        ("ar", false, true),
        ("de", false, false),
    ] {
        let stage = Stage::start_with(Options {
            country: country.to_owned(),
            ..Options::default()
        })
        .await;
        let admin = stage.signed_in("admin").await;
        let form = admin.store_form().await.unwrap();
        let has = |name: &str| form.fields.iter().any(|field| field.name == name);
        assert_eq!(has("store[siret]"), has_siret, "{country}");
        assert_eq!(has("store[rcs_number]"), has_siret, "{country}");
        assert_eq!(has("store[cuit]"), has_cuit, "{country}");
        assert!(!has("store[_token]") && !has("store[enabled]"), "{country}");
        let filled = with(
            minimal("Kiosque"),
            &[("store[cuit]", "20-0"), ("store[siret]", "")],
        );
        admin.create_store(&filled).await.unwrap();
    }
}

#[tokio::test]
async fn the_form_tells_what_can_be_chosen() {
    let stage = Stage::start().await;
    let form = stage.signed_in("admin").await.store_form().await.unwrap();
    let field = |name: &str| form.fields.iter().find(|field| field.name == name).unwrap();
    let FieldKind::Select { options } = &field("store[pricingRuleSet]").kind else {
        panic!("no choice of prices");
    };
    let values: Vec<_> = options.iter().map(|option| &option.value[..]).collect();
    assert_eq!(values, ["", "2", "3", "1"]);
    assert_eq!(field(STREET).kind, FieldKind::Search);
    assert_eq!(field("store[telephone]").kind, FieldKind::Tel);
    let coordinates = &field("store[address][latitude]").kind;
    assert_eq!(*coordinates, FieldKind::Hidden);
    assert!(field("store[packagesRequired]").disabled);
}

#[tokio::test]
async fn refused_fields_are_told_by_name() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    for (name, value) in [
        ("store[telephone]", "abc"),
        ("store[telephone]", "12"),
        ("store[siret]", "12345678901234"),
        ("store[siret]", "00000000000000"),
    ] {
        let filled = with(minimal("Kiosque"), &[(name, value)]);
        let (field, message) = refused_field(&admin, &filled).await;
        assert_eq!(field, name, "{value}");
        assert!(!message.is_empty(), "{value}");
    }
    assert_eq!(admin.stores(&|_, _| {}).await.unwrap().len(), 47);
    assert_eq!(stage.count(NEW), 4);
}

#[tokio::test]
async fn an_address_without_a_position_is_refused_at_the_street() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let placeless = values(&[("store[name]", "Kiosque"), (STREET, "3 rue du Timbre")]);
    assert_eq!(refused_field(&admin, &placeless).await.0, STREET);
    let comma = with(minimal("Kiosque"), &[("store[address][latitude]", "50,1")]);
    assert_eq!(refused_field(&admin, &comma).await.0, STREET);
}

#[tokio::test]
async fn what_would_crash_the_server_is_never_sent() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let before = stage.requests().len();
    for name in ["", "  \t"] {
        let result = admin.create_store(&minimal(name)).await;
        assert!(
            matches!(result, Err(Error::Name(NameError::Blank))),
            "{result:?}"
        );
    }
    let long = admin.create_store(&minimal(&"é".repeat(256))).await;
    assert!(
        matches!(long, Err(Error::Name(NameError::TooLong(255)))),
        "{long:?}"
    );
    let nowhere = with(minimal("Kiosque"), &[(STREET, "  ")]);
    let result = admin.create_store(&nowhere).await;
    assert!(matches!(result, Err(Error::AddressMissing)), "{result:?}");
    assert_eq!(stage.requests().len(), before);
    let longest = minimal(&"é".repeat(255));
    assert!(admin.create_store(&longest).await.is_ok());
}

#[tokio::test]
async fn a_form_that_aged_is_built_anew_and_sent_once_more() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let ageing = FaultKind::ExpireSession { remembered: false };
    stage.spoil("POST", "/admin/stores/new", ageing.clone());
    let id = admin.create_store(&minimal("Kiosque")).await.unwrap();
    assert_eq!(id, ServerStoreId(49));
    assert_eq!(stage.count(NEW), 2);
    stage.spoil("POST", "/admin/stores/new", ageing.clone());
    let second = admin.create_store(&minimal("Kiosque")).await;
    assert_eq!(second.unwrap(), ServerStoreId(50));
}

#[tokio::test]
async fn a_form_refused_twice_without_a_reason_is_given_up() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let ageing = FaultKind::ExpireSession { remembered: false };
    let fault = practice::Fault::on("/admin/stores/new", ageing).for_method("POST");
    stage.co_op.add_fault(fault);
    let result = admin.create_store(&minimal("Kiosque")).await;
    assert!(
        matches!(result, Err(Error::RejectedWithoutMessage)),
        "{result:?}"
    );
    assert_eq!(stage.count(NEW), 2);
    assert_eq!(admin.stores(&|_, _| {}).await.unwrap().len(), 47);
}

#[tokio::test]
async fn a_store_is_given_a_time_slot() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let slots = admin.time_slots().await.unwrap();
    assert_eq!(slots.len(), 3);
    assert_eq!(slots[1].name, "Matin 9 h - 12 h");
    let id = admin.create_store(&minimal("Kiosque")).await.unwrap();
    admin.set_time_slot(id, &slots[1].id).await.unwrap();
    let stores = admin.stores(&|_, _| {}).await.unwrap();
    let made = stores.iter().find(|store| store.server_id == id).unwrap();
    assert_eq!(made.time_slot.as_ref(), Some(&slots[1].id));
    let unknown = admin.set_time_slot(ServerStoreId(999), &slots[0].id).await;
    assert!(matches!(unknown, Err(Error::NotFound)), "{unknown:?}");
    let dispatcher = stage.signed_in("dispatcher").await;
    let result = dispatcher.set_time_slot(id, &slots[0].id).await;
    assert!(matches!(result, Err(Error::NotAdmin)), "{result:?}");
}

#[tokio::test]
async fn an_address_is_found_or_told_unknown() {
    let stage = Stage::start().await;
    let anybody = stage.instance();
    let found = anybody.geocode("12 rue du Guidon, Valmont").await.unwrap();
    assert!((found.latitude - 50.1212).abs() < 0.001);
    for nowhere in ["Atlantis", "  "] {
        let result = anybody.geocode(nowhere).await;
        assert!(matches!(result, Err(Error::AddressNotFound)), "{result:?}");
    }
}
