//! The shop's site: what outlives the program there, and what other people may have done to its keys.

use super::chance::Chance;
use coopcycle::Network;
use keys::{Permission, ServerUrl};
use practice::{Flavour, KeyNow, Scheme, Shop, ShopAct, ShopOptions};
use std::cell::RefCell;
use std::collections::BTreeSet;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// The login of the person's account there.
pub(crate) const SHOP_ACCOUNT: &str = "anne";

/// The number of that account.
pub(crate) const SHOP_ACCOUNT_NUMBER: i64 = 1;

/// How many keys a shop begins with: mostly few, sometimes more than one page of its list.
const KEYS_AT_FIRST: [usize; 4] = [2, 3, 6, 22];

/// What a key is called and may do: all that its maker tells the site of it.
pub(crate) type Words = (String, Permission);

/// A served practice shop.
pub(crate) struct Site {
    pub(crate) shop: Shop,
    pub(crate) url: ServerUrl,
    others: RefCell<Others>,
    _serving: oneshot::Sender<()>,
}

/// What other people were let do, whether or not it came to it.
#[derive(Default)]
struct Others {
    revoked: BTreeSet<i64>,
    edited: BTreeSet<i64>,
    words: BTreeSet<Words>,
    revoke_the_newest: bool,
}

impl Site {
    /// Serves a shop of versions drawn by chance, over https with a certificate of its own.
    pub(crate) async fn begin(seed: u64, chance: &Chance, network: &Network) -> Self {
        let flavour = *chance.of(&[Flavour::A, Flavour::B, Flavour::C]);
        let options = ShopOptions {
            seed: Some(seed),
            keys: Some(*chance.of(&KEYS_AT_FIRST)),
            ..ShopOptions::of(flavour)
        };
        let shop = Shop::in_memory_with(options).expect("a practice shop");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("its number");
        let (serving, ended) = oneshot::channel::<()>();
        tokio::spawn(practice::run_shop(
            listener,
            shop.clone(),
            Scheme::Https,
            async {
                let _ = ended.await;
            },
        ));
        let url = format!("https://{address}{}", shop.folder());
        let url = ServerUrl::parse_site(&url).expect("an address");
        let trusted = network.trust(&url, &shop.certificate());
        trusted.expect("a certificate of this machine");
        Self {
            shop,
            url,
            others: RefCell::default(),
            _serving: serving,
        }
    }

    /// Every key by number, revoked ones too.
    pub(crate) fn keys(&self) -> Vec<KeyNow> {
        self.shop.keys().expect("consumer keys")
    }

    pub(crate) fn key(&self, id: i64) -> Option<KeyNow> {
        self.keys().into_iter().find(|key| key.id == id)
    }

    /// Keys that were revoked by now.
    pub(crate) fn gone(&self) -> BTreeSet<i64> {
        let keys = self.keys().into_iter();
        keys.filter(|key| key.revoked).map(|key| key.id).collect()
    }

    /// Notes what somebody else is about to do, as far as it touches what is promised.
    pub(crate) fn expect(&self, act: &ShopAct) {
        let mut others = self.others.borrow_mut();
        match act {
            ShopAct::RevokeKey { id } => {
                others.revoked.insert(*id);
            }
            ShopAct::RevokeNewest => others.revoke_the_newest = true,
            ShopAct::CreateKey {
                description: Some(description),
                permission,
                ..
            } => {
                others.words.insert((description.clone(), of(*permission)));
            }
            ShopAct::EditKey {
                id,
                permission,
                description,
            } => {
                others.edited.insert(*id);
                if let Some(key) = self.key(*id) {
                    let words = description.clone().unwrap_or(key.description);
                    let permission = of(permission.unwrap_or(key.permission));
                    others.words.insert((words, permission));
                }
            }
            _ => {}
        }
    }

    /// Notes which keys went away since the last look, where somebody else may have revoked
    /// whichever was the newest.
    pub(crate) fn note_gone(&self, since: impl Iterator<Item = i64>) {
        let mut others = self.others.borrow_mut();
        if std::mem::take(&mut others.revoke_the_newest) {
            others.revoked.extend(since);
        }
    }

    /// Notes that the person changed a key.
    pub(crate) fn note_edited(&self, id: i64) {
        self.others.borrow_mut().edited.insert(id);
    }

    /// Whether somebody else may have revoked it.
    pub(crate) fn may_be_revoked_by_others(&self, id: i64) -> bool {
        let others = self.others.borrow();
        others.revoke_the_newest || others.revoked.contains(&id)
    }

    /// Whether anybody may have changed it.
    pub(crate) fn may_be_edited(&self, id: i64) -> bool {
        self.others.borrow().edited.contains(&id)
    }

    /// Whether somebody else may have made one like it.
    pub(crate) fn may_have_a_twin(&self, words: &Words) -> bool {
        self.others.borrow().words.contains(words)
    }
}

/// The permission in the words of the program.
pub(crate) fn of(permission: practice::Permission) -> Permission {
    Permission::from_value(permission.as_str()).expect("a value the site offers")
}

/// What a key is called and may do now.
pub(crate) fn words(key: &KeyNow) -> Words {
    (key.description.clone(), of(key.permission))
}
