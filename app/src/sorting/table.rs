use std::{collections::BTreeSet, time::Duration};

use leptos::prelude::*;
use uuid::Uuid;
use visioncast_model::{
    ActivityId, Arrange, CommandId, Domain, DomainId, IdeaId, Seq, Status, ThemeId,
    view::{By, Desk as View, DeskKey, DeskStep, DeskValue},
    wire::{self, ClientFrame},
};

use super::{
    lying::Lying,
    outbox::Outbox,
    wording::{quoted, somebody, state_of, steps_on},
};
use crate::{
    browser::{Connection, Socket},
    clock::Clock,
    language::Desk,
    page::DeskBoot,
};

/// The most ideas that one step moves: its frame stays well below what the server takes.
const MOVED: usize = 500;
/// How often what is in hand is taken in hand again, before it lets go by itself.
const RENEWED: Duration = Duration::from_secs(8);
/// For how long that goes on: whoever went for a coffee lets go.
const PATIENCE: u32 = 8;
/// The most refusals that are shown at once.
const REFUSALS: usize = 3;
/// What was saved counts for so long where nothing new comes from the server: it changed nothing.
const SETTLED: Duration = Duration::from_secs(2);

/// The desk as it lies before somebody: what the server says, what they have in hand, and what is on its way.
#[derive(Clone, Copy)]
pub(super) struct Table {
    pub(super) view: RwSignal<View>,
    pub(super) lying: Memo<Lying>,
    /// What is chosen, to move together.
    pub(super) chosen: RwSignal<BTreeSet<IdeaId>>,
    /// What is dragged right now, and where it would go.
    pub(super) over: RwSignal<Option<Drop>>,
    /// The theme that is being worded.
    pub(super) worded: RwSignal<Option<Worded>>,
    /// What the list of loose ideas is narrowed to.
    pub(super) sought: RwSignal<String>,
    /// Who has which idea in hand, apart from oneself.
    pub(super) held: Memo<Vec<(IdeaId, By)>>,
    pub(super) steps: Memo<Vec<DeskStep>>,
    pub(super) connection: RwSignal<Connection>,
    pub(super) refusals: RwSignal<Vec<String>>,
    /// What somebody who does not see the desk should hear.
    pub(super) said: RwSignal<String>,
    pub(super) clock: Clock,
    pub(super) socket: StoredValue<Option<Socket>, LocalStorage>,
    waiting: RwSignal<Vec<(CommandId, Arrange)>>,
    /// What is saved, and from where on the view shows it.
    saved: StoredValue<Vec<(CommandId, Seq)>>,
    mine: RwSignal<Vec<CommandId>>,
    in_hand: StoredValue<(Vec<IdeaId>, u32)>,
    fixed: StoredValue<Fixed>,
}

/// What stays as it is.
struct Fixed {
    prompt: ActivityId,
    me: By,
    names: Vec<(By, String)>,
    domains: Vec<Domain>,
    outbox: Outbox,
}

/// A theme that is being worded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Worded {
    pub(super) theme: ThemeId,
    /// The name and meaning that were typed before and did not get through; none where it begins with what is there.
    pub(super) typed: Option<(String, String)>,
}

/// Where something goes that is let go of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Drop {
    /// Into a theme, in that place or at its end.
    Theme(ThemeId, Option<u16>),
    /// Into none.
    Loose,
    /// Into a new one.
    New,
}

