//! The HTTP clients behind every browser: one for this machine, one for the rest.

use crate::{Error, Limits, dns::SystemNames};
use keys::ServerUrl;
use std::sync::{Arc, OnceLock};

/// Shared clients and their limits. Cloning is cheap; nothing is opened before the first request.
#[derive(Clone)]
pub struct Network(Arc<Clients>);

struct Clients {
    limits: Limits,
    loopback: OnceLock<reqwest::Client>,
    outside: OnceLock<reqwest::Client>,
}

impl Network {
    /// Clients with those limits.
    pub fn new(limits: Limits) -> Self {
        Self(Arc::new(Clients {
            limits,
            loopback: OnceLock::new(),
            outside: OnceLock::new(),
        }))
    }

    /// The limits in force.
    pub fn limits(&self) -> &Limits {
        &self.0.limits
    }

    /// The client for that server. A proxy is never asked for what is on this machine.
    pub(crate) fn client_for(&self, url: &ServerUrl) -> Result<reqwest::Client, Error> {
        let on_loopback = url.is_loopback();
        let kept = if on_loopback {
            &self.0.loopback
        } else {
            &self.0.outside
        };
        if let Some(client) = kept.get() {
            return Ok(client.clone());
        }
        let client = build(&self.0.limits, on_loopback)?;
        Ok(kept.get_or_init(|| client).clone())
    }
}

fn build(limits: &Limits, on_loopback: bool) -> Result<reqwest::Client, Error> {
    // An error means that somebody installed a provider before: then that one serves.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut builder = reqwest::Client::builder()
        .connect_timeout(limits.connect)
        .timeout(limits.step)
        .user_agent(&limits.user_agent)
        // Sign-in, second factor and success all look like a redirect: each is judged by itself.
        .redirect(reqwest::redirect::Policy::none())
        .referer(false)
        // A creating request is never repeated behind our back.
        .retry(reqwest::retry::never())
        // Shorter than any server's own limit, so that a kept connection is rarely a dead one.
        .pool_idle_timeout(std::time::Duration::from_secs(4))
        .dns_resolver(SystemNames);
    if on_loopback {
        builder = builder.no_proxy();
    }
    builder.build().map_err(Error::setup)
}
