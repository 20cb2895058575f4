//! What is made of the items of an agenda, and the agenda on paper.

use visioncast_app::paths;
use visioncast_model::{Activity, Pace, Panel};

use super::desk::Desk;

#[tokio::test]
async fn items_are_moved_removed_repeated_and_voted_on() {
    let desk = Desk::at("panel-45").await;
    let before = desk.titles().await;
    let id = |item: Activity| item.id.to_string();
    let insights = id(desk.item("Insights and strategies").await);
    desk.take(&[("do", "down"), ("activity", &insights)]).await;
    assert_eq!(desk.titles().await[2], "Insights and strategies");
    desk.take(&[("do", "up"), ("activity", &insights)]).await;
    assert_eq!(desk.titles().await, before);

    let refused = desk.send(&[("do", "remove"), ("activity", &insights)]).await;
    assert_eq!(refused.status(), 422);
    assert!(
        refused
            .text()
            .await
            .expect("a page")
            .contains("Another item votes on its ideas")
    );
    let worth = id(desk.item("One last question").await);
    desk.take(&[("do", "remove"), ("activity", &worth)]).await;
    assert_eq!(desk.titles().await.len(), before.len() - 1);

    let mandate = id(desk.item("Must, may, not ours").await);
    desk.take(&[("do", "each_domain"), ("activity", &mandate)]).await;
    let titles = desk.titles().await;
    let place = titles
        .iter()
        .position(|title| title == "Must, may, not ours")
        .expect("it is there");
    assert_eq!(titles[place + 1], "Must, may, not ours: resources");
    assert_eq!(titles[place + 10], "Must, may, not ours: professional development");

    desk.take(&[("do", "again"), ("activity", &mandate)]).await;
    let again = desk
        .look(|panel| panel.agenda().iter().filter(|item| item.plan.again.is_some()).count())
        .await;
    assert_eq!(again, 1);
    let prompt_again = desk.send(&[("do", "again"), ("activity", &insights)]).await;
    assert_eq!(prompt_again.status(), 422);

    let vision = id(desk.item("The vision").await);
    desk.take(&[("do", "judgement"), ("activity", &vision)]).await;
    desk.take(&[("do", "drafts"), ("activity", &insights)]).await;
    let titles = desk.titles().await;
    assert!(titles.contains(&"Vote on ideas: The vision".to_owned()), "{titles:?}");
    assert!(titles.contains(&"Drafts on a gradient of agreement: Insights and strategies".to_owned()));
}

#[tokio::test]
async fn the_pace_is_set_and_what_came_later_is_opened_too() {
    let desk = Desk::at("follow-up").await;
    let open = |panel: &Panel| panel.open().count();
    assert_eq!((desk.look(Panel::pace).await, desk.look(open).await), (Pace::Own, 0));
    desk.take(&[("do", "pace"), ("pace", "own")]).await;
    let all = desk.titles().await.len();
    assert_eq!(desk.look(open).await, all);
    desk.take(&[("do", "prepared"), ("instrument", "choice")]).await;
    desk.take(&[("do", "pace"), ("pace", "own")]).await;
    assert_eq!(desk.look(open).await, all + 1);
    desk.take(&[("do", "pace"), ("pace", "led")]).await;
    assert_eq!((desk.look(Panel::pace).await, desk.look(open).await), (Pace::Led, 0));
}

#[tokio::test]
async fn a_run_sheet_says_what_comes_when() {
    let desk = Desk::at("panel-90").await;
    let path = paths::run_sheet(desk.entry.code.as_str());
    let page = desk.server.get(&format!("{path}?start=14:00"), &desk.session).await;
    assert_eq!(page.status(), 200);
    let page = page.text().await.expect("a page");
    let agenda = desk.look(|panel| panel.agenda().to_vec()).await;
    let mut at = 14 * 60;
    for item in &agenda {
        let time = format!("{:02}:{:02}", at / 60, at % 60);
        assert!(page.contains(&time), "{time}: {}", item.plan.title);
        at += u32::from(item.plan.minutes);
    }
    let end = format!("{:02}:{:02}", at / 60, at % 60);
    assert!(page.contains(&end), "it ends at {end}");
    for words in [
        "Give it silence.",
        "Two minutes of silence",
        "Must · May · Not ours · Unsure",
    ] {
        assert!(page.contains(words), "{words}");
    }
    for odd in ["?start=noon", "?start=25:00", "?start=", ""] {
        let page = desk.server.get(&format!("{path}{odd}"), &desk.session).await;
        assert!(page.text().await.expect("a page").contains("09:00"), "{odd}");
    }
    assert_eq!(desk.server.get(&path, "").await.status(), 303);
}
