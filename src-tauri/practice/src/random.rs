//! Unguessable values: identifiers, secrets, session names.

use std::fmt::Write;

/// As many random bytes as asked for, in lower-case hex.
pub(crate) fn hex(bytes: usize) -> String {
    let mut buffer = vec![0; bytes];
    getrandom::fill(&mut buffer).expect("every supported system gives random bytes");
    to_hex(&buffer)
}

/// Bytes in lower-case hex.
pub(crate) fn to_hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        write!(text, "{byte:02x}").expect("writing to a String never fails");
    }
    text
}

/// Six digits, the first of them not 0, as the server mails them.
pub(crate) fn code() -> String {
    let number = getrandom::u32().expect("every supported system gives random bytes");
    (100_000 + number % 900_000).to_string()
}
