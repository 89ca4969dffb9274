//! What else a person does at the shop: connect, refresh, revoke, edit, check, rotate.

use super::names;
use super::run::Run;
use super::shop::words;
use super::shop_creating::BeforeShopping;
use super::story::Counted;
use super::trouble::{Ended, Place};
use inventory::IntentAct;
use keys::{Connection, Key, KeyId, KeyStatus, Permission, Presence, RotationStep, SessionState};
use operations::{Error, Report, Revocations};
use std::collections::BTreeSet;

/// Something a person may do at the shop.
#[derive(Clone, Copy)]
enum Deed {
    Create,
    Refresh,
    Revoke,
    RevokeSeveral,
    Edit,
    Remake,
    Check,
    Rotate,
    SignIn,
    SignOut,
}

/// How likely each is.
const DEEDS: [(usize, Deed); 10] = [
    (18, Deed::Create),
    (8, Deed::Refresh),
    (7, Deed::Revoke),
    (4, Deed::RevokeSeveral),
    (6, Deed::Edit),
    (5, Deed::Remake),
    (5, Deed::Check),
    (6, Deed::Rotate),
    (1, Deed::SignIn),
    (1, Deed::SignOut),
];

impl Run {
    /// A person does something at the shop; connecting comes first.
    pub(crate) async fn person_shops(&mut self) {
        let Some(shop) = self.desk.shop() else {
            return self.sign_in_to_shop("connect the shop").await;
        };
        if shop.session == SessionState::SignedOut && self.chance.below(3) < 2 {
            return self.sign_in_to_shop("sign in to the shop").await;
        }
        if !self.sought_consumer_keys().is_empty() && self.chance.one_in(2) {
            return self.ask_the_shop_again(&shop).await;
        }
        if !self.rotations_of(shop.id).is_empty() && self.chance.one_in(3) {
            return self.rotate_at_shop(&shop).await;
        }
        if self.chance.one_in(3) && self.remake_one().await {
            return;
        }
        match self.chance.weighted(&DEEDS) {
            Deed::Create => self.create_consumer_key(&shop).await,
            Deed::Refresh => {
                self.tell_deed("refresh the shop", "its list");
                let refreshing = operations::refresh(&self.desk.context, shop.id, &|_, _, _| {});
                let ended = self.attempt_at(Place::Shop, Box::pin(refreshing)).await;
                self.tell_ended(&ended);
                if let Ended::With(Ok(report)) = &ended {
                    self.count_lost_replies_of_the_shop(report);
                }
                self.after(ended).await;
            }
            Deed::Revoke => self.revoke(&shop, 1).await,
            Deed::RevokeSeveral => {
                let count = 2 + self.chance.below(2);
                self.revoke(&shop, count).await;
            }
            Deed::Edit => self.edit().await,
            Deed::Remake => {
                self.remake_one().await;
            }
            Deed::Check => self.check_consumer_key().await,
            Deed::Rotate => self.rotate_at_shop(&shop).await,
            Deed::SignIn => self.sign_in_to_shop("sign in to the shop").await,
            Deed::SignOut => {
                self.tell_deed("sign out of the shop", "as asked");
                let ending = operations::sign_out(&self.desk.context, shop.id);
                let ended = self.attempt_at(Place::Shop, Box::pin(ending)).await;
                self.tell_ended(&ended);
                self.after(ended).await;
            }
        }
    }

    pub(super) fn count_lost_replies_of_the_shop(&self, report: &Report) {
        for (what, times) in [
            ("lost replies of the shop found done", report.found),
            ("lost replies of the shop found not done", report.never_done),
        ] {
            self.story.count_times(Counted::Outcome, what, times as u64);
        }
    }

    async fn sign_in_to_shop(&mut self, verb: &str) {
        self.tell_deed(verb, "as an administrator");
        let signing_in = Box::pin(self.desk.sign_in_to_shop(&self.world));
        let ended = self.attempt_at(Place::Shop, signing_in).await;
        self.tell_ended(&ended);
        self.after(ended).await;
    }

    /// Consumer keys that the list shows, newest last.
    fn listed(&self) -> Vec<Key> {
        let mut keys = self.desk.consumer_keys();
        keys.retain(|key| key.presence == Presence::OnServer && key.server_id.is_known());
        keys.sort_by_key(|key| key.server_id);
        keys
    }

    /// One of them, mostly one of those made last.
    fn any_listed(&self) -> Option<Key> {
        let keys = self.listed();
        let lately = keys.len().saturating_sub(5);
        let from = if self.chance.one_in(4) { 0 } else { lately };
        self.chance.any_of(&keys[from..])
    }

