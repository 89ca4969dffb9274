//! What stands on a login page, or on a page shown instead of it (contract 2, 12).

use crate::second_factor::CodeSource;
use std::sync::LazyLock;
use web_session::{
    Control, Form, Kind,
    page::{ElementRef, Html, Selector, first, pattern, text_of},
};

static LOGIN: LazyLock<Selector> =
    LazyLock::new(|| pattern("form#loginform, form[name=loginform]"));
static FORMS: LazyLock<Selector> = LazyLock::new(|| pattern("form"));
static ERROR: LazyLock<Selector> = LazyLock::new(|| pattern("#login_error"));
static SECOND: LazyLock<Selector> = LazyLock::new(|| {
    pattern(r#"form[name="validate_2fa_form"], form[action*="action=validate_2fa"]"#)
});
/// WordPress's own sign-in page, whatever stands on it.
static DOOR: LazyLock<Selector> = LazyLock::new(|| pattern("body.login"));
static CAPTCHA: LazyLock<Selector> = LazyLock::new(|| {
    pattern(
        r#".g-recaptcha, .h-captcha, .cf-turnstile, .frc-captcha, altcha-widget, [data-sitekey],
        [name*="captcha"], [name="cf-turnstile-response"], #challenge-form, #challenge-running"#,
    )
});

/// The names of the code's field in a widespread plugin, and where such a code comes from.
const CODE_FIELDS: [(&str, CodeSource); 3] = [
    ("two-factor-email-code", CodeSource::Mail),
    ("two-factor-backup-code", CodeSource::Backup),
    ("authcode", CodeSource::App),
];

/// A form that asks for a code.
#[derive(Clone)]
pub(crate) struct CodeForm {
    pub(crate) form: Form,
    /// The name of the field for the code.
    pub(crate) field: String,
    pub(crate) source: CodeSource,
}

/// What a page is.
pub(crate) enum LoginPage {
    /// The login form, ready to be filled in.
    Login(Form),
    /// It asks for more than name and password.
    Captcha,
    /// A login form without a password.
    NoPassword,
    /// WordPress's sign-in page without any form: it leads to accounts elsewhere.
    Gate,
    /// It asks for a code.
    Code(CodeForm),
    /// Another form that asks for something.
    OtherForm,
    /// None of all this.
    Nothing,
}

/// A page, and the error that stands on it.
pub(crate) struct Read {
    pub(crate) page: LoginPage,
    /// The site's words; an empty text where the mark stands without any.
    pub(crate) error: Option<String>,
}

/// Reads a page.
pub(crate) fn read(text: &str) -> Read {
    let page = Html::parse_document(text);
    let root = page.root_element();
    Read {
        page: judge(root),
        error: first(root, &ERROR).map(text_of),
    }
}

fn judge(root: ElementRef<'_>) -> LoginPage {
    if let Some(second) = first(root, &SECOND) {
        return read_code_form(second).map_or(LoginPage::OtherForm, LoginPage::Code);
    }
    let has_captcha = |place| first(place, &CAPTCHA).is_some();
    let by_fields = || {
        root.select(&FORMS).find(|form| {
            let form = Form::within(*form);
            form.control("log").is_some() && form.control("pwd").is_some()
        })
    };
    if let Some(element) = first(root, &LOGIN).or_else(by_fields) {
        let form = Form::within(element);
        return if form.control("pwd").is_none() || form.control("log").is_none() {
            LoginPage::NoPassword
        } else if has_captcha(element) || form.controls.iter().any(is_more) {
            LoginPage::Captcha
        } else {
            LoginPage::Login(form)
        };
    }
    if has_captcha(root) {
        return LoginPage::Captcha;
    }
    let asks = |form: ElementRef<'_>| Form::within(form).controls.iter().any(is_shown_text);
    if root.select(&FORMS).any(asks) {
        LoginPage::OtherForm
    } else if first(root, &DOOR).is_some() {
        LoginPage::Gate
    } else {
        LoginPage::Nothing
    }
}

/// Whether the page insists on a field that nobody but a person can fill in. Fields that it does
/// not insist on are often traps for programs, and stay as they are.
fn is_more(control: &Control) -> bool {
    let is_ours = matches!(control.name.as_str(), "log" | "pwd" | "rememberme");
    let is_asked = control.required && !control.disabled && !control.checked;
    let is_open = control.value.is_empty() || control.kind == Kind::Checkbox;
    let is_filled_in = !matches!(control.kind, Kind::Hidden | Kind::Unsent);
    !is_ours && is_asked && is_filled_in && is_open
}

fn is_shown_text(control: &Control) -> bool {
    matches!(&control.kind, Kind::Text(kind) if kind != "search") && !control.disabled
}

fn read_code_form(element: ElementRef<'_>) -> Option<CodeForm> {
    let form = Form::within(element);
    let known = CODE_FIELDS
        .into_iter()
        .find(|(name, _)| form.control(name).is_some_and(is_shown_text));
    let (field, by_field) = known.map_or_else(
        || only_text(&form).map(|field| (field, CodeSource::Other)),
        |(field, source)| Some((field.to_owned(), source)),
    )?;
    let provider = form
        .control("provider")
        .map(|control| control.value.as_str());
    let source = match provider {
        Some("Two_Factor_Email") => CodeSource::Mail,
        Some("Two_Factor_Totp") => CodeSource::App,
        Some("Two_Factor_Backup_Codes") => CodeSource::Backup,
        // Other providers use the same field for codes of their own.
        Some(_) if by_field == CodeSource::App => CodeSource::Other,
        Some(_) | None => by_field,
    };
    Some(CodeForm {
        form,
        field,
        source,
    })
}

/// The only field to type into.
fn only_text(form: &Form) -> Option<String> {
    let mut texts = form
        .controls
        .iter()
        .filter(|control| is_shown_text(control));
    let only = texts.next()?;
    texts.next().is_none().then(|| only.name.clone())
}

#[cfg(test)]
mod tests;
