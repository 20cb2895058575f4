//! Forms as people send them: everything in them is text until it is checked.

use std::str::FromStr;

use axum::{
    Form,
    extract::{FromRequest, Request},
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use sha2::{Digest as _, Sha256};
use visioncast_app::draft::Draft;
use visioncast_model::{ActivityId, CommandId, DomainId, Entered};

/// The fields of a form, in the order sent; a name may stand several times.
pub(super) struct Fields(Vec<(String, String)>);

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        match Form::<Vec<(String, String)>>::from_request(request, state).await {
            Ok(Form(fields)) => Ok(Self(fields)),
            Err(error) => Err((StatusCode::BAD_REQUEST, error.to_string()).into_response()),
        }
    }
}

impl Fields {
    /// The text of a field; empty where it is missing.
    pub(super) fn text(&self, name: &str) -> &str {
        self.find(name).unwrap_or_default()
    }

    /// The text of a field, where the form has it.
    pub(super) fn find(&self, name: &str) -> Option<&str> {
        let field = self.0.iter().find(|(field, _)| field == name);
        field.map(|(_, text)| text.as_str())
    }

    /// The texts of all fields of that name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        self.0
            .iter()
            .filter(move |(field, _)| field == name)
            .map(|(_, text)| text.as_str())
    }

    /// All fields whose name begins with `prefix`, without it.
    pub(super) fn beginning<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> + 'a {
        self.0
            .iter()
            .filter_map(move |(field, text)| Some((field.strip_prefix(prefix)?, text.as_str())))
    }

    /// The fields that an answer is made of: all but those that say which form it was.
    pub(super) fn answer(&self) -> Vec<(String, String)> {
        let about_the_form = |name: &str| matches!(name, "id" | "activity");
        let fields = self.0.iter().filter(|(name, _)| !about_the_form(name));
        fields.cloned().collect()
    }

    /// All fields, as the form of an item of the agenda.
    pub(super) fn draft(&self) -> Draft {
        self.0.clone().into()
    }

    /// What a field says, where it says something readable.
    pub(super) fn parse<T: FromStr>(&self, name: &str) -> Option<T> {
        self.text(name).parse().ok()
    }

    /// Whether a box is ticked.
    pub(super) fn yes(&self, name: &str) -> bool {
        self.text(name) == "yes"
    }

    /// The id that the page gave to its form; sending it twice has one effect.
    pub(super) fn command(&self) -> Option<CommandId> {
        self.parse("id")
    }

    /// An id that the same form has whenever it is sent: of what stands in it, and of the id that its page drew for it.
    pub(super) fn digest(&self) -> CommandId {
        let mut hasher = Sha256::new();
        for (name, text) in &self.0 {
            for part in [name, text] {
                hasher.update((part.len() as u64).to_be_bytes());
                hasher.update(part.as_bytes());
            }
        }
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&hasher.finalize()[..16]);
        CommandId(uuid::Builder::from_random_bytes(bytes).into_uuid())
    }

    pub(super) fn activity(&self) -> Option<ActivityId> {
        self.parse("activity")
    }

    /// The chosen domain; an empty choice is none.
    pub(super) fn domain(&self) -> Option<DomainId> {
        self.parse("domain").map(DomainId)
    }

    /// How something came in that a facilitator types.
    pub(super) fn source(&self) -> Entered {
        if self.text("source") == "paper" {
            Entered::Paper
        } else {
            Entered::Spoken
        }
    }
}
