//! Serving connections, so that they can be cut on purpose.

use std::convert::Infallible;
use std::fmt;
use std::future::{Future, pending};
use std::io;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::Request;
use axum::http::request::Parts;
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;
use tower_service::Service;

use crate::answer::{AskedBy, Note};
use crate::co_op::CoOp;
use crate::faults::FaultKind;
use crate::router;
use crate::shop::Shop;
use crate::site::{Scheme, Site};

/// Serves the practice co-op until `shutdown` is done; open connections are then closed.
pub async fn run(
    listener: TcpListener,
    co_op: CoOp,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    run_site(listener, co_op, None, shutdown).await
}

/// Serves the practice shop over one of its schemes until `shutdown` is done; open connections are
/// then closed. The same shop may be served over both at once.
pub async fn run_shop(
    listener: TcpListener,
    shop: Shop,
    scheme: Scheme,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let door = match scheme {
        Scheme::Http => None,
        Scheme::Https => Some(TlsAcceptor::from(shop.tls())),
    };
    run_site(listener, shop, door, shutdown).await
}

async fn run_site<S: Site>(
    listener: TcpListener,
    site: S,
    door: Option<TlsAcceptor>,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let router = site.router();
    let mut connections = JoinSet::new();
    tokio::pin!(shutdown);
    loop {
        tokio::select! {
            () = &mut shutdown => return Ok(()),
            accepted = listener.accept() => {
                // A connection that is gone before it is accepted concerns nobody else.
                if let Ok((stream, _)) = accepted {
                    connections.spawn(receive(stream, door.clone(), site.clone(), router.clone()));
                }
            }
            Some(_) = connections.join_next() => {}
        }
    }
}

/// Opens the door first, if there is one; who does not come through it is not served.
async fn receive<S: Site>(stream: TcpStream, door: Option<TlsAcceptor>, site: S, router: Router) {
    match door {
        None => serve(stream, Scheme::Http, site, router).await,
        Some(door) => {
            if let Ok(stream) = door.accept(stream).await {
                serve(stream, Scheme::Https, site, router).await;
            }
        }
    }
}

async fn serve<S: Site>(
    stream: impl AsyncRead + AsyncWrite + Unpin,
    scheme: Scheme,
    site: S,
    router: Router,
) {
    let service = service_fn(move |request| {
        // A task of its own: the work goes on when the other side has stopped waiting.
        let handling = tokio::spawn(handle(site.clone(), scheme, router.clone(), request));
        async {
            match handling.await.unwrap_or(Err(Withheld::Cut)) {
                Ok(response) => Ok(response),
                Err(Withheld::Cut) => Err(Cut),
                // Ends with the connection, once the other side goes away.
                Err(Withheld::Held) => pending().await,
            }
        }
    });
    // An error here is a cut, by us or by the other side; the history has what matters.
    let _ = http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

/// The connection is to be closed without a reply.
#[derive(Debug)]
struct Cut;

impl fmt::Display for Cut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the connection is cut on purpose")
    }
}

impl std::error::Error for Cut {}

/// How a request ends that gets no answer.
#[derive(Clone, Copy, Debug)]
enum Withheld {
    /// The connection is closed.
    Cut,
    /// The other side waits until it goes away.
    Held,
}

async fn handle<S: Site>(
    site: S,
    scheme: Scheme,
    router: Router,
    request: Request<Incoming>,
) -> Result<Response, Withheld> {
    let method = request.method().to_string();
    let path = request.uri().path().to_owned();
    let Some((mut head, body)) = whole(request).await else {
        return Ok(site.overlong());
    };
    head.extensions.insert(scheme);
    let mut entry = site.told(scheme, &head, &body);
    let request = Request::from_parts(head, Body::from(body));
    if path.starts_with(S::CONTROLS) {
        return Ok(route(router, request).await);
    }
    let is_spared = |kind: &FaultKind<S::Act>| site.is_spared(kind, &path);
    let due = site.switched_faults().take_due(&method, &path, is_spared);
    let mut notes: Vec<String> = due.iter().map(|kind| kind.as_word().to_owned()).collect();
    let result = answer_with(&site, router, request, &due).await;
    if let Ok(response) | Err((_, Some(response))) = &result {
        let extensions = response.extensions();
        entry.account = extensions.get::<AskedBy>().map(|asked| asked.0.clone());
        notes.extend(extensions.get::<Note>().map(|note| note.0.clone()));
    }
    if let Ok(response) = &result {
        entry.status = response.status().as_u16();
    }
    entry.note = (!notes.is_empty()).then(|| notes.join(", "));
    site.remember_request(entry);
    result.map_err(|(withheld, _)| withheld)
}

/// The request with its body read, as a real server has it before any work begins: what happens
/// to the connection afterwards does not touch the work. `None` when the body is too large or
/// breaks off.
async fn whole(request: Request<Incoming>) -> Option<(Parts, Bytes)> {
    let (head, body) = request.into_parts();
    let body = to_bytes(Body::new(body), router::BODY_LIMIT).await.ok()?;
    Some((head, body))
}

/// The answer, or how it is withheld, with the answer when the work was done.
async fn answer_with<S: Site>(
    site: &S,
    router: Router,
    request: Request<Body>,
    due: &[FaultKind<S::Act>],
) -> Result<Response, (Withheld, Option<Response>)> {
    for kind in due.iter().filter(|kind| !kind.is_after_work()) {
        site.switched_faults().take_effect(kind);
        match kind {
            FaultKind::RefuseConnection | FaultKind::CutBeforeWork => {
                return Err((Withheld::Cut, None));
            }
            FaultKind::Hold { .. } => return Err((Withheld::Held, None)),
            FaultKind::Delay { milliseconds } => wait(*milliseconds).await,
            FaultKind::ExpireSession { remembered } => {
                site.end_sessions(*remembered);
            }
            FaultKind::Act { act } => site.let_act(act),
            FaultKind::DelayAfterWork { .. } | FaultKind::CutAfterWork => {}
            FaultKind::ServerError
            | FaultKind::Garbage
            | FaultKind::LargePage { .. }
            | FaultKind::Redirect { .. }
            | FaultKind::Website
            | FaultKind::Maintenance
            | FaultKind::Status { .. } => return Ok(site.spoilt(kind, request.uri())),
        }
    }
    let response = route(router, request).await;
    for kind in due.iter().filter(|kind| kind.is_after_work()) {
        site.switched_faults().take_effect(kind);
        match kind {
            FaultKind::DelayAfterWork { milliseconds } => wait(*milliseconds).await,
            FaultKind::Hold { .. } => return Err((Withheld::Held, Some(response))),
            _ => return Err((Withheld::Cut, Some(response))),
        }
    }
    Ok(response)
}

async fn wait(milliseconds: u64) {
    tokio::time::sleep(Duration::from_millis(milliseconds)).await;
}

async fn route(mut router: Router, request: Request<Body>) -> Response {
    let response: Result<Response, Infallible> = router.call(request).await;
    match response {
        Ok(response) => response,
        Err(never) => match never {},
    }
}
