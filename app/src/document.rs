//! The HTML document around every page: what the server sends.

use leptos::prelude::*;
use serde::Serialize;
use visioncast_model::{Language, wire};

use crate::{
    along::Along,
    console::Console,
    escape::escaped,
    language::{Desk, Live, Reader, Sheet, brought_along, speaking, spoken},
    packed::pack,
    page::{AtAGlance, Page},
    pages::{
        agenda::AgendaPage,
        ballots::BallotsPage,
        door::DoorPage,
        editions::editions_page,
        framework::framework_page,
        frameworks::frameworks_page,
        ideas::IdeasPage,
        initiative::initiative_page,
        invitation::InvitationPage,
        join::join_page,
        links::LinksPage,
        mine::mine_page,
        moderation_log::moderation_log,
        panels::PanelsPage,
        policy::policy_page,
        problem::problem_page,
        proposals::proposals_page,
        replay::replay_page,
        review::review_page,
        run_sheet::RunSheetPage,
        sign_in::SignInPage,
        suggestions::{at_a_glance, suggestions_page},
        themes::themes_page,
        ticket::ticket_page,
        ticket_sheet::TicketSheetPage,
        volunteer::volunteer_page,
        welcome::welcome_page,
    },
    paths,
    phone::phone,
    screen::Screen,
};

/// Where the page's files are: addresses that carry a hash of their content.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// The style of the phone's pages.
    pub main_css: String,
    /// The style of facilitators' pages and the projector.
    pub console_css: String,
    /// The style of the forms that a phone is sent.
    pub form_css: String,
    /// The phone's script.
    pub phone_js: String,
    /// The phone's WASM, which that script loads.
    pub phone_wasm: String,
    /// The script of the console and the projector.
    pub console_js: String,
    /// The WASM that it loads.
    pub console_wasm: String,
    /// The script of the desk of themes.
    pub desk_js: String,
    /// The WASM that it loads.
    pub desk_wasm: String,
}

/// Who asked for a page.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The language that they read.
    pub language: Language,
    /// Where the page is, so that another language can be chosen there; none where going there would lose something.
    pub here: Option<String>,
}

/// The whole HTML document of a page.
#[must_use]
pub fn html(assets: &Assets, asked: &Asked, page: Page) -> String {
    written(asked.language, || {
        Document::of(page).assemble(assets, asked.here.as_deref())
    })
}

/// What might go into a theme, as a piece of the page of a desk.
#[must_use]
pub fn glance_html(language: Language, glance: &AtAGlance) -> String {
    piece(language, || at_a_glance(glance))
}

/// A piece of a page.
pub(crate) fn piece<V: IntoView>(language: Language, view: impl FnOnce() -> V) -> String {
    written(language, || view().into_view().to_html())
}

/// Writes HTML in a language; what its views held on to is let go of.
fn written(language: Language, write: impl FnOnce() -> String) -> String {
    let owner = Owner::new_root(None);
    let html = speaking(language, || owner.with(write));
    owner.unset_with_forced_cleanup();
    html
}

/// Who a page is for: that decides what it loads.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Audience {
    /// Somebody about to come into the room: the phone's files are fetched ahead.
    Visitor,
    /// Somebody in the room.
    Phone,
    /// Facilitators, on a page without WASM.
    Facilitator,
    /// Facilitators, projectors and whoever reads along, live.
    Console,
    /// Whoever groups ideas, live.
    Desk,
    /// Whoever met a problem.
    Anybody,
}

struct Document {
    title: String,
    audience: Audience,
    /// What the `body` is styled by.
    class: &'static str,
    body: AnyView,
    boot: Option<Boot>,
    /// Beneath what is live, and no part of it: where one's own input is, and what is held back.
    foot: Vec<(String, Sheet)>,
}

/// What the browser hydrates from.
struct Boot {
    /// The page's data.
    data: String,
    /// The texts of its language.
    texts: String,
}

