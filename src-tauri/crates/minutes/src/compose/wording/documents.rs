//! Words of the documents beside the minutes: excerpt, invitation, lists of attendance, proof of the
//! quorum.

use super::{When, capital, headings, the_short};
use crate::compose::names::{and, nominative};
use crate::record::{
    Composition, Law, Organization, PublicRecord, QuorumNumbers, SecondCall, Tally, Voter,
};
use sitzungsbuch_core::template::Headings;

/// Title of an excerpt.
pub const EXCERPT: &str = "Beschlussauszug";
/// Title of an invitation.
pub const INVITATION: &str = "Einladung";
/// How the letter begins.
pub const SALUTATION: &str = "Sehr geehrte Damen und Herren,";
/// How it ends.
pub const REGARDS: &str = "Mit freundlichen Grüßen";
/// To whom it goes; the genitive of the committee follows.
pub const TO_THE_MEMBERS: &str = "An die Mitglieder";
/// Title of both lists of attendance.
pub const ATTENDANCE_LIST: &str = "Anwesenheitsliste";
/// Foot of the list as it was recorded: it tells who left when, behind closed doors too.
pub const ATTENDANCE_FOOTER: &str = "Anwesenheitsliste – nicht zur Veröffentlichung";
/// How its minutes are counted.
pub const MINUTES_COUNTED: &str = "Die Minuten zählen vom Kommen bis zum Gehen; Unterbrechungen am selben Tag sind nicht abgezogen.";
/// What to do with two columns of the list to sign.
pub const TIMES_TO_FILL_IN: &str =
    "Die Zeiten „von“ und „bis“ sind nur einzutragen, wenn jemand später kommt oder früher geht.";
/// Who chairs, where master data know nobody.
pub const CHAIR_ROLE: &str = "Vorsitz";
/// Title of the proof of the quorum.
pub const PROOF: &str = "Nachweis der Beschlussfähigkeit";
/// The findings of the chair.
pub const FINDINGS: &str = "Feststellungen";
/// Where there is none.
pub const NO_FINDING: &str = "Eine Feststellung der Beschlussfähigkeit ist nicht aufgezeichnet.";
/// The votes.
pub const VOTES: &str = "Abstimmungen und Wahlen";
/// Where there is none.
pub const NO_VOTE: &str = "Abstimmungen und Wahlen sind nicht aufgezeichnet.";
/// Foot of the non-public part by itself.
pub const NON_PUBLIC_FOOTER: &str = "Nicht öffentlicher Teil – nicht zur Veröffentlichung";

/// "zur 9. Sitzung des Ausschusses für Digitalisierung".
pub fn to_the_session(number: Option<u16>, organization: &Organization) -> String {
    let genitive = &organization.genitive;
    number.map_or_else(
        || format!("zur Sitzung {genitive}"),
        |number| format!("zur {number}. Sitzung {genitive}"),
    )
}

/// Sentences of the invitation.
pub fn invitation(organization: &Organization, number: Option<u16>, by_chair: bool) -> String {
    let session = to_the_session(number, organization);
    let invited = if by_chair {
        format!("hiermit lade ich Sie {session} ein.")
    } else {
        format!("hiermit werden Sie {session} eingeladen.")
    };
    format!(
        "{invited} Falls Sie verhindert sind, benachrichtigen Sie bitte Ihre Vertretung und die Schriftführung."
    )
}

/// What the second invitation has to say expressly.
pub fn second_call(call: &SecondCall, organization: &Organization) -> String {
    let items = and(&call.items);
    let (the, statute) = (the_short(organization), &call.statute);
    let again = format!(
        "Zu TOP {items} wird ein zweites Mal eingeladen, weil die Beratung wegen Beschlussunfähigkeit zurückgestellt worden ist."
    );
    let least = match call.least {
        0 => "ohne Rücksicht auf die Zahl der Erschienenen beschlussfähig".to_owned(),
        number => {
            format!("beschlussfähig, wenn mindestens {number} Stimmberechtigte anwesend sind")
        }
    };
    format!("{again} Insoweit ist {the} in dieser Sitzung {least} ({statute}).")
}

