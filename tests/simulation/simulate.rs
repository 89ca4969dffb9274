//! `./dev simulate --seeds N [--from FIRST]`: many seeds, their speed, and the stories that failed.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for a terminal"
)]

mod chance;
mod creating;
mod deeds;
mod desk;
mod drafting;
mod elsewhere;
mod ending;
mod handing;
mod happenings;
mod ledger;
mod many;
mod names;
mod promises;
mod run;
mod shop;
mod shop_creating;
mod shop_deeds;
mod shop_elsewhere;
mod shop_ending;
mod shop_ledger;
mod shop_promises;
mod story;
mod trouble;
mod world;

use std::process::ExitCode;
use story::Story;

/// How many stories are printed whole.
const SHOWN: usize = 3;

/// After how many seeds it is told how far it is.
const TOLD_EVERY: u64 = 1000;

/// What was asked for.
struct Asked {
    seeds: u64,
    first: u64,
    story: bool,
}

fn read_arguments() -> Option<Asked> {
    let mut asked = Asked {
        seeds: 300,
        first: 0,
        story: false,
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--seeds" => asked.seeds = arguments.next()?.parse().ok()?,
            "--from" => asked.first = arguments.next()?.parse().ok()?,
            "--story" => asked.story = true,
            _ => return None,
        }
    }
    Some(asked)
}

fn main() -> ExitCode {
    let Some(asked) = read_arguments() else {
        eprintln!("usage: ./dev simulate [--seeds N] [--from FIRST] [--story]");
        return ExitCode::from(2);
    };
    if asked.story {
        let story = Story::default();
        many::run_caught(asked.first, &story);
        for line in story.lines() {
            println!("{line}");
        }
        return ExitCode::SUCCESS;
    }
    let outcome = many::run_many(asked.first, asked.seeds, |done, failed| {
        if done.is_multiple_of(TOLD_EVERY) {
            eprintln!("{done} of {} seeds, {failed} failed", asked.seeds);
        }
    });
    print!("{}", outcome.failures(SHOWN));
    print!("{}", outcome.summary());
    if outcome.failures.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
