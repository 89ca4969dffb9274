//! The pages of the site as they were observed, looked at without our own client (contract 2, 4, 5,
//! 11).

use super::shop_curl::{AJAX, KEYS, ShopCurl};
use super::shop_stage::{ANNE, PASSWORD, ShopStage, every_kind};
use md5::{Digest, Md5};
use practice::{Flavour, ShopAct, ShopOptions};

const LOGIN: &str = "/wp-login.php";
const FIELDS: [(&str, &str); 2] = [("log", "anne"), ("pwd", PASSWORD)];

/// The line that sets that cookie on that path.
fn cookie<'a>(lines: &'a [String], name: &str, path: &str) -> &'a str {
    let mut found = lines.iter().filter(|line| {
        let mut parts = line.split("; ");
        let is_named = parts.next().unwrap().starts_with(&format!("{name}="));
        is_named && parts.any(|part| part.eq_ignore_ascii_case(&format!("path={path}")))
    });
    found
        .next()
        .unwrap_or_else(|| panic!("{name} {path}: {lines:#?}"))
}

fn has(line: &str, attribute: &str) -> bool {
    let mut parts = line.split("; ");
    parts.any(|part| part.eq_ignore_ascii_case(attribute))
}

fn hash(url: &str) -> String {
    format!("{:x}", Md5::digest(url.as_bytes()))
}

#[tokio::test]
async fn cookies_have_the_names_paths_and_ends_of_a_real_site() {
    for kind in every_kind() {
        let flavour = kind.flavour;
        let stage = ShopStage::start_with(kind).await;
        let folder = stage.url.folder().to_owned();
        let root = format!("{folder}/");
        for url in [&stage.url, &stage.plain] {
            let https = url.is_https();
            let mut curl = if https {
                ShopCurl::new(&stage)
            } else {
                ShopCurl::plain(&stage)
            };
            let page = curl.get(LOGIN).await;
            assert_eq!(page.status, 200);
            let test = cookie(&page.cookies, "wordpress_test_cookie", &root);
            assert!(test.contains("WP%20Cookie%20check"));
            assert_eq!(has(test, "secure"), https);
            assert_eq!(has(test, "httponly"), flavour != Flavour::C);
            let h = hash(url.as_str());
            let auth = if https {
                format!("wordpress_sec_{h}")
            } else {
                format!("wordpress_{h}")
            };
            for remember in [false, true] {
                let mut fields = FIELDS.to_vec();
                if remember {
                    fields.push(("rememberme", "forever"));
                }
                let answer = curl.post(LOGIN, &fields).await;
                assert_eq!(answer.status, 302);
                assert_eq!(answer.text, "");
                let logged_in = format!("wordpress_logged_in_{h}");
                let lines = [
                    cookie(&answer.cookies, &auth, &format!("{folder}/wp-admin")),
                    cookie(
                        &answer.cookies,
                        &auth,
                        &format!("{folder}/wp-content/plugins"),
                    ),
                    cookie(&answer.cookies, &logged_in, &root),
                ];
                for line in lines {
                    assert!(has(line, "httponly"), "{line}");
                    assert_eq!(has(line, "secure"), https, "{line}");
                    assert_eq!(has(line, "Max-Age=1252800"), remember, "{line}");
                    let value = line.split(['=', ';']).nth(1).unwrap();
                    let parts: Vec<_> = value.split("%7C").collect();
                    assert_eq!(parts.len(), 4, "{value}");
                    assert_eq!(parts[0], "anne");
                    assert_eq!((parts[2].len(), parts[3].len()), (43, 64));
                }
            }
        }
    }
}

