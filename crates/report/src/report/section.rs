use std::collections::BTreeMap;

use visioncast_model::{Activity, DomainId, Idea, IdeaId, Kind, Panel, State, Status};

use super::{Results, judgements};
use crate::Material;

/// What one prompt brought.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Section {
    pub(crate) title: String,
    pub(crate) question: String,
    pub(crate) probes: Vec<String>,
    /// How many people answered.
    pub(crate) answered: usize,
    pub(crate) collected: Collected,
    /// Votes on these ideas that were revealed.
    pub(crate) results: Vec<Results>,
    /// How many votes on these ideas were begun and not revealed.
    pub(crate) unrevealed: usize,
}

/// The ideas of a prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Collected {
    /// They are not shown to the room yet: only how many there are.
    Unrevealed(usize),
    /// Per domain, every domain that the prompt offered; those without a domain last.
    Shown(Vec<DomainGroup>),
}

/// The ideas of one domain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct DomainGroup {
    /// Its name; none for ideas without a domain.
    pub(crate) name: Option<String>,
    /// Word for word, with consent.
    pub(crate) quotes: Vec<Quote>,
    /// Ideas given without consent to be quoted.
    pub(crate) unquoted: usize,
    /// Ideas whose words were erased.
    pub(crate) erased: usize,
}

/// Words that may be quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quote {
    /// What the report calls the idea.
    pub(crate) number: usize,
    pub(crate) words: String,
}

impl Section {
    pub(super) fn of(material: Material<'_>, prompt: &Activity, numbers: &BTreeMap<IdeaId, usize>) -> Self {
        let panel = material.panel;
        let (probes, domains) = match &prompt.plan.kind {
            Kind::Prompt(prompt) => (prompt.probes.clone(), prompt.domains.as_slice()),
            _ => (Vec::new(), [].as_slice()),
        };
        let shown = prompt.shows_ideas() || panel.status() == Status::Ended;
        let (revealed, unrevealed): (Vec<&Activity>, Vec<&Activity>) = judgements(panel, prompt)
            .filter(|judgement| judgement.state != State::Planned)
            .partition(|judgement| judgement.reveal.is_shown());
        Self {
            title: prompt.plan.title.clone(),
            question: prompt.plan.question.clone(),
            probes,
            answered: panel.answered(prompt.id),
            collected: if shown {
                Collected::Shown(groups(panel, prompt, domains, numbers))
            } else {
                Collected::Unrevealed(visible(panel, prompt).count())
            },
            results: revealed
                .into_iter()
                .filter_map(|judgement| Results::of(material, judgement, numbers))
                .collect(),
            unrevealed: unrevealed.len(),
        }
    }
}

impl DomainGroup {
    /// How many ideas there are.
    pub(crate) const fn total(&self) -> usize {
        self.quotes.len() + self.unquoted + self.erased
    }
}

fn visible<'a>(panel: &'a Panel, prompt: &Activity) -> impl Iterator<Item = (IdeaId, &'a Idea)> + 'a {
    panel.ideas_of(prompt.id).filter(|(_, idea)| idea.hidden.is_none())
}

fn groups(
    panel: &Panel,
    prompt: &Activity,
    offered: &[DomainId],
    numbers: &BTreeMap<IdeaId, usize>,
) -> Vec<DomainGroup> {
    let mut by_domain: BTreeMap<Option<DomainId>, DomainGroup> = BTreeMap::new();
    for (id, idea) in visible(panel, prompt) {
        let group = by_domain.entry(idea.domain).or_default();
        match quotable(panel, idea) {
            Some(words) => {
                let number = numbers.get(&id).copied().unwrap_or_default();
                group.quotes.push(Quote {
                    number,
                    words: words.to_owned(),
                });
            }
            None if panel.words(idea).is_none() => group.erased += 1,
            None => group.unquoted += 1,
        }
    }
    let mut groups: Vec<DomainGroup> = panel
        .framework()
        .domains
        .iter()
        .filter_map(|domain| {
            let group = by_domain.remove(&Some(domain.id));
            let asked = offered.is_empty() || offered.contains(&domain.id);
            let group = group.or_else(|| asked.then(DomainGroup::default))?;
            Some(DomainGroup {
                name: Some(domain.name.clone()),
                ..group
            })
        })
        .collect();
    groups.extend(by_domain.into_values());
    for group in &mut groups {
        group.quotes.sort_by_key(|quote| quote.number);
    }
    groups
}

/// The words of an idea, where they are there and may be quoted.
pub(super) fn quotable<'a>(panel: &'a Panel, idea: &Idea) -> Option<&'a str> {
    panel.words(idea).filter(|_| idea.quotable)
}
