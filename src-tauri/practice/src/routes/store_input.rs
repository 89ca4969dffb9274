//! What a posted Store form says, and what is wrong with it.

use std::collections::BTreeMap;

use super::controls;
use crate::page::word;
use crate::state::stores::{Address, Details, Switches};
use crate::stop::Stop;
use crate::town;
use crate::visit::Visit;

pub(super) const FORM: &str = "store";
pub(super) const STREET: &str = "store[address][streetAddress]";
pub(super) const LATITUDE: &str = "store[address][latitude]";
pub(super) const LONGITUDE: &str = "store[address][longitude]";
const POSTAL_CODE: &str = "store[address][postalCode]";
const LOCALITY: &str = "store[address][addressLocality]";

/// Fields of every country and of both pages.
const COMMON: [&str; 17] = [
    "store[name]",
    "store[enabled]",
    "store[legalName]",
    "store[website]",
    "store[telephone]",
    "store[pricingRuleSet]",
    "store[packageSet]",
    "store[failureReasonSet]",
    "store[defaultCourier]",
    "store[prefillPickupAddress]",
    "store[weightRequired]",
    "store[multiDropEnabled]",
    "store[multiPickupEnabled]",
    "store[packagesRequired]",
    "store[tags]",
    "store[checkExpression]",
    "store[document]",
];

/// A number the national register does not know, though its digits add up.
pub(crate) const UNREGISTERED_SIRET: &str = "00000000000000";

/// Values as posted, and errors by field.
#[derive(Default)]
pub(super) struct Input {
    pub(super) values: BTreeMap<String, String>,
    pub(super) errors: BTreeMap<&'static str, String>,
    /// Whether the form as a whole is refused, which its page does not show.
    pub(super) is_refused: bool,
}

impl Input {
    pub(super) fn value(&self, name: &str) -> &str {
        self.values
            .get(name)
            .map(String::as_str)
            .unwrap_or_default()
    }

    fn has(&self, name: &str) -> bool {
        self.values.contains_key(name)
    }

    pub(super) fn is_valid(&self) -> bool {
        self.errors.is_empty() && !self.is_refused
    }

    /// The address; its absence crashes the real server, not its validation.
    pub(super) fn address(&self) -> Result<Address, Stop> {
        let street = self.value(STREET);
        let number = |name: &str| self.value(name).parse::<f64>().ok();
        let (Some(latitude), Some(longitude)) = (number(LATITUDE), number(LONGITUDE)) else {
            return Err(Stop::Crash("the Store's address is blank"));
        };
        if street.is_empty() {
            return Err(Stop::Crash("the Store's address is blank"));
        }
        let text = |name: &str| Some(self.value(name).to_owned()).filter(|text| !text.is_empty());
        Ok(Address {
            street: street.to_owned(),
            latitude,
            longitude,
            postal_code: text(POSTAL_CODE),
            locality: text(LOCALITY),
        })
    }

    /// Everything but the name and the address, on top of what the form cannot set.
    pub(super) fn details(&self, former: Details) -> Details {
        let text = |name: &str| self.value(name).to_owned();
        let id = |name: &str| self.value(name).parse().ok();
        Details {
            enabled: self.has("store[enabled]"),
            legal_name: text("store[legalName]"),
            website: with_scheme(self.value("store[website]")),
            telephone: text("store[telephone]"),
            siret: text("store[siret]"),
            vat_number: text("store[vat_number]"),
            rcs_number: text("store[rcs_number]"),
            cuit: text("store[cuit]"),
            pricing_rule_set: id("store[pricingRuleSet]"),
            package_set: id("store[packageSet]"),
            failure_reason_set: id("store[failureReasonSet]"),
            default_courier: text("store[defaultCourier]"),
            tags: text("store[tags]"),
            check_expression: text("store[checkExpression]"),
            document: text("store[document]"),
            switches: Switches {
                prefill_pickup_address: self.has("store[prefillPickupAddress]"),
                weight_required: self.has("store[weightRequired]"),
                packages_required: self.has("store[packagesRequired]"),
                multi_drop_enabled: self.has("store[multiDropEnabled]"),
                multi_pickup_enabled: self.has("store[multiPickupEnabled]"),
                ..former.switches
            },
            ..former
        }
    }
}

fn with_scheme(website: &str) -> String {
    if website.is_empty() || website.contains("://") {
        website.to_owned()
    } else {
        format!("http://{website}")
    }
}

