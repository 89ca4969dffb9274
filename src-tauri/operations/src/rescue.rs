//! Rescue: every secret that a server can still show, into the keychain.

use crate::bring_secrets::Trust;
use crate::context::Stage;
use crate::look_at_site::find_forgotten_pairs;
use crate::refresh::look;
use crate::{Context, Error};
use keys::SessionState;

/// What rescuing did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rescue {
    /// Secrets the servers show.
    pub shown: usize,
    /// Of these, in the keychain already, with the right value.
    pub already: usize,
    /// Brought into the keychain now.
    pub stored: usize,
    /// Not taken by the keychain; held in memory.
    pub held: usize,
    /// Names of connections that could not be read.
    pub unread: Vec<String>,
}

/// Reads every connection and every secret back, and writes what is missing or wrong. `progress`
/// hears how many secrets were looked at, of how many so far known.
pub async fn rescue_secrets(
    context: &Context,
    progress: &(dyn Fn(usize, usize) + Send + Sync),
) -> Result<Rescue, Error> {
    let mut rescue = Rescue::default();
    for connection in context.inventory.connections()? {
        // Without the admin role there are no secrets to see either.
        if connection.session != SessionState::SignedIn {
            rescue.unread.push(connection.name);
            continue;
        }
        let _turn = context.turn(connection.id).await;
        let before = rescue.shown;
        let told = |stage, done: usize, total: Option<usize>| {
            if stage == Stage::Secrets {
                progress(before + done, before + total.unwrap_or(done));
            }
        };
        let looked = match look(context, connection.id, &told, Trust::Nothing).await {
            Ok(looked) => looked,
            Err(Error::Inventory(error)) => return Err(error.into()),
            Err(_) => {
                rescue.unread.push(connection.name);
                continue;
            }
        };
        rescue.shown += looked.shown;
        if connection.kind.is_site() {
            // A site shows no secret again, but the keychain may have what the inventory forgot.
            let found = find_forgotten_pairs(context, &connection).await?;
            rescue.shown += found;
            rescue.stored += found;
        }
        rescue.stored += looked.report.secrets_stored;
        rescue.held += looked.report.secrets_waiting;
        progress(rescue.shown, rescue.shown);
    }
    rescue.already = rescue
        .shown
        .saturating_sub(rescue.stored)
        .saturating_sub(rescue.held);
    Ok(rescue)
}
