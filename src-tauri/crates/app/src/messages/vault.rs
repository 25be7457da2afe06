//! German words for faults of the store: what became of the vault, and what to do.
//!
//! A fault while opening or reading says nothing of an entry; a fault while writing says that the
//! entry was not taken over.

use super::{KEPT, stale};
use crate::error::{ApiError, ErrorCode};
use sitzungsbuch_store::{Break, Damage, StoreError};
use std::io::ErrorKind;

/// German words for a fault while a vault is opened, created or read.
#[must_use]
pub fn store(fault: &StoreError) -> ApiError {
    let unreadable = |text: String| ApiError::new(ErrorCode::Unreadable, text);
    match fault {
        StoreError::WrongPassphrase => ApiError::new(
            ErrorCode::WrongPassphrase,
            "Mit diesem Kennwort lässt sich der Tresor nicht öffnen.",
        )
        .hint("Der Tresor wurde nicht verändert.")
        .hint("Prüfen Sie Groß- und Kleinschreibung und die Tastaturbelegung und versuchen Sie es erneut.")
        .hint("Ist das Kennwort sicher richtig, wurde vielleicht die Schlüsseldatei „vault.key“ verändert; spielen Sie sie aus einer Sicherung ein."),
        StoreError::EmptyPassphrase => ApiError::new(ErrorCode::BadInput, "Das Kennwort ist leer.")
            .hint("Bitte geben Sie mindestens ein Zeichen ein."),
        StoreError::NothingThere { path } => {
            unreadable(format!("Unter „{}“ liegt kein Tresor; dort ist nichts.", path.display()))
                .hint("Es wurde nichts angelegt.")
                .hint("„sitzungsbuch prepare“ und „sitzungsbuch play --vault“ legen dort einen Tresor an.")
        }
        StoreError::NotAVault { path } => {
            unreadable(format!("„{}“ ist kein Tresor von Sitzungsbuch.", path.display()))
                .hint("Es wurde nichts angelegt oder verändert.")
                .hint("Wählen Sie einen Ordner, dessen Name auf „.sitzungsbuch“ endet.")
        }
        StoreError::NewerVersion { found, known } => unreadable(
            "Der Tresor wurde mit einer neueren Fassung des Programms angelegt.".to_owned(),
        )
        .hint(format!("Der Tresor wurde nicht verändert (Format {found}, bekannt bis {known})."))
        .hint("Öffnen Sie ihn mit der neueren Fassung."),
        StoreError::Damaged { what } => damaged(*what),
        StoreError::InUse { path } => {
            unreadable(format!("Der Tresor „{}“ ist bereits geöffnet.", path.display()))
                .hint("Es wurde nichts verändert.")
                .hint("Schließen Sie das andere Fenster oder Programm und versuchen Sie es erneut.")
        }
        StoreError::AlreadyExists { path } => ApiError::new(
            ErrorCode::BadInput,
            format!("„{}“ besteht bereits und ist nicht leer.", path.display()),
        )
        .hint("Es wurde nichts überschrieben.")
        .hint("Wählen Sie einen anderen Namen oder einen leeren Ordner."),
        StoreError::Conflict { .. }
        | StoreError::DuplicateAct { .. }
        | StoreError::DraftOutOfOrder { .. } => stale(),
        StoreError::ReadOnly { path } => write_protected()
            .hint(format!("Betroffen ist „{}“.", path.display())),
        StoreError::Io(cause)
            if matches!(
                cause.kind(),
                ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem
            ) =>
        {
            write_protected().hint(format!("Technische Angabe: {fault}"))
        }
        StoreError::DiskFull => ApiError::new(ErrorCode::DiskFull, "Der Datenträger ist voll.")
            .hint("Was vorher gespeichert wurde, ist erhalten.")
            .hint("Schaffen Sie Platz und versuchen Sie es erneut."),
        StoreError::LastKey => {
            ApiError::new(ErrorCode::Rejected, "Das letzte Kennwort kann nicht entfernt werden.")
                .hint("Der Tresor wäre sonst nicht mehr zu öffnen.")
        }
        StoreError::Io(_) | StoreError::Sql { .. } => {
            unreadable("Auf den Tresor kann nicht zugegriffen werden.".to_owned())
                .hint("Was vorher gespeichert wurde, ist erhalten.")
                .hint("Versuchen Sie es erneut; bleibt es dabei, spielen Sie eine Sicherung ein.")
                .hint(format!("Technische Angabe: {fault}"))
        }
    }
}

