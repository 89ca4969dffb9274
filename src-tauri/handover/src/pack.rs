//! Sealed packs: the text inside, sheet and values together, and the note that goes with the file.

use keys::{Identifier, Secret, SheetLanguage};
use zeroize::Zeroizing;

use crate::sheet::{Sheet, SheetValue};
use crate::text::Text;

/// The text to seal: the sheet, with every value on a line of its own. It holds the Secret and is
/// for the sealing alone.
pub fn pack(
    sheet: &Sheet,
    base_url: &str,
    identifier: Option<&Identifier>,
    secret: &Secret,
) -> Zeroizing<String> {
    let text = Text::of(sheet.language);
    let mut rest = String::new();
    sheet.write_rest(&mut rest);
    let apart = text.say("secret-apart", &[]);
    let lead = sheet.lead.strip_suffix(&apart).unwrap_or(&sheet.lead);
    let lead = format!("{}{}", lead, text.say("pack-lead", &[]));
    let mut opening = String::new();
    sheet.write_opening(&mut opening, &lead);

    let names: Vec<String> = sheet.values.iter().map(SheetValue::name).collect();
    let length = opening.len()
        + rest.len()
        + names.iter().map(String::len).sum::<usize>()
        + base_url.len()
        + identifier.map_or(0, |identifier| identifier.as_str().len())
        + secret.expose().len()
        + 16 * names.len();
    // Made large enough at once: a text that grows leaves copies of itself in memory.
    let mut page = Zeroizing::new(String::with_capacity(length));
    page.push_str(&opening);
    let mut values = [
        Some(base_url),
        identifier.map(Identifier::as_str),
        Some(secret.expose()),
    ]
    .into_iter()
    .flatten();
    for name in &names {
        page.push_str("  ");
        page.push_str(name);
        page.push_str(":\n");
        page.push_str(values.next().unwrap_or_default());
        page.push('\n');
    }
    page.push_str(&rest);
    page
}

/// What the mail around the file says: how it opens, and that the words come by another channel.
pub fn pack_note(language: SheetLanguage, file_name: &str) -> String {
    // In quotes for the shell; file names come from Store names.
    let quoted = format!("'{}'", file_name.replace('\'', r"'\''"));
    Text::of(language).say("pack-note", &[("file", file_name), ("quoted", &quoted)])
}

#[cfg(test)]
mod tests;
