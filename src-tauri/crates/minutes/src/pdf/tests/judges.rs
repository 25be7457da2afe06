//! Files judged by other programs: qpdf, poppler, mupdf. `make prepare` installs them. Our own checks
//! have their tests beside them (`conform`).

use std::path::Path;
use std::process::Command;

use super::sheet::{DOCUMENT, Sheet, run, sample};
use super::write;
use crate::conform::{Archive, check};
use crate::document::Face;
use crate::frame::{
    Area, Artifact, Item, Layout, Mpt, Owner, Raster, Role, Samples, Shape, Spot, Step,
};

/// A written sample in a folder of its own.
struct Written {
    folder: tempfile::TempDir,
}

impl Written {
    fn new() -> Self {
        Self::of(&sample().layout)
    }

    fn of(layout: &Layout) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("sample.pdf"), write(layout)).unwrap();
        Self { folder }
    }

    /// Runs a program in the folder; it must end well. Gives stdout and stderr.
    fn run(&self, program: impl AsRef<Path>, arguments: &[&str]) -> (String, String) {
        let program = program.as_ref();
        let ended = Command::new(program)
            .args(arguments)
            .current_dir(self.folder.path())
            .output()
            .unwrap_or_else(|error| panic!("{}: {error}", program.display()));
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let (out, errors) = (text(&ended.stdout), text(&ended.stderr));
        assert!(ended.status.success(), "{}: {out}{errors}", program.display());
        (out, errors)
    }
}

#[test]
fn qpdf_finds_nothing() {
    let (out, errors) = Written::new().run("qpdf", &["--check", "sample.pdf"]);
    assert!(out.contains("No syntax or stream encoding errors found"), "{out}");
    assert!(!out.to_lowercase().contains("warning") && errors.is_empty(), "{out}{errors}");
}

#[test]
fn every_font_is_embedded_as_a_subset_with_unicode() {
    let (out, _) = Written::new().run("pdffonts", &["sample.pdf"]);
    let fonts: Vec<&str> = out.lines().skip(2).collect();
    assert_eq!(fonts.len(), 4, "{out}");
    for font in fonts {
        assert!(font.contains("CID TrueType      Identity-H       yes yes yes"), "{out}");
    }
}

#[test]
fn text_comes_out_in_order_and_whole() {
    let (out, _) = Written::new().run("pdftotext", &["-raw", "sample.pdf", "-"]);
    let mut rest = out.as_str();
    for words in [
        "Niederschrift\n",
        "Öffentlicher Teil",
        "Zu Punkt 5: Glasfaser-Ausbau",
        "a) Erstens.",
        "Gruppe Fraktion Ja",
        "Rat CDU 8",
        "https://kreis.example/ü?a=(1)",
        "Digitali\u{ad}\nsierung im Kreis-Gebiet",
        "schließt den Ausbau.",
        "Signaturfeld – noch nicht unterzeichnet",
    ] {
        let (_, later) = rest.split_once(words).unwrap_or_else(|| panic!("{words}: {out}"));
        rest = later;
    }
}

/// Texts with the roles above them, from `pdfinfo -struct-text`: a line is a role with something
/// behind it, an attribute, or a text in quotation marks.
fn tagged(out: &str) -> Vec<String> {
    let (mut above, mut found): (Vec<(usize, &str)>, Vec<String>) = (Vec::new(), Vec::new());
    for line in out.lines() {
        let words = line.trim_start();
        let depth = line.len() - words.len();
        above.retain(|(other, _)| *other < depth);
        if words.starts_with('"') {
            let roles: Vec<&str> = above.iter().map(|(_, role)| *role).collect();
            found.push(format!("{} {words}", roles.join("/")));
        } else if !words.starts_with('/') {
            above.push((depth, words.split([' ', ':']).next().unwrap_or_default()));
        }
    }
    found
}

