//! The open part of a KDBX file: which version it is, and how much work its passphrase takes. It is
//! judged before the library meets it, which does whatever work the file asks for.

use crate::Error;

/// Signature of every KDBX file.
const SIGNATURE: [u8; 8] = [0x03, 0xd9, 0xa2, 0x9a, 0x67, 0xfb, 0x4b, 0xb5];

/// Rounds of AES: some ten seconds of a slow machine, ten times what programs choose.
const ROUNDS_LIMIT: u64 = 1 << 30;

/// Bytes of memory for Argon2: sixteen times what `KeePassXC` chooses.
const MEMORY_LIMIT: u64 = 1 << 30;

/// Bytes filled in all passes of Argon2 together.
const FILLED_LIMIT: u64 = 64 << 30;

/// Lanes of Argon2.
const LANES_LIMIT: u64 = 64;

/// Which version of the format, as far as it matters here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    Three,
    Four,
}

/// Judges the header.
pub(super) fn judge(bytes: &[u8]) -> Result<Version, Error> {
    if bytes.is_empty() {
        return Err(Error::Empty);
    }
    let rest = bytes.strip_prefix(&SIGNATURE).ok_or(Error::NotOurs)?;
    let mut cursor = Cursor(rest);
    let [_, _, low, high] = cursor.array()?;
    let version = match u16::from_le_bytes([low, high]) {
        3 => Version::Three,
        4 => Version::Four,
        newer @ 5.. => return Err(Error::Newer(newer.into())),
        _ => return Err(Error::NotOurs),
    };
    loop {
        let [kind] = cursor.array()?;
        let length = match version {
            Version::Three => u16::from_le_bytes(cursor.array()?).into(),
            Version::Four => u32::from_le_bytes(cursor.array()?),
        };
        let field = cursor.take(length)?;
        match (version, kind) {
            (_, 0) => return Ok(version),
            // Numbers that the library reads without looking at their length.
            (_, 3) | (Version::Three, 10) if field.len() < 4 => return Err(damaged()),
            (Version::Three, 6) => affordable(number(field)? <= ROUNDS_LIMIT)?,
            (Version::Four, 11) => judge_derivation(field)?,
            _ => {}
        }
    }
}

/// The parameters of the key derivation of version 4: a list of named values.
fn judge_derivation(field: &[u8]) -> Result<(), Error> {
    let mut cursor = Cursor(field);
    let _: [u8; 2] = cursor.array()?;
    let (mut memory, mut passes) = (0, 0_u64);
    loop {
        let [kind] = cursor.array()?;
        if kind == 0 {
            break;
        }
        let length = u32::from_le_bytes(cursor.array()?);
        let name = cursor.take(length)?;
        let length = u32::from_le_bytes(cursor.array()?);
        let value = cursor.take(length)?;
        match name {
            b"R" => affordable(number(value)? <= ROUNDS_LIMIT)?,
            b"P" => affordable(number(value)? <= LANES_LIMIT)?,
            b"M" => memory = number(value)?,
            b"I" => passes = number(value)?,
            _ => {}
        }
    }
    affordable(memory <= MEMORY_LIMIT && memory.saturating_mul(passes) <= FILLED_LIMIT)?;
    // Passes over almost no memory are cheap one by one only.
    affordable(passes <= ROUNDS_LIMIT >> 8)
}

fn affordable(is_so: bool) -> Result<(), Error> {
    if is_so {
        Ok(())
    } else {
        Err(Error::TooMuchWork)
    }
}

/// A number of four or eight bytes.
fn number(bytes: &[u8]) -> Result<u64, Error> {
    if let Ok(four) = bytes.try_into() {
        return Ok(u32::from_le_bytes(four).into());
    }
    bytes
        .try_into()
        .map(u64::from_le_bytes)
        .map_err(|_| damaged())
}

fn damaged() -> Error {
    Error::Damaged("its header".to_owned())
}

struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    fn take(&mut self, length: u32) -> Result<&'a [u8], Error> {
        let length = usize::try_from(length).map_err(|_| damaged())?;
        let (taken, rest) = self.0.split_at_checked(length).ok_or_else(damaged)?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        let (taken, rest) = self.0.split_first_chunk::<N>().ok_or_else(damaged)?;
        self.0 = rest;
        Ok(*taken)
    }
}
