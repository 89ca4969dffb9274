//! Making a key (contract 6.1).

use crate::{
    Error, Site, Step,
    markup::{number_in, plain},
};
use keys::{Description, Identifier, Permission, Secret, ServerAppId, SiteUserId};

/// A key to be made, or what one is to be changed into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewConsumerKey {
    /// What it is for.
    pub description: Description,
    /// Whose it is to be.
    pub owner: SiteUserId,
    /// What it may do.
    pub permission: Permission,
}

/// A key just made, with the one and only look at its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeConsumerKey {
    /// The site's number of it; `None` where the answer did not tell, and the list has to.
    pub id: Option<ServerAppId>,
    /// The public half.
    pub consumer_key: Identifier,
    /// The secret half.
    pub secret: Secret,
    /// What it may do, as the site stored it; what it silently changed is seen here.
    pub permission: Permission,
    /// Its description, as the site stored it.
    pub description: String,
}

/// A description as the site's list shows it: what looks like an entity is one there.
pub fn as_listed(description: &Description) -> String {
    plain(description.as_str())
}

impl Site {
    /// Makes one key. When [`Error::outcome_unknown`], the list tells whether it was made; its
    /// secret is lost then.
    pub async fn create(&self, new: &NewConsumerKey) -> Result<MadeConsumerKey, Error> {
        let stored = self.store_key(None, new).await?;
        let unreadable = |what| Error::unreadable(what, Step::Acting);
        let consumer_key =
            Identifier::new(&stored.consumer_key).ok_or_else(|| unreadable("consumer_key"))?;
        let secret = Secret::new(stored.consumer_secret);
        if secret.is_empty() {
            return Err(unreadable("consumer_secret"));
        }
        let permission = stored.permissions.as_str().and_then(Permission::from_value);
        Ok(MadeConsumerKey {
            id: stored.revoke_url.as_str().and_then(id_in_link),
            consumer_key,
            secret,
            // What the site does not know it takes for this.
            permission: permission.unwrap_or(Permission::Read),
            description: stored
                .description
                .as_str()
                .map_or_else(|| new.description.as_str().to_owned(), plain),
        })
    }
}

/// The number in the link for revoking: a piece of markup, not an address.
fn id_in_link(markup: &str) -> Option<ServerAppId> {
    number_in(
        &markup.replace("&#038;", "&").replace("&amp;", "&"),
        "revoke-key",
    )
    .map(ServerAppId)
}

#[cfg(test)]
mod tests {
    use super::id_in_link;
    use keys::ServerAppId;

    #[test]
    fn the_number_is_read_out_of_markup() {
        for link in [
            "<a style=\"x\" href=\"https://shop.example/a?section=keys&#038;revoke-key=9&#038;_wpnonce=0\">Revoke</a>",
            "<a href='/a?b&amp;revoke-key=9'>x</a>",
            "/a?revoke-key=9",
        ] {
            assert_eq!(id_in_link(link), Some(ServerAppId(9)), "{link}");
        }
        for link in [
            "",
            "<a href=\"?revoke-key=\">",
            "?xrevoke-key=9",
            "?revoke-key=9x",
        ] {
            assert_eq!(id_in_link(link), None, "{link}");
        }
    }
}