/// Fields of this page and country.
fn known_fields(visit: &Visit, is_new: bool) -> Vec<&'static str> {
    let mut known = COMMON.to_vec();
    match visit.country.as_str() {
        "fr" => known.extend(["store[siret]", "store[vat_number]", "store[rcs_number]"]),
        "ar" => known.push("store[cuit]"),
        _ => {}
    }
    if is_new {
        known.extend([STREET, LATITUDE, LONGITUDE, POSTAL_CODE, LOCALITY]);
    } else {
        known.extend([
            "store[urbantzHubId]",
            "store[imageFile][file]",
            "store[delete]",
        ]);
    }
    known
}

/// Reads and checks a posted form.
pub(super) fn read(visit: &mut Visit, is_new: bool) -> Input {
    let known = known_fields(visit, is_new);
    let mut input = Input::default();
    for name in &known {
        if let Some(value) = visit.field(name) {
            input
                .values
                .insert((*name).to_owned(), value.trim().to_owned());
        }
    }
    if is_new {
        check_address(visit, &mut input);
    }
    check_telephone(visit, &mut input);
    check_siret(visit, &mut input);
    check_choices(visit, &mut input);
    input.is_refused = !controls::form_errors(visit, FORM, &known).is_empty();
    input
}

fn check_address(visit: &Visit, input: &mut Input) {
    let is_number = |name: &str| input.value(name).parse::<f64>().is_ok_and(f64::is_finite);
    let is_located = is_number(LATITUDE) && is_number(LONGITUDE);
    if !input.value(STREET).is_empty() && !is_located {
        input
            .errors
            .insert(STREET, word(visit, "no_coordinates").to_owned());
    }
}

fn check_telephone(visit: &Visit, input: &mut Input) {
    let typed = input.value("store[telephone]");
    if !typed.is_empty() && !is_telephone(typed, &visit.country) {
        input
            .errors
            .insert("store[telephone]", word(visit, "bad_phone").to_owned());
    }
}

fn is_telephone(typed: &str, country: &str) -> bool {
    let kept: String = typed
        .chars()
        .filter(|letter| !" .-()/\u{a0}".contains(*letter))
        .collect();
    let (is_international, digits) = match kept.strip_prefix('+') {
        Some(digits) => (true, digits),
        None => (false, kept.as_str()),
    };
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    match (is_international, country) {
        (true, _) if digits.starts_with("33") => digits.len() == 11 && !digits.starts_with("330"),
        (true, _) => (8..=15).contains(&digits.len()) && !digits.starts_with('0'),
        (false, "fr") => digits.len() == 10 && digits.starts_with('0') && !digits.starts_with("00"),
        (false, _) => (6..=12).contains(&digits.len()),
    }
}

fn check_siret(visit: &Visit, input: &mut Input) {
    let typed = input.value("store[siret]");
    if typed.is_empty() {
        return;
    }
    let key = if !is_siret(typed) {
        "bad_siret"
    } else if typed == UNREGISTERED_SIRET {
        "unknown_siret"
    } else {
        return;
    };
    input
        .errors
        .insert("store[siret]", word(visit, key).to_owned());
}

/// Fourteen digits whose Luhn sum ends in 0.
fn is_siret(typed: &str) -> bool {
    if typed.len() != 14 || !typed.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let sum: u32 = typed
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let digit = u32::from(byte - b'0') * if place % 2 == 1 { 2 } else { 1 };
            if digit > 9 { digit - 9 } else { digit }
        })
        .sum();
    sum.is_multiple_of(10)
}

fn check_choices(visit: &Visit, input: &mut Input) {
    let sets: [(&str, &[(i64, &str)]); 3] = [
        ("store[pricingRuleSet]", &town::PRICING_RULE_SETS),
        ("store[packageSet]", &town::PACKAGE_SETS),
        ("store[failureReasonSet]", &town::FAILURE_REASON_SETS),
    ];
    for (name, offered) in sets {
        let value = input.value(name);
        if !value.is_empty() && !offered.iter().any(|(id, _)| id.to_string() == value) {
            input
                .errors
                .insert(name, word(visit, "bad_choice").to_owned());
        }
    }
    let courier = input.value("store[defaultCourier]");
    if !courier.is_empty() && !town::COURIERS.contains(&courier) {
        input.errors.insert(
            "store[defaultCourier]",
            word(visit, "bad_choice").to_owned(),
        );
    }
    if input.has("store[packagesRequired]") && input.value("store[packageSet]").is_empty() {
        let message = word(visit, "needs_package_set").to_owned();
        input.errors.insert("store[packagesRequired]", message);
    }
}
