use std::ops::RangeInclusive;

use visioncast_analysis::{SMALLEST_CELL, Slate, Votes, equal_shares, most_approved, split};
use visioncast_model::{Choice, IdeaId, PersonId, Tally};

use super::{Assembly, heading, said};
use crate::{
    document::{Bar, Block, Cell, Chapter, Chart, Kind, Sentence, Shape, Table, Tone},
    language::{Phrase, Value, clean},
};

/// A picture shows so many ideas; the table has all.
const DRAWN: usize = 15;
/// So many ideas are named as those that divide the room most.
const DIVIDED: usize = 5;
/// What is split, by the share that agrees of those who took a side: beyond that, one side has the better of it.
const EVEN: RangeInclusive<f64> = 0.4..=0.6;
/// So many go to the board.
const SEATS: usize = 5;
/// So many ideas are named for which people are that the most approved leave with none.
const WANTED: usize = 3;

impl Assembly<'_> {
    /// Where the room agrees and where it splits.
    pub(super) fn agreement(&mut self) -> Chapter {
        let mut blocks = Vec::new();
        if self.facts.votes.is_empty() {
            blocks.push(Block::Sentence(self.speaker.say(Phrase::NoVoteShown, &[])));
        }
        for place in 0..self.facts.votes.len() {
            blocks.extend(self.vote(place));
        }
        blocks.extend(self.changes());
        if !self.facts.votes.is_empty() {
            blocks.push(Block::Sentence(self.speaker.aside(Phrase::OrderNote)));
            blocks.push(self.votes_table());
            blocks.extend(self.backing_table());
        }
        self.chapter("agreement", Phrase::AgreementTitle, blocks)
    }

    fn vote(&mut self, place: usize) -> Vec<Block> {
        let (source, speaker) = (self.cite_vote(place), self.speaker);
        let results = &self.facts.votes[place].results;
        let mut blocks = vec![
            heading(format!("vote-{}", place + 1), Sentence::words(clean(&results.title))),
            Block::Sentence(Sentence::words(clean(&results.question)).toned(Tone::Asked)),
            Block::Sentence(speaker.count(Phrase::PeopleVoted, results.voters, &[]).from(source)),
        ];
        if results.later > 0 {
            blocks.push(Block::Sentence(
                speaker.count(Phrase::LaterNotCounted, results.later, &[]).from(source),
            ));
        }
        if results.in_bursts > 0 {
            blocks.push(Block::Sentence(
                speaker.count(Phrase::Bursts, results.in_bursts, &[]).from(source),
            ));
        }
        if results.standings.is_empty() {
            blocks.push(Block::Sentence(speaker.say(Phrase::NobodyVoted, &[])));
            return blocks;
        }
        blocks.push(Block::Chart(self.diverging(place, source)));
        blocks.extend(self.divided(place));
        blocks.extend(self.between_constituencies(place));
        let (people, ideas, votes) = self.votes_of(place);
        if ideas.len() > SEATS && !people.is_empty() {
            blocks.push(self.slate(&ideas, &votes, source));
        }
        blocks.push(self.opinions(&ideas, &votes, place, source));
        blocks
    }

    fn diverging(&self, place: usize, source: usize) -> Chart {
        let speaker = self.speaker;
        let results = &self.facts.votes[place].results;
        let count = |count: u32| said(speaker.number(count.into()));
        let bars = results.standings.iter().take(DRAWN).map(|standing| {
            let tally = standing.tally;
            let number = [("number", said(standing.number.to_string()))];
            let says = [
                ("agree", count(tally.agree)),
                ("disagree", count(tally.disagree)),
                ("pass", count(tally.pass)),
                ("n", count(tally.total())),
                ("low", said(speaker.share(standing.interval.low))),
                ("high", said(speaker.share(standing.interval.high))),
            ];
            Bar {
                label: standing
                    .words
                    .as_deref()
                    .map_or_else(|| speaker.say(Phrase::IdeaNumber, &number).text(), clean),
                idea: Some(standing.number),
                counts: vec![tally.agree, tally.disagree, tally.pass],
                says: speaker.say(Phrase::BarSays, &says).text(),
            }
        });
        Chart {
            name: format!("vote_{}", place + 1),
            caption: speaker
                .say(Phrase::VoteCaption, &[("title", Value::Words(&results.title))])
                .text(),
            shape: Shape::Diverging,
            series: [Phrase::Agree, Phrase::Disagree, Phrase::Pass]
                .map(|phrase| speaker.owned(phrase))
                .into(),
            bars: bars.collect(),
            sources: vec![source],
        }
    }

    /// The ideas over which the room is split most evenly, as far as that is sure.
    fn divided(&mut self, place: usize) -> Option<Block> {
        let standings = &self.facts.votes[place].results.standings;
        let mut split_most: Vec<(f64, usize, Tally)> = standings
            .iter()
            .map(|standing| (split(standing.tally), standing.number, standing.tally))
            .filter(|(_, _, tally)| is_divided(*tally))
            .collect();
        split_most.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        split_most.truncate(DIVIDED);
        if split_most.is_empty() {
            return Some(Block::Sentence(self.speaker.say(Phrase::NothingDivides, &[])));
        }
        let list = split_most
            .into_iter()
            .map(|(_, number, tally)| self.tallied_in_words(Phrase::Divides, place, number, tally));
        Some(Block::List(list.collect()))
    }

    /// What would go to the board so that as few as possible are left with nothing, beside the most approved.
    fn slate(&self, ideas: &[IdeaId], votes: &Votes, source: usize) -> Block {
        let numbered = |items: &[usize]| -> Vec<String> {
            let numbers = items.iter().filter_map(|item| self.facts.idea_of(ideas[*item]));
            numbers.map(|idea| idea.number.to_string()).collect()
        };
        let (shares, plain) = (equal_shares(votes, SEATS), most_approved(votes, SEATS));
        let few = |count: usize| match super::number(count) {
            0 => self.speaker.owned(Phrase::Nobody),
            count if count < SMALLEST_CELL => self.speaker.owned(Phrase::FewerThanFive),
            count => self.speaker.number(count.into()),
        };
        let slates: [(Phrase, &Slate); 2] = [(Phrase::SharesSlate, &shares), (Phrase::PlainSlate, &plain)];
        let said_of = slates.map(|(phrase, slate)| {
            let values = [
                ("ideas", said(self.speaker.list(&numbered(&slate.items)))),
                ("left_out", said(few(slate.left_out.len()))),
            ];
            self.speaker.say(phrase, &values).from(source)
        });
        let mut list = Vec::from(said_of);
        if shares.paid < shares.items.len() {
            let values = [
                ("paid", said(self.speaker.number(shares.paid as u64))),
                ("seats", said(self.speaker.number(shares.items.len() as u64))),
            ];
            list.insert(1, self.speaker.say(Phrase::SharesCompleted, &values).from(source));
        }
        if super::number(plain.left_out.len()) >= SMALLEST_CELL {
            let wanted = approved_most(&votes.tallies_of(&plain.left_out));
            let ideas = [("ideas", said(self.speaker.list(&numbered(&wanted))))];
            list.push(self.speaker.say(Phrase::LeftOutWant, &ideas).from(source));
        }
        Block::List(list)
    }

    /// The ballots before the reveal: who voted, on what, and how.
    fn votes_of(&self, place: usize) -> (Vec<PersonId>, Vec<IdeaId>, Votes) {
        let said = &self.facts.votes[place].ballots;
        let numbers: std::collections::BTreeSet<usize> = self.facts.votes[place]
            .results
            .standings
            .iter()
            .map(|standing| standing.number)
            .collect();
        let ideas = self.facts.ideas.iter();
        let ideas: Vec<IdeaId> = ideas
            .filter(|idea| numbers.contains(&idea.number))
            .map(|idea| idea.id)
            .collect();
        let people: std::collections::BTreeSet<PersonId> = ideas
            .iter()
            .filter_map(|idea| said.get(idea))
            .flat_map(|said| said.keys().copied())
            .collect();
        let people: Vec<PersonId> = people.into_iter().collect();
        let ballots: Vec<(usize, usize, Choice)> = ideas
            .iter()
            .enumerate()
            .flat_map(|(item, idea)| {
                said.get(idea)
                    .into_iter()
                    .flatten()
                    .map(move |(person, choice)| (person, item, *choice))
            })
            .map(|(person, item, choice)| (people.binary_search(person).unwrap_or_default(), item, choice))
            .collect();
        let votes = Votes::of(people.len(), ideas.len(), &ballots);
        (people, ideas, votes)
    }

    /// Every idea of every vote.
    fn votes_table(&mut self) -> Block {
        let mut rows = Vec::new();
        for (place, vote) in (1_u64..).zip(&self.facts.votes) {
            let standings = vote.results.standings.iter().chain(&vote.results.unvoted);
            for (rank, standing) in (1_u64..).zip(standings) {
                let tally = standing.tally;
                let sides = tally.agree + tally.disagree;
                let share = |share: f64| if sides == 0 { Cell::Empty } else { Cell::share(share) };
                rows.push(vec![
                    Cell::Count(place),
                    Cell::Count(rank),
                    Cell::Idea(standing.number),
                    Cell::words(standing.words.as_deref().map(clean).as_deref()),
                    Cell::Count(tally.agree.into()),
                    Cell::Count(tally.disagree.into()),
                    Cell::Count(tally.pass.into()),
                    Cell::Count(tally.total().into()),
                    share(f64::from(tally.agree) / f64::from(sides.max(1))),
                    share(standing.interval.low),
                    share(standing.interval.high),
                ]);
            }
        }
        let columns = [
            ("vote", Phrase::KindVote, Kind::Count),
            ("rank", Phrase::Place, Kind::Count),
            ("idea", Phrase::Idea, Kind::Count),
            ("words", Phrase::WordsOf, Kind::Text),
            ("agree", Phrase::Agree, Kind::Count),
            ("disagree", Phrase::Disagree, Kind::Count),
            ("pass", Phrase::Pass, Kind::Count),
            ("n", Phrase::Answered, Kind::Count),
            ("share", Phrase::ShareAgree, Kind::Share),
            ("range_low", Phrase::RangeLow, Kind::Share),
            ("range_high", Phrase::RangeHigh, Kind::Share),
        ];
        let table = self.table("votes", Phrase::VotesCaption, &columns, rows);
        Block::Table(Table {
            shown: false,
            sources: self.all_votes(),
            ..table
        })
    }

    /// Every vote as a source.
    pub(super) fn all_votes(&mut self) -> Vec<usize> {
        (0..self.facts.votes.len()).map(|place| self.cite_vote(place)).collect()
    }
}

/// Whether the room is split over something: of those who took a side about half are on each, and it is not known of so few
/// that chance makes it so.
pub(super) fn is_divided(tally: Tally) -> bool {
    let sides = (tally.agree + tally.disagree).max(1);
    let share = f64::from(tally.agree) / f64::from(sides);
    split(tally) >= 0.25 && EVEN.contains(&share)
}

/// The items that most of them approve of; of equals the first.
fn approved_most(tallies: &[Tally]) -> Vec<usize> {
    let mut items: Vec<usize> = (0..tallies.len()).filter(|item| tallies[*item].agree > 0).collect();
    items.sort_by_key(|item| std::cmp::Reverse(tallies[*item].agree));
    items.truncate(WANTED);
    items
}
