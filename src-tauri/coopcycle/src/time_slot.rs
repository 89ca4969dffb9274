//! Time slots: what the WordPress plugin's date picker shows (contract 4.2, 12).

use crate::{Error, Instance, Step, app_owner::Link, pages::Needs, store_list::StoreBody};
use keys::ServerStoreId;
use serde::Deserialize;
use serde_json::json;

/// A time slot of the instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeSlot {
    /// Its server path, as a Store names it.
    pub id: String,
    /// Its name.
    pub name: String,
}

#[derive(Deserialize)]
struct Collection {
    #[serde(rename = "hydra:member", alias = "member")]
    members: Vec<SlotBody>,
}

#[derive(Deserialize)]
struct SlotBody {
    #[serde(rename = "@id")]
    id: String,
    #[serde(default)]
    name: Option<String>,
}

impl Instance {
    /// The time slots to choose from.
    pub async fn time_slots(&self) -> Result<Vec<TimeSlot>, Error> {
        let path = "/api/time_slots?itemsPerPage=100";
        let slots: Collection = self.get_json(path, Needs::Dispatcher).await?;
        let named = slots.members.into_iter().map(|slot| TimeSlot {
            name: slot.name.unwrap_or_default(),
            id: slot.id,
        });
        Ok(named.collect())
    }

    /// Gives a Store its time slot, and judges by what the Store says afterwards.
    pub async fn set_time_slot(&self, store: ServerStoreId, slot: &str) -> Result<(), Error> {
        if !slot.starts_with("/api/time_slots/") {
            return Err(Error::NotFound);
        }
        let path = format!("/api/stores/{}", store.0);
        let has_slot = |store: &StoreBody| store.time_slot.as_ref().map(Link::path) == Some(slot);
        let changed: StoreBody = self.patch_json(&path, &json!({ "timeSlot": slot })).await?;
        if has_slot(&changed) {
            return Ok(());
        }
        // Which of the two keys counts depends on the release; the first of the list leads.
        let others = changed.time_slots.iter().map(Link::path);
        let slots: Vec<_> = std::iter::once(slot)
            .chain(others.filter(|other| *other != slot))
            .collect();
        let _: serde_json::Value = self
            .patch_json(&path, &json!({ "timeSlots": slots }))
            .await?;
        let read_back: StoreBody = self.get_json(&path, Needs::Dispatcher).await?;
        if has_slot(&read_back) {
            Ok(())
        } else {
            Err(Error::Unreadable {
                what: "timeSlot".to_owned(),
                step: Step::Acting,
            })
        }
    }
}
