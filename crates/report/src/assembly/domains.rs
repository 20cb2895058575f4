use visioncast_analysis::{Scope, Threshold, Verdict};
use visioncast_model::{ActivityId, DomainId, ItemId, Marks, Scale, Tally};

use super::{Assembly, QUOTES, heading, said};
use crate::{
    document::{Block, Cell, Chapter, Kind, Quote, Sentence, Tone},
    language::{Phrase, Value, clean},
};

/// A theme stands with so many of its ideas' votes.
const SUPPORT: usize = 3;

impl Assembly<'_> {
    /// A chapter per domain, those without ideas too; last, what has no domain.
    pub(super) fn domains(&mut self) -> Vec<Chapter> {
        let framework = self.facts.panel.framework();
        let mut domains: Vec<(Option<DomainId>, String)> = framework
            .domains
            .iter()
            .map(|domain| (Some(domain.id), domain.name.clone()))
            .collect();
        let homeless = |domain: Option<DomainId>| self.facts.domain_name(domain).is_none();
        if self.facts.ideas.iter().any(|idea| homeless(idea.domain))
            || self.facts.themes.iter().any(|theme| homeless(theme.domain))
        {
            domains.push((None, String::new()));
        }
        domains
            .into_iter()
            .map(|(domain, name)| self.domain(domain, &name))
            .collect()
    }

    fn domain(&mut self, domain: Option<DomainId>, name: &str) -> Chapter {
        let speaker = self.speaker;
        let here = |other: Option<DomainId>| match domain {
            Some(_) => other == domain,
            None => self.facts.domain_name(other).is_none(),
        };
        let themes: Vec<usize> = (0..self.facts.themes.len())
            .filter(|place| here(self.facts.themes[*place].domain))
            .collect();
        let loose: Vec<usize> = (0..self.facts.ideas.len())
            .filter(|place| self.facts.ideas[*place].theme.is_none() && here(self.facts.ideas[*place].domain))
            .collect();
        let mut blocks = Vec::new();
        if let Some(domain) = domain {
            blocks.extend(self.mandates(domain));
        }
        let grouped: usize = themes.iter().map(|theme| self.facts.themes[*theme].ideas.len()).sum();
        let log = self.cite_log();
        let count = grouped + loose.len();
        blocks.push(Block::Sentence(if count == 0 {
            speaker.say(Phrase::NoIdeasHere, &[])
        } else if themes.is_empty() {
            speaker.count(Phrase::IdeasAlone, count, &[]).from(log)
        } else {
            let themes = speaker.count(Phrase::ThemesCount, themes.len(), &[]).text();
            speaker
                .count(Phrase::IdeasHere, count, &[("themes", said(themes))])
                .from(log)
        }));
        for theme in &themes {
            blocks.extend(self.theme(*theme));
        }
        if !loose.is_empty() {
            if !themes.is_empty() {
                let anchor = format!("loose-{}", domain.map_or(0, |domain| domain.0));
                blocks.push(heading(anchor, speaker.say(Phrase::LooseIdeas, &[])));
            }
            blocks.extend(self.quotes(&loose));
        }
        let (anchor, title) = match domain {
            Some(domain) => (format!("domain-{domain}"), Sentence::words(clean(name))),
            None => ("domain-none".to_owned(), speaker.say(Phrase::WithoutDomain, &[])),
        };
        Chapter { anchor, title, blocks }
    }

    /// What the room says of whether a domain is the association's to work on, and why not.
    fn mandates(&mut self, domain: DomainId) -> Vec<Block> {
        let asked = self.facts.surveys.iter().enumerate();
        let asked: Vec<(usize, usize)> = asked
            .filter(|(_, survey)| survey.survey.scale == Scale::Mandate)
            .filter_map(|(place, survey)| {
                let item = survey.items.iter().position(|item| item.id == ItemId::Domain(domain))?;
                Some((place, item))
            })
            .collect();
        let mandates = asked.into_iter().flat_map(|(survey, item)| self.mandate(survey, item));
        mandates.collect()
    }

    /// The same of one item of a survey.
    pub(super) fn mandate(&mut self, survey: usize, item: usize) -> Vec<Block> {
        let source = self.cite_item(survey, item);
        let Some((verdict, scope, n, threshold)) = self.verdict(survey, item) else {
            return Vec::new();
        };
        let values = [
            ("must", said(self.speaker.number(scope.must.into()))),
            ("may", said(self.speaker.number(scope.may.into()))),
            ("not_ours", said(self.speaker.number(scope.not_ours.into()))),
            ("unsure", said(self.speaker.number(scope.unsure.into()))),
            ("n", said(self.speaker.number(n.into()))),
            ("threshold", said(self.speaker.share(f64::from(threshold) / 100.0))),
        ];
        let phrase = match verdict {
            Verdict::Must => Phrase::VerdictMust,
            Verdict::May => Phrase::VerdictMay,
            Verdict::NotOurs => Phrase::VerdictNotOurs,
            Verdict::Open => Phrase::VerdictOpen,
        };
        let verdict = self.speaker.say(phrase, &values).toned(Tone::Finding).from(source);
        let mut blocks = vec![Block::Sentence(verdict)];
        blocks.extend(self.reasons(survey, item, source));
        blocks
    }

    /// What the room decided of an item that was asked for a mandate, out of what, at which threshold in percent.
    pub(super) fn verdict(&self, survey: usize, item: usize) -> Option<(Verdict, Scope, u32, u8)> {
        let asked = self.facts.surveys.get(survey)?;
        let item = asked.items.get(item)?;
        let [must, may, not_ours, unsure] = *item.counts.as_slice() else {
            return None;
        };
        let scope = Scope {
            must,
            may,
            not_ours,
            unsure,
        };
        let percent = if asked.survey.threshold > 50 {
            asked.survey.threshold
        } else {
            75
        };
        let threshold = Threshold::percent(percent).unwrap_or_default();
        (item.n > 0).then(|| (Verdict::of(scope, threshold), scope, item.n, percent))
    }

    /// Why some said that it is not the association's, and others that it is: with consent alone.
    fn reasons(&self, survey: usize, item: usize, source: usize) -> Vec<Block> {
        let asked = &self.facts.surveys[survey];
        let panel = self.facts.panel;
        let options = self.options(&asked.survey.scale);
        let revealed = panel.counts_at_reveal(asked.activity.id).is_some();
        let marks = panel.marks(asked.activity.id, asked.items[item].id);
        let mut quotes: Vec<Quote> = marks
            .into_iter()
            .flat_map(Marks::iter)
            .filter(|(_, mark)| mark.quotable && !(revealed && mark.later))
            .filter_map(|(_, mark)| {
                let option = mark.marks.first().and_then(|option| options.get(usize::from(*option)));
                Some(Quote {
                    idea: None,
                    words: Some(clean(panel.text(mark.reason?)?)),
                    by: None,
                    note: option.cloned(),
                    home: false,
                    sources: vec![source],
                })
            })
            .collect();
        // In the order of the words, which tells nobody who answered when.
        quotes.sort_by(|one, other| (&one.note, &one.words).cmp(&(&other.note, &other.words)));
        quotes.into_iter().map(Block::Quote).collect()
    }

    fn theme(&mut self, place: usize) -> Vec<Block> {
        let source = self.cite_theme(place);
        let theme = self.facts.themes[place].clone();
        let mut blocks = vec![heading(format!("theme-{}", theme.number), self.theme_name(place))];
        if let Some(about) = theme.about.as_deref().filter(|about| !about.is_empty()) {
            blocks.push(Block::Sentence(Sentence::words(about)));
        }
        blocks.push(Block::Sentence(
            self.speaker
                .count(Phrase::ThemeIdeas, theme.ideas.len(), &[])
                .from(source),
        ));
        blocks.extend(self.theme_votes(theme.id));
        blocks.extend(self.support(&theme.ideas));
        blocks.extend(self.dissent(&theme.ideas));
        blocks.extend(self.quotes(&theme.ideas));
        blocks
    }

    /// How surely people are for the ideas of a theme, and which constituencies.
    fn support(&mut self, ideas: &[usize]) -> Vec<Block> {
        let mut list = Vec::new();
        for place in 0..self.facts.votes.len() {
            let best = self.standings(place, ideas, |tally| tally.agree > tally.disagree);
            for (number, tally) in best {
                list.push(self.tallied_in_words(Phrase::IdeaVote, place, number, tally));
                list.extend(self.backed_by(place, number, tally));
            }
        }
        if list.is_empty() {
            Vec::new()
        } else {
            vec![Block::List(list)]
        }
    }

    /// The first of these ideas in a vote, best supported first, that it came out for as wanted.
    fn standings(&self, vote: usize, ideas: &[usize], wanted: impl Fn(Tally) -> bool) -> Vec<(usize, Tally)> {
        let vote = &self.facts.votes[vote];
        // What an earlier vote said is told where the change is.
        if !vote.last {
            return Vec::new();
        }
        let among = ideas.iter().filter_map(|idea| {
            let number = self.facts.ideas[*idea].number;
            Some((*vote.ranks.get(&number)?, number))
        });
        let mut ranked: Vec<(usize, usize)> = among.collect();
        ranked.sort_unstable();
        ranked
            .into_iter()
            .map(|(rank, number)| (number, vote.results.standings[rank].tally))
            .filter(|(_, tally)| wanted(*tally))
            .take(SUPPORT)
            .collect()
    }

    /// `For idea 4 …: 12 agree, 3 disagree, 1 pass.`
    pub(super) fn tallied_in_words(&mut self, phrase: Phrase, vote: usize, number: usize, tally: Tally) -> Sentence {
        let source = self.cite_ballots(vote, number, tally);
        let speaker = self.speaker;
        let count = |count: u32| said(speaker.number(count.into()));
        let values = [
            ("idea", said(number.to_string())),
            ("agree", count(tally.agree)),
            ("disagree", count(tally.disagree)),
            ("pass", count(tally.pass)),
            ("n", count(tally.total())),
            (
                "share",
                said(speaker.per_cent(tally.agree, tally.agree + tally.disagree)),
            ),
        ];
        speaker.say(phrase, &values).from(source)
    }

    fn backed_by(&mut self, vote: usize, number: usize, tally: Tally) -> Option<Sentence> {
        let source = self.cite_ballots(vote, number, tally);
        let backing = self.facts.votes[vote].backing.get(&number)?;
        let constituencies = &self.facts.panel.framework().constituencies;
        let told: Vec<String> = constituencies
            .iter()
            .zip(&backing.agree)
            .filter_map(|(constituency, agree)| {
                let agree = self.speaker.number((*agree)?.into());
                Some(format!("{} ({agree})", clean(&constituency.name)))
            })
            .collect();
        (!told.is_empty()).then(|| {
            let values = [("groups", Value::Words(&self.speaker.list(&told)))];
            self.speaker.say(Phrase::BackedBy, &values).from(source)
        })
    }

    fn dissent(&mut self, ideas: &[usize]) -> Vec<Block> {
        let mut list = Vec::new();
        for place in 0..self.facts.votes.len() {
            let against = self.standings(place, ideas, |tally| {
                tally.disagree > 0 && tally.disagree >= tally.agree
            });
            for (number, tally) in against {
                list.push(self.tallied_in_words(Phrase::Dissent, place, number, tally));
            }
        }
        if list.is_empty() {
            Vec::new()
        } else {
            vec![Block::List(list)]
        }
    }

    /// Some of the ideas word for word; how many more there are.
    pub(super) fn quotes(&mut self, ideas: &[usize]) -> Vec<Block> {
        let mut ideas: Vec<usize> = ideas.to_vec();
        ideas.sort_by(|one, other| {
            let support = |place: &usize| self.facts.ideas[*place].support();
            support(other).total_cmp(&support(one)).then(one.cmp(other))
        });
        let mut blocks = Vec::new();
        for place in &ideas {
            if blocks.len() == QUOTES {
                break;
            }
            let activity: ActivityId = self.facts.ideas[*place].activity;
            let source = self.cite_question(activity);
            blocks.extend(self.quote(&self.facts.ideas[*place], vec![source]).map(Block::Quote));
        }
        let log = self.cite_log();
        let more = ideas.len() - blocks.len();
        let unquotable = ideas
            .iter()
            .filter(|place| self.facts.ideas[**place].words.is_none())
            .count();
        if more > unquotable {
            blocks.push(Block::Sentence(
                self.speaker
                    .count(Phrase::MoreInAppendix, more - unquotable, &[])
                    .toned(Tone::Aside)
                    .from(log),
            ));
        }
        if unquotable > 0 {
            blocks.push(Block::Sentence(
                self.speaker
                    .count(Phrase::NotQuoted, unquotable, &[])
                    .toned(Tone::Aside)
                    .from(log),
            ));
        }
        blocks
    }

    /// Who is for what, as far as it may be told: a row for each number.
    pub(super) fn backing_table(&mut self) -> Option<Block> {
        let constituencies: Vec<String> = self
            .facts
            .panel
            .framework()
            .constituencies
            .iter()
            .map(|known| clean(&known.name))
            .collect();
        let mut rows = Vec::new();
        for (place, vote) in (1_u64..).zip(&self.facts.votes) {
            for standing in &vote.results.standings {
                let backing = vote.backing.get(&standing.number);
                for (constituency, agree) in constituencies
                    .iter()
                    .zip(backing.into_iter().flat_map(|backing| &backing.agree))
                {
                    rows.push(vec![
                        Cell::Count(place),
                        Cell::Idea(standing.number),
                        Cell::Words(constituency.clone()),
                        Cell::kept(*agree),
                    ]);
                }
            }
        }
        let columns = [
            ("vote", Phrase::KindVote, Kind::Count),
            ("idea", Phrase::Idea, Kind::Count),
            ("constituency", Phrase::Constituency, Kind::Text),
            ("agree", Phrase::Agree, Kind::Count),
        ];
        let mut table = self.table("backing", Phrase::BackingCaption, &columns, rows);
        table.shown = false;
        table.sources = self.all_votes();
        (!table.rows.is_empty()).then_some(Block::Table(table))
    }
}
