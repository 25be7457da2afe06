//! Keys of a script: which ids they stand for, and votes and elections named by their act.
//!
//! It judges nothing: a key that no act has stays what it is, and the engine does not know it.

use super::Script;
use crate::core::session::Command;
use crate::core::{
    ActId, AgendaItemId, AttachmentId, BodyId, ElectionId, MembershipId, MotionId, OccupancyId,
    OrganizationId, PaperId, PersonId, SeatId, VoteId,
};
use serde_json::Value;
use std::collections::BTreeMap;

/// Ids of votes and elections by what the key of their act would stand for.
#[derive(Default)]
struct Held {
    votes: BTreeMap<VoteId, VoteId>,
    elections: BTreeMap<ElectionId, ElectionId>,
}

/// Puts the id of the vote, or of the election, where the key of the act stands that holds it.
pub(super) fn resolve(script: &mut Script) {
    let mut held = Held::default();
    for key in script.acts.iter().filter_map(|act| act.act.as_ref()) {
        let (Ok(act), Ok(vote), Ok(election)) =
            (ActId::parse(key), VoteId::parse(key), ElectionId::parse(key))
        else {
            continue;
        };
        held.votes.insert(vote, VoteId::of_act(act));
        held.elections.insert(election, ElectionId::of_act(act));
    }
    for act in &mut script.acts {
        name(&mut act.command, &held);
    }
}

fn name(command: &mut Command, held: &Held) {
    match command {
        Command::ConfirmBasis { vote, .. }
        | Command::WordResult { vote, .. }
        | Command::RecordVote { repeats: Some(vote), .. } => {
            *vote = held.votes.get(vote).copied().unwrap_or(*vote);
        }
        Command::RecordRound { election, .. }
        | Command::WithdrawCandidacy { election, .. }
        | Command::SettleRunoff { election, .. }
        | Command::DrawLot { election, .. }
        | Command::AnswerElection { election, .. } => {
            *election = held.elections.get(election).copied().unwrap_or(*election);
        }
        Command::Correct { replacement: Some(command), .. } => name(command, held),
        _ => {}
    }
}

/// The keys of a script by every id that they can stand for.
pub(super) fn collect(value: &Value, keys: &mut BTreeMap<String, String>) {
    match value {
        Value::String(text) if PersonId::parse(text).is_ok() => {
            let act = ActId::from_key(text);
            let ids = [
                PersonId::from_key(text).to_string(),
                SeatId::from_key(text).to_string(),
                AgendaItemId::from_key(text).to_string(),
                OrganizationId::from_key(text).to_string(),
                BodyId::from_key(text).to_string(),
                act.to_string(),
                VoteId::from_key(text).to_string(),
                VoteId::of_act(act).to_string(),
                MotionId::from_key(text).to_string(),
                ElectionId::from_key(text).to_string(),
                ElectionId::of_act(act).to_string(),
                OccupancyId::from_key(text).to_string(),
                MembershipId::from_key(text).to_string(),
                AttachmentId::from_key(text).to_string(),
                PaperId::from_key(text).to_string(),
            ];
            keys.extend(ids.into_iter().map(|id| (id, text.clone())));
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, keys)),
        Value::Object(fields) => fields.values().for_each(|value| collect(value, keys)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::session::election::RoundTally;
    use crate::script::read;

    fn script(acts: &str) -> Script {
        let text = format!(
            r#"{{"format": 1, "zone": "Europe/Berlin", "master": [], "meeting": {{"id": "s",
            "prepared": "2026-11-02T09:00", "plan": {{"organization": "a", "start":
            "2026-11-12T16:30+01:00", "location": {{"description": "Kreishaus",
            "streetAddress": "Am Anger 3", "postalCode": "00817", "locality": "Auental", "room": "1"}},
            "agenda": []}}}}, "acts": [{acts}]}}"#
        );
        read(&text).unwrap().script
    }

    #[test]
    fn a_vote_and_an_election_are_named_by_their_act() {
        let read = script(
            r#"{"at": "2026-11-12T17:00", "do": {"type": "openElection", "item": "t", "post": "P",
              "candidates": ["x"], "method": "ballot"}, "act": "wahl"},
            {"at": "2026-11-12T17:01", "do": {"type": "recordRound", "election": "wahl",
              "tally": {"candidates": []}}},
            {"at": "2026-11-12T17:02", "do": {"type": "drawLot", "election": "wahl", "winner": "x"}},
            {"at": "2026-11-12T17:02", "do": {"type": "drawLot", "election": "andere", "winner": "x"}},
            {"at": "2026-11-12T17:03", "do": {"type": "correct", "act": "wahl", "replacement":
              {"type": "answerElection", "election": "wahl", "answer": "accepted"}}},
            {"at": "2026-11-12T17:04", "do": {"type": "confirmBasis", "vote": "wahl", "note": "N"}},
            {"at": "2026-11-12T17:05", "do": {"type": "wordResult", "vote": "wahl", "words": "W"}}"#,
        );
        let wahl = ElectionId::of_act(ActId::from_key("wahl"));
        let commands: Vec<&Command> = read.acts.iter().map(|act| &act.command).collect();
        let [
            _,
            round,
            lot,
            other,
            Command::Correct { replacement: Some(answer), .. },
            confirm,
            word,
        ] = commands.as_slice()
        else {
            panic!("{commands:?}")
        };
        let tally: RoundTally = serde_json::from_str(r#"{"candidates": []}"#).unwrap();
        assert_eq!(**round, Command::RecordRound { election: wahl, tally, note: None });
        let winner = PersonId::from_key("x");
        assert_eq!(**lot, Command::DrawLot { election: wahl, winner });
        let election = ElectionId::from_key("andere");
        assert_eq!(**other, Command::DrawLot { election, winner });
        assert!(matches!(**answer, Command::AnswerElection { election, .. } if election == wahl));
        let vote = VoteId::of_act(ActId::from_key("wahl"));
        assert!(matches!(confirm, Command::ConfirmBasis { vote: named, .. } if *named == vote));
        assert!(matches!(word, Command::WordResult { vote: named, .. } if *named == vote));
    }
}
