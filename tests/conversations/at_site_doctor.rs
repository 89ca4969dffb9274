//! Why a site does not take a consumer key: each cause by the shop's switches (contract 7, 12).

use super::shop_stage::{
    ANNE, Pair, ShopStage, behind_plain, behind_pretty, every_flavour, every_kind,
};
use super::site_desk::SiteDesk;
use keys::{Cause, ConnectionId, DiagnosisStep, EnteredField, Fix, KeyId, Permission, StepOutcome};
use operations::{Diagnosed, EnteredValues};
use practice::{Fault, FaultKind, Flavour, Permission as AtShop, RestGuard, ShopAct, ShopRole};

/// A key of Anne's that works, and the desk that made it.
async fn made(stage: &ShopStage) -> (SiteDesk, ConnectionId, KeyId) {
    let (desk, on) = SiteDesk::connected(stage).await;
    let made = desk.create(on, "Lavande", Permission::ReadWrite).await;
    (desk, on, made.unwrap().key)
}

/// Causes, most likely first; none of them twice, and never none.
fn causes(told: &Diagnosed) -> Vec<Cause> {
    let causes: Vec<_> = told
        .diagnosis
        .causes
        .iter()
        .map(|(cause, _)| cause.clone())
        .collect();
    assert!(!causes.is_empty());
    for (place, cause) in causes.iter().enumerate() {
        assert!(!causes[..place].contains(cause), "{causes:?}");
    }
    causes
}

fn fix_of(told: &Diagnosed, wanted: &Cause) -> Option<Fix> {
    let found = told
        .diagnosis
        .causes
        .iter()
        .find(|(cause, _)| cause == wanted);
    found.unwrap_or_else(|| panic!("{told:?}")).1
}

fn outcome(told: &Diagnosed, wanted: DiagnosisStep) -> Option<StepOutcome> {
    let mut steps = told.diagnosis.steps.iter();
    steps
        .find(|(step, _)| *step == wanted)
        .map(|(_, outcome)| *outcome)
}

async fn diagnose(desk: &SiteDesk, key: KeyId) -> Diagnosed {
    operations::diagnose_key(&desk.context, key).await.unwrap()
}

async fn first(desk: &SiteDesk, key: KeyId) -> Cause {
    causes(&diagnose(desk, key).await).remove(0)
}

#[tokio::test]
async fn a_key_that_works_has_nothing_wrong() {
    for kind in every_flavour() {
        let mut options = behind_pretty(kind.flavour);
        options.language = kind.language;
        let stage = ShopStage::start_with(options).await;
        let (desk, on, key) = made(&stage).await;
        let told = diagnose(&desk, key).await;
        assert_eq!(causes(&told), [Cause::NothingWrong]);
        assert_eq!(told.key, Some(key));
        assert_eq!(told.diagnosis.plugin, None);
        for step in [
            DiagnosisStep::SiteRoot,
            DiagnosisStep::Reading,
            DiagnosisStep::Writing,
        ] {
            assert_eq!(outcome(&told, step), Some(StepOutcome::Passed), "{step:?}");
        }
        // What a key is not meant to do is no fault.
        for permission in [Permission::Read, Permission::Write] {
            let less = desk.create(on, "Less", permission).await.unwrap();
            assert_eq!(first(&desk, less.key).await, Cause::NothingWrong);
        }
    }
}

#[tokio::test]
async fn a_stripped_header_is_suspected_and_proved_once_a_person_agrees() {
    for kind in every_kind() {
        let mut options = behind_pretty(kind.flavour);
        options.language = kind.language;
        let stage = ShopStage::start_with(options).await;
        let (desk, _, key) = made(&stage).await;
        stage.switch(|mode| mode.strips_authorization = true);
        let told = diagnose(&desk, key).await;
        assert_eq!(causes(&told)[0], Cause::HeaderOrHttps);
        assert_eq!(
            fix_of(&told, &Cause::HeaderOrHttps),
            Some(Fix::AskInAddress)
        );
        assert!(stage.breaches().is_empty(), "nobody agreed yet");
        stage.agree_to_address();
        let asked = operations::ask_in_address(&desk.context, key)
            .await
            .unwrap();
        assert_eq!(causes(&asked)[0], Cause::HeaderStripped);
        assert!(outcome(&asked, DiagnosisStep::InAddress).is_some());
        let in_address =
            |asked: &&practice::HistoryEntry| asked.consumer_key && asked.authorization.is_none();
        let history = stage.shop.history();
        assert_eq!(history.iter().filter(in_address).count(), 1, "once");
    }
}

#[tokio::test]
async fn https_that_a_proxy_hides_is_named() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(behind_pretty(kind.flavour)).await;
        let (desk, _, key) = made(&stage).await;
        stage.switch(|mode| mode.tls_ends_in_front = true);
        let told = diagnose(&desk, key).await;
        assert_eq!(causes(&told)[0], Cause::HttpsHidden, "{told:?}");
        assert_eq!(fix_of(&told, &Cause::HttpsHidden), None);
    }
}

