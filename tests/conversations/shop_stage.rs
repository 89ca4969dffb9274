//! A practice shop of one test's own, over http and https, and clients for it.
//!
//! When it is dropped, what was asked of it must keep the rule that no consumer key goes to the
//! index, to a route that is not WooCommerce's or over plain http, and into an address only where
//! the test says that a person agreed.

use keys::{Identifier, Permission, Secret, ServerUrl};
use practice::{
    Fault, FaultKind, Flavour, HistoryEntry, KeyNow, Permalinks, Scheme, Shop, ShopAct,
    ShopLanguage, ShopMode, ShopOptions,
};
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::{net::TcpListener, sync::oneshot};
use woocommerce::{Network, RecognisedSite, SignIn, Site};

/// The password of everybody at the practice shop.
pub(crate) const PASSWORD: &str = "practice";

/// Anne, an administrator.
pub(crate) const ANNE: i64 = 1;
/// Malik, a shop manager, who reads French.
pub(crate) const MALIK: i64 = 2;
/// Carla, a customer.
pub(crate) const CARLA: i64 = 4;

/// A running practice shop; it stops when this is dropped.
pub(crate) struct ShopStage {
    pub(crate) shop: Shop,
    /// The site over https.
    pub(crate) url: ServerUrl,
    /// The same site over plain http.
    pub(crate) plain: ServerUrl,
    pub(crate) network: Network,
    may_be_in_address: AtomicBool,
    is_watched: AtomicBool,
    stop: Vec<oneshot::Sender<()>>,
}

/// Every flavour in every language, as the contract saw it otherwise.
pub(crate) fn every_kind() -> Vec<ShopOptions> {
    let mut kinds = Vec::new();
    for flavour in [Flavour::A, Flavour::B, Flavour::C] {
        for language in [ShopLanguage::English, ShopLanguage::French] {
            kinds.push(ShopOptions {
                language: Some(language),
                ..ShopOptions::of(flavour)
            });
        }
    }
    kinds
}

/// Every flavour as the contract saw it; the last one in French.
pub(crate) fn every_flavour() -> Vec<ShopOptions> {
    [Flavour::A, Flavour::B, Flavour::C]
        .map(ShopOptions::of)
        .into()
}

impl ShopStage {
    /// Flavour A in English with its samples.
    pub(crate) async fn start() -> Self {
        Self::start_with(ShopOptions::default()).await
    }

    /// The same with so many keys.
    pub(crate) async fn with_keys(count: usize) -> Self {
        Self::start_with(ShopOptions {
            keys: Some(count),
            ..ShopOptions::default()
        })
        .await
    }

    /// In what way it does not answer like the usual one.
    pub(crate) async fn start_as(change: impl FnOnce(&mut ShopMode)) -> Self {
        let stage = Self::start().await;
        stage.switch(change);
        stage
    }

    pub(crate) async fn start_with(options: ShopOptions) -> Self {
        let shop = Shop::in_memory_with(options).unwrap();
        let mut ends = Vec::new();
        let mut addresses = Vec::new();
        for scheme in [Scheme::Https, Scheme::Http] {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let origin = format!("{}://{}", scheme.as_str(), listener.local_addr().unwrap());
            let address = format!("{origin}{}", shop.folder());
            addresses.push(ServerUrl::parse_site(&address).unwrap());
            let (sender, stopped) = oneshot::channel::<()>();
            tokio::spawn(practice::run_shop(listener, shop.clone(), scheme, async {
                let _ = stopped.await;
            }));
            ends.push(sender);
        }
        let network = Network::new().unwrap();
        network.trust(&addresses[0], &shop.certificate()).unwrap();
        Self {
            shop,
            url: addresses.remove(0),
            plain: addresses.remove(0),
            network,
            may_be_in_address: AtomicBool::new(false),
            is_watched: AtomicBool::new(true),
            stop: ends,
        }
    }

    /// Closes both ports, so that nothing answers any more.
    pub(crate) async fn close(&mut self) {
        self.stop.clear();
        for url in [&self.url, &self.plain] {
            while tokio::net::TcpStream::connect(url.host()).await.is_ok() {
                tokio::task::yield_now().await;
            }
        }
    }

    /// From now on a consumer key may be seen in an address: a person agreed.
    pub(crate) fn agree_to_address(&self) {
        self.may_be_in_address.store(true, Ordering::Relaxed);
    }

    /// Not our own client asks here, but somebody who need not keep the rule.
    pub(crate) fn watch_nobody(&self) {
        self.is_watched.store(false, Ordering::Relaxed);
    }

    /// Changes what is switched.
    pub(crate) fn switch(&self, change: impl FnOnce(&mut ShopMode)) {
        let mut mode = self.shop.mode().unwrap();
        change(&mut mode);
        self.shop.set_mode(&mode).unwrap();
    }

    pub(crate) async fn recognised(&self) -> RecognisedSite {
        self.recognised_at(&self.url).await
    }

    pub(crate) async fn recognised_at(&self, url: &ServerUrl) -> RecognisedSite {
        woocommerce::recognise(url.as_str(), None, &self.network)
            .await
            .unwrap()
    }

    /// A client without a session.
    pub(crate) async fn site(&self) -> Site {
        self.site_at(&self.url).await
    }

    pub(crate) async fn site_at(&self, url: &ServerUrl) -> Site {
        let found = self.recognised_at(url).await;
        Site::new(found.url, &found.facts, &self.network).unwrap()
    }

