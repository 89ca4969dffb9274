//! The answers that failures put in place of the real one.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::http::Uri;
use axum::response::Response;
use http_body::{Frame, SizeHint};

use crate::answer;
use crate::faults::FaultKind;

/// What a failure answers where every server would answer the same; `None` where each has its own.
pub(crate) fn answer<A>(kind: &FaultKind<A>) -> Option<Response> {
    match kind {
        FaultKind::Garbage => Some(garbage()),
        FaultKind::LargePage { bytes } => Some(large_page(*bytes)),
        FaultKind::Website => Some(answer::html(200, WEBSITE.to_owned())),
        _ => None,
    }
}

/// The status of a failure that has none of its own, or one that no server gives, is 500.
pub(crate) fn status<A>(kind: &FaultKind<A>) -> u16 {
    match kind {
        FaultKind::Status { status } if (200..600).contains(status) => *status,
        _ => 500,
    }
}

/// Where a redirect leads: an address with a path is meant exactly.
pub(crate) fn target(to: &str, asked: &Uri) -> String {
    let place = to.split_once("://").map_or(to, |(_, place)| place);
    if place.contains('/') {
        return to.to_owned();
    }
    let rest = asked.path_and_query().map_or("/", |rest| rest.as_str());
    format!("{to}{rest}")
}

/// The site of some shop.
const WEBSITE: &str = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n    \
    <meta charset=\"UTF-8\">\n    <title>The Spoke: repairs and coffee (practice)</title>\n    \
    <link rel=\"stylesheet\" href=\"/style.css\">\n</head>\n<body>\n    \
    <nav><a href=\"/\">Home</a> <a href=\"/opening-hours\">Opening hours</a> \
    <a href=\"/contact\">Contact</a></nav>\n    <h1>The Spoke</h1>\n    \
    <p>We mend bicycles and brew coffee. Ask us about our newsletter.</p>\n    \
    <form action=\"/newsletter\" method=\"post\"><input type=\"email\" name=\"email\"> \
    <button>Subscribe</button></form>\n</body>\n</html>\n";

fn garbage() -> Response {
    let bytes: Vec<u8> = (0..64).flat_map(|_| (128..=255).rev()).collect();
    answer::with_body(200, "text/html; charset=UTF-8", bytes)
}

fn large_page(bytes: u64) -> Response {
    answer::with_body(
        200,
        "text/html; charset=UTF-8",
        Body::new(Padding { left: bytes }),
    )
}

/// So many spaces, made as they are sent.
struct Padding {
    left: u64,
}

/// Spaces are sent in pieces of this size.
const PIECE: &[u8] = &[b' '; 1 << 14];

impl HttpBody for Padding {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.left == 0 {
            return Poll::Ready(None);
        }
        let length = usize::try_from(self.left)
            .unwrap_or(usize::MAX)
            .min(PIECE.len());
        self.left -= length as u64;
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(&PIECE[..length])))))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::new()
    }
}
