//! Damages of links, signature fields and the form.

use lopdf::{Object, dictionary};

use super::damage::{Damage, Pdf, name, words};

pub(super) const DAMAGES: &[Damage] = &[
    ("contents", "link_without_contents", |pdf| {
        pdf.annotation("Link").remove(b"Contents");
    }),
    ("annotation", "link_without_struct_parent", |pdf| {
        pdf.annotation("Link").remove(b"StructParent");
    }),
    ("annotation", "other_annotation", |pdf| {
        let edges: Vec<Object> = [0, 0, 9, 9].map(Object::Integer).to_vec();
        let note = dictionary! {
            "Type" => "Annot", "Subtype" => "Text", "Rect" => edges, "F" => 4,
        };
        let note = pdf.add(note);
        pdf.page(1).get_mut(b"Annots").unwrap().as_array_mut().unwrap().push(note);
    }),
    ("objr", "link_outside_the_tree", |pdf| {
        let link = pdf.elements("Link")[0];
        let kids = pdf.dict(link).get(b"K").unwrap().as_array().unwrap().clone();
        let kids: Vec<Object> = kids.into_iter().filter(|kid| kid.as_dict().is_err()).collect();
        pdf.dict(link).set("K", kids);
    }),
    ("objr", "link_in_a_paragraph", |pdf| pdf.element("Link").set("S", "Span")),
    ("objr", "annotation_on_no_page", |pdf| {
        pdf.page(0).remove(b"Annots");
    }),
    ("link", "link_without_text", |pdf| {
        let link = pdf.elements("Link")[0];
        let kids = pdf.dict(link).get(b"K").unwrap().as_array().unwrap().clone();
        let only = kids.into_iter().find(|kid| kid.as_dict().is_ok()).unwrap();
        pdf.dict(link).set("K", only);
    }),
    ("link", "address_with_umlaut", |pdf| address(pdf, "https://kreis.example/ü")),
    ("link", "address_with_a_space", |pdf| address(pdf, "https://kreis.example/a b")),
    ("flags", "link_not_printed", |pdf| pdf.annotation("Link").set("F", 0)),
    ("flags", "field_hidden", |pdf| pdf.annotation("Widget").set("F", 6)),
    ("destination", "link_to_nowhere", |pdf| {
        pdf.link("Dest").set("Dest", vec![Object::Null, name("Fit")]);
    }),
    ("destination", "link_to_unknown_name", |pdf| pdf.link("Dest").set("Dest", words("nowhere"))),
    ("destination", "unsorted_names", |pdf| {
        let names = pdf.at("Names/Dests").get_mut(b"Names").unwrap().as_array_mut().unwrap();
        let place = names[1].clone();
        names.splice(0..0, [words("zzz"), place]);
    }),
    ("field", "field_without_description", |pdf| {
        pdf.annotation("Widget").remove(b"TU");
    }),
    ("field", "field_without_name", |pdf| {
        pdf.annotation("Widget").remove(b"T");
    }),
    ("field", "field_of_another_kind", |pdf| pdf.annotation("Widget").set("FT", "Tx")),
    ("field", "field_without_page", |pdf| {
        pdf.annotation("Widget").remove(b"P");
    }),
    ("field", "field_in_an_array", |pdf| {
        let form = pdf.elements("Form")[0];
        let kid = pdf.dict(form).get(b"K").unwrap().clone();
        pdf.dict(form).set("K", vec![kid]);
    }),
    ("appearance", "field_without_appearance", |pdf| {
        pdf.annotation("Widget").remove(b"AP");
    }),
    ("appearance", "field_with_two_appearances", |pdf| {
        let id = pdf.with("Subtype", "Widget")[0];
        let looks = pdf.below(id, "AP");
        let normal = looks.get(b"N").unwrap().clone();
        looks.set("D", normal);
    }),
    ("form", "field_not_listed", |pdf| {
        pdf.at("AcroForm").get_mut(b"Fields").unwrap().as_array_mut().unwrap().remove(0);
    }),
    ("form", "field_name_twice", |pdf| {
        for id in pdf.with("Subtype", "Widget") {
            pdf.dict(id).set("T", words("vorsitz"));
        }
    }),
    ("form", "appearances_on_demand", |pdf| pdf.at("AcroForm").set("NeedAppearances", true)),
    ("form", "form_of_another_make", |pdf| pdf.at("AcroForm").set("XFA", words("x"))),
    ("form", "form_without_signatures", |pdf| pdf.at("AcroForm").set("SigFlags", 0)),
];

fn address(pdf: &mut Pdf, address: &str) {
    let action = pdf.link("A").get_mut(b"A").unwrap().as_dict_mut().unwrap();
    action.set("URI", words(address));
}
