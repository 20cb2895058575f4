//! Any sequence of edits, back and forth.

use std::collections::BTreeSet;

use proptest::prelude::*;
use visioncast_model::{ConstituencyId, DomainId, Framework, FrameworkEdit, List, Standing};

use crate::framework;

/// What somebody does: an edit, or going back some versions.
#[derive(Clone, Debug)]
enum Deed {
    Edit(FrameworkEdit),
    Back(usize),
}

fn deed() -> impl Strategy<Value = Deed> {
    let domain = || (1_u16..12).prop_map(DomainId);
    let name = || "[a-e]{1,2}".prop_map(|name: String| name);
    let list = || prop::sample::select(vec![List::Domains, List::Domains, List::Offers, List::Principles]);
    prop_oneof![
        4 => (domain(), domain()).prop_map(|(domain, into)| Deed::Edit(FrameworkEdit::Merge { domain, into })),
        4 => (list(), name()).prop_map(|(list, text)| Deed::Edit(FrameworkEdit::Add { list, text })),
        4 => (list(), 1_u16..12, name()).prop_map(|(list, id, text)| Deed::Edit(FrameworkEdit::Reword { list, id, text })),
        2 => (list(), 1_u16..12).prop_map(|(list, id)| Deed::Edit(FrameworkEdit::Remove { list, id })),
        2 => (list(), 1_u16..12, 0_u16..9).prop_map(|(list, id, place)| Deed::Edit(FrameworkEdit::Move { list, id, place })),
        2 => domain().prop_map(|domain| Deed::Edit(FrameworkEdit::Restore { domain })),
        1 => (0_u16..3).prop_map(|want| Deed::Edit(FrameworkEdit::RemoveWant { constituency: ConstituencyId(1), want })),
        1 => (1_usize..6).prop_map(Deed::Back),
    ]
}

proptest! {
    #[test]
    fn originals_stay_traceable_and_no_number_is_given_twice(deeds in prop::collection::vec(deed(), 0..60)) {
        let mut versions = vec![framework()];
        let mut ever: BTreeSet<(List, u16)> = BTreeSet::new();
        for deed in deeds {
            let now = versions.last().expect("there is one").clone();
            let adds = matches!(deed, Deed::Edit(FrameworkEdit::Add { .. }));
            let next = match deed {
                Deed::Edit(edit) => match now.edited(&edit) {
                    Ok(next) => next,
                    Err(_) => continue,
                },
                Deed::Back(steps) => now.replaced_by(&versions[versions.len().saturating_sub(1 + steps)]),
            };
            prop_assert_eq!(next.checked(), Ok(next.clone()), "an edited framework has no flaw");
            prop_assert!(next.version == now.version + 1 || next == now, "counted up by one");
            for list in List::ALL {
                ever.extend(now.entries(list).into_iter().map(|(id, _)| (list, id)));
                for (id, _) in next.entries(list) {
                    let new = now.entry(list, id).is_none();
                    prop_assert!(!(adds && new && ever.contains(&(list, id))), "{} {} is given again", list, id);
                }
            }
            assert_traceable(&next)?;
            versions.push(next);
        }
    }
}

fn assert_traceable(framework: &Framework) -> Result<(), TestCaseError> {
    let fates = framework.fates();
    for original in 1..=4 {
        let fate = fates.iter().find(|fate| fate.domain == DomainId(original));
        let fate = fate.ok_or_else(|| TestCaseError::fail(format!("domain {original} is lost")))?;
        prop_assert!(!fate.added);
        let first = ["resources", "people", "data", "awards"][usize::from(original) - 1];
        prop_assert_eq!(&fate.first_name, first);
        match fate.standing {
            Standing::Alive => prop_assert!(framework.domain(fate.domain).is_some()),
            Standing::Within(into) => {
                prop_assert!(framework.domain(into).is_some());
                prop_assert_eq!(framework.today(fate.domain).map(|domain| domain.id), Some(into));
            }
            Standing::Retired => prop_assert_eq!(framework.today(fate.domain), None),
        }
    }
    Ok(())
}
