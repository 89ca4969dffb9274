//! What a sheet tells its receiver to run, run by a real shell against the co-op.

use super::desk::Desk;
use super::stage::Stage;
use keys::{KeyType, Platform, Scope, ServerStoreId, SheetLanguage};
use operations::{NewKey, SheetFor};
use std::process::Stdio;
use tokio::io::AsyncWriteExt as _;
use tokio::process::Command;

#[tokio::test]
async fn the_commands_of_a_sheet_work_with_the_secret_typed_in() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    for key_type in [KeyType::OAuth, KeyType::ApiKey] {
        let new = NewKey {
            connection: id,
            name: "example of a sheet".to_owned(),
            key_type,
            scopes: vec![Scope::Deliveries],
            store: Some(ServerStoreId(1)),
        };
        let key = operations::create_key(&desk.context, &new)
            .await
            .unwrap()
            .key;
        let key = desk.context.inventory.key(key).unwrap().unwrap();
        let sheet = SheetFor {
            key: key.id,
            platform: Platform::Curl,
            language: SheetLanguage::En,
        };
        let sheet = operations::sheet(&desk.context, sheet).await.unwrap();
        let secret = desk.secret(&stage, key.server_id.0).await.unwrap();
        let example = sheet.code.expect("an example");
        assert!(!example.contains(&secret));
        let answer = run(&example, &secret).await;
        let told: serde_json::Value = serde_json::from_str(&answer).expect(&answer);
        assert_eq!(told["name"], key.app_name.as_str(), "{answer}");
        let code = sheet.check_code.expect("a check code").replace('-', "");
        let command = sheet.check_text.split("read -rs S; ").nth(1).unwrap();
        let command = command.split("sha256sum").next().unwrap();
        let printed = run(&format!("read -rs S; {command}sha256sum"), &secret).await;
        assert!(printed.starts_with(&code), "{printed} is not {code}");
    }
}

/// Runs commands in a shell of its own, with that line typed in.
async fn run(commands: &str, typed: &str) -> String {
    let mut shell = Command::new("bash")
        .args(["-c", commands])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a shell");
    let mut input = shell.stdin.take().unwrap();
    input.write_all(typed.as_bytes()).await.unwrap();
    input.write_all(b"\n").await.unwrap();
    drop(input);
    let done = shell.wait_with_output().await.unwrap();
    let complaint = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{complaint}");
    String::from_utf8(done.stdout).unwrap()
}
