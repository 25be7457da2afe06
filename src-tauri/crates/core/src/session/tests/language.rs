//! The small language of the tests.

use super::ballots;
use crate::agenda_item::{ItemKind, Outcome, Part};
use crate::motion::Motion;
use crate::paper::Attachment;
use crate::rules::attendance::AbsenceCause;
use crate::rules::attendance::RecusalBasis;
use crate::rules::majority::Count;
use crate::rules::profile::MajorityId;
use crate::session::command::{
    Announced, Ballot, Capacity, Choice, Command, FactionCount, Mode, Stated, Tally,
};
use crate::session::election::{Answer, Ballots, CandidateVotes, ElectionMethod, RoundTally};
use crate::session::note::Note;
use crate::session::{Event, NewEvent};
use crate::testing::Committee;
use crate::testing::committee::{item, text};
use crate::{
    ActId, AgendaItemId, AttachmentId, ElectionId, Moment, OrganizationId, PersonId, SeatId, VoteId,
};
use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// `16:53 arrive m4`, or with a whole date before the time.
pub(super) fn act(line: &str) -> (Moment, Command) {
    let (time, rest) = line.split_once(' ').expect("a time and an act");
    let at = if time.contains('T') {
        Moment::parse(&format!("{time}+01:00")).expect("a moment")
    } else {
        Committee::at(time)
    };
    (at, command(rest))
}

fn command(line: &str) -> Command {
    let (line, note) = match line.split_once(" note ") {
        Some((line, note)) => (line, Some(Note::from(note))),
        None => (line, None),
    };
    let words: Vec<&str> = line.split_whitespace().collect();
    match words.as_slice() {
        ["due"] => Command::ConfirmInvitation {},
        ["quorum"] => Command::EstablishQuorum {},
        ["lack"] => Command::DeclareLackOfQuorum {},
        ["end"] => Command::CloseMeeting {},
        ["excuse", who] => Command::ExcuseMember { person: person(who) },
        ["arrive", who] => Command::RecordArrival { person: person(who), mode: Mode::Room },
        ["connect", who] => Command::RecordArrival { person: person(who), mode: Mode::Remote },
        ["leave", who] => Command::RecordDeparture { person: person(who) },
        ["guest", who, item @ ..] => admit(who, Capacity::Guest, item),
        ["official", who, item @ ..] => admit(who, Capacity::Official, item),
        ["outage" | "public" | "out", who, ..] => {
            Command::RecordAbsence { person: person(who), cause: cause(&words) }
        }
        ["back", who] => Command::EndAbsence { person: person(who) },
        ["chair", who] => Command::ChangeChair { chair: person(who) },
        ["clerk", who] => Command::ChangeClerk { clerk: person(who) },
        ["pause"] => Command::InterruptMeeting {},
        ["resume", missing @ ..] => Command::ResumeMeeting {
            missing: missing.iter().flat_map(|range| persons(range)).collect(),
        },
        ["seat", number, who] => {
            let (seat, substitute) = (seat(number), person(who));
            Command::SeatSubstitute { seat, substitute, mode: Mode::Room }
        }
        ["seat", number, who, "remote"] => {
            let (seat, substitute) = (seat(number), person(who));
            Command::SeatSubstitute { seat, substitute, mode: Mode::Remote }
        }
        ["open", present @ ..] => open(present),
        ["recuse", who, number] => Command::DeclareRecusal {
            person: person(who),
            item: Committee::item(number),
            by: RecusalBasis::Declared,
            note,
        },
        ["barred", who, number] => Command::DeclareRecusal {
            person: person(who),
            item: Committee::item(number),
            by: RecusalBasis::Decided,
            note,
        },
        ["return", who] => Command::EndRecusal { person: person(who) },
        ["call", number] => Command::CallItem { item: Committee::item(number) },
        ["close", number, subs @ ..] => Command::CloseItem {
            item: Committee::item(number),
            settles: subs.iter().map(|sub| Committee::item(sub)).collect(),
        },
        ["add", number] => {
            let part = if number.starts_with('n') { Part::NonPublic } else { Part::Public };
            Command::AddItem { item: item(number, ItemKind::Proposal, part), note }
        }
        ["move", number, place @ ..] => move_item(number, place),
        ["join", items @ ..] => {
            Command::JoinItems { items: items.iter().map(|one| Committee::item(one)).collect() }
        }
        ["outcome", number, what, to @ ..] => Command::RecordOutcome {
            item: Committee::item(number),
            outcome: outcome(what),
            to: to.first().map(|key| OrganizationId::from_key(key)),
            wording: None,
        },
        ["vote", number, words @ .., how] => vote_on(number, words, how, note),
        ["file" | "withdraw" | "request", ..] => ballots::command(&words),
        ["confirm", act] => {
            Command::ConfirmBasis { vote: vote(act), note: note.unwrap_or_default() }
        }
        ["word", act, ..] => {
            let words = line.split_once(": ").map_or("", |(_, words)| words);
            Command::WordResult { vote: vote(act), words: words.into() }
        }
        ["attach", number] => Command::ListAttachment { attachment: attachment(number) },
        ["part", part, leaving @ ..] => Command::ChangePart {
            part: if *part == "public" { Part::Public } else { Part::NonPublic },
            leaving: leaving.iter().map(|who| person(who)).collect(),
        },
        ["text", number] => {
            Command::WriteText { item: Committee::item(number), text: text("Bericht.") }
        }
        ["undo", act] => Command::Correct { act: ActId::from_key(act), replacement: None },
        ["correct", act, ..] => {
            let (_, replacement) = line.split_once(": ").expect("a colon before the replacement");
            let whole = note.map_or_else(
                || replacement.to_string(),
                |Note(note)| format!("{replacement} note {note}"),
            );
            let replacement = Some(Box::new(command(&whole)));
            Command::Correct { act: ActId::from_key(act), replacement }
        }
        ["elect", number, how, candidates @ ..] => elect(number, how, candidates),
        ["round", act, votes @ ..] => {
            Command::RecordRound { election: election(act), tally: round(votes), note }
        }
        ["stand-down", act, who] => {
            Command::WithdrawCandidacy { election: election(act), person: person(who) }
        }
        ["run-off", act, who @ ..] => Command::SettleRunoff {
            election: election(act),
            persons: who.iter().map(|who| person(who)).collect(),
        },
        ["lot", act, who] => Command::DrawLot { election: election(act), winner: person(who) },
        ["accept", act] => {
            Command::AnswerElection { election: election(act), answer: Answer::Accepted }
        }
        ["decline", act] => {
            Command::AnswerElection { election: election(act), answer: Answer::Declined }
        }
        _ => panic!("no such act: {line}"),
    }
}

