//! A person prepares drafts, changes their mind, and sends them.

use super::creating::{Before, store_values, word};
use super::ledger::{DraftMark, Source, Told, WishNumber};
use super::names;
use super::run::Run;
use super::story::Counted;
use super::trouble::Ended;
use keys::{Draft, DraftContent, DraftId, DraftStore, Scope};
use operations::Sent;
use practice::What;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

impl Run {
    /// Drafts that wait to be sent.
    pub(crate) fn waiting_drafts(&self) -> Vec<Draft> {
        let mut drafts = self.desk.drafts();
        drafts.retain(|draft| draft.sent.is_none());
        drafts
    }

    fn content(&self) -> DraftContent {
        if self.chance.one_in(3) {
            let name = names::store(&self.chance);
            return DraftContent::Store {
                values: store_values(&name, self.chance.one_in(2)),
            };
        }
        let (key_type, scopes, store) = self.shape();
        let mut stores = self.waiting_drafts();
        stores.retain(|draft| matches!(draft.content, DraftContent::Store { .. }));
        let drafted = self
            .chance
            .any_of(&stores)
            .filter(|_| self.chance.one_in(2));
        let (scopes, store) = match (drafted, store) {
            (Some(draft), _) => (vec![Scope::Deliveries], DraftStore::Draft(draft.id)),
            (None, Some(id)) => (scopes, DraftStore::OnServer(id)),
            (None, None) => (scopes, DraftStore::Without),
        };
        DraftContent::Key {
            name: names::key(&self.chance),
            key_type,
            scopes,
            store,
        }
    }

    pub(crate) fn save_draft(&mut self, changed: Option<DraftId>) {
        let content = self.content();
        let result = operations::save_draft(
            &self.desk.context,
            self.desk.connection,
            changed,
            content.clone(),
        );
        let verb = if changed.is_some() { "change" } else { "save" };
        self.story.count(Counted::Deed, format!("{verb} draft"));
        match result {
            Ok(id) => {
                let draft = self.desk.draft(id).expect("a saved draft");
                self.story.tell(format!(
                    "{verb} draft {}: {} \"{}\"",
                    id.0,
                    kind_word(&content),
                    draft.name()
                ));
                if changed.is_none() {
                    self.ledger.expect_draft(DraftMark::of(&draft));
                }
            }
            Err(error) => self
                .story
                .tell(format!("{verb} draft: {}", self.shown(&error))),
        }
    }

    pub(crate) fn delete_draft(&mut self) {
        let Some(draft) = self.chance.any_of(&self.desk.drafts()) else {
            return;
        };
        let result = operations::delete_draft(&self.desk.context, draft.id);
        self.story.count(Counted::Deed, "delete draft");
        self.story
            .tell(format!("delete draft {}: {}", draft.id.0, word(&result)));
        if result.is_ok() {
            self.ledger.drop_draft(DraftMark::of(&draft));
            if self.chance.one_in(2) {
                let result = operations::restore_draft(&self.desk.context, draft.id);
                self.story
                    .tell(format!("  brought back: {}", word(&result)));
                match result {
                    Ok(()) => self.ledger.expect_draft(DraftMark::of(&draft)),
                    Err(_) => self.object("a draft deleted just now cannot be brought back"),
                }
            }
        }
    }

    pub(crate) async fn send_drafts(&mut self) {
        let waiting = self.waiting_drafts();
        if waiting.is_empty() {
            return;
        }
        let mut chosen: Vec<DraftId> = waiting.iter().map(|draft| draft.id).collect();
        if self.chance.one_in(3) {
            chosen.retain(|_| self.chance.one_in(2));
        }
        let before = self.before();
        // A key takes the draft of its Store along, so any of them may be sent.
        let wishes: BTreeMap<DraftId, WishNumber> = waiting
            .iter()
            .map(|draft| {
                let source = Source::Draft(DraftMark::of(draft));
                let wish = self
                    .ledger
                    .wish(what(&draft.content), draft.name().trim(), source);
                (draft.id, wish)
            })
            .collect();
        let stop_after = if self.chance.one_in(6) { 1 } else { usize::MAX };
        let stop = AtomicBool::new(false);
        let progress = |_, done, _| {
            if done >= stop_after {
                stop.store(true, Ordering::Relaxed);
            }
        };
        let numbers: Vec<i64> = chosen.iter().map(|id| id.0).collect();
        self.story.tell(format!("send drafts {numbers:?}"));
        self.story.count(Counted::Deed, "send drafts");
        let ended = self
            .attempt(Box::pin(operations::send_drafts(
                &self.desk.context,
                &chosen,
                &progress,
                &stop,
            )))
            .await;
        self.tell_ended(&ended);
        match &ended {
            Ended::With(Ok(results)) => {
                for wish in wishes.values() {
                    self.ledger.tell(*wish, Told::Nothing);
                }
                for (id, sent) in results {
                    let told = self.told_of_draft(&before, *id, sent);
                    if let Some(wish) = wishes.get(id) {
                        self.keep(*wish, told);
                    }
                }
            }
            Ended::With(Err(_)) | Ended::Cancelled | Ended::Killed => {}
        }
        let wishes: Vec<WishNumber> = wishes.into_values().collect();
        self.check_made(&before, &wishes);
        self.after(ended).await;
    }

    fn told_of_draft(&mut self, before: &Before, id: DraftId, sent: &Sent) -> Told {
        let inventory = &self.desk.context.inventory;
        let (made, told) = match sent {
            Sent::Store(store) => {
                let store = inventory.store(*store).expect("a readable inventory");
                let number = store.expect("a new Store").server_id.0;
                (Some(format!("Store {number}")), Told::Done(number))
            }
            Sent::Key(created) => {
                let key = inventory.key(created.key).expect("a readable inventory");
                let number = key.expect("a new key").server_id.0;
                (Some(format!("key {number}")), Told::Done(number))
            }
            Sent::Failed(error) => {
                self.story
                    .tell(format!("  draft {}: {}", id.0, self.shown(error)));
                (None, self.told_by(before, error, Some(id)))
            }
            Sent::WaitsForStore => {
                self.story
                    .tell(format!("  draft {} waits for its Store", id.0));
                (None, Told::Nothing)
            }
            Sent::Stopped => {
                self.story.tell(format!("  draft {} was not sent", id.0));
                (None, Told::Nothing)
            }
        };
        if let Some(made) = made {
            self.story.tell(format!("  draft {} is {made}", id.0));
            let is_sent = self
                .desk
                .draft(id)
                .is_some_and(|draft| draft.sent.is_some());
            if !is_sent {
                self.object(format!("draft {} was told as sent and still waits", id.0));
            }
        }
        told
    }
}

/// What a draft is to become.
fn what(content: &DraftContent) -> What {
    match content {
        DraftContent::Store { .. } => What::Store,
        DraftContent::Key { .. } => What::App,
    }
}

fn kind_word(content: &DraftContent) -> &'static str {
    match content {
        DraftContent::Store { .. } => "Store",
        DraftContent::Key {
            store: DraftStore::Draft(_),
            ..
        } => "key for a drafted Store",
        DraftContent::Key { .. } => "key",
    }
}
