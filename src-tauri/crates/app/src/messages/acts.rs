//! German sentences for what cannot have happened with absences, chair, recess, order of the agenda,
//! motions, secret votes and elections.

use super::{Case, rejected};
use crate::core::session::{Rejection, Snapshot};
use crate::core::{MotionId, VoteId};
use crate::error::ApiError;

/// What lets a contradiction through.
pub(super) const NOTE: &str =
    "Soll es trotzdem so festgehalten werden, fügen Sie eine Bemerkung hinzu.";

/// Who is away, who chairs, recesses.
pub(super) fn conduct(why: &Rejection, case: &Case) -> Option<ApiError> {
    Some(match why {
        Rejection::AlreadyAway { person } => rejected(format!(
            "{} ist zu dieser Uhrzeit aus diesem Grund schon nicht am Tisch.",
            case.person(*person)
        ))
        .hint("Tragen Sie zuerst die Rückkehr ein, oder berichtigen Sie die Uhrzeit."),
        Rejection::NotAway { person } => {
            rejected(format!("{} ist zu dieser Uhrzeit am Tisch.", case.person(*person)))
                .hint("Eine Rückkehr setzt voraus, dass die Abwesenheit eingetragen ist.")
        }
        Rejection::AlreadyInChair { person } => {
            rejected(format!("{} hat zu dieser Uhrzeit schon den Vorsitz.", case.person(*person)))
        }
        Rejection::AlreadyClerk { person } => rejected(format!(
            "{} führt zu dieser Uhrzeit schon die Niederschrift.",
            case.person(*person)
        )),
        Rejection::AlreadyInterrupted { since } => {
            rejected(format!("Die Sitzung ist seit {} Uhr unterbrochen.", since.clock()))
                .hint("Tragen Sie zuerst die Fortsetzung ein.")
        }
        Rejection::NotInterrupted => {
            rejected("Die Sitzung ist zu dieser Uhrzeit nicht unterbrochen.")
                .hint("Tragen Sie zuerst die Unterbrechung ein, oder berichtigen Sie die Uhrzeit.")
        }
        Rejection::NotAnotherDay => {
            rejected("Die Sitzung kann nur an einem späteren Tag fortgesetzt werden.")
                .hint("Für eine Pause am selben Tag tragen Sie eine Unterbrechung ein.")
        }
        Rejection::NobodyNamed => {
            rejected("Es ist keine Person angegeben.").hint("Wählen Sie aus, um wen es geht.")
        }
        Rejection::NamedTwice { person } => {
            rejected(format!("{} ist doppelt angegeben.", case.person(*person)))
        }
        _ => return None,
    })
}

/// The order of the agenda, items together, addressees.
pub(super) fn agenda(why: &Rejection, case: &Case) -> Option<ApiError> {
    Some(match why {
        Rejection::PlaceUnfit { item } => {
            rejected(format!("{} kann nicht an diese Stelle rücken.", case.item(*item))).hint(
                "Ein Punkt rückt hinter einen anderen derselben Ebene; ein Unterpunkt bleibt bei seinem Punkt und in dessen Teil.",
            )
        }
        Rejection::ItemRecorded { item } => rejected(format!(
            "{} kann nicht mehr in den anderen Sitzungsteil rücken: Zu diesem Punkt ist schon etwas eingetragen.",
            case.item(*item)
        ))
        .hint("Nehmen Sie die Eintragungen zurück, oder nehmen Sie im anderen Teil einen neuen Punkt auf."),
        Rejection::TooFewItems => {
            rejected("Zu einer gemeinsamen Beratung gehören mindestens zwei Punkte.")
        }
        Rejection::ItemTwice { item } => {
            rejected(format!("{} ist doppelt genannt.", case.item(*item)))
        }
        Rejection::NotAddressed { item } => rejected(format!(
            "Dieses Ergebnis zu {} geht an kein anderes Gremium.",
            case.item(*item)
        ))
        .hint("Ein Gremium wird nur bei einer Verweisung oder einer Empfehlung angegeben."),
        _ => return None,
    })
}

