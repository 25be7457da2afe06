//! German words for what a window asks: the desk, the opening, forms.

use super::rejected;
use crate::MOST_FILE_BYTES;
use crate::core::PersonId;
use crate::core::session::Phase;
use crate::error::{ApiError, ErrorCode};
use std::path::Path;

const NOTHING: &str = "Es wurde nichts gespeichert.";

fn bad(message: impl Into<String>) -> ApiError {
    ApiError::new(ErrorCode::BadInput, message).hint(NOTHING)
}

/// Signs that no font of the document has; empty if there are none.
pub(crate) fn without_font(missing: &[char]) -> String {
    let signs: Vec<String> =
        missing.iter().map(|sign| format!("{sign} (U+{:04X})", u32::from(*sign))).collect();
    match signs.as_slice() {
        [] => String::new(),
        [sign] => format!(
            "Für dieses Zeichen gibt es keine Schrift; an seiner Stelle steht ein Ersatzzeichen: {sign}. Ersetzen Sie es im Text."
        ),
        all => format!(
            "Für diese Zeichen gibt es keine Schrift; an ihrer Stelle stehen Ersatzzeichen: {}. Ersetzen Sie sie im Text.",
            all.join(", ")
        ),
    }
}

/// The vault is not open.
pub(crate) fn locked() -> ApiError {
    ApiError::new(ErrorCode::Locked, "Der Tresor ist gesperrt.")
        .hint("Alles, was gespeichert war, ist erhalten; diese Eingabe wurde nicht übernommen.")
        .hint("Öffnen Sie den Tresor mit dem Kennwort.")
}

/// There is no such text module.
pub(crate) fn no_module() -> ApiError {
    rejected("Diesen Textbaustein gibt es nicht.")
        .hint("Legen Sie ihn neu an, wenn er gebraucht wird.")
}

/// There is no vault yet.
pub(crate) fn no_vault(path: &Path) -> ApiError {
    let message = format!("Unter „{}“ liegt noch kein Tresor.", path.display());
    ApiError::new(ErrorCode::Locked, message)
        .hint("Es wurde nichts verändert. Legen Sie den Tresor mit einem Kennwort an.")
}

/// Nobody can tell whether there is a vault.
pub(crate) fn out_of_reach(path: &Path, fault: &std::io::Error) -> ApiError {
    let message = format!("Der Ordner „{}“ ist nicht lesbar.", path.display());
    ApiError::new(ErrorCode::Unreadable, message)
        .hint("Prüfen Sie, ob der Datenträger angeschlossen ist und ob Sie dort lesen dürfen, und versuchen Sie es erneut.")
        .hint(format!("Technische Angabe: {fault}"))
}

/// There is something where a vault is to be created.
pub(crate) fn vault_there(path: &Path) -> ApiError {
    let message = format!("„{}“ besteht bereits.", path.display());
    ApiError::new(ErrorCode::BadInput, message)
        .hint("Es wurde nichts überschrieben. Öffnen Sie den Tresor mit seinem Kennwort.")
}

/// The folder of the program cannot be made.
pub(crate) fn no_folder(path: &Path, fault: &std::io::Error) -> ApiError {
    let message = format!("Der Ordner „{}“ kann nicht angelegt werden.", path.display());
    ApiError::new(ErrorCode::Unreadable, message)
        .hint("Es wurde nichts angelegt. Prüfen Sie, ob Sie dort schreiben dürfen.")
        .hint(format!("Technische Angabe: {fault}"))
}

/// A document is to be kept for ever whose session goes on.
pub(crate) fn not_closed() -> ApiError {
    rejected("Die Sitzung ist noch nicht geschlossen.")
        .hint("Unterschrieben wird die Niederschrift der geschlossenen Sitzung; bis dahin ist nur ein Entwurf möglich.")
}

/// Nobody is left to sign.
pub(crate) fn all_signed() -> ApiError {
    rejected("Die Niederschrift ist bereits von allen unterschrieben.")
        .hint("Eine Unterschrift wird nie ersetzt.")
}

