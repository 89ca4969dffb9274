//! Hand over: the sheet of a key, the channels it goes by, and who got it when.

use crate::fingerprint::fingerprint;
use crate::reveal::{reveal_secret, secret_of};
use crate::rotate;
use crate::session::connection;
use crate::{Context, Error, Field};
use handover::{About, Qr, Sheet};
use keys::{
    Act, Channel, HandoverId, Key, KeyId, KeyType, NewHandover, Platform, Secret, SheetLanguage,
};
use std::path::{Path, PathBuf};

/// Which sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetFor {
    /// Of which key.
    pub key: KeyId,
    /// For what.
    pub platform: Platform,
    /// In which language.
    pub language: SheetLanguage,
}

/// A sealed pack that was written.
#[derive(Debug)]
pub struct SealedPack {
    /// Its file.
    pub path: PathBuf,
    /// What opens it. It is kept nowhere.
    pub passphrase: Secret,
    /// The hand-over that was written down.
    pub handover: HandoverId,
}

/// The sheet, without the Secret. The check code is left out while the secret is not at hand.
pub async fn sheet(context: &Context, sheet: SheetFor) -> Result<Sheet, Error> {
    let key = context.key(sheet.key)?;
    let secret = match secret_of(context, &key).await {
        Ok(secret) => Some(secret),
        Err(Error::Keychain(_) | Error::SecretNotStored | Error::SecretChanged) => None,
        Err(error) => return Err(error),
    };
    make_sheet(context, &key, secret.as_ref(), sheet)
}

fn make_sheet(
    context: &Context,
    key: &Key,
    secret: Option<&Secret>,
    sheet: SheetFor,
) -> Result<Sheet, Error> {
    if key.key_type == KeyType::Consumer && key.identifier.is_none() {
        return Err(Error::SecretNotStored);
    }
    let connection = connection(context, key.connection)?;
    let store = match key.store {
        Some(store) => context.inventory.store(store)?,
        None => None,
    };
    let date = jiff::Timestamp::from_millisecond(context.now().0)
        .map(|at| at.to_string().chars().take(10).collect())
        .unwrap_or_default();
    let about = About {
        store_name: store
            .as_ref()
            .map_or_else(|| key.store_name.clone(), |store| store.name.clone()),
        app_name: key.app_name.clone(),
        connection_name: connection.name,
        base_url: connection.url.as_str().to_owned(),
        key_type: key.key_type,
        permission: key.consumer.as_ref().and_then(|known| known.permission),
        permalinks: connection.site.map(|site| site.permalinks),
        identifier: key.identifier.clone(),
        check_code: secret.map(|secret| handover::check_code(key.identifier.as_ref(), secret)),
        date,
        sender: context.sender(),
        has_time_slot: store.map(|store| store.has_time_slot),
    };
    Ok(handover::sheet(&about, sheet.platform, sheet.language))
}

/// What both sides can compare without showing the secret to each other.
pub async fn check_code(context: &Context, key: KeyId) -> Result<String, Error> {
    let key = context.key(key)?;
    let secret = secret_of(context, &key).await?;
    Ok(handover::check_code(key.identifier.as_ref(), &secret))
}

/// Writes sheet and values into one encrypted file of a folder, and writes down that it was made
/// for that person. The plain text never reaches the disk, and the words are told only here.
pub async fn seal_pack(
    context: &Context,
    wanted: SheetFor,
    person: &str,
    folder: &Path,
) -> Result<SealedPack, Error> {
    let person = person_of(person)?;
    let key = context.key(wanted.key)?;
    let secret = secret_of(context, &key).await?;
    let connection = connection(context, key.connection)?;
    let sheet = make_sheet(context, &key, Some(&secret), wanted)?;
    let identifier = key.identifier.as_ref();
    let plain = handover::pack(&sheet, connection.url.as_str(), identifier, &secret);
    let passphrase = sealed::generate_passphrase();
    let words = passphrase.clone();
    let bytes = off_thread(move || sealed::seal(plain.as_bytes(), &words)).await??;
    let path = write_beside(folder, &format!("{}.age", file_name(&key)), bytes).await?;
    let recorded = write_down(context, &key, &secret, wanted, person, Channel::SealedPack);
    match recorded {
        Ok(handover) => {
            // The words are told nowhere else: nothing may keep them back now.
            let _ = rotate::handed_over(context, key.id).await;
            Ok(SealedPack {
                path,
                passphrase,
                handover,
            })
        }
        Err(error) => {
            // A pack that nobody knows of must not lie about.
            let _ = std::fs::remove_file(&path);
            Err(error)
        }
    }
}

