//! The second factor as the plugin "Two Factor" asks for it (contract 12).

use axum::response::Response;
use minijinja::context;

use super::attempt::Refusal;
use super::login;
use crate::error::Error;
use crate::shop::asked::Asked;
use crate::shop::mode::SecondFactor;
use crate::shop::records::people::{self, ShopUser};
use crate::shop::records::{Records, codes};
use crate::shop::{cookies, page, reply, seed};
use crate::state::mails::{self, Mail};
use crate::stop::Stop;

impl SecondFactor {
    const ALL: [Self; 3] = [Self::Email, Self::App, Self::BackupCode];

    /// As the form calls it.
    fn provider(self) -> &'static str {
        match self {
            Self::Email => "Two_Factor_Email",
            Self::App => "Two_Factor_Totp",
            Self::BackupCode => "Two_Factor_Backup_Codes",
        }
    }

    /// The field for its code.
    fn field(self) -> &'static str {
        match self {
            Self::Email => "two-factor-email-code",
            Self::App => "authcode",
            Self::BackupCode => "two-factor-backup-code",
        }
    }

    /// The other way that is always there.
    fn other(self) -> Self {
        match self {
            Self::BackupCode => Self::App,
            Self::Email | Self::App => Self::BackupCode,
        }
    }

    fn subject(self) -> &'static str {
        match self {
            Self::Email => "code by mail",
            Self::App => "code of the app",
            Self::BackupCode => "printed code",
        }
    }

    fn of(provider: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|factor| factor.provider() == provider)
    }
}

/// Asks for the code instead of signing in.
pub(crate) fn ask(
    records: &Records,
    asked: &Asked,
    person: &ShopUser,
    refusal: Option<Refusal>,
) -> Result<Response, Stop> {
    let wanted = asked.either("provider").and_then(SecondFactor::of);
    let Some(factor) = wanted.or(asked.mode.second_factor) else {
        return Ok(reply::redirect(&asked.sign_in_url()));
    };
    let nonce = codes::wait(records, person.id, asked.now)?;
    if refusal.is_none() {
        tell(records, asked, person, factor)?;
    }
    let remember = asked
        .either("rememberme")
        .is_some_and(|text| !text.is_empty());
    let sign_in = asked.sign_in_url();
    let other = format!(
        "{sign_in}?action=validate_2fa&provider={}&wp-auth-id={}&wp-auth-nonce={nonce}",
        factor.other().provider(),
        person.id
    );
    let redirect_to = asked.either("redirect_to").map(str::to_owned);
    let content = context! {
        action => format!("{sign_in}?action=validate_2fa"),
        errors => refusal.and_then(|refusal| login::errors(asked, &refusal)),
        provider => factor.provider(),
        field => factor.field(),
        id => person.id,
        nonce,
        redirect_to => redirect_to.unwrap_or_else(|| asked.url("/wp-admin/")),
        remember,
        other,
    };
    let page = page::draw(asked, "second_factor.html", &content)?;
    Ok(reply::html(200, page))
}

/// Makes sure that there is a code, and tells it. Printed codes are kept until they are used.
fn tell(
    records: &Records,
    asked: &Asked,
    person: &ShopUser,
    factor: SecondFactor,
) -> Result<(), Error> {
    let provider = factor.provider();
    let mut known = codes::of(records, person.id, provider)?;
    if known.is_empty() || factor != SecondFactor::BackupCode {
        for code in known.drain(..) {
            codes::take(records, person.id, provider, &code)?;
        }
        let code = records.random.code();
        codes::add(records, person.id, provider, &code)?;
        known.push(code);
    }
    for code in known {
        let mail = Mail {
            to: person.email.clone(),
            subject: format!("[{}] {}", seed::NAME, factor.subject()),
            code,
            sent_at: asked.now * 1000,
        };
        mails::send(records, &mail)?;
    }
    Ok(())
}

/// `?action=validate_2fa`: judges a code, or asks in another way.
pub(crate) fn check(records: &Records, asked: &mut Asked) -> Result<Response, Stop> {
    let nonce = asked.either("wp-auth-nonce").unwrap_or_default();
    let waiting = codes::who_waits(records, nonce, asked.now)?;
    let id = asked.either("wp-auth-id").unwrap_or_default();
    let waiting = waiting.filter(|person| person.to_string() == id);
    let person = match waiting {
        Some(id) => people::find(records, id)?,
        None => None,
    };
    let Some(person) = person else {
        return Ok(reply::redirect(&asked.url("/")));
    };
    if !asked.is_post() {
        return ask(records, asked, &person, None);
    }
    let factor = asked.field("provider").and_then(SecondFactor::of);
    let Some(factor) = factor.or(asked.mode.second_factor) else {
        return Ok(reply::redirect(&asked.url("/")));
    };
    let given = asked.field(factor.field()).unwrap_or_default();
    let code: String = given
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    if !codes::take(records, person.id, factor.provider(), &code)? {
        let refusal = Refusal::of(asked, "code_wrong");
        return ask(records, asked, &person, Some(refusal));
    }
    codes::stop_waiting(records, person.id)?;
    let remember = asked
        .field("rememberme")
        .is_some_and(|text| text == "1" || text == "forever");
    cookies::sign_in(records, asked, &person, remember)?;
    login::land(asked, &person)
}
