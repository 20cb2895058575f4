use std::{io, net::SocketAddr, process::ExitCode, sync::Arc, time::Duration};

use anyhow::Context as _;
use axum::{Router, serve::ListenerExt as _};
use clap::builder::BoolishValueParser;
use tokio::{
    net::{TcpListener, TcpSocket},
    signal::unix::{SignalKind, signal},
};
use visioncast_app::paths;

use crate::{
    accounts, demo,
    http::{self, App, Site},
    initiative,
    limits::Limits,
    live::{Rooms, now},
    press::Press,
    store,
};

/// How long open requests and sockets get to end when the server stops.
const FAREWELL: Duration = Duration::from_secs(10);
/// How many connections wait to be taken in; the system may set a lower limit.
const KNOCKING: u32 = 4_096;
/// How often forgotten limits are tidied away.
const TIDY: Duration = Duration::from_secs(60);
/// How often it is asked whether the time of something that is kept of people is over.
const RETENTION: Duration = Duration::from_secs(6 * 60 * 60);

/// Serve panels.
#[derive(Debug, clap::Args)]
pub(crate) struct Serve {
    /// Where to listen; `0.0.0.0:3000` lets phones of the local network in.
    #[arg(long, env = "VISIONCAST_ADDR", default_value = "127.0.0.1:3000", value_parser = address)]
    addr: SocketAddr,
    /// The database: sqlite://FILE for one server, postgres://USER@HOST/NAME for several.
    #[arg(long, env = "VISIONCAST_DATABASE", default_value = store::DEFAULT_ADDRESS)]
    database: String,
    /// The address that people type and scan, such as https://panel.example.org; by default the one
    /// that a browser asks for.
    #[arg(long, env = "VISIONCAST_PUBLIC_URL", value_parser = origin)]
    public_url: Option<String>,
    /// A TLS proxy stands in front and says who asks (X-Forwarded-For, X-Forwarded-Proto). Without
    /// such a proxy anybody could claim any address: then leave it off.
    #[arg(long, env = "VISIONCAST_BEHIND_PROXY", value_parser = BoolishValueParser::new())]
    behind_proxy: bool,
    /// Where to serve figures for Prometheus, at /metrics; nowhere by default.
    #[arg(long, env = "VISIONCAST_METRICS_ADDR", value_parser = address)]
    metrics_addr: Option<SocketAddr>,
    /// Add a prepared, lively panel to try things out with.
    #[arg(long, env = "VISIONCAST_DEMO", value_parser = BoolishValueParser::new())]
    demo: bool,
}

impl Serve {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let store = store::open(&self.database)
            .await
            .context("failed to open the database")?;
        let assets = Arc::new(http::load_assets()?);
        let listener = listen(self.addr).with_context(|| {
            format!(
                "failed to listen on {}: is another server running there? Choose another --addr",
                self.addr
            )
        })?;
        let addr = listener.local_addr().context("failed to learn the own address")?;
        let local = local_origin(addr);
        let site = Site {
            public_url: self.public_url,
            behind_proxy: self.behind_proxy,
            local,
        };
        let rooms = Rooms::new(store);
        let app = App {
            rooms: rooms.clone(),
            limits: Arc::new(Limits::new()),
            assets,
            site: Arc::new(site),
            piles: Arc::default(),
            press: Press::new(rooms.store.clone()),
        };
        if let Some(addr) = self.metrics_addr {
            serve_metrics(addr, &rooms).await?;
        }
        tokio::spawn(rooms.clone().listen());
        tokio::spawn(tidy(app.clone()));
        tokio::spawn(let_go(rooms.clone()));
        announce(&app, addr, self.demo).await?;

