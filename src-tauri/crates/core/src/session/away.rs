//! Leaving the table without leaving the session: an outage, the public area, one item without bias.

use super::apply::{Applied, Unfit};
use super::command::Command;
use super::event::Event;
use super::rejection::Rejection;
use super::state::{Entry, Snapshot};
use alloc::vec::Vec;

pub(super) fn handle(_before: &Snapshot, _command: &Command) -> Result<Vec<Event>, Rejection> {
    Err(Rejection::NotCorrectable)
}

pub(super) fn apply(_now: &mut Snapshot, _entry: &Entry) -> Applied {
    Err(Unfit)
}
