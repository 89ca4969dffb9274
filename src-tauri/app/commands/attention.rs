//! What needs a person.

use super::Reply;
use super::settings::settings;
use crate::shell::Shell;
use crate::{events, problem, view};
use contract::{
    AttentionCount, AttentionKind, AttentionPage, AttentionQuery, AttentionRow, AttentionSubject,
};
use keys::{ConnectionId, DraftId, KeyId, Moment, PutOff, StoreId};
use operations::Context;
use tauri::{AppHandle, State};

/// The most rows one request gets.
const PAGE_LIMIT: u32 = 500;
/// A day in milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;

fn subject(subject: keys::AttentionSubject) -> AttentionSubject {
    match subject {
        keys::AttentionSubject::Key(key) => AttentionSubject::Key(key.0),
        keys::AttentionSubject::Store(store) => AttentionSubject::Store(store.0),
        keys::AttentionSubject::Draft(draft) => AttentionSubject::Draft(draft.0),
    }
}

fn read_subject(subject: AttentionSubject) -> keys::AttentionSubject {
    match subject {
        AttentionSubject::Key(key) => keys::AttentionSubject::Key(KeyId(key)),
        AttentionSubject::Store(store) => keys::AttentionSubject::Store(StoreId(store)),
        AttentionSubject::Draft(draft) => keys::AttentionSubject::Draft(DraftId(draft)),
    }
}

/// Everything that is due, on every connection.
fn everything(rooms: &Context) -> inventory::AttentionQuery {
    let days = settings(Some(rooms)).rotation_days;
    inventory::AttentionQuery {
        rotation_age: days.map(|days| i64::from(days) * DAY),
        ..inventory::AttentionQuery::default()
    }
}

/// How much is due.
pub(crate) fn due(rooms: &Context) -> Reply<u32> {
    let count = rooms
        .inventory
        .attention_count(&everything(rooms), rooms.now());
    count.map(view::number).map_err(problem::inventory)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn list_attention(
    shell: State<'_, Shell>,
    query: AttentionQuery,
) -> Reply<AttentionPage> {
    let rooms = shell.rooms()?;
    operations::settle_rotations(rooms).map_err(problem::of)?;
    let wanted = inventory::AttentionQuery {
        connection: query.connection.map(ConnectionId),
        kind: query.kind.map(view::read_attention_kind),
        put_off: query.put_off,
        offset: query.offset as usize,
        limit: query.limit.min(PAGE_LIMIT) as usize,
        ..everything(rooms)
    };
    let page = rooms.inventory.attention(&wanted, rooms.now());
    let page = page.map_err(problem::inventory)?;
    Ok(AttentionPage {
        total: view::number(page.total),
        rows: page.rows.into_iter().map(row).collect(),
        kinds: page
            .kinds
            .into_iter()
            .map(|(kind, count)| AttentionCount {
                kind: view::attention_kind(kind),
                count: view::number(count),
            })
            .collect(),
        put_off: view::number(page.put_off),
    })
}

fn row(found: keys::Attention) -> AttentionRow {
    AttentionRow {
        kind: view::attention_kind(found.kind),
        subject: subject(found.subject),
        connection: found.connection.0,
        name: found.name,
        store_name: found.store_name,
        status: found.status.map(view::status),
        since: found.since.map(|at| at.0),
        put_off_until: match found.put_off {
            Some(PutOff::Until(until)) => Some(until.0),
            _ => None,
        },
        dismissed: found.put_off == Some(PutOff::Forever),
    }
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn put_off(
    app: AppHandle,
    shell: State<'_, Shell>,
    kind: AttentionKind,
    subject: AttentionSubject,
    until: Option<i64>,
) -> Reply<()> {
    let rooms = shell.rooms()?;
    let until = until.map_or(PutOff::Forever, |until| PutOff::Until(Moment(until)));
    let kind = view::read_attention_kind(kind);
    let put_off = rooms
        .inventory
        .put_off(kind, read_subject(subject), until, rooms.now());
    put_off.map_err(problem::inventory)?;
    events::changed(&app, None);
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn take_up(
    app: AppHandle,
    shell: State<'_, Shell>,
    kind: AttentionKind,
    subject: AttentionSubject,
) -> Reply<()> {
    let kind = view::read_attention_kind(kind);
    let taken = shell
        .rooms()?
        .inventory
        .take_up(kind, read_subject(subject));
    taken.map_err(problem::inventory)?;
    events::changed(&app, None);
    Ok(())
}
