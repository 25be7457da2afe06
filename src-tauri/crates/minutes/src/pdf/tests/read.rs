//! What was written, read back: places of glyphs, meanings of codes, tags, annotations, metadata.
#![expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "a reader's arithmetic")]

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Object};

use super::sheet::{DOCUMENT, RECORD, Sheet, TITLE, metadata, run, sample};
use super::{Opened, write};
use crate::document::Face;
use crate::frame::{Child, Glyph, GlyphRun, Layout, Mpt, Owner, Role, Shape};

/// A font as a reader sees it.
struct Font {
    widths: Vec<f64>,
    meanings: BTreeMap<u16, String>,
}

fn fonts(file: &Opened) -> BTreeMap<String, Font> {
    let resources = file.at(&file.pages()[0], "Resources/Font");
    let mut fonts = BTreeMap::new();
    for (name, font) in resources.as_dict().unwrap() {
        let font = file.object(font).as_dict().unwrap().clone();
        let descendants = file.at(&font, "DescendantFonts");
        let descendant = file.object(&descendants.as_array().unwrap()[0]);
        let widths = file.at(descendant.as_dict().unwrap(), "W");
        let widths = widths.as_array().unwrap()[1].as_array().unwrap().clone();
        let widths = widths.iter().map(|width| f64::from(width.as_float().unwrap())).collect();
        let map = String::from_utf8(file.stream(&font, "ToUnicode")).unwrap();
        let meanings = map.lines().filter_map(meaning).collect();
        fonts.insert(String::from_utf8(name.clone()).unwrap(), Font { widths, meanings });
    }
    fonts
}

/// A line `<0001> <0041>`.
fn meaning(line: &str) -> Option<(u16, String)> {
    let (code, text) = line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <")?;
    let units = (0..text.len() / 4).map(|at| u16::from_str_radix(&text[4 * at..4 * at + 4], 16));
    let units: Vec<u16> = units.collect::<Result<_, _>>().ok()?;
    Some((u16::from_str_radix(code, 16).ok()?, String::from_utf16(&units).ok()?))
}

/// Shown glyphs: where each stands and what it means.
fn shown(file: &Opened, page: usize) -> Vec<(f64, f64, String)> {
    let (fonts, mut shown) = (fonts(file), Vec::new());
    let (mut font, mut size, mut x, mut y) = (String::new(), 0.0, 0.0, 0.0);
    let content = Content::decode(&file.stream(&file.pages()[page], "Contents")).unwrap();
    for operation in content.operations {
        let number = |at: usize| f64::from(operation.operands[at].as_float().unwrap());
        match operation.operator.as_str() {
            "Tf" => {
                font =
                    String::from_utf8(operation.operands[0].as_name().unwrap().to_vec()).unwrap();
                size = number(1);
            }
            "Td" => (x, y) = (number(0), number(1)),
            "TJ" => {
                for part in operation.operands[0].as_array().unwrap() {
                    if let Object::String(code, _) = part {
                        let code = u16::from_be_bytes([code[0], code[1]]);
                        shown.push((x, y, fonts[&font].meanings[&code].clone()));
                        x += fonts[&font].widths[usize::from(code) - 1] * size / 1000.0;
                    } else {
                        x -= f64::from(part.as_float().unwrap()) * size / 1000.0;
                    }
                }
            }
            _ => {}
        }
    }
    shown
}

fn points(length: Mpt) -> f64 {
    length.0 as f64 / 1000.0
}

/// What the layout wants to see on a page.
fn wanted(sheet: &Sheet, page: usize) -> Vec<(f64, f64, String)> {
    let page = &sheet.layout.pages[page];
    let mut wanted = Vec::new();
    for item in &page.items {
        let Shape::Glyphs(run) = &item.shape else { continue };
        let mut x = run.x;
        for (glyph, text) in run.glyphs.iter() {
            let text = run.actual_text.as_deref().unwrap_or(text).to_owned();
            wanted.push((points(x), points(Mpt(page.height.0 - run.y.0)), text));
            x = Mpt(x.0 + glyph.advance.0);
        }
    }
    wanted
}

