//! The files of two sessions that differ only in what is redacted: the public ones are the same, byte
//! for byte, and the complete ones are not.

use super::{Case, make};
use crate::compose::tests::redacted::session;
use crate::compose::tests::script::Played;
use crate::compose::{complete, public};
use crate::document::Document;
use crate::odt;
use crate::pdf::Metadata;
use crate::record::{Edition, Record};

/// PDF, ODT, and the record that goes into the PDF.
fn files(document: &Document, record: &Record) -> [Vec<u8>; 3] {
    let metadata = Metadata {
        title: document.title.clone(),
        author: document.author.clone(),
        creator: "Sitzungsbuch".to_owned(),
        producer: "Sitzungsbuch 0.1.0".to_owned(),
        created: chrono::DateTime::parse_from_rfc3339(&document.created).unwrap(),
        archive: crate::conform::Archive::A3a,
    };
    [
        make(&Case::new("", document.clone())).pdf,
        odt::write(document, &metadata).unwrap(),
        serde_json::to_vec(record).unwrap(),
    ]
}

#[test]
fn public_files_are_the_same_whatever_is_redacted() {
    for number in 0..6 {
        let [one, other] = [2 * number, 2 * number + 1].map(|hidden| {
            let record = Played::of(&session(number, hidden)).issued(Edition::Final);
            let open = Record::for_everybody(&record.plan.public, &record.public);
            [files(&public(&record.public), &open), files(&complete(&record), &record)]
        });
        assert!(one[0] == other[0], "session {number}");
        for (first, second) in one[1].iter().zip(&other[1]) {
            assert!(first != second, "session {number}");
        }
    }
}
