//! The socket of a live page: it comes back by itself, and notices when it died without closing.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::{Date, Function, Math, Uint8Array};
use leptos::{
    prelude::window,
    wasm_bindgen::{JsCast, closure::Closure},
};
use visioncast_model::{
    Epoch, Seq,
    wire::{self, ClientFrame, FrameError, Goodbye, ServerFrame},
};
use web_sys::{BinaryType, Event, MessageEvent, WebSocket};

use super::reload;

/// The first and the longest wait before the next attempt, in milliseconds.
const BACKOFF: (f64, f64) = (300.0, 15_000.0);
/// A connection that held this long starts over with short waits.
const STABLE: f64 = 10_000.0;
/// An attempt that takes longer is given up.
const PATIENCE: f64 = 10_000.0;
/// After so much silence the server is asked whether it is there.
const IDLE: f64 = 15_000.0;
/// How long its answer may take, and how long when the page just woke up and wants to know.
const ANSWER: (f64, f64) = (10_000.0, 4_000.0);
/// A timer that is this late ran in a page that slept.
const SLEPT: f64 = 3_000.0;

/// How the page stands to the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connection {
    /// It has not spoken to it yet.
    Connecting,
    /// It hears of everything at once.
    Live,
    /// It has lost it, and tries again and again.
    Lost,
    /// It is told that it may not see this any more.
    NotAllowed,
    /// It is of another version than the server, and a reload did not help.
    Outdated,
}

/// What the page does with its socket.
pub struct Handlers {
    /// What it holds of the room already, asked before every hello.
    pub hello: Box<dyn Fn() -> Option<(Epoch, Seq)>>,
    /// What comes in, apart from pongs and goodbyes.
    pub frame: Box<dyn Fn(ServerFrame)>,
    /// How it stands, told when that changes.
    pub status: Box<dyn Fn(Connection)>,
}

/// A socket that lives as long as its page.
#[derive(Clone)]
pub struct Socket(Rc<Inner>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// Between two attempts.
    Waiting,
    /// In an attempt, until the server's welcome.
    Connecting,
    /// Welcomed.
    Live,
    /// Never again.
    Stopped,
}

struct Inner {
    path: String,
    handlers: Handlers,
    phase: Cell<Phase>,
    status: Cell<Connection>,
    socket: RefCell<Option<WebSocket>>,
    listener: RefCell<Option<Function>>,
    timer: RefCell<Option<(Function, i32)>>,
    /// When the timer is due, in milliseconds since 1970 like every moment here.
    due: Cell<f64>,
    /// Attempts since the last stable connection.
    attempts: Cell<i32>,
    /// When this phase began.
    since: Cell<f64>,
    /// When the last frame came in.
    heard: Cell<f64>,
    /// By when an answer has to come in, where one is expected.
    expected: Cell<Option<f64>>,
}

impl Socket {
    /// Opens a socket to a path of this site, and keeps it open.
    #[must_use]
    pub fn open(path_and_query: String, handlers: Handlers) -> Self {
        let inner = Rc::new(Inner {
            path: path_and_query,
            handlers,
            phase: Cell::new(Phase::Waiting),
            status: Cell::new(Connection::Connecting),
            socket: RefCell::new(None),
            listener: RefCell::new(None),
            timer: RefCell::new(None),
            due: Cell::new(0.0),
            attempts: Cell::new(0),
            since: Cell::new(0.0),
            heard: Cell::new(0.0),
            expected: Cell::new(None),
        });
        let on_event = listener(&inner, Inner::on_event);
        for name in ["pageshow", "pagehide", "online", "offline"] {
            // Fails for no known event.
            let _ = window().add_event_listener_with_callback(name, &on_event);
        }
        if let Some(document) = window().document() {
            let _ = document.add_event_listener_with_callback("visibilitychange", &on_event);
        }
        inner.listener.replace(Some(on_event));
        let on_timer = listener(&inner, |inner, _| inner.on_timer());
        inner.timer.replace(Some((on_timer, 0)));
        inner.connect();
        Self(inner)
    }

    /// Sends a frame; false where that is impossible now.
    #[must_use]
    pub fn send(&self, frame: &ClientFrame) -> bool {
        self.0.phase.get() == Phase::Live && self.0.send(frame)
    }
}

/// A function of the page's that lives as long as it.
fn listener(inner: &Rc<Inner>, call: fn(&Rc<Inner>, &Event)) -> Function {
    let inner = Rc::clone(inner);
    let closure = Closure::<dyn FnMut(Event)>::new(move |event: Event| call(&inner, &event));
    closure.into_js_value().unchecked_into()
}

impl Inner {
    fn connect(self: &Rc<Self>) {
        self.enter(Phase::Connecting);
        self.schedule(PATIENCE);
        let location = window().location();
        let mut address = String::from(if location.protocol().is_ok_and(|protocol| protocol == "https:") {
            "wss://"
        } else {
            "ws://"
        });
        address.push_str(&location.host().unwrap_or_default());
        address.push_str(&self.path);
        let Ok(socket) = WebSocket::new(&address) else {
            return self.lose(None);
        };
        socket.set_binary_type(BinaryType::Arraybuffer);
        let listener = self.listener.borrow();
        socket.set_onopen(listener.as_ref());
        socket.set_onmessage(listener.as_ref());
        socket.set_onclose(listener.as_ref());
        self.socket.replace(Some(socket));
    }