/// Secret votes, majorities, what a vote is on and what it repeats.
pub(super) fn ballot(why: &Rejection, case: &Case) -> Option<ApiError> {
    Some(match why {
        Rejection::BallotsDiffer { handed_out, returned, votes } => rejected(format!(
            "Die Stimmzettel gehen nicht auf: {handed_out} ausgegeben, {returned} zurückgegeben, {votes} ausgezählt."
        ))
        .hint("Bitte prüfen Sie die Zahlen.")
        .hint(NOTE),
        Rejection::TooManyBallots { handed_out, entitled } => rejected(format!(
            "{handed_out} Stimmzettel ausgegeben bei {entitled} anwesenden Stimmberechtigten."
        ))
        .hint("Bitte prüfen Sie die Zahlen und die Anwesenheit.")
        .hint(NOTE),
        Rejection::SecretForbidden { statute } => rejected(format!(
            "Eine geheime Abstimmung über Anträge ist unzulässig ({statute})."
        ))
        .hint(NOTE),
        Rejection::UnknownMajority { majority } => rejected(format!(
            "Das Regelprofil kennt keine Mehrheit „{}“.",
            majority.0
        ))
        .hint("Wählen Sie eine Mehrheit des Regelprofils; ohne Angabe entscheidet die einfache Mehrheit."),
        Rejection::MajorityOfVotes { majority } => rejected(format!(
            "Die Mehrheit „{}“ gilt für Abstimmungen, nicht für Wahlen.",
            majority.0
        ))
        .hint("Bei einer Wahl kann nur angegeben werden, warum die Verwaltungsspitze nicht mitstimmt."),
        Rejection::RoundIsNoVote => {
            rejected("Ein Wahlgang wird nicht als Abstimmung eingetragen.")
                .hint("Eröffnen Sie die Wahl, und tragen Sie den Wahlgang dort ein („recordRound“).")
        }
        Rejection::VoteRepeated { vote } => {
            rejected(format!("{} ist bereits wiederholt worden.", the_vote(&case.state.now, *vote, case)))
                .hint("Wiederholt wird die Abstimmung, die an ihre Stelle getreten ist.")
        }
        Rejection::RepetitionDiffers { vote } => rejected(format!(
            "{} war keine Abstimmung über denselben Gegenstand und kann so nicht wiederholt werden.",
            the_vote(&case.state.now, *vote, case)
        ))
        .hint("Wiederholt wird eine Abstimmung zum selben Punkt und über denselben Antrag."),
        Rejection::NothingRequested => {
            rejected("Es ist nicht angegeben, wie viele Mitglieder den Antrag stellen.")
                .hint("Geben Sie die Zahl für die geheime oder für die namentliche Abstimmung an.")
        }
        Rejection::TooManyRequests { asked, members } => {
            rejected(format!("{asked} Antragstellende bei {members} Mitgliedern."))
                .hint("Bitte prüfen Sie die Zahl.")
        }
        _ => return None,
    })
}

/// "Die Abstimmung von 17:12 Uhr zu TOP 5".
fn the_vote(now: &Snapshot, id: VoteId, case: &Case) -> String {
    match now.vote(id) {
        Some(vote) => {
            format!("Die Abstimmung von {} Uhr zu {}", vote.opened.clock(), case.item(vote.item))
        }
        None => format!("Die Abstimmung {id}"),
    }
}

pub(super) fn motion(why: &Rejection, case: &Case) -> Option<ApiError> {
    Some(match why {
        Rejection::UnknownMotion { motion } => rejected(format!(
            "Den Antrag {motion} gibt es in dieser Sitzung zu dieser Uhrzeit nicht."
        ))
        .hint("Tragen Sie den Antrag zuerst ein, oder berichtigen Sie die Uhrzeit."),
        Rejection::MotionKnown { motion } => {
            rejected(format!("{} ist bereits eingetragen.", the_motion(*motion, case)))
                .hint("Ein weiterer Antrag braucht eine eigene Kennung.")
        }
        Rejection::MotionElsewhere { motion, item } => rejected(format!(
            "{} gehört zu {} und nicht zu diesem Punkt.",
            the_motion(*motion, case),
            case.item(*item)
        )),
        Rejection::MotionWithdrawn { motion } => rejected(format!(
            "{} ist zu dieser Uhrzeit schon zurückgezogen.",
            the_motion(*motion, case)
        ))
        .hint("Wird der Antrag erneut gestellt, tragen Sie ihn neu ein."),
        Rejection::TooFewMotions => {
            rejected("Gemeinsam abgestimmt wird über mindestens zwei verschiedene Anträge.")
                .hint("Über einen einzelnen Antrag stimmen Sie einzeln ab.")
        }
        Rejection::MotionSettled { motion } => rejected(format!(
            "Über {} ist zu dieser Uhrzeit schon abgestimmt.",
            the_motion(*motion, case).replacen("Der Antrag", "den Antrag", 1)
        ))
        .hint("Ein Antrag kann nur vor der Abstimmung zurückgezogen werden."),
        _ => return None,
    })
}

