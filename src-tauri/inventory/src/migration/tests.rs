//! Every version that was ever written opens, and none is edited after the fact.

use super::{APPLICATION_ID, STEPS, all};
use rusqlite::Connection;

/// The schema as SQLite keeps it, in a fixed order.
fn schema(db: &Connection) -> Vec<String> {
    db.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap()
}

#[test]
fn every_past_version_reaches_the_schema_of_a_fresh_file() {
    let mut fresh = Connection::open_in_memory().unwrap();
    all().to_latest(&mut fresh).unwrap();
    for version in 0..=STEPS.len() {
        let mut old = Connection::open_in_memory().unwrap();
        all().to_version(&mut old, version).unwrap();
        all().to_latest(&mut old).unwrap();
        assert_eq!(schema(&old), schema(&fresh), "from version {version}");
    }
}

#[test]
fn the_file_is_marked_as_ours() {
    let mut db = Connection::open_in_memory().unwrap();
    all().to_latest(&mut db).unwrap();
    let id: i64 = db
        .pragma_query_value(None, "application_id", |row| row.get(0))
        .unwrap();
    assert_eq!(id, APPLICATION_ID);
}

/// Released steps by the FNV-1a print of their text. Add a line for a new step; never change one.
const PRINTS: [u64; STEPS.len()] = [
    0x4919_7699_1caf_8caa,
    0xc16f_4986_b2bf_0f92,
    0xb558_e2ab_f926_7636,
    0x51c5_90f0_3bc1_5335,
];

#[test]
fn released_steps_are_as_they_were_released() {
    let texts = [
        include_str!("0001_first.sql"),
        include_str!("0002_offline_work.sql"),
        include_str!("0003_handing_over.sql"),
        include_str!("0004_sites.sql"),
    ];
    assert_eq!(texts.len(), STEPS.len());
    let prints = texts.map(|text| {
        text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |print, byte| {
            (print ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
    });
    assert_eq!(prints, PRINTS);
}

#[test]
fn no_column_is_named_after_a_secret() {
    let mut db = Connection::open_in_memory().unwrap();
    all().to_latest(&mut db).unwrap();
    let schema = schema(&db).join("\n").to_lowercase();
    for word in ["secret", "password", "token", "cookie"] {
        assert!(!schema.contains(word), "{word}");
    }
}
