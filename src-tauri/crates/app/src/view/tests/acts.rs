//! Every act in one line of the log, and the command that it is read back as.

use super::{item, open, person, record, source};
use crate::core::agenda_item::{Outcome, Part};
use crate::core::motion::{Motion, MotionKind, Mover, Procedure};
use crate::core::proceeding::{
    Due, OrderMeasure, Proceeding, RecordingPurpose, ResidentAnswer, ResidentName,
};
use crate::core::richtext::RichText;
use crate::core::rules::attendance::AbsenceCause;
use crate::core::rules::attendance::RecusalBasis;
use crate::core::rules::election::{ElectionOutcome, Stage};
use crate::core::rules::majority::{Count, Method, VoteOutcome, VoteResult};
use crate::core::rules::profile::MajorityId;
use crate::core::rules::request::Granted;
use crate::core::session::command::{Announced, Capacity, Matter, Mode, PresenceSource, Tally};
use crate::core::session::election::{
    Answer, CandidateVotes, ElectionMethod, ElectionResult, RoundTally,
};
use crate::core::session::event::Seated;
use crate::core::session::evolve::Recorded;
use crate::core::session::{Command, Entry, Event};
use crate::core::testing::{Committee, Rehearsal};
use crate::core::{ActId, ElectionId, MotionId, PersonId, VoteId};
use crate::view::{log_words, replay};

/// An open session whose record holds a motion and an election, whatever became of them.
fn session() -> Rehearsal {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    open(&mut rehearsal, "16:32", &["m1", "m2", "m3", "m4", "m5", "m6"]);
    record(&mut rehearsal, "16:40", &Command::CallItem { item: item("3") });
    for event in [filed(), election_opened()] {
        put(&mut rehearsal, event);
    }
    rehearsal
}

fn put(rehearsal: &mut Rehearsal, event: Event) {
    let revision = rehearsal.state.revision() + 1;
    let act = ActId::from_key(&format!("put-{revision}"));
    let at = Committee::at("17:05");
    let recorded_at = rehearsal.now;
    rehearsal.state.evolve(Recorded { revision, act, recorded_at, occurred_at: at, event });
}

fn motion() -> Motion {
    Motion {
        id: MotionId::from_key("m"),
        item: item("3"),
        kind: MotionKind::Amendment,
        movers: vec![Mover::Faction(Committee::faction(3)), Mover::Person(person("m2"))],
        name: String::new(),
        text: RichText::default(),
        position: String::new(),
        old_amount: String::new(),
        new_amount: String::new(),
    }
}

fn filed() -> Event {
    Event::MotionFiled { motion: motion() }
}

fn election() -> ElectionId {
    ElectionId::from_key("w")
}

fn two() -> Vec<PersonId> {
    vec![person("m2"), person("m3")]
}

fn election_opened() -> Event {
    Event::ElectionOpened {
        election: election(),
        item: item("3"),
        post: "stellv. Vorsitz".to_owned(),
        candidates: vec![person("m2"), person("m3")],
        method: ElectionMethod::Ballot,
        majority: Some(MajorityId("ohne".to_owned())),
    }
}

fn round(outcome: ElectionOutcome, persons: &[&str]) -> Event {
    let votes = |key, votes| CandidateVotes { person: person(key), votes };
    Event::RoundClosed {
        vote: VoteId::from_key("v"),
        election: election(),
        tally: RoundTally {
            candidates: vec![votes("m2", 4), votes("m3", 4)],
            no: 0,
            abstain: 0,
            invalid: 0,
            blank: 0,
            ballots: None,
            tellers: Vec::new(),
        },
        result: ElectionResult {
            outcome,
            stage: Stage::First,
            persons: persons.iter().map(|key| person(key)).collect(),
            votes: 4,
            base: 8,
            hints: Vec::new(),
        },
        note: None,
    }
}

