//! `wp-login.php`: signing in and out (contract 2).

use axum::response::Response;
use minijinja::context;
use minijinja::value::Value;
use url::{Url, form_urlencoded};

use super::attempt::{self, Refusal};
use super::{die, second_factor};
use crate::page::escape;
use crate::shop::asked::Asked;
use crate::shop::mode::ShopMode;
use crate::shop::nonces::{self, Purpose};
use crate::shop::records::people::{ShopRole, ShopUser};
use crate::shop::records::{Records, sessions, settings};
use crate::shop::words::word;
use crate::shop::{admission, cookies, page, reply};
use crate::stop::Stop;

/// Whatever is asked of the sign-in page.
pub(crate) fn page(records: &Records, asked: &mut Asked) -> Result<Response, Stop> {
    let action = asked.either("action").unwrap_or_default().to_owned();
    match action.as_str() {
        "logout" => return sign_out(records, asked),
        "confirm_admin_email" => return confirm_email(records, asked),
        "lostpassword" => return die::lost_password(asked),
        _ => {}
    }
    if asked.mode.single_sign_on {
        return interposed(asked, "sign_in_elsewhere", "https://id.example/practice");
    }
    if action == "validate_2fa" {
        return second_factor::check(records, asked);
    }
    cookies::set_test(asked);
    if asked.is_post() {
        return sign_in(records, asked);
    }
    if asked.query("reauth") == Some("1") {
        cookies::take_back(asked);
    }
    show(asked, &Refusal::default(), "")
}

fn sign_in(records: &Records, asked: &mut Asked) -> Result<Response, Stop> {
    let person = match attempt::person(records, asked)? {
        Ok(person) => person,
        Err(refusal) => return show(asked, &refusal, ""),
    };
    let remember = asked
        .field("rememberme")
        .is_some_and(|text| !text.is_empty());
    if asked.mode.second_factor.is_some() && person.manages_shop() {
        return second_factor::ask(records, asked, &person, None);
    }
    let lacks_test =
        asked.field("testcookie") == Some("1") && asked.cookie(cookies::TEST.0).is_none();
    cookies::sign_in(records, asked, &person, remember)?;
    if lacks_test {
        let refusal = Refusal::of(asked, "cookies_blocked");
        return show(asked, &refusal, "");
    }
    land(asked, &person)
}

/// Where a sign-in leads.
pub(crate) fn land(asked: &Asked, person: &ShopUser) -> Result<Response, Stop> {
    if asked.field("interim-login").is_some_and(|text| text == "1") {
        return show(
            asked,
            &Refusal::default(),
            "interim-login interim-login-success",
        );
    }
    let admin = asked.url("/wp-admin/");
    let wanted = asked.field("redirect_to").unwrap_or_default();
    let target = if is_ours(asked, wanted) {
        wanted.to_owned()
    } else {
        admin.clone()
    };
    let is_administrator = person.role == ShopRole::Administrator;
    if asked.mode.email_check_due && is_administrator {
        let target: String = form_urlencoded::byte_serialize(target.as_bytes()).collect();
        return Ok(reply::redirect(&format!(
            "{}?redirect_to={target}&action=confirm_admin_email&wp_lang={}",
            asked.sign_in_url(),
            asked.language.locale()
        )));
    }
    if target == admin && person.role == ShopRole::Customer {
        return Ok(reply::redirect(&asked.url("/wp-admin/profile.php")));
    }
    Ok(reply::redirect(&target))
}

/// Whether an address is on this host; anybody could send people elsewhere otherwise.
fn is_ours(asked: &Asked, target: &str) -> bool {
    if target.starts_with('/') {
        return !target.starts_with("//");
    }
    let host = |text: &str| {
        let url = Url::parse(text).ok()?;
        Some((url.host_str()?.to_owned(), url.port_or_known_default()))
    };
    host(target).is_some_and(|there| host(&asked.base()) == Some(there))
}

