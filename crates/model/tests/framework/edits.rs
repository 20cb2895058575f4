use visioncast_model::{
    ConstituencyId, DomainChange, DomainId, Flaw, Framework, FrameworkEdit, FrameworkError, List, Part, Standing,
};

use crate::{framework, words};

fn edited(framework: &Framework, edit: &FrameworkEdit) -> Framework {
    framework
        .edited(edit)
        .unwrap_or_else(|error| panic!("{edit:?}: {error}"))
}

fn reword(list: List, id: u16, text: &str) -> FrameworkEdit {
    let text = text.to_owned();
    FrameworkEdit::Reword { list, id, text }
}

fn add(list: List, text: &str) -> FrameworkEdit {
    let text = text.to_owned();
    FrameworkEdit::Add { list, text }
}

#[test]
fn every_list_is_edited_alike() {
    for list in List::ALL {
        let one = edited(
            &Framework {
                name: "A".to_owned(),
                ..Framework::default()
            },
            &add(list, " first "),
        );
        let two = edited(&one, &add(list, "second"));
        let two = edited(&two, &reword(list, 1, "the first"));
        assert_eq!(words(&two, list), ["the first", "second"]);
        let moved = edited(&two, &FrameworkEdit::Move { list, id: 2, place: 0 });
        assert_eq!(words(&moved, list), ["second", "the first"]);
        let left = edited(&moved, &FrameworkEdit::Remove { list, id: 2 });
        assert_eq!(words(&left, list), ["the first"]);
        assert_eq!(left.version, 5, "counted up by one each");
        let again = edited(&left, &add(list, "second"));
        assert_eq!(
            again.entries(list).last(),
            Some(&(3, "second")),
            "{list}: no number is given again"
        );
        let gone = again.edited(&FrameworkEdit::Remove { list, id: 2 });
        assert_eq!(gone, Err(FrameworkError::Gone));
    }
}

#[test]
fn texts_that_stand_for_themselves_may_be_empty_but_the_name() {
    for part in Part::ALL {
        let text = "words".to_owned();
        let written = edited(&framework(), &FrameworkEdit::Write { part, text });
        assert_eq!(written.part(part), "words");
        let emptied = written.edited(&FrameworkEdit::Write {
            part,
            text: "  ".to_owned(),
        });
        assert_eq!(emptied.is_ok(), part != Part::Name, "{part}");
    }
}

#[test]
fn what_changes_nothing_counts_nothing() {
    let same = edited(&framework(), &reword(List::Domains, 1, " resources "));
    assert_eq!(same, framework());
}

#[test]
fn a_domain_is_found_whatever_became_of_it() {
    let merge = |domain, into| FrameworkEdit::Merge {
        domain: DomainId(domain),
        into: DomainId(into),
    };
    let mut now = edited(&framework(), &reword(List::Domains, 3, "data & evidence"));
    now = edited(&now, &merge(3, 1));
    now = edited(&now, &reword(List::Domains, 1, "resources & data"));
    now = edited(&now, &merge(1, 2));
    now = edited(
        &now,
        &FrameworkEdit::Remove {
            list: List::Domains,
            id: 4,
        },
    );
    let told: Vec<_> = now
        .fates()
        .into_iter()
        .map(|fate| (fate.first_name, fate.last_name, fate.standing))
        .collect();
    let fate = |first: &str, last: &str, standing| (first.to_owned(), last.to_owned(), standing);
    assert_eq!(
        told,
        [
            fate("resources", "resources & data", Standing::Within(DomainId(2))),
            fate("people", "people", Standing::Alive),
            fate("data", "data & evidence", Standing::Within(DomainId(2))),
            fate("awards", "awards", Standing::Retired),
        ]
    );

    now = edited(&now, &FrameworkEdit::Restore { domain: DomainId(1) });
    assert_eq!(
        now.today(DomainId(1)).map(|domain| domain.name.as_str()),
        Some("resources & data")
    );
    assert_eq!(
        now.today(DomainId(3)),
        now.domain(DomainId(1)),
        "it went into the one that is back"
    );
    now = edited(
        &now,
        &FrameworkEdit::Remove {
            list: List::Domains,
            id: 1,
        },
    );
    assert_eq!(now.today(DomainId(1)), None, "its last end counts, not its first");
    assert_eq!(now.today(DomainId(3)), None);
    assert_eq!(now.checked(), Ok(now.clone()));
}