    async fn remake_one(&mut self) -> bool {
        let mut keys = self.desk.consumer_keys();
        keys.retain(|key| key.consumer.as_ref().is_some_and(|known| known.secret_lost));
        let Some(key) = self.chance.any_of(&keys) else {
            return false;
        };
        self.remake(&key).await;
        true
    }

    async fn revoke(&mut self, shop: &Connection, count: usize) {
        let mut chosen = BTreeSet::new();
        for _ in 0..count {
            chosen.extend(self.any_listed().map(|key| key.id));
        }
        // Sometimes one that is known to be gone.
        if self.chance.one_in(6) {
            let keys = self.desk.consumer_keys();
            chosen.extend(self.chance.any_of(&keys).map(|key| key.id));
        }
        let ids: Vec<KeyId> = chosen.into_iter().collect();
        if ids.is_empty() {
            return;
        }
        let numbers: BTreeSet<i64> = ids.iter().map(|id| self.number_at_shop(*id)).collect();
        let before = self.before_shopping();
        self.shopping.asked_to_revoke.extend(&numbers);
        let verb = if ids.len() == 1 {
            "revoke a consumer key"
        } else {
            "revoke several consumer keys"
        };
        self.tell_deed(verb, &format!("keys {numbers:?}"));
        let revoking = operations::revoke_keys(&self.desk.context, &ids, &shop.name);
        let ended = self.attempt_at(Place::Shop, Box::pin(revoking)).await;
        self.tell_ended(&ended);
        self.note_shop();
        match &ended {
            Ended::With(Ok(told)) => self.check_told_revoked(&before, told),
            Ended::With(Err(error)) => self.check_not_revoked(&before, &numbers, error),
            Ended::Cancelled | Ended::Killed => {}
        }
        self.check_revoked_by_nobody(&before);
        self.after(ended).await;
    }

    fn number_at_shop(&self, id: KeyId) -> i64 {
        self.record(id).map_or(-1, |key| key.server_id.0)
    }

    fn check_told_revoked(&mut self, before: &BeforeShopping, told: &Revocations) {
        for id in told.revoked.iter().chain(&told.already_gone) {
            let number = self.number_at_shop(*id);
            if !self.shopping.is_gone(number) {
                self.object(format!(
                    "key {number} is told as gone, and is not: {told:?}"
                ));
            }
        }
        for id in &told.not_allowed {
            let number = self.number_at_shop(*id);
            if !before.late && self.went_by_us(before, number) {
                self.object(format!("key {number} went, and is told as not allowed"));
            }
        }
    }

    fn check_not_revoked(&mut self, before: &BeforeShopping, numbers: &BTreeSet<i64>, why: &Error) {
        let is_open =
            |intent: &inventory::Intent| matches!(intent.act, IntentAct::RevokeKey { .. });
        if matches!(why, Error::ReplyLost { .. }) {
            if !self.is_beside_a_refresh.get() && !self.desk.intents().iter().any(is_open) {
                self.object("the reply to a revocation was lost, and no intent is open");
            }
            return;
        }
        for number in numbers {
            if !before.late && self.went_by_us(before, *number) {
                let why = self.shown(why);
                self.object(format!("key {number} went, and is told as failed: {why}"));
            }
        }
    }

    /// Whether it went away just now, and nobody else can have done it.
    fn went_by_us(&self, before: &BeforeShopping, number: i64) -> bool {
        self.shopping.is_gone(number)
            && !before.gone.contains(&number)
            && !self.world.site.may_be_revoked_by_others(number)
    }

    /// Nothing is revoked that nobody wanted to revoke.
    pub(super) fn check_revoked_by_nobody(&mut self, before: &BeforeShopping) {
        let newly: Vec<i64> = self
            .shopping
            .gone()
            .difference(&before.gone)
            .copied()
            .collect();
        for number in newly {
            if self.went_by_us(before, number) && !self.shopping.asked_to_revoke.contains(&number) {
                self.object(format!("key {number} was revoked, and nobody asked for it"));
            }
        }
    }

