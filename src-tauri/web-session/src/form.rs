//! A form: its controls in order, what a person would fill in, and what a browser would send.

mod read;

use std::{collections::BTreeMap, fmt};

/// What sort of control it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line of text; with the `type` of the input, such as `text`, `email` or `password`.
    Text(String),
    /// Several lines of text.
    TextArea,
    /// Not shown.
    Hidden,
    /// Ticked or not.
    Checkbox,
    /// One of several with the same name.
    Radio,
    /// A choice.
    Select {
        /// Whether several may be chosen.
        multiple: bool,
    },
    /// Sent only when pressed, or never: buttons, images, files.
    Unsent,
}

/// One option of a select.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Whether it is chosen.
    pub selected: bool,
    /// Whether it cannot be chosen.
    pub disabled: bool,
}

/// One control with a name.
#[derive(Clone, PartialEq, Eq)]
pub struct Control {
    /// Under which name it is sent.
    pub name: String,
    /// Its `id`.
    pub id: Option<String>,
    /// What sort it is.
    pub kind: Kind,
    /// What it holds; for a box, what it sends when ticked. For a select see `choices`.
    pub value: String,
    /// Whether a box is ticked.
    pub checked: bool,
    /// Whether it is disabled, by itself or by its fieldset.
    pub disabled: bool,
    /// Whether the page asks for it.
    pub required: bool,
    /// The longest text the page allows.
    pub max_length: Option<usize>,
    /// The label as read on the page, in whatever language. For display alone.
    pub label: Option<String>,
    /// The options of a select.
    pub choices: Vec<Choice>,
    /// `data-` attributes, by name without the prefix.
    pub data: BTreeMap<String, String>,
}

impl Control {
    /// What a browser sends for it: nothing, one value or several.
    fn values_sent(&self) -> Vec<&str> {
        if self.disabled {
            return Vec::new();
        }
        match &self.kind {
            Kind::Text(_) | Kind::TextArea | Kind::Hidden => vec![self.value.as_str()],
            Kind::Checkbox | Kind::Radio if self.checked => vec![self.value.as_str()],
            Kind::Checkbox | Kind::Radio | Kind::Unsent => Vec::new(),
            Kind::Select { multiple: true } => self.selected().collect(),
            // The browser shows, and sends, the last one marked, or the first that can be chosen.
            Kind::Select { multiple: false } => {
                let shown = self.selected().last();
                let first = || self.choices.iter().find(|choice| !choice.disabled);
                shown
                    .or_else(|| first().map(|choice| choice.value.as_str()))
                    .into_iter()
                    .collect()
            }
        }
    }

    fn selected(&self) -> impl Iterator<Item = &str> {
        self.choices
            .iter()
            .filter(|choice| choice.selected && !choice.disabled)
            .map(|choice| choice.value.as_str())
    }

    /// The value it would send, empty for none.
    pub fn current_value(&self) -> &str {
        self.values_sent().first().copied().unwrap_or_default()
    }
}

/// Values may be secret.
impl fmt::Debug for Control {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Control")
            .field("name", &self.name)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

/// Why a value cannot be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FillError {
    /// The page has no such control.
    NoSuchControl(String),
    /// The control does not offer that value.
    NoSuchChoice(String),
}

impl fmt::Display for FillError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchControl(name) => write!(formatter, "the form has no \"{name}\""),
            Self::NoSuchChoice(name) => write!(formatter, "\"{name}\" does not offer that value"),
        }
    }
}

impl std::error::Error for FillError {}

/// A form as read from a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Where it says it goes; `None` for the page's own address.
    pub action: Option<String>,
    /// Its named controls, in the order of the page.
    pub controls: Vec<Control>,
}

impl Form {
    /// The first control of that name.
    pub fn control(&self, name: &str) -> Option<&Control> {
        self.controls.iter().find(|control| control.name == name)
    }

    /// Fills in a text or chooses an option.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), FillError> {
        let control = self
            .controls
            .iter_mut()
            .find(|control| control.name == name && control.kind != Kind::Unsent)
            .ok_or_else(|| FillError::NoSuchControl(name.to_owned()))?;
        match control.kind {
            Kind::Text(_) | Kind::TextArea | Kind::Hidden => value.clone_into(&mut control.value),
            Kind::Select { .. } => {
                let offered = |choice: &Choice| choice.value == value && !choice.disabled;
                if !control.choices.iter().any(offered) {
                    return Err(FillError::NoSuchChoice(name.to_owned()));
                }
                for choice in &mut control.choices {
                    choice.selected = choice.value == value;
                }
            }
            Kind::Checkbox | Kind::Radio | Kind::Unsent => return self.tick(name, value, true),
        }
        Ok(())
    }

    /// Ticks the box of that name and value, or unticks it.
    pub fn tick(&mut self, name: &str, value: &str, ticked: bool) -> Result<(), FillError> {
        let mut named = self
            .controls
            .iter_mut()
            .filter(|control| {
                control.name == name && matches!(control.kind, Kind::Checkbox | Kind::Radio)
            })
            .peekable();
        if named.peek().is_none() {
            return Err(FillError::NoSuchControl(name.to_owned()));
        }
        let mut found = false;
        for control in named {
            if control.value == value {
                control.checked = ticked;
                found = true;
            } else if control.kind == Kind::Radio && ticked {
                control.checked = false;
            }
        }
        if found {
            Ok(())
        } else {
            Err(FillError::NoSuchChoice(name.to_owned()))
        }
    }

    /// Makes a control usable, as the page's own script would.
    pub fn enable(&mut self, name: &str) {
        for control in &mut self.controls {
            if control.name == name {
                control.disabled = false;
            }
        }
    }

    /// Takes controls out, so that nothing is sent for them.
    pub fn remove(&mut self, name: &str) {
        self.controls.retain(|control| control.name != name);
    }

    /// What a browser would send, in order, when the form goes off without a button.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.controls.iter().flat_map(|control| {
            control
                .values_sent()
                .into_iter()
                .map(|value| (control.name.as_str(), value))
        })
    }
}

#[cfg(test)]
mod tests;
