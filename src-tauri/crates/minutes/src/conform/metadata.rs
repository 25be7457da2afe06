//! The metadata: an XMP packet that can be read as it lies there, says which standards the file
//! claims, and agrees with the document information (ISO 19005-3, 6.6).

use lopdf::Object;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

use super::file::File;
use super::{Archive, Findings, Place, rules};

/// The namespaces that are looked for, by their usual prefix.
const SPACES: [(&str, &str); 7] = [
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("xmp", "http://ns.adobe.com/xap/1.0/"),
    ("pdf", "http://ns.adobe.com/pdf/1.3/"),
    ("pdfaid", "http://www.aiim.org/pdfa/ns/id/"),
    ("pdfuaid", UA),
    ("pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"),
];
const UA: &str = "http://www.aiim.org/pdfua/ns/id/";

/// What both forms say: the key of the document information and the way to it in the packet.
const PAIRS: [(&str, &str); 6] = [
    ("Title", "dc:title/rdf:Alt/rdf:li"),
    ("Author", "dc:creator/rdf:Seq/rdf:li"),
    ("Creator", "xmp:CreatorTool"),
    ("Producer", "pdf:Producer"),
    ("CreationDate", "xmp:CreateDate"),
    ("ModDate", "xmp:ModifyDate"),
];

pub(super) fn check(file: &File<'_>, archive: Archive, found: &mut Findings) {
    let Some(Object::Stream(stream)) = file.get(file.catalog, "Metadata") else {
        return found.add(rules::XMP, Place::file(), "no stream");
    };
    let place = || Place::named("XMP");
    found.need(rules::XMP_PLAIN, !stream.dict.has(b"Filter"), place, "");
    let kind = (file.name(&stream.dict, "Type"), file.name(&stream.dict, "Subtype"));
    found.need(rules::XMP, kind == ("Metadata", "XML"), place, "Type");
    let Ok(bytes) = stream.get_plain_content() else {
        return found.add(rules::XMP, place(), "it cannot be unpacked");
    };
    found.need(rules::XMP, bytes.starts_with(b"<?xpacket begin="), place, "xpacket");
    let packet = std::str::from_utf8(&bytes).map_err(|fault| fault.to_string());
    let packet = match packet.and_then(Packet::read) {
        Ok(packet) => packet,
        Err(fault) => return found.add(rules::XMP, place(), fault),
    };
    let says = |way: &str, words: &str| packet.value(way) == Some(words);
    found.need(rules::PDFAID, says("pdfaid:part", archive.part()), place, "pdfaid:part");
    found.need(rules::PDFAID, says("pdfaid:conformance", "A"), place, "pdfaid:conformance");
    found.need(rules::PDFUAID, says("pdfuaid:part", "1"), place, "pdfuaid:part");
    let described = packet.all("pdfaSchema:namespaceURI").any(|space| space == UA);
    found.need(rules::PDFUAID, described, place, "pdfaSchema");
    found.need(rules::LANG, says("dc:language/rdf:Bag/rdf:li", "de-DE"), place, "dc:language");
    let titled = packet.value("dc:title/rdf:Alt/rdf:li").is_some_and(|it| !it.trim().is_empty());
    found.need(rules::TITLE, titled, place, "");
    equal(file, &packet, found);
}

/// Both forms say the same.
fn equal(file: &File<'_>, packet: &Packet, found: &mut Findings) {
    let Some(info) = file.dict(&file.document.trailer, "Info") else {
        return found.add(rules::INFO, Place::file(), "Info");
    };
    for (key, way) in PAIRS {
        let place = || Place::named(format!("Dokumentangabe {key}"));
        let said = file.text(info, key).filter(|said| !said.is_empty());
        if !found.need(rules::INFO, said.is_some(), place, "") {
            continue;
        }
        let date = key.ends_with("Date");
        let said = said.and_then(|said| if date { iso_date(&said) } else { Some(said) });
        let same = said.is_some() && said.as_deref() == packet.value(way);
        found.need(rules::XMP_EQUAL, same, place, way);
    }
}

