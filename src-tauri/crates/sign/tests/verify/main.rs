//! The tests of `verify`: files by the profile, files that depart from it in one point (`profile`),
//! and signed files with changed bytes (`tampered`). Most are signed by a forger of their own,
//! written apart from the signing half, so that one mistake does not hide in both.
#![cfg(test)]

mod forge;
mod identity;
mod positions;
mod profile;
#[path = "../support/mod.rs"]
mod support;
mod tampered;

use chrono::{DateTime, Utc};
use sitzungsbuch_sign::verify::{Code, Report, Unreadable, Verdict, verify};

/// Reports on the file at the moment that [`forge`] signs at.
pub(crate) fn check(pdf: &[u8]) -> Result<Report, Unreadable> {
    verify(pdf, forge::moment())
}

/// The report on a readable file.
pub(crate) fn report(pdf: &[u8]) -> Report {
    check(pdf).expect("readable")
}

/// Whether the file is called good.
pub(crate) fn is_good(pdf: &[u8], at: DateTime<Utc>) -> bool {
    verify(pdf, at).is_ok_and(|report| report.verdict == Verdict::Good)
}

/// The codes against the file.
pub(crate) fn codes(pdf: &[u8]) -> Vec<Code> {
    report(pdf).findings.into_iter().map(|finding| finding.code).collect()
}

/// Small, fast and the same in each run.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// A number below the bound.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(bound.max(1)).expect("fits")).expect("fits")
    }
}
