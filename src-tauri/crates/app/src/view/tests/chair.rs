//! The display of the chair: what it shows when, and that nothing non-public can be read on it.

use super::sample::Played;
use super::{item, open, record, source};
use crate::core::agenda_item::{AgendaItem, Part};
use crate::core::session::Command;
use crate::core::session::command::{Announced, Matter, Tally};
use crate::core::testing::committee::text;
use crate::core::testing::generate::{ROLLS, step};
use crate::core::testing::{Committee, Rehearsal};
use crate::core::{AgendaItemId, Moment};
use crate::entering::{Entered, Entering, PutBetween};
use crate::view::{ChairView, Question, Reply, chair};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeSet;

const ALL: [&str; 6] = ["m1", "m2", "m3", "m5", "m6", "m7"];

fn shown(rehearsal: &Rehearsal) -> ChairView {
    chair::view(&source(rehearsal, None), &Entered::new())
}

/// What a session would be called that nobody is to know of.
fn disguise(item: &mut AgendaItem) {
    item.name = "Verkauf des Grundstücks Lindenallee 3".to_owned();
    item.subject = "Kaufvertrag mit der Erbengemeinschaft".to_owned();
    item.paper = "99/999/2026".to_owned();
    item.proposal = text("Das Grundstück wird verkauft.");
}

/// A prepared session, and one whose non-public items are others.
fn twins() -> [Rehearsal; 2] {
    let prepared = |disguised: bool| {
        let committee = Committee::new(9).vacant(4);
        let mut plan = committee.plan();
        let closed = plan.agenda.iter_mut().filter(|one| one.part == Part::NonPublic && disguised);
        closed.for_each(disguise);
        let mut rehearsal = Rehearsal::unprepared(committee);
        let at = Moment::parse("2026-11-02T09:00+01:00").unwrap();
        rehearsal.act(at, &Command::PrepareMeeting { plan }).unwrap();
        rehearsal
    };
    [prepared(false), prepared(true)]
}

/// Which part the session was in at a time.
fn doors(rehearsal: &Rehearsal, at: Moment) -> Part {
    let mut changes = rehearsal.state.now.part_changes.iter();
    changes.rfind(|change| change.at <= at).map_or(Part::Public, |change| change.part)
}

/// The same act with other words, where it is one behind closed doors: on an item of that part, or on
/// any at a time when the doors are closed; what is entered late belongs to when it was.
fn otherwise(rehearsal: &Rehearsal, at: Moment, command: &Command) -> Command {
    let now = &rehearsal.state.now;
    let doors = doors(rehearsal, at);
    let closed = |id: AgendaItemId| {
        let part = now.item(id).map(|one| one.item.part);
        doors == Part::NonPublic || part == Some(Part::NonPublic)
    };
    let mut other = command.clone();
    match &mut other {
        Command::RecordVote { item, wording_put, tally, announced, .. } if closed(*item) => {
            *wording_put = text("Das Grundstück wird nicht verkauft.");
            (*tally, *announced) = (Tally::Unanimous {}, Announced::Accepted);
        }
        Command::RecordRound { election, tally, .. }
            if now.election(*election).is_some_and(|one| closed(one.item)) =>
        {
            let mut votes: Vec<u16> = tally.candidates.iter().map(|one| one.votes).collect();
            votes.reverse();
            let candidates = tally.candidates.iter_mut().zip(votes);
            candidates.for_each(|(one, votes)| one.votes = votes);
        }
        Command::WordResult { vote, words }
            if now.vote(*vote).is_some_and(|one| {
                now.item(one.item).is_some_and(|one| one.item.part == Part::NonPublic)
            }) =>
        {
            *words = "gegen die Stimmen der Erbengemeinschaft".to_owned();
        }
        Command::RecordOutcome { item, wording, .. } if closed(*item) => {
            *wording = Some(text("Der Ausschuss schweigt."));
        }
        Command::WriteText { item, text: words } if closed(*item) => *words = text("Geheim."),
        Command::AddItem { item, .. } if item.part == Part::NonPublic => disguise(item),
        _ => {}
    }
    other
}

/// Whether an item that was non-public once is not any more: its words are everybody's now. `closed` has
/// those that were so far.
fn published(rehearsal: &Rehearsal, closed: &mut BTreeSet<AgendaItemId>) -> bool {
    let mut open = false;
    for one in &rehearsal.state.now.items {
        match one.item.part {
            Part::NonPublic => {
                closed.insert(one.item.id);
            }
            Part::Public => open |= closed.contains(&one.item.id),
        }
    }
    open
}