fn write_protected() -> ApiError {
    ApiError::new(
        ErrorCode::Unreadable,
        "Der Tresor kann nicht geöffnet werden, weil in seinen Ordner nicht geschrieben werden darf.",
    )
    .hint("Es wurde nichts verändert.")
    .hint("Kopieren Sie den ganzen Tresorordner an einen Ort, an dem Sie schreiben dürfen, und öffnen Sie ihn dort.")
}

/// German words for a fault while an entry was written.
pub(crate) fn not_written(fault: &StoreError) -> ApiError {
    match fault {
        StoreError::Conflict { .. }
        | StoreError::DuplicateAct { .. }
        | StoreError::DraftOutOfOrder { .. } => stale(),
        StoreError::DiskFull => ApiError::new(ErrorCode::DiskFull, "Der Datenträger ist voll.")
            .hint(KEPT)
            .hint("Schaffen Sie Platz und wiederholen Sie die Eingabe."),
        StoreError::Damaged { what } => damaged(*what),
        _ => ApiError::new(ErrorCode::Unreadable, "In den Tresor kann nicht geschrieben werden.")
            .hint(KEPT)
            .hint(format!("Technische Angabe: {fault}")),
    }
}

fn damaged(what: Damage) -> ApiError {
    let message = match what {
        Damage::KeyMissing => {
            "Im Tresor fehlt die Schlüsseldatei „vault.key“; ohne sie ist er nicht zu öffnen."
        }
        Damage::Key => "Die Schlüsseldatei „vault.key“ ist beschädigt.",
        Damage::DatabaseMissing => "Im Tresor fehlt die Datei „vault.db“.",
        Damage::Database => "Die Datei „vault.db“ ist beschädigt.",
        Damage::Journal => "Journal und Kopfverzeichnis des Tresors widersprechen sich.",
    };
    ApiError::new(ErrorCode::Unreadable, message)
        .hint("Es wurde nichts verändert.")
        .hint("Spielen Sie eine Sicherung des ganzen Tresorordners ein.")
}

/// What is wrong at a break, as the end of a sentence.
#[must_use]
pub fn break_reason(reason: Break) -> &'static str {
    match reason {
        Break::Missing => "der Eintrag fehlt",
        Break::Altered => "der Eintrag wurde verändert",
        Break::Unlinked => "der Eintrag schließt nicht an den vorigen an",
        Break::Order => "der Eintrag steht nicht an seinem Platz",
        Break::Head => "das Kopfverzeichnis stimmt nicht mit dem Journal überein",
        Break::Text => "der zugehörige Text oder die Bemerkung wurde verändert",
    }
}

/// A session that can only be read.
pub(crate) fn broken_chain(reason: Break) -> ApiError {
    let what = match reason {
        Break::Text => "Ein festgehaltener Text",
        _ => "Das Journal",
    };
    ApiError::new(
        ErrorCode::Unreadable,
        format!("{what} dieser Sitzung ist beschädigt oder wurde von außen verändert; sie kann nur noch gelesen werden."),
    )
    .hint("Es wurde nichts geändert. Alle noch vorhandenen Einträge lassen sich lesen.")
    .hint("Spielen Sie eine Sicherung ein; „sitzungsbuch journal verify“ nennt die Stelle.")
}
