//! Lines for a site's web server that mend what keeps consumer keys from being recognised. They are
//! the same in every language.

use keys::Cause;

/// What such lines are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ServerKind {
    /// Apache, in the site's `.htaccess`, above the block of WordPress.
    Apache,
    /// nginx, beside the other `fastcgi_param` lines.
    Nginx,
    /// `wp-config.php`, above the line that says to stop editing.
    WpConfig,
}

/// Lines to add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerLines {
    /// To what.
    pub where_: ServerKind,
    /// The lines themselves, to be copied as they are.
    pub text: String,
}

/// Apache keeps the header from CGI and `FastCGI`; `CGIPassAuth On` would do as well, but not in
/// every `.htaccess` nor before Apache 2.4.13.
const APACHE: &str = "SetEnvIf Authorization \"(.*)\" HTTP_AUTHORIZATION=$1";

const NGINX: &str = "fastcgi_param HTTP_AUTHORIZATION $http_authorization;";

const WP_CONFIG: &str = "\
if ( ( $_SERVER['HTTP_X_FORWARDED_PROTO'] ?? '' ) === 'https' ) {
    $_SERVER['HTTPS'] = 'on';
}";

/// The lines that mend it, for each kind of server; none where no line does.
pub fn server_lines(cause: &Cause) -> Vec<ServerLines> {
    let kinds: &[ServerKind] = match cause {
        Cause::HeaderStripped => &[ServerKind::Apache, ServerKind::Nginx],
        Cause::HttpsHidden => &[ServerKind::WpConfig],
        Cause::HeaderOrHttps => &[ServerKind::Apache, ServerKind::Nginx, ServerKind::WpConfig],
        _ => &[],
    };
    kinds.iter().map(|kind| lines_of(*kind)).collect()
}

fn lines_of(kind: ServerKind) -> ServerLines {
    let text = match kind {
        ServerKind::Apache => APACHE,
        ServerKind::Nginx => NGINX,
        ServerKind::WpConfig => WP_CONFIG,
    };
    ServerLines {
        where_: kind,
        text: text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{ServerKind, server_lines};
    use keys::Cause;

    fn kinds(cause: &Cause) -> Vec<ServerKind> {
        server_lines(cause)
            .iter()
            .map(|lines| lines.where_)
            .collect()
    }

    #[test]
    fn each_cause_has_the_lines_that_mend_it_and_no_others() {
        use ServerKind::{Apache, Nginx, WpConfig};
        assert_eq!(kinds(&Cause::HeaderStripped), [Apache, Nginx]);
        assert_eq!(kinds(&Cause::HttpsHidden), [WpConfig]);
        assert_eq!(kinds(&Cause::HeaderOrHttps), [Apache, Nginx, WpConfig]);
        for other in [
            Cause::PlainPermalinks,
            Cause::SitePlainHttp,
            Cause::Revoked,
            Cause::Refused,
        ] {
            assert_eq!(kinds(&other), [], "{other:?}");
        }
    }
}
