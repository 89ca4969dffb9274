//! Seeded runs of a person's and the world's actions against the practice co-op: after each,
//! nothing is lost, nothing is there twice, nothing is left open.

mod simulation {
    pub(crate) mod chance;
    pub(crate) mod creating;
    pub(crate) mod deeds;
    pub(crate) mod desk;
    pub(crate) mod drafting;
    pub(crate) mod elsewhere;
    pub(crate) mod ending;
    pub(crate) mod handing;
    pub(crate) mod happenings;
    pub(crate) mod ledger;
    pub(crate) mod many;
    pub(crate) mod names;
    pub(crate) mod promises;
    pub(crate) mod run;
    pub(crate) mod shop;
    pub(crate) mod shop_creating;
    pub(crate) mod shop_deeds;
    pub(crate) mod shop_elsewhere;
    pub(crate) mod shop_ending;
    pub(crate) mod shop_ledger;
    pub(crate) mod shop_promises;
    pub(crate) mod story;
    pub(crate) mod trouble;
    pub(crate) mod world;
}

use simulation::many::{run_caught, run_many};
use simulation::story::Story;

#[test]
fn nothing_is_lost_and_nothing_is_there_twice() {
    let outcome = run_many(0, 300, |_, _| {});
    assert!(
        outcome.failures.is_empty() && outcome.seeds == 300,
        "{}{}",
        outcome.failures(1),
        outcome.summary()
    );
}

#[test]
fn a_seed_repeats_its_story() {
    for seed in [1, 17, 4711] {
        let [first, second] = [Story::default(), Story::default()];
        run_caught(seed, &first);
        run_caught(seed, &second);
        assert_eq!(first.lines(), second.lines(), "seed {seed}");
    }
}
