use serde::{Deserialize, Serialize};

/// What the report says, with what people wrote told from what it says itself, and where it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sentence {
    /// Its parts.
    pub spans: Vec<Span>,
    /// How it is meant.
    pub tone: Tone,
    /// The sources that it rests on, by number.
    pub sources: Vec<usize>,
}

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// The report's own words.
    Text(String),
    /// Somebody's words.
    Words(String),
}

/// How a sentence is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// As it stands.
    #[default]
    Plain,
    /// A finding, for whoever reads nothing else.
    Finding,
    /// Aside: how to read what stands beside it.
    Aside,
    /// A question, as the room read it.
    Asked,
}

impl Sentence {
    /// Somebody's words alone.
    #[must_use]
    pub fn words(words: impl Into<String>) -> Self {
        Self {
            spans: vec![Span::Words(words.into())],
            ..Self::default()
        }
    }

    /// The same, meant in another way.
    #[must_use]
    pub fn toned(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// The same, resting on a source more.
    #[must_use]
    pub fn from(mut self, source: usize) -> Self {
        self.sources.push(source);
        self
    }

    /// All of it as plain text.
    #[must_use]
    pub fn text(&self) -> String {
        let text = |span: &Span| match span {
            Span::Text(text) | Span::Words(text) => text.clone(),
        };
        self.spans.iter().map(text).collect()
    }

    /// Whether it has a number in it that is the report's own.
    #[must_use]
    pub fn has_number(&self) -> bool {
        self.spans
            .iter()
            .any(|span| matches!(span, Span::Text(text) if text.contains(|sign: char| sign.is_ascii_digit())))
    }
}