    /// A client in which that account is signed in.
    pub(crate) async fn signed_in(&self, login: &str) -> Site {
        let site = self.site().await;
        let answer = site.sign_in(login, &password()).await.unwrap();
        assert!(matches!(answer, SignIn::Done(_)), "{answer:?}");
        site
    }

    /// The code told last.
    pub(crate) fn code(&self) -> String {
        self.shop.mails().unwrap()[0].code.clone()
    }

    pub(crate) fn act(&self, act: &ShopAct) {
        self.shop.act(act).unwrap();
    }

    /// The key with that number as the shop has it.
    pub(crate) fn key(&self, id: i64) -> KeyNow {
        let keys = self.shop.keys().unwrap();
        keys.into_iter().find(|key| key.id == id).unwrap()
    }

    /// The keys that were not revoked, newest first, as the list has them.
    pub(crate) fn live(&self) -> Vec<KeyNow> {
        let mut keys = self.shop.keys().unwrap();
        keys.retain(|key| !key.revoked);
        keys.reverse();
        keys
    }

    /// The keys of that description, revoked ones too.
    pub(crate) fn made(&self, description: &str) -> Vec<KeyNow> {
        let mut keys = self.shop.keys().unwrap();
        keys.retain(|key| key.description == description);
        keys
    }

    /// A pair made by another administrator.
    pub(crate) fn pair(&self, owner: i64, permission: practice::Permission) -> Pair {
        let made = self.shop.make_key(owner, "Pair — practice", permission);
        let (key, secret) = made.unwrap();
        Pair { key, secret }
    }

    /// Below the site, as the history writes paths.
    pub(crate) fn path(&self, path: &str) -> String {
        format!("{}{path}", self.url.folder())
    }

    /// Spoils the next request of that method whose path below the site starts so.
    pub(crate) fn spoil(&self, method: &str, path: &str, kind: FaultKind<ShopAct>) {
        let fault = Fault::on(&self.path(path), kind).for_method(method);
        self.shop.add_fault(fault.times(1));
    }

    /// The requests since so many, oldest first.
    pub(crate) fn since(&self, count: usize) -> Vec<HistoryEntry> {
        let mut entries = self.shop.history();
        entries.reverse();
        entries.split_off(count)
    }

    pub(crate) fn asked(&self) -> usize {
        self.shop.history().len()
    }

    /// How often something was posted below the site.
    pub(crate) fn posts(&self, path: &str) -> usize {
        let path = self.path(path);
        let history = self.shop.history();
        let is_it = |entry: &&HistoryEntry| entry.method == "POST" && entry.path.starts_with(&path);
        history.iter().filter(is_it).count()
    }

    /// Every request that broke the rule about consumer keys.
    pub(crate) fn breaches(&self) -> Vec<HistoryEntry> {
        let in_address = self.may_be_in_address.load(Ordering::Relaxed);
        let mut carried = self.shop.history();
        carried.retain(|entry| {
            entry.consumer_key
                && (entry.scheme != "https"
                    || !is_woocommerce_route(&entry.path, self.url.folder())
                    || entry.authorization.is_none() && !in_address)
        });
        carried
    }
}

impl Drop for ShopStage {
    fn drop(&mut self) {
        if self.is_watched.load(Ordering::Relaxed) && !std::thread::panicking() {
            let breaches = self.breaches();
            assert!(breaches.is_empty(), "{breaches:#?}");
        }
    }
}

/// Whether a path leads to what WooCommerce answers, and to nothing else.
fn is_woocommerce_route(path: &str, folder: &str) -> bool {
    let Some(path) = path.strip_prefix(folder) else {
        return false;
    };
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    if path.starts_with("/wp-json/wc/v3") {
        return true;
    }
    let mut parameters = url::form_urlencoded::parse(query.as_bytes());
    let is_route = |(name, value): (std::borrow::Cow<str>, std::borrow::Cow<str>)| {
        name == "rest_route" && value.starts_with("/wc/v3")
    };
    matches!(path, "/" | "/index.php") && parameters.any(is_route)
}

/// Both halves of a key.
#[derive(Clone)]
pub(crate) struct Pair {
    pub(crate) key: String,
    pub(crate) secret: String,
}

impl Pair {
    pub(crate) fn identifier(&self) -> Identifier {
        Identifier::new(&self.key).unwrap()
    }

    pub(crate) fn secret(&self) -> Secret {
        Secret::new(self.secret.clone())
    }

    /// The last seven characters of the consumer key.
    pub(crate) fn ending(&self) -> String {
        keys::ending_of(&self.key)
    }
}

pub(crate) fn password() -> Secret {
    Secret::new(PASSWORD.to_owned())
}

/// The shop's word for a permission.
pub(crate) fn at_shop(permission: Permission) -> practice::Permission {
    match permission {
        Permission::Read => practice::Permission::Read,
        Permission::Write => practice::Permission::Write,
        Permission::ReadWrite => practice::Permission::ReadWrite,
    }
}

/// What the contract saw of a flavour, with plain permalinks.
pub(crate) fn behind_plain(flavour: Flavour) -> ShopOptions {
    ShopOptions {
        permalinks: Some(Permalinks::Plain),
        ..ShopOptions::of(flavour)
    }
}

/// What the contract saw of a flavour, with readable permalinks.
pub(crate) fn behind_pretty(flavour: Flavour) -> ShopOptions {
    ShopOptions {
        permalinks: Some(Permalinks::Pretty),
        ..ShopOptions::of(flavour)
    }
}
