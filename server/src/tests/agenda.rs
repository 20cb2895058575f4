//! Preparing an agenda as a facilitator does, form by form, and what comes of what is typed wrong.

use std::collections::BTreeSet;

use reqwest::header::LOCATION;
use uuid::Uuid;
use visioncast_app::paths;
use visioncast_model::{
    Actor, Answer, Aspect, Command, CommandId, Form, ItemId, Items, Kind, Language, Marks, PersonId, Scale, Step,
};

use super::desk::Desk;
use crate::instruments;

#[tokio::test]
async fn every_instrument_is_added_with_one_click_and_only_once() {
    let desk = Desk::at("blank").await;
    let source = desk.item("First question").await.id.to_string();
    for instrument in instruments::all() {
        let id = Uuid::new_v4().to_string();
        let form = [
            ("id", id.as_str()),
            ("do", "prepared"),
            ("instrument", instrument.key.as_str()),
            ("of", source.as_str()),
        ];
        let path = paths::agenda(desk.entry.code.as_str());
        for _ in 0..2 {
            let answer = desk.server.post(&path, &desk.session, &form).await;
            assert_eq!(answer.status(), 303, "{}", instrument.key);
            let unfolded = paths::agenda_item(desk.entry.code.as_str(), &id);
            assert_eq!(answer.headers()[LOCATION], unfolded.as_str());
        }
    }
    assert_eq!(desk.titles().await.len(), 1 + instruments::all().len());
    let page = desk
        .server
        .get(&paths::agenda(desk.entry.code.as_str()), &desk.session)
        .await;
    assert_eq!(page.status(), 200);
}

#[tokio::test]
async fn the_form_of_every_kind_changes_everything_and_nothing_else() {
    let desk = Desk::at("panel-90").await;
    for title in desk.titles().await {
        let item = desk.item(&title).await;
        let answer = desk.edit(&item, &[]).await;
        assert_eq!(
            answer.status(),
            303,
            "{title}: {}",
            answer.text().await.unwrap_or_default()
        );
        assert_eq!(desk.item(&title).await.plan, item.plan, "saved as it was");
        let typed = [
            ("question", "Another question?"),
            ("instructions", "Look at each other first."),
            ("notes", "Breathe.\r\nThen begin."),
            ("minutes", "12"),
            ("grace", "20"),
            ("es.question", "¿Otra pregunta?"),
        ];
        assert_eq!(
            desk.edit(&desk.item(&title).await, &typed).await.status(),
            303,
            "{title}"
        );
        let plan = desk.item(&title).await.plan;
        assert_eq!(
            (plan.question.as_str(), plan.minutes, plan.grace, plan.notes.as_str()),
            ("Another question?", 12, Some(20), "Breathe.\nThen begin."),
            "{title}"
        );
        assert_eq!(plan.question_in(Language::Spanish), "¿Otra pregunta?");
        assert_eq!(plan.kind, item.plan.kind, "{title}");
    }
}

#[tokio::test]
async fn prompts_and_surveys_are_changed_in_every_part() {
    let desk = Desk::at("panel-90").await;
    let insights = desk.item("Insights and strategies").await;
    let typed = [
        ("probes", "Who?\r\n\r\n When? "),
        ("arrivals", "at_reveal"),
        ("ask", "help"),
        ("ask", "nature"),
        ("domain", "2"),
        ("domain", "9"),
    ];
    assert_eq!(desk.edit(&insights, &typed).await.status(), 303);
    let Kind::Prompt(prompt) = desk.item("Insights and strategies").await.plan.kind else {
        panic!("its kind stays")
    };
    assert_eq!(prompt.probes, ["Who?", "When?"]);
    assert_eq!(prompt.asks, BTreeSet::from([Aspect::Nature, Aspect::Help]));
    assert_eq!(prompt.domains.iter().map(|id| id.0).collect::<Vec<_>>(), [2, 9]);

    let scale = desk.item("A scale").await;
    let typed = [
        ("items", "own"),
        ("statements", "We share.\r\nWe listen."),
        ("scale", "ranking"),
        ("options", "First\r\nSecond\r\nThird"),
        ("most", "2"),
        ("each", "1"),
        ("threshold", "60"),
        ("reason", "Why?"),
        ("additions", "What else?"),
    ];
    assert_eq!(desk.edit(&scale, &typed).await.status(), 303);
    let Kind::Survey(survey) = desk.item("A scale").await.plan.kind else {
        panic!("its kind stays")
    };
    assert_eq!(
        survey.items,
        Items::Own(vec!["We share.".to_owned(), "We listen.".to_owned()])
    );
    assert!(
        matches!(survey.scale, Scale::Ranking { most: 2, .. }),
        "{:?}",
        survey.scale
    );
    assert_eq!(
        (
            survey.each,
            survey.threshold,
            survey.reason.as_deref(),
            survey.additions.as_deref()
        ),
        (1, 60, Some("Why?"), Some("What else?"))
    );
}

