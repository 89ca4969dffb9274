//! The examples of a consumer key's sheet ask what they should, with the pair in the header alone.
#![cfg(target_os = "linux")]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::thread;

use handover::{About, sheet};
use keys::{Identifier, KeyType, Permission, Platform, SheetLanguage};

/// `ck_`, `cs_` and 40 digits each, as `printf '%s' "$KEY:$SECRET" | base64` gives them.
const KEY: &str = "ck_0123456789abcdef0123456789abcdef01234567";
const SECRET: &str = "cs_89abcdef0123456789abcdef0123456789abcdef";
const PAIR: &str = "Y2tfMDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWYwMTIzNDU2Nzpjc184OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWYwMTIzNDU2Nzg5YWJjZGVm";

fn example(site: &str, permission: Permission) -> String {
    let about = About {
        store_name: "Bakery X".to_owned(),
        app_name: "Stock".to_owned(),
        connection_name: "Bakery X".to_owned(),
        base_url: site.to_owned(),
        key_type: KeyType::Consumer,
        identifier: Identifier::new(KEY),
        check_code: None,
        date: "2026-11-22".to_owned(),
        sender: "camille".to_owned(),
        has_time_slot: None,
        permission: Some(permission),
        permalinks: None,
    };
    let sheet = sheet(&about, Platform::Curl, SheetLanguage::En);
    sheet.code.expect("an example")
}

/// The first line of a request and its `Authorization`. It is answered with `200 {}`.
fn answer(stream: TcpStream) -> (String, String) {
    let mut reader = BufReader::new(stream);
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).expect("a line");
        if line.trim().is_empty() {
            break;
        }
        lines.push(line.trim().to_owned());
    }
    let mut stream = reader.into_inner();
    stream
        .write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}")
        .expect("answered");
    let sent = lines
        .iter()
        .find_map(|line| line.strip_prefix("Authorization: "));
    (lines[0].clone(), sent.unwrap_or_default().to_owned())
}

/// What the site is asked when the example is run and the secret pasted; as many requests as that.
fn asked(permission: Permission, requests: usize) -> Vec<(String, String)> {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let site = thread::spawn(move || {
        let streams = listener.incoming().take(requests);
        streams
            .map(|stream| answer(stream.expect("a request")))
            .collect()
    });
    let code = example(&format!("http://127.0.0.1:{port}/boutique"), permission);
    let mut shell = Command::new("bash")
        .args(["-c", &code])
        .env("no_proxy", "*")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a shell");
    let mut keyboard = shell.stdin.take().expect("a keyboard");
    writeln!(keyboard, "{SECRET}").expect("pasted");
    drop(keyboard);
    let mut printed = String::new();
    let mut screen = shell.stdout.take().expect("a screen");
    screen.read_to_string(&mut printed).expect("text");
    assert!(shell.wait().expect("an end").success(), "{code}");
    assert_eq!(printed, "{}".repeat(requests), "{code}");
    site.join().expect("answered")
}

#[test]
fn a_key_that_reads_is_tried_by_reading() {
    for permission in [Permission::Read, Permission::ReadWrite] {
        let reading = "GET /boutique/wp-json/wc/v3/data?_fields=slug HTTP/1.1";
        assert_eq!(
            asked(permission, 1),
            [(reading.to_owned(), format!("Basic {PAIR}"))]
        );
    }
}

#[test]
fn a_key_that_only_writes_is_tried_where_nothing_can_be_written() {
    let asked = asked(Permission::Write, 2);
    let lines: Vec<&str> = asked.iter().map(|(line, _)| line.as_str()).collect();
    assert_eq!(
        lines,
        [
            "GET /boutique/wp-json/wc/v3/data?_fields=slug HTTP/1.1",
            "POST /boutique/wp-json/wc/v3 HTTP/1.1"
        ]
    );
    assert!(
        asked
            .iter()
            .all(|(_, sent)| *sent == format!("Basic {PAIR}"))
    );
}
