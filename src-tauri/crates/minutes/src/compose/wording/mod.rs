//! Every generated word of the minutes, one function each: the facts are its arguments, the words
//! stand in this folder and nowhere else. Acts in the present indicative (niederschrift.md, design
//! README section 6).
//!
//! It decides nothing: which sentence is wanted, and where it stands, is known before.

mod chair;
mod conduct;
mod course;
mod documents;
mod elections;
pub mod headings;
mod motions;
mod opening;
mod papers;
mod proceedings;
mod standing;
mod when;

pub use chair::{ChairWords, clerk_role, of_the_short, the, the_short, to, to_dative};
pub use conduct::{
    absence, back, chair_change, clerk_change, joined, led, led_items, lot, moved, recess, request,
    resumption, run_off, table, tellers,
};
pub use course::{
    Coming, Leaves, Subject, announced_only, arrival, arrivals, closing, departure, departures,
    end, later_quorum, outcome, part_change, recusal, recusal_end, recusal_lifted,
};
pub use documents::{
    ATTENDANCE_FOOTER, ATTENDANCE_LIST, CHAIR_ROLE, EXCERPT, FINDINGS, INVITATION, MINUTES_COUNTED,
    NO_FINDING, NO_VOTE, NON_PUBLIC_FOOTER, PROOF, REGARDS, SALUTATION, TIMES_TO_FILL_IN,
    TO_THE_MEMBERS, VOTES, election_method, excerpt_confirmed, excerpt_early, excerpt_of,
    excerpt_subtitle, excerpt_title, invitation as invitation_letter, method, present, quorum_line,
    recused, second_call, to_the_session,
};
pub use elections::{answer, candidacy_withdrawn, election, round, round_result};
pub use motions::{
    REPEATED, SECRET, SERIES, SERIES_CAPTION, amounts, barred, bias_finding, motion, motion_moves,
    motion_withdrawn, motions_together, procedure, put_to_vote, replaced, required, series_row,
    tabled_together, without_vote,
};
pub use opening::{
    excused, excused_substitute, invitation, opening, quorum, quorum_numbers, substitutions,
};

pub use papers::{
    CONSULTATIONS, EDITORS, NON_PUBLIC_PAPER_FOOTER, PAPER_DATE, PAPER_ITEM, PUBLIC_PAPER, RELATED,
    consultation, consultation_head, editor, paper_label, paper_reference, paper_section,
    paper_signatures, paper_title, paper_units, related_paper,
};
pub use proceedings::{
    adjourned, announcement, commitment, continued, cosigner_role, cosigners, inauguration, order,
    question, question_answer, recording, statement,
};
pub use when::When;

pub use standing::{doubt, standing};

use super::names::{and, plain_oblique, substitute_noun};
use crate::record::{Organization, Person};
use chrono::{Datelike, NaiveDate};
use sitzungsbuch_core::Moment;
use sitzungsbuch_core::time::{german_date, german_weekday};

/// Labels on the label axis.
pub const ATTENDANCE: &str = "Anwesenheit";
/// Recusals.
pub const RECUSAL: &str = "Befangenheit";
/// Findings on the quorum in the course of the session.
pub const QUORUM: &str = "Beschlussfähigkeit";
/// Label: who was counted.
pub const PARTICIPATION: &str = "Mitwirkung";
/// Changes of part.
pub const PUBLICITY: &str = "Öffentlichkeit";
/// Changes of the chair, and who led which items.
pub const CHAIR: &str = "Vorsitz";
/// What a chair signs for who handed over before the first item.
pub const FOR_THE_OPENING: &str = "zur Eröffnung der Sitzung";
/// Changes of the clerk.
pub const CLERK: &str = "Schriftführung";
/// Recesses.
pub const RECESS: &str = "Unterbrechung";
/// Changes of the agenda.
pub const AGENDA: &str = "Tagesordnung";
/// Motions.
pub const MOTION: &str = "Antrag";
/// What the chair did to keep order.
pub const ORDER: &str = "Ordnung";
/// New members.
pub const INAUGURATION: &str = "Verpflichtung";
/// A question of a resident.
pub const RESIDENT_QUESTION: &str = "Einwohnerfrage";
/// Decisions behind closed doors that are announced.
pub const ANNOUNCEMENT: &str = "Bekanntgabe";
/// A statement for the minutes.
pub const STATEMENT: &str = "Erklärung";
/// Who signs besides.
pub const COSIGNERS: &str = "Unterzeichnung";
/// A recording of the session.
pub const RECORDING: &str = "Aufzeichnung";
/// A commitment.
pub const COMMITMENT: &str = "Zusage";
/// How a vote is taken.
pub const VOTE: &str = "Abstimmung";
/// Elections.
pub const ELECTION: &str = "Wahl";
/// A round of an election.
pub const ROUND: &str = "Wahl:";
/// Before the words of the result of an election.
pub const ROUND_RESULT: &str = "Wahlergebnis:";
/// The public part.
pub const PUBLIC_PART: &str = "Öffentlicher Teil";
/// The non-public part.
pub const NON_PUBLIC_PART: &str = "Nicht öffentlicher Teil";
/// Both of them.
pub const BOTH_PARTS: &str = "Öffentlicher und nicht öffentlicher Teil";
/// Mark on every page from the non-public part on.
pub const NON_PUBLIC_MARK: &str = "Nicht öffentlich";

/// "16:32 Uhr".
pub fn clock(at: Moment) -> String {
    format!("{} Uhr", at.clock())
}

