//! Bookmarks as an outline, nested by level and opened (ISO 32000-1, 12.3.3).
//!
//! Invariant: a bookmark stands below the last one of a lower level before it; a level that was left
//! out does not lose it.

use lopdf::{Object, ObjectId, dictionary};

use super::{File, PdfError, annotations, units};
use crate::frame::{Bookmark, Layout};

/// A bookmark in the tree.
struct Entry<'a> {
    bookmark: &'a Bookmark,
    id: ObjectId,
    /// Index of the entry above; none at the top.
    parent: Option<usize>,
    children: Vec<usize>,
    /// Entries below it on all levels.
    below: i64,
}

/// Writes the outline; none where there is no bookmark.
pub(super) fn write(file: &mut File<'_>, layout: &Layout) -> Result<Option<ObjectId>, PdfError> {
    if layout.bookmarks.is_empty() {
        return Ok(None);
    }
    let root = file.reserve();
    let (entries, top) = nest(file, &layout.bookmarks);
    let id = |index: Option<&usize>| {
        index.and_then(|index| entries.get(*index)).map(|entry| Object::Reference(entry.id))
    };
    for (index, entry) in entries.iter().enumerate() {
        let above = entry.parent.and_then(|parent| entries.get(parent));
        let siblings = above.map_or(&top, |above| &above.children);
        let place = siblings.iter().position(|sibling| *sibling == index).unwrap_or(0);
        let links = [
            ("Prev", id(place.checked_sub(1).and_then(|before| siblings.get(before)))),
            ("Next", id(siblings.get(place + 1))),
            ("First", id(entry.children.first())),
            ("Last", id(entry.children.last())),
            ("Count", (entry.below > 0).then_some(Object::Integer(entry.below))),
        ];
        let bookmark = entry.bookmark;
        let mut dictionary = dictionary! {
            "Title" => units::text(&units::clean(&bookmark.title)),
            "Parent" => Object::Reference(above.map_or(root, |above| above.id)),
            "Dest" => annotations::destination(file, layout, bookmark.page, bookmark.y)?,
        };
        for (key, value) in links {
            if let Some(value) = value {
                dictionary.set(key, value);
            }
        }
        file.set(entry.id, dictionary);
    }
    let mut dictionary = dictionary! {
        "Type" => "Outlines",
        "Count" => i64::try_from(entries.len()).unwrap_or(i64::MAX),
    };
    for (key, value) in [("First", id(top.first())), ("Last", id(top.last()))] {
        if let Some(value) = value {
            dictionary.set(key, value);
        }
    }
    file.set(root, dictionary);
    Ok(Some(root))
}

/// The tree of the bookmarks and the indices at its top.
fn nest<'a>(file: &mut File<'_>, bookmarks: &'a [Bookmark]) -> (Vec<Entry<'a>>, Vec<usize>) {
    let mut entries: Vec<Entry<'a>> = Vec::with_capacity(bookmarks.len());
    let mut top = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (index, bookmark) in bookmarks.iter().enumerate() {
        let level = |entry: Option<&Entry<'_>>| entry.map_or(0, |entry| entry.bookmark.level);
        while open.last().is_some_and(|last| level(entries.get(*last)) >= bookmark.level) {
            open.pop();
        }
        for above in &open {
            if let Some(entry) = entries.get_mut(*above) {
                entry.below += 1;
            }
        }
        let parent = open.last().copied();
        match parent.and_then(|parent| entries.get_mut(parent)) {
            Some(above) => above.children.push(index),
            None => top.push(index),
        }
        entries.push(Entry {
            bookmark,
            id: file.reserve(),
            parent,
            children: Vec::new(),
            below: 0,
        });
        open.push(index);
    }
    (entries, top)
}
