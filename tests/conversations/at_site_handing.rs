//! Handing consumer keys over, and what attention says of them.

use super::shop_stage::{ANNE, MALIK, ShopStage, every_kind};
use super::site_desk::{DAY, SHOP, SiteDesk};
use keys::{
    Act, AttentionKind, Channel, ConnectionId, KeyId, KeyStatus, KeyType, Permission, Platform,
    SheetLanguage,
};
use operations::{Error, SheetFor};
use practice::{Permission as AtShop, ShopAct};
use std::time::Duration;

const LANGUAGES: [SheetLanguage; 7] = [
    SheetLanguage::En,
    SheetLanguage::Fr,
    SheetLanguage::Es,
    SheetLanguage::De,
    SheetLanguage::It,
    SheetLanguage::Pt,
    SheetLanguage::Ca,
];

async fn made(stage: &ShopStage) -> (SiteDesk, ConnectionId, KeyId) {
    let (desk, on) = SiteDesk::connected(stage).await;
    let made = desk.create(on, "Lavande", Permission::ReadWrite).await;
    (desk, on, made.unwrap().key)
}

fn for_developer(key: KeyId) -> SheetFor {
    SheetFor {
        key,
        platform: Platform::Curl,
        language: SheetLanguage::Fr,
    }
}

#[tokio::test]
async fn sheets_say_everything_but_the_secret() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let (desk, _, key) = made(&stage).await;
        let identifier = desk.record(key).identifier.unwrap();
        let secret = desk.secret(&stage, key).unwrap();
        let code = operations::check_code(&desk.context, key).await.unwrap();
        for platform in Platform::for_type(KeyType::Consumer) {
            for language in LANGUAGES {
                let sheet = SheetFor {
                    key,
                    platform: *platform,
                    language,
                };
                let sheet = operations::sheet(&desk.context, sheet).await.unwrap();
                let text = sheet.to_text();
                let what = format!("{platform:?} {language:?}");
                assert!(text.contains(stage.url.as_str()), "{what}");
                assert!(text.contains(identifier.as_str()), "{what}");
                assert!(!text.contains(&secret), "{what}");
                assert!(!text.contains("cs_"), "{what}");
                assert_eq!(sheet.check_code.as_deref(), Some(&*code), "{what}");
            }
        }
    }
}

#[tokio::test]
async fn a_pack_holds_the_three_values_and_opens_by_its_words() {
    let stage = ShopStage::start().await;
    let (desk, _, key) = made(&stage).await;
    let identifier = desk.record(key).identifier.unwrap();
    let secret = desk.secret(&stage, key).unwrap();
    let platforms = Platform::for_type(KeyType::Consumer);
    for platform in &platforms[..1] {
        let folder = tempfile::tempdir().unwrap();
        let sheet = SheetFor {
            key,
            platform: *platform,
            language: SheetLanguage::En,
        };
        let pack = operations::seal_pack(&desk.context, sheet, "Ada", folder.path()).await;
        let pack = pack.unwrap();
        let bytes = std::fs::read(&pack.path).unwrap();
        let plain = sealed::open(&bytes, &pack.passphrase).unwrap();
        let plain = std::str::from_utf8(&plain).unwrap();
        for value in [stage.url.as_str(), identifier.as_str(), &secret] {
            assert!(plain.lines().any(|line| line == value), "{value}");
        }
        let given = desk.context.inventory.handover(pack.handover).unwrap();
        assert_eq!(given.unwrap().told.channel, Channel::SealedPack);
    }
}

#[tokio::test]
async fn a_key_that_nobody_here_holds_cannot_be_sealed() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    let theirs = desk.key(on, stage.live()[0].id).id;
    let folder = tempfile::tempdir().unwrap();
    let sheet = for_developer(theirs);
    let refused = operations::seal_pack(&desk.context, sheet, "Ada", folder.path()).await;
    assert!(
        matches!(refused, Err(Error::SecretNotStored)),
        "{refused:?}"
    );
    assert_eq!(folder.path().read_dir().unwrap().count(), 0);
}

#[tokio::test]
async fn a_hand_over_is_asked_for_and_then_waited_for() {
    let stage = ShopStage::start().await;
    let (desk, _, key) = made(&stage).await;
    desk.wait(8 * DAY);
    assert!(desk.due(key).contains(&AttentionKind::NeverHandedOver));
    let sheet = for_developer(key);
    let given = operations::record_handover(&desk.context, sheet, "Ada", Channel::Mail).await;
    let given = given.unwrap();
    assert!(desk.due(key).is_empty(), "{:?}", desk.due(key));
    assert_eq!(desk.acts(key).pop(), Some(Act::HandedOver));
    desk.wait(8 * DAY);
    assert!(desk.due(key).contains(&AttentionKind::NotConfirmed));
    operations::confirm_handover(&desk.context, given, true).unwrap();
    assert!(desk.due(key).is_empty(), "{:?}", desk.due(key));
}

