//! The package: the parts in one zip file (ODF 1.3, part 2), and what the file says about itself.
//!
//! `mimetype` comes first and is stored, so that it is found without unpacking; times are the least
//! that zip can write.

use super::OdtError;
use super::xml::Xml;
use crate::pdf::Metadata;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

const KIND: &str = "application/vnd.oasis.opendocument.text";
const MANIFEST: &str = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

/// A file of the package.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) media: &'static str,
    pub(super) bytes: Vec<u8>,
}

impl Part {
    pub(super) fn xml(name: &str, bytes: Vec<u8>) -> Self {
        Self { name: name.to_owned(), media: "text/xml", bytes }
    }
}

/// Puts the parts together.
pub(super) fn pack(mut parts: Vec<Part>) -> Result<Vec<u8>, OdtError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .last_modified_time(DateTime::default())
        .system(System::Unix)
        .unix_permissions(0o644);
    zip.start_file("mimetype", options.compression_method(CompressionMethod::Stored))?;
    zip.write_all(KIND.as_bytes())?;
    let packed = options.compression_method(CompressionMethod::Deflated);
    parts.push(Part::xml("META-INF/manifest.xml", manifest(&parts)?));
    for part in &parts {
        zip.start_file(part.name.as_str(), packed)?;
        zip.write_all(&part.bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn manifest(parts: &[Part]) -> Result<Vec<u8>, OdtError> {
    let mut xml = Xml::fragment();
    let version = ("manifest:version", "1.3");
    xml.open("manifest:manifest", &[("xmlns:manifest", MANIFEST), version]);
    let files = parts.iter().map(|part| (part.name.as_str(), part.media));
    for (name, kind) in [("/", KIND)].into_iter().chain(files) {
        let mut entry = vec![("manifest:full-path", name), ("manifest:media-type", kind)];
        if name == "/" {
            entry.push(version);
        }
        xml.empty("manifest:file-entry", &entry);
    }
    xml.finish()
}

/// `meta.xml`.
pub(super) fn about(metadata: &Metadata) -> Result<Vec<u8>, OdtError> {
    let mut xml = Xml::part("office:document-meta");
    let created = metadata.created.format("%Y-%m-%dT%H:%M:%S%:z").to_string();
    xml.open("office:meta", &[]);
    for (name, value) in [
        ("meta:generator", metadata.producer.as_str()),
        ("dc:title", &metadata.title),
        ("meta:initial-creator", &metadata.author),
        ("dc:creator", &metadata.author),
        ("meta:creation-date", &created),
        ("dc:date", &created),
        ("dc:language", crate::pdf::LANGUAGE),
    ] {
        xml.words(name, &[], value);
    }
    xml.finish()
}
