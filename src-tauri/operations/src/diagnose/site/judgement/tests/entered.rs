//! What is wrong with three values, known to the inventory or not.

use super::{
    SITE, both, causes, identifier, judged_values, no_route, nobody, opened, secret, walked,
};
use crate::diagnose::knowledge::Print;
use keys::EnteredField::{BaseUrl, Identifier, Secret};
use keys::{Cause, DiagnosisStep, Fix, Presence, StepOutcome};
use woocommerce::Walk;

fn good() -> Walk {
    walked(opened(), no_route())
}

#[test]
fn right_values_work() {
    let diagnosis = judged_values([SITE, &identifier(), &secret()], Some(both()), Some(good()));
    assert_eq!(diagnosis.causes, [(Cause::NothingWrong, None)]);
    let values = (DiagnosisStep::Values, StepOutcome::Passed);
    assert_eq!(diagnosis.steps[0], values);
    assert_eq!(diagnosis.right_base_url, None);
}

#[test]
fn every_mishap_has_its_cause_and_is_mended_by_copying_again() {
    let (key, secret) = (identifier(), secret());
    let other_instance = || Cause::OtherInstance {
        belongs_to: SITE.to_owned(),
    };
    let wrong_length = |field, found| Cause::WrongLength {
        field,
        found,
        expected: 43,
    };
    let quoted = format!("\"{key}\"");
    let spaced = format!("{secret} ");
    for (values, expected) in [
        ([SITE, &secret, &key], vec![Cause::HalvesSwapped]),
        ([SITE, &quoted, &secret], vec![wrong_length(Identifier, 45)]),
        ([SITE, &key, &spaced], vec![Cause::WhiteSpace(Secret)]),
        (
            ["https://shop.example/boutique/wp-json/", &key, &secret],
            vec![Cause::BaseUrlPath],
        ),
        (
            ["https://shop.example", &key, &secret],
            vec![Cause::BaseUrlPath],
        ),
        (
            ["https://www.shop.example/boutique", &key, &secret],
            vec![Cause::BaseUrlWww],
        ),
        (
            ["http://shop.example/boutique", &key, &secret],
            vec![Cause::BaseUrlHttp],
        ),
        (
            ["https://shop.example /boutique", &key, &secret],
            vec![Cause::WhiteSpace(BaseUrl)],
        ),
        (
            ["https://other.example", &key, &secret],
            vec![other_instance()],
        ),
        (
            ["https://velo.example", &key, &secret],
            vec![other_instance()],
        ),
    ] {
        let diagnosis = judged_values(values, Some(both()), Some(good()));
        assert_eq!(causes(&diagnosis), expected, "{values:?}");
        let mut fixes = diagnosis.causes.iter().map(|(_, fix)| *fix);
        assert!(fixes.all(|fix| fix == Some(Fix::CopyInTurn)), "{values:?}");
        let failed = (DiagnosisStep::Values, StepOutcome::Failed);
        assert_eq!(diagnosis.steps[0].0, failed.0);
        if values[0] != "https://other.example" {
            assert_eq!(diagnosis.steps[0], failed, "{values:?}");
        }
        let is_right = values[0] == SITE;
        let right = (!is_right).then_some(SITE);
        assert_eq!(diagnosis.right_base_url.as_deref(), right);
    }
}

#[test]
fn what_the_site_tidies_up_is_only_doubtful() {
    let key = format!(" {} ", identifier());
    let slashed = format!("{SITE}/");
    let diagnosis = judged_values([&slashed, &key, &secret()], Some(both()), Some(good()));
    let expected = [Cause::WhiteSpace(Identifier), Cause::BaseUrlSlash];
    assert_eq!(causes(&diagnosis), expected);
    assert_eq!(diagnosis.steps[0].1, StepOutcome::Doubtful);
    assert_eq!(diagnosis.right_base_url.as_deref(), Some(SITE));
}

