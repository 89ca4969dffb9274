//! What the server's answers mean, given what is known.

use super::{
    BASE, EntryAnswer, Identifier, KeyType, Known, Offer, OpenedApp, Presence, Print, ServerAppId,
    ServerStoreId, StoreAnswer, TokenAnswer, Trouble, Walk, WhoAnswer, causes, ended, good,
    identifier, judged, judged_key, known, offer, outcomes, refused, secret, stopped,
};
use keys::StepOutcome::{Doubtful, Failed, NotReached, Passed};
use keys::{Cause, Fix, PluginMessage};

fn entered(known: Option<Known>, walk: Walk) -> keys::Diagnosis {
    judged([BASE, &identifier(), &secret()], known, Some(walk))
}

#[test]
fn a_server_in_trouble_is_told_by_its_trouble() {
    use PluginMessage::{NotCompatible, Silent};
    let to = "https://www.velo.example".to_owned();
    let redirected = Trouble::Redirected("https://www.velo.example/api".to_owned());
    let certificate = Trouble::Certificate(coopcycle::CertificateProblem::Expired);
    for (trouble, cause, plugin) in [
        (redirected, Cause::Redirected { to }, NotCompatible),
        (certificate, Cause::Certificate, Silent),
        (Trouble::Dns, Cause::Unreachable, NotCompatible),
        (Trouble::NotListening, Cause::Unreachable, NotCompatible),
        (Trouble::TimedOut, Cause::Unreachable, NotCompatible),
        (Trouble::Lost, Cause::Unreachable, NotCompatible),
        (Trouble::NotHttp, Cause::NotCoopCycle, NotCompatible),
        (
            Trouble::Unavailable,
            Cause::ServerDown { status: Some(503) },
            NotCompatible,
        ),
        (
            Trouble::Failed(502),
            Cause::ServerDown { status: Some(502) },
            NotCompatible,
        ),
    ] {
        let diagnosis = judged_key(known(), stopped(trouble));
        assert_eq!(causes(&diagnosis), [cause], "{diagnosis:?}");
        assert_eq!(diagnosis.plugin, Some(plugin), "{diagnosis:?}");
        let expected = [
            Passed, Failed, NotReached, NotReached, NotReached, NotReached,
        ];
        assert_eq!(outcomes(&diagnosis), expected);
    }
    let mut closed = stopped(Trouble::Unavailable);
    closed.is_coopcycle = Some(true);
    assert_eq!(causes(&judged_key(known(), closed)), [Cause::Maintenance]);
}

#[test]
fn a_redirect_tells_the_address_to_enter() {
    let redirected = Trouble::Redirected("https://www.velo.example/api".to_owned());
    let diagnosis = entered(Some(known()), stopped(redirected));
    let right = diagnosis.right_base_url.as_deref();
    assert_eq!(right, Some("https://www.velo.example"));
}

#[test]
fn another_kind_of_server_is_told_at_the_door_or_at_the_token() {
    let other = ended(EntryAnswer::SomethingElse(200), None);
    let diagnosis = judged_key(known(), other);
    assert_eq!(causes(&diagnosis), [Cause::NotCoopCycle]);
    let token = Some(TokenAnswer::SomethingElse(404));
    let mut alike = ended(EntryAnswer::Entrypoint, token);
    alike.is_coopcycle = Some(false);
    let diagnosis = judged_key(known(), alike.clone());
    assert_eq!(causes(&diagnosis), [Cause::NotCoopCycle]);
    alike.is_coopcycle = Some(true);
    let diagnosis = judged_key(known(), alike);
    let down = Cause::ServerDown { status: Some(404) };
    assert_eq!(causes(&diagnosis), [down]);
    assert_eq!(diagnosis.plugin, Some(PluginMessage::CredentialsNotValid));
}

#[test]
fn trouble_after_the_door_keeps_the_plugin_s_words_of_that_step() {
    let token = TokenAnswer::Trouble(Trouble::Unavailable);
    let diagnosis = judged_key(known(), ended(EntryAnswer::Entrypoint, Some(token)));
    assert_eq!(causes(&diagnosis), [Cause::Maintenance]);
    assert_eq!(diagnosis.plugin, Some(PluginMessage::CredentialsNotValid));
    let who = Some(WhoAnswer::Trouble(Trouble::Lost));
    let diagnosis = judged_key(known(), Walk { who, ..good() });
    assert_eq!(causes(&diagnosis), [Cause::Unreachable]);
    assert_eq!(diagnosis.plugin, Some(PluginMessage::Broken));
}

