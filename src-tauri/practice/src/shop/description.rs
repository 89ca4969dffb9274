//! How WordPress cleans a line of text before it is kept: no tags, single spaces, and a lone `<` as
//! entity.

use crate::page::escape;

/// A description as it is kept.
pub(crate) fn clean(text: &str) -> String {
    let mut rest = text;
    let mut plain = String::with_capacity(text.len());
    while let Some(at) = rest.find('<') {
        plain.push_str(&rest[..at]);
        let tag = &rest[at..];
        let end = tag[1..].find(['<', '>']).map(|end| end + 1);
        match end {
            Some(end) if tag[end..].starts_with('>') => rest = &tag[end + 1..],
            other => {
                let end = other.unwrap_or(tag.len());
                plain.push_str(&escape(&tag[..end]));
                rest = &tag[end..];
            }
        }
    }
    plain.push_str(rest);
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