fn assert_same_glyphs(sheet: &Sheet) {
    let file = Opened::new(&sheet.layout);
    for page in 0..sheet.layout.pages.len() {
        let (shown, wanted) = (shown(&file, page), wanted(sheet, page));
        assert_eq!(shown.len(), wanted.len());
        for (is, should) in shown.iter().zip(&wanted) {
            let near = (is.0 - should.0).abs() < 0.006 && (is.1 - should.1).abs() < 0.001;
            assert!(near && is.2 == should.2, "{is:?} instead of {should:?}");
        }
    }
}

#[test]
fn glyphs_stand_where_the_layout_puts_them_and_mean_what_it_says() {
    assert_same_glyphs(&sample());
}

#[test]
fn stretched_spaces_and_odd_sizes_do_not_add_up_errors() {
    let mut sheet = Sheet::new();
    let node = sheet.node(DOCUMENT, Role::P);
    let text = "Der Ausschuss für Digitalisierung nimmt die Vorlage zur Kenntnis. ";
    for size in [7_333, 8_500, 10_500, 25_000] {
        let mut run = run(Face::Regular, 1, 30, 100 + size / 50, text);
        run.size = Mpt(size);
        let plain: Vec<_> = run.glyphs.iter().enumerate().collect();
        let stretched = plain.into_iter().map(|(index, (glyph, text))| {
            let odd = if text == " " { 1_234 } else { i64::from(index % 3 == 0) };
            (Glyph { advance: Mpt(glyph.advance.0 * size / 1000 + odd), ..glyph }, text.to_owned())
        });
        run.glyphs = stretched.collect();
        sheet.put(node, run);
    }
    assert_same_glyphs(&sheet);
}

#[test]
fn one_glyph_has_two_meanings_at_the_end_of_a_line_and_in_a_name() {
    let file = Opened::new(&sample().layout);
    let text: String = shown(&file, 0).into_iter().map(|glyph| glyph.2).collect();
    assert!(text.contains("Digitali\u{ad}sierung im Kreis-Gebiet"), "{text}");
}

#[test]
fn several_glyphs_with_another_meaning_are_covered_by_actual_text() {
    let mut sheet = Sheet::new();
    let node = sheet.node(DOCUMENT, Role::P);
    let actual_text = Some("Zeichen (".to_owned());
    sheet.put(node, GlyphRun { actual_text, ..run(Face::Regular, 11, 71, 100, "[?]") });
    let file = Opened::new(&sheet.layout);
    let content = file.stream(&file.pages()[0], "Contents");
    let content = String::from_utf8_lossy(&content).into_owned();
    let wanted = "/Span <</ActualText<FEFF005A00650069006300680065006E00200028>/MCID 0>> BDC";
    assert!(content.contains(wanted), "{content}");
}

#[test]
fn a_cluster_of_several_glyphs_is_a_sequence_of_its_own_with_actual_text() {
    let mut sheet = Sheet::new();
    let node = sheet.node(DOCUMENT, Role::P);
    let plain = run(Face::Regular, 11, 71, 100, "abcde");
    let glyphs = plain.glyphs.iter().zip(["a", "क्ष", "", "", "e"]);
    let glyphs = glyphs.map(|((glyph, _), text)| (glyph, text)).collect();
    sheet.put(node, GlyphRun { glyphs, ..plain });
    sheet.text(node, Face::Regular, 71, 115, "danach");
    let item = sheet.layout.pages[0].items.len() - 1;
    sheet.layout.structure[node.0].children.push(Child::Content { page: 0, item });
    let file = Opened::new(&sheet.layout);
    let content = file.stream(&file.pages()[0], "Contents");
    let content = String::from_utf8_lossy(&content).into_owned();
    let marks: Vec<&str> = content.lines().filter(|line| line.contains("/MCID ")).collect();
    let actual = "/Span <</ActualText<FEFF0915094D0937>/MCID 1>> BDC";
    assert_eq!(marks, ["/P <</MCID 0>> BDC", actual, "/P <</MCID 2>> BDC"]);
    // Its other glyphs mean what the font says of them.
    let text: String = shown(&file, 0).into_iter().map(|glyph| glyph.2).collect();
    assert!(text.ends_with("aक्षcdedanach"), "{text}");
    let element = file.with("S", "P").remove(0);
    assert_eq!(file.at(&element, "K"), vec![0.into(), 1.into(), 2.into()].into());
}

