//! Diagnose a consumer key: why a WooCommerce site does not take it.
//!
//! The values are looked at first, then what the inventory knows, then the site and its list; the
//! judgement on all of it does no I/O. Only sites that somebody added, and this machine, are asked.

mod address;
mod answers;
mod entered;
mod judgement;
mod knowledge;
mod recognition;
mod steps;

use super::{Diagnosed, EnteredValues};
use crate::check_consumer::take_permission;
use crate::reveal::secret_of;
use crate::rotate::forget_access;
use crate::session::{ask_site, connection, facts, site_error};
use crate::{Context, Error};
use address::{EnteredAddress, place};
use entered::Halves;
use judgement::{Case, Entered, Listing};
use keys::{
    Connection, Identifier, Key, KeyId, Permalinks, Secret, ServerUrl, SessionState, ending_of,
};
use knowledge::Known;
use woocommerce::{RootAnswer, Walk};

/// Whether three values are meant as those of a consumer key.
pub(crate) fn is_meant(entered: &EnteredValues) -> bool {
    let identifier = Secret::new(entered.identifier.clone());
    Halves::look_at(&identifier, &entered.secret).are_of_site()
}

/// Whether an address is that of a site that somebody added.
pub(crate) fn is_at_site(base_url: &str, connections: &[Connection]) -> bool {
    let address = EnteredAddress::look_at(base_url.to_owned());
    place(&address, connections, None).connection().is_some()
}

/// Tells why three values do not work on a site, or that they do.
pub(crate) async fn of_values(
    context: &Context,
    entered: EnteredValues,
) -> Result<Diagnosed, Error> {
    let identifier = Secret::new(entered.identifier);
    let halves = Halves::look_at(&identifier, &entered.secret);
    let address = EnteredAddress::look_at(entered.base_url);
    let connections = context.inventory.connections()?;
    let first = place(&address, &connections, None).connection();
    let known = knowledge::of_halves(context, &halves, &connections, first)?;
    let belongs_to = known.as_ref().map(|known| known.key.connection);
    let place = place(&address, &connections, belongs_to);
    let key = known.as_ref().map(|known| known.key.id);
    let mut case = Case {
        asked: place.target(known.as_ref().map(|known| &known.url)),
        entered: Some(Entered {
            address: &address,
            halves: &halves,
            place: &place,
        }),
        known,
        walk: None,
        listing: Listing::Unread,
        in_address: None,
    };
    if let (Some(url), Some((identifier, secret))) = (case.asked.clone(), halves.pair()) {
        let connection = connections
            .iter()
            .find(|connection| connection.kind.is_site() && connection.url == url);
        go(context, &mut case, connection, &url, &identifier, &secret).await?;
    }
    let diagnosis = judgement::judge(&case);
    Ok(Diagnosed { diagnosis, key })
}

/// Tells why a consumer key of the inventory does not work, or that it does.
pub(crate) async fn of_key(context: &Context, key: Key) -> Result<Diagnosed, Error> {
    let (id, pair) = (key.id, Pair::of(context, key).await?);
    let case = pair.ask(context).await?;
    let diagnosis = judgement::judge(&case);
    let key = Some(id);
    Ok(Diagnosed { diagnosis, key })
}

/// Asks once with the key in the address, which lands in the site's logs: only for who agreed to
/// it, only over https, and only where the header still does not tell.
pub async fn ask_in_address(context: &Context, key: KeyId) -> Result<Diagnosed, Error> {
    let pair = Pair::of(context, context.key(key)?).await?;
    let mut case = pair.ask(context).await?;
    if recognition::calls_for_asking(&case) {
        let (url, network) = (&pair.connection.url, context.network());
        let asked = woocommerce::ask_in_address(url, &pair.identifier, &pair.secret, network).await;
        let is_accepted = asked.map_err(|source| site_error(&pair.connection, source))?;
        case.in_address = Some(is_accepted);
    }
    let diagnosis = judgement::judge(&case);
    let key = Some(key);
    Ok(Diagnosed { diagnosis, key })
}

