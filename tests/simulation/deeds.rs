//! What else a person does: refresh, renew, sign in and out, look after keys.

use super::creating::{asked, word};
use super::ledger::DraftMark;
use super::run::{Operation, Run};
use super::story::Counted;
use super::trouble::{Ended, Troubles};
use inventory::Intent;
use keys::{Key, Made, Presence};
use operations::Field;
use std::collections::BTreeSet;

/// Something a person may do.
#[derive(Clone, Copy)]
enum Deed {
    CreateKey,
    CreateStore,
    SaveDraft,
    ChangeDraft,
    DeleteDraft,
    SendDrafts,
    Refresh,
    Renew,
    SignIn,
    SignOut,
    Copy,
    Check,
    Archive,
    Forget,
    AcceptNewPair,
    Decide,
    Rescue,
    Note,
    Tend,
    CheckAll,
    HandOver,
    Rotate,
}

/// How likely each is.
const DEEDS: [(usize, Deed); 22] = [
    (16, Deed::CreateKey),
    (7, Deed::CreateStore),
    (12, Deed::SaveDraft),
    (2, Deed::ChangeDraft),
    (2, Deed::DeleteDraft),
    (12, Deed::SendDrafts),
    (12, Deed::Refresh),
    (8, Deed::Renew),
    (2, Deed::SignIn),
    (2, Deed::SignOut),
    (3, Deed::Copy),
    (4, Deed::Check),
    (2, Deed::Archive),
    (3, Deed::Forget),
    (4, Deed::AcceptNewPair),
    (6, Deed::Decide),
    (3, Deed::Rescue),
    (1, Deed::Note),
    (5, Deed::Tend),
    (1, Deed::CheckAll),
    (4, Deed::HandOver),
    (7, Deed::Rotate),
];

/// How long a copy stays on the clipboard, in milliseconds.
const CLEARED_AFTER: i64 = 30_000;

impl Run {
    /// A person does something.
    pub(crate) async fn person_acts(&mut self) {
        if self.chance.below(5) < self.shop_share {
            return self.person_shops().await;
        }
        if !self.desk.is_signed_in() && self.chance.one_in(2) {
            return self.sign_in().await;
        }
        let is_looking = self.desk.intents().iter().any(|one| asked(one).is_some());
        if is_looking && self.chance.one_in(3) {
            return self.ask_again().await;
        }
        if !self.rotations_of(self.desk.connection).is_empty() && self.chance.one_in(4) {
            return self.rotate().await;
        }
        match self.chance.weighted(&DEEDS) {
            Deed::CreateKey => self.create_key().await,
            Deed::CreateStore => self.create_store().await,
            Deed::SaveDraft => self.save_draft(None),
            Deed::ChangeDraft => {
                let waiting = self.waiting_drafts();
                let draft = self.chance.any_of(&waiting).map(|draft| draft.id);
                self.save_draft(draft);
            }
            Deed::DeleteDraft => self.delete_draft(),
            Deed::SendDrafts => self.send_drafts().await,
            Deed::Refresh => self.refresh().await,
            Deed::Renew => self.renew().await,
            Deed::SignIn => self.sign_in().await,
            Deed::SignOut => self.sign_out().await,
            Deed::Copy => self.copy().await,
            Deed::Check => self.check().await,
            Deed::Archive => self.archive(),
            Deed::Forget => self.forget(),
            Deed::AcceptNewPair => self.accept_new_pair().await,
            Deed::Decide => self.decide_one().await,
            Deed::Rescue => self.rescue().await,
            Deed::Note => self.note(),
            Deed::Tend => self.tend().await,
            Deed::CheckAll => self.check_all().await,
            Deed::HandOver => self.hand_over().await,
            Deed::Rotate => self.rotate().await,
        }
    }

