//! The second proof of a plugin, where it is a code (contract 12).

use crate::{
    pages::{keys, login, new_key_line, signed_in},
    signing_in::{FORM, SEND, password},
    stage::{Answer, Stage, html, line, moved},
};
use woocommerce::{CodeSource, Error, SignIn};

const VALIDATE: &str = "POST /wp-login.php?action=validate_2fa";

fn code_page(provider: &str, field: &str, nonce: &str, error: &str) -> Answer {
    html(&format!(
        "{error}<form name=\"validate_2fa_form\" id=\"loginform\" action=\"{{base}}/wp-login.php?action=validate_2fa\" method=\"post\">
        <input type=\"hidden\" name=\"provider\" value=\"{provider}\" />
        <input type=\"hidden\" name=\"wp-auth-id\" value=\"1\" /><input type=\"hidden\" name=\"wp-auth-nonce\" value=\"{nonce}\" />
        <input type=\"hidden\" name=\"redirect_to\" value=\"x\" /><input type=\"hidden\" name=\"rememberme\" value=\"forever\" />
        <input type=\"text\" inputmode=\"numeric\" name=\"{field}\" value=\"\" /><input type=\"submit\" value=\"Go\" />
        <input type=\"submit\" name=\"two-factor-email-code-resend\" value=\"Again\" /></form>"
    ))
}

fn by_mail(nonce: &str, error: &str) -> Answer {
    code_page("Two_Factor_Email", "two-factor-email-code", nonce, error)
}

#[tokio::test]
async fn a_code_completes_the_sign_in_at_the_second_try() {
    let error = "<div id=\"login_error\">Wrong code.</div>";
    let stage = Stage::set_in(
        "/boutique",
        vec![
            line(FORM, login("")),
            line(SEND, by_mail("n1", "")),
            line(VALIDATE, by_mail("n2", error)),
            line(VALIDATE, signed_in(moved("{base}/wp-admin/"))),
            new_key_line(),
        ],
    )
    .await;
    let site = stage.site();
    let result = site.sign_in("ann", &password()).await.unwrap();
    assert_eq!(result, SignIn::CodeNeeded(CodeSource::Mail));
    assert!(site.take_changed_session().is_none());
    let result = site.submit_code("000 000").await;
    assert!(matches!(result, Err(Error::CodeRefused)), "{result:?}");
    assert!(site.submit_code(" 123 456\n").await.unwrap().may_manage);
    assert!(site.take_changed_session().is_some());
    let asked = stage.asked();
    assert_eq!(
        asked[3].body,
        "provider=Two_Factor_Email&wp-auth-id=1&wp-auth-nonce=n2&redirect_to=x&rememberme=forever&two-factor-email-code=123456"
    );
    let again = site.submit_code("1").await;
    assert!(matches!(again, Err(Error::CodeLate)), "{again:?}");
}

#[tokio::test]
async fn where_the_code_comes_from_is_told() {
    for (provider, field, source) in [
        ("Two_Factor_Totp", "authcode", CodeSource::App),
        (
            "Two_Factor_Backup_Codes",
            "two-factor-backup-code",
            CodeSource::Backup,
        ),
        ("Two_Factor_Somehow", "authcode", CodeSource::Other),
        ("", "sms", CodeSource::Other),
    ] {
        let page = code_page(provider, field, "n1", "");
        let stage = Stage::set(vec![line(FORM, login("")), line(SEND, page)]).await;
        let result = stage.site().sign_in("ann", &password()).await.unwrap();
        assert_eq!(result, SignIn::CodeNeeded(source), "{provider} {field}");
        stage.asked();
    }
}

#[tokio::test]
async fn a_code_too_late_brings_the_former_session_back() {
    let stage = Stage::set(vec![
        line(FORM, login("")),
        line(SEND, signed_in(moved("{base}/wp-admin/"))),
        new_key_line(),
        line(FORM, login("")),
        line(SEND, by_mail("n1", "")),
        line(VALIDATE, moved("{base}/")),
    ])
    .await;
    let site = stage.site();
    site.sign_in("ann", &password()).await.unwrap();
    let former = site.session();
    site.sign_in("ann", &password()).await.unwrap();
    assert!(site.session() != former);
    let result = site.submit_code("123456").await;
    assert!(matches!(result, Err(Error::CodeLate)), "{result:?}");
    assert!(site.session() == former);
    stage.asked();
}

#[tokio::test]
async fn a_proof_of_another_kind_is_told_as_unknown() {
    let touch = html(
        "<form name=\"validate_2fa_form\" action=\"x\"><input type=\"hidden\" name=\"u2f\"></form>",
    );
    let other = html("<form action=\"/otp\"><input type=\"password\" name=\"otp\"></form>");
    for script in [
        vec![line(FORM, login("")), line(SEND, touch)],
        vec![line(FORM, login("")), line(SEND, other.clone())],
        vec![
            line(FORM, login("")),
            line(SEND, moved("{base}/otp/?step=2")),
            line("GET /otp/?step=2", other),
        ],
        // A session, and yet another page before everything.
        vec![
            line(FORM, login("")),
            line(SEND, signed_in(moved("{base}/wp-admin/"))),
            line(&keys("&create-key=1"), moved("{base}/otp/")),
            line(&keys("&create-key=1"), moved("{base}/otp/")),
        ],
    ] {
        let stage = Stage::set(script).await;
        let result = stage.site().sign_in("ann", &password()).await;
        assert!(
            matches!(result, Err(Error::UnknownSecondFactor)),
            "{result:?}"
        );
        stage.asked();
    }
}

#[tokio::test]
async fn a_captcha_behind_the_password_is_told_as_one() {
    let page = html("<div class=\"h-captcha\"></div>");
    let stage = Stage::set(vec![line(FORM, login("")), line(SEND, page)]).await;
    let result = stage.site().sign_in("ann", &password()).await;
    assert!(matches!(result, Err(Error::Captcha)), "{result:?}");
    let stage = Stage::set(vec![line(FORM, login("")), line(SEND, html("<p>Hm.</p>"))]).await;
    let result = stage.site().sign_in("ann", &password()).await;
    assert!(
        matches!(result, Err(Error::PageChanged { .. })),
        "{result:?}"
    );
}

#[tokio::test]
async fn an_empty_code_is_not_sent() {
    let stage = Stage::set(vec![line(FORM, login("")), line(SEND, by_mail("n1", ""))]).await;
    let site = stage.site();
    site.sign_in("ann", &password()).await.unwrap();
    assert!(matches!(
        site.submit_code("  ").await,
        Err(Error::CodeRefused)
    ));
    stage.asked();
}
