//! Spans of time in the order in which they began, with those that last at hand.
//!
//! An act asks for what lasts and ends some of it; what is over is only read. With ten thousand
//! acts behind it a session must not look through all of them for that. Nothing is decided here.

use crate::Moment;
use crate::session::chunks::{Chunks, Iter};
use alloc::vec::Vec;
use core::ops::Deref;

/// Something with a beginning and, in time, an end.
pub trait Span {
    /// When it ended; none while it lasts.
    fn ended(&self) -> Option<Moment>;

    /// Ends it.
    fn end(&mut self, at: Moment);
}

/// Spans in the order in which they began; read like [`Chunks`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spans<T> {
    all: Chunks<T>,
    /// Places of those that last, in their order.
    lasting: Vec<usize>,
}

impl<T> Default for Spans<T> {
    fn default() -> Self {
        Self { all: Chunks::default(), lasting: Vec::new() }
    }
}

impl<T> Spans<T> {
    /// Those that last, in the order in which they began.
    pub fn lasting(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.lasting.iter().filter_map(|index| self.all.get(*index))
    }
}

impl<T: Span + Clone> Spans<T> {
    /// One more begins.
    pub(in crate::session) fn begin(&mut self, one: T) {
        self.lasting.push(self.all.len());
        self.all.push(one);
    }

    /// Ends those that last and are meant; whether there was any.
    pub(in crate::session) fn end(&mut self, at: Moment, is_meant: impl Fn(&T) -> bool) -> bool {
        let Self { all, lasting } = self;
        let before = lasting.len();
        lasting.retain(|index| {
            let meant = all.get(*index).is_some_and(&is_meant);
            if meant && let Some(one) = all.get_mut(*index) {
                one.end(at);
            }
            !meant
        });
        lasting.len() < before
    }
}

impl<T> Deref for Spans<T> {
    type Target = Chunks<T>;

    fn deref(&self) -> &Chunks<T> {
        &self.all
    }
}

impl<'a, T> IntoIterator for &'a Spans<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone, PartialEq, Eq)]
    struct One(u32, Option<Moment>);

    impl Span for One {
        fn ended(&self) -> Option<Moment> {
            self.1
        }
        fn end(&mut self, at: Moment) {
            self.1 = Some(at);
        }
    }

    #[test]
    fn what_lasts_is_what_has_no_end() {
        let at = Moment::parse("2026-11-12T17:00+01:00").unwrap();
        let mut spans = Spans::default();
        for number in 0..200 {
            spans.begin(One(number, None));
            assert_eq!(spans.end(at, |one| one.0 % 3 != 0), number % 3 != 0);
        }
        let lasts: Vec<u32> = spans.lasting().map(|one| one.0).collect();
        let open: Vec<u32> = spans.iter().filter(|o| o.ended().is_none()).map(|o| o.0).collect();
        assert_eq!(lasts, open);
        assert_eq!(lasts, (0..200).step_by(3).collect::<Vec<u32>>());
        assert!(!spans.end(at, |one| one.0 == 4), "over already");
        assert_eq!((&spans).into_iter().count(), 200);
    }
}
