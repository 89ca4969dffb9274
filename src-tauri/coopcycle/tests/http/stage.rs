//! A server on loopback that answers request by request, as its script says.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use coopcycle::{Instance, Limits, Network};
use keys::ServerUrl;
use std::{
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

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

/// The server, its script and what it was asked.
pub(crate) struct Stage {
    pub(crate) url: ServerUrl,
    pub(crate) network: Network,
    expected: Vec<String>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Stage {
    /// Sets the server up. `{base}` in an answer becomes its address.
    pub(crate) async fn set<const N: usize>(script: [(&str, String); N]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let answers: Vec<_> = script
            .iter()
            .map(|(_, answer)| answer.replace("{base}", &base))
            .collect();
        let expected: Vec<_> = script.iter().map(|(line, _)| (*line).to_owned()).collect();
        tokio::spawn(play(listener, expected.clone(), answers, asked.clone()));
        let limits = Limits {
            step: Duration::from_secs(2),
            ..Limits::default()
        };
        Self {
            url: ServerUrl::parse(&base).unwrap(),
            network: Network::with_limits(limits).unwrap(),
            expected,
            asked,
        }
    }

    /// A client for it.
    pub(crate) fn instance(&self) -> Instance {
        Instance::new(self.url.clone(), &self.network).unwrap()
    }

    /// Everything asked, after making sure that it was what the script says and no more.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        let asked = self.asked.lock().unwrap().clone();
        let lines: Vec<_> = asked.iter().map(|asked| asked.line.clone()).collect();
        assert_eq!(lines, self.expected);
        asked
    }
}

async fn play(
    listener: TcpListener,
    expected: Vec<String>,
    answers: Vec<String>,
    asked: Arc<Mutex<Vec<Asked>>>,
) {
    loop {
        let (mut stream, _) = listener.accept().await.unwrap();
        let Some(request) = read(&mut stream).await else {
            continue;
        };
        let place = {
            let mut asked = asked.lock().unwrap();
            asked.push(request.clone());
            asked.len() - 1
        };
        let answer = if expected.get(place) == Some(&request.line) {
            answers[place].clone()
        } else {
            status("418 Not in the script", "")
        };
        // A client that gave up is no failure of the stage.
        let _ = stream.write_all(answer.as_bytes()).await;
    }
}

async fn read(stream: &mut TcpStream) -> Option<Asked> {
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
        let head = head.to_owned();
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

/// Any answer.
pub(crate) fn status(head: &str, body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 {head}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}")
}

/// A page.
pub(crate) fn html(body: &str) -> String {
    status("200 OK\r\nContent-Type: text/html; charset=UTF-8", body)
}

/// JSON of the flavour that says what it is.
pub(crate) fn json(body: &str) -> String {
    let head = "200 OK\r\nContent-Type: application/ld+json; charset=utf-8";
    status(head, body)
}

/// A redirect with a body, as the server sends it.
pub(crate) fn moved(location: &str) -> String {
    let head = format!("302 Found\r\nContent-Type: text/html\r\nLocation: {location}");
    status(&head, "<meta http-equiv=\"refresh\" content=\"0\">")
}

/// A redirect by the security layer: a whole address.
pub(crate) fn to_login() -> String {
    let answer = moved("@/login");
    // The address has another length than its mark, but only the header holds it.
    answer.replace("@/login", "{base}/login")
}

/// The same to the second factor.
pub(crate) fn to_second_factor() -> String {
    moved("@/2fa").replace("@/2fa", "{base}/2fa")
}

/// A token with that payload.
pub(crate) fn jwt(payload: &str) -> String {
    format!("e30.{}.c2ln", URL_SAFE_NO_PAD.encode(payload))
}

/// The page that tells the user's token.
pub(crate) fn token_of(roles: &str) -> String {
    let payload = format!(r#"{{"iat":1000,"exp":4102444800,"roles":[{roles}],"username":"bob"}}"#);
    let head = "200 OK\r\nContent-Type: application/json";
    status(
        head,
        &format!(r#"{{"jwt":"{}","cent_usr":"bob"}}"#, jwt(&payload)),
    )
}

/// An admin's.
pub(crate) fn admin_token() -> String {
    token_of(r#""ROLE_ADMIN","ROLE_USER""#)
}

/// What an API path says of the signed-in user.
pub(crate) fn me(roles: &str) -> String {
    json(&format!(
        r#"{{"@context":"/api/contexts/User","@id":"/api/users/7","@type":"User","addresses":[],
        "username":"bob","email":"bob@acme.example","roles":[{roles}],"telephone":null}}"#
    ))
}
