use visioncast_model::{HideReason, Kind as Asks};

use super::{Assembly, said};
use crate::{
    document::{Block, Cell, Chapter, Kind, Sentence},
    language::{Phrase, Value, clean},
    moment,
};

impl Assembly<'_> {
    /// How the input was gathered: what AAPOR's list for disclosure asks for (2021), as far as it has a meaning here.
    pub(super) fn gathering(&mut self) -> Chapter {
        let mut blocks = vec![
            Block::Sentence(self.speaker.aside(Phrase::DisclosureIntro)),
            Block::List(self.disclosed()),
        ];
        blocks.extend(self.attendance());
        blocks.extend(self.participation());
        blocks.extend(self.completeness());
        blocks.push(self.questions());
        self.chapter("gathering", Phrase::GatheringTitle, blocks)
    }

    fn disclosed(&mut self) -> Vec<Sentence> {
        let (speaker, room, log) = (self.speaker, self.cite_room(), self.cite_log());
        let gathering = &self.facts.gathering;
        let joined = self.facts.joined();
        let host = &self.facts.panel.framework().name;
        let mut list = Vec::new();
        if !gathering.elsewhere {
            list.push(speaker.say(Phrase::HowAnswered, &[]));
        }
        if !host.is_empty() {
            list.push(speaker.say(Phrase::AskedBy, &[("host", Value::Words(host))]));
        }
        list.push(speaker.say(Phrase::AskedBelow, &[]));
        if !gathering.elsewhere {
            list.push(speaker.say(Phrase::Population, &[]));
            list.push(speaker.say(Phrase::Recruited, &[]));
        }
        list.push(self.one_ballot());
        if gathering.integrity.asks_for_tickets() {
            let tickets = [
                ("made", said(speaker.number(gathering.tickets.made.into()))),
                ("used", said(speaker.number(gathering.by_ticket as u64))),
            ];
            list.push(speaker.say(Phrase::Tickets, &tickets).from(room));
        }
        if !gathering.elsewhere {
            let agenda = self.facts.panel.agenda();
            if agenda
                .iter()
                .any(|item| matches!(item.plan.kind, Asks::Judgement(_) | Asks::Survey(_)))
            {
                list.push(speaker.say(Phrase::Blind, &[]));
            }
            if agenda.iter().any(|item| matches!(item.plan.kind, Asks::Judgement(_))) {
                list.push(speaker.say(Phrase::RandomOrder, &[]));
            }
        }
        list.push(match gathering.when {
            None => speaker.say(Phrase::NobodyAnswered, &[]),
            Some((first, last)) if speaker.day(first) == speaker.day(last) => speaker
                .say(Phrase::OnDay, &[("day", said(speaker.day(first)))])
                .from(log),
            Some((first, last)) => {
                let days = [("first", said(speaker.day(first))), ("last", said(speaker.day(last)))];
                speaker.say(Phrase::BetweenDays, &days).from(log)
            }
        });
        list.push(speaker.count(Phrase::WhoAnswered, joined as usize, &[]).from(room));
        list.extend(self.took_part());
        let gathering = &self.facts.gathering;
        list.extend([Phrase::NoMargin, Phrase::NoWeighting, Phrase::LastBallot].map(|phrase| speaker.say(phrase, &[])));
        list.push(speaker.say(Phrase::WordForWord, &[]));
        if !self.facts.themes.is_empty() {
            list.push(speaker.say(Phrase::PutTogether, &[]));
        }
        for (count, phrase) in [
            (gathering.spoken, Phrase::Spoken),
            (gathering.paper, Phrase::OnPaper),
            (gathering.imported, Phrase::Imported),
            (gathering.typed, Phrase::BallotsTyped),
        ] {
            if count > 0 {
                list.push(speaker.count(phrase, count, &[]).from(log));
            }
        }
        list.push(self.hidden().from(log));
        match gathering.recount_agrees {
            Some(true) => list.push(speaker.say(Phrase::RecountAgrees, &[])),
            Some(false) => list.push(speaker.say(Phrase::RecountDiffers, &[])),
            None => {}
        }
        list
    }

    fn hidden(&self) -> Sentence {
        let mut reasons: Vec<(HideReason, usize)> = Vec::new();
        for reason in self.facts.panel.ideas().values().filter_map(|idea| idea.hidden) {
            match reasons.iter_mut().find(|(known, _)| *known == reason) {
                Some((_, count)) => *count += 1,
                None => reasons.push((reason, 1)),
            }
        }
        reasons.sort();
        let total: usize = reasons.iter().map(|(_, count)| count).sum();
        if total == 0 {
            return self.speaker.say(Phrase::NothingHidden, &[]);
        }
        let told = reasons.into_iter().map(|(reason, count)| {
            let phrase = match reason {
                HideReason::Duplicate => Phrase::HiddenDuplicate,
                HideReason::OffTopic => Phrase::HiddenOffTopic,
                HideReason::Personal => Phrase::HiddenPersonal,
                HideReason::Hurtful => Phrase::HiddenHurtful,
                HideReason::ModeratedAtSource => Phrase::HiddenAtSource,
                HideReason::Waiting => Phrase::HiddenWaiting,
            };
            self.speaker.count(phrase, count, &[]).text()
        });
        let told: Vec<String> = told.collect();
        self.speaker
            .count(Phrase::Hidden, total, &[("reasons", said(self.speaker.list(&told)))])
    }

    fn attendance(&mut self) -> Vec<Block> {
        let room = self.cite_room();
        let attendance = &self.facts.attendance;
        if attendance.joined == 0 {
            return Vec::new();
        }
        let names = |phrases: &[Phrase]| {
            phrases
                .iter()
                .map(|phrase| Cell::Text(self.speaker.owned(*phrase)))
                .collect()
        };
        let mut groups: Vec<Cell> = self
            .facts
            .panel
            .framework()
            .constituencies
            .iter()
            .map(|known| Cell::Words(clean(&known.name)))
            .collect();
        groups.push(Cell::Text(self.speaker.owned(Phrase::NoneNamed)));
        let affiliations: Vec<Cell> = names(&[
            Phrase::Member,
            Phrase::NotMember,
            Phrase::RatherNotSay,
            Phrase::NoAnswer,
        ]);
        let mut blocks = Vec::new();
        let mut kept = false;
        for (name, caption, title, cells, known) in [
            (
                "constituencies",
                Phrase::ByConstituency,
                Phrase::Constituency,
                groups,
                &attendance.constituencies,
            ),
            (
                "affiliations",
                Phrase::ByAffiliation,
                Phrase::Affiliation,
                affiliations,
                &attendance.affiliations,
            ),
        ] {
            if known.is_empty() || (name == "affiliations" && self.facts.gathering.elsewhere) {
                continue;
            }
            kept |= known.iter().any(|group| group.people.is_none());
            let rows = cells
                .into_iter()
                .zip(known)
                .map(|(cell, group)| vec![cell, Cell::kept(group.people)]);
            let columns = [("group", title, Kind::Text), ("people", Phrase::People, Kind::Count)];
            let mut table = self.table(name, caption, &columns, rows.collect());
            table.sources.push(room);
            blocks.push(Block::Table(table));
        }
        if !blocks.is_empty() {
            blocks.push(Block::Sentence(self.speaker.aside(Phrase::SeveralGroups)));
        }
        if kept {
            blocks.push(Block::Sentence(self.speaker.aside(Phrase::KeptBackWhy)));
        }
        if self.facts.attendance.earlier {
            blocks.push(Block::Sentence(self.speaker.aside(Phrase::EarlierStands)));
        }
        blocks.extend(self.missing().map(Block::Sentence));
        blocks
    }

    /// Everything that was asked, word for word and in its order.
    fn questions(&mut self) -> Block {
        let log = self.cite_log();
        let gathering = &self.facts.gathering;
        let day = |at: Option<_>| at.map_or(Cell::Empty, |at| Cell::Text(moment::minute(at)));
        let rows = gathering.asked.iter().zip(self.facts.panel.agenda()).zip(1_u64..);
        let rows = rows.map(|((asked, activity), place)| {
            let kind = match activity.plan.kind {
                Asks::Prompt(_) => Phrase::KindPrompt,
                Asks::Judgement(_) => Phrase::KindVote,
                Asks::Survey(_) => Phrase::KindSurvey,
                Asks::Reflection(_) => Phrase::KindReflection,
                _ => Phrase::KindOther,
            };
            vec![
                Cell::Count(place),
                Cell::Text(self.speaker.owned(kind)),
                Cell::Words(clean(&asked.question)),
                day(asked.opened),
                day(asked.closed),
                day(asked.revealed),
                if self.facts.hides_answered(activity.id) {
                    Cell::KeptBack
                } else {
                    Cell::Count(asked.answered as u64)
                },
            ]
        });
        let columns = [
            ("place", Phrase::Place, Kind::Count),
            ("kind", Phrase::WhatKind, Kind::Text),
            ("question", Phrase::Question, Kind::Text),
            ("opened", Phrase::Opened, Kind::Text),
            ("closed", Phrase::ClosedAt, Kind::Text),
            ("revealed", Phrase::Revealed, Kind::Text),
            ("answered", Phrase::Answered, Kind::Count),
        ];
        let rows = rows.collect();
        let mut table = self.table("questions", Phrase::QuestionsCaption, &columns, rows);
        table.sources.push(log);
        Block::Table(table)
    }
}
