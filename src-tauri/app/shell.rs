//! What the running window holds: the rooms, the practice co-op, and work that can be cancelled.

use crate::practice_host::PracticeHost;
use contract::{InventoryView, Problem};
use inventory::Claim;
use keys::ConnectionId;
use operations::Context;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Notify;
use tokio::task::AbortHandle;

/// Where things are kept.
pub(crate) struct Places {
    /// Everything.
    pub(crate) data_folder: PathBuf,
    /// The inventory.
    pub(crate) inventory_file: PathBuf,
    /// Exported files.
    pub(crate) exports: PathBuf,
}

/// Managed by Tauri and handed to every command.
pub(crate) struct Shell {
    rooms: Result<Arc<Context>, Problem>,
    /// Whether the inventory file is open, new, or cannot be opened.
    pub(crate) inventory: InventoryView,
    /// The practice co-op.
    pub(crate) practice: PracticeHost,
    /// Where everything is kept.
    pub(crate) data_folder: PathBuf,
    /// The inventory's file.
    pub(crate) inventory_file: PathBuf,
    /// Where exported files go.
    pub(crate) exports: PathBuf,
    /// Asks the program to tend to what is open.
    pub(crate) tending: Notify,
    /// Stops sending drafts after the one under way.
    pub(crate) sending: StopSwitch,
    /// Stops checking keys after the one under way.
    pub(crate) checking: StopSwitch,
    _claim: Option<Claim>,
    refreshes: Mutex<HashMap<ConnectionId, AbortHandle>>,
}

impl Shell {
    pub(crate) fn new(
        rooms: Result<Arc<Context>, Problem>,
        inventory: InventoryView,
        practice: PracticeHost,
        places: Places,
        claim: Option<Claim>,
    ) -> Self {
        Self {
            rooms,
            inventory,
            practice,
            data_folder: places.data_folder,
            inventory_file: places.inventory_file,
            exports: places.exports,
            tending: Notify::new(),
            sending: StopSwitch::default(),
            checking: StopSwitch::default(),
            _claim: claim,
            refreshes: Mutex::default(),
        }
    }

    /// The rooms, or why there are none.
    pub(crate) fn rooms(&self) -> Result<&Arc<Context>, Problem> {
        self.rooms.as_ref().map_err(Clone::clone)
    }

    /// Keeps the handle by which a refresh is cancelled; a former one of the same connection ends.
    pub(crate) fn begin_refresh(&self, connection: ConnectionId, handle: AbortHandle) {
        if let Some(former) = self.handles().insert(connection, handle) {
            former.abort();
        }
    }

    /// Cancels a connection's refresh, if one runs.
    pub(crate) fn cancel_refresh(&self, connection: ConnectionId) {
        if let Some(handle) = self.handles().remove(&connection) {
            handle.abort();
        }
    }

    fn handles(&self) -> std::sync::MutexGuard<'_, HashMap<ConnectionId, AbortHandle>> {
        self.refreshes
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// Stops the one long work of its sort that runs.
#[derive(Default)]
pub(crate) struct StopSwitch(Mutex<Option<Arc<AtomicBool>>>);

impl StopSwitch {
    /// Keeps the switch of work that begins; an earlier one is stopped.
    pub(crate) fn begin(&self, stop: Arc<AtomicBool>) {
        if let Some(former) = self.current().replace(stop) {
            former.store(true, Ordering::Relaxed);
        }
    }

    /// Stops it, if it runs.
    pub(crate) fn stop(&self) {
        if let Some(stop) = self.current().take() {
            stop.store(true, Ordering::Relaxed);
        }
    }

    fn current(&self) -> std::sync::MutexGuard<'_, Option<Arc<AtomicBool>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
