//! What a browser holds for us: two secrets, which person of a panel it is and who signed in; and the language that was
//! chosen.

use axum::http::{HeaderMap, HeaderValue};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use visioncast_model::{JoinCode, Language};

use super::visitor::Visitor;
use crate::store::{TokenHash, token_hash};

const SESSION: &str = "session";
/// How long somebody stays signed in, in days: a conference and the weeks of the report after it.
pub(crate) const SESSION_DAYS: i64 = 30;
/// How long a phone knows which person it is, in days: until the next round of the initiative.
const SEAT_DAYS: i64 = 400;

const LANGUAGE: &str = "language";
/// How long a chosen language stays chosen, in days.
const LANGUAGE_DAYS: i64 = 400;

/// The language that was chosen.
pub(crate) fn language(headers: &HeaderMap) -> Option<Language> {
    CookieJar::from_headers(headers).get(LANGUAGE)?.value().parse().ok()
}

/// The header that keeps a choice.
pub(crate) fn keep_language(language: Language, visitor: &Visitor) -> HeaderValue {
    value(LANGUAGE.to_owned(), language.tag(), LANGUAGE_DAYS, visitor)
}

/// The session that a request brings.
pub(crate) fn session(headers: &HeaderMap) -> Option<TokenHash> {
    CookieJar::from_headers(headers)
        .get(SESSION)
        .map(|cookie| token_hash(cookie.value()))
}

/// The seat in that panel that a request brings. Each panel has its own, so that nothing joins a
/// person's panels to each other.
pub(crate) fn seat(headers: &HeaderMap, code: JoinCode) -> Option<TokenHash> {
    seat_token(headers, code).map(|token| token_hash(&token))
}

/// The secret of that seat, which a device may have before it is in.
pub(crate) fn seat_token(headers: &HeaderMap, code: JoinCode) -> Option<String> {
    let jar = CookieJar::from_headers(headers);
    jar.get(&seat_name(code)).map(|cookie| cookie.value().to_owned())
}

/// The header that hands a session out.
pub(crate) fn keep_session(token: &str, visitor: &Visitor) -> HeaderValue {
    value(SESSION.to_owned(), token, SESSION_DAYS, visitor)
}

/// The header that takes it back.
pub(crate) fn drop_session(visitor: &Visitor) -> HeaderValue {
    value(SESSION.to_owned(), "", 0, visitor)
}

/// The header that hands a seat out.
pub(crate) fn keep_seat(token: &str, code: JoinCode, visitor: &Visitor) -> HeaderValue {
    value(seat_name(code), token, SEAT_DAYS, visitor)
}

fn seat_name(code: JoinCode) -> String {
    format!("seat-{code}")
}

fn value(name: String, token: &str, days: i64, visitor: &Visitor) -> HeaderValue {
    let mut cookie = Cookie::build((name, token.to_owned()))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(visitor.secure)
        .build()
        .to_string();
    cookie.push_str(&format!("; Max-Age={}", days * 24 * 60 * 60));
    // Names and tokens are letters, digits, dashes and underscores.
    HeaderValue::from_str(&cookie).unwrap_or_else(|_| HeaderValue::from_static(""))
}
