//! WooCommerce sites: finding one, connecting without signing in, its pages in the browser.

use super::Reply;
use crate::shell::Shell;
use crate::{desktop, events, problem, view};
use contract::{Problem, RecognisedSite, SitePage};
use keys::{ConnectionId, ConnectionKind};
use tauri::{AppHandle, State};

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn recognise_site(
    shell: State<'_, Shell>,
    address: String,
    login_address: Option<String>,
) -> Reply<RecognisedSite> {
    let rooms = shell.rooms()?;
    let found = operations::recognise_site(rooms, &address, login_address.as_deref())
        .await
        .map_err(problem::of)?;
    let known = rooms.inventory.connections().map_err(problem::inventory)?;
    let known = known.iter().find(|known| known.url == found.url);
    Ok(RecognisedSite {
        base_url: found.url.as_str().to_owned(),
        place: found.url.place().to_owned(),
        site: view::site(&found.url, &found.facts),
        name: found.name,
        practice: shell.practice.is_shop_at(&found.url),
        connection: known.map(|known| known.id.0),
    })
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn add_site(
    app: AppHandle,
    shell: State<'_, Shell>,
    address: String,
) -> Reply<i64> {
    // A site that was not recognised comes as it was typed.
    let url = woocommerce::read_address(&address).map_err(|_| Problem::BadAddress)?;
    let kind = if shell.practice.is_shop_at(&url) {
        ConnectionKind::PracticeShop
    } else {
        ConnectionKind::WooCommerce
    };
    let added = operations::add_site(shell.rooms()?, kind, &url);
    let added = added.map_err(problem::of)?;
    events::changed(&app, Some(added));
    Ok(added.0)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn open_site_page(
    shell: State<'_, Shell>,
    connection: i64,
    page: SitePage,
) -> Reply<()> {
    let known = shell
        .rooms()?
        .inventory
        .connection(ConnectionId(connection));
    let known = known.map_err(problem::inventory)?;
    let known = known.ok_or(Problem::RecordGone)?;
    if !known.kind.is_site() {
        return Err(Problem::WrongKeyType);
    }
    let keys = "admin.php?page=wc-settings&tab=advanced&section=keys";
    let page = match page {
        SitePage::Keys => keys.to_owned(),
        SitePage::NewKey => format!("{keys}&create-key=1"),
        SitePage::Permalinks => "options-permalink.php".to_owned(),
    };
    let address = format!("{}/wp-admin/{page}", known.url.as_str());
    desktop::open(&address).map_err(|error| Problem::NotOpened {
        what: error.to_string(),
    })
}
