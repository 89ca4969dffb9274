//! Copying and clearing over clipboards that lie, fail and forget.

use super::Ways;
use crate::board::Board;
use crate::mark::Mark;
use crate::{Cleared, Error};
use keys::Secret;
use std::sync::{Arc, Mutex};

/// What a scripted clipboard does wrong.
#[derive(Clone, Copy, PartialEq)]
enum Flaw {
    SetFails,
    SetIsLost,
    ReadFails,
    ClearIsLost,
}

/// A clipboard that can be looked at from outside.
#[derive(Clone, Default)]
struct Scripted {
    flaw: Option<Flaw>,
    text: Arc<Mutex<Option<Secret>>>,
}

impl Scripted {
    fn with(flaw: Flaw) -> Self {
        Self {
            flaw: Some(flaw),
            ..Self::default()
        }
    }

    fn text(&self) -> Option<Secret> {
        self.text.lock().unwrap().clone()
    }
}

impl Board for Scripted {
    fn set(&mut self, text: &Secret) -> Result<bool, Error> {
        if self.flaw == Some(Flaw::SetFails) {
            return Err(Error::unavailable("set"));
        }
        if self.flaw != Some(Flaw::SetIsLost) {
            *self.text.lock().unwrap() = Some(text.clone());
        }
        Ok(true)
    }

    fn read(&mut self) -> Result<Option<Secret>, Error> {
        if self.flaw == Some(Flaw::ReadFails) {
            return Err(Error::unavailable("read"));
        }
        Ok(self.text())
    }

    fn clear(&mut self) -> Result<(), Error> {
        if self.flaw != Some(Flaw::ClearIsLost) {
            *self.text.lock().unwrap() = None;
        }
        Ok(())
    }
}

fn ways(boards: &[&Scripted]) -> Ways {
    Ways::new(
        boards
            .iter()
            .map(|board| Box::new((*board).clone()) as Box<dyn Board>)
            .collect(),
        Arc::default(),
    )
}

fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

#[test]
fn text_that_does_not_arrive_is_not_copied() {
    let board = Scripted::with(Flaw::SetIsLost);
    *board.text.lock().unwrap() = Some(secret("another's"));
    let result = ways(&[&board]).copy(&secret("ours"));
    assert_eq!(result, Err(Error::ReadBackDiffers));
}

#[test]
fn text_that_cannot_be_read_back_is_taken_away_again() {
    let board = Scripted::with(Flaw::ReadFails);
    let result = ways(&[&board]).copy(&secret("ours"));
    assert_eq!(result, Err(Error::unavailable("read")));
    assert_eq!(board.text(), None);
}

#[test]
fn next_way_is_tried_and_cleared_when_the_first_fails() {
    for flaw in [Flaw::SetFails, Flaw::SetIsLost] {
        let (first, second) = (Scripted::with(flaw), Scripted::default());
        let mut ways = ways(&[&first, &second]);
        assert_eq!(ways.copy(&secret("ours")), Ok(true));
        assert_eq!(second.text(), Some(secret("ours")));
        let mark = Mark::of("ours").unwrap();
        assert_eq!(ways.clear_if(&mark), Ok(Cleared::Done));
        assert_eq!(second.text(), None);
    }
}

#[test]
fn text_of_somebody_else_is_left_alone() {
    let board = Scripted::default();
    let mut ways = ways(&[&board]);
    ways.copy(&secret("ours")).unwrap();
    *board.text.lock().unwrap() = Some(secret("another's"));
    let mark = Mark::of("ours").unwrap();
    assert_eq!(ways.clear_if(&mark), Ok(Cleared::NotOurs));
    assert_eq!(board.text(), Some(secret("another's")));
}

#[test]
fn clearing_that_changes_nothing_is_not_done() {
    let board = Scripted::with(Flaw::ClearIsLost);
    let mut ways = ways(&[&board]);
    ways.copy(&secret("ours")).unwrap();
    let mark = Mark::of("ours").unwrap();
    assert!(matches!(
        ways.clear_if(&mark),
        Err(Error::Unavailable { .. })
    ));
}
