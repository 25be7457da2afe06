//! Damages of the catalog, of the metadata, of fonts and of bookmarks.

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::damage::{Damage, Pdf, name, words};

pub(super) const DAMAGES: &[Damage] = &[
    ("lang", "another_language", |pdf| pdf.catalog().set("Lang", words("en"))),
    ("lang", "no_language", |pdf| {
        pdf.catalog().remove(b"Lang");
    }),
    ("mark-info", "not_marked", |pdf| pdf.at("MarkInfo").set("Marked", false)),
    ("mark-info", "suspects", |pdf| pdf.at("MarkInfo").set("Suspects", true)),
    ("title-shown", "title_not_shown", |pdf| {
        pdf.catalog().remove(b"ViewerPreferences");
    }),
    ("title-shown", "title_hidden", |pdf| {
        pdf.at("ViewerPreferences").set("DisplayDocTitle", false);
    }),
    ("javascript", "javascript", |pdf| {
        let action = dictionary! {
            "Type" => "Action", "S" => "JavaScript", "JS" => words("app.alert(1)"),
        };
        let names = dictionary! { "Names" => vec![words("a"), Object::Dictionary(action)] };
        pdf.catalog().set("Names", dictionary! { "JavaScript" => names });
    }),
    ("action", "page_action", |pdf| {
        pdf.page(0).set("AA", dictionary! { "O" => dictionary! { "S" => "Named" } });
    }),
    ("action", "launch", |pdf| {
        let action = dictionary! { "Type" => "Action", "S" => "Launch", "F" => words("x") };
        let action = pdf.add(action);
        pdf.catalog().set("Strange", action);
    }),
    ("action", "untyped_action", |pdf| {
        let action = dictionary! { "S" => "SubmitForm", "F" => words("x") };
        let action = pdf.add(action);
        pdf.annotation("Widget").set("A", action);
    }),
    ("attachment", "embedded_file_not_listed", |pdf| {
        pdf.at("Names").remove(b"EmbeddedFiles");
    }),
    ("attachment", "embedded_file_that_is_none", |pdf| {
        let spec = pdf.with("Type", "Filespec")[0];
        pdf.dict(spec).set("EF", dictionary! { "F" => words("a.json") });
    }),
    ("attachment", "embedded_file_of_unknown_relation", |pdf| {
        let spec = pdf.with("Type", "Filespec")[0];
        pdf.dict(spec).set("AFRelationship", "Friend");
    }),
    ("attachment", "embedded_file_without_type", |pdf| {
        let file = pdf.with("Type", "EmbeddedFile")[0];
        pdf.dict(file).remove(b"Subtype");
    }),
    ("attachment", "embedded_file_without_date", |pdf| {
        let file = pdf.with("Type", "EmbeddedFile")[0];
        pdf.dict(file).remove(b"Params");
    }),
    ("attachment", "embedded_file_of_no_document", |pdf| {
        pdf.catalog().remove(b"AF");
    }),
    ("catalog", "layers", |pdf| {
        pdf.catalog().set("OCProperties", dictionary! { "OCGs" => Vec::<Object>::new() });
    }),
    ("catalog", "foreign_permission", |pdf| {
        pdf.catalog().set("Perms", dictionary! { "UR3" => Dictionary::new() });
    }),
    ("catalog", "opens_with_an_action", |pdf| {
        pdf.catalog().set("OpenAction", dictionary! { "S" => "URI", "URI" => words("a:b") });
    }),
    ("catalog", "presentation", |pdf| pdf.page(0).set("PresSteps", Dictionary::new())),
    ("limit", "great_number", |pdf| pdf.catalog().set("Strange", i64::from(i32::MAX) + 1)),
    ("limit", "long_string", |pdf| pdf.catalog().set("Strange", words(&"a".repeat(32_768)))),
    ("limit", "long_name", |pdf| pdf.catalog().set("Strange", vec![name(&"a".repeat(128))])),
    ("limit", "long_key", |pdf| pdf.catalog().set("a".repeat(128), 1)),
    ("limit", "small_page", |pdf| {
        let edges: Vec<Object> = [0, 0, 2, 2].map(Object::Integer).to_vec();
        pdf.page(0).set("MediaBox", edges);
    }),
    ("stream", "outside_stream", |pdf| {
        let stream = Stream::new(dictionary! { "F" => words("a.txt") }, Vec::new());
        let stream = pdf.add(stream);
        pdf.catalog().set("Strange", stream);
    }),
    ("stream", "lzw", |pdf| {
        let stream = Stream::new(dictionary! { "Filter" => "LZWDecode" }, Vec::new());
        let stream = pdf.add(stream);
        pdf.catalog().set("Strange", stream);
    }),
    ("xmp", "no_metadata", |pdf| {
        pdf.catalog().remove(b"Metadata");
    }),
    ("xmp", "broken_metadata", |pdf| pdf.xmp("</rdf:RDF>", "")),
    ("xmp", "cut_metadata", |pdf| pdf.xmp("</x:xmpmeta>", "")),
    ("xmp", "no_packet", |pdf| pdf.xmp("<?xpacket begin=", "<?packet begin=")),
    ("xmp", "metadata_of_another_type", |pdf| {
        let id = pdf.with("Subtype", "XML")[0];
        pdf.dict(id).set("Subtype", "JSON");
    }),
    ("pdfaid", "another_part", |pdf| pdf.xmp("<pdfaid:part>3", "<pdfaid:part>2")),
    ("pdfaid", "another_conformance", |pdf| pdf.xmp("conformance>A<", "conformance>B<")),
    ("pdfaid", "another_namespace", |pdf| {
        pdf.xmp("xmlns:pdfaid=\"http://www.aiim.org/", "xmlns:pdfaid=\"https://www.aiim.org/");
    }),
    ("pdfuaid", "no_claim", |pdf| pdf.xmp("<pdfuaid:part>1</pdfuaid:part>", "")),
    ("pdfuaid", "no_extension_schema", |pdf| {
        pdf.xmp("<pdfaSchema:namespaceURI>http", "<pdfaSchema:namespaceURI>ftp");
    }),
    ("title", "empty_title", |pdf| {
        pdf.xmp("xml:lang=\"x-default\">", "xml:lang=\"x-default\"> </rdf:li><rdf:li>");
    }),
    ("xmp-equal", "another_title", |pdf| pdf.info().set("Title", words("Etwas anderes"))),
    ("xmp-equal", "another_date", |pdf| {
        pdf.info().set("ModDate", words("D:20010101000000+01'00'"));
    }),
    ("xmp-equal", "date_that_is_none", |pdf| pdf.info().set("ModDate", words("gestern"))),
    ("info", "no_author", |pdf| {
        pdf.info().remove(b"Author");
    }),
    ("info", "no_information", |pdf| {
        pdf.objects.trailer.remove(b"Info");
    }),
    ("intent", "no_output_intent", |pdf| {
        pdf.catalog().remove(b"OutputIntents");
    }),
    ("intent", "unnamed_condition", |pdf| {
        intent(pdf).set("OutputConditionIdentifier", words(" "));
    }),
    ("icc", "broken_profile", |pdf| {
        let id = profile(pdf);
        let stream = pdf.objects.get_object_mut(id).unwrap().as_stream_mut().unwrap();
        let mut data = stream.get_plain_content().unwrap();
        data.truncate(100);
        stream.set_plain_content(data);
    }),
    ("icc", "profile_of_four_colours", |pdf| {
        let id = profile(pdf);
        pdf.dict(id).set("N", 4);
    }),
    ("outline", "bookmark_without_words", |pdf| {
        pdf.at("Outlines/First").set("Title", words(" "));
    }),
    ("outline", "bookmark_chain_broken", |pdf| {
        let root = pdf.with("Type", "Outlines")[0];
        pdf.dict(root).set("Last", Object::Reference(root));
    }),
    ("outline", "bookmarks_miscounted", |pdf| pdf.at("Outlines/First").set("Count", 5)),
    ("outline", "no_bookmark", |pdf| {
        let root = pdf.with("Type", "Outlines")[0];
        pdf.dict(root).remove(b"First");
        pdf.dict(root).remove(b"Last");
    }),
    ("destination", "bookmark_to_nowhere", |pdf| {
        pdf.at("Outlines/First").set("Dest", vec![Object::Null, name("Fit")]);
    }),
    ("embedded", "font_not_embedded", |pdf| {
        let (_, inner) = pdf.font();
        pdf.below(inner, "FontDescriptor").remove(b"FontFile2");
    }),
    ("embedded", "font_of_another_length", |pdf| {
        let (_, inner) = pdf.font();
        pdf.below(inner, "FontDescriptor/FontFile2").set("Length1", 5);
    }),
    ("embedded", "font_program_broken", |pdf| {
        let (_, inner) = pdf.font();
        let descriptor = pdf.dict(inner).get(b"FontDescriptor").unwrap().as_reference().unwrap();
        pdf.stream(descriptor, "FontFile2", |data| data[..60].to_vec());
    }),
    ("subset", "font_without_tag", |pdf| {
        let (outer, _) = pdf.font();
        pdf.dict(outer).set("BaseFont", "SourceSans3-Regular");
    }),
    ("unicode", "font_without_unicode", |pdf| {
        let (outer, _) = pdf.font();
        pdf.dict(outer).remove(b"ToUnicode");
    }),
    ("unicode", "code_without_meaning", |pdf| unicode(pdf, "<FFF0> <")),
    ("unicode", "code_that_means_zero", |pdf| unicode(pdf, "<0001> <0000> <FFF0> <")),
    ("unicode", "broken_meanings", |pdf| unicode(pdf, "<0001 <")),
    ("notdef", "glyph_lost", |pdf| {
        let (_, inner) = pdf.font();
        pdf.stream(inner, "CIDToGIDMap", |map| vec![0; map.len()]);
    }),
    ("notdef", "glyph_beyond_the_font", |pdf| {
        let (_, inner) = pdf.font();
        pdf.stream(inner, "CIDToGIDMap", |map| vec![0xff; map.len()]);
    }),
    ("cid-map", "no_glyph_map", |pdf| {
        let (_, inner) = pdf.font();
        pdf.dict(inner).remove(b"CIDToGIDMap");
    }),
    ("width", "other_widths", |pdf| {
        let (_, inner) = pdf.font();
        let widths = pdf.dict(inner).get_mut(b"W").unwrap().as_array_mut().unwrap();
        for width in widths[1].as_array_mut().unwrap() {
            *width = Object::Integer(width.as_i64().unwrap() + 30);
        }
    }),
    ("font", "standard_font", |pdf| {
        let font =
            dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" };
        let font = pdf.add(font);
        let page = pdf.page_id(0);
        pdf.below(page, "Resources/Font").set("Regular", font);
    }),
    ("font", "another_encoding", |pdf| {
        let (outer, _) = pdf.font();
        pdf.dict(outer).set("Encoding", "Identity-V");
    }),
];

/// Puts another beginning before the meaning of the first code.
fn unicode(pdf: &mut Pdf, instead: &str) {
    let (outer, _) = pdf.font();
    pdf.stream(outer, "ToUnicode", |map| {
        let map = String::from_utf8(map).unwrap();
        assert!(map.contains("<0001> <"));
        map.replacen("<0001> <", instead, 1).into_bytes()
    });
}

fn intent(pdf: &mut Pdf) -> &mut Dictionary {
    let intents = pdf.catalog().get_mut(b"OutputIntents").unwrap().as_array_mut().unwrap();
    intents[0].as_dict_mut().unwrap()
}

fn profile(pdf: &mut Pdf) -> lopdf::ObjectId {
    intent(pdf).get(b"DestOutputProfile").unwrap().as_reference().unwrap()
}
