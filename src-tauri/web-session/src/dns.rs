//! Names to addresses by the system's resolver, with an error type of our own.

use crate::error::NameNotFound;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::io;

/// The system's resolver.
pub(crate) struct SystemNames;

impl Resolve for SystemNames {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await;
            let found: Vec<_> = found.map_err(NameNotFound)?.collect();
            if found.is_empty() {
                return Err(NameNotFound(io::ErrorKind::NotFound.into()).into());
            }
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}