fn requested(rollcall: u16, secret: u16, method: Method, faction: Option<u16>) -> Event {
    let granted =
        Granted { method, secret_required: Some(2), rollcall_required: 1, reasons: Vec::new() };
    let faction = faction.map(Committee::faction);
    Event::VoteMethodRequested { item: item("3"), rollcall, secret, faction, granted }
}

fn outcome(outcome: Outcome, to: Option<&str>) -> Event {
    let to = to.map(crate::core::OrganizationId::from_key);
    Event::OutcomeRecorded { item: item("3"), outcome, to, wording: None }
}

fn arrived(key: &str, mode: Mode) -> Event {
    let seated = Seated {
        seat: Committee::seat(7),
        person: person(key),
        status: crate::core::membership::Status::SB,
    };
    Event::MemberArrived { seated, mode }
}

fn began(key: &str, cause: AbsenceCause) -> Event {
    Event::AbsenceBegan { person: person(key), cause }
}

fn ended(key: &str, cause: AbsenceCause) -> Event {
    Event::AbsenceEnded { person: person(key), cause }
}

fn procedural(kind: Procedure, name: &str) -> Event {
    let (kind, name) = (MotionKind::Procedural(kind), name.to_owned());
    let movers = vec![Mover::Administration];
    Event::MotionFiled { motion: Motion { kind, name, movers, ..motion() } }
}

/// What a line is of: the last entry of the record.
fn line(rehearsal: &Rehearsal) -> String {
    let last = rehearsal.state.entries.last().unwrap();
    let entries: Vec<&Entry> = rehearsal.state.entries_of(last.act).map(AsRef::as_ref).collect();
    log_words::of(&source(rehearsal, None), last.act, &entries).replace('\u{a0}', "~")
}

