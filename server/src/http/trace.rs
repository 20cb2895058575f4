//! What the log tells of requests: everything at the level `debug` but the volunteers' pages, of which it tells nothing.
//! A time beside that path would say when somebody signed up, and with it, who.

use std::time::Duration;

use axum::{
    body::Body,
    http::{Request, Uri},
    response::Response,
};
use tower_http::{classify::ServerErrorsFailureClass, trace};
use tracing::Span;

type Layer = trace::TraceLayer<
    tower_http::classify::SharedClassifier<tower_http::classify::ServerErrorsAsFailures>,
    fn(&Request<Body>) -> Span,
    fn(&Request<Body>, &Span),
    fn(&Response, Duration, &Span),
    trace::DefaultOnBodyChunk,
    trace::DefaultOnEos,
    fn(ServerErrorsFailureClass, Duration, &Span),
>;

pub(super) fn layer() -> Layer {
    trace::TraceLayer::new_for_http()
        .make_span_with(span as fn(&Request<Body>) -> Span)
        .on_request(asked as fn(&Request<Body>, &Span))
        .on_response(answered as fn(&Response, Duration, &Span))
        .on_failure(failed as fn(ServerErrorsFailureClass, Duration, &Span))
}

/// Also where the address is of another page, which leads back to that one.
fn is_told(uri: &Uri) -> bool {
    !uri.to_string().contains("/volunteer")
}

fn span(request: &Request<Body>) -> Span {
    if is_told(request.uri()) {
        tracing::debug_span!("request", method = %request.method(), uri = %request.uri())
    } else {
        Span::none()
    }
}

fn asked(_: &Request<Body>, span: &Span) {
    if !span.is_none() {
        tracing::debug!("asked");
    }
}

fn answered(response: &Response, latency: Duration, span: &Span) {
    if !span.is_none() {
        tracing::debug!(status = response.status().as_u16(), ?latency, "answered");
    }
}

fn failed(class: ServerErrorsFailureClass, latency: Duration, span: &Span) {
    if !span.is_none() {
        tracing::error!(%class, ?latency, "failed to answer a request");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_told_of_volunteers() {
        for path in ["/p/ABC234/volunteer", "/language/es?next=/p/ABC234/volunteer"] {
            let request = Request::builder().uri(path).body(Body::empty()).expect("a request");
            assert!(span(&request).is_none(), "{path}");
        }
        for path in ["/p/ABC234", "/p/ABC234/answer", "/console"] {
            assert!(is_told(&Uri::from_static(path)), "{path}");
        }
    }
}
