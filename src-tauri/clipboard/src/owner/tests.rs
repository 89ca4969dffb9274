//! The owner thread over clipboards that hang and panic. The deadline passes in paused time.

use super::Owner;
use crate::board::Board;
use crate::mark::Mark;
use crate::ways::{Hands, Ways};
use crate::{Cleared, Error};
use keys::Secret;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::time::{Duration, Instant};

/// Where a clipboard waits for the test, or panics, the first time.
#[derive(Clone, Copy, PartialEq)]
enum Call {
    Set,
    Read,
}

/// A clipboard shared by all threads.
#[derive(Clone)]
struct Slow {
    waits_at: Call,
    text: Arc<Mutex<Option<Secret>>>,
    gate: Arc<Mutex<Option<mpsc::Receiver<()>>>>,
    waits: mpsc::Sender<()>,
    cleared: mpsc::Sender<()>,
}

impl Slow {
    fn wait_at(&self, call: Call) {
        if self.waits_at != call {
            return;
        }
        let gate = self.gate.lock().unwrap().take();
        if let Some(gate) = gate {
            self.waits.send(()).ok();
            gate.recv().expect("the gate was thrown away");
        }
    }
}

impl Board for Slow {
    fn set(&mut self, text: &Secret) -> Result<bool, Error> {
        self.wait_at(Call::Set);
        *self.text.lock().unwrap() = Some(text.clone());
        Ok(true)
    }

    fn read(&mut self) -> Result<Option<Secret>, Error> {
        self.wait_at(Call::Read);
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
    waiting: mpsc::Receiver<()>,
    cleared: mpsc::Receiver<()>,
    threads: Arc<AtomicUsize>,
}

fn bench(waits_at: Call) -> Bench {
    let (gate, opens) = mpsc::channel();
    let (waits, waiting) = mpsc::channel();
    let (clearing, cleared) = mpsc::channel();
    let slow = Slow {
        waits_at,
        text: Arc::default(),
        gate: Arc::new(Mutex::new(Some(opens))),
        waits,
        cleared: clearing,
    };
    let threads = Arc::new(AtomicUsize::new(0));
    let (text, started) = (Arc::clone(&slow.text), Arc::clone(&threads));
    let (slow, hands) = (Mutex::new(slow), Hands::default());
    let owner = Owner::new(Arc::new(move || {
        started.fetch_add(1, Ordering::SeqCst);
        let board = Box::new(slow.lock().unwrap().clone());
        Ways::new(vec![board], Arc::clone(&hands))
    }));
    Bench {
        owner,
        text,
        gate,
        waiting,
        cleared,
        threads,
    }
}

async fn copy(owner: &Owner, text: &str) -> Result<bool, Error> {
    let mark = Mark::of(text).unwrap();
    owner.copy(Secret::new(text.to_owned()), mark).await
}

/// Lets the deadline of a call pass once the clipboard hangs, and no earlier.
async fn outlast<T>(bench: &Bench, call: impl Future<Output = T>) -> T {
    let mut call = std::pin::pin!(call);
    tokio::select! {
        biased;
        _ = &mut call => panic!("answered by a desktop that hangs"),
        () = std::future::ready(()) => {}
    }
    bench.waiting.recv_timeout(Duration::from_secs(5)).unwrap();
    tokio::time::pause();
    let result = call.await;
    tokio::time::resume();
    result
}

#[tokio::test]
async fn hanging_desktop_ends_at_the_deadline_and_what_comes_late_is_taken_away() {
    let bench = bench(Call::Set);
    let copied = outlast(&bench, copy(&bench.owner, "late")).await;
    assert_eq!(copied, Err(Error::TimedOut));
    bench.gate.send(()).unwrap();
    bench.cleared.recv_timeout(Duration::from_secs(5)).unwrap();
    assert_eq!(*bench.text.lock().unwrap(), None);
}

#[tokio::test]
async fn thread_that_hangs_over_a_text_of_another_program_is_replaced() {
    let bench = bench(Call::Read);
    let mark = Mark::of("ours").unwrap();
    let cleared = outlast(&bench, bench.owner.clear_if(mark)).await;
    assert_eq!(cleared, Err(Error::TimedOut));
    assert_eq!(copy(&bench.owner, "next").await, Ok(true));
    assert_eq!(bench.threads.load(Ordering::SeqCst), 2);
    let mark = Mark::of("next").unwrap();
    assert_eq!(bench.owner.clear_if(mark).await, Ok(Cleared::Done));
}

#[tokio::test]
async fn late_text_never_takes_the_next_one_away() {
    let bench = bench(Call::Set);
    let copied = outlast(&bench, copy(&bench.owner, "late")).await;
    assert_eq!(copied, Err(Error::TimedOut));
    bench.gate.send(()).unwrap();
    assert_eq!(copy(&bench.owner, "next").await, Ok(true));
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
    } = bench(Call::Set);
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
    let bench = bench(Call::Set);
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
