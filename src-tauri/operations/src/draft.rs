//! Drafts: prepared without the server, changed, deleted and brought back.

use crate::{Context, Error};
use keys::{AppName, ConnectionId, Draft, DraftContent, DraftId, DraftStore, Scope, StoreName};

/// Keeps a new draft, or a changed one, and tells its number. Only its name must be there already:
/// everything else is judged when it is sent, by what the server then offers.
pub fn save_draft(
    context: &Context,
    connection: ConnectionId,
    draft: Option<DraftId>,
    wanted: DraftContent,
) -> Result<DraftId, Error> {
    crate::session::connection(context, connection)?;
    let wanted = judge(context, connection, wanted)?;
    match draft {
        None => Ok(context
            .inventory
            .add_draft(connection, &wanted, context.now())?),
        Some(id) => {
            waiting(context, id)?;
            context.inventory.change_draft(id, &wanted, context.now())?;
            Ok(id)
        }
    }
}

/// Deletes a draft; it can be brought back for a day.
pub fn delete_draft(context: &Context, id: DraftId) -> Result<(), Error> {
    waiting(context, id)?;
    Ok(context
        .inventory
        .set_draft_deleted(id, Some(context.now()))?)
}

/// Brings a deleted draft back.
pub fn restore_draft(context: &Context, id: DraftId) -> Result<(), Error> {
    context.inventory.draft(id)?.ok_or(Error::DraftNotWaiting)?;
    Ok(context.inventory.set_draft_deleted(id, None)?)
}

/// The draft, if it can still be changed and sent.
pub(crate) fn waiting(context: &Context, id: DraftId) -> Result<Draft, Error> {
    let draft = context.inventory.draft(id)?;
    let waits = |draft: &Draft| draft.sent.is_none() && draft.deleted_at.is_none();
    let draft = draft.filter(waits).ok_or(Error::DraftNotWaiting)?;
    let mut open = context.inventory.open_intents()?.into_iter();
    if open.any(|intent| intent.draft == Some(id)) {
        return Err(Error::DraftNotWaiting);
    }
    Ok(draft)
}

fn judge(
    context: &Context,
    connection: ConnectionId,
    wanted: DraftContent,
) -> Result<DraftContent, Error> {
    match wanted {
        DraftContent::Store { mut values } => {
            for (field, value) in &mut values {
                if field == Draft::STORE_NAME_FIELD {
                    StoreName::parse(value)?.as_str().clone_into(value);
                }
            }
            if !values
                .iter()
                .any(|(field, _)| field == Draft::STORE_NAME_FIELD)
            {
                return Err(keys::NameError::Blank.into());
            }
            Ok(DraftContent::Store { values })
        }
        DraftContent::Key {
            name,
            key_type,
            scopes,
            store,
        } => {
            let name = AppName::parse(&name)?.as_str().to_owned();
            let has_store = store != DraftStore::Without;
            let unfit = |scope: &&Scope| !scope.fits(has_store);
            if let Some(scope) = scopes.iter().find(unfit) {
                return Err(Error::ScopeDoesNotFit(scope.as_value().to_owned()));
            }
            if let DraftStore::Draft(id) = store {
                let draft = context.inventory.draft(id)?;
                let fits = |draft: &Draft| {
                    draft.connection == connection
                        && matches!(draft.content, DraftContent::Store { .. })
                };
                draft.filter(fits).ok_or(Error::StoreMissing)?;
            }
            Ok(DraftContent::Key {
                name,
                key_type,
                scopes,
                store,
            })
        }
    }
}