impl Table {
    pub(super) fn of(boot: &DeskBoot) -> Self {
        let view = RwSignal::new(View::default());
        let outbox = Outbox::of(boot.prompt);
        let waiting = RwSignal::new(outbox.load());
        let clock = Clock::at(boot.now);
        let me = boot.me;
        let moment = Memo::new(move |_| clock.now().0 / 1_000);
        let in_hand = StoredValue::new((Vec::new(), 0));
        Self {
            view,
            lying: Memo::new(move |_| view.with(|view| waiting.with(|waiting| Lying::of(view, waiting)))),
            chosen: RwSignal::new(BTreeSet::new()),
            over: RwSignal::new(None),
            worded: RwSignal::new(None),
            sought: RwSignal::new(String::new()),
            held: Memo::new(move |_| {
                let held = view.with(|view| in_hand.with_value(|(mine, _)| held_by_others(view, me, mine)));
                if held.is_empty() {
                    return Vec::new();
                }
                let now = moment.get() * 1_000;
                let still = held.into_iter().filter(|(_, _, until)| *until > now);
                still.map(|(idea, by, _)| (idea, by)).collect()
            }),
            steps: Memo::new(move |_| view.with(steps_on)),
            connection: RwSignal::new(Connection::Connecting),
            refusals: RwSignal::new(Vec::new()),
            said: RwSignal::new(String::new()),
            clock,
            socket: StoredValue::new_local(None),
            waiting,
            saved: StoredValue::new(Vec::new()),
            mine: RwSignal::new(boot.mine.clone()),
            in_hand,
            fixed: StoredValue::new(Fixed {
                prompt: boot.prompt,
                me,
                names: boot.names.clone(),
                domains: boot.domains.clone(),
                outbox,
            }),
        }
    }

    pub(super) fn is_facilitators(self) -> bool {
        self.fixed.with_value(|fixed| matches!(fixed.me, By::Facilitator(_)))
    }

    /// Whether whoever sits here may change anything now.
    pub(super) fn may_sort(self) -> bool {
        let me = self.fixed.with_value(|fixed| fixed.me);
        self.view.with(|view| {
            state_of(view).is_some_and(|state| {
                state.status == Status::Running
                    && match me {
                        By::Facilitator(_) => true,
                        By::Panelist(_) => state.panelists,
                        By::Somebody | By::Program => state.everybody,
                    }
            })
        })
    }

    /// Whether something is dragged right now.
    pub(super) fn is_in_hand(self) -> bool {
        self.over.with_untracked(Option::is_some)
    }

    pub(super) fn prompt(self) -> ActivityId {
        self.fixed.with_value(|fixed| fixed.prompt)
    }

    pub(super) fn domain(self, id: DomainId) -> Option<Domain> {
        self.fixed
            .with_value(|fixed| fixed.domains.iter().find(|domain| domain.id == id).cloned())
    }

    /// What whoever did something is called here.
    pub(super) fn who(self, by: By) -> String {
        self.fixed.with_value(|fixed| {
            if fixed.me == by && by != By::Somebody {
                // On another device of theirs.
                return Desk::You.owned();
            }
            let known = fixed.names.iter().find(|(known, _)| *known == by);
            known.map_or_else(|| somebody(by).owned(), |(_, name)| name.clone())
        })
    }

    /// Whether a step was taken here.
    pub(super) fn took(self, step: CommandId) -> bool {
        self.mine.with(|mine| mine.contains(&step))
    }

    /// What whoever took a step is called here.
    pub(super) fn who_took(self, step: &DeskStep) -> String {
        if self.took(step.command) {
            return Desk::You.owned();
        }
        self.who(step.by)
    }

    /// Whether whoever sits here may take that step back.
    pub(super) fn may_undo(self, step: &DeskStep) -> bool {
        !step.undone && (self.is_facilitators() || self.took(step.command))
    }

    pub(super) fn waiting_count(self) -> usize {
        self.waiting.with(Vec::len)
    }

    /// Takes a step: it is kept, shown as done, and sent as soon as that can be.
    pub(super) fn take(self, arrange: Arrange) -> CommandId {
        let id = CommandId(Uuid::new_v4());
        self.send(id, &arrange);
        self.mine.update(|mine| mine.push(id));
        self.waiting.update(|waiting| waiting.push((id, arrange)));
        self.keep();
        id
    }

