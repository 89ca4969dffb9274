//! The border between page and program: what is permitted, and what the page may load.

use super::tree::{read, sources};
use serde_json::Value;
use std::collections::BTreeSet;

fn json(path: &str) -> Value {
    serde_json::from_str(&read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn each_command_is_permitted_by_name_and_nothing_else_is() {
    let capability = json("src-tauri/app/capabilities/main.json");
    let permitted: BTreeSet<&str> = capability["permissions"]
        .as_array()
        .expect("permissions")
        .iter()
        .map(|permission| permission.as_str().expect("a name"))
        .collect();
    let mut expected: BTreeSet<String> = contract::COMMANDS
        .iter()
        .map(|name| format!("allow-{}", name.replace('_', "-")))
        .collect();
    expected.insert("core:event:allow-listen".to_owned());
    expected.insert("core:event:allow-unlisten".to_owned());
    let expected: BTreeSet<&str> = expected.iter().map(String::as_str).collect();
    assert_eq!(permitted, expected);
    assert_eq!(capability["windows"], serde_json::json!(["main"]));
    assert!(
        capability.get("remote").is_none(),
        "no remote page may ask anything"
    );
}

#[test]
fn the_small_window_may_ask_for_what_its_strip_offers() {
    let capability = json("src-tauri/app/capabilities/turn.json");
    assert_eq!(capability["windows"], serde_json::json!(["turn"]));
    assert!(capability.get("remote").is_none());
    let permitted = capability["permissions"].as_array().expect("permissions");
    for permission in permitted {
        let name = permission.as_str().expect("a name");
        let harmless = [
            "core:event:allow-listen",
            "core:event:allow-unlisten",
            "allow-overview",
            "allow-copy-next",
            "allow-stop-copying-in-turn",
            "allow-clear-clipboard",
            "allow-extend-clipboard",
        ];
        assert!(harmless.contains(&name), "{name}");
    }
}

#[test]
fn the_shell_handles_just_the_commands_of_the_contract() {
    let launch = read("src-tauri/app/launch.rs");
    let list = launch
        .split("generate_handler![")
        .nth(1)
        .expect("the list of commands");
    let list = list.split(']').next().expect("its end");
    let handled: BTreeSet<&str> = list
        .split(',')
        .filter_map(|path| path.trim().rsplit("::").next())
        .filter(|name| !name.is_empty())
        .collect();
    let expected: BTreeSet<&str> = contract::COMMANDS.iter().copied().collect();
    assert_eq!(handled, expected);
}

#[test]
fn every_command_is_asynchronous() {
    for source in sources(&["src-tauri/app/commands"], &[".rs"]) {
        for (index, _) in source.text.match_indices("#[tauri::command") {
            let signature = source.text[index..].lines().nth(1).expect("a function");
            assert!(
                signature.contains("async fn"),
                "{}: {signature}",
                source.path
            );
        }
    }
}

#[test]
fn the_page_loads_nothing_from_elsewhere_and_nothing_inline() {
    let configuration = json("tauri.conf.json");
    let security = &configuration["app"]["security"];
    let policy = security["csp"].as_object().expect("a policy");
    assert_eq!(policy["default-src"], "'none'");
    for (directive, value) in policy {
        let value = value.as_str().expect("a text");
        for source in value.split(' ') {
            let local = ["'none'", "'self'", "data:", "ipc:", "http://ipc.localhost"];
            assert!(local.contains(&source), "{directive} allows {source}");
            let is_image = directive == "img-src";
            assert!(source != "data:" || is_image, "{directive} allows data:");
        }
    }
    assert_eq!(security["freezePrototype"], true);
    assert_eq!(configuration["app"]["withGlobalTauri"], false);
    assert_eq!(configuration["app"]["windows"], serde_json::json!([]));
    let manifest = read("Cargo.toml");
    assert!(
        !manifest.contains("\"devtools\""),
        "devtools stay off in release"
    );
}

#[test]
fn one_file_of_the_page_knows_the_shell() {
    for source in sources(&["ui/src"], &[".ts", ".svelte"]) {
        let knows = source.text.contains("@tauri-apps");
        assert!(
            !knows || source.path == "ui/src/backend.ts",
            "{} knows Tauri",
            source.path
        );
    }
}

#[test]
fn the_page_keeps_nothing_and_calls_nobody() {
    for source in sources(&["ui/src"], &[".ts", ".svelte", ".html"]) {
        for banned in [
            "localStorage",
            "sessionStorage",
            "indexedDB",
            "fetch(",
            "XMLHttpRequest",
            "WebSocket",
            "innerHTML",
            "{@html",
            "eval(",
            "document.cookie",
        ] {
            assert!(
                !source.text.contains(banned),
                "{} holds {banned}",
                source.path
            );
        }
    }
}

#[test]
fn the_page_knows_the_secret_only_by_one_command() {
    let contract = contract::typescript();
    let holders: Vec<&str> = contract
        .lines()
        .filter(|line| line.contains("RevealedSecret") && line.contains("reply:"))
        .collect();
    assert_eq!(holders.len(), 1, "{holders:?}");
    assert!(
        holders[0].trim_start().starts_with("reveal_secret:"),
        "{holders:?}"
    );
}