#[test]
fn every_act_is_told_in_one_line() {
    let rows: Vec<(Event, &str)> = vec![
        (arrived("m7", Mode::Room), "Frau SB Haselbrook kommt"),
        (arrived("m7", Mode::Remote), "Frau SB Haselbrook zugeschaltet"),
        (
            Event::AttendeeArrived {
                person: person("m7"),
                capacity: Capacity::Guest,
                mode: Mode::Remote,
                item: Some(item("3")),
            },
            "Frau SB Haselbrook zugeschaltet (Gast, zu TOP 3)",
        ),
        (began("m2", AbsenceCause::Outage), "Herr KA Birkbrook: Verbindung unterbrochen"),
        (began("m2", AbsenceCause::PublicArea), "Herr KA Birkbrook nimmt im Zuhörerbereich Platz"),
        (began("m2", AbsenceCause::Item(item("3"))), "Herr KA Birkbrook nicht bei TOP 3"),
        (ended("m2", AbsenceCause::Outage), "Herr KA Birkbrook wieder zugeschaltet"),
        (ended("m2", AbsenceCause::PublicArea), "Herr KA Birkbrook wieder am Tisch"),
        (
            Event::RecusalDeclared {
                person: person("m2"),
                item: item("3"),
                by: RecusalBasis::Decided,
                note: None,
            },
            "Herr KA Birkbrook befangen zu TOP 3, durch Beschluss",
        ),
        (Event::ChairChanged { chair: person("m3") }, "Frau KA Dornbrook übernimmt den Vorsitz"),
        (
            Event::ClerkChanged { clerk: person("m3") },
            "Frau KA Dornbrook übernimmt die Schriftführung",
        ),
        (Event::MeetingInterrupted {}, "Sitzung unterbrochen"),
        (Event::MeetingResumed { missing: vec![] }, "Sitzung fortgesetzt"),
        (
            Event::MeetingResumed { missing: vec![person("m2")] },
            "Sitzung fortgesetzt, Herr KA Birkbrook nicht zurück",
        ),
        (
            Event::MeetingResumed { missing: vec![person("m2"), person("m3")] },
            "Sitzung fortgesetzt, 2~Personen nicht zurück",
        ),
        (
            Event::ItemMoved { item: item("4"), after: Some(item("1")), part: Part::Public },
            "TOP 4 hinter TOP 1 gestellt",
        ),
        (
            Event::ItemMoved { item: item("4"), after: None, part: Part::NonPublic },
            "TOP 4 an den Anfang des nichtöffentlichen Teils gestellt",
        ),
        (
            Event::ItemMoved { item: item("4.1"), after: None, part: Part::Public },
            "TOP 4.1 an den Anfang von TOP 4 gestellt",
        ),
        (
            Event::ItemsJoined { items: vec![item("2"), item("3"), item("4")] },
            "TOP 2, TOP 3 und TOP 4 gemeinsam beraten",
        ),
        (filed(), "TOP 3: Änderungsantrag der Offene Liste und von Herrn KA Birkbrook"),
        (
            procedural(Procedure::CloseDebate, ""),
            "TOP 3: Antrag auf Schluss der Aussprache der Verwaltung",
        ),
        (procedural(Procedure::Other, ""), "TOP 3: Antrag zur Geschäftsordnung der Verwaltung"),
        (procedural(Procedure::Other, "Antrag 12"), "TOP 3: Antrag 12 der Verwaltung"),
        (
            Event::MotionWithdrawn { motion: MotionId::from_key("m") },
            "TOP 3: Änderungsantrag der Offene Liste und von Herrn KA Birkbrook zurückgezogen",
        ),
        (
            requested(0, 4, Method::Secret, None),
            "TOP 3: geheime Abstimmung beantragt von 4~Mitgliedern",
        ),
        (
            requested(1, 0, Method::Rollcall, Some(3)),
            "TOP 3: namentliche Abstimmung beantragt von 1~Mitglied der Offene Liste",
        ),
        (
            requested(0, 1, Method::Open, None),
            "TOP 3: geheime Abstimmung beantragt von 1~Mitglied, zu wenige",
        ),
        (outcome(Outcome::Noted, None), "TOP 3: zur Kenntnis genommen"),
        (
            outcome(Outcome::Referred, Some("ausschuss")),
            "TOP 3: verwiesen an den Ausschuss für Mobilität",
        ),
        (outcome(Outcome::Recommended, Some("faction-3")), "TOP 3: Empfehlung an die Offene Liste"),
        (outcome(Outcome::Recommended, None), "TOP 3: Empfehlung ausgesprochen"),
        (outcome(Outcome::TakenOff, None), "TOP 3: von der Tagesordnung abgesetzt"),
        (election_opened(), "TOP 3, Wahl eröffnet: stellv. Vorsitz"),
        (
            round(ElectionOutcome::Elected, &["m2"]),
            "TOP 3, Wahl (stellv. Vorsitz): Herr KA Birkbrook mit 4 von 8 gültigen Stimmen gewählt",
        ),
        (
            round(ElectionOutcome::Runoff, &["m2", "m3"]),
            "TOP 3, Wahl (stellv. Vorsitz): engere Wahl zwischen Herrn KA Birkbrook und Frau KA Dornbrook",
        ),
        (
            round(ElectionOutcome::Lot, &["m2", "m3"]),
            "TOP 3, Wahl (stellv. Vorsitz): Stimmengleichheit zwischen Herrn KA Birkbrook und Frau KA Dornbrook, es entscheidet das Los",
        ),
        (round(ElectionOutcome::NotElected, &[]), "TOP 3, Wahl (stellv. Vorsitz): niemand gewählt"),
        (
            Event::CandidacyWithdrawn { election: election(), person: person("m3") },
            "TOP 3, Wahl (stellv. Vorsitz): Frau KA Dornbrook zieht die Kandidatur zurück",
        ),
        (
            Event::RunoffSettled { election: election(), persons: two() },
            "TOP 3, Wahl (stellv. Vorsitz): engere Wahl zwischen Herrn KA Birkbrook und Frau KA Dornbrook festgestellt",
        ),
        (
            Event::LotDrawn { election: election(), winner: person("m2") },
            "TOP 3, Wahl (stellv. Vorsitz): das Los fällt auf Herrn KA Birkbrook",
        ),
        (
            Event::ElectionAnswered {
                election: election(),
                person: person("m3"),
                answer: Answer::Accepted,
            },
            "TOP 3, Wahl (stellv. Vorsitz): Frau KA Dornbrook nimmt die Wahl an",
        ),
        (
            Event::ElectionAnswered {
                election: election(),
                person: person("m3"),
                answer: Answer::Declined,
            },
            "TOP 3, Wahl (stellv. Vorsitz): Frau KA Dornbrook lehnt die Wahl ab",
        ),
    ];
    for (event, words) in rows {
        let mut rehearsal = session();
        put(&mut rehearsal, event.clone());
        assert_eq!(line(&rehearsal), words, "{event:?}");
    }
}

