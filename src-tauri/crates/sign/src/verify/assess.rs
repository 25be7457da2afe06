//! Puts the report together: finds the signatures, asks the checks, and draws the verdict.

use std::cmp::Reverse;

use chrono::{DateTime, TimeDelta, Utc};

use super::cms::{Examined, examine};
use super::file::{File, Source};
use super::form::{Field, Form, Signature, form, signature};
use super::lex::{Dict, Value};
use super::range::{Covered, covered, hold};
use super::report::{
    CertificateValid, Change, Code, Coverage, Finding, LaterChanges, Part, Report, SignatureReport,
    Verdict,
};
use super::revision::{changes, ends_well, is_locked, table_holds, transform};
use crate::profile;

/// Two clocks may differ by this much before a signature counts as from the future.
const CLOCKS: TimeDelta = TimeDelta::minutes(5);
/// Keys of the signature dictionary (ISO 32000-1, table 252).
const KEYS: [&[u8]; 9] = [
    b"Type",
    b"Filter",
    b"SubFilter",
    b"Name",
    b"Location",
    b"M",
    b"Reference",
    b"ByteRange",
    b"Contents",
];

/// A signed field with all that is known of its signature.
struct Signed<'a> {
    field: Field,
    signature: Option<Signature>,
    covered: Option<Covered<'a>>,
    /// The revision that ends where the signature ends.
    revision: Option<File<'a>>,
    later: LaterChanges,
    codes: Vec<Code>,
}

/// The report; `None` if the file has no readable catalog. `strict` says that the source is a
/// [`File`]: only then can the verdict be good.
pub(super) fn assess(
    pdf: &[u8],
    source: &impl Source,
    strict: bool,
    at: DateTime<Utc>,
) -> Option<Report> {
    let Form { fields, damaged, .. } = form(source)?;
    let (signed, empty): (Vec<_>, Vec<_>) =
        fields.into_iter().partition(|field| field.dict.get(b"V").is_some());
    let mut all: Vec<Signed<'_>> =
        signed.into_iter().map(|field| Signed::new(pdf, source, field, strict)).collect();
    all.sort_by_key(|one| one.covered.as_ref().map_or(Reverse(0), |c| Reverse(pdf.len() - c.end)));
    let mut file_codes = Vec::new();
    if all.is_empty() {
        file_codes.push(Code::NoSignature);
    }
    if damaged {
        file_codes.push(Code::UnreadableField);
    }
    if !strict {
        file_codes.push(Code::ForeignProfile { part: Part::FileStructure });
    }
    let end = all.iter().filter_map(|one| one.covered.as_ref()).map(|covered| covered.end).max();
    if let Some(bytes) = end.map(|end| pdf.len() - end).filter(|bytes| *bytes > 0) {
        file_codes.push(Code::BytesAfterLastSignature { bytes });
    }
    if strict {
        compare(&mut all, pdf.len());
    }
    let mut findings: Vec<Finding> =
        file_codes.into_iter().map(|code| Finding { field: None, code }).collect();
    let mut signatures = Vec::new();
    for (index, one) in all.into_iter().enumerate() {
        let (report, codes) = one.report(pdf, index == 0, strict, at);
        let field = Some(report.field.clone());
        findings.extend(codes.into_iter().map(|code| Finding { field: field.clone(), code }));
        signatures.push(report);
    }
    let verdict = if findings.is_empty() { Verdict::Good } else { Verdict::Finding };
    let unsigned_fields = empty.into_iter().map(|field| field.name).collect();
    Some(Report { verdict, signatures, unsigned_fields, findings })
}

