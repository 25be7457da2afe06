//! Tables of sentences on the conduct of a session: one and several, with and without.

use super::inflection::{albers, at, castendyk, committee, hollenstedt, person};
use crate::compose::wording::When;
use crate::compose::{names, wording};
use crate::record::{
    AbsenceCause, Addressee, CandidateVotes, Chair, ChairFunction, Election, ElectionBase, Fate,
    Led, Matter, MethodRequest, Motion, MotionResult, Mover, NewPlace, QuorumNumbers, Required,
    Round, Seated, Text, Voter, WithoutVote,
};
use sitzungsbuch_core::Moment;
use sitzungsbuch_core::membership::Status;
use sitzungsbuch_core::motion::{MotionKind, Procedure};
use sitzungsbuch_core::organization::Gender;
use sitzungsbuch_core::person::FormOfAddress::Frau;
use sitzungsbuch_core::rules::election::ElectionOutcome;
use sitzungsbuch_core::rules::majority::Method;
use sitzungsbuch_core::rules::profile::BlankBallot;
use sitzungsbuch_core::session::command::Announced;
use sitzungsbuch_core::session::election::{Answer, ElectionMethod};

#[test]
fn absences_are_told_with_both_times_where_both_are_known() {
    let (five, eight) = (When::from(at("17:05")), When::from(at("17:08")));
    let item = || AbsenceCause::Item("5".to_owned());
    for (cause, until, expected) in [
        (
            AbsenceCause::Outage,
            Some(eight),
            "Herr KA Hollenstedt nimmt von 17:05 Uhr bis 17:08 Uhr wegen einer Störung der Verbindung nicht teil.",
        ),
        (
            AbsenceCause::Outage,
            None,
            "Herr KA Hollenstedt nimmt ab 17:05 Uhr wegen einer Störung der Verbindung nicht teil.",
        ),
        (
            AbsenceCause::PublicArea,
            Some(eight),
            "Herr KA Hollenstedt hält sich von 17:05 Uhr bis 17:08 Uhr im Zuhörerbereich auf.",
        ),
        (
            AbsenceCause::PublicArea,
            None,
            "Herr KA Hollenstedt nimmt um 17:05 Uhr im Zuhörerbereich Platz.",
        ),
        (
            item(),
            None,
            "Herr KA Hollenstedt ist bei Beratung und Abstimmung zu TOP 5 nicht anwesend.",
        ),
        (
            item(),
            Some(eight),
            "Herr KA Hollenstedt ist von 17:05 Uhr bis 17:08 Uhr bei TOP 5 nicht anwesend.",
        ),
    ] {
        assert_eq!(wording::absence(five, &hollenstedt(), &cause, until), expected);
    }
    for (cause, expected) in [
        (AbsenceCause::Outage, "SB Kim Albers nimmt ab 17:08 Uhr wieder teil."),
        (item(), "SB Kim Albers nimmt um 17:08 Uhr wieder am Beratungstisch Platz."),
    ] {
        assert_eq!(wording::back(eight, &albers(), &cause), expected);
    }
}

#[test]
fn recesses_and_the_agenda() {
    let (start, end) = (When::from(at("17:30")), Some(at("17:45").into()));
    let both = [castendyk(), hollenstedt()];
    for (sentence, expected) in [
        (
            wording::recess(start, end, &[]),
            "Die Sitzung wird von 17:30 Uhr bis 17:45 Uhr unterbrochen.",
        ),
        (
            wording::recess(start, end, &both),
            "Die Sitzung wird von 17:30 Uhr bis 17:45 Uhr unterbrochen. Nach der Unterbrechung nehmen Frau KA Dr. Castendyk und Herr KA Hollenstedt nicht mehr an der Sitzung teil.",
        ),
        (wording::recess(start, None, &[]), "Die Sitzung wird um 17:30 Uhr unterbrochen."),
        (
            wording::resumption(start, false, &both[..1]),
            "Die Sitzung wird um 17:30 Uhr fortgesetzt. Nach der Unterbrechung nimmt Frau KA Dr. Castendyk nicht mehr an der Sitzung teil.",
        ),
        (wording::moved("6", &NewPlace::Before("4".to_owned())), "TOP 6 wird vor TOP 4 behandelt."),
        (wording::moved("6", &NewPlace::After("9".to_owned())), "TOP 6 wird nach TOP 9 behandelt."),
        (
            wording::moved("6", &NewPlace::NonPublic),
            "TOP 6 wird in den nicht öffentlichen Teil der Sitzung verlegt.",
        ),
        (
            wording::joined(&["3".to_owned(), "4".to_owned(), "7".to_owned()]),
            "Die TOP 3, 4 und 7 werden gemeinsam beraten.",
        ),
        (
            wording::chair_change(start, &castendyk(), false),
            "Frau KA Dr. Castendyk übernimmt um 17:30 Uhr den Vorsitz.",
        ),
        (
            wording::clerk_change(start, &albers()),
            "SB Kim Albers übernimmt um 17:30 Uhr die Schriftführung.",
        ),
    ] {
        assert_eq!(sentence, expected);
    }
}

