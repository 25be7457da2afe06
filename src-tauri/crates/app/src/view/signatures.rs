//! The signatures of a version of the Niederschrift: who has signed, whose turn it is, and what the
//! check of the file says.

use crate::documents::Scope;
use crate::signatures::{Report, describe, good, signed_words};
use crate::signing::Sheet;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// One of the signatures that the version gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SignatureStep {
    /// Name of its field.
    pub field: String,
    /// "Schriftführer", "Ausschussvorsitzende".
    pub role: String,
    /// "zu TOP 5 und 6"; empty where one person chaired all of the session, and for the clerk.
    pub items: String,
    /// Who signs.
    pub name: String,
    /// It is there.
    pub signed: bool,
    /// It is there, and nothing stands against it.
    pub good: bool,
    /// "20.11.2026, 10:02 Uhr, ausgestellt von ...", "jetzt", "danach".
    pub words: String,
}

/// What the check of the signed file says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SignatureVerdict {
    /// Nothing stands against the file.
    pub good: bool,
    /// "Unverändert seit der letzten Unterschrift", "Siegel gebrochen".
    pub title: String,
    /// One sentence.
    pub words: String,
    /// The whole report in lines.
    pub report: Vec<String>,
}

/// The signatures of one version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SignaturesView {
    /// "Niederschrift, vollständig".
    pub document: String,
    /// SHA-256 of the signed file in groups of four digits; empty while nobody has signed.
    pub checksum: String,
    /// In the order of signing.
    pub steps: Vec<SignatureStep>,
    /// Field of the one whose turn it is; none when all have signed.
    pub next: Option<String>,
    /// What the check says; none while nobody has signed.
    pub verdict: Option<SignatureVerdict>,
}

/// Puts the view together.
pub(crate) fn view(sheet: &Sheet, scope: Scope, next: Option<String>) -> SignaturesView {
    let report = sheet.report.as_ref();
    let document = match scope {
        Scope::Complete => "Niederschrift, vollständig",
        Scope::Public => "Niederschrift, nur öffentlicher Teil",
    };
    let steps = sheet.signers.iter().map(|signer| {
        let made = report.and_then(|report| {
            let found = report.signatures.iter().find(|one| one.field == signer.field)?;
            let against = report.findings.iter();
            let field = Some(signer.field.as_str());
            let mut against =
                against.filter(|one| one.field.is_none() || one.field.as_deref() == field);
            Some((signed_words(found), against.next().is_none()))
        });
        let turn = if next.as_ref() == Some(&signer.field) { "jetzt" } else { "danach" };
        SignatureStep {
            field: signer.field.clone(),
            role: signer.role.clone(),
            items: signer.items.clone(),
            name: signer.name.clone(),
            signed: made.is_some(),
            good: made.as_ref().is_some_and(|(_, good)| *good),
            words: made.map_or_else(|| turn.to_owned(), |(words, _)| words),
        }
    });
    SignaturesView {
        document: document.to_owned(),
        checksum: sheet.sealed.as_deref().map(checksum).unwrap_or_default(),
        steps: steps.collect(),
        verdict: report.map(verdict),
        next,
    }
}

fn verdict(report: &Report) -> SignatureVerdict {
    let missing = report.unsigned_fields.len();
    let (title, words) = if good(report) {
        let words = if missing == 0 {
            "Alle Unterschriften sind gültig; die Datei ist vollständig von ihnen erfasst."
                .to_owned()
        } else {
            outstanding(report.signatures.len(), missing)
        };
        ("Unverändert seit der letzten Unterschrift", words)
    } else {
        let words = "Für die Unterschriften dieser Datei kann nicht eingestanden werden; der Bericht nennt die Stelle.";
        ("Siegel gebrochen", words.to_owned())
    };
    SignatureVerdict {
        good: good(report),
        title: title.to_owned(),
        words,
        report: describe(report),
    }
}

/// "Die Unterschrift ist gültig; eine weitere steht noch aus."
fn outstanding(made: usize, missing: usize) -> String {
    let made = match made {
        1 => "Die Unterschrift ist gültig",
        _ => "Die bisherigen Unterschriften sind gültig",
    };
    match missing {
        1 => format!("{made}; eine weitere steht noch aus."),
        more => format!("{made}; {more} weitere stehen noch aus."),
    }
}

/// "4f9c 71ae 08d3 ...": all 64 digits.
fn checksum(pdf: &[u8]) -> String {
    let mut text = String::new();
    for (index, byte) in Sha256::digest(pdf).iter().enumerate() {
        if index > 0 && index % 2 == 0 {
            text.push(' ');
        }
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
