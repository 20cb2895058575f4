//! What one person may know of an activity, from the panel as it stands.

use visioncast_model::{
    Activity, ActivityId, Aspect, CommandId, Constituency, DomainId, Grouping, Idea, IdeaId, ItemId, Items, Kind,
    Language, Panel, PersonId, PinnedTheme, Prompt, Scale, Sorters, Status, Survey, ThemeId, Void, Wording,
    view::Standing,
};

use super::{
    About, Additions, Body, Card, DetailsPart, FormPage, GroupingPart, Hint, ItemWords, LooseIdea, MapCell, MapResults,
    OtherIdea, OwnIdea, OwnMark, ResultRow, Results, SortingPart, SurveyPart, ThemeWords, VoidAnswer,
};
use crate::{
    instrument::options,
    language::{Word, speaking},
};

/// How many ideas of others are offered to build on.
const OTHERS: usize = 8;
/// How many ideas that have no place are before a person at a time.
const LOOSE: usize = 4;
/// How many written items a phone is shown results of.
const WRITTEN_RESULTS: usize = 12;
/// How many ideas of a theme a card shows.
const IDEAS_OF_A_THEME: usize = 3;
/// How many are dealt at a time where the survey leaves that open.
const HAND: usize = 4;

impl FormPage {
    /// The forms of an activity for `person`; none where it has not begun, or needs none.
    #[must_use]
    pub fn of(
        panel: &Panel,
        activity: ActivityId,
        person: PersonId,
        language: Language,
        command: CommandId,
    ) -> Option<Self> {
        let activity = panel.activity(activity)?;
        if activity.state == visioncast_model::State::Planned {
            return None;
        }
        let plan = &activity.plan;
        let wording = plan.translations.get(&language);
        let body = match &plan.kind {
            Kind::Survey(survey) => Body::Survey(speaking(language, || {
                survey_part(panel, activity, survey, person, language)
            })),
            Kind::Reflection(reflection) => Body::Reflection(translated(
                &reflection.probes,
                wording.map(|wording| wording.probes.as_slice()),
            )),
            Kind::Volunteers => Body::Volunteers,
            Kind::Grouping(Grouping { by: Sorters::Alone, .. }) => Body::Sorting(sorting_part(panel, activity, person)),
            Kind::Grouping(grouping) => Body::Grouping(grouping_part(panel, activity, grouping, person)),
            Kind::Prompt(prompt) if !prompt.asks.is_empty() => {
                Body::Details(details_part(panel, activity, prompt, person))
            }
            Kind::Judgement(_) if activity.reveal.is_shown() => Body::Votes(votes(panel, activity)),
            Kind::Prompt(_) | Kind::Judgement(_) => return None,
        };
        Some(Self {
            code: panel.code()?.to_string(),
            command,
            language,
            activity: activity.id,
            question: plan.question_in(language).to_owned(),
            instructions: said(wording, |wording| &wording.instructions, &plan.instructions),
            open: activity.is_open() && panel.status() == Status::Running,
            body,
            refused: None,
        })
    }
}

impl FormPage {
    /// The ideas that somebody may put into themes here.
    #[must_use]
    pub fn placeable(&self) -> Vec<IdeaId> {
        match &self.body {
            Body::Grouping(part) if part.takes_part && self.open => part.loose.iter().map(|loose| loose.idea).collect(),
            _ => Vec::new(),
        }
    }

    /// The prompt whose ideas are grouped here, where they are.
    #[must_use]
    pub const fn grouped_prompt(&self) -> Option<ActivityId> {
        match &self.body {
            Body::Grouping(part) => Some(part.prompt),
            _ => None,
        }
    }

    /// The same with where ideas might go, as far as that still holds: nothing is named that was taken off the screens since.
    #[must_use]
    pub fn hinted(mut self, panel: &Panel, hints: Vec<Hint>) -> Self {
        let Body::Grouping(part) = &mut self.body else {
            return self;
        };
        for hint in hints {
            let near = hint.near.as_ref().map(|(near, _)| *near);
            let is_seen = |idea: IdeaId| {
                panel
                    .ideas()
                    .get(&idea)
                    .is_some_and(|known| known.hidden.is_none() && panel.words(known).is_some())
            };
            let holds = near.is_none_or(is_seen)
                && match &hint.into {
                    Some((theme, _)) => {
                        let there = part.themes.iter().any(|(known, ..)| known == theme);
                        there && near.is_none_or(|near| panel.themes().home(near) == Some(*theme))
                    }
                    None => near.is_some_and(|near| panel.themes().home(near).is_none()),
                };
            if let Some(loose) = part
                .loose
                .iter_mut()
                .find(|loose| loose.idea == hint.idea)
                .filter(|_| holds)
            {
                loose.hint = Some(hint);
            }
        }
        self
    }
}