    async fn refresh(&mut self) {
        let refreshing = Box::pin(operations::refresh(
            &self.desk.context,
            self.desk.connection,
            &|_, _, _| {},
        ));
        let ended = self.attempt_plainly("refresh", refreshing).await;
        if let Ended::With(Ok(report)) = &ended {
            let found = report.found as u64;
            self.story
                .count_times(Counted::Outcome, "lost replies found done", found);
            let never = report.never_done as u64;
            self.story
                .count_times(Counted::Outcome, "lost replies found not done", never);
        }
        self.after(ended).await;
    }

    pub(crate) async fn tend(&mut self) {
        self.story.tell("tend");
        self.story.count(Counted::Deed, "tend");
        let tending = Box::pin(operations::tend(&self.desk.context));
        let ended = self.attempt_everywhere(tending).await;
        self.tell_ended(&ended);
        self.after(ended).await;
    }

    pub(crate) async fn sign_in(&mut self) {
        let signing_in = Box::pin(self.desk.sign_in(&self.world));
        let ended = self.attempt_plainly("sign in", signing_in).await;
        self.after(ended).await;
    }

    async fn sign_out(&mut self) {
        let signing_out = Box::pin(operations::sign_out(
            &self.desk.context,
            self.desk.connection,
        ));
        let ended = self.attempt_plainly("sign out", signing_out).await;
        self.after(ended).await;
    }

    fn any_key(&self, fits: impl Fn(&Key) -> bool) -> Option<Key> {
        let mut keys = self.desk.keys();
        keys.retain(fits);
        self.chance.any_of(&keys)
    }

    async fn renew(&mut self) {
        let Some(key) = self.any_key(|key| key.presence == Presence::OnServer) else {
            return;
        };
        let typed = operations::typed_name_of(&key).to_owned();
        let renewing = Box::pin(operations::renew_secret(&self.desk.context, key.id, &typed));
        let what = format!("renew: key {}", key.server_id.0);
        let ended = self.attempt_plainly(&what, renewing).await;
        self.agreed.insert(key.server_id.0);
        self.after(ended).await;
    }

    async fn copy(&mut self) {
        let Some(key) = self.any_key(|_| true) else {
            return;
        };
        let before = self.world.now();
        let copying = Box::pin(operations::copy_field(
            &self.desk.context,
            key.id,
            Field::Secret,
        ));
        let what = format!("copy: key {}", key.server_id.0);
        let ended = self.attempt_plainly(&what, copying).await;
        if matches!(ended, Ended::With(Ok(_))) {
            self.note_secrets();
            let copied = self.world.clipboard.text();
            let is_known = copied
                .as_ref()
                .is_some_and(|text| self.secrets.contains(text.expose()));
            // Beside a slow refresh its time on the clipboard may be over.
            let is_cleared = copied.is_none() && self.world.now().0 - before.0 >= CLEARED_AFTER;
            if !is_known && !is_cleared {
                self.object("a copy put something else than a secret of the server there");
            }
        }
        self.after(ended).await;
    }

    async fn check(&mut self) {
        let Some(key) = self.any_key(|_| true) else {
            return;
        };
        let checking = Box::pin(operations::check_key(&self.desk.context, key.id));
        let what = format!("check: key {}", key.server_id.0);
        let ended = self.attempt_plainly(&what, checking).await;
        self.after(ended).await;
    }

    async fn accept_new_pair(&mut self) {
        let Some(key) = self.any_key(|key| key.offered.is_some()) else {
            return;
        };
        let accepting = Box::pin(operations::accept_new_pair(&self.desk.context, key.id));
        let what = format!("accept new pair: key {}", key.server_id.0);
        let ended = self.attempt_plainly(&what, accepting).await;
        self.agreed.insert(key.server_id.0);
        self.after(ended).await;
    }

    async fn rescue(&mut self) {
        let rescuing = Box::pin(operations::rescue_secrets(&self.desk.context, &|_, _| {}));
        self.story.tell("rescue");
        self.story.count(Counted::Deed, "rescue");
        let ended = self.attempt_everywhere(rescuing).await;
        self.tell_ended(&ended);
        if let Ended::With(Ok(rescue)) = &ended {
            self.story
                .tell(format!("  {}", self.shown(&format!("{rescue:?}"))));
            if rescue.already + rescue.stored + rescue.held != rescue.shown {
                self.object("the counts of a rescue do not add up");
            }
        }
        self.after(ended).await;
    }

