//! What boards decided at the panels of an initiative, and how a later panel knows of it.

use uuid::Uuid;
use visioncast_app::page::{OwnDecision, OwnStatement};
use visioncast_model::{
    Actor, Command, CommandId, EarlierDecision, IdeaId, Import, InitiativeId, ItemId, Panel, PanelId, Recommendation,
    Rejection, Reviewed, WordsId,
};

use crate::{
    live::{RoomHandle, Rooms},
    store::{Entry, StoreError},
};

/// Why nothing was brought.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BringError {
    #[error("{0}")]
    Store(#[from] StoreError),
    #[error("{0}")]
    Rejected(#[from] Rejection),
}

/// What the board of a panel has decided, in the order in which it first did, as far as another panel may know: words
/// that are no longer to be quoted stay where they are.
pub(crate) fn decided(panel: &Panel) -> Vec<EarlierDecision> {
    let mut all: Vec<EarlierDecision> = Vec::new();
    let text = |words: Option<WordsId>| words.and_then(|words| panel.text(words)).unwrap_or_default();
    for reviewed in panel.reviews() {
        let recommendation = reviewed.recommendation;
        if all.iter().any(|known| known.recommendation == recommendation) {
            continue;
        }
        let holds = panel.review(recommendation).unwrap_or(reviewed);
        if let (Some(ruling), Some(what)) = (holds.ruling, quotable(panel, recommendation)) {
            all.push(EarlierDecision {
                panel: panel.id().unwrap_or(PanelId(Uuid::nil())),
                title: panel.title().to_owned(),
                recommendation,
                ruling,
                what,
                owner: text(holds.owner).to_owned(),
                horizon: text(holds.horizon).to_owned(),
            });
        }
    }
    all
}

/// What is recommended, in the words of the room, whether they may be quoted or not; none where they were erased.
pub(crate) fn recommended(panel: &Panel, recommendation: Recommendation) -> Option<String> {
    match recommendation {
        Recommendation::Idea(idea) => panel.words(panel.ideas().get(&idea)?).map(str::to_owned),
        Recommendation::Theme(theme) => panel.theme_name(panel.themes().theme(theme)?).map(str::to_owned),
        Recommendation::Item(activity, item) => match item {
            ItemId::Theme(_) => panel.given_name(activity, item).map(str::to_owned),
            item => panel.item_text(panel.activity(activity)?, item),
        },
        Recommendation::Step(number) => {
            let mut steps = panel.framework().steps.iter();
            steps.find(|step| step.number == number).map(|step| step.name.clone())
        }
    }
}

/// The same, where it may be quoted.
fn quotable(panel: &Panel, recommendation: Recommendation) -> Option<String> {
    let of_idea = match recommendation {
        Recommendation::Idea(idea) | Recommendation::Item(_, ItemId::Idea(idea)) => Some(idea),
        _ => None,
    };
    let may = |idea: IdeaId| {
        let idea = panel.ideas().get(&idea);
        idea.is_some_and(|idea| idea.quotable && idea.hidden.is_none())
    };
    of_idea
        .is_none_or(may)
        .then(|| recommended(panel, recommendation))
        .flatten()
}

/// Tells a later panel what the board of an earlier one decided; returns whether anything of it was new there.
///
/// # Errors
/// Where one of them does not answer.
pub(crate) async fn bring(from: &RoomHandle, to: &RoomHandle) -> Result<bool, Rejection> {
    let decisions = from.look(decided).await.ok_or(Rejection::Unavailable)?;
    let before = to.look(Panel::seq).await;
    for decision in decisions {
        let import = Command::Import(Import::Decided(decision));
        to.submit(Actor::System, CommandId(Uuid::new_v4()), import).await?;
    }
    Ok(to.look(Panel::seq).await != before)
}

/// Tells a panel that has just begun what was decided at the last event of its initiative.
///
/// # Errors
/// Where a panel does not answer; it can be told later.
pub(crate) async fn bring_latest(rooms: &Rooms, initiative: InitiativeId, to: &Entry) -> Result<(), BringError> {
    let entries = rooms.store.panels_of(initiative).await?;
    let earlier = entries.into_iter().rev().filter(|entry| entry.id != to.id);
    for entry in earlier {
        let from = rooms.open(entry).await?;
        let any = from.look(|panel| !decided(panel).is_empty()).await;
        if any.ok_or(Rejection::Unavailable)? {
            let to = rooms.open(to.clone()).await?;
            bring(&from, &to).await?;
            return Ok(());
        }
    }
    Ok(())
}

/// What the board decided on an idea, and on the theme that it is in.
pub(super) fn on_idea(panel: &Panel, idea: IdeaId) -> Vec<OwnDecision> {
    let theme = panel.themes().home(idea).map(Recommendation::Theme);
    let all = std::iter::once(Recommendation::Idea(idea)).chain(theme);
    let decided = all.filter_map(|recommendation| panel.review(recommendation));
    decided.filter_map(|reviewed| decision(panel, reviewed)).collect()
}

fn decision(panel: &Panel, reviewed: &Reviewed) -> Option<OwnDecision> {
    let text = |words: Option<WordsId>| words.and_then(|words| panel.text(words)).map(str::to_owned);
    Some(OwnDecision {
        event: None,
        ruling: reviewed.ruling?,
        owner: text(reviewed.owner),
        horizon: text(reviewed.horizon),
    })
}

/// Adds to somebody's statement what the board of a later panel decided on it.
pub(super) fn add_later(statement: &mut OwnStatement, title: &str, decisions: &[OwnDecision]) {
    let later = decisions.iter().cloned().map(|decision| OwnDecision {
        event: Some(title.to_owned()),
        ..decision
    });
    statement.decided.extend(later);
}
