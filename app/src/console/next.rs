use visioncast_model::{Activity, ActivityId, Arrivals, Items, Kind, Reveal, State, Status, Step, view::ConsolePanel};

/// The next sensible step of a panel: what the one big control does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Take answers to the next item.
    Open(ActivityId),
    /// Take no more.
    Close(ActivityId),
    /// Show what the room answered.
    Reveal(ActivityId),
    /// Wait, or call the reveal back.
    CallBack(ActivityId),
    /// Bring another item on screen that is open already.
    Show(ActivityId),
    /// Show more of what the room answered: by group, then across groups.
    Further(ActivityId),
    /// Put something on the agenda first.
    Plan,
    /// End the panel: all is done.
    End,
    /// Nothing more is to be done.
    Ended,
}

impl Next {
    /// As things stand, with the agenda in its order.
    pub(super) fn of(panel: &ConsolePanel, agenda: &[Activity]) -> Self {
        if panel.status == Status::Ended {
            return Self::Ended;
        }
        let place = agenda.iter().position(|item| Some(item.id) == panel.focus);
        if let Some(current) = place.map(|place| &agenda[place]) {
            let id = current.id;
            match (current.state, current.reveal) {
                (_, Reveal::Due { .. }) => return Self::CallBack(id),
                (State::Open, _) => return Self::Close(id),
                (State::Closed, Reveal::Hidden) if is_revealed(current) => return Self::Reveal(id),
                (State::Closed, Reveal::Shown { .. }) if has_more(current) => return Self::Further(id),
                _ => {}
            }
        }
        if let Some(open) = agenda.iter().find(|item| item.is_open()) {
            return Self::Show(open.id);
        }
        let (before, behind) = agenda.split_at(place.map_or(0, |place| place + 1));
        let planned = |item: &&Activity| item.state == State::Planned;
        match behind.iter().find(planned).or_else(|| before.iter().find(planned)) {
            Some(planned) => Self::Open(planned.id),
            None if agenda.is_empty() => Self::Plan,
            None => Self::End,
        }
    }

    /// The step itself, where one press takes it.
    pub(super) const fn step(self) -> Option<Step> {
        Some(match self {
            Self::Open(activity) => Step::Open {
                activity,
                alongside: false,
            },
            Self::Close(activity) => Step::Close { activity },
            Self::Reveal(activity) => Step::Reveal { activity },
            Self::Further(activity) => Step::ShowFurther { activity },
            Self::Show(activity) => Step::Focus {
                activity: Some(activity),
            },
            Self::CallBack(_) | Self::Plan | Self::End | Self::Ended => return None,
        })
    }
}

/// Whether more than what is shown can be, step by step: for votes on themes, which are made for it.
fn has_more(activity: &Activity) -> bool {
    let themes = activity
        .survey()
        .is_some_and(|survey| matches!(survey.items, Items::Themes(_)));
    themes && activity.can_go_further()
}

/// Whether there is something to show at a reveal.
pub(super) const fn is_revealed(activity: &Activity) -> bool {
    match &activity.plan.kind {
        Kind::Prompt(prompt) => matches!(prompt.arrivals, Arrivals::AtReveal),
        Kind::Judgement(_) | Kind::Survey(_) | Kind::Reflection(_) => true,
        Kind::Volunteers | Kind::Grouping(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;
    use visioncast_model::{Judgement, Plan, Prompt, Timestamp};

    fn id(number: u128) -> ActivityId {
        ActivityId(Uuid::from_u128(number))
    }

    fn item(number: u128, kind: Kind, state: State, reveal: Reveal) -> Activity {
        let plan = Plan::new(String::new(), String::new(), 0, kind);
        Activity {
            id: id(number),
            plan,
            state,
            reveal,
            deadline: None,
            edits: 0,
            face: visioncast_model::Face::Ideas,
            further: 0,
        }
    }

    fn prompt(number: u128, state: State) -> Activity {
        item(number, Kind::Prompt(Prompt::default()), state, Reveal::Hidden)
    }

    fn vote(number: u128, state: State, reveal: Reveal) -> Activity {
        item(number, Kind::Judgement(Judgement { prompt: id(1) }), state, reveal)
    }

    fn next(focus: Option<u128>, agenda: &[Activity]) -> Next {
        Next::of(&panel(focus, Status::Running), agenda)
    }

    fn panel(focus: Option<u128>, status: Status) -> ConsolePanel {
        ConsolePanel {
            title: String::new(),
            host: String::new(),
            code: String::new(),
            status,
            rehearsal: false,
            integrity: visioncast_model::Integrity::Open,
            pace: visioncast_model::Pace::Led,
            capacity: 0,
            focus: focus.map(id),
            agenda: Vec::new(),
            domains: Vec::new(),
            principles: Vec::new(),
            constituencies: Vec::new(),
        }
    }

    #[test]
    fn a_panel_runs_through_by_one_control() {
        let shown = Reveal::Shown { at: Timestamp(0) };
        let two = |one, other| [prompt(1, one), vote(2, other, Reveal::Hidden)];
        assert_eq!(next(None, &[]), Next::Plan);
        assert_eq!(next(None, &two(State::Planned, State::Planned)), Next::Open(id(1)));
        assert_eq!(next(Some(1), &two(State::Open, State::Planned)), Next::Close(id(1)));
        assert_eq!(next(Some(1), &two(State::Closed, State::Planned)), Next::Open(id(2)));
        assert_eq!(next(Some(2), &two(State::Closed, State::Open)), Next::Close(id(2)));
        assert_eq!(next(Some(2), &two(State::Closed, State::Closed)), Next::Reveal(id(2)));
        let done = [prompt(1, State::Closed), vote(2, State::Closed, shown)];
        assert_eq!(next(Some(2), &done), Next::End);
        assert_eq!(Next::of(&panel(Some(2), Status::Ended), &done), Next::Ended);
    }

    #[test]
    fn while_a_reveal_is_due_nothing_is_taken_by_the_big_control() {
        let due = [
            vote(2, State::Closed, Reveal::Due { at: Timestamp(5) }),
            prompt(3, State::Planned),
        ];
        assert_eq!(next(Some(2), &due), Next::CallBack(id(2)));
        assert_eq!(next(Some(2), &due).step(), None);
    }

    #[test]
    fn what_is_open_beside_comes_before_the_next_item() {
        let agenda = [
            prompt(1, State::Closed),
            prompt(2, State::Open),
            prompt(3, State::Planned),
        ];
        assert_eq!(next(Some(1), &agenda), Next::Show(id(2)));
        assert_eq!(next(None, &agenda), Next::Show(id(2)));
    }

    #[test]
    fn what_was_skipped_is_offered_at_the_end() {
        let agenda = [prompt(1, State::Planned), prompt(2, State::Closed)];
        assert_eq!(next(Some(2), &agenda), Next::Open(id(1)));
    }
}
