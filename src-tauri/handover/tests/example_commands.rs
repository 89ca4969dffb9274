//! The command of a sheet computes the check code of the program.
#![cfg(target_os = "linux")]

use std::io::Write as _;
use std::process::{Command, Stdio};

use handover::{About, check_code, sheet};
use keys::{Identifier, KeyType, Platform, Secret, SheetLanguage};

fn about(identifier: Option<Identifier>) -> About {
    About {
        store_name: "Bakery X".to_owned(),
        app_name: "Webshop".to_owned(),
        connection_name: "Example Riders".to_owned(),
        base_url: "https://bikes.example".to_owned(),
        key_type: if identifier.is_some() {
            KeyType::OAuth
        } else {
            KeyType::ApiKey
        },
        identifier,
        check_code: None,
        date: "2026-11-22".to_owned(),
        sender: "camille".to_owned(),
        has_time_slot: None,
        permission: None,
        permalinks: None,
    }
}

/// What the shell prints for that command when the value is pasted.
fn run(command: &str, pasted: &str) -> String {
    let mut shell = Command::new("bash")
        .args(["-c", command])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a shell");
    let mut keyboard = shell.stdin.take().expect("a keyboard");
    writeln!(keyboard, "{pasted}").expect("pasted");
    drop(keyboard);
    let printed = shell.wait_with_output().expect("an end").stdout;
    String::from_utf8(printed).expect("text")
}

#[test]
fn the_command_on_a_sheet_gives_the_check_code() {
    let secret = Secret::new("5ec7".repeat(32));
    let consumer_key = Identifier::new(&format!("ck_{}", "3f9a".repeat(10)));
    for (identifier, key_type) in [
        (Identifier::new("3f9a'$(x)"), KeyType::OAuth),
        (None, KeyType::ApiKey),
        (consumer_key, KeyType::Consumer),
    ] {
        let mut about = about(identifier.clone());
        about.key_type = key_type;
        let expected = check_code(identifier.as_ref(), &secret).replace('-', "");
        for language in SheetLanguage::ALL {
            let text = sheet(&about, Platform::Curl, language).check_text;
            let from = text.find("read -rs").expect("a command");
            let end = text.find(" | sha256sum").expect("its end") + " | sha256sum".len();
            let printed = run(&text[from..end], secret.expose());
            assert!(printed.starts_with(&expected), "{printed} for {expected}");
        }
    }
}

#[test]
fn the_commands_of_the_curl_sheet_are_ones_a_shell_understands() {
    for identifier in [Identifier::new("3f9a'$(x)"), None] {
        let sheet = sheet(&about(identifier), Platform::Curl, SheetLanguage::En);
        let code = sheet.code.expect("commands");
        let checked = Command::new("bash").args(["-n", "-c", &code]).status();
        assert!(checked.expect("a shell").success(), "{code}");
    }
}