    fn on_event(self: &Rc<Self>, event: &Event) {
        let phase = self.phase.get();
        if phase == Phase::Stopped {
            return;
        }
        match event.type_().as_str() {
            "message" => self.on_message(event.unchecked_ref()),
            "open" => {
                let holds = (self.handlers.hello)();
                self.send(&ClientFrame::Hello { holds });
            }
            "close" => self.lose(None),
            // A page without a socket may be kept in memory, and come back with `pageshow`.
            "pagehide" => {
                self.drop_socket();
                self.enter(Phase::Waiting);
            }
            "visibilitychange" if window().document().is_some_and(|document| document.hidden()) => {}
            _ => self.wake(),
        }
    }

    /// Finds out at once whether the server can be heard.
    fn wake(self: &Rc<Self>) {
        match self.phase.get() {
            Phase::Waiting => self.connect(),
            Phase::Live => self.ask(ANSWER.1),
            Phase::Connecting | Phase::Stopped => {}
        }
    }

    fn ask(&self, patience: f64) {
        self.send(&ClientFrame::Ping);
        self.expected.set(Some(Date::now() + patience));
        self.schedule(patience);
    }

    fn on_timer(self: &Rc<Self>) {
        let now = Date::now();
        match self.phase.get() {
            Phase::Stopped => {}
            Phase::Waiting => self.connect(),
            Phase::Connecting => self.lose(None),
            Phase::Live if now > self.due.get() + SLEPT => self.wake(),
            Phase::Live => match self.expected.get() {
                Some(_) => self.lose(None),
                None if now >= self.heard.get() + IDLE => self.ask(ANSWER.0),
                None => self.schedule(self.heard.get() + IDLE - now),
            },
        }
    }

    fn on_message(self: &Rc<Self>, event: &MessageEvent) {
        self.heard.set(Date::now());
        if self.expected.take().is_some() {
            self.schedule(IDLE);
        }
        let message = Uint8Array::new(&event.data()).to_vec();
        match wire::decode(&message) {
            Ok(ServerFrame::Pong) => {}
            Ok(ServerFrame::Goodbye(goodbye)) => self.on_goodbye(goodbye),
            Ok(frame) => {
                if let ServerFrame::Welcome { .. } = frame {
                    self.enter(Phase::Live);
                    self.schedule(IDLE);
                    self.tell(Connection::Live);
                }
                (self.handlers.frame)(frame);
            }
            Err(FrameError::Version(_)) => self.reload(),
            Err(FrameError::Empty | FrameError::Malformed) => self.lose(None),
        }
    }

    fn on_goodbye(self: &Rc<Self>, goodbye: Goodbye) {
        match goodbye {
            // Spread out, for the whole room is told so at once.
            Goodbye::Restarting => self.lose(Some(200.0 + 1_800.0 * Math::random())),
            Goodbye::TooSlow => self.lose(None),
            Goodbye::Reload | Goodbye::Unreadable => self.reload(),
            Goodbye::NotAllowed => self.stop(Connection::NotAllowed),
        }
    }

    fn reload(&self) {
        if reload::once() {
            self.stop(Connection::Lost);
        } else {
            self.stop(Connection::Outdated);
        }
    }

    fn stop(&self, status: Connection) {
        self.drop_socket();
        self.enter(Phase::Stopped);
        self.tell(status);
    }

    /// Waits for the next attempt.
    fn lose(&self, wait: Option<f64>) {
        let stable = self.phase.get() == Phase::Live && Date::now() > self.since.get() + STABLE;
        let attempts = if stable { 0 } else { self.attempts.get() };
        self.attempts.set(attempts + 1);
        let longest = (BACKOFF.0 * 2_f64.powi(attempts.min(10))).min(BACKOFF.1);
        self.drop_socket();
        self.enter(Phase::Waiting);
        self.schedule(wait.unwrap_or(longest * (0.5 + 0.5 * Math::random())));
        self.tell(Connection::Lost);
    }

    fn drop_socket(&self) {
        if let Some(socket) = self.socket.take() {
            socket.set_onopen(None);
            socket.set_onmessage(None);
            socket.set_onclose(None);
            let _ = socket.close();
        }
    }

    fn send(&self, frame: &ClientFrame) -> bool {
        let socket = self.socket.borrow();
        socket.as_ref().is_some_and(|socket| {
            socket.ready_state() == WebSocket::OPEN && socket.send_with_u8_array(&wire::encode(frame)).is_ok()
        })
    }

    fn enter(&self, phase: Phase) {
        self.phase.set(phase);
        self.since.set(Date::now());
        self.expected.set(None);
    }

    fn tell(&self, status: Connection) {
        if self.status.replace(status) != status {
            (self.handlers.status)(status);
        }
    }

    /// Sets the one timer anew.
    fn schedule(&self, milliseconds: f64) {
        self.due.set(Date::now() + milliseconds);
        if let Some((on_timer, id)) = self.timer.borrow_mut().as_mut() {
            window().clear_timeout_with_handle(*id);
            let wait = milliseconds.max(0.0) as i32;
            *id = window()
                .set_timeout_with_callback_and_timeout_and_arguments_0(on_timer, wait)
                .unwrap_or_default();
        }
    }
}
