//! What outlives the program: the server, the keychain, the disk, the clock.

use super::chance::Chance;
use super::shop::Site;
use super::story::Story;
use coopcycle::Network;
use inventory::Inventory;
use keys::{Moment, ServerUrl};
use practice::{CoOp, Fault, FaultKind, Options};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::time::Instant;

/// When every run begins, in milliseconds since 1970.
const BEGINNING: i64 = 1_800_000_000_000;

/// A disk in memory, where there is one: runs are about order, and real disks about patience.
const MEMORY_DISK: &str = "/dev/shm";

/// Where the inventory keeps its backups, beside itself.
const BACKUPS: &str = "backups";

/// What outlives the program.
pub(crate) struct World {
    pub(crate) story: Story,
    pub(crate) co_op: CoOp,
    pub(crate) url: ServerUrl,
    pub(crate) site: Site,
    pub(crate) network: Network,
    pub(crate) keychain: keychain::Memory,
    pub(crate) clipboard: clipboard::Memory,
    clock: Arc<AtomicI64>,
    disk: TempDir,
    /// How often the program was started: each start has the files in a folder of its own, so that
    /// what a killed program's handle writes as it is dropped reaches nobody.
    starts: Cell<u32>,
    is_offline: Cell<bool>,
    keychain_is_troubled: Cell<bool>,
    /// Until when a slow server may still do what nobody waits for any more.
    late_until: Cell<Instant>,
    _serving: oneshot::Sender<()>,
    _standing: std::sync::mpsc::Sender<()>,
}

impl World {
    /// Must be called with tokio's time paused; it then goes on only by [`World::pass`].
    pub(crate) async fn begin(seed: u64, chance: &Chance, apps: usize, story: Story) -> Self {
        let options = Options {
            apps: Some(apps),
            seed: Some(seed),
            ..Options::default()
        };
        let co_op = CoOp::in_memory_with(options).expect("a practice co-op");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("its number");
        let (serving, stop) = oneshot::channel::<()>();
        tokio::spawn(practice::run(listener, co_op.clone(), async {
            let _ = stop.await;
        }));
        // Paused time jumps to the next timer whenever all tasks wait, also for the network. While
        // a blocking task runs it does not: then only we let it pass.
        let (standing, end) = std::sync::mpsc::channel::<()>();
        tokio::task::spawn_blocking(move || end.recv());
        let disk = if Path::new(MEMORY_DISK).is_dir() {
            TempDir::new_in(MEMORY_DISK)
        } else {
            TempDir::new()
        };
        let network = Network::new().expect("a network");
        let site = Site::begin(seed, chance, &network).await;
        Self {
            story,
            co_op,
            url: ServerUrl::parse(&format!("http://{address}")).expect("an address"),
            site,
            network,
            keychain: keychain::Memory::new(),
            clipboard: clipboard::Memory::new(),
            clock: Arc::new(AtomicI64::new(BEGINNING)),
            disk: disk.expect("a folder"),
            starts: Cell::new(0),
            is_offline: Cell::new(false),
            keychain_is_troubled: Cell::new(false),
            late_until: Cell::new(Instant::now()),
            _serving: serving,
            _standing: standing,
        }
    }

    /// The program's clock: every look at it is a little later.
    pub(crate) fn clock(&self) -> Box<dyn Fn() -> Moment + Send + Sync> {
        let clock = Arc::clone(&self.clock);
        Box::new(move || Moment(clock.fetch_add(1, Ordering::Relaxed)))
    }

    pub(crate) fn now(&self) -> Moment {
        Moment(self.clock.load(Ordering::Relaxed))
    }

    /// Lets time pass for everybody.
    pub(crate) async fn pass(&self, time: Duration) {
        let milliseconds = i64::try_from(time.as_millis()).expect("no age of the world");
        self.clock.fetch_add(milliseconds, Ordering::Relaxed);
        self.co_op.advance_clock(time);
        self.site.shop.advance_clock(time);
        tokio::time::advance(time).await;
    }

