//! The shop's own certificate: made when the shop is opened, kept in memory, trusted by nobody.

use std::sync::Arc;

use rcgen::{CertifiedKey, generate_simple_self_signed};
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

use crate::error::Error;

/// The names it is good for.
const NAMES: [&str; 3] = ["localhost", "127.0.0.1", "::1"];

/// A certificate with what serving it needs.
pub(crate) struct Certificate {
    pub(crate) der: Vec<u8>,
    pub(crate) tls: Arc<ServerConfig>,
}

impl Certificate {
    /// A new one.
    pub(crate) fn make() -> Result<Self, Error> {
        let names = NAMES.map(str::to_owned).to_vec();
        let CertifiedKey { cert, signing_key } =
            generate_simple_self_signed(names).map_err(|error| Error::Certificate(error.into()))?;
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(signing_key.serialize_der()));
        // The provider is named, so that nothing depends on which one the program installs.
        let mut tls = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .and_then(|builder| {
                builder
                    .with_no_client_auth()
                    .with_single_cert(vec![cert.der().clone()], key)
            })
            .map_err(|error| Error::Certificate(error.into()))?;
        tls.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Self {
            der: cert.der().to_vec(),
            tls: Arc::new(tls),
        })
    }
}
