//! The site over HTTP: pages, forms, files and the way onto the socket.

mod access;
mod agenda;
mod along;
mod assets;
mod attendee;
mod board;
mod cookies;
mod door;
mod editions;
mod export;
mod form;
mod framework;
mod ideas;
mod initiative;
mod initiative_forms;
mod language;
mod links;
mod mine;
mod moderation;
mod permission;
mod pile;
mod projector;
mod proposals;
mod replay;
mod reply;
mod report;
mod socket;
mod staff;
mod suggestions;
mod themes;
mod ticket;
mod trace;
mod visitor;
mod volunteer;
mod wipe;

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderName, HeaderValue, header},
    middleware,
    routing::{get, post},
};
use tower_http::{
    CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer, csrf::CsrfLayer,
    set_header::SetResponseHeaderLayer, timeout::TimeoutLayer,
};
use visioncast_app::{Assets, paths};
use visioncast_model::Deed;

use self::permission::demand;
use crate::{limits::Limits, live::Rooms, press::Press};

pub(crate) use assets::load as load_assets;
pub(crate) use pile::Piles;
pub(crate) use visitor::Site;

/// The largest form: a paper sheet of thousands of choices fits.
const FORM_BYTES: usize = 1024 * 1024;
/// How hard pages are compressed: beyond, it costs the server more than it spares the phones.
const PAGES: CompressionLevel = CompressionLevel::Precise(5);
/// How long a request may take; sockets are no requests once they are upgraded.
const REQUEST: Duration = Duration::from_secs(60);

/// What every handler may use.
#[derive(Clone)]
pub(crate) struct App {
    pub(crate) rooms: Rooms,
    pub(crate) limits: Arc<Limits>,
    pub(crate) assets: Arc<Assets>,
    pub(crate) site: Arc<Site>,
    /// Tickets for the doors of this node.
    pub(crate) piles: Arc<Piles>,
    /// Where reports are made.
    pub(crate) press: Press,
}

