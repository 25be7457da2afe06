//! Builders, fixed ids and generators for tests; compiled under the feature `testing` only.
//!
//! Everything here is fictional. A builder may fail by panicking: that is a mistake of the test.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::missing_panics_doc)]

pub mod committee;
pub mod generate;
pub mod largest;
pub mod naive;
pub mod odd;
pub mod ordinary;
pub mod profiles;
pub mod rehearsal;

pub use committee::Committee;
pub use rehearsal::Rehearsal;