/// A text in another language, where it was written.
fn said(wording: Option<&Wording>, part: fn(&Wording) -> &String, otherwise: &str) -> String {
    match wording.map(part) {
        Some(text) if !text.is_empty() => text.clone(),
        _ => otherwise.to_owned(),
    }
}

fn translated(own: &[String], others: Option<&[String]>) -> Vec<String> {
    let other = |place: usize| {
        others
            .and_then(|others| others.get(place))
            .filter(|text| !text.is_empty())
    };
    let line = |(place, text): (usize, &String)| other(place).unwrap_or(text).clone();
    own.iter().enumerate().map(line).collect()
}

/// The ideas that are in no theme come to each person in an order of their own, so that not all begin with the same.
fn grouping_part(panel: &Panel, activity: &Activity, grouping: &Grouping, person: PersonId) -> GroupingPart {
    let prompt = grouping.prompt;
    let themes = panel.themes();
    // What was written in silence stays so until it is shown.
    let shown = panel.activity(prompt).is_some_and(Activity::shows_ideas);
    let there = themes
        .of(prompt)
        .filter(|(_, theme)| shown && !theme.parked && !theme.locked);
    let mut loose: Vec<(IdeaId, LooseIdea)> = panel
        .visible_ideas(prompt)
        .filter(|_| shown)
        .filter(|(id, _)| themes.home(*id).is_none())
        .filter_map(|(id, idea)| Some((id, loose_idea(panel, id, idea)?)))
        .collect();
    loose.sort_by_key(|(id, _)| id.0.as_u128() ^ person.0.as_u128());
    GroupingPart {
        prompt,
        takes_part: shown && grouping.by == Sorters::Everybody && activity.is_open(),
        themes: there
            .map(|(id, theme)| {
                let name = panel.theme_name(theme).unwrap_or_default();
                (id, name.to_owned(), panel.visible_in(theme).count())
            })
            .collect(),
        loose: loose.into_iter().take(LOOSE).map(|(_, loose)| loose).collect(),
    }
}

fn sorting_part(panel: &Panel, activity: &Activity, person: PersonId) -> SortingPart {
    let handful = panel.handful(activity, person).into_iter();
    SortingPart {
        handful: handful
            .filter_map(|id| loose_idea(panel, id, panel.ideas().get(&id)?))
            .collect(),
        again: panel.sorts_of(activity.id, person).next().is_some(),
        gone: panel.gone_unsorted(activity, person),
    }
}

/// None where the words are gone.
fn loose_idea(panel: &Panel, id: IdeaId, idea: &Idea) -> Option<LooseIdea> {
    let domain = idea.domain.and_then(|id| panel.framework().domain(id));
    Some(LooseIdea {
        idea: id,
        words: panel.words(idea)?.to_owned(),
        domain: domain.map(|domain| (domain.id, domain.name.clone())),
        hint: None,
    })
}

