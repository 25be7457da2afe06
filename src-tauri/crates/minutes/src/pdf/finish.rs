//! The frame around everything: pages, catalog, output intent, form, identifier, bytes.
//!
//! Invariant: the identifier follows from the content (ISO 32000-1, 14.4), and the bytes from the
//! objects in the order of their numbers.

use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::annotations::Placed;
use super::associated::Embedded;
use super::content::Drawn;
use super::embed::{Resources, resource_name};
use super::{File, LANGUAGE, Metadata, PdfError, annotations, units, xmp};
use crate::document::Face;
use crate::frame::{Layout, Mpt};

/// Bytes of the identifier.
const ID: usize = 16;

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
    file: &mut File,
    layout: &Layout,
    drawn: Vec<Drawn>,
    placed: &Placed,
    resources: &Resources,
) -> Result<(), PdfError> {
    for (index, (page, drawn)) in layout.pages.iter().zip(drawn).enumerate() {
        let contents = file.add(drawn.content);
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
        let annotations = placed.links.iter().chain(&placed.fields);
        let annotations = annotations.filter(|annotation| annotation.page == index);
        let annotations: Vec<Object> = annotations.map(|one| Object::Reference(one.id)).collect();
        if !annotations.is_empty() {
            dictionary.set("Annots", annotations);
        }
        file.set(file.page(index)?, dictionary);
    }
    let kids: Vec<Object> = file.page.iter().map(|id| Object::Reference(*id)).collect();
    let count = i64::try_from(kids.len()).unwrap_or(i64::MAX);
    file.set(file.pages, dictionary! { "Type" => "Pages", "Count" => count, "Kids" => kids });
    Ok(())
}

/// Writes the catalog with all that hangs on it, and the document information.
pub(super) fn catalog(
    file: &mut File,
    parts: &Parts,
    metadata: &Metadata,
    icc: &[u8],
) -> Result<(), PdfError> {
    let profile = file.add_stream(dictionary! { "N" => 3 }, icc.to_vec())?;
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
    file.objects.trailer.set("Root", Object::Reference(file.catalog));
    file.objects.trailer.set("Info", Object::Reference(information));
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

/// Puts the bytes together, with an identifier made from the bytes that have none yet.
pub(super) fn bytes(file: File) -> Result<Vec<u8>, PdfError> {
    let mut document = file.objects;
    document.reference_table.cross_reference_type = lopdf::xref::XrefType::CrossReferenceTable;
    document.binary_mark = vec![0xe2, 0xe3, 0xcf, 0xd3];
    let none = Object::String(vec![0; ID], StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![none.clone(), none]);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).map_err(|error| PdfError::Write(error.to_string()))?;
    bytes.push(b'\n');
    let digest = Sha256::digest(&bytes);
    let digits = digest.iter().take(ID).flat_map(|byte| format!("{byte:02X}").into_bytes());
    let id: Vec<u8> = digits.collect();
    // It stands in the trailer, which is the end of the file.
    let empty = "0".repeat(2 * ID);
    for _ in 0..2 {
        let mut places = bytes.windows(empty.len());
        let place = places.rposition(|window| window == empty.as_bytes());
        let place = place.and_then(|at| bytes.get_mut(at..at + empty.len()));
        let place = place.ok_or_else(|| PdfError::Write("no identifier".to_owned()))?;
        place.copy_from_slice(&id);
    }
    Ok(bytes)
}
