//! Frameworks: what may be written, what an edit does, and that no domain is ever lost from sight.

mod edits;
mod faults;
mod random;

use visioncast_model::{Constituency, ConstituencyId, Domain, DomainId, Framework, List, Point, Principle};

/// An association with four domains, one principle, two offers and a constituency that wants two things.
fn framework() -> Framework {
    let domain = |id: u16, name: &str| Domain {
        id: DomainId(id),
        name: name.to_owned(),
    };
    let offer = |id: u16, text: &str| Point {
        id,
        text: text.to_owned(),
    };
    Framework {
        name: "An association".to_owned(),
        domains: vec![
            domain(1, "resources"),
            domain(2, "people"),
            domain(3, "data"),
            domain(4, "awards"),
        ],
        principles: vec![Principle {
            number: 1,
            text: "Support what exists".to_owned(),
        }],
        constituencies: vec![Constituency {
            id: ConstituencyId(1),
            name: "Researchers".to_owned(),
            wants: vec!["Data sets".to_owned(), "Participants".to_owned()],
        }],
        offers: vec![offer(1, "A directory"), offer(2, "A magazine")],
        version: 1,
        ..Framework::default()
    }
}

/// The words of a list, in order.
fn words(framework: &Framework, list: List) -> Vec<&str> {
    framework.entries(list).into_iter().map(|(_, words)| words).collect()
}
