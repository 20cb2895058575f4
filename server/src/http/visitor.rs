//! Who asks, and by which name they know this site.

use std::net::IpAddr;

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, Method, header, request::Parts},
    response::{IntoResponse as _, Redirect, Response},
};
use visioncast_app::paths;

use super::{App, Peer, cookies, reply};
use crate::{
    live::now,
    store::{Account, StoreError},
};

/// Where this site is.
#[derive(Debug)]
pub(crate) struct Site {
    /// Its public address (`https://panel.example.org`), where one was set.
    pub(crate) public_url: Option<String>,
    /// Whether a proxy in front says who asks, in `X-Forwarded-For` and `X-Forwarded-Proto`.
    pub(crate) behind_proxy: bool,
    /// The address of this machine on the local network, for phones that cannot know it.
    pub(crate) local: Option<String>,
}

/// Somebody who asks.
#[derive(Clone, Debug)]
pub(crate) struct Visitor {
    /// From where.
    pub(crate) address: IpAddr,
    /// The origin by which they know this site.
    pub(crate) origin: String,
    /// Whether they came over TLS.
    pub(crate) secure: bool,
}

impl Visitor {
    /// The origin that other phones can reach: never this machine's own name for itself.
    pub(crate) fn origin_for_phones(&self, site: &Site) -> String {
        let host = self.origin.split("://").nth(1).unwrap_or_default();
        let own = ["127.0.0.1", "localhost", "[::1]"];
        match &site.local {
            Some(local) if own.iter().any(|own| host.starts_with(own)) => local.clone(),
            _ => self.origin.clone(),
        }
    }
}

/// An origin as people type it: without its scheme.
pub(super) fn host(origin: &str) -> &str {
    origin.split_once("://").map_or(origin, |(_, host)| host)
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let ConnectInfo(peer) = ConnectInfo::<Peer>::from_request_parts(parts, app)
            .await
            .map_err(|error| error.into_response())?;
        Ok(visitor(&parts.headers, peer.ip(), &app.site))
    }
}

fn visitor(headers: &HeaderMap, peer: IpAddr, site: &Site) -> Visitor {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let forwarded = |name: &str| if site.behind_proxy { text(name) } else { None };
    // The proxy appends whom it saw; what stands before that anybody may have written.
    let address = forwarded("x-forwarded-for")
        .and_then(|list| list.rsplit(',').next())
        .and_then(|last| last.trim().parse().ok())
        .unwrap_or(peer);
    let scheme = if forwarded("x-forwarded-proto") == Some("https") {
        "https"
    } else {
        "http"
    };
    let host = text(header::HOST.as_str()).unwrap_or("localhost");
    let origin = site.public_url.clone().unwrap_or_else(|| format!("{scheme}://{host}"));
    Visitor {
        address,
        secure: origin.starts_with("https:"),
        origin,
    }
}

/// A facilitator who signed in; everybody else is led to the form.
pub(crate) struct Facilitator(pub(crate) Account);

impl FromRequestParts<App> for Facilitator {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        // Whoever passed the table of permissions is known already.
        if let Some(account) = parts.extensions.get::<Account>() {
            return Ok(Self(account.clone()));
        }
        match signed_in(app, &parts.headers).await {
            Ok(Some(account)) => Ok(Self(account)),
            Ok(None) => {
                // A form leads back to the list, a page to itself.
                let next = match parts.method {
                    Method::GET => parts.uri.path(),
                    _ => paths::PANELS,
                };
                Err(Redirect::to(&format!("{}?next={next}", paths::SIGN_IN)).into_response())
            }
            Err(error) => Err(reply::unavailable(app, &error)),
        }
    }
}

/// The facilitator whose session a request brings.
pub(super) async fn signed_in(app: &App, headers: &HeaderMap) -> Result<Option<Account>, StoreError> {
    match cookies::session(headers) {
        Some(token) => app.rooms.store.session(token, now()).await,
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(behind_proxy: bool) -> Visitor {
        let mut headers = HeaderMap::new();
        headers.insert("host", "panel.example.org".parse().expect("a header"));
        headers.insert(
            "x-forwarded-for",
            "203.0.113.9, 198.51.100.4".parse().expect("a header"),
        );
        headers.insert("x-forwarded-proto", "https".parse().expect("a header"));
        let site = Site {
            public_url: None,
            behind_proxy,
            local: None,
        };
        visitor(&headers, IpAddr::from([10, 0, 0, 1]), &site)
    }

    #[test]
    fn only_a_trusted_proxy_says_who_asks() {
        let direct = seen(false);
        assert_eq!(direct.address, IpAddr::from([10, 0, 0, 1]));
        assert!(!direct.secure);
        let behind = seen(true);
        assert_eq!(behind.address, IpAddr::from([198, 51, 100, 4]));
        assert!(behind.secure);
        assert_eq!(behind.origin, "https://panel.example.org");
    }
}
