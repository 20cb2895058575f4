use std::collections::{BTreeMap, BTreeSet};

use visioncast_analysis::Recount;
use visioncast_model::{
    Activity, Choice, DomainId, Event, Horizon, Idea, IdeaId, Interval, ItemId, Items, Kind, Marks, Panel, PersonId,
    Scale, State, Status, Survey, Tally, ThemeId,
};

use super::{
    backing::{Backing, Constituencies},
    wants::Wanted,
};
use crate::{
    Material,
    attendance::Attendance,
    ballots::ballots,
    gathered::Gathering,
    language::clean,
    results::Results,
    shown::{idea_numbers, is_told},
    told::Ledger,
};

/// All that a report may tell, before it is put into words.
pub(super) struct Facts<'a> {
    pub(super) panel: &'a Panel,
    pub(super) attendance: Attendance,
    pub(super) gathering: Gathering,
    /// Ideas that the room was shown, in the order of their numbers.
    pub(super) ideas: Vec<Contribution>,
    pub(super) themes: Vec<Grouped>,
    /// Votes on ideas that were revealed.
    pub(super) votes: Vec<Vote<'a>>,
    /// The ideas on which somebody voted after a reveal.
    pub(super) voted_later: BTreeSet<IdeaId>,
    pub(super) surveys: Vec<Answered<'a>>,
    /// Where each idea stands in `ideas`.
    places: BTreeMap<IdeaId, usize>,
}

/// An idea.
#[derive(Clone, Debug)]
pub(super) struct Contribution {
    pub(super) id: IdeaId,
    /// What the report calls it.
    pub(super) number: usize,
    pub(super) activity: visioncast_model::ActivityId,
    pub(super) domain: Option<DomainId>,
    pub(super) about: Option<ItemId>,
    pub(super) theme: Option<usize>,
    /// Its words; none without consent, or where they were erased.
    pub(super) words: Option<String>,
    pub(super) erased: bool,
    pub(super) signature: Option<String>,
    pub(super) horizon: Option<Horizon>,
    pub(super) helpers: u32,
    /// What the last revealed vote on it said.
    pub(super) tally: Option<Tally>,
}

/// A theme.
#[derive(Clone, Debug)]
pub(super) struct Grouped {
    pub(super) id: ThemeId,
    pub(super) number: usize,
    pub(super) name: Option<String>,
    pub(super) about: Option<String>,
    pub(super) domain: Option<DomainId>,
    /// Its ideas by their place in [`Facts::ideas`], most surely supported first.
    pub(super) ideas: Vec<usize>,
}

/// A vote that was revealed.
pub(super) struct Vote<'a> {
    pub(super) activity: &'a Activity,
    pub(super) results: Results,
    /// The ballots before the reveal.
    pub(super) ballots: BTreeMap<IdeaId, BTreeMap<PersonId, Choice>>,
    /// Whether no later vote on the same ideas was revealed.
    pub(super) last: bool,
    /// At which place of the standings each idea is, by its number.
    pub(super) ranks: BTreeMap<usize, usize>,
    /// Who is for each idea, by its number, as far as it may be told.
    pub(super) backing: BTreeMap<usize, Backing>,
}

/// A survey that the room was shown the answers to.
pub(super) struct Answered<'a> {
    pub(super) activity: &'a Activity,
    pub(super) survey: &'a Survey,
    pub(super) items: Vec<Item>,
    /// Where it asks constituencies about their wants: of each item what may be told.
    pub(super) wanted: Vec<Wanted>,
}

/// What a survey asked about.
pub(super) struct Item {
    pub(super) id: ItemId,
    /// What it says; none where it may not be quoted.
    pub(super) text: Option<String>,
    pub(super) n: u32,
    /// Per option.
    pub(super) counts: Vec<u32>,
}

