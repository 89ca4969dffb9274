//! The address of a practice server: served, or kept closed so that nothing answers there.

use practice::{CoOp, Scheme, Shop};
use std::net::SocketAddr;
use tokio::net::{TcpListener, TcpSocket};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// How many connections wait to be accepted.
const BACKLOG: u32 = 64;

/// What is served behind it.
#[derive(Clone)]
pub(crate) enum House {
    CoOp(CoOp),
    /// Over https.
    Shop(Shop),
}

/// One address, open or closed.
pub(crate) struct Door {
    address: SocketAddr,
    house: House,
    state: State,
}

enum State {
    Open {
        stop: oneshot::Sender<()>,
        served: JoinHandle<()>,
    },
    /// Bound and not listening: nobody else gets the port, and connections are refused.
    Closed(TcpSocket),
    /// Between both.
    Ajar,
}

fn bind(address: SocketAddr) -> TcpSocket {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_reuseaddr(true).unwrap();
    socket.bind(address).unwrap();
    socket
}

fn serve(socket: TcpSocket, house: &House) -> State {
    let listener = socket.listen(BACKLOG).unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let served = tokio::spawn(run(listener, house.clone(), stopped));
    State::Open { stop, served }
}

async fn run(listener: TcpListener, house: House, stopped: oneshot::Receiver<()>) {
    let stopped = async {
        let _ = stopped.await;
    };
    match house {
        House::CoOp(co_op) => practice::run(listener, co_op, stopped).await.unwrap(),
        House::Shop(shop) => {
            let served = practice::run_shop(listener, shop, Scheme::Https, stopped);
            served.await.unwrap();
        }
    }
}

impl Door {
    /// Serves the house at an address of its own.
    pub(crate) fn open(house: House) -> Self {
        let socket = bind(([127, 0, 0, 1], 0).into());
        let address = socket.local_addr().unwrap();
        Self {
            address,
            state: serve(socket, &house),
            house,
        }
    }

    /// The address as a person types it.
    pub(crate) fn url(&self) -> String {
        match &self.house {
            House::CoOp(_) => format!("http://{}", self.address),
            House::Shop(_) => format!("https://{}", self.address),
        }
    }

    /// Ends every connection and refuses new ones.
    pub(crate) async fn close(&mut self) {
        if let State::Open { stop, served } = std::mem::replace(&mut self.state, State::Ajar) {
            drop(stop);
            served.await.unwrap();
        }
        self.state = State::Closed(bind(self.address));
    }

    /// Serves again, if it was closed.
    pub(crate) fn reopen(&mut self) {
        self.state = match std::mem::replace(&mut self.state, State::Ajar) {
            State::Closed(socket) => serve(socket, &self.house),
            other => other,
        };
    }
}
