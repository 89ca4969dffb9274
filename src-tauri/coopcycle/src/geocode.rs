//! Finding the point of an address by the instance's own means (contract 4.5).

use crate::{Error, Instance, Step, json, pages::judge_status};
use keys::Position;
use serde::Deserialize;
use web_session::Request;

#[derive(Deserialize)]
struct Point {
    latitude: Number,
    longitude: Number,
}

/// Numbers come bare or as text.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Number {
    Bare(f64),
    Text(String),
}

impl Number {
    pub(crate) fn value(&self) -> Option<f64> {
        let value = match self {
            Self::Bare(value) => Some(*value),
            Self::Text(text) => text.trim().parse().ok(),
        };
        value.filter(|value: &f64| value.is_finite())
    }
}

/// A point from two numbers, if they can be one.
pub(crate) fn position(latitude: &Number, longitude: &Number) -> Option<Position> {
    let (latitude, longitude) = (latitude.value()?, longitude.value()?);
    let is_on_earth = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
    is_on_earth.then_some(Position {
        latitude,
        longitude,
    })
}

impl Instance {
    /// The one point the instance finds. It may take seconds: ask once per confirmed address.
    pub async fn geocode(&self, address: &str) -> Result<Position, Error> {
        let address = address.trim();
        if address.is_empty() {
            // The server would fall over.
            return Err(Error::AddressNotFound);
        }
        let request = Request::get("/search/geocode")
            .query("address", address)
            .accept("application/json");
        let reply = self.send(request, Step::Reading).await?;
        // Nothing found, no provider and a failed provider all look the same.
        if reply.status == 400 {
            return Err(Error::AddressNotFound);
        }
        judge_status(reply.status, Step::Reading)?;
        let point: Point = json::read(&reply, "/search/geocode", Step::Reading)?;
        position(&point.latitude, &point.longitude)
            .ok_or_else(|| Error::unreadable("/search/geocode"))
    }
}
