//! Every instrument by plain forms, and as the piece of HTML that a live phone fetches.

use reqwest::{Response, header::ACCEPT_LANGUAGE};
use uuid::Uuid;
use visioncast_app::paths;
use visioncast_model::{
    ActivityId, Answer, Aspect, ConstituencyId, Current, DomainId, Form, IdeaId, ItemId, Items, Kind, Language, Pace,
    Plan, Prompt, Reflection, Scale, Step, Survey, Wording,
};

use super::server::{Phone, Server, Stage};

fn plan(kind: Kind) -> Plan {
    Plan::new("An instrument", "And you?", 0, kind)
}

fn survey(items: Items, scale: Scale) -> Survey {
    Survey {
        items,
        scale,
        each: 0,
        reason: Some("Why?".to_owned()),
        additions: None,
        threshold: 0,
    }
}

/// Sends a form of an instrument as a browser without WASM does.
async fn send(server: &Server, phone: &Phone, activity: ActivityId, fields: &[(&str, &str)]) -> Response {
    let (id, activity) = (Uuid::new_v4().to_string(), activity.to_string());
    let mut form = vec![("id", id.as_str()), ("activity", activity.as_str())];
    form.extend(fields);
    server.post(&paths::answer(&phone.code), &phone.cookie, &form).await
}

async fn piece(server: &Server, phone: &Phone, activity: ActivityId) -> String {
    let path = paths::form(&phone.code, &activity.to_string());
    let answer = server.get(&path, &phone.cookie).await;
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["cache-control"], "no-store");
    answer.text().await.expect("a piece of HTML")
}

/// The page without what the browser hydrates from.
async fn page(server: &Server, path: &str, phone: &Phone) -> String {
    let page = server.get(path, &phone.cookie).await.text().await.expect("a page");
    page.split("<script type=\"application")
        .next()
        .unwrap_or_default()
        .to_owned()
}

async fn mark_of(server: &Server, stage: &Stage, phone: &Phone, activity: ActivityId, item: ItemId) -> Option<Vec<u8>> {
    let person = server.person(stage, phone).await;
    let mark =
        move |panel: &visioncast_model::Panel| panel.mark_of(activity, item, person).map(|mark| mark.marks.clone());
    stage.look(mark).await
}

#[tokio::test]
async fn an_answer_by_form_leads_back_to_its_card() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let phone = server.join(&stage).await;
    let activity = stage
        .add(plan(Kind::Survey(survey(Items::Domains(Vec::new()), Scale::Mandate))))
        .await;
    let shown = page(&server, &paths::panel(&phone.code), &phone).await;
    assert!(shown.contains("id=\"mark-domain-1\"") && shown.contains("Not ours"));

    let card = [("kind", "mark"), ("form", "mark-domain-1"), ("item", "domain-1")];
    let sent = send(
        &server,
        &phone,
        activity,
        &[&card[..], &[("mark", "2"), ("reason", "others do")]].concat(),
    )
    .await;
    assert_eq!(sent.status(), 303);
    let address = format!("{}#mark-domain-1", paths::panel(&phone.code));
    assert_eq!(sent.headers()["location"], address.as_str());
    let item = ItemId::Domain(DomainId(1));
    assert_eq!(mark_of(&server, &stage, &phone, activity, item).await, Some(vec![2]));
    let shown = page(&server, &paths::panel(&phone.code), &phone).await;
    assert!(shown.contains("aria-pressed=\"true\"") && shown.contains("others do"));

    stage.step(Step::Close { activity }).await;
    let requote = [("kind", "requote"), ("item", "domain-1"), ("quotable", "yes")];
    let sent = send(&server, &phone, activity, &requote).await;
    assert_eq!(sent.status(), 303, "one may think again when it is over");
    assert!(
        piece(&server, &phone, activity)
            .await
            .contains("The report may quote it.")
    );
    let sent = send(&server, &phone, activity, &[&card[..], &[("mark", "1")]].concat()).await;
    assert_eq!(sent.status(), 409);
    assert!(sent.text().await.expect("a page").contains("was closed before"));
}

#[tokio::test]
async fn what_is_refused_stands_at_its_card() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let phone = server.join(&stage).await;
    let activity = stage
        .add(plan(Kind::Survey(survey(Items::Question, Scale::Confirm))))
        .await;
    let long = "why ".repeat(200);
    let fields = [
        ("kind", "mark"),
        ("form", "mark-question"),
        ("item", "question"),
        ("mark", "1"),
        ("reason", long.as_str()),
        ("quotable", "yes"),
    ];
    let sent = send(&server, &phone, activity, &fields).await;
    assert_eq!(sent.status(), 422);
    let shown = sent.text().await.expect("a page");
    let card = shown.split("id=\"mark-question\"").nth(1).expect("the card is there");
    let card = card.split("</form>").next().expect("it ends");
    assert!(card.contains(long.trim_end()), "nothing typed is lost");
    assert!(card.contains("role=\"alert\"") && card.contains("500 fit"));
    assert_eq!(mark_of(&server, &stage, &phone, activity, ItemId::Question).await, None);
}

