//! A practice co-op of one test's own, and clients for it.

use coopcycle::{Instance, Limits, Network, SignIn};
use keys::{Secret, ServerUrl};
use practice::{CoOp, Fault, FaultKind, Mode, Options};
use std::time::Duration;
use tokio::{net::TcpListener, sync::oneshot};

/// The password of every account of the practice co-op.
pub(crate) const PASSWORD: &str = "practice";

/// A running practice co-op; it stops when this is dropped.
pub(crate) struct Stage {
    pub(crate) co_op: CoOp,
    pub(crate) url: ServerUrl,
    pub(crate) network: Network,
    stop: Option<oneshot::Sender<()>>,
}

impl Stage {
    pub(crate) async fn start() -> Self {
        Self::start_with(Options::default()).await
    }

    /// With three keys instead of fifty, for what is not about the list.
    pub(crate) async fn start_small() -> Self {
        Self::start_with(Options {
            apps: Some(3),
            ..Options::default()
        })
        .await
    }

    pub(crate) async fn start_as(mode: Mode) -> Self {
        Self::start_with(Options {
            mode: Some(mode),
            ..Options::default()
        })
        .await
    }

    pub(crate) async fn start_with(options: Options) -> Self {
        let co_op = CoOp::in_memory_with(options).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (stop, stopped) = oneshot::channel::<()>();
        tokio::spawn(practice::run(listener, co_op.clone(), async {
            let _ = stopped.await;
        }));
        Self {
            co_op,
            url: ServerUrl::parse(&url).unwrap(),
            network: Network::new().unwrap(),
            stop: Some(stop),
        }
    }

    /// With clients that give up soon.
    pub(crate) fn hurried(mut self) -> Self {
        let limits = Limits {
            step: Duration::from_millis(700),
            ..Limits::default()
        };
        self.network = Network::with_limits(limits).unwrap();
        self
    }

    /// Closes the port, so that nothing answers any more.
    pub(crate) async fn close(&mut self) {
        drop(self.stop.take());
        let address = self.url.host().to_owned();
        while tokio::net::TcpStream::connect(&address).await.is_ok() {
            tokio::task::yield_now().await;
        }
    }

    /// A client without a session.
    pub(crate) fn instance(&self) -> Instance {
        Instance::new(self.url.clone(), &self.network).unwrap()
    }

    /// A client in which that account is wholly signed in.
    pub(crate) async fn signed_in(&self, name: &str) -> Instance {
        let instance = self.instance();
        let password = Secret::new(PASSWORD.to_owned());
        if instance.sign_in(name, &password).await.unwrap() == SignIn::CodeNeeded {
            instance.submit_code(&self.code()).await.unwrap();
        }
        instance
    }

    /// A client with the same session and other limits.
    pub(crate) fn with_limits(&self, instance: &Instance, limits: Limits) -> Instance {
        let network = Network::with_limits(limits).unwrap();
        let limited = Instance::new(self.url.clone(), &network).unwrap();
        limited.restore_session(&instance.session()).unwrap();
        limited
    }

    /// The code mailed last.
    pub(crate) fn code(&self) -> String {
        self.co_op.mails().unwrap()[0].code.clone()
    }

    /// Spoils the next request of that method whose path starts so.
    pub(crate) fn spoil(&self, method: &str, path: &str, kind: FaultKind) {
        self.co_op
            .add_fault(Fault::on(path, kind).for_method(method).times(1));
    }

    /// Lets the next change of that path be cut, and every later look at `look` fail too.
    pub(crate) fn cut_and_blind(&self, path: &str, kind: FaultKind, look: &str, skip: u32) {
        self.spoil("POST", path, kind);
        let blind = Fault::on(look, FaultKind::RefuseConnection).for_method("GET");
        self.co_op.add_fault(blind.after(skip));
    }

    /// How many things of that name the server was made to make.
    pub(crate) fn made(&self, name: &str) -> usize {
        let made = self.co_op.made();
        let is_it = |made: &&practice::Made| made.name.trim() == name && !made.replaced;
        made.iter().filter(is_it).count()
    }

    /// What was asked, oldest first, as method and path.
    pub(crate) fn requests(&self) -> Vec<String> {
        let history = self.co_op.history().into_iter().rev();
        history
            .map(|entry| format!("{} {}", entry.method, entry.path))
            .collect()
    }

    /// How often just this was asked.
    pub(crate) fn count(&self, request: &str) -> usize {
        let requests = self.requests();
        requests.iter().filter(|asked| *asked == request).count()
    }

    /// Ends every session, and remembered sign-ins if asked.
    pub(crate) fn expire(&self, remembered: bool) {
        self.co_op
            .act(&practice::Act::ExpireSessions { remembered })
            .unwrap();
    }
}

/// Limits under which a late answer is soon too late.
pub(crate) fn impatient() -> Limits {
    Limits {
        step: Duration::from_secs(2),
        ..Limits::default()
    }
}

/// Much later than [`impatient`] waits.
pub(crate) const LATE: FaultKind = FaultKind::Delay {
    milliseconds: 600_000,
};

/// More than a client takes.
pub(crate) const LARGE: FaultKind = FaultKind::LargePage {
    bytes: 9 * 1024 * 1024,
};
