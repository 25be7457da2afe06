//! The application: the [`Engine`] that every window and the command line go through.
//!
//! It is the only composer of the crates below it: core decides, store keeps. It holds the German
//! messages and embeds the rule profiles. It opens no window and prints nothing.

pub mod canonical;
mod codec;
mod convert;
pub mod documents;
mod engine;
mod error;
mod messages;
mod passphrase;
pub mod profiles;
pub mod rules;
pub mod script;

pub use engine::{Caller, Engine, MasterRequest, MeetingRequest, Outcome, Request, Topic};
pub use error::{ApiError, ErrorCode};
pub use messages::store as store_error;
pub use passphrase::passphrase;
pub use sitzungsbuch_core as core;
pub use sitzungsbuch_store::{Chain, Passphrase, Vault};
