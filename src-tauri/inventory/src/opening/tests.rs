//! How the file is opened.

use super::open_in_memory;

#[test]
fn the_connection_is_set_up_as_promised() {
    let db = open_in_memory().unwrap();
    let setting = |name| db.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    for (name, promised) in [
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("synchronous", 1),
    ] {
        assert_eq!(setting(name).unwrap(), promised, "{name}");
    }
}