fn voted(matter: Matter, repeats: Option<VoteId>) -> [Event; 2] {
    let rehearsal = session();
    let basis = rehearsal.state.now.basis(&rehearsal.profiles[0], Some(item("3")));
    let vote = VoteId::from_key("v");
    let count = Count { yes: 4, no: 2, abstain: 0, invalid: 0 };
    let wording = "mehrheitlich bei 2 Gegenstimmen angenommen".to_owned();
    [
        Event::VoteOpened { vote, item: item("3"), matter, basis, corrects: Vec::new() },
        Event::VoteClosed {
            vote,
            wording_put: RichText::default(),
            tally: Tally::Counted { count, by_faction: Vec::new() },
            announced: Announced::Accepted,
            result: VoteResult { outcome: VoteOutcome::Accepted, wording, hints: Vec::new() },
            majority: None,
            repeats,
            note: None,
        },
    ]
}

#[test]
fn a_vote_is_told_with_what_it_was_on() {
    let gave = "mehrheitlich bei 2~Gegenstimmen angenommen";
    for (matter, repeats, subject) in [
        (Matter::Item, None, "TOP 3"),
        (Matter::Item, Some(VoteId::from_key("w")), "TOP 3, Wiederholung"),
        (
            Matter::Motion(MotionId::from_key("m")),
            None,
            "TOP 3, Änderungsantrag der Offene Liste und von Herrn KA Birkbrook",
        ),
        (Matter::Part("Ziffer 2".to_owned()), None, "TOP 3, Ziffer 2"),
        (Matter::Recusal(person("m2")), None, "TOP 3, Befangenheit von Herrn KA Birkbrook"),
        (Matter::Procedure(Procedure::Defer), None, "TOP 3, Antrag auf Vertagung"),
    ] {
        let mut rehearsal = session();
        for event in voted(matter, repeats) {
            put(&mut rehearsal, event);
        }
        assert_eq!(line(&rehearsal), format!("{subject}: {gave}"));
    }
}

