//! Signatures of clerk and chair on a real file: what comes out, and what is refused.

#![cfg(test)]

mod support;

use lopdf::{Document, Object};
use sitzungsbuch_sign::sample::Kind;
use sitzungsbuch_sign::{Key, SignError, profile, sign};
use support::{
    CHAIR, CLERK, at, chair, clerk, der_length, keys, last_position, last_signature, open,
    openssl_accepts, position, unsigned,
};

/// Clerk, then chair.
fn signed(kind: Kind) -> (Vec<u8>, Vec<u8>, Vec<u8>) {
    let keys = keys(kind);
    let first = sign(&unsigned(), &clerk(at(10)), &open(&keys.files[0])).unwrap();
    let second = sign(&first, &chair(at(11)), &open(&keys.files[1])).unwrap();
    (first, second, keys.authority)
}

fn trailer_id(pdf: &[u8]) -> Vec<Object> {
    Document::load_mem(pdf).unwrap().trailer.get(b"ID").and_then(Object::as_array).unwrap().clone()
}

#[test]
fn clerk_then_chair_with_every_kind_of_key() {
    for kind in [Kind::Rsa2048, Kind::P256, Kind::P384] {
        let (first, second, authority) = signed(kind);
        assert!(first.starts_with(&unsigned()));
        assert!(second.starts_with(&first));
        assert!(openssl_accepts(&first, &authority, at(12)), "{kind:?}");
        assert!(openssl_accepts(&second, &authority, at(12)), "{kind:?}");
        let stranger = keys(Kind::P256).authority;
        assert!(!openssl_accepts(&first, &stranger, at(12)));
        let mut changed = second.clone();
        changed[200] ^= 1;
        assert!(!openssl_accepts(&changed, &authority, at(12)));
    }
}

#[test]
fn the_file_keeps_to_the_profile() {
    let (first, second, _) = signed(Kind::Rsa2048);
    let base = unsigned().len();
    for pdf in [&first, &second] {
        assert!(pdf.ends_with(b"%%EOF\n"));
        let (contents, _) = last_signature(pdf);
        assert_eq!(contents.len(), profile::CONTENTS_BYTES);
        let length = der_length(&contents);
        assert!(contents[length..].iter().all(|byte| *byte == 0));
        // No signing time (1.2.840.113549.1.9.5): the moment is `M`.
        let signing_time = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x05];
        assert!(position(&contents, &signing_time).is_none());
    }
    let one = &first[base..];
    let two = &second[first.len()..];
    assert!(position(one, b"/M(D:20261120101405+01'00)").is_some());
    assert!(position(one, b"/Name(Malte Siebrecht)/Location(Wiesenthal)").is_some());
    assert!(position(one, b"/TransformMethod/DocMDP").is_some());
    assert!(position(one, b"/P 2/V/1.2").is_some());
    assert!(position(one, b"/Perms<</DocMDP ").is_some());
    assert!(position(one, b"/Type/SigFieldLock/Action/All").is_some());
    assert!(position(one, b"FieldMDP").is_none());
    assert!(position(two, b"/TransformMethod/FieldMDP").is_some());
    assert!(position(two, b"/Action/All/V/1.2").is_some());
    assert!(position(two, b"DocMDP").is_none());
    assert!(position(two, b"/Type/Catalog").is_none());
    let ids = [unsigned(), first, second].map(|pdf| trailer_id(&pdf));
    assert!(ids.iter().all(|id| id[0] == ids[0][0]));
    assert_ne!(ids[1][1], ids[2][1]);
}

#[test]
fn rsa_gives_the_same_bytes_again() {
    let keys = keys(Kind::Rsa2048);
    let key = open(&keys.files[0]);
    let again = || sign(&unsigned(), &clerk(at(10)), &key).unwrap();
    assert_eq!(again(), again());
}

#[test]
fn the_order_of_the_two_is_free() {
    let keys = keys(Kind::P256);
    let first = sign(&unsigned(), &chair(at(10)), &open(&keys.files[1])).unwrap();
    let second = sign(&first, &clerk(at(11)), &open(&keys.files[0])).unwrap();
    assert!(openssl_accepts(&second, &keys.authority, at(12)));
}

#[test]
fn a_field_is_signed_once_and_has_to_exist() {
    let keys = keys(Kind::P256);
    let key = open(&keys.files[0]);
    let once = sign(&unsigned(), &clerk(at(10)), &key).unwrap();
    let twice = sign(&once, &clerk(at(11)), &key);
    assert_eq!(twice, Err(SignError::AlreadySigned { field: CLERK.to_owned() }));
    let both = sign(&once, &chair(at(11)), &key).unwrap();
    let again = sign(&both, &chair(at(12)), &key);
    assert_eq!(again, Err(SignError::AlreadySigned { field: CHAIR.to_owned() }));
    for field in ["", "Vorsitz", "protokoll"] {
        let unknown =
            sign(&unsigned(), &sitzungsbuch_sign::Request { field, ..clerk(at(10)) }, &key);
        assert_eq!(unknown, Err(SignError::UnknownField { field: field.to_owned() }));
    }
}

