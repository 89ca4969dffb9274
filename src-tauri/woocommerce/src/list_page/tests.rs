//! Rows by their classes, whatever tags and words the release writes.

use super::ListPage;
use crate::Error;
use keys::{ServerAppId, SiteUserId};
use proptest::prelude::*;

fn page(rows: &str) -> String {
    format!("<form id=mainform><table><tbody id=\"the-list\">{rows}</tbody></table></form>")
}

const ROW: &str = "<tr><th class=\"check-column\"><input type=\"checkbox\" name=\"key[]\" value=\"9\"></th>
    <td class='title column-title'><strong><a href=\"?a&#038;edit-key=9\">My  <i>app</i></a></strong>
    <a class=\"submitdelete\" href=\"?a&#038;revoke-key=9&#038;_wpnonce=0\">x</a></td>
    <td class='column-truncated_key'><code>&hellip;3609e8d</code></td>
    <td class='column-user'><a href=\"user-edit.php?user_id=2\">Ann</a></td>
    <td class='column-permissions'>Lecture</td><td class='column-last_access'> Inconnu </td></tr>";

#[test]
fn a_row_is_read_by_its_classes() {
    let read = ListPage::read(&page(ROW)).unwrap();
    let row = &read.rows[0];
    assert_eq!(
        (row.id, row.description.as_str()),
        (ServerAppId(9), "My app")
    );
    assert_eq!(row.ending, "3609e8d");
    assert_eq!(row.owner.id, Some(SiteUserId(2)));
    assert_eq!(
        (row.permission.as_str(), row.last_access.as_str()),
        ("Lecture", "Inconnu")
    );
    assert!(row.may_change());
    assert_eq!(row.revoke.as_deref(), Some("?a&revoke-key=9&_wpnonce=0"));
    assert_eq!((read.pages, read.total(), read.bulk), (1, None, None));
}

#[test]
fn endings_keep_their_last_seven_whatever_stands_before() {
    for (code, ending) in [
        ("***3609e8d", "3609e8d"),
        ("…3609e8d", "3609e8d"),
        ("...3609e8d", "3609e8d"),
        ("ck_0123609e8d", "3609e8d"),
        ("***", ""),
        ("", ""),
    ] {
        let page = page(&ROW.replace("&hellip;3609e8d", code));
        assert_eq!(
            ListPage::read(&page).unwrap().rows[0].ending,
            ending,
            "{code}"
        );
    }
}

#[test]
fn a_link_to_another_key_is_no_link_of_this_one() {
    for (from, to) in [
        ("edit-key=9", "edit-key=8"),
        ("revoke-key=9", "revoke-key=99"),
    ] {
        let read = ListPage::read(&page(&ROW.replace(from, to))).unwrap();
        assert!(!read.rows[0].may_change(), "{to}");
    }
}

#[test]
fn numbers_are_read_with_marks_between_their_digits() {
    let head = "<span class=\"displaying-num\">1 234 éléments</span><span class='total-pages'>1,062</span>";
    let read = ListPage::read(&format!("{head}{}", page(ROW))).unwrap();
    assert_eq!((read.pages, read.total()), (1062, Some(1234)));
    let head = "<span class=\"displaying-num\">rien</span><span class='total-pages'>0</span>";
    let read = ListPage::read(&format!("{head}{}", page(ROW))).unwrap();
    assert_eq!((read.pages, read.total()), (1, None));
}

#[test]
fn of_two_proofs_the_last_in_the_form_is_right() {
    let menu = "<select name=action><option value=revoke></select>";
    let page = format!(
        "<form id=other><input name=_wpnonce value=0></form>
        <form id=mainform><input name=_wpnonce value=1>{menu}<table><tbody id=the-list></tbody></table>
        <input name=_wpnonce value=2></form><input name=_wpnonce value=3>"
    );
    assert_eq!(ListPage::read(&page).unwrap().bulk.as_deref(), Some("2"));
    let page = page.replace("value=revoke", "value=-1");
    assert_eq!(ListPage::read(&page).unwrap().bulk, None);
}

#[test]
fn a_row_that_lacks_something_is_named() {
    for part in [
        "key[]",
        "column-title",
        "column-truncated_key",
        "column-user",
        "column-permissions",
        "column-last_access",
    ] {
        let page = page(&ROW.replace(part, "other"));
        let Err(Error::PageChanged { what }) = ListPage::read(&page) else {
            panic!("{part} is not missed");
        };
        assert_eq!(what, part);
    }
}

proptest! {
    #[test]
    fn no_page_makes_it_stumble(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "<tbody id=the-list>", "<table>", "<tr>", "<tr class=no-items>", "</tr>", ROW,
                "<input name=\"key[]\" value=\"-1\">", "<input name=\"key[]\" value=\"9999999999999999999999\">",
                "<td class=column-title>", "<strong>", "<code>…", "<span class=total-pages>99999999999999999999",
                "&#x110000;", "<form id=mainform>", "\u{0}é", "<select name=action><option value=revoke>",
            ]),
            0..16,
        ),
    ) {
        if let Ok(read) = ListPage::read(&parts.concat()) {
            prop_assert!(read.pages >= 1);
            let _ = (read.total(), read.is_newest_first());
        }
    }
}
