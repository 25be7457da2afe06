//! The pure core of Sitzungsbuch: nouns, commands, events and the rules of German municipal law.
//!
//! It does no I/O, reads no clock, draws no randomness and computes no fractions: everything it
//! needs comes in as an argument, everything it decides goes out as a value. Invariant 1 of
//! ARCHITECTURE.md: it compiles without the standard library.
#![no_std]
#![warn(clippy::indexing_slicing)]

extern crate alloc;

pub mod agenda_item;
mod characters;
pub mod digest;
pub mod directory;
pub mod graphic;
pub mod id;
pub mod meeting;
pub mod membership;
pub mod motion;
pub mod organization;
pub mod paper;
pub mod person;
pub mod proceeding;
pub mod richtext;
pub mod rules;
pub mod session;
pub mod template;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod text_module;
pub mod time;

pub use id::{
    ActId, AgendaItemId, AttachmentId, BodyId, ElectionId, MeetingId, MembershipId, MotionId,
    OccupancyId, OrganizationId, PaperId, PersonId, SeatId, TextModuleId, VoteId,
};
pub use time::{Moment, Timestamp};