#[test]
fn whoever_chairs_later_is_named() {
    let chair =
        Chair { person: castendyk(), function: ChairFunction::Leader, office: String::new() };
    let words = wording::ChairWords::later(&chair, &committee());
    assert_eq!(words.short, "Die Sitzungsleiterin, Frau KA Dr. Castendyk,");
    let number = |number: &str| vec![number.to_owned()];
    let first = Led { chair: chair.clone(), items: number("1"), partly: number("4") };
    let other = Chair { person: hollenstedt(), ..chair };
    let second = Led { chair: other, items: vec!["2".to_owned(), "3".to_owned()], partly: vec![] };
    assert_eq!(
        wording::led(&[first.clone(), second.clone()]),
        "Den Vorsitz führten Frau KA Dr. Castendyk zu TOP 1, zeitweise zu TOP 4 sowie Herr KA Hollenstedt zu TOP 2 und 3."
    );
    let numbers = ["1", "2", "3", "5", "6", "6.1", "8", "9", "10", "N 1"].map(str::to_owned);
    let mut third = Led { items: numbers.to_vec(), ..second.clone() };
    third.chair.person = albers();
    assert_eq!(
        wording::led(&[first, second, third.clone()]),
        "Den Vorsitz führten Frau KA Dr. Castendyk zu TOP 1, zeitweise zu TOP 4; Herr KA Hollenstedt zu TOP 2 und 3; SB Kim Albers zu TOP 1 bis 3, 5, 6, 6.1, 8 bis 10 und N 1."
    );
    third.items.truncate(1);
    assert_eq!(wording::led(&[third]), "Den Vorsitz führte SB Kim Albers zu TOP 1.");
}

#[test]
fn who_wins_by_lot_is_named_once() {
    let chair =
        Chair { person: castendyk(), function: ChairFunction::Chair, office: String::new() };
    let words = wording::ChairWords::of(&chair, &committee());
    for (winner, expected) in [
        (castendyk(), "Es fällt auf Frau KA Dr. Castendyk. Sie ist damit gewählt"),
        (hollenstedt(), "Es fällt auf Herrn KA Hollenstedt. Er ist damit gewählt"),
        (albers(), "Es fällt auf SB Kim Albers. SB Kim Albers ist damit gewählt"),
    ] {
        let answer = wording::answer(Some(Answer::Accepted));
        let lot = wording::lot(&words, &winner, answer);
        assert_eq!(
            lot,
            format!("Die Vorsitzende zieht das Los. {expected} und nimmt die Wahl an.")
        );
    }
}