/// All routes.
///
/// # Errors
/// Where the public address is no origin.
pub(crate) fn router(app: App) -> anyhow::Result<Router> {
    let mut csrf = CsrfLayer::new();
    if let Some(origin) = &app.site.public_url {
        csrf = csrf.add_trusted_origin(origin)?;
    }
    let code = "{code}";
    let may = |deed, routes| demand(&app, deed, routes);
    let site = Router::new()
        .route(paths::WELCOME, get(attendee::welcome))
        .route(paths::FIND, get(attendee::find))
        .route(&format!("{}{{tag}}", paths::LANGUAGE), get(language::choose))
        .route(&paths::panel(code), get(attendee::panel))
        .route(&paths::join(code), post(attendee::join))
        .route(&paths::answer(code), post(attendee::answer))
        .route(&paths::form(code, "{activity}"), get(attendee::form))
        .route(&paths::mine(code), get(mine::here).post(mine::change_here))
        .route(
            &paths::own_link("{token}"),
            get(mine::elsewhere).post(mine::change_elsewhere),
        )
        .route(&paths::volunteer(code), get(volunteer::form).post(volunteer::send))
        .route(&paths::policy(code), get(moderation::policy))
        .route(&paths::along(code), get(along::along))
        .route(&paths::qr(code), get(projector::qr))
        .route(paths::TICKET, get(ticket::find))
        .route(&paths::ticket("{ticket}"), get(ticket::page))
        .route(&paths::screen("{key}"), get(projector::screen))
        .route(&paths::panelist("{token}"), get(along::panelist).post(along::bring))
        .route(&paths::panelist_seat("{token}"), post(along::sit))
        .route(
            &paths::panelist_themes("{token}"),
            get(themes::panelists_desk).post(themes::arrange_as_panelist),
        )
        .route(
            &paths::panelist_suggestions("{token}"),
            get(suggestions::panelists).post(suggestions::accept_as_panelist),
        )
        .route(
            &paths::room_themes(code),
            get(themes::attendees_desk).post(themes::arrange_as_attendee),
        )
        .route(&paths::board("{token}"), get(board::page))
        .route(&paths::board_file("{token}", "{format}"), get(board::file))
        .route(&paths::review("{token}"), get(board::review).post(board::say))
        .route(paths::SIGN_IN, get(staff::sign_in_form).post(staff::sign_in))
        .route(paths::SIGN_OUT, post(staff::sign_out))
        .route(
            &paths::invitation("{token}"),
            get(staff::invitation_form).post(staff::invitation),
        )
        .route(
            paths::PANELS,
            may(Deed::Watch, get(staff::panels)).merge(may(Deed::Begin, post(staff::begin))),
        )
        .route(
            &paths::initiative("{id}"),
            may(Deed::Watch, get(initiative::events).post(initiative_forms::at_events)),
        )
        .route(
            &paths::initiative_tab("{id}", "{tab}"),
            may(Deed::Watch, get(initiative::tab).post(initiative_forms::at_tab)),
        )
        .route(
            &paths::initiative_report("{id}", "{format}"),
            may(Deed::Watch, get(report::initiatives_file)),
        )
        .route(
            paths::FRAMEWORKS,
            may(Deed::Begin, get(framework::list).post(framework::make)),
        )
        .route(paths::FRAMEWORK_UPLOAD, may(Deed::Begin, post(framework::bring_in)))
        .route(
            &paths::framework("{id}"),
            may(Deed::Begin, get(framework::form).post(framework::edit)),
        )
        .route(
            &paths::framework_file("{id}"),
            may(Deed::Begin, get(framework::download).post(framework::put_in_place)),
        )
        .route(
            &paths::framework_removal("{id}"),
            may(Deed::Begin, post(framework::remove)),
        )
        .route(&paths::console(code), may(Deed::Watch, get(staff::console)))
        .route(
            &paths::agenda(code),
            may(Deed::Prepare, get(agenda::form).post(agenda::edit)),
        )
        .route(&paths::run_sheet(code), may(Deed::Prepare, get(agenda::run_sheet)))
        .route(&paths::wipe(code), may(Deed::Prepare, post(wipe::wipe)))
        .route(
            &paths::ideas(code),
            may(Deed::Watch, get(ideas::list)).merge(may(Deed::BringIdea, post(ideas::enter))),
        )
        .route(&paths::moderation(code), may(Deed::Watch, get(moderation::log)))
        .route(
            &paths::themes(code),
            may(Deed::Watch, get(themes::desk)).merge(may(Deed::Group, post(themes::arrange))),
        )
        .route(
            &paths::theme_proposals(code),
            may(Deed::Watch, get(proposals::list)).merge(may(Deed::Group, post(proposals::change))),
        )
        .route(
            &paths::suggestions(code),
            may(Deed::Watch, get(suggestions::list)).merge(may(Deed::Group, post(suggestions::accept))),
        )
        .route(&paths::theme_replay(code), may(Deed::Watch, get(replay::replay)))
        .route(
            &paths::ballots(code),
            may(Deed::KeepDoor, get(door::ballots).post(door::change)),
        )
        .route(&paths::tickets(code), may(Deed::KeepDoor, post(door::print)))
        .route(
            &paths::door(code),
            may(Deed::KeepDoor, get(door::door).post(door::at_the_door)),
        )
        .route(
            &paths::links(code),
            may(Deed::GiveLinks, get(links::list).post(links::change)),
        )
        .route(
            &paths::export(code, "{format}"),
            may(Deed::Export, get(export::download)),
        )
        .route(&paths::report(code), may(Deed::ReadReport, get(report::page)))
        .route(
            &paths::report_file(code, "{format}"),
            may(Deed::ReadReport, get(report::file)),
        )
        .route(
            &paths::editions(code),
            may(Deed::ReadReport, get(editions::list)).merge(may(Deed::Freeze, post(editions::change))),
        )
        .route(paths::SOCKET, get(socket::upgrade))
        .layer(middleware::map_response(reply::forbid_caching))
        .route(&format!("{}{{*path}}", paths::ASSETS), get(assets::asset))
        .route("/favicon.svg", get(assets::root_file))
        .route("/robots.txt", get(assets::root_file))
        .route("/copy.js", get(assets::root_file))
        .route("/healthz", get(|| async { "ok" }))
        .fallback(reply::not_found)
        // Pages; the assets come compressed. Nothing on a page is worth guessing from its length: cookies are not sent with
        // the requests of other sites.
        .layer(CompressionLayer::new().quality(PAGES))
        .layer(CatchPanicLayer::new())
        .layer(DefaultBodyLimit::max(FORM_BYTES))
        .layer(csrf)
        .layer(middleware::map_response_with_state(app.clone(), reply::in_words))
        .layer(middleware::from_fn(language::answer))
        .layer(TimeoutLayer::with_status_code(
            axum::http::StatusCode::SERVICE_UNAVAILABLE,
            REQUEST,
        ))
        .layer(trace::layer())
        .layer(fixed(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(fixed(header::REFERRER_POLICY, "no-referrer"))
        .layer(fixed(
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ))
        .layer(SetResponseHeaderLayer::if_not_present(
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(reply::POLICY),
        ));
    Ok(site.with_state(app))
}

fn fixed(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
}

/// What axum tells of a connection.
pub(crate) type Peer = SocketAddr;
