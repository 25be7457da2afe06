//! The German sentence for every refusal and fault, written once.
//!
//! Each says what happened; its hints say what was kept and what to do. Codes of the core stay in
//! the core, names of people come from master data.

mod acts;
mod events;
mod master;
mod vault;
mod window;

use crate::core::directory::Directory;
use crate::core::richtext::Unfit;
use crate::core::session::{Command, Event, Rejection, State};
use crate::core::time::german_date;
use crate::core::{ActId, AgendaItemId, Moment, PersonId, SeatId, Timestamp};
use crate::error::{ApiError, ErrorCode};
use crate::request::MeetingRequest;

pub(crate) use master::{local_fault, master, template_fault};
pub use vault::{break_reason, store};
pub(crate) use vault::{broken_chain, not_written};
pub(crate) use window::*;

const KEPT: &str = "Alle bisherigen Eintragungen sind gespeichert; diese wurde nicht übernommen.";

/// What a refusal is about: where names come from, and what was asked for.
pub(crate) struct Case<'a> {
    pub(crate) directory: &'a Directory,
    pub(crate) state: &'a State,
    pub(crate) request: &'a MeetingRequest,
}

impl Case<'_> {
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

    /// When the standing event that fits happened.
    fn when(&self, fits: impl Fn(&Event) -> bool) -> Option<Moment> {
        let standing = |act| self.state.standing(act) == Some(act);
        let found = |entry: &&std::sync::Arc<crate::core::session::Entry>| {
            fits(&entry.event) && standing(entry.act)
        };
        self.state.entries.iter().find(found).map(|entry| entry.occurred_at)
    }
}

fn rejected(message: impl Into<String>) -> ApiError {
    ApiError::new(ErrorCode::Rejected, message).hint(KEPT)
}

/// A mistake of the program.
pub(crate) fn internal() -> ApiError {
    ApiError::new(ErrorCode::Internal, "Im Programm ist ein Fehler aufgetreten.")
        .hint("Was vorher gespeichert wurde, ist erhalten.")
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
    .hint("Kennungen von Eintragungen müssen im ganzen Tresor eindeutig sein.")
}

/// An act id stands for another act of the same session.
pub(crate) fn act_differs() -> ApiError {
    rejected("Unter dieser Kennung steht bereits eine andere Eintragung.")
        .hint("Eine neue Eintragung braucht eine eigene Kennung; eine gespeicherte wird mit „correct“ berichtigt.")
}

/// A text is to be taken back like an entry.
pub(crate) fn text_corrected() -> ApiError {
    rejected("Ein Text wird nicht berichtigt, sondern neu geschrieben.")
        .hint("Schreiben Sie den Text des Tagesordnungspunkts noch einmal („writeText“); die neue Fassung tritt an die Stelle der alten.")
}

/// A prepared session comes again with another plan.
pub(crate) fn plan_differs() -> ApiError {
    rejected("Diese Sitzung ist bereits mit einem anderen Plan vorbereitet.")
        .hint("Die Sitzung bleibt, wie sie ist; auch die Stammdaten sind unverändert.")
        .hint("Zusätzliche Tagesordnungspunkte werden mit „addItem“ eingetragen; für einen anderen Plan geben Sie der Sitzung eine neue Kennung.")
}

/// German words for a refused act.
///
/// A refusal that is new in the core gets its sentence in one of the groups below.
pub(crate) fn rejection(why: &Rejection, case: &Case) -> ApiError {
    time(why)
        .or_else(|| session(why))
        .or_else(|| record(why, case))
        .or_else(|| person(why, case))
        .or_else(|| item(why, case))
        .or_else(|| vote(why, case))
        .or_else(|| acts::conduct(why, case))
        .or_else(|| acts::agenda(why, case))
        .or_else(|| acts::ballot(why, case))
        .or_else(|| acts::motion(why, case))
        .or_else(|| acts::election(why, case))
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
        Rejection::EnteredBackwards { last } => rejected(format!(
            "Die Uhr geht nach: Die letzte Eintragung wurde am {} Uhr gemacht.",
            civil(*last)
        ))
        .hint("Stellen Sie die Uhr des Geräts; in einem Skript dürfen die Zeiten der Eingabe nicht zurückgehen."),
        Rejection::InTheFuture => rejected("Die Uhrzeit liegt in der Zukunft.")
            .hint("Bitte prüfen Sie die Uhrzeit und die Uhr des Geräts."),
        _ => return None,
    })
}

