//! Why something was not signed or not read: what happened, what was kept, what to do.

use super::{civil, plain};
use crate::error::{ApiError, ErrorCode};
use sitzungsbuch_sign::SignError;
use sitzungsbuch_sign::verify::Unreadable;

/// A file whose signatures cannot be looked at.
pub(super) fn unreadable(why: Unreadable) -> ApiError {
    let message = match why {
        Unreadable::Damaged => "Die Datei ist keine lesbare PDF-Datei oder beschädigt.",
        Unreadable::Encrypted => "Die PDF-Datei ist verschlüsselt.",
        Unreadable::TooLarge => "Die PDF-Datei ist zu groß, um geprüft zu werden.",
    };
    ApiError::new(ErrorCode::Unreadable, message)
        .hint("Die Datei wurde nur gelesen und ist unverändert.")
        .hint("Prüfen Sie eine andere Kopie der Datei.")
}

/// What happened, and what to do about it.
type Said = (ErrorCode, String, &'static str);

/// A key that was not opened or a file that was not signed.
pub(super) fn refused(why: &SignError) -> ApiError {
    let (code, message, hint) = said(why);
    let fault = ApiError::new(code, message)
        .hint(hint)
        .hint("Es wurde nichts unterschrieben; die Datei ist unverändert.");
    match why {
        SignError::UnsupportedKeyFile
        | SignError::UnsupportedKey { .. }
        | SignError::Damaged { .. }
        | SignError::UnsupportedFile { .. }
        | SignError::Crypto { .. } => fault.hint(format!("(Technische Angabe: {why})")),
        _ => fault,
    }
}

fn said(why: &SignError) -> Said {
    match why {
        SignError::WrongPassword
        | SignError::NotAKeyFile
        | SignError::UnsupportedKeyFile
        | SignError::NoKey
        | SignError::NoCertificate
        | SignError::UnreadableCertificate
        | SignError::UnsupportedKey { .. }
        | SignError::NotForSigning => key(why),
        SignError::Expired { not_after } => (
            ErrorCode::Rejected,
            format!("Das Zertifikat ist am {} abgelaufen.", civil(*not_after)),
            "Verwenden Sie ein gültiges Zertifikat.",
        ),
        SignError::NotYetValid { not_before } => (
            ErrorCode::Rejected,
            format!("Das Zertifikat gilt erst ab {}.", civil(*not_before)),
            "Prüfen Sie die Uhr des Geräts, oder verwenden Sie ein gültiges Zertifikat.",
        ),
        SignError::UnknownField { field } => (
            ErrorCode::BadInput,
            format!("Die Datei hat kein Signaturfeld „{field}“."),
            "Die Felder einer Niederschrift heißen „schriftfuehrung“ und „vorsitz“, bei wechselndem Vorsitz auch „2-vorsitz“ und so fort, bei Mitunterzeichnenden „mitunterzeichnung“, „2-mitunterzeichnung“.",
        ),
        SignError::AlreadySigned { field } => (
            ErrorCode::Rejected,
            format!("Das Feld „{field}“ ist bereits unterschrieben."),
            "Eine Unterschrift wird nie ersetzt; eine neue Fassung braucht eine neue Datei.",
        ),
        SignError::Damaged { .. } => (
            ErrorCode::Unreadable,
            "Die Datei ist keine lesbare PDF-Datei oder beschädigt.".into(),
            "Erzeugen Sie das Dokument neu und unterschreiben Sie die neue Datei.",
        ),
        SignError::UnsupportedFile { .. } => (
            ErrorCode::BadInput,
            "Diese PDF-Datei ist nicht zum Unterschreiben vorbereitet.".into(),
            "Unterschrieben werden Dokumente, die dieses Programm erzeugt hat.",
        ),
        SignError::UnsignedChanges => (
            ErrorCode::Rejected,
            "Die Datei wurde nach der letzten Unterschrift verändert.".into(),
            "Unterschreiben Sie eine unveränderte Kopie.",
        ),
        SignError::BrokenSignature { field } => (
            ErrorCode::Rejected,
            format!(
                "Für die Unterschrift im Feld „{}“ kann das Programm nicht einstehen.",
                plain(field)
            ),
            "Den Grund nennt „sitzungsbuch verify“; unterschreiben Sie eine unveränderte Kopie.",
        ),
        SignError::Locked => (
            ErrorCode::Rejected,
            "Eine frühere Unterschrift schließt weitere aus.".into(),
            "Erzeugen Sie das Dokument neu, wenn weitere Unterschriften nötig sind.",
        ),
        SignError::TooLarge { .. } => (
            ErrorCode::Rejected,
            "Die Zertifikatskette ist zu groß für das Signaturfeld.".into(),
            "Verwenden Sie eine Schlüsseldatei mit weniger Zertifikaten.",
        ),
        SignError::Crypto { .. } => (
            ErrorCode::Internal,
            "Die Unterschrift konnte nicht berechnet werden.".into(),
            "Bitte wiederholen Sie den Vorgang.",
        ),
    }
}

fn key(why: &SignError) -> Said {
    match why {
        SignError::WrongPassword => (
            ErrorCode::WrongPassphrase,
            "Die Schlüsseldatei lässt sich mit diesem Kennwort nicht öffnen.".into(),
            "Prüfen Sie Groß- und Kleinschreibung und die Belegung der Tastatur.",
        ),
        SignError::NotAKeyFile | SignError::UnsupportedKeyFile => (
            ErrorCode::BadInput,
            "Die Datei ist keine Schlüsseldatei, die dieses Programm lesen kann.".into(),
            "Gebraucht wird eine Datei im Format PKCS#12 (Endung „.p12“ oder „.pfx“).",
        ),
        SignError::NoKey | SignError::NoCertificate | SignError::UnreadableCertificate => (
            ErrorCode::BadInput,
            "Die Schlüsseldatei enthält keinen Schlüssel mit passendem Zertifikat.".into(),
            "Lassen Sie sich die Schlüsseldatei mit Schlüssel und Zertifikat neu ausstellen.",
        ),
        // The rest that `said` sends here: keys of another kind or for another purpose.
        _ => (
            ErrorCode::BadInput,
            "Mit diesem Schlüssel kann nicht unterschrieben werden.".into(),
            "Gebraucht wird ein Signaturschlüssel (RSA ab 2048 Bit oder ECDSA P-256/P-384).",
        ),
    }
}
