//! The way in: addresses of the server, seats and sessions over HTTP, sockets.

use std::time::Duration;

use anyhow::{Context as _, bail};
use reqwest::{
    Client, Response, StatusCode, Url,
    header::{LOCATION, ORIGIN, SET_COOKIE},
    redirect::Policy,
};
use tokio::{net::TcpStream, time::timeout};
use tokio_tungstenite::{
    WebSocketStream, client_async_with_config,
    tungstenite::{
        self,
        client::IntoClientRequest as _,
        http::{HeaderValue, header},
        protocol::WebSocketConfig,
    },
};
use visioncast_app::paths;

/// An open socket.
pub(super) type Socket = WebSocketStream<TcpStream>;

/// How long an attempt may take.
const PATIENCE: Duration = Duration::from_secs(15);
/// Small: thousands of attendees share this process.
const BUFFER_BYTES: usize = 4 * 1024;

/// All addresses under which the server can be reached.
#[derive(Debug)]
pub(super) struct Entrance {
    nodes: Vec<Node>,
    http: Client,
}

#[derive(Debug)]
struct Node {
    /// As in `Origin`.
    origin: String,
    host: String,
    port: u16,
    /// As in `Host`.
    authority: String,
}

/// Why somebody is not in.
#[derive(Debug, thiserror::Error)]
pub(super) enum Outside {
    /// Nobody there, or busy: worth another attempt.
    #[error("{0}")]
    Unreachable(String),
    /// Turned away for good.
    #[error("{0}")]
    Refused(String),
}

impl Entrance {
    /// # Errors
    /// Where an address is none.
    pub(super) fn new(addresses: &[String]) -> anyhow::Result<Self> {
        let nodes = addresses
            .iter()
            .map(|address| Node::of(address))
            .collect::<Result<Vec<_>, _>>()?;
        let http = Client::builder()
            .redirect(Policy::none())
            .timeout(PATIENCE)
            .tcp_nodelay(true)
            .pool_idle_timeout(Duration::from_secs(5))
            .build()
            .context("failed to prepare for HTTP")?;
        Ok(Self { nodes, http })
    }

    pub(super) const fn count(&self) -> usize {
        self.nodes.len()
    }

    fn node(&self, number: usize) -> &Node {
        &self.nodes[number % self.nodes.len()]
    }

    /// Takes a seat in a panel; returns the cookie that says so.
    pub(super) async fn join(&self, node: usize, code: &str) -> Result<String, Outside> {
        let response = self.post(node, &paths::join(code), &[]).await?;
        let status = response.status();
        match cookie(&response) {
            Some(seat) if status.is_redirection() => Ok(seat),
            _ if status == StatusCode::NOT_FOUND => Err(Outside::Refused(format!(
                "no panel at {} has the code {code}",
                self.node(node).origin
            ))),
            _ => Err(turned_away("join", status)),
        }
    }

    /// Signs somebody up who would help, as whoever can be reached at `contact`; no seat goes along.
    pub(super) async fn volunteer(&self, node: usize, code: &str, contact: &str) -> Result<(), Outside> {
        let entry = uuid::Uuid::new_v4().to_string();
        let fields = [
            ("do", "join"),
            ("entry", &*entry),
            ("contact", contact),
            ("consent", "yes"),
        ];
        let status = self.post(node, &paths::volunteer(code), &fields).await?.status();
        if status.is_success() {
            Ok(())
        } else {
            Err(turned_away("volunteer", status))
        }
    }

    /// Signs a facilitator in; returns the cookie that says so.
    pub(super) async fn sign_in(&self, node: usize, name: &str, password: &str) -> Result<String, Outside> {
        let response = self
            .post(node, paths::SIGN_IN, &[("name", name), ("password", password)])
            .await?;
        let status = response.status();
        match cookie(&response) {
            Some(session) if response.headers().contains_key(LOCATION) => Ok(session),
            _ if status == StatusCode::UNPROCESSABLE_ENTITY => Err(Outside::Refused(format!(
                "name and password of the facilitator “{name}” do not fit"
            ))),
            _ => Err(turned_away("sign in", status)),
        }
    }

