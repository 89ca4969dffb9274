//! The HTTP clients behind every browser: one for this machine, one for the rest, and one for
//! each server of this machine whose certificate was named.

use crate::{Error, Limits, dns::SystemNames};
use keys::ServerUrl;
use reqwest::Certificate;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
};

/// Shared clients and their limits. Cloning is cheap; nothing is opened before the first request.
#[derive(Clone)]
pub struct Network(Arc<Clients>);

struct Clients {
    limits: Limits,
    loopback: OnceLock<reqwest::Client>,
    outside: OnceLock<reqwest::Client>,
    /// By origin.
    trusting: Mutex<HashMap<String, reqwest::Client>>,
}

impl Network {
    /// With the usual, polite limits.
    pub fn new() -> Result<Self, Error> {
        Self::with_limits(Limits::default())
    }

    /// With other limits.
    pub fn with_limits(limits: Limits) -> Result<Self, Error> {
        if limits.user_agent.trim().is_empty() {
            return Err(Error::setup("a user agent needs a name"));
        }
        Ok(Self(Arc::new(Clients {
            limits,
            loopback: OnceLock::new(),
            outside: OnceLock::new(),
            trusting: Mutex::default(),
        })))
    }

    /// The limits in force.
    pub fn limits(&self) -> &Limits {
        &self.0.limits
    }

    /// From now on, takes that certificate (DER), and what it signed, and nothing else, from that
    /// server of this machine. Other servers are judged as before; one elsewhere is refused here.
    pub fn trust(&self, server: &ServerUrl, certificate_der: &[u8]) -> Result<(), Error> {
        if !server.is_loopback() || !server.is_https() {
            return Err(Error::setup("only https on this machine may be trusted"));
        }
        let certificate = Certificate::from_der(certificate_der).map_err(Error::from_reqwest)?;
        let client = build(self.limits(), Judge::This(certificate))?;
        self.trusting().insert(server.origin().to_owned(), client);
        Ok(())
    }

    /// Takes the trust back.
    pub fn distrust(&self, server: &ServerUrl) {
        self.trusting().remove(server.origin());
    }

    /// The client for that server. A proxy is never asked for what is on this machine.
    pub(crate) fn client_for(&self, url: &ServerUrl) -> Result<reqwest::Client, Error> {
        if let Some(client) = self.trusting().get(url.origin()) {
            return Ok(client.clone());
        }
        let (kept, judge) = if url.is_loopback() {
            (&self.0.loopback, Judge::SystemOnLoopback)
        } else {
            (&self.0.outside, Judge::System)
        };
        if let Some(client) = kept.get() {
            return Ok(client.clone());
        }
        let client = build(&self.0.limits, judge)?;
        Ok(kept.get_or_init(|| client).clone())
    }

    fn trusting(&self) -> MutexGuard<'_, HashMap<String, reqwest::Client>> {
        // An entry is there or not; a panic elsewhere leaves nothing half done.
        let trusting = self.0.trusting.lock();
        trusting.unwrap_or_else(PoisonError::into_inner)
    }
}

/// Who judges certificates.
enum Judge {
    System,
    SystemOnLoopback,
    This(Certificate),
}

fn build(limits: &Limits, judge: Judge) -> Result<reqwest::Client, Error> {
    // An error means that somebody installed a provider before: then that one serves.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let builder = reqwest::Client::builder()
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
    let builder = match judge {
        Judge::System => builder,
        Judge::SystemOnLoopback => builder.no_proxy(),
        Judge::This(certificate) => builder.no_proxy().tls_certs_only([certificate]),
    };
    builder.build().map_err(Error::setup)
}
