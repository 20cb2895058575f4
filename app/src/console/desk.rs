use std::time::Duration;

use leptos::prelude::*;
use uuid::Uuid;
use visioncast_model::{
    Activity, ActivityId, CommandId, Domain, DomainId, Event, IdeaId, Integrity, LastStep, Pace, Reveal, Status, Step,
    view::{Console, ConsoleIdea, ConsoleKey, ConsolePanel, ConsoleValue, HeldIdea, Progress, Standing, SurveyItem},
    wire::{self, ClientFrame},
};

use super::{next::Next, wording};
use crate::{
    browser::{Connection, Socket},
    clock::Clock,
    language::Live,
    page::ConsoleBoot,
};

/// The big control rests for so long whenever it changes: nobody means what they press while it does.
const GUARD: Duration = Duration::from_millis(900);
/// Keys about what waits rest for so long whenever another idea is up: nobody reads faster.
const SETTLING: Duration = Duration::from_millis(250);
/// The most refusals that are shown at once.
const REFUSALS: usize = 3;

/// A facilitator's desk: what the console knows, and what is on its way.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) view: RwSignal<Console>,
    pub(super) panel: Memo<ConsolePanel>,
    /// In order.
    pub(super) agenda: Memo<Vec<Activity>>,
    pub(super) people: Memo<u32>,
    pub(super) last_step: Memo<Option<LastStep>>,
    /// Newest first.
    pub(super) ideas: Memo<Vec<(IdeaId, ConsoleIdea)>>,
    /// How many ideas wait for a facilitator.
    pub(super) waits: Memo<u32>,
    /// Those that have waited longest, in order.
    pub(super) held: Memo<Vec<(IdeaId, HeldIdea)>>,
    pub(super) results: Memo<Option<Vec<Standing>>>,
    /// What the survey on screen asks about.
    pub(super) items: Memo<Vec<SurveyItem>>,
    /// How many answers to the survey on screen do not count.
    pub(super) void: Memo<u32>,
    pub(super) next: Memo<Next>,
    pub(super) clock: Clock,
    pub(super) connection: RwSignal<Connection>,
    /// Sent, and not answered yet.
    pub(super) waiting: RwSignal<Vec<(CommandId, Step)>>,
    /// What was not done, and why, newest last.
    pub(super) refusals: RwSignal<Vec<(String, String)>>,
    /// The item of the agenda whose controls are out.
    pub(super) chosen: RwSignal<Option<ActivityId>>,
    /// The idea that is about to be hidden, for a reason to be chosen.
    pub(super) hiding: RwSignal<Option<IdeaId>>,
    /// The idea that waits and is read now.
    pub(super) reading: RwSignal<Option<IdeaId>>,
    /// The idea that is about to stand with another one, for that to be chosen.
    pub(super) merging: RwSignal<Option<IdeaId>>,
    /// Which dialog is open.
    pub(super) dialog: RwSignal<Option<Dialog>>,
    /// How many reasons the big control has to rest.
    guards: RwSignal<u32>,
    /// How many reasons keys about what waits have to rest.
    settling: RwSignal<u32>,
    pub(super) socket: StoredValue<Option<Socket>, LocalStorage>,
}

/// What is asked or told apart from the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialog {
    /// Every key.
    Keys,
    /// Whether the panel shall end.
    End,
    /// Whether the pace shall change.
    Pace,
    /// An idea that was spoken aloud or written on paper.
    Entry,
}