#[test]
fn every_new_act_is_read_back_as_its_command() {
    let rows: Vec<(Event, Command)> = vec![
        (
            began("m2", AbsenceCause::Item(item("3"))),
            Command::RecordAbsence { person: person("m2"), cause: AbsenceCause::Item(item("3")) },
        ),
        (ended("m2", AbsenceCause::Outage), Command::EndAbsence { person: person("m2") }),
        (Event::ChairChanged { chair: person("m3") }, Command::ChangeChair { chair: person("m3") }),
        (Event::ClerkChanged { clerk: person("m3") }, Command::ChangeClerk { clerk: person("m3") }),
        (Event::MeetingInterrupted {}, Command::InterruptMeeting {}),
        (
            Event::MeetingResumed { missing: vec![person("m2")] },
            Command::ResumeMeeting { missing: vec![person("m2")] },
        ),
        (
            Event::ItemMoved { item: item("4"), after: Some(item("1")), part: Part::Public },
            Command::MoveItem { item: item("4"), after: Some(item("1")), part: Part::Public },
        ),
        (
            Event::MeetingAdjourned { to: Committee::at("23:00") },
            Command::AdjournMeeting { to: Committee::at("23:00") },
        ),
        (counted(12), Command::CheckPresence { source: PresenceSource::Table, counted: 12 }),
        (
            taken_down(statement()),
            Command::RecordProceeding {
                item: Some(item("3")),
                proceeding: statement(),
                note: None,
            },
        ),
        (
            Event::ItemsJoined { items: vec![item("2"), item("3")] },
            Command::JoinItems { items: vec![item("2"), item("3")] },
        ),
        (filed(), Command::FileMotion { motion: motion() }),
        (
            Event::MotionWithdrawn { motion: MotionId::from_key("m") },
            Command::WithdrawMotion { motion: MotionId::from_key("m") },
        ),
        (
            requested(1, 4, Method::Secret, Some(3)),
            Command::RequestVoteMethod {
                item: item("3"),
                rollcall: 1,
                secret: 4,
                faction: Some(Committee::faction(3)),
            },
        ),
        (
            election_opened(),
            Command::OpenElection {
                item: item("3"),
                post: "stellv. Vorsitz".to_owned(),
                candidates: vec![person("m2"), person("m3")],
                method: ElectionMethod::Ballot,
                majority: Some(MajorityId("ohne".to_owned())),
            },
        ),
        (
            Event::CandidacyWithdrawn { election: election(), person: person("m3") },
            Command::WithdrawCandidacy { election: election(), person: person("m3") },
        ),
        (
            Event::RunoffSettled { election: election(), persons: two() },
            Command::SettleRunoff { election: election(), persons: two() },
        ),
        (
            Event::LotDrawn { election: election(), winner: person("m2") },
            Command::DrawLot { election: election(), winner: person("m2") },
        ),
        (
            Event::ElectionAnswered {
                election: election(),
                person: person("m2"),
                answer: Answer::Declined,
            },
            Command::AnswerElection { election: election(), answer: Answer::Declined },
        ),
    ];
    for (event, command) in rows {
        assert_eq!(replay::command([&event].into_iter()), Some(command), "{event:?}");
    }
    let held = round(ElectionOutcome::Lot, &["m2", "m3"]);
    let Some(Command::RecordRound { tally, note: None, .. }) = replay::command([&held].into_iter())
    else {
        panic!("a round is read back")
    };
    assert_eq!(tally.candidates.len(), 2);
    let vote = voted(Matter::Part("Ziffer 2".to_owned()), Some(VoteId::from_key("w")));
    let Some(Command::RecordVote { matter, repeats, .. }) = replay::command(vote.iter()) else {
        panic!("a vote is read back")
    };
    assert_eq!((matter, repeats), (Matter::Part("Ziffer 2".into()), Some(VoteId::from_key("w"))));
}

fn counted(counted: u16) -> Event {
    Event::PresenceChecked { source: PresenceSource::Table, counted }
}

fn taken_down(proceeding: Proceeding) -> Event {
    Event::ProceedingRecorded { item: Some(item("3")), proceeding, note: None }
}

fn statement() -> Proceeding {
    Proceeding::Statement { person: person("m2"), text: RichText::paragraphs(["Nein."]) }
}

