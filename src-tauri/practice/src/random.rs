//! Unguessable values: identifiers, secrets, session names; guessable ones where a run is replayed.

use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError};

use fastrand::Rng;

/// Where random values come from. Clones draw from the same source.
#[derive(Clone)]
pub(crate) enum Random {
    /// The system.
    System,
    /// A generator that gives the same values for the same seed.
    Seeded(Arc<Mutex<Rng>>),
}

impl Random {
    /// The source for a seed, or the system's.
    pub(crate) fn new(seed: Option<u64>) -> Self {
        match seed {
            None => Self::System,
            Some(seed) => Self::Seeded(Arc::new(Mutex::new(Rng::with_seed(seed)))),
        }
    }

    fn fill(&self, buffer: &mut [u8]) {
        match self {
            Self::System => {
                getrandom::fill(buffer).expect("every supported system gives random bytes");
            }
            Self::Seeded(rng) => rng
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .fill(buffer),
        }
    }

    /// As many random bytes as asked for, in lower-case hex.
    pub(crate) fn hex(&self, bytes: usize) -> String {
        let mut buffer = vec![0; bytes];
        self.fill(&mut buffer);
        to_hex(&buffer)
    }

    /// Six digits, the first of them not 0, as the server mails them.
    pub(crate) fn code(&self) -> String {
        (100_000 + self.number() % 900_000).to_string()
    }

    /// Puts a list into an order of the moment.
    pub(crate) fn shuffle<T>(&self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            let other = usize::try_from(self.number()).unwrap_or(0) % (last + 1);
            list.swap(last, other);
        }
    }

    fn number(&self) -> u32 {
        let mut bytes = [0; 4];
        self.fill(&mut bytes);
        u32::from_le_bytes(bytes)
    }
}

/// Bytes in lower-case hex.
pub(crate) fn to_hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        write!(text, "{byte:02x}").expect("writing to a String never fails");
    }
    text
}
