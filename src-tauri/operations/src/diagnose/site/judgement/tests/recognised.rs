//! Every row of contract 7.5 in which the site knows the key, against what its record promises.

use super::{SITE, identifier, secret};
use super::{
    alone, authentication_error, both, case_of, causes, judged, judged_values, known, listed,
    no_route, opened, outcomes, owner_cannot, walked,
};
use crate::diagnose::knowledge::Print;
use crate::diagnose::site::judgement::{Listing, judge};
use keys::StepOutcome::{Failed, NotReached, Passed};
use keys::{Cause, Fix, Permission, Presence, ServerAppId};

#[test]
fn a_permission_counts_against_what_the_record_promises() {
    use Permission::{Read, ReadWrite, Write};
    let change = Some(Fix::ChangePermission);
    for (really, promised, expected) in [
        (ReadWrite, ReadWrite, (Cause::NothingWrong, None)),
        (ReadWrite, Read, (Cause::NothingWrong, None)),
        (ReadWrite, Write, (Cause::NothingWrong, None)),
        (Read, Read, (Cause::NothingWrong, None)),
        (Read, ReadWrite, (Cause::LacksWrite, change)),
        (Read, Write, (Cause::LacksWrite, change)),
        (Write, Write, (Cause::NothingWrong, None)),
        (Write, ReadWrite, (Cause::LacksRead, change)),
        (Write, Read, (Cause::LacksRead, change)),
    ] {
        let read = if really.reads() {
            opened()
        } else {
            authentication_error()
        };
        let write = if really.writes() {
            no_route()
        } else {
            authentication_error()
        };
        let diagnosis = judged(known(promised), walked(read, write), listed());
        assert_eq!(diagnosis.causes, [expected], "{really:?} for {promised:?}");
        assert_eq!(diagnosis.plugin, None);
    }
}

#[test]
fn steps_fail_only_where_more_was_promised() {
    let read_only = || walked(opened(), authentication_error());
    let diagnosis = judged(known(Permission::Read), read_only(), listed());
    let good = [Passed, Passed, Passed, Passed, NotReached];
    assert_eq!(outcomes(&diagnosis), good);
    let diagnosis = judged(both(), read_only(), listed());
    let lacking = [Passed, Passed, Failed, Passed, NotReached];
    assert_eq!(outcomes(&diagnosis), lacking);
    let write_only = walked(authentication_error(), no_route());
    let diagnosis = judged(known(Permission::Write), write_only, listed());
    assert_eq!(outcomes(&diagnosis), good);
}

#[test]
fn where_nothing_is_promised_what_it_lacks_is_told() {
    let values = [SITE, &identifier(), &secret()];
    let read_only = walked(opened(), authentication_error());
    let diagnosis = judged_values(values, None, Some(read_only));
    assert_eq!(diagnosis.causes, alone(Cause::LacksWrite, None));
    let write_only = walked(authentication_error(), no_route());
    let diagnosis = judged_values(values, None, Some(write_only));
    assert_eq!(diagnosis.causes, alone(Cause::LacksRead, None));
}

#[test]
fn the_list_tells_a_permission_that_the_record_does_not() {
    let mut unclear = both();
    unclear.key.consumer.as_mut().unwrap().permission = None;
    let there = Listing::There {
        is_owner_gone: false,
        permission: Some(Permission::Read),
    };
    let walk = walked(opened(), authentication_error());
    let diagnosis = judged(unclear, walk, there);
    assert_eq!(diagnosis.causes, alone(Cause::NothingWrong, None));
}

#[test]
fn only_who_may_change_a_key_is_told_to() {
    let mut theirs = both();
    theirs.key.consumer.as_mut().unwrap().may_change = false;
    let walk = walked(opened(), authentication_error());
    let diagnosis = judged(theirs, walk, listed());
    assert_eq!(diagnosis.causes, alone(Cause::LacksWrite, None));
}

#[test]
fn a_wrong_secret_is_refused_by_both_routes() {
    let refused = || walked(authentication_error(), authentication_error());
    let diagnosis = judged(both(), refused(), listed());
    // Ours is wrong, and the site never shows the right one.
    let rotate = Some(Fix::Rotate);
    assert_eq!(diagnosis.causes, alone(Cause::SecretDiffers, rotate));
    let steps = [Passed, Failed, Failed, Passed, NotReached];
    assert_eq!(outcomes(&diagnosis), steps);

    let mut pasted = both();
    pasted.key.server_id = ServerAppId(-4);
    let diagnosis = judged(pasted, refused(), Listing::Unread);
    assert_eq!(diagnosis.causes, alone(Cause::SecretDiffers, None));

    let mut lost = both();
    lost.key.consumer.as_mut().unwrap().secret_lost = true;
    let remake = Some(Fix::Remake);
    let diagnosis = judged(lost, refused(), listed());
    assert_eq!(diagnosis.causes, alone(Cause::SecretDiffers, remake));

    let mut other = both();
    other.print = Print::Other;
    let another = format!("cs_{}", "3c".repeat(20));
    let values = [SITE, &identifier(), &another];
    let diagnosis = judged_values(values, Some(other), Some(refused()));
    let copy = Some(Fix::CopyInTurn);
    assert_eq!(diagnosis.causes, alone(Cause::SecretDiffers, copy));
}

#[test]
fn an_owner_without_the_right_is_named() {
    let diagnosis = judged(both(), walked(owner_cannot(), no_route()), listed());
    assert_eq!(diagnosis.causes, alone(Cause::OwnerLacksRight, None));
    // A key that may only read, of such an owner, is short of two things.
    let walk = walked(owner_cannot(), authentication_error());
    let diagnosis = judged(both(), walk, listed());
    let expected = [Cause::OwnerLacksRight, Cause::LacksWrite];
    assert_eq!(causes(&diagnosis), expected);
}

#[test]
fn what_works_and_is_not_as_recorded_is_read_again() {
    let good = || walked(opened(), no_route());
    let mut gone = both();
    gone.key.presence = Presence::Gone;
    let mut newer = both();
    newer.print = Print::Other;
    for known in [gone, newer] {
        let diagnosis = judged(known, good(), listed());
        let refresh = Some(Fix::Refresh);
        assert_eq!(diagnosis.causes, alone(Cause::NothingWrong, refresh));
    }
    let mut case = case_of(both(), good(), listed());
    case.known = None;
    assert_eq!(judge(&case).causes, alone(Cause::NothingWrong, None));
}
