//! The application: the [`Engine`] that every window and the command line go through.
//!
//! It is the only composer of the crates below it: core decides, store keeps, minutes writes, sign
//! signs. It holds the German
//! messages and embeds the rule profiles. It opens no window and prints nothing.

pub mod canonical;
mod codec;
mod convert;
pub mod documents;
mod engine;
mod error;
pub mod faults;
mod integrity;
mod json;
mod messages;
mod passphrase;
pub mod profiles;
mod request;
mod rows;
pub mod rules;
pub mod script;
pub mod signatures;

pub use engine::Engine;
pub use error::{ApiError, ErrorCode};
pub use messages::{break_reason, store as store_error};
pub use passphrase::{key_password_of_file, no_text, passphrase, passphrase_of_file};
pub use request::{Caller, MasterRequest, MeetingRequest, Outcome, Request, Topic};
pub use sitzungsbuch_core as core;
pub use sitzungsbuch_store::{Break, Chain, OverviewRow, Passphrase, Vault};