/// Hard work that would keep others waiting.
pub(crate) async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Error> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| Error::Export(std::io::Error::other(error)))
}

/// Writes a new file into a folder, under a name not taken yet.
pub(crate) async fn write_beside(
    folder: &Path,
    name: &str,
    bytes: Vec<u8>,
) -> Result<PathBuf, Error> {
    let (folder, name) = (folder.to_owned(), name.to_owned());
    off_thread(move || {
        std::fs::create_dir_all(&folder).map_err(Error::Export)?;
        Ok(sealed::write_new(&folder.join(name), &bytes)?)
    })
    .await?
}

/// A name for files about a key: readable, and harmless on every system.
pub fn file_name(key: &Key) -> String {
    let name = if key.store_name.is_empty() {
        &key.app_name
    } else {
        &key.store_name
    };
    let kept: String = name
        .chars()
        .map(|each| if each.is_alphanumeric() { each } else { '-' })
        .take(60)
        .collect();
    let parts: Vec<&str> = kept.split('-').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() {
        "saddlebag-key".to_owned()
    } else {
        format!("saddlebag-{}", parts.join("-"))
    }
}

/// A value as a QR code, to be read from the screen by a telephone. A secret counts as revealed.
pub async fn qr(context: &Context, key: KeyId, field: Field) -> Result<Qr, Error> {
    let text = match field {
        Field::Secret => reveal_secret(context, key).await?,
        Field::Identifier => {
            let identifier = context.key(key)?.identifier.ok_or(Error::RecordGone)?;
            Secret::new(identifier.as_str().to_owned())
        }
        _ => {
            let connection = connection(context, context.key(key)?.connection)?;
            Secret::new(connection.url.as_str().to_owned())
        }
    };
    handover::qr(text.expose()).map_err(|_| Error::QrTooLong)
}

/// Writes down that a key was given to somebody. When it is the second key of a rotation, that
/// goes on.
pub async fn record_handover(
    context: &Context,
    given: SheetFor,
    person: &str,
    channel: Channel,
) -> Result<HandoverId, Error> {
    let person = person_of(person)?;
    let key = context.key(given.key)?;
    let print = key.secret.as_ref().map(|secret| secret.fingerprint.clone());
    let handover = add(
        context,
        &key,
        print.unwrap_or_default(),
        given,
        person,
        channel,
    )?;
    rotate::handed_over(context, key.id).await?;
    Ok(handover)
}

fn write_down(
    context: &Context,
    key: &Key,
    secret: &Secret,
    given: SheetFor,
    person: String,
    channel: Channel,
) -> Result<HandoverId, Error> {
    add(context, key, fingerprint(secret), given, person, channel)
}

fn add(
    context: &Context,
    key: &Key,
    fingerprint: Vec<u8>,
    given: SheetFor,
    person: String,
    channel: Channel,
) -> Result<HandoverId, Error> {
    let told = NewHandover {
        key: key.id,
        person,
        channel,
        platform: given.platform,
        language: given.language,
        fingerprint,
    };
    let handover = context
        .inventory
        .add_handover(&told, context.who(), context.now())?;
    context.remember(key, Act::HandedOver)?;
    Ok(handover)
}

/// The receiver said that it works, or that was said too early.
pub fn confirm_handover(
    context: &Context,
    handover: HandoverId,
    confirmed: bool,
) -> Result<(), Error> {
    let known = context.inventory.handover(handover)?;
    let known = known.ok_or(Error::RecordGone)?;
    let at = confirmed.then(|| context.now());
    context.inventory.confirm_handover(handover, at)?;
    if confirmed {
        let key = context.key(known.told.key)?;
        context.remember(&key, Act::HandoverConfirmed)?;
        rotate::confirmed(context, known.told.key)?;
    }
    Ok(())
}

/// The longest name of a person, in characters.
const PERSON_LIMIT: usize = 200;

fn person_of(typed: &str) -> Result<String, Error> {
    let person = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if person.is_empty() {
        return Err(Error::PersonMissing);
    }
    if person.chars().count() > PERSON_LIMIT {
        return Err(keys::NameError::TooLong(PERSON_LIMIT).into());
    }
    Ok(person)
}

#[cfg(test)]
mod tests {
    use super::person_of;

    #[test]
    fn a_person_is_one_line_and_never_blank() {
        assert_eq!(person_of("  Ada \n Muster ").unwrap(), "Ada Muster");
        assert!(person_of(" \t ").is_err());
        assert!(person_of(&"a".repeat(201)).is_err());
    }
}
