//! Documents from end to end: more than forty, each typeset, written, and judged by our own checks
//! and by tools that others wrote. One more document is one more line in `all`.

mod checklist;
mod extremes;
mod judges;
mod pictures;
mod redaction;
#[path = "../../../../../tests/support/verapdf.rs"]
mod verapdf;
mod words;

use crate::compose::tests::papers;
use crate::compose::tests::script::{self, Played};
use crate::conform::{self, Archive};
use crate::document::{Document, Typeface};
use crate::frame::{Glyphs, Item, Layout, Owner, Shape};
use crate::layout::{Fonts, typeset};
use crate::pdf::{FontFiles, Metadata, Press};
use crate::record::Edition;
use std::path::{Path, PathBuf};

const SCRIPTS: [&str; 7] = [
    "assets/sample/kreis-wiesenthal.json",
    "tests/scenarios/digitalisierung-2021.json",
    "tests/scenarios/digitalisierung-2024.json",
    "tests/scenarios/korrektur.json",
    "tests/scenarios/auf-der-kippe.json",
    "tests/scenarios/haushalt-2027.json",
    "tests/scenarios/ratsprotokoll.json",
];

/// A document and what is expected of it beyond the standards.
struct Case {
    name: String,
    document: Document,
    archive: Archive,
    /// Whether its words run from left to right and page by page, so that a plain extraction can be
    /// compared.
    plain: bool,
}

impl Case {
    fn new(name: impl Into<String>, document: Document) -> Self {
        Self { name: name.into(), document, archive: Archive::A3a, plain: true }
    }
}

/// Every document that is judged.
fn all() -> Vec<Case> {
    let mut cases = Vec::new();
    for path in SCRIPTS {
        let played = Played::of(&script::read(path));
        let name = path.rsplit('/').next().unwrap();
        for edition in [Edition::Final, Edition::Draft, Edition::Sample] {
            let record = played.issued(edition);
            let mut complete = crate::compose::complete(&record);
            let public = crate::compose::public(&record.public);
            if edition == Edition::Draft {
                complete.typeface = Typeface::Serif;
            }
            cases.push(Case::new(format!("{name}, {edition:?}, vollständig"), complete));
            cases.push(Case::new(format!("{name}, {edition:?}, öffentlich"), public));
        }
    }
    for edition in [Edition::Final, Edition::Draft] {
        let papers = papers::documents(edition).into_iter();
        cases.extend(papers.map(|one| Case::new(format!("{}, {edition:?}", one.title), one)));
    }
    // Every second one claims the part of PDF/A that embeds nothing.
    for case in cases.iter_mut().step_by(2) {
        case.archive = Archive::A2a;
    }
    cases.extend(extremes::all());
    cases.extend(pictures::cases());
    for mut case in extremes::all() {
        case.name.push_str(", mit Serifen");
        case.document.typeface = Typeface::Serif;
        cases.push(case);
    }
    cases
}

/// A file and what it was made of.
struct Made {
    layout: Layout,
    pdf: Vec<u8>,
    /// The same without words that are no content: heads, feet, repeated heads of tables.
    content: Vec<u8>,
}

macro_rules! family {
    ($name:literal) => {
        FontFiles {
            regular: family!($name, "Regular"),
            italic: family!($name, "It"),
            bold: family!($name, "Semibold"),
            bold_italic: family!($name, "SemiboldIt"),
        }
    };
    ($name:literal, $face:literal) => {
        include_bytes!(concat!("../../../../../assets/fonts/", $name, "-", $face, ".ttf"))
    };
}

/// The font files of a typeface.
pub(crate) const fn files(typeface: Typeface) -> FontFiles<'static> {
    match typeface {
        Typeface::Sans => family!("SourceSans3"),
        Typeface::Serif => family!("SourceSerif4"),
    }
}

/// How the fonts of a document are called in a file.
fn family(document: &Document) -> &'static str {
    match document.typeface {
        Typeface::Sans => "+SourceSans3-",
        Typeface::Serif => "+SourceSerif4-",
    }
}

/// The fonts of a typeface, read.
pub(crate) fn fonts(typeface: Typeface) -> Fonts<'static> {
    let files = files(typeface);
    Fonts::parse(files.regular, files.italic, files.bold, files.bold_italic).unwrap()
}

const ICC: &[u8] = include_bytes!("../../../../../assets/icc/sRGB.icc");

fn make(case: &Case) -> Made {
    let typeface = case.document.typeface;
    let layout = typeset(&case.document, &fonts(typeface));
    let metadata = Metadata {
        title: case.document.title.clone(),
        author: case.document.author.clone(),
        creator: "Sitzungsbuch".to_owned(),
        producer: "Sitzungsbuch 0.1.0".to_owned(),
        created: chrono::DateTime::parse_from_rfc3339(&case.document.created).unwrap(),
        archive: case.archive,
    };
    let press = Press::new(files(typeface), ICC);
    let write = |layout: &Layout| press.write(layout, &metadata, None).unwrap();
    let pdf = write(&layout);
    Made { content: write(&without_furniture(&layout)), pdf, layout }
}

