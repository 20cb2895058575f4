use visioncast_model::{
    IdeaId, StepKind, ThemeId,
    view::{By, Desk as View, DeskIdea, DeskKey, DeskState, DeskStep, DeskTheme, DeskValue},
};

use crate::{
    chart::shortened,
    language::{Desk, Live},
};

/// The longest name of a theme in a choice or sentence, in characters.
const SHORT: usize = 60;

/// How a desk stands; none before it is there.
pub(crate) fn state_of(desk: &View) -> Option<&DeskState> {
    match desk.values.get(&DeskKey::State)? {
        DeskValue::State(state) => Some(state),
        _ => None,
    }
}

/// The themes on a desk, in order.
pub(crate) fn themes_on(desk: &View) -> Vec<(ThemeId, &DeskTheme)> {
    let order = state_of(desk).map(|state| state.order.as_slice()).unwrap_or_default();
    let theme = |id: &ThemeId| match desk.values.get(&DeskKey::Theme(*id))? {
        DeskValue::Theme(theme) => Some((*id, theme)),
        _ => None,
    };
    order.iter().filter_map(theme).collect()
}

/// An idea on a desk.
pub(crate) fn idea_on(desk: &View, id: IdeaId) -> Option<&DeskIdea> {
    match desk.values.get(&DeskKey::Idea(id))? {
        DeskValue::Idea(idea) => Some(idea),
        _ => None,
    }
}

/// The ideas on a desk, in the order of their arrival.
pub(crate) fn arrived(desk: &View) -> Vec<(IdeaId, &DeskIdea)> {
    let ideas = desk.values.iter().filter_map(|(key, value)| match (key, value) {
        (DeskKey::Idea(id), DeskValue::Idea(idea)) => Some((*id, idea)),
        _ => None,
    });
    let mut ideas: Vec<_> = ideas.collect();
    ideas.sort_by_key(|(_, idea)| idea.place);
    ideas
}

/// The last steps on a desk, newest first.
pub(crate) fn steps_on(desk: &View) -> Vec<DeskStep> {
    let steps = desk.values.values().filter_map(|value| match value {
        DeskValue::Step(step) => Some(step.clone()),
        _ => None,
    });
    steps.collect()
}

/// What a theme is called on screen.
pub(crate) fn named(name: &str) -> String {
    if name.is_empty() {
        Live::UnnamedTheme.owned()
    } else {
        name.to_owned()
    }
}

/// What a theme is called within a sentence or a choice.
pub(crate) fn quoted(name: &str) -> String {
    Live::Quoted.with(&[("words", shortened(&named(name), SHORT))])
}

/// What a step did, as a sentence.
pub(crate) fn in_words(step: &DeskStep) -> String {
    let about = |words: Desk| words.with(&[("theme", quoted(&step.theme))]);
    match step.kind {
        StepKind::Made => about(Desk::StepMade),
        StepKind::Worded => about(Desk::StepWorded),
        StepKind::Moved => Desk::StepMoved.count(step.ideas),
        StepKind::Merged => about(Desk::StepMerged),
        StepKind::Reordered => about(Desk::StepReordered),
        StepKind::Parked => about(Desk::StepParked),
        StepKind::Locked => about(Desk::StepLocked),
        StepKind::Removed => about(Desk::StepRemoved),
        StepKind::TookBack => Desk::StepTookBack.owned(),
    }
}

/// Who it was, where nobody's name is known.
pub(crate) const fn somebody(by: By) -> Desk {
    match by {
        By::Facilitator(_) => Desk::AFacilitator,
        By::Panelist(_) => Desk::APanelist,
        By::Somebody => Desk::Somebody,
        By::Program => Desk::TheProgram,
    }
}
