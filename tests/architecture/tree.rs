//! Reads the project's own files.

use std::path::{Path, PathBuf};

/// The project's top folder.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A file's text, by its path from the top.
pub(crate) fn read(path: &str) -> String {
    let full = root().join(path);
    std::fs::read_to_string(&full).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A hand-written source file: its path from the top, and its text.
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// All hand-written source files below these folders, with these endings.
pub(crate) fn sources(folders: &[&str], endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    for folder in folders {
        walk(&root().join(folder), folder, endings, &mut found);
    }
    assert!(!found.is_empty(), "no source below {folders:?}");
    found
}

fn walk(folder: &Path, shown: &str, endings: &[&str], found: &mut Vec<Source>) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{shown}: {error}"));
    for entry in entries {
        let entry = entry.expect("a readable folder");
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{shown}/{name}");
        let kind = entry.file_type().expect("a kind of file");
        if kind.is_dir() {
            if !["node_modules", "dist", "target"].contains(&name.as_str()) {
                walk(&entry.path(), &path, endings, found);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) && name != "contract.ts" {
            let text = std::fs::read_to_string(entry.path()).expect("a readable file");
            found.push(Source { path, text });
        }
    }
}
