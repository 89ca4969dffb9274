//! What on a server fits a request whose outcome is not known.

use super::judgement::Asked;
use crate::Context;
use inventory::{Intent, IntentAct};
use keys::{
    DraftContent, DraftId, DraftStore, Key, LastAccess, Made, Permission, Presence, ServerStoreId,
    SiteUserId, Store,
};

/// What was to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Store,
    Key,
}

impl Kind {
    /// The request with what fits it; `None` when it was for something else.
    pub(super) fn asked(
        self,
        context: &Context,
        intent: &Intent,
        keys: &[Key],
        stores: &[Store],
    ) -> Option<Asked> {
        let fits = match (self, &intent.act) {
            (Self::Store, IntentAct::CreateStore { name }) => stores
                .iter()
                .filter(|store| store.presence == Presence::OnServer)
                .filter(|store| !intent.known.contains(&store.server_id.0))
                .filter(|store| !is_explained(context, Made::Store(store.id)))
                .map(|store| (store.server_id.0, store.name.trim() == name))
                .collect::<Vec<_>>(),
            (Self::Key, act @ IntentAct::CreateKey { name, .. }) => keys
                .iter()
                .filter(|key| key.presence == Presence::OnServer)
                .filter(|key| !intent.known.contains(&key.server_id.0))
                .filter(|key| !is_explained(context, Made::Key(key.id)))
                .filter(|key| has_shape(context, key, act, intent.draft))
                .map(|key| (key.server_id.0, key.app_name.trim() == name))
                .collect(),
            (
                Self::Key,
                IntentAct::CreateConsumerKey {
                    description,
                    owner,
                    permission,
                },
            ) => keys
                .iter()
                .filter(|key| key.presence == Presence::OnServer)
                .filter(|key| !intent.known.contains(&key.server_id.0))
                .filter(|key| !is_explained(context, Made::Key(key.id)))
                .filter(|key| is_like(key, *owner, *permission))
                .map(|key| (key.server_id.0, key.app_name.trim() == description))
                .collect(),
            _ => return None,
        };
        let named: Vec<i64> = fits
            .iter()
            .filter(|(_, is_named)| *is_named)
            .map(|(id, _)| *id)
            .collect();
        Some(Asked {
            intent: intent.id,
            // The server named its number, before the rest was lost. A single one that is only
            // proposed has no answer behind it.
            sure: match intent.candidates[..] {
                [only] if intent.answered && fits.iter().any(|(id, _)| *id == only) => Some(only),
                _ => None,
            },
            // Somebody may have renamed it since; only a person can tell.
            unsure: if named.is_empty() && !intent.answered {
                fits.iter().map(|(id, _)| *id).collect()
            } else {
                Vec::new()
            },
            named,
        })
    }
}

/// Whether another request of ours made it. An inventory that cannot tell says so at the next
/// write at the latest.
fn is_explained(context: &Context, made: Made) -> bool {
    context.inventory.is_made_here(made).unwrap_or(false)
}

/// Whether a consumer key is of the owner and the permission that were asked for, as far as known.
fn is_like(key: &Key, owner: SiteUserId, permission: Permission) -> bool {
    let Some(known) = &key.consumer else {
        return false;
    };
    let found = known.owner.as_ref().and_then(|owner| owner.id);
    // Nobody has the secret of what we are looking for, so nobody can have used it.
    let is_unused = known.last_access.as_ref().is_none_or(LastAccess::is_never);
    key.server_id.is_known()
        && is_unused
        && found.is_none_or(|found| found == owner)
        && known.permission.is_none_or(|found| found == permission)
}

/// Whether a key is of the type, the scopes and the Store that were asked for, as far as known.
fn has_shape(context: &Context, key: &Key, act: &IntentAct, draft: Option<DraftId>) -> bool {
    let IntentAct::CreateKey {
        key_type,
        scopes,
        store,
        ..
    } = act
    else {
        return false;
    };
    let same_scopes = key.scopes.as_ref().is_none_or(|found| {
        let (mut found, mut wanted) = (found.clone(), scopes.clone());
        found.sort();
        wanted.sort();
        found == wanted
    });
    let found = key.store.and_then(|id| context.inventory.store(id).ok()?);
    let same_store = match (found, store.or(store_sent_before(context, draft))) {
        (Some(found), Some(wanted)) => found.server_id == wanted,
        (Some(_), None) => false,
        // A Store that is deleted by now is not in the list of Stores.
        (None, _) => true,
    };
    key.key_type == *key_type && same_scopes && same_store
}

/// The Store of a drafted key that waited for a draft itself: what that became.
fn store_sent_before(context: &Context, draft: Option<DraftId>) -> Option<ServerStoreId> {
    let inventory = &context.inventory;
    let DraftContent::Key {
        store: DraftStore::Draft(store),
        ..
    } = inventory.draft(draft?).ok()??.content
    else {
        return None;
    };
    match inventory.draft(store).ok()??.sent {
        Some((Made::Store(id), _)) => Some(inventory.store(id).ok()??.server_id),
        _ => None,
    }
}
