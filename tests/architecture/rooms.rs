//! Who may know whom: each room's manifest against the table of ARCHITECTURE.md.

use super::tree::{read, sources};
use std::collections::BTreeSet;
use toml::Table;

/// Rooms, and the other rooms they may import.
const ROOMS: &[(&str, &[&str])] = &[
    ("keys", &[]),
    ("contract", &[]),
    ("practice", &[]),
    ("inventory", &["keys"]),
    ("keychain", &["keys"]),
    ("clipboard", &["keys"]),
    ("web-session", &["keys"]),
    ("coopcycle", &["keys", "web-session"]),
    ("woocommerce", &["keys", "web-session"]),
    ("sealed", &["keys"]),
    ("handover", &["keys"]),
    ("transfer", &["keys"]),
    (
        "operations",
        &[
            "keys",
            "inventory",
            "keychain",
            "clipboard",
            "coopcycle",
            "sealed",
            "handover",
            "transfer",
            "woocommerce",
        ],
    ),
];

/// Crates that only these rooms may import.
const OWNED: &[(&str, &[&str])] = &[
    ("rusqlite", &["inventory", "practice"]),
    ("reqwest", &["web-session", "coopcycle", "woocommerce"]),
    ("scraper", &["web-session", "coopcycle", "woocommerce"]),
    ("axum", &["practice"]),
    ("keyring-core", &["keychain"]),
    ("secret-service", &["keychain"]),
    ("arboard", &["clipboard"]),
    ("age", &["sealed"]),
    ("keepass", &["transfer"]),
    ("fluent-bundle", &["handover"]),
    (
        "serde",
        &[
            "coopcycle",
            "contract",
            "practice",
            "transfer",
            "web-session",
            "woocommerce",
        ],
    ),
    (
        "serde_json",
        &[
            "coopcycle",
            "contract",
            "practice",
            "transfer",
            "web-session",
            "woocommerce",
        ],
    ),
    ("tauri", &[]),
];

fn manifest(room: &str) -> Table {
    read(&format!("src-tauri/{room}/Cargo.toml"))
        .parse()
        .expect("a manifest")
}

/// What a room imports in the program itself, on any system.
fn dependencies(room: &str) -> BTreeSet<String> {
    let manifest = manifest(room);
    let mut found: BTreeSet<String> = names(&manifest);
    if let Some(targets) = manifest
        .get("target")
        .and_then(|targets| targets.as_table())
    {
        for target in targets.values() {
            found.extend(names(target.as_table().expect("a target")));
        }
    }
    found
}

fn names(table: &Table) -> BTreeSet<String> {
    let dependencies = table
        .get("dependencies")
        .and_then(|dependencies| dependencies.as_table());
    dependencies
        .map(|table| table.keys().cloned().collect())
        .unwrap_or_default()
}

#[test]
fn a_room_imports_only_the_rooms_it_may_know() {
    let all: BTreeSet<&str> = ROOMS.iter().map(|(room, _)| *room).collect();
    for (room, allowed) in ROOMS {
        for dependency in dependencies(room) {
            let is_room = all.contains(dependency.as_str());
            assert!(
                !is_room || allowed.contains(&dependency.as_str()),
                "{room} imports {dependency}"
            );
        }
    }
}

#[test]
fn every_folder_with_a_manifest_is_a_room_of_the_table() {
    let known: BTreeSet<String> = ROOMS.iter().map(|(room, _)| (*room).to_owned()).collect();
    let folders = std::fs::read_dir(super::tree::root().join("src-tauri")).expect("src-tauri");
    for folder in folders {
        let folder = folder.expect("a folder");
        let name = folder.file_name().to_string_lossy().into_owned();
        let has_manifest = folder.path().join("Cargo.toml").exists();
        assert_eq!(has_manifest, known.contains(&name), "{name}");
    }
}

#[test]
fn a_crate_with_an_owner_is_imported_by_its_owner_only() {
    for (room, _) in ROOMS {
        let dependencies = dependencies(room);
        for (owned, owners) in OWNED {
            let imports = dependencies.contains(*owned);
            assert!(!imports || owners.contains(room), "{room} imports {owned}");
        }
    }
}

#[test]
fn the_practice_co_op_shares_nothing_with_the_program() {
    let manifest = manifest("practice");
    for table in ["dependencies", "dev-dependencies"] {
        let Some(table) = manifest.get(table).and_then(|table| table.as_table()) else {
            continue;
        };
        for (room, _) in ROOMS {
            assert!(!table.contains_key(*room), "practice imports {room}");
        }
    }
    for source in sources(
        &["src-tauri/coopcycle", "src-tauri/web-session"],
        &[".rs", ".toml"],
    ) {
        assert!(
            !source.text.contains("practice::"),
            "{} knows practice",
            source.path
        );
    }
}

#[test]
fn domain_types_cross_no_border_by_themselves() {
    let rooms = [
        "keys",
        "inventory",
        "operations",
        "keychain",
        "clipboard",
        "sealed",
        "handover",
    ];
    for room in rooms {
        for source in sources(&[&format!("src-tauri/{room}/src")], &[".rs"]) {
            assert!(
                !source.text.contains("Serialize"),
                "{} serializes",
                source.path
            );
        }
    }
}

#[test]
fn nothing_in_a_simulated_run_is_left_to_chance_or_to_the_real_clock() {
    for source in sources(&["tests/simulation"], &[".rs"]) {
        // The driver of many runs measures them; a run itself must repeat.
        if source.path.ends_with("/many.rs") {
            continue;
        }
        for banned in [
            "SystemTime",
            "std::time::Instant",
            "sleep(",
            "getrandom",
            "HashMap",
            "HashSet",
            "fastrand::Rng::new",
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
fn only_practice_listens() {
    let folders: Vec<String> = ROOMS
        .iter()
        .filter(|(room, _)| *room != "practice")
        .map(|(room, _)| format!("src-tauri/{room}/src"))
        .collect();
    let folders: Vec<&str> = folders.iter().map(String::as_str).collect();
    for source in sources(&folders, &[".rs"]) {
        if source.path.contains("tests") {
            continue;
        }
        assert!(
            !source.text.contains("TcpListener"),
            "{} listens",
            source.path
        );
    }
    for source in sources(&["src-tauri/app"], &[".rs"]) {
        if source.text.contains("TcpListener::bind") {
            assert!(
                source.path.contains("/practice_"),
                "{} listens",
                source.path
            );
            assert!(
                source.text.contains("Ipv4Addr::LOCALHOST"),
                "{} off loopback",
                source.path
            );
        }
    }
}
