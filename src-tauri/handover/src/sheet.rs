//! Hand-over sheets: what a receiver needs to enter a key, without the Secret.

use std::fmt::Write as _;

use keys::{Identifier, KeyType, Permalinks, Permission, Platform, SheetLanguage};

use crate::example::{check_command, example};
use crate::outline::{API_KEY_FIELD, fields, may_do, offers_dates, outline};
use crate::text::Text;

/// What a sheet is made from. There is no place for a Secret in it.
#[derive(Clone, Debug)]
pub struct About {
    /// The Store's name; empty for a key without one.
    pub store_name: String,
    /// The App name on the server: what the plugin shows when it works. Of a consumer key, its
    /// description.
    pub app_name: String,
    /// The connection's name: the co-op, as the receiver knows it, or the site.
    pub connection_name: String,
    /// The server's or site's address, without a slash at its end.
    pub base_url: String,
    /// Pair, `ak_` value or consumer key.
    pub key_type: KeyType,
    /// The public half; `None` for `ak_` keys.
    pub identifier: Option<Identifier>,
    /// The check code; `None` while the secret is not at hand.
    pub check_code: Option<String>,
    /// The day, as `2026-11-22`.
    pub date: String,
    /// Who hands over.
    pub sender: String,
    /// Whether the Store has a time slot; `None` while that is unknown.
    pub has_time_slot: Option<bool>,
    /// What a consumer key may do; `None` while that is unknown, and for other keys.
    pub permission: Option<Permission>,
    /// Where the site's REST routes are; `None` while that is unknown, and for other keys.
    pub permalinks: Option<Permalinks>,
}

/// A value on a sheet, under the receiver's own name for its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetValue {
    /// The receiver's name of the field.
    pub label: String,
    /// Our name of it, where it is another.
    pub also: Option<String>,
    /// The value; `None` for the Secret, which comes another way.
    pub value: Option<String>,
    /// What stands in place of the Secret.
    pub instead: Option<String>,
}

/// A hand-over sheet. It never holds the Secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its language.
    pub language: SheetLanguage,
    /// Its title.
    pub title: String,
    /// What this is, in two sentences.
    pub lead: String,
    /// Heading of the values.
    pub values_heading: String,
    /// The values.
    pub values: Vec<SheetValue>,
    /// Heading of the steps.
    pub steps_heading: String,
    /// What to do, one after the other.
    pub steps: Vec<String>,
    /// An example to run or to build on, with a place for the Secret.
    pub code: Option<String>,
    /// Heading of the check code.
    pub check_heading: String,
    /// What the check code is for and how the receiver computes it.
    pub check_text: String,
    /// The check code; `None` when the secret is not at hand.
    pub check_code: Option<String>,
    /// Heading of the notes.
    pub notes_heading: String,
    /// What helps when it does not work.
    pub notes: Vec<String>,
    /// Date and sender.
    pub footer: String,
    subject: String,
}

/// The sheet about that key, for that platform, in that language.
pub fn sheet(about: &About, platform: Platform, language: SheetLanguage) -> Sheet {
    let text = Text::of(language);
    let names = fields(platform, about.key_type);
    let identifier = about.identifier.as_ref().map_or("", Identifier::as_str);
    let pair = about.identifier.as_ref().map(Identifier::as_str);
    let command = check_command(pair);
    let date = day(&text, &about.date);
    let values = [
        ("store", store(about)),
        ("app", about.app_name.as_str()),
        ("coop", about.connection_name.as_str()),
        ("base", about.base_url.as_str()),
        ("sender", about.sender.as_str()),
        ("date", date.as_str()),
        ("command", command.as_str()),
        ("identifier", names.identifier),
        ("secret", names.secret),
    ];
    let say = |id: &str| text.say(id, &values);
    let is_consumer = about.key_type == KeyType::Consumer;
    let outline = outline(platform, about.key_type, about.permission);
    let mut notes: Vec<String> = outline.notes.iter().map(|id| say(id)).collect();
    if is_consumer {
        notes.push(say(match about.permalinks {
            Some(Permalinks::Plain) => "consumer-note-plain",
            Some(Permalinks::Pretty) | None => "consumer-note-page",
        }));
    }
    if offers_dates(platform, about.key_type) {
        notes.push(say(match about.has_time_slot {
            Some(false) => "note-no-time-slot",
            Some(true) | None => "note-time-slot",
        }));
    }
    let (title, subject, footer) = if is_consumer {
        ("consumer-title", "consumer-subject", "consumer-footer")
    } else {
        ("sheet-title", "sheet-subject", "sheet-footer")
    };
    let mut lead = vec![say(outline.lead)];
    lead.extend(may_do(about.permission).filter(|_| is_consumer).map(say));
    lead.push(say("secret-apart"));
    Sheet {
        language,
        title: say(title),
        lead: lead.join(" "),
        values_heading: say("values-heading"),
        values: sheet_values(about, platform, identifier, &text),
        steps_heading: say("steps-heading"),
        steps: outline.steps.iter().map(|id| say(id)).collect(),
        code: example(
            platform,
            about.key_type,
            &about.base_url,
            identifier,
            about.permission,
        ),
        check_heading: say("check-heading"),
        check_text: say(match about.key_type {
            KeyType::OAuth | KeyType::Consumer => "check-text",
            KeyType::ApiKey => "check-text-api-key",
        }),
        check_code: about.check_code.clone(),
        notes_heading: say("notes-heading"),
        notes,
        footer: say(footer),
        subject: say(subject),
    }
}

