//! Damages of the structure tree and of the parent tree.

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::damage::{Damage, Pdf, name};

pub(super) const DAMAGES: &[Damage] = &[
    ("tree", "no_tree", |pdf| {
        pdf.catalog().remove(b"StructTreeRoot");
    }),
    ("tree", "wrong_parent", |pdf| {
        let title = pdf.elements("H1")[0];
        pdf.element("P").set("P", Object::Reference(title));
    }),
    ("tree", "element_twice", |pdf| {
        let one = pdf.elements("P")[0];
        kids(pdf, "Document").push(Object::Reference(one));
    }),
    ("tree", "two_documents", |pdf| {
        let top = pdf.at("StructTreeRoot").get(b"K").unwrap().clone();
        let root = pdf.catalog().get(b"StructTreeRoot").unwrap().clone();
        let other = pdf.add(dictionary! { "Type" => "StructElem", "S" => "Sect", "P" => root });
        pdf.at("StructTreeRoot").set("K", vec![top, other]);
    }),
    ("tree", "kid_that_is_none", |pdf| kids(pdf, "Document").push(name("P"))),
    ("mcid", "content_of_two", |pdf| {
        let one = own(pdf);
        let copy = pdf.dict(one).clone();
        let other = pdf.add(copy);
        kids(pdf, "Document").push(other);
    }),
    ("mcid", "content_of_none", |pdf| {
        let one = own(pdf);
        pdf.dict(one).remove(b"K");
    }),
    ("mcid", "content_that_is_not_drawn", |pdf| {
        let one = own(pdf);
        let kid = pdf.dict(one).get(b"K").unwrap().clone();
        pdf.dict(one).set("K", vec![kid, 4711.into()]);
    }),
    ("mcid", "content_on_no_page", |pdf| {
        let one = own(pdf);
        pdf.dict(one).remove(b"Pg");
    }),
    ("parent-tree", "parent_tree_swapped", |pdf| pdf.row(|row| row.swap(0, 1))),
    ("parent-tree", "parent_tree_short", |pdf| {
        pdf.row(|row| {
            row.pop();
        });
    }),
    ("parent-tree", "parent_tree_without_annotations", |pdf| {
        let tree = pdf.at("StructTreeRoot/ParentTree");
        tree.get_mut(b"Nums").unwrap().as_array_mut().unwrap().truncate(4);
    }),
    ("parent-tree", "no_parent_tree", |pdf| {
        pdf.at("StructTreeRoot").remove(b"ParentTree");
    }),
    ("parent-tree", "next_key_in_use", |pdf| {
        pdf.at("StructTreeRoot").set("ParentTreeNextKey", 1);
    }),
    ("role", "unknown_role", |pdf| pdf.element("P").set("S", "Absatz")),
    ("role", "role_in_a_ring", |pdf| {
        pdf.element("P").set("S", "Absatz");
        let ring = dictionary! { "Absatz" => "Block", "Block" => "Absatz" };
        pdf.at("StructTreeRoot").set("RoleMap", ring);
    }),
    ("role", "standard_role_mapped", |pdf| {
        pdf.at("StructTreeRoot").set("RoleMap", dictionary! { "P" => "Span" });
    }),
    ("heading", "skipped_level", |pdf| {
        for heading in pdf.elements("H2") {
            pdf.dict(heading).set("S", "P");
        }
    }),
    ("heading", "two_titles", |pdf| pdf.element("H2").set("S", "H1")),
    ("heading", "no_title", |pdf| pdf.element("H1").set("S", "P")),
    ("list", "entry_without_body", |pdf| pdf.element("LBody").set("S", "P")),
    ("list", "entry_outside", |pdf| pdf.element("L").set("S", "Div")),
    ("list", "no_numbering", |pdf| {
        pdf.element("L").remove(b"A");
    }),
    ("list", "paragraph_in_a_list", |pdf| pdf.element("LI").set("S", "P")),
    ("list", "body_outside", |pdf| pdf.element("LI").set("S", "Div")),
    ("placed", "paragraph_in_a_heading", |pdf| {
        let heading = pdf.elements("H3")[0];
        let kid = pdf.dict(heading).get(b"K").unwrap().as_array().unwrap()[1].clone();
        pdf.dict(kid.as_reference().unwrap()).set("S", "P");
    }),
    ("placed", "document_in_a_document", |pdf| pdf.element("Table").set("S", "Document")),
    ("figure", "picture_without_words", |pdf| pdf.element("Caption").set("S", "Figure")),
    ("scope", "head_without_scope", |pdf| {
        pdf.element("TH").remove(b"A");
    }),
    ("scope", "scope_that_is_none", |pdf| {
        pdf.element("TH").set("A", dictionary! { "O" => "Table", "Scope" => "Table" });
    }),
    ("table", "cell_lost", |pdf| {
        kids(pdf, "TR").pop();
    }),
    ("table", "span_lost", |pdf| {
        let spans = |cell: &Dictionary| {
            cell.get(b"A").and_then(Object::as_dict).is_ok_and(|held| held.has(b"RowSpan"))
        };
        let cells = pdf.elements("TH");
        let cell = cells.into_iter().find(|id| spans(pdf.objects.get_dictionary(*id).unwrap()));
        pdf.below(cell.unwrap(), "A").remove(b"RowSpan");
    }),
    ("table", "span_too_high", |pdf| {
        let cell = *pdf.elements("TH").last().unwrap();
        let held = dictionary! { "O" => "Table", "Scope" => "Row", "RowSpan" => 3 };
        pdf.dict(cell).set("A", held);
    }),
    ("table", "span_too_wide", |pdf| {
        let cell = *pdf.elements("TD").last().unwrap();
        pdf.dict(cell).set("A", dictionary! { "O" => "Table", "ColSpan" => 2 });
    }),
    ("table", "row_outside", |pdf| pdf.element("Table").set("S", "Div")),
    ("table", "paragraph_in_row", |pdf| pdf.element("TD").set("S", "P")),
    ("table", "caption_in_the_middle", |pdf| kids(pdf, "Table").swap(0, 1)),
    ("table", "head_without_body", |pdf| {
        for body in pdf.elements("TBody") {
            pdf.dict(body).set("S", "THead");
        }
    }),
    ("table", "no_head_cell", |pdf| {
        for head in pdf.elements("TH") {
            pdf.dict(head).set("S", "TD");
        }
    }),
    ("note", "note_without_id", |pdf| {
        pdf.element("Note").remove(b"ID");
    }),
    ("note", "note_id_twice", |pdf| {
        let id = pdf.element("Note").get(b"ID").unwrap().clone();
        pdf.element("P").set("ID", id);
    }),
    ("note", "no_id_tree", |pdf| {
        pdf.at("StructTreeRoot").remove(b"IDTree");
    }),
    ("note", "empty_note", |pdf| {
        pdf.element("Note").remove(b"K");
    }),
];

fn kids<'p>(pdf: &'p mut Pdf, role: &str) -> &'p mut Vec<Object> {
    pdf.element(role).get_mut(b"K").unwrap().as_array_mut().unwrap()
}

/// The first paragraph with content of its own and nothing else.
fn own(pdf: &Pdf) -> ObjectId {
    let alone = |id: &ObjectId| {
        let element = pdf.objects.get_dictionary(*id).unwrap();
        element.get(b"K").is_ok_and(|kid| kid.as_i64().is_ok())
    };
    pdf.elements("P").into_iter().find(alone).unwrap()
}