fn survey_part(
    panel: &Panel,
    activity: &Activity,
    survey: &Survey,
    person: PersonId,
    language: Language,
) -> SurveyPart {
    let plan = &activity.plan;
    let wording = plan.translations.get(&language);
    let ends = match &survey.scale {
        Scale::Rating { low, high, .. } => {
            let own = wording.map(|wording| wording.options.as_slice());
            let ends = translated(&[low.clone(), high.clone()], own);
            (ends[0].clone(), ends[1].clone())
        }
        _ => (String::new(), String::new()),
    };
    let words = |item| item_words(panel, activity, item, language);
    let card = |item: ItemId| Card {
        item,
        item_words: words(item),
        own: own_mark(panel, activity.id, item, person),
        again: void_of(panel, activity.id, item, person) == Some(Void::Changed),
    };
    let mut cards: Vec<Card> = panel.items_for(activity, person).into_iter().map(card).collect();
    // What is dealt comes by the handful: those before the one in hand are behind.
    let handful = match (&survey.items, usize::from(survey.each)) {
        (Items::Ideas(_) | Items::Themes(_), 0) if !survey.scale.is_shared() => HAND,
        (_, 0) => cards.len().max(1),
        (_, each) => each,
    };
    let first_open = cards.iter().position(|card| card.own.is_none());
    let behind = first_open.unwrap_or(cards.len().saturating_sub(1)) / handful * handful;
    let earlier = cards.drain(..behind).collect();
    SurveyPart {
        scale: survey.scale.clone(),
        options: options(plan, survey),
        ends,
        order: panel.options_for(activity, person),
        cards,
        earlier,
        reason: survey
            .reason
            .as_ref()
            .map(|reason| said(wording, |wording| &wording.reason, reason)),
        additions: survey.additions.as_ref().map(|prompt| Additions {
            prompt: said(wording, |wording| &wording.additions, prompt),
            about: about(panel, survey, person),
        }),
        results: results(panel, activity, survey, person, language),
        edition: panel.edition(activity.id),
        left: dots_left(panel, activity, survey, person),
        void: void_answers(panel, activity, person),
    }
}

/// Why an answer of `person` to an item does not count; none where it does, or there is none.
fn void_of(panel: &Panel, activity: ActivityId, item: ItemId, person: PersonId) -> Option<Void> {
    let mark = panel.marks(activity, item)?.any_of(person)?;
    panel.void(activity, item, mark)
}

/// What somebody answered that does not count.
fn void_answers(panel: &Panel, activity: &Activity, person: PersonId) -> Vec<VoidAnswer> {
    let named = |theme: ThemeId| {
        let theme = panel.themes().theme(theme);
        theme.and_then(|theme| panel.theme_name(theme)).unwrap_or_default()
    };
    let own = panel.void_marks(activity.id).filter(|(whose, ..)| *whose == person);
    // Whoever put no dot there, or gave it no place, misses nothing.
    let shared = activity.survey().is_some_and(|survey| survey.scale.is_shared());
    let own = own.filter(|(_, _, mark, _)| !shared || mark.marks.first().is_some_and(|given| *given > 0));
    own.map(|(_, item, mark, why)| {
        let seen = match item {
            ItemId::Theme(theme) => panel.pinned(activity.id, mark.edition, theme),
            _ => None,
        };
        VoidAnswer {
            text: seen
                .and_then(|pinned| panel.pinned_name(pinned))
                .unwrap_or_default()
                .to_owned(),
            why,
            into: match why {
                Void::Merged { into } => named(into).to_owned(),
                _ => String::new(),
            },
        }
    })
    .collect()
}

/// How many dots `person` has not given yet; none where there are none to give.
fn dots_left(panel: &Panel, activity: &Activity, survey: &Survey, person: PersonId) -> Option<u32> {
    let Scale::Dots { budget, .. } = survey.scale else {
        return None;
    };
    let items = panel.items(activity).into_iter();
    let given = items.filter_map(|item| panel.mark_of(activity.id, item, person)?.marks.first().copied());
    Some(u32::from(budget).saturating_sub(given.map(u32::from).sum()))
}

/// A theme as an edition of a survey holds it, without what has been hidden since.
fn theme_words(panel: &Panel, pinned: &PinnedTheme) -> ItemWords {
    let ideas: Vec<IdeaId> = panel.still_in(pinned).collect();
    let words = ideas.iter().filter_map(|id| panel.words(panel.ideas().get(id)?));
    let about = pinned.about.and_then(|(words, _)| panel.text(words));
    ItemWords {
        text: panel.pinned_name(pinned).unwrap_or_default().to_owned(),
        domain: pinned.domain.and_then(|domain| named(panel, domain)),
        theme: Some(ThemeWords {
            about: about.unwrap_or_default().to_owned(),
            ideas: ideas.len() as u32,
            first: words.take(IDEAS_OF_A_THEME).map(str::to_owned).collect(),
        }),
        ..ItemWords::default()
    }
}

