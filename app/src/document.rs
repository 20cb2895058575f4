//! The HTML document around every page: what the server sends.

use leptos::prelude::*;
use serde::Serialize;
use visioncast_model::wire;

use crate::{
    along::Along,
    console::Console,
    escape::escaped,
    packed::pack,
    page::Page,
    pages::{
        agenda::AgendaPage, ballots::BallotsPage, door::DoorPage, ideas::IdeasPage, invitation::InvitationPage,
        join::join_page, links::LinksPage, panels::PanelsPage, problem::problem_page, sign_in::SignInPage,
        ticket::ticket_page, ticket_sheet::TicketSheetPage, welcome::welcome_page,
    },
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
    /// The phone's script.
    pub phone_js: String,
    /// The phone's WASM, which that script loads.
    pub phone_wasm: String,
    /// The script of the console and the projector.
    pub console_js: String,
    /// The WASM that it loads.
    pub console_wasm: String,
}

/// The whole HTML document of a page.
#[must_use]
pub fn html(assets: &Assets, page: Page) -> String {
    let owner = Owner::new_root(None);
    let document = owner.with(|| Document::of(page).assemble(assets));
    owner.unset_with_forced_cleanup();
    document
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
    /// Whoever met a problem.
    Anybody,
}

struct Document {
    title: String,
    audience: Audience,
    /// What the `body` is styled by.
    class: &'static str,
    body: AnyView,
    /// What the browser hydrates from.
    boot: Option<String>,
}

impl Document {
    fn of(page: Page) -> Self {
        let (title, audience, class, body, boot) = match page {
            Page::Welcome(page) => {
                let body = welcome_page(page).into_any();
                ("Join a panel".to_owned(), Audience::Anybody, "phone", body, None)
            }
            Page::Join(page) => {
                let title = page.title.clone();
                (title, Audience::Visitor, "phone", join_page(page).into_any(), None)
            }
            Page::Phone(page) => {
                let (title, data) = (crate::phone::title(&page), data(&page));
                (title, Audience::Phone, "phone", phone(page).into_any(), Some(data))
            }
            Page::Screen(page) => {
                let (title, data) = (crate::screen::title(&page), data(&page));
                (
                    title,
                    Audience::Console,
                    "screen",
                    view! { <Screen boot=page /> }.into_any(),
                    Some(data),
                )
            }
            Page::Console(page) => {
                let (title, data) = (crate::console::title(&page), data(&page));
                (
                    title,
                    Audience::Console,
                    "console",
                    view! { <Console boot=page /> }.into_any(),
                    Some(data),
                )
            }
            Page::SignIn(page) => facilitator("Sign in", view! { <SignInPage page /> }.into_any()),
            Page::Invitation(page) => facilitator("Make an account", view! { <InvitationPage page /> }.into_any()),
            Page::Panels(page) => facilitator("Panels", view! { <PanelsPage page /> }.into_any()),
            Page::Agenda(page) => facilitator("Agenda", view! { <AgendaPage page /> }.into_any()),
            Page::Ideas(page) => facilitator("Ideas", view! { <IdeasPage page /> }.into_any()),
            Page::Along(page) => {
                let (title, data) = (crate::along::title(&page), data(&page));
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
                ("Your ticket".to_owned(), Audience::Anybody, "phone", body, None)
            }
            Page::Ballots(page) => facilitator("Ballots", view! { <BallotsPage page /> }.into_any()),
            Page::Door(page) => facilitator("Door", view! { <DoorPage page /> }.into_any()),
            Page::TicketSheet(page) => facilitator("Cards to print", view! { <TicketSheetPage page /> }.into_any()),
            Page::Links(page) => facilitator("Links", view! { <LinksPage page /> }.into_any()),
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
        }
    }

    /// Written as text, for a document has parts that are no elements; what came from people is escaped.
    fn assemble(self, assets: &Assets) -> String {
        let mut html = String::with_capacity(16 * 1024);
        html.push_str(concat!(
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">",
            "<meta name=\"color-scheme\" content=\"light dark\"><meta name=\"robots\" content=\"noindex\"><title>",
        ));
        html.push_str(&escaped(&self.title));
        html.push_str(" – Visioncast</title><link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">");
        let sheet = match self.audience {
            Audience::Facilitator | Audience::Console => &assets.console_css,
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
            Audience::Facilitator | Audience::Anybody => {}
        }
        html.push_str("</head><body class=\"");
        html.push_str(self.class);
        html.push_str("\"><div id=\"app\">");
        html.push_str(&self.body.to_html());
        html.push_str("</div>");
        if let Some(data) = self.boot {
            html.push_str("<script type=\"application/octet-stream\" id=\"boot\">");
            html.push_str(&data);
            html.push_str("</script>");
        }
        html.push_str("</body></html>");
        html
    }
}

fn facilitator(title: &str, body: AnyView) -> (String, Audience, &'static str, AnyView, Option<String>) {
    (title.to_owned(), Audience::Facilitator, "console", body, None)
}

/// What the browser starts from.
fn data<T: Serialize>(page: &T) -> String {
    pack(&wire::encode(page))
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