#[tokio::test]
async fn plain_permalinks_are_named_before_or_behind_what_else_is_wrong() {
    for flavour in [Flavour::A, Flavour::B, Flavour::C] {
        let stage = ShopStage::start_with(behind_plain(flavour)).await;
        let (desk, _, key) = made(&stage).await;
        assert_eq!(first(&desk, key).await, Cause::PlainPermalinks);
        let id = desk.record(key).server_id.0;
        stage.act(&ShopAct::RevokeKey { id });
        let told = causes(&diagnose(&desk, key).await);
        assert!(told.contains(&Cause::PlainPermalinks), "{told:?}");
        assert_eq!(told[0], Cause::Revoked, "mending those is not enough");
    }
}

#[tokio::test]
async fn what_became_of_key_and_owner_is_named() {
    for kind in every_flavour() {
        let mut options = behind_pretty(kind.flavour);
        options.language = kind.language;
        let stage = ShopStage::start_with(options).await;
        let (desk, on, key) = made(&stage).await;
        let id = desk.record(key).server_id.0;
        let limit = |permission| ShopAct::EditKey {
            id,
            permission: Some(permission),
            description: None,
        };
        stage.act(&limit(AtShop::Read));
        let told = diagnose(&desk, key).await;
        assert_eq!(causes(&told)[0], Cause::LacksWrite);
        assert_eq!(
            fix_of(&told, &Cause::LacksWrite),
            Some(Fix::ChangePermission)
        );
        let made = desk.create(on, "Lavande 2", Permission::ReadWrite).await;
        let second = made.unwrap().key;
        stage.act(&ShopAct::EditKey {
            id: desk.record(second).server_id.0,
            permission: Some(AtShop::Write),
            description: None,
        });
        assert_eq!(first(&desk, second).await, Cause::LacksRead);
        // Somebody else's key, so that the session stays who it is.
        let pair = stage.pair(2, AtShop::ReadWrite);
        let (theirs, _) = desk.paste(on, "Malik's", &pair, false).await.unwrap();
        let role = ShopRole::Editor;
        stage.act(&ShopAct::ChangeRole { id: 2, role });
        assert_eq!(first(&desk, theirs.key).await, Cause::OwnerLacksRight);
        stage.act(&ShopAct::DeleteUser { id: 2 });
        assert_eq!(first(&desk, theirs.key).await, Cause::OwnerGone);
        stage.act(&ShopAct::RevokeKey { id });
        assert_eq!(first(&desk, key).await, Cause::Revoked);
        // Nobody is signed in to tell.
        let id = desk.record(second).server_id.0;
        stage.act(&ShopAct::RevokeKey { id });
        operations::sign_out(&desk.context, on).await.unwrap();
        assert_eq!(first(&desk, second).await, Cause::NotRecognised);
    }
}

#[tokio::test]
async fn a_wrong_secret_is_named() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(behind_pretty(kind.flavour)).await;
        let good = stage.pair(ANNE, AtShop::ReadWrite);
        let (desk, on) = SiteDesk::connected(&stage).await;
        let wrong = Pair {
            secret: format!("cs_{}", "0".repeat(40)),
            ..good
        };
        let (kept, _) = desk.paste(on, "Odd", &wrong, true).await.unwrap();
        assert_eq!(first(&desk, kept.key).await, Cause::SecretDiffers);
    }
}

#[tokio::test]
async fn what_stands_before_the_site_is_named() {
    let mut stage = ShopStage::start().await;
    let (desk, _, key) = made(&stage).await;
    for guard in [RestGuard::Code, RestGuard::Html] {
        stage.switch(|mode| mode.rest_guard = Some(guard));
        assert_eq!(first(&desk, key).await, Cause::RestClosed, "{guard:?}");
    }
    stage.switch(|mode| {
        mode.rest_guard = None;
        mode.woocommerce_off = true;
    });
    assert_eq!(first(&desk, key).await, Cause::NotWooCommerce);
    stage.switch(|mode| mode.woocommerce_off = false);
    let status = |status| Cause::ServerDown {
        status: Some(status),
    };
    let to = "https://www.shop.example".to_owned();
    for (kind, expected) in [
        (FaultKind::Website, vec![Cause::NotWooCommerce]),
        (FaultKind::ServerError, vec![status(500)]),
        (FaultKind::Status { status: 502 }, vec![status(502)]),
        (FaultKind::CutBeforeWork, vec![Cause::Unreachable]),
    ] {
        stage.shop.add_fault(Fault::everywhere(kind.clone()));
        let told = causes(&diagnose(&desk, key).await);
        assert_eq!(told, expected, "{kind:?}");
        stage.shop.clear_faults();
    }
    stage
        .shop
        .add_fault(Fault::everywhere(FaultKind::Redirect { to }));
    let told = first(&desk, key).await;
    let Cause::Redirected { to } = told else {
        panic!("{told:?}");
    };
    assert!(to.starts_with("https://www.shop.example"), "{to}");
    stage.shop.clear_faults();
    let asked = stage.asked();
    stage.network.distrust(&stage.url);
    assert_eq!(first(&desk, key).await, Cause::Certificate);
    assert_eq!(stage.asked(), asked, "a certificate is never skipped");
    stage.close().await;
    stage
        .network
        .trust(&stage.url, &stage.shop.certificate())
        .unwrap();
    assert_eq!(first(&desk, key).await, Cause::Unreachable);
}

