//! A person makes keys and Stores, and is told what came of it.

use super::ledger::{Told, WishNumber};
use super::names;
use super::run::Run;
use super::story::Counted;
use super::trouble::Ended;
use inventory::{Intent, IntentAct, IntentId};
use keys::{DraftId, KeyType, Made, Presence, Scope, ServerStoreId};
use operations::{Error, NewKey};
use practice::What;
use std::collections::{BTreeMap, BTreeSet};

/// What was open and made before an operation.
pub(super) struct Before {
    intents: BTreeSet<IntentId>,
    made: BTreeMap<(What, String), usize>,
    late: bool,
}

/// Type, scopes and Store of a key.
pub(super) type Shape = (KeyType, Vec<Scope>, Option<ServerStoreId>);

/// What an intent is to make.
pub(crate) fn asked(intent: &Intent) -> Option<(What, &str)> {
    asked_by(&intent.act)
}

fn asked_by(act: &IntentAct) -> Option<(What, &str)> {
    match act {
        IntentAct::CreateStore { name } => Some((What::Store, name)),
        IntentAct::CreateKey { name, .. } => Some((What::App, name)),
        _ => None,
    }
}

impl Run {
    pub(super) fn before(&self) -> Before {
        Before {
            intents: self.desk.intents().iter().map(|intent| intent.id).collect(),
            made: self.made_counts(),
            late: self.world.has_late_work(),
        }
    }

    fn made_counts(&self) -> BTreeMap<(What, String), usize> {
        let mut counts = BTreeMap::new();
        for made in self.made_by_us() {
            *counts.entry((made.what, made.name)).or_default() += 1;
        }
        counts
    }

    /// The wish of a form: another one, or just the one that is being looked for.
    pub(super) fn wish_by_form(&mut self, act: &IntentAct) -> WishNumber {
        let intents = self.desk.intents();
        let is_looked_for = intents
            .iter()
            .any(|intent| intent.draft.is_none() && intent.act == *act);
        let source = if is_looked_for {
            self.ledger.last_form(act)
        } else {
            self.ledger.new_form(act)
        };
        let (what, name) = asked_by(act).expect("something to make");
        self.ledger.wish(what, name, source)
    }

    /// What an error tells of a wish, judged by what the program itself wrote down.
    pub(super) fn told_by(
        &mut self,
        before: &Before,
        error: &Error,
        draft: Option<DraftId>,
    ) -> Told {
        let open = self.desk.intents();
        match error {
            Error::Undecided(id) => {
                let intent = open.iter().find(|intent| intent.id == *id);
                if intent.is_none_or(|intent| intent.candidates.is_empty()) {
                    self.object("undecided, but there is nothing to decide");
                }
                return Told::Unknown;
            }
            Error::ReplyLost { .. } => {
                let is_sought = open.iter().any(|intent| asked(intent).is_some());
                if !is_sought && !self.is_beside_a_refresh.get() {
                    self.object("a reply was lost, and no intent is open");
                }
                return Told::Unknown;
            }
            _ => {}
        }
        let is_new = |intent: &&Intent| {
            asked(intent).is_some()
                && (!before.intents.contains(&intent.id)
                    || draft.is_some() && intent.draft == draft)
        };
        if open.iter().any(|intent| is_new(&intent)) {
            Told::Unknown
        } else {
            Told::Nothing
        }
    }

    pub(super) fn keep(&mut self, wish: WishNumber, told: Told) {
        let word = match told {
            Told::Done(_) => "wishes told as done",
            Told::Nothing => "wishes told as not done",
            Told::Unknown => "wishes whose outcome was not known at once",
        };
        self.story.count(Counted::Outcome, word);
        if self.ledger.tell(wish, told) {
            self.object(format!("the same thing is told as made twice: {told:?}"));
        }
    }

    /// What was made during an operation must have been wished for in it, and not be told as not
    /// made.
    pub(super) fn check_made(&mut self, before: &Before, wishes: &[WishNumber]) {
        if before.late {
            return;
        }
        for ((what, name), count) in self.made_counts() {
            let former = before.made.get(&(what, name.clone())).copied();
            let more = count - former.unwrap_or_default();
            let possible = self.ledger.possible(wishes, what, &name);
            if more > possible {
                self.object(format!(
                    "{more} × {what:?} \"{name}\" made where {possible} may have been"
                ));
            }
        }
    }

    fn server_stores(&self) -> Vec<ServerStoreId> {
        let stores = self.desk.stores().into_iter();
        stores
            .filter(|store| store.presence == Presence::OnServer)
            .map(|store| store.server_id)
            .collect()
    }

