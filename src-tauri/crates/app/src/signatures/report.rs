//! The report on the signatures of a file as German lines.
//!
//! Names out of a foreign file may hold anything: control characters are taken out of them, so that
//! no file can write over the report.

use super::{civil, plain};
use sitzungsbuch_sign::verify::{
    Change, Code, Coverage, Finding, LaterChanges, Part, Report, SignatureReport, Trust, Verdict,
};

/// The report in lines: the verdict, the signatures, what stands against them, what nobody looked at.
pub fn describe(report: &Report) -> Vec<String> {
    let mut lines = vec![verdict(report)];
    // Several codes may say the same in German.
    for line in report.findings.iter().map(|found| format!("Befund: {}", finding(found))) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    for signature in &report.signatures {
        lines.push(String::new());
        lines.extend(one(signature));
    }
    if !report.unsigned_fields.is_empty() {
        let fields: Vec<String> = report.unsigned_fields.iter().map(|name| label(name)).collect();
        lines.push(String::new());
        lines.push(format!("Noch nicht unterschrieben: {}", fields.join(", ")));
    }
    if !report.signatures.is_empty() {
        lines.push(String::new());
        lines.push("Nicht geprüft: Vertrauenslisten, Sperrungen und Zeitstempel.".to_owned());
    }
    lines
}

/// One signature in a line: when, and by whose certificate.
pub fn signed_words(signature: &SignatureReport) -> String {
    let at = signature
        .signed_at
        .map_or_else(|| "ohne lesbaren Zeitpunkt".to_owned(), |at| civil(at.to_utc()));
    match &signature.certificate {
        Some(one) => format!(
            "{at}, Zertifikat von {}, ausgestellt von {}",
            plain(&one.subject_cn),
            plain(&one.issuer_cn)
        ),
        None => format!("{at}, ohne lesbares Zertifikat"),
    }
}

fn verdict(report: &Report) -> String {
    match (report.verdict, report.signatures.len()) {
        (Verdict::Finding, 0) => "Mit Befund: keine Unterschrift.".to_owned(),
        (Verdict::Finding, _) => {
            "Mit Befund: Dieses Programm kann für die Unterschriften nicht einstehen.".to_owned()
        }
        (Verdict::Good, 1) => "In Ordnung: 1 Unterschrift, Datei unverändert.".to_owned(),
        (Verdict::Good, count) => format!("In Ordnung: {count} Unterschriften, Datei unverändert."),
    }
}

fn one(signature: &SignatureReport) -> Vec<String> {
    let yes = |good: bool| if good { "ja" } else { "nein" };
    let mut lines = Vec::new();
    let field = label(&signature.field);
    if let Some(certificate) = &signature.certificate {
        lines.push(format!("{field}: {}", plain(&certificate.subject_cn)));
        if let Some(at) = signature.signed_at {
            lines.push(format!("  Unterschrieben: {} (Angabe in der Datei)", civil(at.to_utc())));
        }
        lines.push(format!(
            "  Aussteller: {}, Nr. {}",
            plain(&certificate.issuer_cn),
            certificate.serial
        ));
        lines.push(format!("  {}", trust(signature.trust)));
        let kind = if certificate.qualified {
            "qualifiziert, nach eigener Angabe"
        } else {
            "nicht qualifiziert"
        };
        let valid = signature.certificate_valid;
        lines.push(format!("  Zertifikat: {kind}"));
        lines.push(format!(
            "  Gültig von {} bis {}; bei der Unterschrift: {}, jetzt: {}",
            civil(certificate.not_before),
            civil(certificate.not_after),
            yes(valid.at_signing),
            yes(valid.now)
        ));
    } else {
        lines.push(format!("{field}: ohne lesbares Zertifikat"));
    }
    lines.push(format!("  Inhalt unverändert: {}", yes(signature.intact)));
    lines.push(format!("  Unterschrift passt zum Zertifikat: {}", yes(signature.valid)));
    let covers = match signature.covers {
        Coverage::WholeFile => "die ganze Datei",
        Coverage::WholeRevision => "die ganze Fassung zum Zeitpunkt der Unterschrift",
        Coverage::Partial => "nur einen Teil der Datei",
    };
    lines.push(format!("  Umfasst: {covers}"));
    let later = match signature.later_changes {
        LaterChanges::None => "keine",
        LaterChanges::Signatures => "nur weitere Unterschriften",
        LaterChanges::Forbidden => "nicht erlaubte Änderungen",
        LaterChanges::Unknown => "nicht feststellbar",
    };
    lines.push(format!("  Spätere Änderungen: {later}"));
    lines
}

fn trust(trust: Trust) -> &'static str {
    match trust {
        Trust::UnknownIssuer => {
            "Der Aussteller ist nicht bekannt: Sein Zertifikat liegt der Datei nicht bei."
        }
        Trust::SelfSigned => {
            "Das Zertifikat ist selbst ausgestellt: Niemand sonst bestätigt den Namen."
        }
        Trust::ChainComplete => {
            "Belegt bis zum obersten Zertifikat; ob diesem zu vertrauen ist, entscheiden Sie."
        }
        Trust::NoCertificate => "Ohne Zertifikat gibt es nichts zu belegen.",
    }
}

