//! What strikes an operation while it runs, and where it is killed or given up.

use super::chance::Chance;
use super::elsewhere;
use super::run::Operation;
use super::shop_elsewhere;
use super::story::Counted;
use super::world::World;
use keychain::Trouble;
use practice::{Fault, FaultKind, ShopAct};
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::time::Duration;
use tokio::sync::watch;

/// A little longer than the client waits for an answer.
const CLIENT_PATIENCE: Duration = Duration::from_secs(31);

/// A little longer than a keychain is waited for.
const KEYCHAIN_PATIENCE: Duration = Duration::from_secs(21);

/// Requests of the longest operations; a failure strikes the first of them more often.
const LONGEST: usize = 14;

/// How an operation that was struck ended.
pub(crate) enum Ended<T> {
    With(T),
    /// The person gave it up.
    Cancelled,
    /// The program was killed.
    Killed,
}

/// What happens to an operation at a point where the server or the keychain stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Then {
    Kill,
    Cancel,
    /// Nobody does anything until the program's own patience ends.
    Wait,
}

/// Which of the two servers an operation is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    CoOp,
    Shop,
}

/// What shall strike one operation.
pub(crate) struct Troubles {
    then: Then,
    delay: Duration,
    /// Whether the way to the server goes with the first failure, so that nothing can be looked
    /// for afterwards.
    goes_offline: bool,
}

impl Troubles {
    /// None at all.
    pub(crate) fn none() -> Self {
        Self {
            then: Then::Wait,
            delay: Duration::ZERO,
            goes_offline: false,
        }
    }

    /// Draws what shall strike, and prepares server and keychain for it.
    pub(crate) fn draw(world: &World, chance: &Chance, place: Place) -> Self {
        let mut troubles = Self::none();
        if chance.below(5) < 2 {
            return troubles;
        }
        troubles.goes_offline = chance.one_in(3);
        let times = if chance.one_in(4) { 2 } else { 1 };
        for _ in 0..times {
            match chance.below(10) {
                0..=5 => troubles.draw_fault(world, chance, place),
                6..=7 => draw_keychain_trouble(world, chance),
                8 => draw_keychain_stop(world, chance),
                _ => draw_act(world, chance, place),
            }
        }
        troubles
    }

    fn draw_fault(&mut self, world: &World, chance: &Chance, place: Place) {
        match place {
            Place::CoOp => {
                let fault = self.fault(world, chance);
                world.co_op.add_fault(fault);
            }
            Place::Shop => {
                let fault = self.fault(world, chance);
                let fault = at_shop_page(world, chance, fault);
                world.site.shop.add_fault(fault);
            }
        }
    }

    fn fault<A: Debug>(&mut self, world: &World, chance: &Chance) -> Fault<A> {
        let kind = self.draw_kind(chance);
        let skip = early(chance);
        let times = if chance.one_in(5) { 3 } else { 1 };
        world.story.tell(format!(
            "    (the server: {} after {skip} requests, {times} times)",
            describe(&kind)
        ));
        let fault = Fault::everywhere(kind).after(skip).times(times);
        // Most that can go wrong goes wrong where something is changed.
        if chance.one_in(3) {
            Fault { skip: 0, ..fault }.for_method("POST")
        } else {
            fault
        }
    }

    fn draw_kind<A>(&mut self, chance: &Chance) -> FaultKind<A> {
        let after_work = chance.one_in(2);
        match chance.below(14) {
            0 => FaultKind::RefuseConnection,
            1 => FaultKind::CutBeforeWork,
            2 | 3 => FaultKind::CutAfterWork,
            4 => FaultKind::ServerError,
            5 => FaultKind::Garbage,
            6 => FaultKind::LargePage {
                bytes: 9 * 1024 * 1024,
            },
            7 => FaultKind::ExpireSession {
                remembered: chance.one_in(2),
            },
            8 | 9 => {
                let seconds = *chance.of(&[1, 20, 45, 90]);
                // With several, the longest is waited for each time.
                self.delay = self.delay.max(Duration::from_secs(seconds));
                let milliseconds = seconds * 1000;
                if after_work {
                    FaultKind::DelayAfterWork { milliseconds }
                } else {
                    FaultKind::Delay { milliseconds }
                }
            }
            _ => {
                self.then = *chance.of(&[Then::Kill, Then::Kill, Then::Cancel, Then::Wait]);
                FaultKind::Hold { after_work }
            }
        }
    }

    /// Runs an operation to its end, whichever that is. Server and keychain say what strikes
    /// before the operation can notice it, so that a run can be repeated.
    pub(crate) async fn run<T>(&self, world: &World, operation: Operation<'_, T>) -> Ended<T> {
        let mut operation = operation;
        let mut at_co_op = world.co_op.subscribe_faults();
        let mut at_shop = world.site.shop.subscribe_faults();
        let mut calls = world.keychain.subscribe_calls();
        let mut stopped = world.keychain.stopped();
        let mut struck = world.fault_counts();
        let mut hung = hung(world);
        let ended = loop {
            tokio::select! {
                biased;
                changed = either(&mut at_co_op, &mut at_shop) => {
                    changed.expect("a running server");
                    let now = world.fault_counts();
                    let words = newly(&struck, &now);
                    struck = now;
                    if let Some(ended) = self.meet(world, &words).await {
                        break ended;
                    }
                }
                seen = stopped.wait_for(|stopped| *stopped) => {
                    drop(seen.expect("a keychain"));
                    world.story.tell("    killed at a call of the keychain");
                    world.story.count(Counted::Kill, "at a call of the keychain");
                    break Ended::Killed;
                }
                changed = calls.changed() => {
                    changed.expect("a keychain");
                    let now = self::hung(world);
                    if now > hung {
                        hung = now;
                        self.outlast_keychain(world).await;
                    }
                }
                result = &mut operation => break Ended::With(result),
            }
        };
        // What did not strike by now strikes nothing else.
        world.end_passing_faults();
        world.keychain.schedule(Vec::new());
        world.keychain.go_on();
        world.let_the_server_work().await;
        ended
    }

