//! Many seeds on all cores, and what came of them.

use super::run::run;
use super::story::{Counts, Story};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// A run that has not ended after so long hangs.
const LONGEST_RUN: Duration = Duration::from_mins(1);

/// Operations polled inside operations need room where nothing is optimised.
const STACK: usize = 16 << 20;

/// A seed whose run broke a promise.
pub(crate) struct Failure {
    pub(crate) seed: u64,
    pub(crate) story: Vec<String>,
}

/// What came of many seeds.
pub(crate) struct Outcome {
    pub(crate) seeds: u64,
    pub(crate) took: Duration,
    pub(crate) counts: Counts,
    pub(crate) failures: Vec<Failure>,
}

/// Runs one seed, panics caught; its story ends with what was wrong.
pub(crate) fn run_caught(seed: u64, story: &Story) -> bool {
    let caught = catch_unwind(AssertUnwindSafe(|| run(seed, story)));
    match caught {
        Ok(violations) => violations.is_empty(),
        Err(panic) => {
            let text = panic.downcast_ref::<String>().cloned();
            let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
            story.tell(format!("!!! panicked: {}", text.unwrap_or_default()));
            false
        }
    }
}

/// Runs so many seeds from the first on, on all cores, and tells how many are done and failed. A
/// run that hangs ends it all.
pub(crate) fn run_many(first: u64, seeds: u64, progress: impl Fn(u64, usize)) -> Outcome {
    let began = Instant::now();
    let next = Arc::new(AtomicU64::new(first));
    let running: Arc<Mutex<BTreeMap<u64, (Instant, Story)>>> = Arc::default();
    let (ended, results) = channel();
    let cores = thread::available_parallelism().map_or(2, usize::from);
    for _ in 0..cores {
        let (next, running, ended) = (Arc::clone(&next), Arc::clone(&running), ended.clone());
        let worker = thread::Builder::new().stack_size(STACK);
        let worker = worker.spawn(move || {
            loop {
                let seed = next.fetch_add(1, Ordering::Relaxed);
                if seed >= first + seeds {
                    return;
                }
                let story = Story::default();
                lock(&running).insert(seed, (Instant::now(), story.clone()));
                let is_well = run_caught(seed, &story);
                lock(&running).remove(&seed);
                if ended.send((seed, is_well, story)).is_err() {
                    return;
                }
            }
        });
        worker.expect("a thread");
    }
    drop(ended);
    let mut outcome = Outcome {
        seeds: 0,
        took: Duration::ZERO,
        counts: Counts::new(),
        failures: Vec::new(),
    };
    loop {
        match results.recv_timeout(Duration::from_secs(5)) {
            Ok((seed, is_well, story)) => {
                outcome.seeds += 1;
                for (what, times) in story.counts() {
                    *outcome.counts.entry(what).or_default() += times;
                }
                if !is_well {
                    let story = story.lines();
                    outcome.failures.push(Failure { seed, story });
                }
                progress(outcome.seeds, outcome.failures.len());
            }
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                let running = lock(&running);
                let hanging = running
                    .iter()
                    .find(|(_, (since, _))| since.elapsed() > LONGEST_RUN);
                if let Some((seed, (_, story))) = hanging {
                    let mut story = story.lines();
                    story.push("!!! hangs".to_owned());
                    outcome.failures.push(Failure { seed: *seed, story });
                    break;
                }
            }
        }
    }
    outcome.failures.sort_by_key(|failure| failure.seed);
    outcome.took = began.elapsed();
    outcome
}

impl Outcome {
    /// Speed, and how often what happened.
    pub(crate) fn summary(&self) -> String {
        let seconds = self.took.as_secs_f64().max(0.001);
        #[expect(clippy::cast_precision_loss, reason = "a count of seeds")]
        let speed = self.seeds as f64 / seconds;
        let mut text = format!(
            "{} seeds in {seconds:.1} s, {speed:.1} a second, {} failed\n",
            self.seeds,
            self.failures.len()
        );
        let mut heading = None;
        for ((kind, what), times) in &self.counts {
            if heading != Some(kind) {
                let _ = writeln!(text, "{kind:?}");
                heading = Some(kind);
            }
            let _ = writeln!(text, "  {times:>8}  {what}");
        }
        text
    }

    /// The stories of the first failures, and how to see one again.
    pub(crate) fn failures(&self, most: usize) -> String {
        let mut text = String::new();
        for failure in self.failures.iter().take(most) {
            let _ = writeln!(text, "\nSeed {}:", failure.seed);
            for line in &failure.story {
                let _ = writeln!(text, "  {line}");
            }
            let seed = failure.seed;
            let _ = writeln!(text, "  again: ./dev simulate --seeds 1 --from {seed}");
        }
        if self.failures.len() > most {
            let seeds: Vec<u64> = self.failures.iter().map(|failure| failure.seed).collect();
            let _ = writeln!(text, "\nAll that failed: {seeds:?}");
        }
        text
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
