//! Folding: how text is compared when accents and case do not matter.

use unicode_normalization::char::{canonical_combining_class, decompose_compatible};

/// The text folded as a whole.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Appends the folded text.
pub(crate) fn fold_into(text: &str, folded: &mut String) {
    for c in text.chars() {
        fold_char(c, |c| folded.push(c));
    }
}

/// The words of a query, folded. Each must occur somewhere.
pub(crate) fn words(query: &str) -> Vec<String> {
    let mut words: Vec<String> = fold(query).split_whitespace().map(str::to_owned).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Gives what one character is folded to: none, one or several characters. White space of every
/// kind becomes a space, so that no folded text holds a line end.
pub(crate) fn fold_char(c: char, mut push: impl FnMut(char)) {
    if c.is_ascii() {
        push(if c.is_ascii_whitespace() || c.is_ascii_control() {
            ' '
        } else {
            c.to_ascii_lowercase()
        });
        return;
    }
    decompose_compatible(c, |part| {
        if part.is_whitespace() || part.is_control() {
            push(' ');
        } else if !is_ignored(part) {
            part.to_lowercase()
                .for_each(|part| push_lower(part, &mut push));
        }
    });
}

fn push_lower(c: char, push: &mut impl FnMut(char)) {
    let plain = match c {
        'ß' => "ss",
        'œ' => "oe",
        'æ' => "ae",
        'þ' => "th",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ς' => "σ",
        c if is_ignored(c) => "",
        c => return push(c),
    };
    plain.chars().for_each(push);
}

fn is_ignored(c: char) -> bool {
    // Classes 0 and 6 to 9 hold signs that make another letter: Indic vowels and viramas,
    // Japanese voicing. The rest are accents, points and vowel marks that people leave out.
    if matches!(canonical_combining_class(c), 1 | 10..) {
        return true;
    }
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{640}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests;
