//! Signing at the desk: whose turn it is, one more signature, and what those that are there are
//! worth. The signed file is kept in the vault; nothing is written where a step fails.
//!
//! Every version is signed on its own, the clerk first and then the chairs. With the first signature
//! the record of the session is closed: what the engine is asked to enter afterwards it refuses.

use crate::core::{MeetingId, Moment, Timestamp};
use crate::desk::{Desk, Secret, SignatureRequest};
use crate::documents::{self, Edition, Scope, Signer};
use crate::engine::Engine;
use crate::error::ApiError;
use crate::request::Caller;
use crate::signatures::{self, Report, Request};
use crate::view::{SignaturesView, signatures as view};
use crate::{faults, messages};

/// A version of the Niederschrift on its way to its signatures.
pub(crate) struct Sheet {
    /// The signed file; none while nobody has signed.
    pub(crate) sealed: Option<Vec<u8>>,
    /// What its signatures are worth; none while nobody has signed.
    pub(crate) report: Option<Report>,
    /// Who signs, in the order of signing.
    pub(crate) signers: Vec<Signer>,
    /// What is to be signed while nobody has: only where it is asked for.
    unsigned: Option<Vec<u8>>,
    /// Place of issue.
    place: String,
}

impl Desk {
    /// Signs for whoever's turn it is, with a key file (PKCS#12), and keeps the signed file.
    pub fn sign(
        &mut self,
        request: SignatureRequest,
        key_file: &[u8],
        password: &Secret,
        now: Timestamp,
    ) -> Result<SignaturesView, ApiError> {
        let SignatureRequest { meeting, scope } = request;
        let engine = self.open()?;
        faults::guarded(|| {
            let sheet = sheet(engine, meeting, scope, now, true)?;
            let signer = next(&sheet).ok_or_else(messages::all_signed)?;
            let pdf = sheet.sealed.as_ref().or(sheet.unsigned.as_ref());
            let pdf = pdf.ok_or_else(messages::internal)?;
            let key = signatures::open_key(key_file, password.expose())?;
            let asked = Request {
                field: &signer.field,
                name: signer.name.clone(),
                role: documents::role_words(signer),
                place: sheet.place.clone(),
                at: signatures::moment(now.utc()),
            };
            let file = signatures::sign(pdf, &asked, &key)?;
            let caller = Caller { now, actor: "window", source: "window" };
            engine.seal(meeting, scope, file, &caller)?;
            look(engine, meeting, scope, now)
        })
    }
}

/// How far the signatures of a version are.
pub(crate) fn look(
    engine: &mut Engine,
    meeting: MeetingId,
    scope: Scope,
    now: Timestamp,
) -> Result<SignaturesView, ApiError> {
    let sheet = sheet(engine, meeting, scope, now, false)?;
    let next = next(&sheet).map(|signer| signer.field.clone());
    Ok(view::view(&sheet, scope, next))
}

/// When a version was issued that has all its signatures and nothing against them: with the first of
/// them it was made as it is. None while it lacks one.
pub(crate) fn issued(
    engine: &mut Engine,
    meeting: MeetingId,
    scope: Scope,
    now: Timestamp,
) -> Result<Option<Moment>, ApiError> {
    let sheet = sheet(engine, meeting, scope, now, false)?;
    let complete = next(&sheet).is_none();
    let report = sheet.report.as_ref().filter(|report| complete && signatures::good(report));
    let signed = report.iter().flat_map(|report| &report.signatures);
    let first = signed.filter_map(|signature| signature.signed_at).min();
    Ok(first.map(|at| documents::civil(Timestamp::new(at.to_utc()))))
}

/// The version as it lies in the vault, else as it would be made now where `made` asks for it.
fn sheet(
    engine: &mut Engine,
    meeting: MeetingId,
    scope: Scope,
    now: Timestamp,
    made: bool,
) -> Result<Sheet, ApiError> {
    let record = documents::record(engine, meeting, documents::civil(now), Edition::Final)?;
    let sealed = engine.sealed(meeting, scope)?;
    let report = sealed.as_ref().map(|pdf| signatures::verify(pdf, now.utc())).transpose()?;
    let mut signers = documents::signers(&record, scope);
    if let Some(report) = &report {
        // A file keeps the fields that it was signed with first.
        let signed = report.signatures.iter().map(|one| &one.field);
        let fields: Vec<&String> = signed.chain(&report.unsigned_fields).collect();
        signers.retain(|signer| fields.contains(&&signer.field));
    }
    let unsigned = match (&sealed, made) {
        (None, true) => Some(documents::render(&record, &scope.into())?.pdf),
        _ => None,
    };
    Ok(Sheet { sealed, report, signers, unsigned, place: record.public.body.place })
}

/// The first who has not signed.
fn next(sheet: &Sheet) -> Option<&Signer> {
    let signed = |field: &str| {
        let made = sheet.report.iter().flat_map(|report| &report.signatures);
        made.into_iter().any(|one| one.field == field)
    };
    sheet.signers.iter().find(|signer| !signed(&signer.field))
}