#[test]
fn a_paragraph_on_two_pages_is_one_element() {
    let sheet = sample();
    let both: Vec<_> = sheet
        .layout
        .pages
        .iter()
        .map(|page| {
            page.items
                .iter()
                .filter_map(|item| match item.owner {
                    Owner::Node(node) => Some(node),
                    Owner::Artifact(_) => None,
                })
                .collect::<Vec<_>>()
        })
        .collect();
    let shared = both[0].iter().filter(|node| both[1].contains(node)).count();
    assert!(shared > 0);
    let file = Opened::new(&sheet.layout);
    let kids = |element: &Dictionary| match file.at(element, "K") {
        Object::Array(kids) => kids,
        other => vec![other],
    };
    let elements = file.with("S", "P").into_iter().filter(|element| element.has(b"K"));
    let split: Vec<_> = elements
        .map(|element| kids(&element))
        .filter(|kids| kids.iter().any(|kid| kid.as_dict().is_ok_and(|kid| kid.has(b"MCID"))))
        .collect();
    assert_eq!(split.len(), 1);
    assert!(matches!(split[0][..], [Object::Integer(_), Object::Dictionary(_)]), "{split:?}");
}

#[test]
fn the_catalog_says_what_the_file_is() {
    let file = Opened::new(&sample().layout);
    assert_eq!(file.catalog("Lang"), Object::string_literal("de-DE"));
    assert_eq!(file.catalog("MarkInfo/Marked"), Object::Boolean(true));
    assert_eq!(file.catalog("ViewerPreferences/DisplayDocTitle"), Object::Boolean(true));
    assert!(!file.document.catalog().unwrap().has(b"PageMode"));
    assert_eq!(file.document.version, "1.7");
    let id = file.document.trailer.get(b"ID").unwrap().as_array().unwrap();
    assert_eq!(id.len(), 2);
    assert_eq!(id[0].as_str().unwrap().len(), 16);
    assert_eq!(id[0], id[1]);
}

