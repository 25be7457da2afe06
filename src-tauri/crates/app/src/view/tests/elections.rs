//! Elections, chair and quorum page as a window sees them: rounds, lot and answer, who takes the
//! chair and when it goes back, the history of the quorum.

use super::{arrives, item, leaves, open, person, record, source};
use crate::core::directory::MasterRow;
use crate::core::membership::Status;
use crate::core::person::Person;
use crate::core::rules::attendance::RecusalBasis;
use crate::core::rules::profile::{MajorityBase, MajorityId, Op, QualifiedMajority, Threshold};
use crate::core::session::Command;
use crate::core::session::election::{Answer, Ballots, CandidateVotes, ElectionMethod, RoundTally};
use crate::core::testing::{Committee, Rehearsal};
use crate::core::{ActId, ElectionId};
use crate::view::{
    ElectionStep, ElectionView, HistoryKind, RoundForm, RoundPreview, Tone, VoteView, conduct,
    elections, history, results,
};

const ALL: [&str; 9] = ["m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9"];

fn session(candidates: &[&str], method: ElectionMethod) -> Rehearsal {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    open(&mut rehearsal, "16:32", &ALL);
    record(&mut rehearsal, "16:40", &Command::CallItem { item: item("3") });
    let command = Command::OpenElection {
        item: item("3"),
        post: "stellv. Vorsitz".to_owned(),
        candidates: candidates.iter().map(|key| person(key)).collect(),
        method,
        majority: None,
    };
    record(&mut rehearsal, "16:45", &command);
    rehearsal
}

fn under_way(rehearsal: &Rehearsal) -> Option<ElectionView> {
    elections::view(&source(rehearsal, None), item("3"))
}

fn form(rehearsal: &Rehearsal) -> RoundForm {
    match under_way(rehearsal).map(|one| one.step) {
        Some(ElectionStep::Round { form, .. }) => form,
        other => panic!("no round, but {other:?}"),
    }
}

fn id(rehearsal: &Rehearsal) -> ElectionId {
    rehearsal.state.now.elections.last().unwrap().id
}

fn tally(votes: &[(&str, u16)], no: u16) -> RoundTally {
    let votes =
        votes.iter().map(|(key, votes)| CandidateVotes { person: person(key), votes: *votes });
    RoundTally {
        candidates: votes.collect(),
        no,
        abstain: 0,
        invalid: 0,
        blank: 0,
        ballots: None,
        tellers: Vec::new(),
    }
}

fn preview(rehearsal: &Rehearsal, tally: &RoundTally, corrects: Option<ActId>) -> RoundPreview {
    let source = source(rehearsal, None);
    elections::preview(&source, id(rehearsal), (tally, false), corrects).unwrap()
}

fn round(rehearsal: &mut Rehearsal, clock: &str, tally: RoundTally) {
    let election = id(rehearsal);
    record(rehearsal, clock, &Command::RecordRound { election, tally, note: None });
}

fn cards(rehearsal: &Rehearsal) -> Vec<VoteView> {
    let source = source(rehearsal, None);
    results::results(&source, source.now.item(item("3")).unwrap())
}

