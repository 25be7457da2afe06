//! A list that only grows, so kept that a copy of the state shares it.
//!
//! Every decision works on a copy of the state; with everything that ever happened in plain lists
//! the copy would be the dearest part of an act, and dearer with each. What is full is shared; what
//! is changed is copied a chunk at a time.

use alloc::sync::Arc;
use alloc::vec::Vec;
#[cfg(test)]
use core::ops::Index;

/// Elements per chunk: what one change copies at most.
const CHUNK: usize = 64;

/// Elements in the order in which they came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chunks<T> {
    /// Every chunk but the last is full.
    chunks: Vec<Arc<Vec<T>>>,
}

impl<T> Default for Chunks<T> {
    fn default() -> Self {
        Self { chunks: Vec::new() }
    }
}

impl<T> Chunks<T> {
    /// All elements.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { chunks: self.chunks.iter(), front: [].iter(), back: [].iter() }
    }

    /// All elements from the one at `index` on.
    pub(super) fn since(&self, index: usize) -> impl Iterator<Item = &T> {
        let (chunk, inside) = (index / CHUNK, index % CHUNK);
        self.chunks.iter().skip(chunk).flat_map(|chunk| chunk.iter()).skip(inside)
    }

    /// The element at an index, from 0.
    pub fn get(&self, index: usize) -> Option<&T> {
        self.chunks.get(index / CHUNK)?.get(index % CHUNK)
    }

    /// The first element.
    pub fn first(&self) -> Option<&T> {
        self.get(0)
    }

    /// The last element.
    pub fn last(&self) -> Option<&T> {
        self.chunks.last()?.last()
    }

    /// Number of elements.
    pub fn len(&self) -> usize {
        let last = self.chunks.last().map_or(0, |chunk| chunk.len());
        self.chunks.len().saturating_sub(1) * CHUNK + last
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }
}

impl<T: Clone> Chunks<T> {
    /// Puts an element at the end.
    pub(super) fn push(&mut self, one: T) {
        match self.chunks.last_mut() {
            Some(chunk) if chunk.len() < CHUNK => Arc::make_mut(chunk).push(one),
            _ => self.chunks.push(Arc::new(Vec::from([one]))),
        }
    }

    /// The element at an index, to be changed.
    pub(super) fn get_mut(&mut self, index: usize) -> Option<&mut T> {
        Arc::make_mut(self.chunks.get_mut(index / CHUNK)?).get_mut(index % CHUNK)
    }

    /// The last element, to be changed.
    pub(super) fn last_mut(&mut self) -> Option<&mut T> {
        Arc::make_mut(self.chunks.last_mut()?).last_mut()
    }

    /// The last element that is meant, to be changed. What is sought is near the end, as a rule.
    pub(super) fn rfind_mut(&mut self, is_meant: impl Fn(&T) -> bool) -> Option<&mut T> {
        let chunk = self.chunks.iter_mut().rev().find(|chunk| chunk.iter().any(&is_meant))?;
        Arc::make_mut(chunk).iter_mut().rev().find(|one| is_meant(one))
    }
}

/// See [`Chunks::iter`].
#[derive(Debug, Clone)]
pub struct Iter<'a, T> {
    chunks: core::slice::Iter<'a, Arc<Vec<T>>>,
    front: core::slice::Iter<'a, T>,
    back: core::slice::Iter<'a, T>,
}

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(one) = self.front.next() {
                return Some(one);
            }
            match self.chunks.next() {
                Some(chunk) => self.front = chunk.iter(),
                None => return self.back.next(),
            }
        }
    }
}

impl<T> DoubleEndedIterator for Iter<'_, T> {
    fn next_back(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(one) = self.back.next_back() {
                return Some(one);
            }
            match self.chunks.next_back() {
                Some(chunk) => self.back = chunk.iter(),
                None => return self.front.next_back(),
            }
        }
    }
}

impl<'a, T> IntoIterator for &'a Chunks<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
impl<T> Index<usize> for Chunks<T> {
    type Output = T;

    fn index(&self, index: usize) -> &T {
        &self.chunks[index / CHUNK][index % CHUNK]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_not_seen_from_outside() {
        let mut numbers = Chunks::default();
        assert!(numbers.is_empty() && numbers.last().is_none() && numbers.first().is_none());
        for number in 0..600_u32 {
            let copy = numbers.clone();
            numbers.push(number);
            assert_eq!(copy.len() + 1, numbers.len());
            assert_eq!(numbers.last(), Some(&number));
        }
        assert_eq!(numbers.iter().copied().collect::<Vec<u32>>(), (0..600).collect::<Vec<u32>>());
        assert_eq!(
            numbers.iter().rev().copied().collect::<Vec<u32>>(),
            (0..600).rev().collect::<Vec<u32>>()
        );
        for index in [0, 1, 63, 64, 65, 127, 128, 599] {
            assert_eq!(numbers.get(index).copied(), u32::try_from(index).ok());
            assert_eq!(numbers.since(index).count(), 600 - index);
            assert_eq!(numbers.since(index).next(), numbers.get(index));
        }
        assert!(numbers.get(600).is_none() && numbers.since(600).next().is_none());
        let (mut there, mut back) = (0, 0);
        let mut both = numbers.iter();
        while let Some(one) = both.next() {
            there += one;
            back += both.next_back().copied().unwrap_or(0);
        }
        assert_eq!(there + back, (0..600).sum::<u32>());
    }

    #[test]
    fn a_change_is_not_seen_in_a_copy() {
        let mut numbers = Chunks::default();
        (0..130_u32).for_each(|number| numbers.push(number));
        let copy = numbers.clone();
        *numbers.last_mut().unwrap() = 1000;
        *numbers.get_mut(3).unwrap() = 1500;
        *numbers.rfind_mut(|one| *one == 1500).unwrap() = 2000;
        assert!(numbers.get_mut(130).is_none());
        assert!(numbers.rfind_mut(|one| *one == 129).is_none());
        assert_eq!((copy.last(), copy.get(3)), (Some(&129), Some(&3)));
        assert_eq!((numbers.last(), numbers.get(3)), (Some(&1000), Some(&2000)));
    }
}
