//! `_fields`: only what was asked for of an answer.

use serde_json::{Map, Value};

/// The wanted parts of a thing, or of each thing of a list. Names may lead inward with dots.
pub(crate) fn filter(value: &Value, wanted: &str) -> Value {
    let paths: Vec<Vec<&str>> = wanted
        .split(',')
        .map(|path| path.trim().split('.').collect())
        .collect();
    let paths: Vec<&[&str]> = paths.iter().map(Vec::as_slice).collect();
    match value {
        Value::Array(items) => items.iter().map(|item| keep(item, &paths)).collect(),
        other => keep(other, &paths),
    }
}

fn keep(value: &Value, paths: &[&[&str]]) -> Value {
    let Value::Object(fields) = value else {
        return value.clone();
    };
    let mut kept = Map::new();
    for (name, value) in fields {
        let inner: Vec<&[&str]> = paths
            .iter()
            .filter(|path| path.first() == Some(&name.as_str()))
            .map(|path| &path[1..])
            .collect();
        if inner.is_empty() {
            continue;
        }
        let is_whole = inner.iter().any(|path| path.is_empty());
        let value = if is_whole {
            value.clone()
        } else {
            keep(value, &inner)
        };
        kept.insert(name.clone(), value);
    }
    Value::Object(kept)
}
