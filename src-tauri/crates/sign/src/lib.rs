//! Signing PDF files and saying what their signatures are worth. It knows no committee.
//!
//! [`Key`] opens a key file, [`sign`] puts one signature into a field that the file has had since
//! its first revision, as an incremental update. [`profile`] says what such a signature looks like,
//! and [`verify()`] holds a file to it.

mod certificate;
mod ecdsa;
mod error;
mod key;
pub mod profile;
pub mod sample;
mod sign;
mod signed_data;
pub mod verify;

pub use certificate::CertificateInfo;
pub use error::SignError;
pub use key::Key;
pub use sign::{Request, sign};
pub use verify::verify;
