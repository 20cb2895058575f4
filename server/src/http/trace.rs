//! What the log tells of requests: everything at the level `debug` but the volunteers' pages, of which it tells nothing.
//! A time beside that path would say when somebody signed up, and with it, who.

use std::time::Duration;

use axum::{body::Body, http::Request, response::Response};
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

fn is_told(path: &str) -> bool {
    !(path.starts_with("/p/") && path.trim_end_matches('/').ends_with("/volunteer"))
}

fn span(request: &Request<Body>) -> Span {
    if is_told(request.uri().path()) {
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
        for path in ["/p/ABC234/volunteer", "/p/ABC234/volunteer/"] {
            let request = Request::builder().uri(path).body(Body::empty()).expect("a request");
            assert!(span(&request).is_none(), "{path}");
        }
        assert!(is_told("/p/ABC234") && is_told("/p/ABC234/answer") && is_told("/console"));
    }
}
