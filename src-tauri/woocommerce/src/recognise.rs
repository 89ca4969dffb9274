//! Whether a WooCommerce site answers at an address, and what it says of itself (contract 1).

use crate::{
    Error, Found, Network,
    address::{path_and_query, read_candidates, read_login},
    front_page,
    rest_index::{Answer, Index},
    rest_root::{self, Root},
    visitor::Visitor,
};
use keys::{Permalinks, ServerUrl, SiteFacts};
use url::Url;

/// A site, as it introduces itself to anybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecognisedSite {
    /// Its address, with its folder.
    pub url: ServerUrl,
    /// Its own name, or its host.
    pub name: String,
    /// Permalinks, versions, and where its login page is when that is not the usual place.
    pub facts: SiteFacts,
    /// Its language, such as `fr_FR`, when its front page tells it.
    pub locale: Option<String>,
}

/// Finds the site meant by what was typed. `login` is the address of a login page that was moved,
/// on the same host.
pub async fn recognise(
    address: &str,
    login: Option<&str>,
    network: &Network,
) -> Result<RecognisedSite, Error> {
    let mut first_error = None;
    for site in read_candidates(address)? {
        let mut meant = vec![site.clone()];
        if !site.folder().is_empty() {
            // Perhaps a page somewhere on the site was pasted.
            meant.extend(ServerUrl::parse(site.origin()));
        }
        for site in meant {
            match recognise_at(&site, login, network).await {
                Err(error @ Error::NotWordPress(_)) => {
                    first_error.get_or_insert(error);
                }
                Err(error) => {
                    // What else goes wrong there goes wrong on the whole host.
                    first_error.get_or_insert(error);
                    break;
                }
                found => return found,
            }
        }
    }
    Err(first_error.unwrap_or(Error::BadAddress))
}

async fn recognise_at(
    site: &ServerUrl,
    login: Option<&str>,
    network: &Network,
) -> Result<RecognisedSite, Error> {
    let (root, index) = introduce(site, network).await?;
    if !index.has_woocommerce {
        return Err(Error::NotWooCommerce);
    }
    let login_path = match login.map(str::trim).filter(|login| !login.is_empty()) {
        Some(login) => Some(read_login(login, &root.site)?),
        None => login_beside(&root.site, &index),
    };
    // What the front page says is worth having, but not needed.
    let front = front_page::read(&root.site, network)
        .await
        .unwrap_or_default();
    let name = Some(index.name).filter(|name| !name.is_empty());
    Ok(RecognisedSite {
        name: name.unwrap_or_else(|| root.site.host().to_owned()),
        facts: SiteFacts {
            permalinks: root.permalinks,
            login_path,
            wordpress: front.wordpress,
            woocommerce: front.woocommerce,
        },
        locale: front.locale,
        url: root.site,
    })
}

/// The root of the routes, and the index there.
async fn introduce(site: &ServerUrl, network: &Network) -> Result<(Root, Index), Error> {
    let named = rest_root::find(site, network).await?;
    let is_named = named.is_some();
    let home = named.as_ref().map_or(site, |root| &root.site).clone();
    let visitor = Visitor::new(&home, network)?;
    let usual = [Permalinks::Pretty, Permalinks::Plain].map(|kind| Root::of(&home, kind));
    let mut roots: Vec<_> = named.into_iter().collect();
    for root in usual {
        let is_asked = roots
            .iter()
            .any(|asked| asked.permalinks == root.permalinks);
        if !is_asked {
            roots.push(root);
        }
    }
    let mut closed = None;
    for root in roots {
        match visitor.index(&root).await? {
            Answer::Index(index) => return Ok((root, index)),
            Answer::Closed { status } => {
                closed.get_or_insert(status);
            }
            Answer::Other { status } if is_named => {
                closed.get_or_insert(status);
            }
            Answer::Other { .. } => {}
        }
    }
    match closed {
        Some(status) if is_named => Err(Error::RestClosed { status }),
        Some(_) | None => Err(Error::NotWordPress(found(site, network).await?)),
    }
}

async fn found(site: &ServerUrl, network: &Network) -> Result<Found, Error> {
    rest_root::found(site, network).await
}

/// Where the login page is when WordPress lives in another folder than the site it serves.
fn login_beside(site: &ServerUrl, index: &Index) -> Option<String> {
    let (core, home) = (Url::parse(&index.url).ok()?, Url::parse(&index.home).ok()?);
    let is_beside = core.host() == home.host()
        && core.path().trim_end_matches('/') != home.path().trim_end_matches('/')
        && home.path().trim_end_matches('/') == site.folder();
    let folder = path_and_query(&core);
    let folder = folder.trim_end_matches('/');
    (is_beside && core.query().is_none()).then(|| format!("{folder}/wp-login.php"))
}

#[cfg(test)]
mod tests {
    use super::login_beside;
    use crate::rest_index::Index;
    use keys::ServerUrl;

    #[test]
    fn wordpress_in_another_folder_has_its_login_page_there() {
        let site = ServerUrl::parse_site("https://shop.example/fr").unwrap();
        let index = |url: &str| Index {
            name: String::new(),
            url: url.to_owned(),
            home: "https://shop.example/fr".to_owned(),
            has_woocommerce: true,
            server_time: None,
        };
        for (url, login) in [
            ("https://shop.example/fr", None),
            ("https://shop.example/fr/", None),
            ("https://shop.example/wp", Some("/wp/wp-login.php")),
            ("https://shop.example", Some("/wp-login.php")),
            ("https://evil.example/wp", None),
            ("", None),
        ] {
            assert_eq!(login_beside(&site, &index(url)).as_deref(), login, "{url}");
        }
    }
}