        let stop = rooms.stop.clone();
        let router = http::router(app)?;
        tokio::spawn(stop_on_signal(stop.clone()));
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        // Frames are small, and each one counts: none is held back until the one before is confirmed.
        let listener = listener.tap_io(|stream| {
            if let Err(error) = stream.set_nodelay(true) {
                tracing::warn!(%error, "failed to send without delay");
            }
        });
        let graceful = stop.clone().cancelled_owned();
        let served = axum::serve(listener, service).with_graceful_shutdown(graceful);
        let ended = async {
            served.await.context("failed to serve")?;
            rooms.tasks.close();
            rooms.tasks.wait().await;
            anyhow::Ok(())
        };
        tokio::select! {
            result = ended => result?,
            () = async { stop.cancelled().await; tokio::time::sleep(FAREWELL).await } => {
                tracing::warn!("some requests did not end in time");
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// An address to listen on.
fn address(text: &str) -> Result<SocketAddr, String> {
    text.parse()
        .map_err(|_| "give an IP address and a port, such as 127.0.0.1:3000".to_owned())
}

/// A public address without a path, as browsers name the origin of a page.
fn origin(text: &str) -> Result<String, String> {
    let origin = text.trim_end_matches('/');
    match origin.split_once("://") {
        Some(("http" | "https", host)) if !host.is_empty() && !host.contains(['/', ' ']) => Ok(origin.to_owned()),
        _ => Err("give scheme and host, such as https://panel.example.org".to_owned()),
    }
}

/// Listens where a whole hall may knock at once: who finds no place to wait tries again a second later.
fn listen(addr: SocketAddr) -> io::Result<TcpListener> {
    let socket = match addr {
        SocketAddr::V4(_) => TcpSocket::new_v4()?,
        SocketAddr::V6(_) => TcpSocket::new_v6()?,
    };
    socket.set_reuseaddr(true)?;
    socket.bind(addr)?;
    socket.listen(KNOCKING)
}

/// Says where everything is, on standard output.
async fn announce(app: &App, addr: SocketAddr, with_demo: bool) -> anyhow::Result<()> {
    let local = app.site.public_url.clone().or_else(|| app.site.local.clone());
    let here = local.unwrap_or_else(|| format!("http://{addr}"));
    super::say(&format!("listening: http://{addr}"));
    let mut phones = format!("phones: {here}");
    if addr.ip().is_loopback() && app.site.public_url.is_none() {
        let port = addr.port();
        phones.push_str(&format!(
            "  (this machine only; --addr 0.0.0.0:{port} lets the local network in)"
        ));
    }
    super::say(&phones);
    if !app.rooms.store.has_accounts().await? {
        let token = accounts::invite(&app.rooms.store).await?;
        let link = paths::invitation(&token);
        super::say(&format!("first facilitator, one-time link: {here}{link}"));
    }
    super::say(&format!("facilitators: {here}{}", paths::PANELS));
    if with_demo {
        let entry = demo::prepare(&app.rooms).await?;
        let code = entry.code;
        super::say(&format!("demo panel: {code}"));
        super::say(&format!("demo phone: {here}{}", paths::panel(code.as_str())));
        super::say(&format!("demo projector: {here}{}", paths::screen(&entry.screen_key)));
        super::say(&format!("demo console: {here}{}", paths::console(code.as_str())));
    }
    Ok(())
}

/// This machine on the local network, where it listens there.
fn local_origin(addr: SocketAddr) -> Option<String> {
    if addr.ip().is_loopback() {
        return None;
    }
    if !addr.ip().is_unspecified() {
        return Some(format!("http://{addr}"));
    }
    // Choosing a route sends nothing; 192.0.2.1 is reserved for documentation.
    let socket = std::net::UdpSocket::bind("0.0.0.0:0").ok()?;
    socket.connect("192.0.2.1:9").ok()?;
    let ip = socket.local_addr().ok()?.ip();
    Some(format!("http://{}", SocketAddr::new(ip, addr.port())))
}

async fn serve_metrics(addr: SocketAddr, rooms: &Rooms) -> anyhow::Result<()> {
    let recorder = metrics_exporter_prometheus::PrometheusBuilder::new()
        .install_recorder()
        .context("failed to begin counting")?;
    let listener = TcpListener::bind(addr)
        .await
        .with_context(|| format!("failed to listen on {addr} for metrics"))?;
    let route = axum::routing::get(move || {
        let page = recorder.render();
        async move { page }
    });
    let stop = rooms.stop.clone();
    tokio::spawn(async move {
        let router = Router::new().route("/metrics", route);
        let served = axum::serve(listener, router).with_graceful_shutdown(stop.cancelled_owned());
        if let Err(error) = served.await {
            tracing::error!(%error, "failed to serve metrics");
        }
    });
    Ok(())
}

async fn tidy(app: App) {
    loop {
        tokio::time::sleep(TIDY).await;
        app.limits.tidy();
    }
}

/// Lets go of what is kept of people where its time is over.
async fn let_go(rooms: Rooms) {
    loop {
        match initiative::enforce(&rooms, now()).await {
            Ok(gone) => {
                for initiative::Due { name, what, count, .. } in gone {
                    tracing::info!(name, ?what, count, "let go of what was kept long enough");
                }
            }
            Err(error) => tracing::warn!(%error, "failed to let go of what was kept long enough; trying again"),
        }
        tokio::time::sleep(RETENTION).await;
    }
}

async fn stop_on_signal(stop: tokio_util::sync::CancellationToken) {
    let terminated = async {
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(error) => {
                tracing::warn!(%error, "failed to listen for SIGTERM; Ctrl-C still works");
                std::future::pending::<()>().await;
            }
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminated => {}
    }
    // First: a log that nobody reads any more must not be in the way.
    stop.cancel();
    tracing::info!("stopping: phones are told to come back");
}
