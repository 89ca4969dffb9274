//! The end of a run: everything heals, the program tends to what is open, a person answers.

use super::run::Run;
use super::story::Counted;
use std::time::Duration;

/// Time enough for every slow server, and for everything that waits for its time.
const AN_HOUR: Duration = Duration::from_hours(1);

/// Longer than a server that did not answer may still be at work.
const A_WHILE: Duration = Duration::from_mins(3);

/// How often the program may need to look until nothing is open.
const ROUNDS: usize = 4;

impl Run {
    /// Heals the world, lets the program finish, and judges.
    pub(crate) async fn end(&mut self) {
        self.story.tell("everything heals");
        self.world.set_offline(false);
        self.world.co_op.set_maintenance(false).expect("a mode");
        self.world.trouble_keychain(None);
        self.world.pass(AN_HOUR).await;
        self.world.let_the_server_work().await;
        let open = self.desk.intents().len() as u64;
        self.story
            .count_times(Counted::Outcome, "intents open when everything heals", open);
        self.come_back().await;
        self.come_back_to_the_shop().await;
        for _ in 0..ROUNDS {
            self.tend_and_refresh().await;
            self.refresh_the_shop().await;
            self.answer_everything().await;
            if self.desk.intents().is_empty() {
                break;
            }
            self.world.pass(A_WHILE).await;
        }
        self.take_what_is_offered().await;
        self.note_secrets();
        self.note_shop();
        if !self.was_tampered && self.before_restoring.is_empty() {
            self.check_secrets("before rescuing");
        }
        let rescuing = Box::pin(operations::rescue_secrets(&self.desk.context, &|_, _| {}));
        match self.undisturbed(rescuing).await {
            Some(Ok(_)) => {}
            Some(Err(error)) => self.object(format!("rescue: {}", self.shown(&error))),
            None => self.object("the rescue did not end"),
        }
        self.check_promises();
        self.check_shop_promises();
        self.remake_what_is_lost().await;
        self.check_shop_promises();
        self.count_what_struck();
    }

    /// Signs in, also where the program still believes in a session that is over.
    async fn come_back(&mut self) {
        let signing_in = Box::pin(self.desk.sign_in(&self.world));
        match self.undisturbed(signing_in).await {
            Some(Ok(_)) => {}
            Some(Err(error)) => self.object(format!("sign in: {}", self.shown(&error))),
            None => self.object("signing in did not end"),
        }
    }

    async fn tend_and_refresh(&mut self) {
        let tending = Box::pin(operations::tend(&self.desk.context));
        match self.undisturbed(tending).await {
            Some(Ok(_)) => {}
            Some(Err(error)) => self.object(format!("tend: {}", self.shown(&error))),
            None => self.object("tending did not end"),
        }
        let refreshing = Box::pin(operations::refresh(
            &self.desk.context,
            self.desk.connection,
            &|_, _, _| {},
        ));
        match self.undisturbed(refreshing).await {
            Some(Ok(report)) => {
                let found = report.found as u64;
                self.story
                    .count_times(Counted::Outcome, "lost replies found done", found);
                let never = report.never_done as u64;
                self.story
                    .count_times(Counted::Outcome, "lost replies found not done", never);
            }
            Some(Err(error)) => self.object(format!("refresh: {}", self.shown(&error))),
            None => self.object("refreshing did not end"),
        }
    }

    async fn answer_everything(&mut self) {
        let mut questions = self.desk.intents();
        questions.retain(|intent| !intent.candidates.is_empty());
        for question in questions {
            // The answer to one may have been the answer to another.
            let now = self.desk.context.inventory.intent(question.id);
            let now = now.expect("a readable inventory");
            if let Some(question) = now.filter(|question| !question.candidates.is_empty()) {
                self.decide(&question).await;
            }
        }
    }

    async fn take_what_is_offered(&mut self) {
        for key in self.desk.keys() {
            // What is gone or forgotten shows no pair to take.
            if key.offered.is_none()
                || key.presence == keys::Presence::Gone
                || key.forgotten_at.is_some()
            {
                continue;
            }
            let accepting = Box::pin(operations::accept_new_pair(&self.desk.context, key.id));
            match self.undisturbed(accepting).await {
                Some(Ok(())) => self
                    .story
                    .tell(format!("new pair of key {} accepted", key.server_id.0)),
                Some(Err(error)) => self.object(format!("accept: {}", self.shown(&error))),
                None => self.object("accepting did not end"),
            }
        }
    }

    fn count_what_struck(&self) {
        for (word, times) in self.world.fault_counts() {
            self.story.count_times(Counted::Fault, word, times);
        }
        for (trouble, times) in self.world.keychain.struck() {
            self.story
                .count_times(Counted::Keychain, format!("{trouble:?}"), times);
        }
    }
}
