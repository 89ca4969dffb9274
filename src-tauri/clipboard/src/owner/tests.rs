//! The owner thread over clipboards that hang and panic. Time is paused: the deadline passes as
//! soon as nothing else can happen.

use super::Owner;
use crate::board::Board;
use crate::mark::Mark;
use crate::ways::Ways;
use crate::{Cleared, Error};
use keys::Secret;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::time::{Duration, Instant};

/// A clipboard shared by all threads; the first `set` waits for the test, or panics.
#[derive(Clone)]
struct Slow {
    text: Arc<Mutex<Option<Secret>>>,
    gate: Arc<Mutex<Option<mpsc::Receiver<()>>>>,
    cleared: mpsc::Sender<()>,
}

impl Board for Slow {
    fn set(&mut self, text: &Secret) -> Result<bool, Error> {
        let gate = self.gate.lock().unwrap().take();
        if let Some(gate) = gate {
            gate.recv().expect("the gate was thrown away");
        }
        *self.text.lock().unwrap() = Some(text.clone());
        Ok(true)
    }

    fn read(&mut self) -> Result<Option<Secret>, Error> {
        Ok(self.text.lock().unwrap().clone())
    }

    fn clear(&mut self) -> Result<(), Error> {
        *self.text.lock().unwrap() = None;
        self.cleared.send(()).ok();
        Ok(())
    }
}

struct Bench {
    owner: Owner,
    text: Arc<Mutex<Option<Secret>>>,
    gate: mpsc::Sender<()>,
    cleared: mpsc::Receiver<()>,
    threads: Arc<AtomicUsize>,
}

fn bench() -> Bench {
    let (gate, waiting) = mpsc::channel();
    let (clearing, cleared) = mpsc::channel();
    let slow = Slow {
        text: Arc::default(),
        gate: Arc::new(Mutex::new(Some(waiting))),
        cleared: clearing,
    };
    let threads = Arc::new(AtomicUsize::new(0));
    let (text, started) = (Arc::clone(&slow.text), Arc::clone(&threads));
    let slow = Mutex::new(slow);
    let owner = Owner::new(Arc::new(move || {
        started.fetch_add(1, Ordering::SeqCst);
        Ways::new(vec![Box::new(slow.lock().unwrap().clone())])
    }));
    Bench {
        owner,
        text,
        gate,
        cleared,
        threads,
    }
}

async fn copy(owner: &Owner, text: &str) -> Result<bool, Error> {
    let mark = Mark::of(text).unwrap();
    owner.copy(Secret::new(text.to_owned()), mark).await
}

#[tokio::test(start_paused = true)]
async fn hanging_desktop_ends_at_the_deadline_and_what_comes_late_is_taken_away() {
    let bench = bench();
    assert_eq!(copy(&bench.owner, "late").await, Err(Error::TimedOut));
    bench.gate.send(()).unwrap();
    bench.cleared.recv_timeout(Duration::from_secs(5)).unwrap();
    assert_eq!(*bench.text.lock().unwrap(), None);
}

#[tokio::test]
async fn thread_that_hung_is_replaced() {
    let bench = bench();
    tokio::time::pause();
    assert_eq!(copy(&bench.owner, "late").await, Err(Error::TimedOut));
    tokio::time::resume();
    assert_eq!(copy(&bench.owner, "next").await, Ok(true));
    assert_eq!(bench.threads.load(Ordering::SeqCst), 2);
    let mark = Mark::of("next").unwrap();
    assert_eq!(bench.owner.clear_if(mark).await, Ok(Cleared::Done));
}

#[tokio::test]
async fn thread_that_panicked_is_replaced() {
    let Bench {
        owner,
        gate,
        threads,
        ..
    } = bench();
    drop(gate);
    let failed = copy(&owner, "first").await;
    assert!(
        matches!(failed, Err(Error::Unavailable { .. })),
        "{failed:?}"
    );
    assert_eq!(copy(&owner, "next").await, Ok(true));
    assert_eq!(threads.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn quitting_does_not_wait_for_a_desktop_that_hangs() {
    let bench = bench();
    {
        let copying = std::pin::pin!(copy(&bench.owner, "late"));
        tokio::select! {
            biased;
            _ = copying => panic!("copied by a desktop that hangs"),
            () = std::future::ready(()) => {}
        }
    }
    let (mark, start) = (Mark::of("late").unwrap(), Instant::now());
    bench.owner.clear_before(mark, Duration::from_millis(20));
    assert!(start.elapsed() < Duration::from_secs(5));
}