async fn entered(desk: &SiteDesk, base_url: &str, key: &str, secret: &str) -> Diagnosed {
    let entered = EnteredValues {
        base_url: base_url.to_owned(),
        identifier: key.to_owned(),
        secret: keys::Secret::new(secret.to_owned()),
    };
    operations::diagnose_values(&desk.context, entered)
        .await
        .unwrap()
}

#[tokio::test]
async fn what_a_developer_entered_is_looked_at_first() {
    for flavour in [Flavour::A, Flavour::B, Flavour::C] {
        let stage = ShopStage::start_with(behind_pretty(flavour)).await;
        let (desk, _, key) = made(&stage).await;
        let ck = desk.record(key).identifier.unwrap().as_str().to_owned();
        let cs = desk.secret(&stage, key).unwrap();
        let base = stage.url.as_str();
        let told = entered(&desk, base, &ck, &cs).await;
        assert_eq!(causes(&told), [Cause::NothingWrong]);
        assert_eq!(told.key, Some(key));
        let told = entered(&desk, base, &cs, &ck).await;
        assert_eq!(causes(&told)[0], Cause::HalvesSwapped);
        let told = entered(&desk, base, &ck, &format!("{cs}\n")).await;
        assert!(causes(&told).contains(&Cause::WhiteSpace(EnteredField::Secret)));
        let told = entered(&desk, base, &ck[..40], &cs).await;
        let expected = Cause::WrongLength {
            field: EnteredField::Identifier,
            found: 40,
            expected: 43,
        };
        assert_eq!(causes(&told)[0], expected);
        let told = entered(&desk, base, &ck, "").await;
        assert_eq!(causes(&told)[0], Cause::Empty(EnteredField::Secret));
        let told = entered(&desk, &format!("{base}/wp-json/wc/v3"), &ck, &cs).await;
        assert!(causes(&told).contains(&Cause::BaseUrlPath), "{told:?}");
        assert_eq!(told.diagnosis.right_base_url.as_deref(), Some(base));
        if flavour == Flavour::B {
            let told = entered(&desk, stage.url.origin(), &ck, &cs).await;
            assert_eq!(told.diagnosis.right_base_url.as_deref(), Some(base));
            assert_ne!(causes(&told), [Cause::NothingWrong]);
        }
        let wrong = format!("cs_{}", "0".repeat(40));
        let told = entered(&desk, base, &ck, &wrong).await;
        assert_eq!(causes(&told)[0], Cause::SecretDiffers);
    }
}

#[tokio::test]
async fn a_pasted_secret_goes_to_an_added_site_and_nowhere_else() {
    let stage = ShopStage::start().await;
    let other = ShopStage::start().await;
    let (desk, _, key) = made(&stage).await;
    let ck = desk.record(key).identifier.unwrap().as_str().to_owned();
    let cs = desk.secret(&stage, key).unwrap();
    let asked = stage.asked();
    for strange in ["https://shop.example", "https://www.shop.example/boutique"] {
        let told = entered(&desk, strange, &ck, &cs).await;
        let told = causes(&told);
        let named = told
            .iter()
            .any(|cause| matches!(cause, Cause::UnknownAddress | Cause::OtherInstance { .. }));
        assert!(named, "{told:?}");
    }
    let told = entered(&desk, other.plain.as_str(), &ck, &cs).await;
    assert!(!causes(&told).is_empty());
    let carried = other.shop.history();
    assert!(carried.iter().all(|asked| !asked.consumer_key));
    let carried = stage.since(asked);
    assert!(carried.iter().all(|asked| asked.scheme == "https"));
}

#[tokio::test]
async fn a_diagnosis_changes_nothing_on_the_site() {
    let stage = ShopStage::start().await;
    let (desk, _, key) = made(&stage).await;
    let before: Vec<_> = stage.live();
    diagnose(&desk, key).await;
    let same = |key: &practice::KeyNow| practice::KeyNow {
        last_access: None,
        ..key.clone()
    };
    let [before, after] = [before, stage.live()].map(|keys| {
        let keys = keys.iter().map(same);
        keys.collect::<Vec<_>>()
    });
    assert_eq!(before, after);
    assert!(desk.has_no_open_intent());
}
