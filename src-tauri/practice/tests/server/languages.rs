//! Languages of pages and errors (contract 7, 11.16).

use practice::Options;

use super::browser::Running;

const NEW: &str = "/admin/stores/new";

#[tokio::test]
async fn session_speaks_the_language_asked_for() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let expected = [
        ("en", "Store", "Please select an address in the dropdown"),
        (
            "fr",
            "Magasin",
            "Veuillez sélectionner une adresse dans la liste déroulante",
        ),
        (
            "es",
            "Tienda",
            "Selecciona una dirección en el menú desplegable",
        ),
        (
            "de",
            "Store",
            "Bitte wählen Sie eine Adresse aus dem Auswahlfeld",
        ),
        ("it", "Negozio", "Selezioni un indirizzo nel menù a tendina"),
    ];
    for (locale, store, message) in expected {
        let page = admin
            .get(&format!("/admin/api/apps?_locale={locale}"))
            .await;
        assert_eq!(page.attributes("html", "lang"), [locale]);
        assert_eq!(page.text_of("thead th:nth-child(3)"), store, "{locale}");
        let form = admin.form(NEW, "store").await.with_store("Lost");
        let reply = admin
            .submit(NEW, &form.set("store[address][latitude]", ""))
            .await;
        let error = reply.error_of("store[address][streetAddress]");
        assert_eq!(error.as_deref(), Some(message), "{locale}");
    }
}

#[tokio::test]
async fn missing_translations_fall_back_one_by_one() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let page = admin.get("/admin/api/apps?_locale=de").await;
    assert_eq!(page.text_of("thead th:nth-child(4)"), "Identifier");
    assert!(page.text_of("[data-clipboard-text]").contains("Kopie"));
    let page = admin.get("/admin/api/apps?_locale=es").await;
    assert_eq!(page.text_of("thead th:nth-child(4)"), "Login");
}

#[tokio::test]
async fn language_is_kept_and_unknown_ones_are_ignored() {
    let running = Running::start().await;
    let mut admin = running.signed_in("admin").await;
    let other = running.signed_in("dispatcher").await;
    admin.get("/admin/stores?_locale=es").await;
    admin.get("/admin/stores?_locale=tlh").await;
    assert_eq!(
        admin.get("/admin/stores").await.attributes("html", "lang"),
        ["es"]
    );
    let mut other = other;
    assert_eq!(
        other.get("/admin/stores").await.attributes("html", "lang"),
        ["fr"]
    );
}

#[tokio::test]
async fn home_leads_to_the_language_and_sets_it() {
    let options = Options {
        locale: "de".to_owned(),
        ..Options::default()
    };
    let running = Running::start_with(options).await;
    let mut browser = running.browser();
    assert_eq!(browser.get("/").await.location(), "/de/");
    assert_eq!(browser.get("/de/").await.status, 200);
    assert_eq!(browser.get("/es/").await.status, 200);
    assert_eq!(
        browser.get("/login").await.attributes("html", "lang"),
        ["es"]
    );
    assert_eq!(browser.get("/xx/").await.status, 404);
    let fields = [("_username", "admin"), ("_password", "wrong")];
    let reply = browser.post("/api/login_check", &fields).await;
    assert_eq!(reply.json()["message"], "Fehlerhafte Zugangsdaten.");
}
