//! How sources look: size, first line, names, and where a secret may be exposed.

use super::tree::{Source, sources};

/// The longest hand-written file, in lines.
const LINE_LIMIT: usize = 500;

/// Names that say nothing.
const VAGUE: &[&str] = &[
    "utils", "util", "common", "helpers", "helper", "types", "manager", "misc",
];

/// Where a secret's text may be taken out of its type, and why.
const EXPOSERS: &[(&str, &str)] = &[
    ("src-tauri/keys/src/secret.rs", "the type itself"),
    ("src-tauri/operations/src/fingerprint.rs", "hashes it"),
    (
        "src-tauri/operations/src/hand_over.rs",
        "draws it as a QR code",
    ),
    (
        "src-tauri/app/commands/keys.rs",
        "the reply to reveal_secret",
    ),
    (
        "src-tauri/app/toolkit.rs",
        "hands it to the toolkit's clipboard",
    ),
    ("src-tauri/keychain/", "hands it to the system's keychain"),
    ("src-tauri/clipboard/", "hands it to the system's clipboard"),
    ("src-tauri/coopcycle/", "sends it to its own server"),
    ("src-tauri/woocommerce/", "sends it to its own site"),
    (
        "src-tauri/operations/src/diagnose/site/entered.rs",
        "judges the shape of what was entered",
    ),
    (
        "src-tauri/operations/src/look_at_site.rs",
        "reads a Consumer key that rests beside its secret",
    ),
    (
        "src-tauri/operations/src/paste_key.rs",
        "judges the shape of what was pasted",
    ),
    ("src-tauri/sealed/", "seals with it"),
    (
        "src-tauri/handover/",
        "puts it into a sealed pack, a QR code, a check code",
    ),
    (
        "src-tauri/transfer/",
        "puts it into an export, reads imports",
    ),
    (
        "src-tauri/app/commands/handing.rs",
        "the words of a sealed pack, told once",
    ),
    (
        "src-tauri/app/commands/transfer.rs",
        "the words of an export, told once",
    ),
    (
        "src-tauri/web-session/",
        "sends cookies to their own server",
    ),
];

fn all_rust() -> Vec<Source> {
    sources(&["src-tauri", "tests"], &[".rs"])
}

#[test]
fn no_file_outgrows_its_subject() {
    let mut all = all_rust();
    all.extend(sources(
        &["ui/src", "ui/tests", "tests/e2e"],
        &[".ts", ".svelte", ".css", ".mjs"],
    ));
    for source in all {
        let lines = source.text.lines().count();
        assert!(lines <= LINE_LIMIT, "{} has {lines} lines", source.path);
    }
}

#[test]
fn every_rust_file_says_first_what_it_owns() {
    for source in all_rust() {
        assert!(
            source.text.starts_with("//! "),
            "{} begins otherwise",
            source.path
        );
    }
}

#[test]
fn no_file_has_a_vague_name() {
    let mut all = all_rust();
    all.extend(sources(
        &["ui/src", "tests/e2e"],
        &[".ts", ".svelte", ".mjs"],
    ));
    for source in all {
        let stem = source.path.rsplit('/').next().unwrap_or_default();
        let stem = stem.split('.').next().unwrap_or_default();
        assert!(!VAGUE.contains(&stem), "{}", source.path);
    }
}

#[test]
fn a_secret_is_exposed_only_where_it_must_be() {
    for source in all_rust() {
        let in_tests = source.path.contains("tests") || source.path.contains("/examples/");
        let allowed = EXPOSERS
            .iter()
            .any(|(place, _)| source.path.starts_with(place));
        let exposes = source.text.contains(".expose()");
        assert!(
            !exposes || allowed || in_tests,
            "{} exposes a secret",
            source.path
        );
    }
}

#[test]
fn nothing_is_left_unfinished_or_silenced() {
    for source in all_rust() {
        if source.path.starts_with("tests/") {
            continue;
        }
        for banned in ["#[ignore", "#[allow(", "todo!(", "unimplemented!("] {
            assert!(
                !source.text.contains(banned),
                "{} holds {banned}",
                source.path
            );
        }
    }
}
