use visioncast_model::{
    ConstituencyId, Domain, DomainId, ItemId, Items, Principle, Scale, Survey,
    view::{ConsolePanel, ScreenPanel, ScreenSurvey, SurveyItem},
};

use super::fixed;
use crate::{chart::domain_mark, language::Live};

/// A survey as it is drawn: what it asks, and the names of all that it asks about.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Asked {
    pub(crate) items: Items,
    pub(crate) scale: Scale,
    /// In percent; 0 where none was set.
    pub(crate) threshold: u8,
    pub(crate) domains: Vec<Domain>,
    pub(crate) principles: Vec<Principle>,
    pub(crate) constituencies: Vec<(ConstituencyId, String)>,
}

impl Asked {
    pub(crate) fn on_screen(survey: &ScreenSurvey, panel: &ScreenPanel) -> Self {
        Self {
            items: survey.items.clone(),
            scale: survey.scale.clone(),
            threshold: survey.threshold,
            domains: panel.domains.clone(),
            principles: panel.principles.clone(),
            constituencies: panel.constituencies.clone(),
        }
    }

    /// Votes on ideas, as opinions on a list.
    pub(crate) fn of_votes(panel: &ScreenPanel) -> Self {
        let opinions = ScreenSurvey {
            items: Items::Own(Vec::new()),
            scale: Scale::Opinion,
            threshold: 0,
        };
        Self::on_screen(&opinions, panel)
    }

    pub(crate) fn on_console(survey: &Survey, panel: &ConsolePanel) -> Self {
        Self {
            items: survey.items.clone(),
            scale: survey.scale.clone(),
            threshold: survey.threshold,
            domains: panel.domains.clone(),
            principles: panel.principles.clone(),
            constituencies: panel
                .constituencies
                .iter()
                .map(|known| (known.id, known.name.clone()))
                .collect(),
        }
    }

    /// Whether it is drawn as a table of principles and domains.
    pub(crate) fn is_map(&self) -> bool {
        self.items == Items::Map
    }

    pub(super) fn domain(&self, id: DomainId) -> String {
        let known = self.domains.iter().find(|domain| domain.id == id);
        known.map(|domain| domain.name.clone()).unwrap_or_default()
    }

    pub(super) fn options(&self) -> Vec<String> {
        fixed(&self.scale)
    }

    /// What a group is called; those who named none, too.
    pub(crate) fn group(&self, group: Option<ConstituencyId>) -> String {
        let known = self.constituencies.iter().find(|(id, _)| Some(*id) == group);
        known.map_or_else(|| Live::NoGroupNamed.owned(), |(_, name)| name.clone())
    }

    /// Under which heading an item stands; none where the list has none.
    pub(super) fn heading(&self, item: ItemId) -> Option<String> {
        Some(match item {
            ItemId::Want(id, _) => self.constituencies.iter().find(|(known, _)| *known == id)?.1.clone(),
            ItemId::Assumption(_) => Live::WhatItTakes.owned(),
            ItemId::Trait(_) => Live::WhatMakesEffective.owned(),
            ItemId::Driver(_) => Live::WhatIsUrgent.owned(),
            ItemId::Competency(_) => Live::WhatIsNeeded.owned(),
            _ => return None,
        })
    }
}

/// What stands beside an item: its words, and the short mark of a domain.
pub(crate) fn label(asked: &Asked, item: &SurveyItem) -> (String, Option<(DomainId, String)>) {
    match item.item {
        ItemId::Domain(id) => {
            let name = asked.domain(id);
            let mark = domain_mark(&name);
            (name, Some((id, mark)))
        }
        ItemId::Cell(principle, domain) => (format!("{principle} · {}", asked.domain(domain)), None),
        _ if item.text.is_empty() => (Live::TheTextWasErased.owned(), None),
        _ => (item.text.clone(), None),
    }
}
