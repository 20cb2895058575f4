//! What is held back until a facilitator has read it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// The most words of its own that a panel holds or lets pass.
pub const OWN_WORDS: usize = 200;

/// How a panel moderates.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moderation {
    /// What waits for a facilitator.
    pub hold: HoldBack,
    /// Words that are looked for beside those of the program.
    pub also: BTreeSet<String>,
    /// Words that pass, although the program has them.
    pub except: BTreeSet<String>,
}

/// What waits for a facilitator before anybody else sees it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HoldBack {
    /// Nothing.
    #[default]
    Off,
    /// What something was found in.
    Flagged,
    /// Everything.
    All,
}

/// What a facilitator should look at in an idea. The log holds no words, so it names a part of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Finding {
    /// What it may be.
    pub concern: Concern,
    /// Where it begins, in characters.
    pub from: u16,
    /// How many characters it has.
    pub length: u16,
}

/// What a part of an idea may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Concern {
    /// A word that may hurt.
    Rude,
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// A name with a title.
    Name,
    /// A link.
    Link,
    /// A name in a network, with its @.
    Handle,
    /// The same as several others.
    Repeated,
    /// The name that stands under it; it points at no part of the words.
    Signature,
}
