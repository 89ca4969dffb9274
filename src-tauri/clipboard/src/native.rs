//! The clipboard of X11, Wayland with data control, macOS and Windows.

use crate::Error;
use crate::board::Board;
use keys::Secret;

/// Reaches the desktop at its first use, and again after a failure.
#[derive(Default)]
pub(crate) struct NativeBoard(Option<arboard::Clipboard>);

impl NativeBoard {
    fn with<T>(
        &mut self,
        act: impl FnOnce(&mut arboard::Clipboard) -> Result<T, arboard::Error>,
    ) -> Result<T, arboard::Error> {
        let mut clipboard = match self.0.take() {
            Some(clipboard) => clipboard,
            None => arboard::Clipboard::new()?,
        };
        let result = act(&mut clipboard);
        if !matches!(result, Err(arboard::Error::Unknown { .. })) {
            self.0 = Some(clipboard);
        }
        result
    }
}

impl Board for NativeBoard {
    fn set(&mut self, text: &Secret) -> Result<bool, Error> {
        self.with(|clipboard| hide(clipboard.set()).text(text.expose()))
            .map_err(|error| judge(&error))?;
        Ok(true)
    }

    fn read(&mut self) -> Result<Option<Secret>, Error> {
        match self.with(arboard::Clipboard::get_text) {
            Ok(text) => Ok(Some(Secret::new(text))),
            // Empty, or a picture, or no text after all: nothing of ours.
            Err(arboard::Error::ContentNotAvailable | arboard::Error::ConversionFailure) => {
                Ok(None)
            }
            Err(error) => Err(judge(&error)),
        }
    }

    fn clear(&mut self) -> Result<(), Error> {
        self.with(arboard::Clipboard::clear)
            .map_err(|error| judge(&error))
    }
}

#[cfg(target_os = "linux")]
fn hide(set: arboard::Set<'_>) -> arboard::Set<'_> {
    arboard::SetExtLinux::exclude_from_history(set)
}

#[cfg(target_os = "macos")]
fn hide(set: arboard::Set<'_>) -> arboard::Set<'_> {
    arboard::SetExtApple::exclude_from_history(set)
}

/// The one hint that keeps a text out of the history and out of the cloud.
#[cfg(target_os = "windows")]
fn hide(set: arboard::Set<'_>) -> arboard::Set<'_> {
    arboard::SetExtWindows::exclude_from_monitoring(set)
}

fn judge(error: &arboard::Error) -> Error {
    Error::unavailable(error.to_string())
}