/// The sample as its readers hear it, without the soft hyphen at the end of a line.
const TAGGED: &str = r#"Document/H1 "Niederschrift"
Document/H2 "Öffentlicher Teil"
Document/H3/Lbl "Zu Punkt 5: "
Document/H3/Span "Glasfaser-Ausbau"
Document/L/LI/Lbl "a) "
Document/L/LI/LBody/P "Erstens. "
Document/L/LI/Lbl "b) "
Document/L/LI/LBody/P "Zweitens. "
Document/Table/Caption "Stimmen der Fraktionen "
Document/Table/THead/TR/TH "Gruppe "
Document/Table/THead/TR/TH "Fraktion "
Document/Table/THead/TR/TH "Ja "
Document/Table/TBody/TR/TH "Rat "
Document/Table/TBody/TR/TH "CDU "
Document/Table/TBody/TR/TD "8 "
Document/Table/TBody/TR/TH "SPD "
Document/Table/TBody/TR/TD "6 "
Document/P "Siehe "
Document/P/Link "https://kreis.example/ü?a=(1)"
Document/P/Link "Punkt 6"
Document/P/Reference "1"
Document/Note/Lbl "1 "
Document/Note/P "Vgl. die Vorlage. "
Document/P "Der Ausschuss für Digitalisierung im Kreis-Gebiet be"
Document/P "schließt den Ausbau. "
Document/P/Span "Hervorgehoben: 14 Stimmen. "
Document/P/Span "Hervorgehoben: 14 Stimmen. "
Document/P/Span "Hervorgehoben: 14 Stimmen. "
Document/P "Annegret Falkenroth""#;

#[test]
fn the_tree_holds_the_text_where_it_belongs() {
    let (out, errors) = Written::new().run("pdfinfo", &["-struct-text", "sample.pdf"]);
    assert_eq!(errors, "");
    assert_eq!(tagged(&out.replace('\u{ad}', "")), TAGGED.lines().collect::<Vec<_>>());
}

#[test]
fn nothing_is_lost_behind_a_cluster_that_needs_actual_text() {
    let mut sheet = Sheet::new();
    let node = sheet.node(DOCUMENT, Role::P);
    let mut cluster = run(Face::Regular, 11, 71, 100, "vor cd nach");
    let texts = cluster.glyphs.iter().enumerate().map(|(at, (glyph, text))| match at {
        4 => (glyph, "x\u{30c}"),
        5 => (glyph, ""),
        _ => (glyph, text),
    });
    cluster.glyphs = texts.collect();
    sheet.put(node, cluster);
    let file = Written::of(&sheet.layout);
    let (out, _) = file.run("pdftotext", &["-raw", "sample.pdf", "-"]);
    assert!(out.contains("vor x\u{30c} nach"), "{out}");
    let (out, _) = file.run("pdfinfo", &["-struct-text", "sample.pdf"]);
    assert!(out.contains("vor ") && out.contains(" nach"), "{out}");
}

#[test]
fn mupdf_and_poppler_draw_all_pages_without_a_word() {
    let file = Written::new();
    let (_, errors) = file.run("mutool", &["draw", "-r", "50", "-o", "m%d.png", "sample.pdf"]);
    let spoken = |line: &&str| {
        !line.starts_with("page ") && *line != "warning: ICC support is not available"
    };
    assert_eq!(errors.lines().filter(spoken).collect::<Vec<_>>(), Vec::<&str>::new());
    let (_, errors) = file.run("pdftoppm", &["-r", "50", "-png", "sample.pdf", "p"]);
    assert_eq!(errors, "");
    for name in ["m1.png", "m2.png", "p-1.png", "p-2.png"] {
        assert!(std::fs::metadata(file.folder.path().join(name)).unwrap().len() > 1000, "{name}");
    }
}