#[test]
fn a_run_off_is_between_two_and_ends_by_lot_and_answer() {
    let mut rehearsal = session(&["m2", "m3", "m4"], ElectionMethod::Ballot);
    let first = form(&rehearsal);
    assert_eq!((first.title.as_str(), first.entitled, first.by_ballot), ("1. Wahlgang", 9, true));
    assert!(under_way(&rehearsal).unwrap().opened.is_some());
    assert!(first.rule.starts_with("Gewählt ist, wer mehr als die Hälfte der gültigen Stimmen"));
    let votes = tally(&[("m2", 4), ("m3", 3), ("m4", 2)], 0);
    let said = preview(&rehearsal, &votes, None);
    assert_eq!((said.title.as_str(), said.open, said.elected), ("Engere Wahl", 0, false));
    assert!(said.words.contains("engere Wahl zwischen"), "{}", said.words);
    round(&mut rehearsal, "16:50", votes);

    let second = form(&rehearsal);
    let names: Vec<_> = second.candidates.iter().map(|one| one.person).collect();
    assert_eq!(names, [person("m2"), person("m3")]);
    assert_eq!(second.title, "2. Wahlgang, engere Wahl");
    assert!(second.rule.contains("die meisten Stimmen"));
    round(&mut rehearsal, "16:55", tally(&[("m2", 4), ("m3", 4)], 0));

    let Some(ElectionStep::Lot { words, persons }) = under_way(&rehearsal).map(|one| one.step)
    else {
        panic!("no lot")
    };
    assert!(words.contains("Das Los zieht die Vorsitzende"), "{words}");
    assert_eq!(persons.len(), 2);
    let election = id(&rehearsal);
    record(&mut rehearsal, "16:56", &Command::DrawLot { election, winner: person("m3") });
    let Some(ElectionStep::Answer { words }) = under_way(&rehearsal).map(|one| one.step) else {
        panic!("no answer")
    };
    assert!(words.ends_with("ist durch das Los gewählt."), "{words}");
    let answer = Command::AnswerElection { election, answer: Answer::Declined };
    record(&mut rehearsal, "16:57", &answer);
    assert_eq!(under_way(&rehearsal), None);

    // What is taken back is the answer, not the round that it hangs on; an earlier round is itself.
    let cards = cards(&rehearsal);
    let last = cards.last().unwrap();
    assert_ne!(last.undo, last.act);
    let ongoing: Vec<bool> = cards.iter().map(|one| one.round.as_ref().unwrap().ongoing).collect();
    assert_eq!((ongoing, last.title.as_str()), (vec![true, false], "Durch Los gewählt"));
    assert_eq!(cards[0].undo, cards[0].act);
    let back = Command::Correct { act: last.undo, replacement: None };
    record(&mut rehearsal, "17:00", &back);
    let step = under_way(&rehearsal).unwrap().step;
    assert!(matches!(step, ElectionStep::Answer { .. }));
}

#[test]
fn whoever_withdraws_is_named_at_the_round_before_and_stands_no_more() {
    let mut rehearsal = session(&["m2", "m3", "m4"], ElectionMethod::Ballot);
    let election = id(&rehearsal);
    let withdraw = |key: &str| Command::WithdrawCandidacy { election, person: person(key) };
    record(&mut rehearsal, "16:48", &withdraw("m4"));
    // The opening is not taken back under what followed it.
    assert_eq!(under_way(&rehearsal).unwrap().opened, None);
    let opened = cards(&rehearsal);
    assert!(opened[0].details.last().unwrap().ends_with("zieht die Kandidatur zurück."));
    round(&mut rehearsal, "16:50", tally(&[("m2", 4), ("m3", 4)], 1));
    let two = form(&rehearsal);
    record(&mut rehearsal, "16:51", &withdraw("m3"));
    let one = form(&rehearsal);
    assert_eq!((two.candidates.len(), one.candidates.len()), (2, 1));
    assert!(two.rule.contains("die meisten Stimmen") && one.rule.contains("mehr als die Hälfte"));
    assert!(!one.rule.contains("das Los"), "{}", one.rule);
    // As it is corrected, the first round is between both.
    let entered = cards(&rehearsal)[0].round.clone().unwrap();
    assert_eq!(entered.form.candidates.len(), 2);
    record(&mut rehearsal, "16:52", &withdraw("m2"));
    assert_eq!(under_way(&rehearsal), None);
    let details = cards(&rehearsal)[0].details.clone();
    let said: Vec<&str> = details.iter().rev().take(3).map(String::as_str).collect();
    assert_eq!(said[0], "Es steht niemand mehr zur Wahl.");
    assert!(said[1..].iter().all(|one| one.ends_with("zieht die Kandidatur zurück.")), "{said:?}");
}

