//! Telling want of room from other failures, by what the system says about it.

/// What systems say when there is no room. No keychain has a code of its own for it on the bus:
/// GNOME Keyring passes on the words of PKCS #11 or of the file system, in the language of the
/// session, so that a translated one stays a plain failure. Windows says its numbers: disk full
/// (112, 39), quota (1816, 1295).
const WORDS: [&str; 9] = [
    "no space left on device",
    "disk quota exceeded",
    "disk full",
    "not enough memory available on the device",
    "not enough space",
    "windows error code 112",
    "windows error code 39",
    "windows error code 1816",
    "windows error code 1295",
];

/// Whether that is what a system says when there is no room.
pub(crate) fn is_shortage(said: &str) -> bool {
    let said = said.to_lowercase();
    WORDS.iter().any(|words| {
        said.match_indices(words).any(|(at, _)| {
            // A longer number is another one.
            let next = said[at + words.len()..].chars().next();
            !next.is_some_and(|next| next.is_ascii_digit())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::is_shortage;

    #[test]
    fn want_of_room_is_told_from_other_failures() {
        for said in [
            "Couldn't write to file: No space left on device",
            "org.freedesktop.DBus.Error.Failed: Not enough memory available on the device",
            "Windows error code 112",
            "Disk quota exceeded (os error 122)",
        ] {
            assert!(is_shortage(said), "{said}");
        }
        for said in [
            "",
            "Windows error code 1120",
            "Windows error code 5",
            "The operation failed",
        ] {
            assert!(!is_shortage(said), "{said}");
        }
    }
}