impl Desk {
    pub(super) fn of(boot: ConsoleBoot) -> Self {
        let view = RwSignal::new(boot.console);
        let panel = Memo::new(move |_| view.with(panel_of));
        let agenda = Memo::new(move |_| {
            view.with(|view| {
                let items = panel_of(view).agenda.into_iter();
                let known = items.filter_map(|id| match view.values.get(&ConsoleKey::Activity(id)) {
                    Some(ConsoleValue::Activity(item)) => Some(item.clone()),
                    _ => None,
                });
                known.collect::<Vec<_>>()
            })
        });
        Self {
            view,
            panel,
            agenda,
            people: Memo::new(move |_| {
                view.with(|view| match view.values.get(&ConsoleKey::People) {
                    Some(ConsoleValue::People(people)) => *people,
                    _ => 0,
                })
            }),
            last_step: Memo::new(move |_| {
                view.with(|view| match view.values.get(&ConsoleKey::LastStep) {
                    Some(ConsoleValue::LastStep(step)) => Some(step.clone()),
                    _ => None,
                })
            }),
            ideas: Memo::new(move |_| view.with(ideas_of)),
            waits: Memo::new(move |_| {
                view.with(|view| match view.values.get(&ConsoleKey::Waiting) {
                    Some(ConsoleValue::Waiting(waiting)) => *waiting,
                    _ => 0,
                })
            }),
            held: Memo::new(move |_| view.with(held_of)),
            results: Memo::new(move |_| {
                view.with(|view| match view.values.get(&ConsoleKey::Results) {
                    Some(ConsoleValue::Results(results)) => Some(results.clone()),
                    _ => None,
                })
            }),
            items: Memo::new(move |_| {
                view.with(|view| {
                    let items = view.values.values().filter_map(|value| match value {
                        ConsoleValue::Item(item) => Some(item.clone()),
                        _ => None,
                    });
                    items.collect()
                })
            }),
            void: Memo::new(move |_| {
                view.with(|view| match view.values.get(&ConsoleKey::Void) {
                    Some(ConsoleValue::Void(void)) => *void,
                    _ => 0,
                })
            }),
            next: Memo::new(move |_| panel.with(|panel| agenda.with(|agenda| Next::of(panel, agenda)))),
            clock: Clock::at(boot.now),
            connection: RwSignal::new(Connection::Connecting),
            waiting: RwSignal::new(Vec::new()),
            refusals: RwSignal::new(Vec::new()),
            chosen: RwSignal::new(None),
            hiding: RwSignal::new(None),
            reading: RwSignal::new(None),
            merging: RwSignal::new(None),
            dialog: RwSignal::new(None),
            guards: RwSignal::new(0),
            settling: RwSignal::new(0),
            socket: StoredValue::new_local(None),
        }
    }

    /// What is on the projector.
    pub(super) fn focus(self) -> Option<Activity> {
        let focus = self.panel.with(|panel| panel.focus)?;
        self.activity(focus)
    }

    pub(super) fn activity(self, id: ActivityId) -> Option<Activity> {
        self.agenda
            .with(|agenda| agenda.iter().find(|item| item.id == id).cloned())
    }

    pub(super) fn named(self, id: ActivityId) -> String {
        self.agenda.with(|agenda| wording::named(agenda, id))
    }

    pub(super) fn domain(self, id: DomainId) -> Option<Domain> {
        self.panel
            .with(|panel| panel.domains.iter().find(|domain| domain.id == id).cloned())
    }

    pub(super) fn progress(self, id: ActivityId) -> Progress {
        self.view.with(|view| match view.values.get(&ConsoleKey::Progress(id)) {
            Some(ConsoleValue::Progress(progress)) => *progress,
            _ => Progress::default(),
        })
    }

    pub(super) fn has_ended(self) -> bool {
        self.panel.with(|panel| panel.status == Status::Ended)
    }

    pub(super) fn is_live(self) -> bool {
        self.connection.get() == Connection::Live
    }

    /// The reveal that can still be called back: the step to undo, and when it is too late.
    pub(super) fn due(self) -> Option<Due> {
        let activity = self.focus()?;
        let Reveal::Due { at } = activity.reveal else {
            return None;
        };
        let undo = self.last_step.with(|step| match step {
            Some(LastStep {
                command,
                event: Event::RevealDue { activity: due, .. },
                ..
            }) if *due == activity.id => Some(*command),
            _ => None,
        });
        Some(Due {
            seconds: self.clock.seconds_until(at),
            undo,
        })
    }

    /// Sends a step, and says by which id it waits. Without a connection nothing is kept for later: the room would move
    /// when nobody expects it any more.
    pub(super) fn send_step(self, step: Step) -> Option<CommandId> {
        if self.connection.get_untracked() != Connection::Live {
            self.refuse(&step, Live::NotSent.text());
            return None;
        }
        let id = CommandId(Uuid::new_v4());
        self.waiting.update(|waiting| waiting.push((id, step.clone())));
        self.send(id, &step);
        Some(id)
    }

    /// Sends a step that nothing waits for.
    pub(super) fn take(self, step: Step) {
        self.send_step(step);
    }