    /// Puts ideas where they belong, each from where it is.
    pub(super) fn put(self, ideas: &[IdeaId], to: Drop) {
        if ideas.is_empty() || !untrack(move || self.may_sort()) {
            return;
        }
        let prompt = self.prompt();
        let to = match to {
            Drop::New => {
                let made = self.make(ideas, String::new());
                self.word(made, None);
                return;
            }
            Drop::Theme(theme, place) => Some((theme, place)),
            Drop::Loose => None,
        };
        for (number, some) in ideas.chunks(MOVED).enumerate() {
            self.take(Arrange::Move {
                prompt,
                ideas: some.to_vec(),
                to: to.map(|(theme, _)| theme),
                place: to
                    .and_then(|(_, place)| place)
                    .map(|place| place.saturating_add((number * MOVED) as u16)),
            });
        }
        let theme = to.map_or_else(
            || Desk::NoTheme.owned(),
            |(theme, _)| self.lying.with_untracked(|lying| quoted(lying.name(theme))),
        );
        let said = Desk::MovedTo.count_with(
            ideas.len() as u32,
            &[("count", ideas.len().to_string()), ("theme", theme)],
        );
        self.said.set(said);
        self.forget(ideas);
    }

    /// Makes a theme of ideas.
    pub(super) fn make(self, ideas: &[IdeaId], name: String) -> ThemeId {
        let prompt = self.prompt();
        let (first, rest) = ideas.split_at(ideas.len().min(MOVED));
        let made = self.take(Arrange::Make {
            prompt,
            domain: None,
            name,
            ideas: first.to_vec(),
        });
        self.forget(ideas);
        if !rest.is_empty() {
            self.put(rest, Drop::Theme(ThemeId(made.0), None));
        }
        ThemeId(made.0)
    }

    /// Takes the last step back that was taken here and stands.
    pub(super) fn undo(self) {
        let last = self.steps.with_untracked(|steps| {
            let mine = self.mine.get_untracked();
            let stands = |step: &&DeskStep| !step.undone && mine.contains(&step.command);
            steps.iter().find(stands).map(|step| step.command)
        });
        if let Some(step) = last {
            self.take(Arrange::Undo { step });
        }
    }

    /// Opens the form that words a theme.
    pub(super) fn word(self, theme: ThemeId, typed: Option<(String, String)>) {
        self.worded.set(Some(Worded { theme, typed }));
    }

    /// Chooses an idea, or no longer.
    pub(super) fn choose(self, idea: IdeaId) {
        self.chosen.update(|chosen| {
            if !chosen.remove(&idea) {
                chosen.insert(idea);
            }
        });
        let chosen: Vec<IdeaId> = self.chosen.get_untracked().into_iter().collect();
        self.hold(chosen);
    }

    /// Chooses nothing any more.
    pub(super) fn let_go(self) {
        self.chosen.set(BTreeSet::new());
        self.hold(Vec::new());
    }

    /// What is chosen, in the order in which it lies.
    pub(super) fn chosen_in_order(self) -> Vec<IdeaId> {
        let chosen = self.chosen.get_untracked();
        self.lying.with_untracked(|lying| {
            let grouped = lying.order.iter().filter_map(|id| lying.themes.get(id));
            let all = lying.loose.iter().chain(grouped.flat_map(|theme| theme.ideas.iter()));
            all.copied().filter(|idea| chosen.contains(idea)).collect()
        })
    }

    /// Shows others that these are in hand, and no longer what was before.
    pub(super) fn hold(self, ideas: Vec<IdeaId>) {
        let (before, _) = self.in_hand.get_value();
        let prompt = self.prompt();
        let gone: Vec<IdeaId> = before.iter().copied().filter(|idea| !ideas.contains(idea)).collect();
        let fresh: Vec<IdeaId> = ideas.iter().copied().filter(|idea| !before.contains(idea)).collect();
        self.in_hand.set_value((ideas, PATIENCE));
        // What is in hand is for others who are here now: nothing of it is kept for later.
        if !gone.is_empty() {
            self.pass(Arrange::LetGo { prompt, ideas: gone });
        }
        if !fresh.is_empty() {
            self.pass(Arrange::Hold { prompt, ideas: fresh });
        }
    }