/// `D:20261120100000+01'00'` as XMP writes it.
fn iso_date(date: &str) -> Option<String> {
    let (time, zone) = date.strip_prefix("D:")?.split_at_checked(14)?;
    let (hours, minutes) = zone.trim_end_matches('\'').split_once('\'')?;
    let digits = time.bytes().all(|byte| byte.is_ascii_digit());
    let at = |from: usize, to: usize| time.get(from..to).unwrap_or_default();
    digits.then(|| {
        let day = format!("{}-{}-{}", at(0, 4), at(4, 6), at(6, 8));
        format!("{day}T{}:{}:{}{hours}:{minutes}", at(8, 10), at(10, 12), at(12, 14))
    })
}

/// The values of an XMP packet, each with the way to it below `rdf:Description`.
struct Packet(Vec<(String, String)>);

impl Packet {
    fn read(text: &str) -> Result<Self, String> {
        let mut reader = NsReader::from_str(text);
        let (mut values, mut open) = (Vec::new(), Vec::<(String, String)>::new());
        loop {
            let (space, event) = reader.read_resolved_event().map_err(|fault| fault.to_string())?;
            let prefix = prefix(&space);
            match event {
                Event::Start(start) => {
                    open.push((name(prefix, start.local_name().into_inner()), String::new()));
                    attributes(&reader, &start, &open, &mut values);
                }
                Event::Empty(start) => {
                    open.push((name(prefix, start.local_name().into_inner()), String::new()));
                    attributes(&reader, &start, &open, &mut values);
                    open.pop();
                }
                Event::Text(text) => add(&mut open, &text.xml_content(XmlVersion::default())),
                Event::CData(text) => add(&mut open, &text.xml_content(XmlVersion::default())),
                Event::GeneralRef(reference) => {
                    let raw = format!("&{};", &*reference);
                    let known = quick_xml::escape::unescape(&raw);
                    add(&mut open, &known.map_err(|fault| fault.to_string())?);
                }
                Event::End(_) => {
                    let way = way(&open);
                    values.extend(open.pop().map(|(_, text)| (way, text)));
                }
                Event::Eof if open.is_empty() => return Ok(Self(values)),
                Event::Eof => return Err(format!("{} is not closed", way(&open))),
                _ => {}
            }
        }
    }

    fn all<'a>(&'a self, way: &'a str) -> impl Iterator<Item = &'a str> {
        let fits = move |full: &str| {
            full.strip_suffix(way).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
        };
        self.0.iter().filter(move |(full, _)| fits(full)).map(|(_, value)| value.as_str())
    }

    fn value<'a>(&'a self, way: &'a str) -> Option<&'a str> {
        self.all(way).next()
    }
}

/// Simple properties may stand as attributes of their description.
fn attributes(
    reader: &NsReader<&[u8]>,
    start: &BytesStart<'_>,
    open: &[(String, String)],
    values: &mut Vec<(String, String)>,
) {
    for attribute in start.attributes().flatten() {
        let (space, local) = reader.resolver().resolve_attribute(attribute.key);
        let value = quick_xml::escape::unescape(&attribute.value);
        if let (Some(prefix), Ok(value)) = (prefix(&space), value) {
            let way = format!("{}/{}", way(open), name(Some(prefix), local.into_inner()));
            values.push((way, value.into_owned()));
        }
    }
}

fn prefix(space: &ResolveResult<'_>) -> Option<&'static str> {
    let ResolveResult::Bound(space) = space else { return None };
    SPACES.iter().find(|(_, known)| *known == space.into_inner()).map(|(prefix, _)| *prefix)
}

fn name(prefix: Option<&str>, local: &str) -> String {
    format!("{}:{local}", prefix.unwrap_or("?"))
}

fn way(open: &[(String, String)]) -> String {
    open.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join("/")
}

fn add(open: &mut [(String, String)], text: &str) {
    if let Some((_, words)) = open.last_mut() {
        words.push_str(text);
    }
}
