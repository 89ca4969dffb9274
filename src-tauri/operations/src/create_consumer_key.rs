//! Create a consumer key: intent, the site's reply, keychain, record. The site shows the secret
//! once (contract 6.1), so that nothing is asked of it before the keychain is open.

use crate::create_key::{Created, created};
use crate::creation::{former, resolve};
use crate::fingerprint::fingerprint;
use crate::look_at_site::row;
use crate::reconcile::{Outcome, adopt, tell_others};
use crate::reveal::secret_entry;
use crate::seen::keep_secret;
use crate::session::{ask_site, connection, entry};
use crate::{Context, Error};
use inventory::{IntentAct, IntentId, NewIntent, NewPastedKey};
use keys::{
    Act, Connection, ConnectionId, Description, KeyId, KeyOwner, Made, Permission, ServerAppId,
    SiteUserId, ending_of,
};
use woocommerce::{KeyForm, MadeConsumerKey, SiteUser};

/// What a new consumer key shall be.
#[derive(Clone, Debug)]
pub struct NewConsumerKey {
    /// On which connection.
    pub connection: ConnectionId,
    /// What it is for.
    pub description: String,
    /// Its owner; `None` for the signed-in account.
    pub owner: Option<SiteUserId>,
    /// What it may do.
    pub permission: Permission,
}

/// What the site's form offers to the signed-in account (contract 5).
pub async fn consumer_key_form(context: &Context, id: ConnectionId) -> Result<KeyForm, Error> {
    let connection = connection(context, id)?;
    ask_site(context, &connection, async |site| site.key_form().await).await
}

/// The site's users whose name, address or number fits (contract 5).
pub async fn find_site_users(
    context: &Context,
    id: ConnectionId,
    term: &str,
) -> Result<Vec<SiteUser>, Error> {
    let connection = connection(context, id)?;
    let term = term.trim().to_owned();
    ask_site(context, &connection, async move |site| {
        site.users(&term).await
    })
    .await
}

/// Makes a consumer key and brings its pair home. If the reply of the same request was lost before,
/// the key is found, and nobody has its secret: [`Error::SecretNeverSeen`].
pub async fn create_consumer_key(
    context: &Context,
    new: &NewConsumerKey,
) -> Result<Created, Error> {
    let _turn = context.turn(new.connection).await;
    create(context, new).await
}

/// The same for who has the connection's turn.
pub(crate) async fn create(context: &Context, new: &NewConsumerKey) -> Result<Created, Error> {
    let description = Description::parse(&new.description)?;
    let connection = connection(context, new.connection)?;
    // A keychain that is closed now could not take the secret later.
    context.keychain.read(&entry(&connection)).await?;
    let form = ask_site(context, &connection, async |site| site.key_form().await).await?;
    let owner = new.owner.unwrap_or(form.own.id);
    let act = IntentAct::CreateConsumerKey {
        description: woocommerce::as_listed(&description),
        owner,
        permission: new.permission,
    };
    if let Some(Made::Key(key)) = former(context, &connection, &act, None).await? {
        return made_before(context, &connection, key).await;
    }
    let rows = ask_site(context, &connection, async |site| {
        site.keys(&|_, _| {}).await
    })
    .await?;
    let intent = context.inventory.begin_intent(&NewIntent {
        connection: connection.id,
        act,
        known: rows.iter().map(|row| row.id.0).collect(),
        at: context.now(),
        draft: None,
    })?;
    let wanted = woocommerce::NewConsumerKey {
        description,
        owner,
        permission: new.permission,
    };
    let answer = ask_site(context, &connection, async move |site| {
        site.create(&wanted).await
    })
    .await;
    match answer {
        Ok(made) => {
            let owner = owner_of(&form, owner, &rows);
            bring_home(context, &connection, intent, owner, made).await
        }
        Err(Error::Site { source, .. }) if source.outcome_unknown() => {
            match resolve(context, &connection, intent, source.is_answered()).await? {
                Outcome::Made(Made::Key(key)) => made_before(context, &connection, key).await,
                _ => Err(Error::RecordGone),
            }
        }
        Err(error) => {
            context.inventory.finish_intent(intent)?;
            Err(error)
        }
    }
}

