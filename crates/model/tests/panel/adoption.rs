//! A panel takes another framework over, as long as nobody has come.

use visioncast_model::{Domain, DomainChange, DomainId, Event, Framework, Kind, Misplaced, Prompt, Rejection, Step};

use crate::story::{PROMPT, Story, created};

fn newer() -> Framework {
    let mut framework = created().framework;
    framework.domains = vec![Domain {
        id: DomainId(1),
        name: "means".to_owned(),
    }];
    framework.history = vec![DomainChange::Merged {
        domain: DomainId(2),
        name: "people".to_owned(),
        into: DomainId(1),
    }];
    framework.version = 2;
    framework
}

fn adopt(framework: Framework) -> Step {
    Step::AdoptFramework(Box::new(framework))
}

/// The domains that the first prompt offers.
fn offered(story: &Story) -> Vec<u16> {
    let item = story.panel.activity(PROMPT).expect("it is on the agenda");
    let Kind::Prompt(prompt) = &item.plan.kind else {
        panic!("it is a prompt")
    };
    prompt.domains.iter().map(|id| id.0).collect()
}

fn offering(domains: &[u16]) -> Story {
    let mut story = Story::begin();
    let mut plan = story.panel.activity(PROMPT).expect("it is there").plan.clone();
    plan.kind = Kind::Prompt(Prompt {
        domains: domains.iter().copied().map(DomainId).collect(),
        ..Prompt::default()
    });
    story
        .step(Step::EditActivity {
            activity: PROMPT,
            plan: Box::new(plan),
            seen: None,
        })
        .expect("it is edited");
    story
}

#[test]
fn prompts_offer_what_their_domains_have_become() {
    let mut story = offering(&[1, 2]);
    let adopted = story.step(adopt(newer())).expect("nobody has come");
    assert_eq!(story.panel.framework(), &newer());
    assert_eq!(offered(&story), [1]);
    story.step(Step::Undo { step: adopted }).expect("nobody has come");
    assert_eq!(story.panel.framework(), &created().framework);
    assert_eq!(offered(&story), [1, 2]);
}

#[test]
fn nothing_changes_under_peoples_answers() {
    let mut story = Story::begin();
    let adopted = story.step(adopt(newer())).expect("nobody has come");
    story.join(1);
    let refused = Err(Rejection::Misplaced(Misplaced::HasBegun));
    assert_eq!(story.step(adopt(created().framework)), refused);
    assert_eq!(story.step(Step::Undo { step: adopted }), refused);
    let mut open = Story::begin();
    open.open(PROMPT);
    assert_eq!(open.step(adopt(newer())), refused);
}

#[test]
fn a_flawed_framework_is_not_taken() {
    let mut story = Story::begin();
    let mut flawed = newer();
    flawed.domains[0].name.clear();
    assert_eq!(story.step(adopt(flawed)), Err(Rejection::Unreadable));
    assert!(
        !story
            .log
            .iter()
            .any(|recorded| matches!(recorded.event, Event::FrameworkAdopted(_)))
    );
}
