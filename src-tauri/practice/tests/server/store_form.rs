//! The Store form (contract 4.4, 11.9).

use practice::Options;

use super::browser::Running;

const NEW: &str = "/admin/stores/new";

#[tokio::test]
async fn form_is_opened_twice() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let page = admin.get(NEW).await;
    assert_eq!(page.text.matches("<form name=\"store\"").count(), 2);
    assert_eq!(page.text.matches("</form>").count(), 2);
    assert_eq!(page.count("form[name=store]"), 1);
    assert!(page.form("store").names().contains(&"store[_token]"));
    assert_eq!(page.count("meta[name=application-auth-jwt]"), 1);
}

#[tokio::test]
async fn enabled_checkbox_is_concealed_and_any_value_means_true() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let page = admin.get(NEW).await;
    assert_eq!(
        page.count("div.hidden input[type=checkbox]#store_enabled:not([checked])"),
        1
    );
    let jwt = running.jwt("boss").await;
    let mut ids = Vec::new();
    for value in [None, Some("0")] {
        let form = admin.form(NEW, "store").await.with_store("Enabled?");
        let form = match value {
            Some(value) => form.add("store[enabled]", value),
            None => form,
        };
        let reply = admin.submit(NEW, &form).await;
        ids.push(reply.location().rsplit('/').next().unwrap().to_owned());
    }
    let plain = admin
        .call(&format!("/api/stores/{}", ids[0]), &jwt)
        .await
        .json();
    let zero = admin
        .call(&format!("/api/stores/{}", ids[1]), &jwt)
        .await
        .json();
    assert_eq!(
        (&plain["enabled"], &zero["enabled"]),
        (&false.into(), &true.into())
    );
}

#[tokio::test]
async fn coordinates_must_be_numbers_with_a_dot_and_fail_on_the_street() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    for (latitude, longitude) in [("", ""), ("50,1", "3.4"), ("50.1", "east")] {
        let form = admin.form(NEW, "store").await.with_store("Where");
        let form = form
            .set("store[address][latitude]", latitude)
            .set("store[address][longitude]", longitude);
        let reply = admin.submit(NEW, &form).await;
        assert_eq!(reply.status, 200);
        let message = reply.error_of("store[address][streetAddress]").unwrap();
        assert_eq!(
            message,
            "Veuillez sélectionner une adresse dans la liste déroulante"
        );
    }
    let form = admin.form(NEW, "store").await.with_store("Sea");
    let form = form
        .set("store[address][latitude]", "0.0")
        .set("store[address][longitude]", "-9.5");
    assert_eq!(admin.submit(NEW, &form).await.status, 302);
}

#[tokio::test]
async fn telephones_are_judged_by_the_country() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let cases = [
        ("01 99 00 00 00", true),
        ("+33 1 99 00 00 00", true),
        ("+4930123456", true),
        ("0199", false),
        ("letters", false),
        ("+33 0199", false),
    ];
    for (typed, is_good) in cases {
        let form = admin.form(NEW, "store").await.with_store("Ring");
        let reply = admin
            .submit(NEW, &form.set("store[telephone]", typed))
            .await;
        assert_eq!(reply.status == 302, is_good, "{typed}");
        assert_eq!(
            reply.error_of("store[telephone]").is_none(),
            is_good,
            "{typed}"
        );
    }
}

#[tokio::test]
async fn siret_needs_a_good_sum_and_a_place_in_the_register() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let cases = [
        ("73282932000074", true),
        ("73282932000075", false),
        ("732 829 320 00074", false),
        ("00000000000000", false),
    ];
    for (typed, is_good) in cases {
        let form = admin.form(NEW, "store").await.with_store("Siret");
        let reply = admin.submit(NEW, &form.set("store[siret]", typed)).await;
        assert_eq!(reply.error_of("store[siret]").is_none(), is_good, "{typed}");
        assert_eq!(reply.status == 302, is_good, "{typed}");
    }
}

