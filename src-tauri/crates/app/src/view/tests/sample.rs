//! The sample session, as a window shows it at several moments. The expected text lies in `golden/`.

use super::drawn;
use crate::core::session::command::{Announced, Matter, Mode, Stated, Tally};
use crate::core::session::{Command, Phase};
use crate::core::{ActId, AgendaItemId, MeetingId, Moment, SeatId, Timestamp};
use crate::engine::Engine;
use crate::script::{self, Player, Reading};
use crate::view::{self, Question, Reply, Tone, VotePreview};
use crate::{Passphrase, Vault};
use sitzungsbuch_store::KdfCost;
use tempfile::TempDir;

/// A script, played as far as a test wants.
pub(super) struct Played {
    engine: Engine,
    reading: Reading,
    meeting: MeetingId,
    _home: TempDir,
}

fn sample() -> Played {
    Played::new(include_str!("../../../../../../assets/sample/kreis-wiesenthal.json"))
}

impl Played {
    /// A script, prepared.
    pub(super) fn new(text: &str) -> Self {
        let home = tempfile::tempdir().unwrap();
        let passphrase = Passphrase::new("Probe".to_owned()).unwrap();
        let folder = home.path().join("v.sitzungsbuch");
        let vault = Vault::create_with(&folder, &passphrase, KdfCost::Minimal).unwrap();
        let reading = script::read(text).unwrap();
        let mut engine = Engine::new(vault).unwrap();
        let player = Player::new(&reading).unwrap();
        player.prepare(&mut engine).unwrap();
        let meeting = player.meeting();
        Self { engine, reading, meeting, _home: home }
    }

    /// Plays all acts up to the one with a key, that one included.
    pub(super) fn up_to(&mut self, key: &str) {
        let acts = &self.reading.script.acts;
        let end = acts.iter().position(|act| act.act.as_deref() == Some(key)).unwrap();
        self.first(end + 1);
    }

    pub(super) fn first(&mut self, acts: usize) {
        let player = Player::new(&self.reading).unwrap();
        (0..acts).for_each(|index| drop(player.play(&mut self.engine, index).unwrap()));
    }

    /// Plays everything; what was entered.
    pub(super) fn all(&mut self) -> Vec<Command> {
        self.first(self.reading.script.acts.len());
        self.reading.script.acts.iter().map(|act| act.command.clone()).collect()
    }

    pub(super) fn ask(&mut self, question: &Question) -> Reply {
        view::answer(&mut self.engine, question, now()).unwrap()
    }

    pub(super) fn slots(&mut self, item: &str) -> String {
        let question =
            Question::Facts { meeting: self.meeting, item: AgendaItemId::from_key(item) };
        let Reply::Facts(view) = self.ask(&question) else { panic!() };
        let slot = |one: &view::FactChoice| {
            let mark = if one.offered { "+" } else { "-" };
            format!("{mark} {}: {}\n", one.label, one.words)
        };
        let slots = view.facts.iter().map(slot);
        let subs = view.sub_items.iter().map(|(_, words)| format!("# {words}\n"));
        format!("{item}\n{}", slots.chain(subs).collect::<String>())
    }

    pub(super) fn drawn(&mut self) -> String {
        match self.ask(&Question::Meeting { meeting: self.meeting }) {
            Reply::Meeting(view) => drawn::meeting(&view),
            other => panic!("{other:?}"),
        }
    }

    /// Every act in one line, the newest first.
    pub(super) fn log(&mut self) -> Vec<view::LogRow> {
        let Reply::Log(log) = self.ask(&Question::Log { meeting: self.meeting }) else { panic!() };
        log.rows
    }

    /// The item as it stands, also when it is not the current one.
    pub(super) fn item(&mut self, key: &str) -> String {
        let question = Question::Item { meeting: self.meeting, item: AgendaItemId::from_key(key) };
        let Reply::Item(view) = self.ask(&question) else { panic!() };
        let mut out = String::new();
        drawn::item(&mut out, &view);
        out.replace('\u{a0}', "~")
    }
}

/// The log as text.
pub(super) fn told(rows: &[view::LogRow]) -> String {
    let line =
        |row: &view::LogRow| format!("{} {} {}{}", row.time, row.words, row.entered, row.withdrawn);
    rows.iter().map(line).collect::<Vec<_>>().join("\n").replace('\u{a0}', "~") + "\n"
}