/// "Der Antrag „Antrag 12“", "Der Antrag zu TOP 5".
fn the_motion(id: MotionId, case: &Case) -> String {
    match case.state.now.motion(id).map(|known| &known.motion) {
        Some(motion) if motion.name.trim().is_empty() => {
            format!("Der Antrag zu {}", case.item(motion.item))
        }
        Some(motion) => format!("Der Antrag „{}“", motion.name.trim()),
        None => format!("Der Antrag {id}"),
    }
}

pub(super) fn election(why: &Rejection, case: &Case) -> Option<ApiError> {
    Some(match why {
        Rejection::UnknownElection { election } => {
            rejected(format!("Die Wahl {election} gibt es in dieser Sitzung zu dieser Uhrzeit nicht."))
                .hint("Eröffnen Sie die Wahl zuerst, oder berichtigen Sie die Uhrzeit.")
        }
        Rejection::NoCandidate => rejected("Für die Wahl ist niemand vorgeschlagen.")
            .hint("Geben Sie mindestens eine Person an."),
        Rejection::CandidateTwice { person } => {
            rejected(format!("{} ist doppelt aufgeführt.", case.person(*person)))
                .hint("Jede Person steht einmal auf dem Wahlvorschlag und einmal im Wahlgang.")
        }
        Rejection::CandidatesDiffer => {
            rejected("Ausgezählt sind andere Personen, als in diesem Wahlgang zur Wahl stehen.")
                .hint("Geben Sie die Stimmen für alle an, zwischen denen gewählt wird, und für niemanden sonst; wer keine Stimme hat, steht mit 0.")
        }
        Rejection::NoRoundDue => {
            rejected("In dieser Wahl steht kein weiterer Wahlgang an.")
                .hint("Die Wahl ist entschieden, oder es entscheidet das Los. Für einen neuen Wahlvorschlag eröffnen Sie eine neue Wahl.")
        }
        Rejection::NotStanding { person } => {
            rejected(format!("{} steht in dieser Wahl nicht mehr zur Wahl.", case.person(*person)))
                .hint("Zurückziehen oder in die engere Wahl kommen kann nur, wer in einem Wahlgang oder im Losentscheid noch zur Wahl steht. Wer gewählt ist, nimmt die Wahl an oder lehnt sie ab.")
        }
        Rejection::NoRunoffDue => rejected("In dieser Wahl steht keine engere Wahl an.")
            .hint("Wer an der engeren Wahl teilnimmt, wird festgestellt, bevor ihr Wahlgang eingetragen ist."),
        Rejection::TooFewInRunoff => {
            rejected("Eine engere Wahl findet zwischen mindestens zwei Personen statt.")
                .hint("Wählen Sie alle, die teilnehmen.")
        }
        Rejection::RunoffUnchanged => {
            rejected("Die engere Wahl findet bereits zwischen diesen Personen statt.")
                .hint("Wählen Sie andere Personen, oder tragen Sie den Wahlgang ein.")
        }
        Rejection::NoLotDue => rejected("In dieser Wahl ist kein Los zu ziehen.")
            .hint("Das Los entscheidet nur bei Stimmengleichheit in der engeren Wahl und nur einmal."),
        Rejection::NotInLot { person } => rejected(format!(
            "Das Los kann nicht auf {} fallen: Zwischen anderen Personen besteht Stimmengleichheit.",
            case.person(*person)
        ))
        .hint("Wählen Sie eine der Personen mit gleicher Stimmenzahl."),
        Rejection::NobodyElected => rejected("In dieser Wahl ist noch niemand gewählt.")
            .hint("Tragen Sie zuerst den Wahlgang oder das Los ein."),
        Rejection::AlreadyAnswered => rejected("Die Erklärung zur Wahl ist bereits eingetragen.")
            .hint("War sie falsch, berichtigen Sie jene Eintragung."),
        Rejection::RoundBallotsDiffer => {
            rejected("Stimmen, Stimmzettel und anwesende Stimmberechtigte gehen in diesem Wahlgang nicht auf.")
                .hint("Bitte prüfen Sie die Zahlen.")
                .hint(NOTE)
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::rejection;
    use super::*;
    use crate::core::rules::profile::MajorityId;
    use crate::core::session::Command;
    use crate::core::testing::{Committee, Rehearsal};
    use crate::core::{ActId, ElectionId};
    use crate::error::ErrorCode;
    use crate::request::MeetingRequest;
    use std::collections::BTreeSet;

    fn message(why: &Rejection) -> ApiError {
        let rehearsal = Rehearsal::new(Committee::new(9));
        let request = MeetingRequest {
            act: ActId::from_key("a"),
            meeting: Committee::meeting(),
            based_on: None,
            at: Committee::at("17:00"),
            command: Command::InterruptMeeting {},
        };
        let Rehearsal { directory, state, .. } = &rehearsal;
        rejection(why, &Case { directory, state, request: &request })
    }

    #[test]
    fn every_refusal_of_the_new_acts_has_a_sentence_of_its_own() {
        let person = Committee::person("m2");
        let item = Committee::item("3");
        let motion = MotionId::from_key("m");
        let vote = VoteId::from_key("v");
        let rows = [
            (Rejection::AlreadyAway { person }, "Bodo Birkbrook ist zu dieser Uhrzeit aus"),
            (Rejection::NotAway { person }, "Bodo Birkbrook ist zu dieser Uhrzeit am Tisch."),
            (
                Rejection::AlreadyInChair { person },
                "Bodo Birkbrook hat zu dieser Uhrzeit schon den",
            ),
            (
                Rejection::AlreadyClerk { person },
                "Bodo Birkbrook führt zu dieser Uhrzeit schon die",
            ),
            (
                Rejection::AlreadyInterrupted { since: Committee::at("17:30") },
                "Die Sitzung ist seit 17:30 Uhr unterbrochen.",
            ),
            (Rejection::NotInterrupted, "Die Sitzung ist zu dieser Uhrzeit nicht unterbrochen."),
            (Rejection::NotAnotherDay, "Die Sitzung kann nur an einem späteren Tag"),
            (Rejection::NobodyNamed, "Es ist keine Person angegeben."),
            (Rejection::NamedTwice { person }, "Bodo Birkbrook ist doppelt angegeben."),
            (Rejection::PlaceUnfit { item }, "TOP 3 kann nicht an diese Stelle rücken."),
            (Rejection::ItemRecorded { item }, "TOP 3 kann nicht mehr in den anderen"),
            (Rejection::TooFewItems, "Zu einer gemeinsamen Beratung gehören"),
            (Rejection::ItemTwice { item }, "TOP 3 ist doppelt genannt."),
            (Rejection::NotAddressed { item }, "Dieses Ergebnis zu TOP 3 geht an kein"),
            (
                Rejection::BallotsDiffer { handed_out: 9, returned: 9, votes: 8 },
                "Die Stimmzettel gehen nicht auf: 9 ausgegeben, 9 zurückgegeben, 8 ausgezählt.",
            ),
            (
                Rejection::TooManyBallots { handed_out: 10, entitled: 9 },
                "10 Stimmzettel ausgegeben bei 9 anwesenden Stimmberechtigten.",
            ),
            (
                Rejection::SecretForbidden { statute: "§ 54 Abs. 2 HGO".to_owned() },
                "Eine geheime Abstimmung über Anträge ist unzulässig (§ 54 Abs. 2 HGO).",
            ),
            (
                Rejection::UnknownMajority { majority: MajorityId("drei".to_owned()) },
                "Das Regelprofil kennt keine Mehrheit „drei“.",
            ),
            (
                Rejection::MajorityOfVotes { majority: MajorityId("drei".to_owned()) },
                "Die Mehrheit „drei“ gilt für Abstimmungen, nicht für Wahlen.",
            ),
            (Rejection::RoundIsNoVote, "Ein Wahlgang wird nicht als Abstimmung eingetragen."),
            (Rejection::VoteRepeated { vote }, "Die Abstimmung "),
            (Rejection::RepetitionDiffers { vote }, "Die Abstimmung "),
            (Rejection::NothingRequested, "Es ist nicht angegeben, wie viele Mitglieder"),
            (
                Rejection::TooManyRequests { asked: 10, members: 9 },
                "10 Antragstellende bei 9 Mitgliedern.",
            ),
            (Rejection::UnknownMotion { motion }, "Den Antrag "),
            (Rejection::MotionKnown { motion }, "Der Antrag "),
            (Rejection::MotionElsewhere { motion, item }, "Der Antrag "),
            (Rejection::MotionWithdrawn { motion }, "Der Antrag "),
            (Rejection::TooFewMotions, "Gemeinsam abgestimmt wird über"),
            (Rejection::MotionSettled { motion }, "Über den Antrag "),
            (Rejection::UnknownElection { election: ElectionId::from_key("w") }, "Die Wahl "),
            (Rejection::NoCandidate, "Für die Wahl ist niemand vorgeschlagen."),
            (Rejection::CandidateTwice { person }, "Bodo Birkbrook ist doppelt aufgeführt."),
            (Rejection::CandidatesDiffer, "Ausgezählt sind andere Personen,"),
            (Rejection::NoRoundDue, "In dieser Wahl steht kein weiterer Wahlgang an."),
            (Rejection::NotStanding { person }, "Bodo Birkbrook steht in dieser Wahl nicht mehr"),
            (Rejection::NoRunoffDue, "In dieser Wahl steht keine engere Wahl an."),
            (Rejection::TooFewInRunoff, "Eine engere Wahl findet zwischen mindestens zwei"),
            (Rejection::RunoffUnchanged, "Die engere Wahl findet bereits zwischen"),
            (Rejection::NoLotDue, "In dieser Wahl ist kein Los zu ziehen."),
            (Rejection::NotInLot { person }, "Das Los kann nicht auf Bodo Birkbrook fallen"),
            (Rejection::NobodyElected, "In dieser Wahl ist noch niemand gewählt."),
            (Rejection::AlreadyAnswered, "Die Erklärung zur Wahl ist bereits eingetragen."),
            (Rejection::RoundBallotsDiffer, "Stimmen, Stimmzettel und anwesende"),
        ];
        let mut said = BTreeSet::new();
        for (why, begins) in rows {
            let answer = message(&why);
            assert_eq!(answer.code, ErrorCode::Rejected, "{why:?}");
            assert!(answer.message.starts_with(begins), "{why:?}: {}", answer.message);
            assert!(answer.message.ends_with('.'), "{}", answer.message);
            assert!(said.insert(answer.message.clone()), "{why:?}: {}", answer.message);
            assert!(!answer.hints.is_empty());
        }
    }

    /// Every refusal that the core knows is named among the sentences; only a broken invariant is
    /// none.
    #[test]
    fn no_refusal_of_the_core_is_forgotten() {
        let source = include_str!("../../../core/src/session/rejection.rs");
        let (_, variants) = source.split_once("pub enum Rejection {").unwrap();
        let variants = variants.lines().filter_map(|line| {
            let name = line.strip_prefix("    ")?;
            let end = name.find([',', ' ']).filter(|_| name.starts_with(char::is_uppercase))?;
            Some(&name[..end])
        });
        let sentences = concat!(include_str!("acts.rs"), include_str!("../messages.rs"));
        let names: Vec<&str> = variants.filter(|name| *name != "Invariant").collect();
        assert!(names.len() > 60, "{names:?}");
        for name in names {
            let told = |end: &str| sentences.contains(&format!("Rejection::{name}{end}"));
            assert!(told(" ") || told(","), "no sentence for {name}");
        }
    }
}