/// What additions to a survey are about.
fn about(panel: &Panel, survey: &Survey, person: PersonId) -> About {
    match survey.items {
        Items::Wants => {
            let all = &panel.framework().constituencies;
            let named = panel.people().get(&person).map(|person| &person.constituencies);
            let named: Vec<&Constituency> = all
                .iter()
                .filter(|known| named.is_some_and(|named| named.contains(&known.id)))
                .collect();
            if named.is_empty() {
                About::AnyOf(all.iter().map(|known| (known.id, known.name.clone())).collect())
            } else {
                let each = named.into_iter();
                About::EachOf(
                    each.map(|known| (known.id, known.name.clone(), !known.wants.is_empty()))
                        .collect(),
                )
            }
        }
        Items::Current(_) => About::Question,
        _ => About::All,
    }
}

fn own_mark(panel: &Panel, activity: ActivityId, item: ItemId, person: PersonId) -> Option<OwnMark> {
    let mark = panel.mark_of(activity, item, person)?;
    Some(OwnMark {
        marks: mark.marks.clone(),
        reason: mark
            .reason
            .and_then(|reason| panel.text(reason))
            .unwrap_or_default()
            .to_owned(),
        quotable: mark.quotable,
    })
}

fn named(panel: &Panel, id: DomainId) -> Option<(DomainId, String)> {
    panel.framework().domain(id).map(|domain| (id, domain.name.clone()))
}

fn item_words(panel: &Panel, activity: &Activity, item: ItemId, language: Language) -> ItemWords {
    let framework = panel.framework();
    let text = || panel.item_text(activity, item).unwrap_or_default();
    let items = activity.survey().map(|survey| &survey.items);
    match item {
        ItemId::Question => match items {
            Some(Items::Current(current)) => match framework.current(*current) {
                "" => ItemWords {
                    above: Word::NotWritten.owned(),
                    ..ItemWords::default()
                },
                words => ItemWords {
                    above: Word::Today.owned(),
                    text: words.to_owned(),
                    quoted: true,
                    ..ItemWords::default()
                },
            },
            _ => ItemWords::default(),
        },
        ItemId::Cell(principle, domain) => ItemWords {
            above: format!("{} {principle}", Word::Principle.text()),
            text: framework
                .principle(principle)
                .map(|known| known.text.clone())
                .unwrap_or_default(),
            quoted: true,
            domain: named(panel, domain),
            theme: None,
        },
        ItemId::Want(constituency, _) => ItemWords {
            above: framework
                .constituency(constituency)
                .map(|known| known.name.clone())
                .unwrap_or_default(),
            text: text(),
            ..ItemWords::default()
        },
        ItemId::Idea(idea) => ItemWords {
            text: text(),
            quoted: true,
            domain: panel.ideas().get(&idea).and_then(|idea| named(panel, idea.domain?)),
            ..ItemWords::default()
        },
        ItemId::Own(place) => {
            let wording = activity.plan.translations.get(&language);
            let other = wording.and_then(|wording| wording.statements.get(usize::from(place)));
            ItemWords {
                text: other.filter(|other| !other.is_empty()).cloned().unwrap_or_else(text),
                ..ItemWords::default()
            }
        }
        ItemId::Theme(_) => match panel.pinned_item(activity.id, item) {
            Some(pinned) => theme_words(panel, pinned),
            None => ItemWords {
                text: text(),
                ..ItemWords::default()
            },
        },
        ItemId::Domain(_) | ItemId::Constituency(_) | ItemId::Offer(_) => ItemWords {
            text: text(),
            ..ItemWords::default()
        },
        ItemId::Assumption(_) | ItemId::Trait(_) | ItemId::Driver(_) | ItemId::Competency(_) => ItemWords {
            above: match item {
                ItemId::Assumption(_) => Word::Assumption,
                ItemId::Trait(_) => Word::Trait,
                ItemId::Driver(_) => Word::Driver,
                _ => Word::Competency,
            }
            .owned(),
            text: text(),
            ..ItemWords::default()
        },
    }
}

