//! Builders, fixed ids and generators for tests; compiled under the feature `testing` only.

pub mod committee;
pub mod profiles;
