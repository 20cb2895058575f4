//! What can be made of an item of an agenda.

use uuid::Uuid;
use visioncast_model::{ActivityId, Domain, Framework, Items, Kind, LINE_CHARS, Plan};

/// The same item once for each domain that it is about: the title, and the question that the room reads, name it. The first
/// gets the id `first`, the others ids that follow from it, so that sending it twice adds them once.
pub(crate) fn for_each_domain(plan: &Plan, framework: &Framework, first: ActivityId) -> Vec<(ActivityId, Plan)> {
    let about: &[_] = match &plan.kind {
        Kind::Prompt(prompt) => &prompt.domains,
        Kind::Survey(survey) => match &survey.items {
            Items::Domains(domains) => domains,
            _ => &[],
        },
        _ => &[],
    };
    let domains = framework
        .domains
        .iter()
        .filter(|domain| about.is_empty() || about.contains(&domain.id));
    (0..)
        .zip(domains)
        .map(|(number, domain)| {
            let id = Uuid::from_u128(first.0.as_u128().wrapping_add(number));
            (ActivityId(id), of_domain(plan, domain))
        })
        .collect()
}

fn of_domain(plan: &Plan, domain: &Domain) -> Plan {
    let mut plan = plan.clone();
    let named = |words: &str| format!("{}: {words}", capitalised(&domain.name));
    plan.title = titled(&plan.title, &domain.name);
    plan.question = named(&plan.question);
    for wording in plan.translations.values_mut() {
        if !wording.question.is_empty() {
            wording.question = named(&wording.question);
        }
    }
    match &mut plan.kind {
        Kind::Prompt(prompt) => prompt.domains = vec![domain.id],
        Kind::Survey(survey) => survey.items = Items::Domains(vec![domain.id]),
        Kind::Judgement(_) | Kind::Reflection(_) | Kind::Volunteers | Kind::Grouping(_) => {}
    }
    plan
}

/// A title with what it is about; cut where both together are too long.
pub(crate) fn titled(title: &str, about: &str) -> String {
    let whole = format!("{title}: {about}");
    whole.chars().take(LINE_CHARS).collect()
}

fn capitalised(name: &str) -> String {
    let mut signs = name.chars();
    signs
        .next()
        .map(|first| first.to_uppercase().chain(signs).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use visioncast_model::{DomainId, Language};

    use super::*;
    use crate::{instruments, templates};

    #[test]
    fn an_item_is_repeated_for_each_domain_that_it_is_about() {
        let framework = templates::ima();
        for (key, only, expected) in [("insights", vec![], 10), ("mandate", vec![DomainId(2), DomainId(9)], 2)] {
            let instrument = instruments::find(key).expect("it is prepared");
            let mut plan = instrument.sketch.plan(&framework, Language::English, 3, None);
            match &mut plan.kind {
                Kind::Prompt(prompt) => prompt.domains = only,
                Kind::Survey(survey) => survey.items = Items::Domains(only),
                _ => panic!("it asks about domains"),
            }
            let first = ActivityId(Uuid::new_v4());
            let repeated = for_each_domain(&plan, &framework, first);
            let ids: BTreeSet<ActivityId> = repeated.iter().map(|(id, _)| *id).collect();
            assert_eq!((ids.len(), repeated[0].0), (expected, first));
            assert_eq!(repeated, for_each_domain(&plan, &framework, first));
        }
    }

    #[test]
    fn titles_and_questions_name_the_domain() {
        let framework = templates::ima();
        let instrument = instruments::find("mandate").expect("it is prepared");
        let plan = instrument.sketch.plan(&framework, Language::English, 3, None);
        let (_, data) = &for_each_domain(&plan, &framework, ActivityId(Uuid::nil()))[8];
        assert_eq!(data.title, "Must, may, not ours: data");
        assert!(data.question.starts_with("Data: Domain by domain"), "{}", data.question);
        assert!(data.translations[&Language::Spanish].question.starts_with("Data: "));
        let Kind::Survey(survey) = &data.kind else {
            panic!("it stays a survey")
        };
        assert_eq!(survey.items, Items::Domains(vec![DomainId(9)]));
    }

    #[test]
    fn a_title_stays_within_its_limit() {
        let long = "ä".repeat(LINE_CHARS);
        assert_eq!(titled(&long, "data").chars().count(), LINE_CHARS);
    }
}
