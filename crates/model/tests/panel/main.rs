//! A panel as a whole: its rules as stories, and what holds for every history.

mod adoption;
mod events;
mod histories;
mod integrity;
mod moderation;
mod review;
mod rules;
mod sorting;
mod story;
mod survey;
mod themes;
mod votes;
