//! German words for refused master data. Each names the row by its id; where a script wrote it, the
//! script's key comes back in place of the id.

use crate::core::PersonId;
use crate::core::directory::{Directory, MasterRejection, MasterRow};
use crate::core::paper::PaperFault;
use crate::core::person::Person;
use crate::core::rules::local::LocalFault;
use crate::core::template::{MAX_WORDS, TemplateFault};
use crate::core::text_module::{MAX_CODE, ModuleFault};
use crate::error::{ApiError, ErrorCode};

fn noun(noun: &str) -> &'static str {
    match noun {
        "body" => "Körperschaft",
        "organization" => "Gremium",
        "person" => "Person",
        "seat" => "Sitz",
        "occupancy" => "Sitzinhaberschaft",
        "membership" => "Mitgliedschaft",
        "textModule" => "Textbaustein",
        "paper" => "Vorlage",
        _ => "Eintrag",
    }
}

/// Why a local rule is refused.
pub(crate) fn local_fault(why: LocalFault) -> &'static str {
    match why {
        LocalFault::ReasonMissing => "Die Begründung fehlt.",
        LocalFault::EndsBeforeStart => "Das Ende liegt vor dem Beginn.",
        LocalFault::Empty => "Sie legt nichts abweichend fest.",
        LocalFault::MembersUnfit => "Die Zahl der Mitglieder muss mindestens 1 sein.",
        LocalFault::QuotaUnfit => {
            "Ein Quorum für Verlangen muss mindestens 1 Mitglied und höchstens alle Mitglieder umfassen."
        }
        LocalFault::ShareUnfit => {
            "Der Anteil für die Beschlussfähigkeit muss über 0 liegen und erreichbar sein."
        }
        LocalFault::Overlaps => "In ihrem Zeitraum gilt schon eine andere abweichende Regel.",
    }
}

/// Why a template is refused.
pub(crate) fn template_fault(why: TemplateFault) -> String {
    match why {
        TemplateFault::OrderIncomplete => {
            "Die Reihenfolge muss jeden Abschnitt genau einmal nennen.".to_owned()
        }
        TemplateFault::SignedTooEarly => {
            "Die Unterschriften müssen hinter den Tagesordnungspunkten stehen.".to_owned()
        }
        TemplateFault::HeadingUnfit => {
            format!("Eine Überschrift braucht 1 bis {MAX_WORDS} Zeichen, die sich drucken lassen.")
        }
    }
}

/// German words for refused master data.
pub(crate) fn master(why: &MasterRejection, row: &MasterRow, directory: &Directory) -> ApiError {
    let name = |id: &PersonId| {
        let person = directory.persons.get(id);
        person.map_or_else(|| format!("Person {id}"), Person::full_name)
    };
    let what = match why {
        MasterRejection::NameMissing { .. } => "Der Name fehlt.".to_owned(),
        MasterRejection::Unknown { noun: missing, id } => {
            format!("{} {id} ist nicht angelegt.", noun(missing))
        }
        MasterRejection::EndsBeforeStart => "Das Ende liegt vor dem Beginn.".to_owned(),
        MasterRejection::SeatHeld { by } => {
            format!("Der Sitz ist in diesem Zeitraum schon besetzt ({}).", name(by))
        }
        MasterRejection::NameUnfit { .. } => {
            "Ein Name oder Titel enthält Zeichen, die sich nicht drucken lassen.".to_owned()
        }
        MasterRejection::MembershipOverlaps { membership } => format!(
            "Die Person hat in diesem Zeitraum schon eine Mitgliedschaft in diesem Gremium ({membership})."
        ),
        MasterRejection::SeatHeldTwice { seat } => {
            format!(
                "Die Person hat in diesem Zeitraum schon einen anderen Sitz in diesem Gremium ({seat})."
            )
        }
        MasterRejection::SeatNumberTaken { number } => {
            format!("Die Sitznummer {number} ist in diesem Gremium schon vergeben.")
        }
        MasterRejection::ProfileMissing => {
            "Für ein Gremium, das tagt, muss ein Regelprofil gewählt sein.".to_owned()
        }
        MasterRejection::TextModuleUnfit { why } => return module(why),
        MasterRejection::PaperUnfit { why } => paper(*why),
        MasterRejection::TemplateUnfit { why } => {
            format!("Vorlage der Niederschrift: {}", template_fault(*why))
        }
        MasterRejection::LocalRuleUnfit { index, why } => {
            format!("Abweichende Regel Nr. {}: {}", index + 1, local_fault(*why))
        }
    };
    let message = format!("{} {}: {what}", noun(row.noun()), row.id());
    ApiError::new(ErrorCode::Rejected, message).hint(
        "Die bisherigen Stammdaten sind unverändert; keine der neuen Angaben wurde übernommen.",
    )
}

/// Why a paper, or how papers are built, is refused.
fn paper(why: PaperFault) -> String {
    let of_section = |section: usize, what: &str| format!("Abschnitt {}: {what}", section + 1);
    match why {
        PaperFault::TypeMissing => "Die Art der Vorlage fehlt.".to_owned(),
        PaperFault::NumberTaken => "Die Nummer hat schon eine andere Vorlage.".to_owned(),
        PaperFault::LabelUnfit => {
            format!("Ein Randwort der Vorlagen braucht 1 bis {MAX_WORDS} Zeichen, die man sieht.")
        }
        PaperFault::HeadingUnfit { section } => of_section(
            section,
            &format!("Die Überschrift fehlt, oder sie hat mehr als {MAX_WORDS} Zeichen."),
        ),
        PaperFault::TextMissing { section } => of_section(section, "Der Text fehlt."),
        PaperFault::TextUnfit { section, why } => of_section(section, super::unfit(why)),
        PaperFault::OfOneSession { section } => of_section(
            section,
            "Stellen aus dem Verlauf einer Sitzung können nicht in einer Vorlage stehen.",
        ),
        PaperFault::NobodySigns { section } => of_section(section, "Es fehlt, wer unterschreibt."),
    }
}

/// Why a text module is refused. Whoever typed it has it before their eyes, so it is not named.
fn module(why: &ModuleFault) -> ApiError {
    let (message, hint) = match why {
        ModuleFault::CodeUnfit => (
            format!(
                "Ein Kürzel ist ein Wort aus höchstens {MAX_CODE} Buchstaben, Ziffern und Bindestrichen."
            ),
            "Leerzeichen und andere Zeichen gehen nicht.",
        ),
        ModuleFault::CodeTaken { code } => (
            format!("Das Kürzel „{code}“ ist schon vergeben."),
            "Wählen Sie ein anderes Kürzel, oder ändern Sie den vorhandenen Textbaustein.",
        ),
        ModuleFault::TextMissing => {
            ("Der Text fehlt.".to_owned(), "Tragen Sie ein, was eingefügt werden soll.")
        }
        ModuleFault::TextUnfit { why } => {
            (super::unfit(*why).to_owned(), "Kürzen oder vereinfachen Sie den Text.")
        }
        ModuleFault::OfOneSession => (
            "Ein Textbaustein gilt für alle Sitzungen.".to_owned(),
            "Stellen aus dem Verlauf einer Sitzung können nicht darin stehen.",
        ),
    };
    ApiError::new(ErrorCode::Rejected, message)
        .hint(hint)
        .hint("Die bisherigen Textbausteine sind unverändert.")
}