/// The fields of a Niederschrift in words, others by their name.
fn label(field: &str) -> String {
    let counted = |name: &str, number: u16| match number {
        1 => name.to_owned(),
        more => format!("{name} {more}"),
    };
    if field == super::CLERK_FIELD {
        "Schriftführung".to_owned()
    } else if let Some(number) = super::number(field, super::CHAIR_FIELD) {
        counted("Vorsitz", number)
    } else if let Some(number) = super::number(field, super::COSIGNER_FIELD) {
        counted("Mitunterzeichnung", number)
    } else {
        plain(field)
    }
}

/// A finding as a German sentence.
fn finding(found: &Finding) -> String {
    let sentence: String = match &found.code {
        Code::NoSignature => "Die Datei ist nicht unterschrieben.".into(),
        Code::BytesAfterLastSignature { bytes } => {
            format!("Hinter der letzten Unterschrift stehen {bytes} weitere Bytes.")
        }
        Code::NotIntact => "Der Inhalt wurde nach der Unterschrift verändert.".into(),
        Code::NotValid => "Die Unterschrift passt nicht zum Schlüssel ihres Zertifikats.".into(),
        Code::UnreadableSignature => "Die Unterschrift ist nicht lesbar.".into(),
        Code::UnreadableField => "Das Feld ist nicht lesbar.".into(),
        Code::WrongByteRange => "Die Unterschrift umfasst nicht ihre ganze Fassung.".into(),
        Code::WrongContents => {
            "Die Daten der Unterschrift sind verändert oder nicht von diesem Programm.".into()
        }
        Code::UnreadableCms => {
            "Die Daten der Unterschrift sind beschädigt oder in unbekannter Form.".into()
        }
        Code::UnsupportedAlgorithm => {
            "Das Verfahren der Unterschrift wird hier nicht geprüft.".into()
        }
        Code::WeakKey => "Der Schlüssel der Unterschrift ist zu schwach.".into(),
        Code::NoSignerCertificate => "Das Zertifikat der Unterschrift fehlt.".into(),
        Code::UnprovedCertificate { subject } => {
            format!("Das Zertifikat „{}“ ist nicht an die Unterschrift gebunden.", plain(subject))
        }
        Code::UnusedCertificate { subject } => {
            format!("Das Zertifikat „{}“ gehört nicht zur Unterschrift.", plain(subject))
        }
        Code::NotForSigning => "Das Zertifikat ist nicht zum Unterschreiben bestimmt.".into(),
        Code::NoSigningTime => "Der Zeitpunkt der Unterschrift fehlt.".into(),
        Code::SignedInFuture => "Der Zeitpunkt der Unterschrift liegt in der Zukunft.".into(),
        Code::CertificateNotValidAtSigning => {
            "Das Zertifikat war zum Zeitpunkt der Unterschrift nicht gültig.".into()
        }
        Code::ForbiddenChange { what } => change(*what),
        Code::ForeignProfile { part } => foreign(*part).into(),
    };
    match &found.field {
        Some(field) => format!("{}: {sentence}", label(field)),
        None => sentence,
    }
}

fn change(what: Change) -> String {
    match what {
        Change::Structure => "Nach der Unterschrift wurde der Aufbau der Datei verändert.".into(),
        Change::Trailer => {
            "Nach der Unterschrift wurde das Verzeichnis der Datei verändert.".into()
        }
        Change::Object { number } => {
            format!("Nach der Unterschrift wurde das Objekt {number} verändert.")
        }
        Change::LockedField => "Nach der Unterschrift wurde ein gesperrtes Feld verändert.".into(),
    }
}

fn foreign(part: Part) -> &'static str {
    match part {
        Part::FileStructure => {
            "Die Datei ist anders aufgebaut, als dieses Programm sie schreibt, und kann deshalb nicht Byte für Byte geprüft werden."
        }
        Part::SignatureDictionary
        | Part::Permissions
        | Part::SignedData
        | Part::SignerInfo
        | Part::Attributes => {
            "Die Unterschrift ist anders aufgebaut, als dieses Programm sie schreibt, und kann deshalb nicht Byte für Byte geprüft werden."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_write_over_the_report() {
        let code = Code::UnusedCertificate { subject: "A\u{1b}[2K\rIn Ordnung".to_owned() };
        let sentence = finding(&Finding { field: Some("feld\n".to_owned()), code });
        assert!(sentence.chars().all(|one| !one.is_control()), "{sentence}");
        assert!(sentence.contains("In Ordnung“ gehört nicht zur Unterschrift"), "{sentence}");
    }

    #[test]
    fn a_foreign_signature_is_told_apart_from_a_missing_one() {
        let code = Code::ForeignProfile { part: Part::SignedData };
        let other = Code::ForeignProfile { part: Part::Attributes };
        let found = [code, other].map(|code| Finding { field: Some("vorsitz".to_owned()), code });
        let missing = vec![Finding { field: None, code: Code::NoSignature }];
        let report = |findings| Report {
            verdict: Verdict::Finding,
            signatures: Vec::new(),
            unsigned_fields: vec!["schriftfuehrung".to_owned()],
            findings,
        };
        let lines = describe(&report(missing));
        let unsigned = "Noch nicht unterschrieben: Schriftführung";
        let nothing = "Befund: Die Datei ist nicht unterschrieben.";
        assert_eq!(lines, ["Mit Befund: keine Unterschrift.", nothing, "", unsigned]);
        let lines = describe(&report(found.to_vec()));
        let said = |line: &&String| line.starts_with("Befund: Vorsitz: Die Unterschrift ist");
        assert_eq!(lines.iter().filter(said).count(), 1, "{lines:?}");
    }
}