#[test]
fn metadata_with_odd_characters_are_the_same_in_both_places() {
    let file = Opened::new(&sample().layout);
    let info = file.at(&file.document.trailer, "Info");
    let info = info.as_dict().unwrap();
    assert_eq!(file.text(info, "Title"), TITLE);
    assert_eq!(file.text(info, "CreationDate"), "D:20261120100000+01'00'");
    let packet = file.stream(file.document.catalog().unwrap(), "Metadata");
    let packet = String::from_utf8(packet).unwrap();
    let title = r"Niederschrift (9. Sitzung) &lt;A &amp; B&gt; \ „Übung“ – 🗳";
    assert!(packet.contains(&format!(r#"<rdf:li xml:lang="x-default">{title}</rdf:li>"#)));
    assert!(packet.contains("<xmp:CreateDate>2026-11-20T10:00:00+01:00</xmp:CreateDate>"));
}

#[test]
fn control_characters_in_metadata_become_spaces() {
    let metadata =
        super::super::Metadata { author: "A\u{0}\r\nB\u{ffff}".to_owned(), ..metadata() };
    let bytes = super::sheet::press().write(&sample().layout, &metadata, None);
    let file = Opened { document: lopdf::Document::load_mem(&bytes.unwrap()).unwrap() };
    let info = file.at(&file.document.trailer, "Info");
    assert_eq!(file.text(info.as_dict().unwrap(), "Author"), "A   B ");
}

#[test]
fn links_lead_to_addresses_in_seven_bits_and_to_places() {
    let file = Opened::new(&sample().layout);
    let links = file.with("Subtype", "Link");
    assert_eq!(links.len(), 2);
    let uri = file.at(&links[0], "A/URI");
    assert_eq!(uri, Object::string_literal("https://kreis.example/%C3%BC?a=(1)"));
    assert_eq!(file.text(&links[1], "Contents"), "Verweis (zu Punkt 6)");
    let name = file.at(&links[1], "Dest");
    let Object::Array(names) = file.at(file.document.catalog().unwrap(), "Names/Dests/Names")
    else {
        panic!("{links:?}")
    };
    let [known, Object::Array(place)] = names.as_slice() else { panic!("{names:?}") };
    assert_eq!(*known, name);
    let second = file.document.get_pages()[&2];
    assert_eq!(place[0], Object::Reference(second));
    assert!((place[3].as_float().unwrap() - 751.89).abs() < 0.001);
    let Object::Array(rect) = file.at(&links[1], "Rect") else { panic!("{links:?}") };
    let rect: Vec<f32> = rect.iter().map(|edge| edge.as_float().unwrap()).collect();
    assert_eq!(rect, [159.0, 408.89, 279.5, 420.89]);
}

#[test]
fn signature_fields_wait_in_one_object_each() {
    let file = Opened::new(&sample().layout);
    let fields = file.with("FT", "Sig");
    assert_eq!(fields.len(), 2);
    assert_eq!(file.text(&fields[0], "T"), "vorsitz");
    let description = r"Unterschrift Ausschussvorsitzende (\Annegret Falkenroth)";
    assert_eq!(file.text(&fields[0], "TU"), description);
    for field in &fields {
        assert!(!field.has(b"V") && field.has(b"P") && field.has(b"Rect"));
        assert_eq!(file.at(field, "F"), Object::Integer(132));
    }
    for form in file.with("S", "Form") {
        assert_eq!(file.at(&form, "K/Type"), "OBJR".into());
    }
    assert_eq!(file.catalog("AcroForm/SigFlags"), Object::Integer(3));
    let fonts = file.catalog("AcroForm/DR/Font");
    assert!(fonts.as_dict().unwrap().has(b"Regular") && fonts.as_dict().unwrap().has(b"Semibold"));
}

#[test]
fn fonts_hold_what_a_signature_may_need_and_the_lowest_code_is_the_plain_glyph() {
    let file = Opened::new(&sample().layout);
    for name in ["Regular", "Semibold"] {
        let font = &fonts(&file)[name];
        for character in "AZaz09ÄÖÜäöüßẞÉŁłşž.,;:-–§()/@„“’€".chars().filter(|c| *c != 'ẞ')
        {
            let text = character.to_string();
            let code = font.meanings.iter().find(|(_, meaning)| **meaning == text);
            assert!(code.is_some_and(|(code, _)| *code < 400), "{name}: {character}");
        }
    }
}

#[test]
fn without_fields_there_is_no_form_and_only_the_glyphs_in_use() {
    let mut sheet = Sheet::new();
    sheet.written(DOCUMENT, Role::P, 100, "Niederschrift");
    let file = Opened::new(&sheet.layout);
    assert!(!file.document.catalog().unwrap().has(b"AcroForm"));
    assert!(!file.document.catalog().unwrap().has(b"Outlines"));
    let fonts = fonts(&file);
    assert_eq!(fonts.keys().collect::<Vec<_>>(), ["Regular"]);
    assert!(fonts["Regular"].meanings.len() < 30);
}

#[test]
fn bookmarks_nest_by_level_even_where_one_is_left_out() {
    let mut sheet = Sheet::new();
    for (level, title) in [(2, "Vor allem"), (1, "A"), (2, "A 1 (\\)"), (3, "A 1 a"), (1, "Ö")] {
        sheet.bookmark(level, 100, title);
    }
    let file = Opened::new(&sheet.layout);
    let entry = |from: &Dictionary, way: &str| file.at(from, way).as_dict().unwrap().clone();
    let top = file.catalog("Outlines");
    let top = top.as_dict().unwrap();
    assert_eq!(file.at(top, "Count"), Object::Integer(5));
    assert_eq!(file.text(&entry(top, "First"), "Title"), "Vor allem");
    let a = entry(top, "First/Next");
    assert_eq!((file.text(&a, "Title").as_str(), file.at(&a, "Count")), ("A", Object::Integer(2)));
    assert_eq!(file.text(&entry(&a, "First"), "Title"), "A 1 (\\)");
    assert_eq!(file.text(&entry(&a, "First/First"), "Title"), "A 1 a");
    assert_eq!(file.text(&entry(top, "Last"), "Title"), "Ö");
}

/// ISO 19005-3, 6.8; ISO 32000-1, 7.11.
#[test]
fn what_the_document_was_made_of_lies_in_the_file() {
    let file = Opened::new(&sample().layout);
    let Object::Array(listed) = file.catalog("Names/EmbeddedFiles/Names") else { panic!() };
    let Object::Array(owned) = file.catalog("AF") else { panic!() };
    assert_eq!(listed[1], owned[0], "what is listed belongs to the document");
    let specification = file.object(&owned[0]);
    let specification = specification.as_dict().unwrap();
    for key in ["F", "UF"] {
        assert_eq!(file.text(specification, key), "niederschrift.json");
    }
    assert_eq!(file.at(specification, "AFRelationship"), Object::from("Data"));
    assert_eq!(file.text(specification, "Desc"), "Aufzeichnung für Programme");
    assert_eq!(file.stream(specification, "EF/F"), RECORD.bytes);
    let held = file.at(specification, "EF/F");
    let held = &held.as_stream().unwrap().dict;
    assert_eq!(file.at(held, "Subtype"), Object::from("application/json"));
    assert_eq!(
        file.at(held, "Params/Size"),
        Object::from(i64::try_from(RECORD.bytes.len()).unwrap())
    );
    let params = file.at(held, "Params");
    assert_eq!(file.text(params.as_dict().unwrap(), "ModDate"), "D:20261120100000+01'00'");
    let without = lopdf::Document::load_mem(&super::sample_file_of_part_2()).unwrap();
    assert!(!without.catalog().unwrap().has(b"AF"));
}

#[test]
fn the_same_input_gives_the_same_bytes_and_another_one_another_identifier() {
    let first = write(&sample().layout);
    assert_eq!(first, write(&sample().layout));
    let mut other = sample();
    other.layout.bookmarks[0].title.push('!');
    let id = |bytes: &[u8]| {
        let document = lopdf::Document::load_mem(bytes).unwrap();
        document.trailer.get(b"ID").unwrap().clone()
    };
    assert_ne!(id(&first), id(&write(&other.layout)));
}

fn big() -> Layout {
    let mut sheet = Sheet::new();
    let text = "Der Ausschuss für Digitalisierung nimmt die Ausführungen zur Kenntnis. ";
    let line = run(Face::Regular, 11, 159, 0, text);
    for page in 0..300 {
        if page > 0 {
            sheet.page();
        }
        sheet.bookmark(1 + u8::from(page % 10 != 0), 80, &format!("Zu Punkt {page}"));
        for paragraph in 0..11 {
            let node = sheet.node(DOCUMENT, Role::P);
            for row in 0..4 {
                let y = Mpt((90 + 60 * paragraph + 15 * row) * 1000);
                sheet.put(node, GlyphRun { y, ..line.clone() });
            }
        }
    }
    sheet.layout
}

#[test]
fn three_hundred_pages_are_written() {
    let file = Opened::new(&big());
    assert_eq!(file.pages().len(), 300);
    assert_eq!(file.with("S", "P").len(), 3300);
}
