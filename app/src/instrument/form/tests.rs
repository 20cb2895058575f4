use std::collections::BTreeSet;

use uuid::Uuid;
use visioncast_model::{
    ActivityId, Aspect, CommandId, ConstituencyId, Details, DomainId, IdeaId, ItemId, Language, Scale, ThemeId, Void,
};

use super::{
    About, Additions, Body, Card, DetailsPart, FormPage, ItemWords, MapCell, MapResults, OtherIdea, OwnIdea, OwnMark,
    RefusedForm, ResultRow, Results, SurveyPart, ThemeWords, VoidAnswer,
};
use crate::Assets;

const fn idea(number: u128) -> IdeaId {
    IdeaId(Uuid::from_u128(number))
}

fn page(body: Body) -> FormPage {
    FormPage {
        code: "K7M2PQ".to_owned(),
        command: CommandId(Uuid::nil()),
        language: Language::English,
        activity: ActivityId(Uuid::nil()),
        question: "And you?".to_owned(),
        instructions: "Take your time.".to_owned(),
        open: true,
        body,
        refused: None,
    }
}

fn card(item: ItemId, text: &str, marks: Option<&[u8]>) -> Card {
    Card {
        item,
        item_words: ItemWords {
            text: text.to_owned(),
            ..ItemWords::default()
        },
        own: marks.map(|marks| OwnMark {
            marks: marks.to_vec(),
            reason: "because <b>".to_owned(),
            quotable: false,
        }),
        again: false,
    }
}

fn survey(scale: Scale) -> SurveyPart {
    let options = scale.options() as u8;
    SurveyPart {
        options: scale.names(),
        ends: ("little".to_owned(), "much".to_owned()),
        order: (0..options).collect(),
        cards: vec![
            card(ItemId::Domain(DomainId(1)), "people", Some(&[1])),
            card(ItemId::Domain(DomainId(2)), "data", None),
        ],
        earlier: vec![card(ItemId::Domain(DomainId(3)), "standards", Some(&[0]))],
        reason: Some("Why?".to_owned()),
        additions: Some(Additions {
            prompt: "What is missing?".to_owned(),
            about: About::EachOf(vec![
                (ConstituencyId(1), "mentors".to_owned(), true),
                (ConstituencyId(2), "donors".to_owned(), false),
            ]),
        }),
        results: None,
        edition: 0,
        left: match scale {
            Scale::Dots { .. } => Some(4),
            _ => None,
        },
        void: Vec::new(),
        scale,
    }
}

fn options(options: &[&str]) -> Vec<String> {
    options.iter().map(|option| (*option).to_owned()).collect()
}

fn scales() -> Vec<Scale> {
    vec![
        Scale::Mandate,
        Scale::Link,
        Scale::Verdict,
        Scale::Confirm,
        Scale::Carry,
        Scale::Gradient,
        Scale::Rating {
            points: 10,
            low: "little".to_owned(),
            high: "much".to_owned(),
        },
        Scale::Choice {
            options: options(&["a", "b", "c"]),
            several: true,
        },
        Scale::Ranking {
            options: options(&["a", "b", "c"]),
            most: 2,
        },
        Scale::Opinion,
        Scale::Dots { budget: 5, cap: 3 },
        Scale::Places { most: 3 },
    ]
}

fn details() -> DetailsPart {
    DetailsPart {
        asks: BTreeSet::from(Aspect::ALL),
        own: vec![OwnIdea {
            idea: idea(1),
            words: "A bridge".to_owned(),
            builds_on: Some("A road".to_owned()),
            details: Details::default(),
            reference: "a book".to_owned(),
            helps: true,
        }],
        others: vec![OtherIdea {
            idea: idea(2),
            words: "A ferry".to_owned(),
            domain: Some((DomainId(1), "people".to_owned())),
            builds_on: None,
            helps: false,
        }],
        neighbours: vec![(4, "A neighbour".to_owned())],
    }
}