/// What the clerk confirms with an excerpt.
pub fn excerpt_confirmed(words: &Headings) -> String {
    let minutes = headings::with_the_signed_minutes(words);
    format!("Die Übereinstimmung dieses Auszugs {minutes} wird bestätigt.")
}

/// What an excerpt of minutes says that nobody has signed.
pub fn excerpt_early(words: &Headings) -> String {
    let minutes = capital(&headings::the_minutes(words));
    format!(
        "{minutes} ist noch nicht unterzeichnet. Dieser Auszug gibt den Stand der Aufzeichnung wieder."
    )
}

/// "Beschlussauszug zu TOP 6 aus der Niederschrift über die 9. Sitzung ... am 12.11.2026".
pub fn excerpt_title(item: &str, words: &Headings, session: &str) -> String {
    format!("{} {} {session}", excerpt_of(item), headings::from_the_minutes(words))
}

/// "Beschlussauszug zu TOP 6".
pub fn excerpt_of(item: &str) -> String {
    format!("{EXCERPT} zu TOP {item}")
}

/// "aus der Niederschrift über die 9. Sitzung ...".
pub fn excerpt_subtitle(words: &Headings, session: &str) -> String {
    format!("{} {session}", headings::from_the_minutes(words))
}

/// "15 (Kreistagsmitglieder: 9, sachkundige Bürgerinnen und Bürger: 6)".
pub fn present(numbers: &QuorumNumbers, law: &Law) -> String {
    let present = numbers.present;
    numbers.composition.map_or_else(
        || present.to_string(),
        |test| {
            let Composition { members, experts } = test;
            let name = &law.members;
            format!("{present} ({name}: {members}, sachkundige Bürgerinnen und Bürger: {experts})")
        },
    )
}

/// The chair's finding at the opening and the arithmetic of the vote: two values.
pub fn quorum_line(record: &PublicRecord, numbers: &QuorumNumbers) -> String {
    let found = record.quorum.as_ref().is_some_and(|finding| finding.quorate);
    let found = if found { "bei Eröffnung festgestellt; " } else { "" };
    let holds = numbers.size && numbers.composition.is_none_or(Composition::holds);
    let given = if holds { "rechnerisch gegeben" } else { "rechnerisch nicht gegeben" };
    let required = numbers.required;
    let test = numbers.composition.map_or_else(String::new, |test| {
        let sign = if test.holds() { ">" } else { "≤" };
        let status = &record.law.member_status;
        format!("; {} {status} {sign} {} SB", test.members, test.experts)
    });
    format!("{found}{given} (erforderlich: {required}{test})")
}

/// "Herr KA Pottgießer hat an Beratung und Abstimmung nicht mitgewirkt."
pub fn recused(voters: &[Voter]) -> String {
    let names: Vec<String> = voters.iter().map(|one| nominative(&one.seated.person)).collect();
    let verb = if names.len() == 1 { "hat" } else { "haben" };
    format!("{} {verb} an Beratung und Abstimmung nicht mitgewirkt.", and(&names))
}

/// "offen, 17:15 Uhr".
pub fn method(tally: &Tally, at: When) -> String {
    let method = match tally {
        Tally::Unanimous {} | Tally::Announced { .. } | Tally::Counted { .. } => "offen",
        Tally::RollCall { .. } => "namentlich",
        Tally::Secret { .. } => "geheim",
    };
    format!("{method}, {}", at.stamp())
}

/// "mit Stimmzetteln, 17:15 Uhr".
pub fn election_method(ballots: bool, at: When) -> String {
    let method = if ballots { "mit Stimmzetteln" } else { "offen" };
    format!("{method}, {}", at.stamp())
}
