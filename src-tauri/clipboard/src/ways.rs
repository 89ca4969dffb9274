//! The ways to the clipboard in the order they are tried, and what copying and clearing mean.

use crate::board::Board;
use crate::mark::Mark;
use crate::native::NativeBoard;
use crate::toolkit::{Toolkit, ToolkitBoard};
use crate::{Cleared, Error};
use keys::Secret;
use std::sync::{Arc, Mutex, PoisonError};

/// Held while a clipboard is changed: a thread that hung and comes back must not clear what its
/// successor has just set.
pub(crate) type Hands = Arc<Mutex<()>>;

/// At least one way. The one that worked last is tried first.
pub(crate) struct Ways {
    boards: Vec<Box<dyn Board>>,
    hands: Hands,
}

impl Ways {
    /// The ways of this desktop.
    pub(crate) fn of_desktop(toolkit: Option<Arc<Toolkit>>, hands: Hands) -> Self {
        let mut boards: Vec<Box<dyn Board>> = vec![Box::new(NativeBoard::default())];
        if let Some(toolkit) = toolkit {
            let rank = usize::from(!only_focused_windows_copy());
            boards.insert(rank, Box::new(ToolkitBoard(toolkit)));
        }
        Self::new(boards, hands)
    }

    pub(crate) fn new(boards: Vec<Box<dyn Board>>, hands: Hands) -> Self {
        Self { boards, hands }
    }

    /// Sets a text and reads it back, by the first way that manages both; whether it is hidden
    /// from histories.
    pub(crate) fn copy(&mut self, text: &Secret) -> Result<bool, Error> {
        let _hands = self.hands.lock().unwrap_or_else(PoisonError::into_inner);
        let mut failure = Error::unavailable("no way to a clipboard");
        for number in 0..self.boards.len() {
            match set_and_read_back(self.boards[number].as_mut(), text) {
                Ok(hidden) => {
                    self.boards[..=number].rotate_right(1);
                    return Ok(hidden);
                }
                Err(error) => failure = error,
            }
        }
        Err(failure)
    }

    /// Empties the clipboard if it still holds the marked text, and looks again.
    pub(crate) fn clear_if(&mut self, mark: &Mark) -> Result<Cleared, Error> {
        // The text was put there by the first way: another one could look elsewhere.
        let Some(board) = self.boards.first_mut() else {
            return Ok(Cleared::Nothing);
        };
        // Reading another program's text can hang, so nobody else may have to wait for it.
        if !holds(board.as_mut(), mark)? {
            return Ok(Cleared::NotOurs);
        }
        let _hands = self.hands.lock().unwrap_or_else(PoisonError::into_inner);
        if !holds(board.as_mut(), mark)? {
            return Ok(Cleared::NotOurs);
        }
        board.clear()?;
        if holds(board.as_mut(), mark)? {
            return Err(Error::unavailable("clipboard keeps its text"));
        }
        Ok(Cleared::Done)
    }
}

fn set_and_read_back(board: &mut dyn Board, text: &Secret) -> Result<bool, Error> {
    let hidden = board.set(text)?;
    match board.read() {
        Ok(Some(found)) if found == *text => Ok(hidden),
        Ok(_) => Err(Error::ReadBackDiffers),
        Err(error) => {
            // It may be there although it cannot be read: nobody would take it away later.
            drop(board.clear());
            Err(error)
        }
    }
}

fn holds(board: &mut dyn Board, mark: &Mark) -> Result<bool, Error> {
    Ok(board.read()?.is_some_and(|text| mark.is_of(text.expose())))
}

/// Whether this is a Wayland desktop without data control, such as GNOME: only the focused
/// window's toolkit can copy there, and looking for an X server instead takes seconds.
#[cfg(target_os = "linux")]
fn only_focused_windows_copy() -> bool {
    use wl_clipboard_rs::utils::is_primary_selection_supported;
    std::env::var_os("WAYLAND_DISPLAY").is_some() && is_primary_selection_supported().is_err()
}

#[cfg(not(target_os = "linux"))]
fn only_focused_windows_copy() -> bool {
    false
}

#[cfg(test)]
#[path = "ways/tests.rs"]
mod tests;
