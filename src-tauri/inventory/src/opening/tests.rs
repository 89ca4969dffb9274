//! How the file is opened, and the dated name of one set aside.

use super::{open_in_memory, stamp};
use keys::Moment;

#[test]
fn the_stamp_is_the_moment_in_utc() {
    assert_eq!(stamp(Moment(0)), "19700101-000000");
    assert_eq!(stamp(Moment(951_827_696_999)), "20000229-123456");
    assert_eq!(stamp(Moment(1_795_305_600_000)), "20261122-000000");
    assert_eq!(stamp(Moment(-1)), "19691231-235959");
}

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