    async fn meet<T>(&self, world: &World, words: &[&'static str]) -> Option<Ended<T>> {
        for word in words {
            world.story.tell(format!("    the server: {word}"));
            match *word {
                "delayed" => {
                    world.expect_late_work(self.delay);
                    world.pass(self.delay.min(CLIENT_PATIENCE)).await;
                }
                "delayed after work" => world.pass(self.delay.min(CLIENT_PATIENCE)).await,
                "held before work" | "held after work" => match self.then {
                    Then::Kill => {
                        world.story.tell("    killed there");
                        world
                            .story
                            .count(Counted::Kill, format!("at a request {word}"));
                        return Some(Ended::Killed);
                    }
                    Then::Cancel => {
                        world.story.tell("    given up there");
                        world
                            .story
                            .count(Counted::Cancel, format!("at a request {word}"));
                        return Some(Ended::Cancelled);
                    }
                    Then::Wait => world.pass(CLIENT_PATIENCE).await,
                },
                _ => {}
            }
            if self.goes_offline && !world.is_offline() {
                world.story.tell("    and the network goes");
                world.set_offline(true);
            }
        }
        None
    }

    async fn outlast_keychain(&self, world: &World) {
        if self.then == Then::Cancel {
            world.story.tell("    the keychain's prompt is given up");
            world
                .story
                .count(Counted::Cancel, "at a prompt of the keychain");
            keychain::Keychain::Memory(world.keychain.clone()).cancel();
        } else {
            world.pass(KEYCHAIN_PATIENCE).await;
        }
    }
}

/// How many requests or calls go well before one is struck.
fn early(chance: &Chance) -> u32 {
    let furthest = 1 + chance.below(LONGEST);
    u32::try_from(chance.below(furthest)).expect("a small number")
}

/// Half of what goes wrong at the shop goes wrong where keys are made and revoked.
fn at_shop_page(world: &World, chance: &Chance, fault: Fault<ShopAct>) -> Fault<ShopAct> {
    let folder = world.site.shop.folder();
    let at = |page: &str| format!("{folder}/wp-admin/{page}");
    match chance.below(6) {
        0 | 1 => {
            world.story.tell("    (where a key is made or changed)");
            let path = at("admin-ajax.php");
            Fault {
                path,
                skip: 0,
                ..fault
            }
            .for_method("POST")
        }
        2 => {
            world.story.tell("    (at a page of the administration)");
            let path = at("admin.php");
            Fault { path, ..fault }
        }
        _ => fault,
    }
}

fn draw_keychain_trouble(world: &World, chance: &Chance) {
    let trouble = *chance.of(&[
        Trouble::Locked,
        Trouble::Absent,
        Trouble::Refusing,
        Trouble::Hanging,
        Trouble::Full,
    ]);
    let skip = early(chance) as usize / 2;
    let times = 1 + chance.below(3);
    world.story.tell(format!(
        "    (the keychain: {trouble:?} after {skip} calls, {times} times)"
    ));
    let mut schedule = vec![None; skip];
    schedule.extend(vec![Some(trouble); times]);
    world.keychain.schedule(schedule);
}

fn draw_keychain_stop(world: &World, chance: &Chance) {
    let call = world.keychain.calls() + 1 + u64::from(early(chance)) / 2;
    if chance.one_in(2) {
        world.keychain.stop_at(call);
    } else {
        world.keychain.stop_after(call);
    }
}

fn draw_act(world: &World, chance: &Chance, place: Place) {
    let skip = early(chance);
    match place {
        Place::CoOp => {
            let act = elsewhere::draw(world, chance);
            let fault = act_before(world, skip, act);
            world.co_op.add_fault(fault);
        }
        Place::Shop => {
            let act = shop_elsewhere::draw(&world.site, chance);
            world.site.expect(&act);
            let fault = act_before(world, skip, act);
            world.site.shop.add_fault(fault);
        }
    }
}

fn act_before<A: Debug>(world: &World, skip: u32, act: A) -> Fault<A> {
    world.story.tell(format!(
        "    (somebody else, before request {skip}: {act:?})"
    ));
    let fault = Fault::everywhere(FaultKind::Act { act });
    fault.after(skip).times(1)
}

/// Waits until one of the servers says that something strikes.
async fn either(
    first: &mut watch::Receiver<u64>,
    second: &mut watch::Receiver<u64>,
) -> Result<(), watch::error::RecvError> {
    tokio::select! {
        biased;
        changed = first.changed() => changed,
        changed = second.changed() => changed,
    }
}

fn hung(world: &World) -> u64 {
    let struck = world.keychain.struck();
    struck.get(&Trouble::Hanging).copied().unwrap_or_default()
}

fn newly(
    before: &BTreeMap<&'static str, u64>,
    now: &BTreeMap<&'static str, u64>,
) -> Vec<&'static str> {
    let is_more = |(word, count): &(&&'static str, &u64)| before.get(**word) != Some(*count);
    now.iter().filter(is_more).map(|(word, _)| *word).collect()
}

fn describe<A: Debug>(kind: &FaultKind<A>) -> String {
    format!("{kind:?}")
}