impl Document {
    fn of(page: Page) -> Self {
        let policy = |code: &str| (paths::policy(code), Sheet::PolicyLink);
        let foot = match &page {
            Page::Phone(page, _) => vec![(paths::mine(&page.code), Sheet::MyInput), policy(&page.code)],
            Page::Join(page) => vec![policy(&page.code)],
            Page::Along(page) => vec![policy(&page.code)],
            Page::Mine(page) => page.code.as_deref().map(policy).into_iter().collect(),
            _ => Vec::new(),
        };
        let (title, audience, class, body, boot) = match page {
            Page::Welcome(page) => {
                let body = welcome_page(page).into_any();
                (Sheet::JoinAPanel.owned(), Audience::Anybody, "phone", body, None)
            }
            Page::Join(page) => {
                let title = page.title.clone();
                (title, Audience::Visitor, "phone", join_page(page).into_any(), None)
            }
            Page::Phone(page, form) => {
                let (title, data) = (crate::phone::title(&page), data(&page, Reader::Phone));
                (
                    title,
                    Audience::Phone,
                    "phone",
                    phone(page, form).into_any(),
                    Some(data),
                )
            }
            Page::Screen(page) => {
                let (title, data) = (crate::screen::title(&page), data(&page, Reader::Console));
                (
                    title,
                    Audience::Console,
                    "screen",
                    view! { <Screen boot=page /> }.into_any(),
                    Some(data),
                )
            }
            Page::Console(page) => {
                let (title, data) = (crate::console::title(&page), data(&page, Reader::Console));
                (
                    title,
                    Audience::Console,
                    "console",
                    view! { <Console boot=page /> }.into_any(),
                    Some(data),
                )
            }
            Page::SignIn(page) => facilitator(Sheet::SignIn.text(), view! { <SignInPage page /> }.into_any()),
            Page::Invitation(page) => facilitator(
                Sheet::MakeAnAccount.text(),
                view! { <InvitationPage page /> }.into_any(),
            ),
            Page::Panels(page) => facilitator(Sheet::Panels.text(), view! { <PanelsPage page /> }.into_any()),
            Page::Frameworks(page) => facilitator(Sheet::Frameworks.text(), frameworks_page(page).into_any()),
            Page::Framework(page) => {
                let title = page.framework.name.clone();
                facilitator(&title, framework_page(*page).into_any())
            }
            Page::Agenda(page) => facilitator(Live::Agenda.text(), view! { <AgendaPage page /> }.into_any()),
            Page::RunSheet(page) => facilitator(Sheet::RunSheet.text(), view! { <RunSheetPage page /> }.into_any()),
            Page::Themes(page) => {
                let data = page.boot.as_ref().map(|boot| data(boot, Reader::Desk));
                let audience = if data.is_some() {
                    Audience::Desk
                } else {
                    Audience::Facilitator
                };
                (
                    Live::Themes.owned(),
                    audience,
                    "console",
                    themes_page(page).into_any(),
                    data,
                )
            }
            Page::Proposals(page) => facilitator(Desk::Proposals.text(), proposals_page(page).into_any()),
            Page::Suggestions(page) => facilitator(Sheet::WhatLooksAlike.text(), suggestions_page(page).into_any()),
            Page::ThemeReplay(page) => facilitator(Desk::StepByStep.text(), replay_page(page).into_any()),
            Page::Ideas(page) => facilitator(Sheet::Ideas.text(), view! { <IdeasPage page /> }.into_any()),
            Page::Initiative(page) => {
                let title = format!("{}, {}", page.tab.title().text(), page.name);
                facilitator(&title, initiative_page(page).into_any())
            }
            Page::Mine(page) => facilitator(Sheet::MyInput.text(), mine_page(page).into_any()),
            Page::Moderation(page) => facilitator(Sheet::ModerationLog.text(), moderation_log(page).into_any()),
            Page::Policy(page) => facilitator(Sheet::Policy.text(), policy_page(page).into_any()),
            Page::Volunteer(page) => facilitator(Sheet::HelpToCarryIt.text(), volunteer_page(page).into_any()),
            Page::Along(page) => {
                let (title, data) = (crate::along::title(&page), data(&page, Reader::Console));
                (
                    title,
                    Audience::Console,
                    "console along",
                    view! { <Along boot=page /> }.into_any(),
                    Some(data),
                )
            }
            Page::Ticket(page) => {
                let body = ticket_page(page).into_any();
                (Sheet::YourTicket.owned(), Audience::Anybody, "phone", body, None)
            }
            Page::Ballots(page) => facilitator(Live::Ballots.text(), view! { <BallotsPage page /> }.into_any()),
            Page::Door(page) => facilitator(Sheet::Door.text(), view! { <DoorPage page /> }.into_any()),
            Page::TicketSheet(page) => facilitator(
                Sheet::CardsToPrint.text(),
                view! { <TicketSheetPage page /> }.into_any(),
            ),
            Page::Editions(page) => facilitator(Sheet::Editions.text(), editions_page(page).into_any()),
            Page::Review(page) => facilitator(Sheet::ReviewTitle.text(), review_page(*page).into_any()),
            Page::Links(page) => facilitator(Live::Links.text(), view! { <LinksPage page /> }.into_any()),
            Page::Problem(page) => {
                let title = page.title.clone();
                (title, Audience::Anybody, "phone", problem_page(page).into_any(), None)
            }
        };
        Self {
            title,
            audience,
            class,
            body,
            boot,
            foot,
        }
    }

