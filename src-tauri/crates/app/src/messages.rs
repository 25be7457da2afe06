//! The German sentence for every refusal and fault, written once.
//!
//! Each says what happened; its hints say what was kept and what to do. Codes of the core stay in
//! the core, names of people come from master data.

use crate::core::directory::{Directory, MasterRejection, MasterRow};
use crate::core::richtext::Unfit;
use crate::core::session::{Rejection, State};
use crate::core::{AgendaItemId, PersonId, SeatId};
use crate::error::{ApiError, ErrorCode};
use sitzungsbuch_store::{Damage, StoreError};

const KEPT: &str = "Alle bisherigen Eintragungen sind gespeichert; diese wurde nicht übernommen.";

/// Where names come from.
pub(crate) struct Names<'a> {
    pub(crate) directory: &'a Directory,
    pub(crate) state: &'a State,
}

impl Names<'_> {
    fn person(&self, id: PersonId) -> String {
        let person = self.directory.persons.get(&id);
        person.map_or_else(|| format!("Person {id}"), crate::core::person::Person::full_name)
    }

    fn seat(&self, id: SeatId) -> String {
        let number = self.state.now.seats.get(&id).map(|seat| seat.number);
        number.map_or_else(|| format!("Sitz {id}"), |number| format!("Sitz {number}"))
    }

    fn item(&self, id: AgendaItemId) -> String {
        let number = self.state.now.item(id).map(|state| state.item.number.clone());
        number.map_or_else(|| format!("Tagesordnungspunkt {id}"), |number| format!("TOP {number}"))
    }
}

fn rejected(message: impl Into<String>) -> ApiError {
    ApiError::new(ErrorCode::Rejected, message).hint(KEPT)
}

/// A mistake of the program.
pub(crate) fn internal() -> ApiError {
    ApiError::new(ErrorCode::Internal, "Im Programm ist ein Fehler aufgetreten.")
        .hint(KEPT)
        .hint("Bitte wiederholen Sie die Eingabe; tritt der Fehler wieder auf, starten Sie das Programm neu.")
}

/// The client looked at an older revision.
pub(crate) fn stale() -> ApiError {
    ApiError::new(ErrorCode::Stale, "Die Sitzung wurde inzwischen fortgeschrieben.")
        .hint(KEPT)
        .hint("Bitte prüfen Sie die Anzeige und wiederholen Sie die Eingabe.")
}

/// An act id was used for something else.
pub(crate) fn act_taken() -> ApiError {
    ApiError::new(
        ErrorCode::Rejected,
        "Unter dieser Kennung wurde bereits eine Eintragung zu einer anderen Sitzung gespeichert.",
    )
    .hint(KEPT)
    .hint("Kennungen von Akten müssen im ganzen Tresor eindeutig sein.")
}

/// The chain of a session is broken.
pub(crate) fn broken_chain() -> ApiError {
    ApiError::new(
        ErrorCode::Unreadable,
        "Das Journal dieser Sitzung ist beschädigt oder wurde von außen verändert; sie kann nur noch gelesen werden.",
    )
    .hint("Es wurde nichts geändert. Alle noch vorhandenen Einträge lassen sich lesen.")
    .hint("Spielen Sie eine Sicherung ein; „journal verify“ nennt die Stelle.")
}