#[tokio::test]
async fn a_key_that_nobody_uses_is_told() {
    let stage = ShopStage::start().await;
    let (desk, on, key) = made(&stage).await;
    let sheet = for_developer(key);
    let given = operations::record_handover(&desk.context, sheet, "Ada", Channel::Mail).await;
    operations::confirm_handover(&desk.context, given.unwrap(), true).unwrap();
    desk.refresh(on).await.unwrap();
    desk.wait(29 * DAY);
    assert!(!desk.due(key).contains(&AttentionKind::Unused));
    desk.wait(2 * DAY);
    assert!(desk.due(key).contains(&AttentionKind::Unused), "never used");
    stage.shop.advance_clock(Duration::from_hours(31 * 24));
    let id = desk.record(key).server_id.0;
    stage.act(&ShopAct::UseKey { id });
    // So long after, Anne has to sign in again.
    assert_eq!(desk.connect(&stage, "anne").await, on);
    desk.refresh(on).await.unwrap();
    assert!(!desk.due(key).contains(&AttentionKind::Unused));
    desk.wait(179 * DAY);
    desk.refresh(on).await.unwrap();
    assert!(!desk.due(key).contains(&AttentionKind::Unused));
    desk.wait(2 * DAY);
    assert!(desk.due(key).contains(&AttentionKind::Unused), "no more");
    // What nobody here holds is nobody's business here.
    for there in stage.live() {
        let record = desk.key(on, there.id);
        if record.id != key {
            let due = desk.due(record.id);
            assert!(!due.contains(&AttentionKind::Unused), "{due:?}");
        }
    }
}

#[tokio::test]
async fn keys_in_trouble_are_told_and_others_are_not() {
    let stage = ShopStage::start().await;
    let (desk, on) = SiteDesk::connected(&stage).await;
    for there in stage.live() {
        let record = desk.key(on, there.id);
        let due = desk.due(record.id);
        if record.status() == KeyStatus::NotHeld {
            assert!(due.is_empty(), "{due:?}");
        } else {
            assert_eq!(record.status(), KeyStatus::OwnerGone);
            assert!(due.contains(&AttentionKind::KeyTrouble), "{due:?}");
        }
    }
    let pair = stage.pair(MALIK, AtShop::Read);
    let (pasted, _) = desk.paste(on, "Malik's", &pair, false).await.unwrap();
    assert!(!desk.due(pasted.key).contains(&AttentionKind::KeyTrouble));
    stage.act(&ShopAct::DeleteUser { id: MALIK });
    desk.refresh(on).await.unwrap();
    assert!(desk.due(pasted.key).contains(&AttentionKind::KeyTrouble));
    let pair = stage.pair(ANNE, AtShop::Read);
    let (pasted, _) = desk.paste(on, "Anne's", &pair, false).await.unwrap();
    let number = desk.record(pasted.key).server_id;
    let entry = keychain::Entry::key_secret(true, &stage.url, number);
    assert!(desk.keychain.forget(&entry));
    let gone = desk.check(pasted.key).await;
    assert!(gone.is_err(), "{gone:?}");
    assert!(
        desk.due(pasted.key)
            .contains(&AttentionKind::SecretNotStored)
    );
}

#[tokio::test]
async fn the_three_values_follow_each_other_onto_the_clipboard() {
    let stage = ShopStage::start().await;
    let (desk, _, key) = made(&stage).await;
    let identifier = desk.record(key).identifier.unwrap();
    let secret = desk.secret(&stage, key).unwrap();
    operations::copy_in_turn(&desk.context, key).await.unwrap();
    for (place, value) in [stage.url.as_str(), identifier.as_str(), &secret]
        .into_iter()
        .enumerate()
    {
        if place > 0 {
            let next = operations::copy_next(&desk.context).await.unwrap();
            assert!(next.is_some());
        }
        let there = desk.clipboard.text().unwrap();
        assert_eq!(there.expose(), value);
    }
    let next = operations::copy_next(&desk.context).await.unwrap();
    assert!(next.is_none());
}

#[tokio::test]
async fn a_letter_about_a_diagnosis_holds_no_secret() {
    for kind in every_kind() {
        let stage = ShopStage::start_with(kind).await;
        let (desk, _, key) = made(&stage).await;
        let secret = desk.secret(&stage, key).unwrap();
        stage.switch(|mode| mode.tls_ends_in_front = true);
        let told = operations::diagnose_key(&desk.context, key).await.unwrap();
        let causes = told.diagnosis.causes.into_iter();
        let causes: Vec<_> = causes.map(|(cause, _)| cause).collect();
        let record = desk.record(key);
        for language in LANGUAGES {
            let base = Some(stage.url.as_str().to_owned());
            let kind = KeyType::Consumer;
            let letter = operations::letter(causes.clone(), base, Some(&record), kind, language);
            assert!(letter.contains(SHOP), "{letter}");
            assert!(
                !letter.contains(&secret) && !letter.contains("cs_"),
                "{letter}"
            );
        }
    }
}