/// Compares each revision with the one before, and says for each signature what came after it.
fn compare(all: &mut [Signed<'_>], length: usize) {
    for index in 1..all.len() {
        let (earlier, later) = all.split_at_mut(index);
        let (Some(newer), Some(older)) = (later.first(), earlier.last()) else { continue };
        let steps = match (&older.revision, &newer.revision, &newer.signature) {
            (Some(before), Some(after), Some(signature)) => {
                changes(before, after, &newer.field, signature)
            }
            _ => vec![Change::Structure],
        };
        for one in earlier.iter_mut() {
            let dict = one.signature.as_ref().map(|signature| &signature.dict);
            let locked = dict.is_some_and(|dict| is_locked(dict, &newer.field.name));
            let locked = locked.then_some(Change::LockedField);
            for what in steps.iter().copied().chain(locked) {
                one.codes.push(Code::ForbiddenChange { what });
                one.later = LaterChanges::Forbidden;
            }
            if one.later == LaterChanges::None {
                one.later = LaterChanges::Signatures;
            }
        }
    }
    let end = all.last().and_then(|one| one.covered.as_ref()).map(|covered| covered.end);
    for one in all.iter_mut().filter(|_| end != Some(length)) {
        one.later = LaterChanges::Forbidden;
    }
}

impl<'a> Signed<'a> {
    fn new(pdf: &'a [u8], source: &impl Source, field: Field, strict: bool) -> Self {
        let signature = signature(source, &field);
        let covered = signature.as_ref().and_then(|signature| covered(pdf, signature));
        let revision = covered
            .as_ref()
            .filter(|_| strict)
            .and_then(|covered| File::open(pdf.get(..covered.end)?))
            .filter(ends_well);
        let later = if strict { LaterChanges::None } else { LaterChanges::Unknown };
        Self { field, signature, covered, revision, later, codes: Vec::new() }
    }

    fn report(
        self,
        pdf: &[u8],
        is_first: bool,
        strict: bool,
        at: DateTime<Utc>,
    ) -> (SignatureReport, Vec<Code>) {
        let examined = match (&self.signature, &self.covered) {
            (None, _) => Examined::nothing(Code::UnreadableSignature),
            (Some(signature), Some(covered)) => examine(&signature.contents, covered.parts),
            (Some(signature), None) => {
                let mut examined = examine(&signature.contents, [b"", b""]);
                examined.intact = false;
                examined.codes.push(Code::WrongByteRange);
                examined
            }
        };
        let mut codes = examined.codes.clone();
        if strict && self.signature.is_some() {
            codes.extend(self.hold(pdf, is_first));
        }
        let (claims, certificate_valid) = self.times(&examined, at);
        codes.extend(claims);
        codes.extend(self.codes.iter().cloned());
        let report = SignatureReport {
            covers: self.coverage(pdf, &codes),
            field: self.field.name,
            certificate: examined.certificate,
            signed_at: self.signature.and_then(|signature| signature.signed_at),
            intact: examined.intact,
            valid: examined.valid,
            later_changes: self.later,
            trust: examined.trust,
            certificate_valid,
        };
        (report, unique(codes))
    }

    fn coverage(&self, pdf: &[u8], codes: &[Code]) -> Coverage {
        match &self.covered {
            Some(_) if codes.contains(&Code::WrongByteRange) => Coverage::Partial,
            Some(covered) if covered.end == pdf.len() => Coverage::WholeFile,
            Some(_) => Coverage::WholeRevision,
            None => Coverage::Partial,
        }
    }

    /// Codes about the times, and whether the certificate was valid then and is now
    /// (RFC 5280, 4.1.2.5).
    fn times(&self, examined: &Examined, at: DateTime<Utc>) -> (Vec<Code>, CertificateValid) {
        let signed_at = self.signature.as_ref().and_then(|one| one.signed_at);
        let signed_at = signed_at.map(|time| time.to_utc());
        let is_valid = |time: DateTime<Utc>| {
            let certificate = examined.certificate.as_ref();
            certificate.is_some_and(|one| one.not_before <= time && time <= one.not_after)
        };
        let valid_then = signed_at.is_some_and(is_valid);
        let mut codes = Vec::new();
        match signed_at {
            None if self.signature.is_some() => codes.push(Code::NoSigningTime),
            Some(time) if time > at + CLOCKS => codes.push(Code::SignedInFuture),
            _ => {}
        }
        if signed_at.is_some() && examined.certificate.is_some() && !valid_then {
            codes.push(Code::CertificateNotValidAtSigning);
        }
        (codes, CertificateValid { at_signing: valid_then, now: is_valid(at) })
    }

    /// Holds the signature to the profile of the file (ISO 32000-1, 12.8.1).
    fn hold(&self, pdf: &[u8], is_first: bool) -> Vec<Code> {
        let Some(signature) = &self.signature else { return Vec::new() };
        let mut codes = Vec::new();
        if let Some(covered) = &self.covered {
            codes.extend(hold(pdf, covered, self.place(signature).as_ref()));
        }
        if !dictionary_holds(&signature.dict) {
            codes.push(Code::ForeignProfile { part: Part::SignatureDictionary });
        }
        let permissions =
            if is_first { self.certifies(signature) } else { self.locks(&signature.dict) };
        if self.revision.as_ref().is_some_and(|revision| !table_holds(revision)) {
            codes.push(Code::ForeignProfile { part: Part::FileStructure });
        }
        // Without a revision, `ByteRange` is wrong and says so.
        if self.revision.is_some() && permissions.is_none() {
            codes.push(Code::ForeignProfile { part: Part::Permissions });
        }
        codes
    }

    /// Where `Contents` stands, if its dictionary was written in the revision that it signs, and
    /// the field has had it since then.
    fn place(&self, signature: &Signature) -> Option<std::ops::Range<usize>> {
        let revision = self.revision.as_ref()?;
        let id = signature.id?;
        let object = revision.object(id)?;
        let field = revision.object(self.field.id)?;
        let here = revision.newest().used.contains(&(id, object.place.start));
        let holds = here
            && object.value.as_dict() == Some(&signature.dict)
            && field.value.as_dict() == Some(&self.field.dict);
        holds.then(|| object.value.as_dict()?.place(b"Contents"))?
    }

    /// The first signature: `DocMDP` with `P` 2, and the catalog says so (ISO 32000-1, 12.8.4).
    fn certifies(&self, signature: &Signature) -> Option<()> {
        let (method, parameters) = transform(&signature.dict)?;
        let revision = self.revision.as_ref()?;
        let catalog = revision.dict(revision.trailer(), b"Root")?;
        let named = revision.dict(&catalog, b"Perms")?.get(b"DocMDP")?.as_ref();
        let level = parameters.get(b"P")?.as_int();
        let holds = method == b"DocMDP"
            && parameters.get(b"V")?.as_name() == Some(b"1.2")
            && level == Some(profile::DOC_MDP_LEVEL)
            && named.is_some()
            && named == signature.id;
        holds.then_some(())
    }

    /// A later signature: `FieldMDP` with what `Lock` of its field says (ISO 32000-1, 12.8.2.4).
    fn locks(&self, signature: &Dict) -> Option<()> {
        let (method, parameters) = transform(signature)?;
        let lock = self.revision.as_ref()?.dict(&self.field.dict, b"Lock")?;
        let holds = method == b"FieldMDP"
            && parameters.get(b"V")?.as_name() == Some(b"1.2")
            && parameters.without(&[b"Type", b"V"]) == lock.without(&[b"Type"]);
        holds.then_some(())
    }
}

/// Keys and values of the signature dictionary as the profile writes them.
fn dictionary_holds(dict: &Dict) -> bool {
    let is_name = |key: &[u8], name: &[u8]| dict.get(key).and_then(Value::as_name) == Some(name);
    dict.keys().all(|key| KEYS.contains(&key))
        && is_name(b"Type", b"Sig")
        && is_name(b"Filter", profile::FILTER)
        && is_name(b"SubFilter", profile::SUB_FILTER)
}

fn unique(codes: Vec<Code>) -> Vec<Code> {
    let mut kept: Vec<Code> = Vec::new();
    for code in codes {
        if !kept.contains(&code) {
            kept.push(code);
        }
    }
    kept
}
