//! What the desktop opens for us: the mail program, a folder, a page of the person's own server.

use std::io;
use std::path::Path;

/// Opens an address with the program the person chose for it.
pub(crate) fn open(address: &str) -> io::Result<()> {
    open::that_detached(address)
}

/// Shows a folder.
pub(crate) fn open_folder(folder: &Path) -> io::Result<()> {
    open::that_detached(folder)
}
