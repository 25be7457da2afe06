//! Pictures of a text: their size, their place, and what stays with them.

use super::{document, node_text, nodes, paragraph, prose, set};
use crate::document::{Block, Graphic, ListItem, Numbering, Picture, SignatureKind, Signer};
use crate::frame::{Child, Layout, Mpt, Node, NodeId, Owner, Role, Shape};
use crate::layout::units::{BOTTOM, LABEL, RIGHT, TEXT, TOP, mm, pt};
use crate::picture::{PictureError, Unread};

fn drawing(width: u32, height: u32) -> Graphic {
    Graphic::Svg(format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}'>\
         <path fill='#2a5a45' d='M0 0H{width}V{height}H0Z'/></svg>"
    ))
}

fn picture(graphic: Graphic, caption: &str) -> Block {
    Block::Picture(Picture { graphic, alternative: "Ein Plan".into(), caption: caption.into() })
}

/// The figures of a layout: page, left, top, width, height.
fn boxes(layout: &Layout) -> Vec<(usize, [i64; 4])> {
    let figure = |(_, node): (NodeId, &Node)| {
        let figure = node.attributes.figure.clone().unwrap();
        assert_eq!(figure.alternative, "Ein Plan");
        (figure.page, [figure.x, figure.y, figure.width, figure.height].map(|Mpt(length)| length))
    };
    nodes(layout, Role::Figure).map(figure).collect()
}

#[test]
fn a_pixel_is_three_quarters_of_a_point_and_nothing_leaves_its_column() {
    for ((width, height), (wide, high)) in [
        ((200, 100), (150_000, 75_000)),
        ((1, 1), (750, 750)),
        ((1_920, 1_080), (RIGHT - TEXT, (RIGHT - TEXT) * 1_080 / 1_920)),
        ((300, 3_000), (mm(16_000) / 10, mm(16_000))),
        ((3_000, 1), (RIGHT - TEXT, (RIGHT - TEXT) / 3_000)),
    ] {
        let layout = set(&document(vec![picture(drawing(width, height), "")]));
        let [(page, [x, _, w, h])] = boxes(&layout)[..] else { panic!("one figure") };
        assert_eq!((page, x), (0, TEXT));
        assert!((w - wide).abs() <= 1 && (h - high).abs() <= 1, "{width}x{height}: {w}x{h}");
    }
}

/// What is drawn lies in the edges that the element names.
#[test]
fn what_is_drawn_fills_the_edges_of_its_element() {
    let layout = set(&document(vec![paragraph("Davor."), picture(drawing(400, 300), "")]));
    let [(_, [x, y, width, height])] = boxes(&layout)[..] else { panic!("one figure") };
    let (figure, _) = nodes(&layout, Role::Figure).next().unwrap();
    let own = layout.pages[0].items.iter().filter(|item| item.owner == Owner::Node(figure));
    let areas: Vec<_> = own
        .map(|item| match &item.shape {
            Shape::Area { x, y, area } => (x.0, y.0, area.steps.clone()),
            other => panic!("{other:?}"),
        })
        .collect();
    let [(left, top, steps)] = &areas[..] else { panic!("one area") };
    assert_eq!((*left, *top), (x, y));
    let far = |of: fn(&crate::frame::Spot) -> i64| {
        let spots = steps.iter().map(|step| match step {
            crate::frame::Step::Move(to)
            | crate::frame::Step::Line(to)
            | crate::frame::Step::Curve(_, _, to) => of(to),
        });
        spots.max().unwrap()
    };
    assert!((far(|spot| spot.x) - width).abs() <= 1 && (far(|spot| spot.y) - height).abs() <= 1);
}

#[test]
fn the_caption_stands_below_on_the_same_page_and_beside_the_figure_in_the_tree() {
    let caption = "Folie 9: Anteil der Kernprodukte";
    for before in 0..60 {
        let mut blocks: Vec<Block> = (0..before).map(|at| paragraph(&prose(at, 8))).collect();
        blocks.push(picture(drawing(600, 400), caption));
        blocks.push(paragraph("Danach."));
        let layout = set(&document(blocks));
        let [(page, [_, y, _, height])] = boxes(&layout)[..] else { panic!("one figure") };
        assert!(page == 0 || y >= TOP, "{before}");
        let (own, node) = nodes(&layout, Role::Caption).next().unwrap();
        assert_eq!(node_text(&layout, own), caption);
        let [Child::Content { page: below, item }] = node.children[..] else { panic!("one line") };
        let Shape::Glyphs(run) = &layout.pages[below].items[item].shape else { panic!("words") };
        assert_eq!(below, page, "{before}");
        assert!(run.y.0 > y + height && run.y.0 <= BOTTOM, "{before}");
        let (figure, _) = nodes(&layout, Role::Figure).next().unwrap();
        let around = layout.structure[figure.0].parent.unwrap();
        assert_eq!(layout.structure[around.0].role, Role::Div);
        assert_eq!(layout.structure[around.0].children, [Child::Node(figure), Child::Node(own)]);
    }
}

