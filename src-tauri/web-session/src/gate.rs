//! One request at a time, not too fast, and slower after failures.

use std::time::Duration;
use tokio::{
    sync::{Mutex, MutexGuard},
    time::{Instant, sleep_until},
};

/// The gate that every request of one connection passes.
pub(crate) struct Gate {
    gap: Duration,
    back_off: Duration,
    longest_wait: Duration,
    state: Mutex<State>,
}

struct State {
    not_before: Option<Instant>,
    failures: u32,
}

/// Leave to send one request. The next waits until it is dropped.
pub(crate) struct Pass<'gate> {
    gate: &'gate Gate,
    state: MutexGuard<'gate, State>,
}

impl Gate {
    pub(crate) fn new(gap: Duration, back_off: Duration, longest_wait: Duration) -> Self {
        Self {
            gap,
            back_off,
            longest_wait,
            state: Mutex::new(State {
                not_before: None,
                failures: 0,
            }),
        }
    }

    /// Waits for one's turn.
    pub(crate) async fn enter(&self) -> Pass<'_> {
        let mut state = self.state.lock().await;
        if let Some(not_before) = state.not_before {
            sleep_until(not_before).await;
        }
        state.not_before = Some(Instant::now() + self.gap);
        Pass { gate: self, state }
    }
}

impl Pass<'_> {
    /// The server answered and is well.
    pub(crate) fn went_well(mut self) {
        self.state.failures = 0;
    }

    /// The server was not reached. It needs no mercy, and the person waits for the network alone.
    pub(crate) fn did_not_arrive(mut self) {
        self.state.not_before = Some(Instant::now() + self.gate.back_off.max(self.gate.gap));
    }

    /// The server failed or asked for patience.
    pub(crate) fn went_badly(mut self, asked_to_wait: Option<Duration>) {
        let doubled = 2_u32.saturating_pow(self.state.failures);
        self.state.failures = self.state.failures.saturating_add(1);
        let own = self.gate.back_off.saturating_mul(doubled);
        let wait = asked_to_wait.unwrap_or(own).min(self.gate.longest_wait);
        self.state.not_before = Some(Instant::now() + wait.max(self.gate.gap));
    }
}

#[cfg(test)]
mod tests {
    use super::Gate;
    use std::time::Duration;
    use tokio::time::Instant;

    const SECOND: Duration = Duration::from_secs(1);

    fn gate() -> Gate {
        Gate::new(SECOND / 10, SECOND, SECOND * 20)
    }

    #[tokio::test(start_paused = true)]
    async fn requests_keep_their_distance() {
        let (gate, start) = (gate(), Instant::now());
        for _ in 0..3 {
            gate.enter().await.went_well();
        }
        assert_eq!(start.elapsed(), SECOND / 5);
    }

    #[tokio::test(start_paused = true)]
    async fn each_failure_doubles_the_wait_up_to_the_limit() {
        let gate = gate();
        let mut waits = Vec::new();
        for _ in 0..7 {
            let start = Instant::now();
            gate.enter().await.went_badly(None);
            waits.push(start.elapsed().as_secs());
        }
        assert_eq!(waits, [0, 1, 2, 4, 8, 16, 20]);
        gate.enter().await.went_well();
        let start = Instant::now();
        gate.enter().await.went_well();
        assert_eq!(start.elapsed(), SECOND / 10);
    }

    #[tokio::test(start_paused = true)]
    async fn being_offline_does_not_make_one_wait_ever_longer() {
        let gate = gate();
        for _ in 0..10 {
            gate.enter().await.did_not_arrive();
        }
        let start = Instant::now();
        gate.enter().await.went_well();
        assert_eq!(start.elapsed(), SECOND);
    }

    #[tokio::test(start_paused = true)]
    async fn the_server_may_ask_for_patience_within_reason() {
        let gate = gate();
        gate.enter().await.went_badly(Some(SECOND * 7));
        let start = Instant::now();
        gate.enter().await.went_badly(Some(SECOND * 7200));
        assert_eq!(start.elapsed(), SECOND * 7);
        let start = Instant::now();
        gate.enter().await.went_well();
        assert_eq!(start.elapsed(), SECOND * 20);
    }

    #[tokio::test(start_paused = true)]
    async fn a_second_request_waits_for_the_first() {
        let gate = gate();
        let first = gate.enter().await;
        let second = tokio::time::timeout(SECOND * 60, gate.enter()).await;
        assert!(second.is_err());
        drop(first);
        gate.enter().await.went_well();
    }
}
