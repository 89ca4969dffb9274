//! A practice server drawn from one seed, the program before it, and the program started again.

use super::action::Action;
use super::door::{Door, House};
use super::fault::Fault;
use coopcycle::{Limits, Network};
use inventory::Inventory;
use keychain::{Entry, Keychain};
use keys::{ConnectionId, ConnectionKind, DraftContent, DraftId, Key, Moment, Secret};
use keys::{ServerAppId, ServerUrl, SessionState};
use operations::{Context, Error, Report, SignIn};
use practice::{CoOp, Options, Shop, ShopOptions};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;
use tempfile::TempDir;

/// The key that is renewed, checked and copied, by its number on the server.
pub(crate) const KEY: i64 = 1;
/// The key whose page was saved.
pub(crate) const REPLACED: i64 = 2;
/// What a new key is called.
pub(crate) const NEW_KEY: &str = "Boutique";
/// What a new Store is called.
pub(crate) const NEW_STORE: &str = "Kiosque du Pont";
/// What another admin calls it.
pub(crate) const RENAMED: &str = "Kiosque du Canal";
/// The login of the account on the site.
pub(crate) const SHOP_ACCOUNT: &str = "anne";
/// The account on the server.
pub(crate) const ACCOUNT: &str = "admin";

const AN_HOUR: i64 = 60 * 60 * 1000;

/// Everything there is in one row.
pub(crate) struct Scene {
    pub(crate) co_op: CoOp,
    pub(crate) shop: Shop,
    pub(crate) keychain: keychain::Memory,
    pub(crate) context: Context,
    pub(crate) connection: ConnectionId,
    pub(crate) clipboard: clipboard::Memory,
    /// The key's Secret before anything happened.
    pub(crate) former: String,
    pub(crate) door: Door,
    url: ServerUrl,
    clock: Arc<AtomicI64>,
    folder: TempDir,
    hurried: bool,
    is_at_shop: bool,
}

/// What a new Store is made of.
pub(crate) fn store_values() -> Vec<(String, String)> {
    [
        ("store[name]", NEW_STORE),
        ("store[address][streetAddress]", "3 rue du Timbre"),
        ("store[address][latitude]", "50.1256"),
        ("store[address][longitude]", "3.452"),
    ]
    .map(|(field, value)| (field.to_owned(), value.to_owned()))
    .into()
}

impl Scene {
    /// A co-op or a shop with three keys, and a desk connected to it and refreshed.
    pub(crate) async fn set(action: Action, fault: Fault) -> Self {
        let options = Options {
            apps: Some(3),
            seed: Some(3),
            ..Options::default()
        };
        let co_op = CoOp::in_memory_with(options).unwrap();
        let shop = Shop::in_memory_with(ShopOptions {
            keys: Some(3),
            seed: Some(3),
            ..ShopOptions::default()
        });
        let shop = shop.unwrap();
        let is_at_shop = action.is_at_shop();
        let door = Door::open(if is_at_shop {
            House::Shop(shop.clone())
        } else {
            House::CoOp(co_op.clone())
        });
        let url = ServerUrl::parse(&door.url()).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let keychain = keychain::Memory::new();
        let clipboard = clipboard::Memory::new();
        let clock = Arc::new(AtomicI64::new(1_000_000));
        let hurried = fault.is_slow();
        let context = open(&folder, &keychain, &clipboard, &clock, hurried);
        let mut scene = Self {
            co_op,
            shop,
            keychain,
            context,
            connection: ConnectionId(0),
            clipboard,
            former: String::new(),
            door,
            url,
            clock,
            folder,
            hurried,
            is_at_shop,
        };
        scene.trust();
        scene.connection = scene.sign_in().await;
        scene.refresh().await.unwrap();
        scene.former = scene.secret(KEY).unwrap_or_default();
        scene
    }

    /// The program is started anew over the same folder and keychain.
    pub(crate) fn start_again(self) -> Self {
        let Self {
            context, folder, ..
        } = self;
        drop(context);
        let clipboard = clipboard::Memory::new();
        let (keychain, clock) = (self.keychain, self.clock);
        let scene = Self {
            context: open(&folder, &keychain, &clipboard, &clock, self.hurried),
            keychain,
            clipboard,
            clock,
            folder,
            co_op: self.co_op,
            shop: self.shop,
            connection: self.connection,
            former: self.former,
            door: self.door,
            url: self.url,
            hurried: self.hurried,
            is_at_shop: self.is_at_shop,
        };
        scene.trust();
        scene
    }

