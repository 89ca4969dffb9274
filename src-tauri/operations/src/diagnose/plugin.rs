//! What the WordPress plugin 1.1.0 shows for the values as they were entered (contract 6.6).

use super::base_url::{Place, as_plugin_takes_it};
use super::judgement::Case;
use super::values::Values;
use coopcycle::{EntryAnswer, Shape, TokenAnswer, Trouble, Walk, WhoAnswer};
use keys::PluginMessage;

/// What it shows once the values were saved twice.
pub(crate) fn shows(case: &Case<'_>) -> PluginMessage {
    let before = case
        .values
        .and_then(|(values, place)| before_asking(values, place, case));
    if let Some(message) = before {
        return message;
    }
    let Some(walk) = &case.walk else {
        return PluginMessage::NotCompatible;
    };
    match &walk.entry {
        EntryAnswer::Entrypoint => {}
        // It does not look at certificates, so this stops us and not the plugin.
        EntryAnswer::Trouble(Trouble::Certificate(_)) => return PluginMessage::Silent,
        EntryAnswer::SomethingElse(_) | EntryAnswer::Trouble(_) => {
            return PluginMessage::NotCompatible;
        }
    }
    let is_taken = case
        .values
        .is_none_or(|(values, _)| values.halves_survive_plugin());
    if !is_taken || !matches!(walk.token, Some(TokenAnswer::Granted(_))) {
        return PluginMessage::CredentialsNotValid;
    }
    after_token(walk)
}

/// What is settled by the values and the address alone.
fn before_asking(values: &Values, place: &Place, case: &Case<'_>) -> Option<PluginMessage> {
    let base = as_plugin_takes_it(&values.base.raw);
    let is_api_key = values.api_key().is_some();
    let has_empty = [&values.identifier, &values.secret]
        .iter()
        .any(|value| value.shape == Shape::Empty);
    if base.is_empty() || (has_empty && !is_api_key) {
        // It checks nothing before all three are there.
        return Some(PluginMessage::Silent);
    }
    let is_right = |url: &keys::ServerUrl| base.eq_ignore_ascii_case(url.as_str());
    if !place.url().is_some_and(is_right) {
        return Some(PluginMessage::NotCompatible);
    }
    let belongs_elsewhere = case
        .known
        .as_ref()
        .is_some_and(|known| Some(&known.url) != place.url());
    belongs_elsewhere.then_some(PluginMessage::CredentialsNotValid)
}

fn after_token(walk: &Walk) -> PluginMessage {
    match &walk.who {
        Some(WhoAnswer::App(app)) => PluginMessage::Connected(app.name.clone()),
        Some(WhoAnswer::NoApp(200)) => PluginMessage::Silent,
        // Nobody catches it there.
        _ => PluginMessage::Broken,
    }
}
