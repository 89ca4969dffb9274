//! The real clipboard of an X server that each test starts for itself, seen by another program.
#![cfg(target_os = "linux")]

mod x_server;

use x_server::XServer;

const COPIED: &str = "Ok(Copied { hidden_from_history: true, clears_after: ";

#[test]
fn copied_text_is_pasted_by_another_program_with_the_hint() {
    let server = XServer::start();
    let mut holder = server.holder();
    let answer = holder.tell("copy 60000 clé-4711");
    assert_eq!(answer, format!("{COPIED}Some(60s) }})"));
    assert_eq!(server.paste().as_deref(), Some("clé-4711"));
    let targets = server.targets();
    assert!(targets.contains("x-kde-passwordManagerHint"), "{targets}");
}

#[test]
fn copied_text_is_gone_after_its_time() {
    let server = XServer::start();
    let mut holder = server.holder();
    holder.tell("copy 100 one");
    assert_eq!(holder.tell("wait"), "Ok(Nothing)");
    assert_eq!(server.paste(), None);
}

#[test]
fn second_copy_is_pasted_instead_of_the_first() {
    let server = XServer::start();
    let mut holder = server.holder();
    holder.tell("copy 60000 one");
    assert_eq!(holder.tell("keep two"), format!("{COPIED}None }})"));
    assert_eq!(server.paste().as_deref(), Some("two"));
}

#[test]
fn text_of_another_program_is_left_alone() {
    let server = XServer::start();
    let mut holder = server.holder();
    holder.tell("copy 60000 one");
    let _other = server.copy_elsewhere("another's");
    assert_eq!(holder.tell("clear"), "Ok(NotOurs)");
    assert_eq!(server.paste().as_deref(), Some("another's"));
}

#[test]
fn copied_text_can_be_cleared_at_once() {
    let server = XServer::start();
    let mut holder = server.holder();
    assert_eq!(holder.tell("clear"), "Ok(Nothing)");
    holder.tell("copy 60000 one");
    assert_eq!(holder.tell("clear"), "Ok(Done)");
    assert_eq!(server.paste(), None);
}

#[test]
fn quitting_clears_what_is_ours() {
    let server = XServer::start();
    let mut holder = server.holder();
    holder.tell("keep one");
    assert_eq!(holder.tell("quit"), "quit");
    holder.end();
    assert_eq!(server.paste(), None);
}

#[test]
fn no_display_is_an_error_and_not_copied() {
    let mut holder = x_server::holder_without_display();
    let answer = holder.tell("keep one");
    assert!(answer.starts_with("Err(Unavailable"), "{answer}");
}

#[test]
fn display_server_that_hangs_ends_in_an_error() {
    let server = XServer::start();
    let mut holder = server.holder();
    holder.tell("keep one");
    server.freeze();
    assert_eq!(holder.tell("keep two"), "Err(TimedOut)");
    server.thaw();
    assert_eq!(holder.tell("keep three"), format!("{COPIED}None }})"));
    assert_eq!(server.paste().as_deref(), Some("three"));
}
