//! All decisions of a run, drawn from its seed.

use fastrand::Rng;
use std::cell::RefCell;

/// The chance of one run.
pub(crate) struct Chance(RefCell<Rng>);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(RefCell::new(Rng::with_seed(seed)))
    }

    /// A number from 0 to below the end.
    pub(crate) fn below(&self, end: usize) -> usize {
        self.0.borrow_mut().usize(..end)
    }

    /// True once in so many times.
    pub(crate) fn one_in(&self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of several.
    pub(crate) fn of<'a, T>(&self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }

    /// One of as many as there are, if there are any.
    pub(crate) fn any_of<T: Clone>(&self, choices: &[T]) -> Option<T> {
        (!choices.is_empty()).then(|| self.of(choices).clone())
    }

    /// One of several, each as likely as its weight says.
    pub(crate) fn weighted<T: Copy>(&self, choices: &[(usize, T)]) -> T {
        let total = choices.iter().map(|(weight, _)| weight).sum();
        let mut left = self.below(total);
        for (weight, choice) in choices {
            if left < *weight {
                return *choice;
            }
            left -= weight;
        }
        choices[0].1
    }
}
