//! The text of a table, in whatever encoding it was saved.

use crate::Error;
use encoding_rs::{Encoding, WINDOWS_1252};
use zeroize::Zeroizing;

/// How files begin that people take for tables: spreadsheets of two kinds, PDF, `KeePass` databases,
/// and sealed files.
const OTHER_KINDS: [&[u8]; 5] = [
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"%PDF",
    b"\x03\xd9\xa2\x9a",
    b"age-encryption.org/",
];

/// As its byte order mark says; without one UTF-8, or else what Windows writes in the West.
pub(super) fn decode(bytes: &[u8]) -> Result<Zeroizing<String>, Error> {
    if OTHER_KINDS.iter().any(|start| bytes.starts_with(start)) {
        return Err(Error::NotOurs);
    }
    let text = match (Encoding::for_bom(bytes), str::from_utf8(bytes)) {
        (Some((encoding, length)), _) => encoding
            .decode_without_bom_handling(&bytes[length..])
            .0
            .into_owned(),
        (None, Ok(text)) => text.to_owned(),
        (None, Err(_)) => WINDOWS_1252
            .decode_without_bom_handling(bytes)
            .0
            .into_owned(),
    };
    Ok(Zeroizing::new(text))
}