#[tokio::test]
async fn each_answer_of_the_login_page_is_as_observed() {
    for kind in every_kind() {
        let flavour = kind.flavour;
        let stage = ShopStage::start_with(kind).await;
        let base = stage.url.as_str();
        let mut curl = ShopCurl::new(&stage);
        let form = curl.get(LOGIN).await.text;
        assert!(form.contains("id=\"loginform\"") && form.contains("name=\"loginform\""));
        assert!(form.contains(&format!("{base}/wp-login.php")));
        assert_eq!(form.contains("required"), flavour != Flavour::C);
        for wrong in [
            [("log", "anne"), ("pwd", "wrong")],
            [("log", "nobody"), ("pwd", PASSWORD)],
            [("log", ""), ("pwd", "")],
        ] {
            let answer = ShopCurl::new(&stage).post(LOGIN, &wrong).await;
            assert_eq!(answer.status, 200);
            assert!(answer.text.contains("id=\"login_error\""));
            let has_class = answer.text.contains("class=\"notice notice-error\"");
            assert_eq!(has_class, flavour != Flavour::C);
            let names: String = answer.cookies.concat();
            assert!(!names.contains("wordpress_logged_in_"), "{names}");
        }
        let with = |name: &'static str, value: &str| {
            let mut fields: Vec<(&str, String)> = FIELDS.map(|(n, v)| (n, v.to_owned())).into();
            fields.push((name, value.to_owned()));
            fields
        };
        for (to, expected) in [
            (
                format!("{base}/wp-admin/plugins.php"),
                "/wp-admin/plugins.php",
            ),
            ("https://evil.example/".to_owned(), "/wp-admin/"),
        ] {
            let fields = with("redirect_to", &to);
            let fields: Vec<_> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
            let answer = ShopCurl::new(&stage).post(LOGIN, &fields).await;
            assert_eq!(answer.location, format!("{base}{expected}"));
        }
        let admin = format!("{base}/wp-admin/");
        let fields = [
            ("log", "carla"),
            ("pwd", PASSWORD),
            ("redirect_to", &*admin),
        ];
        let answer = ShopCurl::new(&stage).post(LOGIN, &fields).await;
        assert_eq!(answer.location, format!("{base}/wp-admin/profile.php"));
        let fields = [FIELDS[0], FIELDS[1], ("interim-login", "1")];
        let answer = ShopCurl::new(&stage).post(LOGIN, &fields).await;
        assert_eq!(answer.status, 200);
        assert!(answer.text.contains("interim-login-success"));
        // An error about cookies, and yet a session.
        let fields = [FIELDS[0], FIELDS[1], ("testcookie", "1")];
        let mut odd = ShopCurl::new(&stage);
        let answer = odd.post(LOGIN, &fields).await;
        assert_eq!(answer.status, 200);
        assert!(answer.text.contains("login_error"));
        assert_eq!(odd.get(KEYS).await.status, 200);
        stage.switch(|mode| mode.email_check_due = true);
        let mut due = ShopCurl::new(&stage);
        let answer = due.post(LOGIN, &FIELDS).await;
        assert_eq!(answer.status, 302);
        assert!(answer.location.contains("action=confirm_admin_email"));
        assert_eq!(due.get(KEYS).await.status, 200);
    }
}

#[tokio::test]
async fn both_cookies_are_needed_and_signing_out_ends_them() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let base = stage.url.as_str();
        let mut stranger = ShopCurl::new(&stage);
        let answer = stranger.get(KEYS).await;
        assert_eq!(answer.status, 302);
        let login = format!("{base}/wp-login.php?redirect_to=");
        assert!(answer.location.starts_with(&login), "{}", answer.location);
        assert!(
            answer.location.ends_with("&reauth=1"),
            "{}",
            answer.location
        );
        let answer = stranger.post(AJAX, &[("action", "rest-nonce")]).await;
        assert_eq!((answer.status, &*answer.text), (400, "0"));
        let mut curl = ShopCurl::signed_in(&stage, "anne").await;
        let nonce = curl.nonce().await;
        curl.keep_cookies("wordpress_logged_in_");
        assert_eq!(curl.get(KEYS).await.status, 302);
        let mut curl = ShopCurl::signed_in(&stage, "anne").await;
        curl.keep_cookies("wordpress_sec_");
        assert_ne!(curl.nonce().await, nonce);
        let mut curl = ShopCurl::signed_in(&stage, "anne").await;
        let count = stage.shop.sessions().unwrap();
        let answer = curl.get("/wp-login.php?action=logout").await;
        assert_eq!(answer.status, 403);
        let link = answer.text.split("action=logout").nth(1).unwrap();
        let nonce = link.split("_wpnonce=").nth(1).unwrap()[..10].to_owned();
        let mut copy = ShopCurl::signed_in(&stage, "anne").await;
        let out = format!("/wp-login.php?action=logout&_wpnonce={nonce}");
        let refused = copy.get(&out).await;
        assert_eq!(refused.status, 403, "a nonce of another session");
        let answer = curl.get(&out).await;
        assert_eq!(answer.status, 302);
        assert!(answer.location.contains("loggedout=true"));
        assert_eq!(stage.shop.sessions().unwrap(), count);
        assert_eq!(curl.get(KEYS).await.status, 302);
    }
}

fn with_keys(options: &ShopOptions, count: usize) -> ShopOptions {
    ShopOptions {
        keys: Some(count),
        ..options.clone()
    }
}