fn meeting() -> MeetingId {
    MeetingId::from_key("wiesenthal-2026-11-12")
}

fn now() -> Timestamp {
    Moment::parse("2026-11-12T18:30+01:00").unwrap().timestamp()
}

/// Compares with a file, line by line; `GOLDEN=write` writes it instead.
pub(super) fn golden(name: &str, drawn: &str) {
    let path = format!("{}/src/view/tests/golden/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("GOLDEN").is_some_and(|value| value == "write") {
        std::fs::write(&path, drawn).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap();
    for (line, (one, other)) in drawn.lines().zip(expected.lines()).enumerate() {
        assert_eq!(one, other, "{name}, line {}", line + 1);
    }
    assert_eq!(drawn.lines().count(), expected.lines().count(), "{name}");
}

#[test]
fn the_sample_session_at_several_moments() {
    let mut played = sample();
    golden("01-prepared", &played.drawn());
    played.first(10);
    golden("02-excused", &played.drawn());
    played.up_to("wt26-eroeffnung");
    golden("03-opened", &played.drawn());
    played.up_to("wt26-nachtrag-9.1");
    golden("04-formalities", &played.drawn());
    played.up_to("wt26-ankunft-dornbusch");
    golden("05-late", &played.drawn());
    played.up_to("wt26-befangen-pottgiesser");
    golden("06-recused", &played.drawn());
    played.up_to("wt26-abstimmung-a4");
    golden("07-voted", &played.drawn());
    played.up_to("wt26-ergebnis-10");
    golden("08-non-public", &played.drawn());
    played.up_to("wt26-schluss");
    golden("09-closed", &played.drawn());
    let rows = played.log();
    golden("10-log", &told(&rows));
    assert!(rows.iter().all(|row| row.can_withdraw || row.words == "Sitzung vorbereitet"));
}

#[test]
fn substitutes_show_what_they_do_to_both_tests() {
    let mut played = sample();
    played.up_to("wt26-eroeffnung");
    let seat = SeatId::from_key("wt-sitz-16");
    let question = Question::Substitutes { meeting: meeting(), seat };
    let Reply::Substitutes(view) = played.ask(&question) else { panic!() };
    assert_eq!(view.title, "Vertretung für Herrn Sandvoß");
    let first = &view.candidates[0];
    let said = [&first.full_name, &first.basis, &first.detail, &first.hindrance, &first.button];
    let expected = [
        "Karsten Uhlenbrock",
        "persönliche Vertretung",
        "KA · SL",
        "entschuldigt",
        "Uhlenbrock vertritt",
    ];
    assert_eq!(said, expected);
    assert!(first.free && first.presence == "noch nicht da");
    let numbers = |all: &[view::Substitution]| -> Vec<String> {
        all.iter().map(|one| one.numbers.clone()).collect()
    };
    assert_eq!(numbers(&view.without), ["15 von 17", "10 KA > 5 SB"]);
    assert_eq!(numbers(&first.effect), ["16 von 17", "11 KA > 5 SB"]);
    let busy = view.candidates.iter().find(|one| one.full_name == "Tamme Thedinga").unwrap();
    assert!(!busy.free);
    assert_eq!(busy.hindrance, "vertritt bereits Herrn Rüschkamp");
    assert_eq!(busy.basis, "nicht als Vertretung benannt");
    assert!(first.appointed && !busy.appointed);
}

/// What a vote on the item itself, by simple majority, would be.
fn on_item(item: AgendaItemId, tally: Tally, corrects: Option<ActId>) -> Question {
    let (meeting, matter, majority, repeats) = (meeting(), Matter::Item, None, None);
    Question::Vote { meeting, item, matter, majority, repeats, tally, corrects }
}

#[test]
fn numbers_are_judged_with_every_key() {
    let mut played = sample();
    played.up_to("wt26-befangen-pottgiesser");
    let item = AgendaItemId::from_key("wt26-6");
    let mut vote = |tally: Tally| -> VotePreview {
        let question = on_item(item, tally, None);
        let Reply::Vote(view) = played.ask(&question) else { panic!() };
        view
    };
    let counted = |yes, no, abstain| Tally::Counted {
        count: crate::core::rules::majority::Count { yes, no, abstain, invalid: 0 },
        by_faction: Vec::new(),
    };
    let whole = vote(counted(11, 3, 1));
    assert_eq!(
        whole.words,
        "mehrheitlich bei 3\u{a0}Gegenstimmen und 1\u{a0}Enthaltung angenommen"
    );
    assert_eq!((whole.open, whole.open_words.as_str(), whole.tone), (0, "", Tone::Good));
    assert_eq!(whole.counted_words, "15\u{a0}stimmberechtigt anwesend, 15 abgegeben");
    let open = vote(counted(5, 5, 3));
    assert_eq!((open.announced, open.open), (Announced::Rejected, 2));
    assert_eq!((open.open_words.as_str(), open.tone), ("2\u{a0}Stimmen offen", Tone::Warning));
    let many = vote(counted(15, 1, 0));
    assert_eq!((many.open_words.as_str(), many.tone), ("1\u{a0}Stimme zu viel", Tone::Danger));
    assert!(many.needs_note && !whole.needs_note && !open.needs_note);
    let tie = vote(counted(7, 7, 1));
    assert_eq!(
        (tie.announced, tie.words.as_str()),
        (Announced::Rejected, "bei Stimmengleichheit abgelehnt")
    );
    let all = vote(Tally::Unanimous {});
    assert_eq!((all.words.as_str(), all.open, all.needs_note), ("einstimmig angenommen", 0, false));
    let said = |number| Some(Stated { number, derived: false });
    let some = vote(Tally::Announced { yes: None, no: said(2), abstain: None });
    assert_eq!(some.words, "mehrheitlich bei 2\u{a0}Gegenstimmen angenommen");
    assert_eq!((some.open_words.as_str(), some.tone), ("", Tone::Plain));
    assert_eq!(some.counted_words, "15\u{a0}stimmberechtigt anwesend, 2 genannt");
    // What remains is worked out here, whatever the window sent for it.
    let mut remains = |number, no, abstain| {
        let yes = Some(Stated { number, derived: true });
        let told = vote(Tally::Announced { yes, no: said(no), abstain });
        (told.rest, told.open, told.needs_note)
    };
    assert_eq!(remains(0, 2, said(1)), (Some(12), 0, false));
    assert_eq!(remains(99, 15, said(0)), (Some(0), 0, false));
    assert_eq!(remains(7, 15, said(3)), (Some(0), -3, true));
    assert_eq!(remains(5, 2, None).0, None);
    assert_eq!((some.rest, whole.rest), (None, None));
}

/// A correction shows what was entered, and its numbers are judged by who was there then.
#[test]
fn a_correction_begins_with_what_was_recorded() {
    let mut played = sample();
    played.first(played.reading.script.acts.len());
    let Reply::Meeting(view) = played.ask(&Question::Meeting { meeting: meeting() }) else {
        panic!()
    };
    let rows = view.agenda.parts.iter().flat_map(|group| &group.rows);
    let items: Vec<AgendaItemId> = rows.map(|row| row.item).collect();
    let mut judged = 0;
    for item in items {
        let Reply::Item(view) = played.ask(&Question::Item { meeting: meeting(), item }) else {
            panic!()
        };
        for result in view.results {
            let Some(entered) = result.entered else {
                assert!(result.without_vote);
                continue;
            };
            let question = Question::Entitled { meeting: meeting(), vote: result.vote.unwrap() };
            let Reply::Entitled(then) = played.ask(&question) else { panic!() };
            assert!(!entered.wording_put.blocks.is_empty() && !then.roll.is_empty());
            assert_eq!(entered.announced == Announced::Accepted, result.accepted);
            let corrects = Some(result.act);
            let tally = entered.tally;
            let question = on_item(item, tally, corrects);
            let Reply::Vote(again) = played.ask(&question) else { panic!() };
            assert_eq!((again.words, again.needs_note), (result.words, false));
            let entitled = u16::try_from(then.roll.len()).unwrap();
            let many = Tally::Counted {
                count: crate::core::rules::majority::Count {
                    yes: entitled,
                    no: 0,
                    abstain: 0,
                    invalid: 0,
                },
                by_faction: Vec::new(),
            };
            let question = on_item(item, many, corrects);
            let Reply::Vote(whole) = played.ask(&question) else { panic!() };
            assert_eq!(whole.open, 0, "entitled then, not now");
            judged += 1;
        }
    }
    assert!(judged >= 3, "{judged}");
}

#[test]
fn the_start_says_what_comes_next() {
    let mut played = sample();
    let start = |played: &mut Played, at: &str| {
        let now = Moment::parse(at).unwrap().timestamp();
        match view::answer(&mut played.engine, &Question::Start {}, now).unwrap() {
            Reply::Start(view) => view,
            other => panic!("{other:?}"),
        }
    };
    let before = start(&mut played, "2026-11-01T09:00+01:00");
    assert!(before.next.is_none() && before.can_prepare);
    assert_eq!((before.body.as_str(), before.notices.len()), ("Kreis Wiesenthal", 1));
    let next = start(&mut played, "2026-11-11T17:00+01:00").next.unwrap();
    assert_eq!((next.day.as_str(), next.time.as_str()), ("Do, 12.11.2026", "16:30"));
    assert_eq!((next.near.as_str(), next.state.as_str()), ("Morgen", "vorbereitet"));
    let detail = "Raum 1.204 (großer Sitzungssaal) · 13\u{a0}Punkte, davon 4 nichtöffentlich";
    assert_eq!(next.detail, detail);
    played.up_to("wt26-eroeffnung");
    let open = start(&mut played, "2026-11-12T17:00+01:00");
    assert_eq!(open.next.unwrap().state, "läuft seit 16:32");
    played.up_to("wt26-schluss");
    let after = start(&mut played, "2026-11-12T20:00+01:00");
    assert_eq!(after.meetings[0].phase, Phase::Closed);
    assert!(after.next.is_none() && after.meetings[0].state == "geschlossen");
}

/// Ad-hoc figures: `cargo test -p sitzungsbuch-app --lib speed -- --ignored --nocapture`.
#[test]
#[ignore = "prints figures, judges nothing"]
fn speed() {
    let mut played = sample();
    played.up_to("wt26-abstimmung-a4");
    for round in 0..360 {
        let arrival = round % 2 == 1;
        let person = crate::core::PersonId::from_key("wittkopp");
        let command = if arrival {
            Command::RecordArrival { person, mode: Mode::Room }
        } else {
            Command::RecordDeparture { person }
        };
        let request = crate::MeetingRequest {
            act: crate::core::ActId::from_key(&format!("speed-{round}")),
            meeting: meeting(),
            based_on: None,
            at: Moment::parse("2026-11-12T17:16+01:00").unwrap(),
            command,
        };
        let caller = crate::Caller { now: now(), actor: "test", source: "test" };
        let request = crate::Request::Meeting(Box::new(request));
        if let Err(why) = played.engine.execute(&request, &caller) {
            println!("{}", why.message);
        }
    }
    let time = |played: &mut Played, question: Question| {
        let start = std::time::Instant::now();
        for _ in 0..50 {
            played.ask(&question);
        }
        start.elapsed() / 50
    };
    println!("entries {}", played.engine.state(meeting()).unwrap().entries.len());
    println!("meeting {:?}", time(&mut played, Question::Meeting { meeting: meeting() }));
    println!("log {:?}", time(&mut played, Question::Log { meeting: meeting() }));
    println!("start {:?}", time(&mut played, Question::Start {}));
}

/// What can stand as a slot in the text of an item: its findings, results, and who came and left.
#[test]
fn slots_are_offered_in_the_words_of_the_minutes() {
    let mut played = sample();
    let mut drawn = String::new();
    played.up_to("wt26-nachtrag-9.1");
    drawn += &played.slots("wt26-1");
    played.up_to("wt26-abstimmung-a5");
    drawn += &played.slots("wt26-3");
    drawn += &played.slots("wt26-6");
    played.up_to("wt26-schluss");
    drawn += &played.slots("wt26-9");
    drawn += &played.slots("wt26-10");
    golden("11-slots", &drawn.replace('\u{a0}', "~"));
}