/// The sign-in page; with classes of the body that say more.
pub(crate) fn show(asked: &Asked, refusal: &Refusal, classes: &str) -> Result<Response, Stop> {
    let (left, right) = attempt::sum(asked.now / 3600);
    let redirect_to = asked.either("redirect_to").map(str::to_owned);
    let content = context! {
        classes,
        success => classes.contains("interim-login-success"),
        errors => errors(asked, refusal),
        name => refusal.name,
        action => asked.sign_in_url(),
        redirect_to => redirect_to.unwrap_or_else(|| asked.url("/wp-admin/")),
        lost_password => attempt::lost_password_url(asked),
        logged_out => asked.query("loggedout").is_some(),
        captcha => asked.mode.captcha.then(|| format!("{left} + {right}")),
    };
    Ok(reply::html(200, page::draw(asked, "login.html", &content)?))
}

/// The errors as the versions draw them.
pub(crate) fn errors(asked: &Asked, refusal: &Refusal) -> Option<Value> {
    let errors = &refusal.errors;
    let markup = match errors.as_slice() {
        [] => return None,
        lines if asked.mode.flavour.is_old() => {
            let lines: Vec<String> = lines
                .iter()
                .map(|line| format!("\t{line}<br />\n"))
                .collect();
            format!("<div id=\"login_error\">{}</div>", lines.concat())
        }
        [line] => {
            format!("<div id=\"login_error\" class=\"notice notice-error\"><p>{line}</p></div>")
        }
        lines => format!(
            "<div id=\"login_error\" class=\"notice notice-error\"><ul class=\"login-error-list\">\
             <li>{}</li></ul></div>",
            lines.join("</li><li>")
        ),
    };
    Some(Value::from_safe_string(markup))
}

/// A page between password and session, or instead of both.
fn interposed(asked: &Asked, name: &str, target: &str) -> Result<Response, Stop> {
    let content = context! { text => word(asked.language, name), target };
    let page = page::draw(asked, "interposed.html", &content)?;
    Ok(reply::html(200, page))
}

/// Whether the address of the site is still right, which the session does not wait for.
fn confirm_email(records: &Records, asked: &mut Asked) -> Result<Response, Stop> {
    admission::recognise_visitor(records, asked)?;
    let target = asked.either("redirect_to").unwrap_or_default().to_owned();
    let target = if is_ours(asked, &target) {
        target
    } else {
        asked.url("/wp-admin/")
    };
    if asked.user.is_some() && asked.field("correct-admin-email").is_some() {
        let mode = ShopMode {
            email_check_due: false,
            ..asked.mode.clone()
        };
        settings::set_mode(records, &mode)?;
        return Ok(reply::redirect(&target));
    }
    let content = context! {
        text => word(asked.language, "email_check"),
        target => asked.address(),
        form => "admin-email-confirm-form",
    };
    let page = page::draw(asked, "interposed.html", &content)?;
    Ok(reply::html(200, page))
}

fn sign_out(records: &Records, asked: &mut Asked) -> Result<Response, Stop> {
    admission::recognise_visitor(records, asked)?;
    if !nonces::is_good(records, asked, Purpose::LogOut, asked.query("_wpnonce"))? {
        let nonce = nonces::make(records, asked, Purpose::LogOut)?;
        let link = format!("{}?action=logout&_wpnonce={nonce}", asked.sign_in_url());
        let markup = format!(
            "{} <a href=\"{}\">{}</a>?",
            escape(word(asked.language, "really_log_out")),
            page::escape_url(&link),
            escape(word(asked.language, "log_out"))
        );
        return die::with_markup(asked, 403, markup);
    }
    let token = asked.token.clone();
    sessions::end(records, &token)?;
    cookies::take_back(asked);
    let own = asked.user.as_ref().and_then(|user| user.language);
    let locale = own.unwrap_or(asked.mode.language).locale();
    let target = format!("{}?loggedout=true&wp_lang={locale}", asked.sign_in_url());
    Ok(reply::redirect(&target))
}
