//! The application: the [`Engine`] that every window and the command line go through.
//!
//! It is the only composer of the crates below it: core decides, store keeps, minutes writes, sign
//! signs. It holds the German
//! messages and embeds the rule profiles. It opens no window and prints nothing.

mod attached;
pub mod canonical;
mod codec;
pub mod conformity;
mod convert;
pub mod desk;
pub mod device;
pub mod documents;
mod drafts;
mod engine;
pub mod entering;
mod error;
pub mod faults;
pub mod forms;
mod integrity;
mod json;
mod messages;
pub mod order;
mod orders;
pub mod panel;
mod passphrase;
pub mod places;
pub mod preview;
pub mod profiles;
mod reading;
mod request;
mod rows;
pub mod rules;
#[cfg(feature = "schema")]
pub mod schema;
pub mod script;
mod sealed;
pub mod signatures;
mod signing;
pub mod view;
mod wordings;

pub use attached::MOST_BYTES as MOST_FILE_BYTES;
pub use drafts::OpeningDraft;
pub use engine::Engine;
pub use error::{ApiError, ErrorCode};
pub use messages::{break_reason, store as store_error};
pub use orders::carry_out;
pub use passphrase::{key_password_of_file, no_text, passphrase, passphrase_of_file};
pub use request::{
    Caller, FormRequest, JointRequest, MasterRequest, MeetingRequest, OpeningRequest, Outcome,
    Request, Topic,
};
pub use sitzungsbuch_core as core;
pub use sitzungsbuch_store::{Break, Chain, OverviewRow, Passphrase, Vault};
