//! Reading a body no further than the limit.

use crate::Error;
use zeroize::Zeroizing;

/// Reads all, or fails as soon as it is too much.
pub(crate) async fn read(
    mut response: reqwest::Response,
    limit: usize,
) -> Result<Zeroizing<Vec<u8>>, Error> {
    let announced = response
        .content_length()
        .and_then(|length| usize::try_from(length).ok());
    if announced.is_some_and(|length| length > limit) {
        return Err(Error::too_large(limit));
    }
    // Room for all of it from the start, so that growing leaves no copies behind.
    let mut body = Zeroizing::new(Vec::with_capacity(announced.unwrap_or(64 * 1024)));
    while let Some(chunk) = response.chunk().await.map_err(Error::from_reqwest)? {
        if body.len() + chunk.len() > limit {
            return Err(Error::too_large(limit));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}
