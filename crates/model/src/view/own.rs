//! What one person may know beside the room: what is theirs.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Patch, View};
use crate::{
    ActivityId, Actor, Affiliation, ConstituencyId, DomainId, Event, HideReason, IdeaId, Panel, PersonId, Recorded,
};

/// What is one person's own.
pub type Own = View<OwnKey, OwnValue>;

/// What an own view is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum OwnKey {
    /// What I said of myself.
    Me,
    /// What is before me in an open judgement.
    Hand(ActivityId),
    /// An idea of mine.
    Idea(IdeaId),
}

/// See [`OwnKey`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OwnValue {
    /// What I said of myself.
    Me(Me),
    /// What is before me.
    Hand(Hand),
    /// An idea of mine.
    Idea(OwnIdea),
}

/// What I said of myself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// My groups.
    pub constituencies: BTreeSet<ConstituencyId>,
    /// Whether I am a member.
    pub affiliation: Option<Affiliation>,
}

/// What is before me in a judgement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hand {
    /// What comes next, in this order.
    pub next: Vec<DealtIdea>,
    /// How many I have judged.
    pub judged: u32,
}

/// An idea that was dealt to me.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DealtIdea {
    /// Which.
    pub idea: IdeaId,
    /// Its words; none where they were erased.
    pub words: Option<String>,
    /// Its domain.
    pub domain: Option<DomainId>,
}

/// An idea of mine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnIdea {
    /// The prompt that it answers.
    pub activity: ActivityId,
    /// My words; none where they were erased.
    pub words: Option<String>,
    /// Its domain.
    pub domain: Option<DomainId>,
    /// Whether it may be quoted.
    pub quotable: bool,
    /// Why it is off the screens, if it is.
    pub hidden: Option<HideReason>,
    /// The words of the idea that stands for it, where one does that is on screens.
    pub stands_with: Option<String>,
    /// Its place among all ideas, for the order of my list.
    pub place: u32,
}

impl Panel {
    /// All that is `person`'s own.
    #[must_use]
    pub fn own(&self, person: PersonId) -> Own {
        let hands = self.open_judgements().map(|judgement| OwnKey::Hand(judgement.id));
        let ideas = self.ideas_by(person).map(|(id, _)| OwnKey::Idea(id));
        let keys: BTreeSet<OwnKey> = std::iter::once(OwnKey::Me).chain(hands).chain(ideas).collect();
        let values = keys
            .into_iter()
            .filter_map(|key| Some((key, self.own_value(person, key)?)))
            .collect();
        Own { seq: self.seq, values }
    }

    /// What these keys of `person`'s view hold now.
    #[must_use]
    pub fn own_patch(&self, person: PersonId, keys: &BTreeSet<OwnKey>) -> Patch<OwnKey, OwnValue> {
        Patch(keys.iter().map(|key| (*key, self.own_value(person, *key))).collect())
    }

    fn own_value(&self, person: PersonId, key: OwnKey) -> Option<OwnValue> {
        Some(match key {
            OwnKey::Me => {
                let known = self.people.get(&person)?;
                OwnValue::Me(Me {
                    constituencies: known.constituencies.clone(),
                    affiliation: known.affiliation,
                })
            }
            OwnKey::Hand(activity) => {
                let judgement = self.activity(activity).filter(|known| known.is_open())?;
                let next = self
                    .waiting(judgement, person)
                    .map(|(id, idea)| DealtIdea {
                        idea: id,
                        words: self.words(idea).map(str::to_owned),
                        domain: idea.domain,
                    })
                    .collect();
                OwnValue::Hand(Hand {
                    next,
                    judged: self.judged(judgement, person) as u32,
                })
            }
            OwnKey::Idea(id) => {
                let idea = self.ideas.get(&id).filter(|idea| idea.author == Some(person))?;
                let place = self.arrived.get(&idea.activity)?.iter().position(|other| *other == id);
                OwnValue::Idea(OwnIdea {
                    activity: idea.activity,
                    words: self.words(idea).map(str::to_owned),
                    domain: idea.domain,
                    quotable: idea.quotable,
                    hidden: idea.hidden,
                    stands_with: self.stands_with_words(id),
                    place: place.unwrap_or_default() as u32,
                })
            }
        })
    }

    /// The words of the idea that stands for another; none where none does, or they were erased.
    #[must_use]
    pub fn stands_with_words(&self, idea: IdeaId) -> Option<String> {
        let stands = self.ideas.get(&self.stands_with(idea)?)?;
        self.words(stands).map(str::to_owned)
    }

    /// Whose own view an event (already applied) touches, and where.
    #[must_use]
    pub fn touched(&self, recorded: &Recorded) -> Touched {
        match &recorded.event {
            Event::PersonJoined { person, .. } | Event::PersonDescribed { person, .. } => {
                Touched::One(*person, OwnKey::Me)
            }
            Event::Dealt { person, activity, .. } | Event::BallotCast { person, activity, .. } => {
                Touched::One(*person, OwnKey::Hand(*activity))
            }
            Event::IdeaAdded {
                idea,
                author: Some(author),
                ..
            } => Touched::One(*author, OwnKey::Idea(*idea)),
            // What waits as it comes in was on nobody else's screen; what goes back to waiting may have been.
            Event::IdeaHidden {
                idea,
                reason: HideReason::Waiting,
                ..
            } if matches!(recorded.actor, Actor::Person(_)) => {
                match self.ideas.get(idea).and_then(|idea| idea.author) {
                    Some(author) => Touched::One(author, OwnKey::Idea(*idea)),
                    None => Touched::Nobody,
                }
            }
            Event::IdeaQuotable { idea, .. } => match self.ideas.get(idea).and_then(|idea| idea.author) {
                Some(author) => Touched::One(author, OwnKey::Idea(*idea)),
                None => Touched::Nobody,
            },
            Event::IdeaHidden { .. }
            | Event::IdeaShown { .. }
            | Event::WordsErased { .. }
            | Event::PersonErased { .. }
            | Event::ReasonsErased
            | Event::ActivityOpened { .. }
            | Event::ActivityClosed { .. }
            | Event::ActivityUnopened { .. } => Touched::Everybody,
            _ => Touched::Nobody,
        }
    }
}

/// Whose own view an event touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touched {
    /// Nobody's.
    Nobody,
    /// One person's, in one place.
    One(PersonId, OwnKey),
    /// Perhaps everybody's: make them afresh.
    Everybody,
}
