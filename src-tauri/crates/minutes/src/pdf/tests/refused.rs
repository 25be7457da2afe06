//! Input that contradicts itself or the standards: it gets an error, never a file.

use super::sheet::{DOCUMENT, FONTS, ICC, RECORD, Sheet, metadata, press, run, sample};
use crate::conform::Archive;
use crate::document::Face;
use crate::frame::{Child, Glyph, Layout, NodeId, Role, Target};
use crate::pdf::{FontFiles, Metadata, PdfError, Press};

fn error(layout: &Layout) -> PdfError {
    press().write(layout, &metadata(), None).unwrap_err()
}

/// A sample, changed.
fn changed(change: impl FnOnce(&mut Sheet)) -> PdfError {
    let mut sheet = sample();
    change(&mut sheet);
    error(&sheet.layout)
}

fn structure(change: impl FnOnce(&mut Sheet)) -> String {
    match changed(change) {
        PdfError::Structure(words) => words,
        other => panic!("{other:?}"),
    }
}

#[test]
fn trees_that_are_none() {
    let lost = structure(|sheet| sheet.layout.structure[0].children.clear());
    assert!(lost.contains("is in no other"), "{lost}");
    structure(|sheet| sheet.layout.structure.clear());
    structure(|sheet| sheet.layout.structure[0].role = Role::P);
    structure(|sheet| {
        let child = sheet.layout.structure[0].children[0];
        sheet.layout.structure[0].children.push(child);
    });
    structure(|sheet| sheet.layout.structure[1].parent = Some(NodeId(5)));
    structure(|sheet| sheet.layout.structure[0].children.push(Child::Node(NodeId(9_999))));
    structure(|sheet| sheet.layout.structure[1].children.push(Child::Node(DOCUMENT)));
    structure(|sheet| sheet.layout.structure[1].role = Role::Heading(7));
}

#[test]
fn elements_that_claim_what_is_not_theirs() {
    structure(|sheet| {
        sheet.layout.structure[1].children.push(Child::Content { page: 0, item: 0 });
    });
    structure(|sheet| {
        sheet.layout.structure[1].children.push(Child::Content { page: 7, item: 0 });
    });
    structure(|sheet| sheet.layout.structure[1].children.push(Child::Link { page: 0, link: 0 }));
    structure(|sheet| sheet.layout.structure[1].children.push(Child::Field { page: 0, field: 5 }));
    structure(|sheet| sheet.text(NodeId(9_999), Face::Regular, 10, 10, "a"));
}

#[test]
fn places_that_do_not_exist() {
    structure(|sheet| sheet.layout.pages.clear());
    structure(|sheet| sheet.layout.bookmarks[0].page = 2);
    structure(|sheet| {
        let target = Target::Place { page: 2, y: crate::frame::Mpt(0) };
        sheet.link(DOCUMENT, 700, "Nirgends", target);
    });
}

#[test]
fn identifiers_and_field_names_that_stand_twice() {
    let twice = structure(|sheet| {
        let note = sheet.written(DOCUMENT, Role::Note, 700, "Noch eine. ");
        sheet.attributes(note).id = Some("Fußnote (1)".to_owned());
    });
    assert!(twice.contains("stands twice"), "{twice}");
    for name in ["vorsitz", "", "a.b"] {
        let refused = changed(|sheet| sheet.field(0, name, "Unterschrift"));
        assert_eq!(refused, PdfError::FieldName(name.to_owned()));
    }
}

#[test]
fn glyphs_that_the_font_does_not_have() {
    for id in [0, u16::MAX] {
        let refused = changed(|sheet| {
            let node = sheet.node(DOCUMENT, Role::P);
            let mut run = run(Face::Italic, 11, 10, 10, "a");
            run.glyphs = run.glyphs.iter().map(|(glyph, _)| (Glyph { id, ..glyph }, "a")).collect();
            sheet.put(node, run);
        });
        assert_eq!(refused, PdfError::Glyph { face: Face::Italic, glyph: id });
    }
}

#[test]
fn files_that_are_no_fonts_and_no_profiles() {
    let layout = sample().layout;
    for data in [&b""[..], b"no font", &FONTS.bold[..2000]] {
        let fonts = FontFiles { bold: data, ..FONTS };
        let refused = Press::new(fonts, ICC).write(&layout, &metadata(), None).unwrap_err();
        assert!(matches!(refused, PdfError::Font { face: Face::Bold, .. }), "{refused:?}");
    }
    for profile in [&b""[..], &ICC[..30], &[0; 200]] {
        let written = Press::new(FONTS, profile).write(&layout, &metadata(), None);
        assert_eq!(written, Err(PdfError::Profile));
    }
}

/// PDF/A-2 embeds no data.
#[test]
fn an_embedded_file_where_none_may_be() {
    let metadata = Metadata { archive: Archive::A2a, ..metadata() };
    let refused = press().write(&sample().layout, &metadata, Some(&RECORD));
    assert_eq!(refused, Err(PdfError::Associated));
}