/// Every page there is, with a name to report it by.
fn every_page() -> Vec<(String, FormPage)> {
    let mut pages: Vec<(String, FormPage)> = scales()
        .into_iter()
        .map(|scale| (format!("{scale:?}"), page(Body::Survey(survey(scale)))))
        .collect();
    let any_of = SurveyPart {
        additions: Some(Additions {
            prompt: "What is missing?".to_owned(),
            about: About::AnyOf(vec![(ConstituencyId(1), "mentors".to_owned())]),
        }),
        ..survey(Scale::Confirm)
    };
    pages.push(("any of".to_owned(), page(Body::Survey(any_of))));
    pages.push(("reflection".to_owned(), page(Body::Reflection(options(&["When?"])))));
    pages.push(("volunteers".to_owned(), page(Body::Volunteers)));
    pages.push(("details".to_owned(), page(Body::Details(details()))));
    let closed: Vec<_> = pages
        .iter()
        .map(|(name, page)| {
            (
                format!("{name}, closed"),
                FormPage {
                    open: false,
                    ..page.clone()
                },
            )
        })
        .collect();
    pages.extend(closed);
    pages
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let before = format!(" {attribute}=\"");
    html.split(before.as_str())
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

fn html(page: &FormPage) -> String {
    page.html(&Assets::default())
}

#[test]
fn ids_are_unique_and_every_label_has_its_field() {
    for (name, page) in every_page() {
        let html = html(&page);
        let ids = values(&html, "id");
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{name}: {ids:?}");
        for field in values(&html, "for") {
            assert!(unique.contains(field), "{name}: there is no {field}");
        }
    }
}

#[test]
fn every_field_that_is_typed_into_is_labelled() {
    for (name, page) in every_page() {
        let html = html(&page);
        let labelled: BTreeSet<&str> = values(&html, "for").into_iter().collect();
        let controls = ["<textarea", "<select", "<input class=\"field\""];
        for control in controls.iter().flat_map(|control| html.split(control).skip(1)) {
            let tag = control.split('>').next().unwrap_or_default();
            let id = values(tag, "id").first().copied();
            assert!(id.is_some_and(|id| labelled.contains(id)), "{name}: {tag}");
        }
    }
}

#[test]
fn every_form_says_what_it_is_and_where_it_leads_back_to() {
    for (name, page) in every_page() {
        let html = html(&page);
        for form in html.split("<form").skip(1) {
            let form = form.split("</form>").next().unwrap_or_default();
            let own = values(form, "id").first().copied().unwrap_or_default();
            for (field, value) in [("form", own), ("id", "0000"), ("activity", "0000"), ("kind", "")] {
                assert!(
                    form.contains(&format!("name=\"{field}\" value=\"{value}")),
                    "{name}: {own} has no {field}"
                );
            }
            assert!(form.contains("action=\"/p/K7M2PQ/answer\""), "{name}");
        }
    }
}

#[test]
fn an_answer_shows_which_it_was_and_what_comes_next() {
    let html = html(&page(Body::Survey(survey(Scale::Mandate))));
    let first = html.split("id=\"mark-domain-1\"").nth(1).expect("the first card");
    let first = first.split("</form>").next().expect("it ends");
    assert_eq!(values(first, "aria-pressed"), ["false", "true", "false", "false"]);
    assert!(first.contains("because &lt;b>"), "the reason is shown, not run");
    assert!(!first.contains(" checked"), "nobody is quoted unasked");
    assert!(first.contains("href=\"#mark-domain-2\""));
    assert!(first.contains("1 of 2"));
    let open: Vec<&str> = values(&html, "data-then")
        .into_iter()
        .filter(|then| *then == "open")
        .collect();
    assert_eq!(open.len(), 1, "one is not answered yet");
}

#[test]
fn a_ranking_is_filled_in_its_order() {
    let scale = Scale::Ranking {
        options: options(&["a", "b", "c"]),
        most: 2,
    };
    let part = SurveyPart {
        cards: vec![card(ItemId::Question, "", Some(&[2, 0]))],
        earlier: Vec::new(),
        ..survey(scale)
    };
    let html = html(&page(Body::Survey(part)));
    let chosen: Vec<&str> = html
        .split("<option ")
        .filter(|option| option.split('>').next().is_some_and(|tag| tag.contains("selected")))
        .filter_map(|option| option.split("value=\"").nth(1)?.split('"').next())
        .collect();
    assert_eq!(chosen, ["2", "0"]);
    assert_eq!(values(&html, "data-place"), ["2", "1"], "the first option is second");
}

/// A survey on one theme, which holds five ideas.
fn on_a_theme(scale: Scale) -> SurveyPart {
    let theme = |number| ItemId::Theme(ThemeId(Uuid::from_u128(number)));
    let mut first = card(theme(1), "Bridges", Some(&[2]));
    first.item_words.theme = Some(ThemeWords {
        about: "What joins us".to_owned(),
        ideas: 5,
        first: options(&["A bridge", "A <b>ferry"]),
    });
    SurveyPart {
        cards: vec![first, card(theme(2), "Roads", None)],
        earlier: Vec::new(),
        reason: None,
        additions: None,
        edition: 2,
        left: Some(0),
        void: vec![VoidAnswer {
            text: "Rivers".to_owned(),
            why: Void::Merged {
                into: ThemeId(Uuid::from_u128(1)),
            },
            into: "Bridges".to_owned(),
        }],
        ..survey(scale)
    }
}

#[test]
fn a_form_about_a_theme_says_what_its_voter_saw_and_what_is_void() {
    let html = html(&page(Body::Survey(on_a_theme(Scale::Opinion))));
    assert_eq!(html.matches("name=\"edition\" value=\"2\"").count(), 2);
    assert!(html.contains("5 ideas in it") && html.contains("and 3 more"));
    assert!(html.contains("ferry") && !html.contains("<b>ferry"), "shown, not run");
    assert!(html.contains("Rivers") && html.contains("It went into “Bridges”."));
}

#[test]
fn dots_go_up_and_down_and_no_further_than_they_may() {
    let html = html(&page(Body::Survey(on_a_theme(Scale::Dots { budget: 5, cap: 3 }))));
    let buttons: Vec<&str> = html
        .split("<button")
        .skip(1)
        .filter_map(|button| button.split('>').next())
        .collect();
    let said: Vec<_> = buttons
        .iter()
        .map(|button| (values(button, "value")[0], button.contains("disabled")))
        .collect();
    // All are spent: one can only be taken back.
    assert_eq!(said, [("1", false), ("3", true), ("0", true), ("1", true)]);
}

#[test]
fn places_are_told_at_the_top_and_can_be_given_up() {
    let html = html(&page(Body::Survey(on_a_theme(Scale::Places { most: 2 }))));
    assert!(html.contains("Your 2nd") && html.contains("Your 1st"));
    assert_eq!(
        html.matches("No place").count(),
        1,
        "only where there is one to give up"
    );
    assert_eq!(
        values(&html, "data-then"),
        ["again", "again"],
        "what one gets another lacks"
    );
}

#[test]
fn what_was_refused_stands_in_its_form_again() {
    let fields = [
        ("form", "mark-domain-2"),
        ("mark", "2"),
        ("reason", "so long"),
        ("quotable", "yes"),
    ];
    let refused = RefusedForm {
        fields: fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec(),
        why: "It is too long.".to_owned(),
    };
    let page = FormPage {
        refused: Some(refused),
        ..page(Body::Survey(survey(Scale::Mandate)))
    };
    let html = html(&page);
    let second = html.split("id=\"mark-domain-2\"").nth(1).expect("the second card");
    let second = second.split("</form>").next().expect("it ends");
    assert_eq!(values(second, "aria-pressed"), ["false", "false", "true", "false"]);
    assert!(second.contains("so long") && second.contains("It is too long."));
    assert!(second.contains(" checked"));
    assert_eq!(
        html.matches("It is too long.").count(),
        1,
        "said once, where it belongs"
    );
}

#[test]
fn a_group_without_wants_begins_with_nothing() {
    let html = html(&page(Body::Survey(survey(Scale::Confirm))));
    assert_eq!(html.matches("Nothing is recorded yet").count(), 1);
    assert!(html.contains("name=\"about\" value=\"constituency-2\""));
}

#[test]
fn details_ask_only_what_the_prompt_asks() {
    let only = |asks: &[Aspect]| {
        let part = DetailsPart {
            asks: asks.iter().copied().collect(),
            ..details()
        };
        html(&page(Body::Details(part)))
    };
    let nature = only(&[Aspect::Nature]);
    assert!(nature.contains("name=\"nature\"") && !nature.contains("name=\"horizon\""));
    assert!(!nature.contains("name=\"offered\"") && !nature.contains("name=\"builds_on\""));
    let help = only(&[Aspect::Help]);
    assert_eq!(help.matches("name=\"offered\"").count(), 2, "one's own and others'");
    assert!(!help.contains("name=\"nature\""));
    let lineage = only(&[Aspect::Lineage]);
    assert!(lineage.contains("name=\"builds_on\"") && lineage.contains("A road"));
}

#[test]
fn results_say_all_numbers_and_mark_ones_own() {
    let row = ResultRow {
        item_words: ItemWords {
            text: "people".to_owned(),
            ..ItemWords::default()
        },
        counts: vec![12, 3, 0, 1],
        own: vec![1],
    };
    let part = SurveyPart {
        results: Some(Results::Items(vec![row])),
        ..survey(Scale::Mandate)
    };
    let html = html(&page(Body::Survey(part)));
    // Shares of the 16 who answered.
    assert_eq!(values(&html, "width"), ["75", "18", "0", "6"]);
    assert_eq!(html.matches("class=\"own\"").count(), 1);
    assert!(html.contains("Answers: 16"));
}

#[test]
fn the_map_says_how_strong_and_of_how_many() {
    let cell = |counts: &[u32], own| MapCell {
        counts: counts.to_vec(),
        own,
    };
    let map = MapResults {
        domains: vec![(DomainId(1), "people".to_owned()), (DomainId(2), "data".to_owned())],
        rows: vec![(
            "Connect".to_owned(),
            // Whoever is unsure does not weaken a link.
            vec![cell(&[0, 0, 1, 3, 2], true), cell(&[], false)],
        )],
    };
    let part = SurveyPart {
        results: Some(Results::Map(map)),
        ..survey(Scale::Link)
    };
    let html = html(&page(Body::Survey(part)));
    assert!(html.contains("<b>2.8</b>") && html.contains("<small>6</small>"));
    assert!(html.contains("<b>–</b>") && html.contains("<small>0</small>"));
    assert!(html.contains("shade-4 own") && html.contains("shade-0"));
}

#[test]
fn it_speaks_the_language_that_is_asked_for() {
    let page = FormPage {
        language: Language::Spanish,
        ..page(Body::Reflection(Vec::new()))
    };
    let html = html(&page);
    assert!(html.contains("¿Podemos citarte?") && !html.contains("May we"));
}