/// The owner as the list will tell it, as far as that is known before.
fn owner_of(form: &KeyForm, owner: SiteUserId, rows: &[woocommerce::SeenConsumerKey]) -> KeyOwner {
    let listed = rows.iter().find(|row| row.owner.id == Some(owner));
    let name = match listed {
        Some(row) => row.owner.name.clone(),
        None if owner == form.own.id => form.own.label.clone(),
        None => format!("#{}", owner.0),
    };
    KeyOwner {
        id: Some(owner),
        name,
    }
}

async fn bring_home(
    context: &Context,
    connection: &Connection,
    intent: IntentId,
    owner: KeyOwner,
    made: MadeConsumerKey,
) -> Result<Created, Error> {
    let inventory = &context.inventory;
    let print = fingerprint(&made.secret);
    inventory.set_intent_pair(intent, made.id, &made.consumer_key, &print)?;
    let id = match made.id {
        Some(id) => Some(id),
        None => find_number(context, connection, &made).await?,
    };
    let key = match id {
        Some(server_id) => inventory.record_created_consumer_key(
            connection.id,
            &inventory::MadeConsumerKey {
                server_id,
                description: made.description.clone(),
                identifier: made.consumer_key.clone(),
                fingerprint: print,
                owner,
                permission: made.permission,
            },
            context.now(),
        )?,
        // The next refresh finds its number by its ending.
        None => inventory.add_pasted_consumer_key(
            &NewPastedKey {
                connection: connection.id,
                name: made.description.clone(),
                identifier: made.consumer_key.clone(),
                fingerprint: print,
                permission: Some(made.permission),
                note: String::new(),
            },
            context.now(),
        )?,
    };
    let record = context.key(key)?;
    match keep_secret(context, connection, &record, &made.secret).await {
        // Held in memory; the record says so.
        Ok(()) | Err(Error::Keychain(_)) => {}
        Err(error) => return Err(error),
    }
    if let Some(id) = id {
        let intent = inventory.intent(intent)?.ok_or(Error::RecordGone)?;
        adopt(context, &intent, id.0)?;
    } else {
        let line = context.line_of_key(&record, Act::Created);
        inventory.complete_intent(intent, Made::Key(key), &line)?;
    }
    tell_others(context, connection.id)?;
    created(context, key)
}

/// The site's reply did not tell the number: the list does, by the ending.
async fn find_number(
    context: &Context,
    connection: &Connection,
    made: &MadeConsumerKey,
) -> Result<Option<ServerAppId>, Error> {
    let rows = ask_site(context, connection, async |site| {
        site.keys(&|_, _| {}).await
    })
    .await;
    let rows: Vec<_> = match rows {
        Ok(rows) => rows.into_iter().map(row).collect(),
        // The pair is more precious than its number.
        Err(_) => return Ok(None),
    };
    let ending = ending_of(made.consumer_key.as_str());
    let mut fitting = rows.iter().filter(|row| row.ending == ending);
    Ok(match (fitting.next(), fitting.next()) {
        (Some(only), None) => Some(only.server_id),
        _ => None,
    })
}

/// What the same request made before, if its pair is here. A keychain that was closed when the site was
/// looked at does not tell; then its own trouble counts.
async fn made_before(
    context: &Context,
    connection: &Connection,
    key: KeyId,
) -> Result<Created, Error> {
    let record = context.key(key)?;
    if record.is_secret_stored() || context.is_held(key) {
        return created(context, key);
    }
    let is_lost = record
        .consumer
        .as_ref()
        .is_some_and(|known| known.secret_lost);
    if !is_lost && record.secret.is_some() {
        context
            .keychain
            .read(&secret_entry(connection, &record))
            .await?;
    }
    Err(Error::SecretNeverSeen(key))
}
