//! The list and the pages of API apps (contract 5.2 to 5.4, 11.10).

use scraper::{ElementRef, Selector};

use super::browser::{Reply, Running};

/// Cells of the row of an app.
fn cells(page: &Reply, app: i64) -> Vec<String> {
    let document = page.page();
    let (row, cell) = (
        Selector::parse("tbody tr").unwrap(),
        Selector::parse("td").unwrap(),
    );
    let link = Selector::parse(&format!("a[href='/admin/api/apps/{app}']")).unwrap();
    let found = document
        .select(&row)
        .find(|row| row.select(&link).next().is_some());
    let text = |cell: ElementRef| cell.text().collect::<String>().trim().to_owned();
    found
        .map(|row| row.select(&cell).map(text).collect())
        .unwrap_or_default()
}

fn copied(page: &Reply, app: i64) -> Vec<String> {
    let document = page.page();
    let (row, copy) = (
        Selector::parse("tbody tr").unwrap(),
        Selector::parse("[data-clipboard-text]").unwrap(),
    );
    let link = Selector::parse(&format!("a[href='/admin/api/apps/{app}']")).unwrap();
    let found = document
        .select(&row)
        .find(|row| row.select(&link).next().is_some())
        .unwrap();
    found
        .select(&copy)
        .map(|button| button.attr("data-clipboard-text").unwrap().into())
        .collect()
}

#[tokio::test]
async fn order_of_the_list_is_that_of_the_moment() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let first = admin
        .get("/admin/api/apps")
        .await
        .attributes("tbody td > a", "href");
    let second = admin
        .get("/admin/api/apps")
        .await
        .attributes("tbody td > a", "href");
    assert_eq!(first.len(), 50);
    assert_ne!(first, second);
}

#[tokio::test]
async fn rows_have_both_shapes() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let page = admin.get("/admin/api/apps").await;
    assert!(page.text.contains("<thead><th>#</th><th>"));
    assert_eq!(page.count("table"), 1);
    let oauth = cells(&page, 4);
    assert_eq!(oauth.len(), 6);
    assert_eq!(oauth[1], "Süß & Straße Webshop");
    assert_eq!(oauth[2], "Bäckerei Süß & Straße");
    assert!(oauth[4].starts_with("••••••••••••••••"));
    let pair = copied(&page, 4);
    assert_eq!((pair[0].len(), pair[1].len()), (32, 128));
    assert!(
        pair.concat()
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    );
    assert!(
        page.text.matches(&pair[1]).count() == 1,
        "the secret is in the copy button only"
    );

    let key = cells(&page, 9);
    assert_eq!(key.len(), 5);
    let copied = copied(&page, 9);
    assert_eq!((copied.len(), copied[0].len()), (1, 43));
    assert!(copied[0].starts_with("ak_"));
    assert_eq!(page.count("td[colspan='2']"), 7);
    assert_eq!(page.count("input[name=oauth2_client]"), 50);
}

#[tokio::test]
async fn star_stands_for_no_store_for_shops_and_for_a_store_of_that_name() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let page = admin.get("/admin/api/apps").await;
    let jwt = running.jwt("admin").await;
    let facts = [
        (15, Some("/api/stores/15"), None),
        (44, None, None),
        (47, None, Some("/api/restaurants/1")),
    ];
    for (app, store, shop) in facts {
        assert_eq!(cells(&page, app)[2], "＊", "{app}");
        let body = admin
            .call(&format!("/api/api_apps/{app}"), &jwt)
            .await
            .json();
        assert_eq!(body["store"].as_str(), store, "{app}");
        assert_eq!(body["shop"].as_str(), shop, "{app}");
    }
}

#[tokio::test]
async fn deleted_stores_stay_in_the_list_and_in_the_form() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let page = admin.get("/admin/api/apps").await;
    assert_eq!(cells(&page, 12)[2], "Ancienne Quincaillerie Fermée");
    let form = admin.get("/admin/api/apps/new").await;
    assert_eq!(form.count("#api_app_store option[value='12']"), 1);
    assert_eq!(form.count("#api_app_store option:first-child[value='']"), 1);
}

