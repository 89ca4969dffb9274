//! The sentences of each language, from its Fluent file.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use keys::SheetLanguage;
use unic_langid::LanguageIdentifier;

/// The Fluent source of that language.
fn source(language: SheetLanguage) -> &'static str {
    match language {
        SheetLanguage::En => include_str!("text/en.ftl"),
        SheetLanguage::Fr => include_str!("text/fr.ftl"),
        SheetLanguage::Es => include_str!("text/es.ftl"),
        SheetLanguage::De => include_str!("text/de.ftl"),
        SheetLanguage::It => include_str!("text/it.ftl"),
        SheetLanguage::Pt => include_str!("text/pt.ftl"),
        SheetLanguage::Ca => include_str!("text/ca.ftl"),
    }
}

/// What stands in the places of a sentence.
pub(crate) type Values<'a> = [(&'static str, &'a str)];

/// The sentences of one language.
pub(crate) struct Text(FluentBundle<FluentResource>);

impl Text {
    /// Those of that language.
    pub(crate) fn of(language: SheetLanguage) -> Self {
        let resource = FluentResource::try_new(source(language).to_owned())
            .unwrap_or_else(|(readable, _)| readable);
        let code: LanguageIdentifier = language.as_code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![code]);
        // Marks of isolation around values would be copied along with them.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self(bundle)
    }

    /// The sentence of that name. The tests prove that each exists and gets all its values.
    pub(crate) fn say(&self, id: &str, values: &Values<'_>) -> String {
        let mut errors = Vec::new();
        let pattern = self.0.get_message(id).and_then(|message| message.value());
        debug_assert!(pattern.is_some(), "there is no sentence {id}");
        let Some(pattern) = pattern else {
            return id.to_owned();
        };
        let arguments: FluentArgs<'_> = values
            .iter()
            .map(|(name, value)| (*name, fluent_bundle::FluentValue::from(*value)))
            .collect();
        let said = self
            .0
            .format_pattern(pattern, Some(&arguments), &mut errors);
        debug_assert!(errors.is_empty(), "{id}: {errors:?}");
        said.into_owned()
    }
}

#[cfg(test)]
mod tests;
