use super::Assembly;
use crate::{
    document::{Block, Chapter},
    language::Phrase,
};

impl Assembly<'_> {
    /// What must not be read into the numbers.
    pub(super) fn limits(&mut self) -> Chapter {
        let mut phrases = vec![
            Phrase::LimitSelf,
            Phrase::LimitFew,
            Phrase::LimitAlike,
            Phrase::LimitDomain,
            Phrase::LimitAgreement,
            Phrase::LimitGroups,
            Phrase::LimitChanges,
            Phrase::LimitKeptBack,
            Phrase::LimitDirection,
        ];
        if self.facts.gathering.imported > 0 {
            phrases.push(Phrase::LimitImported);
        }
        let list = phrases.into_iter().map(|phrase| self.speaker.say(phrase, &[]));
        self.chapter("limits", Phrase::LimitsTitle, vec![Block::List(list.collect())])
    }
}
