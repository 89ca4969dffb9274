//! What came of each step of the plugin's way.

use super::judgement::{Case, is_api_key, is_unrestricted, opens_another};
use coopcycle::{EntryAnswer, StoreAnswer, TokenAnswer, Walk, WhoAnswer};
use keys::{DiagnosisStep, StepOutcome};

/// Every step, in order. What comes after the values is of the values as they were meant.
pub(crate) fn steps(case: &Case<'_>) -> Vec<(DiagnosisStep, StepOutcome)> {
    let not_reached = StepOutcome::NotReached;
    let (entry, token, who, store, slot) = match &case.walk {
        None => (
            not_reached,
            not_reached,
            not_reached,
            not_reached,
            not_reached,
        ),
        Some(walk) => (
            entry(walk),
            token(case, walk),
            who(walk),
            store(case, walk),
            slot(case, walk),
        ),
    };
    vec![
        (DiagnosisStep::Values, values(case)),
        (DiagnosisStep::Entrypoint, entry),
        (DiagnosisStep::Token, token),
        (DiagnosisStep::WhoAmI, who),
        (DiagnosisStep::Store, store),
        (DiagnosisStep::TimeSlot, slot),
    ]
}

fn values(case: &Case<'_>) -> StepOutcome {
    let Some((values, place)) = case.values else {
        return StepOutcome::Passed;
    };
    let is_elsewhere = case
        .known
        .as_ref()
        .is_some_and(|known| place.url() != Some(&known.url));
    let raw = values.base.raw.trim().trim_end_matches('/');
    let is_right = |url: &keys::ServerUrl| raw.eq_ignore_ascii_case(url.as_str());
    let is_wrong = !values.faults(case.known.as_ref()).is_empty()
        || is_elsewhere
        || !place.url().is_some_and(is_right);
    if is_wrong {
        StepOutcome::Failed
    } else if values.untidy().is_empty() {
        StepOutcome::Passed
    } else {
        StepOutcome::Doubtful
    }
}

fn entry(walk: &Walk) -> StepOutcome {
    match walk.entry {
        EntryAnswer::Entrypoint => StepOutcome::Passed,
        EntryAnswer::SomethingElse(_) | EntryAnswer::Trouble(_) => StepOutcome::Failed,
    }
}

fn token(case: &Case<'_>, walk: &Walk) -> StepOutcome {
    match walk.token {
        None => StepOutcome::NotReached,
        Some(TokenAnswer::Granted(_)) if is_unrestricted(case, walk) => StepOutcome::Doubtful,
        Some(TokenAnswer::Granted(_)) => StepOutcome::Passed,
        Some(_) => StepOutcome::Failed,
    }
}

fn who(walk: &Walk) -> StepOutcome {
    match walk.who {
        None => StepOutcome::NotReached,
        Some(WhoAnswer::App(_)) => StepOutcome::Passed,
        Some(_) => StepOutcome::Failed,
    }
}

fn store(case: &Case<'_>, walk: &Walk) -> StepOutcome {
    let is_another = matches!(&walk.who, Some(WhoAnswer::App(app)) if opens_another(case, app));
    match walk.store {
        Some(StoreAnswer::Closed(_) | StoreAnswer::Trouble(_)) => StepOutcome::Failed,
        _ if is_another => StepOutcome::Doubtful,
        Some(StoreAnswer::Opens { .. }) => StepOutcome::Passed,
        None => StepOutcome::NotReached,
    }
}

fn slot(case: &Case<'_>, walk: &Walk) -> StepOutcome {
    match &walk.store {
        _ if is_api_key(case) => StepOutcome::NotReached,
        Some(StoreAnswer::Opens { time_slot: None }) => StepOutcome::Doubtful,
        Some(StoreAnswer::Opens { .. }) if walk.time_slot_opens == Some(false) => {
            StepOutcome::Doubtful
        }
        Some(StoreAnswer::Opens { .. }) => StepOutcome::Passed,
        _ => StepOutcome::NotReached,
    }
}
