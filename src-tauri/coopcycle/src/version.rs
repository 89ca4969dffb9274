//! The release an instance runs, for display alone (contract 1.3).

use crate::{Error, Instance, pages::Needs};
use std::sync::LazyLock;
use web_session::{
    Reply,
    page::{Html, Selector, pattern},
};

static VERSION: LazyLock<Selector> = LazyLock::new(|| pattern("#coopcycle-version[data-version]"));

/// Any page of the administration tells it; this one shows no secret.
const LIGHT_PAGE: &str = "/admin/stores?page=1";

impl Instance {
    /// The release, when the instance tells it. Older ones do not.
    pub async fn version(&self) -> Result<Option<String>, Error> {
        if self.state().version.is_none() {
            self.page(LIGHT_PAGE, Needs::Dispatcher).await?;
        }
        Ok(self.state().version.clone())
    }

    /// Reads it off a page fetched for something else.
    pub(crate) fn note_version(&self, reply: &Reply) {
        if self.state().version.is_none() {
            let version = read(&reply.text());
            self.state().version = version;
        }
    }
}

fn read(page: &str) -> Option<String> {
    // Looked for as text first: parsing a large page twice for this would be a waste.
    let found = page.find("coopcycle-version")?;
    let start = page[..found].rfind('<')?;
    let end = found + page[found..].find('>')? + 1;
    let link = Html::parse_fragment(&page[start..end]);
    let version = link.select(&VERSION).next()?.attr("data-version")?.trim();
    (!version.is_empty()).then(|| version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn the_release_is_read_from_its_attribute() {
        let link =
            r#"<a id="coopcycle-version" data-version="v6.0.0" href="/r"><span>v5</span></a>"#;
        assert_eq!(read(link).as_deref(), Some("v6.0.0"));
        assert_eq!(read("<span>v3.27.0</span>"), None);
    }
}