    /// Lets the server do what is due by now.
    pub(crate) async fn let_the_server_work(&self) {
        for _ in 0..20 {
            tokio::task::yield_now().await;
        }
    }

    /// Puts the program's clock back, and nobody else's.
    pub(crate) fn set_clock_back(&self, time: Duration) {
        let milliseconds = i64::try_from(time.as_millis()).expect("no age of the world");
        self.clock.fetch_sub(milliseconds, Ordering::Relaxed);
    }

    /// Notes that the server may still do something that late.
    pub(crate) fn expect_late_work(&self, within: Duration) {
        let until = Instant::now() + within;
        self.late_until.set(until.max(self.late_until.get()));
    }

    /// Whether a slow server may still do what nobody waits for any more.
    pub(crate) fn has_late_work(&self) -> bool {
        Instant::now() <= self.late_until.get()
    }

    /// Cuts the way to the server, or mends it.
    pub(crate) fn set_offline(&self, offline: bool) {
        self.is_offline.set(offline);
        self.end_passing_faults();
    }

    pub(crate) fn is_offline(&self) -> bool {
        self.is_offline.get()
    }

    /// Gives the keychain a lasting trouble, or ends it.
    pub(crate) fn trouble_keychain(&self, trouble: Option<keychain::Trouble>) {
        self.keychain_is_troubled.set(trouble.is_some());
        self.keychain.set_trouble(trouble);
    }

    pub(crate) fn keychain_is_troubled(&self) -> bool {
        self.keychain_is_troubled.get()
    }

    /// Ends every failure of the servers but a cut way to them.
    pub(crate) fn end_passing_faults(&self) {
        self.co_op.clear_faults();
        self.site.shop.clear_faults();
        if self.is_offline() {
            let fault = Fault::everywhere(FaultKind::RefuseConnection);
            self.co_op.add_fault(fault);
            let fault = Fault::everywhere(FaultKind::RefuseConnection);
            self.site.shop.add_fault(fault);
        }
    }

    /// How often which failure of either server struck.
    pub(crate) fn fault_counts(&self) -> BTreeMap<&'static str, u64> {
        let mut counts = self.co_op.fault_counts();
        for (word, times) in self.site.shop.fault_counts() {
            *counts.entry(word).or_default() += times;
        }
        counts
    }

    /// Where the inventory rests.
    pub(crate) fn file(&self) -> PathBuf {
        self.folder().join("inventory.sqlite3")
    }

    fn folder(&self) -> PathBuf {
        self.disk.path().join(self.starts.get().to_string())
    }

    pub(crate) fn open_inventory(&self) -> Inventory {
        fs::create_dir_all(self.folder()).expect("a folder");
        Inventory::open(&self.file(), self.now()).expect("an inventory that opens")
    }

    /// Takes the files to another folder as they are at this moment, write-ahead log included, as
    /// if the program had ended here without closing anything.
    pub(crate) fn pull_the_plug(&self) {
        let former = self.folder();
        self.starts.set(self.starts.get() + 1);
        let folder = self.folder();
        fs::create_dir_all(&folder).expect("a folder");
        for name in ["inventory.sqlite3", "inventory.sqlite3-wal"] {
            if former.join(name).exists() {
                fs::copy(former.join(name), folder.join(name)).expect("a disk that takes it");
            }
        }
        if former.join(BACKUPS).exists() {
            fs::rename(former.join(BACKUPS), folder.join(BACKUPS)).expect("a folder that moves");
        }
    }

    /// Everything that rests on the disk, backups too.
    pub(crate) fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut found = Vec::new();
        let mut folders = vec![self.disk.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a readable folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let bytes = fs::read(&path).expect("a readable file");
                    found.push((path, bytes));
                }
            }
        }
        found
    }
}
