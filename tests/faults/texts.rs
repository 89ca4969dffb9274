//! The words a person reads for an error: the title that the window shows.

use keys::KeyStatus;
use serde_json::Value;

const ENGLISH: [&str; 2] = [
    include_str!("../../ui/src/text/en.ftl"),
    include_str!("../../ui/src/text/site-problems.en.ftl"),
];

/// Stands for the address of the server, which has another port in each run.
const HOST: &str = "the server";

/// The title of the problem behind an error.
pub(crate) fn of_error(error: operations::Error) -> String {
    let problem = serde_json::to_value(crate::problem::of(error)).unwrap();
    let code = problem["code"].as_str().unwrap();
    let mut text = text(&format!("problem-{code}"));
    for (name, value) in problem.as_object().unwrap() {
        let value = match value {
            _ if name == "host" => HOST.to_owned(),
            Value::String(value) => value.clone(),
            value => value.to_string(),
        };
        text = text.replace(&format!("{{ ${name} }}"), &value);
    }
    assert!(!text.contains('{'), "a part of \"{text}\" is not filled in");
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// What a key's state is called.
pub(crate) fn of_status(status: KeyStatus) -> String {
    let mut id = "status".to_owned();
    for letter in format!("{status:?}").chars() {
        if letter.is_uppercase() {
            id.push(if id == "status" { '-' } else { '_' });
        }
        id.extend(letter.to_lowercase());
    }
    text(&id)
}

fn text(id: &str) -> String {
    let start = format!("{id} = ");
    let mut lines = ENGLISH.iter().flat_map(|text| text.lines());
    let line = lines.find_map(|line| line.strip_prefix(&start));
    line.unwrap_or_else(|| panic!("no English text \"{id}\""))
        .to_owned()
}
