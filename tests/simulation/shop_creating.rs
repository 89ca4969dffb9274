//! A person makes consumer keys, and is told what came of it.

use super::ledger::{Told, WishNumber};
use super::names;
use super::run::Run;
use super::shop::{SHOP_ACCOUNT_NUMBER, Words};
use super::shop_ledger::wish_name;
use super::story::Counted;
use super::trouble::{Ended, Place};
use inventory::{IntentAct, IntentId};
use keys::{Act, Connection, Key, Permission, SiteUserId};
use operations::{Created, Error, NewConsumerKey};
use practice::What;
use std::collections::{BTreeMap, BTreeSet};

/// What was open, made and gone before an operation.
pub(super) struct BeforeShopping {
    intents: BTreeSet<IntentId>,
    made: BTreeMap<Words, usize>,
    pub(super) gone: BTreeSet<i64>,
    pub(super) late: bool,
}

/// What a consumer key is to be; the signed-in account owns what names nobody.
pub(super) fn asked_for(words: &Words, owner: Option<SiteUserId>) -> IntentAct {
    IntentAct::CreateConsumerKey {
        description: words.0.clone(),
        owner: owner.unwrap_or(SiteUserId(SHOP_ACCOUNT_NUMBER)),
        permission: words.1,
    }
}

impl Run {
    pub(super) fn before_shopping(&mut self) -> BeforeShopping {
        self.note_shop();
        BeforeShopping {
            intents: self.desk.intents().iter().map(|intent| intent.id).collect(),
            made: self.shopping.ours_counted(|_| true),
            gone: self.shopping.gone().clone(),
            late: self.world.has_late_work(),
        }
    }

    /// Requests for consumer keys of which it is not known what became of them.
    pub(super) fn sought_consumer_keys(&self) -> Vec<IntentAct> {
        let open = self.desk.intents().into_iter().map(|intent| intent.act);
        open.filter(|act| matches!(act, IntentAct::CreateConsumerKey { .. }))
            .collect()
    }

    pub(super) async fn create_consumer_key(&mut self, shop: &Connection) {
        let words = (names::key(&self.chance), *self.chance.of(&Permission::ALL));
        let owner = self.chance.one_in(5).then_some(SiteUserId(2));
        self.create_consumer_key_as(shop, words, owner).await;
    }

    /// Asks once more for one that is being looked for.
    pub(super) async fn ask_the_shop_again(&mut self, shop: &Connection) {
        let sought = self.sought_consumer_keys();
        if let Some(IntentAct::CreateConsumerKey {
            description,
            owner,
            permission,
        }) = self.chance.any_of(&sought)
        {
            let words = (description, permission);
            self.create_consumer_key_as(shop, words, Some(owner)).await;
        }
    }

    async fn create_consumer_key_as(
        &mut self,
        shop: &Connection,
        words: Words,
        owner: Option<SiteUserId>,
    ) {
        let before = self.before_shopping();
        let wish = self.wish_at_shop(&words, owner);
        let new = NewConsumerKey {
            connection: shop.id,
            description: words.0.clone(),
            owner,
            permission: words.1,
        };
        self.tell_deed(
            "create consumer key",
            &format!("{words:?}, for {:?}", owner.map(|owner| owner.0)),
        );
        let making = operations::create_consumer_key(&self.desk.context, &new);
        let ended = self.attempt_at(Place::Shop, Box::pin(making)).await;
        self.judge_making(&before, wish, ended).await;
    }

    /// Revokes a key whose secret was lost with the reply, and makes it again.
    pub(super) async fn remake(&mut self, key: &Key) {
        let (before, wish) = self.before_remaking(key);
        let making = operations::remake_key(&self.desk.context, key.id);
        let ended = self.attempt_at(Place::Shop, Box::pin(making)).await;
        self.judge_making(&before, wish, ended).await;
    }

    pub(super) fn before_remaking(&mut self, key: &Key) -> (BeforeShopping, WishNumber) {
        let before = self.before_shopping();
        let consumer = key.consumer.as_ref();
        let owner = consumer.and_then(|known| known.owner.as_ref()?.id);
        let permission = consumer.and_then(|known| known.permission);
        let words = (key.app_name.clone(), permission.unwrap_or(Permission::Read));
        let wish = self.wish_at_shop(&words, owner);
        self.shopping.asked_to_revoke.insert(key.server_id.0);
        self.tell_deed("remake consumer key", &format!("key {}", key.server_id.0));
        (before, wish)
    }

    pub(super) fn tell_deed(&self, verb: &str, what: &str) {
        self.story.tell(format!("{verb}: {what}"));
        self.story.count(Counted::Deed, verb);
    }

