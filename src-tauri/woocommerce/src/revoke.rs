//! Revoking keys (contract 8).

use crate::{Error, Site, Step, admin::Answer, list_page::Row, markup::number_in};
use keys::ServerAppId;
use std::collections::HashSet;
use web_session::Request;

/// How many keys go in one request; servers take no end of fields.
const MOST_AT_ONCE: usize = 100;

/// What became of a key that was to be revoked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Revoked {
    /// It was there, and is gone.
    Done,
    /// It was gone before.
    AlreadyGone,
}

/// What the site said to a request that revokes.
enum Said {
    Done,
    OldNonce,
    /// Not allowed, or not there: the site does not tell these apart.
    No,
}

impl Site {
    /// Revokes one key, and makes sure that it is gone.
    pub async fn revoke(&self, id: ServerAppId) -> Result<Revoked, Error> {
        for _ in 0..2 {
            let Some(row) = self.find_row(id).await? else {
                return Ok(Revoked::AlreadyGone);
            };
            let said = self.follow_revoke_link(&row).await?;
            if matches!(said, Said::OldNonce) {
                // Surely not carried out, so a fresh link may be tried, once.
                continue;
            }
            return match (said, self.row_after(id).await?) {
                (Said::Done, None) => Ok(Revoked::Done),
                (Said::Done, Some(_)) => Err(Error::NotStored),
                (_, None) => Ok(Revoked::AlreadyGone),
                (_, Some(row)) => self.revoke_refused(&row).await,
            };
        }
        Err(Error::SessionOver)
    }

    /// Revokes several. A key that is not in the answer is still there: the account may not
    /// change it.
    pub async fn revoke_many(
        &self,
        ids: &[ServerAppId],
    ) -> Result<Vec<(ServerAppId, Revoked)>, Error> {
        let listed = self.listed().await?;
        let (there, gone): (Vec<_>, Vec<_>) = ids.iter().partition(|id| listed.contains(id));
        let mut became: Vec<_> = gone
            .into_iter()
            .map(|id| (id, Revoked::AlreadyGone))
            .collect();
        if there.is_empty() {
            return Ok(became);
        }
        if self.revoke_at_once(&there).await? {
            let left = self.listed().await.map_err(Error::after_a_change)?;
            let done = there.into_iter().filter(|id| !left.contains(id));
            became.extend(done.map(|id| (id, Revoked::Done)));
            return Ok(became);
        }
        let mut is_changed = false;
        for id in there {
            match self.revoke(id).await {
                Ok(revoked) => {
                    is_changed |= revoked == Revoked::Done;
                    became.push((id, revoked));
                }
                Err(Error::NotYours) => {}
                Err(error) if is_changed => return Err(error.after_a_change()),
                Err(error) => return Err(error),
            }
        }
        Ok(became)
    }

    /// What to make of a refusal of a key that is still listed. The link of a key that belongs to
    /// nobody is refused even to those who may revoke it; the menu for several takes it. Where the
    /// list offers the link of anybody else's, the refusal was a failure of the site.
    async fn revoke_refused(&self, row: &Row) -> Result<Revoked, Error> {
        if !row.may_change() {
            return Err(Error::NotYours);
        }
        if !row.owner.is_gone() {
            return Err(Error::ServerError {
                status: 500,
                step: Step::Acting,
            });
        }
        let is_sent = self.revoke_at_once(&[row.id]).await?;
        if is_sent && self.row_after(row.id).await?.is_none() {
            Ok(Revoked::Done)
        } else {
            Err(Error::NotYours)
        }
    }

    async fn row_after(&self, id: ServerAppId) -> Result<Option<Row>, Error> {
        self.find_row(id).await.map_err(Error::after_a_change)
    }

    async fn listed(&self) -> Result<HashSet<ServerAppId>, Error> {
        let rows = self.all_rows(&|_, _| ()).await?;
        Ok(rows.into_iter().map(|row| row.id).collect())
    }

    /// Follows the link of a row; without one the site would not let us, so it is not asked.
    async fn follow_revoke_link(&self, row: &Row) -> Result<Said, Error> {
        let path = self.routes().keys();
        let link = row.revoke.as_deref().ok_or(Error::NotYours)?;
        let link = self
            .routes()
            .here(&path, link)
            .filter(|link| number_in(link, "revoke-key") == Some(row.id.0))
            .ok_or_else(|| Error::page_changed("submitdelete"))?;
        let reply = self.send(Request::get(&link), Step::Acting).await?;
        judge(self.judge_admin(reply, Step::Acting)?)
    }

    /// Whether all were sent in one go, where the account has the menu for that.
    async fn revoke_at_once(&self, ids: &[ServerAppId]) -> Result<bool, Error> {
        for (place, part) in ids.chunks(MOST_AT_ONCE).enumerate() {
            match self.revoke_part(part).await {
                Ok(Said::Done) => {}
                // Without keys there is no menu either: the part before may have been all.
                Ok(Said::OldNonce | Said::No) => return Ok(place > 0),
                Err(error) if place > 0 => return Err(error.after_a_change()),
                Err(error) => return Err(error),
            }
        }
        Ok(true)
    }

    async fn revoke_part(&self, ids: &[ServerAppId]) -> Result<Said, Error> {
        for _ in 0..2 {
            // Read afresh each time: the proof must fit, and the menu must still be there.
            let Some(proof) = self.first_list_page().await?.bulk else {
                return Ok(Said::No);
            };
            let said = self.post_bulk(&proof, ids).await?;
            if !matches!(said, Said::OldNonce) {
                return Ok(said);
            }
        }
        Err(Error::SessionOver)
    }

    async fn post_bulk(&self, proof: &str, ids: &[ServerAppId]) -> Result<Said, Error> {
        let ids: Vec<_> = ids.iter().map(|id| id.0.to_string()).collect();
        let fields = [("action", "revoke"), ("_wpnonce", proof)].into_iter();
        let fields = fields.chain(ids.iter().map(|id| ("key[]", id.as_str())));
        let request = Request::post_form(&self.routes().keys(), fields);
        let reply = self.send(request, Step::Acting).await?;
        judge(self.judge_admin(reply, Step::Acting)?)
    }
}

fn judge(answer: Answer) -> Result<Said, Error> {
    match answer {
        Answer::Moved { query } => {
            let query = query.unwrap_or_default();
            if number_in(&query, "revoked").is_some() {
                Ok(Said::Done)
            } else {
                Err(Error::unreadable("revoked", Step::Acting))
            }
        }
        Answer::Died { status: 403 } => Ok(Said::OldNonce),
        Answer::Died {
            status: status @ 501..=599,
        } => Err(Error::ServerError {
            status,
            step: Step::Acting,
        }),
        Answer::Died { .. } => Ok(Said::No),
        Answer::Page(_) => Err(Error::unreadable("revoked", Step::Acting)),
    }
}
