use leptos::prelude::*;
use visioncast_model::{
    Accord, Across, ActivityId, ByGroup, Domain, DomainId, Epoch, Reveal, Status, Timestamp,
    view::{
        Progress, ScreenActivity, ScreenIdea, ScreenKey, ScreenKind, ScreenPanel, ScreenTerm, ScreenTheme, ScreenValue,
        Standing, SurveyItem,
    },
    wire::{ClientFrame, ServerFrame},
};

use super::stage::Stage;
use crate::{
    browser::{Connection, Handlers, Socket},
    chart::{Palette, finding},
    clock::Clock,
    follow::follow,
    instrument::{Asked, Place, picture},
    language::Live,
};

/// What the projector knows.
#[derive(Clone, Copy)]
pub(crate) struct Wall {
    view: RwSignal<visioncast_model::view::Screen>,
    /// What the server says: ahead of what is shown while the wall is paused.
    ahead: StoredValue<visioncast_model::view::Screen>,
    /// Whether new ideas and themes wait, so that the hall can talk about what stands there.
    pub(super) paused: RwSignal<bool>,
    panel: Memo<Option<ScreenPanel>>,
    focus: Memo<Option<ScreenActivity>>,
    people: Memo<u32>,
    progress: Memo<Progress>,
    stage: Memo<Stage>,
    /// The survey that is shown, where it is one.
    pub(crate) asked: Memo<Option<Asked>>,
    /// What it asks about.
    pub(crate) items: Memo<Vec<SurveyItem>>,
    /// How each group answered, once that is shown.
    pub(crate) groups: Memo<Option<ByGroup>>,
    /// Where the groups agree and part, once that is shown.
    pub(crate) across: Memo<Option<Across>>,
    pub(crate) clock: Clock,
    pub(crate) connection: RwSignal<Connection>,
}

impl Wall {
    pub(crate) fn of(screen: visioncast_model::view::Screen, now: Timestamp) -> Self {
        let ahead = StoredValue::new(screen.clone());
        let view = RwSignal::new(screen);
        let panel = Memo::new(move |_| {
            view.with(|view| match view.values.get(&ScreenKey::Panel) {
                Some(ScreenValue::Panel(panel)) => Some(panel.clone()),
                _ => None,
            })
        });
        let focus = Memo::new(move |_| {
            view.with(|view| match view.values.get(&ScreenKey::Focus) {
                Some(ScreenValue::Focus(focus)) => Some(focus.clone()),
                _ => None,
            })
        });
        let people = Memo::new(move |_| {
            view.with(|view| match view.values.get(&ScreenKey::People) {
                Some(ScreenValue::People(people)) => *people,
                _ => 0,
            })
        });
        let progress = Memo::new(move |_| {
            view.with(|view| match view.values.get(&ScreenKey::Progress) {
                Some(ScreenValue::Progress(progress)) => *progress,
                _ => Progress::default(),
            })
        });
        let stage = Memo::new(move |_| {
            let status = panel.with(|panel| panel.as_ref().map_or(Status::Running, |panel| panel.status));
            focus.with(|focus| Stage::of(status, focus.as_ref()))
        });
        let asked = Memo::new(move |_| {
            focus.with(|focus| match focus.as_ref().map(|focus| &focus.kind) {
                Some(ScreenKind::Survey(survey)) => panel.with(|panel| {
                    let panel = panel.as_ref()?;
                    Some(Asked::on_screen(survey, panel))
                }),
                _ => None,
            })
        });
        let items = Memo::new(move |_| {
            view.with(|view| {
                let items = view.values.values().filter_map(|value| match value {
                    ScreenValue::Item(item) => Some(item.clone()),
                    _ => None,
                });
                items.collect::<Vec<_>>()
            })
        });
        let groups = Memo::new(move |_| {
            view.with(|view| match view.values.get(&ScreenKey::Groups) {
                Some(ScreenValue::Groups(groups)) => Some(groups.clone()),
                _ => None,
            })
        });
        let across = Memo::new(move |_| {
            view.with(|view| match view.values.get(&ScreenKey::Across) {
                Some(ScreenValue::Across(across)) => Some(across.clone()),
                _ => None,
            })
        });
        let connection = RwSignal::new(Connection::Connecting);
        Self {
            view,
            ahead,
            paused: RwSignal::new(false),
            panel,
            focus,
            people,
            progress,
            stage,
            asked,
            items,
            groups,
            across,
            clock: Clock::at(now),
            connection,
        }
    }

    /// Opens the socket at `address`, once the page is a page in a browser.
    pub(crate) fn listen(self, address: String, epoch: Epoch) {
        Effect::new(move |opened: Option<Socket>| {
            if let Some(socket) = opened {
                return socket;
            }
            self.clock.start();
            self.open(address.clone(), epoch)
        });
    }

