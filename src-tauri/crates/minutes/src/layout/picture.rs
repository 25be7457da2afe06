//! Pictures on the page: fitted into a box, areas scaled in whole numbers.
//!
//! It knows no file of a picture; what is drawn belongs to no element: the words beside say the same.

use super::strip::Strip;
use crate::frame::{Area, Artifact, Item, Mpt, Owner, Shape, Spot, Step};
use crate::picture::Picture;

/// Draws a picture as large as the box allows, on its left edge and in the middle of its height;
/// gives the width that it takes.
pub(super) fn place(strip: &mut Strip, picture: &Picture, x: i64, y: i64, most: (i64, i64)) -> i64 {
    let (own_width, own_height) = match picture {
        Picture::Drawing { width, height, .. } => (*width, *height),
        Picture::Bitmap(raster) => (i64::from(raster.width), i64::from(raster.height)),
    };
    let (width, height) = fitted((own_width, own_height), most);
    let y = y + (most.1 - height) / 2;
    let owner = Owner::Artifact(Artifact::Layout);
    match picture {
        Picture::Drawing { areas, .. } => {
            let scale = |value: i64| (value * width + own_width / 2).div_euclid(own_width.max(1));
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

/// Width and height in the proportion of a picture, none larger than the box.
fn fitted((width, height): (i64, i64), (most_width, most_height): (i64, i64)) -> (i64, i64) {
    let (width, height) = (width.max(1), height.max(1));
    if width * most_height <= most_width * height {
        (width * most_height / height, most_height)
    } else {
        (most_width, height * most_width / width)
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
