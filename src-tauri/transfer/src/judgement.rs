//! What would become of a key of a file beside the one that is here. Nothing is ever overwritten
//! by a verdict: where both sides hold something and it differs, a person chooses.

use crate::{FoundKey, ParcelKey};
use keys::{Identifier, Key, KeyType, Secret, ending_of};

/// The key that is here.
#[derive(Clone, Copy, Debug)]
pub struct Ours<'a> {
    /// Its record.
    pub key: &'a Key,
    /// Whether both secrets are the same; `None` when either side has none.
    pub same_secret: Option<bool>,
    /// Whether its secret is here.
    pub has_secret: bool,
}

/// The key in the file.
#[derive(Clone, Copy, Debug)]
pub struct Theirs<'a> {
    /// The public half.
    pub identifier: Option<&'a str>,
    /// Its secret.
    pub secret: Option<&'a Secret>,
    /// The server's number of the app, which only a parcel knows.
    pub server_id: Option<i64>,
    /// The local name, which only a parcel knows.
    pub local_name: Option<&'a str>,
    /// Free text.
    pub note: &'a str,
    /// Whether it is archived; `None` when the file cannot tell.
    pub archived: Option<bool>,
}

impl<'a> From<&'a FoundKey> for Theirs<'a> {
    fn from(found: &'a FoundKey) -> Self {
        Self {
            identifier: found.identifier.as_deref(),
            secret: found.secret.as_ref(),
            server_id: None,
            local_name: None,
            note: &found.note,
            archived: None,
        }
    }
}

impl<'a> From<&'a ParcelKey> for Theirs<'a> {
    fn from(key: &'a ParcelKey) -> Self {
        Self {
            identifier: key.identifier.as_deref(),
            secret: key.secret.as_ref(),
            server_id: key.server_id,
            local_name: key.local_name.as_deref(),
            note: &key.note,
            archived: Some(key.archived),
        }
    }
}

/// What would become of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is not here yet.
    New,
    /// It is here, and what is missing here is in the file.
    Completes,
    /// It is here just so.
    Same,
    /// It is here otherwise: the person chooses.
    Differs,
}

/// A part of a key that both sides may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyField {
    /// The local name.
    LocalName,
    /// The note.
    Note,
    /// The Identifier.
    Identifier,
    /// The secret.
    Secret,
    /// Whether it is archived.
    Archived,
}

/// A verdict and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// What would become of it.
    pub verdict: Verdict,
    /// What is missing here and in the file. Taking it replaces nothing.
    pub completes: Vec<KeyField>,
    /// What is both here and in the file, and not the same.
    pub differs: Vec<KeyField>,
}

/// Judges a key of a file beside the one that is here, if it is.
pub fn judge<'a>(ours: Option<&Ours<'_>>, theirs: impl Into<Theirs<'a>>) -> Judgement {
    let Some(ours) = ours else {
        return Judgement {
            verdict: Verdict::New,
            completes: Vec::new(),
            differs: Vec::new(),
        };
    };
    let theirs = theirs.into();
    let (mut completes, mut differs) = (Vec::new(), Vec::new());
    for (field, finding) in [
        (KeyField::LocalName, local_name(ours.key, &theirs)),
        (KeyField::Note, note(ours.key, &theirs)),
        (KeyField::Identifier, identifier(ours.key, &theirs)),
        (KeyField::Secret, secret(ours, &theirs)),
        (KeyField::Archived, archived(ours.key, &theirs)),
    ] {
        match finding {
            Finding::Alike => {}
            Finding::Missing => completes.push(field),
            Finding::Other => differs.push(field),
        }
    }
    let verdict = match (completes.is_empty(), differs.is_empty()) {
        (_, false) => Verdict::Differs,
        (false, true) => Verdict::Completes,
        (true, true) => Verdict::Same,
    };
    Judgement {
        verdict,
        completes,
        differs,
    }
}

enum Finding {
    Alike,
    /// We lack it.
    Missing,
    Other,
}

/// Compares texts; what the file lacks changes nothing here.
fn compare(ours: &str, theirs: &str) -> Finding {
    match (ours.trim(), theirs.trim()) {
        (_, "") => Finding::Alike,
        ("", _) => Finding::Missing,
        (ours, theirs) if ours == theirs => Finding::Alike,
        _ => Finding::Other,
    }
}

fn local_name(ours: &Key, theirs: &Theirs<'_>) -> Finding {
    let name = theirs.local_name.unwrap_or_default();
    match &ours.local_name {
        // Without a local name the App name is shown: the same word adds nothing.
        None if name.trim() == ours.app_name.trim() => Finding::Alike,
        shown => compare(shown.as_deref().unwrap_or_default(), name),
    }
}

fn note(ours: &Key, theirs: &Theirs<'_>) -> Finding {
    let lines = |text: &str| text.replace("\r\n", "\n");
    compare(&lines(&ours.note), &lines(theirs.note))
}

fn identifier(ours: &Key, theirs: &Theirs<'_>) -> Finding {
    if ours.key_type == KeyType::ApiKey {
        return Finding::Alike;
    }
    let own = ours.identifier.as_ref().map_or("", Identifier::as_str);
    let other = theirs.identifier.unwrap_or_default().trim();
    match &ours.consumer {
        // A site's list tells the ending alone, which says no less that it is another one.
        Some(consumer) if own.is_empty() && !other.is_empty() => {
            if consumer.ending == ending_of(other) {
                Finding::Missing
            } else {
                Finding::Other
            }
        }
        _ => compare(own, other),
    }
}

fn secret(ours: &Ours<'_>, theirs: &Theirs<'_>) -> Finding {
    if theirs.secret.is_none_or(Secret::is_empty) {
        return Finding::Alike;
    }
    // A secret belongs to its Identifier: beside another one it completes nothing.
    if matches!(identifier(ours.key, theirs), Finding::Other) {
        return Finding::Other;
    }
    match (ours.has_secret, ours.same_secret) {
        (false, _) => Finding::Missing,
        (true, Some(true)) => Finding::Alike,
        (true, _) => Finding::Other,
    }
}

fn archived(ours: &Key, theirs: &Theirs<'_>) -> Finding {
    match theirs.archived {
        Some(archived) if archived != ours.archived_at.is_some() => Finding::Other,
        _ => Finding::Alike,
    }
}

#[cfg(test)]
mod tests;
