//! Sealing bytes with a passphrase, and opening them again.

use std::io::Read as _;

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, scrypt};
use keys::Secret;
use zeroize::Zeroizing;

use crate::{Error, passphrase};

/// 128 MiB and about a second on a slow laptop, for each guess as well.
const WORK: u8 = 17;

/// A gigabyte. What other age programs write by default takes a quarter of it.
const MOST_WORK: u8 = 20;

/// Seals the bytes so that only the passphrase opens them.
pub fn seal(plain: &[u8], passphrase: &Secret) -> Result<Vec<u8>, Error> {
    seal_with(plain, passphrase, WORK)
}

fn seal_with(plain: &[u8], passphrase: &Secret, work: u8) -> Result<Vec<u8>, Error> {
    let mut recipient = scrypt::Recipient::new(text(passphrase));
    recipient.set_work_factor(work);
    age::encrypt(&recipient, plain).map_err(|error| match error {
        age::EncryptError::Io(source) => Error::Write(source),
        other => Error::Write(std::io::Error::other(other.to_string())),
    })
}

/// Opens what was sealed, by this or by any age program. The words may be typed with blanks or
/// capitals.
pub fn open(bytes: &[u8], passphrase: &Secret) -> Result<Zeroizing<Vec<u8>>, Error> {
    open_within(bytes, passphrase, MOST_WORK)
}

fn open_within(bytes: &[u8], typed: &Secret, most: u8) -> Result<Zeroizing<Vec<u8>>, Error> {
    for reading in passphrase::readings(typed) {
        match open_as(bytes, &reading, most) {
            Err(Error::WrongPassphrase) => {}
            outcome => return outcome,
        }
    }
    Err(Error::WrongPassphrase)
}

fn open_as(bytes: &[u8], passphrase: &Secret, most: u8) -> Result<Zeroizing<Vec<u8>>, Error> {
    let decryptor = Decryptor::new_buffered(bytes).map_err(|error| header_error(bytes, &error))?;
    if !decryptor.is_scrypt() {
        return Err(Error::NotSealed);
    }
    let mut identity = scrypt::Identity::new(text(passphrase));
    identity.set_max_work_factor(most);
    let mut reader = decryptor
        .decrypt(std::iter::once(&identity as &dyn age::Identity))
        .map_err(|error| match error {
            DecryptError::DecryptionFailed
            | DecryptError::KeyDecryptionFailed
            | DecryptError::NoMatchingKeys => Error::WrongPassphrase,
            DecryptError::ExcessiveWork { .. } => Error::TooMuchWork,
            _ => Error::Damaged,
        })?;
    // The plain text is never longer than the sealed, so the buffer never moves and leaves nothing.
    let mut plain = Zeroizing::new(Vec::with_capacity(bytes.len()));
    reader.read_to_end(&mut plain).map_err(|_| Error::Damaged)?;
    Ok(plain)
}

/// A file that begins as age files do was one; another never was.
fn header_error(bytes: &[u8], error: &DecryptError) -> Error {
    if bytes.starts_with(b"age-encryption.org/v1\n")
        && !matches!(error, DecryptError::UnknownFormat)
    {
        Error::Damaged
    } else {
        Error::NotSealed
    }
}

fn text(passphrase: &Secret) -> SecretString {
    SecretString::from(passphrase.expose().to_owned())
}

#[cfg(test)]
mod tests;
