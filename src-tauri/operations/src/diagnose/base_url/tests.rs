//! Base URLs as people enter them, each with what is wrong and whose address it is.

use super::{EnteredBase, Place, place};
use keys::{
    Cause, Connection, ConnectionColour, ConnectionId, ConnectionKind, EnteredField, ServerUrl,
    SessionState,
};

const WHITE_SPACE: Cause = Cause::WhiteSpace(EnteredField::BaseUrl);

fn connection(number: i64, url: &str) -> Connection {
    Connection {
        id: ConnectionId(number),
        kind: ConnectionKind::CoopCycle,
        url: ServerUrl::parse(url).unwrap(),
        name: String::new(),
        colour: ConnectionColour::new(0),
        username: String::new(),
        session: SessionState::SignedIn,
        country: None,
        locale: None,
        refreshed_at: None,
        site: None,
    }
}

fn look(raw: &str) -> (Vec<Cause>, Vec<Cause>, Place) {
    let connections = [
        connection(1, "https://velo.example"),
        connection(2, "https://www.cargo.example"),
        connection(3, "http://127.0.0.1:4711"),
    ];
    let base = EnteredBase::look_at(raw.to_owned());
    let place = place(&base, &connections);
    (base.faults, base.untidy, place)
}

fn known(number: i64, url: &str) -> Place {
    Place::Connection(ConnectionId(number), ServerUrl::parse(url).unwrap())
}

#[test]
fn each_fault_is_told_and_the_server_is_found_all_the_same() {
    use Cause::{BaseUrlHttp, BaseUrlNoAddress, BaseUrlPath, BaseUrlSlash};
    for (raw, faults, untidy) in [
        ("https://velo.example", vec![], vec![]),
        ("HTTPS://Velo.Example", vec![], vec![]),
        ("https://velo.example:443", vec![], vec![]),
        ("https://velo.example/", vec![], vec![BaseUrlSlash]),
        ("https://velo.example//", vec![], vec![BaseUrlSlash]),
        (" https://velo.example\n", vec![], vec![WHITE_SPACE]),
        ("https://velo.example\u{a0}", vec![WHITE_SPACE], vec![]),
        ("https://velo.\u{200b}example", vec![WHITE_SPACE], vec![]),
        (
            "https://velo.example /",
            vec![],
            vec![WHITE_SPACE, BaseUrlSlash],
        ),
        ("https://velo.example/admin", vec![BaseUrlPath], vec![]),
        ("https://velo.example/api/", vec![BaseUrlPath], vec![]),
        ("https://velo.example?x=1", vec![BaseUrlPath], vec![]),
        ("https://velo.example#top", vec![BaseUrlPath], vec![]),
        ("http://velo.example", vec![BaseUrlHttp], vec![]),
        (
            "http://velo.example/admin",
            vec![BaseUrlHttp, BaseUrlPath],
            vec![],
        ),
        ("velo.example", vec![BaseUrlNoAddress], vec![]),
        ("\"https://velo.example\"", vec![BaseUrlNoAddress], vec![]),
    ] {
        let expected = (faults, untidy, known(1, "https://velo.example"));
        assert_eq!(look(raw), expected, "{raw:?}");
    }
}

#[test]
fn www_too_many_or_missing_leads_to_the_connection() {
    for (raw, number, url) in [
        ("https://www.velo.example", 1, "https://velo.example"),
        ("https://cargo.example", 2, "https://www.cargo.example"),
    ] {
        let url = ServerUrl::parse(url).unwrap();
        let (faults, _, place) = look(raw);
        assert_eq!(place, Place::Sibling(ConnectionId(number), url), "{raw}");
        assert!(faults.is_empty(), "{raw}");
    }
}

#[test]
fn only_this_machine_may_be_asked_without_being_a_connection() {
    let here = |url| Place::Loopback(ServerUrl::parse(url).unwrap());
    for (raw, place) in [
        ("http://127.0.0.1:4711", known(3, "http://127.0.0.1:4711")),
        ("127.0.0.1:4711", known(3, "http://127.0.0.1:4711")),
        ("http://127.0.0.1:4712", here("http://127.0.0.1:4712")),
        ("https://localhost:9", here("https://localhost:9")),
        ("https://evil.example", Place::Unknown),
        ("https://velo.example.evil.example", Place::Unknown),
        ("https://velo.example@evil.example", Place::Nowhere),
        ("https://127.0.0.1.evil.example", Place::Unknown),
        ("http://10.0.0.1", Place::Unknown),
    ] {
        assert_eq!(look(raw).2, place, "{raw}");
    }
}

#[test]
fn what_is_no_address_is_told_so_and_nothing_is_told_twice() {
    let empty = vec![Cause::Empty(EnteredField::BaseUrl)];
    for raw in ["", "  ", "\u{200b}"] {
        assert_eq!(
            look(raw),
            (empty.clone(), vec![], Place::Nowhere),
            "{raw:?}"
        );
    }
    for raw in [
        "ftp://velo.example",
        "https://",
        "a1b2@c",
        "https:velo:example",
    ] {
        let (faults, _, place) = look(raw);
        assert_eq!(place, Place::Nowhere, "{raw}");
        assert_eq!(faults.first(), Some(&Cause::BaseUrlNoAddress), "{raw}");
    }
}

#[test]
fn words_are_no_address_with_blanks_in_it() {
    let (faults, untidy, place) = look("ask my colleague");
    assert_eq!(faults, [Cause::BaseUrlNoAddress]);
    assert!(untidy.is_empty());
    assert_eq!(place, Place::Nowhere);
}

#[test]
fn nobody_but_the_key_s_own_server_or_the_entered_one_is_asked() {
    let velo = ServerUrl::parse("https://velo.example").unwrap();
    let cargo = ServerUrl::parse("https://www.cargo.example").unwrap();
    let entered = known(1, "https://velo.example");
    assert_eq!(entered.target(None), Some(velo.clone()));
    assert_eq!(entered.target(Some(&cargo)), Some(cargo.clone()));
    assert_eq!(Place::Nowhere.target(Some(&cargo)), Some(cargo.clone()));
    assert_eq!(Place::Nowhere.target(None), None);
    assert_eq!(Place::Unknown.target(Some(&cargo)), None);
    assert_eq!(Place::Unknown.target(None), None);
}