#[test]
fn a_round_is_corrected_with_what_it_rests_on() {
    let mut rehearsal = session(&["m2", "m3"], ElectionMethod::Ballot);
    round(&mut rehearsal, "16:50", tally(&[("m2", 4), ("m3", 4)], 1));
    round(&mut rehearsal, "16:52", tally(&[("m2", 5), ("m3", 4)], 0));
    // Who leaves later does not count in a correction.
    record(&mut rehearsal, "16:55", &leaves("m9"));
    let cards = cards(&rehearsal);
    let entered = cards[0].round.clone().unwrap();
    assert_eq!((entered.form.title.as_str(), entered.form.entitled), ("1. Wahlgang", 9));
    assert_eq!((entered.tally.no, entered.tally.candidates.len()), (1, 2));
    assert!(cards[0].can_correct);
    let said = preview(&rehearsal, &tally(&[("m2", 5), ("m3", 4)], 0), Some(cards[0].act));
    assert_eq!((said.title.as_str(), said.open), ("Gewählt", 0));
    let second = cards[1].round.clone().unwrap();
    assert_eq!(second.form.title, "2. Wahlgang, engere Wahl");
}

#[test]
fn what_does_not_add_up_needs_a_note() {
    let rehearsal = session(&["m2"], ElectionMethod::ShowOfHands);
    let one = preview(&rehearsal, &tally(&[("m2", 6)], 2), None);
    assert_eq!((one.open_words.as_str(), one.tone), ("1\u{a0}Stimme offen", Tone::Warning));
    assert!(one.elected && !one.needs_note);
    let many = preview(&rehearsal, &tally(&[("m2", 9)], 1), None);
    assert_eq!((many.open_words.as_str(), many.tone), ("1\u{a0}Stimme zu viel", Tone::Danger));
    assert!(many.needs_note && many.elected, "with a note it has the result of its numbers");
    let ballots = Some(Ballots { handed_out: 9, returned: 8 });
    let papers = preview(&rehearsal, &RoundTally { ballots, ..tally(&[("m2", 9)], 0) }, None);
    assert!(papers.needs_note);
    assert!(papers.hints.iter().any(|hint| hint.contains("ausgegeben 9, zurückgegeben 8")));
}

/// The votes of the only candidate are what remains, whatever the window sent for them.
#[test]
fn what_remains_goes_to_the_only_candidate() {
    let rehearsal = session(&["m2"], ElectionMethod::ShowOfHands);
    let rest = |votes, no| {
        let (source, sent) = (source(&rehearsal, None), tally(&[("m2", votes)], no));
        elections::preview(&source, id(&rehearsal), (&sent, true), None).unwrap()
    };
    let said = rest(0, 2);
    assert_eq!((said.rest, said.open, said.elected), (Some(7), 0, true));
    assert_eq!((rest(99, 9).rest, rest(5, 12).rest), (Some(0), Some(0)));
    assert_eq!(rest(5, 12).open_words, "3\u{a0}Stimmen zu viel");
    assert_eq!(preview(&rehearsal, &tally(&[("m2", 5)], 0), None).rest, None);
    let two = session(&["m2", "m3"], ElectionMethod::ShowOfHands);
    let sent = tally(&[("m2", 1), ("m3", 1)], 0);
    let said = elections::preview(&source(&two, None), id(&two), (&sent, true), None).unwrap();
    assert_eq!((said.rest, said.open), (None, 7));
}

/// § 25 Abs. 2 with § 35 Abs. 3 KrO NRW: the head of the administration is named where that one has no
/// vote, ahead and in the record; a share of the members is for votes.
#[test]
fn who_has_no_vote_in_an_election_is_said_before_it_and_after_it() {
    let mut rehearsal = Rehearsal::unprepared(Committee::new(9).headed());
    let named = |id: &str, threshold: Option<Threshold>| QualifiedMajority {
        id: MajorityId(id.to_owned()),
        name: id.to_owned(),
        threshold,
        base: MajorityBase::Statutory,
        unanimous: false,
        moved_by: None,
        without_hvb: "§ 25 Abs. 2 KrO NRW".to_owned(),
        statute: "§ 35 Abs. 3 KrO NRW".to_owned(),
    };
    let half = Threshold { op: Op::More, num: 1, den: 2 };
    let profile = &mut rehearsal.profiles[0];
    profile.voting_statuses.push(Status::HVB);
    profile.vote.qualified = vec![named("share", Some(half)), named("without", None)];
    let plan = rehearsal.committee.plan();
    record(&mut rehearsal, "16:00", &Command::PrepareMeeting { plan });
    open(&mut rehearsal, "16:32", &ALL);
    record(&mut rehearsal, "16:40", &Command::CallItem { item: item("3") });
    let said = "stimmt nicht mit (§ 25 Abs. 2 KrO NRW).";
    let unbound = |words: &str| words.replace('\u{a0}', " ");
    let offered = elections::opening(&source(&rehearsal, None)).majorities;
    let [without] = offered.as_slice() else { panic!("{offered:?}") };
    assert!(unbound(&without.words).ends_with(said), "{without:?}");
    let command = Command::OpenElection {
        item: item("3"),
        post: "Beirat".to_owned(),
        candidates: vec![person("m2")],
        method: ElectionMethod::ShowOfHands,
        majority: Some(without.id.clone()),
    };
    record(&mut rehearsal, "16:45", &command);
    let round_form = form(&rehearsal);
    assert_eq!(round_form.entitled, 8);
    assert!(unbound(&round_form.rule).ends_with(said), "{}", round_form.rule);
    assert!(preview(&rehearsal, &tally(&[("m2", 9)], 0), None).needs_note);
    round(&mut rehearsal, "16:50", tally(&[("m2", 8)], 0));
    let card = cards(&rehearsal).remove(0);
    assert!(card.details.iter().any(|one| one.starts_with("Nicht mitgestimmt hat ")), "{card:?}");
    assert_eq!(card.round.unwrap().form.entitled, 8);
}