    /// The shop's certificate is its own; nobody else vouches for it.
    fn trust(&self) {
        if self.is_at_shop {
            operations::trust(&self.context, &self.url, &self.shop.certificate()).unwrap();
        }
    }

    /// An hour later, what the program does by itself, and a look at the server.
    pub(crate) async fn look_later(&self) {
        self.clock.fetch_add(AN_HOUR, Ordering::Relaxed);
        operations::tend(&self.context).await.unwrap();
    }

    pub(crate) async fn sign_in(&self) -> ConnectionId {
        let password = Secret::new("practice".to_owned());
        let (kind, account) = if self.is_at_shop {
            (ConnectionKind::PracticeShop, SHOP_ACCOUNT)
        } else {
            (ConnectionKind::Practice, ACCOUNT)
        };
        let mut step = operations::sign_in(&self.context, kind, &self.url, account, &password)
            .await
            .unwrap();
        if matches!(step, SignIn::CodeNeeded(_)) {
            let code = self.co_op.mails().unwrap()[0].code.clone();
            step = operations::submit_code(&self.context, &self.url, &code)
                .await
                .unwrap();
        }
        match step {
            SignIn::Connected { connection, .. } => connection,
            SignIn::CodeNeeded(_) => panic!("a second code is asked for"),
        }
    }

    pub(crate) async fn refresh(&self) -> Result<Report, Error> {
        operations::refresh(&self.context, self.connection, &|_, _, _| {}).await
    }

    pub(crate) fn draft(&self, content: DraftContent) -> DraftId {
        operations::save_draft(&self.context, self.connection, None, content).unwrap()
    }

    pub(crate) fn session(&self) -> SessionState {
        let record = self.context.inventory.connection(self.connection);
        record.unwrap().unwrap().session
    }

    /// The record of the key with that number on the server.
    pub(crate) fn key(&self, server_id: i64) -> Option<Key> {
        let found = self
            .context
            .inventory
            .key_by_server_id(self.connection, ServerAppId(server_id));
        found.unwrap()
    }

    pub(crate) fn entry(&self, server_id: i64) -> Entry {
        Entry::key_secret(true, &self.url, ServerAppId(server_id))
    }

    pub(crate) fn offered_entry(&self, server_id: i64) -> Entry {
        Entry::offered_secret(true, &self.url, ServerAppId(server_id))
    }

    pub(crate) fn has_session_entry(&self) -> bool {
        let entry = Entry::session(true, &self.url);
        self.keychain.read_now(&entry).is_some()
    }

    /// What the keychain holds for a key.
    pub(crate) fn secret(&self, server_id: i64) -> Option<String> {
        self.resting(&self.entry(server_id))
    }

    /// What it holds beside it.
    pub(crate) fn offered(&self, server_id: i64) -> Option<String> {
        self.resting(&self.offered_entry(server_id))
    }

    fn resting(&self, entry: &Entry) -> Option<String> {
        let there = self.keychain.read_now(entry);
        there.map(|secret| secret.expose().to_owned())
    }

    /// Whether the pair of a consumer key, as record and keychain have it, opens the shop.
    pub(crate) fn opens(&self, server_id: i64) -> bool {
        let identifier = self.key(server_id).and_then(|key| key.identifier);
        match (identifier, self.secret(server_id)) {
            (Some(key), Some(secret)) => self.shop.opens(key.as_str(), &secret).unwrap(),
            _ => false,
        }
    }

    /// What the server shows for a key; a site shows it once, to its maker.
    pub(crate) fn shown(&self, server_id: i64) -> Option<String> {
        if self.is_at_shop {
            let keys = self.shop.keys().unwrap();
            let key = keys.into_iter().find(|key| key.id == server_id);
            return key.map(|key| key.secret);
        }
        let apps = self.co_op.apps().unwrap();
        let app = apps.into_iter().find(|app| app.id == server_id);
        app.map(|app| app.secret)
    }
}

fn open(
    folder: &TempDir,
    keychain: &keychain::Memory,
    clipboard: &clipboard::Memory,
    clock: &Arc<AtomicI64>,
    hurried: bool,
) -> Context {
    let path = folder.path().join("inventory.sqlite3");
    let mut limits = Limits::default();
    if hurried {
        limits.step = Duration::from_secs(3);
    }
    let ticking = Arc::clone(clock);
    Context::new(
        Inventory::open(&path, Moment(0)).unwrap(),
        Keychain::Memory(keychain.clone()),
        clipboard::Clipboard::Memory(clipboard.clone()),
        Network::with_limits(limits).unwrap(),
        Box::new(move || Moment(ticking.fetch_add(1, Ordering::Relaxed))),
        "alix".to_owned(),
    )
}
