//! Tables of what was entered, known and seen, each with its causes.

mod entered;
mod seen;

use super::{Case, judge};
use crate::diagnose::base_url::{Place, place};
use crate::diagnose::knowledge::{Known, Print};
use crate::diagnose::values::Values;
use crate::fingerprint::fingerprint;
use coopcycle::{EntryAnswer, OpenedApp, StoreAnswer, TokenAnswer, Trouble, Walk, WhoAnswer};
use keys::{
    Cause, Connection, ConnectionColour, ConnectionId, ConnectionKind, Diagnosis, DiagnosisStep,
    Identifier, Key, KeyId, KeyType, Moment, Offer, Presence, Scope, Secret, SecretRecord,
    ServerAppId, ServerStoreId, ServerUrl, SessionState, StepOutcome, Store, StoreId,
};

const BASE: &str = "https://velo.example";
const ELSEWHERE: &str = "https://cargo.example";

fn identifier() -> String {
    "1a".repeat(16)
}

fn secret() -> String {
    "2b".repeat(64)
}

fn url(text: &str) -> ServerUrl {
    ServerUrl::parse(text).unwrap()
}

fn connection(number: i64, address: &str) -> Connection {
    Connection {
        id: ConnectionId(number),
        kind: ConnectionKind::CoopCycle,
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
fn known() -> Known {
    let print = fingerprint(&Secret::new(secret()));
    let key = Key {
        id: KeyId(1),
        connection: ConnectionId(1),
        server_id: ServerAppId(3),
        app_name: "Shop".to_owned(),
        local_name: None,
        key_type: KeyType::OAuth,
        store: Some(StoreId(1)),
        store_name: "Acme".to_owned(),
        scopes: Some(vec![Scope::Deliveries]),
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
        consumer: None,
    };
    let store = Store {
        id: StoreId(1),
        connection: ConnectionId(1),
        server_id: ServerStoreId(7),
        name: "Acme".to_owned(),
        address: String::new(),
        has_time_slot: true,
        presence: Presence::OnServer,
        first_seen: Moment(1),
    };
    Known {
        key,
        url: url(BASE),
        print: Print::Ours,
        store: Some(store),
        was_renewed: false,
    }
}

fn offer(identifier: &str) -> Offer {
    Offer {
        key_type: KeyType::OAuth,
        identifier: Identifier::new(identifier),
        fingerprint: vec![9],
        stored_at: None,
        at: Moment(2),
    }
}

/// A way without a hitch.
fn good() -> Walk {
    let granted = || Some(TokenAnswer::Granted(vec!["deliveries".to_owned()]));
    Walk {
        entry: EntryAnswer::Entrypoint,
        token: granted(),
        who: Some(WhoAnswer::App(OpenedApp {
            name: "Shop".to_owned(),
            store: Some(ServerStoreId(7)),
        })),
        own_scopes: granted(),
        is_coopcycle: None,
        store: Some(StoreAnswer::Opens {
            time_slot: Some("/api/time_slots/1".to_owned()),
        }),
        time_slot_opens: Some(true),
    }
}

/// A way that ended there.
fn ended(entry: EntryAnswer, token: Option<TokenAnswer>) -> Walk {
    Walk {
        entry,
        token,
        who: None,
        own_scopes: None,
        is_coopcycle: None,
        store: None,
        time_slot_opens: None,
    }
}

fn refused() -> Walk {
    ended(EntryAnswer::Entrypoint, Some(TokenAnswer::InvalidClient))
}

fn stopped(trouble: Trouble) -> Walk {
    ended(EntryAnswer::Trouble(trouble), None)
}

/// Judges three values.
fn judged(values: [&str; 3], known: Option<Known>, walk: Option<Walk>) -> Diagnosis {
    let [base, identifier, secret] = values;
    let identifier = Secret::new(identifier.to_owned());
    let secret = Secret::new(secret.to_owned());
    let values = Values::look_at(base.to_owned(), &identifier, &secret);
    let connections = [connection(1, BASE), connection(2, ELSEWHERE)];
    let place: Place = place(&values.base, &connections);
    judge(&Case {
        values: Some((&values, &place)),
        known,
        walk,
        opened: Some("Elsewhere".to_owned()),
        is_refreshed: true,
    })
}

/// Judges a key of the inventory.
fn judged_key(known: Known, walk: Walk) -> Diagnosis {
    judge(&Case {
        values: None,
        known: Some(known),
        walk: Some(walk),
        opened: Some("Elsewhere".to_owned()),
        is_refreshed: true,
    })
}

fn causes(diagnosis: &Diagnosis) -> Vec<Cause> {
    let causes = diagnosis.causes.iter();
    causes.map(|(cause, _)| cause.clone()).collect()
}

fn outcomes(diagnosis: &Diagnosis) -> Vec<StepOutcome> {
    let steps = [
        DiagnosisStep::Values,
        DiagnosisStep::Entrypoint,
        DiagnosisStep::Token,
        DiagnosisStep::WhoAmI,
        DiagnosisStep::Store,
        DiagnosisStep::TimeSlot,
    ];
    let found: Vec<_> = diagnosis.steps.iter().map(|(step, _)| *step).collect();
    assert_eq!(found, steps);
    diagnosis
        .steps
        .iter()
        .map(|(_, outcome)| *outcome)
        .collect()
}