#[test]
fn members_who_are_there_are_proposed_first() {
    let rehearsal = session(&["m2"], ElectionMethod::Ballot);
    let view = elections::opening(&source(&rehearsal, None));
    let at = |key: &str| view.persons.iter().position(|one| one.person == person(key)).unwrap();
    assert!(at("m9") < at("v1") && at("v1") < at("g1"), "{:?}", view.persons);
    assert_eq!(view.persons.len(), rehearsal.directory.persons.len());
    assert!(view.by_hands.starts_with("Offen gewählt wird nur, wenn niemand widerspricht"));
}

/// Where chair and deputies are prevented the eldest leads, as far as everybody's age is known.
#[test]
fn the_eldest_is_proposed_where_the_age_of_all_is_known() {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    open(&mut rehearsal, "16:32", &["m1", "m2", "m3", "m4", "m5"]);
    record(&mut rehearsal, "16:40", &leaves("m1"));
    let born = |rehearsal: &mut Rehearsal, key: &str, day: &str| {
        let known = rehearsal.directory.persons[&person(key)].clone();
        let row = Person { birth_date: Some(day.parse().unwrap()), ..known };
        rehearsal.directory.put(MasterRow::Person(row));
    };
    for (key, day) in [("m2", "1971-05-02"), ("m3", "1949-12-31"), ("m4", "1950-01-01")] {
        born(&mut rehearsal, key, day);
    }
    // The one whose age is not known could be older.
    let chairs = |rehearsal: &Rehearsal| -> Vec<_> {
        let view = conduct::succession(&source(rehearsal, None));
        view.chairs.into_iter().map(|one| one.person).collect()
    };
    assert_eq!(conduct::lead(&source(&rehearsal, None)).offer, None);
    assert_eq!(chairs(&rehearsal), ["m2", "m3", "m4", "m5"].map(person));
    born(&mut rehearsal, "m5", "1960-06-06");
    let offer = conduct::lead(&source(&rehearsal, None)).offer.unwrap();
    assert_eq!(offer.person, person("m3"));
    assert!(offer.words.ends_with(" übernimmt als ältestes Mitglied den Vorsitz"), "{offer:?}");
    assert_eq!(chairs(&rehearsal), ["m3", "m4", "m5", "m2"].map(person));
    let said = conduct::succession(&source(&rehearsal, None)).chairs_words;
    assert!(said.contains("nach dem Alter.") && said.ends_with("das älteste Mitglied."), "{said}");
}