#[test]
fn from_the_second_day_on_a_time_has_its_day() {
    let moment = |text: &str| Moment::parse(&format!("2026-11-{text}+01:00")).unwrap();
    let days = [(moment("12T18:00"), moment("19T17:00"))];
    let first = When::of(moment("12T17:30"), &days);
    let second = When::of(moment("19T17:30"), &days);
    let later = When::of(moment("19T17:45"), &days);
    for (sentence, expected) in [
        (
            wording::departure(first, &hollenstedt()),
            "Herr KA Hollenstedt verlässt die Sitzung um 17:30 Uhr.",
        ),
        (
            wording::departure(second, &hollenstedt()),
            "Herr KA Hollenstedt verlässt die Sitzung am 19.11.2026 um 17:30 Uhr.",
        ),
        (
            wording::departures(first, &[&castendyk(), &hollenstedt(), &albers()]),
            "Frau KA Dr. Castendyk, Herr KA Hollenstedt und SB Kim Albers verlassen die Sitzung um 17:30 Uhr.",
        ),
        (
            wording::arrivals(second, &[&castendyk(), &albers()], true),
            "Frau KA Dr. Castendyk und SB Kim Albers nehmen am 19.11.2026 ab 17:30 Uhr wieder an der Sitzung teil.",
        ),
        (
            wording::recess(second, Some(later), &[]),
            "Die Sitzung wird am 19.11.2026 von 17:30 Uhr bis 17:45 Uhr unterbrochen.",
        ),
        (
            wording::absence(first, &castendyk(), &AbsenceCause::PublicArea, Some(later)),
            "Frau KA Dr. Castendyk hält sich von 17:30 Uhr bis 19.11.2026, 17:45 Uhr im Zuhörerbereich auf.",
        ),
        (wording::end(later), "Ende der Sitzung: 19.11.2026, 17:45 Uhr"),
        (
            wording::replaced("abgelehnt", second),
            "abgelehnt (ersetzt durch die Abstimmung am 19.11.2026 um 17:30 Uhr)",
        ),
    ] {
        assert_eq!(sentence, expected);
    }
    // After midnight a session of one day is still that of its day.
    assert_eq!(wording::end(When::of(moment("13T00:10"), &[])), "Ende der Sitzung: 00:10 Uhr");
    assert_eq!([first, later].map(When::short), ["17:30", "19.11. 17:45"]);
}

#[test]
fn requests_tell_who_asked_and_what_came_of_it() {
    let asked = |rollcall, secret, method| MethodRequest {
        rollcall,
        secret,
        faction: None,
        method,
        secret_required: Some(4),
        rollcall_required: 1,
    };
    let of = |name: &str| MethodRequest {
        faction: Some(name.to_owned()),
        ..asked(1, 0, Method::Rollcall)
    };
    for (request, listed, expected) in [
        (asked(0, 4, Method::Secret), None, "4 Mitglieder beantragen geheime Abstimmung."),
        (
            asked(0, 3, Method::Open),
            None,
            "3 Mitglieder beantragen geheime Abstimmung; erforderlich sind 4 Mitglieder.",
        ),
        (
            asked(1, 4, Method::Secret),
            None,
            "4 Mitglieder beantragen geheime Abstimmung. Ein Mitglied beantragt namentliche Abstimmung.",
        ),
        (
            asked(1, 3, Method::Rollcall),
            None,
            "3 Mitglieder beantragen geheime Abstimmung; erforderlich sind 4 Mitglieder. Ein Mitglied beantragt namentliche Abstimmung.",
        ),
        (
            MethodRequest { secret_required: None, ..asked(0, 1, Method::Open) },
            None,
            "Ein Mitglied beantragt geheime Abstimmung.",
        ),
        (
            of("SPD-Fraktion"),
            Some("Anlage 3"),
            "Die SPD-Fraktion beantragt namentliche Abstimmung; das Ergebnis ist als Anlage 3 beigefügt.",
        ),
        (of("Heimatliste"), None, "Die Fraktion Heimatliste beantragt namentliche Abstimmung."),
    ] {
        assert_eq!(wording::request(&request, listed), expected);
    }
}

fn motion(kind: MotionKind, movers: Vec<Mover>, name: &str) -> Motion {
    let (position, old_amount, new_amount) = Default::default();
    Motion {
        kind,
        movers,
        name: name.to_owned(),
        text: Text::default(),
        position,
        old_amount,
        new_amount,
    }
}