/// "06.03.2025 um 17:52": a time of the clock in the zone of German bodies.
fn civil(time: Timestamp) -> String {
    let local = crate::documents::civil(time);
    format!("{} um {}", german_date(local.date()), local.clock())
}

fn session(why: &Rejection) -> Option<ApiError> {
    Some(match why {
        Rejection::AlreadyPrepared => rejected("Diese Sitzung ist schon angelegt."),
        Rejection::NotPrepared => rejected("Diese Sitzung ist noch nicht angelegt."),
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
        Rejection::SamePart => rejected("Die Sitzung befindet sich bereits in diesem Teil."),
        Rejection::TextMissing => rejected("Eine erforderliche Angabe ist leer."),
        Rejection::TextUnfit { why } => {
            rejected(unfit(*why)).hint("Die letzte gespeicherte Fassung des Textes ist erhalten.")
        }
        Rejection::AttachmentListed => rejected("Diese Anlage ist bereits verzeichnet."),
        _ => return None,
    })
}

/// Why a text is not accepted.
fn unfit(why: Unfit) -> &'static str {
    match why {
        Unfit::TooDeep => "Der Text ist zu tief verschachtelt.",
        Unfit::TooLong => "Der Text ist zu lang: Mehr als 600.000 Zeichen fasst ein Punkt nicht.",
        Unfit::RaggedTable => "In einer Tabelle haben nicht alle Zeilen gleich viele Spalten.",
        Unfit::MergedCells => "In einer Tabelle sind Zellen verbunden, die es nicht sein können.",
        Unfit::Redacted => {
            "Schwärzen lässt sich nur im Text der Niederschrift, nicht in einem Wortlaut."
        }
        Unfit::Picture => {
            "Bilder stehen nur im Text der Niederschrift; ein Wortlaut besteht aus Worten."
        }
        Unfit::NoAlternative => {
            "Einem Bild fehlt der Alternativtext: Beschreiben Sie in Worten, was es zeigt."
        }
        Unfit::PicturesTooLarge => {
            "Die Bilder im Text eines Punktes sind zusammen zu groß: Mehr als 2 MB fasst er nicht."
        }
        Unfit::Control => "Der Text enthält Steuerzeichen, die sich nicht drucken lassen.",
        Unfit::BadLink => {
            "Ein Verweis im Text ist keine vollständige Internet- oder E-Mail-Adresse."
        }
    }
}

/// What depends on other entries of the record.
fn record(why: &Rejection, case: &Case) -> Option<ApiError> {
    Some(match why {
        Rejection::NotOpen => not_open(case),
        Rejection::UnknownAct { act } => rejected(format!(
            "Die Eintragung {act}, auf die verwiesen wird, gibt es in dieser Sitzung nicht."
        )),
        Rejection::AlreadyWithdrawn { .. } => {
            rejected("Diese Eintragung ist bereits zurückgenommen oder ersetzt.")
                .hint("Berichtigen Sie die Eintragung, die an ihre Stelle getreten ist.")
        }
        Rejection::NotCorrectable => not_correctable(case),
        Rejection::Contradicts { act, at, kind } => {
            let entry = case.state.entries_of(*act).find(|entry| entry.event.kind() == *kind);
            let what = events::entry(entry.map(AsRef::as_ref), kind, case);
            rejected(format!(
                "Die Eintragung widerspricht einer anderen: {what} um {} Uhr.",
                at.clock()
            ))
            .hint("Berichtigen Sie zuerst jene Eintragung.")
        }
        _ => return None,
    })
}