/// With every item put in other words; those that are not public in words of their own.
fn bytes(rehearsal: &Rehearsal, closed: &str) -> String {
    let items = rehearsal.state.now.items.iter();
    let wordings = items.map(|one| {
        let words = if one.item.part == Part::Public { "Zugestimmt wird." } else { closed };
        (one.item.id, text(words))
    });
    // At some items something stands in front, at others their motions, at others nothing.
    let entered = rehearsal.state.now.items.iter().enumerate().map(|(place, one)| {
        let words = if one.item.part == Part::Public { "Zugestimmt wird." } else { closed };
        let part = PutBetween {
            matter: Matter::Part(words.to_owned()),
            title: words.to_owned(),
            wording: text(words),
            writing: Some(text(closed)),
            repeats: None,
        };
        let between = if place % 3 == 0 { vec![part] } else { Vec::new() };
        let writing = Some(text(closed));
        (one.item.id, Entering { series: place % 3 == 1, between, writing, ..Entering::default() })
    });
    let source = source(rehearsal, None).of_wordings(wordings.collect());
    serde_json::to_string(&chair::view(&source, &entered.collect())).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn it_cannot_depend_on_what_is_not_public(steps in vec(any::<[u16; ROLLS]>(), 0..60)) {
        let [mut known, mut other] = twins();
        let (mut closed, mut behind) = (BTreeSet::new(), Vec::new());
        published(&other, &mut closed);
        for rolls in &steps {
            let (at, command) = step(rolls, &known.committee, &known.state);
            let varied = otherwise(&known, at, &command);
            behind.extend((doors(&known, at) == Part::NonPublic).then_some(at));
            if known.act(at, &command).is_err() {
                continue;
            }
            // What stands on a vote that went otherwise may be refused; then both go alike.
            if other.act(at, &varied).is_err() && other.act(at, &command).is_err() {
                break;
            }
            // Nor is what was behind doors that, as is found out later, were never closed.
            let opened = behind.iter().any(|at| doors(&known, *at) == Part::Public);
            if published(&other, &mut closed) || opened {
                break;
            }
            prop_assert_eq!(bytes(&known, ""), bytes(&other, "Das Grundstück wird geteilt."));
        }
    }
}

/// The variations above are seen where they may be: it is not the same because nothing differs.
#[test]
fn behind_closed_doors_there_are_neutral_words_only() {
    let mut views = Vec::new();
    for mut rehearsal in twins() {
        open(&mut rehearsal, "16:32", &ALL);
        record(&mut rehearsal, "16:33", &Command::ConfirmInvitation {});
        record(&mut rehearsal, "16:33", &Command::EstablishQuorum {});
        let change = Command::ChangePart { part: Part::NonPublic, leaving: Vec::new() };
        record(&mut rehearsal, "17:00", &change);
        let before = shown(&rehearsal);
        record(&mut rehearsal, "17:01", &Command::CallItem { item: item("n1") });
        let during = shown(&rehearsal);
        let clerk = crate::view::meeting::view(&source(&rehearsal, None));
        views.push((before, during, clerk.current.map(|one| one.name)));
    }
    let [(before, during, known), (_, other, disguised)] = <[_; 2]>::try_from(views).unwrap();
    assert_ne!(known, disguised);
    assert_eq!(during, other);
    for view in [before, during] {
        assert_eq!(
            (view.part, view.part_words.as_str()),
            (Part::NonPublic, "Nichtöffentlicher Teil")
        );
        let names =
            view.item.iter().map(|one| &one.name).chain(view.next.iter().map(|one| &one.name));
        assert!(names.into_iter().all(|name| name == "Vertragsangelegenheit"));
        assert_eq!(view.said, ["Nichtöffentlicher Teil", "Inhalte werden hier nicht angezeigt."]);
        assert_eq!(view.quorum.present, 6);
        assert_eq!(view.finding.unwrap().words, "Erneut feststellen");
    }
}

/// What is put is read there, not what was proposed; once decided, what was decided.
#[test]
fn it_shows_the_words_in_which_the_chair_puts_an_item() {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    open(&mut rehearsal, "16:32", &ALL);
    record(&mut rehearsal, "16:40", &Command::CallItem { item: item("5") });
    let wording = |rehearsal: &Rehearsal| {
        let wordings = [(item("5"), text("Der Beschluss wird vertagt."))].into();
        let view = chair::view(&source(rehearsal, None).of_wordings(wordings), &Entered::new());
        view.item.unwrap().wording
    };
    assert_eq!(wording(&rehearsal), ["Der Beschluss wird vertagt."]);
    let vote = Command::RecordVote {
        item: item("5"),
        matter: Matter::Item,
        majority: None,
        repeats: None,
        wording_put: text("Es wird zugestimmt."),
        tally: Tally::Unanimous {},
        announced: Announced::Accepted,
        note: None,
    };
    record(&mut rehearsal, "16:45", &vote);
    assert_eq!(wording(&rehearsal), ["Es wird zugestimmt."]);
}

