//! What a front page gives away: versions and language (contract 1).

use crate::{Error, Network, visitor::Visitor};
use keys::ServerUrl;
use std::sync::LazyLock;
use web_session::{
    Request,
    page::{Html, Selector, pattern},
};

static GENERATORS: LazyLock<Selector> =
    LazyLock::new(|| pattern(r#"meta[name="generator"][content]"#));

/// Nothing longer is a version or a language.
const LONGEST: usize = 24;

/// What it tells; themes and plugins may hide any of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct FrontPage {
    pub(crate) wordpress: Option<String>,
    pub(crate) woocommerce: Option<String>,
    pub(crate) locale: Option<String>,
}

/// Reads the front page of a site.
pub(crate) async fn read(site: &ServerUrl, network: &Network) -> Result<FrontPage, Error> {
    let path = format!("{}/", site.folder());
    let reply = Visitor::new(site, network)?
        .send(Request::get(&path))
        .await?;
    Ok(parse(&reply.text()))
}

fn parse(text: &str) -> FrontPage {
    let page = Html::parse_document(text);
    let version_of = |product: &str| {
        let mut contents = page
            .select(&GENERATORS)
            .filter_map(|meta| meta.attr("content"));
        let version = contents.find_map(|content| content.trim().strip_prefix(product));
        version
            .map(str::trim)
            .filter(|text| is_plain(text))
            .map(str::to_owned)
    };
    let language = page.root_element().attr("lang").map(str::trim);
    FrontPage {
        wordpress: version_of("WordPress "),
        woocommerce: version_of("WooCommerce "),
        locale: language
            .filter(|text| is_plain(text))
            .map(|text| text.replace('-', "_")),
    }
}

fn is_plain(text: &str) -> bool {
    let mut characters = text.chars();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    !text.is_empty() && text.len() <= LONGEST && characters.all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::{FrontPage, parse};
    use proptest::prelude::*;

    #[test]
    fn versions_and_language_stand_in_the_head() {
        let page = r#"<!doctype html><html lang="fr-FR"><head>
            <meta name="generator" content="WordPress 6.1.9" />
            <meta name="generator" content="WooCommerce 7.9.0" />
            <meta name="generator" content="Powered by something"></head>"#;
        let text = |text: &str| Some(text.to_owned());
        let expected = FrontPage {
            wordpress: text("6.1.9"),
            woocommerce: text("7.9.0"),
            locale: text("fr_FR"),
        };
        assert_eq!(parse(page), expected);
        assert_eq!(parse("<p>hello"), FrontPage::default());
        let odd = r#"<html lang="<script>"><meta name="generator" content="WordPress  a b">"#;
        assert_eq!(parse(odd), FrontPage::default());
    }

    proptest! {
        #[test]
        fn any_page_is_read(text in "\\PC{0,80}") {
            parse(&text);
        }
    }
}
