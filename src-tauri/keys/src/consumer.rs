//! A WooCommerce consumer key: who owns it, what it may do, when it was last used.

use crate::Moment;
use std::fmt;

/// What a consumer key may do on its site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Permission {
    /// Read orders, products and customers, and change nothing.
    Read,
    /// Change, and read nothing.
    Write,
    /// Both.
    ReadWrite,
}

impl Permission {
    /// All of them, in the order the site offers them.
    pub const ALL: [Self; 3] = [Self::Read, Self::Write, Self::ReadWrite];

    /// The site's value: anything else silently becomes `read` there.
    pub fn as_value(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::ReadWrite => "read_write",
        }
    }

    /// The permission of that value.
    pub fn from_value(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.as_value() == value)
    }

    /// Whether it may read.
    pub fn reads(self) -> bool {
        self != Self::Write
    }

    /// Whether it may change things.
    pub fn writes(self) -> bool {
        self != Self::Read
    }
}

/// A site's number of a WordPress user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SiteUserId(pub i64);

/// Whose a consumer key is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct KeyOwner {
    /// The site's number of the user; `None` where the signed-in account may not edit that user.
    pub id: Option<SiteUserId>,
    /// The display name; empty when the user was deleted.
    pub name: String,
}

impl KeyOwner {
    /// Whether the user was deleted: such a key opens nothing.
    pub fn is_gone(&self) -> bool {
        self.id.is_none() && self.name.is_empty()
    }
}

/// The site's own words for when a key was last used: in the reader's language, in the site's time
/// zone, which is not told. To be shown and compared, not read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct LastAccess(String);

impl LastAccess {
    /// Takes the site's words.
    pub fn new(text: &str) -> Self {
        Self(text.trim().to_owned())
    }

    /// The site's words.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it was never used. The word for that is translated, but no date goes without a digit.
    pub fn is_never(&self) -> bool {
        !self.0.chars().any(char::is_numeric)
    }
}

/// What is known of a consumer key beside what every key has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsumerKey {
    /// What it may do; `None` while unknown.
    pub permission: Option<Permission>,
    /// Whose it is; `None` for one that was not seen in the site's list yet.
    pub owner: Option<KeyOwner>,
    /// The last seven characters of the consumer key, by which the list is compared.
    pub ending: String,
    /// When it was last used, in the site's words; `None` while the list was not read.
    pub last_access: Option<LastAccess>,
    /// Since when that has read so, as far as our own looks tell.
    pub last_access_since: Option<Moment>,
    /// Whether the signed-in account may edit and revoke it.
    pub may_change: bool,
    /// Whether it was made here, but its secret was lost with the reply: nobody has it.
    pub secret_lost: bool,
}

impl ConsumerKey {
    /// How many characters of the consumer key a list shows.
    pub const ENDING: usize = 7;
}

/// Where a site's REST routes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Permalinks {
    /// Under `/wp-json/`.
    Pretty,
    /// Behind `?rest_route=`, where consumer keys are not recognised.
    Plain,
}

/// What is known of a WooCommerce site beside what every connection has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteFacts {
    /// Where its REST routes are.
    pub permalinks: Permalinks,
    /// The address of a login page that was moved, path and query on the same site.
    pub login_path: Option<String>,
    /// WordPress's version, when the site tells it.
    pub wordpress: Option<String>,
    /// WooCommerce's version, when the site tells it.
    pub woocommerce: Option<String>,
}

/// Why a description cannot be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DescriptionError {
    /// Nothing but white space, which the site would store as an empty description.
    Blank,
    /// Longer than the site's column; with the limit in characters.
    TooLong(usize),
    /// A lone `0`, which the site takes for a missing description.
    Zero,
    /// A `<`, which the site takes for markup and changes.
    Markup,
}

impl fmt::Display for DescriptionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blank => formatter.write_str("description is blank"),
            Self::TooLong(limit) => {
                write!(formatter, "description is longer than {limit} characters")
            }
            Self::Zero => formatter.write_str("description is a lone 0"),
            Self::Markup => formatter.write_str("description has a < in it"),
        }
    }
}

impl std::error::Error for DescriptionError {}

/// The description of a consumer key: 1 to 200 characters that come back as they were sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description(String);

impl Description {
    /// The longest, in characters.
    pub const LIMIT: usize = 200;

    /// Collapses white space as the site does, and judges.
    pub fn parse(text: &str) -> Result<Self, DescriptionError> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return Err(DescriptionError::Blank);
        }
        if text == "0" {
            return Err(DescriptionError::Zero);
        }
        if text.contains('<') {
            return Err(DescriptionError::Markup);
        }
        if text.chars().count() > Self::LIMIT {
            return Err(DescriptionError::TooLong(Self::LIMIT));
        }
        Ok(Self(text))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a text has the shape of a consumer key or, with `cs_`, of a consumer secret.
pub fn has_consumer_shape(text: &str, beginning: &str) -> bool {
    text.strip_prefix(beginning).is_some_and(|rest| {
        rest.len() == 40
            && rest
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    })
}

/// The last seven characters of a consumer key.
pub fn ending_of(consumer_key: &str) -> String {
    let all = consumer_key.chars().count();
    let skipped = all.saturating_sub(ConsumerKey::ENDING);
    consumer_key.chars().skip(skipped).collect()
}

#[cfg(test)]
mod tests {
    use super::{Description, DescriptionError, KeyOwner, LastAccess, Permission, SiteUserId};
    use super::{ending_of, has_consumer_shape};

    #[test]
    fn permissions_come_back_from_their_values() {
        for permission in Permission::ALL {
            assert_eq!(
                Permission::from_value(permission.as_value()),
                Some(permission)
            );
        }
        assert_eq!(Permission::from_value("Lecture"), None);
    }

    #[test]
    fn a_description_is_refused_where_the_site_would_change_it() {
        assert_eq!(Description::parse(" a \n b ").unwrap().as_str(), "a b");
        for (text, error) in [
            (" \t", DescriptionError::Blank),
            ("0", DescriptionError::Zero),
            ("a < b", DescriptionError::Markup),
        ] {
            assert_eq!(Description::parse(text).unwrap_err(), error, "{text}");
        }
        assert!(Description::parse(&"é".repeat(200)).is_ok());
        assert_eq!(
            Description::parse(&"é".repeat(201)).unwrap_err(),
            DescriptionError::TooLong(200)
        );
    }

    #[test]
    fn never_used_is_told_in_any_language() {
        for never in ["Unknown", "Inconnu", "—", ""] {
            assert!(LastAccess::new(never).is_never(), "{never}");
        }
        for used in ["22 novembre 2026 à 9h05", "November 3, 2026 at 1:00 pm"] {
            assert!(!LastAccess::new(used).is_never(), "{used}");
        }
    }

    #[test]
    fn an_owner_without_number_or_name_was_deleted() {
        let named = |name: &str, id| KeyOwner {
            id,
            name: name.to_owned(),
        };
        assert!(named("", None).is_gone());
        assert!(!named("Ann", None).is_gone());
        assert!(!named("", Some(SiteUserId(3))).is_gone());
    }

    #[test]
    fn halves_are_told_by_their_shape() {
        let key = format!("ck_{}", "0a".repeat(20));
        assert!(has_consumer_shape(&key, "ck_"));
        assert!(!has_consumer_shape(&key, "cs_"));
        assert!(!has_consumer_shape(&key.to_uppercase(), "ck_"));
        assert!(!has_consumer_shape(&key[..42], "ck_"));
        assert_eq!(ending_of(&key), "a0a0a0a");
    }
}