#[test]
fn motions_tell_who_made_them_and_what_they_ask_for() {
    let spd = || Mover::Faction("SPD-Fraktion".to_owned());
    let text = || {
        serde_json::from_value(serde_json::json!({"blocks": [{"type": "heading",
        "content": "Text"}]}))
    };
    let procedural = MotionKind::Procedural;
    for (one, made, of, put) in [
        (
            Motion {
                text: text().unwrap(),
                ..motion(MotionKind::Amendment, vec![spd()], "Antrag 12")
            },
            "Die SPD-Fraktion stellt folgenden Änderungsantrag (Antrag 12):",
            "Der Änderungsantrag der SPD-Fraktion (Antrag 12) wird zurückgezogen.",
            "Abstimmung über den Änderungsantrag der SPD-Fraktion (Antrag 12):",
        ),
        (
            motion(procedural(Procedure::CloseDebate), vec![Mover::Person(hollenstedt())], ""),
            "Herr KA Hollenstedt beantragt den Schluss der Aussprache.",
            "Der Antrag des Herrn KA Hollenstedt auf Schluss der Aussprache wird zurückgezogen.",
            "Abstimmung über den Antrag des Herrn KA Hollenstedt auf Schluss der Aussprache:",
        ),
        (
            motion(procedural(Procedure::Defer), vec![], ""),
            "Beantragt wird die Vertagung.",
            "Der Antrag auf Vertagung wird zurückgezogen.",
            "Abstimmung über den Antrag auf Vertagung:",
        ),
        (
            motion(procedural(Procedure::Other), vec![spd(), Mover::Person(castendyk())], ""),
            "Die SPD-Fraktion und Frau KA Dr. Castendyk stellen einen Antrag zur Geschäftsordnung.",
            "Der Antrag zur Geschäftsordnung der SPD-Fraktion und der Frau KA Dr. Castendyk wird zurückgezogen.",
            "Abstimmung über den Antrag zur Geschäftsordnung der SPD-Fraktion und der Frau KA Dr. Castendyk:",
        ),
        (
            motion(MotionKind::Supplement, vec![Mover::Administration], ""),
            "Die Verwaltung stellt einen Ergänzungsantrag.",
            "Der Ergänzungsantrag der Verwaltung wird zurückgezogen.",
            "Abstimmung über den Ergänzungsantrag der Verwaltung:",
        ),
        (
            Motion { text: text().unwrap(), ..motion(MotionKind::Substantive, vec![], "") },
            "Es wird folgender Antrag gestellt:",
            "Der Antrag wird zurückgezogen.",
            "Abstimmung über den Antrag:",
        ),
    ] {
        assert_eq!(wording::motion(&one), made);
        assert_eq!(wording::motion_withdrawn(&one), of);
        let matter = Matter::Motion(Box::new(one));
        assert_eq!(wording::put_to_vote(&matter).as_deref(), Some(put));
    }
    for (matter, expected) in [
        (Matter::Item, None),
        (Matter::Part("Ziffer 2".to_owned()), Some("Abstimmung über Ziffer 2:")),
        (
            Matter::Recusal(hollenstedt()),
            Some("Abstimmung über die Befangenheit von Herrn KA Hollenstedt:"),
        ),
        (
            Matter::Procedure(Procedure::ExcludePublic),
            Some("Abstimmung über den Ausschluss der Öffentlichkeit:"),
        ),
    ] {
        assert_eq!(wording::put_to_vote(&matter).as_deref(), expected);
    }
}

#[test]
fn what_a_vote_needs_and_what_a_bias_comes_to() {
    let required = |votes| Required {
        name: "Hauptsatzung".to_owned(),
        votes,
        statute: "§ 5 Abs. 3 S. 3 KrO NRW".to_owned(),
    };
    assert_eq!(
        wording::required(&required(Some(40))),
        "Erforderlich sind mindestens 40 Ja-Stimmen (Hauptsatzung, § 5 Abs. 3 S. 3 KrO NRW)."
    );
    assert!(
        wording::required(&required(Some(1)))
            .starts_with("Erforderlich ist mindestens 1 Ja-Stimme (")
    );
    assert_eq!(
        wording::required(&required(None)),
        "Erforderlich ist Einstimmigkeit (Hauptsatzung, § 5 Abs. 3 S. 3 KrO NRW)."
    );
    let seated = Seated { person: hollenstedt(), status: Status::HVB, faction: String::new() };
    let voters = vec![Voter { seat: 1, seated }];
    let without = WithoutVote { voters, statute: "§ 25 Abs. 2 KrO NRW".to_owned() };
    assert_eq!(
        wording::without_vote(&without),
        format!(
            "{} stimmt bei diesem Gegenstand nicht mit (§ 25 Abs. 2 KrO NRW).",
            names::nominative(&hollenstedt())
        )
    );
    for (found, verb) in [(true, "vorliegt"), (false, "nicht vorliegt")] {
        assert_eq!(
            wording::bias_finding(&hollenstedt(), found, &committee(), "§ 31 GO NRW"),
            format!(
                "Der Ausschuss stellt fest, dass bei Herrn KA Hollenstedt ein Ausschließungsgrund nach § 31 GO NRW {verb}."
            )
        );
    }
    assert_eq!(wording::tellers(&[albers()]), "Die Stimmen zählt SB Kim Albers aus.");
}