/// Before the opening, after the closing, or not opened at all.
fn not_open(case: &Case) -> ApiError {
    let at = case.request.at;
    let closed = case.when(|event| matches!(event, Event::MeetingClosed {}));
    let opened = case.when(|event| matches!(event, Event::MeetingOpened { .. }));
    match (opened, closed) {
        (_, Some(closed)) if at >= closed => {
            rejected(format!("Die Sitzung ist um {} Uhr geschlossen worden.", closed.clock()))
                .hint("Einen Nachtrag geben Sie mit der Uhrzeit ein, zu der es geschehen ist.")
        }
        (Some(opened), _) if at < opened => {
            rejected(format!("Die Sitzung ist erst um {} Uhr eröffnet worden.", opened.clock()))
                .hint("Bitte prüfen Sie die Uhrzeit.")
        }
        _ => rejected("Zu dieser Uhrzeit ist die Sitzung nicht eröffnet.")
            .hint("Eröffnen Sie die Sitzung zuerst, oder berichtigen Sie die Uhrzeit."),
    }
}

fn not_correctable(case: &Case) -> ApiError {
    let Command::Correct { act, replacement } = &case.request.command else {
        return rejected("Diese Eintragung ist so nicht möglich.");
    };
    let mut entries = case.state.entries_of(*act).peekable();
    let texts = |entry: &Event| matches!(entry, Event::TextFixed { .. });
    if entries.peek().is_some() && entries.all(|entry| texts(&entry.event)) {
        return text_corrected();
    }
    match replacement.as_deref() {
        Some(Command::WriteText { .. }) => {
            return rejected("Ein Text kann nicht an die Stelle einer Eintragung treten.")
                .hint("Schreiben Sie den Text für sich („writeText“), und nehmen Sie die Eintragung für sich zurück.");
        }
        Some(Command::ConfirmBasis { .. }) => {
            return rejected("Eine Bestätigung der Abstimmungsgrundlage kann nicht an die Stelle einer Eintragung treten.")
                .hint("Tragen Sie die Bestätigung für sich ein („confirmBasis“).");
        }
        Some(Command::Correct { .. }) => {
            return rejected("Eine Berichtigung kann nicht an die Stelle einer Eintragung treten.")
                .hint("Berichtigen Sie jede Eintragung für sich.");
        }
        _ => {}
    }
    rejected(format!("{} kann nicht zurückgenommen werden.", uncorrectable(*act, case)))
        .hint("Tragen Sie stattdessen ein, was richtig ist.")
}

fn uncorrectable(act: ActId, case: &Case) -> &'static str {
    let wrote =
        |fits: fn(&Event) -> bool| case.state.entries_of(act).any(|entry| fits(&entry.event));
    if wrote(|event| matches!(event, Event::MeetingPrepared { .. })) {
        "Die Vorbereitung der Sitzung"
    } else if wrote(|event| matches!(event, Event::BasisConfirmed { .. })) {
        "Die Bestätigung der Abstimmungsgrundlage"
    } else if wrote(|event| matches!(event, Event::ActWithdrawn { .. })) {
        "Eine Rücknahme"
    } else {
        "Diese Eintragung"
    }
}