/// A consumer key whose both halves are here.
struct Pair {
    key: Key,
    connection: Connection,
    identifier: Identifier,
    secret: Secret,
}

impl Pair {
    async fn of(context: &Context, key: Key) -> Result<Self, Error> {
        let connection = connection(context, key.connection)?;
        if key.consumer.is_none() || !connection.kind.is_site() {
            return Err(Error::WrongKind);
        }
        let secret = secret_of(context, &key).await?;
        let identifier = key.identifier.clone().ok_or(Error::SecretNotStored)?;
        Ok(Self {
            key,
            connection,
            identifier,
            secret,
        })
    }

    async fn ask(&self, context: &Context) -> Result<Case<'static>, Error> {
        let url = self.connection.url.clone();
        let mut case = Case {
            entered: None,
            known: Some(Known::new(self.key.clone(), url.clone(), &self.secret)),
            asked: Some(url.clone()),
            walk: None,
            listing: Listing::Unread,
            in_address: None,
        };
        let (connection, identifier) = (Some(&self.connection), &self.identifier);
        go(
            context,
            &mut case,
            connection,
            &url,
            identifier,
            &self.secret,
        )
        .await?;
        // It is judged by what was promised; from now on what was found counts, as after a check.
        let found = case.walk.as_ref().and_then(answers::permission_told);
        take_permission(context, &self.key, found)?;
        Ok(case)
    }
}

/// Goes the way with the pair, then reads the site's list where somebody is signed in.
async fn go(
    context: &Context,
    case: &mut Case<'_>,
    connection: Option<&Connection>,
    url: &ServerUrl,
    identifier: &Identifier,
    secret: &Secret,
) -> Result<(), Error> {
    let permalinks = connection.map_or(Permalinks::Pretty, |known| facts(known).permalinks);
    if let Some(known) = &case.known {
        // An accepted request moves the key's last access, which a rotation may be watching.
        forget_access(context, &known.key)?;
    }
    let walk = woocommerce::walk(url, permalinks, identifier, secret, context.network()).await;
    // Behind such a proxy the session may not count either, and the list would end it for nothing.
    let is_worth_listing = is_answering(&walk) && !recognition::is_proxy_proved(&walk);
    if let Some(connection) = connection.filter(|_| is_worth_listing) {
        case.listing = listing(context, connection, case.known.as_ref(), identifier).await?;
    }
    case.walk = Some(walk);
    Ok(())
}

/// Whether there is a shop: by its own word, or by its routes.
fn is_answering(walk: &Walk) -> bool {
    let is_shop = matches!(
        walk.root,
        RootAnswer::Recognised {
            has_woocommerce: true,
            ..
        }
    );
    is_shop || walk.read.is_some() || walk.read_behind_plain.is_some()
}

/// What the list tells of the key. Whatever keeps it from being read keeps nobody from a diagnosis.
async fn listing(
    context: &Context,
    connection: &Connection,
    known: Option<&Known>,
    identifier: &Identifier,
) -> Result<Listing, Error> {
    if connection.session != SessionState::SignedIn {
        return Ok(Listing::Unread);
    }
    let rows = ask_site(context, connection, async |site| {
        site.keys(&|_, _| {}).await
    })
    .await;
    let rows = match rows {
        Ok(rows) => rows,
        Err(error @ Error::Inventory(_)) => return Err(error),
        Err(_) => return Ok(Listing::Unread),
    };
    let number = known
        .filter(|known| known.is_identifier(Some(identifier)))
        .map(|known| known.key.server_id)
        .filter(|number| number.is_known());
    let ending = ending_of(identifier.as_str());
    let row = rows
        .iter()
        .find(|row| row.ending == ending && number.is_none_or(|number| row.id == number));
    Ok(row.map_or(Listing::Missing, |row| Listing::There {
        is_owner_gone: row.owner.is_gone(),
        permission: row.permission,
    }))
}
