//! Letters to a web developer: what is wrong with what was entered, and what to do about it.

use keys::{Cause, EnteredField, Identifier, SheetLanguage};

use crate::text::Text;

/// What a letter is about. There is no place for a Secret in it.
#[derive(Clone, Debug)]
pub struct Letter {
    /// What is wrong, most likely first.
    pub causes: Vec<Cause>,
    /// The base URL to enter, when it is known.
    pub base_url: Option<String>,
    /// The Store's name; empty when it is not known.
    pub store_name: String,
    /// The Identifier to enter, when it is known.
    pub identifier: Option<Identifier>,
}

/// The letter in that language.
pub fn letter(letter: &Letter, language: SheetLanguage) -> String {
    let text = Text::of(language);
    let store = letter.store_name.trim();
    let mut paragraphs = vec![text.say("letter-greeting", &[])];
    paragraphs.push(if store.is_empty() {
        text.say("letter-intro", &[])
    } else {
        text.say("letter-intro-store", &[("store", store)])
    });
    for cause in &letter.causes {
        paragraphs.push(paragraph(&text, cause));
    }
    if letter.causes.iter().any(is_entered_anew) {
        paragraphs.push(values(&text, letter));
        paragraphs.push(text.say("letter-next", &[]));
    }
    paragraphs.push(text.say("letter-closing", &[]));
    paragraphs.join("\n\n") + "\n"
}

/// What to enter, one value a line.
fn values(text: &Text, letter: &Letter) -> String {
    let mut lines = vec![text.say("letter-enter", &[])];
    if let Some(base_url) = &letter.base_url {
        lines.push(format!(
            "  {}: {base_url}",
            field_name(EnteredField::BaseUrl)
        ));
    }
    if let Some(identifier) = &letter.identifier {
        let name = field_name(EnteredField::Identifier);
        lines.push(format!("  {name}: {identifier}"));
    }
    let name = field_name(EnteredField::Secret);
    lines.push(format!("  {name}: {}", text.say("instead", &[])));
    lines.join("\n")
}

/// What the plugin calls the field, in every language.
fn field_name(field: EnteredField) -> &'static str {
    match field {
        EnteredField::BaseUrl => "Base URL",
        EnteredField::Identifier => "API Key",
        EnteredField::Secret => "API Secret",
    }
}

/// Whether the developer mends it by entering values, rather than the co-op on its side.
fn is_entered_anew(cause: &Cause) -> bool {
    match cause {
        Cause::WhiteSpace(_)
        | Cause::Empty(_)
        | Cause::HalvesSwapped
        | Cause::WrongLength { .. }
        | Cause::BaseUrlSlash
        | Cause::BaseUrlPath
        | Cause::BaseUrlHttp
        | Cause::BaseUrlWww
        | Cause::BaseUrlNoAddress
        | Cause::Redirected { .. }
        | Cause::OtherInstance { .. }
        | Cause::UnknownAddress
        | Cause::NotCoopCycle
        | Cause::ApiKeyInstead
        | Cause::OpensAnotherStore { .. }
        | Cause::Renewed
        | Cause::Replaced
        | Cause::SecretDiffers
        | Cause::UnknownIdentifier
        | Cause::Refused => true,
        Cause::Certificate
        | Cause::LacksDeliveries
        | Cause::Maintenance
        | Cause::ServerDown { .. }
        | Cause::Unreachable
        | Cause::NoTimeSlot
        | Cause::Unrestricted
        | Cause::NothingWrong => false,
    }
}

/// What is wrong and what mends it.
fn paragraph(text: &Text, cause: &Cause) -> String {
    let of_field = |id: &str, field: &EnteredField| text.say(id, &[("field", field_name(*field))]);
    let plain = |id: &str| text.say(id, &[]);
    match cause {
        Cause::WhiteSpace(field) => of_field("cause-white-space", field),
        Cause::Empty(field) => of_field("cause-empty", field),
        Cause::HalvesSwapped => plain("cause-halves-swapped"),
        Cause::WrongLength {
            field,
            found,
            expected,
        } => text.say(
            "cause-wrong-length",
            &[
                ("field", field_name(*field)),
                ("found", &found.to_string()),
                ("expected", &expected.to_string()),
            ],
        ),
        Cause::BaseUrlSlash => plain("cause-base-url-slash"),
        Cause::BaseUrlPath => plain("cause-base-url-path"),
        Cause::BaseUrlHttp => plain("cause-base-url-http"),
        Cause::BaseUrlWww => plain("cause-base-url-www"),
        Cause::BaseUrlNoAddress => plain("cause-base-url-no-address"),
        Cause::Redirected { to } => text.say("cause-redirected", &[("to", to)]),
        Cause::Certificate => plain("cause-certificate"),
        Cause::OtherInstance { belongs_to } => {
            text.say("cause-other-instance", &[("address", belongs_to)])
        }
        Cause::UnknownAddress => plain("cause-unknown-address"),
        Cause::NotCoopCycle => plain("cause-not-coopcycle"),
        Cause::LacksDeliveries => plain("cause-lacks-deliveries"),
        Cause::ApiKeyInstead => plain("cause-api-key-instead"),
        Cause::OpensAnotherStore { store } => {
            text.say("cause-opens-another-store", &[("other", store)])
        }
        Cause::Renewed => plain("cause-renewed"),
        Cause::Replaced => plain("cause-replaced"),
        Cause::SecretDiffers => plain("cause-secret-differs"),
        Cause::UnknownIdentifier => plain("cause-unknown-identifier"),
        Cause::Refused => plain("cause-refused"),
        Cause::Maintenance => plain("cause-maintenance"),
        Cause::ServerDown {
            status: Some(status),
        } => text.say(
            "cause-server-down-status",
            &[("status", &status.to_string())],
        ),
        Cause::ServerDown { status: None } => plain("cause-server-down"),
        Cause::Unreachable => plain("cause-unreachable"),
        Cause::NoTimeSlot => plain("cause-no-time-slot"),
        Cause::Unrestricted => plain("cause-unrestricted"),
        Cause::NothingWrong => plain("cause-nothing-wrong"),
    }
}

#[cfg(test)]
mod tests;