    fn open(self, address: String, epoch: Epoch) -> Socket {
        let epoch = StoredValue::new(epoch);
        let socket = StoredValue::new_local(None::<Socket>);
        let handlers = Handlers {
            hello: Box::new(move || Some((epoch.get_value(), self.ahead.with_value(|ahead| ahead.seq)))),
            frame: Box::new(move |frame| match frame {
                ServerFrame::Welcome { epoch: now_lives, now } => {
                    epoch.set_value(now_lives);
                    self.clock.set(now);
                }
                ServerFrame::Room(moved) => {
                    let followed = self.ahead.try_update_value(|ahead| follow(ahead, &moved));
                    self.catch_up();
                    if let (Some(Err(_)), Some(Some(socket))) = (followed, socket.try_get_value()) {
                        // Where this cannot be sent, the next connection brings what is missing.
                        let _ = socket.send(&ClientFrame::Resync);
                    }
                }
                _ => {}
            }),
            status: Box::new(move |connection| self.connection.set(connection)),
        };
        let opened = Socket::open(address, handlers);
        socket.set_value(Some(opened.clone()));
        opened
    }

    /// Shows what the server says, unless the wall is paused. It is no longer where the room goes on to something else; and
    /// what was taken off the screens goes at once, paused or not.
    fn catch_up(self) {
        let same = |key: ScreenKey| {
            self.view.with_untracked(|view| {
                self.ahead
                    .with_value(|ahead| view.values.get(&key) == ahead.values.get(&key))
            })
        };
        if self.paused.get_untracked() && !(same(ScreenKey::Focus) && same(ScreenKey::Panel)) {
            self.paused.set(false);
        }
        if !self.paused.get_untracked() || !same(ScreenKey::Gone) {
            self.view.set(self.ahead.get_value());
        }
    }

    /// Pauses the wall, or lets it go on.
    pub(super) fn pause(self) {
        self.paused.update(|paused| *paused = !*paused);
        self.catch_up();
    }

    /// What groups are compared over, as something that was asked: a survey, or votes on ideas.
    pub(super) fn compared(self) -> Option<Asked> {
        let votes = self
            .focus
            .with(|focus| focus.as_ref().is_some_and(|focus| focus.kind == ScreenKind::Judgement));
        if votes {
            Some(Asked::of_votes(&self.panel()))
        } else {
            self.asked.get()
        }
    }

    pub(crate) fn stage(self) -> Stage {
        self.stage.get()
    }

    pub(crate) fn panel(self) -> ScreenPanel {
        self.panel.get().unwrap_or_else(|| ScreenPanel {
            title: String::new(),
            host: String::new(),
            code: String::new(),
            status: Status::Running,
            rehearsal: false,
            integrity: visioncast_model::Integrity::Open,
            domains: Vec::new(),
            principles: Vec::new(),
            constituencies: Vec::new(),
        })
    }

    pub(crate) fn domain(self, id: DomainId) -> Option<Domain> {
        self.panel
            .with(|panel| panel.as_ref()?.domains.iter().find(|domain| domain.id == id).cloned())
    }

    pub(crate) fn ended(self) -> bool {
        self.panel
            .with(|panel| panel.as_ref().is_some_and(|panel| panel.status == Status::Ended))
    }

    pub(crate) fn question(self) -> String {
        self.focus
            .with(|focus| focus.as_ref().map(|focus| focus.question.clone()).unwrap_or_default())
    }

    /// What the room is told beside the question; empty where nothing.
    pub(super) fn instructions(self) -> String {
        self.focus.with(|focus| {
            focus
                .as_ref()
                .map(|focus| focus.instructions.clone())
                .unwrap_or_default()
        })
    }

    pub(crate) fn is_open(self) -> bool {
        self.focus.with(|focus| focus.as_ref().is_some_and(|focus| focus.open))
    }

    pub(crate) fn people(self) -> u32 {
        self.people.get()
    }

    pub(crate) fn progress(self) -> Progress {
        self.progress.get()
    }

    /// The themes of the ideas that are grouped, in order.
    pub(crate) fn themes(self) -> Vec<ScreenTheme> {
        self.view.with(|view| {
            let themes = view.values.values().filter_map(|value| match value {
                ScreenValue::Theme(theme) => Some(theme.clone()),
                _ => None,
            });
            themes.collect()
        })
    }

    /// The words that most people used, those of the most first.
    pub(crate) fn words(self) -> Vec<ScreenTerm> {
        self.view.with(|view| match view.values.get(&ScreenKey::Words) {
            Some(ScreenValue::Words(words)) => words.clone(),
            _ => Vec::new(),
        })
    }

