//! Sending the form of a key as the page's script does, once (contract 6).

use crate::{
    Error, NewConsumerKey, Site, Step, admin::judge_status, key_page::KeyPage, markup::plain,
};
use keys::ServerAppId;
use serde::Deserialize;
use serde_json::Value;
use web_session::{Reply, Request, Target};

/// What the site says of a key it stored. The halves are empty unless the key is new.
#[derive(Default, Deserialize)]
pub(crate) struct Stored {
    #[serde(default)]
    pub(crate) consumer_key: String,
    #[serde(default)]
    pub(crate) consumer_secret: String,
    #[serde(default)]
    pub(crate) permissions: Value,
    #[serde(default)]
    pub(crate) description: Value,
    #[serde(default)]
    pub(crate) revoke_url: Value,
}

/// An answer to a form.
pub(crate) enum Said {
    /// Stored.
    Stored(Box<Stored>),
    /// The proof is too old, so nothing was done.
    OldNonce,
}

impl Site {
    /// Sends the form. `None` makes a new key. A proof that is too old is renewed once; nothing
    /// else is ever sent twice.
    pub(crate) async fn store_key(
        &self,
        id: Option<ServerAppId>,
        new: &NewConsumerKey,
    ) -> Result<Stored, Error> {
        let page = self.page_to_send(id).await?;
        if let Said::Stored(stored) = self.send_key(&page, id, new).await? {
            return Ok(*stored);
        }
        let page = self.page_to_send(id).await?;
        match self.send_key(&page, id, new).await? {
            Said::Stored(stored) => Ok(*stored),
            // Proofs belong to a session: one that refuses its own is none.
            Said::OldNonce => Err(Error::SessionOver),
        }
    }

    async fn page_to_send(&self, id: Option<ServerAppId>) -> Result<KeyPage, Error> {
        match id {
            Some(id) => self.edit_key_page(id).await,
            None => self.new_key_page().await,
        }
    }

    async fn send_key(
        &self,
        page: &KeyPage,
        id: Option<ServerAppId>,
        new: &NewConsumerKey,
    ) -> Result<Said, Error> {
        let id = id.map_or(0, |id| id.0).to_string();
        let owner = new.owner.0.to_string();
        let request = Request::post_form(
            &page.ajax,
            [
                ("action", "woocommerce_update_api_key"),
                ("security", page.nonce.as_str()),
                ("key_id", id.as_str()),
                ("description", new.description.as_str()),
                ("user", owner.as_str()),
                ("permissions", new.permission.as_value()),
            ],
        );
        let reply = self
            .send(request.accept("application/json"), Step::Acting)
            .await?;
        if let Some(refused) = self.judge_ajax(&reply, Step::Acting)? {
            return Ok(refused);
        }
        read(reply.bytes())
    }

    /// What an answer says that is not about what was asked: an old proof, or why it was not
    /// carried out.
    pub(crate) fn judge_ajax(&self, reply: &Reply, step: Step) -> Result<Option<Said>, Error> {
        let body = reply.text();
        match (reply.status, body.trim()) {
            (403, "-1") => return Ok(Some(Said::OldNonce)),
            (200, "-1") => return Err(Error::NoRight),
            (400 | 200, "0") => return Err(Error::SessionOver),
            _ => {}
        }
        match &reply.target {
            Some(Target::Here { path, .. }) if self.routes().is_login(path) => {
                Err(Error::SessionOver)
            }
            Some(_) => Err(Error::unreadable("location", step)),
            None => judge_status(reply.status, step).map(|()| None),
        }
    }
}

/// Judges the body alone. Warnings that a badly set up site writes before it are passed over: the
/// secret is told this once.
fn read(body: &[u8]) -> Result<Said, Error> {
    #[derive(Deserialize)]
    struct Whole<T> {
        success: bool,
        data: T,
    }
    #[derive(Deserialize)]
    struct Outcome {
        success: bool,
        #[serde(default)]
        data: Value,
    }
    let unreadable = || Error::unreadable("woocommerce_update_api_key", Step::Acting);
    let mark = b"{\"success\"";
    let start = body.windows(mark.len()).position(|part| part == mark);
    let body = &body[start.unwrap_or(0)..];
    let mut stored = serde_json::Deserializer::from_slice(body).into_iter::<Whole<Stored>>();
    if let Some(Ok(Whole {
        success: true,
        data,
    })) = stored.next()
    {
        return Ok(Said::Stored(Box::new(data)));
    }
    let mut said = serde_json::Deserializer::from_slice(body).into_iter::<Outcome>();
    match said.next() {
        Some(Ok(Outcome {
            success: false,
            data,
        })) => {
            let message = data.get("message").and_then(Value::as_str);
            Err(Error::SiteSays {
                message: message.map(plain).unwrap_or_default(),
            })
        }
        _ => Err(unreadable()),
    }
}

#[cfg(test)]
mod tests;
