//! Times search and opening over invented records and prints one line of JSON.
//!
//! Each search is for another text than the one before, and a window of 60 of its rows is fetched
//! apart. Beside it stands a plain scan for the same word over as many bytes as the searched texts.

use inventory::{Inventory, KeyQuery, NewConnection, SeenKey};
use keys::{
    ConnectionKind, Identifier, KeyType, Moment, Scope, ServerAppId, ServerUrl, SessionState,
};
use std::error::Error;
use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

const STREETS: [&str; 8] = [
    "Crêperie",
    "Fleuriste",
    "Boulangerie",
    "Épicerie",
    "Κρεπερί",
    "Пекарня",
    "مخبز",
    "自転車便",
];
const OWNERS: [&str; 7] = ["Noël", "Rosa", "Zoé", "Ærø", "Straße", "Łucja", "Ana"];
/// From words in every record to words in none.
const TEXTS: [&str; 12] = [
    "e",
    "shop",
    "rosa",
    "creperie",
    "fleuriste zoe",
    "shop 77",
    "пекарня",
    "自転車便 ana",
    "nowhere",
    "aero 123",
    "abcdef",
    "epicerie 1",
];
const WINDOW: usize = 60;
const ROUNDS: usize = 240;

fn main() -> Result<(), Box<dyn Error>> {
    let mut json = String::from("{\"search\":[");
    for (number, count) in [1_000, 10_000, 100_000].into_iter().enumerate() {
        if number > 0 {
            json.push(',');
        }
        measure(count, &mut json)?;
    }
    json.push_str("]}");
    #[expect(clippy::print_stdout, reason = "the line is what this program is for")]
    {
        println!("{json}");
    }
    Ok(())
}

fn measure(count: usize, json: &mut String) -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("inventory.db");
    let plain = fill(&path, count)?;

    let begun = Instant::now();
    let inventory = Inventory::open(&path, Moment(0))?;
    let opened = begun.elapsed();
    inventory.list_keys(&query("", 0, WINDOW))?;
    let listed = begun.elapsed();

    let (mut searches, mut windows, mut scans) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let text = TEXTS[round % TEXTS.len()];
        // No row is fetched: what is timed is the search itself, then the rows of its first window.
        searches.push(time(|| inventory.list_keys(&query(text, 0, 0)))?);
        windows.push(time(|| inventory.list_keys(&query(text, 0, WINDOW)))?);
        let word = text
            .split(' ')
            .max_by_key(|word| word.len())
            .unwrap_or(text);
        let begun = Instant::now();
        black_box(memchr::memmem::find_iter(plain.as_bytes(), word).count());
        scans.push(begun.elapsed());
    }
    for times in [&mut searches, &mut windows, &mut scans] {
        times.sort_unstable();
    }
    write!(
        json,
        "{{\"keys\":{count},\"bytes\":{},\"open_ms\":{},\"open_and_list_ms\":{},\
         \"search_p50_ms\":{},\"search_p99_ms\":{},\"window_p50_ms\":{},\"window_p99_ms\":{},\
         \"scan_p50_ms\":{},\"scan_p99_ms\":{},\"search_to_scan_p50\":{:.2},\
         \"search_to_scan_p99\":{:.2}}}",
        plain.len(),
        milliseconds(opened),
        milliseconds(listed),
        milliseconds(at(&searches, 50)),
        milliseconds(at(&searches, 99)),
        milliseconds(at(&windows, 50)),
        milliseconds(at(&windows, 99)),
        milliseconds(at(&scans, 50)),
        milliseconds(at(&scans, 99)),
        at(&searches, 50).as_secs_f64() / at(&scans, 50).as_secs_f64(),
        at(&searches, 99).as_secs_f64() / at(&scans, 99).as_secs_f64(),
    )?;
    Ok(())
}

/// Writes that many keys, and gives back their texts in one piece.
fn fill(path: &Path, count: usize) -> Result<String, Box<dyn Error>> {
    let inventory = Inventory::open(path, Moment(0))?;
    let name = "Invented town";
    let connection = inventory.add_connection(&NewConnection {
        kind: ConnectionKind::Practice,
        url: ServerUrl::parse("https://town.example")?,
        name: name.to_owned(),
        username: "ada".to_owned(),
        session: SessionState::SignedIn,
        country: None,
        locale: None,
        site: None,
    })?;
    let mut plain = String::new();
    let mut seen = Vec::with_capacity(count);
    for (number, server_id) in (0..count).zip(1_i64..) {
        let store_name = format!(
            "{} {} {}",
            STREETS[number % STREETS.len()],
            OWNERS[number % OWNERS.len()],
            number / 3
        );
        let app_name = format!("Webshop {number}");
        // Numbers that look random, as Identifiers do.
        let spread = u128::from(server_id.unsigned_abs())
            .wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
        let identifier = format!("{spread:032x}");
        let text = format!("{store_name}\n{app_name}\n{identifier}\n{name}\n");
        plain.push_str(&text.to_lowercase());
        seen.push(SeenKey {
            server_id: ServerAppId(server_id),
            app_name,
            key_type: KeyType::OAuth,
            store: Some(None),
            store_name,
            scopes: Some(vec![Scope::Deliveries]),
            identifier: Identifier::new(&identifier),
            fingerprint: Some(vec![7; 16]),
        });
    }
    inventory.record_keys(connection, true, &seen, Moment(0))?;
    Ok(plain)
}

fn query(text: &str, offset: usize, limit: usize) -> KeyQuery {
    KeyQuery {
        text: text.to_owned(),
        offset,
        limit,
        ..KeyQuery::default()
    }
}

fn time<T>(act: impl FnOnce() -> inventory::Result<T>) -> inventory::Result<Duration> {
    let begun = Instant::now();
    black_box(act()?);
    Ok(begun.elapsed())
}

fn at(sorted: &[Duration], percent: usize) -> Duration {
    sorted[(sorted.len() - 1) * percent / 100]
}

fn milliseconds(time: Duration) -> String {
    format!("{:.3}", time.as_secs_f64() * 1_000.0)
}
