//! The cookies of a sign-in: which, where, for how long (contract 2.3).

use jiff::Timestamp;
use md5::{Digest, Md5};

use super::asked::Asked;
use super::records::people::{self, ShopUser};
use super::records::{Records, sessions, settings};
use crate::error::Error;
use crate::random;
use crate::signature;

const DAY: i64 = 24 * 60 * 60;

/// The test cookie, and its value as it travels.
pub(crate) const TEST: (&str, &str) = ("wordpress_test_cookie", "WP%20Cookie%20check");

/// Which half of a sign-in a cookie is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Half {
    /// Opens the administration.
    Admin,
    /// Tells who somebody is; nonces are tied to it.
    LoggedIn,
}

impl Half {
    fn name(self, asked: &Asked) -> String {
        let site = random::to_hex(&Md5::digest(asked.base()));
        match self {
            Self::Admin if asked.is_secure() => format!("wordpress_sec_{site}"),
            Self::Admin => format!("wordpress_{site}"),
            Self::LoggedIn => format!("wordpress_logged_in_{site}"),
        }
    }

    fn word(self, asked: &Asked) -> &'static str {
        match self {
            Self::Admin if asked.is_secure() => "secure_auth",
            Self::Admin => "auth",
            Self::LoggedIn => "logged_in",
        }
    }
}

/// Signs a person in: keeps a session and sets its cookies.
pub(crate) fn sign_in(
    records: &Records,
    asked: &mut Asked,
    person: &ShopUser,
    remember: bool,
) -> Result<(), Error> {
    let expires_at = asked.now + if remember { 14 * DAY } else { 2 * DAY };
    // The cookie lives half a day longer than what is in it.
    let until = remember.then_some(expires_at + DAY / 2);
    let token = sessions::start(records, person.id, expires_at)?;
    let folder = asked.folder.clone();
    let places = [
        (Half::Admin, format!("{folder}/wp-content/plugins")),
        (Half::Admin, format!("{folder}/wp-admin")),
        (Half::LoggedIn, format!("{folder}/")),
    ];
    for (half, path) in places {
        let word = half.word(asked);
        let proof = proof(records, word, person, expires_at, &token)?;
        let value = format!("{}%7C{expires_at}%7C{token}%7C{proof}", person.login);
        let line = line(asked, &half.name(asked), &value, until, &path, true);
        asked.cookies.push(line);
    }
    asked.user = Some(person.clone());
    Ok(())
}

fn proof(
    records: &Records,
    word: &str,
    person: &ShopUser,
    expires_at: i64,
    token: &str,
) -> Result<String, Error> {
    let key = settings::signing_key(records)?;
    let text = format!(
        "{word}|{}|{expires_at}|{token}|{}",
        person.login, person.password
    );
    Ok(signature::sign_hex(&key, &text))
}

/// Who holds half of a sign-in that is still good.
pub(crate) fn holder(
    records: &Records,
    asked: &Asked,
    half: Half,
) -> Result<Option<ShopUser>, Error> {
    let Some(value) = asked.cookie(&half.name(asked)) else {
        return Ok(None);
    };
    let parts: Vec<&str> = split(&value);
    let [login, expires_at, token, given] = parts[..] else {
        return Ok(None);
    };
    let Ok(expires_at) = expires_at.parse::<i64>() else {
        return Ok(None);
    };
    let Some(person) = people::find_by_name(records, login)? else {
        return Ok(None);
    };
    let is_good = expires_at > asked.now
        && proof(records, half.word(asked), &person, expires_at, token)? == given
        && sessions::find(records, token, asked.now)? == Some(person.id);
    Ok(is_good.then_some(person))
}

/// The session token that nonces are tied to, empty without the cookie.
pub(crate) fn token(asked: &Asked) -> String {
    let value = asked
        .cookie(&Half::LoggedIn.name(asked))
        .unwrap_or_default();
    match split(&value)[..] {
        [_, _, token, _] => token.to_owned(),
        _ => String::new(),
    }
}

fn split(value: &str) -> Vec<&str> {
    if value.contains('|') {
        value.split('|').collect()
    } else {
        value.split("%7C").collect()
    }
}

/// Takes the cookies of a sign-in back.
pub(crate) fn take_back(asked: &mut Asked) {
    let folder = asked.folder.clone();
    let places = [
        (Half::Admin, format!("{folder}/wp-admin")),
        (Half::Admin, format!("{folder}/wp-content/plugins")),
        (Half::LoggedIn, format!("{folder}/")),
    ];
    for (half, path) in places {
        let past = asked.now - 365 * DAY;
        let line = line(asked, &half.name(asked), "%20", Some(past), &path, true);
        asked.cookies.push(line);
    }
}

/// Sets the cookie that proves cookies are kept at all.
pub(crate) fn set_test(asked: &mut Asked) {
    let path = format!("{}/", asked.folder);
    let is_shut = !asked.mode.flavour.is_old();
    let line = line(asked, TEST.0, TEST.1, None, &path, is_shut);
    asked.cookies.push(line);
}

/// Sets the harmless preferences that administration pages set.
pub(crate) fn set_preferences(asked: &mut Asked, person: i64) {
    let until = Some(asked.now + 365 * DAY);
    let path = format!("{}/", asked.folder);
    for (name, value) in [
        (
            format!("wp-settings-{person}"),
            "libraryContent%3Dbrowse".to_owned(),
        ),
        (format!("wp-settings-time-{person}"), asked.now.to_string()),
    ] {
        let line = line(asked, &name, &value, until, &path, false);
        asked.cookies.push(line);
    }
}

fn line(
    asked: &Asked,
    name: &str,
    value: &str,
    until: Option<i64>,
    path: &str,
    http_only: bool,
) -> String {
    let mut line = format!("{name}={value}");
    if let Some(until) = until {
        let date = Timestamp::from_second(until).unwrap_or_default();
        let date = date.strftime("%a, %d %b %Y %H:%M:%S GMT");
        let left = (until - asked.now).max(0);
        line = format!("{line}; expires={date}; Max-Age={left}");
    }
    let secure = if asked.is_secure() { "; secure" } else { "" };
    let shut = if http_only { "; HttpOnly" } else { "" };
    format!("{line}; path={path}{secure}{shut}")
}
