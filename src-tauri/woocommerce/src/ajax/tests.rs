//! The body alone decides, and nothing in it makes us stumble.

use super::{Said, read};
use crate::Error;
use proptest::prelude::*;

#[test]
fn success_and_refusal_are_told_by_their_word() {
    let Ok(Said::Stored(stored)) = read(br#"{"success":true,"data":{"consumer_key":"ck_1"}}"#)
    else {
        panic!("not stored");
    };
    assert_eq!(stored.consumer_key, "ck_1");
    let refused = read(r#"{"success":false,"data":{"message":"<b>Non</b>&nbsp;!"}}"#.as_bytes());
    assert!(matches!(refused, Err(Error::SiteSays { message }) if message == "Non !"));
}

#[test]
fn what_stands_around_the_answer_is_passed_over() {
    let body = b"Warning: {oops} in x\n{\"success\":true,\"data\":{}}\n<!-- 0.1 s -->";
    assert!(matches!(read(body), Ok(Said::Stored(_))));
}

#[test]
fn half_an_answer_leaves_the_outcome_open() {
    for body in [
        "",
        "0",
        "[]",
        "{\"success\":true",
        "{\"success\":true}",
        "{\"success\":\"x\"}",
    ] {
        let error = read(body.as_bytes()).err().expect(body);
        assert!(error.outcome_unknown(), "{body}: {error:?}");
    }
}

proptest! {
    #[test]
    fn no_body_makes_it_stumble(body in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&body);
        let _ = read(&[b"{\"success\":", &body[..]].concat());
    }
}
