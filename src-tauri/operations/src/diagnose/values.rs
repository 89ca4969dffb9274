//! The three values as they were entered: what is wrong with them by themselves. Asks nobody.

use super::base_url::EnteredBase;
use super::knowledge::{Known, Print};
use coopcycle::{EnteredValue, Shape};
use keys::{Cause, EnteredField, Identifier, Secret};

/// The values, looked at.
pub(crate) struct Values {
    pub(crate) base: EnteredBase,
    /// What was entered as *API Key*.
    pub(crate) identifier: EnteredValue,
    /// What was entered as *API Secret*.
    pub(crate) secret: EnteredValue,
    /// Whether each half is in the other's field.
    pub(crate) swapped: bool,
}

/// What the values prove themselves by, once they are cleaned.
pub(crate) enum Meant {
    Pair(Identifier, Secret),
    ApiKey(Secret),
    Nothing,
}

impl Values {
    pub(crate) fn look_at(base_url: String, identifier: &Secret, secret: &Secret) -> Self {
        let identifier = EnteredValue::look_at(identifier);
        let secret = EnteredValue::look_at(secret);
        Self {
            base: EnteredBase::look_at(base_url),
            swapped: identifier.shape == Shape::Secret && secret.shape == Shape::Identifier,
            identifier,
            secret,
        }
    }

    /// The half that is the Identifier, or may be.
    pub(crate) fn identifier(&self) -> Option<Identifier> {
        let field = if self.swapped {
            &self.secret
        } else {
            &self.identifier
        };
        field.as_identifier()
    }

    /// The half that is the Secret, or may be.
    pub(crate) fn secret(&self) -> &Secret {
        let field = if self.swapped {
            &self.identifier
        } else {
            &self.secret
        };
        &field.cleaned
    }

    /// An `ak_` value in either field.
    pub(crate) fn api_key(&self) -> Option<&Secret> {
        let fields = [&self.secret, &self.identifier];
        let field = fields
            .into_iter()
            .find(|field| field.shape == Shape::ApiKey)?;
        Some(&field.cleaned)
    }

    pub(crate) fn meant(&self) -> Meant {
        if let Some(key) = self.api_key() {
            return Meant::ApiKey(key.clone());
        }
        match self.identifier() {
            Some(identifier) if !self.secret().is_empty() => {
                Meant::Pair(identifier, self.secret().clone())
            }
            _ => Meant::Nothing,
        }
    }

    /// What keeps the values from working as they were entered.
    pub(crate) fn faults(&self, known: Option<&Known>) -> Vec<Cause> {
        let mut causes = Vec::new();
        for (field, value) in self.halves() {
            // Who enters an `ak_` value has nothing for the other field.
            if value.shape == Shape::Empty && self.api_key().is_none() {
                causes.push(Cause::Empty(field));
            }
        }
        for (field, value) in self.halves() {
            if value.has_white_space && !value.survives_plugin && value.shape != Shape::Empty {
                causes.push(Cause::WhiteSpace(field));
            }
        }
        if self.api_key().is_some() {
            causes.push(Cause::ApiKeyInstead);
        } else if self.swapped {
            causes.push(Cause::HalvesSwapped);
        } else {
            causes.extend(self.wrong_lengths(known));
        }
        causes.extend(self.base.faults.iter().cloned());
        causes
    }

    /// What the plugin tidies up by itself, but other programs may not.
    pub(crate) fn untidy(&self) -> Vec<Cause> {
        let halves = self.halves().into_iter();
        let mut causes: Vec<Cause> = halves
            .filter(|(_, value)| value.has_white_space && value.survives_plugin)
            .filter(|(_, value)| value.shape != Shape::Empty)
            .map(|(field, _)| Cause::WhiteSpace(field))
            .collect();
        causes.extend(self.base.untidy.iter().cloned());
        causes
    }

    /// Whether both halves are still right once the plugin has taken them.
    pub(crate) fn halves_survive_plugin(&self) -> bool {
        let survives = self.identifier.survives_plugin && self.secret.survives_plugin;
        survives && !self.swapped && self.api_key().is_none()
    }

    fn halves(&self) -> [(EnteredField, &EnteredValue); 2] {
        [
            (EnteredField::Identifier, &self.identifier),
            (EnteredField::Secret, &self.secret),
        ]
    }

    /// A value of another length is right if the inventory knows that very value.
    fn wrong_lengths(&self, known: Option<&Known>) -> Vec<Cause> {
        let identifier = known.and_then(|known| known.key.identifier.as_ref());
        let is_known_identifier = identifier.is_some() && identifier == self.identifier().as_ref();
        let is_known_secret =
            known.is_some_and(|known| matches!(known.print, Print::Ours | Print::Offered));
        let judge = |field, value: &EnteredValue, expected, is_known: bool| {
            let found = value.length;
            let is_right = found == expected || (is_known && !value.is_quoted());
            let is_wrong = value.shape != Shape::Empty && !is_right;
            is_wrong.then_some(Cause::WrongLength {
                field,
                found,
                expected,
            })
        };
        let (length, secret_length) = (Shape::IDENTIFIER_LENGTH, Shape::SECRET_LENGTH);
        let causes = [
            judge(
                EnteredField::Identifier,
                &self.identifier,
                length,
                is_known_identifier,
            ),
            judge(
                EnteredField::Secret,
                &self.secret,
                secret_length,
                is_known_secret,
            ),
        ];
        causes.into_iter().flatten().collect()
    }
}