fn person(why: &Rejection, case: &Case) -> Option<ApiError> {
    Some(match why {
        Rejection::UnknownPerson { person } => rejected(format!("Die Person {person} ist nicht angelegt."))
            .hint("Legen Sie die Person zuerst in den Stammdaten an."),
        Rejection::UnknownSeat { seat } => rejected(format!("Den Sitz {seat} gibt es in diesem Gremium nicht.")),
        Rejection::NoStatus { person } => rejected(format!("{} hat in diesem Gremium am Sitzungstag keinen Status.", case.person(*person)))
            .hint("Tragen Sie in den Stammdaten eine Mitgliedschaft ein, auch für stellvertretende Mitglieder."),
        Rejection::NoSeat { person } => rejected(format!("{} hat keinen Sitz und ist nicht als Vertretung vorgesehen.", case.person(*person)))
            .hint("Wählen Sie zuerst den Sitz, der vertreten wird."),
        Rejection::SeatAlreadyOccupied { seat, by } => rejected(format!("{} ist zu dieser Uhrzeit schon besetzt: {}.", case.seat(*seat), case.person(*by)))
            .hint("Ein Sitz hat eine Stimme."),
        Rejection::SeatedElsewhere { person, seat } => rejected(format!("{} hat bereits einen Sitz: {}.", case.person(*person), case.seat(*seat))),
        Rejection::AlreadyPresent { person } => rejected(format!("{} ist zu dieser Uhrzeit schon anwesend.", case.person(*person))),
        Rejection::NotPresent { person } => rejected(format!("{} ist zu dieser Uhrzeit nicht anwesend.", case.person(*person))),
        Rejection::DepartureBeforeArrival { person, arrived } => rejected(format!("{} ist erst um {} Uhr gekommen und kann nicht vorher gegangen sein.", case.person(*person), arrived.clock()))
            .hint("Bitte prüfen Sie die Uhrzeit."),
        Rejection::AlreadyExcused { person } => rejected(format!("{} ist bereits entschuldigt.", case.person(*person))),
        Rejection::AlreadyRecused { person } => rejected(format!("Für {} ist bereits Befangenheit eingetragen.", case.person(*person))),
        Rejection::NotRecused { person } => rejected(format!("Für {} ist zu dieser Uhrzeit keine Befangenheit eingetragen.", case.person(*person))),
        _ => return None,
    })
}

fn item(why: &Rejection, case: &Case) -> Option<ApiError> {
    Some(match why {
        Rejection::UnknownItem { item } => rejected(format!("Den Tagesordnungspunkt {item} gibt es in dieser Sitzung nicht.")),
        Rejection::AgendaUnfit { item } => rejected(format!("Die Tagesordnung ist bei {} nicht schlüssig.", case.item(*item)))
            .hint("Jeder Punkt braucht Nummer und Titel; Unterpunkte stehen nach ihrem Punkt und im selben Teil."),
        Rejection::ItemClosed { item } => rejected(format!("{} ist bereits abgeschlossen.", case.item(*item)))
            .hint("Rufen Sie den Punkt wieder auf."),
        Rejection::ItemCurrent { item } => rejected(format!("{} ist bereits aufgerufen.", case.item(*item))),
        Rejection::ItemNotCalled { item } => rejected(format!("{} ist noch nicht aufgerufen.", case.item(*item))),
        Rejection::NotASubItem { item } => rejected(format!("{} ist kein Unterpunkt dieses Tagesordnungspunkts.", case.item(*item))),
        _ => return None,
    })
}

fn vote(why: &Rejection, case: &Case) -> Option<ApiError> {
    let note = acts::NOTE;
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
            rejected(format!("{} ist doppelt belegt: Ein Sitz hat eine Stimme.", case.seat(*seat)))
        }
        Rejection::SeatNotEntitled { seat } => rejected(format!(
            "{} ist zu dieser Uhrzeit nicht stimmberechtigt anwesend.",
            case.seat(*seat)
        ))
        .hint(note),
        Rejection::AnnouncedDiffers => {
            rejected("Das bekannt gegebene Ergebnis und die Zahlen widersprechen sich.").hint(note)
        }
        Rejection::NobodyEntitled => {
            rejected("Zu dieser Uhrzeit ist niemand stimmberechtigt anwesend.")
                .hint("Bitte prüfen Sie die Anwesenheit.")
                .hint(note)
        }
        Rejection::NobodyVoted => rejected("Es ist keine Stimme angegeben.")
            .hint("Bitte prüfen Sie die Zahlen.")
            .hint(note),
        Rejection::FactionTwice { faction } => {
            let faction = case.directory.organizations.get(faction).map(|one| one.name.as_str());
            rejected(format!("Die Fraktion {} ist doppelt gezählt.", faction.unwrap_or_default()))
                .hint("Bitte prüfen Sie die Zahlen der Fraktionen.")
        }
        Rejection::WordsUnchanged => {
            rejected("Das Ergebnis hat diesen Wortlaut schon.").hint("Es wurde nichts geändert.")
        }
        Rejection::BasisUnchanged => rejected(
            "Wer bei dieser Abstimmung stimmberechtigt anwesend war, hat sich nicht geändert.",
        ),
        _ => return None,
    })
}
