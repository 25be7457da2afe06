//! A view as text, so that a difference can be read.

use crate::view::{
    AgendaView, ItemView, MeetingView, MotionRow, MotionsView, NextStep, QuorumView, RowState,
    SeatView, VoteView,
};
use std::fmt::Write as _;

/// Everything of a session that a window draws.
pub(super) fn meeting(view: &MeetingView) -> String {
    let mut out = String::new();
    let MeetingView { committee, day, near, start, room, times, part, phase, .. } = view;
    writeln!(out, "{committee} | {day} {start} {near} | {room} | {phase:?} {times} | {part:?}")
        .unwrap();
    quorum(&mut out, &view.quorum);
    agenda(&mut out, &view.agenda);
    if let Some(current) = &view.current {
        item(&mut out, current);
    }
    for column in &view.columns {
        writeln!(out, "{} {} ({})", column.title, column.count, column.heading).unwrap();
        column.seats.iter().for_each(|one| seat(&mut out, one));
    }
    writeln!(out, "Ohne Stimme: {}", view.attendees_words).unwrap();
    for one in &view.attendees {
        let (name, detail, words) = (&one.full_name, &one.detail, &one.words);
        writeln!(
            out,
            "  {name} | {detail} | {:?} {:?} {words} {:?}",
            one.capacity, one.state, one.acts
        )
        .unwrap();
    }
    if let Some(change) = &view.part_change {
        let leave: Vec<&str> = change
            .present
            .iter()
            .filter(|one| one.leaves)
            .map(|one| one.full_name.as_str())
            .collect();
        writeln!(out, "{}: {} von {} gehen", change.words, leave.len(), change.present.len())
            .unwrap();
    }
    if let Some(opening) = &view.opening {
        let names = |all: &[crate::view::Named]| {
            all.iter().map(|one| one.full_name.clone()).collect::<Vec<_>>().join(", ")
        };
        writeln!(out, "Leitung: {}", names(&opening.chairs)).unwrap();
        writeln!(out, "Schriftführung: {}", names(&opening.clerks)).unwrap();
        writeln!(out, "Es fehlt: {}", opening.missing).unwrap();
    }
    if let (Some(chair), Some(clerk)) = (&view.chair, &view.clerk) {
        writeln!(out, "{} ({}), {}", chair.full_name, chair.detail, clerk.full_name).unwrap();
    }
    writeln!(out, "Ladung: {}", view.invitation).unwrap();
    if let Some(last) = &view.last {
        writeln!(out, "Letzter Eintrag: {} {}", last.time, last.words).unwrap();
    }
    for point in &view.open_points {
        writeln!(out, "Offen: {}", point.words).unwrap();
    }
    writeln!(out, "{:?}", view.allowed).unwrap();
    out.replace('\u{a0}', "~")
}

fn quorum(out: &mut String, view: &QuorumView) {
    let legal = &view.legal;
    writeln!(out, "{:?} {} | {} [{:?}]", legal.state, legal.words, legal.detail, legal.tone)
        .unwrap();
    for test in &view.tests {
        writeln!(out, "  {} | {} | {} [{:?}]", test.numbers, test.words, test.rule, test.tone)
            .unwrap();
        if let Some(band) = &test.band {
            let filled =
                "#".repeat(usize::from(band.members)) + &"=".repeat(usize::from(band.others));
            let mut band_text = filled + &".".repeat(usize::from(band.free));
            band_text.insert(usize::from(band.mark) - 1, '|');
            writeln!(out, "  {band_text}").unwrap();
        }
    }
    writeln!(out, "  {}", view.announcement).unwrap();
    writeln!(out, "  {}", view.law).unwrap();
    for reason in view.reasons.iter().chain(&view.needs_decision) {
        writeln!(out, "  - {}", reason.text).unwrap();
    }
}

fn agenda(out: &mut String, view: &AgendaView) {
    writeln!(out, "Tagesordnung, {} ({} %)", view.progress, view.share).unwrap();
    for part in &view.parts {
        writeln!(out, " {}", part.title).unwrap();
        for row in &part.rows {
            let indent = "  ".repeat(usize::from(row.level));
            let mark = match row.state {
                RowState::Open => " ",
                RowState::Current => ">",
                RowState::Interrupted => "~",
                RowState::Done => "x",
            };
            writeln!(out, " {mark}{indent} {} {} | {}", row.number, row.name, row.words).unwrap();
        }
    }
    let next = match &view.next {
        None => "nichts".to_owned(),
        Some(NextStep::Call { closes, words, .. }) => {
            let closes: Vec<usize> = closes.iter().map(|one| one.settles.len()).collect();
            format!("{words}, schließt {closes:?}")
        }
        Some(NextStep::CloseItem { words, settles, .. }) => format!("{words} {}", settles.len()),
        Some(other) => format!("{other:?}"),
    };
    writeln!(out, "Als Nächstes: {next}").unwrap();
}

/// The item in the middle.
pub(super) fn item(out: &mut String, view: &ItemView) {
    let ItemView { number, kind_words, paper, words, name, subject, attachments, .. } = view;
    writeln!(out, "TOP {number} {kind_words} {paper} {words} | {name} | {subject} | {attachments}")
        .unwrap();
    if let Some(form) = &view.vote_form {
        writeln!(out, "  {} ({})", form.words, form.roll.len()).unwrap();
    }
    let outcomes: Vec<&str> = view.outcomes.iter().map(|one| one.words.as_str()).collect();
    writeln!(out, "  {} | nächste: {}", outcomes.join(", "), view.next_attachment).unwrap();
    motions(out, &view.motions);
    view.remarks.iter().for_each(|remark| writeln!(out, "  ({remark})").unwrap());
    view.results.iter().for_each(|one| result(out, one));
}

fn motions(out: &mut String, view: &MotionsView) {
    for MotionRow { title, position, state_words, result_words, .. } in &view.rows {
        writeln!(out, "  # {title} | {position} | {state_words} | {result_words}").unwrap();
    }
    for follow in &view.follows {
        writeln!(out, "  > {}: {}", follow.why, follow.words).unwrap();
    }
}

fn result(out: &mut String, one: &VoteView) {
    let VoteView { time, title, words, numbers, on, details, .. } = one;
    if !on.is_empty() {
        writeln!(out, "  [{on}]{}", if one.decides { " *" } else { "" }).unwrap();
    }
    let passed = if one.superseded { "~" } else { "" };
    writeln!(
        out,
        "  {passed}{time} {title}: {words} {numbers:?} {:?} {}",
        one.hints, one.basis_changed
    )
    .unwrap();
    for detail in details {
        writeln!(out, "    {detail}").unwrap();
    }
}

fn seat(out: &mut String, one: &SeatView) {
    let SeatView { number, short_name, given_name, status, faction, function, line, words, .. } =
        one;
    let counts = if one.counts { "*" } else { " " };
    let who = format!("{short_name} ({given_name} {status} {faction} {function})");
    writeln!(out, "{counts} {number:2} {who} {:?}: {line} | {words} | {:?}", one.state, one.acts)
        .unwrap();
    if !one.member_name.is_empty() {
        writeln!(out, "       {} {:?}", one.member_name, one.member_acts).unwrap();
    }
}
