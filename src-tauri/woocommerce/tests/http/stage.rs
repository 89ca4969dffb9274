//! A site on loopback that answers request by request, as its script says.

use keys::{Permalinks, ServerUrl, SiteFacts};
use std::{
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::TcpListener,
};
use tokio_rustls::{TlsAcceptor, rustls};
use woocommerce::{Limits, Network, Site};

/// A request as it came in.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    /// Method, path and query.
    pub(crate) line: String,
    /// Headers, names in lower case.
    pub(crate) head: String,
    /// Body.
    pub(crate) body: String,
}

/// What the site says. `{base}` becomes its address with the folder, `{folder}` the folder.
#[derive(Clone)]
pub(crate) struct Answer {
    head: String,
    body: String,
    ending: Ending,
}

#[derive(Clone, Copy)]
enum Ending {
    Whole,
    Cut,
    Silence,
}

impl Answer {
    /// With a header more.
    pub(crate) fn with(mut self, header: &str) -> Self {
        self.head.push_str("\r\n");
        self.head.push_str(header);
        self
    }

    /// The connection ends before all of it came.
    pub(crate) fn cut_short(mut self) -> Self {
        self.ending = Ending::Cut;
        self
    }

    /// The connection ends without a word.
    pub(crate) fn silence() -> Self {
        let mut answer = status("", "");
        answer.ending = Ending::Silence;
        answer
    }

    fn written(&self, base: &str, folder: &str) -> String {
        let fill = |text: &str| text.replace("{base}", base).replace("{folder}", folder);
        let body = fill(&self.body);
        let length = body.len();
        let head = fill(&self.head);
        let mut all = format!(
            "HTTP/1.1 {head}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}"
        );
        match self.ending {
            Ending::Whole => {}
            Ending::Cut => all.truncate(all.len() - 20),
            Ending::Silence => all.clear(),
        }
        all
    }
}

/// One expected request, without the folder, and the answer to it.
pub(crate) type Line = (String, Answer);

/// The site, its script and what it was asked.
pub(crate) struct Stage {
    pub(crate) url: ServerUrl,
    pub(crate) network: Network,
    expected: Vec<String>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Stage {
    /// A site at the root of its host, over http.
    pub(crate) async fn set(script: Vec<Line>) -> Self {
        Self::set_in("", script).await
    }

    /// A site in a folder, over http.
    pub(crate) async fn set_in(folder: &str, script: Vec<Line>) -> Self {
        Self::build(folder, script, None).await
    }

    /// A site over https, whose certificate its network trusts.
    pub(crate) async fn set_safe(script: Vec<Line>) -> Self {
        Self::set_safe_in("", script).await
    }

    /// The same in a folder.
    pub(crate) async fn set_safe_in(folder: &str, script: Vec<Line>) -> Self {
        let (acceptor, certificate) = certified();
        let stage = Self::build(folder, script, Some(acceptor)).await;
        stage.network.trust(&stage.url, &certificate).unwrap();
        stage
    }

    async fn build(folder: &str, script: Vec<Line>, safe: Option<TlsAcceptor>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let scheme = if safe.is_some() { "https" } else { "http" };
        let base = format!("{scheme}://{}{folder}", listener.local_addr().unwrap());
        let in_folder = |line: &str| line.replacen(" /", &format!(" {folder}/"), 1);
        let expected: Vec<_> = script.iter().map(|(line, _)| in_folder(line)).collect();
        let answers = script
            .iter()
            .map(|(_, answer)| answer.written(&base, folder))
            .collect();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let play = Play {
            expected: expected.clone(),
            answers,
            asked: asked.clone(),
        };
        tokio::spawn(play.begin(listener, safe));
        let limits = Limits {
            step: Duration::from_secs(5),
            ..Limits::default()
        };
        Self {
            url: ServerUrl::parse_site(&base).unwrap(),
            network: Network::with_limits(limits).unwrap(),
            expected,
            asked,
        }
    }

    /// A client for it.
    pub(crate) fn site(&self) -> Site {
        self.site_with_login(None)
    }

    /// A client that knows of a moved login page.
    pub(crate) fn site_with_login(&self, login: Option<&str>) -> Site {
        let facts = SiteFacts {
            permalinks: Permalinks::Pretty,
            login_path: login.map(str::to_owned),
            wordpress: None,
            woocommerce: None,
        };
        Site::new(self.url.clone(), &facts, &self.network).unwrap()
    }

    /// Everything asked, after making sure that it was what the script says and no more.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        let asked = self.asked.lock().unwrap().clone();
        let lines: Vec<_> = asked.iter().map(|asked| asked.line.clone()).collect();
        assert_eq!(lines, self.expected);
        asked
    }
}

