//! A sealed pack opens with the `age` program that a receiver has.
#![cfg(target_os = "linux")]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use handover::{About, check_code, pack, sheet};
use keys::{Identifier, KeyType, Platform, Secret, SheetLanguage};

/// Runs `age -d` in a terminal of its own, because it asks for the words there and nowhere else.
fn open_with_age(folder: &Path, words: &str) -> bool {
    let mut terminal = Command::new("script")
        .args(["-qec", "age -d -o key.txt pack.age", "/dev/null"])
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("a terminal");
    let mut keyboard = terminal.stdin.take().expect("a keyboard");
    keyboard
        .write_all(format!("{words}\n").as_bytes())
        .expect("typed");
    drop(keyboard);
    terminal.wait().expect("an end").success()
}

fn is_installed(program: &str) -> bool {
    let asked = Command::new(program).arg("--version").output();
    asked.is_ok_and(|answer| answer.status.success())
}

#[test]
fn a_pack_opens_with_another_program_and_its_words_alone() {
    for program in ["age", "script"] {
        assert!(
            is_installed(program),
            "\"{program}\" is missing; `./dev test` installs it"
        );
    }
    let identifier = Identifier::new(&"3f9a".repeat(8));
    let secret = Secret::new("5ec7".repeat(32));
    let about = About {
        store_name: "Crème & Châtaigne".to_owned(),
        app_name: "Webshop".to_owned(),
        connection_name: "Example Riders".to_owned(),
        base_url: "https://bikes.example".to_owned(),
        key_type: KeyType::OAuth,
        check_code: Some(check_code(identifier.as_ref(), &secret)),
        identifier: identifier.clone(),
        date: "2026-11-22".to_owned(),
        sender: "camille".to_owned(),
        has_time_slot: Some(true),
        permission: None,
        permalinks: None,
    };
    let sheet = sheet(&about, Platform::WooCommerce, SheetLanguage::Fr);
    let plain = pack(&sheet, &about.base_url, identifier.as_ref(), &secret);
    let words = sealed::generate_passphrase();
    let bytes = sealed::seal(plain.as_bytes(), &words).expect("sealed");

    let folder = tempfile::tempdir().expect("a folder");
    let path = sealed::write_new(&folder.path().join("pack.age"), &bytes).expect("written");
    let on_disk = fs::read(&path).expect("readable");
    let hidden = |value: &str| {
        !on_disk
            .windows(value.len())
            .any(|part| part == value.as_bytes())
    };
    assert!(hidden(secret.expose()) && hidden("Webshop"));

    assert!(!open_with_age(folder.path(), "some-other-words"));
    assert!(open_with_age(folder.path(), words.expose()));
    let opened = fs::read_to_string(folder.path().join("key.txt")).expect("opened");
    assert_eq!(opened, *plain);
    assert!(opened.lines().any(|line| line == secret.expose()));
}