/// German words for a fault of the store.
#[must_use]
pub fn store(fault: &StoreError) -> ApiError {
    let unreadable = |text: String| ApiError::new(ErrorCode::Unreadable, text);
    match fault {
        StoreError::WrongPassphrase => {
            ApiError::new(ErrorCode::WrongPassphrase, "Mit diesem Kennwort lässt sich der Tresor nicht öffnen.")
                .hint("Der Tresor wurde nicht verändert.")
                .hint("Prüfen Sie Groß- und Kleinschreibung und die Tastaturbelegung und versuchen Sie es erneut.")
        }
        StoreError::EmptyPassphrase => {
            ApiError::new(ErrorCode::BadInput, "Das Kennwort ist leer.")
                .hint("Bitte geben Sie mindestens ein Zeichen ein.")
        }
        StoreError::NotAVault { path } => {
            unreadable(format!("„{}“ ist kein Tresor von Sitzungsbuch.", path.display()))
                .hint("Es wurde nichts angelegt oder verändert.")
                .hint("Wählen Sie einen Ordner, dessen Name auf „.sitzungsbuch“ endet.")
        }
        StoreError::NewerVersion { found, known } => {
            unreadable("Der Tresor wurde mit einer neueren Fassung des Programms angelegt.".to_owned())
                .hint(format!("Der Tresor wurde nicht verändert (Format {found}, bekannt bis {known})."))
                .hint("Öffnen Sie ihn mit der neueren Fassung.")
        }
        StoreError::Damaged { what } => damaged(*what),
        StoreError::InUse { path } => {
            unreadable(format!("Der Tresor „{}“ ist bereits geöffnet.", path.display()))
                .hint("Es wurde nichts verändert.")
                .hint("Schließen Sie das andere Fenster oder Programm und versuchen Sie es erneut.")
        }
        StoreError::AlreadyExists { path } => {
            ApiError::new(ErrorCode::BadInput, format!("„{}“ besteht bereits und ist nicht leer.", path.display()))
                .hint("Es wurde nichts überschrieben.")
                .hint("Wählen Sie einen anderen Namen oder einen leeren Ordner.")
        }
        StoreError::Conflict { .. } | StoreError::DuplicateAct { .. } => stale(),
        StoreError::DiskFull => {
            ApiError::new(ErrorCode::DiskFull, "Der Datenträger ist voll.")
                .hint(KEPT)
                .hint("Schaffen Sie Platz und wiederholen Sie die Eingabe.")
        }
        StoreError::LastKey => {
            ApiError::new(ErrorCode::Rejected, "Das letzte Kennwort kann nicht entfernt werden.")
                .hint("Der Tresor wäre sonst nicht mehr zu öffnen.")
        }
        StoreError::Io(_) | StoreError::Sql { .. } => {
            unreadable("Auf den Tresor kann nicht zugegriffen werden.".to_owned())
                .hint(KEPT)
                .hint(format!("Technische Angabe: {fault}"))
        }
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

/// German words for refused master data.
pub(crate) fn master(why: &MasterRejection, row: &MasterRow, directory: &Directory) -> ApiError {
    let noun = |noun: &str| match noun {
        "body" => "Körperschaft",
        "organization" => "Gremium",
        "person" => "Person",
        "seat" => "Sitz",
        "occupancy" => "Sitzinhaberschaft",
        "membership" => "Mitgliedschaft",
        _ => "Eintrag",
    };
    let own = noun(row.noun());
    let text = match why {
        MasterRejection::NameMissing { .. } => format!("{own}: Der Name fehlt."),
        MasterRejection::Unknown { noun: missing, id } => {
            format!("{own} {}: {} {id} ist nicht angelegt.", row.id(), noun(missing))
        }
        MasterRejection::EndsBeforeStart => {
            format!("{own} {}: Das Ende liegt vor dem Beginn.", row.id())
        }
        MasterRejection::SeatHeld { by } => {
            let name = directory.persons.get(by).map(crate::core::person::Person::full_name);
            format!("Der Sitz ist in diesem Zeitraum schon besetzt ({}).", name.unwrap_or_default())
        }
        MasterRejection::SeatNumberTaken { number } => {
            format!("Die Sitznummer {number} ist in diesem Gremium schon vergeben.")
        }
        MasterRejection::ProfileMissing => {
            "Für ein Gremium, das tagt, muss ein Regelprofil gewählt sein.".to_owned()
        }
    };
    ApiError::new(ErrorCode::Rejected, text).hint(
        "Die bisherigen Stammdaten sind unverändert; keine der neuen Angaben wurde übernommen.",
    )
}

/// German words for a refused act.
pub(crate) fn rejection(why: &Rejection, names: &Names) -> ApiError {
    time(why)
        .or_else(|| session(why))
        .or_else(|| person(why, names))
        .or_else(|| item(why, names))
        .or_else(|| vote(why, names))
        .unwrap_or_else(internal)
}

fn time(why: &Rejection) -> Option<ApiError> {
    Some(match why {
        Rejection::BeforeMeetingDay => rejected("Die Uhrzeit liegt vor dem Tag der Sitzung.")
            .hint("Bitte prüfen Sie Datum und Uhrzeit."),
        Rejection::AfterMeetingDay => {
            rejected("Die Uhrzeit liegt mehr als einen Tag nach der Sitzung.")
                .hint("Bitte prüfen Sie Datum und Uhrzeit.")
        }
        Rejection::InTheFuture => rejected("Die Uhrzeit liegt in der Zukunft.")
            .hint("Bitte prüfen Sie die Uhrzeit und die Uhr des Geräts."),
        _ => return None,
    })
}

fn session(why: &Rejection) -> Option<ApiError> {
    Some(match why {
        Rejection::AlreadyPrepared => rejected("Diese Sitzung ist schon angelegt."),
        Rejection::NotPrepared => rejected("Diese Sitzung ist noch nicht angelegt."),
        Rejection::NotOpen => rejected("Zu dieser Uhrzeit ist die Sitzung nicht eröffnet.")
            .hint("Eröffnen Sie die Sitzung zuerst, oder berichtigen Sie die Uhrzeit."),
        Rejection::AlreadyOpen => rejected("Die Sitzung ist bereits eröffnet."),
        Rejection::NoProfile => {
            rejected("Für dieses Gremium liegt zu diesem Tag kein Regelprofil vor.")
                .hint("Wählen Sie in den Stammdaten des Gremiums ein Regelprofil.")
        }
        Rejection::NoSeats => {
            rejected("Für dieses Gremium sind an diesem Tag keine Sitze angelegt.")
                .hint("Legen Sie in den Stammdaten die Sitze an.")
        }
        Rejection::UnknownOrganization => rejected("Dieses Gremium ist nicht angelegt."),
        Rejection::UnknownAct { act } => rejected(format!(
            "Die zu berichtigende Eintragung {act} gibt es in dieser Sitzung nicht."
        )),
        Rejection::AlreadyWithdrawn { .. } => {
            rejected("Diese Eintragung ist bereits zurückgenommen oder ersetzt.")
                .hint("Berichtigen Sie die Eintragung, die an ihre Stelle getreten ist.")
        }
        Rejection::NotCorrectable => rejected("Diese Eintragung kann nicht zurückgenommen werden.")
            .hint("Tragen Sie stattdessen ein, was richtig ist."),
        Rejection::Contradicts { at, .. } => {
            rejected(format!("Die Eintragung widerspricht einer anderen von {} Uhr.", at.clock()))
                .hint("Berichtigen Sie zuerst jene Eintragung.")
        }
        Rejection::SamePart => rejected("Die Sitzung befindet sich bereits in diesem Teil."),
        Rejection::TextMissing => rejected("Eine erforderliche Angabe ist leer."),
        Rejection::TextUnfit { why } => rejected(match why {
            Unfit::TooDeep => "Der Text ist zu tief verschachtelt.",
            Unfit::TooLong => "Der Text ist zu lang.",
            Unfit::RaggedTable => "In einer Tabelle haben nicht alle Zeilen gleich viele Spalten.",
            Unfit::BadLink => {
                "Ein Verweis im Text ist keine vollständige Internet- oder E-Mail-Adresse."
            }
        })
        .hint("Die letzte gespeicherte Fassung des Textes ist erhalten."),
        Rejection::AttachmentListed => rejected("Diese Anlage ist bereits verzeichnet."),
        _ => return None,
    })
}

fn person(why: &Rejection, names: &Names) -> Option<ApiError> {
    Some(match why {
        Rejection::UnknownPerson { person } => rejected(format!("Die Person {person} ist nicht angelegt."))
            .hint("Legen Sie die Person zuerst in den Stammdaten an."),
        Rejection::UnknownSeat { seat } => rejected(format!("Den Sitz {seat} gibt es in diesem Gremium nicht.")),
        Rejection::NoStatus { person } => rejected(format!("{} hat in diesem Gremium am Sitzungstag keinen Status.", names.person(*person)))
            .hint("Tragen Sie in den Stammdaten eine Mitgliedschaft ein, auch für stellvertretende Mitglieder."),
        Rejection::NoSeat { person } => rejected(format!("{} hat keinen Sitz und ist nicht als Vertretung vorgesehen.", names.person(*person)))
            .hint("Wählen Sie zuerst den Sitz, der vertreten wird."),
        Rejection::SeatAlreadyOccupied { seat, by } => rejected(format!("{} ist zu dieser Uhrzeit schon besetzt: {}.", names.seat(*seat), names.person(*by)))
            .hint("Ein Sitz hat eine Stimme (§ 41 Abs. 3 KrO NRW, § 58 Abs. 1 GO NRW)."),
        Rejection::SeatedElsewhere { person, seat } => rejected(format!("{} hat bereits einen Sitz: {}.", names.person(*person), names.seat(*seat))),
        Rejection::AlreadyPresent { person } => rejected(format!("{} ist zu dieser Uhrzeit schon anwesend.", names.person(*person))),
        Rejection::NotPresent { person } => rejected(format!("{} ist zu dieser Uhrzeit nicht anwesend.", names.person(*person))),
        Rejection::DepartureBeforeArrival { person, arrived } => rejected(format!("{} ist erst um {} Uhr gekommen und kann nicht vorher gegangen sein.", names.person(*person), arrived.clock()))
            .hint("Bitte prüfen Sie die Uhrzeit."),
        Rejection::AlreadyExcused { person } => rejected(format!("{} ist bereits entschuldigt.", names.person(*person))),
        Rejection::AlreadyRecused { person } => rejected(format!("Für {} ist bereits Befangenheit eingetragen.", names.person(*person))),
        Rejection::NotRecused { person } => rejected(format!("Für {} ist zu dieser Uhrzeit keine Befangenheit eingetragen.", names.person(*person))),
        _ => return None,
    })
}

fn item(why: &Rejection, names: &Names) -> Option<ApiError> {
    Some(match why {
        Rejection::UnknownItem { item } => rejected(format!("Den Tagesordnungspunkt {item} gibt es in dieser Sitzung nicht.")),
        Rejection::AgendaUnfit { item } => rejected(format!("Die Tagesordnung ist bei {} nicht schlüssig.", names.item(*item)))
            .hint("Jeder Punkt braucht Nummer und Titel; Unterpunkte stehen nach ihrem Punkt und im selben Teil."),
        Rejection::ItemClosed { item } => rejected(format!("{} ist bereits abgeschlossen.", names.item(*item)))
            .hint("Rufen Sie den Punkt wieder auf."),
        Rejection::ItemCurrent { item } => rejected(format!("{} ist bereits aufgerufen.", names.item(*item))),
        Rejection::ItemNotCalled { item } => rejected(format!("{} ist noch nicht aufgerufen.", names.item(*item))),
        Rejection::NotASubItem { item } => rejected(format!("{} ist kein Unterpunkt dieses Tagesordnungspunkts.", names.item(*item))),
        _ => return None,
    })
}

fn vote(why: &Rejection, names: &Names) -> Option<ApiError> {
    let note = "Soll es trotzdem so festgehalten werden, fügen Sie eine Bemerkung hinzu.";
    Some(match why {
        Rejection::UnknownVote { vote } => {
            rejected(format!("Die Abstimmung {vote} gibt es in dieser Sitzung nicht."))
        }
        Rejection::TooManyVotes { votes, entitled } => {
            rejected(format!("{votes} Stimmen bei {entitled} anwesenden Stimmberechtigten."))
                .hint("Bitte prüfen Sie die Zahlen.")
                .hint(note)
        }
        Rejection::SumsDiffer => {
            rejected("Die Stimmen der Fraktionen ergeben nicht die Gesamtzahlen.").hint(note)
        }
        Rejection::SeatTwice { seat } => {
            rejected(format!("{} ist doppelt belegt: Ein Sitz hat eine Stimme.", names.seat(*seat)))
        }
        Rejection::SeatNotEntitled { seat } => rejected(format!(
            "{} ist zu dieser Uhrzeit nicht stimmberechtigt anwesend.",
            names.seat(*seat)
        ))
        .hint(note),
        Rejection::AnnouncedDiffers => {
            rejected("Das bekannt gegebene Ergebnis und die Zahlen widersprechen sich.").hint(note)
        }
        Rejection::BasisUnchanged => {
            rejected("Die Grundlage dieser Abstimmung hat sich nicht geändert.")
        }
        _ => return None,
    })
}
