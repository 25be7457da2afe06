//! What lasts from one moment to another: a list of all of them that knows those that last.
//!
//! Who is recused or away is asked for at every act and every seat; looking through everything that
//! ended long ago would make each act dearer than the one before.

use super::chunks::{Chunks, Iter};
use crate::Moment;
use alloc::vec::Vec;
use core::ops::Deref;

/// Something with an end.
pub trait Span: Clone {
    /// Whether it has not ended.
    fn lasts(&self) -> bool;
    /// Ends it.
    fn end(&mut self, at: Moment);
}

/// All of them in the order in which they began. It is read like its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spans<T> {
    all: Chunks<T>,
    /// Where those that last stand in the list.
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

impl<T: Span> Spans<T> {
    /// One that begins.
    pub(super) fn push(&mut self, one: T) {
        if one.lasts() {
            self.lasting.push(self.all.len());
        }
        self.all.push(one);
    }

    /// Ends all that last and are meant; how many that were.
    pub(super) fn end(&mut self, at: Moment, mut is_meant: impl FnMut(&T) -> bool) -> usize {
        let before = self.lasting.len();
        let all = &mut self.all;
        self.lasting.retain(|index| {
            let meant = all.get(*index).is_some_and(&mut is_meant);
            if meant && let Some(one) = all.get_mut(*index) {
                one.end(at);
            }
            !meant
        });
        before - self.lasting.len()
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
