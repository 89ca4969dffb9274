//! What a person does with keys that are there: checks all of them, hands them over, rotates them.

use super::creating::word;
use super::ledger::Told;
use super::run::Run;
use super::story::Counted;
use super::trouble::{Ended, Place};
use inventory::IntentAct;
use keys::{
    Channel, ConnectionId, Key, KeyId, KeyType, Platform, Presence, Rotation, RotationStep,
    SheetLanguage,
};
use operations::SheetFor;
use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

/// Two people, so that both sometimes get the same key.
const PEOPLE: [&str; 2] = ["Ada", "Grace"];

impl Run {
    pub(crate) async fn check_all(&mut self) {
        let go_on = AtomicBool::new(false);
        self.story.tell("check all");
        self.story.count(Counted::Deed, "check all");
        let context = &self.desk.context;
        let checking = Box::pin(operations::check_all(context, None, &|_, _| {}, &go_on));
        let ended = self.attempt_everywhere(checking).await;
        self.tell_ended(&ended);
        if let Ended::With(Ok(checks)) = &ended
            && checks.checked != checks.works + checks.trouble
        {
            self.object("the counts of checking all do not add up");
        }
        self.after(ended).await;
    }

    pub(crate) async fn hand_over(&mut self) {
        let keys = self.desk.keys();
        let Some(key) = self.chance.any_of(&keys) else {
            return;
        };
        let inventory = &self.desk.context.inventory;
        let given = inventory.handovers_of(key.id).expect("hand-overs");
        match given.first() {
            Some(newest) if self.chance.one_in(2) => {
                let result = operations::confirm_handover(&self.desk.context, newest.id, true);
                self.story.tell(format!(
                    "confirm the hand-over of key {}: {}",
                    key.server_id.0,
                    word(&result)
                ));
                self.story.count(Counted::Deed, "confirm a hand-over");
            }
            _ => self.give(Place::CoOp, &key).await,
        }
    }

    pub(crate) async fn give(&mut self, place: Place, key: &Key) {
        let sheet = SheetFor {
            key: key.id,
            platform: Platform::WooCommerce,
            language: SheetLanguage::En,
        };
        let person = *self.chance.of(&PEOPLE);
        let context = &self.desk.context;
        let giving = operations::record_handover(context, sheet, person, Channel::Copied);
        let what = format!("hand over: key {} to {person}", key.server_id.0);
        self.story.tell(what);
        self.story.count(Counted::Deed, "hand over");
        let ended = self.attempt_at(place, Box::pin(giving)).await;
        self.tell_ended(&ended);
        self.after(ended).await;
    }

    fn open_rotations(&self) -> Vec<Rotation> {
        let open = self.desk.context.inventory.open_rotations();
        open.expect("a readable inventory")
    }

    pub(crate) fn rotations_of(&self, connection: ConnectionId) -> Vec<Rotation> {
        let mut open = self.open_rotations();
        open.retain(|rotation| {
            let old = self.record(rotation.old_key);
            old.is_some_and(|old| old.connection == connection)
        });
        open
    }

    pub(crate) fn record(&self, key: KeyId) -> Option<Key> {
        let key = self.desk.context.inventory.key(key);
        key.expect("a readable inventory")
    }

    /// Begins a rotation, or takes the next step of one; sometimes gives one up.
    pub(crate) async fn rotate(&mut self) {
        let open = self.rotations_of(self.desk.connection);
        let Some(rotation) = self.chance.any_of(&open).filter(|_| !self.chance.one_in(8)) else {
            return self.begin_rotation();
        };
        let Some(old) = self.record(rotation.old_key) else {
            return self.object("a rotation of a key without a record");
        };
        let context = &self.desk.context;
        if self.chance.one_in(10) {
            let result = operations::give_up_rotation(context, rotation.id);
            return self.tell_step("give up the rotation", &old, &result);
        }
        match rotation.step() {
            RotationStep::MakeKey => self.make_second(&rotation, &old).await,
            RotationStep::HandOver => {
                if let Some(new) = rotation.new_key.and_then(|new| self.record(new)) {
                    self.give(Place::CoOp, &new).await;
                }
            }
            RotationStep::AwaitUse if self.chance.one_in(2) => {
                let result = operations::confirm_rotation(context, rotation.id);
                self.tell_step("confirm the rotation", &old, &result);
            }
            RotationStep::AwaitUse => {
                let looking = Box::pin(operations::look_for_delivery(context, rotation.id));
                let ended = self.attempt_plainly("look for a delivery", looking).await;
                self.after(ended).await;
            }
            RotationStep::Retire => self.retire(&rotation, &old).await,
            RotationStep::Archive => {
                let result = operations::finish_rotation(context, rotation.id);
                self.tell_step("finish the rotation", &old, &result);
            }
            RotationStep::Done => self.object("a rotation at its end is open"),
        }
    }

