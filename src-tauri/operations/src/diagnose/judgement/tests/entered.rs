//! What is wrong with the values themselves, and what the plugin makes of them.

use super::{
    BASE, ELSEWHERE, Identifier, KeyType, Known, Print, causes, good, identifier, judged, known,
    outcomes, refused, secret,
};
use keys::{Cause, EnteredField, Fix, PluginMessage, StepOutcome};

fn connected() -> PluginMessage {
    PluginMessage::Connected("Shop".to_owned())
}

fn length(field: EnteredField, found: usize, expected: usize) -> Cause {
    Cause::WrongLength {
        field,
        found,
        expected,
    }
}

#[test]
fn values_that_work_once_cleaned_are_told_by_their_fault_alone() {
    use EnteredField::{BaseUrl, Identifier, Secret};
    use PluginMessage::{CredentialsNotValid, NotCompatible};
    let (id, sec) = (&identifier(), &secret());
    let field = Cause::WhiteSpace;
    for (values, cause, plugin) in [
        (
            [BASE, &format!("{} {}", &id[..5], &id[5..]), sec],
            field(Identifier),
            CredentialsNotValid,
        ),
        (
            [BASE, &format!("{id}\u{a0}"), sec],
            field(Identifier),
            CredentialsNotValid,
        ),
        (
            [BASE, id, &format!("{}\n{}", &sec[..64], &sec[64..])],
            field(Secret),
            CredentialsNotValid,
        ),
        (
            [BASE, id, &format!("\u{200b}{sec}")],
            field(Secret),
            CredentialsNotValid,
        ),
        // The plugin trims these; PrestaShop and own code do not.
        (
            [BASE, id, &format!("{sec}\r\n")],
            field(Secret),
            connected(),
        ),
        ([&format!(" {BASE}"), id, sec], field(BaseUrl), connected()),
        (
            [&format!("{BASE}\u{a0}"), id, sec],
            field(BaseUrl),
            NotCompatible,
        ),
        (
            [BASE, &format!("\"{id}\""), sec],
            length(Identifier, 34, 32),
            CredentialsNotValid,
        ),
        ([BASE, sec, id], Cause::HalvesSwapped, CredentialsNotValid),
        (
            [&format!("{BASE}/"), id, sec],
            Cause::BaseUrlSlash,
            connected(),
        ),
        (
            [&format!("{BASE}/admin"), id, sec],
            Cause::BaseUrlPath,
            NotCompatible,
        ),
        (
            ["http://velo.example", id, sec],
            Cause::BaseUrlHttp,
            NotCompatible,
        ),
        (
            ["https://www.velo.example", id, sec],
            Cause::BaseUrlWww,
            NotCompatible,
        ),
        (
            ["velo.example", id, sec],
            Cause::BaseUrlNoAddress,
            NotCompatible,
        ),
        (["", id, sec], Cause::Empty(BaseUrl), PluginMessage::Silent),
    ] {
        let diagnosis = judged(values, Some(known()), Some(good()));
        let expected = [(cause, Some(Fix::CopyInTurn))];
        assert_eq!(diagnosis.causes, expected, "{values:?}");
        assert_eq!(diagnosis.plugin, Some(plugin), "{values:?}");
        let right = (values[0] != BASE).then(|| BASE.to_owned());
        assert_eq!(diagnosis.right_base_url, right, "{values:?}");
        assert_ne!(outcomes(&diagnosis)[0], StepOutcome::Passed, "{values:?}");
    }
}

#[test]
fn good_values_pass_every_step() {
    let diagnosis = judged(
        [BASE, &identifier(), &secret()],
        Some(known()),
        Some(good()),
    );
    assert_eq!(diagnosis.causes, [(Cause::NothingWrong, None)]);
    assert_eq!(outcomes(&diagnosis), [StepOutcome::Passed; 6]);
    assert_eq!(diagnosis.plugin, Some(connected()));
    assert_eq!(diagnosis.right_base_url, None);
}