/// `elect 3 ballot m2 m3`, `elect 3 hands by without m2`.
fn elect(number: &str, how: &str, words: &[&str]) -> Command {
    let (majority, candidates) = match words {
        ["by", id, rest @ ..] => (Some(MajorityId(String::from(*id))), rest),
        rest => (None, rest),
    };
    Command::OpenElection {
        item: Committee::item(number),
        post: String::from("stellvertretender Vorsitzender"),
        candidates: candidates.iter().map(|who| person(who)).collect(),
        method: if how == "hands" { ElectionMethod::ShowOfHands } else { ElectionMethod::Ballot },
        majority,
    }
}

/// `m2:5 m3:3 no:1 abstain:1 invalid:1 blank:1 ballots:12/11`.
fn round(words: &[&str]) -> RoundTally {
    let mut tally = RoundTally {
        candidates: Vec::new(),
        no: 0,
        abstain: 0,
        invalid: 0,
        blank: 0,
        ballots: None,
        tellers: Vec::new(),
    };
    for word in words {
        let (what, votes) = word.split_once(':').expect("what:votes");
        let number = |votes: &str| votes.parse::<u16>().expect("a number");
        match what {
            "no" => tally.no = number(votes),
            "abstain" => tally.abstain = number(votes),
            "invalid" => tally.invalid = number(votes),
            "blank" => tally.blank = number(votes),
            "teller" => tally.tellers.push(person(votes)),
            "ballots" => {
                let (handed_out, returned) = votes.split_once('/').expect("out/back");
                let (handed_out, returned) = (number(handed_out), number(returned));
                tally.ballots = Some(Ballots { handed_out, returned });
            }
            who => {
                let (person, votes) = (person(who), number(votes));
                tally.candidates.push(CandidateVotes { person, votes });
            }
        }
    }
    tally
}

pub(super) fn election(act: &str) -> ElectionId {
    ElectionId::of_act(ActId::from_key(act))
}

/// `outage m3`, `public m3`, `out m3 4.1`.
fn cause(words: &[&str]) -> AbsenceCause {
    match words {
        ["outage", _] => AbsenceCause::Outage,
        ["public", _] => AbsenceCause::PublicArea,
        [_, _, number] => AbsenceCause::Item(Committee::item(number)),
        _ => panic!("no such absence: {words:?}"),
    }
}

