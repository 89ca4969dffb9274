//! Starts and stops the practice co-op inside the program.

use contract::{PracticeView, Problem};
use keys::ServerUrl;
use practice::CoOp;
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// The ports it tries when it starts for the first time. Later it keeps the one it got, so that
/// its connection stays true.
const FIRST_PORTS: std::ops::Range<u16> = 47_110..47_130;

/// It, while it runs.
struct Running {
    co_op: CoOp,
    url: ServerUrl,
    stop: oneshot::Sender<()>,
}

/// The practice co-op of this program.
pub(crate) struct PracticeHost {
    folder: PathBuf,
    running: Mutex<Option<Running>>,
}

impl PracticeHost {
    /// Its state is kept in that folder.
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            running: Mutex::default(),
        }
    }

    /// What the page is told.
    pub(crate) fn view(&self) -> PracticeView {
        let running = self.running();
        PracticeView {
            base_url: running
                .as_ref()
                .map(|running| running.url.as_str().to_owned()),
        }
    }

    /// Whether an address is its own.
    pub(crate) fn is_at(&self, url: &ServerUrl) -> bool {
        self.running()
            .as_ref()
            .is_some_and(|running| running.url == *url)
    }

    /// The co-op, while it runs.
    pub(crate) fn co_op(&self) -> Result<CoOp, Problem> {
        let running = self.running();
        running
            .as_ref()
            .map(|running| running.co_op.clone())
            .ok_or(Problem::PracticeNotRunning)
    }

    /// Starts it, at the port it had before when there is one; returns the port.
    pub(crate) async fn start(&self, former_port: Option<u16>) -> Result<u16, Problem> {
        let failed = |error: &dyn std::fmt::Display| Problem::PracticeFailed {
            what: error.to_string(),
        };
        if let Some(running) = self.running().as_ref() {
            return Ok(port_of(&running.url));
        }
        let co_op = CoOp::open(&self.folder).map_err(|error| failed(&error))?;
        let listener = listen(former_port).await.map_err(|error| failed(&error))?;
        let address = listener.local_addr().map_err(|error| failed(&error))?;
        let url = ServerUrl::parse(&format!("http://{address}")).map_err(|error| failed(&error))?;
        let (stop, stopped) = oneshot::channel();
        let served = co_op.clone();
        tokio::spawn(async move {
            let shutdown = async { drop(stopped.await) };
            // A listener that fails later looks to the client like any server that went away.
            let _ = practice::run(listener, served, shutdown).await;
        });
        *self.running() = Some(Running { co_op, url, stop });
        Ok(address.port())
    }

    /// Stops it. Its state stays.
    pub(crate) fn stop(&self) {
        if let Some(running) = self.running().take() {
            let _ = running.stop.send(());
        }
    }

    fn running(&self) -> MutexGuard<'_, Option<Running>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn port_of(url: &ServerUrl) -> u16 {
    url.host()
        .rsplit(':')
        .next()
        .and_then(|port| port.parse().ok())
        .unwrap_or_default()
}

async fn listen(former_port: Option<u16>) -> std::io::Result<TcpListener> {
    if let Some(port) = former_port {
        return TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await;
    }
    let mut last = std::io::Error::from(std::io::ErrorKind::AddrInUse);
    for port in FIRST_PORTS {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
            Ok(listener) => return Ok(listener),
            Err(error) => last = error,
        }
    }
    Err(last)
}
