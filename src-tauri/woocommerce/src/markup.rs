//! What a site writes as markup, read as text.

use web_session::page::{Html, text_of};

/// The text behind tags and entities.
pub(crate) fn plain(markup: &str) -> String {
    text_of(Html::parse_fragment(markup).root_element())
}

/// The value that stands after a name in a page's script, as in `name = {…};` or `"name": "…"`.
/// Other mentions of the name are passed over.
pub(crate) fn value_after(text: &str, name: &str) -> Option<serde_json::Value> {
    text.match_indices(name).find_map(|(start, _)| {
        let rest = text[start + name.len()..].trim_start_matches(['"', '\'']);
        let rest = rest.trim_start().strip_prefix(['=', ':'])?;
        let mut values = serde_json::Deserializer::from_str(rest).into_iter();
        values.next()?.ok()
    })
}

/// The number of a query parameter in an address.
pub(crate) fn number_in(address: &str, name: &str) -> Option<i64> {
    address.match_indices(name).find_map(|(start, _)| {
        let is_whole = start == 0 || address[..start].ends_with(['?', '&']);
        let rest = address[start + name.len()..].strip_prefix('=')?;
        let digits = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        let (digits, rest) = rest.split_at(digits);
        let ends = !rest.starts_with(|c: char| c.is_alphanumeric());
        (is_whole && ends).then(|| digits.parse().ok()).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::{number_in, plain, value_after};
    use proptest::prelude::*;

    #[test]
    fn entities_and_tags_become_text() {
        assert_eq!(
            plain("Ann (#2 &ndash; a@b.example)"),
            "Ann (#2 – a@b.example)"
        );
        assert_eq!(plain("<p><strong>No:</strong>\n really</p>"), "No: really");
    }

    #[test]
    fn a_value_is_found_behind_its_name() {
        let page =
            r#"<script id="thing-js">/* thing */ var thing = {"a":"x\/y","b":{"c":1}}; f();"#;
        assert_eq!(value_after(page, "thing").unwrap()["a"], "x/y");
        assert_eq!(value_after(page, "c").unwrap(), 1);
        assert_eq!(value_after(page, "nothing"), None);
        assert_eq!(value_after("thing = {\"a\":", "thing"), None);
    }

    #[test]
    fn a_number_is_read_by_its_whole_name() {
        assert_eq!(number_in("/a?x_id=3&id=4#b", "id"), Some(4));
        assert_eq!(number_in("/a?id=", "id"), None);
        assert_eq!(number_in("/a?id=99999999999999999999", "id"), None);
    }

    proptest! {
        #[test]
        fn no_page_makes_it_stumble(before in "\\PC{0,40}", after in "\\PC{0,40}") {
            value_after(&format!("{before}thing{after}"), "thing");
            plain(&format!("{before}<{after}"));
            number_in(&format!("{before}id={after}"), "id");
        }
    }
}
