//! A list that only grows, so kept that a copy of the state shares it.
//!
//! Every decision works on a copy of the state; with everything that ever happened in plain lists
//! the copy would be the dearest part of an act, and dearer with each. This is a tree of short
//! lists: a copy shares all of it, a change copies one path from the root to a leaf, and both cost
//! the same however long the list has grown.

use alloc::sync::Arc;
use alloc::vec::Vec;
#[cfg(test)]
use core::ops::Index;

/// Elements of a leaf, and leaves or branches of a branch.
const WIDTH: usize = 16;

/// Elements in the order in which they came.
#[derive(Debug, PartialEq, Eq)]
pub struct Chunks<T> {
    /// Every node but those on the way to the last element is full.
    root: Option<Arc<Node<T>>>,
    length: usize,
    /// Elements below one child of the root; 1 where the root is a leaf.
    stride: usize,
}

#[derive(Debug, PartialEq, Eq)]
enum Node<T> {
    Leaf(Vec<T>),
    Branch(Vec<Arc<Node<T>>>),
}

impl<T> Clone for Chunks<T> {
    fn clone(&self) -> Self {
        Self { root: self.root.clone(), length: self.length, stride: self.stride }
    }
}

impl<T: Clone> Clone for Node<T> {
    /// A node is copied to be changed, most often to take one more.
    fn clone(&self) -> Self {
        match self {
            Self::Leaf(elements) => Self::Leaf(with_room(elements)),
            Self::Branch(children) => Self::Branch(with_room(children)),
        }
    }
}

fn with_room<T: Clone>(list: &[T]) -> Vec<T> {
    let mut copy = Vec::with_capacity((list.len() + 1).next_power_of_two());
    copy.extend_from_slice(list);
    copy
}

impl<T> Default for Chunks<T> {
    fn default() -> Self {
        Self { root: None, length: 0, stride: 1 }
    }
}

impl<T> Chunks<T> {
    /// All elements.
    pub fn iter(&self) -> Iter<'_, T> {
        self.since(0)
    }

    /// All elements from the one at `index` on.
    pub(super) fn since(&self, index: usize) -> Iter<'_, T> {
        let leaves = self.length.div_ceil(WIDTH);
        let first = self.leaf(index).and_then(|leaf| leaf.get(index % WIDTH..));
        let front = first.unwrap_or_default().iter();
        let next = (index / WIDTH + 1).min(leaves);
        Iter { chunks: self, next, end: leaves, front, back: [].iter() }
    }

    /// The leaf that holds the element at an index.
    fn leaf(&self, index: usize) -> Option<&[T]> {
        if index >= self.length {
            return None;
        }
        let (mut node, mut stride) = (self.root.as_deref()?, self.stride);
        loop {
            match node {
                Node::Leaf(elements) => return Some(elements),
                Node::Branch(children) => {
                    node = children.get(index / stride % WIDTH)?;
                    stride /= WIDTH;
                }
            }
        }
    }

    /// The element at an index, from 0.
    pub fn get(&self, index: usize) -> Option<&T> {
        self.leaf(index)?.get(index % WIDTH)
    }

    /// The first element.
    pub fn first(&self) -> Option<&T> {
        self.get(0)
    }

    /// The last element.
    pub fn last(&self) -> Option<&T> {
        self.get(self.length.checked_sub(1)?)
    }

    /// Number of elements.
    pub const fn len(&self) -> usize {
        self.length
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.length == 0
    }
}

impl<T: Clone> Chunks<T> {
    /// Puts an element at the end.
    pub(super) fn push(&mut self, one: T) {
        let index = self.length;
        self.length += 1;
        let Some(root) = &mut self.root else {
            self.root = Some(Arc::new(Node::Leaf(Vec::from([one]))));
            return;
        };
        if index == self.stride * WIDTH {
            self.stride *= WIDTH;
            *root = Arc::new(Node::Branch(Vec::from([Arc::clone(root)])));
        }
        let (mut node, mut stride) = (Arc::make_mut(root), self.stride);
        loop {
            match node {
                Node::Leaf(elements) => return elements.push(one),
                Node::Branch(children) => {
                    stride /= WIDTH;
                    if index.is_multiple_of(stride * WIDTH) {
                        return children.push(Arc::new(path_to(one, stride)));
                    }
                    let Some(last) = children.last_mut() else { return };
                    node = Arc::make_mut(last);
                }
            }
        }
    }