/// Artifacts keep their place in the list, so that the tree still names the items it owns.
fn without_furniture(layout: &Layout) -> Layout {
    let mut layout = layout.clone();
    for page in &mut layout.pages {
        for item in &mut page.items {
            if let Item { owner: Owner::Artifact(_), shape: Shape::Glyphs(run) } = item {
                run.glyphs = Glyphs::default();
            }
        }
    }
    layout
}

#[test]
fn more_than_forty_documents_keep_to_the_standards_and_hold_every_word_once() {
    let cases = all();
    assert!(cases.len() >= 50, "{}", cases.len());
    let place = judges::place();
    let next = std::sync::atomic::AtomicUsize::new(0);
    let judge = || {
        let mut faults = Vec::new();
        loop {
            let number = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let Some(case) = cases.get(number) else { break faults };
            let found = judged(&place, number, case);
            faults.extend(found.into_iter().map(|fault| format!("{}: {fault}", case.name)));
        }
    };
    let faults: Vec<String> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..2).map(|_| scope.spawn(judge)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    for (archive, flavours) in [(Archive::A3a, "3a,ua1"), (Archive::A2a, "2a,ua1")] {
        let of_the_part = (0..cases.len()).filter(|number| cases[*number].archive == archive);
        let files: Vec<_> = of_the_part.map(|number| place.file(number, &cases[number])).collect();
        let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
        assert!(!files.is_empty());
        assert_eq!(verapdf::against(flavours, &files), "");
    }
}

/// veraPDF looks, and says where.
#[test]
fn verapdf_finds_what_is_wrong() {
    let place = judges::place();
    let case = &all()[0];
    assert_eq!(case.archive, Archive::A2a);
    let pdf = make(case).pdf;
    let file = place.put("datei.pdf", &pdf);
    assert!(verapdf::against("3a", &[&file]).contains("6.6.4-2"));
    let mark = pdf.windows(12).position(|bytes| bytes == b"/Marked true").unwrap();
    let file = place.put("ohne.pdf", &[&pdf[..mark], b"/Marked null", &pdf[mark + 12..]].concat());
    let said = verapdf::against("2a,ua1", &[&file]);
    assert!(said.contains("6.7.2.2-1") && said.contains("6.2-1"), "{said}");
}

/// With its greeting, and whoever signs it.
#[test]
fn the_invitation_of_the_sample_is_one_page() {
    let played = Played::of(&script::read("assets/sample/kreis-wiesenthal.json"));
    let plan = played.issued(Edition::Final).plan;
    let made = make(&Case::new("Einladung", crate::compose::invitation(&plan)));
    assert_eq!(made.layout.pages.len(), 1);
}

/// What is judged above is there: pictures and turned sheets.
#[test]
fn arms_and_turned_sheets_are_among_the_judged_documents() {
    for (name, graphic) in extremes::arms() {
        let made = make(&Case::new(name, extremes::with_arms(graphic)));
        assert_eq!(made.layout.unread, None, "{name}");
        let drawn = made.layout.pages[0]
            .items
            .iter()
            .filter(|item| matches!(item.shape, Shape::Area { .. } | Shape::Bitmap { .. }));
        assert!(drawn.count() > 0, "{name}");
        let images = made.pdf.windows(14).any(|bytes| bytes == b"/Subtype/Image");
        assert_eq!(images, !name.ends_with("SVG"), "{name}");
    }
    let cases = extremes::all();
    let case = cases.iter().find(|case| case.name == "gedrehte Tabelle").unwrap();
    let pages = make(case).layout.pages;
    assert!(pages.iter().any(|page| page.width > page.height));
    assert!(pages.iter().any(|page| page.width < page.height));
}

/// What is wrong with a document, by all tools but veraPDF, which is asked once about all files.
fn judged(place: &judges::Place, number: usize, case: &Case) -> Vec<String> {
    let made = make(case);
    let mut faults: Vec<String> =
        conform::check(&made.pdf, case.archive).iter().map(ToString::to_string).collect();
    let file = place.file(number, case);
    std::fs::write(&file, &made.pdf).unwrap();
    faults.extend(judges::qpdf(&file));
    faults.extend(judges::fonts(&file, family(&case.document)));
    let expected = words::of(&case.document);
    let content = place.put(&format!("{number}-inhalt.pdf"), &made.content);
    if case.plain {
        faults.extend(words::compare(&expected, &judges::text(&content)));
    }
    // Poppler takes seconds for the tree of ten pages, and a minute for that of three hundred; those
    // of the sessions are read in tests/pdf.rs. It is the same in every typeface.
    if made.layout.pages.len() <= 6 && case.document.typeface == Typeface::Sans {
        faults.extend(words::compare(&expected, &judges::tree(&file)));
    }
    faults
}
