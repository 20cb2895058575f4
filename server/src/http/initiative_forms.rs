//! An initiative's pages: what is done.

use axum::{
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use uuid::Uuid;
use visioncast_app::{
    language::{Sheet, initiative_refusal},
    page::WinDraft,
    paths,
};
use visioncast_model::{
    AccountId, Framework, Rejection, Status, WinId, WorkId,
    initiative::{About, Change, Initiative, Keeping, Refusal, Role},
};
use visioncast_report::Disclosure;

use super::{
    App, access,
    form::Fields,
    initiative::{Aftermath, Wanted, shown, told_volunteers},
    language::said,
    reply,
    visitor::{Facilitator, Visitor},
};
use crate::{
    accounts,
    initiative::{CarryError, ChangeError, Contacts, Which, bring, carry_over, change, volunteers_csv, write_archive},
    store::{Account, Entry, StoreError, token_hash},
};

pub(super) async fn at_events(
    state: State<App>,
    visitor: Visitor,
    facilitator: Facilitator,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Response> {
    at_tab(state, visitor, facilitator, Path((id, String::new())), fields).await
}

pub(super) async fn at_tab(
    State(app): State<App>,
    visitor: Visitor,
    Facilitator(account): Facilitator,
    Path((id, tab)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Response> {
    let initiative = access::run_by(&app, &account, &id).await?;
    let form = Form {
        app: &app,
        visitor: &visitor,
        account: &account,
        initiative: &initiative,
        fields: &fields,
        tab: &tab,
    };
    let result = match fields.text("do") {
        "carry" => form.carry().await,
        "bring" => form.bring().await,
        "invite" => form.invite().await,
        "archive" => form.archive().await,
        "volunteers" => form.volunteers().await,
        _ => form.simple().await,
    };
    match result {
        Ok(response) => Ok(response),
        Err(FormError::Store(error)) => Err(reply::unavailable(&app, &error)),
        Err(FormError::Said(why)) => form.refused(why, StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(FormError::NotAllowed(why)) => form.refused(why, StatusCode::FORBIDDEN).await,
    }
}

/// A form that somebody sent.
struct Form<'a> {
    app: &'a App,
    visitor: &'a Visitor,
    account: &'a Account,
    initiative: &'a Initiative,
    fields: &'a Fields,
    tab: &'a str,
}

/// Why a form had no effect.
enum FormError {
    Store(StoreError),
    /// In words for whoever sent it.
    Said(String),
    /// Not theirs to do; likewise.
    NotAllowed(String),
}

impl From<StoreError> for FormError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<ChangeError> for FormError {
    fn from(error: ChangeError) -> Self {
        match error {
            ChangeError::Store(error) => Self::Store(error),
            ChangeError::Refused(refusal) => refusal.into(),
        }
    }
}

impl From<Refusal> for FormError {
    fn from(refusal: Refusal) -> Self {
        let why = said(|| initiative_refusal(&refusal));
        match refusal {
            Refusal::NotOwner => Self::NotAllowed(why),
            _ => Self::Said(why),
        }
    }
}

impl From<Rejection> for FormError {
    fn from(why: Rejection) -> Self {
        Self::Said(reply::refusal(&why))
    }
}

impl From<CarryError> for FormError {
    fn from(error: CarryError) -> Self {
        match error {
            CarryError::Nothing => Sheet::ChooseAStatement.into(),
            CarryError::NoPrompt => Sheet::ChooseAPrompt.into(),
            CarryError::SamePanel => Sheet::IntoAnotherPanel.into(),
            CarryError::Rejected(why) => why.into(),
        }
    }
}

impl From<Sheet> for FormError {
    fn from(message: Sheet) -> Self {
        Self::Said(said(|| message.owned()))
    }
}

impl Form<'_> {
    fn wanted(&self) -> Wanted {
        Wanted {
            from: self.fields.text("from").to_owned(),
            to: self.fields.text("to").to_owned(),
            ..Wanted::default()
        }
    }

    /// Back to the page of the form.
    fn back(&self, query: &str) -> Response {
        let id = self.initiative.id().to_string();
        let page = if self.tab.is_empty() {
            paths::initiative(&id)
        } else {
            paths::initiative_tab(&id, self.tab)
        };
        Redirect::to(&format!("{page}{query}")).into_response()
    }

    async fn note(&self, wanted: Change) -> Result<Initiative, FormError> {
        let (store, id) = (&self.app.rooms.store, self.initiative.id());
        let noted = change(store, id, Some(self.account.id), self.fields.digest(), wanted).await?;
        Ok(noted)
    }

    /// A form that is one change.
    async fn simple(&self) -> Result<Response, FormError> {
        let wanted = match self.fields.text("do") {
            "add_member" => self.member().await?,
            _ => self.read()?,
        };
        let left = matches!(wanted, Change::MemberRemoved { account } if account == self.account.id);
        let anchor = match &wanted {
            Change::WorkMoved { work, .. } | Change::WorkEdited { work, .. } | Change::WorkAdded { work, .. } => {
                format!("#work-{work}")
            }
            _ => "?done=saved".to_owned(),
        };
        self.note(wanted).await?;
        if left {
            return Ok(Redirect::to(paths::PANELS).into_response());
        }
        Ok(self.back(&anchor))
    }

    fn read(&self) -> Result<Change, FormError> {
        let fields = self.fields;
        let account = || fields.parse::<AccountId>("account").ok_or(Refusal::UnknownMember);
        let work = || fields.parse::<WorkId>("work").ok_or(Refusal::UnknownWork);
        let step = || fields.parse::<u16>("step").ok_or(Refusal::UnknownStep);
        Ok(match fields.text("do") {
            "rename" => Change::Renamed {
                name: fields.text("name").to_owned(),
            },
            "remove_member" => Change::MemberRemoved { account: account()? },
            "hand_over" => Change::HandedOver { to: account()? },
            what @ ("show_volunteers" | "hide_volunteers") => Change::VolunteersShown {
                account: account()?,
                may: what == "show_volunteers",
            },
            "keep" => Change::KeepingSet(self.keeping()),
            "add_work" => Change::WorkAdded {
                work: WorkId(fields.digest().0),
                step: step()?,
                about: self.about(),
            },
            "edit_work" => Change::WorkEdited {
                work: work()?,
                about: self.about(),
            },
            "move_work" => Change::WorkMoved {
                work: work()?,
                from: 0,
                to: step()?,
            },
            "drop_work" => Change::WorkDropped { work: work()? },
            "add_win" => Change::WinAdded {
                win: WinId(fields.digest().0),
                day: fields.text("day").to_owned(),
                text: fields.text("text").to_owned(),
                owner: fields.text("owner").to_owned(),
                step: match fields.text("step") {
                    "" => None,
                    _ => Some(step()?),
                },
            },
            "remove_win" => Change::WinRemoved {
                win: fields.parse("win").ok_or(Refusal::UnknownWin)?,
            },
            _ => return Err(Rejection::Unreadable.into()),
        })
    }

    fn about(&self) -> About {
        let text = |name| self.fields.text(name).to_owned();
        About {
            title: text("title"),
            owner: text("owner"),
            horizon: text("horizon"),
            note: text("note"),
        }
    }

    fn keeping(&self) -> Keeping {
        let days = |name| match self.fields.text(name).trim() {
            "" => None,
            // What is no number is out of range too.
            text => Some(text.parse::<u32>().unwrap_or(0)),
        };
        Keeping {
            contacts: days("contacts"),
            words: days("words"),
            seats: days("seats"),
        }
    }

    async fn member(&self) -> Result<Change, FormError> {
        let name = self.fields.text("name").trim();
        let known = self.app.rooms.store.account_named(name).await?;
        let known = known.ok_or_else(|| FormError::Said(said(|| Sheet::NobodyHasAccount.with(&[("name", name)]))))?;
        Ok(Change::MemberAdded {
            account: known.id,
            name: known.name,
            role: Role::Facilitator,
        })
    }

    async fn invite(&self) -> Result<Response, FormError> {
        if !self.initiative.is_owner(self.account.id) {
            return Err(Refusal::NotOwner.into());
        }
        let store = &self.app.rooms.store;
        let token = accounts::invite(store).await?;
        store
            .invite_into(token_hash(&token), self.initiative.id(), false)
            .await?;
        let link = format!("{}{}", self.visitor.origin, paths::invitation(&token));
        let aftermath = Aftermath {
            invitation: Some(link),
            ..Aftermath::default()
        };
        Ok(self.page(aftermath, StatusCode::OK).await)
    }

    async fn carry(&self) -> Result<Response, FormError> {
        let fields = self.fields;
        let entries = self.entries().await?;
        let named = |name: &str| {
            let entry = entries.iter().find(|entry| entry.code.as_str() == fields.text(name));
            entry.cloned().ok_or(FormError::from(Sheet::ChooseTwoEvents))
        };
        let (from, to) = (named("from")?, named("to")?);
        let which = match fields.text("which") {
            "all" => Which::All,
            "top" => Which::Top(fields.parse("top").unwrap_or(0)),
            _ => Which::These(fields.all("idea").filter_map(|idea| idea.parse().ok()).collect()),
        };
        let activity = fields.activity();
        let activity = activity.ok_or(Sheet::ChooseLaterQuestion)?;
        let rooms = &self.app.rooms;
        let (earlier, later) = (rooms.open(from.clone()).await?, rooms.open(to.clone()).await?);
        let ideas = carry_over(&earlier, &later, activity, &which).await?;
        if ideas > 0 {
            let carried = Change::CarriedOver {
                from: from.id,
                to: to.id,
                activity,
                ideas,
            };
            self.note(carried).await?;
        }
        Ok(self.back(&format!("?from={}&to={}&done=carried-{ideas}", from.code, to.code)))
    }

    async fn bring(&self) -> Result<Response, FormError> {
        let entries = self.entries().await?;
        let named = |name: &str| {
            let code = self.fields.text(name);
            let entry = entries.iter().find(|entry| entry.code.as_str() == code);
            entry.cloned().ok_or(FormError::from(Sheet::ChooseTwoEvents))
        };
        let (from, to) = (named("from")?, named("to")?);
        if from.id == to.id {
            return Err(Sheet::IntoAnotherPanel.into());
        }
        let rooms = &self.app.rooms;
        let (from, to) = (rooms.open(from).await?, rooms.open(to).await?);
        let done = if bring(&from, &to).await? {
            "brought"
        } else {
            "nothing-new"
        };
        Ok(self.back(&format!("?done={done}")))
    }

    async fn archive(&self) -> Result<Response, FormError> {
        let about = |why: Sheet, entry: &Entry| FormError::Said(said(|| why.with(&[("title", &entry.summary.title)])));
        let volunteers = self.fields.yes("contacts");
        let entries = self.entries().await?;
        for entry in &entries {
            let room = self.app.rooms.open(entry.clone()).await?;
            let blind = room.look(|panel| {
                Disclosure::AsRevealed
                    .withheld(panel)
                    .any(|item| panel.answered(item.id) > 0)
            });
            if blind.await.unwrap_or(true) {
                return Err(about(Sheet::VotesNotShown, entry));
            }
        }
        let running = entries.iter().find(|entry| entry.summary.status == Status::Running);
        if let Some(entry) = running.filter(|_| volunteers) {
            return Err(about(Sheet::RunsWithVolunteers, entry));
        }
        let contacts = if volunteers { Contacts::Taken } else { Contacts::Left };
        let initiative = self.note(Change::ArchiveTaken { volunteers }).await?;
        let bytes = write_archive(&self.app.rooms.store, &initiative, contacts).await;
        let bytes = bytes.map_err(|error| not_made(&error))?;
        Ok(file("visioncast-initiative.zip", "application/zip", bytes))
    }

    async fn volunteers(&self) -> Result<Response, FormError> {
        let entries = self.entries().await?;
        let list = told_volunteers(&self.app.rooms.store, self.initiative, &entries).await?;
        // Noted first: nothing is handed out of which nobody knows.
        let people = list.len() as u32;
        self.note(Change::VolunteersTaken { people }).await?;
        let framework = match (self.initiative.framework(), entries.last()) {
            (Some(framework), _) => framework.clone(),
            (None, Some(entry)) => {
                let room = self.app.rooms.open(entry.clone()).await?;
                room.look(|panel| panel.framework().clone()).await.unwrap_or_default()
            }
            (None, None) => Framework::default(),
        };
        let csv = volunteers_csv(&list, &framework, &self.initiative.steps());
        let csv = csv.map_err(|error| not_made(&error))?;
        Ok(file("volunteers.csv", "text/csv; charset=utf-8", csv))
    }

    async fn entries(&self) -> Result<Vec<Entry>, StoreError> {
        self.app.rooms.store.panels_of(self.initiative.id()).await
    }

    /// The page again, with what was typed and why it was not taken.
    async fn refused(&self, why: String, status: StatusCode) -> Result<Response, Response> {
        let fields = self.fields;
        let what = fields.text("do");
        let step = fields.parse("step").unwrap_or(1);
        let text = |name| fields.text(name).to_owned();
        let aftermath = Aftermath {
            problem: Some(why),
            work: match what {
                "add_work" => Some((None, step, self.about())),
                "edit_work" => Some((fields.parse("work"), step, self.about())),
                _ => None,
            },
            win: (what == "add_win").then(|| WinDraft {
                day: text("day"),
                text: text("text"),
                owner: text("owner"),
                step: text("step"),
            }),
            picked: fields.all("idea").filter_map(|idea| idea.parse().ok()).collect(),
            periods: (what == "keep").then(|| ["contacts", "words", "seats"].map(text)),
            ..Aftermath::default()
        };
        Err(self.page(aftermath, status).await)
    }

    async fn page(&self, aftermath: Aftermath, status: StatusCode) -> Response {
        let wanted = self.wanted();
        // What was just done stands in it.
        let fresh = self.app.rooms.store.initiative(self.initiative.id()).await;
        let initiative = fresh.ok().flatten().unwrap_or_else(|| self.initiative.clone());
        let page = shown(
            self.app,
            self.account,
            &initiative,
            self.tab,
            &wanted,
            aftermath,
            status,
        )
        .await;
        page.unwrap_or_else(|response| response)
    }
}

/// A file that could not be made: told to the log in full, to people in plain words.
fn not_made(error: &dyn std::error::Error) -> FormError {
    tracing::error!(%error, "failed to make a file of an initiative");
    Sheet::CouldNotBeMadeText.into()
}

fn file(name: &str, kind: &'static str, bytes: Vec<u8>) -> Response {
    let saved_as = format!("attachment; filename=\"{name}\"");
    let headers = [(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, &saved_as)];
    (headers, bytes).into_response()
}

/// A row id that nothing else bears, drawn for a form.
pub(super) fn fresh_entry() -> String {
    Uuid::new_v4().to_string()
}
