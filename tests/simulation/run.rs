//! One seed, one run: steps of a person and of the world, then the end, then the judgement.

use super::chance::Chance;
use super::desk::{ACCOUNT, Desk};
use super::elsewhere;
use super::ledger::Ledger;
use super::shop_elsewhere;
use super::shop_ledger::ShopLedger;
use super::story::{Counted, Story};
use super::trouble::{Ended, Place, Troubles};
use super::world::World;
use keys::Secret;
use operations::Error;
use practice::{Made, What};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::pin::Pin;

/// A run under way.
pub(crate) struct Run {
    pub(crate) world: World,
    pub(crate) chance: Chance,
    pub(crate) story: Story,
    pub(crate) ledger: Ledger,
    /// What the person asked of the shop, and what came of it.
    pub(crate) shopping: ShopLedger,
    /// In how many of five things that a person does the shop is meant.
    pub(crate) shop_share: usize,
    /// The program, while it runs.
    pub(crate) desk: Desk,
    /// Everything that the server ever showed as a secret.
    pub(crate) secrets: BTreeSet<String>,
    /// What rested in the keychain after the last step, by the number of the key.
    pub(crate) rested: BTreeMap<i64, Secret>,
    /// Keys of which a person wanted another secret.
    pub(crate) agreed: BTreeSet<i64>,
    /// Whether items of the keychain were deleted or changed by another program.
    pub(crate) was_tampered: bool,
    /// What was made before a backup was restored: its history may be lost.
    pub(crate) before_restoring: BTreeSet<(What, i64)>,
    /// What was gone from the server at some time, even if it is back: who looked then could not
    /// find it, and what was forgotten here after that leaves no trace.
    pub(crate) was_gone: BTreeSet<(What, i64)>,
    /// Whether the last operation ran beside a refresh, which may have settled what it left open.
    pub(crate) is_beside_a_refresh: Cell<bool>,
    pub(crate) violations: Vec<String>,
}

/// An operation under way. In a box, because some are large.
pub(crate) type Operation<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// Runs one seed to its end. What was promised and did not hold comes back; none when all held.
pub(crate) fn run(seed: u64, story: &Story) -> Vec<String> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .start_paused(true)
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let mut run = Run::begin(seed, story.clone()).await;
        let steps = 10 + run.chance.below(21);
        for _ in 0..steps {
            run.step().await;
            if !run.violations.is_empty() {
                return run.violations;
            }
        }
        run.end().await;
        run.violations
    })
}

impl Run {
    async fn begin(seed: u64, story: Story) -> Self {
        let chance = Chance::new(seed);
        let apps = 2 + chance.below(3);
        let world = World::begin(seed, &chance, apps, story.clone()).await;
        let desk = Desk::set_up(&world).await;
        story.tell(format!(
            "a server with {apps} keys, signed in and refreshed"
        ));
        let mut run = Self {
            world,
            chance,
            story,
            ledger: Ledger::default(),
            shopping: ShopLedger::default(),
            shop_share: 0,
            desk,
            secrets: BTreeSet::new(),
            rested: BTreeMap::new(),
            agreed: BTreeSet::new(),
            was_tampered: false,
            before_restoring: BTreeSet::new(),
            was_gone: BTreeSet::new(),
            is_beside_a_refresh: Cell::new(false),
            violations: Vec::new(),
        };
        run.shop_share = *run.chance.of(&[1, 2, 4]);
        if run.chance.one_in(2) {
            let connecting = Box::pin(run.desk.sign_in_to_shop(&run.world));
            let connected = run.undisturbed(connecting).await;
            connected.expect("an end").expect("a shop that lets in");
            run.story.tell("connected to the shop");
        }
        run.note_secrets();
        run.note_shop();
        run.check_rest();
        run
    }

    async fn step(&mut self) {
        self.let_outages_end();
        if self.chance.below(10) < 7 {
            self.person_acts().await;
        } else {
            self.world_acts().await;
        }
        self.note_secrets();
        self.note_shop();
        self.check_orphans();
        self.check_rest();
        self.check_rotations();
        self.check_shop_at_rest();
    }

    /// What cuts a person off does not last long, or little else would happen.
    fn let_outages_end(&self) {
        if self.world.is_offline() && self.chance.one_in(3) {
            self.story.tell("the network comes back");
            self.world.set_offline(false);
        }
        let co_op = &self.world.co_op;
        if co_op.is_under_maintenance().expect("a mode") && self.chance.one_in(2) {
            self.story.tell("maintenance ends");
            co_op.set_maintenance(false).expect("a mode");
        }
        if self.world.keychain_is_troubled() && self.chance.one_in(3) {
            self.story.tell("the keychain is well");
            self.world.trouble_keychain(None);
        }
    }

    /// Says that something promised does not hold.
    pub(crate) fn object(&mut self, what: impl Into<String>) {
        let what = what.into();
        self.story.tell(format!("!!! {what}"));
        self.violations.push(what);
    }

