//! Signing in by the pages, second factor included (contract 3).

use super::stage::{PASSWORD, Stage};
use coopcycle::{Error, Instance, SignIn};
use keys::{Account, Secret};
use practice::Mode;

async fn sign_in(instance: &Instance, name: &str, password: &str) -> Result<SignIn, Error> {
    instance
        .sign_in(name, &Secret::new(password.to_owned()))
        .await
}

fn done(result: SignIn) -> Account {
    match result {
        SignIn::Done(account) => account,
        SignIn::CodeNeeded => panic!("a code is asked for"),
    }
}

#[tokio::test]
async fn an_admin_is_asked_for_the_mailed_code() {
    let stage = Stage::start().await;
    let admin = stage.instance();
    let asked = sign_in(&admin, "admin", PASSWORD).await.unwrap();
    assert_eq!(asked, SignIn::CodeNeeded);
    assert_eq!(stage.co_op.mails().unwrap().len(), 1);
    assert!(admin.take_changed_session().is_none());
    let account = admin.submit_code(&stage.code()).await.unwrap();
    assert!(account.is_admin());
    assert_eq!(account.username, "admin");
    assert!(admin.take_changed_session().is_some());
    assert_eq!(admin.apps().await.unwrap().len(), 50);
}

#[tokio::test]
async fn the_name_may_be_an_e_mail_with_spaces_around_it() {
    let stage = Stage::start().await;
    let admin = stage.instance();
    let asked = sign_in(&admin, "  Admin@practice.example ", PASSWORD).await;
    assert_eq!(asked.unwrap(), SignIn::CodeNeeded);
    let account = admin.submit_code(&stage.code()).await.unwrap();
    assert_eq!(account.username, "Admin@practice.example");
}

#[tokio::test]
async fn a_code_may_hold_spaces() {
    let stage = Stage::start().await;
    let admin = stage.instance();
    sign_in(&admin, "admin", PASSWORD).await.unwrap();
    let code = stage.code();
    let (first, last) = code.split_at(3);
    let account = admin.submit_code(&format!(" {first} {last}\n")).await;
    assert!(account.unwrap().is_admin());
}

#[tokio::test]
async fn a_wrong_code_may_be_followed_by_the_right_one() {
    let stage = Stage::start().await;
    let admin = stage.instance();
    sign_in(&admin, "admin", PASSWORD).await.unwrap();
    for wrong in ["000000", "", "abc"] {
        let result = admin.submit_code(wrong).await;
        assert!(matches!(result, Err(Error::CodeRefused)), "{result:?}");
    }
    assert_eq!(
        stage.co_op.mails().unwrap().len(),
        1,
        "no code is sent again"
    );
    assert!(admin.submit_code(&stage.code()).await.is_ok());
}

#[tokio::test]
async fn a_code_for_an_ended_sign_in_comes_late() {
    let stage = Stage::start().await;
    let admin = stage.instance();
    sign_in(&admin, "admin", PASSWORD).await.unwrap();
    let code = stage.code();
    stage.expire(true);
    let result = admin.submit_code(&code).await;
    assert!(matches!(result, Err(Error::CodeLate)), "{result:?}");
    let result = admin.submit_code(&code).await;
    assert!(matches!(result, Err(Error::CodeLate)), "{result:?}");
}

#[tokio::test]
async fn a_second_sign_in_has_a_code_of_its_own() {
    let stage = Stage::start().await;
    let admin = stage.instance();
    sign_in(&admin, "admin", PASSWORD).await.unwrap();
    let first = stage.code();
    sign_in(&admin, "admin", PASSWORD).await.unwrap();
    assert_eq!(stage.co_op.mails().unwrap().len(), 2);
    if first != stage.code() {
        let result = admin.submit_code(&first).await;
        assert!(matches!(result, Err(Error::CodeRefused)), "{result:?}");
    }
    assert!(admin.submit_code(&stage.code()).await.is_ok());
}

#[tokio::test]
async fn wrong_passwords_unknown_names_and_disabled_accounts_look_alike() {
    let stage = Stage::start().await;
    let instance = stage.instance();
    for (name, password) in [
        ("admin", "wrong"),
        ("nobody", PASSWORD),
        ("former", PASSWORD),
        ("dispatcher", ""),
    ] {
        let result = sign_in(&instance, name, password).await;
        assert!(matches!(result, Err(Error::WrongPassword)), "{name}");
    }
    let answer = instance.apps().await;
    assert!(matches!(answer, Err(Error::SessionOver)), "{answer:?}");
}

