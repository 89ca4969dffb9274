//! What a person does, and what of it can go wrong.

use super::fault::Fault;
use super::scene::{KEY, NEW_KEY, NEW_STORE, RENAMED, REPLACED, Scene, store_values};
use super::shop;
use super::texts::{of_error, of_status};
use keys::{DraftContent, DraftStore, KeyType, Scope, ServerStoreId};
use operations::{Error, Field, NewKey, Sent};
use practice::Act;
use std::sync::atomic::AtomicBool;

/// What a person does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Action {
    Refresh,
    CreateStore,
    CreateKey,
    Renew,
    SendDrafts,
    Check,
    Copy,
    AcceptPair,
    Rescue,
    SignOut,
    CreateConsumerKey,
    RevokeConsumerKey,
}

const NEW_APP: &str = "/admin/api/apps/new";
const APPS: &str = "/admin/api/apps";
const PAGE_OF_NEW_APP: &str = "/admin/api/apps/4";
const STORES: &str = "/api/stores";

impl Action {
    pub(crate) const ALL: [Self; 12] = [
        Self::Refresh,
        Self::CreateStore,
        Self::CreateKey,
        Self::Renew,
        Self::SendDrafts,
        Self::Check,
        Self::Copy,
        Self::AcceptPair,
        Self::Rescue,
        Self::SignOut,
        Self::CreateConsumerKey,
        Self::RevokeConsumerKey,
    ];

    /// Whether it is about the shop instead of the co-op.
    pub(crate) fn is_at_shop(self) -> bool {
        matches!(self, Self::CreateConsumerKey | Self::RevokeConsumerKey)
    }

