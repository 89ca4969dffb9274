//! Causes and diagnoses, to the page and back.

use super::number;
use super::words::{diagnosis_step, entered_field, fix, read_entered_field, step_outcome};
use contract::{Cause, DiagnosedStep, FoundCause, PluginMessage};

macro_rules! plain_causes {
    ($($plain:ident),* $(,)?) => {
        pub(crate) fn cause(cause: &keys::Cause) -> Cause {
            use keys::Cause as C;
            match cause {
                $(C::$plain => Cause::$plain,)*
                C::WhiteSpace(field) => Cause::WhiteSpace { field: entered_field(*field) },
                C::Empty(field) => Cause::Empty { field: entered_field(*field) },
                C::WrongLength { field, found, expected } => Cause::WrongLength {
                    field: entered_field(*field),
                    found: number(*found),
                    expected: number(*expected),
                },
                C::Redirected { to } => Cause::Redirected { to: to.clone() },
                C::OtherInstance { belongs_to } => Cause::OtherInstance {
                    belongs_to: belongs_to.clone(),
                },
                C::OpensAnotherStore { store } => Cause::OpensAnotherStore {
                    store: store.clone(),
                },
                C::ServerDown { status } => Cause::ServerDown { status: *status },
            }
        }

        pub(crate) fn read_cause(cause: Cause) -> keys::Cause {
            use keys::Cause as C;
            match cause {
                $(Cause::$plain => C::$plain,)*
                Cause::WhiteSpace { field } => C::WhiteSpace(read_entered_field(field)),
                Cause::Empty { field } => C::Empty(read_entered_field(field)),
                Cause::WrongLength { field, found, expected } => C::WrongLength {
                    field: read_entered_field(field),
                    found: found as usize,
                    expected: expected as usize,
                },
                Cause::Redirected { to } => C::Redirected { to },
                Cause::OtherInstance { belongs_to } => C::OtherInstance { belongs_to },
                Cause::OpensAnotherStore { store } => C::OpensAnotherStore { store },
                Cause::ServerDown { status } => C::ServerDown { status },
            }
        }
    };
}

plain_causes!(
    HalvesSwapped,
    BaseUrlSlash,
    BaseUrlPath,
    BaseUrlHttp,
    BaseUrlWww,
    BaseUrlNoAddress,
    Certificate,
    UnknownAddress,
    NotCoopCycle,
    LacksDeliveries,
    ApiKeyInstead,
    Renewed,
    Replaced,
    SecretDiffers,
    UnknownIdentifier,
    Refused,
    Maintenance,
    Unreachable,
    NoTimeSlot,
    Unrestricted,
    SitePlainHttp,
    PlainPermalinks,
    HeaderStripped,
    HttpsHidden,
    HeaderOrHttps,
    Revoked,
    NotRecognised,
    OwnerLacksRight,
    OwnerGone,
    LacksRead,
    LacksWrite,
    NotWooCommerce,
    RestClosed,
    NothingWrong,
);

pub(crate) fn causes(diagnosis: &keys::Diagnosis) -> Vec<FoundCause> {
    let found = diagnosis.causes.iter();
    found
        .map(|(found, mend)| FoundCause {
            cause: cause(found),
            fix: mend.map(fix),
        })
        .collect()
}

pub(crate) fn steps(diagnosis: &keys::Diagnosis) -> Vec<DiagnosedStep> {
    let steps = diagnosis.steps.iter();
    steps
        .map(|(step, outcome)| DiagnosedStep {
            step: diagnosis_step(*step),
            outcome: step_outcome(*outcome),
        })
        .collect()
}

pub(crate) fn plugin(message: &keys::PluginMessage) -> PluginMessage {
    match message {
        keys::PluginMessage::NotCompatible => PluginMessage::NotCompatible,
        keys::PluginMessage::CredentialsNotValid => PluginMessage::CredentialsNotValid,
        keys::PluginMessage::Broken => PluginMessage::Broken,
        keys::PluginMessage::Connected(app) => PluginMessage::Connected { app: app.clone() },
        keys::PluginMessage::Silent => PluginMessage::Silent,
    }
}