#[tokio::test]
async fn a_failed_sign_in_leaves_the_former_session() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let result = sign_in(&admin, "admin", "wrong").await;
    assert!(matches!(result, Err(Error::WrongPassword)), "{result:?}");
    assert_eq!(admin.apps().await.unwrap().len(), 50);
}

#[tokio::test]
async fn a_dispatcher_sees_stores_and_no_keys() {
    let stage = Stage::start().await;
    let instance = stage.instance();
    let account = done(sign_in(&instance, "dispatcher", PASSWORD).await.unwrap());
    assert!(account.is_dispatcher() && !account.is_admin());
    assert_eq!(instance.stores(&|_, _| {}).await.unwrap().len(), 47);
    let result = instance.apps().await;
    assert!(matches!(result, Err(Error::NotAdmin)), "{result:?}");
    let result = instance.store_form().await;
    assert!(matches!(result, Err(Error::NotAdmin)), "{result:?}");
    assert!(stage.co_op.mails().unwrap().is_empty());
}

#[tokio::test]
async fn a_shop_owner_sees_neither_stores_nor_keys() {
    let stage = Stage::start().await;
    let instance = stage.instance();
    let account = done(sign_in(&instance, "shop", PASSWORD).await.unwrap());
    assert!(!account.is_dispatcher());
    let result = instance.stores(&|_, _| {}).await;
    assert!(matches!(result, Err(Error::NotAllowed)), "{result:?}");
    let result = instance.apps().await;
    assert!(matches!(result, Err(Error::NotAdmin)), "{result:?}");
}

#[tokio::test]
async fn older_instances_ask_for_no_code() {
    for mode in [
        Mode::BeforeSecondFactor,
        Mode::BeforeScopes,
        Mode::FirstApps,
    ] {
        let stage = Stage::start_as(mode).await;
        let instance = stage.instance();
        let account = done(sign_in(&instance, "admin", PASSWORD).await.unwrap());
        assert!(account.is_admin(), "{mode:?}");
        assert!(stage.co_op.mails().unwrap().is_empty());
    }
}

#[tokio::test]
async fn an_admin_waits_out_maintenance_at_the_code_and_a_dispatcher_passes() {
    let stage = Stage::start().await;
    stage.co_op.set_maintenance(true).unwrap();
    let admin = stage.instance();
    let result = sign_in(&admin, "admin", PASSWORD).await;
    assert!(matches!(result, Err(Error::Maintenance)), "{result:?}");
    let dispatcher = stage.instance();
    done(sign_in(&dispatcher, "dispatcher", PASSWORD).await.unwrap());
    assert_eq!(dispatcher.stores(&|_, _| {}).await.unwrap().len(), 47);
}

#[tokio::test]
async fn maintenance_shuts_out_a_shop_owner() {
    let stage = Stage::start().await;
    let owner = stage.signed_in("shop").await;
    stage.co_op.set_maintenance(true).unwrap();
    let result = owner.account().await;
    assert!(matches!(result, Err(Error::Maintenance)), "{result:?}");
}

#[tokio::test]
async fn signing_out_ends_the_session_on_the_server() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    let kept = admin.session();
    admin.sign_out().await.unwrap();
    let result = admin.apps().await;
    assert!(matches!(result, Err(Error::SessionOver)), "{result:?}");
    assert_eq!(stage.count("GET /logout"), 1);
    assert!(!kept.expose().contains(PASSWORD));
}

#[tokio::test]
async fn while_a_code_is_awaited_nothing_else_is_open() {
    let stage = Stage::start().await;
    let admin = stage.instance();
    sign_in(&admin, "admin", PASSWORD).await.unwrap();
    let result = admin.apps().await;
    assert!(matches!(result, Err(Error::SessionOver)), "{result:?}");
    let result = admin.store_form().await;
    assert!(matches!(result, Err(Error::SessionOver)), "{result:?}");
    assert!(admin.submit_code(&stage.code()).await.unwrap().is_admin());
    assert_eq!(admin.apps().await.unwrap().len(), 50);
}

#[tokio::test]
async fn a_sign_in_asks_for_the_code_page_once_and_follows_no_redirect() {
    let stage = Stage::start().await;
    let admin = stage.signed_in("admin").await;
    admin.apps().await.unwrap();
    assert_eq!(
        stage.requests(),
        [
            "GET /login",
            "POST /login_check",
            "GET /profile/jwt",
            "GET /2fa",
            "POST /2fa_check",
            "GET /profile/jwt",
            "GET /api/me",
            "GET /admin/api/apps"
        ]
    );
}
