//! WooCommerce sites and consumer keys.

use super::words::permission;
use contract::{
    CodeSource, ConsumerKeyView, Permalinks, RevokeReport, ServerKind, ServerLines, SiteUser,
    SiteView,
};
use keys::{Key, KeyId, ServerUrl, SiteFacts};
use operations::{Context, Revocations};

/// What a connection's site is.
pub(crate) fn site(url: &ServerUrl, facts: &SiteFacts) -> SiteView {
    SiteView {
        permalinks: match facts.permalinks {
            keys::Permalinks::Pretty => Permalinks::Pretty,
            keys::Permalinks::Plain => Permalinks::Plain,
        },
        wordpress: facts.wordpress.clone(),
        woocommerce: facts.woocommerce.clone(),
        https: url.is_https(),
    }
}

/// Where a code comes from.
pub(crate) fn code_source(source: woocommerce::CodeSource) -> CodeSource {
    match source {
        woocommerce::CodeSource::Mail => CodeSource::Mail,
        woocommerce::CodeSource::App => CodeSource::App,
        woocommerce::CodeSource::Backup => CodeSource::Backup,
        woocommerce::CodeSource::Other => CodeSource::Other,
    }
}

/// A user of the site.
pub(crate) fn site_user(user: woocommerce::SiteUser) -> SiteUser {
    SiteUser {
        id: user.id.0,
        label: user.label,
    }
}

/// What became of keys that were to be revoked.
pub(crate) fn revocations(told: &Revocations) -> RevokeReport {
    let numbers = |keys: &[KeyId]| keys.iter().map(|key| key.0).collect();
    RevokeReport {
        revoked: numbers(&told.revoked),
        already_gone: numbers(&told.already_gone),
        not_allowed: numbers(&told.not_allowed),
    }
}

/// What is known of a consumer key beside its row.
pub(crate) fn consumer(key: &Key) -> Option<ConsumerKeyView> {
    let known = key.consumer.as_ref()?;
    Some(ConsumerKeyView {
        never_used: known
            .last_access
            .as_ref()
            .is_some_and(keys::LastAccess::is_never),
        last_access_since: known.last_access_since.map(|at| at.0),
        may_change: known.may_change,
        secret_lost: known.secret_lost,
    })
}

/// What a row tells of a consumer key.
pub(crate) struct ConsumerRow {
    pub(crate) ending: Option<String>,
    pub(crate) permission: Option<contract::Permission>,
    pub(crate) owner: Option<String>,
    pub(crate) last_access: Option<String>,
    pub(crate) unused: bool,
}

/// The same, empty for other keys.
pub(crate) fn consumer_row(rooms: &Context, key: &Key) -> ConsumerRow {
    let known = key.consumer.as_ref();
    ConsumerRow {
        ending: known.map(|known| known.ending.clone()),
        permission: known.and_then(|known| known.permission).map(permission),
        owner: known
            .and_then(|known| known.owner.as_ref())
            .map(|owner| owner.name.clone()),
        last_access: known
            .and_then(|known| known.last_access.as_ref())
            .map(|access| access.as_str().to_owned()),
        unused: inventory::unused_since(key, rooms.now()).is_some(),
    }
}

/// Exact lines against the first cause.
pub(crate) fn lines(diagnosis: &keys::Diagnosis) -> Vec<ServerLines> {
    let first = diagnosis.causes.first();
    let lines = first.map(|(cause, _)| handover::server_lines(cause));
    let lines = lines.unwrap_or_default().into_iter();
    lines
        .map(|lines| ServerLines {
            server: match lines.where_ {
                handover::ServerKind::Apache => ServerKind::Apache,
                handover::ServerKind::Nginx => ServerKind::Nginx,
                handover::ServerKind::WpConfig => ServerKind::WpConfig,
            },
            text: lines.text,
        })
        .collect()
}