#[test]
fn what_is_taken_down_is_told_in_one_line() {
    let mut rehearsal = session();
    let text = || RichText::paragraphs(["Es wird berichtet."]);
    let order = |measure| Proceeding::Order { person: person("m2"), measure };
    let asked = |resident: &str, answer| Proceeding::ResidentQuestion {
        resident: ResidentName(resident.to_owned()),
        question: text(),
        answer,
        reply: RichText::default(),
    };
    let recorded = |purpose, refused: &[&str]| {
        let refused = refused.iter().map(|key| person(key)).collect();
        Proceeding::Recording { purpose, refused }
    };
    let promised = |by, due| Proceeding::Commitment { by, text: text(), due };
    let rows = [
        (taken_down(order(OrderMeasure::ToOrder)), "TOP 3: Ordnungsruf an Herrn KA Birkbrook"),
        (taken_down(order(OrderMeasure::ToMatter)), "TOP 3: Ruf zur Sache an Herrn KA Birkbrook"),
        (
            taken_down(order(OrderMeasure::SilenceSpeaker)),
            "TOP 3: Herr KA Birkbrook: Wort entzogen",
        ),
        (
            taken_down(Proceeding::Inauguration { persons: vec![person("m2"), person("m3")] }),
            "TOP 3: Herr KA Birkbrook und Frau KA Dornbrook verpflichtet",
        ),
        (
            taken_down(Proceeding::Cosigners { persons: vec![person("m2")] }),
            "TOP 3: Mitunterzeichnung: Herr KA Birkbrook",
        ),
        (
            taken_down(recorded(RecordingPurpose::Minutes, &["m3"])),
            "TOP 3: Aufzeichnung für die Niederschrift, nicht einverstanden: Frau KA Dornbrook",
        ),
        (
            taken_down(recorded(RecordingPurpose::Broadcast, &[])),
            "TOP 3: Übertragung in Bild und Ton, alle einverstanden",
        ),
        (
            taken_down(asked("", ResidentAnswer::Written)),
            "TOP 3: Einwohnerfrage, Antwort schriftlich",
        ),
        (
            taken_down(asked("Hanne Lüders", ResidentAnswer::Oral)),
            "TOP 3: Einwohnerfrage von Hanne Lüders, beantwortet",
        ),
        (
            taken_down(Proceeding::Announcement { text: text() }),
            "TOP 3: Bekanntgabe nichtöffentlicher Beschlüsse",
        ),
        (taken_down(statement()), "TOP 3: Erklärung zu Protokoll von Herrn KA Birkbrook"),
        (
            taken_down(promised(None, Some(Due::NextMeeting))),
            "TOP 3: Zusage von der Verwaltung bis zur nächsten Sitzung",
        ),
        (taken_down(promised(Some(person("m2")), None)), "TOP 3: Zusage von Herrn KA Birkbrook"),
        (counted(6), "Anwesenheit geprüft: 6~Personen gezählt, stimmt mit der Liste überein"),
        (counted(5), "Anwesenheit geprüft: 5~Personen gezählt, in der Liste 6"),
    ];
    for (event, words) in rows {
        put(&mut rehearsal, event);
        assert_eq!(line(&rehearsal), words);
    }
}

/// Whoever is sent out of the room is told, and read back, by the measure of order.
#[test]
fn an_expulsion_is_one_act() {
    let mut rehearsal = session();
    let proceeding = Proceeding::Order { person: person("m2"), measure: OrderMeasure::Expulsion };
    let command = Command::RecordProceeding { item: None, proceeding, note: None };
    record(&mut rehearsal, "17:06", &command);
    assert_eq!(line(&rehearsal), "Herr KA Birkbrook aus dem Saal verwiesen");
    let last = rehearsal.state.entries.last().unwrap().act;
    let events = rehearsal.state.entries_of(last).map(|entry| &entry.event);
    assert_eq!(replay::command(events), Some(command));
}

/// A note lies apart: what was entered is read back without it.
#[test]
fn a_round_with_a_note_is_read_back_without_it() {
    let Event::RoundClosed { vote, election, tally, result, .. } =
        round(ElectionOutcome::Inconsistent, &[])
    else {
        panic!()
    };
    let note = Some(crate::request::of_text("Zettel fehlt"));
    let held = Event::RoundClosed { vote, election, tally: tally.clone(), result, note };
    let bare = Command::RecordRound { election, tally, note: None };
    assert_eq!(replay::command([&held].into_iter()), Some(bare));
    assert_eq!(held.note(), note);
}