/// Something is to be entered into a record whose Niederschrift is signed.
pub(crate) fn sealed() -> ApiError {
    rejected(
        "Die Niederschrift dieser Sitzung ist unterschrieben; ihre Aufzeichnung ist abgeschlossen.",
    )
    .hint("Einwände werden als Berichtigung in der nächsten Sitzung festgehalten.")
}

/// An attachment of which there is only number and title.
pub(crate) fn no_file() -> ApiError {
    rejected("Zu dieser Anlage liegt keine Datei im Tresor.")
}

/// A file for something that the session does not list.
pub(crate) fn not_listed() -> ApiError {
    rejected("Diese Anlage ist nicht mehr verzeichnet.")
        .hint("Verzeichnen Sie sie erneut und legen Sie die Datei dann ab.")
}

/// A file that is too large or nothing that everybody can open.
pub(crate) fn unfit_file(name: &str, bytes: usize) -> ApiError {
    let why = match bytes {
        0 => "ist leer",
        large if large as u64 > MOST_FILE_BYTES => "ist größer als 25 MB",
        _ => "ist weder PDF noch JPEG noch PNG",
    };
    bad(format!("„{name}“ {why}.")).hint(match bytes {
        0 => "Wählen Sie eine andere Datei.",
        large if large as u64 > MOST_FILE_BYTES => {
            "Verkleinern Sie die Datei oder teilen Sie sie auf mehrere Anlagen auf."
        }
        _ => "Speichern Sie das Dokument als PDF und wählen Sie es dann aus.",
    })
}

/// Presence is noted for a session that is no longer, or not yet, prepared.
pub(crate) fn no_draft(phase: Phase) -> ApiError {
    match phase {
        Phase::New => bad("Diese Sitzung ist noch nicht angelegt."),
        Phase::Prepared | Phase::Open => rejected("Die Sitzung ist bereits eröffnet.")
            .hint("Wer jetzt kommt oder geht, wird mit der Uhrzeit eingetragen."),
        Phase::Closed => rejected("Die Sitzung ist bereits geschlossen.")
            .hint("Einen Nachtrag geben Sie mit der Uhrzeit ein, zu der es geschehen ist."),
    }
}

/// Somebody who is not in the directory.
pub(crate) fn unknown_person(person: PersonId) -> ApiError {
    bad(format!("Die Person {person} ist nicht angelegt."))
}

/// Nobody chairs.
pub(crate) fn no_chair() -> ApiError {
    rejected("Es ist noch nicht bekannt, wer die Sitzung leitet.").hint(
        "Vermerken Sie die Vorsitzende oder den Vorsitzenden als anwesend, oder wählen Sie, wer die Sitzung leitet.",
    )
}

/// Nobody keeps the minutes.
pub(crate) fn no_clerk() -> ApiError {
    rejected("Es ist noch nicht bekannt, wer die Niederschrift führt.")
        .hint("Wählen Sie die Schriftführung und eröffnen Sie dann die Sitzung.")
}

/// The chair was not noted as there.
pub(crate) fn chair_absent(name: &str) -> ApiError {
    rejected(format!("{name} soll die Sitzung leiten, ist aber nicht als anwesend vermerkt."))
        .hint("Vermerken Sie die Anwesenheit, oder wählen Sie, wer die Sitzung leitet.")
}

/// Noted as there, with a status, on no seat.
pub(crate) fn without_seat(name: &str) -> ApiError {
    rejected(format!("{name} ist als anwesend vermerkt, hat aber keinen Sitz und vertritt niemanden."))
        .hint("Tragen Sie ein, wer vertreten wird, oder nehmen Sie den Vermerk zurück; die übrigen Vermerke bleiben erhalten.")
}

/// A time of day that is none.
pub(crate) fn no_clock(text: &str) -> ApiError {
    bad(format!("„{text}“ ist keine Uhrzeit.")).hint("Erwartet wird zum Beispiel „16:53“.")
}

/// What was entered as a day is none.
pub(crate) fn no_day(text: &str) -> ApiError {
    bad(format!("„{text}“ ist kein Tag.")).hint("Erwartet wird zum Beispiel der 24.11.2026.")
}

/// An item without a title or a number.
pub(crate) fn item_unnamed(number: &str, name: &str) -> ApiError {
    if number.is_empty() {
        return missing(&format!("Die Nummer von „{name}“"));
    }
    missing(&format!("Der Titel von TOP {number}"))
}

