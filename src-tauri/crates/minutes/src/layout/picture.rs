//! Pictures on the page: fitted into a box, areas scaled in whole numbers.
//!
//! It knows no file of a picture. Arms belong to no element, for the words beside say the same; a
//! picture of a text is a figure with the words that say what it shows (ISO 14289-1, 7.3).

use super::flow::{Flow, Place, stack};
use super::strip::{KEEP, Strip};
use super::table::CAPTION;
use super::text::together;
use super::units::{mm, pt};
use crate::document;
use crate::frame::{Area, Artifact, Figure, Item, Mpt, NodeId, Owner, Role, Shape, Spot, Step};
use crate::picture::{Picture, Unread, fitted};

/// Most that a picture of a text takes of a page: room is left for its caption, and for the sentence
/// before.
const MOST_HEIGHT: i64 = mm(16_000);

impl Flow<'_, '_> {
    /// A picture of the text, with its caption below. It is no larger than its own size.
    pub(super) fn picture(&mut self, place: Place, picture: &document::Picture) {
        let Some(drawn) = self.drawable(picture) else { return };
        let captioned = !picture.caption.is_empty();
        let around = if captioned { self.tree.add(Role::Div, place.node) } else { place.node };
        let (width, height) = of_text(&drawn, (place.width().max(1), MOST_HEIGHT));
        let mut strip = Strip::new(0, height);
        self.figure(&mut strip, around, (picture, &drawn), [place.left, 0, width, height]);
        let mut strips = vec![strip];
        if captioned {
            let node = self.tree.add(Role::Caption, around);
            let spans = Self::span(&picture.caption, document::Face::Regular, node);
            let lines = self.lines(&spans, CAPTION, place.width());
            let mut caption = stack(&lines, place.left, CAPTION);
            together(&mut caption);
            if let Some(first) = caption.first_mut() {
                first.before = pt(55);
                first.level = KEEP;
            }
            strips.append(&mut caption);
        }
        self.take(strips, Some(pt(100)), Some(pt(140)));
    }

    /// The picture of a signature, which ends at a place; it is no wider than the name may be.
    pub(super) fn signature(
        &mut self,
        strip: &mut Strip,
        parent: NodeId,
        picture: &document::Picture,
        (x, bottom): (i64, i64),
        most: (i64, i64),
    ) {
        let Some(drawn) = self.drawable(picture) else { return };
        let (width, height) = of_text(&drawn, most);
        self.figure(strip, parent, (picture, &drawn), [x, bottom - height, width, height]);
    }

    /// A picture, made drawable; what cannot be read is left out and named.
    fn drawable(&mut self, picture: &document::Picture) -> Option<Picture> {
        let read = self.shaper.memory.picture(&picture.graphic);
        if let Err(why) = read {
            let alternative = Some(picture.alternative.clone());
            self.unread.get_or_insert(Unread { alternative, why });
        }
        read.ok()
    }

    fn figure(
        &mut self,
        strip: &mut Strip,
        parent: NodeId,
        (picture, drawn): (&document::Picture, &Picture),
        [x, y, width, height]: [i64; 4],
    ) {
        let node = self.tree.add(Role::Figure, parent);
        if let Some(attributes) = self.tree.attributes(node) {
            let alternative = picture.alternative.clone();
            let (width, height) = (Mpt(width), Mpt(height));
            let figure = Figure { alternative, width, height, ..Figure::default() };
            attributes.figure = Some(Box::new(figure));
        }
        let items = items(drawn, Owner::Node(node), (x, y), (width, height));
        strip.items.extend(items.into_iter().map(|item| (0, item)));
    }
}

/// Width and height of a picture of the text: a pixel is three quarters of a point.
fn of_text(picture: &Picture, most: (i64, i64)) -> (i64, i64) {
    let own = picture.size();
    let (width, height) = (own.0.saturating_mul(3) / 4, own.1.saturating_mul(3) / 4);
    let (width, height) = if width > most.0 || height > most.1 {
        fitted((width, height), most)
    } else {
        (width, height)
    };
    (width.max(1), height.max(1))
}

/// Draws arms as large as the box allows, on its left edge and in the middle of its height; gives the
/// width that they take.
pub(super) fn arms(strip: &mut Strip, picture: &Picture, x: i64, y: i64, most: (i64, i64)) -> i64 {
    let (width, height) = fitted(picture.size(), most);
    let y = y + (most.1 - height) / 2;
    let owner = Owner::Artifact(Artifact::Layout);
    strip.artifacts.extend(items(picture, owner, (x, y), (width, height)));
    width
}

/// What is drawn of a picture.
fn items(
    picture: &Picture,
    owner: Owner,
    (x, y): (i64, i64),
    (width, height): (i64, i64),
) -> Vec<Item> {
    let (x, y) = (Mpt(x), Mpt(y));
    match picture {
        Picture::Drawing { width: own, areas, .. } => {
            let own = (*own).max(1);
            let scale = |value: i64| (value * width + own / 2).div_euclid(own);
            let item =
                |area| Item { owner, shape: Shape::Area { x, y, area: scaled(area, &scale) } };
            areas.iter().map(item).collect()
        }
        Picture::Bitmap(raster) => {
            let (width, height, raster) = (Mpt(width), Mpt(height), raster.clone());
            vec![Item { owner, shape: Shape::Bitmap { x, y, width, height, raster } }]
        }
    }
}

fn scaled(area: &Area, scale: &impl Fn(i64) -> i64) -> Area {
    let spot = |spot: Spot| Spot { x: scale(spot.x), y: scale(spot.y) };
    let steps = area.steps.iter().map(|step| match *step {
        Step::Move(to) => Step::Move(spot(to)),
        Step::Line(to) => Step::Line(spot(to)),
        Step::Curve(first, second, to) => Step::Curve(spot(first), spot(second), spot(to)),
    });
    Area { steps: steps.collect(), ..area.clone() }
}
