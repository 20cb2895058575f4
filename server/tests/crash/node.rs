//! A server process.

use std::{
    io::{BufRead as _, BufReader},
    net::{SocketAddr, TcpListener},
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use reqwest::{
    Client, Response,
    header::{COOKIE, LOCATION, SET_COOKIE},
    redirect::Policy,
};

use crate::database::Database;

pub(crate) const NAME: &str = "Ada";
pub(crate) const PASSWORD: &str = "a rehearsal is no performance";

/// The program under test.
pub(crate) fn program() -> Command {
    let program = std::env::var_os("VISIONCAST_BIN").unwrap_or_else(|| env!("CARGO_BIN_EXE_visioncast").into());
    let mut command = Command::new(PathBuf::from(program));
    command.env("VISIONCAST_LOG", "warn").stdin(Stdio::null());
    command
}

pub(crate) struct Node {
    process: Child,
    addr: SocketAddr,
    /// Where the first facilitator makes an account, on an empty database.
    invitation: Option<String>,
}

/// A panel that was just begun.
pub(crate) struct Panel {
    pub(crate) code: String,
}

impl Node {
    /// Starts one on a free port.
    pub(crate) fn start(database: &Database) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr());
        Self::start_at(database, free.expect("there is a free port"))
    }

    /// Starts one where this one was.
    pub(crate) fn start_again(&self, database: &Database) -> Self {
        Self::start_at(database, self.addr)
    }

    fn start_at(database: &Database, addr: SocketAddr) -> Self {
        let mut process = program()
            .args(["serve", "--addr", &addr.to_string(), "--database", &database.address])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let output = process.stdout.take().expect("its output is piped");
        let mut invitation = None;
        for line in BufReader::new(output).lines() {
            let line = line.expect("the server speaks UTF-8");
            if line.contains("/invite/") {
                invitation = line.split_whitespace().last().map(str::to_owned);
            }
            // The last line of those that it begins with.
            if line.starts_with("facilitators:") {
                return Self {
                    process,
                    addr,
                    invitation,
                };
            }
        }
        panic!("the server ended before it listened: {:?}", process.wait());
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.addr)
    }

    /// Makes the first account, and begins a panel for a rehearsal.
    pub(crate) async fn begin_rehearsal(&self) -> Panel {
        let client = Client::builder()
            .redirect(Policy::none())
            .build()
            .expect("a client can be made");
        let invitation = self
            .invitation
            .as_deref()
            .expect("the database is empty, so there is an invitation");
        let account = [("name", NAME), ("password", PASSWORD)];
        let entered = client
            .post(invitation)
            .form(&account)
            .send()
            .await
            .expect("the server answers");
        let session = header(&entered, SET_COOKIE.as_str());
        let session = session.split(';').next().expect("a cookie has a beginning");
        let panel = [("title", "A crash test"), ("template", "blank"), ("rehearsal", "yes")];
        let begun = client
            .post(format!("{}/console", self.url()))
            .header(COOKIE, session)
            .form(&panel)
            .send()
            .await
            .expect("the server answers");
        let console = header(&begun, LOCATION.as_str());
        let code = console.rsplit('/').next().expect("an address has an end");
        Panel { code: code.to_owned() }
    }

    /// Ends it without warning.
    pub(crate) fn kill(&mut self) {
        self.process.kill().expect("it runs");
        self.process.wait().expect("it ends");
    }

    /// Asks it to end, as an operator does.
    pub(crate) fn stop(mut self) {
        signal(&self.process, "TERM");
        let status = wait(&mut self.process, Duration::from_secs(20));
        assert!(status.success(), "the server ended with {status}");
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        // A test that failed leaves nothing running; it may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn header(response: &Response, name: &str) -> String {
    let value = response.headers().get(name).and_then(|value| value.to_str().ok());
    value
        .unwrap_or_else(|| panic!("no {name} in {}", response.status()))
        .to_owned()
}

/// Sends a signal that the standard library has no word for.
pub(crate) fn signal(process: &Child, name: &str) {
    let sent = Command::new("kill")
        .args(["-s", name, &process.id().to_string()])
        .status();
    assert!(
        sent.expect("there is a kill command").success(),
        "SIG{name} was not sent"
    );
}

pub(crate) fn wait(process: &mut Child, patience: Duration) -> std::process::ExitStatus {
    let began = Instant::now();
    loop {
        if let Some(status) = process.try_wait().expect("it can be asked") {
            return status;
        }
        assert!(began.elapsed() < patience, "process {} does not end", process.id());
        std::thread::sleep(Duration::from_millis(20));
    }
}
