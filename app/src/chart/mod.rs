//! Pictures of what the room said: pure functions from numbers to SVG markup with presentation
//! attributes alone, so that pages, reports and printers draw the same. Each has a sentence that says
//! the same.

mod diverging;
mod finding;
mod mark;
mod palette;
mod seats;
mod slope;

pub use diverging::{Scale, agreement, agreement_in_words};
pub use finding::{finding, finding_on, fraction, shortened};
pub use mark::{domain_hue, domain_mark};
pub use palette::Palette;
pub use seats::{people_per_seat, seats};
pub use slope::{change_in_words, percent, slope};
