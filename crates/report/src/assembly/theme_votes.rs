use std::collections::BTreeMap;

use visioncast_model::{ActivityId, Choice, Interval, ItemId, Items, Scale, ThemeId, Void};

use super::{
    Assembly,
    facts::{Answered, Item},
    said,
};
use crate::{
    document::{Block, Sentence, Tone},
    language::{Phrase, Value, clean},
};

/// How many are for an item, and how many took a side.
fn sides(scale: &Scale, item: &Item) -> (u32, u32) {
    let mut tally = visioncast_model::Tally::default();
    for (option, count) in (0_u8..).zip(&item.counts) {
        match scale.side(&[option]) {
            Some(Choice::Agree) => tally.agree += count,
            Some(Choice::Disagree) => tally.disagree += count,
            Some(Choice::Pass) | None => {}
        }
    }
    (tally.agree, tally.agree + tally.disagree)
}

/// What orders the items of a survey: points where what one gets is taken from the others, else how surely people are for it.
fn strength(survey: &Answered<'_>, item: &Item) -> f64 {
    if survey.survey.scale.is_shared() {
        return f64::from(survey.survey.scale.points(&item.counts));
    }
    match sides(&survey.survey.scale, item) {
        (_, 0) => 0.0,
        (agree, sides) => Interval::wilson(agree, sides).low,
    }
}

impl Assembly<'_> {
    /// What votes on themes said to one of them.
    pub(super) fn theme_votes(&mut self, theme: ThemeId) -> Vec<Block> {
        let places: Vec<(usize, usize)> = self
            .facts
            .surveys
            .iter()
            .enumerate()
            .filter(|(_, survey)| matches!(survey.survey.items, Items::Themes(_)))
            .filter_map(|(place, survey)| {
                let item = survey.items.iter().position(|item| item.id == ItemId::Theme(theme))?;
                (survey.items[item].n > 0).then_some((place, item))
            })
            .collect();
        let mut blocks = Vec::new();
        let mut list = Vec::new();
        for (survey, item) in places {
            if self.facts.surveys[survey].survey.scale == Scale::Mandate {
                blocks.extend(self.mandate(survey, item));
            } else {
                list.push(self.theme_vote(survey, item));
            }
        }
        if !list.is_empty() {
            blocks.push(Block::List(list));
        }
        blocks
    }

    fn theme_vote(&mut self, survey: usize, item: usize) -> Sentence {
        let source = self.cite_item(survey, item);
        let (speaker, asked) = (self.speaker, &self.facts.surveys[survey]);
        let (scale, voted) = (&asked.survey.scale, &asked.items[item]);
        let title = asked.activity.plan.title.as_str();
        let number = |count: u32| said(speaker.number(count.into()));
        let answers: Vec<String> = self
            .options(scale)
            .into_iter()
            .zip(&voted.counts)
            .map(|(option, count)| format!("{option} {}", speaker.number(u64::from(*count))))
            .collect();
        let given = voted.n - voted.counts.first().copied().unwrap_or_default().min(voted.n);
        let phrase = match scale {
            Scale::Dots { .. } => Phrase::ThemeDots,
            Scale::Places { .. } => Phrase::ThemePlaces,
            _ => Phrase::ThemeVote,
        };
        let values = [
            ("title", Value::Words(title)),
            ("answers", said(answers.join(", "))),
            ("points", number(scale.points(&voted.counts))),
            ("givers", number(given)),
            ("n", number(voted.n)),
        ];
        speaker.say(phrase, &values).from(source)
    }

    /// Which themes a vote was about, and which ballots do not count and why.
    pub(super) fn edition_of_themes(&mut self, survey: usize) -> Vec<Sentence> {
        let asked = &self.facts.surveys[survey];
        let (panel, speaker, id) = (self.facts.panel, self.speaker, asked.activity.id);
        if !matches!(asked.survey.items, Items::Themes(_)) {
            return Vec::new();
        }
        let edition = match panel.edition_at_reveal(id) {
            0 => panel.edition(id),
            edition => edition,
        };
        let source = self.cite_question(id);
        let values = [("edition", said(speaker.number(edition.into())))];
        let mut list = vec![speaker.say(Phrase::EditionVoted, &values).from(source)];
        let reasons = void(panel, id);
        let total: usize = reasons.iter().map(|(_, count)| count).sum();
        if total > 0 {
            let told = reasons
                .into_iter()
                .map(|(phrase, count)| speaker.count(phrase, count, &[]).text());
            let told = speaker.list(&told.collect::<Vec<_>>());
            list.push(
                speaker
                    .count(Phrase::VoidBallots, total, &[("reasons", said(told))])
                    .from(source),
            );
        }
        list.into_iter().map(|sentence| sentence.toned(Tone::Aside)).collect()
    }

    /// The theme that came first in a vote on themes, where it has a name.
    pub(super) fn first_theme(&mut self, survey: usize) -> Option<Sentence> {
        let asked = &self.facts.surveys[survey];
        if !matches!(asked.survey.items, Items::Themes(_)) || !asked.survey.scale.takes_sides() {
            return None;
        }
        let items = asked.items.iter().enumerate().rev();
        let (place, item) = items
            .filter(|(_, item)| item.n > 0)
            .max_by(|one, other| strength(asked, one.1).total_cmp(&strength(asked, other.1)))?;
        let (name, scale, speaker) = (item.text.clone()?, asked.survey.scale.clone(), self.speaker);
        let title = asked.activity.plan.title.clone();
        let (agree, took_sides) = sides(&scale, item);
        let support = if scale.is_shared() {
            let points = scale.points(&item.counts);
            speaker.say(
                Phrase::SupportOfPoints,
                &[("points", said(speaker.number(points.into())))],
            )
        } else {
            let values = [
                ("agree", said(speaker.number(agree.into()))),
                ("sides", said(speaker.number(took_sides.into()))),
            ];
            speaker.say(Phrase::SupportOfSides, &values)
        };
        let source = self.cite_item(survey, place);
        let name = clean(&name);
        let values = [
            ("title", Value::Words(title.as_str())),
            ("name", Value::Words(name.as_str())),
            ("support", said(support.text())),
        ];
        Some(speaker.say(Phrase::ThemeFirst, &values).from(source))
    }

    /// The items of a survey in the order of a report: those with most points first, where there are points.
    pub(super) fn in_order(&self, survey: usize) -> Vec<usize> {
        let asked = &self.facts.surveys[survey];
        let mut places: Vec<usize> = (0..asked.items.len()).collect();
        if asked.survey.scale.is_shared() {
            let points = |place: &usize| asked.survey.scale.points(&asked.items[*place].counts);
            places.sort_by_key(|place| std::cmp::Reverse(points(place)));
        }
        places
    }
}

/// How many answers do not count, by why.
fn void(panel: &visioncast_model::Panel, id: ActivityId) -> Vec<(Phrase, usize)> {
    let mut reasons: BTreeMap<&'static str, (Phrase, usize)> = BTreeMap::new();
    for (.., why) in panel.void_marks(id) {
        let phrase = match why {
            Void::Changed => Phrase::VoidChanged,
            Void::Merged { .. } => Phrase::VoidMerged,
            Void::TakenOff => Phrase::VoidTakenOff,
            Void::SetAside => Phrase::VoidSetAside,
            Void::Emptied => Phrase::VoidEmptied,
            Void::Hidden => Phrase::VoidHidden,
        };
        reasons.entry(why.name()).or_insert((phrase, 0)).1 += 1;
    }
    reasons.into_values().collect()
}
