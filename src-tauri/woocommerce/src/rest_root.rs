//! Where a site keeps its REST routes, by what its pages say (contract 1).

use crate::Step;
use crate::{Error, Found, address::from_judge, visitor::Visitor};
use crate::{Network, admin::judge_status};
use keys::{Permalinks, ServerUrl};
use std::sync::LazyLock;
use url::Url;
use web_session::{
    Media, Reply, Request, Target,
    page::{Html, Selector, first, pattern},
};

/// What names the root in a header or a page.
const RELATION: &str = "https://api.w.org/";
/// How often a site may send us on before it is no address of a site.
const MOST_HOPS: usize = 5;

static ROOT: LazyLock<Selector> =
    LazyLock::new(|| pattern(r#"link[rel="https://api.w.org/"][href]"#));

/// The root of a site's routes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Root {
    /// The site it belongs to, with its folder.
    pub(crate) site: ServerUrl,
    /// Path, and query where there is one.
    pub(crate) path: String,
    pub(crate) permalinks: Permalinks,
}

impl Root {
    /// The root of a site whose permalinks are known.
    pub(crate) fn of(site: &ServerUrl, permalinks: Permalinks) -> Self {
        let folder = site.folder();
        Self {
            path: match permalinks {
                Permalinks::Pretty => format!("{folder}/wp-json/"),
                Permalinks::Plain => format!("{folder}/?rest_route=/"),
            },
            site: site.clone(),
            permalinks,
        }
    }
}

/// Where we ended up, following the site's redirects among its own addresses.
struct Arrival {
    visitor: Visitor,
    path: String,
    reply: Reply,
}

/// Finds the root that the page at an address names; nothing where it names none.
pub(crate) async fn find(site: &ServerUrl, network: &Network) -> Result<Option<Root>, Error> {
    let start = format!("{}/", site.folder());
    let head = arrive(Visitor::new(site, network)?, start, Request::head, network).await?;
    if let Some(root) = in_links(&head.reply.links) {
        return judge(&root, &head).map(Some);
    }
    // Some servers do not let HEAD through, and some sites take the header away.
    let page = arrive(head.visitor, head.path, Request::get, network).await?;
    let root = in_links(&page.reply.links).or_else(|| in_page(&page.reply));
    match root {
        Some(root) => judge(&root, &page).map(Some),
        None => match judge_status(page.reply.status, Step::Reading) {
            Ok(()) | Err(Error::NotFound | Error::Unreadable { .. }) => Ok(None),
            Err(error) => Err(error),
        },
    }
}

/// What answers at an address that names no root.
pub(crate) async fn found(site: &ServerUrl, network: &Network) -> Result<Found, Error> {
    let path = format!("{}/", site.folder());
    let reply = Visitor::new(site, network)?
        .send(Request::get(&path))
        .await?;
    Ok(match (reply.media, reply.status) {
        (Media::Html, _) => Found::Website,
        (Media::Json, _) | (_, 200..=299) => Found::OtherServer,
        _ => Found::Nothing,
    })
}

async fn arrive(
    mut visitor: Visitor,
    mut path: String,
    request: fn(&str) -> Request,
    network: &Network,
) -> Result<Arrival, Error> {
    for _ in 0..MOST_HOPS {
        let reply = match visitor.send(request(&path)).await {
            // An answer, but not in HTTP.
            Err(Error::Unreadable { .. }) => return Err(Error::NotWordPress(Found::OtherServer)),
            reply => reply?,
        };
        match &reply.target {
            None => {
                return Ok(Arrival {
                    visitor,
                    path,
                    reply,
                });
            }
            Some(Target::Here { path: to, query }) => {
                let to = match query {
                    Some(query) => format!("{to}?{query}"),
                    None => to.clone(),
                };
                if to == path {
                    // The same address but for the scheme, which we do not go down.
                    return Err(if visitor.url().is_loopback() {
                        Error::NotWordPress(Found::Website)
                    } else {
                        Error::PlainHttp
                    });
                }
                path = to;
            }
            Some(Target::Elsewhere(to)) => {
                // With or without `www.` is the same site.
                let sibling = sibling_of(visitor.url(), to);
                let (site, to) = sibling.ok_or_else(|| Error::Redirected { to: to.clone() })?;
                visitor = Visitor::new(&site, network)?;
                path = to;
            }
            Some(Target::Unreadable) => return Err(Error::NotWordPress(Found::Website)),
        }
    }
    Err(Error::NotWordPress(Found::Website))
}

/// The same site under its other name, and the path there, if that is where an address leads.
fn sibling_of(site: &ServerUrl, address: &str) -> Option<(ServerUrl, String)> {
    let url = Url::parse(address).ok()?;
    let authority = match (url.host_str()?, url.port()) {
        (host, Some(port)) => format!("{host}:{port}"),
        (host, None) => host.to_owned(),
    };
    let is_sibling = authority.strip_prefix("www.") == Some(site.host())
        || site.host().strip_prefix("www.") == Some(&authority);
    // Whatever scheme the address names, we stay on ours.
    let scheme = site.as_str().split("://").next()?;
    let sibling = is_sibling.then(|| ServerUrl::parse(&format!("{scheme}://{authority}")).ok());
    Some((sibling.flatten()?, url.path().to_owned()))
}

/// The root in `Link` headers: `<URL>; rel="…"`, several in one header or in one each.
fn in_links(links: &[String]) -> Option<String> {
    links.iter().find_map(|header| {
        header.split('<').skip(1).find_map(|link| {
            let (url, about) = link.split_once('>')?;
            about.contains(RELATION).then(|| url.trim().to_owned())
        })
    })
}

fn in_page(reply: &Reply) -> Option<String> {
    if reply.media != Media::Html {
        return None;
    }
    let page = Html::parse_document(&reply.text());
    let link = first(page.root_element(), &ROOT)?;
    link.attr("href").map(str::to_owned)
}

/// The root of a site on the host where we arrived, or of its sibling.
fn judge(root: &str, arrival: &Arrival) -> Result<Root, Error> {
    let here = arrival.visitor.url();
    let base = format!("{}{}", here.origin(), arrival.path);
    let unreadable = |_| Error::unreadable("api.w.org", Step::Reading);
    let base = Url::parse(&base).map_err(unreadable)?;
    let url = base.join(root).map_err(unreadable)?;
    let is_here = url.host() == base.host()
        && (url.port() == base.port()
            || url.port_or_known_default() == base.port_or_known_default());
    let origin = if is_here {
        here.origin().to_owned()
    } else {
        match sibling_of(here, url.as_str()) {
            Some((sibling, _)) => sibling.as_str().to_owned(),
            None => {
                return Err(Error::Redirected {
                    to: format!("{}{}", url.origin().ascii_serialization(), url.path()),
                });
            }
        }
    };
    let (folder, permalinks) = read_path(&url);
    let site = ServerUrl::parse_site(&format!("{origin}{folder}")).map_err(from_judge)?;
    Ok(Root {
        site,
        path: crate::address::path_and_query(&url),
        permalinks,
    })
}

/// The site's folder, and how it words its addresses.
fn read_path(root: &Url) -> (String, Permalinks) {
    let path = root.path();
    let bare = |path: &str| {
        let path = path.trim_end_matches('/');
        path.strip_suffix("/index.php").unwrap_or(path).to_owned()
    };
    match path.rfind("/wp-json") {
        Some(end) => (bare(&path[..end]), Permalinks::Pretty),
        None => (bare(path), Permalinks::Plain),
    }
}

#[cfg(test)]
mod tests;
