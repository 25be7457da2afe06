//! Pictures of the text among the judged documents: of every kind, at every place, of every size.

use super::extremes::{arms, document, item, list, prose, text};
use super::{Case, make};
use crate::conform::Archive;
use crate::document::{
    Block, Decision, Document, Graphic, Numbering, Picture, SignatureKind, Signer,
};
use crate::frame::{Role, Shape};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for archive in [Archive::A2a, Archive::A3a] {
        let own = |name, document| Case { archive, ..Case::new(name, document) };
        cases.push(own("Bilder aller Arten", kinds()));
        cases.push(own("Bilder in Listen und Zitaten", places()));
        cases.push(own("Bilder aller Größen", sizes()));
        cases.push(own("Unterschriften als Bild", signed()));
    }
    cases
}

fn picture(graphic: &Graphic, caption: &str) -> Block {
    let alternative = "Fläche „grün“ mit Öffnung (Straße 1)".into();
    Block::Picture(Picture { graphic: graphic.clone(), alternative, caption: caption.into() })
}

fn kinds() -> Document {
    let mut blocks = Vec::new();
    for (name, graphic) in arms() {
        blocks.extend([text("Er zeigt:"), picture(&graphic, name), picture(&graphic, "")]);
    }
    document(blocks)
}

fn places() -> Document {
    let [(_, drawn), (_, bitmap), ..] = arms();
    let inner = list(
        Numbering::LowerAlpha,
        vec![item("a)", vec![picture(&bitmap, "Zuerst")]), item("b)", vec![picture(&drawn, "")])],
    );
    let mut deep = vec![text("ganz innen"), picture(&bitmap, &prose(4, 30))];
    for _ in 0..10 {
        deep = vec![list(Numbering::Dash, vec![item("–", deep)])];
    }
    let wording = vec![text("Nach dem Plan:"), picture(&drawn, "Plan"), text("wird gebaut.")];
    let decision = Decision { label: "Beschluss:".into(), wording, result: None, table: None };
    document(vec![
        list(Numbering::Decimal, vec![item("1.", vec![text("Davor:"), inner])]),
        Block::Quote { blocks: vec![picture(&drawn, "Im Zitat"), text("danach")] },
        list(Numbering::Dash, vec![item("–", deep)]),
        Block::Decision(decision),
    ])
}

fn sizes() -> Document {
    let mut blocks = Vec::new();
    for (at, (width, height)) in
        [(1, 1), (1_920, 1_080), (40, 6_000), (9_000, 3), (700, 990)].into_iter().enumerate()
    {
        let drawn = Graphic::Svg(format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}'>\
             <path fill='#c8102e' d='M0 0H{width}V{height}Z'/></svg>"
        ));
        let caption = if at == 3 { prose(at, 900) } else { prose(at, 6) };
        blocks.extend([text(&prose(at, 70)), picture(&drawn, &caption)]);
    }
    document(blocks)
}

/// Three who signed, two of them with a picture.
fn signed() -> Document {
    let [(_, drawn), (_, bitmap), ..] = arms();
    let signer = |name: &str, graphic: Option<Graphic>| Signer {
        field: "unterschrift".into(),
        name: name.into(),
        role: "Landrätin".into(),
        items: String::new(),
        picture: graphic.map(|graphic| Picture {
            graphic,
            alternative: format!("Unterschrift von {name}"),
            caption: String::new(),
        }),
    };
    let signers = vec![
        signer("Hedda Muster", Some(drawn)),
        signer("Holm Lüders", None),
        signer("Maike Brodersen", Some(bitmap)),
    ];
    let kind = SignatureKind::Copy;
    document(vec![text(&prose(3, 60)), Block::Signatures { kind, signers }])
}

/// What is judged is there.
#[test]
fn pictures_of_the_text_are_figures_with_their_words_and_edges() {
    for (document, count) in [(kinds(), 14), (places(), 5), (sizes(), 5), (signed(), 2)] {
        let made = make(&Case::new("Bilder", document));
        assert_eq!(made.layout.unread, None);
        let figures = made.layout.structure.iter().filter(|node| node.role == Role::Figure);
        assert_eq!(figures.count(), count);
        let named =
            |name: &[u8]| made.pdf.windows(name.len()).filter(|bytes| *bytes == name).count();
        assert_eq!((named(b"/Alt"), named(b"/BBox[")), (count, count));
    }
    // The same picture stands in the file once.
    let made = make(&Case::new("Bilder", kinds()));
    let drawn = made.layout.pages.iter().flat_map(|page| &page.items);
    let bitmaps = drawn.filter(|item| matches!(item.shape, Shape::Bitmap { .. })).count();
    let images = made.pdf.windows(14).filter(|bytes| *bytes == b"/Subtype/Image").count();
    assert_eq!((bitmaps, images), (12, 6));
}