/// "Donnerstag, den 12.11.2026, 16:30 Uhr".
pub fn session_date(at: Moment) -> String {
    format!("{}, den {}, {}", german_weekday(at.date()), german_date(at.date()), clock(at))
}

/// "16:32 Uhr bis 18:07 Uhr"; each sitting with its day where the session went on on another one.
pub fn duration(opened: Moment, continued: &[(Moment, Moment)], closed: Option<Moment>) -> String {
    let mut sittings = Vec::new();
    let mut from = opened;
    for (until, next) in continued {
        sittings.push((from, Some(*until)));
        from = *next;
    }
    sittings.push((from, closed));
    let days = sittings.iter().any(|(from, _)| from.date() != opened.date());
    spans(&sittings, days)
}

/// "17:41 Uhr bis 18:07 Uhr; 18:20 Uhr bis 18:25 Uhr", each with its day where that has to be said.
pub fn spans(all: &[(Moment, Option<Moment>)], days: bool) -> String {
    let one = |(from, to): &(Moment, Option<Moment>)| {
        let day = if days { format!("{}, ", german_date(from.date())) } else { String::new() };
        format!("{day}{}", span(*from, *to))
    };
    all.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn span(opened: Moment, closed: Option<Moment>) -> String {
    match closed {
        None => format!("ab {}", clock(opened)),
        Some(closed) if closed.date() == opened.date() => {
            format!("{} bis {}", clock(opened), clock(closed))
        }
        Some(closed) => {
            let day = german_date(closed.date());
            format!("{} bis {day}, {}", clock(opened), clock(closed))
        }
    }
}

/// "über die 9. Sitzung des Ausschusses für Digitalisierung".
pub fn subtitle(number: Option<u16>, organization: &Organization) -> String {
    let genitive = &organization.genitive;
    number.map_or_else(
        || format!("über die Sitzung {genitive}"),
        |number| format!("über die {number}. Sitzung {genitive}"),
    )
}

/// "12.11.2026", "12. und 19.11.2026", "26.11.2026 und 03.12.2026".
pub fn days(all: &[NaiveDate]) -> String {
    let Some((last, before)) = all.split_last() else { return String::new() };
    let month = |day: &NaiveDate| (day.year(), day.month());
    let same = before.iter().all(|day| month(day) == month(last));
    let short =
        |day: &NaiveDate| if same { format!("{:02}.", day.day()) } else { german_date(*day) };
    let mut said: Vec<String> = before.iter().map(short).collect();
    said.push(german_date(*last));
    and(&said)
}

/// "Wiesenthal, den 20.11.2026".
pub fn place_and_date(place: &str, date: NaiveDate) -> String {
    format!("{place}, den {}", german_date(date))
}

/// Foot of a draft.
pub fn draft_footer(at: Moment) -> String {
    let date = german_date(at.date());
    format!("Entwurf, Stand {date}, {} – nicht unterzeichnet", clock(at))
}

/// Foot of the complete version.
pub const COMPLETE_FOOTER: &str = "Vollständige Fassung – öffentlicher und nicht öffentlicher Teil";
/// Foot of the complete version of a session without a second part: it holds what is redacted.
pub const UNREDACTED_FOOTER: &str = "Vollständige Fassung – mit nicht öffentlichen Angaben";
/// Foot of the public version.
pub const PUBLIC_FOOTER: &str = "Öffentlicher Teil";
/// Foot of the public version that is read, not signed.
pub const READING_FOOTER: &str = "Öffentlicher Teil – Lesefassung";

/// With a capital letter at the start of a sentence.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Annotation of a substitute in the list: "Vertretung für Frau Quade".
pub fn annotation_represents(represents: &[Person]) -> String {
    let names: Vec<String> = represents.iter().map(plain_oblique).collect();
    format!("Vertretung für {}", and(&names))
}

/// Annotation of an excused substitute: "als Vertreter für Herrn Sandvoß".
pub fn annotation_substitute(substitute: &Person, of: Option<&Person>) -> String {
    let noun = substitute_noun(substitute);
    of.map_or_else(
        || format!("als {noun}"),
        |person| format!("als {noun} für {}", plain_oblique(person)),
    )
}

/// In the proof of the quorum: that fewer than usual suffice somewhere.
pub const EASED_EXPLAINED: &str =
    " Genügen bei einem Punkt weniger, ist die dort ausreichende Zahl angegeben.";
/// In the proof of the quorum: there, but not at the table.
pub const APART: &str = "n. t.";
/// What that means.
pub const APART_EXPLAINED: &str = " „n. t.“ bedeutet: in der Sitzung, aber ohne Teilnahme (Störung der Verbindung, Zuhörerbereich oder bei diesem Punkt nicht anwesend).";

/// Annotation of somebody who is connected by picture and sound.
pub const REMOTE: &str = "per Videokonferenz zugeschaltet";

/// Annotation of a missing member whose seat stayed empty.
pub const NOT_REPRESENTED: &str = "nicht vertreten";

/// Explanation of an abbreviation of status; the one without is empty.
pub fn status_explained(abbreviation: &str) -> Option<&'static str> {
    Some(match abbreviation {
        "KA" => "Kreistagsabgeordnete, Kreistagsabgeordneter",
        "RM" => "Ratsmitglied",
        "SB" => "sachkundige Bürgerin, sachkundiger Bürger",
        "SE" => "sachkundige Einwohnerin, sachkundiger Einwohner",
        "HVB" => "Hauptverwaltungsbeamtin, Hauptverwaltungsbeamter",
        _ => return None,
    })
}
