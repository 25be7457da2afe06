//! What is taken, what becomes of it, and what is refused.

use super::{MOST_BYTES, Picture, PictureError, read};
use crate::document::Graphic;
use crate::frame::{Raster, Samples, Spot, Step};
use base64ct::{Base64, Encoding as _};

fn base64(bytes: &[u8]) -> Graphic {
    Graphic::Base64(Base64::encode_string(bytes))
}

fn bitmap(bytes: &[u8]) -> Raster {
    match read(&base64(bytes)) {
        Ok(Picture::Bitmap(raster)) => raster,
        other => panic!("{other:?}"),
    }
}

fn drawing(inside: &str) -> Result<Picture, PictureError> {
    let head =
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20" width="20" height="40""#;
    read(&Graphic::Svg(format!("{head}>{inside}</svg>")))
}

#[test]
fn a_png_is_laid_on_white() {
    let raster = bitmap(include_bytes!("fixtures/clear.png"));
    assert_eq!((raster.width, raster.height, raster.grey), (4, 2, false));
    let Samples::Plain(samples) = raster.samples else { panic!("no samples") };
    assert_eq!(samples.len(), 4 * 2 * 3);
    // See-through, half black, red.
    assert_eq!(samples[..9], [255, 255, 255, 127, 127, 127, 200, 0, 0]);
}

#[test]
fn palettes_bits_and_deep_samples_become_bytes() {
    let palette = bitmap(include_bytes!("fixtures/palette.png"));
    let Samples::Plain(samples) = palette.samples else { panic!("no samples") };
    assert_eq!(samples[..6], [255, 255, 255, 0, 100, 0]);
    for file in
        [include_bytes!("fixtures/bits.png").as_slice(), include_bytes!("fixtures/deep.png")]
    {
        let raster = bitmap(file);
        assert!(raster.grey);
        let Samples::Plain(samples) = raster.samples else { panic!("no samples") };
        assert_eq!(samples.len(), (raster.width * raster.height) as usize);
    }
}

#[test]
fn a_jpeg_goes_on_as_it_is() {
    let file = include_bytes!("fixtures/colour.jpg");
    let raster = bitmap(file);
    assert_eq!((raster.width, raster.height, raster.grey), (16, 8, false));
    assert_eq!(raster.samples, Samples::Jpeg(file.as_slice().into()));
    assert!(bitmap(include_bytes!("fixtures/grey.jpg")).grey);
    let print = include_bytes!("fixtures/print.jpg");
    assert_eq!(read(&base64(print)), Err(PictureError::PrintColours));
}