    /// The element at an index, to be changed.
    pub(super) fn get_mut(&mut self, index: usize) -> Option<&mut T> {
        if index >= self.length {
            return None;
        }
        let (mut node, mut stride) = (Arc::make_mut(self.root.as_mut()?), self.stride);
        loop {
            match node {
                Node::Leaf(elements) => return elements.get_mut(index % WIDTH),
                Node::Branch(children) => {
                    node = Arc::make_mut(children.get_mut(index / stride % WIDTH)?);
                    stride /= WIDTH;
                }
            }
        }
    }

    /// The last element, to be changed.
    pub(super) fn last_mut(&mut self) -> Option<&mut T> {
        self.get_mut(self.length.checked_sub(1)?)
    }

    /// The last element that is meant, to be changed. What is sought is near the end, as a rule.
    pub(super) fn rfind_mut(&mut self, is_meant: impl Fn(&T) -> bool) -> Option<&mut T> {
        let back = self.iter().rev().position(is_meant)?;
        self.get_mut(self.length - 1 - back)
    }
}

/// A node with one element; below one of its children lie as many as `stride` says.
fn path_to<T>(one: T, stride: usize) -> Node<T> {
    let (mut node, mut reached) = (Node::Leaf(Vec::from([one])), 1);
    while reached < stride {
        node = Node::Branch(Vec::from([Arc::new(node)]));
        reached *= WIDTH;
    }
    node
}

/// See [`Chunks::iter`].
#[derive(Debug)]
pub struct Iter<'a, T> {
    chunks: &'a Chunks<T>,
    /// Leaves between the front and the back.
    next: usize,
    end: usize,
    front: core::slice::Iter<'a, T>,
    back: core::slice::Iter<'a, T>,
}

impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        let Self { chunks, next, end, ref front, ref back } = *self;
        Self { chunks, next, end, front: front.clone(), back: back.clone() }
    }
}

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(one) = self.front.next() {
                return Some(one);
            }
            if self.next >= self.end {
                return self.back.next();
            }
            self.front = self.chunks.leaf(self.next * WIDTH).unwrap_or_default().iter();
            self.next += 1;
        }
    }
}

impl<T> DoubleEndedIterator for Iter<'_, T> {
    fn next_back(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(one) = self.back.next_back() {
                return Some(one);
            }
            if self.next >= self.end {
                return self.front.next_back();
            }
            self.end -= 1;
            self.back = self.chunks.leaf(self.end * WIDTH).unwrap_or_default().iter();
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
        self.get(index).unwrap()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_not_seen_from_outside() {
        let mut numbers = Chunks::default();
        assert!(numbers.is_empty() && numbers.last().is_none() && numbers.first().is_none());
        for number in 0..5000_u32 {
            let copy = numbers.clone();
            numbers.push(number);
            assert_eq!(copy.len() + 1, numbers.len());
            assert_eq!(numbers.last(), Some(&number));
        }
        assert_eq!(numbers.iter().copied().collect::<Vec<u32>>(), (0..5000).collect::<Vec<u32>>());
        assert_eq!(
            numbers.iter().rev().copied().collect::<Vec<u32>>(),
            (0..5000).rev().collect::<Vec<u32>>()
        );
        for index in [0, 1, 15, 16, 17, 255, 256, 257, 4095, 4096, 4999] {
            assert_eq!(numbers.get(index).copied(), u32::try_from(index).ok());
            assert_eq!(numbers.since(index).count(), 5000 - index);
            assert_eq!(numbers.since(index).next(), numbers.get(index));
        }
        assert!(numbers.get(5000).is_none() && numbers.since(5000).next().is_none());
        let (mut there, mut back) = (0, 0);
        let mut both = numbers.iter();
        while let Some(one) = both.next() {
            there += one;
            back += both.next_back().copied().unwrap_or(0);
        }
        assert_eq!(there + back, (0..5000).sum::<u32>());
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