#[tokio::test]
async fn the_list_differs_by_version_where_it_was_seen_to() {
    for kind in every_kind() {
        let flavour = kind.flavour;
        let stage = ShopStage::start_with(with_keys(&kind, 33)).await;
        let mut curl = ShopCurl::signed_in(&stage, "anne").await;
        let first = curl.get(KEYS).await.text;
        let last = curl.get(&format!("{KEYS}&paged=2")).await.text;
        let (check, title) = if flavour == Flavour::A {
            ("<td", "<th")
        } else {
            ("<th", "<td")
        };
        let before = |text: &str, mark: &str| {
            let place = text.find(mark).unwrap();
            text[..place]
                .rfind('<')
                .map(|start| text[start..].to_owned())
                .unwrap()
        };
        let body = first.split("id=\"the-list\"").nth(1).unwrap();
        assert!(before(body, "check-column").starts_with(check));
        assert!(before(body, "column-title").starts_with(title));
        let seven = &stage.live()[0].last_seven;
        let shown = [
            format!("***{seven}"),
            format!("…{seven}"),
            format!("&hellip;{seven}"),
        ];
        assert_eq!(first.contains(&shown[0]), flavour != Flavour::C);
        let old = first.contains(&shown[1]) || first.contains(&shown[2]);
        assert_eq!(old, flavour == Flavour::C);
        assert!(first.contains("total-pages'>2<") || first.contains("total-pages\">2<"));
        // The link to a next page that there is not.
        let has_next = |text: &str| {
            text.split('<')
                .any(|tag| tag.starts_with("a ") && tag.contains("next-page"))
        };
        assert!(has_next(&first));
        assert_eq!(has_next(&last), flavour != Flavour::C);
        let beyond = curl.get(&format!("{KEYS}&paged=7")).await;
        assert_eq!(beyond.status, 302);
        assert!(beyond.location.contains("paged=2"), "{}", beyond.location);
        assert_eq!(first.matches("name=\"_wpnonce\"").count(), 2);
        let mut manager = ShopCurl::signed_in(&stage, "malik").await;
        let theirs = manager.get(KEYS).await.text;
        assert_eq!(theirs.matches("name=\"key[]\"").count(), 20);
        assert!(theirs.matches("submitdelete").count() < 20);
        let key = &stage.live()[0];
        let found = curl.get(&format!("{KEYS}&s=Delivery+33")).await.text;
        assert_eq!(found.matches("name=\"key[]\"").count(), 1);
        let none = curl.get(&format!("{KEYS}&s={}", key.last_seven)).await.text;
        assert!(none.contains("no-items"));
        let empty = ShopStage::start_with(with_keys(&kind, 0)).await;
        let mut curl = ShopCurl::signed_in(&empty, "anne").await;
        let blank = curl.get(KEYS).await.text;
        assert!(blank.contains("woocommerce-BlankState--api"));
        assert!(!blank.contains("the-list"));
    }
}

#[tokio::test]
async fn the_page_of_a_key_holds_what_a_script_needs() {
    for kind in every_kind() {
        let flavour = kind.flavour;
        let stage = ShopStage::start_with(kind).await;
        let mut curl = ShopCurl::signed_in(&stage, "anne").await;
        let new = curl.get(&format!("{KEYS}&create-key=1")).await.text;
        let escaped = stage.url.as_str().replace('/', "\\/");
        let slashes = new.contains(&format!("\"ajax_url\":\"{escaped}"));
        assert_eq!(slashes, flavour == Flavour::C);
        let places = ["value=\"read\"", "value=\"write\"", "value=\"read_write\""]
            .map(|value| new.find(value).unwrap_or_else(|| panic!("{value}")));
        assert!(places.is_sorted());
        assert!(new.contains("Anne Tilleul (#1"));
        let mut malik = ShopCurl::signed_in(&stage, "malik").await;
        let own = malik.get(&format!("{KEYS}&create-key=1")).await.text;
        assert!(own.contains("Malik Sorbier (#2"));
        let key = stage
            .live()
            .into_iter()
            .find(|key| key.owner == ANNE)
            .unwrap();
        let edit = |id: i64| format!("{KEYS}&edit-key={id}");
        let page = curl.get(&edit(key.id)).await;
        assert_eq!(page.status, 200);
        let shown = page.text.contains(&format!("…{}</code>", key.last_seven))
            || page
                .text
                .contains(&format!("&hellip;{}</code>", key.last_seven));
        assert!(shown);
        // One that is not there differs by seven characters alone.
        let page = curl.get(&edit(99_999)).await;
        assert_eq!(page.status, 200);
        assert!(page.text.contains("…</code>") || page.text.contains("&hellip;</code>"));
        // Somebody else's is an error page, whatever the status says.
        let page = malik.get(&edit(key.id)).await;
        assert_eq!(page.status, 200);
        assert!(page.text.contains("wp-die-message"));
        for login in ["edith", "carla"] {
            let mut other = ShopCurl::signed_in(&stage, login).await;
            assert_eq!(other.get(KEYS).await.status, 403);
        }
        stage.act(&ShopAct::ExpireSessions);
        assert_eq!(curl.get(KEYS).await.status, 302);
    }
}