    /// The wish of a form: another one, or just the one that is being looked for.
    pub(super) fn wish_at_shop(&mut self, words: &Words, owner: Option<SiteUserId>) -> WishNumber {
        let act = asked_for(words, owner);
        let is_looked_for = self.sought_consumer_keys().contains(&act);
        let wishes = &mut self.shopping.wishes;
        let source = if is_looked_for {
            wishes.last_form(&act)
        } else {
            wishes.new_form(&act)
        };
        wishes.wish(What::App, &wish_name(words), source)
    }

    /// What the person is told must be so.
    pub(super) async fn judge_making(
        &mut self,
        before: &BeforeShopping,
        wish: WishNumber,
        ended: Ended<Result<Created, Error>>,
    ) {
        self.tell_ended(&ended);
        self.note_shop();
        if let Ended::With(result) = &ended {
            let told = self.told_by_shop(before, result);
            self.keep_at_shop(wish, told);
        }
        self.check_made_at_shop(before, wish);
        self.check_revoked_by_nobody(before);
        self.after(ended).await;
    }

    fn told_by_shop(&mut self, before: &BeforeShopping, result: &Result<Created, Error>) -> Told {
        let key = match result {
            Ok(created) => Some(created.key),
            Err(Error::SecretNeverSeen(key)) => Some(*key),
            Err(_) => None,
        };
        if let Some(key) = key.and_then(|key| self.record(key)) {
            let number = key.server_id.0;
            self.story.tell(format!("  it is key {number}"));
            let is_lost = key.consumer.as_ref().is_some_and(|known| known.secret_lost);
            if is_lost == result.is_ok() {
                self.object(format!(
                    "key {number} is told as {result:?}, lost: {is_lost}"
                ));
            }
            return Told::Done(number);
        }
        let open = self.desk.intents();
        let is_sought = |intent: &inventory::Intent| {
            matches!(intent.act, IntentAct::CreateConsumerKey { .. })
                && !before.intents.contains(&intent.id)
        };
        match result {
            Err(Error::Undecided(id)) => {
                let question = open.iter().find(|intent| intent.id == *id);
                if question.is_none_or(|question| question.candidates.is_empty()) {
                    self.object("undecided, but there is nothing to decide");
                }
                Told::Unknown
            }
            Err(Error::ReplyLost { .. }) if open.is_empty() && !self.is_beside_a_refresh.get() => {
                self.object("a reply of the shop was lost, and no intent is open");
                Told::Unknown
            }
            // A refresh beside it may have judged the request, and nobody says how.
            Err(Error::ReplyLost { .. }) if self.is_beside_a_refresh.get() => Told::Unknown,
            _ if open.iter().any(is_sought) => Told::Unknown,
            _ => Told::Nothing,
        }
    }

    fn keep_at_shop(&mut self, wish: WishNumber, told: Told) {
        let word = match told {
            Told::Done(_) => "consumer keys told as made",
            Told::Nothing => "consumer keys told as not made",
            Told::Unknown => "consumer keys whose outcome was not known at once",
        };
        self.story.count(Counted::Outcome, word);
        if self.shopping.wishes.tell(wish, told) {
            self.object(format!("the same consumer key is told twice: {told:?}"));
        }
    }

    /// Nothing is made twice, and nothing that is told as not made.
    fn check_made_at_shop(&mut self, before: &BeforeShopping, wish: WishNumber) {
        if before.late {
            return;
        }
        for (words, count) in self.shopping.ours_counted(|_| true) {
            let former = before.made.get(&words).copied().unwrap_or_default();
            let name = wish_name(&words);
            let possible = self.shopping.wishes.possible(&[wish], What::App, &name);
            if count - former > possible {
                let more = count - former;
                self.object(format!(
                    "{more} × {name} made where {possible} may have been"
                ));
            }
        }
    }

    /// Which of the candidates the shop made for us, and no other wish has got yet.
    pub(super) fn shop_truth(&mut self, question: &inventory::Intent) -> Option<i64> {
        self.note_shop();
        let IntentAct::CreateConsumerKey {
            description,
            permission,
            ..
        } = &question.act
        else {
            return None;
        };
        let asked = (description.clone(), *permission);
        let taken = self.told_at_shop(Act::Created);
        let is_it = |id: &&i64| {
            self.shopping.is_ours(**id)
                && self.shopping.words_of(**id).as_ref() == Some(&asked)
                && !taken.contains(id)
        };
        question.candidates.iter().find(is_it).copied()
    }
}