#[test]
fn the_button_is_there_while_the_numbers_hold_and_not_twice_in_a_minute() {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    let words = |rehearsal: &Rehearsal| shown(rehearsal).finding.map(|button| button.words);
    assert_eq!(words(&rehearsal), None);
    open(&mut rehearsal, "16:32", &ALL);
    found(&mut rehearsal, "Ordnungsgemäße Ladung feststellen");
    found(&mut rehearsal, "Beschlussfähigkeit feststellen");
    assert_eq!(words(&rehearsal), None);
    assert_eq!(rehearsal.state.now.invitation_confirmed, Some(Committee::at("17:12")));
    for person in ["m2", "m3"] {
        record(&mut rehearsal, "17:12", &super::leaves(person));
    }
    let lost = shown(&rehearsal);
    assert!(!lost.quorum.holds && lost.finding.is_none(), "{lost:?}");
}

/// The chair taps the button that says so.
fn found(rehearsal: &mut Rehearsal, words: &str) {
    let button = shown(rehearsal).finding.unwrap();
    assert_eq!(button.words, words);
    let command = super::by_button(rehearsal, button.found);
    record(rehearsal, "17:12", &command);
}

/// The invitation belongs to the beginning: later it is the clerk's, and the button the quorum's.
#[test]
fn behind_the_formalities_the_button_is_for_the_quorum() {
    let mut rehearsal = Rehearsal::new(Committee::new(9));
    open(&mut rehearsal, "16:32", &ALL);
    record(&mut rehearsal, "16:40", &Command::CallItem { item: item("5") });
    found(&mut rehearsal, "Beschlussfähigkeit feststellen");
    assert_eq!(rehearsal.state.now.invitation_confirmed, None);
}

/// The sample session from its beginning to its end, in a few lines each.
#[test]
fn it_tells_where_the_sample_session_is() {
    let mut played =
        Played::new(include_str!("../../../../../../assets/sample/kreis-wiesenthal.json"));
    let mut at = |key: &str| {
        if !key.is_empty() {
            played.up_to(key);
        }
        let Reply::Chair(view) = played.ask(&Question::Chair {}) else { panic!() };
        view.map(|view| *view)
    };
    // Nobody looks at a session yet.
    assert_eq!(at(""), None);
    let opened = at("wt26-eroeffnung").unwrap();
    assert_eq!(opened.committee, "Ausschuss für Digitalisierung");
    assert_eq!((opened.quorum.present, opened.quorum.base.as_str()), (15, "von 17"));
    assert_eq!(opened.said[0], "Kein Punkt aufgerufen");
    assert_eq!(opened.next.unwrap().top, "TOP\u{a0}1");
    let before = at("wt26-befangen-pottgiesser").unwrap().item.unwrap();
    assert_eq!((before.top.as_str(), before.label.as_str()), ("TOP\u{a0}6", "Zu entscheiden"));
    assert_eq!(before.entitled, "15\u{a0}stimmberechtigt anwesend");
    assert!(before.result.is_none() && !before.wording.is_empty());
    let voted = at("wt26-abstimmung-a4").unwrap().item.unwrap();
    let result = voted.result.unwrap();
    assert_eq!(
        (result.title.as_str(), result.accepted, voted.entitled.as_str()),
        ("Angenommen", true, "")
    );
    assert_eq!(voted.label, "Beschluss");
    let closed = at("wt26-ergebnis-10").unwrap();
    assert_eq!(closed.part, Part::NonPublic);
    let tender = at("wt26-abstimmung-n1").unwrap();
    let neutral = tender.item.unwrap();
    assert_eq!(
        (neutral.top.as_str(), neutral.name.as_str()),
        ("TOP\u{a0}11", "Vergabeangelegenheit")
    );
    assert_eq!(neutral.subject, "Inhalte werden hier nicht angezeigt.");
    assert!(neutral.result.is_none() && neutral.wording.is_empty() && neutral.label.is_empty());
    assert_eq!(tender.next.unwrap().name, "Vertragsangelegenheit");
    // Nobody looks at it any more, and no session is open.
    assert_eq!(at("wt26-schluss"), None);
}
