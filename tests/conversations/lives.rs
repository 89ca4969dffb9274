//! A program that ends and starts again: the same records and secrets, a new context.

use super::desk::Desk;
use super::stage::Stage;
use inventory::Inventory;
use keys::{ConnectionId, Moment};
use operations::Error;
use tempfile::TempDir;

/// One program after the other over the same folder and keychain.
pub(crate) struct Lives<'a> {
    stage: &'a Stage,
    folder: TempDir,
    keychain: keychain::Memory,
    /// The program that runs now.
    pub(crate) desk: Desk,
    pub(crate) id: ConnectionId,
}

impl<'a> Lives<'a> {
    /// The first, connected and refreshed.
    pub(crate) async fn connected(stage: &'a Stage) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let keychain = keychain::Memory::new();
        let desk = start(stage, &folder, &keychain);
        let id = desk.connect(stage, "admin").await;
        desk.refresh(id).await.unwrap();
        Self {
            stage,
            folder,
            keychain,
            desk,
            id,
        }
    }

    /// Ends the program wherever it is and starts it again, later.
    pub(crate) fn start_again(&mut self) {
        let Moment(now) = self.desk.context.now();
        self.stage.co_op.clear_faults();
        self.keychain.go_on();
        self.desk = start(self.stage, &self.folder, &self.keychain);
        let Moment(begin) = self.desk.context.now();
        self.desk.wait(now - begin);
    }

    /// What a program does by itself once it runs, and a refresh, long after.
    pub(crate) async fn settle(&self) {
        self.desk.wait_long();
        operations::tend(&self.desk.context).await.unwrap();
        self.desk.refresh(self.id).await.unwrap();
        operations::settle_rotations(&self.desk.context).unwrap();
    }

    /// Lets work go on until it stands still at the server or before the keychain, and drops it
    /// there; whether it stood still at all.
    pub(crate) async fn cut<T>(&self, work: impl Future<Output = Result<T, Error>>) -> bool {
        let mut struck = self.stage.co_op.subscribe_faults();
        let mut stopped = self.keychain.stopped();
        tokio::select! {
            _ = work => false,
            changed = struck.changed() => changed.is_ok(),
            _ = stopped.wait_for(|stopped| *stopped) => true,
        }
    }
}

fn start(stage: &Stage, folder: &TempDir, keychain: &keychain::Memory) -> Desk {
    let file = folder.path().join("inventory.sqlite3");
    let inventory = Inventory::open(&file, Moment(0)).unwrap();
    Desk::over(stage, inventory, keychain.clone())
}
