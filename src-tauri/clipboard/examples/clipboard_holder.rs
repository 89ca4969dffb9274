//! Holds the clipboard as the program would, told what to do line by line on standard input:
//! `copy MILLISECONDS TEXT`, `keep TEXT`, `clear`, `extend MILLISECONDS`, `wait`, `quit`.
//! Answers each with one line. For trying a desktop by hand, and for the tests.
#![expect(clippy::print_stdout, reason = "its answers go to standard output")]

use clipboard::{Clipboard, Holding, Keep};
use keys::Secret;
use std::io;
use std::time::Duration;

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let clipboard = Clipboard::system(None);
    for line in io::stdin().lines() {
        let line = line?;
        let (verb, rest) = line.split_once(' ').unwrap_or((&line, ""));
        match verb {
            "copy" => {
                let (time, text) = rest.split_once(' ').unwrap_or((rest, ""));
                copy(&clipboard, text, Keep::For(milliseconds(time))).await;
            }
            "keep" => copy(&clipboard, rest, Keep::Forever).await,
            "clear" => println!("{:?}", clipboard.clear().await),
            "extend" => println!("{:?}", clipboard.extend(milliseconds(rest)).is_some()),
            "wait" => wait(&clipboard).await,
            "quit" => {
                clipboard.clear_on_quit();
                println!("quit");
                return Ok(());
            }
            _ => println!("unknown"),
        }
    }
    Ok(())
}

fn milliseconds(text: &str) -> Duration {
    Duration::from_millis(text.parse().unwrap_or_default())
}

async fn copy(clipboard: &Clipboard, text: &str, keep: Keep) {
    println!(
        "{:?}",
        clipboard.copy(&Secret::new(text.to_owned()), keep).await
    );
}

/// Until nothing is counted down any more.
async fn wait(clipboard: &Clipboard) {
    let mut holdings = clipboard.subscribe();
    let end = holdings
        .wait_for(|holding| !matches!(holding, Holding::Ours { .. }))
        .await;
    println!("{:?}", end.map(|holding| *holding));
}
