//! The frame around everything: pages, catalog, output intent, form.

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::annotations::{Annotation, Placed};
use super::associated::Embedded;
use super::content::Drawn;
use super::embed::{Resources, resource_name};
use super::{File, LANGUAGE, Metadata, PdfError, annotations, units, xmp};
use crate::document::Face;
use crate::frame::{Layout, Mpt};

/// What the catalog points to.
pub(super) struct Parts {
    pub(super) tree: ObjectId,
    pub(super) outlines: Option<ObjectId>,
    pub(super) placed: Placed,
    pub(super) resources: Resources,
    pub(super) associated: Option<Embedded>,
}

/// An ICC profile says in its head what it is (ICC.1, 7.2): signature `acsp`, data colour space RGB,
/// and for an output intent a monitor, printer or colour space profile (ISO 19005-3, 6.2.3).
pub(super) fn check_profile(icc: &[u8]) -> Result<(), PdfError> {
    let field = |from: usize| icc.get(from..from + 4).unwrap_or_default();
    let class: [&[u8]; 3] = [b"mntr", b"prtr", b"spac"];
    if field(36) == b"acsp" && field(16) == b"RGB " && class.contains(&field(12)) {
        Ok(())
    } else {
        Err(PdfError::Profile)
    }
}

/// Writes the pages and their tree.
pub(super) fn pages(
    file: &mut File<'_>,
    layout: &Layout,
    drawn: Vec<Drawn>,
    placed: &Placed,
    resources: &Resources,
) -> Result<(), PdfError> {
    for (index, (page, drawn)) in layout.pages.iter().zip(drawn).enumerate() {
        let contents = file.add(drawn.content.stream(Dictionary::new()));
        let corner = [Mpt(0), Mpt(0), page.width, page.height];
        let mut dictionary = dictionary! {
            "Type" => "Page",
            "Parent" => Object::Reference(file.pages),
            "MediaBox" => corner.map(units::length).to_vec(),
            "Resources" => Object::Reference(resources.dictionary),
            "Contents" => Object::Reference(contents),
            "StructParents" => i64::try_from(index).unwrap_or(i64::MAX),
            // The order of the annotations is that of the structure (ISO 14289-1, 7.18.3).
            "Tabs" => "S",
        };
        let annotations =
            on_page(&placed.links, index).iter().chain(on_page(&placed.fields, index));
        let annotations: Vec<Object> = annotations.map(|one| Object::Reference(one.id)).collect();
        if !annotations.is_empty() {
            dictionary.set("Annots", annotations);
        }
        file.set(file.page(index)?, dictionary);
    }
    let kids: Vec<Object> = file.all_pages().iter().map(|id| Object::Reference(*id)).collect();
    let count = i64::try_from(kids.len()).unwrap_or(i64::MAX);
    file.set(file.pages, dictionary! { "Type" => "Pages", "Count" => count, "Kids" => kids });
    Ok(())
}

/// Those of a page; all of them stand page by page.
fn on_page(all: &[Annotation], page: usize) -> &[Annotation] {
    let first = all.partition_point(|one| one.page < page);
    let behind = all.partition_point(|one| one.page <= page);
    all.get(first..behind).unwrap_or_default()
}

/// Writes the catalog with all that hangs on it, and the document information.
pub(super) fn catalog(
    file: &mut File<'_>,
    parts: &Parts,
    metadata: &Metadata,
    icc: &[u8],
) -> Result<(), PdfError> {
    let profile = file.add_stream(dictionary! { "N" => 3 }, icc)?;
    let condition = units::text("sRGB IEC61966-2.1");
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => condition.clone(),
        "RegistryName" => units::text("http://www.color.org"),
        "Info" => condition,
        "DestOutputProfile" => Object::Reference(profile),
    };
    // Readable without unpacking (ISO 19005-3, 6.6.2.1).
    let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let packet = Stream::new(kind, xmp::packet(metadata).into_bytes()).with_compression(false);
    let packet = file.add(packet);
    let mut dictionary = dictionary! {
        "Type" => "Catalog",
        "Pages" => Object::Reference(file.pages),
        "Lang" => units::text(LANGUAGE),
        "MarkInfo" => dictionary! { "Marked" => true },
        "StructTreeRoot" => Object::Reference(parts.tree),
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
        "Metadata" => Object::Reference(packet),
        "OutputIntents" => vec![Object::Dictionary(intent)],
    };
    if let Some(outlines) = parts.outlines {
        dictionary.set("Outlines", Object::Reference(outlines));
    }
    let mut names = Dictionary::new();
    if !parts.placed.places.is_empty() {
        names.set("Dests", annotations::places(&parts.placed));
    }
    if let Some(embedded) = &parts.associated {
        names.set("EmbeddedFiles", embedded.names());
        dictionary.set("AF", vec![embedded.reference()]);
    }
    if !names.is_empty() {
        dictionary.set("Names", names);
    }
    if !parts.placed.fields.is_empty() {
        let form = form(parts);
        let form = file.add(form);
        dictionary.set("AcroForm", Object::Reference(form));
    }
    file.set(file.catalog, dictionary);
    let information = file.add(xmp::information(metadata));
    file.trailer.set("Root", Object::Reference(file.catalog));
    file.trailer.set("Info", Object::Reference(information));
    Ok(())
}

/// The form (ISO 32000-1, 12.7.2). `SigFlags` says that there are signature fields and that the file
/// may only grow; with it there from the start, signing changes nothing here. `DR` names the fonts
/// that the signed appearance uses.
fn form(parts: &Parts) -> Dictionary {
    let mut fonts = Dictionary::new();
    for face in [Face::Regular, Face::Bold] {
        if let Some(id) = parts.resources.fonts.get(&face) {
            fonts.set(resource_name(face), Object::Reference(*id));
        }
    }
    let fields = parts.placed.fields.iter().map(|field| Object::Reference(field.id));
    dictionary! {
        "Fields" => fields.collect::<Vec<Object>>(),
        "SigFlags" => 3,
        "DR" => dictionary! { "Font" => fonts },
    }
}