#[test]
fn a_refusal_is_explained_by_what_the_inventory_knows() {
    let change = |change: fn(&mut Known)| {
        let mut known = known();
        change(&mut known);
        known
    };
    let renewed = offer(&identifier());
    let replaced = offer("other");
    let offered = |offer: Offer, print| {
        let mut known = known();
        known.key.offered = Some(offer);
        known.print = print;
        Some(known)
    };
    for (known, cause, fix) in [
        (None, Cause::UnknownIdentifier, Some(Fix::Refresh)),
        (Some(known()), Cause::Renewed, Some(Fix::Refresh)),
        (
            Some(change(|known| known.key.server_id = ServerAppId(-1))),
            Cause::Refused,
            Some(Fix::Refresh),
        ),
        (
            Some(change(|known| known.key.presence = Presence::Gone)),
            Cause::UnknownIdentifier,
            Some(Fix::Refresh),
        ),
        (
            Some(change(|known| known.print = Print::Other)),
            Cause::SecretDiffers,
            Some(Fix::CopyInTurn),
        ),
        (
            Some(change(|known| {
                known.print = Print::Other;
                known.was_renewed = true;
            })),
            Cause::Renewed,
            Some(Fix::CopyInTurn),
        ),
        (
            Some(change(|known| {
                known.print = Print::Other;
                known.key.secret = None;
            })),
            Cause::SecretDiffers,
            Some(Fix::Refresh),
        ),
        (
            offered(renewed.clone(), Print::Ours),
            Cause::Renewed,
            Some(Fix::TakeNewPair),
        ),
        (
            offered(renewed.clone(), Print::Other),
            Cause::Renewed,
            Some(Fix::TakeNewPair),
        ),
        (
            offered(replaced, Print::Ours),
            Cause::Replaced,
            Some(Fix::TakeNewPair),
        ),
        (
            offered(renewed, Print::Offered),
            Cause::Refused,
            Some(Fix::Refresh),
        ),
        (
            // Found by its Secret: the Identifier is another one.
            Some(change(|known| known.key.identifier = Identifier::new("x"))),
            Cause::UnknownIdentifier,
            Some(Fix::CopyInTurn),
        ),
    ] {
        let told = format!("{known:?}");
        let diagnosis = entered(known, refused());
        assert_eq!(diagnosis.causes, [(cause, fix)], "{told}");
        assert_eq!(diagnosis.plugin, Some(PluginMessage::CredentialsNotValid));
        assert_eq!(outcomes(&diagnosis)[2], Failed);
    }
}

#[test]
fn a_pair_without_its_app_was_replaced() {
    let replaced = |status| Walk {
        who: Some(WhoAnswer::NoApp(status)),
        store: None,
        ..good()
    };
    for (status, plugin) in [
        (404, PluginMessage::Broken),
        (500, PluginMessage::Broken),
        (200, PluginMessage::Silent),
    ] {
        let diagnosis = judged_key(known(), replaced(status));
        let expected = [(Cause::Replaced, Some(Fix::Refresh))];
        assert_eq!(diagnosis.causes, expected, "{status}");
        assert_eq!(diagnosis.plugin, Some(plugin), "{status}");
    }
    let mut offered = known();
    offered.key.offered = Some(offer("other"));
    let diagnosis = judged_key(offered, replaced(404));
    assert_eq!(
        diagnosis.causes,
        [(Cause::Replaced, Some(Fix::TakeNewPair))]
    );
    let diagnosis = entered(None, replaced(404));
    assert_eq!(diagnosis.causes, [(Cause::Replaced, None)]);
}

