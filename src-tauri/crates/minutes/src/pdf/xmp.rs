//! The metadata of a file in both forms: the document information dictionary (ISO 32000-1, 14.3.3)
//! and the XMP packet with the identifications of PDF/A and PDF/UA (ISO 19005-3, 6.6.2 and 6.6.4;
//! ISO 14289-1, 5).
//!
//! Invariant: both say the same (ISO 19005-3, 6.6.3).

use lopdf::{Dictionary, Object, dictionary};

use super::{LANGUAGE, Metadata, units};

/// The document information dictionary.
pub(super) fn information(metadata: &Metadata) -> Dictionary {
    let text = |value: &str| units::text(&units::clean(value));
    let date = date(metadata);
    dictionary! {
        "Title" => text(&metadata.title),
        "Author" => text(&metadata.author),
        "Creator" => text(&metadata.creator),
        "Producer" => text(&metadata.producer),
        "CreationDate" => date.clone(),
        "ModDate" => date,
    }
}

/// The date of creation (ISO 32000-1, 7.9.4).
pub(super) fn date(metadata: &Metadata) -> Object {
    let zone = metadata.created.format("%:z").to_string().replace(':', "'");
    units::text(&format!("{}{zone}'", metadata.created.format("D:%Y%m%d%H%M%S")))
}

/// The XMP packet. The schema of PDF/UA is described in it, because PDF/A knows only its own list
/// (ISO 19005-3, 6.6.2.3).
pub(super) fn packet(metadata: &Metadata) -> String {
    let date = metadata.created.format("%Y-%m-%dT%H:%M:%S%:z");
    let [title, author, creator, producer] =
        [&metadata.title, &metadata.author, &metadata.creator, &metadata.producer]
            .map(|value| escape(&units::clean(value)));
    format!(
        r#"<?xpacket begin="{mark}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{LANGUAGE}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{UA_SCHEMA}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"#,
        mark = '\u{feff}',
        part = metadata.archive.part(),
    )
}

const UA_SCHEMA: &str = r#"<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates which part of ISO 14289 the file adheres to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"#;

fn escape(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for character in value.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            other => escaped.push(other),
        }
    }
    escaped
}