#[tokio::test]
async fn cards_are_dealt_to_whoever_asks_for_the_page_or_the_piece() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let map = Survey {
        each: 1,
        ..survey(Items::Map, Scale::Link)
    };
    let activity = stage.add(plan(Kind::Survey(map))).await;
    let (one, two) = (server.join(&stage).await, server.join(&stage).await);
    assert!(piece(&server, &one, activity).await.contains("Connect and convene"));
    assert!(
        page(&server, &paths::panel(&two.code), &two)
            .await
            .contains("id=\"mark-cell-1-1\"")
    );
    let fields = [("kind", "mark"), ("item", "cell-1-1"), ("mark", "3")];
    assert_eq!(send(&server, &one, activity, &fields).await.status(), 303);
    assert!(piece(&server, &one, activity).await.contains("that was all"));
}

#[tokio::test]
async fn every_kind_of_form_is_taken() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let phone = server.join(&stage).await;
    let person = server.person(&stage, &phone).await;

    let choice = Scale::Choice {
        options: ["a", "b", "c"].map(str::to_owned).to_vec(),
        several: true,
    };
    let several = stage.add(plan(Kind::Survey(survey(Items::Question, choice)))).await;
    let boxes = [("kind", "mark"), ("item", "question"), ("mark", "0"), ("mark", "2")];
    assert_eq!(send(&server, &phone, several, &boxes).await.status(), 303);
    let taken = mark_of(&server, &stage, &phone, several, ItemId::Question).await;
    assert_eq!(taken, Some(vec![0, 2]));

    let ranking = Scale::Ranking {
        options: ["a", "b", "c"].map(str::to_owned).to_vec(),
        most: 2,
    };
    let ranked = stage.add(plan(Kind::Survey(survey(Items::Question, ranking)))).await;
    let places = [("kind", "mark"), ("item", "question"), ("mark", ""), ("mark", "1")];
    assert_eq!(send(&server, &phone, ranked, &places).await.status(), 303);
    let taken = mark_of(&server, &stage, &phone, ranked, ItemId::Question).await;
    assert_eq!(taken, Some(vec![1]), "a place that is left out is none");

    let vision = Survey {
        additions: Some("In your words".to_owned()),
        ..survey(Items::Current(Current::Vision), Scale::Verdict)
    };
    let vision = stage.add(plan(Kind::Survey(vision))).await;
    let reworded = [("kind", "add"), ("about", "question"), ("words", "to be a bridge")];
    assert_eq!(send(&server, &phone, vision, &reworded).await.status(), 303);
    assert!(piece(&server, &phone, vision).await.contains("to be a resource"));

    let reflection = stage.add(plan(Kind::Reflection(Reflection::default()))).await;
    let told = [
        ("kind", "reflect"),
        ("words", "It helped."),
        ("consent", "with_name"),
        ("name", "Ada"),
    ];
    assert_eq!(send(&server, &phone, reflection, &told).await.status(), 303);

    let asks = Prompt {
        asks: Aspect::ALL.into(),
        ..Prompt::default()
    };
    let prompt = stage.add(plan(Kind::Prompt(asks))).await;
    let idea = stage
        .submit(
            person,
            Answer::AddIdea {
                activity: prompt,
                domain: None,
                words: "A bridge".to_owned(),
                quotable: false,
            },
        )
        .await;
    idea.expect("taken");
    let idea: IdeaId = stage
        .look(move |panel| panel.ideas_of(prompt).map(|(id, _)| id).next())
        .await
        .expect("it is there");
    let id = idea.to_string();
    let described = [
        ("kind", "detail"),
        ("idea", id.as_str()),
        ("nature", "strategy"),
        ("grounds", "evidence"),
        ("reference", "a study"),
        ("neighbour", "3"),
    ];
    assert_eq!(send(&server, &phone, prompt, &described).await.status(), 303);
    let forms = piece(&server, &phone, prompt).await;
    assert!(forms.contains("value=\"a study\"") && forms.contains("Another association"));

    let other = server.join(&stage).await;
    let built = [
        ("kind", "add"),
        ("builds_on", id.as_str()),
        ("words", "A longer bridge"),
    ];
    assert_eq!(send(&server, &other, prompt, &built).await.status(), 303);
    let help = [("kind", "help"), ("idea", id.as_str()), ("offered", "yes")];
    assert_eq!(send(&server, &other, prompt, &help).await.status(), 303);
    assert_eq!(stage.look(move |panel| panel.helpers(idea)).await, 1);
    let forms = piece(&server, &other, prompt).await;
    assert!(forms.contains("A longer bridge") && forms.contains("Builds on:"));

    let volunteers = stage.add(plan(Kind::Volunteers)).await;
    let forms = piece(&server, &phone, volunteers).await;
    assert!(forms.contains(&paths::volunteer(&phone.code)));
}

