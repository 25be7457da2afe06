//! Ways to vote beside a show of hands: what they need in numbers, and what a request means.

use super::{item, open, record, source};
use crate::core::agenda_item::Outcome;
use crate::core::rules::majority::{Count, Method};
use crate::core::rules::profile::{
    MajorityBase, MajorityId, Op, QualifiedMajority, RuleProfile, Threshold,
};
use crate::core::session::Command;
use crate::core::session::command::{Announced, Matter, Tally};
use crate::core::testing::committee::text;
use crate::core::testing::{Committee, Rehearsal, profiles};
use crate::view::agenda::row_words;
use crate::view::quorum::Tone;
use crate::view::source::Source;
use crate::view::vote::{self, Asked};
use crate::view::{FactionVotes, history, methods, results};

const ALL: [&str; 9] = ["m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9"];

fn opened() -> Rehearsal {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    open(&mut rehearsal, "16:30", &ALL);
    rehearsal
}

/// A profile that knows a majority of the statutory number.
fn qualified() -> RuleProfile {
    let mut profile = profiles::committee();
    profile.vote.qualified = vec![QualifiedMajority {
        id: MajorityId("hauptsatzung".to_owned()),
        name: "Hauptsatzung".to_owned(),
        threshold: Some(Threshold { op: Op::More, num: 1, den: 2 }),
        base: MajorityBase::Statutory,
        unanimous: false,
        moved_by: None,
        without_hvb: String::new(),
        statute: "§ 5 Abs. 3 S. 3 KrO NRW".to_owned(),
    }];
    profile
}

fn look<'a>(rehearsal: &'a Rehearsal, profile: &'a RuleProfile) -> Source<'a> {
    let clock = Committee::at("17:12");
    Source::new(&rehearsal.state, &rehearsal.directory, Some(profile), None, clock).unwrap()
}

fn counted(yes: u16, no: u16, abstain: u16) -> Tally {
    let count = Count { yes, no, abstain, invalid: 0 };
    Tally::Counted { count, by_faction: Vec::new() }
}

/// § 25 Abs. 2, § 35 Abs. 3 KrO NRW: those without a share are offered as well.
#[test]
fn every_majority_that_an_assembly_knows_is_offered_in_words() {
    let profile = crate::profiles::all().unwrap().into_iter().find(|p| p.id.0 == "nw-kro-kreistag");
    let profile = profile.unwrap();
    let rehearsal = opened();
    let form = vote::form(&look(&rehearsal, &profile), item("3")).unwrap();
    assert_eq!(form.majorities.len(), profile.vote.qualified.len());
    let words = |id: &str| {
        let one = form.majorities.iter().find(|one| one.id.0 == id).unwrap();
        one.words.replace('\u{a0}', " ")
    };
    let hvb = "Die Hauptverwaltungsbeamtin oder der Hauptverwaltungsbeamte stimmt nicht mit (§ 25 Abs. 2 KrO NRW).";
    assert_eq!(words("zusammensetzung-der-ausschuesse"), hvb);
    assert_eq!(
        words("einheitlicher-wahlvorschlag"),
        format!(
            "Einheitlicher Wahlvorschlag: erforderlich ist Einstimmigkeit (§ 35 Abs. 3 KrO NRW). {hvb}"
        )
    );
}

#[test]
fn a_majority_is_offered_where_the_profile_knows_it_and_judges_the_numbers() {
    let rehearsal = opened();
    let plain = profiles::committee();
    let form = vote::form(&look(&rehearsal, &plain), item("3")).unwrap();
    assert!(form.majorities.is_empty());
    let profile = qualified();
    let source = look(&rehearsal, &profile);
    let form = vote::form(&source, item("3")).unwrap();
    let [choice] = form.majorities.as_slice() else { panic!("{:?}", form.majorities) };
    let words = "Hauptsatzung: erforderlich sind 5 Ja-Stimmen, gesetzliche Mitgliederzahl 9 (§ 5 Abs. 3 S. 3 KrO NRW).";
    assert_eq!(choice.words.replace('\u{a0}', " "), words);
    let announced = |majority: Option<&MajorityId>| {
        let asked = Asked::new((item("3"), &Matter::Item, majority), None, None);
        let preview = vote::preview(&source, &asked, &counted(4, 1, 4)).unwrap();
        assert!(preview.other_needs_note && !preview.needs_note);
        preview.announced
    };
    assert_eq!(announced(None), Announced::Accepted);
    assert_eq!(announced(Some(&choice.id)), Announced::Rejected);
}

