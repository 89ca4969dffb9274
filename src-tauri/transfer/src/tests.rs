//! No type of this room shows a secret.

use crate::{
    FoundKey, Kdbx, Ours, Parcel, ParcelConnection, ParcelKey, Theirs, read, read_kdbx, read_table,
    write,
};
use keys::{ConnectionKind, KeyType, Moment, Secret};
use std::fmt::Debug;

const MARKER: &str = "marker4711";

fn hides(shown: &impl Debug) {
    let text = format!("{shown:?} {shown:#?}");
    assert!(!text.contains(MARKER), "{text}");
}

fn parcel() -> Parcel {
    let key = ParcelKey {
        server_id: Some(1),
        app_name: "Shop".to_owned(),
        local_name: None,
        key_type: KeyType::OAuth,
        store_name: String::new(),
        scopes: None,
        identifier: Some("abc".to_owned()),
        secret: Some(Secret::new(MARKER.to_owned())),
        note: String::new(),
        archived: false,
        handovers: Vec::new(),
        consumer: None,
    };
    let connection = ParcelConnection {
        url: "https://coop.example".to_owned(),
        name: "Coop".to_owned(),
        kind: ConnectionKind::CoopCycle,
        colour: 2,
        username: "someone".to_owned(),
        keys: vec![key],
        site: None,
    };
    Parcel {
        made_at: Moment(0),
        made_by: "someone".to_owned(),
        connections: vec![connection],
    }
}

#[test]
fn no_debug_output_shows_a_secret() {
    let parcel = parcel();
    hides(&parcel);
    hides(&Theirs::from(&parcel.connections[0].keys[0]));
    let table = read_table(format!("API Key,API Secret\nabc,{MARKER}\n").as_bytes()).unwrap();
    hides(&table);
    hides(&(
        table.sample(0, table.guesses[0]),
        table.sample(1, table.guesses[1]),
    ));
    let keys: Vec<FoundKey> = table.rows(&table.guesses);
    hides(&keys);
    hides(&Theirs::from(&keys[0]));
    hides(&None::<Ours<'_>>);
    hides(&Kdbx { keys, skipped: 0 });
}

#[test]
fn no_error_shows_a_secret() {
    let whole = write(&parcel());
    let text = String::from_utf8(whole.to_vec()).unwrap();
    assert!(text.contains(MARKER), "the parcel itself carries it");
    let broken = [
        text.replace(&format!("\"{MARKER}\""), &format!("[\"{MARKER}\"]")),
        text.replace("\"oauth\"", &format!("\"{MARKER}\"")),
        text.replace("\"archived\":false", &format!("\"archived\":\"{MARKER}\"")),
        text.replace("\"keys\":[", &format!("\"keys\":[\"{MARKER}\",")),
        text.replace("\"version\":1", &format!("\"version\":\"{MARKER}\"")),
        text[..text.find(MARKER).unwrap() + MARKER.len()].to_owned(),
    ];
    for broken in broken {
        let error = read(broken.as_bytes()).unwrap_err();
        hides(&error);
        assert!(!error.to_string().contains(MARKER), "{error}");
    }
    let error = read_kdbx(MARKER.as_bytes(), &Secret::new(MARKER.to_owned())).unwrap_err();
    hides(&error);
}