/// `move 5 public first`, `move 5 public after 2`.
fn move_item(number: &str, place: &[&str]) -> Command {
    let part = if place.first() == Some(&"public") { Part::Public } else { Part::NonPublic };
    let after = match place {
        [_, "first"] => None,
        [_, "after", other] => Some(Committee::item(other)),
        _ => panic!("no such place: {place:?}"),
    };
    Command::MoveItem { item: Committee::item(number), after, part }
}

fn vote_on(number: &str, words: &[&str], how: &str, note: Option<Note>) -> Command {
    let put = ballots::put(words);
    Command::RecordVote {
        item: Committee::item(number),
        matter: put.matter,
        majority: put.majority,
        repeats: put.repeats,
        wording_put: text("Der Ausschuss stimmt zu."),
        tally: votes(put.tally),
        announced: if how == "yes" { Announced::Accepted } else { Announced::Rejected },
        note,
    }
}

/// `open m1-m9 v10 official o1 guest g1 g2 remote m3`; the first one chairs.
fn open(words: &[&str]) -> Command {
    let (mut present, mut officials, mut guests) = (Vec::new(), Vec::new(), Vec::new());
    let mut remote = Vec::new();
    let mut which = &mut present;
    for word in words {
        match *word {
            "official" => which = &mut officials,
            "guest" => which = &mut guests,
            "remote" => which = &mut remote,
            range => which.extend(persons(range)),
        }
    }
    let chair = present.first().copied().unwrap_or_else(|| person("m1"));
    Command::OpenMeeting { chair, clerk: person("k1"), present, officials, guests, remote }
}

/// `m4`, or `m1-m9`.
fn persons(range: &str) -> Vec<PersonId> {
    let Some((first, last)) = range.split_once('-') else { return [person(range)].into() };
    let (kind, first) = first.split_at(1);
    let (first, last): (u16, u16) =
        (first.parse().expect("a number"), last[1..].parse().expect("a number"));
    (first..=last).map(|number| person(&format!("{kind}{number}"))).collect()
}

pub(super) fn person(key: &str) -> PersonId {
    Committee::person(key)
}

fn seat(number: &str) -> SeatId {
    SeatId::from_key(&format!("seat-{number}"))
}

pub(super) fn vote(act: &str) -> VoteId {
    VoteId::of_act(ActId::from_key(act))
}

fn attachment(number: &str) -> Attachment {
    Attachment {
        id: AttachmentId::from_key(number),
        label: format!("Anlage {number}"),
        title: String::from("Folien"),
        item: Some(Committee::item("5")),
        part: Part::Public,
    }
}

fn outcome(word: &str) -> Outcome {
    match word {
        "noted" => Outcome::Noted,
        "approved" => Outcome::Approved,
        "deferred" => Outcome::Deferred,
        "none" => Outcome::NoneOnPurpose,
        "putback" => Outcome::PutBack,
        "referred" => Outcome::Referred,
        "recommended" => Outcome::Recommended,
        "off" => Outcome::TakenOff,
        "withdrawn" => Outcome::Withdrawn,
        _ => panic!("no such outcome: {word}"),
    }
}

/// `all`, `9/3/1`, `said 9 - 1`, `factions 9/3/1 = 5/0/0 4/3/1`, `names 1:y 2:n 3:a`,
/// `secret 9/9 4/3/1/0 1`.
fn votes(words: &[&str]) -> Tally {
    match words {
        ["all"] => Tally::Unanimous {},
        ["secret", ballots, numbers, blank @ ..] => ballots::secret(ballots, count(numbers), blank),
        ["said", yes, no, abstain] => {
            let [yes, no, abstain] = [yes, no, abstain]
                .map(|said| said.parse().ok().map(|number| Stated { number, derived: false }));
            Tally::Announced { yes, no, abstain }
        }
        ["factions", whole, "=", parts @ ..] => Tally::Counted {
            count: count(whole),
            by_faction: (1..)
                .zip(parts)
                .map(|(number, part)| FactionCount {
                    faction: Committee::faction(number),
                    count: count(part),
                })
                .collect(),
        },
        ["names", ballots @ ..] => Tally::RollCall {
            ballots: ballots
                .iter()
                .map(|ballot| {
                    let (number, choice) = ballot.split_once(':').expect("seat:choice");
                    let choice = match choice {
                        "y" => Choice::Yes,
                        "n" => Choice::No,
                        _ => Choice::Abstain,
                    };
                    Ballot { seat: seat(number), choice }
                })
                .collect(),
        },
        [numbers] => Tally::Counted { count: count(numbers), by_faction: Vec::new() },
        _ => panic!("no such tally: {words:?}"),
    }
}

