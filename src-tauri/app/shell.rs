//! What the running window holds: the rooms, the practice co-op, and work that can be cancelled.

use crate::practice_host::PracticeHost;
use contract::{InventoryView, Problem};
use keys::ConnectionId;
use operations::Context;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::task::AbortHandle;

/// Managed by Tauri and handed to every command.
pub(crate) struct Shell {
    rooms: Result<Arc<Context>, Problem>,
    /// Whether the inventory file is open, new, or cannot be opened.
    pub(crate) inventory: InventoryView,
    /// The practice co-op.
    pub(crate) practice: PracticeHost,
    /// Where everything is kept.
    pub(crate) data_folder: PathBuf,
    refreshes: Mutex<HashMap<ConnectionId, AbortHandle>>,
}

impl Shell {
    pub(crate) fn new(
        rooms: Result<Arc<Context>, Problem>,
        inventory: InventoryView,
        practice: PracticeHost,
        data_folder: PathBuf,
    ) -> Self {
        Self {
            rooms,
            inventory,
            practice,
            data_folder,
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
