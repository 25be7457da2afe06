//! Whether a finished file keeps to PDF/A and PDF/UA, and what is said where it does not.
//!
//! The checks themselves are in the crate `minutes` (`conform`) and know no committee. No file of
//! ours breaks them; they run before every signature, because what is signed cannot be mended.

use crate::error::{ApiError, ErrorCode};
use sitzungsbuch_minutes::conform;
pub use sitzungsbuch_minutes::conform::{Archive, Finding};

/// How many findings are told; the others are counted.
const TOLD: usize = 3;

/// Everything that a file breaks of the standards that it claims.
pub fn findings(pdf: &[u8]) -> Vec<Finding> {
    conform::check(pdf, Archive::claimed(pdf))
}

/// Refuses a file with findings, naming what and where.
pub(crate) fn demand(pdf: &[u8]) -> Result<(), ApiError> {
    let findings = findings(pdf);
    if findings.is_empty() {
        return Ok(());
    }
    let message = "Das Dokument ist nicht archivfähig oder nicht barrierefrei und wurde deshalb \
                   nicht unterschrieben.";
    let mut fault = ApiError::new(ErrorCode::Rejected, message);
    for finding in findings.iter().take(TOLD) {
        fault = fault.hint(finding.to_string());
    }
    if findings.len() > TOLD {
        fault = fault.hint(format!("Dazu kommen weitere Befunde: {}.", findings.len() - TOLD));
    }
    Err(fault.hint("Die Aufzeichnung der Sitzung ist unverändert gespeichert."))
}
