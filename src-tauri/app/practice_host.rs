//! Starts and stops the practice co-op and the practice shop inside the program.

use contract::{PracticeView, Problem};
use keys::ServerUrl;
use practice::{CoOp, Scheme, Shop};
use std::net::Ipv4Addr;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::net::TcpListener;
use tokio::sync::watch;

/// The ports each tries when it starts for the first time. Later it keeps the one it got, so that
/// its connection stays true.
const FIRST_PORTS: Range<u16> = 47_110..47_130;
const FIRST_SHOP_PORTS: Range<u16> = 47_130..47_150;

/// They, while they run.
struct Running {
    co_op: CoOp,
    url: ServerUrl,
    shop: Shop,
    shop_url: ServerUrl,
    end: watch::Sender<bool>,
}

/// At which ports they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ports {
    /// The co-op's.
    pub(crate) co_op: u16,
    /// The shop's.
    pub(crate) shop: u16,
}

/// The practice servers of this program.
pub(crate) struct PracticeHost {
    folder: PathBuf,
    running: Mutex<Option<Running>>,
}

impl PracticeHost {
    /// Their state is kept in that folder.
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            running: Mutex::default(),
        }
    }

    /// What the page is told.
    pub(crate) fn view(&self) -> PracticeView {
        let running = self.running();
        let running = running.as_ref();
        PracticeView {
            base_url: running.map(|running| running.url.as_str().to_owned()),
            shop_url: running.map(|running| running.shop_url.as_str().to_owned()),
        }
    }

    /// Whether an address is the co-op's.
    pub(crate) fn is_at(&self, url: &ServerUrl) -> bool {
        self.running()
            .as_ref()
            .is_some_and(|running| running.url == *url)
    }

    /// Whether an address is the shop's.
    pub(crate) fn is_shop_at(&self, url: &ServerUrl) -> bool {
        self.running()
            .as_ref()
            .is_some_and(|running| running.shop_url == *url)
    }

    /// The co-op, while it runs.
    pub(crate) fn co_op(&self) -> Result<CoOp, Problem> {
        let running = self.running();
        let running = running.as_ref().ok_or(Problem::PracticeNotRunning)?;
        Ok(running.co_op.clone())
    }

    /// The shop and its address, while it runs.
    pub(crate) fn shop(&self) -> Result<(Shop, ServerUrl), Problem> {
        let running = self.running();
        let running = running.as_ref().ok_or(Problem::PracticeNotRunning)?;
        Ok((running.shop.clone(), running.shop_url.clone()))
    }

    /// Starts both, at the ports they had before when there are any; returns the ports.
    pub(crate) async fn start(
        &self,
        co_op_port: Option<u16>,
        shop_port: Option<u16>,
    ) -> Result<Ports, Problem> {
        if let Some(running) = self.running().as_ref() {
            return Ok(Ports {
                co_op: port_of(&running.url),
                shop: port_of(&running.shop_url),
            });
        }
        let co_op = CoOp::open(&self.folder).map_err(|error| failed(&error))?;
        let shop = Shop::open(&self.folder).map_err(|error| failed(&error))?;
        let (door, port) = listen(co_op_port, FIRST_PORTS).await?;
        let (shop_door, its_port) = listen(shop_port, FIRST_SHOP_PORTS).await?;
        let url = address(&format!("http://127.0.0.1:{port}"))?;
        let shop_url = address(&format!("https://127.0.0.1:{its_port}{}", shop.folder()))?;
        let (end, ended) = watch::channel(false);
        // A listener that fails later looks to the client like any server that went away.
        let (served, shutdown) = (co_op.clone(), until(ended.clone()));
        tokio::spawn(async move { drop(practice::run(door, served, shutdown).await) });
        let (served, shutdown) = (shop.clone(), until(ended));
        tokio::spawn(async move {
            drop(practice::run_shop(shop_door, served, Scheme::Https, shutdown).await);
        });
        *self.running() = Some(Running {
            co_op,
            url,
            shop,
            shop_url,
            end,
        });
        Ok(Ports {
            co_op: port,
            shop: its_port,
        })
    }

    /// Stops both. Their state stays.
    pub(crate) fn stop(&self) {
        if let Some(running) = self.running().take() {
            let _ = running.end.send(true);
        }
    }

    fn running(&self) -> MutexGuard<'_, Option<Running>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn until(mut ended: watch::Receiver<bool>) {
    // Whoever could say so being gone says it too.
    let _ = ended.wait_for(|ended| *ended).await;
}

fn failed(error: &dyn std::fmt::Display) -> Problem {
    Problem::PracticeFailed {
        what: error.to_string(),
    }
}

fn address(text: &str) -> Result<ServerUrl, Problem> {
    ServerUrl::parse_site(text).map_err(|error| failed(&error))
}

fn port_of(url: &ServerUrl) -> u16 {
    url.host()
        .rsplit(':')
        .next()
        .and_then(|port| port.parse().ok())
        .unwrap_or_default()
}

async fn listen(former: Option<u16>, first: Range<u16>) -> Result<(TcpListener, u16), Problem> {
    let ports = former.map_or(first, |port| port..port.saturating_add(1));
    let mut last = std::io::Error::from(std::io::ErrorKind::AddrInUse);
    for port in ports {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
            Ok(listener) => return Ok((listener, port)),
            Err(error) => last = error,
        }
    }
    Err(failed(&last))
}