#[test]
fn articles_follow_the_gender_of_the_addressee() {
    for (name, gender, to, dative) in [
        ("Kreisausschuss", Gender::Masculine, "an den Kreisausschuss", "dem Kreisausschuss"),
        ("Kommission", Gender::Feminine, "an die Kommission", "der Kommission"),
        ("Gremium", Gender::Neuter, "an das Gremium", "dem Gremium"),
    ] {
        let addressee = Addressee { name: name.to_owned(), gender };
        assert_eq!(wording::to(&addressee), to);
        assert_eq!(wording::to_dative(&addressee), dative);
    }
}

#[test]
fn elections_tell_what_each_round_gave() {
    let quade = || person(Frau, "KA", "", "Ilka", "Quade");
    let election = |candidates, method| Election { post: "Beirat".to_owned(), candidates, method };
    assert_eq!(
        wording::election(&election(vec![quade()], ElectionMethod::ShowOfHands)),
        "Zu wählen ist: Beirat. Vorgeschlagen ist Frau KA Quade. Die Wahl erfolgt offen."
    );
    assert_eq!(
        wording::election(&election(vec![quade(), albers()], ElectionMethod::Ballot)),
        "Zu wählen ist: Beirat. Vorgeschlagen sind Frau KA Quade und SB Kim Albers. Die Wahl erfolgt mit Stimmzetteln."
    );
    let round = |outcome, persons| Round {
        number: 1,
        runoff: false,
        post: "Beirat".to_owned(),
        candidates: vec![CandidateVotes { person: quade(), votes: 5 }],
        no: 4,
        abstain: 0,
        invalid: 0,
        blank: 0,
        blank_as: BlankBallot::Invalid,
        ballots: None,
        tellers: Vec::new(),
        outcome,
        persons,
        words: String::new(),
        votes: 5,
        base: 9,
        base_of: ElectionBase::Valid,
        answer: None,
        entitled: Vec::new(),
        recused: Vec::new(),
        apart: Vec::new(),
        without_vote: None,
        quorum: QuorumNumbers {
            seats: 9,
            present: 9,
            required: 5,
            eased: None,
            size: true,
            composition: None,
        },
        standing: None,
        doubt: None,
        contradiction: String::new(),
    };
    let elected = || round(ElectionOutcome::Elected, vec![quade()]);
    let both = || vec![quade(), hollenstedt()];
    let worded = |answer, words: &str| Round { answer, words: words.to_owned(), ..elected() };
    for (round, expected) in [
        (elected(), "Frau KA Quade wird mit 5 von 9 gültigen Stimmen gewählt"),
        (
            Round { answer: Some(Answer::Accepted), ..elected() },
            "Frau KA Quade wird mit 5 von 9 gültigen Stimmen gewählt und nimmt die Wahl an",
        ),
        (
            Round { answer: Some(Answer::Declined), base_of: ElectionBase::Entitled, ..elected() },
            "Frau KA Quade wird mit 5 von 9 anwesenden Stimmberechtigten gewählt, lehnt die Wahl aber ab",
        ),
        (
            Round { base: 1, votes: 1, ..elected() },
            "Frau KA Quade wird mit 1 von 1 gültigen Stimme gewählt",
        ),
        (
            round(ElectionOutcome::Runoff, both()),
            "keine Mehrheit; es folgt die engere Wahl zwischen Frau KA Quade und Herrn KA Hollenstedt",
        ),
        // Who runs off the chair found, and the next sentence says.
        (round(ElectionOutcome::Runoff, vec![]), "keine Mehrheit; es folgt eine engere Wahl"),
        (
            Round { contradiction: "Widerspruch.".to_owned(), ..elected() },
            "Frau KA Quade wird mit 5 von 9 gültigen Stimmen als gewählt bekannt gegeben",
        ),
        // The clerk's words; the answer is told beside them, unless they tell it.
        (worded(None, "Frau KA Quade ist gewählt."), "Frau KA Quade ist gewählt."),
        (
            worded(Some(Answer::Accepted), "Frau KA Quade ist gewählt."),
            "Frau KA Quade ist gewählt; Frau KA Quade nimmt die Wahl an",
        ),
        (
            worded(Some(Answer::Declined), "Frau KA Quade ist gewählt"),
            "Frau KA Quade ist gewählt; Frau KA Quade lehnt die Wahl ab",
        ),
        (
            worded(Some(Answer::Accepted), "Frau KA Quade ist gewählt und nimmt die Wahl an."),
            "Frau KA Quade ist gewählt und nimmt die Wahl an.",
        ),
        (
            round(ElectionOutcome::Lot, both()),
            "Stimmengleichheit zwischen Frau KA Quade und Herrn KA Hollenstedt; es entscheidet das Los",
        ),
        (
            round(ElectionOutcome::NotElected, vec![]),
            "keine Mehrheit (5 von 9 gültigen Stimmen); niemand ist gewählt",
        ),
        (
            round(ElectionOutcome::Repeat, vec![]),
            "mindestens die Hälfte der Stimmen ist ungültig; die Wahl wird wiederholt",
        ),
        (
            round(ElectionOutcome::Inconsistent, vec![]),
            "die Zahlen des Wahlgangs widersprechen einander",
        ),
    ] {
        assert_eq!(wording::round_result(&round), expected);
    }
}

