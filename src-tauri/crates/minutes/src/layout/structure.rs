//! The structure tree: elements in reading order, joined with what stands on the pages.
//!
//! Elements are added in reading order and never moved. It does not know what a block looks like.

use crate::frame::{Attributes, Child, Node, NodeId, Owner, Page, Role, Shape};

/// The tree while it grows.
#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// Headings that stand open: the level that was asked for, and that of the element.
    headings: Vec<(u8, u8)>,
}

/// Place on paper: page, item.
type Spot = (usize, usize);

impl Tree {
    pub(super) const ROOT: NodeId = NodeId(0);

    pub(super) fn new() -> Self {
        let attributes = Attributes::default();
        let root = Node { role: Role::Document, parent: None, children: Vec::new(), attributes };
        Self { nodes: vec![root], headings: Vec::new() }
    }

    pub(super) fn add(&mut self, role: Role, parent: NodeId) -> NodeId {
        let id = NodeId(self.nodes.len());
        let attributes = Attributes::default();
        self.nodes.push(Node { role, parent: Some(parent), children: Vec::new(), attributes });
        if let Some(parent) = self.nodes.get_mut(parent.0) {
            parent.children.push(Child::Node(id));
        }
        id
    }

    /// A heading, one level below the one it stands under (ISO 14289-1, 7.4.2), and never higher than
    /// asked for.
    pub(super) fn heading(&mut self, level: u8, parent: NodeId) -> NodeId {
        self.headings.retain(|(asked, _)| *asked < level);
        let above = self.headings.last().map_or(0, |(_, own)| *own);
        let own = level.min(above + 1);
        self.headings.push((level, own));
        self.add(Role::Heading(own), parent)
    }

    pub(super) fn attributes(&mut self, node: NodeId) -> Option<&mut Attributes> {
        self.nodes.get_mut(node.0).map(|node| &mut node.attributes)
    }

    /// Joins the elements with their content on the pages.
    pub(super) fn finish(mut self, pages: &[Page]) -> Vec<Node> {
        let mut content: Vec<Vec<(Spot, Child)>> = vec![Vec::new(); self.nodes.len()];
        for (index, page) in pages.iter().enumerate() {
            let mut last = None;
            for (item, drawn) in page.items.iter().enumerate() {
                let owner = match drawn.owner {
                    Owner::Node(node) => Some(node),
                    Owner::Artifact(_) => None,
                };
                let fresh = owner.filter(|_| owner != last);
                if let Some(list) = fresh.and_then(|node| content.get_mut(node.0)) {
                    list.push(((index, item), Child::Content { page: index, item }));
                }
                last = owner;
            }
            let end = page.items.len();
            for (link, area) in page.links.iter().enumerate() {
                if let Some(list) = content.get_mut(area.node.0) {
                    list.push(((index, end), Child::Link { page: index, link }));
                }
            }
            for (field, area) in page.fields.iter().enumerate() {
                if let Some(list) = content.get_mut(area.node.0) {
                    list.push(((index, end), Child::Field { page: index, field }));
                }
            }
        }
        self.locate(pages);
        let first = self.first_spots(&content);
        for (node, own) in self.nodes.iter_mut().zip(content) {
            node.children = merge(&node.children, own, &first);
        }
        self.nodes
    }

    /// Says of every picture where it stands.
    fn locate(&mut self, pages: &[Page]) {
        for (index, page) in pages.iter().enumerate() {
            for item in &page.items {
                let Owner::Node(node) = item.owner else { continue };
                let (Shape::Area { x, y, .. } | Shape::Bitmap { x, y, .. }) = item.shape else {
                    continue;
                };
                let figure = self.nodes.get_mut(node.0).and_then(|n| n.attributes.figure.as_mut());
                if let Some(figure) = figure {
                    (figure.page, figure.x, figure.y) = (index, x, y);
                }
            }
        }
    }

    /// Where each element begins on paper; children come after their parents in the list.
    fn first_spots(&self, content: &[Vec<(Spot, Child)>]) -> Vec<Option<Spot>> {
        let mut first: Vec<Option<Spot>> =
            content.iter().map(|list| list.iter().map(|entry| entry.0).min()).collect();
        for (index, node) in self.nodes.iter().enumerate().rev() {
            let spot = first.get(index).copied().flatten();
            let parent = node.parent.and_then(|parent| first.get_mut(parent.0));
            if let (Some(spot), Some(parent)) = (spot, parent) {
                *parent = Some(parent.map_or(spot, |known| known.min(spot)));
            }
        }
        first
    }
}

/// Elements keep their order; own content comes before the first element that begins after it.
fn merge(nodes: &[Child], own: Vec<(Spot, Child)>, first: &[Option<Spot>]) -> Vec<Child> {
    let mut own = own.into_iter().peekable();
    let mut merged = Vec::new();
    for child in nodes {
        let spot = match child {
            Child::Node(node) => first.get(node.0).copied().flatten(),
            _ => None,
        };
        if let Some(spot) = spot {
            while let Some((_, content)) = own.next_if(|entry| entry.0 < spot) {
                merged.push(content);
            }
        }
        merged.push(*child);
    }
    merged.extend(own.map(|entry| entry.1));
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_leave_no_level_out_and_keep_side_by_side_what_is_asked_so() {
        let mut tree = Tree::new();
        let levels = [1, 2, 4, 4, 3, 4, 4, 2, 4].map(|level| tree.heading(level, Tree::ROOT));
        let own = levels.map(|node| match tree.nodes[node.0].role {
            Role::Heading(level) => level,
            _ => 0,
        });
        assert_eq!(own, [1, 2, 3, 3, 3, 4, 4, 2, 3]);
    }
}