#[test]
fn what_is_no_picture_is_refused() {
    let png = include_bytes!("fixtures/clear.png");
    let jpeg = include_bytes!("fixtures/colour.jpg");
    let cases = [
        b"%PDF-1.7".as_slice(),
        b"",
        &png[..60],
        &jpeg[..300],
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xd9",
    ];
    for case in cases {
        assert_eq!(read(&base64(case)), Err(PictureError::NoBitmap), "{case:?}");
    }
    let odd = Graphic::Base64("kein Bild".into());
    assert_eq!(read(&odd), Err(PictureError::NoBitmap));
    let large = base64(&vec![0; MOST_BYTES + 3]);
    assert_eq!(read(&large), Err(PictureError::TooLarge));
    assert_eq!(read(&Graphic::Svg("a".repeat(MOST_BYTES + 1))), Err(PictureError::TooLarge));
    // A head that promises more than may be unpacked.
    let mut bomb = png.to_vec();
    bomb[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    assert!(read(&base64(&bomb)).is_err());
}

/// Damaged at every place: an answer each time, and never a panic.
#[test]
fn damage_anywhere_is_survived() {
    for file in
        [include_bytes!("fixtures/clear.png").as_slice(), include_bytes!("fixtures/colour.jpg")]
    {
        for at in 0..file.len() {
            for with in [0, 0x7f, 0xff] {
                let mut damaged = file.to_vec();
                damaged[at] = with;
                let _ = read(&base64(&damaged));
            }
        }
    }
}

#[test]
fn a_drawing_becomes_areas_in_thousandths() {
    let found = drawing(
        r##"<defs><style>.a { fill: #0a6e3c }</style><g id="b"><rect width="10" height="5"/></g></defs>
        <path class="a" fill-rule="evenodd" d="M0 0 H10 V20 Z M1 1 Q2 2 3 1 Z"/>
        <use href="#b" transform="translate(0 10)" fill="white"/>
        <line x1="1" y1="1" x2="9" y2="1" stroke="#ff0000" stroke-width="0.5"/>
        <circle cx="5" cy="5" r="1" fill="none"/>"##,
    );
    let Ok(Picture::Drawing { width, height, areas }) = found else { panic!("{found:?}") };
    // In the units of the view, twice as large on the page: usvg scales to the size.
    assert_eq!((width, height), (20_000, 40_000));
    assert_eq!(areas.len(), 3);
    assert_eq!((areas[0].colour, areas[0].even_odd), ([0x0a, 0x6e, 0x3c], true));
    let at = |x, y| Spot { x, y };
    assert_eq!(areas[0].steps[0], Step::Move(at(0, 0)));
    assert_eq!(areas[0].steps[1], Step::Line(at(20_000, 0)));
    let curve = areas[0].steps.iter().find(|step| matches!(step, Step::Curve(..)));
    let third = Step::Curve(at(3_333, 3_333), at(4_667, 3_333), at(6_000, 2_000));
    assert_eq!(curve, Some(&third));
    assert_eq!((areas[1].colour, areas[1].steps[0]), ([255; 3], Step::Move(at(0, 20_000))));
    assert_eq!(areas[2].colour, [255, 0, 0]);
}

#[test]
fn scripts_are_refused() {
    for case in [
        "<script>alert(1)</script>",
        r#"<rect width="9" height="9" onload="alert(1)"/>"#,
        r#"<a href="javascript:alert(1)"><rect width="9" height="9"/></a>"#,
        "<foreignObject><p>a</p></foreignObject>",
        r#"<rect width="9" height="9"><animate attributeName="x" to="5" dur="1s"/></rect>"#,
    ] {
        assert_eq!(drawing(case), Err(PictureError::Script), "{case}");
    }
}

#[test]
fn references_to_elsewhere_are_refused() {
    for case in [
        r#"<image href="https://beispiel.example/a.png" width="5" height="5"/>"#,
        r#"<image href="data:image/png;base64,AAAA" width="5" height="5"/>"#,
        r#"<use href="wappen.svg#a"/>"#,
        r#"<rect width="9" height="9" fill="url(https://beispiel.example/a.svg#b)"/>"#,
        r#"<rect width="9" height="9" style="fill:url('a.svg#b')"/>"#,
        "<style>@import 'a.css';</style>",
        "<style>@font-face { src: url(a.woff) }</style>",
    ] {
        assert_eq!(drawing(case), Err(PictureError::Outside), "{case}");
    }
    let sheet = r#"<?xml-stylesheet href="a.css"?><svg xmlns="http://www.w3.org/2000/svg"/>"#;
    assert_eq!(read(&Graphic::Svg(sheet.into())), Err(PictureError::Outside));
}

#[test]
fn more_than_flat_areas_is_named() {
    let shape = r#"width="9" height="9""#;
    for (case, what) in [
        (format!("<text>Kreis</text><rect {shape}/>"), "Text"),
        (format!(r#"<rect {shape} opacity="0.5"/>"#), "durchscheinende Teile"),
        (format!(r#"<rect {shape} fill-opacity="0.5"/>"#), "durchscheinende Teile"),
        (
            format!(
                r#"<linearGradient id="a"><stop stop-color="red"/><stop offset="1"/>
                </linearGradient><rect {shape} fill="url(#a)"/>"#
            ),
            "Farbverläufe oder Muster",
        ),
        (
            format!(
                r#"<clipPath id="a"><circle r="3"/></clipPath>
                <rect {shape} clip-path="url(#a)"/>"#
            ),
            "einen Beschnitt",
        ),
    ] {
        assert_eq!(drawing(&case), Err(PictureError::NotFlat(what)), "{case}");
    }
}

#[test]
fn empty_and_odd_drawings_are_refused() {
    assert_eq!(drawing(""), Err(PictureError::Empty));
    assert_eq!(drawing("<rect"), Err(PictureError::NoSvg));
    assert_eq!(read(&Graphic::Svg("kein SVG".into())), Err(PictureError::NoSvg));
    let bomb = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'>\
                <!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>\
                <!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>\
                <!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>\
                <!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'>]>\
                <svg xmlns='http://www.w3.org/2000/svg'><desc>&e;</desc></svg>";
    assert_eq!(read(&Graphic::Svg(bomb.into())), Err(PictureError::NoSvg));
}