    fn begin_rotation(&mut self) {
        let mut keys = self.desk.keys();
        keys.retain(|key| key.presence == Presence::OnServer);
        let Some(key) = self.chance.any_of(&keys) else {
            return;
        };
        let result = operations::begin_rotation(&self.desk.context, key.id);
        self.tell_step("begin a rotation", &key, &result);
    }

    async fn make_second(&mut self, rotation: &Rotation, old: &Key) {
        let inventory = &self.desk.context.inventory;
        let store = old
            .store
            .and_then(|store| inventory.store(store).expect("a Store"));
        let name = operations::proposed_name(old);
        let scopes = operations::proposed_scopes(old);
        let before = self.before();
        let wish = self.wish_by_form(&IntentAct::CreateKey {
            name: name.clone(),
            key_type: old.key_type,
            scopes: scopes.clone(),
            store: store.map(|store| store.server_id),
        });
        let context = &self.desk.context;
        let making = operations::make_rotation_key(context, rotation.id, &name, &scopes);
        let what = format!(
            "make the second key: of key {}, \"{name}\"",
            old.server_id.0
        );
        let ended = self.attempt_plainly(&what, Box::pin(making)).await;
        if let Ended::With(result) = &ended {
            let told = match result {
                Ok(created) => {
                    let key = self.record(created.key).expect("a new key");
                    self.story.tell(format!("  it is key {}", key.server_id.0));
                    Told::Done(key.server_id.0)
                }
                Err(error) => self.told_by(&before, error, None),
            };
            self.keep(wish, told);
        }
        self.check_made(&before, &[wish]);
        self.after(ended).await;
    }

    async fn retire(&mut self, rotation: &Rotation, old: &Key) {
        if old.key_type == KeyType::ApiKey && self.chance.one_in(2) {
            let app = Some(old.server_id.0);
            self.story
                .tell(format!("the page of key {app:?} is saved there"));
            let _ = self.world.co_op.act(&practice::Act::SaveEditPage { app });
        }
        let typed = operations::typed_name_of(old).to_owned();
        let context = &self.desk.context;
        let retiring = Box::pin(operations::retire_old_key(context, rotation.id, &typed));
        let what = format!("retire: key {}", old.server_id.0);
        let ended = self.attempt_plainly(&what, retiring).await;
        self.agreed.insert(old.server_id.0);
        self.after(ended).await;
    }

    pub(crate) fn tell_step<T>(
        &self,
        verb: &str,
        old: &Key,
        result: &Result<T, operations::Error>,
    ) {
        self.story
            .tell(format!("{verb}: key {}: {}", old.server_id.0, word(result)));
        self.story.count(Counted::Deed, verb);
    }

    /// A key is replaced by one rotation at a time, and takes the place of one key only.
    pub(crate) fn check_rotations(&mut self) {
        let (mut going, mut coming) = (BTreeSet::new(), BTreeSet::new());
        for rotation in self.open_rotations() {
            if !going.insert(rotation.old_key) {
                self.object("a key is being replaced twice");
            }
            if let Some(new) = rotation.new_key {
                if new == rotation.old_key {
                    self.object("a key is replaced by itself");
                }
                if !coming.insert(new) {
                    self.object("a key takes the place of two");
                }
            }
        }
    }
}
