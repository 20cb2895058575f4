use std::fmt;

use super::Flaw;

/// What is wrong with the file of a framework, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileFlaw {
    /// Far more than a framework has.
    #[error("the file has {kilobytes} KB, {most} fit: is it the file of a framework?")]
    TooLarge {
        /// How much it is, in KB.
        kilobytes: usize,
        /// How much fits, in KB.
        most: usize,
    },
    /// No JSON at all.
    #[error("line {line}, column {column}: this is not JSON: {told}. Mend it there, or download the file again")]
    NoJson {
        /// Where, from 1.
        line: usize,
        /// Where in that line.
        column: usize,
        /// What the reader of JSON says, in English.
        told: String,
    },
    /// JSON of something else.
    #[error("this is not the file of a framework, whose format is “{format}”")]
    OtherFormat {
        /// What its format is called.
        format: &'static str,
    },
    /// A version of the format that is not known here.
    #[error("this version of the program reads files of version {version}: use a newer one, or correct this")]
    OtherVersion {
        /// Which is known.
        version: u16,
    },
    /// A hash that is none.
    #[error("a hash is “{begin}” and 64 digits: leave it out, it is made anew")]
    OddHash {
        /// What a hash begins with.
        begin: &'static str,
    },
    /// What cannot be written, and so has no hash; in English.
    #[error("this has no hash: {0}")]
    NoHash(String),
    /// Something else where an object belongs.
    #[error("this is {0}, not an object: write {{ … }}")]
    NoObject(Shape),
    /// Something else where a list belongs.
    #[error("this is {0}, not a list: write [ … ]")]
    NoList(Shape),
    /// Something else where a text belongs.
    #[error("this is {0}, not a text: write \"…\"")]
    NoText(Shape),
    /// Something else where a number belongs.
    #[error("this is {0}, not a number: write it without quotation marks")]
    NoNumber(Shape),
    /// Something else where one of two belongs.
    #[error("this is {0}: write true or false, without quotation marks")]
    NoFlag(Shape),
    /// A field that is not known.
    #[error("there is no such field: leave it out. Known are {known}")]
    UnknownField {
        /// All that are.
        known: String,
    },
    /// A field that is there already.
    #[error("this stands twice: leave one of them out")]
    Twice,
    /// A field that is not there.
    #[error("this is missing: write it, empty where there is nothing to say")]
    Missing,
    /// A number that is too large, negative or broken.
    #[error("this number does not fit: write a whole one from 1 to {most}")]
    OddNumber {
        /// The largest.
        most: u16,
    },
    /// A version of the framework that is none.
    #[error("a version is a whole number from 1: correct it, or leave it out")]
    OddVersion,
    /// A list that no framework has.
    #[error("there is no list “{name}”: write one of {known}")]
    UnknownList {
        /// What it is called.
        name: String,
        /// All that there are.
        known: String,
    },
    /// A change of a domain that is none.
    #[error("this is no change of a domain: write one of {known}")]
    UnknownChange {
        /// All that there are.
        known: &'static str,
    },
    /// A framework that is not in order.
    #[error("{0}")]
    Framework(#[from] Flaw),
}

/// What a value of JSON is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
}

impl fmt::Display for Shape {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Null => "null",
            Self::Flag => "true or false",
            Self::Number => "a number",
            Self::Text => "a text",
            Self::List => "a list",
            Self::Object => "an object",
        })
    }
}
