//! Intervals of presence as one version of the minutes shows them.
//!
//! The public version looks through windows: from the opening, or the return to the public part, to
//! the change or the end. What happened between them leaves no trace in it but who is there when
//! the next window opens.

use super::Presence;
use super::timeline::{Move, Stay, Step};
use sitzungsbuch_core::agenda_item::Part;
use sitzungsbuch_core::session::command::{Capacity, Mode};
use sitzungsbuch_core::session::event::Event;
use sitzungsbuch_core::session::state::Place;
use sitzungsbuch_core::{AgendaItemId, Moment, PersonId};
use std::collections::BTreeMap;

/// Whose eyes look at the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    /// The public part.
    Public,
    /// All of it.
    Whole,
}

/// A stretch of steps that a version shows.
#[derive(Debug, Clone, Copy)]
struct Window {
    start: usize,
    /// Last step, inclusive.
    end: usize,
}

/// Presence of somebody on one place: first and last step, none while it lasts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub(super) stay: Stay,
    from: usize,
    to: Option<usize>,
}

/// How a piece of presence begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    Opening,
    /// Was there when the window opened.
    Window,
    At(usize),
}

/// How a piece of presence ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum To {
    /// Was there when the window closed.
    Window,
    /// Left with the change of part.
    Change(usize),
    At(usize),
}

#[derive(Debug, Clone, Copy)]
struct Piece {
    stay: Stay,
    window: usize,
    from: From,
    to: To,
}

/// The steps of a session with who was there when.
pub(super) struct Watch<'a, 's> {
    steps: &'s [Step<'a>],
    spans: BTreeMap<PersonId, Vec<Span>>,
}

