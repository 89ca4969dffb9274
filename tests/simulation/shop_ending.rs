//! The end of a run at the shop: a person signs in, looks, and makes again what nobody can use.

use super::ledger::Told;
use super::run::Run;
use super::story::Counted;
use keys::Presence;
use practice::What;

impl Run {
    /// Signs in to the shop, also where the program still believes in a session that is over.
    pub(super) async fn come_back_to_the_shop(&mut self) {
        if self.desk.shop().is_none() {
            return;
        }
        let signing_in = Box::pin(self.desk.sign_in_to_shop(&self.world));
        match self.undisturbed(signing_in).await {
            Some(Ok(_)) => {}
            Some(Err(error)) => self.object(format!("sign in to the shop: {}", self.shown(&error))),
            None => self.object("signing in to the shop did not end"),
        }
    }

    pub(super) async fn refresh_the_shop(&mut self) {
        let Some(shop) = self.desk.shop() else {
            return;
        };
        let refreshing = operations::refresh(&self.desk.context, shop.id, &|_, _, _| {});
        match self.undisturbed(Box::pin(refreshing)).await {
            Some(Ok(report)) => self.count_lost_replies_of_the_shop(&report),
            Some(Err(error)) => self.object(format!("refresh the shop: {}", self.shown(&error))),
            None => self.object("refreshing the shop did not end"),
        }
    }

    /// Each key whose secret was lost is revoked and made again, with a secret.
    pub(super) async fn remake_what_is_lost(&mut self) {
        let mut lost = self.desk.consumer_keys();
        lost.retain(|key| {
            let known = key.consumer.as_ref();
            key.presence == Presence::OnServer && known.is_some_and(|known| known.secret_lost)
        });
        for key in lost {
            let (before, wish) = self.before_remaking(&key);
            let remaking = operations::remake_key(&self.desk.context, key.id);
            let ended = self.undisturbed(Box::pin(remaking)).await;
            self.note_shop();
            let made = match ended {
                Some(Ok(created)) if created.secret_stored => self.record(created.key),
                Some(Ok(_)) | None => None,
                Some(Err(error)) => {
                    self.object(format!("remake: {}", self.shown(&error)));
                    continue;
                }
            };
            let number = key.server_id.0;
            let Some(made) = made else {
                self.object(format!("what was remade of key {number} has no secret"));
                continue;
            };
            self.shopping
                .wishes
                .tell(wish, Told::Done(made.server_id.0));
            self.story
                .count(Counted::Outcome, "lost consumer keys remade at the end");
            if !self.shopping.is_gone(number) || before.gone.contains(&number) {
                self.object(format!("key {number} was remade, and is there"));
            }
            let name = self.shopping.words_of(made.server_id.0);
            if name.is_none_or(|(description, _)| description != key.app_name) {
                self.object(format!("{:?} {number} was remade as another", What::App));
            }
        }
    }
}
