//! Cookies come, go, change and survive the keychain.

use super::Jar;
use keys::Secret;
use url::Url;

fn url() -> Url {
    Url::parse("https://acme.example/login_check").unwrap()
}

fn signed_in() -> Jar {
    let mut jar = Jar::default();
    jar.take("PHPSESSID=one; path=/; secure; httponly", &url());
    jar.take(
        "REMEMBERME=long; Max-Age=31536000; path=/; secure; httponly",
        &url(),
    );
    jar
}

#[test]
fn session_and_remember_me_survive_the_keychain() {
    let text = signed_in().export();
    let mut restored = Jar::default();
    restored.import(&text).unwrap();
    let header = restored.header_for(&url()).unwrap();
    assert!(header.contains("PHPSESSID=one"), "{header}");
    assert!(header.contains("REMEMBERME=long"), "{header}");
    assert!(restored.take_changed().is_none());
}

#[test]
fn a_change_is_told_once() {
    let mut jar = signed_in();
    assert!(jar.take_changed().is_some());
    assert!(jar.take_changed().is_none());
    jar.take("PHPSESSID=one; path=/; secure; httponly", &url());
    assert!(jar.take_changed().is_none(), "the same value is no change");
    jar.take("PHPSESSID=two; path=/; secure; httponly", &url());
    assert!(jar.take_changed().is_some());
}

#[test]
fn a_deleted_cookie_is_gone() {
    let mut jar = signed_in();
    jar.take(
        "REMEMBERME=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/",
        &url(),
    );
    let header = jar.header_for(&url()).unwrap();
    assert!(!header.contains("REMEMBERME"), "{header}");
}

#[test]
fn cookies_stay_with_their_host_and_scheme() {
    let jar = signed_in();
    for other in [
        "https://other.example/",
        "https://sub.acme.example/",
        "http://acme.example/",
    ] {
        assert_eq!(jar.header_for(&Url::parse(other).unwrap()), None, "{other}");
    }
}

#[test]
fn foreign_and_oversized_cookies_are_ignored() {
    let mut jar = Jar::default();
    jar.take("a=b; domain=other.example", &url());
    jar.take(&format!("a={}", "x".repeat(5000)), &url());
    jar.take("", &url());
    assert_eq!(jar.header_for(&url()), None);
}

#[test]
fn a_server_cannot_fill_the_keychain() {
    let mut jar = signed_in();
    for number in 0..1000 {
        jar.take(&format!("c{number}=x; path=/"), &url());
    }
    assert_eq!(jar.export().expose().lines().count(), 30);
    jar.take("PHPSESSID=two; path=/; secure", &url());
    assert!(jar.header_for(&url()).unwrap().contains("PHPSESSID=two"));
}

#[test]
fn a_text_that_is_no_session_is_refused_and_changes_nothing() {
    let mut jar = signed_in();
    assert!(
        jar.import(&Secret::new("PHPSESSID=one".to_owned()))
            .is_err()
    );
    assert!(jar.header_for(&url()).is_some());
}

#[test]
fn a_cookie_goes_below_its_path_alone() {
    let shop = |path: &str| Url::parse(&format!("https://acme.example{path}")).unwrap();
    let mut jar = Jar::default();
    let login = shop("/boutique/wp-login.php");
    for set in [
        "wordpress_sec_1=admin; path=/boutique/wp-admin; secure; httponly",
        "wordpress_sec_1=content; path=/boutique/wp-content/plugins; secure; httponly",
        "wordpress_logged_in_1=all; path=/boutique/; secure; httponly",
    ] {
        assert!(jar.take(set, &login).is_some(), "{set}");
    }
    let text = jar.export();
    let mut restored = Jar::default();
    restored.import(&text).unwrap();
    for jar in [&jar, &restored] {
        let sent = |path| {
            let header = jar.header_for(&shop(path)).unwrap_or_default();
            let mut sent: Vec<_> = header.split("; ").map(str::to_owned).collect();
            sent.sort_unstable();
            sent.join(" ")
        };
        assert_eq!(
            sent("/boutique/wp-admin/admin.php?page=x"),
            "wordpress_logged_in_1=all wordpress_sec_1=admin"
        );
        assert_eq!(sent("/boutique/wp-login.php"), "wordpress_logged_in_1=all");
        for path in ["/wp-admin/", "/boutique2/", "/boutique-old/wp-admin/"] {
            assert_eq!(sent(path), "", "{path}");
        }
    }
}

#[test]
fn only_a_cookie_that_lives_is_told_as_set() {
    let mut jar = Jar::default();
    let gone = "a=; path=/; expires=Thu, 01 Jan 1970 00:00:01 GMT";
    assert_eq!(jar.take(gone, &url()), None);
    assert_eq!(jar.take("a=b; path=/", &url()).as_deref(), Some("a"));
    assert_eq!(jar.take("a=b; path=/", &url()).as_deref(), Some("a"));
    assert_eq!(jar.take(gone, &url()), None);
    assert_eq!(jar.take("a=b; domain=other.example", &url()), None);
}