    async fn edit(&mut self) {
        let Some(key) = self.any_listed() else {
            return;
        };
        let number = key.server_id.0;
        let wanted = (names::key(&self.chance), *self.chance.of(&Permission::ALL));
        let before = self.before_shopping();
        let former = self.world.site.key(number).map(|key| words(&key));
        self.tell_deed("edit consumer key", &format!("key {number} to {wanted:?}"));
        let editing =
            operations::edit_consumer_key(&self.desk.context, key.id, &wanted.0, wanted.1);
        let ended = self.attempt_at(Place::Shop, Box::pin(editing)).await;
        self.tell_ended(&ended);
        self.note_shop();
        let now = self.world.site.key(number);
        let now = now.filter(|now| !now.revoked).map(|now| words(&now));
        let is_alone = !before.late && !self.world.site.may_be_edited(number) && now.is_some();
        match &ended {
            Ended::With(Ok(())) if is_alone && now.as_ref() != Some(&wanted) => {
                self.object(format!("key {number} is told as edited, and is {now:?}"));
            }
            Ended::With(Err(Error::NothingDone { .. })) if is_alone && now != former => {
                self.object(format!(
                    "key {number} is told as not edited, and is {now:?}"
                ));
            }
            _ => {}
        }
        self.world.site.note_edited(number);
        self.after(ended).await;
    }

    async fn check_consumer_key(&mut self) {
        let mut keys = self.desk.consumer_keys();
        keys.retain(|key| key.is_secret_stored() || self.chance.one_in(8));
        let Some(key) = self.chance.any_of(&keys) else {
            return;
        };
        let number = key.server_id.0;
        let before = self.before_shopping();
        self.tell_deed("check a consumer key", &format!("key {number}"));
        let checking = operations::check_key(&self.desk.context, key.id);
        let ended = self.attempt_at(Place::Shop, Box::pin(checking)).await;
        self.tell_ended(&ended);
        let works = matches!(ended, Ended::With(Ok(KeyStatus::Works)));
        if works && before.gone.contains(&number) {
            self.object(format!("key {number} is told as working, and was revoked"));
        }
        self.after(ended).await;
    }

    /// Begins a rotation of a consumer key, or takes the next step of one.
    async fn rotate_at_shop(&mut self, shop: &Connection) {
        let open = self.rotations_of(shop.id);
        let Some(rotation) = self.chance.any_of(&open).filter(|_| !self.chance.one_in(8)) else {
            if let Some(key) = self.any_listed() {
                let result = operations::begin_rotation(&self.desk.context, key.id);
                self.tell_step("begin a rotation at the shop", &key, &result);
            }
            return;
        };
        let Some(old) = self.record(rotation.old_key) else {
            return self.object("a rotation of a consumer key without a record");
        };
        let context = &self.desk.context;
        match rotation.step() {
            RotationStep::MakeKey => {
                let before = self.before_shopping();
                let name = operations::proposed_name(&old);
                let permission = operations::proposed_permission(&old);
                let owner = old.consumer.as_ref();
                let owner = owner.and_then(|known| known.owner.as_ref()?.id);
                let asked = (name.clone(), permission.unwrap_or(Permission::Read));
                let wish = self.wish_at_shop(&asked, owner);
                self.tell_deed("make the second consumer key", &format!("\"{name}\""));
                let context = &self.desk.context;
                let making = operations::make_rotation_key(context, rotation.id, &name, &[]);
                let ended = self.attempt_at(Place::Shop, Box::pin(making)).await;
                self.judge_making(&before, wish, ended).await;
            }
            RotationStep::HandOver => {
                if let Some(new) = rotation.new_key.and_then(|new| self.record(new)) {
                    self.give(Place::Shop, &new).await;
                }
            }
            RotationStep::AwaitUse if self.chance.one_in(2) => {
                let result = operations::confirm_rotation(context, rotation.id);
                self.tell_step("confirm the rotation at the shop", &old, &result);
            }
            RotationStep::AwaitUse => {
                self.tell_deed("look for an access", "of the second consumer key");
                let looking = operations::look_for_access(&self.desk.context, rotation.id);
                let ended = self.attempt_at(Place::Shop, Box::pin(looking)).await;
                self.tell_ended(&ended);
                self.after(ended).await;
            }
            RotationStep::Retire => {
                let before = self.before_shopping();
                let number = old.server_id.0;
                self.shopping.asked_to_revoke.insert(number);
                self.tell_deed("retire a consumer key", &format!("key {number}"));
                let context = &self.desk.context;
                let retiring = operations::retire_old_key(context, rotation.id, &shop.name);
                let ended = self.attempt_at(Place::Shop, Box::pin(retiring)).await;
                self.tell_ended(&ended);
                self.note_shop();
                if matches!(ended, Ended::With(Ok(()))) && !self.shopping.is_gone(number) {
                    self.object(format!("key {number} is told as retired, and is there"));
                }
                self.check_revoked_by_nobody(&before);
                self.after(ended).await;
            }
            RotationStep::Archive => {
                let result = operations::finish_rotation(context, rotation.id);
                self.tell_step("finish the rotation at the shop", &old, &result);
            }
            RotationStep::Done => self.object("a rotation at its end is open"),
        }
    }
}
