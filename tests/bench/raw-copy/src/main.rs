//! One secret from the keychain to the clipboard with the libraries alone, told what to do line by
//! line on standard input: `put KEY…` stores invented secrets of these keys, `copy TIMES KEY…`
//! copies them in turn. Answers each with a line: how many were stored, or the milliseconds of each
//! copy.

use secret_service::EncryptionType;
use secret_service::blocking::SecretService;
use std::collections::HashMap;
use std::error::Error;
use std::fmt::Write as _;
use std::io;
use std::time::Instant;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let service = SecretService::connect(EncryptionType::Dh)?;
    let mut clipboard = arboard::Clipboard::new()?;
    for line in io::stdin().lines() {
        let line = line?;
        let mut words = line.split(' ');
        let verb = words.next();
        let numbers: Vec<usize> = words.map(str::parse).collect::<Result<_, _>>()?;
        match (verb, numbers.as_slice()) {
            (Some("put"), keys) => {
                put(&service, keys)?;
                println!("{}", keys.len());
            }
            (Some("copy"), [times, keys @ ..]) => {
                println!("{}", copies(&service, &mut clipboard, *times, keys)?);
            }
            _ => return Err("not understood".into()),
        }
    }
    Ok(())
}

/// The name the product gives the secret of that key of the invented server.
fn user(key: usize) -> String {
    format!("town.example key {key}")
}

fn names(user: &str) -> HashMap<&str, &str> {
    HashMap::from([("service", "Saddlebag"), ("username", user)])
}

fn put(service: &SecretService<'_>, keys: &[usize]) -> Outcome<()> {
    let collection = service.get_default_collection()?;
    for key in keys {
        let user = user(*key);
        // As long as the server's secrets, and never the same twice.
        let secret = format!("{key:0128x}");
        collection.create_item(&user, names(&user), secret.as_bytes(), true, "text/plain")?;
    }
    Ok(())
}

fn copies(
    service: &SecretService<'_>,
    clipboard: &mut arboard::Clipboard,
    times: usize,
    keys: &[usize],
) -> Outcome<String> {
    let mut took = String::new();
    for key in keys.iter().cycle().take(times) {
        let begun = Instant::now();
        copy(service, clipboard, *key)?;
        write!(took, "{:.3} ", begun.elapsed().as_secs_f64() * 1_000.0)?;
    }
    Ok(took.trim_end().to_owned())
}

fn copy(
    service: &SecretService<'_>,
    clipboard: &mut arboard::Clipboard,
    key: usize,
) -> Outcome<()> {
    let user = user(key);
    let found = service.search_items(names(&user))?;
    let item = found
        .unlocked
        .first()
        .ok_or("no such secret, or it is locked")?;
    clipboard.set_text(String::from_utf8(item.get_secret()?)?)?;
    Ok(())
}
