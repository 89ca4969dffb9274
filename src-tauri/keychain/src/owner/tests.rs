//! The owner thread with vaults that hang, panic and lose their connection.

use super::{Link, Owner};
use crate::vault::Vault;
use crate::{Entry, Error, State};
use keys::Secret;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::time::Duration;
use tokio::sync::oneshot;

/// Numbered by how many were opened before it.
struct Numbered(usize);

impl Vault for Numbered {
    fn store(&mut self, _: &Entry, _: &Secret) -> Result<(), Error> {
        Ok(())
    }
    fn read(&mut self, _: &Entry) -> Result<Option<Secret>, Error> {
        Ok(Some(Secret::new(self.0.to_string())))
    }
    fn delete(&mut self, _: &Entry) -> Result<bool, Error> {
        Ok(false)
    }
    fn unlock(&mut self) -> Result<(), Error> {
        Ok(())
    }
    fn probe(&mut self) -> Result<State, Error> {
        Ok(State::Ready)
    }
}

fn owner() -> Owner {
    owner_cut_by(|_| {})
}

fn owner_cut_by(prepare: impl Fn(&Link) + Send + Sync + 'static) -> Owner {
    let opened = AtomicUsize::new(0);
    Owner::new(Arc::new(move |link| {
        prepare(link);
        Ok(Box::new(Numbered(opened.fetch_add(1, Ordering::SeqCst))))
    }))
}

/// Which vault answers.
async fn number(owner: &mut Owner) -> Result<String, Error> {
    let entry = Entry::session(
        false,
        &keys::ServerUrl::parse("https://lyon.example").unwrap(),
    );
    owner
        .ask(move |vault| Ok(vault.read(&entry)?.unwrap().expose().to_owned()))
        .await
}

#[tokio::test]
async fn one_vault_serves_every_call() {
    let mut owner = owner();
    assert_eq!(number(&mut owner).await.unwrap(), "0");
    assert_eq!(number(&mut owner).await.unwrap(), "0");
}

#[tokio::test]
async fn hanging_call_is_cut_off_and_the_next_one_answered() {
    let (cut, was_cut) = mpsc::channel();
    let mut owner = owner_cut_by(move |link| {
        let cut = cut.clone();
        link.hold(move || cut.send(()).unwrap());
    });
    let (release, released) = mpsc::channel::<()>();
    let released = std::sync::Mutex::new(released);
    let (begun, begins) = oneshot::channel();
    let begun = std::sync::Mutex::new(Some(begun));
    {
        let hanging = owner.ask(move |_| {
            begun.lock().unwrap().take().unwrap().send(()).unwrap();
            // Ends only when the test ends it, so never while it is asserted on.
            let _ = released.lock().unwrap().recv();
            Ok(())
        });
        tokio::select! {
            _ = hanging => panic!("a hanging call was answered"),
            result = begins => result.unwrap(),
        }
    }
    was_cut.recv_timeout(Duration::from_secs(5)).unwrap();
    assert_eq!(number(&mut owner).await.unwrap(), "1");
    drop(release);
}

#[tokio::test]
async fn panicking_call_fails_and_the_next_one_is_answered() {
    let mut owner = owner();
    let result: Result<(), Error> = owner.ask(|_| panic!("switched on")).await;
    assert!(matches!(result, Err(Error::Broken { .. })), "{result:?}");
    assert_eq!(number(&mut owner).await.unwrap(), "1");
}

#[tokio::test]
async fn lost_connection_is_made_anew_once() {
    let mut owner = owner();
    assert_eq!(number(&mut owner).await.unwrap(), "0");
    let tries = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&tries);
    let result: Result<(), Error> = owner
        .ask(move |_| {
            counted.fetch_add(1, Ordering::SeqCst);
            Err(Error::broken("connection lost"))
        })
        .await;
    assert!(matches!(result, Err(Error::Broken { .. })), "{result:?}");
    assert_eq!(tries.load(Ordering::SeqCst), 2);
    assert_eq!(number(&mut owner).await.unwrap(), "2");
}

#[tokio::test]
async fn failed_start_is_tried_again_at_the_next_call() {
    let tries = AtomicUsize::new(0);
    let mut owner = Owner::new(Arc::new(move |_| {
        match tries.fetch_add(1, Ordering::SeqCst) {
            0 => Err(Error::Absent),
            later => Ok(Box::new(Numbered(later))),
        }
    }));
    assert_eq!(number(&mut owner).await, Err(Error::Absent));
    assert_eq!(number(&mut owner).await.unwrap(), "1");
}
