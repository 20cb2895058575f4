//! What is proposed as alike, and how often that is right.

mod quality;
mod rules;

use visioncast_model::IdeaId;

/// The idea with that number.
fn idea(number: usize) -> IdeaId {
    IdeaId(uuid::Uuid::from_u128(number as u128 + 1))
}
