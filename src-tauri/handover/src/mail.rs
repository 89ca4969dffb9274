//! Addresses that open the system's mail program with a draft.

use std::fmt::Write as _;

use crate::Error;

/// A `mailto:` address with subject and body.
pub fn mailto(to: &str, subject: &str, body: &str) -> Result<String, Error> {
    if to.chars().any(char::is_control) {
        return Err(Error::BrokenAddress);
    }
    let mut address = String::from("mailto:");
    encode(&mut address, to.trim(), "@");
    address.push_str("?subject=");
    // A subject is one line; what follows a line break would become a header of its own.
    let subject: Vec<&str> = subject
        .split(|letter: char| letter.is_control())
        .filter(|part| !part.is_empty())
        .collect();
    encode(&mut address, &subject.join(" "), "");
    address.push_str("&body=");
    for (place, line) in body.lines().enumerate() {
        if place > 0 {
            address.push_str("%0D%0A");
        }
        encode(&mut address, line, "");
    }
    Ok(address)
}

/// Everything is encoded but what no mail program could misread.
fn encode(address: &mut String, text: &str, kept: &str) {
    for byte in text.bytes() {
        let letter = char::from(byte);
        if letter.is_ascii_alphanumeric() || "-._~".contains(letter) || kept.contains(letter) {
            address.push(letter);
        } else {
            write!(address, "%{byte:02X}").expect("text in memory takes everything");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::mailto;
    use crate::Error;

    #[test]
    fn everything_special_is_encoded() {
        assert_eq!(
            mailto(
                "dev+shop@shop.example",
                "Key & more?",
                "a = 1\nb é\r\n\n«x»"
            )
            .expect("made"),
            "mailto:dev%2Bshop@shop.example?subject=Key%20%26%20more%3F\
             &body=a%20%3D%201%0D%0Ab%20%C3%A9%0D%0A%0D%0A%C2%ABx%C2%BB"
        );
    }

    #[test]
    fn an_address_brings_no_header_of_its_own() {
        for to in [
            "dev@shop.example\nBcc: x@shop.example",
            "dev@shop.example\r",
            "a\0",
        ] {
            assert_eq!(mailto(to, "s", "b"), Err(Error::BrokenAddress), "{to:?}");
        }
        let sly = mailto("dev@shop.example?bcc=x@shop.example&x=", "s", "b").expect("made");
        assert_eq!(sly.matches('?').count(), 1);
        assert_eq!(sly.matches('&').count(), 1);
    }

    #[test]
    fn a_subject_stays_one_line() {
        let address = mailto("", "Key\r\nBcc: x@shop.example", "b").expect("made");
        assert_eq!(
            address,
            "mailto:?subject=Key%20Bcc%3A%20x%40shop.example&body=b"
        );
    }
}