#[test]
fn a_value_cut_short_explains_a_refusal() {
    let (id, sec) = (identifier(), secret());
    let other = || Known {
        print: Print::Other,
        ..known()
    };
    let diagnosis = judged([BASE, &id, &sec[..100]], Some(other()), Some(refused()));
    let expected = [length(EnteredField::Secret, 100, 128)];
    assert_eq!(causes(&diagnosis), expected);
    let diagnosis = judged([BASE, &id[..31], &sec], Some(known()), Some(refused()));
    let expected = [length(EnteredField::Identifier, 31, 32)];
    assert_eq!(causes(&diagnosis), expected);
    let diagnosis = judged([BASE, &id, ""], Some(other()), Some(refused()));
    assert_eq!(causes(&diagnosis), [Cause::Empty(EnteredField::Secret)]);
    assert_eq!(diagnosis.plugin, Some(PluginMessage::Silent));
    let diagnosis = judged([BASE, &id, &id], Some(other()), Some(refused()));
    let expected = [length(EnteredField::Secret, 32, 128)];
    assert_eq!(causes(&diagnosis), expected);
}

#[test]
fn another_length_is_right_where_the_inventory_knows_the_value() {
    let mut short = known();
    short.key.identifier = Identifier::new("partner-7");
    let diagnosis = judged([BASE, "partner-7", "short"], Some(short), Some(good()));
    assert_eq!(causes(&diagnosis), [Cause::NothingWrong]);
}

#[test]
fn an_ak_value_is_none_for_a_plugin() {
    let value = format!("ak_{}", "3c".repeat(20));
    for values in [
        [BASE, &identifier(), &value],
        [BASE, "", &value],
        [BASE, &value, ""],
    ] {
        let diagnosis = judged(values, None, Some(good()));
        assert_eq!(causes(&diagnosis), [Cause::ApiKeyInstead], "{values:?}");
        assert_eq!(diagnosis.plugin, Some(PluginMessage::CredentialsNotValid));
    }
    // Who holds the pair too can be given it; of an `ak_` key there is nothing to copy.
    let pair = judged([BASE, &identifier(), &value], Some(known()), Some(good()));
    assert_eq!(pair.causes, [(Cause::ApiKeyInstead, Some(Fix::CopyInTurn))]);
    let mut partner = known();
    partner.key.key_type = KeyType::ApiKey;
    let partner = judged([BASE, "", &value], Some(partner), Some(good()));
    assert_eq!(partner.causes, [(Cause::ApiKeyInstead, None)]);
}

#[test]
fn an_identifier_of_another_instance_is_told_with_its_address() {
    let (id, sec) = (identifier(), secret());
    let diagnosis = judged([ELSEWHERE, &id, &sec], Some(known()), Some(good()));
    let other = Cause::OtherInstance {
        belongs_to: BASE.to_owned(),
    };
    let expected = [(other.clone(), Some(Fix::CopyInTurn))];
    assert_eq!(diagnosis.causes, expected);
    assert_eq!(diagnosis.right_base_url.as_deref(), Some(BASE));
    assert_eq!(diagnosis.plugin, Some(PluginMessage::CredentialsNotValid));
    let diagnosis = judged(["https://evil.example", &id, &sec], Some(known()), None);
    assert_eq!(causes(&diagnosis), [other, Cause::UnknownAddress]);
}

#[test]
fn a_stranger_s_address_is_told_and_not_asked() {
    let values = ["https://evil.example", &identifier(), &secret()];
    let diagnosis = judged(values, None, None);
    assert_eq!(diagnosis.causes, [(Cause::UnknownAddress, None)]);
    assert_eq!(diagnosis.right_base_url, None);
    assert_eq!(outcomes(&diagnosis)[1..], [StepOutcome::NotReached; 5]);
    // What the inventory knows is told all the same.
    let other = Known {
        print: Print::Other,
        ..known()
    };
    let diagnosis = judged(values, Some(other), None);
    assert_eq!(causes(&diagnosis).last(), Some(&Cause::SecretDiffers));
}

#[test]
fn what_the_plugin_tidies_up_stands_behind_what_it_does_not() {
    let base = format!("{BASE}/");
    let other = Known {
        print: Print::Other,
        ..known()
    };
    let diagnosis = judged(
        [&base, &identifier(), &secret()],
        Some(other),
        Some(refused()),
    );
    let expected = [Cause::SecretDiffers, Cause::BaseUrlSlash];
    assert_eq!(causes(&diagnosis), expected);
    assert_eq!(outcomes(&diagnosis)[0], StepOutcome::Doubtful);
}