impl<'a> Facts<'a> {
    pub(super) fn of(material: Material<'a>, ledger: &mut Ledger<'_>) -> Self {
        let panel = material.panel;
        let attendance = Attendance::after(panel, ledger);
        let constituencies = Constituencies::of(panel, &attendance);
        let numbers = idea_numbers(material);
        let mut earlier_votes: BTreeMap<IdeaId, Vec<visioncast_analysis::Edition>> = BTreeMap::new();
        let mut votes: Vec<Vote<'a>> = panel
            .agenda()
            .iter()
            .filter(|activity| matches!(activity.plan.kind, Kind::Judgement(_)))
            .filter(|activity| {
                panel
                    .activity(activity.prompt())
                    .is_some_and(|prompt| shows(panel, prompt))
            })
            .filter_map(|activity| {
                let results = Results::of(material, activity, &numbers)?;
                let ballots = ballots(material, activity.id, |_| true);
                let mut backing = BTreeMap::new();
                for (idea, said) in &ballots {
                    let Some(number) = numbers.get(idea) else { continue };
                    let table = format!("agree {} {idea}", activity.id);
                    let earlier = earlier_votes.entry(*idea).or_default();
                    let told = Backing::of(&constituencies, said, (&table, earlier), ledger);
                    backing.extend(told.map(|told| (*number, told)));
                }
                let standings = results.standings.iter();
                Some(Vote {
                    last: true,
                    ranks: standings.map(|standing| standing.number).zip(0..).collect(),
                    activity,
                    results,
                    ballots,
                    backing,
                })
            })
            .collect();
        for place in 0..votes.len() {
            let (prompt, later) = (votes[place].activity.prompt(), &votes[place + 1..]);
            votes[place].last = !later.iter().any(|vote| vote.activity.prompt() == prompt);
        }
        let mut tallies: BTreeMap<usize, Tally> = BTreeMap::new();
        for vote in &votes {
            let voted = vote.results.standings.iter();
            tallies.extend(voted.map(|standing| (standing.number, standing.tally)));
        }
        let shown = panel.ideas().iter().filter(|(_, idea)| {
            idea.hidden.is_none() && panel.activity(idea.activity).is_some_and(|asked| shows(panel, asked))
        });
        let mut ideas: Vec<Contribution> = shown
            .filter_map(|(id, idea)| {
                let number = *numbers.get(id)?;
                Some(contribution(panel, (*id, idea), number, tallies.get(&number).copied()))
            })
            .collect();
        ideas.sort_by_key(|idea| idea.number);
        let themes = themes(panel, &mut ideas);
        let mut surveys = surveys(panel);
        for survey in &mut surveys {
            survey.wanted = Wanted::all(panel, survey, &attendance, ledger);
        }
        Self {
            attendance,
            gathering: Gathering::of(material, &Recount::of(material.events)),
            places: ideas.iter().map(|idea| idea.id).zip(0..).collect(),
            surveys,
            panel,
            ideas,
            themes,
            votes,
            voted_later: voted_later(material),
        }
    }

    pub(super) fn joined(&self) -> u32 {
        self.attendance.joined
    }

    pub(super) fn idea(&self, number: usize) -> Option<&Contribution> {
        let place = self.ideas.binary_search_by_key(&number, |idea| idea.number).ok()?;
        self.ideas.get(place)
    }

    /// The idea with that id, where the room was shown it.
    pub(super) fn idea_of(&self, id: IdeaId) -> Option<&Contribution> {
        self.ideas.get(*self.places.get(&id)?)
    }

    /// The numbers of the ideas in a theme that is there.
    pub(super) fn ideas_in(&self, theme: ThemeId) -> Vec<usize> {
        let grouped = self.themes.iter().find(|grouped| grouped.id == theme);
        let ideas = grouped.into_iter().flat_map(|grouped| &grouped.ideas);
        ideas.map(|place| self.ideas[*place].number).collect()
    }

    /// Whether how many answered an item of the agenda would tell what is kept back of constituencies.
    pub(super) fn hides_answered(&self, id: visioncast_model::ActivityId) -> bool {
        let asked = self.surveys.iter().find(|survey| survey.activity.id == id);
        asked.is_some_and(|survey| survey.wanted.iter().any(|wanted| wanted.n.is_none()))
    }

    pub(super) fn domain_name(&self, domain: Option<DomainId>) -> Option<&'a str> {
        let domain = self.panel.framework().domain(domain?)?;
        Some(&domain.name)
    }
}

impl Contribution {
    /// For the order of ideas: how surely people agree, from 0 to 1.
    pub(super) fn support(&self) -> f64 {
        let tally = self.tally.unwrap_or_default();
        match tally.agree + tally.disagree {
            0 => 0.0,
            sides => Interval::wilson(tally.agree, sides).low,
        }
    }
}

fn shows(panel: &Panel, activity: &Activity) -> bool {
    let ended = panel.status() == Status::Ended && matches!(activity.plan.kind, Kind::Prompt(_));
    activity.shows_ideas() || ended
}

fn voted_later(material: Material<'_>) -> BTreeSet<IdeaId> {
    let events = material.events.iter();
    let ideas = events.filter_map(|recorded| match &recorded.event {
        Event::BallotCast { idea, later: true, .. } => Some(*idea),
        _ => None,
    });
    ideas.collect()
}

