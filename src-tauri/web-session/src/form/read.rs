//! Reading a form from a page, by HTML's own rules.

use super::{Choice, Control, Form, Kind};
use crate::page::{ElementRef, Html, Selector, closest, first, pattern, text_of};
use std::{collections::HashMap, sync::LazyLock};

static CONTROLS: LazyLock<Selector> =
    LazyLock::new(|| pattern("input[name], select[name], textarea[name], button[name]"));
static OPTIONS: LazyLock<Selector> = LazyLock::new(|| pattern("option"));
static LABELS: LazyLock<Selector> = LazyLock::new(|| pattern("label"));
static LEGEND: LazyLock<Selector> = LazyLock::new(|| pattern("legend"));
static NOT_IN_A_FORM: LazyLock<Selector> = LazyLock::new(|| pattern("template, datalist"));

impl Form {
    /// The controls inside that element.
    pub fn within(element: ElementRef<'_>) -> Self {
        let labels = Labels::read(element);
        Self {
            action: element.attr("action").map(str::to_owned),
            controls: element
                .select(&CONTROLS)
                .filter_map(|control| read_control(control, &labels))
                .collect(),
        }
    }

    /// All controls of a page whose names begin so, whatever form element holds them: a form
    /// opened inside another is none (contract 4.4).
    pub fn with_prefix(page: &Html, prefix: &str) -> Self {
        let mut form = Self::within(page.root_element());
        form.action = None;
        form.controls
            .retain(|control| control.name.starts_with(prefix));
        form
    }
}

/// Labels by the `id` they are for.
struct Labels(HashMap<String, String>);

impl Labels {
    fn read(element: ElementRef<'_>) -> Self {
        let by_id = element.select(&LABELS).filter_map(|label| {
            let id = label.attr("for")?;
            Some((id.to_owned(), text_of(label)))
        });
        Self(by_id.collect())
    }

    fn of(&self, control: ElementRef<'_>) -> Option<String> {
        let by_id = control.attr("id").and_then(|id| self.0.get(id).cloned());
        by_id
            .or_else(|| closest(control, &LABELS).map(text_of))
            .filter(|label| !label.is_empty())
    }
}

fn read_control(element: ElementRef<'_>, labels: &Labels) -> Option<Control> {
    let name = element.attr("name").filter(|name| !name.is_empty())?;
    if closest(element, &NOT_IN_A_FORM).is_some() {
        return None;
    }
    let kind = kind_of(element);
    let value = match kind {
        Kind::TextArea => element.text().collect(),
        Kind::Checkbox | Kind::Radio => element.attr("value").unwrap_or("on").to_owned(),
        _ => element.attr("value").unwrap_or_default().to_owned(),
    };
    let choices = match kind {
        Kind::Select { .. } => element.select(&OPTIONS).map(read_choice).collect(),
        _ => Vec::new(),
    };
    Some(Control {
        name: name.to_owned(),
        id: element.attr("id").map(str::to_owned),
        value,
        checked: element.attr("checked").is_some(),
        disabled: is_disabled(element),
        required: element.attr("required").is_some(),
        max_length: element.attr("maxlength").and_then(|text| text.parse().ok()),
        label: labels.of(element),
        choices,
        data: element
            .value()
            .attrs()
            .filter_map(|(name, value)| {
                Some((name.strip_prefix("data-")?.to_owned(), value.to_owned()))
            })
            .collect(),
        kind,
    })
}

fn kind_of(element: ElementRef<'_>) -> Kind {
    match element.value().name() {
        "select" => Kind::Select {
            multiple: element.attr("multiple").is_some(),
        },
        "textarea" => Kind::TextArea,
        "button" => Kind::Unsent,
        _ => {
            let kind = element.attr("type").unwrap_or("text").to_ascii_lowercase();
            match kind.as_str() {
                "hidden" => Kind::Hidden,
                "checkbox" => Kind::Checkbox,
                "radio" => Kind::Radio,
                "submit" | "button" | "reset" | "image" | "file" => Kind::Unsent,
                _ => Kind::Text(kind),
            }
        }
    }
}

fn read_choice(option: ElementRef<'_>) -> Choice {
    let label = text_of(option);
    let in_disabled_group = option
        .ancestors()
        .filter_map(ElementRef::wrap)
        .take_while(|ancestor| ancestor.value().name() != "select")
        .any(|ancestor| ancestor.attr("disabled").is_some());
    Choice {
        value: option
            .attr("value")
            .map_or_else(|| label.clone(), str::to_owned),
        selected: option.attr("selected").is_some(),
        disabled: option.attr("disabled").is_some() || in_disabled_group,
        label,
    }
}

/// By itself, or by a fieldset around it, unless it sits in that fieldset's first legend.
fn is_disabled(element: ElementRef<'_>) -> bool {
    element.attr("disabled").is_some()
        || element
            .ancestors()
            .filter_map(ElementRef::wrap)
            .filter(|ancestor| ancestor.value().name() == "fieldset")
            .filter(|fieldset| fieldset.attr("disabled").is_some())
            .any(|fieldset| {
                let legend = first(fieldset, &LEGEND).map(|legend| legend.id());
                !element
                    .ancestors()
                    .any(|ancestor| Some(ancestor.id()) == legend)
            })
}
