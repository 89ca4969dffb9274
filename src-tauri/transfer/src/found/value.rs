//! What a value looks like, and what is left of it once it is cleaned.

use keys::has_consumer_shape;
use zeroize::Zeroizing;

/// One line: without control and invisible characters, white space of every kind as one space.
pub(crate) fn clean(value: &str) -> Zeroizing<String> {
    // As long as the value at most, so that no shorter copy of a secret is left behind by growing.
    let mut cleaned = Zeroizing::new(String::with_capacity(value.len()));
    for c in value.chars().filter(|c| !is_invisible(*c)) {
        if !c.is_whitespace() {
            cleaned.push(c);
        } else if !cleaned.is_empty() && !cleaned.ends_with(' ') {
            cleaned.push(' ');
        }
    }
    let length = cleaned.trim_end().len();
    cleaned.truncate(length);
    cleaned
}

/// Several lines: as [`clean`], but line ends and spaces inside lines stay.
pub(crate) fn clean_text(value: &str) -> String {
    let text = value.replace("\r\n", "\n").replace('\r', "\n");
    let lines = text.split('\n').map(|line| {
        let line: String = line.chars().filter(|c| !is_invisible(*c)).collect();
        line.trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// Characters that copying from pages and spreadsheets brings along and nobody sees.
fn is_invisible(c: char) -> bool {
    let is_format = matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffd}'
    );
    is_format || (c.is_control() && !c.is_whitespace())
}

/// Whether it has the form of an Identifier: of a CoopCycle app (contract 5.1) or a consumer key.
pub(crate) fn is_identifier(value: &str) -> bool {
    (value.len() == 32 && is_hex(value)) || is_consumer_key(value)
}

/// Whether it has the form of a consumer key (contract 6.1 of sites).
pub(crate) fn is_consumer_key(value: &str) -> bool {
    has_consumer_shape(value, "ck_")
}

/// Whether it has the form of an `ak_` value (contract 5.1).
pub(crate) fn is_api_key(value: &str) -> bool {
    value
        .strip_prefix("ak_")
        .is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_alphanumeric()))
}

/// Whether it has the form of a Secret key, an `ak_` value or a consumer secret.
pub(crate) fn is_secret(value: &str) -> bool {
    (value.len() == 128 && is_hex(value)) || is_api_key(value) || has_consumer_shape(value, "cs_")
}

/// Whether it starts as addresses do.
pub(crate) fn is_address(value: &str) -> bool {
    let start = value.get(..8).unwrap_or(value).to_ascii_lowercase();
    (start.starts_with("https://") || start.starts_with("http://")) && !value.contains(' ')
}

/// Whether somebody looking over a shoulder should not see it: anything of the length and make of
/// a credential.
pub(crate) fn looks_private(value: &str) -> bool {
    let is_token = value.len() >= 20
        && value.chars().any(|c| c.is_ascii_digit())
        && value
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+/=_-.:".contains(c));
    let is_long_hex = value.len() >= 16 && is_hex(value);
    let is_host = value.contains('.') && !value.contains('_');
    is_secret(value) || is_long_hex || value.starts_with("ak_") || (is_token && !is_host)
}

fn is_hex(value: &str) -> bool {
    value.bytes().all(|byte| byte.is_ascii_hexdigit())
}