    /// Its heading, and what the scene is.
    pub(crate) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Refresh => (
                "Refresh",
                "Another admin has made a key since the last look.",
            ),
            Self::CreateStore => ("Create a Store", "Its name is new on the server."),
            Self::CreateKey => ("Create a key", "An OAuth key for a Store of the server."),
            Self::Renew => (
                "Renew a Secret",
                "Of a key whose Secret is in the keychain.",
            ),
            Self::SendDrafts => (
                "Send drafts",
                "A Store, and a key that waits for it; what goes wrong strikes the key.",
            ),
            Self::Check => ("Check a key", "It works."),
            Self::Copy => ("Copy a Secret", "It is in the keychain."),
            Self::AcceptPair => (
                "Take the new pair",
                "Another admin saved the key's page, and both pairs are in the keychain.",
            ),
            Self::Rescue => (
                "Rescue all secrets",
                "Another program has deleted one of three from the keychain. The next look is another \
                 rescue.",
            ),
            Self::SignOut => ("Sign out", "With three secrets in the keychain."),
            Self::CreateConsumerKey => (
                "Create a consumer key",
                "On a shop’s own site, which shows the pair once, in its reply.",
            ),
            Self::RevokeConsumerKey => (
                "Revoke a consumer key",
                "Of a shop’s own site; its secret is in the keychain.",
            ),
        }
    }

    /// The request it is about.
    pub(crate) fn request(self) -> (&'static str, &'static str) {
        match self {
            Self::Refresh | Self::Rescue | Self::AcceptPair | Self::Copy => ("GET", APPS),
            Self::CreateStore => ("POST", "/admin/stores/new"),
            Self::CreateKey | Self::SendDrafts => ("POST", NEW_APP),
            Self::Renew => ("POST", APPS),
            Self::Check => ("POST", "/oauth2/token"),
            Self::SignOut => ("GET", "/logout"),
            Self::CreateConsumerKey => ("POST", "/wp-admin/admin-ajax.php"),
            Self::RevokeConsumerKey => ("GET", "/wp-admin/admin.php"),
        }
    }

    /// How many requests of that method and path come before it.
    pub(crate) fn like_requests_before(self) -> u32 {
        // The list is read for the link that revokes.
        u32::from(self == Self::RevokeConsumerKey)
    }

    /// Which of its calls of the keychain is the one it is about.
    pub(crate) fn keychain_call(self) -> Option<u64> {
        match self {
            Self::CreateStore | Self::RevokeConsumerKey => None,
            // Whether it is open is looked at first; the secret that is offered is read first.
            Self::CreateConsumerKey | Self::AcceptPair => Some(2),
            // The other secrets are.
            _ => Some(1),
        }
    }

    /// What another admin does that looks like it, and whether ours is done as well.
    pub(crate) fn done_elsewhere(self) -> Option<(Act, bool)> {
        let app = |store| Act::CreateApp {
            name: Some(NEW_KEY.to_owned()),
            store: Some(store),
        };
        match self {
            Self::CreateStore => Some((
                Act::CreateStore {
                    name: NEW_STORE.to_owned(),
                },
                true,
            )),
            Self::CreateKey => Some((app(2), true)),
            // The Store that was just sent.
            Self::SendDrafts => Some((app(49), true)),
            Self::Renew => Some((Act::Renew { app: Some(KEY) }, false)),
            _ => None,
        }
    }

    /// When and how another admin changes what it is about: the path, how many requests of it
    /// pass before, and what is done.
    pub(crate) fn changed_elsewhere(self) -> Option<(&'static str, u32, Act)> {
        match self {
            Self::Refresh | Self::Rescue => Some((APPS, 0, Act::Renew { app: Some(KEY) })),
            Self::CreateStore => {
                let name = RENAMED.to_owned();
                Some((STORES, 1, Act::RenameStore { store: None, name }))
            }
            Self::CreateKey | Self::SendDrafts => {
                Some((PAGE_OF_NEW_APP, 0, Act::SaveEditPage { app: Some(4) }))
            }
            Self::Renew => Some(("/admin/api/apps/1", 0, Act::SaveEditPage { app: Some(KEY) })),
            Self::Check => Some(("/oauth2/token", 0, Act::Renew { app: Some(KEY) })),
            Self::Copy
            | Self::AcceptPair
            | Self::SignOut
            | Self::CreateConsumerKey
            | Self::RevokeConsumerKey => None,
        }
    }

    /// Why that fault has no row with this act.
    pub(crate) fn why_not(self, fault: Fault) -> Option<&'static str> {
        let asks_no_server = matches!(self, Self::Copy | Self::AcceptPair);
        let of_server = fault != Fault::Nothing
            && !fault.is_of_keychain()
            && !matches!(
                fault,
                Fault::KilledBeforeKeychain | Fault::KilledBeforeRecord
            );
        if asks_no_server && of_server {
            return Some("the server is not asked");
        }
        let of_keychain = fault.is_of_keychain()
            || matches!(
                fault,
                Fault::KilledBeforeKeychain | Fault::KilledBeforeRecord
            );
        if self == Self::CreateStore && of_keychain {
            return Some("a Store has no secret");
        }
        if self == Self::RevokeConsumerKey && of_keychain {
            return Some("the keychain is not asked");
        }
        match (self, fault) {
            (Self::Check, Fault::SessionRevived | Fault::SessionOver) => {
                Some("a check needs no session")
            }
            (Self::Check | Self::Copy, Fault::KilledBeforeRecord) => {
                Some("only read: the row before it holds as well")
            }
            (Self::Check | Self::Copy | Self::SignOut, Fault::KeychainFull) => {
                Some("a full keychain still reads and deletes")
            }
            (Self::CreateConsumerKey | Self::RevokeConsumerKey, Fault::SessionRevived) => {
                Some("a site’s session is its only one")
            }
            (Self::CreateConsumerKey | Self::RevokeConsumerKey, Fault::Maintenance) => {
                Some("a site under maintenance fails for everybody, like any server")
            }
            (Self::CreateConsumerKey, Fault::AnotherChangedIt) => {
                Some("nobody knows of it before its reply, and the reply is the last request")
            }
            (Self::CreateConsumerKey | Self::RevokeConsumerKey, _) => None,
            (_, Fault::AnotherDidTheSame) if self.done_elsewhere().is_none() => {
                Some("two who do it do no harm to each other")
            }
            (_, Fault::AnotherChangedIt) if self.changed_elsewhere().is_none() => {
                Some("nothing of it is on the server")
            }
            _ => None,
        }
    }

    /// What is there before.
    pub(crate) async fn prepare(self, scene: &Scene) {
        match self {
            Self::Refresh => {
                let act = Act::CreateApp {
                    name: Some("Ailleurs".to_owned()),
                    store: Some(1),
                };
                scene.co_op.act(&act).unwrap();
            }
            Self::AcceptPair => {
                let act = Act::SaveEditPage {
                    app: Some(REPLACED),
                };
                scene.co_op.act(&act).unwrap();
                scene.refresh().await.unwrap();
            }
            Self::Rescue => {
                assert!(scene.keychain.forget(&scene.entry(KEY)));
            }
            Self::SendDrafts => {
                let store = scene.draft(DraftContent::Store {
                    values: store_values(),
                });
                scene.draft(DraftContent::Key {
                    name: NEW_KEY.to_owned(),
                    key_type: KeyType::OAuth,
                    scopes: vec![Scope::Deliveries],
                    store: DraftStore::Draft(store),
                });
            }
            Self::RevokeConsumerKey => shop::make_old_key(scene).await,
            _ => {}
        }
    }

    /// Does it, and tells what the person sees.
    pub(crate) async fn perform(self, scene: &Scene) -> String {
        let context = &scene.context;
        let key = |number| scene.key(number).unwrap();
        match self {
            Self::Refresh => seen(scene.refresh().await, |report| {
                format!("Done. New keys: {}.", report.new_keys)
            }),
            Self::CreateStore => {
                let made =
                    operations::create_store(context, scene.connection, &store_values()).await;
                seen(made, |store| format!("Done: “{}”.", store.name))
            }
            Self::CreateKey => {
                let new = NewKey {
                    connection: scene.connection,
                    name: NEW_KEY.to_owned(),
                    key_type: KeyType::OAuth,
                    scopes: vec![Scope::Deliveries],
                    store: Some(ServerStoreId(2)),
                };
                let made = operations::create_key(context, &new).await;
                seen(made, |made| told(made.secret_stored).to_owned())
            }
            Self::Renew => {
                let key = key(KEY);
                let typed = operations::typed_name_of(&key);
                let renewed = operations::renew_secret(context, key.id, typed).await;
                seen(renewed, |renewed| told(renewed.secret_stored).to_owned())
            }
            Self::SendDrafts => send(scene).await,
            Self::Check => {
                let checked = operations::check_key(context, key(KEY).id).await;
                seen(checked, |status| format!("The key: {}.", of_status(status)))
            }
            Self::Copy => {
                let copied = operations::copy_field(context, key(KEY).id, Field::Secret).await;
                let pasted = scene.clipboard.text().map(|text| text.expose().to_owned());
                seen(copied, |_| {
                    assert_eq!(pasted, scene.secret(KEY), "copied means copied");
                    "Done: it is on the clipboard.".to_owned()
                })
            }
            Self::AcceptPair => {
                let taken = operations::accept_new_pair(context, key(REPLACED).id).await;
                seen(taken, |()| {
                    told(!context.is_held(key(REPLACED).id)).to_owned()
                })
            }
            Self::Rescue => {
                let rescued = operations::rescue_secrets(context, &|_, _| {}).await;
                seen(rescued, |rescue| {
                    format!(
                        "Of {} Secrets shown by servers, {} were there, {} are stored now and {} \
                         held in memory. Connections not read: {}.",
                        rescue.shown,
                        rescue.already,
                        rescue.stored,
                        rescue.held,
                        rescue.unread.len()
                    )
                })
            }
            Self::SignOut => {
                let ended = operations::sign_out(context, scene.connection).await;
                seen(ended, |()| "Done.".to_owned())
            }
            Self::CreateConsumerKey => {
                let made = shop::create(scene, NEW_KEY).await;
                seen(made, |made| told(made.secret_stored).to_owned())
            }
            Self::RevokeConsumerKey => seen(shop::revoke(scene).await, |told| shop::told(&told)),
        }
    }
}

fn seen<T>(result: Result<T, Error>, done: impl FnOnce(T) -> String) -> String {
    match result {
        Ok(value) => done(value),
        Err(error) => of_error(error),
    }
}

fn told(is_stored: bool) -> &'static str {
    if is_stored {
        "Done."
    } else {
        "Done; the Secret is not in the keychain yet."
    }
}

async fn send(scene: &Scene) -> String {
    let drafts = scene.context.inventory.drafts().unwrap();
    let ids: Vec<_> = drafts.iter().map(|draft| draft.id).collect();
    let go_on = AtomicBool::new(false);
    let results = operations::send_drafts(&scene.context, &ids, &|_, _, _| {}, &go_on).await;
    seen(results, |results| {
        let told = results.into_iter().map(|(_, sent)| match sent {
            Sent::Store(_) => "Store: sent.".to_owned(),
            Sent::Key(made) => format!("Key: {}", told(made.secret_stored)),
            Sent::Failed(error) => of_error(error),
            Sent::WaitsForStore => "Key: waits for its Store.".to_owned(),
            Sent::Stopped => "Key: not tried.".to_owned(),
        });
        told.collect::<Vec<_>>().join(" ")
    })
}
