//! One attempt to sign in: who it is, or what is wrong with it.

use crate::error::Error;
use crate::page::escape;
use crate::shop::asked::Asked;
use crate::shop::records::people::{self, ShopUser};
use crate::shop::records::{Records, settings};
use crate::shop::words::word;

/// How long nobody gets in after too many wrong passwords, in seconds.
const LOCKED: i64 = 20 * 60;

/// What is wrong with an attempt.
#[derive(Default)]
pub(crate) struct Refusal {
    /// One line of markup per error.
    pub(crate) errors: Vec<String>,
    /// The name that the form keeps.
    pub(crate) name: String,
}

impl Refusal {
    pub(crate) fn of(asked: &Asked, name: &str) -> Self {
        Self {
            errors: vec![error(asked, name)],
            name: String::new(),
        }
    }
}

/// One line of an error, as markup.
fn error(asked: &Asked, name: &str) -> String {
    let language = asked.language;
    format!(
        "<strong>{}</strong> {}",
        word(language, "error"),
        escape(word(language, name))
    )
}

/// The person who signs in, or the refusal.
pub(crate) fn person(records: &Records, asked: &Asked) -> Result<Result<ShopUser, Refusal>, Error> {
    let (wrong, at) = settings::wrong_passwords(records)?;
    let is_over = asked.now - at > LOCKED;
    let is_locked = |wrong: u32| {
        let limit = asked.mode.attempt_limit;
        limit.is_some_and(|limit| wrong >= limit)
    };
    if is_locked(wrong) && !is_over {
        return Ok(Err(Refusal::of(asked, "too_many_attempts")));
    }
    if asked.mode.captcha && !has_right_sum(asked) {
        return Ok(Err(Refusal::of(asked, "captcha_wrong")));
    }
    let outcome = identify(records, asked)?;
    let wrong = match &outcome {
        Ok(_) => 0,
        Err(_) if is_over => 1,
        Err(_) => wrong + 1,
    };
    settings::set_wrong_passwords(records, wrong, asked.now)?;
    Ok(outcome)
}

fn identify(records: &Records, asked: &Asked) -> Result<Result<ShopUser, Refusal>, Error> {
    let name = asked.field("log").unwrap_or_default().trim();
    let password = asked.field("pwd").unwrap_or_default();
    let empty: Vec<String> = [(name, "empty_username"), (password, "empty_password")]
        .iter()
        .filter(|(text, _)| text.is_empty())
        .map(|(_, problem)| error(asked, problem))
        .collect();
    if !empty.is_empty() {
        return Ok(Err(Refusal {
            errors: empty,
            name: name.to_owned(),
        }));
    }
    let Some(person) = people::find_by_name(records, name)? else {
        let problem = if name.contains('@') {
            "unknown_email"
        } else {
            "unknown_user"
        };
        return Ok(Err(Refusal::of(asked, problem)));
    };
    if person.password == password {
        return Ok(Ok(person));
    }
    let lost = format!(
        "{} <strong>{}</strong>. <a href=\"{}\">{}</a>",
        error(asked, "wrong_password"),
        escape(name),
        lost_password_url(asked),
        escape(word(asked.language, "lost_password"))
    );
    Ok(Err(Refusal {
        errors: vec![lost],
        name: name.to_owned(),
    }))
}

/// Where a lost password leads: into the shop's own pages while it is on.
pub(crate) fn lost_password_url(asked: &Asked) -> String {
    if asked.mode.woocommerce_off {
        format!("{}?action=lostpassword", asked.sign_in_url())
    } else {
        asked.url("/my-account/lost-password/")
    }
}

/// The two numbers of the sum, another pair each hour.
pub(crate) fn sum(hour: i64) -> (i64, i64) {
    (hour % 7 + 2, hour % 5 + 3)
}

fn has_right_sum(asked: &Asked) -> bool {
    let hour = asked.now / 3600;
    let given = asked.field("practice-sum").unwrap_or_default().trim();
    [hour, hour - 1].into_iter().any(|hour| {
        let (left, right) = sum(hour);
        given == (left + right).to_string()
    })
}
