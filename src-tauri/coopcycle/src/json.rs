//! JSON resources, asked for with the user's token.

use crate::{
    Error, Instance, Step,
    pages::{Needs, judge_status},
};
use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use std::collections::BTreeMap;
use web_session::{Media, Reply, Request};

/// The flavour that says what a thing is (contract 0.7).
pub(crate) const LD_JSON: &str = "application/ld+json";
/// The flavour of a partial change.
const MERGE_PATCH: &str = "application/merge-patch+json";

impl Instance {
    /// Reads a resource.
    pub(crate) async fn get_json<T: DeserializeOwned>(
        &self,
        path: &str,
        needs: Needs,
    ) -> Result<T, Error> {
        let request = || Request::get(path).without_cookies();
        let reply = self.with_token(request, needs, Step::Reading).await?;
        read(&reply, path, Step::Reading)
    }

    /// Changes part of a resource and reads it back. Asking twice changes nothing more.
    pub(crate) async fn patch_json<T: DeserializeOwned>(
        &self,
        path: &str,
        change: &serde_json::Value,
    ) -> Result<T, Error> {
        let request = || Request::patch(path, MERGE_PATCH, change.to_string());
        let reply = self.with_token(request, Needs::Admin, Step::Acting).await?;
        read(&reply, path, Step::Acting)
    }

    /// A token refused before its time, by a changed clock or key of the server, is renewed once.
    async fn with_token(
        &self,
        request: impl Fn() -> Request,
        needs: Needs,
        step: Step,
    ) -> Result<Reply, Error> {
        let token = self.token().await?;
        let send = |jwt| self.send(request().accept(LD_JSON).bearer(jwt), step);
        let mut reply = send(&token.jwt).await?;
        if reply.status == 401 {
            let token = self.fetch_token().await?;
            reply = send(&token.jwt).await?;
        }
        match reply.status {
            401 => {
                self.drop_token();
                Err(Error::SessionOver)
            }
            403 if needs == Needs::Admin => Err(Error::NotAdmin),
            status => judge_status(status, step).map(|()| reply),
        }
    }
}

/// Reads a 200 with JSON in it.
pub(crate) fn read<T: DeserializeOwned>(reply: &Reply, path: &str, step: Step) -> Result<T, Error> {
    let unreadable = || Error::Unreadable {
        what: path.split('?').next().unwrap_or(path).to_owned(),
        step,
    };
    if reply.status != 200 || reply.media != Media::Json {
        return Err(unreadable());
    }
    serde_json::from_slice(reply.bytes()).map_err(|_| unreadable())
}

/// A list, which the server's language writes as an object once an item was taken out of it, and
/// which may be null.
pub(crate) fn items<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Items<T> {
        List(Vec<T>),
        Numbered(BTreeMap<String, T>),
        Null(()),
    }
    Ok(match Items::deserialize(deserializer)? {
        Items::List(items) => items,
        Items::Numbered(items) => items.into_values().collect(),
        Items::Null(()) => Vec::new(),
    })
}
