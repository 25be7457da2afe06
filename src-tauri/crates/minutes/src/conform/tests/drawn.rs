//! Damages of pages and of what is drawn on them.

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::damage::{Damage, Pdf, name};

pub(super) const DAMAGES: &[Damage] = &[
    ("untagged", "untagged_text", |pdf| pdf.rewrite(0, "/P <</MCID 5>> BDC", "/P BMC")),
    ("untagged", "untagged_rule", |pdf| pdf.draw("10 10 20 1 re f")),
    ("untagged", "drawn_behind_the_end", |pdf| pdf.draw("BT ET 1 1 m 2 2 l S")),
    ("content", "open_content", |pdf| {
        let content = pdf.content(1);
        let end = content.rfind("EMC").unwrap();
        pdf.set_content(1, content[..end].to_owned());
    }),
    ("content", "unknown_operator", |pdf| pdf.draw("12 foo")),
    ("content", "broken_string", |pdf| pdf.draw("/P BMC BT (never ends Tj ET EMC")),
    ("content", "broken_array", |pdf| pdf.draw("[ 1 2 ) d")),
    ("content", "mark_across_text", |pdf| pdf.draw("BT /P BMC ET EMC")),
    ("content", "end_without_beginning", |pdf| pdf.draw("EMC")),
    ("content", "restored_too_often", |pdf| pdf.draw("Q")),
    ("content", "text_in_text", |pdf| pdf.draw("BT BT ET ET")),
    ("content", "properties_by_name", |pdf| pdf.draw("/P /Eigen BDC EMC")),
    ("limit", "saved_too_deep", |pdf| {
        pdf.draw(&format!("{} {}", "q ".repeat(29), "Q ".repeat(29)));
    }),
    ("nesting", "artifact_inside", |pdf| {
        let inside = "/MCID 0>> BDC /Artifact <</Type/Layout>> BDC EMC";
        pdf.rewrite(0, "/MCID 0>> BDC", inside);
    }),
    ("nesting", "content_inside_an_artifact", |pdf| {
        pdf.draw("/Artifact <</Type/Layout>> BDC /P <</MCID 900>> BDC EMC EMC");
    }),
    ("artifact", "artifact_without_type", |pdf| {
        let content = pdf.content(0);
        let start = content.find("/Artifact <<").unwrap();
        let end = start + content[start..].find("BDC").unwrap();
        let (before, after) = (&content[..start], &content[end..]);
        pdf.set_content(0, format!("{before}/Artifact <<>> {after}"));
    }),
    ("mcid", "doubled_mcid", |pdf| pdf.rewrite(0, "/MCID 1>>", "/MCID 0>>")),
    ("mcid", "unknown_mcid", |pdf| pdf.rewrite(0, "/MCID 0>>", "/MCID 9999>>")),
    ("colour", "four_colours", |pdf| pdf.draw("0 0 0 1 k")),
    ("colour", "colours_of_a_space", |pdf| pdf.draw("/DeviceCMYK cs")),
    ("colour", "image_in_four_colours", |pdf| {
        image(pdf, dictionary! { "ColorSpace" => "DeviceCMYK" });
        pdf.draw("/Artifact <</Type/Layout>> BDC /Bild Do EMC");
    }),
    ("image", "image_with_alternates", |pdf| {
        let all = Vec::<Object>::new();
        image(pdf, dictionary! { "ColorSpace" => "DeviceRGB", "Alternates" => all });
        pdf.draw("/Artifact <</Type/Layout>> BDC /Bild Do EMC");
    }),
    ("image", "image_smoothed", |pdf| {
        image(pdf, dictionary! { "ColorSpace" => "DeviceRGB", "Interpolate" => true });
        pdf.draw("/Artifact <</Type/Layout>> BDC /Bild Do EMC");
    }),
    ("image", "image_inside_the_content", |pdf| pdf.draw("BI /W 1 /H 1 ID a EI")),
    ("image", "form_with_content", |pdf| {
        let form = dictionary! { "Type" => "XObject", "Subtype" => "Form" };
        let form = Stream::new(form, b"/P <</MCID 800>> BDC EMC".to_vec());
        object(pdf, form);
        pdf.draw("/Bild Do");
    }),
    ("untagged", "form_with_a_rule", |pdf| {
        let form = dictionary! { "Type" => "XObject", "Subtype" => "Form" };
        object(pdf, Stream::new(form, b"1 1 5 5 re f".to_vec()));
        pdf.draw("/Bild Do");
    }),
    ("figure", "image_in_a_paragraph", |pdf| {
        image(pdf, dictionary! { "ColorSpace" => "DeviceRGB" });
        pdf.rewrite(0, "/MCID 0>> BDC", "/MCID 0>> BDC /Bild Do ");
    }),
    ("resource", "unknown_font", |pdf| pdf.draw("/P BMC BT /Fremd 9 Tf ET EMC")),
    ("resource", "unknown_image", |pdf| pdf.draw("/Artifact <</Type/Layout>> BDC /Bild Do EMC")),
    ("resource", "unknown_state", |pdf| pdf.draw("/Zustand gs")),
    ("resource", "no_resources", |pdf| {
        pdf.page(0).remove(b"Resources");
    }),
    ("font", "text_without_a_font", |pdf| {
        pdf.draw("q /P BMC BT 0 Tr ET EMC Q");
    }),
    ("notdef", "code_zero", |pdf| {
        pdf.draw("/Artifact <</Type/Layout>> BDC BT /Regular 9 Tf <0000> Tj ET EMC");
    }),
    ("opacity", "transparent_state", |pdf| {
        let state = dictionary! { "G" => dictionary! { "ca" => Object::Real(0.5) } };
        resources(pdf).set("ExtGState", state);
    }),
    ("opacity", "mixed_state", |pdf| {
        let state = dictionary! { "G" => dictionary! { "BM" => "Multiply" } };
        resources(pdf).set("ExtGState", state);
    }),
    ("opacity", "masked_image", |pdf| {
        let mask = pdf.add(Stream::new(Dictionary::new(), Vec::new()));
        image(pdf, dictionary! { "ColorSpace" => "DeviceRGB", "SMask" => mask });
    }),
    ("opacity", "group_without_colours", |pdf| {
        pdf.page(0).set("Group", dictionary! { "S" => "Transparency" });
    }),
    ("page", "no_tab_order", |pdf| {
        pdf.page(0).remove(b"Tabs");
    }),
    ("page", "wrong_struct_parents", |pdf| pdf.page(0).set("StructParents", 77)),
    ("page", "struct_parents_of_another", |pdf| pdf.page(1).set("StructParents", 0)),
    ("page", "turned_a_little", |pdf| pdf.page(0).set("Rotate", 45)),
    ("page", "no_size", |pdf| {
        pdf.page(0).remove(b"MediaBox");
    }),
];

fn resources(pdf: &mut Pdf) -> &mut Dictionary {
    let page = pdf.page_id(0);
    pdf.below(page, "Resources")
}

fn object(pdf: &mut Pdf, stream: Stream) {
    let object = pdf.add(stream);
    resources(pdf).set("XObject", dictionary! { "Bild" => object });
}

/// An image of one pixel that nothing draws yet.
fn image(pdf: &mut Pdf, mut kind: Dictionary) {
    for (key, value) in [("Width", 1), ("Height", 1), ("BitsPerComponent", 8)] {
        kind.set(key, value);
    }
    kind.set("Type", name("XObject"));
    kind.set("Subtype", name("Image"));
    object(pdf, Stream::new(kind, vec![0, 0, 0]));
}
