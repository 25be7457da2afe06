//! A session as it happens: commands in, events out, state folded from events.
//!
//! `decide` judges a command against the state, `evolve` folds events; neither stores anything.
//! State at a time is folded by (time it happened, order of entry); a correction takes the events
//! of an act out and puts new ones in their place.

mod agenda;
mod apply;
pub mod attend;
mod away;
pub mod basis;
pub mod chunks;
pub mod command;
mod conduct;
mod deal;
pub mod decide;
pub mod election;
pub mod elections;
pub mod event;
pub mod evolve;
mod hints;
mod majorities;
mod marks;
mod motions;
pub mod note;
pub mod preview;
mod proceedings;
mod recording;
pub mod rejection;
mod settled;
pub mod state;
mod table;
mod texts;
mod votes;
mod wordings;

pub use basis::Basis;
pub use command::Command;
pub use decide::{Context, Decision, DraftRef, NewEvent, decide};
pub use event::Event;
pub use rejection::Rejection;
pub use state::{Entry, Phase, Revision, Snapshot, State};

#[cfg(test)]
mod tests;