/// What the room had said when it was revealed: later answers do not move it.
fn results(
    panel: &Panel,
    activity: &Activity,
    survey: &Survey,
    person: PersonId,
    language: Language,
) -> Option<Results> {
    if !activity.reveal.is_shown() {
        return None;
    }
    let counts = panel.counts_at_reveal(activity.id)?;
    let of = |item: &ItemId| counts.get(item).cloned().unwrap_or_default();
    if survey.items == Items::Map {
        let framework = panel.framework();
        let cell = |principle: u16, domain: DomainId| {
            let item = ItemId::Cell(principle, domain);
            MapCell {
                counts: of(&item),
                own: panel.mark_of(activity.id, item, person).is_some(),
            }
        };
        let row = |principle: &visioncast_model::Principle| {
            let cells = framework.domains.iter().map(|domain| cell(principle.number, domain.id));
            (principle.text.clone(), cells.collect())
        };
        return Some(Results::Map(MapResults {
            domains: framework
                .domains
                .iter()
                .map(|domain| (domain.id, domain.name.clone()))
                .collect(),
            rows: framework.principles.iter().map(row).collect(),
        }));
    }
    let mut items = panel.items_at_reveal(activity).unwrap_or_default();
    if matches!(survey.items, Items::Ideas(_)) {
        items.sort_by_key(|item| std::cmp::Reverse(of(item)));
        items.truncate(WRITTEN_RESULTS);
    } else if survey.items.source().is_some() || survey.scale.is_shared() {
        items.sort_by_key(|item| std::cmp::Reverse(survey.scale.points(&of(item))));
    }
    let edition = panel.edition_at_reveal(activity.id);
    // What the numbers are about is what it was then.
    let then = |item: ItemId| match item {
        ItemId::Theme(theme) => panel
            .pinned(activity.id, edition, theme)
            .map(|pinned| theme_words(panel, pinned)),
        _ => None,
    };
    let row = |item: ItemId| ResultRow {
        item_words: then(item).unwrap_or_else(|| item_words(panel, activity, item, language)),
        counts: of(&item),
        own: panel
            .mark_of(activity.id, item, person)
            .map(|mark| mark.marks.clone())
            .unwrap_or_default(),
    };
    Some(Results::Items(items.into_iter().map(row).collect()))
}

/// What a vote came to when it was revealed.
fn votes(panel: &Panel, judgement: &Activity) -> Vec<(Standing, Option<(DomainId, String)>)> {
    let standings = panel.results_at_reveal(judgement).unwrap_or_default();
    let with_domain = |standing: Standing| {
        let domain = standing.domain.and_then(|domain| named(panel, domain));
        (standing, domain)
    };
    standings.into_iter().map(with_domain).collect()
}

fn details_part(panel: &Panel, activity: &Activity, prompt: &Prompt, person: PersonId) -> DetailsPart {
    let words = |id: IdeaId| {
        let idea = panel.ideas().get(&id).filter(|idea| idea.hidden.is_none())?;
        panel.words(idea).map(str::to_owned)
    };
    let own = panel
        .ideas_by(person)
        .filter(|(_, idea)| idea.activity == activity.id && idea.hidden.is_none())
        .filter_map(|(id, idea)| {
            let reference = idea.details.reference.and_then(|reference| panel.text(reference));
            Some(OwnIdea {
                idea: id,
                words: words(id)?,
                builds_on: idea.builds_on.and_then(words),
                details: idea.details.clone(),
                reference: reference.unwrap_or_default().to_owned(),
                helps: panel.would_help(id, person),
            })
        });
    let mut own: Vec<OwnIdea> = own.collect();
    own.reverse();
    let offered = [Aspect::Lineage, Aspect::Help]
        .iter()
        .any(|aspect| prompt.asks.contains(aspect));
    let others = panel
        .ideas_of(activity.id)
        .rev()
        .filter(|(_, idea)| offered && activity.shows_ideas() && idea.author != Some(person))
        .filter_map(|(id, idea)| {
            Some(OtherIdea {
                idea: id,
                words: words(id)?,
                domain: idea.domain.and_then(|domain| named(panel, domain)),
                builds_on: idea.builds_on.and_then(words),
                helps: panel.would_help(id, person),
            })
        });
    DetailsPart {
        asks: prompt.asks.clone(),
        own,
        others: others.take(OTHERS).collect(),
        neighbours: panel
            .framework()
            .neighbours
            .iter()
            .map(|known| (known.id, known.text.clone()))
            .collect(),
    }
}