/// What nobody counted leaves room for both; the ballots that came back have to add up.
#[test]
fn what_is_not_known_leaves_room_and_ballots_add_up() {
    let rehearsal = opened();
    let profile = profiles::committee();
    let source = look(&rehearsal, &profile);
    let asked = Asked::new((item("3"), &Matter::Item, None), None, None);
    let preview = |tally: &Tally| vote::preview(&source, &asked, tally).unwrap();
    let said = Tally::Announced { yes: None, no: None, abstain: None };
    assert!(!preview(&said).other_needs_note);
    let secret = |yes, blank| Tally::Secret {
        handed_out: 9,
        returned: 8,
        count: Count { yes, no: 2, abstain: 0, invalid: 1 },
        blank,
        tellers: Vec::new(),
    };
    let open = preview(&secret(3, 1));
    assert_eq!((open.open, open.open_words.as_str()), (1, "1\u{a0}Stimmzettel offen"));
    assert_eq!(
        open.counted_words,
        "9\u{a0}stimmberechtigt anwesend, 7 von 8\u{a0}Stimmzetteln ausgezählt"
    );
    assert!(open.needs_note && open.tone == Tone::Warning);
    let whole = preview(&secret(4, 1));
    assert_eq!((whole.open, whole.needs_note, whole.tone), (0, false, Tone::Good));
    assert_eq!(preview(&secret(5, 1)).open_words, "1\u{a0}Stimmzettel zu viel");
}

/// Who counted is named, also once that person has left.
#[test]
fn who_counted_the_ballots_keeps_the_name() {
    let mut rehearsal = opened();
    let count = Count { yes: 5, no: 4, abstain: 0, invalid: 0 };
    let tellers = vec![super::person("m2")];
    let vote = Command::RecordVote {
        item: item("3"),
        matter: Matter::Item,
        majority: None,
        repeats: None,
        wording_put: text("Es wird zugestimmt."),
        tally: Tally::Secret { handed_out: 9, returned: 9, count, blank: 0, tellers },
        announced: Announced::Accepted,
        note: None,
    };
    record(&mut rehearsal, "16:45", &vote);
    record(&mut rehearsal, "16:50", &super::leaves("m2"));
    let source = super::source(&rehearsal, None);
    assert!(methods::tellers(&source).iter().all(|one| one.0 != super::person("m2")));
    let results = results::results(&source, source.now.item(item("3")).unwrap());
    let entered = results[0].entered.as_ref().unwrap();
    assert_eq!(
        entered.tellers,
        [(super::person("m2"), source.names.nominative(super::person("m2")))]
    );
}

#[test]
fn factions_are_added_up_and_yes_is_what_remains() {
    let rehearsal = opened();
    let profile = profiles::committee();
    let source = look(&rehearsal, &profile);
    let form = vote::form(&source, item("3")).unwrap();
    assert!(form.factions.len() > 1);
    assert_eq!(form.factions.iter().map(|row| row.entitled).sum::<u16>(), 9);
    let asked = Asked::new((item("3"), &Matter::Item, None), None, None);
    let mut rows: Vec<FactionVotes> = form
        .factions
        .iter()
        .map(|row| FactionVotes { faction: row.faction, yes: None, no: 0, abstain: 0 })
        .collect();
    rows[0].no = 1;
    let told = methods::by_faction(&source, &asked, &rows).unwrap();
    assert_eq!((told.sums, told.rows[0].yes), ([8, 1, 0], form.factions[0].entitled - 1));
    assert!(told.rows[0].words.is_empty() && !told.preview.needs_note);
    rows[1].abstain = form.factions[1].entitled + 1;
    let many = methods::by_faction(&source, &asked, &rows).unwrap();
    assert_eq!(
        (many.rows[1].words.as_str(), many.rows[1].tone),
        ("1\u{a0}Stimme zu viel", Tone::Danger)
    );
    assert!(many.preview.needs_note);
}

