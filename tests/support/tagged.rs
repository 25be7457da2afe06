//! The structure tree of a PDF as `pdfinfo -struct-text` (poppler) prints it: elements in reading
//! order, each with its path of roles and all the text inside it. It judges nothing.

use std::path::Path;
use std::process::Command;

/// An element of the tree.
#[derive(Debug, Clone)]
pub(crate) struct Element {
    /// Roles from the document down to this one: `Document/Table/TBody/TR/TH`.
    pub(crate) path: String,
    /// Text inside, joined as a reader hears it.
    pub(crate) text: String,
}

impl Element {
    /// Its own role.
    pub(crate) fn role(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }
}

/// The tree of a file, containers before their content. Poppler takes seconds for a long one.
pub(crate) fn read(file: &Path) -> Vec<Element> {
    let output = Command::new("pdfinfo").arg("-struct-text").arg(file).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    parse(&String::from_utf8(output.stdout).unwrap())
}

fn parse(text: &str) -> Vec<Element> {
    let mut elements: Vec<Element> = Vec::new();
    // Indentation and index of the elements that are open.
    let mut open: Vec<(usize, usize)> = Vec::new();
    for line in text.lines() {
        let trimmed = line.trim_start();
        let depth = line.len() - trimmed.len();
        if trimmed.is_empty() || trimmed.starts_with('/') {
            continue;
        }
        open.retain(|(indent, _)| *indent < depth);
        if let Some(words) = trimmed.strip_prefix('"') {
            let words = words.strip_suffix('"').unwrap_or(words);
            for (_, index) in &open {
                elements[*index].text.push_str(words);
            }
            continue;
        }
        let role = trimmed.split([' ', ':']).next().unwrap_or_default();
        let path = open.last().map_or_else(
            || role.to_owned(),
            |(_, parent)| format!("{}/{role}", elements[*parent].path),
        );
        open.push((depth, elements.len()));
        elements.push(Element { path, text: String::new() });
    }
    for element in &mut elements {
        element.text = plain(&element.text);
    }
    elements
}

/// Without soft hyphens, with single spaces: what two writers of the same sentence agree on.
pub(crate) fn plain(text: &str) -> String {
    let text = text.replace('\u{ad}', "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The place of an element, searched from a place on.
pub(crate) fn find(
    tree: &[Element],
    from: usize,
    what: &str,
    fits: impl Fn(&Element) -> bool,
) -> usize {
    let found = tree.iter().skip(from).position(fits);
    from + found.unwrap_or_else(|| panic!("{what} is not there, or not in order"))
}