/// A day and a time that are none.
pub(crate) fn no_start(day: &str, time: &str) -> ApiError {
    bad(format!("„{day}, {time}“ ist kein Beginn einer Sitzung."))
        .hint("Erwartet werden ein Tag und eine Uhrzeit, zum Beispiel der 19.11.2026 und „16:30“.")
}

/// A field of a form that has to be filled in.
pub(crate) fn missing(what: &str) -> ApiError {
    bad(format!("{what} fehlt.")).hint("Ihre Eingaben bleiben stehen; bitte ergänzen Sie sie.")
}

/// Somebody with a seat is to come as official or guest.
pub(crate) fn has_seat(name: &str) -> ApiError {
    rejected(format!("{name} hat in diesem Gremium einen Sitz."))
        .hint("Tragen Sie das Kommen auf der Kachel des Sitzes ein.")
}

/// Somebody with a status is to come as official or guest before the opening.
pub(crate) fn has_status(name: &str) -> ApiError {
    rejected(format!("{name} gehört diesem Gremium als stellvertretendes Mitglied an."))
        .hint("Tragen Sie ein, wer vertreten wird; als Gast kann die Person nach der Eröffnung eingetragen werden.")
}

/// The sample is there already.
pub(crate) fn sample_there() -> ApiError {
    rejected("Der Beispielausschuss ist bereits angelegt.")
        .hint("Sie finden seine Sitzung in der Liste der Sitzungen; es wurde nichts verändert.")
}

/// A committee of that name is there already.
pub(crate) fn committee_there(name: &str, body: &str) -> ApiError {
    rejected(format!("{name} ist bei {body} bereits angelegt, mit anderen Angaben."))
        .hint("Das vorhandene Gremium ist unverändert. Für ein weiteres geben Sie einen anderen Namen an.")
}

/// People of whom it is not known whether and how they vote.
pub(crate) fn status_missing(names: &[String], statuses: &str) -> ApiError {
    let (names, has) = (names.join(", "), if names.len() == 1 { "fehlt" } else { "fehlt jeweils" });
    bad(format!("Bei {names} {has} die Angabe, ob {statuses}."))
        .hint("Ihre Eingaben bleiben stehen; bitte ergänzen Sie die Angabe.")
}

/// A substitute for somebody who is no member, or not one alone.
pub(crate) fn represented_unknown(substitute: &str, member: &str) -> ApiError {
    bad(format!(
        "{substitute} soll {member} vertreten, aber unter den Mitgliedern ist niemand eindeutig so genannt."
    ))
    .hint("Schreiben Sie den Namen wie beim Mitglied, mit Vornamen, wenn es zwei gleiche gibt.")
}

/// The same person stands twice on the list of members.
pub(crate) fn named_twice(name: &str) -> ApiError {
    bad(format!("{name} steht zweimal auf der Liste."))
        .hint("Sind es zwei Personen gleichen Namens, unterscheiden Sie sie durch einen Zusatz beim Vornamen.")
}

/// Two chairs.
pub(crate) fn two_chairs(first: &str, second: &str) -> ApiError {
    bad(format!("Den Vorsitz können nicht {first} und {second} haben."))
        .hint("Kennzeichnen Sie nur eine Person mit „Vorsitz“.")
}

/// No profile of that name.
pub(crate) fn no_profile(id: &str) -> ApiError {
    bad(format!("Das Regelprofil „{id}“ gibt es nicht."))
        .hint("Wählen Sie ein Regelprofil aus der Liste.")
}

/// A committee that is not there.
pub(crate) fn no_committee() -> ApiError {
    bad("Dieses Gremium ist nicht angelegt.").hint("Legen Sie zuerst das Gremium an.")
}

/// A session of the same committee at the same time is there.
pub(crate) fn meeting_there(committee: &str, start: &str) -> ApiError {
    rejected(format!("Für {start} Uhr ist bereits eine Sitzung angelegt: {committee}."))
        .hint("Die vorhandene Sitzung ist unverändert. Wählen Sie einen anderen Tag oder eine andere Uhrzeit.")
}
