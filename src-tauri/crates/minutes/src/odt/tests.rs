//! Tests of the writer: one document with every block and with what is odd, read back as XML and
//! judged by `LibreOffice`, odflint and lxml (`tests/tools/odt.py`).

use super::{OdtError, write};
use crate::compose::tests::records;
use crate::compose::{excerpt, excerpt_non_public};
use crate::conform::Archive;
use crate::document::{
    Align, Block, Decision, Document, Face, Graphic, Headline, Inline, LabelledLine, Letterhead,
    ListItem, Numbering, Picture, SignatureKind, Signer, Start, Status, Table, TableKind, Typeface,
    VoteLine,
};
use crate::pdf::Metadata;
use crate::picture::{PictureError, Unread};
use base64ct::{Base64, Encoding as _};
use chrono::DateTime;
use sitzungsbuch_core::richtext::Merge;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

fn metadata() -> Metadata {
    Metadata {
        title: "Niederschrift <1> & „mehr“".to_owned(),
        author: "Kreis Wiesenthal".to_owned(),
        creator: "Sitzungsbuch".to_owned(),
        producer: "Sitzungsbuch 0".to_owned(),
        created: DateTime::parse_from_rfc3339("2026-11-20T10:00:00+01:00").unwrap(),
        archive: Archive::A3a,
    }
}

fn document(blocks: Vec<Block>) -> Document {
    let line = |label: &str, value: &str| LabelledLine { label: label.into(), value: value.into() };
    Document {
        composer: 1,
        title: "Niederschrift über die 9. Sitzung".into(),
        running: String::new(),
        author: "Kreis Wiesenthal".into(),
        created: "2026-11-20T10:00:00+01:00".into(),
        footer: "Entwurf".into(),
        status: Status::Draft,
        typeface: Typeface::Sans,
        mark: None,
        address: None,
        letterhead: Letterhead {
            body: "Kreis Wiesenthal".into(),
            organ: "Der Kreistag".into(),
            organization: "Ausschuss für Digitalisierung".into(),
            contact_heading: "Es informiert Sie:".into(),
            contact_name: "Malte Siebrecht".into(),
            contact: vec![line("Telefon", "00815 47 1344")],
            place_and_date: "Wiesenthal, den 20.11.2026".into(),
            arms: None,
        },
        headline: Headline {
            title: "Niederschrift".into(),
            subtitle: "über die 9. Sitzung".into(),
            scope: "Öffentlicher Teil".into(),
        },
        session: vec![line("Dauer", "16:32 Uhr bis 18:07 Uhr")],
        blocks,
    }
}

fn says(words: &str) -> Block {
    Block::Paragraph { label: String::new(), content: vec![Inline::text(words)] }
}

fn list(numbering: Numbering, items: &[(&str, Vec<Block>)]) -> Block {
    let items = items.iter().cloned();
    let items = items.map(|(label, blocks)| ListItem { label: label.into(), blocks }).collect();
    Block::List { numbering, items }
}

fn table(rows: usize, columns: usize) -> Table {
    let row = |at: usize| {
        (0..columns).map(|column| vec![Inline::text(format!("z{at}s{column}"))]).collect()
    };
    Table {
        kind: if columns > 8 { TableKind::Grid } else { TableKind::Plain },
        caption: "Übersicht".into(),
        legend: String::new(),
        columns: vec![Align::Right; columns],
        head: (0..columns).map(|column| vec![Inline::text(format!("Kopf{column}"))]).collect(),
        rows: (0..rows).map(row).collect(),
        total: Some(row(rows)),
        merged: Vec::new(),
    }
}