#[tokio::test]
async fn wants_are_asked_of_those_whom_they_are_about() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let phone = server.join(&stage).await;
    let wants = Survey {
        additions: Some("What else?".to_owned()),
        ..survey(Items::Wants, Scale::Confirm)
    };
    let activity = stage.add(plan(Kind::Survey(wants))).await;
    let described = Answer::Describe {
        constituencies: [ConstituencyId(2)].into(),
        affiliation: None,
    };
    let person = server.person(&stage, &phone).await;
    stage.submit(person, described).await.expect("taken");
    let forms = piece(&server, &phone, activity).await;
    assert!(forms.contains("Nothing is recorded yet") && !forms.contains("open data"));
    let added = [("kind", "add"), ("about", "constituency-2"), ("words", "time")];
    assert_eq!(send(&server, &phone, activity, &added).await.status(), 303);
}

#[tokio::test]
async fn it_is_asked_in_the_visitors_language_where_it_was_written() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let phone = server.join(&stage).await;
    let spanish = Wording {
        question: "¿Y usted?".to_owned(),
        statements: vec!["Uno".to_owned()],
        reason: "¿Por qué?".to_owned(),
        ..Wording::default()
    };
    let own = Items::Own(vec!["One".to_owned(), "Two".to_owned()]);
    let activity = stage
        .add(Plan {
            translations: [(Language::Spanish, spanish)].into(),
            ..plan(Kind::Survey(survey(own, Scale::Confirm)))
        })
        .await;
    let path = paths::form(&phone.code, &activity.to_string());
    let asked = server.client.get(server.url(&path)).header("cookie", &phone.cookie);
    let asked = asked.header(ACCEPT_LANGUAGE, "es").send().await.expect("it answers");
    let forms = asked.text().await.expect("a piece of HTML");
    assert!(forms.contains("Uno") && forms.contains("Correcto") && forms.contains("¿Por qué?"));
    assert!(forms.contains("Two"), "what nobody translated stands as it is");
    assert!(piece(&server, &phone, activity).await.contains("One"));
}

#[tokio::test]
async fn results_come_with_the_reveal_and_not_before() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let phone = server.join(&stage).await;
    let activity = stage
        .add(plan(Kind::Survey(survey(Items::Question, Scale::Confirm))))
        .await;
    let fields = [("kind", "mark"), ("item", "question"), ("mark", "0")];
    assert_eq!(send(&server, &phone, activity, &fields).await.status(), 303);
    assert!(!piece(&server, &phone, activity).await.contains("What the room said"));
    stage.step(Step::Reveal { activity }).await;
    for _ in 0..200 {
        if stage
            .look(move |panel| panel.counts_at_reveal(activity).is_some())
            .await
        {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    let forms = piece(&server, &phone, activity).await;
    assert!(forms.contains("What the room said") && forms.contains("Answers: 1"));
}

#[tokio::test]
async fn at_ones_own_pace_every_question_has_an_address() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let phone = server.join(&stage).await;
    let reflection = stage.add(plan(Kind::Reflection(Reflection::default()))).await;
    stage.step(Step::SetPace { pace: Pace::Own }).await;
    let shown = page(&server, &paths::panel(&phone.code), &phone).await;
    assert!(shown.contains("1 of 3") && shown.contains("What must be done?"));
    let address = paths::at(&phone.code, &reflection.to_string());
    assert!(shown.contains(&address));
    let shown = page(&server, &address, &phone).await;
    assert!(shown.contains("3 of 3") && shown.contains("id=\"reflect\""));
    let told = [("kind", "reflect"), ("form", "reflect"), ("words", "It helped.")];
    let sent = send(&server, &phone, reflection, &told).await;
    assert_eq!(sent.headers()["location"], format!("{address}#reflect").as_str());
}

#[tokio::test]
async fn only_those_in_the_room_are_sent_forms() {
    let server = Server::start().await;
    let stage = server.stage().await;
    let phone = server.join(&stage).await;
    let activity = stage.add(plan(Kind::Reflection(Reflection::default()))).await;
    let path = paths::form(&phone.code, &activity.to_string());
    assert_eq!(server.get(&path, "").await.status(), 403);
    let unknown = paths::form(&phone.code, &Uuid::new_v4().to_string());
    assert_eq!(server.get(&unknown, &phone.cookie).await.status(), 404);
    let nonsense = paths::form(&phone.code, "nonsense");
    assert_eq!(server.get(&nonsense, &phone.cookie).await.status(), 404);
    let odd = Form {
        activity,
        fields: vec![("kind".to_owned(), "nonsense".to_owned())],
    };
    let person = server.person(&stage, &phone).await;
    assert!(stage.submit(person, Answer::Form(odd)).await.is_err());
}