    /// How strongly those agree who sort by themselves; empty where that cannot be told, or nobody does.
    pub(super) fn accord(self) -> &'static str {
        self.view.with(|view| match view.values.get(&ScreenKey::Accord) {
            Some(ScreenValue::Accord(accord)) => match accord {
                Accord::Hardly => Live::SortersHardly,
                Accord::Partly => Live::SortersPartly,
                Accord::Mostly => Live::SortersMostly,
                Accord::Closely => Live::SortersClosely,
            }
            .text(),
            _ => "",
        })
    }

    /// Whether everybody sorts by themselves right now.
    pub(super) fn is_sorting(self) -> bool {
        let sorting = |activity: &ScreenActivity| activity.open && activity.kind == ScreenKind::Sorting;
        self.focus.with(|focus| focus.as_ref().is_some_and(sorting))
    }

    /// How many ideas are in themes, in words; while everybody sorts by themselves, how many have.
    pub(super) fn grouped(self) -> String {
        if self.is_sorting() {
            return Live::HandfulsSoFar.count(self.progress().answered);
        }
        let ideas = self.progress().ideas;
        let loose = self.view.with(|view| match view.values.get(&ScreenKey::Loose) {
            Some(ScreenValue::Loose(loose)) => *loose,
            _ => 0,
        });
        Live::IdeasInThemes.with(&[("grouped", ideas.saturating_sub(loose)), ("ideas", ideas)])
    }

    /// Seconds until the timer is over, where one runs.
    pub(crate) fn time_left(self) -> Option<i64> {
        let deadline = self
            .focus
            .with(|focus| focus.as_ref().filter(|focus| focus.open)?.deadline)?;
        Some(self.clock.seconds_until(deadline))
    }

    /// Seconds until the reveal, where one is due.
    pub(crate) fn reveal_in(self) -> Option<i64> {
        let at = self.focus.with(|focus| match focus.as_ref()?.reveal {
            Reveal::Due { at } => Some(at),
            Reveal::Hidden | Reveal::Shown { .. } => None,
        })?;
        Some(self.clock.seconds_until(at))
    }

    /// Seconds since the result was shown, where it is.
    pub(crate) fn shown_for(self) -> Option<i64> {
        Some(self.clock.seconds_since(self.shown_at()?))
    }

    /// When the result was shown, where it is.
    pub(super) fn shown_at(self) -> Option<Timestamp> {
        self.focus.with(|focus| match focus.as_ref()?.reveal {
            Reveal::Shown { at } => Some(at),
            Reveal::Hidden | Reveal::Due { .. } => None,
        })
    }

    /// The newest ideas, newest first.
    pub(crate) fn ideas(self) -> Vec<ScreenIdea> {
        self.view.with(|view| {
            let ideas = view.values.values().filter_map(|value| match value {
                ScreenValue::Idea(idea) => Some(idea.clone()),
                _ => None,
            });
            ideas.collect()
        })
    }

    /// The questions that gather ideas, where this screen is told of them.
    pub(crate) fn prompts(self) -> Vec<(ActivityId, String)> {
        self.view.with(|view| match view.values.get(&ScreenKey::Prompts) {
            Some(ScreenValue::Prompts(prompts)) => prompts.clone(),
            _ => Vec::new(),
        })
    }

    /// The results, best first.
    pub(crate) fn results(self) -> Vec<Standing> {
        self.view.with(|view| {
            let results = view.values.values().filter_map(|value| match value {
                ScreenValue::Result(standing) => Some(standing.clone()),
                _ => None,
            });
            results.collect()
        })
    }

    /// What somebody who does not see the wall should hear, and only when it changes for good.
    pub(crate) fn announcement(self) -> String {
        let question = self.question();
        let due = self.focus.with(|focus| {
            focus
                .as_ref()
                .is_some_and(|focus| matches!(focus.reveal, Reveal::Due { .. }))
        });
        match (self.stage(), self.is_open()) {
            (Stage::Welcome, _) => String::new(),
            (Stage::Ended, _) => Live::HeardEnded.owned(),
            (Stage::Silent | Stage::Votes | Stage::Asking | Stage::Reflecting, _) if due => {
                Live::HeardResultSoon.owned()
            }
            (Stage::Ideas | Stage::Silent | Stage::Asking | Stage::Reflecting | Stage::Volunteers, true) => {
                Live::HeardOpen.with(&[("question", question)])
            }
            (Stage::Votes, true) => Live::HeardVoting.with(&[("question", question)]),
            (
                Stage::Ideas | Stage::Silent | Stage::Votes | Stage::Asking | Stage::Reflecting | Stage::Volunteers,
                false,
            ) => Live::HeardClosed.with(&[("question", question)]),
            // Votes that come later may change it time and again: it is said once.
            (Stage::Results, _) => untrack(move || finding(&self.results())),
            (Stage::Told, _) => untrack(move || {
                let asked = self.asked.get();
                asked.map_or_else(String::new, |asked| {
                    self.items
                        .with(|items| picture(&asked, items, Place::Wall, &Palette::PAGE).finding)
                })
            }),
            // Each move would be said otherwise.
            (Stage::Grouping, _) => untrack(move || self.grouped()),
            (Stage::Words, _) => Live::WordsOfTheRoom.owned(),
            (Stage::Reflections, _) => Live::HeardReflections.with(&[("question", question)]),
        }
    }
}
