//! The address of the practice co-op: served, or kept closed so that nothing answers there.

use practice::CoOp;
use std::net::SocketAddr;
use tokio::net::TcpSocket;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// How many connections wait to be accepted.
const BACKLOG: u32 = 64;

/// One address, open or closed.
pub(crate) struct Door {
    address: SocketAddr,
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

fn serve(socket: TcpSocket, co_op: &CoOp) -> State {
    let listener = socket.listen(BACKLOG).unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let running = practice::run(listener, co_op.clone(), async {
        let _ = stopped.await;
    });
    let served = tokio::spawn(async { running.await.unwrap() });
    State::Open { stop, served }
}

impl Door {
    /// Serves the co-op at an address of its own.
    pub(crate) fn open(co_op: &CoOp) -> Self {
        let socket = bind(([127, 0, 0, 1], 0).into());
        let address = socket.local_addr().unwrap();
        Self {
            address,
            state: serve(socket, co_op),
        }
    }

    /// The address as a person types it.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
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
    pub(crate) fn reopen(&mut self, co_op: &CoOp) {
        self.state = match std::mem::replace(&mut self.state, State::Ajar) {
            State::Closed(socket) => serve(socket, co_op),
            other => other,
        };
    }
}
