//! What a page before the session is, by its marks.

use super::{CodeSource, LoginPage, read};
use proptest::prelude::*;

fn is(text: &str) -> &'static str {
    match read(text).page {
        LoginPage::Login(_) => "login",
        LoginPage::Captcha => "captcha",
        LoginPage::NoPassword => "no password",
        LoginPage::Gate => "gate",
        LoginPage::Code(_) => "code",
        LoginPage::OtherForm => "other",
        LoginPage::Nothing => "nothing",
    }
}

#[test]
fn pages_are_told_apart_by_what_they_ask() {
    let both = "<input name=log><input type=password name=pwd>";
    for (page, expected) in [
        (format!("<form id=loginform>{both}</form>"), "login"),
        (format!("<form class=custom>{both}</form>"), "login"),
        (
            format!("<form name=loginform>{both}<div data-sitekey=x></div></form>"),
            "captcha",
        ),
        (
            format!("<form id=loginform>{both}<input type=checkbox name=terms required></form>"),
            "captcha",
        ),
        (
            format!("<div class=g-recaptcha></div><form id=loginform>{both}</form>"),
            "login",
        ),
        (
            "<form id=loginform><input name=log></form>".to_owned(),
            "no password",
        ),
        (
            "<form id=\"challenge-form\"><input name=x></form>".to_owned(),
            "captcha",
        ),
        (
            "<form><input type=search name=s></form>".to_owned(),
            "nothing",
        ),
        ("<form><input name=otp></form>".to_owned(), "other"),
        (
            "<form name=validate_2fa_form><input name=otp></form>".to_owned(),
            "code",
        ),
        (
            "<form name=validate_2fa_form><input name=a><input name=b></form>".to_owned(),
            "other",
        ),
        (
            "<body class=\"login no-js\"><a href=\"https://id.example/\">Sign in</a>".to_owned(),
            "gate",
        ),
        (String::new(), "nothing"),
    ] {
        assert_eq!(is(&page), expected, "{page}");
    }
}

#[test]
fn a_second_form_comes_before_the_first() {
    // The plugin names its form by its own name, and by the login form's id.
    let page =
        "<form name=\"validate_2fa_form\" id=\"loginform\" action=\"/x?action=validate_2fa\">
        <input type=hidden name=provider value=Two_Factor_Totp><input name=authcode></form>";
    let LoginPage::Code(code) = read(page).page else {
        panic!("no code");
    };
    assert_eq!(
        (code.field.as_str(), code.source),
        ("authcode", CodeSource::App)
    );
}

#[test]
fn an_error_is_read_by_its_mark_even_when_empty() {
    assert_eq!(read("<p>x</p>").error, None);
    assert_eq!(
        read("<div id=login_error> </div>").error.as_deref(),
        Some("")
    );
    assert_eq!(
        read("<div id=login_error>a<br>b</div>").error.as_deref(),
        Some("ab")
    );
}

proptest! {
    #[test]
    fn no_page_makes_it_stumble(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "<form id=loginform>", "</form>", "<input name=log>", "<input name=pwd required>",
                "<form name=validate_2fa_form>", "<div id=login_error>", "<input>", "<select name=x>",
                "&#0;", "<script>", "<table>", "text", "\u{0}", "<input name=authcode type=hidden>",
            ]),
            0..12,
        ),
    ) {
        read(&parts.concat());
    }
}