#[test]
fn a_missing_scope_wants_a_second_key() {
    let walk = || ended(EntryAnswer::Entrypoint, Some(TokenAnswer::InvalidScope));
    let diagnosis = judged_key(known(), walk());
    let expected = [(Cause::LacksDeliveries, Some(Fix::Rotate))];
    assert_eq!(diagnosis.causes, expected);
    assert_eq!(diagnosis.plugin, Some(PluginMessage::CredentialsNotValid));
    let diagnosis = entered(None, walk());
    assert_eq!(diagnosis.causes, [(Cause::LacksDeliveries, None)]);
}

#[test]
fn what_works_may_still_need_a_look() {
    let app = |store| {
        let name = "Shop".to_owned();
        Some(WhoAnswer::App(OpenedApp { name, store }))
    };
    let slotless = Some(StoreAnswer::Opens { time_slot: None });
    let another = Cause::OpensAnotherStore {
        store: "Elsewhere".to_owned(),
    };
    let unrestricted = Some(TokenAnswer::Granted(Vec::new()));
    let other_store = app(Some(ServerStoreId(8)));
    for (walk, cause, fix, steps) in [
        (
            Walk {
                who: other_store,
                ..good()
            },
            another.clone(),
            Fix::Rotate,
            [Passed, Passed, Passed, Passed, Doubtful, Passed],
        ),
        (
            Walk {
                who: app(None),
                store: None,
                time_slot_opens: None,
                ..good()
            },
            another,
            Fix::Rotate,
            [Passed, Passed, Passed, Passed, Doubtful, NotReached],
        ),
        (
            Walk {
                store: slotless,
                time_slot_opens: None,
                ..good()
            },
            Cause::NoTimeSlot,
            Fix::SetTimeSlot,
            [Passed, Passed, Passed, Passed, Passed, Doubtful],
        ),
        (
            Walk {
                time_slot_opens: Some(false),
                ..good()
            },
            Cause::NoTimeSlot,
            Fix::SetTimeSlot,
            [Passed, Passed, Passed, Passed, Passed, Doubtful],
        ),
        (
            Walk {
                own_scopes: unrestricted,
                ..good()
            },
            Cause::Unrestricted,
            Fix::Rotate,
            [Passed, Passed, Doubtful, Passed, Passed, Passed],
        ),
        (
            Walk {
                store: Some(StoreAnswer::Closed(404)),
                time_slot_opens: None,
                ..good()
            },
            Cause::ServerDown { status: Some(404) },
            Fix::Refresh,
            [Passed, Passed, Passed, Passed, Failed, NotReached],
        ),
    ] {
        let diagnosis = judged_key(known(), walk);
        assert_eq!(diagnosis.causes, [(cause, Some(fix))]);
        assert_eq!(outcomes(&diagnosis), steps, "{diagnosis:?}");
        assert_eq!(
            diagnosis.plugin,
            Some(PluginMessage::Connected("Shop".to_owned()))
        );
    }
}

#[test]
fn a_secret_that_works_and_is_not_ours_is_newer() {
    let other = Known {
        print: Print::Other,
        ..known()
    };
    let diagnosis = entered(Some(other), good());
    assert_eq!(
        diagnosis.causes,
        [(Cause::NothingWrong, Some(Fix::Refresh))]
    );
}

#[test]
fn an_ak_key_of_ours_is_judged_its_own_way() {
    let mut partner = known();
    partner.key.key_type = KeyType::ApiKey;
    partner.key.identifier = None;
    partner.key.scopes = Some(Vec::new());
    let walk = |who| Walk {
        token: None,
        own_scopes: None,
        who: Some(who),
        ..good()
    };
    let name = "Shop".to_owned();
    let store = Some(ServerStoreId(7));
    let works = Walk {
        store: Some(StoreAnswer::Opens { time_slot: None }),
        ..walk(WhoAnswer::App(OpenedApp { name, store }))
    };
    let diagnosis = judged_key(partner.clone(), works);
    assert_eq!(causes(&diagnosis), [Cause::NothingWrong]);
    assert_eq!(diagnosis.plugin, Some(PluginMessage::CredentialsNotValid));
    let refused = Walk {
        store: None,
        ..walk(WhoAnswer::Refused)
    };
    let diagnosis = judged_key(partner, refused);
    assert_eq!(diagnosis.causes, [(Cause::Replaced, Some(Fix::Refresh))]);
}