#[tokio::test]
async fn creation_leads_to_the_page_with_the_pair() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let path = "/admin/api/apps/new";
    let page = admin.get(path).await;
    assert_eq!(
        page.attributes("#api_app_scopes input", "value"),
        ["deliveries", "tasks", "orders:all", "tasks:all"]
    );
    assert_eq!(page.count("#api_app_scopes input[checked]"), 0);
    assert_eq!(page.value_of("#api_app_type option[selected]"), "oauth");
    let form = page
        .form("api_app")
        .set("api_app[name]", " Neu & gut ")
        .set("api_app[store]", "2");
    let reply = admin
        .submit(path, &form.add("api_app[scopes][]", "deliveries"))
        .await;
    assert_eq!(reply.status, 302);
    let detail = admin.get(reply.location()).await;
    assert_eq!(detail.count(".flash-messages .alert.alert-success"), 1);
    assert_eq!(detail.value_of("#api_app_name"), "Neu & gut");
    assert_eq!(detail.value_of("#api_app_client_id[disabled]").len(), 32);
    assert_eq!(
        detail.value_of("#api_app_client_secret[disabled]").len(),
        128
    );
    assert_eq!(
        detail.value_of("#api_app_store[disabled] option[selected]"),
        "2"
    );
    assert_eq!(
        detail.value_of("#api_app_scopes input[checked][disabled]"),
        "deliveries"
    );
    assert_eq!(detail.count("#api_app_type[disabled]"), 1);
    assert_eq!(
        detail.form("api_app").names(),
        ["api_app[name]", "api_app[_token]"]
    );
}

#[tokio::test]
async fn key_app_shows_its_key_instead_of_a_pair() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let form = admin
        .form("/admin/api/apps/new", "api_app")
        .await
        .set("api_app[name]", "Key");
    let reply = admin
        .submit("/admin/api/apps/new", &form.set("api_app[type]", "api_key"))
        .await;
    let detail = admin.get(reply.location()).await;
    assert!(
        detail
            .value_of("#api_app_apiKey[disabled]")
            .starts_with("ak_")
    );
    assert_eq!(
        detail.count("#api_app_client_id") + detail.count("#api_app_client_secret"),
        0
    );
}

#[tokio::test]
async fn shop_apps_have_their_own_pages_open_to_dispatchers() {
    let running = Running::start().await;
    let mut dispatcher = running.signed_in("dispatcher").await;
    let list = "/admin/restaurants/1/api";
    assert_eq!(
        dispatcher.get(list).await.attributes("tbody a", "href"),
        ["/admin/api/apps/47"]
    );
    let form = dispatcher
        .form("/admin/restaurants/1/api/new", "api_app")
        .await;
    assert_eq!(form.names(), ["api_app[name]", "api_app[_token]"]);
    let form = form.set("api_app[name]", "Meals");
    let reply = dispatcher
        .submit("/admin/restaurants/1/api/new", &form)
        .await;
    assert_eq!(reply.location(), list);
    let page = dispatcher.get(list).await;
    assert_eq!(page.count("tbody tr"), 2);
    assert_eq!(page.count("input[name=oauth2_client]"), 0);
    let mut admin = running.signed_in("admin").await;
    let detail = admin.get("/admin/api/apps/47").await;
    assert_eq!(detail.count("#api_app_scopes input[checked]"), 0);
}

#[tokio::test]
async fn apps_cannot_be_deleted() {
    let running = Running::start().await;
    let jwt = running.jwt("admin").await;
    let mut browser = running.browser();
    let request = browser
        .request(reqwest::Method::DELETE, "/api/api_apps/1")
        .bearer_auth(&jwt);
    assert_eq!(browser.send(request).await.unwrap().status, 405);
}
