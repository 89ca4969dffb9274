//! The dated name of a file set aside.

use super::stamp;
use keys::Moment;

#[test]
fn the_stamp_is_the_moment_in_utc() {
    assert_eq!(stamp(Moment(0)), "19700101-000000");
    assert_eq!(stamp(Moment(951_827_696_999)), "20000229-123456");
    assert_eq!(stamp(Moment(1_795_305_600_000)), "20261122-000000");
    assert_eq!(stamp(Moment(-1)), "19691231-235959");
}
