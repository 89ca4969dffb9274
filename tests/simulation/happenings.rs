//! What happens to a person: other people, the network, the keychain, time, the machine.

use super::creating::word;
use super::desk::entry;
use super::ledger::DraftMark;
use super::run::Run;
use super::story::Counted;
use inventory::BackupReason;
use keychain::Trouble;
use keys::Secret;
use std::time::Duration;

/// Something that may happen.
#[derive(Clone, Copy)]
enum Happening {
    ActElsewhere,
    Network,
    KeychainTrouble,
    ItemDeleted,
    ItemChanged,
    TimePasses,
    ClockSetBack,
    SessionOver,
    KilledAtRest,
    BackUp,
    Restore,
    Maintenance,
}

/// How likely each is.
const HAPPENINGS: [(usize, Happening); 12] = [
    (20, Happening::ActElsewhere),
    (3, Happening::Network),
    (3, Happening::KeychainTrouble),
    (2, Happening::ItemDeleted),
    (2, Happening::ItemChanged),
    (8, Happening::TimePasses),
    (2, Happening::ClockSetBack),
    (3, Happening::SessionOver),
    (3, Happening::KilledAtRest),
    (1, Happening::BackUp),
    (1, Happening::Restore),
    (1, Happening::Maintenance),
];

const MINUTE: u64 = 60;
const DAY: u64 = 24 * 60 * MINUTE;

impl Run {
    /// Something happens.
    pub(crate) async fn world_acts(&mut self) {
        match self.chance.weighted(&HAPPENINGS) {
            Happening::ActElsewhere => self.act_elsewhere(),
            Happening::Network => self.cut_or_mend_the_network(),
            Happening::KeychainTrouble => self.trouble_the_keychain(),
            Happening::ItemDeleted => self.tamper(None),
            Happening::ItemChanged => self.tamper(Some("something else")),
            Happening::TimePasses => self.let_time_pass().await,
            Happening::ClockSetBack => {
                let seconds = *self.chance.of(&[5, 10 * MINUTE, DAY]);
                self.happen("the clock is set back", &format!("by {seconds} s"));
                self.world.set_clock_back(Duration::from_secs(seconds));
            }
            Happening::SessionOver => {
                let remembered = self.chance.one_in(2);
                let act = practice::Act::ExpireSessions { remembered };
                self.world
                    .co_op
                    .act(&act)
                    .expect("an act that always works");
                let act = practice::ShopAct::ExpireSessions;
                self.world
                    .site
                    .shop
                    .act(&act)
                    .expect("an act that always works");
                self.happen(
                    "sessions end",
                    &format!("remembered ones too: {remembered}"),
                );
            }
            Happening::KilledAtRest => {
                self.happen("killed", "at rest");
                self.story.count(Counted::Kill, "at rest");
                self.start_again(2).await;
            }
            Happening::BackUp => self.back_up(),
            Happening::Restore => self.restore().await,
            Happening::Maintenance => {
                let on = !self.world.co_op.is_under_maintenance().expect("a mode");
                self.world.co_op.set_maintenance(on).expect("a mode");
                self.happen("maintenance", if on { "begins" } else { "ends" });
            }
        }
    }

    fn happen(&self, what: &str, how: &str) {
        self.story.tell(format!("{what} {how}"));
        self.story.count(Counted::World, what);
    }

    fn cut_or_mend_the_network(&self) {
        let offline = !self.world.is_offline();
        self.world.set_offline(offline);
        self.happen("the network", if offline { "goes" } else { "comes back" });
    }

    fn trouble_the_keychain(&self) {
        let trouble = *self.chance.of(&[
            Trouble::Locked,
            Trouble::Absent,
            Trouble::Refusing,
            Trouble::Full,
        ]);
        self.world.trouble_keychain(Some(trouble));
        self.happen("the keychain", &format!("{trouble:?}"));
    }

    /// Another program deletes or changes an item.
    fn tamper(&mut self, text: Option<&str>) {
        let numbers: Vec<i64> = self.desk.keys().iter().map(|key| key.server_id.0).collect();
        let Some(number) = self.chance.any_of(&numbers) else {
            return;
        };
        let entry = entry(&self.world, number);
        if self.world.keychain.read_now(&entry).is_none() {
            return;
        }
        self.was_tampered = true;
        self.rested.remove(&number);
        match text {
            None => {
                self.world.keychain.forget(&entry);
                self.happen("an item is deleted", &format!("of key {number}"));
            }
            Some(text) => {
                let secret = Secret::new(text.to_owned());
                self.world.keychain.overwrite(&entry, secret);
                self.happen("an item is changed", &format!("of key {number}"));
            }
        }
    }

    async fn let_time_pass(&mut self) {
        let seconds = *self
            .chance
            .of(&[1, 25, MINUTE, 3 * MINUTE, 61 * MINUTE, 2 * DAY, 8 * DAY]);
        self.happen("time passes", &format!("{seconds} s"));
        self.world.pass(Duration::from_secs(seconds)).await;
        self.world.let_the_server_work().await;
    }

    fn back_up(&self) {
        let inventory = &self.desk.context.inventory;
        let made = inventory.back_up(BackupReason::ByHand, self.desk.context.now());
        self.happen("a backup", if made.is_ok() { "is made" } else { "fails" });
    }

    async fn restore(&mut self) {
        // Somebody who restores a backup does not do so while a request is under way.
        if self.world.has_late_work() {
            return;
        }
        let backups = inventory::backups(&self.world.file()).expect("a list of backups");
        let Some(backup) = self.chance.any_of(&backups) else {
            return;
        };
        let restored = operations::restore_backup(&self.desk.context, &backup.path).await;
        self.happen(
            "a backup is restored",
            &format!("{:?}: {}", backup.reason, word(&restored)),
        );
        if restored.is_err() {
            return self.object("a whole backup could not be restored");
        }
        let made = self.made_by_us().into_iter();
        self.before_restoring = made.map(|made| (made.what, made.server_id)).collect();
        self.ledger.forget_what_was_told();
        self.shopping.was_restored = true;
        let drafts = self.desk.drafts();
        self.ledger.set_drafts(drafts.iter().map(DraftMark::of));
    }
}
