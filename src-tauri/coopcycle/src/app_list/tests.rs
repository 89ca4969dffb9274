//! The list read as the contract draws it, in several languages and layouts.

use super::{Credentials, app_id, read};
use crate::Error;
use keys::{Identifier, Secret, ServerAppId};
use proptest::prelude::*;

fn oauth(id: i64, name: &str, store: &str) -> String {
    format!(
        r#"<tr><td width="5%"><a href="/admin/api/apps/{id}">#{id}</a></td>
        <td> {name} </td><td>{store}</td>
        <td><span class="mr-4">id{id}</span> <button type="button" data-toggle="copy"
            data-clipboard-text="id{id}">Kopie</button></td>
        <td><span class="mr-4">••••••••</span> <button type="button" data-toggle="copy"
            data-clipboard-text="secret{id}">Copier</button></td>
        <td class="text-right"><form method="post" onsubmit="return confirm('?')">
            <input type="hidden" name="oauth2_client" value="id{id}">
            <button type="submit" class="btn btn-danger btn-xs">Renovar</button></form></td></tr>"#
    )
}

fn api_key(id: i64) -> String {
    format!(
        r#"<tr><td width="5%"><a href="/admin/api/apps/{id}">#{id}</a></td><td>Urbantz</td><td>A</td>
        <td colspan="2"><span class="mr-4">ak_{id}</span> <button data-toggle="copy"
            data-clipboard-text="ak_{id}">Copy</button></td>
        <td class="text-right"><form method="post"><input type="hidden" name="oauth2_client"
            value="hidden"></form></td></tr>"#
    )
}

fn page(rows: &str) -> String {
    format!(
        r#"<!DOCTYPE html><html lang="fr"><body><nav class="deliveries-nav">
        <a href="/admin/api/apps">API</a></nav><table class="table">
        <thead><th>#</th><th>Nom</th><th>Magasin</th><th>Identifiant</th><th>Clé secrète</th><th></th></thead>
        <tbody>{rows}</tbody></table></body></html>"#
    )
}

#[test]
fn both_kinds_of_rows_are_read_in_the_order_of_their_numbers() {
    let rows = oauth(12, "L&#039;atelier &amp; Co", "Bäckerei Ü") + &api_key(4);
    let apps = read(&page(&rows)).unwrap();
    assert_eq!(apps[0].server_id, ServerAppId(4));
    let key = Secret::new("ak_4".to_owned());
    assert_eq!(apps[0].credentials, Credentials::ApiKey { key });
    assert_eq!(
        (apps[1].name.as_str(), apps[1].store_name.as_str()),
        ("L'atelier & Co", "Bäckerei Ü")
    );
    let expected = Credentials::OAuth {
        identifier: Identifier::new("id12").unwrap(),
        secret: Secret::new("secret12".to_owned()),
    };
    assert_eq!(apps[1].credentials, expected);
}

#[test]
fn a_star_is_no_store() {
    assert_eq!(
        read(&page(&oauth(3, "All orders", "＊"))).unwrap()[0].store_name,
        ""
    );
}

#[test]
fn rows_without_copy_buttons_are_left_for_the_detail_page() {
    let row = r#"<tr><td><a href="/admin/api/apps/7">#7</a></td><td>Old</td><td>A</td></tr>"#;
    assert_eq!(
        read(&page(row)).unwrap()[0].credentials,
        Credentials::Unread
    );
}

#[test]
fn an_empty_list_is_a_list() {
    assert_eq!(read(&page("")).unwrap(), []);
    let no_table = r#"<div class="deliveries-nav"></div><div class="alert alert-info">x</div>"#;
    assert_eq!(read(no_table).unwrap(), []);
}

#[test]
fn another_page_is_not_an_empty_list() {
    assert!(matches!(
        read("<h1>Hello</h1>"),
        Err(Error::FormChanged { .. })
    ));
}

#[test]
fn a_page_cut_short_is_not_a_shorter_list() {
    let whole = page(&(oauth(1, "A", "A") + &oauth(2, "B", "B")));
    let cut = &whole[..whole.find("id2").unwrap()];
    assert!(matches!(read(cut), Err(Error::ConnectionLost { .. })));
}

#[test]
fn numbers_come_from_the_address_alone() {
    assert_eq!(app_id("/admin/api/apps/3"), Some(ServerAppId(3)));
    assert_eq!(app_id("/admin/api/apps/3/"), Some(ServerAppId(3)));
    for path in [
        "/admin/api/apps/new",
        "/admin/api/apps",
        "/admin/api/apps/3/x",
        "/x/admin/api/apps/3",
        "/admin/api/apps/-3",
        "/admin/api/apps/99999999999999999999",
    ] {
        assert_eq!(app_id(path), None, "{path}");
    }
}

#[test]
fn debug_output_shows_no_secret() {
    let shown = format!(
        "{:?}",
        read(&page(&(oauth(3, "A", "B") + &api_key(4)))).unwrap()
    );
    assert!(
        !shown.contains("secret3") && !shown.contains("ak_4"),
        "{shown}"
    );
}

proptest! {
    #[test]
    fn no_page_makes_the_reader_fall_over(text in "\\PC{0,300}") {
        let _ = read(&page(&text));
        let _ = read(&text);
    }
}