#[tokio::test]
async fn what_cannot_be_taken_is_said_beside_its_field_and_nothing_typed_is_lost() {
    let desk = Desk::at("panel-90").await;
    let item = desk.item("A scale").await;
    let long = "ä".repeat(201);
    let cases: [(&str, &str, &str); 9] = [
        ("title", "  ", "Title: it is empty"),
        ("question", "", "Question: it is empty"),
        ("minutes", "soon", "Minutes: please give a number from 0 to 180"),
        ("minutes", "181", "Minutes: please give a number from 0 to 180"),
        (
            "grace",
            "-3",
            "Closes by itself, in seconds: please give a number from 0 to 600",
        ),
        ("points", "11", "Points, 2 to 10: please give a number from 2 to 10"),
        (
            "threshold",
            "101",
            "Threshold in percent: please give a number from 0 to 100",
        ),
        ("reason", &long, "it has 201 characters, 200 fit"),
        ("low", "", "What the lowest means: it is empty"),
    ];
    for (name, value, said) in cases {
        let answer = desk.edit(&item, &[(name, value), ("notes", "Typed with care")]).await;
        assert_eq!(answer.status(), 422, "{name}");
        let page = answer.text().await.expect("a page");
        assert!(page.contains(said), "{name}: {said}");
        assert!(page.contains("Typed with care"), "{name}");
        assert!(page.contains("aria-invalid=\"true\""), "{name}");
        assert!(value.trim().is_empty() || page.contains(value), "{name}");
        assert_eq!(desk.item("A scale").await, item, "{name}: nothing changed");
    }
    let options = [("scale", "choice"), ("options", "Only one")];
    let answer = desk.edit(&item, &options).await;
    assert_eq!(answer.status(), 422);
    assert!(
        answer
            .text()
            .await
            .expect("a page")
            .contains("Give between 2 and 12 options")
    );
}

#[tokio::test]
async fn forms_that_make_no_sense_change_nothing() {
    let desk = Desk::at("panel-90").await;
    let before = desk.look(|panel| (panel.seq(), panel.agenda().to_vec())).await;
    let (known, nobody) = (desk.item("A scale").await.id.to_string(), Uuid::new_v4().to_string());
    let odd: [&[(&str, &str)]; 9] = [
        &[],
        &[("do", "dance")],
        &[("do", "pace"), ("pace", "faster")],
        &[("do", "prepared"), ("instrument", "harp")],
        &[("do", "prepared"), ("instrument", "judgement"), ("of", &nobody)],
        &[("do", "prepared"), ("instrument", "drafts"), ("of", &known)],
        &[("do", "up"), ("activity", &nobody)],
        &[("do", "edit"), ("activity", &nobody), ("title", "A")],
        &[("do", "again"), ("activity", "x")],
    ];
    for form in odd {
        assert_eq!(desk.send(form).await.status(), 422, "{form:?}");
    }
    assert_eq!(desk.look(|panel| (panel.seq(), panel.agenda().to_vec())).await, before);
    let path = paths::agenda(desk.entry.code.as_str());
    let signed_out = desk.server.post(&path, "", &[("do", "pace"), ("pace", "own")]).await;
    assert_eq!(signed_out.headers()[LOCATION], "/sign-in?next=/console");
}

#[tokio::test]
async fn two_facilitators_see_both_versions_and_neither_is_lost() {
    let desk = Desk::at("panel-90").await;
    let seen = desk.item("A scale").await;
    let mine = [("question", "My question?"), ("notes", "My notes")];
    let theirs = [("question", "Their question?"), ("instructions", "Their instructions")];
    assert_eq!(desk.edit(&seen, &theirs).await.status(), 303);
    let answer = desk.edit(&seen, &mine).await;
    assert_eq!(answer.status(), 422);
    let page = answer.text().await.expect("a page");
    for words in [
        "My question?",
        "My notes",
        "Their question?",
        "Their instructions",
        "Somebody else changed",
    ] {
        assert!(page.contains(words), "{words}");
    }
    assert_eq!(desk.item("A scale").await.plan.question, "Their question?");
    // The form that came back has seen what they saved.
    let again = desk.item("A scale").await;
    assert!(page.contains(&format!("name=\"seen\" value=\"{}\"", again.edits)));
    assert_eq!(desk.edit(&again, &mine).await.status(), 303);
    assert_eq!(desk.item("A scale").await.plan.question, "My question?");
}

#[tokio::test]
async fn what_was_answered_keeps_its_answers() {
    let desk = Desk::at("panel-90").await;
    let item = desk.item("A scale").await;
    let open = Step::Open {
        activity: item.id,
        alongside: false,
    };
    let id = || CommandId(Uuid::new_v4());
    let submit = |actor, command| desk.room.submit(actor, id(), command);
    submit(Actor::System, Command::Step(open)).await.expect("it opens");
    let person = Actor::Person(PersonId(Uuid::new_v4()));
    submit(person, Command::Join).await.expect("somebody joins");
    let fields = [("kind", "mark"), ("item", "question"), ("mark", "4")];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    let answer = Answer::Form(Form {
        activity: item.id,
        fields,
    });
    submit(person, Command::Answer(answer)).await.expect("it is taken");

    let refused = desk.edit(&item, &[("points", "4"), ("notes", "Kept")]).await;
    assert_eq!(refused.status(), 422);
    let page = refused.text().await.expect("a page");
    assert!(page.contains("People have answered it already") && page.contains("Kept"));
    assert_eq!(desk.edit(&item, &[("question", "In other words?")]).await.status(), 303);
    let marks = desk
        .look(move |panel| panel.marks(item.id, ItemId::Question).map(Marks::answered))
        .await;
    assert_eq!(marks, Some(1));
}
