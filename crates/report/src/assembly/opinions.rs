use visioncast_analysis::{OpinionGroups, Reason, SMALLEST_CELL, Votes, bridge, representative, suppressed};
use visioncast_model::{Choice, IdeaId, Tally};

use super::{
    Assembly,
    backing::{Backing, Parted},
    said,
};
use crate::{
    document::{Block, Sentence},
    language::{Phrase, Value, clean},
};

/// So many ideas are named as those that groups have in common, or part over.
const COMMON: usize = 5;
/// Opinion groups and the rooms that they are held against are drawn from it: the same log gives the same report.
const SEED: u64 = 1;

impl Assembly<'_> {
    /// Whether people fall into groups of like opinion.
    pub(super) fn opinions(&mut self, ideas: &[IdeaId], votes: &Votes, place: usize, source: usize) -> Block {
        let speaker = self.speaker;
        let grouping = match OpinionGroups::of(votes, &[], SEED) {
            OpinionGroups::Undetectable(Reason::FewPeople(_)) => {
                return Block::Sentence(speaker.say(Phrase::NoGroupsFew, &[]).from(source));
            }
            OpinionGroups::Undetectable(Reason::Chance(_)) => {
                return Block::Sentence(speaker.say(Phrase::NoGroupsChance, &[]).from(source));
            }
            OpinionGroups::Found(grouping) => grouping,
        };
        let sizes: Vec<u32> = grouping.groups.iter().map(|group| super::number(group.len())).collect();
        // How many people were placed is not told, but whoever guesses it shall not work out a size that is kept back.
        let told = suppressed(&sizes, sizes.iter().sum()).into_iter();
        let told =
            told.map(|size| size.map_or_else(|| speaker.owned(Phrase::KeptBack), |size| speaker.number(size.into())));
        let told: Vec<String> = told.collect();
        let mut list = vec![
            speaker
                .count(
                    Phrase::GroupsFound,
                    sizes.len(),
                    &[("sizes", said(speaker.list(&told)))],
                )
                .from(source),
        ];
        let tallies = votes.tallies_by_group(&grouping.groups);
        for (group, size) in sizes.iter().enumerate() {
            if *size < SMALLEST_CELL {
                continue;
            }
            let inside: Vec<Tally> = tallies.iter().map(|by_group| by_group[group]).collect();
            let outside: Vec<Tally> = tallies.iter().map(|by_group| everybody_but(by_group, group)).collect();
            for (statement, representation) in representative(&inside, &outside) {
                let Some(idea) = ideas.get(statement).and_then(|id| self.facts.idea_of(*id)) else {
                    continue;
                };
                let (number, tally) = (idea.number, self.tally_of(place, idea.number));
                let phrase = match representation.choice {
                    Choice::Disagree => Phrase::GroupDisagrees,
                    _ => Phrase::GroupAgrees,
                };
                let values = [("group", said(letter(group))), ("idea", said(number.to_string()))];
                let ballots = self.cite_ballots(place, number, tally);
                list.push(speaker.say(phrase, &values).from(source).from(ballots));
            }
        }
        list.extend(self.common_ground(ideas, &tallies, place));
        Block::List(list)
    }

    /// What more than half agree with in every group.
    fn common_ground(&mut self, ideas: &[IdeaId], tallies: &[Vec<Tally>], place: usize) -> Vec<Sentence> {
        let mut common: Vec<(f64, usize)> = tallies
            .iter()
            .enumerate()
            .filter_map(|(statement, groups)| Some((bridge(groups)?, statement)))
            .collect();
        common.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        common.truncate(COMMON);
        let numbers = common
            .into_iter()
            .filter_map(|(_, statement)| Some(self.facts.idea_of(*ideas.get(statement)?)?.number));
        let numbers: Vec<usize> = numbers.collect();
        let sentences = numbers.into_iter().map(|number| {
            let tally = self.tally_of(place, number);
            let source = self.cite_ballots(place, number, tally);
            let values = [("idea", said(number.to_string()))];
            self.speaker.say(Phrase::AllGroupsLean, &values).from(source)
        });
        sentences.collect()
    }

    /// What was said to an idea in a vote.
    pub(super) fn tally_of(&self, place: usize, number: usize) -> Tally {
        let vote = &self.facts.votes[place];
        let rank = vote.ranks.get(&number);
        rank.map(|rank| vote.results.standings[*rank].tally).unwrap_or_default()
    }

    /// Ideas that bridge constituencies, and ideas over which they part.
    pub(super) fn between_constituencies(&mut self, place: usize) -> Vec<Block> {
        let vote = &self.facts.votes[place];
        if self.facts.panel.framework().constituencies.is_empty() {
            return Vec::new();
        }
        let told = vote.results.standings.iter();
        let told: Vec<(usize, &Backing)> = told
            .filter_map(|standing| Some((standing.number, vote.backing.get(&standing.number)?)))
            .collect();
        let mut bridges: Vec<(f64, usize)> = told
            .iter()
            .filter_map(|(number, backing)| Some((backing.bridge?, *number)))
            .collect();
        bridges.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        bridges.truncate(COMMON);
        let parted = told
            .iter()
            .filter_map(|(number, backing)| Some((*number, backing.parted?)));
        let mut parted: Vec<(usize, Parted)> = parted.collect();
        parted.sort_by(|(_, one), (_, other)| {
            let opposed = other.opposed.cmp(&one.opposed);
            opposed.then(other.gap.total_cmp(&one.gap))
        });
        parted.truncate(COMMON);
        let mut list = Vec::new();
        let none = bridges
            .is_empty()
            .then(|| self.speaker.say(Phrase::NothingBridges, &[]));
        for (_, number) in bridges {
            list.extend(self.bridging(place, number));
        }
        for (number, Parted { most, least, .. }) in parted {
            let source = self.cite_ballots(place, number, self.tally_of(place, number));
            let name = |group: usize| {
                let known = self.facts.panel.framework().constituencies.get(group);
                known.map(|known| clean(&known.name)).unwrap_or_default()
            };
            let (most, least) = (name(most), name(least));
            let values = [
                ("idea", said(number.to_string())),
                ("most", Value::Words(&most)),
                ("least", Value::Words(&least)),
            ];
            list.push(self.speaker.say(Phrase::Parts, &values).from(source));
        }
        let mut blocks: Vec<Block> = none.map(Block::Sentence).into_iter().collect();
        if !list.is_empty() {
            blocks.push(Block::List(list));
        }
        blocks
    }

    fn bridging(&mut self, place: usize, number: usize) -> Option<Sentence> {
        let source = self.cite_ballots(place, number, self.tally_of(place, number));
        let backing = self.facts.votes[place].backing.get(&number)?;
        let constituencies = self.facts.panel.framework().constituencies.iter();
        let told = constituencies.zip(&backing.agree);
        let groups: Vec<String> = told
            .filter(|(_, agree)| agree.is_some())
            .map(|(known, _)| clean(&known.name))
            .collect();
        let groups = self.speaker.list(&groups);
        let values = [
            ("idea", said(number.to_string())),
            ("groups", Value::Words(groups.as_str())),
        ];
        Some(self.speaker.say(Phrase::Bridges, &values).from(source))
    }
}

/// What an opinion group is called: A, B and so on, for constituencies may have numbers.
fn letter(group: usize) -> String {
    char::from(b'A' + u8::try_from(group % 26).unwrap_or_default()).to_string()
}

fn everybody_but(by_group: &[Tally], group: usize) -> Tally {
    let mut others = Tally::default();
    for (_, tally) in by_group.iter().enumerate().filter(|(other, _)| *other != group) {
        others.agree += tally.agree;
        others.disagree += tally.disagree;
        others.pass += tally.pass;
    }
    others
}
