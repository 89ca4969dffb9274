//! Stamps and moments are the same to the second.

use super::{stamp, unstamp};
use keys::Moment;
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

#[test]
fn the_stamp_is_the_moment_in_utc() {
    assert_eq!(stamp(Moment(0)), "19700101-000000");
    assert_eq!(stamp(Moment(951_827_696_999)), "20000229-123456");
    assert_eq!(stamp(Moment(1_795_305_600_000)), "20261122-000000");
    assert_eq!(stamp(Moment(-1)), "19691231-235959");
}

#[test]
fn what_is_no_moment_is_refused() {
    for text in [
        "",
        "20261122",
        "20261131-000000",
        "20270229-000000",
        "20261122-240000",
        "20261122-0000000",
        "+2261122-000000",
        "2026112é-00000",
        "20261122-00000x",
    ] {
        assert_eq!(unstamp(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn a_stamp_is_read_back_to_the_second(second in 0_i64..253_402_300_800) {
        let text = stamp(Moment(second * 1000 + 999));
        prop_assert_eq!(unstamp(&text), Some(Moment(second * 1000)));
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), digits in "[0-9]{8}-[0-9]{6}") {
        for text in [text, digits] {
            prop_assert!(unstamp(&text).is_none_or(|moment| stamp(moment) == text));
        }
    }
}