/// Head, body and total with cells that are one.
fn merged() -> Table {
    let mut table = table(3, 4);
    let merge = |row, column, rows, columns| Merge { row, column, rows, columns };
    table.merged = vec![merge(0, 1, 1, 2), merge(1, 0, 2, 1), merge(2, 1, 2, 3), merge(4, 0, 1, 4)];
    table.head[2].clear();
    table.rows[1][0].clear();
    for (row, column) in [(1, 2), (1, 3), (2, 1), (2, 2), (2, 3)] {
        table.rows[row][column].clear();
    }
    table.total.as_mut().unwrap()[1..].iter_mut().for_each(Vec::clear);
    table
}

#[test]
fn cells_that_are_one_span_others_that_are_named_as_covered() {
    let content = content(vec![Block::Table(merged())]);
    let count = |what: &str| content.matches(what).count();
    assert_eq!(count("table:covered-table-cell"), 1 + 1 + 5 + 3);
    let spans = "table:number-columns-spanned=\"3\" table:number-rows-spanned=\"2\"";
    assert_eq!((count(spans), count("table:number-columns-spanned=\"4\"")), (1, 1));
    // The letterhead has two of its own.
    assert_eq!(count("<table:table-cell"), 2 + 20 - 10);
}

/// A part of the written file.
fn part(document: &Document, name: &str) -> String {
    let bytes = write(document, &metadata()).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn content(blocks: Vec<Block>) -> String {
    part(&document(blocks), "content.xml")
}

/// What is odd: markup, characters that XML forbids, right to left, a word without an end.
fn odd() -> Vec<Block> {
    let nested = Inline::Footnote { number: 2, content: vec![Inline::text("im Hinweis")] };
    let note = Inline::Footnote { number: 1, content: vec![Inline::text("Hinweis"), nested] };
    let bold = Inline::Text { text: " fett ".into(), face: Face::Bold, underline: true };
    let link = Inline::Link { href: "https://www.kreis-wiesenthal.example/a?b=1&c=2".into() };
    let mut deep = vec![says("ganz unten")];
    for level in 0..12 {
        deep = vec![says(&format!("Ebene {level}")), list(Numbering::Dash, &[("–", deep)])];
    }
    let mut blocks = vec![
        Block::Section { title: "Teil".into(), start: Start::Here, mark: None },
        Block::Item {
            label: "Zu Punkt 1:".into(),
            title: "Frau <b>Ö'Neill</b> & „Söhne“ 😀 שלום".into(),
            subject: "hier: Anfrage".into(),
            paper: "– Vorlage Nr. 1/2026".into(),
            anchor: "top-1".into(),
            blocks: 0,
        },
        Block::Paragraph {
            label: "Eine lange Randbemerkung".into(),
            content: vec![Inline::text("Vor\u{1}her\u{fffe}  zwei\tTab\nZeile"), bold, note, link],
        },
        says(&"Donaudampfschiff".repeat(500)),
        list(Numbering::Decimal, &[("1.", deep)]),
        Block::Quote { blocks: vec![says("Ein Zitat")] },
        Block::Table(table(2_000, 3)),
        Block::Table(table(3, 26)),
        Block::Table(merged()),
        picture("Folie 9: Anteil", true),
        list(Numbering::Dash, &[("–", vec![says("in der Liste"), picture("", false)])]),
        decision(),
        Block::Section {
            title: "Nicht öffentlicher Teil".into(),
            start: Start::NewPage,
            mark: Some("Nicht öffentlich".into()),
        },
    ];
    let signer = |name: &str| Signer {
        field: "vorsitz".into(),
        name: name.into(),
        role: "Vorsitz".into(),
        items: String::new(),
        picture: None,
    };
    blocks.push(says("Ende um 18:07 Uhr."));
    let signers = ["Annegret Falkenroth", "Malte Siebrecht", "Jorina Achterfeld"].map(signer);
    blocks.push(Block::Signatures { kind: SignatureKind::Fields, signers: signers.into() });
    blocks
}

fn decision() -> Block {
    let numbers = list(
        Numbering::Decimal,
        &[
            ("1.", vec![says("Erstens:"), Block::Table(table(1, 2)), says("danach")]),
            ("2.", vec![says("Zweitens")]),
        ],
    );
    Block::Decision(Decision {
        label: "Beschluss:".into(),
        wording: vec![says("Der Ausschuss beschließt:"), numbers],
        result: Some(VoteLine {
            lead: "Abstimmungsergebnis:".into(),
            words: "einstimmig angenommen".into(),
            figures: "Ja: 14".into(),
        }),
        table: Some(table(2, 4)),
    })
}

/// A document with arms.
fn with_arms(arms: Graphic) -> Document {
    let mut document = document(Vec::new());
    document.letterhead.arms = Some(arms);
    document
}

const SHIELD: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 40'>\
    <path fill='#2a5a45' d='M0 0H20V40H0Z'/></svg>";

#[test]
fn arms_are_a_file_of_the_package_in_their_own_proportion() {
    let bitmap = |bytes: &[u8]| Graphic::Base64(Base64::encode_string(bytes));
    let (png, jpeg) = (
        include_bytes!("../picture/fixtures/palette.png"),
        include_bytes!("../picture/fixtures/colour.jpg"),
    );
    for (arms, media, name, bytes) in [
        (Graphic::Svg(SHIELD.into()), "image/svg+xml", "Pictures/1.svg", SHIELD.as_bytes()),
        (bitmap(png), "image/png", "Pictures/1.png", png),
        (bitmap(jpeg), "image/jpeg", "Pictures/1.jpg", jpeg),
    ] {
        let document = with_arms(arms);
        let listed = format!(r#"manifest:full-path="{name}" manifest:media-type="{media}""#);
        assert!(part(&document, "META-INF/manifest.xml").contains(&listed));
        assert!(part(&document, "content.xml").contains(&format!(r#"xlink:href="{name}""#)));
        let file = write(&document, &metadata()).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
        let mut kept = Vec::new();
        archive.by_name(name).unwrap().read_to_end(&mut kept).unwrap();
        assert!(kept == bytes, "{name}");
    }
    // Half as wide as high, and no higher than the PDF has it.
    let xml = part(&with_arms(Graphic::Svg(SHIELD.into())), "content.xml");
    assert!(xml.contains(r#"svg:width="8.50mm" svg:height="17.00mm""#), "{xml}");
    assert!(!content(Vec::new()).contains("draw:frame"));
}

#[test]
fn arms_that_the_pdf_refuses_are_refused() {
    let script = SHIELD.replace("<path", "<script/><path");
    let refused = write(&with_arms(Graphic::Svg(script)), &metadata()).unwrap_err();
    assert!(
        matches!(
            refused,
            OdtError::Picture(Unread { alternative: None, why: PictureError::Script })
        ),
        "{refused}"
    );
}

#[test]
fn the_typeface_is_named_with_what_takes_its_place() {
    for (typeface, name, other) in [
        (Typeface::Sans, "Source Sans 3", "Source Serif 4"),
        (Typeface::Serif, "Source Serif 4", "Source Sans 3"),
    ] {
        let document = Document { typeface, ..document(odd()) };
        for file in ["content.xml", "styles.xml"] {
            let xml = part(&document, file);
            let declared = format!(r#"style:name="{name}" svg:font-family="&apos;{name}&apos;, "#);
            assert!(xml.contains(&declared) && !xml.contains(other), "{file}");
        }
        let used = format!(r#"style:font-name="{name}""#);
        assert!(part(&document, "styles.xml").contains(&used));
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = document(odd());
    assert!(write(&document, &metadata()).unwrap() == write(&document, &metadata()).unwrap());
}

#[test]
fn the_kind_comes_first_and_is_stored() {
    let bytes = write(&document(Vec::new()), &metadata()).unwrap();
    assert_eq!(&bytes[30..38], b"mimetype");
    assert!(bytes[38..].starts_with(b"application/vnd.oasis.opendocument.text"));
}

#[test]
fn what_xml_forbids_is_replaced_and_seen() {
    let xml = content(odd());
    assert!(
        xml.contains("Vor\u{fffd}her\u{fffd} <text:s/>zwei<text:tab/>Tab<text:line-break/>Zeile")
    );
    assert!(xml.contains("Frau &lt;b&gt;Ö&apos;Neill&lt;/b&gt; &amp; „Söhne“ 😀 שלום"));
}

#[test]
fn numbers_that_count_on_are_those_of_the_format() {
    let own = |items: &[(&str, Vec<Block>)], numbering| content(vec![list(numbering, items)]);
    let from_three = [("3.", vec![says("drei")]), ("4.", vec![says("vier")])];
    let xml = own(&from_three, Numbering::Decimal);
    assert!(xml.contains(
        r#"<text:list text:style-name="Liste_20_Zahlen"><text:list-item text:start-value="3">"#
    ));
    assert!(!xml.contains(">3.") && !xml.contains(">4."), "the format prints them");
    let gap = [("1.", vec![says("eins")]), ("4.1", vec![says("vier")])];
    let xml = own(&gap, Numbering::Decimal);
    assert!(xml.contains("Liste_20_Zeichen_20_im_20_Text"));
    assert!(xml.contains("1.<text:tab/>eins") && xml.contains("4.1<text:tab/>vier"));
    let letters = [("c)", vec![says("c")]), ("d)", vec![says("d")])];
    assert!(own(&letters, Numbering::LowerAlpha).contains(r#"text:start-value="3""#));
}

/// A drawing and a bitmap, each with its words.
fn picture(caption: &str, drawn: bool) -> Block {
    let graphic = if drawn {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='1920' height='1080'>\
                   <path fill='#2a5a45' d='M0 0H1920V1080Z'/></svg>";
        Graphic::Svg(svg.into())
    } else {
        Graphic::Base64(Base64::encode_string(include_bytes!("../picture/fixtures/colour.jpg")))
    };
    let alternative = "Die „grüne“ Fläche & mehr".into();
    Block::Picture(Picture { graphic, alternative, caption: caption.into() })
}

#[test]
fn pictures_stand_in_the_package_once_with_their_words_in_the_text() {
    let document = document(vec![
        picture("Folie 9", true),
        list(Numbering::Dash, &[("–", vec![says("dazu"), picture("", false)])]),
        picture("", true),
    ]);
    let xml = part(&document, "content.xml");
    let count = |what: &str| xml.matches(what).count();
    assert_eq!((count("<draw:frame "), count("\"Pictures/1.svg\"")), (3, 2));
    assert_eq!(count("\"Pictures/2.jpg\""), 1);
    assert_eq!(count("<svg:desc>Die „grüne“ Fläche &amp; mehr</svg:desc>"), 3);
    assert!(xml.contains("svg:width=\"126.00mm\" svg:height=\"70.87mm\""), "as wide as the text");
    assert!(xml.contains("<text:p text:style-name=\"Bildunterschrift\">Folie 9</text:p>"));
    // A picture interrupts no list.
    assert!(!xml.contains("<text:list-header>"));
    let manifest = part(&document, "META-INF/manifest.xml");
    for (name, media) in [("1.svg", "image/svg+xml"), ("2.jpg", "image/jpeg")] {
        let entry = format!("full-path=\"Pictures/{name}\" manifest:media-type=\"{media}\"");
        assert!(manifest.contains(&entry), "{manifest}");
    }
    assert!(part(&document, "Pictures/1.svg").starts_with("<svg "));
}

#[test]
fn the_picture_of_a_signature_stands_above_the_name_of_a_copy() {
    let Block::Picture(picture) = picture("", true) else { panic!("a picture") };
    let signers = |kind| {
        let signer = Signer {
            field: "unterschrift".into(),
            name: "Holm Lüders".into(),
            role: "Landrat".into(),
            items: String::new(),
            picture: Some(picture.clone()),
        };
        content(vec![Block::Signatures { kind, signers: vec![signer] }])
    };
    let xml = signers(SignatureKind::Copy);
    let (frame, name) = (xml.find("<draw:frame "), xml.find(">gez. Holm Lüders<"));
    assert!(frame.is_some() && frame < name, "{xml}");
    for kind in [SignatureKind::Fields, SignatureKind::Frames, SignatureKind::Lines] {
        assert!(!signers(kind).contains("<draw:frame "), "{kind:?}");
    }
}

#[test]
fn no_file_is_written_without_one_of_its_pictures() {
    let graphic = Graphic::Svg("<svg".into());
    let broken = Picture { graphic, alternative: "Plan".into(), caption: String::new() };
    let unread = write(&document(vec![Block::Picture(broken)]), &metadata()).unwrap_err();
    let OdtError::Picture(unread) = unread else { panic!("{unread}") };
    assert_eq!((unread.alternative.as_deref(), unread.why), (Some("Plan"), PictureError::NoSvg));
}

/// ODF has no tables in lists.
#[test]
fn a_table_interrupts_a_list_that_goes_on_behind_it() {
    let entry = vec![says("Erstens:"), Block::Table(table(1, 2)), says("danach")];
    let xml =
        content(vec![list(Numbering::Decimal, &[("1.", entry), ("2.", vec![says("Zweitens")])])]);
    assert!(xml.contains("</text:list-item></text:list><text:p text:style-name=\"Caption\">"));
    assert!(xml.contains("<text:list-header>"));
    assert!(xml.contains(r#"<text:list-item text:start-value="2">"#));
}

#[test]
fn a_note_in_a_note_stands_in_brackets() {
    let xml = content(odd());
    assert_eq!(xml.matches("<text:note ").count(), 1);
    assert!(xml.contains("Hinweis (im Hinweis)"));
}

#[test]
fn what_must_not_be_parted_has_a_space_that_holds() {
    let xml = content(vec![says("§ 31 Abs. 2: 25.000 EUR, 6,4 %, im EUR Raum")]);
    assert!(xml.contains("§\u{a0}31 Abs. 2: 25.000\u{a0}EUR, 6,4\u{a0}%, im EUR Raum"));
}

#[test]
fn the_file_says_of_itself_what_the_pdf_says() {
    let xml = part(&document(Vec::new()), "meta.xml");
    for words in [
        "<dc:title>Niederschrift &lt;1&gt; &amp; „mehr“</dc:title>",
        "<dc:creator>Kreis Wiesenthal</dc:creator>",
        "<meta:creation-date>2026-11-20T10:00:00+01:00</meta:creation-date>",
        "<dc:language>de-DE</dc:language>",
    ] {
        assert!(xml.contains(words), "{xml}");
    }
}

#[test]
fn a_draft_and_a_closed_part_are_marked_in_every_head() {
    let xml = part(&document(odd()), "styles.xml");
    assert_eq!(xml.matches("\u{a0}ENTWURF\u{a0}").count(), 2, "of the pages with a head");
    assert_eq!(xml.matches("\u{a0}Nicht öffentlich\u{a0}").count(), 1);
    assert!(content(odd()).contains(r#"style:master-page-name="Kennzeichen_20_1""#));
}

fn judged(document: &Document) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("judged.odt");
    std::fs::write(&file, write(document, &metadata()).unwrap()).unwrap();
    let mut judge = Command::new(root.join(".venv/bin/python"));
    let said = judge.arg(root.join("tests/tools/odt.py")).arg(&file).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(said.status.success(), "{}{}", text(&said.stdout), text(&said.stderr));
}

#[test]
fn other_programs_find_no_fault_in_what_is_odd() {
    judged(&document(odd()));
}

#[test]
fn other_programs_find_no_fault_in_excerpts() {
    let record = &records()[0];
    judged(&excerpt(&record.public, "6").unwrap());
    judged(&excerpt_non_public(record, "11").unwrap());
}
