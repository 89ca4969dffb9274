//! Tables of what was entered, known and answered, each with its causes.

mod always;
mod entered;
mod permalinks;
mod recognised;
mod stopped;
mod unrecognised;

use super::{Case, Entered, Listing, judge};
use crate::diagnose::knowledge::Print;
use crate::diagnose::site::address::{EnteredAddress, place};
use crate::diagnose::site::entered::Halves;
use crate::diagnose::site::knowledge::Known;
use crate::fingerprint::fingerprint;
use keys::{
    Cause, Connection, ConnectionColour, ConnectionId, ConnectionKind, ConsumerKey, Diagnosis,
    DiagnosisStep, Fix, Identifier, Key, KeyId, KeyOwner, KeyType, Moment, Permalinks, Permission,
    Presence, Secret, SecretRecord, ServerAppId, ServerUrl, SessionState, SiteUserId, StepOutcome,
    ending_of,
};
use woocommerce::{RootAnswer, RouteAnswer, Walk};

const SITE: &str = "https://shop.example/boutique";

fn identifier() -> String {
    format!("ck_{}", "1a".repeat(20))
}

fn secret() -> String {
    format!("cs_{}", "2b".repeat(20))
}

fn url(text: &str) -> ServerUrl {
    ServerUrl::parse_site(text).unwrap()
}

fn connection(number: i64, kind: ConnectionKind, address: &str) -> Connection {
    Connection {
        id: ConnectionId(number),
        kind,
        url: url(address),
        name: String::new(),
        colour: ConnectionColour::new(0),
        username: String::new(),
        session: SessionState::SignedIn,
        country: None,
        locale: None,
        refreshed_at: Some(Moment(1)),
        site: None,
    }
}

/// The key that those two belong to, in good order.
fn known(permission: Permission) -> Known {
    let print = fingerprint(&Secret::new(secret()));
    let key = Key {
        id: KeyId(1),
        connection: ConnectionId(1),
        server_id: ServerAppId(9),
        app_name: "Orders".to_owned(),
        local_name: None,
        key_type: KeyType::Consumer,
        store: None,
        store_name: "Shop".to_owned(),
        scopes: None,
        identifier: Identifier::new(&identifier()),
        secret: Some(SecretRecord {
            fingerprint: print,
            stored_at: Some(Moment(1)),
        }),
        presence: Presence::OnServer,
        check: None,
        unreached_at: None,
        note: String::new(),
        first_seen: Moment(1),
        offered: None,
        store_gone: false,
        archived_at: None,
        forgotten_at: None,
        consumer: Some(ConsumerKey {
            permission: Some(permission),
            owner: Some(KeyOwner {
                id: Some(SiteUserId(2)),
                name: "Ann".to_owned(),
            }),
            ending: ending_of(&identifier()),
            last_access: None,
            last_access_since: None,
            may_change: true,
            secret_lost: false,
        }),
    };
    Known {
        key,
        url: url(SITE),
        print: Print::Ours,
    }
}

fn both() -> Known {
    known(Permission::ReadWrite)
}

fn shop(permalinks: Permalinks) -> RootAnswer {
    RootAnswer::Recognised {
        permalinks,
        home: SITE.to_owned(),
        has_woocommerce: true,
    }
}

fn json(status: u16, code: &str) -> RouteAnswer {
    RouteAnswer::Json {
        status,
        code: (!code.is_empty()).then(|| code.to_owned()),
    }
}

fn opened() -> RouteAnswer {
    json(200, "")
}

fn no_route() -> RouteAnswer {
    json(404, "rest_no_route")
}

fn authentication_error() -> RouteAnswer {
    json(401, "woocommerce_rest_authentication_error")
}

fn cannot_view() -> RouteAnswer {
    json(401, "woocommerce_rest_cannot_view")
}

fn owner_cannot() -> RouteAnswer {
    json(403, "woocommerce_rest_cannot_view")
}

/// A way that ended at the site's root.
fn ended(root: RootAnswer) -> Walk {
    Walk {
        root,
        read: None,
        write: None,
        read_behind_plain: None,
        write_behind_plain: None,
        signed_for_http: None,
    }
}

/// A way to a shop with pretty permalinks.
fn walked(read: RouteAnswer, write: RouteAnswer) -> Walk {
    Walk {
        read: Some(read),
        write: Some(write),
        ..ended(shop(Permalinks::Pretty))
    }
}

/// A way that ended with the site taking us for nobody.
fn nobody() -> Walk {
    walked(cannot_view(), no_route())
}

fn listed() -> Listing {
    Listing::There {
        is_owner_gone: false,
        permission: Some(Permission::ReadWrite),
    }
}

/// A key of the inventory.
fn case_of(known: Known, walk: Walk, listing: Listing) -> Case<'static> {
    Case {
        entered: None,
        asked: Some(known.url.clone()),
        known: Some(known),
        walk: Some(walk),
        listing,
        in_address: None,
    }
}

fn judged(known: Known, walk: Walk, listing: Listing) -> Diagnosis {
    judge(&case_of(known, walk, listing))
}

/// Judges three values.
fn judged_values(values: [&str; 3], known: Option<Known>, walk: Option<Walk>) -> Diagnosis {
    let [address, key, secret] = values;
    let key = Secret::new(key.to_owned());
    let secret = Secret::new(secret.to_owned());
    let halves = Halves::look_at(&key, &secret);
    let address = EnteredAddress::look_at(address.to_owned());
    let connections = [
        connection(1, ConnectionKind::WooCommerce, SITE),
        connection(2, ConnectionKind::WooCommerce, "https://other.example"),
        connection(3, ConnectionKind::CoopCycle, "https://velo.example"),
    ];
    let belongs_to = known.as_ref().map(|known| known.key.connection);
    let place = place(&address, &connections, belongs_to);
    judge(&Case {
        asked: place.target(known.as_ref().map(|known| &known.url)),
        entered: Some(Entered {
            address: &address,
            halves: &halves,
            place: &place,
        }),
        known,
        walk,
        listing: Listing::Unread,
        in_address: None,
    })
}

fn causes(diagnosis: &Diagnosis) -> Vec<Cause> {
    let causes = diagnosis.causes.iter();
    causes.map(|(cause, _)| cause.clone()).collect()
}

/// Of the site's root, reading, writing, the list and the address.
fn outcomes(diagnosis: &Diagnosis) -> Vec<StepOutcome> {
    let steps = [
        DiagnosisStep::SiteRoot,
        DiagnosisStep::Reading,
        DiagnosisStep::Writing,
        DiagnosisStep::KeyList,
        DiagnosisStep::InAddress,
    ];
    let found = diagnosis.steps.iter();
    let found: Vec<_> = found
        .filter(|(step, _)| *step != DiagnosisStep::Values)
        .collect();
    let named: Vec<_> = found.iter().map(|(step, _)| *step).collect();
    assert_eq!(named, steps);
    found.iter().map(|(_, outcome)| *outcome).collect()
}

fn alone(cause: Cause, fix: Option<Fix>) -> Vec<(Cause, Option<Fix>)> {
    vec![(cause, fix)]
}