/// "... zeigt er an Folie 9:" is not the last line of a page.
#[test]
fn what_introduces_a_picture_stays_with_it() {
    for before in 0..40 {
        let mut blocks: Vec<Block> = (0..before).map(|at| paragraph(&prose(at, 8))).collect();
        blocks.extend([paragraph("Die Entwicklung zeigt er:"), picture(drawing(600, 400), "")]);
        let layout = set(&document(blocks));
        let (_, words) = nodes(&layout, Role::P).last().unwrap();
        let [Child::Content { page, .. }] = words.children[..] else { panic!("one line") };
        assert_eq!(page, boxes(&layout)[0].0, "{before}");
    }
}

#[test]
fn pictures_of_lists_and_quotations_stay_in_theirs() {
    let mut blocks = vec![picture(drawing(900, 500), "Plan")];
    for _ in 0..12 {
        let item = ListItem { label: "Zu a)".into(), blocks };
        blocks = vec![Block::List { numbering: Numbering::Own, items: vec![item] }];
    }
    blocks.push(Block::Quote { blocks: vec![picture(drawing(900, 500), "")] });
    let layout = set(&document(blocks));
    for (_, [x, y, width, height]) in boxes(&layout) {
        assert!(x > TEXT && x + width <= RIGHT && y + height <= BOTTOM && width > mm(1_000));
    }
    assert_eq!(boxes(&layout).len(), 2);
}

/// Names stand on one line; what has no picture leaves its place free.
#[test]
fn the_picture_of_a_signature_ends_above_the_name_of_a_copy_and_stands_nowhere_else() {
    let picture =
        |graphic| Picture { graphic, alternative: "Ein Plan".into(), caption: String::new() };
    let signers = |graphic: Option<Graphic>| {
        let signer = |name: &str, picture| Signer {
            field: "unterschrift".into(),
            name: name.into(),
            role: "Landrat".into(),
            items: String::new(),
            picture,
        };
        vec![signer("Holm Lüders", graphic.map(picture)), signer("Maike Brodersen", None)]
    };
    let signed =
        |kind, graphic| set(&document(vec![Block::Signatures { kind, signers: signers(graphic) }]));
    for (width, height) in [(180, 60), (3_000, 100), (20, 3_000)] {
        let layout = signed(SignatureKind::Copy, Some(drawing(width, height)));
        let [(0, [x, y, wide, high])] = boxes(&layout)[..] else { panic!("one figure") };
        assert!(x == LABEL && wide <= mm(6_000) && high <= mm(1_500), "{wide}x{high}");
        let names: Vec<i64> = super::runs(&layout.pages[0])
            .filter(|(_, run)| super::run_text(run).starts_with("gez."))
            .map(|(_, run)| run.y.0)
            .collect();
        let [left, right] = names[..] else { panic!("two names") };
        assert_eq!(left, right);
        assert!(y + high < left && left - y - high < pt(200), "{y} {high} {left}");
    }
    for kind in [SignatureKind::Fields, SignatureKind::Frames, SignatureKind::Lines] {
        let layout = signed(kind, Some(drawing(180, 60)));
        assert_eq!(boxes(&layout), [], "{kind:?}");
        assert_eq!(layout, signed(kind, None), "{kind:?}");
    }
}

#[test]
fn a_picture_that_cannot_be_read_is_left_out_and_named() {
    let broken = picture(Graphic::Base64("kein Bild".into()), "Plan");
    let layout = set(&document(vec![paragraph("Davor."), broken, paragraph("Danach.")]));
    let why = PictureError::NoBitmap;
    assert_eq!(layout.unread, Some(Unread { alternative: Some("Ein Plan".into()), why }));
    assert_eq!(nodes(&layout, Role::Figure).count(), 0);
}