    /// Runs an operation under troubles drawn for it, sometimes beside the refresh that the program
    /// begins by itself when its window comes to the front.
    pub(crate) async fn attempt<T>(&self, operation: Operation<'_, T>) -> Ended<T> {
        self.attempt_at(Place::CoOp, operation).await
    }

    /// The same, with troubles of one of the servers.
    pub(crate) async fn attempt_at<T>(
        &self,
        place: Place,
        operation: Operation<'_, T>,
    ) -> Ended<T> {
        let refreshed = match place {
            Place::CoOp => Some(self.desk.connection),
            Place::Shop => self.desk.shop().map(|shop| shop.id),
        };
        let troubles = Troubles::draw(&self.world, &self.chance, place);
        let refreshed = refreshed.filter(|_| self.chance.one_in(8));
        self.is_beside_a_refresh.set(refreshed.is_some());
        let Some(refreshed) = refreshed else {
            return troubles.run(&self.world, operation).await;
        };
        self.story.tell("    (beside a refresh)");
        let refreshing = operations::refresh(&self.desk.context, refreshed, &|_, _, _| {});
        let both = Box::pin(async { tokio::join!(operation, refreshing).0 });
        troubles.run(&self.world, both).await
    }

    /// The same for what asks both servers: with troubles of either, and beside nothing, so that
    /// one request is under way at a time and a seed repeats.
    pub(crate) async fn attempt_everywhere<T>(&self, operation: Operation<'_, T>) -> Ended<T> {
        let place = *self.chance.of(&[Place::CoOp, Place::Shop]);
        let troubles = Troubles::draw(&self.world, &self.chance, place);
        self.is_beside_a_refresh.set(false);
        troubles.run(&self.world, operation).await
    }

    /// The same for an operation of which nothing but success or failure is told.
    pub(crate) async fn attempt_plainly<T>(
        &self,
        what: &str,
        operation: Operation<'_, Result<T, Error>>,
    ) -> Ended<Result<T, Error>> {
        self.story.tell(what);
        self.story
            .count(Counted::Deed, what.split(':').next().unwrap_or(what));
        let ended = self.attempt(operation).await;
        self.tell_ended(&ended);
        ended
    }

    pub(crate) fn tell_ended<T>(&self, ended: &Ended<Result<T, Error>>) {
        match ended {
            Ended::With(Ok(_)) => self.story.tell("  done"),
            Ended::With(Err(error)) => self.story.tell(format!("  {}", self.shown(error))),
            Ended::Cancelled | Ended::Killed => {}
        }
    }

    /// An error without what differs between two runs of one seed.
    pub(crate) fn shown(&self, error: &dyn Display) -> String {
        let text = error.to_string().replace(self.world.url.host(), "practice");
        text.replace(self.world.site.url.host(), "shop")
    }

    /// Goes on after an operation: starts the program again when it was killed.
    pub(crate) async fn after<T>(&mut self, ended: Ended<T>) {
        if matches!(ended, Ended::Killed) {
            self.start_again(3).await;
        }
    }

    /// Kills the program and starts it again; what it does by itself then may be struck too.
    pub(crate) async fn start_again(&mut self, lives: usize) {
        let mut lives = lives;
        loop {
            self.world.pull_the_plug();
            self.desk = Desk::start_again(&self.world, self.desk.connection);
            self.story.tell("  started again");
            let tending = Box::pin(operations::tend(&self.desk.context));
            let ended = if lives == 0 {
                Troubles::none().run(&self.world, tending).await
            } else {
                self.attempt_everywhere(tending).await
            };
            self.tell_ended(&ended);
            match ended {
                Ended::Killed => lives = lives.saturating_sub(1),
                Ended::With(_) | Ended::Cancelled => return,
            }
        }
    }

    /// What the server made because this program asked.
    pub(crate) fn made_by_us(&self) -> Vec<Made> {
        let made = self.world.co_op.made().into_iter();
        made.filter(|made| made.by.as_deref() == Some(ACCOUNT))
            .collect()
    }

    pub(crate) fn note_secrets(&mut self) {
        let apps = self.world.co_op.apps().expect("apps");
        self.secrets.extend(apps.into_iter().map(|app| app.secret));
    }

    /// Lets another admin of the co-op or of the shop do something now.
    pub(crate) fn act_elsewhere(&self) {
        if self.chance.one_in(3) {
            let act = shop_elsewhere::draw(&self.world.site, &self.chance);
            self.world.site.expect(&act);
            let done = self.world.site.shop.act(&act).is_ok();
            self.story
                .tell(format!("somebody else at the shop: {act:?}"));
            if done {
                self.story.count(Counted::Act, shop_elsewhere::word(&act));
            }
            return;
        }
        let act = elsewhere::draw(&self.world, &self.chance);
        let done = self.world.co_op.act(&act).is_ok();
        self.story.tell(format!("somebody else: {act:?}"));
        if done {
            self.story.count(Counted::Act, elsewhere::word(&act));
        }
    }
}
