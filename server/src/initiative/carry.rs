//! Statements of an earlier panel, taken into a later one word for word.

use std::collections::BTreeSet;

use uuid::Uuid;
use visioncast_model::{
    ActivityId, Actor, Command, CommandId, DomainId, IdeaId, Import, Kind, Panel, PanelId, Rejection, Tally,
    view::sureness,
};

use super::comparison::revealed;
use crate::live::RoomHandle;

/// Which statements to carry over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// All that can be seen.
    All,
    /// So many, the most surely supported first.
    Top(usize),
    /// Those that were picked by hand.
    These(BTreeSet<IdeaId>),
}

/// A statement that can be carried over.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Offer {
    pub(crate) idea: IdeaId,
    pub(crate) words: String,
    pub(crate) domain: Option<DomainId>,
    pub(crate) quotable: bool,
    /// What the room said to it, where that was revealed.
    pub(crate) tally: Option<Tally>,
}

/// Why nothing was carried over.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CarryError {
    #[error("no statement was chosen")]
    Nothing,
    #[error("the later panel has no such question")]
    NoPrompt,
    #[error("both panels are the same")]
    SamePanel,
    #[error("{0}")]
    Rejected(#[from] Rejection),
}

/// What a panel has to carry over: what can be seen and has words, the most surely supported first.
pub(crate) fn offered(panel: &Panel) -> Vec<Offer> {
    let totals = revealed(panel);
    let mut offers: Vec<Offer> = panel
        .ideas()
        .iter()
        .filter(|(_, idea)| idea.hidden.is_none())
        .filter_map(|(id, idea)| {
            Some(Offer {
                idea: *id,
                words: panel.words(idea)?.to_owned(),
                domain: idea.domain,
                quotable: idea.quotable,
                tally: totals.get(id).copied(),
            })
        })
        .collect();
    let support = |offer: &Offer| offer.tally.map_or(-1.0, sureness);
    offers.sort_by(|one, other| {
        support(other)
            .total_cmp(&support(one))
            .then(one.words.cmp(&other.words))
    });
    offers
}

/// Carries statements over, each once; returns how many are new there.
///
/// # Errors
/// Where there is nothing to carry, or the later panel does not take it.
pub(crate) async fn carry_over(
    from: &RoomHandle,
    to: &RoomHandle,
    activity: ActivityId,
    which: &Which,
) -> Result<u32, CarryError> {
    if from.entry.id == to.entry.id {
        return Err(CarryError::SamePanel);
    }
    let known = to.look(move |panel| known_in(panel, activity)).await;
    let known = known.ok_or(Rejection::Unavailable)?.ok_or(CarryError::NoPrompt)?;
    let offers = from.look(offered).await.ok_or(Rejection::Unavailable)?;
    let chosen: Vec<Offer> = match which {
        Which::All => offers,
        Which::Top(most) => offers
            .into_iter()
            .filter(|offer| offer.tally.is_some())
            .take(*most)
            .collect(),
        Which::These(ideas) => offers.into_iter().filter(|offer| ideas.contains(&offer.idea)).collect(),
    };
    if chosen.is_empty() {
        return Err(CarryError::Nothing);
    }
    let mut carried = 0;
    for offer in chosen {
        if known.contains(&offer.idea.to_string()) {
            continue;
        }
        let import = earlier(offer, activity, from.entry.id);
        to.submit(Actor::System, CommandId(Uuid::new_v4()), Command::Import(import))
            .await?;
        carried += 1;
    }
    Ok(carried)
}

fn earlier(offer: Offer, activity: ActivityId, panel: PanelId) -> Import {
    let Offer {
        idea,
        words,
        domain,
        quotable,
        ..
    } = offer;
    Import::Earlier {
        activity,
        domain,
        words,
        quotable,
        idea,
        panel,
    }
}

/// Where the ideas of a prompt came from; none where it is no prompt.
fn known_in(panel: &Panel, activity: ActivityId) -> Option<BTreeSet<String>> {
    let prompt = panel.activity(activity)?;
    matches!(prompt.plan.kind, Kind::Prompt(_)).then(|| {
        let ideas = panel.ideas_of(activity);
        ideas.filter_map(|(_, idea)| idea.source_id.clone()).collect()
    })
}
