//! Votes as they are entered: what contradicts itself needs a note, what the law says is a hint.

use super::{check, enter, given, hints};
use crate::OrganizationId;
use crate::richtext::{Block, Fact, RichText};
use crate::rules::ReasonCode;
use crate::rules::majority::VoteOutcome;
use crate::session::Rejection;
use crate::session::command::Command;
use crate::testing::Committee;

/// Nine persons entitled and present.
const NINE: &[&str] = &["16:32 open m1-m5 m10-m13", "16:40 call 3"];

/// The result in words of a vote by nine persons.
fn wording(vote: &str) -> alloc::string::String {
    let mut rehearsal = given(NINE);
    let decision = enter(&mut rehearsal, vote).unwrap_or_else(|why| panic!("{vote}: {why:?}"));
    let line = super::briefly(&decision).pop().unwrap();
    line.trim_start_matches("17:00 VoteClosed ").into()
}

#[test]
fn numbers_that_nobody_announced_are_not_invented() {
    for (vote, expected) in [
        ("17:00 vote 3 all yes", "einstimmig angenommen"),
        ("17:00 vote 3 all no", "einstimmig abgelehnt"),
        ("17:00 vote 3 said - - - yes", "angenommen"),
        ("17:00 vote 3 said - - - no", "abgelehnt"),
        ("17:00 vote 3 said - - 2 yes", "bei 2 Enthaltungen angenommen"),
        ("17:00 vote 3 said 6 - - yes", "mit 6 Ja-Stimmen angenommen"),
        ("17:00 vote 3 said 6 - 1 yes", "mit 6 Ja-Stimmen bei 1 Enthaltung angenommen"),
        ("17:00 vote 3 said - 5 - no", "bei 5 Gegenstimmen abgelehnt"),
        ("17:00 vote 3 said - 0 - yes", "einstimmig angenommen"),
        ("17:00 vote 3 said 3 3 - no", "bei Stimmengleichheit abgelehnt"),
        ("17:00 vote 3 said 3 3 1 no", "bei Stimmengleichheit abgelehnt"),
        ("17:00 vote 3 said 0 0 - no", "abgelehnt (keine Mehrheit der Ja-Stimmen)"),
        ("17:00 vote 3 said 0 0 9 no", "abgelehnt (keine Mehrheit der Ja-Stimmen)"),
        ("17:00 vote 3 0/0/9 no", "abgelehnt (keine Mehrheit der Ja-Stimmen)"),
        ("17:00 vote 3 said 6 3 - yes", "mehrheitlich bei 3 Gegenstimmen angenommen"),
        ("17:00 vote 3 said 6 0 - yes", "einstimmig angenommen"),
        ("17:00 vote 3 said 2 3 - no", "mit 2 Ja-Stimmen bei 3 Gegenstimmen abgelehnt"),
        ("17:00 vote 3 said 0 3 - no", "einstimmig abgelehnt"),
        ("17:00 vote 3 said - 3 - yes", "mehrheitlich bei 3 Gegenstimmen angenommen"),
        (
            "17:00 vote 3 said - 3 1 yes",
            "mehrheitlich bei 3 Gegenstimmen und 1 Enthaltung angenommen",
        ),
        ("17:00 vote 3 said - 0 2 yes", "einstimmig bei 2 Enthaltungen angenommen"),
        ("17:00 vote 3 said 2 - - no", "mehrheitlich bei 2 Ja-Stimmen abgelehnt"),
        ("17:00 vote 3 said 0 - - no", "einstimmig abgelehnt"),
        ("17:00 vote 3 said 5 4 0 yes", "mehrheitlich bei 4 Gegenstimmen angenommen"),
        ("17:00 vote 3 6/3/0 yes", "mehrheitlich bei 3 Gegenstimmen angenommen"),
        ("17:00 vote 3 4/4/1 no", "bei Stimmengleichheit abgelehnt"),
        (
            "17:00 vote 3 factions 5/3/1 = 3/0/0 2/3/1 yes",
            "mehrheitlich bei 3 Gegenstimmen und 1 Enthaltung angenommen",
        ),
    ] {
        assert_eq!(wording(vote), expected, "{vote}");
    }
}

