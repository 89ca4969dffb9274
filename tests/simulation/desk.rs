//! The running program: operations over the real inventory, as a person sits before it.

use super::shop::SHOP_ACCOUNT;
use super::world::World;
use keychain::{Entry, Keychain};
use keys::{
    Connection, ConnectionId, ConnectionKind, Draft, DraftId, Key, Secret, ServerAppId,
    SessionState, Store,
};
use operations::{Context, SignIn};

/// Who sits there.
const WHO: &str = "alix";

/// The account on the server.
pub(crate) const ACCOUNT: &str = "admin";

/// The program between its start and its end.
pub(crate) struct Desk {
    pub(crate) context: Context,
    pub(crate) connection: ConnectionId,
}

impl Desk {
    /// Starts the program for the first time, and connects.
    pub(crate) async fn set_up(world: &World) -> Self {
        let mut desk = Self {
            context: context(world),
            connection: ConnectionId(0),
        };
        let connection = desk.sign_in(world).await.expect("a first sign-in");
        desk.connection = connection;
        operations::refresh(&desk.context, connection, &|_, _, _| {})
            .await
            .expect("a first refresh");
        desk
    }

    /// Starts the program again.
    pub(crate) fn start_again(world: &World, connection: ConnectionId) -> Self {
        Self {
            context: context(world),
            connection,
        }
    }

    /// Signs in wholly, with the code that is mailed.
    pub(crate) async fn sign_in(&self, world: &World) -> Result<ConnectionId, operations::Error> {
        let password = Secret::new("practice".to_owned());
        let kind = ConnectionKind::Practice;
        let url = &world.url;
        let step = operations::sign_in(&self.context, kind, url, ACCOUNT, &password).await?;
        let step = match step {
            SignIn::CodeNeeded(_) => {
                let mails = world.co_op.mails().expect("mails");
                operations::submit_code(&self.context, url, &mails[0].code).await?
            }
            done @ SignIn::Connected { .. } => done,
        };
        match step {
            SignIn::Connected { connection, .. } => Ok(connection),
            SignIn::CodeNeeded(_) => Err(operations::Error::NoPendingSignIn),
        }
    }

    /// The connection to the shop, once there is one.
    pub(crate) fn shop(&self) -> Option<Connection> {
        let known = self.context.inventory.connections();
        let known = known.expect("a readable inventory").into_iter();
        let mut shops = known.filter(|known| known.kind == ConnectionKind::PracticeShop);
        shops.next()
    }

    /// The records of consumer keys.
    pub(crate) fn consumer_keys(&self) -> Vec<Key> {
        let shop = self.shop();
        shop.map_or_else(Vec::new, |shop| {
            let keys = self.context.inventory.keys(shop.id);
            keys.expect("a readable inventory")
        })
    }

    /// Signs in to the shop, and finds it before the first time.
    pub(crate) async fn sign_in_to_shop(
        &self,
        world: &World,
    ) -> Result<ConnectionId, operations::Error> {
        let url = &world.site.url;
        if self.shop().is_none() {
            operations::recognise_site(&self.context, url.as_str(), None).await?;
        }
        let password = Secret::new("practice".to_owned());
        let kind = ConnectionKind::PracticeShop;
        match operations::sign_in(&self.context, kind, url, SHOP_ACCOUNT, &password).await? {
            SignIn::Connected { connection, .. } => Ok(connection),
            SignIn::CodeNeeded(_) => Err(operations::Error::NoPendingSignIn),
        }
    }

    pub(crate) fn is_signed_in(&self) -> bool {
        let connection = self.context.inventory.connection(self.connection);
        let connection = connection.expect("a readable inventory");
        connection.is_some_and(|connection| connection.session == SessionState::SignedIn)
    }

    pub(crate) fn keys(&self) -> Vec<Key> {
        let keys = self.context.inventory.keys(self.connection);
        keys.expect("a readable inventory")
    }

    pub(crate) fn key(&self, server_id: i64) -> Option<Key> {
        let id = ServerAppId(server_id);
        let key = self.context.inventory.key_by_server_id(self.connection, id);
        key.expect("a readable inventory")
    }

    pub(crate) fn stores(&self) -> Vec<Store> {
        let stores = self.context.inventory.stores(Some(self.connection));
        stores.expect("a readable inventory")
    }

    /// Drafts that wait or were sent, deleted ones left out.
    pub(crate) fn drafts(&self) -> Vec<Draft> {
        self.context.inventory.drafts().expect("drafts")
    }

    pub(crate) fn draft(&self, id: DraftId) -> Option<Draft> {
        self.context.inventory.draft(id).expect("a draft")
    }

    pub(crate) fn intents(&self) -> Vec<inventory::Intent> {
        let intents = self.context.inventory.open_intents();
        intents.expect("a readable inventory")
    }
}

fn context(world: &World) -> Context {
    Context::new(
        world.open_inventory(),
        Keychain::Memory(world.keychain.clone()),
        clipboard::Clipboard::Memory(world.clipboard.clone()),
        world.network.clone(),
        world.clock(),
        WHO.to_owned(),
    )
}

/// Where the secret of a consumer key rests.
pub(crate) fn shop_entry(world: &World, server_id: ServerAppId) -> Entry {
    Entry::key_secret(true, &world.site.url, server_id)
}

/// Where the secret of a key rests.
pub(crate) fn entry(world: &World, server_id: i64) -> Entry {
    Entry::key_secret(true, &world.url, ServerAppId(server_id))
}
