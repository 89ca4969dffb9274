//! Who may do what (contract 3).

use practice::{ShopAct, ShopOptions};

use super::browser::{AJAX, KEYS};
use super::running::Running;

#[tokio::test]
async fn page_is_for_administrators_and_shop_managers() {
    let running = Running::start().await;
    for (login, status) in [
        ("anne", 200),
        ("malik", 200),
        ("edith", 403),
        ("carla", 403),
    ] {
        let mut browser = running.signed_in(login).await;
        for more in ["", "&create-key=1"] {
            let reply = browser.get(&format!("{KEYS}{more}")).await;
            assert_eq!(reply.status, status, "{login}");
            assert_eq!(
                reply.count(".wp-die-message"),
                usize::from(status == 403),
                "{login}"
            );
        }
    }
}

#[tokio::test]
async fn shop_manager_sees_every_key_and_touches_some() {
    let running = Running::start_with(ShopOptions {
        keys: Some(6),
        ..ShopOptions::default()
    })
    .await;
    let mut manager = running.signed_in("malik").await;
    let page = manager.get(KEYS).await;
    assert_eq!(
        page.count(r#"input[name="key[]"]"#),
        6,
        "every row has its number"
    );
    let keys = running.shop.keys().unwrap();
    for key in &keys {
        let link = format!(r#"a.submitdelete[href*="revoke-key={}&"]"#, key.id);
        let is_theirs = [2, 4, 5].contains(&key.owner);
        assert_eq!(page.count(&link), usize::from(is_theirs), "{key:?}");
        let row = page
            .each("#the-list tr", |row| row.html())
            .remove(keys.len() - usize::try_from(key.id).unwrap());
        assert_eq!(row.contains("row-title"), is_theirs);
        assert_eq!(
            row.contains("user_id="),
            [2, 4].contains(&key.owner),
            "{key:?}"
        );
        assert!(row.contains(&key.description));
        let reply = manager.get(&format!("{KEYS}&edit-key={}", key.id)).await;
        assert_eq!(reply.status, 200);
        assert_eq!(reply.count(".wp-die-message"), usize::from(!is_theirs));
        assert_eq!(reply.count("#key_id"), usize::from(is_theirs));
    }
    assert_eq!(page.count("select[name=action]"), 0, "no bulk menu");
    let admin = running.signed_in("anne").await.get(KEYS).await;
    assert_eq!(
        (
            admin.count("a.submitdelete"),
            admin.count("select[name=action]")
        ),
        (6, 1)
    );
}

#[tokio::test]
async fn who_may_make_keys_for_whom() {
    let running = Running::start().await;
    let cases = [
        ("anne", "1", true),
        ("anne", "3", true),
        ("anne", "4711", true),
        ("malik", "2", true),
        ("malik", "4", true),
        ("malik", "1", false),
        ("malik", "3", false),
        ("malik", "4711", true),
    ];
    for (login, user, expected) in cases {
        let reply = running
            .signed_in(login)
            .await
            .create("Made", user, "read")
            .await;
        assert_eq!(reply.json()["success"], expected, "{login} for {user}");
    }
}

#[tokio::test]
async fn shop_manager_updates_a_foreign_key_by_ajax() {
    let running = Running::start().await;
    let mut manager = running.signed_in("malik").await;
    let nonce = manager.form("&create-key=1").await.ajax_nonce();
    let foreign = running
        .shop
        .keys()
        .unwrap()
        .into_iter()
        .find(|key| key.owner == 1)
        .unwrap();
    let id = foreign.id.to_string();
    let fields = |user| {
        [
            ("action", "woocommerce_update_api_key"),
            ("security", nonce.as_str()),
            ("key_id", id.as_str()),
            ("description", "Taken over"),
            ("user", user),
            ("permissions", "read"),
        ]
    };
    assert_eq!(
        manager.post(AJAX, &fields("1")).await.json()["success"],
        false
    );
    assert_eq!(
        manager.post(AJAX, &fields("2")).await.json()["success"],
        true
    );
    let key = running
        .shop
        .keys()
        .unwrap()
        .into_iter()
        .find(|key| key.id == foreign.id)
        .unwrap();
    assert_eq!((key.owner, key.description.as_str()), (2, "Taken over"));
}

#[tokio::test]
async fn role_counts_as_it_is_now() {
    let running = Running::start().await;
    let mut browser = running.signed_in("edith").await;
    assert_eq!(browser.get(KEYS).await.status, 403);
    let role = practice::ShopRole::ShopManager;
    running
        .shop
        .act(&ShopAct::ChangeRole { id: 3, role })
        .unwrap();
    assert_eq!(browser.get(KEYS).await.status, 200);
    running.shop.act(&ShopAct::DeleteUser { id: 3 }).unwrap();
    assert_eq!(browser.get(KEYS).await.status, 302);
}
