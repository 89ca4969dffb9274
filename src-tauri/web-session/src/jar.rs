//! The cookies of one connection, and their form for the keychain.

use crate::Error;
use cookie_store::{Cookie, CookieStore, RawCookie, StoreAction};
use keys::Secret;
use url::Url;

/// Browsers drop larger cookies too.
const LONGEST_COOKIE: usize = 4096;
/// More than any server of ours sets, and few enough for a keychain entry.
const MOST_COOKIES: usize = 30;

/// A cookie jar that knows whether it changed since it was last kept.
#[derive(Default)]
pub(crate) struct Jar {
    cookies: CookieStore,
    kept: Option<Secret>,
}

impl Jar {
    /// The `Cookie` header for that address.
    pub(crate) fn header_for(&self, url: &Url) -> Option<String> {
        let pairs: Vec<_> = self
            .cookies
            .get_request_values(url)
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }

    /// Takes one `Set-Cookie` header in; tells the name of a cookie that lives now. What a browser
    /// would refuse is ignored.
    pub(crate) fn take(&mut self, set_cookie: &str, url: &Url) -> Option<String> {
        if set_cookie.len() > LONGEST_COOKIE {
            return None;
        }
        let cookie = RawCookie::parse(set_cookie.to_owned()).ok()?;
        if self.cookies.iter_unexpired().count() >= MOST_COOKIES
            && !self
                .cookies
                .iter_unexpired()
                .any(|kept| kept.name() == cookie.name())
        {
            return None;
        }
        // A refused cookie is no failure of the request.
        let done = self.cookies.insert_raw(&cookie, url).ok()?;
        (done != StoreAction::ExpiredExisting).then(|| cookie.name().to_owned())
    }

    /// Everything that still lives, session cookies included, as one text.
    pub(crate) fn export(&self) -> Secret {
        self.lines()
    }

    /// Replaces everything by a text of [`Self::export`].
    pub(crate) fn import(&mut self, text: &Secret) -> Result<(), Error> {
        let cookies = text
            .expose()
            .lines()
            .map(serde_json::from_str::<Cookie<'static>>);
        self.cookies =
            CookieStore::from_cookies(cookies, false).map_err(|_| Error::session_unreadable())?;
        self.kept = Some(self.lines());
        Ok(())
    }

    /// Everything as one text, if it changed since it was last taken or imported.
    pub(crate) fn take_changed(&mut self) -> Option<Secret> {
        let lines = self.lines();
        let is_kept = match &self.kept {
            Some(kept) => *kept == lines,
            None => lines.is_empty(),
        };
        if is_kept {
            return None;
        }
        self.kept = Some(lines.clone());
        Some(lines)
    }

    /// Forgets every cookie, but not what was last kept.
    pub(crate) fn clear(&mut self) {
        self.cookies.clear();
    }

    /// One cookie a line, in a stable order.
    fn lines(&self) -> Secret {
        let mut lines: Vec<_> = self
            .cookies
            .iter_unexpired()
            .filter_map(|cookie| serde_json::to_string(cookie).ok())
            .collect();
        lines.sort_unstable();
        Secret::new(lines.join("\n"))
    }
}

#[cfg(test)]
mod tests;
