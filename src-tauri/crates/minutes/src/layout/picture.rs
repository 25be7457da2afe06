//! Pictures on the page: fitted into a box, areas scaled in whole numbers.
//!
//! It knows no file of a picture; what is drawn belongs to no element: the words beside say the same.

use super::strip::Strip;
use crate::frame::{Area, Artifact, Item, Mpt, Owner, Shape, Spot, Step};
use crate::picture::Picture;

/// Draws a picture as large as the box allows, on its left edge and in the middle of its height;
/// gives the width that it takes.
pub(super) fn place(strip: &mut Strip, picture: &Picture, x: i64, y: i64, most: (i64, i64)) -> i64 {
    let (own_width, _) = picture.size();
    let (width, height) = picture.fitted(most);
    let y = y + (most.1 - height) / 2;
    let owner = Owner::Artifact(Artifact::Layout);
    match picture {
        Picture::Drawing { areas, .. } => {
            let scale = |value: i64| (value * width + own_width / 2).div_euclid(own_width);
            strip.artifacts.extend(areas.iter().map(|area| {
                let area = scaled(area, &scale);
                Item { owner, shape: Shape::Area { x: Mpt(x), y: Mpt(y), area } }
            }));
        }
        Picture::Bitmap(raster) => {
            let raster = raster.clone();
            let (x, y, width, height) = (Mpt(x), Mpt(y), Mpt(width), Mpt(height));
            let shape = Shape::Bitmap { x, y, width, height, raster };
            strip.artifacts.push(Item { owner, shape });
        }
    }
    width
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