#[test]
fn the_certificate_has_to_be_valid_at_that_moment() {
    let keys = keys(Kind::P256);
    let key = open(&keys.files[0]);
    let info = key.certificate();
    let zone = *at(8).offset();
    let sign_at = |moment: chrono::DateTime<chrono::Utc>| {
        sign(&unsigned(), &clerk(moment.with_timezone(&zone)), &key)
    };
    let second = chrono::TimeDelta::seconds(1);
    assert!(sign_at(info.not_before).is_ok());
    assert!(sign_at(info.not_after).is_ok());
    let (not_before, not_after) = (info.not_before, info.not_after);
    assert_eq!(sign_at(not_before - second), Err(SignError::NotYetValid { not_before }));
    assert_eq!(sign_at(not_after + second), Err(SignError::Expired { not_after }));
}

#[test]
fn an_old_key_file_signs_too() {
    let key = open(include_bytes!("data/legacy.p12"));
    let info = key.certificate();
    assert_eq!(info.subject_cn, "MUSTER Wendelin Grauß");
    assert_eq!(info.serial, "51 D2 30 8B");
    assert!(!info.qualified);
    let moment = (info.not_before + chrono::TimeDelta::days(1)).fixed_offset();
    let pdf = sign(&unsigned(), &clerk(moment), &key).unwrap();
    assert!(pdf.starts_with(&unsigned()));
    last_signature(&pdf);
}

/// Numbers before `Tm` and the hexadecimal codes shown, for each line of the newest appearance.
fn shown(pdf: &[u8]) -> Vec<(f32, f32, String)> {
    let start = last_position(pdf, b"/Subtype/Form").unwrap();
    let end = start + position(&pdf[start..], b"endstream").unwrap();
    let text = String::from_utf8_lossy(&pdf[start..end]).into_owned();
    let lines: Vec<&str> = text.lines().collect();
    let is_place = |line: &&str| line.ends_with(" Tm");
    let places = lines.iter().enumerate().filter(|(_, line)| is_place(line));
    places
        .map(|(number, line)| {
            let words: Vec<&str> = line.split(' ').collect();
            let codes = lines[number + 1].trim_start_matches('<').trim_end_matches("> Tj");
            (words[4].parse().unwrap(), words[5].parse().unwrap(), codes.to_owned())
        })
        .collect()
}

#[test]
fn long_and_strange_texts_stay_inside_the_field() {
    let keys = keys(Kind::P256);
    let key = open(&keys.files[0]);
    let long = "Prinzessin Wilhelmine-Charlotte von und zu Hohenberg-Adelsried genannt ".repeat(20);
    let texts = [
        "Dr. Annegret-Sophie von Falkenroth-Thorwarth zu Wiesenthal und Niederau",
        "\u{1F469}\u{200D}\u{1F4BB} Łukasz Żółć \u{4E2D}\u{6587}",
        "Donaudampfschifffahrtsgesellschaftskapitänswitwenundwaisenversorgungskassenvorsitzende",
        "(a\\b) <c> %d /e",
        "\u{0}\n\t",
        "",
        long.as_str(),
    ];
    for text in texts {
        let mut request = clerk(at(10));
        request.name = text.to_owned();
        request.role = text.to_owned();
        request.place = text.to_owned();
        let pdf = sign(&unsigned(), &request, &key).unwrap();
        assert!(openssl_accepts(&pdf, &keys.authority, at(12)), "{text}");
        Document::load_mem(&pdf).unwrap();
        let lines = shown(&pdf);
        assert!(lines.len() >= 3, "{text}: time, kind and certificate at least");
        assert!(lines.iter().all(|(x, y, _)| *x > 8.0 && *y > 6.8 && *y < 66.0), "{text}");
        assert!(lines.windows(2).all(|pair| pair[0].1 - pair[1].1 > 4.0), "{text}");
    }
}

#[test]
fn a_character_without_a_glyph_is_replaced_visibly() {
    let keys = keys(Kind::P256);
    let mut request = clerk(at(10));
    request.name = "A\u{1F600}B".to_owned();
    let pdf = sign(&unsigned(), &request, &open(&keys.files[0])).unwrap();
    // Codes of "A", "?", "B" in this file.
    assert_eq!(shown(&pdf)[0].2, "002200200023");
    assert!(position(&pdf, b"/Name<FEFF0041D83DDE000042>").is_some());
}