#[test]
fn poppler_sees_two_fields_to_sign() {
    let (out, _) = Written::new().run("pdfinfo", &["sample.pdf"]);
    assert!(out.contains("Form:            AcroForm"), "{out}");
    assert!(out.contains("Tagged:          yes"), "{out}");
    assert!(out.contains("CreationDate"), "{out}");
}

/// A square of 100 pt with a hole of 50 pt in it.
fn frame_of(colour: [u8; 3]) -> Area {
    let at = |x: i64, y: i64| Spot { x: x * 1_000, y: y * 1_000 };
    let square = |from, to| {
        let [a, b, c, d] = [at(from, from), at(to, from), at(to, to), at(from, to)];
        [Step::Move(a), Step::Line(b), Step::Curve(b, c, c), Step::Line(d)]
    };
    let steps = [square(0, 100), square(25, 75)].concat();
    Area { steps: steps.into(), colour, even_odd: true }
}

#[test]
fn pictures_are_drawn_where_they_stand_and_in_their_colours() {
    let mut sheet = sample();
    let owner = Owner::Artifact(Artifact::Layout);
    let (x, y) = (Mpt(100_000), Mpt(600_000));
    let area = frame_of([200, 16, 46]);
    let jpeg = include_bytes!("../../picture/fixtures/colour.jpg").as_slice();
    let green = Raster { width: 16, height: 8, grey: false, samples: Samples::Jpeg(jpeg.into()) };
    let samples = Samples::Plain([0, 255, 128, 128].as_slice().into());
    let grey = Raster { width: 2, height: 2, grey: true, samples };
    let (width, height) = (Mpt(80_000), Mpt(40_000));
    let shapes = [
        Shape::Area { x, y, area },
        Shape::Bitmap { x: Mpt(300_000), y, width, height, raster: green },
        Shape::Bitmap { x: Mpt(400_000), y, width, height, raster: grey.clone() },
        Shape::Bitmap { x: Mpt(400_000), y: Mpt(700_000), width, height, raster: grey },
    ];
    let items = shapes.map(|shape| Item { owner, shape });
    sheet.layout.pages[0].items.extend(items);
    let file = Written::of(&sheet.layout);
    file.run("qpdf", &["--check", "sample.pdf"]);
    let bytes = std::fs::read(file.folder.path().join("sample.pdf")).unwrap();
    assert_eq!(check(&bytes, Archive::A3a), []);
    let (list, _) = file.run("pdfimages", &["-list", "sample.pdf"]);
    // The same bitmap twice is one object.
    assert_eq!(list.lines().skip(2).count(), 3, "{list}");
    assert!(list.contains("jpeg") && list.contains("gray") && !list.contains("smask"), "{list}");
    file.run("pdftoppm", &["-r", "72", "-f", "1", "-l", "1", "-singlefile", "sample.pdf", "page"]);
    let bytes = std::fs::read(file.folder.path().join("page.ppm")).unwrap();
    // "P6", width and height, 255.
    let head = String::from_utf8_lossy(&bytes[..20]).into_owned();
    let size = |at: usize| head.split_whitespace().nth(at).unwrap().parse::<usize>().unwrap();
    let (wide, high) = (size(1), size(2));
    let start = bytes.len() - wide * high * 3;
    let pixel = |x: usize, y: usize| {
        let at = start + (y * wide + x) * 3;
        [bytes[at], bytes[at + 1], bytes[at + 2]]
    };
    let near = |found: [u8; 3], wanted: [u8; 3]| {
        found.iter().zip(wanted).all(|(one, other)| one.abs_diff(other) < 12)
    };
    for (at, wanted) in [
        ((110, 650), [200, 16, 46]),
        ((150, 650), [255, 255, 255]),
        ((340, 620), [0, 120, 60]),
        ((410, 605), [0, 0, 0]),
        ((470, 605), [255, 255, 255]),
        ((410, 635), [128, 128, 128]),
    ] {
        assert!(near(pixel(at.0, at.1), wanted), "{at:?}: {:?}", pixel(at.0, at.1));
    }
}