#[tokio::test]
async fn required_packages_need_a_package_set() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let page = admin.get(NEW).await;
    assert_eq!(page.count("#store_packagesRequired[disabled]"), 1);
    let form = page
        .form("store")
        .with_store("Box")
        .add("store[packagesRequired]", "1");
    let reply = admin.submit(NEW, &form).await;
    assert!(reply.error_of("store[packagesRequired]").is_some());
    let reply = admin.submit(NEW, &form.set("store[packageSet]", "1")).await;
    assert_eq!(reply.status, 302);
}

#[tokio::test]
async fn fields_follow_the_country() {
    let running = Running::start().await;
    let names = running.signed_in("admin").await.form(NEW, "store").await;
    assert!(names.names().contains(&"store[siret]") && !names.names().contains(&"store[cuit]"));
    let options = Options {
        country: "ar".to_owned(),
        ..Options::default()
    };
    let running = Running::start_with(options).await;
    let names = running.signed_in("admin").await.form(NEW, "store").await;
    assert!(!names.names().contains(&"store[siret]") && names.names().contains(&"store[cuit]"));
}

#[tokio::test]
async fn website_gets_a_scheme_and_fields_come_back_on_the_page() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let form = admin.form(NEW, "store").await.with_store("Élan & <Co>");
    let form = form
        .set("store[website]", "shop.example")
        .set("store[pricingRuleSet]", "2");
    let reply = admin.submit(NEW, &form).await;
    let page = admin.get(reply.location()).await;
    assert_eq!(page.value_of("#store_website"), "http://shop.example");
    assert_eq!(page.value_of("#store_name"), "Élan & <Co>");
    assert_eq!(page.value_of("#store_pricingRuleSet option[selected]"), "2");
    assert_eq!(page.count("[name^='store[address]']"), 0);
}

#[tokio::test]
async fn edit_page_takes_what_a_browser_sends_with_a_file_field() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let page = admin.get("/admin/stores/3").await;
    assert_eq!(
        page.count("form[enctype='multipart/form-data'] input[type=file]"),
        1
    );
    let form = page
        .form("store")
        .set("store[name]", "Crème \"fraîche\"\r\nneuve");
    let mut parts: Vec<String> = form
        .fields
        .iter()
        .map(|(name, value)| format!("name=\"{name}\"\r\n\r\n{value}"))
        .collect();
    parts.push("name=\"store[imageFile][file]\"; filename=\"\"\r\n\r\n".to_owned());
    let head = "--edge\r\nContent-Disposition: form-data; ";
    let body = format!(
        "{head}{}\r\n--edge--\r\n",
        parts.join(&format!("\r\n{head}"))
    );
    let request = admin
        .request(reqwest::Method::POST, "/admin/stores/3")
        .header("content-type", "multipart/form-data; boundary=edge")
        .body(body);
    assert_eq!(admin.send(request).await.unwrap().status, 302);
    let name = admin.get("/admin/stores/3").await.value_of("#store_name");
    assert_eq!(name, "Crème \"fraîche\"\r\nneuve".replace("\r\n", "\n"));
}

#[tokio::test]
async fn edit_page_clears_what_is_not_sent_and_deletes_when_told() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let mut dispatcher = running.signed_in("dispatcher").await;
    let form = admin.form("/admin/stores/2", "store").await;
    assert_eq!(dispatcher.get("/admin/stores/2").await.status, 200);
    assert_eq!(
        dispatcher.submit("/admin/stores/2", &form).await.status,
        403
    );
    let reply = admin
        .submit(
            "/admin/stores/2",
            &form.clone().set("store[name]", "Renamed"),
        )
        .await;
    assert_eq!(reply.location(), "/admin/stores/2");
    let reply = admin
        .submit("/admin/stores/2", &form.add("store[delete]", ""))
        .await;
    assert_eq!(reply.location(), "/admin/stores");
    assert_eq!(admin.get("/admin/stores/2").await.status, 500);
}