/// The file with an empty revision behind it.
fn updated(pdf: &[u8]) -> Vec<u8> {
    let table = last_position(pdf, b"startxref").unwrap();
    let words = String::from_utf8_lossy(&pdf[table + 9..]).into_owned();
    let old: usize = words.split_whitespace().next().unwrap().parse().unwrap();
    let trailer = last_position(pdf, b"trailer").unwrap();
    let dictionary = String::from_utf8_lossy(&pdf[trailer..table]).into_owned();
    let before = dictionary.find("/Prev ").unwrap();
    let after = dictionary.find("/ID").unwrap();
    let new = format!("{}/Prev {old}{}", &dictionary[..before], &dictionary[after..]);
    let tail = format!("xref\n0 0\n{new}startxref\n{}\n%%EOF\n", pdf.len());
    [pdf, tail.as_bytes()].concat()
}

#[test]
fn a_file_changed_since_is_not_signed() {
    let keys = keys(Kind::P256);
    let first = sign(&unsigned(), &clerk(at(10)), &open(&keys.files[0])).unwrap();
    let key = open(&keys.files[1]);
    let later = sign(&updated(&first), &chair(at(11)), &key);
    assert_eq!(later, Err(SignError::UnsignedChanges));
    let mut forged = first;
    let version = position(&forged, b"%PDF-1.7").unwrap() + 7;
    forged[version] = b'6';
    let forged = sign(&forged, &chair(at(11)), &key);
    assert_eq!(forged, Err(SignError::BrokenSignature { field: CLERK.to_owned() }));
}

#[test]
fn nobody_signs_below_a_forged_signature() {
    let keys = keys(Kind::Rsa2048);
    let mut forged = sign(&unsigned(), &clerk(at(10)), &open(&keys.files[0])).unwrap();
    // Another head, and the digest of that put where the right one stood: only the value of the
    // clerk's signature gives it away.
    let before = digest_digits(&forged);
    let version = position(&forged, b"%PDF-1.7").unwrap() + 7;
    forged[version] = b'6';
    let after = digest_digits(&forged);
    let place = position(&forged, before.as_bytes()).unwrap();
    forged[place..place + after.len()].copy_from_slice(after.as_bytes());
    let below = sign(&forged, &chair(at(11)), &open(&keys.files[1]));
    assert_eq!(below, Err(SignError::BrokenSignature { field: CLERK.to_owned() }));
}

/// What message-digest of the last signature has to be.
fn digest_digits(pdf: &[u8]) -> String {
    let (_, signed) = last_signature(pdf);
    let hash = openssl::sha::sha256(&signed);
    hash.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

#[test]
fn damage_never_panics_and_a_cut_file_is_never_signed() {
    let keys = keys(Kind::P256);
    let key = open(&keys.files[1]);
    let whole = sign(&unsigned(), &clerk(at(10)), &open(&keys.files[0])).unwrap();
    let base = unsigned().len();
    let tail = whole.len() - 400..whole.len() - 1;
    for length in (0..whole.len()).step_by(4999).chain(tail).filter(|length| *length != base) {
        let cut = sign(&whole[..length], &chair(at(11)), &key);
        assert!(matches!(cut, Err(SignError::Damaged { .. })), "{length}: {cut:?}");
    }
    for garbage in [&b""[..], b"%PDF-", b"%PDF-1.7\n%%EOF", b"Niederschrift", &[0xFF; 5000]] {
        let garbage = sign(garbage, &chair(at(11)), &key);
        assert!(matches!(garbage, Err(SignError::Damaged { .. })));
    }
    let far = b"%PDF-1.7\nstartxref\n99999999999999999999999999\n%%EOF\n";
    assert!(sign(far, &chair(at(11)), &key).is_err());
    // A linear congruential generator: the same places in every run. A change of
    // any byte has to be refused, the clerk's signature itself included.
    let mut state = 2026_u64;
    for _ in 0..200 {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let place = usize::try_from(state >> 33).unwrap() % whole.len();
        let mut changed = whole.clone();
        changed[place] ^= u8::try_from(state >> 20 & 0xFF).unwrap() | 1;
        let result = sign(&changed, &chair(at(11)), &key);
        assert!(result.is_err(), "{place}");
    }
}

#[test]
fn a_key_of_another_kind_of_file_is_an_error() {
    for bytes in [&b""[..], b"-----BEGIN CERTIFICATE-----", &unsigned()] {
        assert!(matches!(Key::open(bytes, "muster"), Err(SignError::NotAKeyFile)));
    }
}
