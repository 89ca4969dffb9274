//! What came of each step of a program's way to a shop.

use super::address::Place;
use super::answers::Said;
use super::judgement::{Answers, Case, Entered, Listing, answers, is_plain};
use keys::{DiagnosisStep, StepOutcome};
use woocommerce::{RootAnswer, Walk};

/// Every step, in order.
pub(crate) fn steps(case: &Case<'_>) -> Vec<(DiagnosisStep, StepOutcome)> {
    let not_reached = StepOutcome::NotReached;
    let answers = case.walk.as_ref().and_then(answers);
    let (reading, writing) = answers.map_or((not_reached, not_reached), |answers| {
        (reading(case, &answers), writing(case, &answers))
    });
    let mut steps = Vec::new();
    if let Some(entered) = &case.entered {
        steps.push((DiagnosisStep::Values, values(entered)));
    }
    let root = case.walk.as_ref();
    steps.extend([
        (
            DiagnosisStep::SiteRoot,
            root.map_or(not_reached, |walk| site_root(case, walk)),
        ),
        (DiagnosisStep::Reading, reading),
        (DiagnosisStep::Writing, writing),
        (DiagnosisStep::KeyList, key_list(case)),
        (DiagnosisStep::InAddress, in_address(case)),
    ]);
    steps
}

fn values(entered: &Entered<'_>) -> StepOutcome {
    let differs = match entered.place {
        Place::Site { differs, .. } => !differs.is_empty(),
        Place::Loopback(_) => false,
        Place::Instance | Place::Unknown | Place::Nowhere => true,
    };
    let has_shape = entered.halves.is_key_shaped() && entered.halves.is_secret_shaped();
    let is_wrong = differs
        || !has_shape
        || !entered.halves.faults().is_empty()
        || !entered.address.faults.is_empty();
    if is_wrong {
        StepOutcome::Failed
    } else if entered.halves.untidy().is_empty() && entered.address.untidy.is_empty() {
        StepOutcome::Passed
    } else {
        StepOutcome::Doubtful
    }
}

fn site_root(case: &Case<'_>, walk: &Walk) -> StepOutcome {
    match walk.root {
        RootAnswer::Recognised {
            has_woocommerce: true,
            ..
        } if !case.is_https() => StepOutcome::Failed,
        RootAnswer::Recognised {
            has_woocommerce: true,
            ..
        } if is_plain(walk) => StepOutcome::Doubtful,
        RootAnswer::Recognised {
            has_woocommerce: true,
            ..
        } => StepOutcome::Passed,
        _ => StepOutcome::Failed,
    }
}

/// The two routes tell a wrong secret from a missing permission only together.
fn reading(case: &Case<'_>, answers: &Answers) -> StepOutcome {
    match (&answers.read, &answers.write) {
        (Said::Opened, _) => StepOutcome::Passed,
        (Said::SecretOrPermission, Some(Said::Opened)) if !case.must_read() => StepOutcome::Passed,
        _ => StepOutcome::Failed,
    }
}

fn writing(case: &Case<'_>, answers: &Answers) -> StepOutcome {
    match (&answers.read, &answers.write) {
        // Nobody's request comes as far as to no route, so that it tells nothing of the key.
        (_, None) | (Said::Nobody | Said::Stopped(_), Some(Said::Opened)) => {
            StepOutcome::NotReached
        }
        (_, Some(Said::Opened)) => StepOutcome::Passed,
        (Said::Opened, Some(_)) if !case.must_write() => StepOutcome::Passed,
        _ => StepOutcome::Failed,
    }
}

fn key_list(case: &Case<'_>) -> StepOutcome {
    match case.listing {
        Listing::There { is_owner_gone, .. } if !is_owner_gone => StepOutcome::Passed,
        Listing::There { .. } | Listing::Missing => StepOutcome::Failed,
        Listing::Unread => StepOutcome::NotReached,
    }
}

fn in_address(case: &Case<'_>) -> StepOutcome {
    match case.in_address {
        Some(true) => StepOutcome::Passed,
        Some(false) => StepOutcome::Failed,
        None => StepOutcome::NotReached,
    }
}
