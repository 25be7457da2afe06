//! Tests of the writer: hand-made layouts, read back with `lopdf` and judged by other programs.

mod sheet;

use sheet::{FONTS, ICC, metadata, sample};

fn written(layout: &crate::frame::Layout) -> Vec<u8> {
    super::write(layout, &metadata(), &FONTS, ICC).unwrap()
}

#[test]
fn tmp() {
    std::fs::write("/tmp/sample.pdf", written(&sample().layout)).unwrap();
}