    async fn post(&self, node: usize, path: &str, fields: &[(&str, &str)]) -> Result<Response, Outside> {
        let node = self.node(node);
        let request = self
            .http
            .post(format!("{}{path}", node.origin))
            .header(ORIGIN, &node.origin)
            .form(fields);
        request
            .send()
            .await
            .map_err(|error| Outside::Unreachable(format!("{}: {error}", node.origin)))
    }

    /// Opens a socket, `query` saying of what.
    pub(super) async fn open(&self, node: usize, query: &str, cookie: Option<&str>) -> Result<Socket, Outside> {
        let node = self.node(node);
        match timeout(PATIENCE, node.open(query, cookie)).await {
            Ok(Ok(socket)) => Ok(socket),
            Ok(Err(tungstenite::Error::Http(response))) => Err(turned_away("open a socket", response.status())),
            Ok(Err(error)) => Err(Outside::Unreachable(format!("{}: {error}", node.origin))),
            Err(_) => Err(Outside::Unreachable(format!("{} does not answer", node.origin))),
        }
    }
}

impl Node {
    fn of(address: &str) -> anyhow::Result<Self> {
        let url = Url::parse(address).with_context(|| format!("failed to read the address “{address}”"))?;
        if url.scheme() == "https" {
            bail!(
                "{address} is behind TLS, which a rehearsal does not speak: run it on the server itself, \
                 against the address that `visioncast serve` listens on, such as http://127.0.0.1:3000"
            );
        }
        let (Some(host), Some(port), "http") = (url.host_str(), url.port_or_known_default(), url.scheme()) else {
            bail!("“{address}” is no address such as http://127.0.0.1:3000");
        };
        let authority = match url.port() {
            Some(port) => format!("{host}:{port}"),
            None => host.to_owned(),
        };
        Ok(Self {
            origin: format!("http://{authority}"),
            host: host.trim_matches(['[', ']']).to_owned(),
            port,
            authority,
        })
    }

    async fn open(&self, query: &str, cookie: Option<&str>) -> Result<Socket, tungstenite::Error> {
        let address = format!("ws://{}{}?{query}", self.authority, paths::SOCKET);
        let mut request = address.into_client_request()?;
        request
            .headers_mut()
            .insert(ORIGIN, HeaderValue::from_str(&self.origin)?);
        if let Some(cookie) = cookie {
            request
                .headers_mut()
                .insert(header::COOKIE, HeaderValue::from_str(cookie)?);
        }
        let stream = TcpStream::connect((self.host.as_str(), self.port)).await?;
        stream.set_nodelay(true)?;
        let config = WebSocketConfig::default()
            .read_buffer_size(BUFFER_BYTES)
            .write_buffer_size(0);
        let (socket, _) = client_async_with_config(request, stream, Some(config)).await?;
        Ok(socket)
    }
}

fn cookie(response: &Response) -> Option<String> {
    let given = response.headers().get_all(SET_COOKIE).iter();
    let pairs: Vec<&str> = given
        .filter_map(|value| value.to_str().ok()?.split(';').next())
        .collect();
    (!pairs.is_empty()).then(|| pairs.join("; "))
}

fn turned_away(what: &str, status: impl Into<StatusCode>) -> Outside {
    let status = status.into();
    let text = format!("the server did not let us {what}: {status}");
    if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS {
        Outside::Unreachable(text)
    } else {
        Outside::Refused(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_as_people_write_them() {
        let node = Node::of("http://127.0.0.1:3000/").expect("this is an address");
        assert_eq!((node.origin.as_str(), node.port), ("http://127.0.0.1:3000", 3000));
        let node = Node::of("http://[::1]:3000").expect("this is an address");
        assert_eq!((node.host.as_str(), node.authority.as_str()), ("::1", "[::1]:3000"));
        let error = Node::of("https://panel.example.org").expect_err("TLS is not spoken");
        assert!(error.to_string().contains("behind TLS"), "{error}");
        assert!(Node::of("127.0.0.1:3000").is_err());
    }
}
