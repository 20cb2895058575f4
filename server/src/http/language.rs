//! In which language somebody is answered: found out once for each request, and known to whatever answers it.

use axum::{
    extract::{Path, Query, Request},
    http::{HeaderMap, Method, Uri, header},
    middleware::Next,
    response::{IntoResponse as _, Redirect, Response},
};
use serde::Deserialize;
use visioncast_app::{Asked, language::speaking, paths};
use visioncast_model::Language;

use super::{cookies, visitor::Visitor};

tokio::task_local! {
    static ASKED: Asked;
}

/// Answers a request in the language of whoever asks.
pub(super) async fn answer(request: Request, next: Next) -> Response {
    let asked = Asked {
        language: language(request.uri(), request.headers()),
        here: here(request.method(), request.uri()),
    };
    ASKED.scope(asked, next.run(request)).await
}

/// Who asks for what is being answered.
pub(super) fn asked() -> Asked {
    ASKED.try_with(Asked::clone).unwrap_or(Asked {
        language: Language::default(),
        here: None,
    })
}

/// Says something in the language of whoever asks.
pub(super) fn said<T>(say: impl FnOnce() -> T) -> T {
    speaking(asked().language, say)
}

/// What the address says (`lang`, for a projector that somebody else opens), else what was chosen, else what the browser
/// asks for.
fn language(uri: &Uri, headers: &HeaderMap) -> Language {
    let fields = uri.query().unwrap_or_default().split('&');
    let wanted = fields.filter_map(|field| field.strip_prefix(LANGUAGE)).next();
    let accepted = headers.get(header::ACCEPT_LANGUAGE);
    wanted
        .and_then(|tag| tag.parse().ok())
        .or_else(|| cookies::language(headers))
        .or_else(|| preferred(accepted?.to_str().ok()?))
        .unwrap_or_default()
}

const LANGUAGE: &str = "lang=";

/// The language that an `Accept-Language` ranks highest among those that are spoken here (RFC 9110, 12.5.4).
fn preferred(accepted: &str) -> Option<Language> {
    let ranked = accepted.split(',').filter_map(|range| {
        let (tag, weight) = range.split_once(';').unwrap_or((range, "q=1"));
        let weight: f32 = weight.trim().strip_prefix("q=")?.parse().ok()?;
        let language = tag.trim().parse().ok()?;
        (weight > 0.0).then_some((language, weight))
    });
    // Of equals, the first.
    let best = ranked.reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.map(|(language, _)| language)
}

/// Where another language may be chosen: on a page that can be asked for again.
fn here(method: &Method, uri: &Uri) -> Option<String> {
    let path = match uri.path() {
        // There it would be about a code that was not typed.
        paths::FIND => paths::WELCOME,
        path => path,
    };
    let query = uri
        .query()
        .filter(|query| path == uri.path() && !query.contains(LANGUAGE));
    (method == Method::GET).then(|| match query {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    })
}

/// Whether an address is a path of this site, and can be gone on to.
pub(super) fn is_path(next: &str) -> bool {
    next.starts_with('/')
        && !next.starts_with("//")
        && next.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')
}

#[derive(Deserialize)]
pub(super) struct Chosen {
    #[serde(default)]
    next: String,
}

/// Another language from now on.
pub(super) async fn choose(
    visitor: Visitor,
    Path(tag): Path<String>,
    Query(Chosen { next }): Query<Chosen>,
) -> Response {
    let next = if is_path(&next) { &next } else { paths::WELCOME };
    let to_next = Redirect::to(next);
    match tag.parse() {
        Ok(language) => {
            let kept = cookies::keep_language(language, &visitor);
            ([(header::SET_COOKIE, kept)], to_next).into_response()
        }
        Err(_) => to_next.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_language_that_is_spoken_here_is_taken() {
        for (accepted, language) in [
            ("es", Some(Language::Spanish)),
            ("es-MX,es;q=0.9,en;q=0.8", Some(Language::Spanish)),
            ("en-GB,en;q=0.9,es;q=0.8", Some(Language::English)),
            ("en;q=0.3, es;q=0.7", Some(Language::Spanish)),
            ("fr,de;q=0.9,es;q=0.1", Some(Language::Spanish)),
            ("es;q=0,en;q=0.1", Some(Language::English)),
            ("fr-CA,fr;q=0.9,*;q=0.5", None),
            ("es;q=nonsense;;,", None),
            ("", None),
        ] {
            assert_eq!(preferred(accepted), language, "{accepted}");
        }
    }

    #[test]
    fn nobody_is_led_to_another_site() {
        for path in ["/", "/p/K7M2PQ", "/console/K7M2PQ/ideas?page=1&prompt=2"] {
            assert!(is_path(path), "{path}");
        }
        for elsewhere in [
            "",
            "p",
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "/a\r\nb",
            "/ñ",
        ] {
            assert!(!is_path(elsewhere), "{elsewhere}");
        }
    }

    #[test]
    fn a_language_is_chosen_where_one_is() {
        let at = |method: Method, uri: &str| here(&method, &uri.parse().expect("an address"));
        assert_eq!(at(Method::GET, "/p/K7M2PQ").as_deref(), Some("/p/K7M2PQ"));
        assert_eq!(at(Method::GET, "/a?page=1").as_deref(), Some("/a?page=1"));
        assert_eq!(at(Method::GET, "/a?lang=es").as_deref(), Some("/a"));
        assert_eq!(at(Method::GET, "/find?code=22").as_deref(), Some("/"));
        assert_eq!(at(Method::POST, "/p/K7M2PQ/answer"), None);
    }
}