#[test]
fn contradictions_need_a_note_and_are_then_recorded_as_such() {
    use ReasonCode::{AnnouncedDiffers, SeatNotEntitled, SumsDiffer, TooManyVotes};
    let too_many = |votes| Rejection::TooManyVotes { votes, entitled: 9 };
    let no_vote = |seat| Rejection::SeatNotEntitled { seat: Committee::seat(seat) };
    for (vote, why, code) in [
        ("17:00 vote 3 6/3/1 yes", too_many(10), TooManyVotes),
        ("17:00 vote 3 said 6 4 - yes", too_many(10), TooManyVotes),
        ("17:00 vote 3 said - 10 - no", too_many(10), TooManyVotes),
        ("17:00 vote 3 4/4/1 yes", Rejection::AnnouncedDiffers, AnnouncedDiffers),
        ("17:00 vote 3 5/4/0 no", Rejection::AnnouncedDiffers, AnnouncedDiffers),
        ("17:00 vote 3 said 3 5 - yes", Rejection::AnnouncedDiffers, AnnouncedDiffers),
        ("17:00 vote 3 said 0 - - yes", Rejection::AnnouncedDiffers, AnnouncedDiffers),
        // Four of nine cannot outvote five, and five cannot be outvoted.
        ("17:00 vote 3 said - 5 - yes", Rejection::AnnouncedDiffers, AnnouncedDiffers),
        ("17:00 vote 3 said - 4 1 yes", Rejection::AnnouncedDiffers, AnnouncedDiffers),
        ("17:00 vote 3 said 5 - - no", Rejection::AnnouncedDiffers, AnnouncedDiffers),
        ("17:00 vote 3 factions 5/3/1 = 3/0/0 2/3/0 yes", Rejection::SumsDiffer, SumsDiffer),
        // Absent, advisory (V23): no vote.
        ("17:00 vote 3 names 1:y 6:y yes", no_vote(6), SeatNotEntitled),
        ("17:00 vote 3 names 1:y 18:y yes", no_vote(18), SeatNotEntitled),
    ] {
        check(NINE, vote, Err(why));
        let noted = alloc::format!("{vote} note so bekannt gegeben");
        let mut rehearsal = given(NINE);
        let codes = hints(&mut rehearsal, &noted);
        assert!(codes.contains(&code), "{vote}: {codes:?}");
        let closed = rehearsal.state.now.votes[0].closed.clone().unwrap();
        assert_eq!(closed.result.outcome, VoteOutcome::Inconsistent, "{vote}");
    }
}

#[test]
fn a_note_excuses_no_seat_that_votes_twice_and_none_that_does_not_exist() {
    let twice = Rejection::SeatTwice { seat: Committee::seat(1) };
    check(NINE, "17:00 vote 3 names 1:y 1:y yes note trotzdem", Err(twice));
    let unknown = Rejection::UnknownSeat { seat: Committee::seat(40) };
    check(NINE, "17:00 vote 3 names 40:y yes note trotzdem", Err(unknown));
    let mut rehearsal = given(NINE);
    let (at, mut command) = super::act("17:00 vote 3 factions 5/3/1 = 5/3/1 yes");
    if let Command::RecordVote { tally, .. } = &mut command
        && let crate::session::command::Tally::Counted { by_faction, .. } = tally
    {
        by_faction[0].faction = OrganizationId::from_key("nobody");
    }
    assert_eq!(rehearsal.act(at, &command), Err(Rejection::UnknownOrganization));
}