#[test]
fn the_chair_passes_on_and_back() {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    open(&mut rehearsal, "16:32", &ALL);
    record(&mut rehearsal, "16:40", &Command::CallItem { item: item("3") });
    let lead = |rehearsal: &Rehearsal| conduct::lead(&source(rehearsal, None));
    assert_eq!((lead(&rehearsal).words.as_str(), lead(&rehearsal).offer), ("", None));
    let biased = Command::DeclareRecusal {
        person: person("m1"),
        item: item("3"),
        by: RecusalBasis::Declared,
        note: None,
    };
    record(&mut rehearsal, "16:41", &biased);
    let hint = lead(&rehearsal);
    assert!(hint.leaderless);
    assert!(
        hint.words.ends_with("führt den Vorsitz und ist zu TOP\u{a0}3 befangen."),
        "{}",
        hint.words
    );
    // No deputy is there: nobody is proposed, all members can take it.
    assert_eq!(hint.offer, None);
    let view = conduct::succession(&source(&rehearsal, None));
    let chairs: Vec<_> = view.chairs.iter().map(|one| one.person).collect();
    assert_eq!(chairs[..2], [person("m2"), person("m3")]);
    assert!(!chairs.contains(&person("m1")) && view.chairs_words.contains("das älteste Mitglied"));
    record(&mut rehearsal, "16:42", &Command::ChangeChair { chair: person("m2") });
    // As long as the bias lasts nothing is offered.
    assert_eq!(lead(&rehearsal).offer, None);
    let close = Command::CloseItem { item: item("3"), settles: Vec::new() };
    record(&mut rehearsal, "16:50", &close);
    let back = lead(&rehearsal);
    assert_eq!(back.offer.as_ref().map(|one| one.person), Some(person("m1")));
    assert!(back.offer.unwrap().words.starts_with("Vorsitz zurück an"));
    assert!(back.words.ends_with("führt den Vorsitz seit 16:42 Uhr."), "{}", back.words);
    record(&mut rehearsal, "16:51", &Command::ChangeChair { chair: person("m1") });
    assert_eq!(lead(&rehearsal).offer, None);
    record(&mut rehearsal, "16:52", &leaves("m1"));
    assert!(lead(&rehearsal).words.ends_with("und ist nicht mehr anwesend."));
}

#[test]
fn the_history_has_steps_findings_and_what_is_put_back() {
    use HistoryKind::{Change, Established, Lacking};
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    open(&mut rehearsal, "16:32", &["m1", "m2", "m3", "m4", "m5", "m6"]);
    record(&mut rehearsal, "16:33", &Command::EstablishQuorum {});
    record(&mut rehearsal, "16:40", &Command::CallItem { item: item("3") });
    record(&mut rehearsal, "16:45", &arrives("m7"));
    for key in ["m2", "m3", "m4"] {
        record(&mut rehearsal, "17:05", &leaves(key));
    }
    let before = history::view(&source(&rehearsal, None));
    assert_eq!((before.put_back, before.second_call.as_str()), (None, ""));
    record(&mut rehearsal, "17:10", &Command::DeclareLackOfQuorum {});
    let view = history::view(&source(&rehearsal, None));
    let steps: Vec<(u32, u16, bool)> =
        view.steps.iter().map(|one| (one.minute, one.present, one.holds)).collect();
    let holds = |minute: u32| view.steps.iter().find(|one| one.minute == minute).unwrap().holds;
    assert_eq!(steps, [(0, 6, holds(0)), (13, 7, holds(13)), (33, 4, false)]);
    assert_eq!((view.minutes, view.top), (40, 9));
    let kinds: Vec<HistoryKind> = view.rows.iter().map(|row| row.kind).collect();
    assert_eq!(kinds, [Lacking, Change, Change, Established, Change]);
    // Three who leave in one minute are one row.
    assert_eq!(view.rows[1].words.matches("geht").count(), 3);
    assert_eq!((view.rows[1].time.as_str(), view.rows[1].size.as_str()), ("17:05", "4 von 9"));
    assert!(!view.rows[1].size_holds);
    let labels: Vec<&str> = view.ticks.iter().map(|tick| tick.label.as_str()).collect();
    assert_eq!(labels, ["16:32", "16:40", "16:50", "17:00", "17:10"]);
    let back = view.put_back.unwrap();
    assert_eq!((back.item, back.words.as_str()), (item("3"), "TOP\u{a0}3 zurückstellen"));
    assert!(view.second_call.contains("kommt es dort auf die Zahl der Anwesenden nicht an"));
    // Before the opening there is nothing to draw.
    let prepared = Rehearsal::new(Committee::new(9));
    assert!(history::view(&source(&prepared, None)).steps.is_empty());
}
