//! A practice shop that is served over http and https at once.

use practice::{Permission, Scheme, Shop, ShopOptions};
use reqwest::tls::Certificate;
use reqwest::{Client, redirect};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::browser::Browser;

/// A running practice shop; it stops when this is dropped.
pub(crate) struct Running {
    pub(crate) shop: Shop,
    /// The site's address over http, with its sub-folder.
    pub(crate) http: String,
    /// The site's address over https.
    pub(crate) https: String,
    _stops: [oneshot::Sender<()>; 2],
}

/// A consumer key and its secret.
pub(crate) type Pair = (String, String);

impl Running {
    pub(crate) async fn start() -> Self {
        Self::start_with(ShopOptions::default()).await
    }

    pub(crate) async fn start_with(options: ShopOptions) -> Self {
        Self::serve(Shop::in_memory_with(options).unwrap()).await
    }

    pub(crate) async fn serve(shop: Shop) -> Self {
        let (http, stop_http) = listen(&shop, Scheme::Http).await;
        let (https, stop_https) = listen(&shop, Scheme::Https).await;
        Self {
            shop,
            http,
            https,
            _stops: [stop_http, stop_https],
        }
    }

    fn client(&self) -> Client {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let certificate = Certificate::from_der(&self.shop.certificate()).unwrap();
        Client::builder()
            .no_proxy()
            .redirect(redirect::Policy::none())
            .tls_certs_only([certificate])
            .build()
            .unwrap()
    }

    /// A browser at the site's https address.
    pub(crate) fn browser(&self) -> Browser {
        Browser::new(self.client(), self.https.clone())
    }

    /// A browser at the site's http address.
    pub(crate) fn plain_browser(&self) -> Browser {
        Browser::new(self.client(), self.http.clone())
    }

    /// A browser in which this account is signed in.
    pub(crate) async fn signed_in(&self, login: &str) -> Browser {
        let mut browser = self.browser();
        let reply = browser.sign_in(login).await;
        assert_eq!(reply.status, 302, "{}", reply.text);
        browser
    }

    /// A key of somebody, made elsewhere.
    pub(crate) fn pair(&self, owner: i64, permission: Permission) -> Pair {
        self.shop.make_key(owner, "Pair", permission).unwrap()
    }
}

async fn listen(shop: &Shop, scheme: Scheme) -> (String, oneshot::Sender<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let base = format!("{}://{address}{}", scheme.as_str(), shop.folder());
    let (end, ended) = oneshot::channel::<()>();
    let shutdown = async {
        let _ = ended.await;
    };
    tokio::spawn(practice::run_shop(listener, shop.clone(), scheme, shutdown));
    (base, end)
}
