//! From the record of a session to its documents.
//!
//! Three steps with walls between them: composing ([`record`] to [`document`], pure German), layout
//! ([`document`] to [`frame`], whole thousandths of a point, no file format), and the [`pdf`] writer
//! (frames to bytes). Beside layout and PDF stands [`odt`], which writes the same document for editing.
//! It reads no file and knows no vault; fonts come in as bytes.

pub mod compose;
pub mod conform;
pub mod document;
pub mod frame;
#[cfg(test)]
mod fuzz;
pub mod layout;
pub mod odt;
pub mod pdf;
pub mod picture;
pub mod record;
#[cfg(test)]
mod tests;
