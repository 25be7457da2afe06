//! The file that is embedded: what the document was made of, for programs. It belongs to the whole
//! document (ISO 19005-3, 6.8; ISO 32000-1, 7.11.4).
//!
//! It knows neither what stands in it nor who may read it. Invariant: the same input gives the same
//! bytes; its date is that of the document.

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::{Associated, File, Metadata, PdfError, units, xmp};

/// An embedded file with its name.
pub(super) struct Embedded {
    name: String,
    specification: ObjectId,
}

/// Writes the file and its specification.
pub(super) fn write(
    file: &mut File<'_>,
    associated: &Associated<'_>,
    metadata: &Metadata,
) -> Result<Embedded, PdfError> {
    let Associated { name, media, description, bytes } = *associated;
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let kind = dictionary! {
        "Type" => "EmbeddedFile",
        "Subtype" => units::name(media),
        "Params" => dictionary! { "Size" => size, "ModDate" => xmp::date(metadata) },
    };
    let held = file.add_stream(kind, bytes)?;
    let specification = file.add(dictionary! {
        "Type" => "Filespec",
        "F" => units::text(name),
        "UF" => units::text(name),
        "Desc" => units::text(description),
        // What the pages show, as data.
        "AFRelationship" => "Data",
        "EF" => dictionary! { "F" => Object::Reference(held), "UF" => Object::Reference(held) },
    });
    Ok(Embedded { name: name.to_owned(), specification })
}

impl Embedded {
    /// The name tree that lists it.
    pub(super) fn names(&self) -> Dictionary {
        dictionary! { "Names" => vec![units::text(&self.name), self.reference()] }
    }

    /// What the catalog names in `AF`.
    pub(super) fn reference(&self) -> Object {
        Object::Reference(self.specification)
    }
}