#[test]
fn a_candidate_withdraws() {
    let quade = person(Frau, "KA", "", "Ilka", "Quade");
    for (person, last, expected) in [
        (quade, false, "Frau KA Quade zieht ihre Kandidatur zurück."),
        (hollenstedt(), false, "Herr KA Hollenstedt zieht seine Kandidatur zurück."),
        (albers(), false, "SB Kim Albers zieht die eigene Kandidatur zurück."),
        (
            hollenstedt(),
            true,
            "Herr KA Hollenstedt zieht seine Kandidatur zurück. Es steht niemand mehr zur Wahl.",
        ),
    ] {
        assert_eq!(wording::candidacy_withdrawn(&person, last), expected);
    }
}

#[test]
fn several_motions_are_named_together() {
    let together = |names: &[&str]| {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        wording::motions_together(&names)
    };
    for (names, expected) in [
        (&["Antrag 1", "Antrag 2"][..], "Anträge 1 und 2"),
        (&["Antrag 3", "Antrag 1", "Antrag 2", "Antrag 5"], "Anträge 1 bis 3 und 5"),
        (&["Antrag 7", "Antrag 9", "Antrag 10"], "Anträge 7, 9 und 10"),
        (&["Antrag 1", "Antrag A"], "Anträge „Antrag 1“ und „Antrag A“"),
    ] {
        assert_eq!(together(names), expected);
    }
    let several = Matter::Motions(vec![
        motion(MotionKind::Amendment, vec![], "Antrag 1"),
        motion(MotionKind::Amendment, vec![], "Antrag 2"),
    ]);
    let put = wording::put_to_vote(&several);
    assert_eq!(put.as_deref(), Some("Abstimmung über die Anträge 1 und 2:"));
}

#[test]
fn a_row_of_a_series_tells_what_became_of_the_motion() {
    let spd = Mover::Faction("SPD-Fraktion".to_owned());
    let amount = |name: &str| Motion {
        position: "S. 7".to_owned(),
        new_amount: "2.000".to_owned(),
        ..motion(MotionKind::Amendment, vec![spd.clone(), Mover::Administration], name)
    };
    let voted = |words: &str| Fate::Voted { announced: Announced::Rejected, words: words.into() };
    for (name, fate, number, result) in [
        ("Antrag 12", None, "12", "nicht abgestimmt"),
        ("A 3", Some(Fate::Withdrawn), "A 3", "zurückgezogen"),
        ("", Some(voted("einstimmig abgelehnt")), "5", "einstimmig abgelehnt"),
    ] {
        let row = wording::series_row(4, &MotionResult { motion: amount(name), fate });
        let movers = "SPD-Fraktion und Verwaltung";
        assert_eq!(row, [number, movers, "S. 7", "", "2.000", result]);
    }
}
