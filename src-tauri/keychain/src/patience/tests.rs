//! What a caller and the window see while a call waits. Time is paused: nothing here sleeps.

use super::Patience;
use crate::{Error, State};
use std::future::pending;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::Instant;

fn patience() -> Patience {
    Patience::new(Duration::from_secs(20))
}

#[tokio::test(start_paused = true)]
async fn unanswered_call_ends_at_the_deadline() {
    let patience = patience();
    let start = Instant::now();
    let result: Result<(), Error> = patience.wait(pending()).await;
    assert_eq!(result, Err(Error::TimedOut));
    assert_eq!(start.elapsed(), Duration::from_secs(20));
    assert_eq!(*patience.subscribe().borrow(), State::Waiting);
}

#[tokio::test(start_paused = true)]
async fn slow_call_shows_as_waiting_at_once_and_as_ready_when_answered() {
    let patience = patience();
    let mut states = patience.subscribe();
    let (answer, coming) = oneshot::channel();
    let start = Instant::now();
    let watcher = async {
        states.changed().await.unwrap();
        assert_eq!(*states.borrow_and_update(), State::Waiting);
        assert!(start.elapsed() <= Duration::from_millis(300));
        answer.send(7).unwrap();
    };
    let call = patience.wait(async { Ok(coming.await.unwrap()) });
    let (result, ()) = tokio::join!(call, watcher);
    assert_eq!(result, Ok(7));
    assert_eq!(*patience.subscribe().borrow(), State::Ready);
}

#[tokio::test(start_paused = true)]
async fn quick_call_never_shows_as_waiting() {
    let patience = patience();
    let mut states = patience.subscribe();
    patience.wait(async { Ok(()) }).await.unwrap();
    states.changed().await.unwrap();
    assert_eq!(*states.borrow_and_update(), State::Ready);
    assert!(!states.has_changed().unwrap());
}

#[tokio::test(start_paused = true)]
async fn every_waiting_call_can_be_given_up_and_later_ones_are_not() {
    let patience = patience();
    let start = Instant::now();
    let (first, second, ()) = tokio::join!(
        patience.wait(pending::<Result<(), Error>>()),
        patience.wait(pending::<Result<(), Error>>()),
        async { patience.cancel() },
    );
    assert_eq!(
        (first, second),
        (Err(Error::Cancelled), Err(Error::Cancelled))
    );
    assert_eq!(start.elapsed(), Duration::ZERO);
    assert_eq!(patience.wait(async { Ok(1) }).await, Ok(1));
}

#[tokio::test(start_paused = true)]
async fn failures_tell_apart_locked_absent_and_refused() {
    let patience = patience();
    for (error, state) in [
        (Error::Locked, State::Waiting),
        (Error::Absent, State::Absent),
        (Error::refused("no"), State::Refused),
        (Error::full("no space"), State::Full),
        (Error::TooLong { limit: 1 }, State::Ready),
        (Error::broken("odd"), State::Unknown),
    ] {
        let result: Result<(), Error> = patience.wait(async { Err(error.clone()) }).await;
        assert_eq!(result, Err(error));
        assert_eq!(*patience.subscribe().borrow(), state);
    }
}