#[test]
fn a_vote_needs_an_item_and_its_words() {
    let item = Committee::item("9");
    check(NINE, "17:00 vote 9 all yes", Err(Rejection::UnknownItem { item }));
    check(&[], "17:00 vote 3 all yes", Err(Rejection::NotOpen));
    let (at, mut command) = super::act("17:00 vote 3 all yes");
    if let Command::RecordVote { wording_put, .. } = &mut command {
        *wording_put = RichText::paragraphs([" \u{A0}", "\u{200B}"]);
        wording_put.blocks.push(Block::Fact { fact: Fact::Quorum {} });
    }
    assert_eq!(given(NINE).act(at, &command), Err(Rejection::TextMissing));
}

#[test]
fn no_vote_is_refused_for_lack_of_quorum() {
    use ReasonCode::{DeemedQuorate, LackOfQuorum, NotAllVoted};
    for (acts, vote, expected) in [
        (&["m1-m3"][..], "17:00 vote 3 all yes", &[DeemedQuorate][..]),
        (&["m1-m3", "16:40 quorum"], "17:00 vote 3 3/0/0 yes", &[DeemedQuorate]),
        (&["m1-m3", "16:40 lack"], "17:00 vote 3 all yes", &[LackOfQuorum]),
        (&["m1-m5 m10-m13", "16:40 lack"], "17:00 vote 3 all yes", &[LackOfQuorum]),
        (&["m1-m5 m10-m13", "16:40 lack", "16:50 quorum"], "17:00 vote 3 all yes", &[]),
        (&["m1-m5 m10-m13"], "17:00 vote 3 5/3/0 yes", &[NotAllVoted]),
    ] {
        let (who, acts) = acts.split_first().unwrap();
        let open = alloc::format!("16:32 open {who}");
        let mut rehearsal = given(&[open.as_str(), "16:33 call 3"]);
        for act in acts {
            enter(&mut rehearsal, act).unwrap();
        }
        assert_eq!(hints(&mut rehearsal, vote), expected, "{acts:?} {vote}");
    }
}

#[test]
fn where_nobody_is_entitled_nobody_was_unanimous() {
    let alone: &[&str] = &["16:32 open m1", "16:35 call 3", "16:40 recuse m1 3"];
    for (vote, why) in [
        ("17:00 vote 3 all yes", Rejection::NobodyEntitled),
        ("17:00 vote 3 all no", Rejection::NobodyEntitled),
        ("17:00 vote 3 said - - - yes", Rejection::NobodyEntitled),
        ("17:00 vote 3 said - - - no", Rejection::NobodyEntitled),
        ("17:00 vote 3 said 1 - - yes", Rejection::TooManyVotes { votes: 1, entitled: 0 }),
        ("17:00 vote 3 1/0/0 yes", Rejection::TooManyVotes { votes: 1, entitled: 0 }),
    ] {
        check(alone, vote, Err(why));
    }
    let codes = hints(&mut given(alone), "17:00 vote 3 all yes note so bekannt gegeben");
    assert!(codes.contains(&ReasonCode::NobodyEntitled), "{codes:?}");
}

#[test]
fn a_faction_is_counted_once_whatever_the_note_says() {
    for note in ["", " note trotzdem"] {
        let (at, mut command) =
            super::act(&alloc::format!("17:00 vote 3 factions 5/3/1 = 3/0/0 2/3/1 yes{note}"));
        if let Command::RecordVote { tally, .. } = &mut command
            && let crate::session::command::Tally::Counted { by_faction, .. } = tally
        {
            by_faction[1].faction = by_faction[0].faction;
        }
        let twice = Rejection::FactionTwice { faction: Committee::faction(1) };
        assert_eq!(given(NINE).act(at, &command), Err(twice), "{note}");
    }
}

#[test]
fn the_highest_numbers_are_refused_and_not_added_wrongly() {
    let votes = 4 * 65535;
    let too_many = Rejection::TooManyVotes { votes, entitled: 9 };
    check(NINE, "17:00 vote 3 65535/65535/65535/65535 no", Err(too_many));
}