    /// Takes the next sensible step, unless that just changed or is on its way.
    pub(super) fn take_next(self) {
        if untrack(move || self.rests()) {
            return;
        }
        match self.next.get_untracked() {
            Next::End => self.dialog.set(Some(Dialog::End)),
            next => {
                if let Some(step) = next.step() {
                    self.guard();
                    self.take(step);
                }
            }
        }
    }

    /// Lets the big control rest for a moment.
    pub(super) fn guard(self) {
        rest_for(self.guards, GUARD);
    }

    /// Lets keys about what waits rest for a moment.
    pub(super) fn settle(self) {
        rest_for(self.settling, SETTLING);
    }

    /// Whether what is up among what waits just changed.
    pub(super) fn settles(self) -> bool {
        self.settling.get_untracked() > 0
    }

    /// Whether the big control does nothing right now.
    pub(super) fn rests(self) -> bool {
        self.guards.get() > 0 || !self.is_live() || !self.waiting.with(Vec::is_empty)
    }

    /// Takes the last step back.
    pub(super) fn undo(self) {
        if let Some(step) = self.last_step.get_untracked().filter(LastStep::can_be_undone) {
            self.take(Step::Undo { step: step.command });
        }
    }

    /// Adds minutes to the timer of what is on screen; from now on where none runs.
    pub(super) fn add_minutes(self, minutes: u32) {
        let Some(focus) = untrack(move || self.focus()) else {
            return;
        };
        let left = focus
            .deadline
            .map_or(0, |deadline| untrack(move || self.clock.seconds_until(deadline)));
        let seconds = u32::try_from(left).unwrap_or(0) + minutes * 60;
        self.take(Step::SetTimer {
            activity: focus.id,
            seconds: Some(seconds),
        });
    }

    /// Sends, or sends again, what was not answered. What cannot be sent now goes with the next welcome.
    pub(super) fn send(self, id: CommandId, step: &Step) {
        if let Some(Some(socket)) = self.socket.try_get_value() {
            let _ = socket.send(&ClientFrame::Submit {
                id,
                body: wire::to_body(step),
            });
        }
    }

    /// Says what was not done, and why.
    pub(super) fn refuse(self, step: &Step, why: &str) {
        let what = self.agenda.with_untracked(|agenda| wording::step(step, agenda));
        self.refusals.update(|refusals| {
            refusals.push((what, why.to_owned()));
            let surplus = refusals.len().saturating_sub(REFUSALS);
            refusals.drain(..surplus);
        });
    }
}

/// A reveal that is about to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Due {
    /// Until it comes.
    pub(super) seconds: i64,
    /// The step that announced it, where it was the last one and can be taken back.
    pub(super) undo: Option<CommandId>,
}

fn panel_of(view: &Console) -> ConsolePanel {
    match view.values.get(&ConsoleKey::Panel) {
        Some(ConsoleValue::Panel(panel)) => panel.clone(),
        _ => ConsolePanel {
            title: String::new(),
            host: String::new(),
            code: String::new(),
            status: Status::Running,
            rehearsal: false,
            pace: Pace::Led,
            integrity: Integrity::Open,
            capacity: 0,
            focus: None,
            agenda: Vec::new(),
            domains: Vec::new(),
            principles: Vec::new(),
            constituencies: Vec::new(),
        },
    }
}

fn ideas_of(view: &Console) -> Vec<(IdeaId, ConsoleIdea)> {
    let mut ideas: Vec<_> = view
        .values
        .iter()
        .filter_map(|(key, value)| match (key, value) {
            (ConsoleKey::Idea(id), ConsoleValue::Idea(idea)) => Some((*id, idea.clone())),
            _ => None,
        })
        .collect();
    ideas.sort_by_key(|(_, idea)| std::cmp::Reverse(idea.place));
    ideas
}

/// Adds a reason to rest, for so long.
fn rest_for(reasons: RwSignal<u32>, time: Duration) {
    reasons.update(|reasons| *reasons += 1);
    set_timeout(move || reasons.update(|reasons| *reasons -= 1), time);
}

fn held_of(view: &Console) -> Vec<(IdeaId, HeldIdea)> {
    let held = view.values.iter().filter_map(|(key, value)| match (key, value) {
        (ConsoleKey::Held(id), ConsoleValue::Held(held)) => Some((*id, held.clone())),
        _ => None,
    });
    let mut held: Vec<_> = held.collect();
    held.sort_by_key(|(_, held)| held.before);
    held
}