fn contribution(panel: &Panel, (id, idea): (IdeaId, &Idea), number: usize, tally: Option<Tally>) -> Contribution {
    let words = panel.words(idea);
    let signature = idea.signature.filter(|_| idea.quotable);
    Contribution {
        id,
        number,
        activity: idea.activity,
        domain: idea.domain,
        about: idea.about,
        theme: None,
        words: words.filter(|_| idea.quotable).map(clean),
        erased: words.is_none(),
        signature: signature.and_then(|words| panel.text(words)).map(clean),
        horizon: idea.details.horizon,
        helpers: super::number(panel.helpers(id)),
        tally,
    }
}

fn themes(panel: &Panel, ideas: &mut [Contribution]) -> Vec<Grouped> {
    let places: BTreeMap<IdeaId, usize> = ideas.iter().map(|idea| idea.id).zip(0..).collect();
    let mut themes = Vec::new();
    for prompt in panel.agenda().iter().filter(|activity| shows(panel, activity)) {
        for (id, theme) in panel.themes().of(prompt.id) {
            let mut members: Vec<usize> = theme
                .ideas
                .iter()
                .filter_map(|idea| places.get(idea).copied())
                .collect();
            if members.is_empty() {
                continue;
            }
            let number = themes.len() + 1;
            for member in &members {
                ideas[*member].theme = Some(number);
            }
            members.sort_by(|one, other| {
                ideas[*other]
                    .support()
                    .total_cmp(&ideas[*one].support())
                    .then(one.cmp(other))
            });
            let text = |words: Option<_>| words.and_then(|(words, _)| panel.text(words)).map(clean);
            themes.push(Grouped {
                id,
                number,
                name: text(theme.name),
                about: text(theme.about),
                domain: theme.domain.or_else(|| common_domain(&members, ideas)),
                ideas: members,
            });
        }
    }
    themes
}

/// The domain that most of the ideas are about; the first of equals, none where most have none.
fn common_domain(members: &[usize], ideas: &[Contribution]) -> Option<DomainId> {
    let mut counts: BTreeMap<Option<DomainId>, usize> = BTreeMap::new();
    for member in members {
        *counts.entry(ideas[*member].domain).or_default() += 1;
    }
    let most = counts.values().copied().max()?;
    counts.into_iter().find(|(_, count)| *count == most)?.0
}

fn surveys(panel: &Panel) -> Vec<Answered<'_>> {
    let told = panel
        .agenda()
        .iter()
        .filter(|activity| activity.state != State::Planned && is_told(panel, activity));
    told.filter_map(|activity| {
        let survey = activity.survey()?;
        let items = panel.items(activity).into_iter();
        let items = items.filter_map(|id| item(panel, activity, survey, id)).collect();
        Some(Answered {
            activity,
            survey,
            items,
            wanted: Vec::new(),
        })
    })
    .collect()
}

/// None for ideas that are hidden.
fn item(panel: &Panel, activity: &Activity, survey: &Survey, id: ItemId) -> Option<Item> {
    let text = match id {
        ItemId::Idea(idea) => {
            let idea = panel.ideas().get(&idea).filter(|idea| idea.hidden.is_none())?;
            panel.words(idea).filter(|_| idea.quotable).map(clean)
        }
        // Without a name it would be called by an idea, which nobody may have agreed to have quoted.
        ItemId::Theme(_) => panel.given_name(activity.id, id).map(clean),
        id => panel.item_text(activity, id).map(|text| clean(&text)),
    };
    let marks = panel.marks(activity.id, id);
    let at_reveal = panel.counts_at_reveal(activity.id);
    let mut counts = match at_reveal {
        Some(counts) => counts.get(&id).cloned().unwrap_or_default(),
        None => marks.map(Marks::counts).unwrap_or_default().to_vec(),
    };
    counts.resize(survey.scale.options(), 0);
    let one_each = !matches!(
        survey.scale,
        Scale::Ranking { .. } | Scale::Choice { several: true, .. }
    );
    let n = if one_each {
        counts.iter().sum()
    } else {
        let before = |marks: &Marks| {
            marks
                .iter()
                .filter(|(_, mark)| at_reveal.is_none() || !mark.later)
                .count()
        };
        super::number(marks.map_or(0, before))
    };
    Some(Item { id, text, n, counts })
}

impl Answered<'_> {
    /// Whether it asks about the links of principles and domains.
    pub(super) fn is_map(&self) -> bool {
        self.survey.items == Items::Map
    }
}
