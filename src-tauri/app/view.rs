//! From what the rooms know to what the page is told.

use contract::{
    Act, ClipboardView, ConnectionKind, ConnectionView, CopyField, DriftKind, DriftView, KeyRow,
    KeyStatus, KeyType, KeychainView, Mark, MarkField, OfferView, ProgressStage, RefreshReport,
    SessionState,
};
use inventory::Intent;
use keys::Connection;
use operations::{Context, Field, Report, Stage};

/// A count for the page.
pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

pub(crate) fn kind(kind: keys::ConnectionKind) -> ConnectionKind {
    match kind {
        keys::ConnectionKind::CoopCycle => ConnectionKind::CoopCycle,
        keys::ConnectionKind::Practice => ConnectionKind::Practice,
    }
}

pub(crate) fn connection(rooms: &Context, connection: &Connection, keys: usize) -> ConnectionView {
    ConnectionView {
        id: connection.id.0,
        kind: kind(connection.kind),
        name: connection.name.clone(),
        host: connection.url.host().to_owned(),
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
    }
}

pub(crate) fn clipboard(rooms: &Context) -> ClipboardView {
    use clipboard::Holding;
    let milliseconds =
        |time: std::time::Duration| u32::try_from(time.as_millis()).unwrap_or(u32::MAX);
    match (*rooms.clipboard.subscribe().borrow(), rooms.copied()) {
        (Holding::Ours { total, .. }, Some(copied)) => ClipboardView::Ours {
            field: field(copied.field),
            key: copied.key.0,
            subject: copied.subject,
            hidden_from_history: copied.hidden_from_history,
            left_ms: rooms.clipboard.left().map(milliseconds),
            total_ms: total.map(milliseconds),
        },
        (Holding::NotCleared, _) => ClipboardView::NotCleared,
        _ => ClipboardView::Nothing,
    }
}

pub(crate) fn status(status: keys::KeyStatus) -> KeyStatus {
    match status {
        keys::KeyStatus::Works => KeyStatus::Works,
        keys::KeyStatus::OpensAnotherStore => KeyStatus::OpensAnotherStore,
        keys::KeyStatus::LacksDeliveries => KeyStatus::LacksDeliveries,
        keys::KeyStatus::Unrestricted => KeyStatus::Unrestricted,
        keys::KeyStatus::Refused => KeyStatus::Refused,
        keys::KeyStatus::Replaced => KeyStatus::Replaced,
        keys::KeyStatus::WrongInstance => KeyStatus::WrongInstance,
        keys::KeyStatus::RenewedElsewhere => KeyStatus::RenewedElsewhere,
        keys::KeyStatus::StoreGone => KeyStatus::StoreGone,
        keys::KeyStatus::Gone => KeyStatus::Gone,
        keys::KeyStatus::SecretMissing => KeyStatus::SecretMissing,
        keys::KeyStatus::NotChecked => KeyStatus::NotChecked,
    }
}

pub(crate) fn key_type(key_type: keys::KeyType) -> KeyType {
    match key_type {
        keys::KeyType::OAuth => KeyType::OAuth,
        keys::KeyType::ApiKey => KeyType::ApiKey,
    }
}

/// A row; `store` is the name shown, to which the marks refer.
pub(crate) fn key_row(
    rooms: &Context,
    key: &keys::Key,
    store: Option<String>,
    marks: Vec<Mark>,
) -> KeyRow {
    KeyRow {
        id: key.id.0,
        connection: key.connection.0,
        store,
        name: key
            .local_name
            .clone()
            .unwrap_or_else(|| key.app_name.clone()),
        key_type: key_type(key.key_type),
        identifier: key
            .identifier
            .as_ref()
            .map(|identifier| identifier.as_str().to_owned()),
        has_secret: key.is_secret_stored(),
        secret_held: rooms.is_held(key.id),
        status: status(key.status()),
        marks,
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

macro_rules! acts {
    ($($act:ident),* $(,)?) => {
        pub(crate) fn act(act: keys::Act) -> Act {
            match act {
                $(keys::Act::$act => Act::$act,)*
            }
        }

        pub(crate) fn read_act(act: Act) -> keys::Act {
            match act {
                $(Act::$act => keys::Act::$act,)*
            }
        }
    };
}

acts!(
    Created,
    SeenOnServer,
    CopiedSecret,
    CopiedIdentifier,
    CopiedBaseUrl,
    Revealed,
    Renewed,
    RenewedElsewhere,
    ReplacedElsewhere,
    RenamedElsewhere,
    GoneFromServer,
    BackOnServer,
    Checked,
    NoteChanged,
    LocalNameChanged,
    TookNewPair,
    Archived,
    Unarchived,
    SecretLost,
    SecretRescued,
);

pub(crate) fn read_key_type(key_type: KeyType) -> keys::KeyType {
    match key_type {
        KeyType::OAuth => keys::KeyType::OAuth,
        KeyType::ApiKey => keys::KeyType::ApiKey,
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
        new_stores: number(report.new_stores),
        gone_stores: number(report.gone_stores),
        secrets_stored: number(report.secrets_stored),
        secrets_waiting: number(report.secrets_waiting),
        taken: number(report.taken),
        found: number(report.found),
        never_done: number(report.never_done),
    }
}
