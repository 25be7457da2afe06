//! Damages of the bytes around the objects.

use lopdf::{Object, StringFormat, dictionary};

use super::damage::{Pdf, name, words};
use super::{Archive, check, codes, said};
use crate::pdf::tests::sample_file;

pub(super) const CODES: [&str; 7] =
    ["id", "header", "tail", "encryption", "xmp-plain", "open", "object"];
pub(super) const COUNT: usize = 12;

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = bytes.windows(from.len()).rposition(|window| window == from).unwrap();
    [&bytes[..at], to, &bytes[at + from.len()..]].concat()
}

/// The packet, compressed where it lies.
fn packed(sound: &[u8]) -> Vec<u8> {
    let mut pdf = Pdf { objects: lopdf::Document::load_mem(sound).unwrap() };
    let id = pdf.with("Subtype", "XML")[0];
    let stream = pdf.objects.get_object_mut(id).unwrap().as_stream_mut().unwrap();
    stream.allows_compression = true;
    stream.compress().unwrap();
    assert!(stream.dict.has(b"Filter"));
    pdf.bytes()
}

/// As PDF 1.4 encrypts with 40 bits; the checks do not get far enough to look at the keys.
fn sealed(sound: &[u8]) -> Vec<u8> {
    let mut pdf = Pdf { objects: lopdf::Document::load_mem(sound).unwrap() };
    let key = || Object::String(vec![7; 32], StringFormat::Hexadecimal);
    let lock = dictionary! {
        "Filter" => "Standard", "V" => 1, "R" => 2, "O" => key(), "U" => key(), "P" => -4,
    };
    let lock = pdf.add(lock);
    pdf.objects.trailer.set("Encrypt", lock);
    pdf.bytes()
}

#[test]
fn damaged_bytes_are_found() {
    let sound = sample_file();
    let version = |version: &[u8]| [b"%PDF-".as_slice(), version, &sound[8..]].concat();
    let damages: [(&str, Vec<u8>); COUNT] = [
        ("id", replaced(&sound, b"/ID", b"/Xx")),
        ("id", replaced(&sound, b"/ID[<", b"/ID[<0")),
        ("header", replaced(&sound, b"\xe2\xe3\xcf\xd3", b"abcd")),
        ("header", version(b"2.0")),
        ("header", [b" ".as_slice(), &sound].concat()),
        ("tail", [sound.as_slice(), b"and more\n"].concat()),
        ("tail", [sound.as_slice(), b"\n\n"].concat()),
        ("encryption", sealed(&sound)),
        ("xmp-plain", packed(&sound)),
        ("open", sound[..sound.len() / 2].to_vec()),
        ("open", b"Niederschrift".to_vec()),
        ("object", replaced(&sound, b"/Type/Outlines", b"/Type<Outlines")),
    ];
    for (code, bytes) in damages {
        let findings = check(&bytes, Archive::A3a);
        assert!(codes(&findings).contains(code), "{code}: {}", said(&findings));
    }
}

/// A part of the archive format embeds nothing.
#[test]
fn an_embedded_file_is_for_part_3_alone() {
    let mut pdf = Pdf::sample();
    pdf.xmp("<pdfaid:part>3", "<pdfaid:part>2");
    let findings = check(&pdf.bytes(), Archive::A2a);
    assert_eq!(codes(&findings), ["attachment"].into(), "{}", said(&findings));
}

#[test]
fn an_embedded_file_is_described_whole() {
    for key in ["F", "UF", "AFRelationship", "EF"] {
        let mut pdf = Pdf::sample();
        let spec = pdf.with("Type", "Filespec")[0];
        pdf.dict(spec).remove(key.as_bytes());
        assert_eq!(codes(&check(&pdf.bytes(), Archive::A3a)), ["attachment"].into(), "{key}");
    }
}

/// What no program may do to us: read for ever or fall over.
#[test]
fn no_beginning_of_a_file_and_no_changed_byte_makes_it_fall_over() {
    let sound = sample_file();
    for end in (0..sound.len()).step_by(1_499) {
        assert!(!check(&sound[..end], Archive::A3a).is_empty());
    }
    for at in (0..sound.len()).step_by(997) {
        let mut bytes = sound.clone();
        bytes[at] ^= 0x15;
        check(&bytes, Archive::A3a);
    }
    let mut ring = Pdf::sample();
    let root = ring.with("Type", "Outlines")[0];
    let first = ring.dict(root).get(b"First").unwrap().clone();
    let entry = first.as_reference().unwrap();
    ring.dict(entry).set("First", first.clone());
    ring.dict(entry).set("Next", first);
    assert!(codes(&check(&ring.bytes(), Archive::A3a)).contains("outline"));
    let mut ring = Pdf::sample();
    let document = ring.elements("Document")[0];
    ring.element("P").set("K", Object::Reference(document));
    ring.catalog().set("Strange", dictionary! { "a" => name("b"), "c" => words("d") });
    assert!(codes(&check(&ring.bytes(), Archive::A3a)).contains("tree"));
}