fn count(numbers: &str) -> Count {
    let mut numbers = numbers.split('/').map(|n| n.parse().expect("a number"));
    let mut next = || numbers.next().unwrap_or(0);
    Count { yes: next(), no: next(), abstain: next(), invalid: next() }
}

/// An event in a few words.
pub(super) fn brief(new: &NewEvent) -> String {
    let kind = new.event.kind();
    let at = new.occurred_at.clock();
    let what = match &new.event {
        Event::SubstituteSeated { seated, .. }
        | Event::MemberArrived { seated, .. }
        | Event::MemberDeparted(seated) => on(seated.person, seated.seat),
        Event::SubstitutionEnded { seat, substitute } => on(*substitute, *seat),
        Event::MeetingOpened { present, .. } => format!("with {}", present.len()),
        Event::MemberExcused { person }
        | Event::AttendeeArrived { person, .. }
        | Event::AttendeeDeparted { person, .. }
        | Event::RecusalDeclared { person, .. }
        | Event::RecusalEnded { person, .. }
        | Event::AbsenceBegan { person, .. }
        | Event::AbsenceEnded { person, .. }
        | Event::ChairChanged { chair: person }
        | Event::ClerkChanged { clerk: person }
        | Event::CandidacyWithdrawn { person, .. }
        | Event::LotDrawn { winner: person, .. }
        | Event::ElectionAnswered { person, .. } => name(*person),
        Event::QuorumEstablished { basis } | Event::LackOfQuorumDeclared { basis } => {
            format!("with {}", basis.votes())
        }
        Event::ItemCalled { item }
        | Event::ItemClosed { item, .. }
        | Event::OutcomeRecorded { item, .. }
        | Event::ItemMoved { item, .. }
        | Event::MotionFiled { motion: Motion { item, .. } }
        | Event::VoteMethodRequested { item, .. }
        | Event::ElectionOpened { item, .. }
        | Event::TextFixed { item, .. } => number(*item),
        Event::ItemAdded { item, .. } => number(item.id),
        Event::VoteOpened { item, basis, .. } => {
            format!("{} with {}", number(*item), basis.votes())
        }
        Event::VoteClosed { result, .. } => result.wording.clone(),
        Event::ResultWorded { words, .. } => words.clone().unwrap_or_default(),
        Event::BasisChanged { old, new, .. } => format!("{} to {}", old.votes(), new.votes()),
        Event::ItemsJoined { items } => {
            items.iter().map(|item| number(*item)).collect::<Vec<_>>().join(" ")
        }
        Event::RoundClosed { result, .. } => format!("{:?}", result.outcome),
        Event::PartChanged { left, .. }
        | Event::MeetingResumed { missing: left }
        | Event::RunoffSettled { persons: left, .. } => {
            left.iter().map(|who| name(*who)).collect::<Vec<_>>().join(" ")
        }
        Event::AttachmentListed { attachment } => attachment.label.clone(),
        Event::MeetingAdjourned { to } => to.to_string(),
        Event::PresenceChecked { counted, .. } => counted.to_string(),
        Event::ProceedingRecorded { proceeding, .. } => {
            proceeding.persons().iter().map(|who| name(*who)).collect::<Vec<_>>().join(" ")
        }
        Event::ActWithdrawn { act } => {
            let found = (0..100).find(|n| ActId::from_key(&format!("a{n}")) == *act);
            found.map_or_else(String::new, |n| format!("a{n}"))
        }
        Event::MeetingPrepared { .. }
        | Event::InvitationConfirmed {}
        | Event::BasisConfirmed { .. }
        | Event::MotionWithdrawn { .. }
        | Event::MeetingInterrupted {}
        | Event::MeetingClosed {} => String::new(),
    };
    format!("{at} {kind} {what}").trim_end().to_string()
}

fn name(id: PersonId) -> String {
    let keys = Committee::new(17).advisers(2).keys();
    keys.into_iter().find(|key| person(key) == id).expect("a person of the committee")
}

fn on(person: PersonId, seat: SeatId) -> String {
    let number = (1..30).find(|n| Committee::seat(*n) == seat).expect("a seat of the committee");
    format!("{} on {number}", name(person))
}

fn number(id: AgendaItemId) -> String {
    let numbers =
        ["1", "1.1", "1.2", "1.3", "2", "3", "4", "4.1", "4.2", "5", "6", "4.3", "n1", "n2"];
    let found = numbers.into_iter().find(|number| Committee::item(number) == id);
    found.expect("an item of the agenda").to_string()
}

fn admit(who: &str, capacity: Capacity, item: &[&str]) -> Command {
    let item = item.first().map(|number| Committee::item(number));
    Command::AdmitAttendee { person: person(who), capacity, mode: Mode::Room, item }
}
