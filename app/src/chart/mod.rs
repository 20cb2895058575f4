//! Pictures of what the room said: pure functions from numbers to SVG markup with presentation
//! attributes alone, so that pages, reports and printers draw the same. Each has a sentence that says
//! the same.

mod columns;
mod diverging;
mod finding;
mod heat;
mod look;
mod mark;
mod movement;
mod palette;
mod parts;
mod seats;
mod slope;

pub use columns::{columns, middle_of};
pub use diverging::{Scale, agreement, agreement_in_words};
pub use finding::{finding, finding_on, fraction, quoted, shortened};
pub use heat::{Cell, Frame, heat, heat_filling};
pub use look::{Look, swatch};
pub use mark::{domain_hue, domain_mark};
pub use movement::{movement, percent, points};
pub use palette::Palette;
pub use parts::{Part, Reach, Spread, filling, length, spread, stacked};
pub use seats::{people_per_seat, seats};
pub use slope::{change_in_words, slope, whole_percent};
