//! What it means when a consumer key looks different from before. No SQL here.

use super::adoption::Sign;
use super::consumer::SeenConsumerKey;
use super::sight::{Judgement, Sight};
use crate::table::key;
use keys::{Act, ConnectionId, ConsumerKey, Key, KeyType, Moment, Presence, ServerAppId};

/// A row of a site's list, and what the site is called: consumer keys stand under its name.
pub(super) struct Row<'a> {
    pub(super) seen: &'a SeenConsumerKey,
    pub(super) site: &'a str,
}

impl Sight for Row<'_> {
    fn server_id(&self) -> ServerAppId {
        self.seen.server_id
    }

    fn name(&self) -> &str {
        &self.seen.description
    }

    fn sign(&self) -> Option<Sign> {
        Some(Sign::Ending(self.seen.ending.clone()))
    }

    /// What a person called it before stays as its local name.
    fn correct(&self, brought_in: &mut Key) {
        brought_in.app_name.clone_from(&self.seen.description);
        if let Some(consumer) = &mut brought_in.consumer {
            consumer.permission = self.seen.permission.or(consumer.permission);
        }
    }

    fn first(&self, connection: ConnectionId, now: Moment) -> Key {
        let seen = self.seen;
        Key {
            store_name: self.site.to_owned(),
            consumer: Some(self.facts(None, now)),
            ..key::fresh(
                connection,
                seen.server_id,
                &seen.description,
                KeyType::Consumer,
                now,
            )
        }
    }

    /// The same number with another ending is another key in its place, as after a site was
    /// restored from an old backup: our pair is not its, and it was not renamed either.
    fn compare(&self, before: &Key, _renewing: bool, now: Moment) -> Judgement {
        let known = before.consumer.as_ref();
        let same = known.filter(|known| known.ending == self.seen.ending);
        let mut after = Key {
            app_name: self.seen.description.clone(),
            store_name: self.site.to_owned(),
            presence: Presence::OnServer,
            consumer: Some(self.facts(same, now)),
            ..before.clone()
        };
        let mut acts = Vec::new();
        if before.presence == Presence::Gone {
            acts.push(Act::BackOnServer);
        }
        let Some(same) = same else {
            after.identifier = None;
            after.secret = None;
            after.check = None;
            after.unreached_at = None;
            acts.push(Act::ReplacedElsewhere);
            return Judgement { after, acts };
        };
        if after.app_name != before.app_name {
            acts.push(Act::RenamedElsewhere);
        }
        let permissions = same.permission.zip(self.seen.permission);
        if permissions.is_some_and(|(before, now)| before != now) {
            acts.push(Act::PermissionChangedElsewhere);
        }
        Judgement { after, acts }
    }
}

impl Row<'_> {
    /// What the row tells, and what it does not as it was known before.
    fn facts(&self, before: Option<&ConsumerKey>, now: Moment) -> ConsumerKey {
        let seen = self.seen;
        let since = before
            .filter(|before| before.last_access.as_ref() == Some(&seen.last_access))
            .and_then(|before| before.last_access_since);
        ConsumerKey {
            permission: seen
                .permission
                .or_else(|| before.and_then(|before| before.permission)),
            owner: Some(seen.owner.clone()),
            ending: seen.ending.clone(),
            last_access: Some(seen.last_access.clone()),
            last_access_since: Some(since.unwrap_or(now)),
            may_change: seen.may_change,
            secret_lost: before.is_some_and(|before| before.secret_lost),
        }
    }
}