    /// Keeps in hand what is, as long as that is likely to be meant.
    pub(super) fn keep_hold(self) {
        set_interval(
            move || {
                let (ideas, patience) = self.in_hand.get_value();
                if ideas.is_empty() || patience == 0 {
                    return;
                }
                let prompt = self.prompt();
                self.pass(Arrange::Hold {
                    prompt,
                    ideas: ideas.clone(),
                });
                self.in_hand.set_value((ideas, patience - 1));
            },
            RENEWED,
        );
    }

    /// Sends something that is for the moment alone.
    fn pass(self, arrange: Arrange) {
        if untrack(move || self.may_sort()) {
            self.send(CommandId(Uuid::new_v4()), &arrange);
        }
    }

    pub(super) fn send_all_again(self) {
        let saved = self.saved.get_value();
        for (id, arrange) in self.waiting.get_untracked() {
            if saved.iter().all(|(known, _)| *known != id) {
                self.send(id, &arrange);
            }
        }
    }

    pub(super) fn send(self, id: CommandId, arrange: &Arrange) {
        let body = wire::to_body(arrange);
        self.socket.with_value(|socket| {
            if let Some(socket) = socket {
                // Where it does not go out, it goes out with the next connection.
                let _ = socket.send(&ClientFrame::Submit { id, body });
            }
        });
    }

    /// These are durable; they count as on their way until the view shows them.
    pub(super) fn note_saved(self, commands: Vec<(CommandId, Seq)>) {
        self.saved.update_value(|saved| saved.extend(commands.iter().copied()));
        self.settle();
        set_timeout(
            move || self.discard(|id| commands.iter().any(|(saved, _)| *saved == id)),
            SETTLED,
        );
    }

    /// Drops what the view shows by now.
    pub(super) fn settle(self) {
        let seen = self.view.with_untracked(|view| view.seq);
        let settled: Vec<CommandId> = self
            .saved
            .get_value()
            .into_iter()
            .filter(|(_, seq)| *seq <= seen)
            .map(|(id, _)| id)
            .collect();
        if !settled.is_empty() {
            self.discard(|id| settled.contains(&id));
        }
    }

    /// A step had no effect.
    pub(super) fn refuse(self, id: CommandId, why: String) {
        if self.waiting_step(id).is_none() {
            // What was only to be taken in hand is in another hand: the desk shows that.
            return;
        }
        self.discard(|known| known == id);
        self.refusals.update(|refusals| {
            refusals.retain(|known| *known != why);
            refusals.push(why);
            let most = refusals.len().saturating_sub(REFUSALS);
            refusals.drain(..most);
        });
    }

    pub(super) fn waiting_step(self, id: CommandId) -> Option<Arrange> {
        let waiting = self.waiting.get_untracked();
        waiting
            .into_iter()
            .find(|(known, _)| *known == id)
            .map(|(_, step)| step)
    }

    fn discard(self, which: impl Fn(CommandId) -> bool) {
        self.saved.update_value(|saved| saved.retain(|(id, _)| !which(*id)));
        if self
            .waiting
            .with_untracked(|waiting| waiting.iter().any(|(id, _)| which(*id)))
        {
            self.waiting.update(|waiting| waiting.retain(|(id, _)| !which(*id)));
            self.keep();
        }
    }

    fn keep(self) {
        let waiting = self.waiting.get_untracked();
        self.fixed.with_value(|fixed| fixed.outbox.keep(&waiting));
    }

    /// What was moved is in hand no more.
    fn forget(self, ideas: &[IdeaId]) {
        self.chosen.update(|chosen| chosen.retain(|idea| !ideas.contains(idea)));
        self.in_hand
            .update_value(|(in_hand, _)| in_hand.retain(|idea| !ideas.contains(idea)));
    }
}

fn held_by_others(view: &View, me: By, mine: &[IdeaId]) -> Vec<(IdeaId, By, i64)> {
    let held = view.values.iter().filter_map(|(key, value)| match (key, value) {
        (DeskKey::Held(idea), DeskValue::Held(by, until)) => Some((*idea, *by, until.0)),
        _ => None,
    });
    // Of somebody in the room nobody is told who it is: only this page knows what is in its own hand.
    held.filter(|(idea, by, _)| *by != me || *by == By::Somebody && !mine.contains(idea))
        .collect()
}
