use visioncast_analysis::{Verdict, split};
use visioncast_model::{ItemId, Scale};

use super::{Assembly, agreement::is_divided, said};
use crate::{
    document::{Block, Chapter, Sentence, Tone},
    language::{Phrase, Value, clean},
    map::Map,
};

/// So many ideas stand on the first page, of each vote.
const FIRST: usize = 3;

impl Assembly<'_> {
    /// One page for whoever reads no other.
    pub(super) fn summary(&mut self) -> Chapter {
        let (speaker, room, log) = (self.speaker, self.cite_room(), self.cite_log());
        let joined = self.facts.joined() as usize;
        let ideas = speaker.count(Phrase::IdeasCount, self.facts.ideas.len(), &[]).text();
        let themes = speaker.count(Phrase::ThemesCount, self.facts.themes.len(), &[]).text();
        let phrase = if self.facts.themes.is_empty() {
            Phrase::RoomBroughtLoose
        } else {
            Phrase::RoomBrought
        };
        let first = speaker.count(phrase, joined, &[("ideas", said(ideas)), ("themes", said(themes))]);
        let mut list = vec![first.from(room).from(log)];
        for place in self.last_votes() {
            list.extend(self.surest(place));
        }
        for survey in 0..self.facts.surveys.len() {
            list.extend(self.first_theme(survey));
        }
        list.extend(self.domains_by_verdict());
        for survey in 0..self.facts.surveys.len() {
            list.extend(self.said_of_today(survey));
        }
        list.extend(self.strongest_link());
        for place in self.last_votes() {
            list.extend(self.most_divided(place));
        }
        let list = list.into_iter().map(|sentence| sentence.toned(Tone::Finding)).collect();
        let blocks = vec![Block::List(list), Block::Sentence(speaker.aside(Phrase::HowToRead))];
        self.chapter("summary", Phrase::SummaryTitle, blocks)
    }

    /// The votes that no other on the same ideas came after.
    fn last_votes(&self) -> Vec<usize> {
        (0..self.facts.votes.len())
            .filter(|place| self.facts.votes[*place].last)
            .collect()
    }

    fn surest(&mut self, place: usize) -> Vec<Sentence> {
        let standings = self.facts.votes[place].results.standings.iter();
        let first: Vec<_> = standings
            .filter(|standing| standing.tally.agree > standing.tally.disagree)
            .take(FIRST)
            .cloned()
            .collect();
        let sentences = first.into_iter().map(|standing| {
            let tally = standing.tally;
            let source = self.cite_ballots(place, standing.number, tally);
            let mut values = vec![
                ("idea", said(standing.number.to_string())),
                ("agree", said(self.speaker.number(tally.agree.into()))),
                (
                    "sides",
                    said(self.speaker.number((tally.agree + tally.disagree).into())),
                ),
            ];
            let phrase = match &standing.words {
                Some(words) => {
                    values.push(("words", Value::Words(words.as_str())));
                    Phrase::SurestIdea
                }
                None => Phrase::SurestUnquoted,
            };
            self.speaker.say(phrase, &values).from(source)
        });
        sentences.collect()
    }

    /// Which domains are a must, may be, or are somebody else's.
    fn domains_by_verdict(&mut self) -> Vec<Sentence> {
        let mut sentences = Vec::new();
        for place in 0..self.facts.surveys.len() {
            let survey = &self.facts.surveys[place];
            if survey.survey.scale != Scale::Mandate || survey.items.iter().all(|item| item.n == 0) {
                continue;
            }
            let mut threshold = 0;
            for (verdict, phrase) in [
                (Verdict::Must, Phrase::MustDomains),
                (Verdict::May, Phrase::MayDomains),
                (Verdict::NotOurs, Phrase::NotOursDomains),
                (Verdict::Open, Phrase::OpenDomains),
            ] {
                let items = self.facts.surveys[place].items.iter().enumerate();
                let names: Vec<String> = items
                    .filter_map(|(item, asked)| {
                        let (found, _, _, percent) = self.verdict(place, item)?;
                        threshold = percent;
                        let text = asked.text.clone().filter(|_| !matches!(asked.id, ItemId::Idea(_)))?;
                        (found == verdict).then_some(text)
                    })
                    .collect();
                if names.is_empty() {
                    continue;
                }
                let names = self.speaker.list(&names);
                let share = self.speaker.share(f64::from(threshold) / 100.0);
                let source = self.cite_question(self.facts.surveys[place].activity.id);
                let values = [("domains", Value::Words(names.as_str())), ("threshold", said(share))];
                sentences.push(self.speaker.say(phrase, &values).from(source));
            }
        }
        sentences
    }

    fn strongest_link(&mut self) -> Option<Sentence> {
        let map = Map::of(self.facts.panel);
        let cells = map
            .principles
            .iter()
            .zip(&map.cells)
            .flat_map(|((number, words), cells)| {
                let cells = map.domains.iter().zip(cells);
                cells.filter_map(move |((_, domain), cell)| Some((cell.strength?, cell.n, number, words, domain)))
            });
        let cells: Vec<_> = cells.collect();
        let (strength, n, number, _, domain) = cells
            .into_iter()
            .rev()
            .max_by(|one, other| one.0.mean.total_cmp(&other.0.mean))?;
        let source = self.cite_map();
        let domain = clean(domain);
        let values = [
            ("principle", said(number.to_string())),
            ("domain", Value::Words(domain.as_str())),
            ("strength", said(self.speaker.decimal(strength.mean))),
            ("n", said(self.speaker.number(n.into()))),
        ];
        Some(self.speaker.say(Phrase::StrongestLink, &values).from(source))
    }

    fn most_divided(&mut self, place: usize) -> Option<Sentence> {
        let standings = self.facts.votes[place].results.standings.iter();
        let most = standings
            .rev()
            .filter(|standing| is_divided(standing.tally))
            .max_by(|one, other| split(one.tally).total_cmp(&split(other.tally)))?
            .clone();
        let source = self.cite_ballots(place, most.number, most.tally);
        let mut values = vec![
            ("idea", said(most.number.to_string())),
            ("agree", said(self.speaker.number(most.tally.agree.into()))),
            ("disagree", said(self.speaker.number(most.tally.disagree.into()))),
        ];
        let phrase = match &most.words {
            Some(words) => {
                values.push(("words", Value::Words(words.as_str())));
                Phrase::MostDivided
            }
            None => Phrase::MostDividedUnquoted,
        };
        Some(self.speaker.say(phrase, &values).from(source))
    }
}
