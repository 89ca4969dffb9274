//! The sentence about each cause, and whether entering values anew mends it.

use keys::{Cause, EnteredField, KeyType};

use crate::outline::Fields;
use crate::text::Text;

/// Whether the developer mends it by entering values, rather than the co-op on its side.
pub(super) fn is_entered_anew(cause: &Cause) -> bool {
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
        | Cause::Refused
        | Cause::NotRecognised
        | Cause::NotWooCommerce => true,
        Cause::Certificate
        | Cause::LacksDeliveries
        | Cause::Maintenance
        | Cause::ServerDown { .. }
        | Cause::Unreachable
        | Cause::NoTimeSlot
        | Cause::Unrestricted
        | Cause::SitePlainHttp
        | Cause::PlainPermalinks
        | Cause::HeaderStripped
        | Cause::HttpsHidden
        | Cause::HeaderOrHttps
        | Cause::Revoked
        | Cause::OwnerLacksRight
        | Cause::OwnerGone
        | Cause::LacksRead
        | Cause::LacksWrite
        | Cause::RestClosed
        | Cause::NothingWrong => false,
    }
}

/// What is wrong and what mends it, with the names of the fields it is about.
pub(super) fn sentence(text: &Text, cause: &Cause, key_type: KeyType, names: &Fields) -> String {
    let with = |id: &str, more: &[(&'static str, &str)]| {
        let mut values = vec![
            ("url", names.base_url),
            ("identifier", names.identifier),
            ("secret", names.secret),
        ];
        values.extend_from_slice(more);
        text.say(id, &values)
    };
    let of_field = |id: &str, field: &EnteredField| with(id, &[("field", name_of(*field, names))]);
    let plain = |id: &str| with(id, &[]);
    // A co-op mends its server itself; a site is the reader's to mend.
    let is_site = key_type == KeyType::Consumer;
    match cause {
        Cause::WhiteSpace(field) => of_field("cause-white-space", field),
        Cause::Empty(field) => of_field("cause-empty", field),
        Cause::HalvesSwapped if is_site => plain("site-halves-swapped"),
        Cause::HalvesSwapped => plain("cause-halves-swapped"),
        Cause::WrongLength {
            field,
            found,
            expected,
        } => with(
            "cause-wrong-length",
            &[
                ("field", name_of(*field, names)),
                ("found", &found.to_string()),
                ("expected", &expected.to_string()),
            ],
        ),
        Cause::BaseUrlSlash => plain("cause-base-url-slash"),
        Cause::BaseUrlPath if is_site => plain("site-url-path"),
        Cause::BaseUrlPath => plain("cause-base-url-path"),
        Cause::BaseUrlHttp => plain("cause-base-url-http"),
        Cause::BaseUrlWww => plain("cause-base-url-www"),
        Cause::BaseUrlNoAddress => plain("cause-base-url-no-address"),
        Cause::Redirected { to } => with("cause-redirected", &[("to", to)]),
        Cause::Certificate if is_site => plain("site-certificate"),
        Cause::Certificate => plain("cause-certificate"),
        Cause::OtherInstance { belongs_to } => {
            with("cause-other-instance", &[("address", belongs_to)])
        }
        Cause::UnknownAddress => plain("cause-unknown-address"),
        Cause::NotCoopCycle => plain("cause-not-coopcycle"),
        Cause::LacksDeliveries => plain("cause-lacks-deliveries"),
        Cause::ApiKeyInstead => plain("cause-api-key-instead"),
        Cause::OpensAnotherStore { store } => {
            with("cause-opens-another-store", &[("other", store)])
        }
        Cause::Renewed => plain("cause-renewed"),
        Cause::Replaced => plain("cause-replaced"),
        Cause::SecretDiffers => plain("cause-secret-differs"),
        Cause::UnknownIdentifier => plain("cause-unknown-identifier"),
        Cause::Refused => plain("cause-refused"),
        Cause::Maintenance => plain("cause-maintenance"),
        Cause::ServerDown {
            status: Some(status),
        } => with(
            if is_site {
                "site-server-down-status"
            } else {
                "cause-server-down-status"
            },
            &[("status", &status.to_string())],
        ),
        Cause::ServerDown { status: None } if is_site => plain("site-server-down"),
        Cause::ServerDown { status: None } => plain("cause-server-down"),
        Cause::Unreachable if is_site => plain("site-unreachable"),
        Cause::Unreachable => plain("cause-unreachable"),
        Cause::NoTimeSlot => plain("cause-no-time-slot"),
        Cause::Unrestricted => plain("cause-unrestricted"),
        Cause::SitePlainHttp => plain("site-plain-http"),
        Cause::PlainPermalinks => plain("site-plain-permalinks"),
        Cause::HeaderStripped => plain("site-header-stripped"),
        Cause::HttpsHidden => plain("site-https-hidden"),
        Cause::HeaderOrHttps => plain("site-header-or-https"),
        Cause::Revoked => plain("site-revoked"),
        Cause::NotRecognised => plain("site-not-recognised"),
        Cause::OwnerLacksRight => plain("site-owner-lacks-right"),
        Cause::OwnerGone => plain("site-owner-gone"),
        Cause::LacksRead => plain("site-lacks-read"),
        Cause::LacksWrite => plain("site-lacks-write"),
        Cause::NotWooCommerce => plain("site-not-woocommerce"),
        Cause::RestClosed => plain("site-rest-closed"),
        Cause::NothingWrong if is_site => plain("site-nothing-wrong"),
        Cause::NothingWrong => plain("cause-nothing-wrong"),
    }
}

fn name_of(field: EnteredField, names: &Fields) -> &'static str {
    match field {
        EnteredField::BaseUrl => names.base_url,
        EnteredField::Identifier => names.identifier,
        EnteredField::Secret => names.secret,
    }
}
