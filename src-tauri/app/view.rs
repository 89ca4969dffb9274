//! From what the rooms know to what the page is told.

mod diagnosis;
mod rows;
mod sites;
mod words;

pub(crate) use diagnosis::{causes, plugin, read_cause, steps};
pub(crate) use rows::{handover, key_row, rotation, row_of};
pub(crate) use sites::{code_source, consumer, consumer_row, lines, revocations, site, site_user};
pub(crate) use words::{
    act, attention_kind, channel, key_type, kind, permission, platform, read_act,
    read_attention_kind, read_channel, read_key_type, read_permission, read_platform,
    read_sheet_language, rotation_step, seen, sheet_language, status,
};

use contract::{
    ClipboardView, ConnectionView, CopyField, CopyReceipt, DriftKind, DriftView, KeychainView,
    Mark, MarkField, OfferView, ProgressStage, RefreshReport, SessionState, TurnView,
};
use inventory::Intent;
use keys::Connection;
use operations::{Context, Field, Receipt, Report, Stage};

/// A count for the page.
pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

pub(crate) fn connection(rooms: &Context, connection: &Connection, keys: usize) -> ConnectionView {
    ConnectionView {
        id: connection.id.0,
        kind: kind(connection.kind),
        name: connection.name.clone(),
        host: connection.url.place().to_owned(),
        base_url: connection.url.as_str().to_owned(),
        colour: connection.colour.number(),
        username: connection.username.clone(),
        session: match connection.session {
            keys::SessionState::SignedIn => SessionState::SignedIn,
            keys::SessionState::SignedOut => SessionState::SignedOut,
            keys::SessionState::NotAdmin => SessionState::NotAdmin,
        },
        offline: rooms.is_unreachable(connection.id),
        refreshed_at: connection.refreshed_at.map(|at| at.0),
        keys: number(keys),
        site: connection
            .site
            .as_ref()
            .map(|facts| site(&connection.url, facts)),
    }
}

pub(crate) fn keychain(state: keychain::State) -> KeychainView {
    match state {
        keychain::State::Unknown => KeychainView::Unknown,
        keychain::State::Ready => KeychainView::Ready,
        keychain::State::Waiting => KeychainView::Waiting,
        keychain::State::Absent => KeychainView::Absent,
        keychain::State::Refused => KeychainView::Refused,
        keychain::State::Full => KeychainView::Full,
    }
}

pub(crate) fn field(field: Field) -> CopyField {
    match field {
        Field::BaseUrl => CopyField::BaseUrl,
        Field::Identifier => CopyField::Identifier,
        Field::Secret => CopyField::Secret,
        Field::Sheet => CopyField::Sheet,
        Field::Letter => CopyField::Letter,
        Field::Passphrase => CopyField::Passphrase,
    }
}

pub(crate) fn read_field(field: CopyField) -> Field {
    match field {
        CopyField::BaseUrl => Field::BaseUrl,
        CopyField::Identifier => Field::Identifier,
        CopyField::Secret => Field::Secret,
        CopyField::Sheet => Field::Sheet,
        CopyField::Letter => Field::Letter,
        CopyField::Passphrase => Field::Passphrase,
    }
}

pub(crate) fn receipt(receipt: &Receipt) -> CopyReceipt {
    CopyReceipt {
        field: field(receipt.field),
        hidden_from_history: receipt.hidden_from_history,
        clears_after: receipt
            .clears_after
            .map(|time| u32::try_from(time.as_secs()).unwrap_or(u32::MAX)),
    }
}

pub(crate) fn clipboard(rooms: &Context) -> ClipboardView {
    use clipboard::Holding;
    let milliseconds =
        |time: std::time::Duration| u32::try_from(time.as_millis()).unwrap_or(u32::MAX);
    match (*rooms.clipboard.subscribe().borrow(), rooms.copied()) {
        (Holding::Ours { total, .. }, Some(copied)) => ClipboardView::Ours {
            field: field(copied.field),
            key: copied.key.map(|key| key.0),
            subject: copied.subject,
            hidden_from_history: copied.hidden_from_history,
            left_ms: rooms.clipboard.left().map(milliseconds),
            total_ms: total.map(milliseconds),
            turn: copied.turn.map(|turn| TurnView {
                place: number(turn.place),
                of: number(turn.of),
                next: turn.next.map(field),
            }),
        },
        (Holding::NotCleared, _) => ClipboardView::NotCleared,
        _ => ClipboardView::Nothing,
    }
}

pub(crate) fn mark(mark: &inventory::Mark) -> Mark {
    use inventory::Field;
    Mark {
        field: match mark.field {
            Field::Store => MarkField::Store,
            Field::AppName => MarkField::Name,
            Field::Identifier => MarkField::Identifier,
            Field::Note => MarkField::Note,
            Field::Connection => MarkField::Connection,
        },
        start: number(mark.start),
        end: number(mark.end),
    }
}

/// Between which of the server's numbers a person decides. A single one behind an answer is no
/// question: the server named it.
pub(crate) fn candidates(intent: &Intent) -> &[i64] {
    match intent.candidates[..] {
        [_] if intent.answered => &[],
        _ => &intent.candidates,
    }
}

pub(crate) fn drift(record: &keys::DriftRecord) -> DriftView {
    use keys::Drift;
    let (kind, from) = match &record.drift {
        Drift::New => (DriftKind::New, None),
        Drift::Renewed => (DriftKind::Renewed, None),
        Drift::Replaced => (DriftKind::Replaced, None),
        Drift::Renamed { from } => (DriftKind::Renamed, Some(from.clone())),
        Drift::PermissionChanged { from } => {
            let from = from.as_value().to_owned();
            (DriftKind::PermissionChanged, Some(from))
        }
        Drift::Gone => (DriftKind::Gone, None),
        Drift::Back => (DriftKind::Back, None),
    };
    DriftView {
        id: record.id.0,
        kind,
        of_store: record.key.is_none(),
        from,
        at: record.at.0,
    }
}

pub(crate) fn offer(offer: &keys::Offer) -> OfferView {
    OfferView {
        identifier: offer
            .identifier
            .as_ref()
            .map(|identifier| identifier.as_str().to_owned()),
        at: offer.at.0,
        stored: offer.stored_at.is_some(),
    }
}

pub(crate) fn stage(stage: Stage) -> ProgressStage {
    match stage {
        Stage::Stores => ProgressStage::Stores,
        Stage::Keys => ProgressStage::Keys,
        Stage::Secrets => ProgressStage::Secrets,
        Stage::Details => ProgressStage::Details,
    }
}

pub(crate) fn report(report: &Report) -> RefreshReport {
    RefreshReport {
        new_keys: number(report.new_keys),
        renewed: number(report.renewed),
        replaced: number(report.replaced),
        renamed: number(report.renamed),
        gone: number(report.gone),
        back: number(report.back),
        permission_changed: number(report.permission_changed),
        new_stores: number(report.new_stores),
        gone_stores: number(report.gone_stores),
        secrets_stored: number(report.secrets_stored),
        secrets_waiting: number(report.secrets_waiting),
        taken: number(report.taken),
        found: number(report.found),
        never_done: number(report.never_done),
    }
}
