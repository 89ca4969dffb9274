//! What forms answer when something is wrong (contract 4.4, 5.3, 11.6 to 11.9).

use super::browser::Running;

const NEW_APP: &str = "/admin/api/apps/new";
const NEW_STORE: &str = "/admin/stores/new";

#[tokio::test]
async fn success_is_302_and_a_rejected_form_is_200() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let form = admin.form(NEW_STORE, "store").await.with_store("Fine");
    let reply = admin.submit(NEW_STORE, &form).await;
    assert_eq!(reply.status, 302);
    let landed = admin.get(reply.location()).await;
    assert_eq!(landed.count(".flash-messages .alert.alert-success"), 1);
    assert_eq!(
        admin.get(reply.location()).await.count(".flash-messages"),
        0
    );

    let bad = admin.form(NEW_STORE, "store").await.with_store("Bad");
    let reply = admin
        .submit(NEW_STORE, &bad.set("store[telephone]", "abc"))
        .await;
    assert_eq!(reply.status, 200);
    assert!(reply.error_of("store[telephone]").is_some());
    assert_eq!(reply.value_of("#store_telephone"), "abc");
    assert_eq!(reply.value_of("#store_name"), "Bad");
}

#[tokio::test]
async fn blank_names_and_addresses_crash() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let store = admin.form(NEW_STORE, "store").await;
    let unnamed = store.clone().with_store("  ");
    assert_eq!(admin.submit(NEW_STORE, &unnamed).await.status, 500);
    let homeless = store.set("store[name]", "No address");
    let reply = admin.submit(NEW_STORE, &homeless).await;
    assert_eq!(reply.status, 500);
    assert!(reply.text.contains("Oops! An Error Occurred"));

    let app = admin.form(NEW_APP, "api_app").await;
    for name in ["", "   ", &"x".repeat(129)] {
        let reply = admin
            .submit(NEW_APP, &app.clone().set("api_app[name]", name))
            .await;
        assert_eq!(reply.status, 500, "{name:?}");
    }
    let typeless = app
        .clone()
        .set("api_app[name]", "No type")
        .without("api_app[type]");
    assert_eq!(admin.submit(NEW_APP, &typeless).await.status, 500);
    let longest = app.set("api_app[name]", &"x".repeat(128));
    assert_eq!(admin.submit(NEW_APP, &longest).await.status, 302);
}

#[tokio::test]
async fn unknown_ids_and_identifiers_crash() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    assert_eq!(admin.get("/admin/api/apps/9999").await.status, 500);
    assert_eq!(admin.get("/admin/stores/9999").await.status, 500);
    for identifier in ["", "feedfeedfeedfeedfeedfeedfeedfeed"] {
        let reply = admin
            .post("/admin/api/apps", &[("oauth2_client", identifier)])
            .await;
        assert_eq!(reply.status, 500);
    }
    assert_eq!(admin.post("/admin/api/apps", &[]).await.status, 200);
}

#[tokio::test]
async fn bad_token_is_shown_on_the_app_form_and_hidden_on_the_store_form() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let app = admin
        .form(NEW_APP, "api_app")
        .await
        .set("api_app[name]", "Token");
    for bad in [
        app.clone().set("api_app[_token]", "no"),
        app.without("api_app[_token]"),
    ] {
        let reply = admin.submit(NEW_APP, &bad).await;
        assert_eq!(reply.status, 200);
        assert_eq!(
            reply.count("div#api_app > div.alert.alert-danger:first-child li"),
            1
        );
    }
    let store = admin.form(NEW_STORE, "store").await.with_store("Token");
    for bad in [
        store.clone().set("store[_token]", "no"),
        store.without("store[_token]"),
    ] {
        let reply = admin.submit(NEW_STORE, &bad).await;
        assert_eq!(reply.status, 200);
        assert_eq!(reply.count(".has-error") + reply.count(".alert-danger"), 0);
        assert_eq!(reply.value_of("#store_name"), "Token");
    }
}

#[tokio::test]
async fn tokens_differ_at_every_drawing_and_stay_valid_in_their_session() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let first = admin.form(NEW_STORE, "store").await.with_store("First");
    let second = admin.form(NEW_STORE, "store").await.with_store("Second");
    assert_ne!(first.value("store[_token]"), second.value("store[_token]"));
    for form in [&second, &first, &first] {
        assert_eq!(admin.submit(NEW_STORE, form).await.status, 302);
    }
    let mut other = running.signed_in("boss").await;
    assert_eq!(other.submit(NEW_STORE, &first).await.status, 200);
}

#[tokio::test]
async fn token_of_one_form_does_not_open_the_other() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let page = admin.get(NEW_STORE).await;
    let token = page.value_of("#store__token");
    let form = admin
        .form(NEW_APP, "api_app")
        .await
        .set("api_app[name]", "Mixed");
    let reply = admin
        .submit(NEW_APP, &form.set("api_app[_token]", &token))
        .await;
    assert_eq!(reply.status, 200);
}

#[tokio::test]
async fn sign_in_tokens_are_not_enforced() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let fields = [
        ("_username", "dispatcher"),
        ("_password", "practice"),
        ("_csrf_token", "nonsense"),
    ];
    assert_eq!(
        browser.post("/login_check", &fields).await.location(),
        "/admin"
    );
}

#[tokio::test]
async fn unknown_fields_refuse_the_whole_form() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let store = admin.form(NEW_STORE, "store").await.with_store("Extra");
    for name in ["store[colour]", "store[address][floor]", "store[cuit]"] {
        let reply = admin.submit(NEW_STORE, &store.clone().add(name, "x")).await;
        assert_eq!(reply.status, 200, "{name}");
        assert_eq!(reply.count(".has-error"), 0, "{name}");
    }
    let app = admin
        .form(NEW_APP, "api_app")
        .await
        .set("api_app[name]", "Extra");
    let reply = admin
        .submit(NEW_APP, &app.add("api_app[colour]", "x"))
        .await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.count("div#api_app > .alert-danger"), 1);
}

#[tokio::test]
async fn impossible_choices_are_errors_at_their_field() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let app = admin
        .form(NEW_APP, "api_app")
        .await
        .set("api_app[name]", "Choice");
    let cases = [
        ("api_app[type]", "magic", "api_app[type]"),
        ("api_app[scopes][]", "orders", "api_app[scopes][]"),
        ("api_app[store]", "9999", "api_app[store]"),
    ];
    for (name, value, place) in cases {
        let reply = admin.submit(NEW_APP, &app.clone().set(name, value)).await;
        assert_eq!(reply.status, 200, "{name}");
        assert!(reply.error_of(place).is_some(), "{name}");
    }
}

#[tokio::test]
async fn body_without_the_form_is_no_submission() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let reply = admin.post(NEW_APP, &[("other", "x")]).await;
    assert_eq!((reply.status, reply.count(".alert-danger")), (200, 0));
}

#[tokio::test]
async fn shop_apps_crash_on_blank_and_overlong_names_too() {
    let running = Running::start().await;
    let mut dispatcher = running.signed_in("dispatcher").await;
    let path = "/admin/restaurants/1/api/new";
    for (name, status) in [
        (" ".to_owned(), 500),
        ("é".repeat(129), 500),
        ("é".repeat(128), 302),
    ] {
        let form = dispatcher.form(path, "api_app").await;
        let form = form.set("api_app[name]", &name);
        assert_eq!(dispatcher.submit(path, &form).await.status, status);
    }
    assert_eq!(running.co_op.made().len(), 1);
}