    fn archive(&mut self) {
        let Some(key) = self.any_key(|_| true) else {
            return;
        };
        let context = &self.desk.context;
        let (verb, result) = if key.archived_at.is_some() {
            ("unarchive", operations::unarchive_key(context, key.id))
        } else {
            ("archive", operations::archive_key(context, key.id))
        };
        self.tell_short(verb, &format!("key {}", key.server_id.0), &result);
    }

    fn forget(&mut self) {
        let key = self.any_key(|key| key.presence == Presence::Gone);
        let Some(key) = key.or_else(|| self.any_key(|_| true)) else {
            return;
        };
        let context = &self.desk.context;
        let (verb, result) = if key.forgotten_at.is_some() {
            ("undo forget", operations::undo_forget_key(context, key.id))
        } else {
            ("forget", operations::forget_key(context, key.id))
        };
        self.tell_short(verb, &format!("key {}", key.server_id.0), &result);
        if result.is_ok() {
            // The draft it came from goes with it.
            for draft in self.desk.drafts() {
                if draft
                    .sent
                    .is_some_and(|(made, _)| made == Made::Key(key.id))
                {
                    self.ledger.drop_draft(DraftMark::of(&draft));
                }
            }
        }
    }

    fn note(&mut self) {
        let Some(key) = self.any_key(|_| true) else {
            return;
        };
        let result = operations::set_note(&self.desk.context, key.id, "asked for by phone");
        self.tell_short("note", &format!("key {}", key.server_id.0), &result);
    }

    fn tell_short(&self, verb: &str, what: &str, result: &Result<(), operations::Error>) {
        self.story.tell(format!("{verb}: {what}: {}", word(result)));
        self.story.count(Counted::Deed, verb);
    }

    /// Answers one question, if there is one; only once nothing is under way any more, as a person
    /// does who looks at the server first.
    async fn decide_one(&mut self) {
        if self.world.has_late_work() {
            return;
        }
        let mut questions = self.desk.intents();
        questions.retain(|intent| !intent.candidates.is_empty());
        if let Some(question) = self.chance.any_of(&questions) {
            self.decide(&question).await;
        }
    }

    /// Answers a question as somebody does who knows the truth.
    pub(crate) async fn decide(&mut self, question: &Intent) {
        let ours = match asked(question) {
            Some(_) => self.truth(question),
            None => self.shop_truth(question),
        };
        let context = &self.desk.context;
        let result = operations::decide(context, question.id, ours).await;
        self.story.tell(format!(
            "decide: {:?} among {:?}: {ours:?}: {}",
            asked(question).map_or("consumer key".to_owned(), |asked| format!("{asked:?}")),
            question.candidates,
            word(&result)
        ));
        self.story.count(Counted::Deed, "decide");
        if result.is_ok() {
            self.story.count(Counted::Outcome, "questions decided");
        }
    }

    /// Which candidate the server made for us, and no other wish has got yet.
    fn truth(&self, question: &Intent) -> Option<i64> {
        let (what, name) = asked(question)?;
        let taken = self.created_here();
        let made: BTreeSet<i64> = self
            .made_by_us()
            .into_iter()
            .filter(|made| made.what == what && made.name == name)
            .map(|made| made.server_id)
            .collect();
        let is_ours = |id: &&i64| made.contains(id) && !taken.contains(&(what, **id));
        question.candidates.iter().find(is_ours).copied()
    }

    /// Nothing strikes here.
    pub(crate) async fn undisturbed<T>(&self, operation: Operation<'_, T>) -> Option<T> {
        match Troubles::none().run(&self.world, operation).await {
            Ended::With(result) => Some(result),
            Ended::Cancelled | Ended::Killed => None,
        }
    }
}
