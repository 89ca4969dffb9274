//! Collections in pages: what was asked for, and the links between pages (contract 4.1).

use serde_json::{Map, Value, json};

use crate::stop::Stop;
use crate::visit::Visit;

const USUAL: i64 = 30;
const LARGEST: i64 = 100;

/// Which page of a collection was asked for.
pub(crate) struct Paging {
    page: i64,
    pub(crate) size: i64,
}

impl Paging {
    /// Reads it from the query.
    pub(crate) fn asked(visit: &Visit) -> Result<Self, Stop> {
        let asked = |name: &str, usual: i64| match visit.query(name) {
            None => Ok(usual),
            Some(text) => text
                .parse()
                .map_err(|_| Stop::Unreadable("a page must be a number")),
        };
        let size: i64 = asked("itemsPerPage", USUAL)?;
        if size < 0 {
            return Err(Stop::Unreadable("Limit should not be less than 0"));
        }
        let page: i64 = asked("page", 1)?;
        if page < 1 {
            return Err(Stop::Unreadable("Page should not be less than 1"));
        }
        let size = size.min(LARGEST);
        Ok(Self { page, size })
    }

    /// How many members come before the page.
    pub(crate) fn offset(&self) -> i64 {
        (self.page - 1).saturating_mul(self.size)
    }

    /// The page as a collection of a kind of resource.
    pub(crate) fn collection(
        &self,
        visit: &Visit,
        kind: &str,
        path: &str,
        members: &[Value],
        total: i64,
    ) -> Value {
        let mut body = collection(kind, path, members, total);
        if let Some(view) = self.view(visit, path, total) {
            body["hydra:view"] = view;
        }
        body
    }

    /// The links between pages: none when everything fits and nothing was asked.
    fn view(&self, visit: &Visit, path: &str, total: i64) -> Option<Value> {
        let last = if self.size == 0 {
            1
        } else {
            ((total + self.size - 1) / self.size).max(1)
        };
        if last == 1 && !visit.has_query() {
            return None;
        }
        let size_part = match visit.query("itemsPerPage") {
            Some(text) => format!("itemsPerPage={text}&"),
            None => String::new(),
        };
        let link = |number: i64| json!(format!("{path}?{size_part}page={number}"));
        let page = self.page;
        let mut view = Map::new();
        view.insert("@id".to_owned(), link(page));
        view.insert("@type".to_owned(), json!("hydra:PartialCollectionView"));
        if last > 1 {
            view.insert("hydra:first".to_owned(), link(1));
            view.insert("hydra:last".to_owned(), link(last));
            if page > 1 {
                view.insert("hydra:previous".to_owned(), link(page - 1));
            }
            if page < last {
                view.insert("hydra:next".to_owned(), link(page + 1));
            }
        }
        Some(Value::Object(view))
    }
}

/// A collection that is never paged.
pub(crate) fn collection(kind: &str, path: &str, members: &[Value], total: i64) -> Value {
    json!({"@context": format!("/api/contexts/{kind}"), "@id": path, "@type": "hydra:Collection",
        "hydra:totalItems": total, "hydra:member": members})
}