#[test]
fn what_cannot_be_is_refused_in_words() {
    let refused = |edit: &FrameworkEdit| framework().edited(edit).expect_err("it cannot be").to_string();
    let long = "x".repeat(201);
    for (edit, words) in [
        (reword(List::Domains, 1, " "), "Nothing is written here"),
        (reword(List::Domains, 1, &long), "201 characters, 200 fit"),
        (reword(List::Domains, 1, "PEOPLE"), "“people” is there already"),
        (add(List::Offers, "a magazine"), "“a magazine” is there already"),
        (reword(List::Domains, 9, "x"), "no longer there"),
        (
            FrameworkEdit::Merge {
                domain: DomainId(1),
                into: DomainId(1),
            },
            "cannot go into itself",
        ),
        (
            FrameworkEdit::Merge {
                domain: DomainId(1),
                into: DomainId(8),
            },
            "no longer there",
        ),
        (FrameworkEdit::Restore { domain: DomainId(1) }, "there already"),
        (FrameworkEdit::Restore { domain: DomainId(7) }, "no longer there"),
        (
            FrameworkEdit::AddWant {
                constituency: ConstituencyId(1),
                text: "data sets".to_owned(),
            },
            "there already",
        ),
    ] {
        assert!(refused(&edit).contains(words), "{edit:?}: {}", refused(&edit));
    }
    let mut full = framework();
    for number in full.domains.len()..List::Domains.most() {
        full = edited(&full, &add(List::Domains, &format!("domain {number}")));
    }
    let error = full.edited(&add(List::Domains, "one more")).expect_err("it is full");
    assert!(error.to_string().starts_with("30 fit here"), "{error}");
}

#[test]
fn wants_keep_their_order() {
    let constituency = ConstituencyId(1);
    let mut now = framework();
    for edit in [
        FrameworkEdit::AddWant {
            constituency,
            text: "Time".to_owned(),
        },
        FrameworkEdit::MoveWant {
            constituency,
            want: 2,
            place: 0,
        },
        FrameworkEdit::RewordWant {
            constituency,
            want: 1,
            text: "Open data".to_owned(),
        },
        FrameworkEdit::RemoveWant { constituency, want: 2 },
    ] {
        now = edited(&now, &edit);
    }
    assert_eq!(now.constituencies[0].wants, ["Time", "Open data"]);
    let none = now.edited(&FrameworkEdit::RemoveWant { constituency, want: 2 });
    assert_eq!(none, Err(FrameworkError::Gone));
}

#[test]
fn an_edit_means_the_same_where_its_premise_does() {
    let base = framework();
    let other = edited(&base, &reword(List::Domains, 2, "community"));
    let same = |edit: &FrameworkEdit| edit.premise(&base) == edit.premise(&other);
    assert!(same(&reword(List::Domains, 1, "x")), "another entry");
    assert!(same(&add(List::Domains, "x")));
    assert!(!same(&reword(List::Domains, 2, "x")), "the same entry");
    assert!(!same(&FrameworkEdit::Merge {
        domain: DomainId(1),
        into: DomainId(2)
    }));
    assert!(
        same(&FrameworkEdit::Move {
            list: List::Domains,
            id: 1,
            place: 3
        }),
        "the order is the same"
    );
}

#[test]
fn going_back_keeps_the_history() {
    let before = framework();
    let merge = FrameworkEdit::Merge {
        domain: DomainId(3),
        into: DomainId(1),
    };
    let mut now = edited(&before, &merge);
    now = edited(&now, &add(List::Domains, "technology"));
    now = edited(&now, &reword(List::Domains, 1, "resources & data"));
    now = edited(
        &now,
        &FrameworkEdit::Remove {
            list: List::Offers,
            id: 1,
        },
    );
    let back = now.replaced_by(&before);
    assert_eq!(
        Framework {
            version: before.version,
            history: Vec::new(),
            removed: Vec::new(),
            ..back.clone()
        },
        before
    );
    assert_eq!(back.version, now.version + 1);
    assert_eq!(back.removed, [], "the offer is there again");
    assert!(back.history.contains(&DomainChange::Restored { domain: DomainId(3) }));
    assert_eq!(back.checked(), Ok(back.clone()));
    let next = edited(&back, &add(List::Domains, "innovation"));
    assert_eq!(
        next.domains.last().map(|domain| domain.id),
        Some(DomainId(6)),
        "5 was technology's, and stays so"
    );
}

#[test]
fn a_file_changed_by_hand_is_traced_too() {
    let mut by_hand = framework();
    by_hand.domains.remove(1);
    by_hand.domains[0].name = "means".to_owned();
    by_hand.domains.push(visioncast_model::Domain {
        id: DomainId(7),
        name: "technology".to_owned(),
    });
    let next = framework().replaced_by(&by_hand);
    let told: Vec<_> = next
        .fates()
        .into_iter()
        .map(|fate| (fate.domain.0, fate.first_name, fate.standing))
        .collect();
    assert_eq!(
        told,
        [
            (1, "resources".to_owned(), Standing::Alive),
            (2, "people".to_owned(), Standing::Retired),
            (3, "data".to_owned(), Standing::Alive),
            (4, "awards".to_owned(), Standing::Alive),
            (7, "technology".to_owned(), Standing::Alive),
        ]
    );
    assert_eq!(next.checked(), Ok(next.clone()));
}

#[test]
fn a_flaw_of_before_does_not_stand_in_the_way_of_its_mending() {
    let mut flawed = framework();
    flawed.domains[0].name = String::new();
    let error = flawed.edited(&reword(List::Domains, 2, "data")).expect_err("two flaws");
    let FrameworkError::Fault(fault) = error else {
        panic!("{error}")
    };
    assert!(
        matches!(fault.flaw, Flaw::SameWords { .. }),
        "the new one is told: {fault}"
    );
    assert_eq!(
        edited(&flawed, &reword(List::Domains, 1, "means")).domains[0].name,
        "means"
    );
}
