use visioncast_model::{DomainChange, DomainId, Framework, List, Removed};

use crate::framework;

fn faults(change: impl FnOnce(&mut Framework)) -> Vec<String> {
    let mut framework = framework();
    change(&mut framework);
    let faults = framework.checked().expect_err("it has a flaw");
    faults.iter().map(ToString::to_string).collect()
}

const fn id(id: u16) -> DomainId {
    DomainId(id)
}

fn merged(domain: u16, into: u16) -> DomainChange {
    DomainChange::Merged {
        domain: id(domain),
        name: format!("domain {domain}"),
        into: id(into),
    }
}

#[test]
fn words_and_numbers() {
    assert_eq!(
        faults(|framework| {
            framework.name = " ".to_owned();
            framework.domains[1].name = "Resources ".to_owned();
            framework.domains[2].id = id(1);
            framework.principles[0].number = 0;
            framework.constituencies[0].wants[1] = "data sets".to_owned();
            framework.offers[0].text = "two\nlines".to_owned();
        }),
        [
            "name: it is empty: write a few words, or leave the entry out",
            "domains[2].id: the number 1 is taken by domains[0]: give this one another",
            "domains[1].name: “Resources” is there already, as domains[0].name: reword one of them",
            "principles[0].number: numbers begin at 1",
            "offers[0].text: it holds a control character or a line break: take it out",
            "constituencies[0].wants[1]: “data sets” is there already, as constituencies[0].wants[0]: reword one of them",
        ]
    );
}

#[test]
fn too_much() {
    let most = List::Domains.most();
    let told = faults(|framework| {
        framework.vision = "x".repeat(1_001);
        for number in framework.domains.len()..=most {
            framework.domains.push(visioncast_model::Domain {
                id: id(number as u16 + 1),
                name: format!("domain {number}"),
            });
        }
    });
    assert_eq!(
        told,
        [
            "vision: it has 1001 characters, 1000 fit: shorten it",
            "domains: 31 are too many, 30 fit: leave some out, or put them together",
        ]
    );
}

#[test]
fn a_history_leads_somewhere() {
    for (history, wanted) in [
        (
            vec![DomainChange::Renamed {
                domain: id(9),
                from: "x".to_owned(),
            }],
            vec![
                "history[0].domain: there is no domain 9, and never was: correct the number, or leave this change out",
            ],
        ),
        (
            vec![merged(5, 9)],
            vec!["history[0].into: there is no domain 9, and never was: correct the number, or leave this change out"],
        ),
        (
            vec![merged(5, 6), merged(6, 5)],
            vec![
                "history[1].into: domain 6 goes into 5, which goes back into 6: a circle. Leave one of these merges out",
            ],
        ),
        (
            vec![merged(5, 6), merged(6, 7), merged(7, 5)],
            vec![
                "history[2].into: domain 7 goes into 5, which goes back into 7: a circle. Leave one of these merges out",
            ],
        ),
        (
            vec![merged(5, 5)],
            vec![
                "history[0].into: domain 5 goes into 5, which goes back into 5: a circle. Leave one of these merges out",
            ],
        ),
        (
            vec![merged(5, 1), merged(5, 2)],
            vec!["history[1].domain: domain 5 was not there by then: correct the number, or the order of the changes"],
        ),
        (
            vec![merged(1, 2)],
            vec!["domains[0].id: the history says that domain 1 ended: leave it out here, or add a change `restored`"],
        ),
        (
            vec![DomainChange::Restored { domain: id(1) }],
            vec!["history[0].domain: domain 1 was there by then: leave this change out"],
        ),
    ] {
        assert_eq!(
            faults(|framework| framework.history.clone_from(&history)),
            wanted,
            "{history:?}"
        );
    }
    let mut restored = framework();
    restored.history = vec![merged(1, 2), DomainChange::Restored { domain: id(1) }];
    assert_eq!(restored.checked(), Ok(restored.clone()));
}

#[test]
fn numbers_that_were_taken_out_stay_out() {
    let removed = |list, id| Removed {
        list,
        id,
        text: "a former one".to_owned(),
    };
    let told = faults(|framework| {
        framework.removed = vec![
            removed(List::Offers, 2),
            removed(List::Traits, 1),
            removed(List::Traits, 1),
            removed(List::Domains, 8),
        ];
    });
    assert_eq!(
        told,
        [
            "offers[1].id: the number 2 was that of “a former one”, which was taken out, and is never given again: give \
             this one another",
            "removed[2].id: the number 1 is taken by removed[1]: give this one another",
            "removed[3].list: domains are remembered in the history: write a change `retired` there",
        ]
    );
}