    /// Written as text, for a document has parts that are no elements; what came from people is escaped.
    fn assemble(self, assets: &Assets, here: Option<&str>) -> String {
        let mut html = String::with_capacity(16 * 1024);
        let language = spoken();
        html.push_str("<!DOCTYPE html><html lang=\"");
        html.push_str(language.tag());
        html.push_str("\" dir=\"");
        html.push_str(language.direction());
        html.push_str(concat!(
            "\"><head><meta charset=\"utf-8\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">",
            "<meta name=\"color-scheme\" content=\"light dark\"><meta name=\"robots\" content=\"noindex\"><title>",
        ));
        html.push_str(&escaped(&self.title));
        html.push_str(" – Visioncast</title><link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">");
        let sheet = match self.audience {
            Audience::Facilitator | Audience::Console | Audience::Desk => &assets.console_css,
            Audience::Visitor | Audience::Phone | Audience::Anybody => &assets.main_css,
        };
        link(&mut html, "rel=\"stylesheet\"", sheet);
        match self.audience {
            Audience::Phone => live(&mut html, &assets.phone_js, &assets.phone_wasm),
            Audience::Visitor => {
                link(&mut html, "rel=\"prefetch\"", &assets.phone_js);
                link(
                    &mut html,
                    "rel=\"prefetch\" as=\"fetch\" crossorigin",
                    &assets.phone_wasm,
                );
            }
            Audience::Console => live(&mut html, &assets.console_js, &assets.console_wasm),
            Audience::Desk => live(&mut html, &assets.desk_js, &assets.desk_wasm),
            Audience::Facilitator | Audience::Anybody => {}
        }
        html.push_str("</head><body class=\"");
        html.push_str(self.class);
        html.push_str("\">");
        // Whoever comes in sees it first; the wall is the hall's, and nothing on it is pressed.
        let first = matches!(self.audience, Audience::Visitor | Audience::Anybody);
        let here = here.filter(|_| self.class != "screen");
        if first {
            languages(&mut html, language, here);
        }
        html.push_str("<div id=\"app\">");
        html.push_str(&self.body.to_html());
        html.push_str("</div>");
        if !self.foot.is_empty() {
            html.push_str("<footer class=\"own-foot\">");
            for (address, label) in &self.foot {
                let (address, label) = (escaped(address), escaped(label.text()));
                html.push_str(&format!("<a href=\"{address}\">{label}</a>"));
            }
            html.push_str("</footer>");
        }
        if !first {
            languages(&mut html, language, here);
        }
        if let Some(Boot { data, texts }) = self.boot {
            html.push_str("<script type=\"application/octet-stream\" id=\"boot\">");
            html.push_str(&data);
            html.push_str("</script><script type=\"text/plain\" id=\"texts\">");
            html.push_str(&texts);
            html.push_str("</script>");
        }
        html.push_str("</body></html>");
        html
    }
}

fn facilitator(title: &str, body: AnyView) -> (String, Audience, &'static str, AnyView, Option<Boot>) {
    (title.to_owned(), Audience::Facilitator, "console", body, None)
}

/// What the browser starts from.
fn data<T: Serialize>(page: &T, reader: Reader) -> Boot {
    Boot {
        data: pack(&wire::encode(page)),
        texts: brought_along(reader),
    }
}

/// The ways to the same page in the other languages, outside of what comes to life.
fn languages(html: &mut String, spoken: Language, here: Option<&str>) {
    let Some(here) = here else { return };
    html.push_str("<nav class=\"languages\" aria-label=\"");
    html.push_str(Sheet::Languages.text());
    html.push_str("\">");
    for other in Language::ALL.into_iter().filter(|other| *other != spoken) {
        let (tag, name) = (other.tag(), other.name());
        let address = escaped(&paths::language(tag, here));
        html.push_str(&format!(
            "<a href=\"{address}\" lang=\"{tag}\" hreflang=\"{tag}\">{name}</a>"
        ));
    }
    html.push_str("</nav>");
}

/// The script, and its WASM beside it rather than behind it.
fn live(html: &mut String, script: &str, wasm: &str) {
    link(
        html,
        "rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin",
        wasm,
    );
    html.push_str("<script type=\"module\" src=\"");
    html.push_str(&escaped(script));
    html.push_str("\"></script>");
}

fn link(html: &mut String, attributes: &str, address: &str) {
    html.push_str("<link ");
    html.push_str(attributes);
    html.push_str(" href=\"");
    html.push_str(&escaped(address));
    html.push_str("\">");
}