impl<'a, 's> Watch<'a, 's> {
    /// Follows everybody through the steps.
    pub(super) fn new(steps: &'s [Step<'a>]) -> Self {
        let mut spans: BTreeMap<PersonId, Vec<Span>> = BTreeMap::new();
        for (index, step) in steps.iter().enumerate() {
            for one in &step.moves {
                let (Move::Came(person, _) | Move::Left(person, _)) = one;
                let own = spans.entry(*person).or_default();
                if let Some(last) = own.last_mut() {
                    last.to = last.to.or(Some(end(steps, index, one)));
                }
                if let Move::Came(_, stay) = one {
                    own.push(Span { stay: *stay, from: index, to: None });
                }
            }
        }
        Self { steps, spans }
    }

    fn at(&self, index: usize) -> Option<Moment> {
        self.steps.get(index).map(Step::at)
    }

    fn windows(&self, view: View) -> Vec<Window> {
        let last = self.steps.len().saturating_sub(1);
        let Some(opening) = self.steps.iter().position(|step| step.open) else {
            return Vec::new();
        };
        if view == View::Whole {
            return vec![Window { start: opening, end: last }];
        }
        let mut windows = Vec::new();
        let mut start = Some(opening);
        for (index, step) in self.steps.iter().enumerate().skip(opening) {
            match (&step.entry.event, start) {
                (Event::PartChanged { part: Part::NonPublic, .. }, Some(from)) => {
                    windows.push(Window { start: from, end: index });
                    start = None;
                }
                (Event::PartChanged { part: Part::Public, .. }, None) => start = Some(index),
                _ => {}
            }
        }
        windows.extend(start.map(|start| Window { start, end: last }));
        windows
    }

    /// Everybody who is seen, with the places that are seen.
    pub(super) fn seen(&self, view: View) -> Vec<(PersonId, Vec<Span>)> {
        let windows = self.windows(view);
        let visible = |span: &Span| !self.pieces(&windows, std::slice::from_ref(span)).is_empty();
        self.spans
            .iter()
            .map(|(person, spans)| {
                (*person, spans.iter().filter(|s| visible(s)).copied().collect())
            })
            .filter(|(_, spans): &(_, Vec<Span>)| !spans.is_empty())
            .collect()
    }

    /// Whether a person was seen there before a step.
    pub(super) fn was_there(&self, view: View, person: PersonId, before: usize) -> bool {
        let windows = self.windows(view);
        self.spans.get(&person).into_iter().flatten().filter(|span| span.from < before).any(
            |span| {
                let earlier = self.pieces(&windows, std::slice::from_ref(span));
                earlier.iter().any(|piece| match piece.from {
                    From::At(from) => from < before,
                    From::Opening => true,
                    From::Window => {
                        windows.get(piece.window).is_some_and(|window| window.start < before)
                    }
                })
            },
        )
    }

    /// Whether a person is there after a step.
    pub(super) fn is_there(&self, person: PersonId, after: usize) -> bool {
        let spans = self.spans.get(&person).into_iter().flatten();
        spans.filter(|one| one.from <= after).any(|one| one.to.is_none_or(|to| to > after))
    }

    /// Intervals to be printed for spans of one person, and the item within which each lies.
    pub(super) fn printed(
        &self,
        view: View,
        spans: &[Span],
    ) -> Vec<(Presence, Option<AgendaItemId>)> {
        let windows = self.windows(view);
        let place = |span: &Span| span.stay.place;
        let guest = spans.iter().all(|one| matches!(place(one), Place::Beside(Capacity::Guest)));
        let beside = spans.iter().all(|one| matches!(place(one), Place::Beside(_)));
        let mut joined: Vec<Piece> = Vec::new();
        for piece in self.pieces(&windows, spans) {
            match joined.last_mut() {
                Some(last) if joins(*last, piece) => {
                    (last.window, last.to) = (piece.window, piece.to);
                }
                _ => joined.push(piece),
            }
        }
        let print = |(index, piece): (usize, &Piece)| {
            let window = windows.get(piece.window);
            let from = match piece.from {
                From::Opening => None,
                From::Window => window.and_then(|window| self.at(window.start)),
                From::At(index) => self.at(index),
            };
            let to = match piece.to {
                To::Window if piece.window + 1 == windows.len() => None,
                To::Window => window.and_then(|window| self.at(window.end)),
                To::Change(index) | To::At(index) => self.at(index),
            };
            let next = joined.get(index + 1);
            let sent_out = guest && self.sent_out(&windows, piece, next);
            let within = || if beside { self.within_item(piece) } else { None };
            let item = piece.stay.item.or_else(within);
            let remote = piece.stay.mode == Mode::Remote;
            (Presence { from, to, item: None, remote, sent_out }, item)
        };
        joined.iter().enumerate().map(print).collect()
    }

    /// The parts of spans that are seen through the windows, in their order.
    fn pieces(&self, windows: &[Window], spans: &[Span]) -> Vec<Piece> {
        let mut found = Vec::new();
        for span in spans {
            for (number, window) in windows.iter().enumerate() {
                let over = span.to.is_some_and(|to| to <= window.start);
                if span.from > window.end || (over && span.from < window.start) {
                    continue;
                }
                let from = match (number, span.from) {
                    (0, from) if from <= window.start => From::Opening,
                    (_, from) if from < window.start => From::Window,
                    (_, from) => From::At(from),
                };
                let to = match span.to {
                    None => To::Window,
                    Some(to) if to > window.end => To::Window,
                    Some(to) if self.goes_non_public(to) => To::Change(to),
                    Some(to) => To::At(to),
                };
                found.push(Piece { stay: span.stay, window: number, from, to });
            }
        }
        found
    }

    fn goes_non_public(&self, index: usize) -> bool {
        self.steps.get(index).is_some_and(|step| {
            matches!(step.entry.event, Event::PartChanged { part: Part::NonPublic, .. })
        })
    }

    /// Left with the change of part, and came back with the public part, or not at all where the
    /// session never was public again.
    fn sent_out(&self, windows: &[Window], one: &Piece, next: Option<&Piece>) -> bool {
        let To::Change(change) = one.to else { return false };
        let returned =
            self.steps.iter().skip(change).find(|step| {
                matches!(step.entry.event, Event::PartChanged { part: Part::Public, .. })
            });
        let back = next.filter(|next| same_stay(one, next)).and_then(|next| match next.from {
            From::Window => windows.get(next.window).and_then(|window| self.at(window.start)),
            From::At(index) => self.at(index),
            From::Opening => None,
        });
        match returned {
            Some(step) => back == Some(step.at()),
            None => next.is_none(),
        }
    }

    /// The item within which somebody came and left.
    fn within_item(&self, piece: &Piece) -> Option<AgendaItemId> {
        let (From::At(from), To::At(to)) = (piece.from, piece.to) else { return None };
        let steps = self.steps.get(from..=to)?;
        let mut items = steps.iter().map(|step| step.current);
        let first = items.next()??;
        items.all(|item| item == Some(first)).then_some(first)
    }
}

fn same_stay(one: &Piece, next: &Piece) -> bool {
    one.stay.mode == next.stay.mode && one.stay.item == next.stay.item
}

/// Two pieces that the reader sees as one: the person was there at the end of one window and at the
/// start of the next.
fn joins(one: Piece, next: Piece) -> bool {
    let apart = next.from != From::Window || next.window != one.window + 1;
    same_stay(&one, &next) && one.to == To::Window && !apart
}

/// The step that ends a span: this one, or the interruption with which somebody left.
fn end(steps: &[Step], index: usize, one: &Move) -> usize {
    let Move::Left(_, at) = one else { return index };
    let before = steps.iter().take(index + 1).enumerate().rev();
    let interrupts = |event: &Event| {
        matches!(event, Event::MeetingInterrupted {} | Event::MeetingAdjourned { .. })
    };
    let mut recess = before
        .take_while(|(_, step)| step.at() >= *at)
        .filter(|(_, step)| step.at() == *at && interrupts(&step.entry.event));
    let resumes = steps.get(index).map(|step| &step.entry.event);
    match resumes {
        Some(Event::MeetingResumed { .. }) => recess.next().map_or(index, |(step, _)| step),
        _ => index,
    }
}
