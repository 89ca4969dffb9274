//! The list of Stores and the positions of addresses (contract 4.3, 4.5).

use super::browser::Running;

#[tokio::test]
async fn list_shows_twenty_by_name_without_deleted_ones() {
    let running = Running::start().await;
    let mut dispatcher = running.signed_in("dispatcher").await;
    let mut names = Vec::new();
    for number in 1..=3 {
        let page = dispatcher
            .get(&format!("/admin/stores?page={number}"))
            .await;
        assert_eq!(page.count("thead th"), 3);
        assert_eq!(
            page.count("thead tr th").min(1),
            page.count("thead tr").min(1)
        );
        assert!(page.text.contains("<thead><th>"));
        names.extend(page.attributes(".delete-store", "data-store-name"));
    }
    assert_eq!(names.len(), 47);
    assert!(names.iter().any(|name| name == "自転車花店"));
    assert!(
        names
            .iter()
            .any(|name| name == "Quincaillerie <Vis> \"Boulon\"")
    );
    assert_eq!(
        names
            .iter()
            .filter(|name| *name == "Le Petit Marché")
            .count(),
        2
    );
    assert!(
        !names
            .iter()
            .any(|name| name == "Ancienne Quincaillerie Fermée")
    );
}

#[tokio::test]
async fn list_as_json_stops_with_an_empty_page() {
    let running = Running::start().await;
    let mut dispatcher = running.signed_in("dispatcher").await;
    let mut sizes = Vec::new();
    for number in 1..=4 {
        let page = dispatcher
            .get(&format!("/admin/stores?format=json&page={number}"))
            .await;
        sizes.push(page.json().as_array().unwrap().len());
    }
    assert_eq!(sizes, [20, 20, 7, 0]);
    let found = dispatcher
        .get("/admin/stores?format=json&q=épi")
        .await
        .json();
    assert_eq!(found[0]["name"], "Boulangerie Épi d'Or");
    assert_eq!(found[0]["path"], "/admin/stores/1");
}

#[tokio::test]
async fn search_gives_all_matches_and_crashes_without_an_address() {
    let running = Running::start().await;
    let mut dispatcher = running.signed_in("dispatcher").await;
    let found = dispatcher
        .get("/admin/stores/search?format=json&q=petit")
        .await
        .json();
    assert_eq!(found.as_array().unwrap().len(), 2);
    assert!(found[0]["address"]["latitude"].is_number());
    assert_eq!(
        dispatcher
            .get("/admin/stores/search?format=json&q=atelier")
            .await
            .status,
        500
    );
    assert_eq!(
        dispatcher.get("/admin/stores/search?q=petit").await.status,
        500
    );
}

#[tokio::test]
async fn empty_list_has_no_table() {
    let running = Running::start().await;
    let mut dispatcher = running.signed_in("dispatcher").await;
    let page = dispatcher.get("/admin/stores?q=nothing-at-all").await;
    assert_eq!(
        (page.count("table"), page.count("div.alert.alert-info")),
        (0, 1)
    );
}

#[tokio::test]
async fn streets_of_the_town_are_found_without_signing_in() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let found = browser
        .get("/search/geocode?address=12+RUE+DU+PEDALIER")
        .await;
    assert_eq!((found.status, found.text.as_str()), (400, "[]"));
    let found = browser
        .get("/search/geocode?address=12+Place+du+Pedalier,+59999+Valmont")
        .await;
    assert_eq!(found.status, 200);
    let (latitude, longitude) = (&found.json()["latitude"], &found.json()["longitude"]);
    let back = browser
        .get(&format!("/search/reverse?lat={latitude}&lng={longitude}"))
        .await;
    assert!(
        back.json()["address"]
            .as_str()
            .unwrap()
            .contains("place du Pédalier")
    );
    assert_eq!(back.json()["postalCode"], "59999");
    assert_eq!(browser.get("/search/reverse?lat=1&lng=1").await.status, 400);
    assert_eq!(browser.get("/search/geocode?address=").await.status, 500);
    assert_eq!(browser.get("/search/geocode").await.status, 500);
}