/// § 35 Abs. 1 KrO NRW: a fifth of all members, and the secret vote goes first.
#[test]
fn a_request_says_what_it_means_before_it_is_kept() {
    let mut rehearsal = opened();
    let profile = profiles::committee();
    let told = |rehearsal: &Rehearsal, rollcall, secret| {
        let told = methods::request(&look(rehearsal, &profile), item("3"), rollcall, secret);
        told.map(|told| (told.granted, told.words))
    };
    assert_eq!(told(&rehearsal, 0, 1).unwrap().0, Method::Open);
    let (granted, words) = told(&rehearsal, 0, 2).unwrap();
    assert_eq!((granted, words.as_str()), (Method::Secret, "Es ist geheim abzustimmen."));
    // No number of the standing orders is known.
    let (granted, words) = told(&rehearsal, 1, 0).unwrap();
    assert!(granted == Method::Rollcall && words.contains("nach der Geschäftsordnung"));
    assert!(told(&rehearsal, 0, 0).is_err() && told(&rehearsal, 0, 10).is_err());
    let (rollcall, secret, faction) = (0, 2, None);
    let ask = Command::RequestVoteMethod { item: item("3"), rollcall, secret, faction };
    record(&mut rehearsal, "17:00", &ask);
    let form = vote::form(&look(&rehearsal, &profile), item("3")).unwrap();
    assert_eq!(form.granted, Some(Method::Secret));
    assert!(form.words.ends_with(", geheime Abstimmung verlangt"), "{}", form.words);
    assert_eq!(told(&rehearsal, 3, 0).unwrap().0, Method::Secret);
    let other = vote::form(&look(&rehearsal, &profile), item("2")).unwrap();
    assert_eq!(other.granted, None);
}

/// The item is open again: what was put off no longer stands for its result.
#[test]
fn an_item_that_was_put_back_is_open_again_when_it_is_called_anew() {
    let mut rehearsal = opened();
    record(&mut rehearsal, "16:40", &Command::CallItem { item: item("3") });
    let put_back = Command::RecordOutcome {
        item: item("3"),
        outcome: Outcome::PutBack,
        to: None,
        wording: None,
    };
    record(&mut rehearsal, "16:41", &Command::DeclareLackOfQuorum {});
    record(&mut rehearsal, "16:42", &put_back);
    let seen = |rehearsal: &Rehearsal| {
        let source = source(rehearsal, None);
        let view = crate::view::item::view(&source, item("3")).unwrap();
        let decides =
            view.results.iter().map(|one| (one.decides, one.superseded)).collect::<Vec<_>>();
        let row = row_words(&source, rehearsal.state.now.item(item("3")).unwrap());
        (decides, row, history::view(&source).put_back.is_some())
    };
    assert_eq!(seen(&rehearsal).0, [(true, false)]);
    assert!(!seen(&rehearsal).2, "put back once");
    let close = Command::CloseItem { item: item("3"), settles: Vec::new() };
    record(&mut rehearsal, "16:43", &close);
    assert_eq!(seen(&rehearsal).1, "16:40–16:43, zurückgestellt");
    record(&mut rehearsal, "17:00", &Command::CallItem { item: item("3") });
    assert_eq!(seen(&rehearsal), (vec![(false, true)], "seit 17:00".to_owned(), true));
}
