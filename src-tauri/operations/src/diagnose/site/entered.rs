//! The two halves of a consumer key as they were entered. Asks nobody.

use coopcycle::EnteredValue;
use keys::{Cause, EnteredField, Identifier, Secret, has_consumer_shape};

/// How long either half is.
const LENGTH: usize = 43;
const KEY: &str = "ck_";
const SECRET: &str = "cs_";

/// The halves, looked at. Either may be the secret by mistake.
pub(crate) struct Halves {
    key: EnteredValue,
    secret: EnteredValue,
    /// Whether each is in the other's field.
    pub(crate) swapped: bool,
}

impl Halves {
    pub(crate) fn look_at(key: &Secret, secret: &Secret) -> Self {
        let (key, secret) = (EnteredValue::look_at(key), EnteredValue::look_at(secret));
        Self {
            swapped: begins(&key, SECRET) && begins(&secret, KEY),
            key,
            secret,
        }
    }

    /// Whether they are meant as the halves of a consumer key.
    pub(crate) fn are_of_site(&self) -> bool {
        let values = [&self.key, &self.secret].into_iter();
        values
            .flat_map(|value| [begins(value, KEY), begins(value, SECRET)])
            .any(|begins| begins)
    }

    /// The half that is the Consumer key, or may be.
    pub(crate) fn identifier(&self) -> Option<Identifier> {
        let (half, _) = self.in_order();
        // What begins like a secret is none to search by.
        (!begins(half, SECRET)).then(|| Identifier::new(half.cleaned.expose()))?
    }

    /// The half that is the Consumer secret, or may be.
    pub(crate) fn secret(&self) -> &Secret {
        &self.in_order().1.cleaned
    }

    /// The pair, where both halves have their shape: nothing else is worth sending.
    pub(crate) fn pair(&self) -> Option<(Identifier, Secret)> {
        let is_pair = self.is_key_shaped() && self.is_secret_shaped();
        is_pair.then(|| Some((self.identifier()?, self.secret().clone())))?
    }

    pub(crate) fn is_key_shaped(&self) -> bool {
        has_consumer_shape(self.in_order().0.cleaned.expose(), KEY)
    }

    pub(crate) fn is_secret_shaped(&self) -> bool {
        has_consumer_shape(self.secret().expose(), SECRET)
    }

    /// What keeps the halves from working as they were entered.
    pub(crate) fn faults(&self) -> Vec<Cause> {
        let mut causes = Vec::new();
        for (field, value) in self.fields() {
            if value.length == 0 {
                causes.push(Cause::Empty(field));
            } else if value.has_white_space && !is_forgiven(field, value) {
                causes.push(Cause::WhiteSpace(field));
            }
        }
        if self.swapped {
            causes.push(Cause::HalvesSwapped);
        }
        for (field, value) in self.fields() {
            if value.length != 0 && value.length != LENGTH {
                causes.push(Cause::WrongLength {
                    field,
                    found: value.length,
                    expected: LENGTH,
                });
            }
        }
        causes
    }

    /// What the site tidies up by itself (contract 7.1).
    pub(crate) fn untidy(&self) -> Vec<Cause> {
        let fields = self.fields().into_iter();
        fields
            .filter(|(field, value)| {
                value.length != 0 && value.has_white_space && is_forgiven(*field, value)
            })
            .map(|(field, _)| Cause::WhiteSpace(field))
            .collect()
    }

    fn fields(&self) -> [(EnteredField, &EnteredValue); 2] {
        [
            (EnteredField::Identifier, &self.key),
            (EnteredField::Secret, &self.secret),
        ]
    }

    fn in_order(&self) -> (&EnteredValue, &EnteredValue) {
        if self.swapped {
            (&self.secret, &self.key)
        } else {
            (&self.key, &self.secret)
        }
    }
}

/// Spaces around the Consumer key are ignored by the site, those around the secret are not.
fn is_forgiven(field: EnteredField, value: &EnteredValue) -> bool {
    field == EnteredField::Identifier && value.survives_plugin
}

fn begins(value: &EnteredValue, with: &str) -> bool {
    let text = value.cleaned.expose();
    text.get(..with.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(with))
}

#[cfg(test)]
mod tests;
