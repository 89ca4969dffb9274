//! The list of keys (contract 4), in every flavour and both languages.

use practice::{Flavour, Permission, ShopAct, ShopLanguage, ShopOptions};

use super::browser::{KEYS, Reply};
use super::running::Running;

const FLAVOURS: [Flavour; 3] = [Flavour::A, Flavour::B, Flavour::C];

fn with_keys(flavour: Flavour, keys: usize) -> ShopOptions {
    ShopOptions {
        keys: Some(keys),
        ..ShopOptions::of(flavour)
    }
}

fn ids(page: &Reply) -> Vec<i64> {
    let ids = page.attributes(r#"#the-list .check-column input[name="key[]"]"#, "value");
    ids.iter().map(|id| id.parse().unwrap()).collect()
}

#[tokio::test]
async fn no_key_at_all_is_a_blank_state() {
    for flavour in FLAVOURS {
        let running = Running::start_with(with_keys(flavour, 0)).await;
        let page = running.signed_in("anne").await.get(KEYS).await;
        assert_eq!(page.count("form#mainform[method=post]"), 1);
        assert_eq!(page.count("div.woocommerce-BlankState--api"), 1);
        assert_eq!(page.count("table"), 0);
        assert_eq!(
            page.attribute("a.page-title-action", "href"),
            format!("{}{KEYS}&create-key=1", running.https)
        );
    }
}

#[tokio::test]
async fn two_pages_newest_first_and_a_next_link_that_never_ends() {
    for flavour in FLAVOURS {
        let running = Running::start_with(with_keys(flavour, 33)).await;
        let mut admin = running.signed_in("anne").await;
        let first = admin.get(KEYS).await;
        let second = admin.get(&format!("{KEYS}&paged=2")).await;
        assert_eq!(ids(&first), (14..=33).rev().collect::<Vec<i64>>());
        assert_eq!(ids(&second), (1..=13).rev().collect::<Vec<i64>>());
        for page in [&first, &second] {
            assert!(page.text_of(".displaying-num").starts_with("33 "));
            assert_eq!(page.text_of(".total-pages"), "2");
            assert_eq!(page.count(".tablenav-pages.one-page"), 0);
        }
        let next = first.attribute("a.next-page", "href");
        assert!(next.ends_with("&paged=2"), "{next}");
        if flavour == Flavour::C {
            assert_eq!(second.count("a.next-page, a.last-page"), 0);
            assert!(second.count("span.tablenav-pages-navspan.disabled") > 0);
        } else {
            assert!(
                second
                    .attribute("a.next-page", "href")
                    .ends_with("&paged=2")
            );
        }
        let reply = admin.get(&format!("{KEYS}&paged=9")).await;
        assert_eq!(reply.status, 302);
        assert_eq!(reply.location(), format!("{}{KEYS}&paged=2", running.https));
    }
}

#[tokio::test]
async fn single_page_says_so_and_rows_are_a_preference() {
    let running = Running::start_with(with_keys(Flavour::A, 20)).await;
    let mut admin = running.signed_in("anne").await;
    let page = admin.get(KEYS).await;
    assert_eq!(page.count(".tablenav-pages.one-page"), 2);
    assert_eq!(page.text_of(".total-pages"), "1");
    let next = page.attribute("a.next-page", "href");
    assert!(next.ends_with("&paged=1"), "it leads nowhere else: {next}");
    running
        .shop
        .act(&ShopAct::SetKeysPerPage { id: 1, rows: 7 })
        .unwrap();
    let page = admin.get(KEYS).await;
    assert_eq!(
        (ids(&page).len(), page.text_of(".total-pages").as_str()),
        (7, "3")
    );
}

#[tokio::test]
async fn cells_and_prefix_differ_by_version() {
    for flavour in FLAVOURS {
        let running = Running::start_with(with_keys(flavour, 2)).await;
        let page = running.signed_in("anne").await.get(KEYS).await;
        let heads = page.count("#the-list th.column-title");
        let checks = page.count("#the-list th.check-column");
        assert_eq!(
            (heads, checks),
            if flavour == Flavour::A {
                (2, 0)
            } else {
                (0, 2)
            }
        );
        let shown = page.text_of(".column-truncated_key code");
        let last_seven = &running.shop.keys().unwrap()[1].last_seven;
        let prefix = if flavour == Flavour::C { "…" } else { "***" };
        assert_eq!(shown, format!("{prefix}{last_seven}"));
    }
}

#[tokio::test]
async fn each_part_of_a_row_is_where_the_contract_says() {
    let running = Running::start().await;
    let page = running.signed_in("anne").await.get(KEYS).await;
    let keys = running.shop.keys().unwrap();
    let listed = ids(&page);
    for key in &keys {
        let row = listed.iter().position(|id| *id == key.id).unwrap();
        let part = |selector: &str| page.texts(&format!("#the-list {selector}"))[row].clone();
        assert_eq!(part(".column-title strong"), key.description);
        assert!(part(".column-truncated_key code").ends_with(&key.last_seven));
        let label = match key.permission {
            Permission::Read => "Read",
            Permission::Write => "Write",
            Permission::ReadWrite => "Read/Write",
        };
        assert_eq!(part(".column-permissions"), label);
        assert_eq!(
            part(".column-last_access") == "Unknown",
            key.last_access.is_none()
        );
        let owner = part(".column-user");
        let expected = match key.owner {
            1 => "Anne Tilleul",
            2 => "Malik Sorbier",
            4 => "Carla Noisette",
            _ => "",
        };
        assert_eq!(owner, expected);
    }
    assert!(
        page.texts(".column-user").contains(&String::new()),
        "a deleted owner"
    );
    assert!(
        page.attribute("#the-list .column-user a", "href")
            .contains("user_id=")
    );
    assert_eq!(page.count("a.submitdelete"), keys.len());
    assert!(
        page.attribute("a.submitdelete", "href")
            .contains("&_wpnonce="),
        "decoded"
    );
    assert!(
        page.text.contains("&#038;revoke-key="),
        "escaped as WordPress does"
    );
}

#[tokio::test]
async fn empty_description_is_shown_as_a_word() {
    let running = Running::start_with(with_keys(Flavour::A, 0)).await;
    running.shop.make_key(1, "", Permission::Read).unwrap();
    let page = running.signed_in("anne").await.get(KEYS).await;
    assert_eq!(page.text_of(".column-title strong"), "API key");
}

#[tokio::test]
async fn table_and_form_have_a_nonce_each() {
    for flavour in FLAVOURS {
        let running = Running::start_with(with_keys(flavour, 2)).await;
        let page = running.signed_in("anne").await.get(KEYS).await;
        let nonces = page.attributes(r#"form#mainform input[name="_wpnonce"]"#, "value");
        assert_eq!(nonces.len(), 2);
        assert_ne!(nonces[0], nonces[1]);
        assert!(nonces.iter().all(|nonce| nonce.len() == 10));
    }
}

#[tokio::test]
async fn search_finds_descriptions_only() {
    let running = Running::start().await;
    let mut admin = running.signed_in("anne").await;
    let found = admin.get(&format!("{KEYS}&s=deliver")).await;
    assert_eq!(found.texts(".column-title strong"), ["Delivery — practice"]);
    let last_seven = running.shop.keys().unwrap()[0].last_seven.clone();
    for reply in [
        admin.get(&format!("{KEYS}&s={last_seven}")).await,
        admin.post(KEYS, &[("s", "nothing of the kind")]).await,
    ] {
        assert_eq!(reply.count("tr.no-items"), 1);
        assert_eq!(reply.count(".total-pages"), 0);
        assert_eq!(reply.count(".woocommerce-BlankState--api"), 0);
    }
}

#[tokio::test]
async fn words_follow_the_language_of_the_viewer() {
    for flavour in FLAVOURS {
        for (site, permission, never) in [
            (ShopLanguage::English, "Read/Write", "Unknown"),
            (ShopLanguage::French, "Lecture/Écriture", "Inconnu"),
        ] {
            let options = ShopOptions {
                language: Some(site),
                ..ShopOptions::of(flavour)
            };
            let running = Running::start_with(options).await;
            let mut anne = running.signed_in("anne").await;
            let page = anne.get(KEYS).await;
            assert!(
                page.texts(".column-permissions")
                    .contains(&permission.to_owned())
            );
            assert!(
                page.texts(".column-last_access")
                    .contains(&never.to_owned())
            );
            let labels = anne
                .form("&create-key=1")
                .await
                .texts("#key_permissions option");
            assert!(
                labels.contains(&permission.to_owned()),
                "the same words in the form"
            );
            let mut malik = running.signed_in("malik").await;
            let page = malik.get(KEYS).await;
            assert!(
                page.texts(".column-permissions")
                    .contains(&"Lecture/Écriture".to_owned()),
                "his own"
            );
            running
                .shop
                .act(&ShopAct::SetLanguage {
                    id: 2,
                    language: None,
                })
                .unwrap();
            let page = malik.get(KEYS).await;
            assert!(
                page.texts(".column-permissions")
                    .contains(&permission.to_owned()),
                "the site's"
            );
        }
    }
}
