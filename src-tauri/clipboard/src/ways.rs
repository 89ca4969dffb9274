//! The ways to the clipboard in the order they are tried, and what copying and clearing mean.

use crate::board::Board;
use crate::mark::Mark;
use crate::native::NativeBoard;
use crate::toolkit::{Toolkit, ToolkitBoard};
use crate::{Cleared, Error};
use keys::Secret;
use std::sync::Arc;

/// At least one way. The one that worked last is tried first.
pub(crate) struct Ways(Vec<Box<dyn Board>>);

impl Ways {
    /// The ways of this desktop.
    pub(crate) fn of_desktop(toolkit: Option<Arc<Toolkit>>) -> Self {
        let native: Box<dyn Board> = Box::new(NativeBoard::default());
        let Some(toolkit) = toolkit else {
            return Self(vec![native]);
        };
        let toolkit: Box<dyn Board> = Box::new(ToolkitBoard(toolkit));
        Self(if only_focused_windows_copy() {
            vec![toolkit, native]
        } else {
            vec![native, toolkit]
        })
    }

    #[cfg(test)]
    pub(crate) fn new(boards: Vec<Box<dyn Board>>) -> Self {
        Self(boards)
    }

    /// Sets a text and reads it back, by the first way that manages both; whether it is hidden
    /// from histories.
    pub(crate) fn copy(&mut self, text: &Secret) -> Result<bool, Error> {
        let mut failure = Error::unavailable("no way to a clipboard");
        for number in 0..self.0.len() {
            match set_and_read_back(self.0[number].as_mut(), text) {
                Ok(hidden) => {
                    self.0[..=number].rotate_right(1);
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
        let Some(board) = self.0.first_mut() else {
            return Ok(Cleared::Nothing);
        };
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
