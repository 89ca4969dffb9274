//! A whole look at a WooCommerce site: its list of consumer keys into the inventory, and what
//! became of what was asked of it (contract 4).

use crate::context::{Progress, Stage};
use crate::fingerprint::fingerprint;
use crate::reconcile::settle;
use crate::refresh::{Looked, Report, move_home};
use crate::reveal::{consumer_key_entry, secret_entry};
use crate::seen::is_secret_of;
use crate::session::{ask_site, facts};
use crate::{Context, Error};
use inventory::SeenConsumerKey;
use keys::{
    Act, Connection, Identifier, Key, KeyType, Presence, SessionState, SiteFacts, ending_of,
};

/// Reads every page of the list. For who has the connection's turn.
pub(crate) async fn look_at_site(
    context: &Context,
    connection: &Connection,
    progress: Progress<'_>,
) -> Result<Looked, Error> {
    let mut looked = Looked {
        report: Report::default(),
        settled: Vec::new(),
        shown: 0,
    };
    progress(Stage::Keys, 0, None);
    let rows = ask_site(context, connection, async |site| {
        site.keys(&|done, total| progress(Stage::Keys, done, total))
            .await
    })
    .await;
    let rows = match rows {
        Err(Error::NotAdmin(_)) => {
            context
                .inventory
                .set_refreshed(connection.id, context.now())?;
            return Ok(looked);
        }
        rows => rows?,
    };
    if connection.session == SessionState::NotAdmin {
        let inventory = &context.inventory;
        inventory.set_session(connection.id, SessionState::SignedIn)?;
    }
    await_keychain(context, connection).await?;
    let seen: Vec<SeenConsumerKey> = rows.into_iter().map(row).collect();
    let changes =
        context
            .inventory
            .record_consumer_keys(connection.id, true, &seen, context.now())?;
    for (key, former) in &changes.adopted {
        move_home(context, connection, *key, *former).await?;
    }
    let report = &mut looked.report;
    report.new_keys = changes.new.len();
    report.replaced = changes.replaced.len();
    report.renamed = changes.renamed.len();
    report.permission_changed = changes.permission_changed.len();
    report.gone = changes.gone.len();
    report.back = changes.back.len();
    looked.settled = settle(context, connection)?;
    find_pairs(context, connection).await?;
    report.found = looked.settled.iter().filter(|one| one.is_done()).count();
    report.never_done = looked.settled.iter().filter(|one| one.is_never()).count();
    let inventory = &context.inventory;
    inventory.set_refreshed(connection.id, context.now())?;
    Ok(looked)
}

/// What the site tells of itself may have changed since: versions, and above all its permalinks. A
/// site that does not tell now keeps what is known of it.
pub(crate) async fn look_at_facts(context: &Context, connection: &Connection) -> Result<(), Error> {
    let known = facts(connection);
    let address = connection.url.as_str();
    let Ok(found) = woocommerce::recognise(address, None, context.network()).await else {
        return Ok(());
    };
    if found.url != connection.url {
        return Ok(());
    }
    let found = SiteFacts {
        login_path: known.login_path.clone(),
        ..found.facts
    };
    if found != known {
        let inventory = &context.inventory;
        inventory.set_site_facts(connection.id, &found)?;
    }
    Ok(())
}

/// A row of the list as the inventory records it.
pub(crate) fn row(row: woocommerce::SeenConsumerKey) -> SeenConsumerKey {
    SeenConsumerKey {
        server_id: row.id,
        description: row.description,
        ending: row.ending,
        owner: row.owner,
        permission: row.permission,
        last_access: row.last_access,
        may_change: row.may_change,
    }
}

/// A pasted pair gets another name in the keychain once the list tells its number. The site never
/// shows the secret again, so nothing is renamed while the keychain cannot be read.
async fn await_keychain(context: &Context, connection: &Connection) -> Result<(), Error> {
    let keys = context.inventory.keys(connection.id)?;
    let mut pasted = keys.iter().filter(|key| !key.server_id.is_known());
    if let Some(key) = pasted.next() {
        context
            .keychain
            .read(&secret_entry(connection, key))
            .await?;
    }
    Ok(())
}

/// The program may have ended between the site's reply, the keychain and the record: what the
/// keychain has is ours, and what it has not is lost for ever.
async fn find_pairs(context: &Context, connection: &Connection) -> Result<(), Error> {
    for key in context.inventory.keys(connection.id)? {
        let is_open = key.key_type == KeyType::Consumer
            && key.secret.is_some()
            && !key.is_secret_stored()
            && !key.consumer.as_ref().is_some_and(|known| known.secret_lost)
            && context.held(key.id).is_none();
        if is_open {
            find_pair(context, connection, &key).await?;
        }
    }
    Ok(())
}

/// Pairs that rest in the keychain while an inventory that was restored, or begun anew, knows of the
/// list's row alone. How many were found.
pub(crate) async fn find_forgotten_pairs(
    context: &Context,
    connection: &Connection,
) -> Result<usize, Error> {
    let mut found = 0;
    for key in context.inventory.keys(connection.id)? {
        let is_only_listed = key.key_type == KeyType::Consumer
            && key.identifier.is_none()
            && key.presence == Presence::OnServer;
        if is_only_listed && find_forgotten_pair(context, connection, &key).await? {
            found += 1;
        }
    }
    Ok(found)
}

async fn find_forgotten_pair(
    context: &Context,
    connection: &Connection,
    key: &Key,
) -> Result<bool, Error> {
    let half = consumer_key_entry(connection, key);
    let Some(half) = context.keychain.read(&half).await? else {
        return Ok(false);
    };
    let ending = key.consumer.as_ref().map(|known| known.ending.as_str());
    // The number may be another site's by now, that was put in this one's place.
    if Some(ending_of(half.expose()).as_str()) != ending {
        return Ok(false);
    }
    let secret = context
        .keychain
        .read(&secret_entry(connection, key))
        .await?;
    let (Some(identifier), Some(secret)) = (Identifier::new(half.expose()), secret) else {
        return Ok(false);
    };
    let (inventory, print) = (&context.inventory, fingerprint(&secret));
    inventory.set_pair(key.id, &identifier, &print)?;
    inventory.set_secret_stored(key.id, &print, Some(context.now()))?;
    context.remember(key, Act::SecretRescued)?;
    Ok(true)
}

async fn find_pair(context: &Context, connection: &Connection, key: &Key) -> Result<(), Error> {
    let Some(record) = &key.secret else {
        return Ok(());
    };
    match context.keychain.read(&secret_entry(connection, key)).await {
        Ok(Some(secret)) if is_secret_of(key, &secret) => {
            let stored = Some(context.now());
            let inventory = &context.inventory;
            inventory.set_secret_stored(key.id, &record.fingerprint, stored)?;
        }
        Ok(_) => {
            context.inventory.set_secret_lost(key.id, true)?;
            context.notice(key, Act::SecretLost)?;
        }
        // A keychain that is closed tells nothing.
        Err(_) => {}
    }
    Ok(())
}