#[test]
fn what_is_spoilt_was_not_sent_and_needs_no_further_cause() {
    let cut = &secret()[..40];
    let expected = Cause::WrongLength {
        field: Secret,
        found: 40,
        expected: 43,
    };
    let mut known = both();
    known.print = Print::Other;
    let diagnosis = judged_values([SITE, &identifier(), cut], Some(known), None);
    assert_eq!(causes(&diagnosis), [expected]);
    let diagnosis = judged_values([SITE, "", &secret()], None, None);
    let empty = Cause::Empty(Identifier);
    assert_eq!(causes(&diagnosis), [empty]);
}

#[test]
fn values_of_the_right_length_may_still_be_none() {
    let loud = identifier().to_uppercase();
    let diagnosis = judged_values([SITE, &loud, &secret()], None, None);
    assert_eq!(causes(&diagnosis), [Cause::UnknownIdentifier]);
    // The same value in both fields.
    let diagnosis = judged_values([SITE, &identifier(), &identifier()], None, None);
    assert_eq!(causes(&diagnosis), [Cause::SecretDiffers]);
}

#[test]
fn a_stranger_s_address_is_not_asked() {
    let stranger = "https://stranger.example";
    let (key, secret) = (identifier(), secret());
    let diagnosis = judged_values([stranger, &key, &secret], None, None);
    assert_eq!(diagnosis.causes, [(Cause::UnknownAddress, None)]);
    let diagnosis = judged_values([stranger, &key, &secret], Some(both()), None);
    let belongs_to = SITE.to_owned();
    let expected = [Cause::OtherInstance { belongs_to }, Cause::UnknownAddress];
    assert_eq!(causes(&diagnosis), expected);
    assert_eq!(diagnosis.right_base_url.as_deref(), Some(SITE));
    let nowhere = "our shop";
    let diagnosis = judged_values([nowhere, &key, &secret], None, None);
    assert_eq!(causes(&diagnosis), [Cause::BaseUrlNoAddress]);
    let at_coop = judged_values(["https://velo.example", &key, &secret], None, None);
    assert_eq!(causes(&at_coop), [Cause::NotWooCommerce]);
}

#[test]
fn the_inventory_tells_halves_that_do_not_belong_together() {
    let another = format!("ck_{}", "5e".repeat(20));
    let diagnosis = judged_values([SITE, &another, &secret()], Some(both()), None);
    let copy = Some(Fix::CopyInTurn);
    assert_eq!(diagnosis.causes, [(Cause::UnknownIdentifier, copy)]);
    let mut gone = both();
    gone.key.presence = Presence::Gone;
    let diagnosis = judged_values([SITE, &identifier(), &secret()], Some(gone), None);
    assert_eq!(causes(&diagnosis), [Cause::Revoked]);
}

#[test]
fn of_a_key_that_nobody_here_held_any_secret_may_be_right() {
    let mut not_held = both();
    not_held.key.secret = None;
    not_held.key.identifier = None;
    not_held.print = Print::Other;
    let values = [SITE, &identifier(), &secret()];
    let diagnosis = judged_values(values, Some(not_held.clone()), Some(good()));
    assert_eq!(diagnosis.causes, [(Cause::NothingWrong, None)]);
    let diagnosis = judged_values(values, Some(not_held.clone()), Some(nobody()));
    assert_eq!(diagnosis.causes, [(Cause::NotRecognised, None)]);
    let elsewhere = ["https://other.example", &identifier(), &secret()];
    let diagnosis = judged_values(elsewhere, Some(not_held), None);
    let belongs_to = SITE.to_owned();
    assert_eq!(causes(&diagnosis), [Cause::OtherInstance { belongs_to }]);
}

#[test]
fn a_mishap_does_not_hide_what_the_site_says_to_the_pair_as_it_was_meant() {
    let values = [SITE, &secret(), &identifier()];
    let diagnosis = judged_values(values, Some(both()), Some(nobody()));
    let expected = [Cause::HalvesSwapped, Cause::NotRecognised];
    assert_eq!(causes(&diagnosis), expected);
}