    /// Type, scopes and Store of a key.
    pub(super) fn shape(&self) -> Shape {
        let stores = self.server_stores();
        let latest = stores.len().saturating_sub(3);
        let store = if self.chance.one_in(4) {
            None
        } else {
            let from = if self.chance.one_in(2) { latest } else { 0 };
            self.chance.any_of(&stores[from..])
        };
        let key_type = if self.chance.one_in(4) {
            KeyType::ApiKey
        } else {
            KeyType::OAuth
        };
        let scopes = match store {
            None => vec![Scope::OrdersAll],
            Some(_) if self.chance.one_in(4) => vec![Scope::Deliveries, Scope::Tasks],
            Some(_) => vec![Scope::Deliveries],
        };
        (key_type, scopes, store)
    }

    /// Asks once more for something that is being looked for, as an impatient person does.
    pub(crate) async fn ask_again(&mut self) {
        let mut intents = self.desk.intents();
        intents.retain(|intent| asked(intent).is_some());
        match self.chance.any_of(&intents).map(|intent| intent.act) {
            Some(IntentAct::CreateKey {
                name,
                key_type,
                scopes,
                store,
            }) => self.create_key_as(name, (key_type, scopes, store)).await,
            Some(IntentAct::CreateStore { name }) => self.create_store_as(name).await,
            _ => {}
        }
    }

    pub(crate) async fn create_key(&mut self) {
        let name = names::key(&self.chance);
        let shape = self.shape();
        self.create_key_as(name, shape).await;
    }

    async fn create_key_as(&mut self, name: String, shape: Shape) {
        let (key_type, scopes, store) = shape;
        let before = self.before();
        let wish = self.wish_by_form(&IntentAct::CreateKey {
            name: name.clone(),
            key_type,
            scopes: scopes.clone(),
            store,
        });
        let new = NewKey {
            connection: self.desk.connection,
            name: name.clone(),
            key_type,
            scopes,
            store,
        };
        self.story.tell(format!(
            "create key: \"{name}\", {key_type:?}, Store {:?}",
            store.map(|id| id.0)
        ));
        self.story.count(Counted::Deed, "create key");
        let ended = self
            .attempt(Box::pin(operations::create_key(&self.desk.context, &new)))
            .await;
        self.tell_ended(&ended);
        if let Ended::With(result) = &ended {
            let told = match result {
                Ok(created) => {
                    let key = self.desk.context.inventory.key(created.key);
                    let key = key.expect("a readable inventory").expect("a new key");
                    self.story.tell(format!("  it is key {}", key.server_id.0));
                    Told::Done(key.server_id.0)
                }
                Err(error) => self.told_by(&before, error, None),
            };
            self.keep(wish, told);
        }
        self.check_made(&before, &[wish]);
        self.after(ended).await;
    }

    pub(crate) async fn create_store(&mut self) {
        let name = names::store(&self.chance);
        self.create_store_as(name).await;
    }

    async fn create_store_as(&mut self, name: String) {
        let before = self.before();
        let wish = self.wish_by_form(&IntentAct::CreateStore { name: name.clone() });
        let values = store_values(&name, true);
        self.story.tell(format!("create Store: \"{name}\""));
        self.story.count(Counted::Deed, "create Store");
        let ended = self
            .attempt(Box::pin(operations::create_store(
                &self.desk.context,
                self.desk.connection,
                &values,
            )))
            .await;
        self.tell_ended(&ended);
        if let Ended::With(result) = &ended {
            let told = match result {
                Ok(store) => {
                    self.story
                        .tell(format!("  it is Store {}", store.server_id.0));
                    Told::Done(store.server_id.0)
                }
                Err(error) => self.told_by(&before, error, None),
            };
            self.keep(wish, told);
        }
        self.check_made(&before, &[wish]);
        self.after(ended).await;
    }
}

/// The number on the server of what a draft became.
pub(crate) fn number_of(run: &Run, made: Made) -> Option<(What, i64)> {
    let inventory = &run.desk.context.inventory;
    match made {
        Made::Store(id) => {
            let store = inventory.store(id).expect("a readable inventory");
            store.map(|store| (What::Store, store.server_id.0))
        }
        Made::Key(id) => {
            let key = inventory.key(id).expect("a readable inventory");
            let key = key.filter(|key| key.connection == run.desk.connection);
            key.map(|key| (What::App, key.server_id.0))
        }
    }
}

/// How a short operation ended.
pub(crate) fn word<T>(result: &Result<T, Error>) -> String {
    match result {
        Ok(_) => "done".to_owned(),
        Err(error) => error.to_string(),
    }
}

/// A Store as the form takes it; without its point only where that is found later.
pub(super) fn store_values(name: &str, placed: bool) -> Vec<(String, String)> {
    let mut values = vec![
        ("store[name]", name),
        ("store[address][streetAddress]", "3 rue du Timbre"),
    ];
    if placed {
        values.push(("store[address][latitude]", "50.1256"));
        values.push(("store[address][longitude]", "3.452"));
    }
    values
        .into_iter()
        .map(|(field, value)| (field.to_owned(), value.to_owned()))
        .collect()
}