struct Play {
    expected: Vec<String>,
    answers: Vec<String>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Play {
    async fn begin(self, listener: TcpListener, safe: Option<TlsAcceptor>) {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            match &safe {
                None => self.serve(stream).await,
                Some(acceptor) => {
                    if let Ok(stream) = acceptor.accept(stream).await {
                        self.serve(stream).await;
                    }
                }
            }
        }
    }

    async fn serve(&self, mut stream: impl AsyncRead + AsyncWrite + Unpin) {
        let Some(request) = read(&mut stream).await else {
            return;
        };
        let place = {
            let mut asked = self.asked.lock().unwrap();
            asked.push(request.clone());
            asked.len() - 1
        };
        let answer = if self.expected.get(place) == Some(&request.line) {
            self.answers[place].clone()
        } else {
            status("418 Not in the script", "").written("", "")
        };
        // A client that gave up is no failure of the stage.
        let _ = stream.write_all(answer.as_bytes()).await;
        let _ = stream.shutdown().await;
    }
}

async fn read(stream: &mut (impl AsyncRead + Unpin)) -> Option<Asked> {
    let mut bytes = Vec::new();
    loop {
        let mut chunk = [0; 8192];
        let count = stream.read(&mut chunk).await.ok()?;
        if count == 0 {
            return None;
        }
        bytes.extend_from_slice(&chunk[..count]);
        let text = String::from_utf8(bytes.clone()).ok()?;
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            continue;
        };
        let length = head
            .to_lowercase()
            .lines()
            .find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
        if body.len() >= length.unwrap_or(0) {
            let (line, headers) = head.split_once("\r\n")?;
            return Some(Asked {
                line: line.trim_end_matches(" HTTP/1.1").to_owned(),
                head: headers.to_owned(),
                body: body.to_owned(),
            });
        }
    }
}

/// A server's side of TLS, and the certificate it shows.
fn certified() -> (TlsAcceptor, Vec<u8>) {
    let made = rcgen::generate_simple_self_signed(vec!["127.0.0.1".to_owned()]).unwrap();
    let key = rustls::pki_types::PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key.into())
        .unwrap();
    let certificate = made.cert.der().to_vec();
    (TlsAcceptor::from(Arc::new(config)), certificate)
}

/// A line of a script.
pub(crate) fn line(request: &str, answer: Answer) -> Line {
    (request.to_owned(), answer)
}

/// Any answer.
pub(crate) fn status(head: &str, body: &str) -> Answer {
    Answer {
        head: head.to_owned(),
        body: body.to_owned(),
        ending: Ending::Whole,
    }
}

/// A page.
pub(crate) fn html(body: &str) -> Answer {
    status("200 OK\r\nContent-Type: text/html; charset=UTF-8", body)
}

/// JSON.
pub(crate) fn json(body: &str) -> Answer {
    let head = "200 OK\r\nContent-Type: application/json; charset=UTF-8";
    status(head, body)
}

/// A JSON error of a REST route.
pub(crate) fn rest_error(head: &str, code: &str) -> Answer {
    let number = head.split(' ').next().unwrap();
    let head = format!("{head}\r\nContent-Type: application/json; charset=UTF-8");
    let body = format!(r#"{{"code":"{code}","message":"Désolé.","data":{{"status":{number}}}}}"#);
    status(&head, &body)
}

/// A redirect.
pub(crate) fn moved(location: &str) -> Answer {
    status("302 Found\r\nContent-Type: text/html", "").with(&format!("Location: {location}"))
}

/// What every page of the administration answers to somebody who is not signed in.
pub(crate) fn to_login() -> Answer {
    moved("{base}/wp-login.php?redirect_to=x&reauth=1")
}

/// WordPress's own error page.
pub(crate) fn died(head: &str) -> Answer {
    let head = format!("{head}\r\nContent-Type: text/html; charset=UTF-8");
    let body = "<html><head><title>Erreur</title></head><body id=\"error-page\">\
        <div class=\"wp-die-message\">Désolé.</div></body></html>";
    status(&head, body)
}