/// What the receiver knows the key by.
fn store(about: &About) -> &str {
    if about.store_name.trim().is_empty() {
        &about.app_name
    } else {
        &about.store_name
    }
}

/// A day in the language's own order of figures; anything else than a day stays as it is.
fn day(text: &Text, date: &str) -> String {
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts[..] else {
        return date.to_owned();
    };
    text.say("date", &[("year", year), ("month", month), ("day", day)])
}

fn sheet_values(
    about: &About,
    platform: Platform,
    identifier: &str,
    text: &Text,
) -> Vec<SheetValue> {
    let names = fields(platform, about.key_type);
    let shown = |label: &str, also: Option<String>, value: &str| SheetValue {
        label: label.to_owned(),
        also,
        value: Some(value.to_owned()),
        instead: None,
    };
    let hidden = |label: &str, also: Option<String>| SheetValue {
        label: label.to_owned(),
        also,
        value: None,
        instead: Some(text.say("instead", &[])),
    };
    match about.key_type {
        KeyType::OAuth => vec![
            shown(names.base_url, None, &about.base_url),
            shown(
                names.identifier,
                Some(text.say("term-identifier", &[])),
                identifier,
            ),
            hidden(names.secret, Some(text.say("term-secret", &[]))),
        ],
        KeyType::ApiKey => vec![
            shown("Base URL", None, &about.base_url),
            hidden(API_KEY_FIELD, Some(text.say("term-api-key", &[]))),
        ],
        KeyType::Consumer => {
            // The site's own screens are translated, other software's fields are not.
            let also = |id: &str, label: &str| Some(text.say(id, &[])).filter(|word| word != label);
            vec![
                shown(
                    names.base_url,
                    also("term-site-url", names.base_url),
                    &about.base_url,
                ),
                shown(
                    names.identifier,
                    also("term-consumer-key", names.identifier),
                    identifier,
                ),
                hidden(names.secret, also("term-consumer-secret", names.secret)),
            ]
        }
    }
}

impl Sheet {
    /// The line for the subject of a mail.
    pub fn subject(&self) -> String {
        self.subject.clone()
    }

    /// The whole sheet as plain text, for a mail or the clipboard.
    pub fn to_text(&self) -> String {
        let mut page = String::new();
        self.write_opening(&mut page, &self.lead);
        for value in &self.values {
            let shown = value.value.as_deref().or(value.instead.as_deref());
            write_line(
                &mut page,
                &format!("  {}: {}", value.name(), shown.unwrap_or_default()),
            );
        }
        self.write_rest(&mut page);
        page
    }

    /// Title, lead and the heading of the values.
    pub(crate) fn write_opening(&self, page: &mut String, lead: &str) {
        write_line(page, &self.title);
        write_line(page, "");
        write_line(page, lead);
        write_heading(page, &self.values_heading);
    }

    /// All that follows the values.
    pub(crate) fn write_rest(&self, page: &mut String) {
        write_heading(page, &self.steps_heading);
        for (place, step) in self.steps.iter().enumerate() {
            write_line(page, &format!("{}. {step}", place + 1));
        }
        if let Some(code) = &self.code {
            write_line(page, "");
            write_line(page, code);
        }
        match &self.check_code {
            Some(code) => write_heading(page, &format!("{} {code}", self.check_heading)),
            None => write_heading(page, &self.check_heading),
        }
        write_line(page, &self.check_text);
        write_heading(page, &self.notes_heading);
        for note in &self.notes {
            write_line(page, &format!("- {note}"));
        }
        write_line(page, "");
        write_line(page, &self.footer);
    }
}

impl SheetValue {
    /// The receiver's word with ours beside it.
    pub(crate) fn name(&self) -> String {
        match &self.also {
            Some(also) => format!("{} ({also})", self.label),
            None => self.label.clone(),
        }
    }
}

fn write_line(page: &mut String, line: &str) {
    writeln!(page, "{line}").expect("text in memory takes everything");
}

fn write_heading(page: &mut String, heading: &str) {
    write_line(page, "");
    write_line(page, heading);
}

#[cfg(test)]
mod tests;
