//! The places of a signed file where a changed byte is most likely to slip through.

use std::collections::BTreeSet;

/// Words at whose ends the structure of a file turns.
const WORDS: [&[u8]; 12] = [
    b" obj",
    b"endobj",
    b"stream",
    b"xref",
    b"trailer",
    b"startxref",
    b"%%EOF",
    b"%PDF-",
    b"/ByteRange[",
    b"/Contents<",
    b"/Prev ",
    b"/Perms",
];

/// First byte of `Contents` (its `<`), end of the structure in it, and the place behind its `>`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Contents {
    pub(crate) open: usize,
    pub(crate) padding: usize,
    pub(crate) close: usize,
}

/// The `Contents` of the signatures, in the order of the file.
pub(crate) fn contents(pdf: &[u8]) -> Vec<Contents> {
    let mut found = Vec::new();
    for open in all(pdf, b"<30") {
        let digits = pdf[open + 1..].iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
        let close = open + 2 + digits;
        if digits < 1000 || pdf.get(close - 1) != Some(&b'>') {
            continue;
        }
        let hex = std::str::from_utf8(&pdf[open + 1..close - 1]).expect("digits");
        let byte = |at: usize| usize::from_str_radix(&hex[2 * at..2 * at + 2], 16).expect("hex");
        // 30 82 HH LL: every structure of ours is longer than 255 and shorter than 65536 bytes.
        let length = 4 + byte(2) * 256 + byte(3);
        found.push(Contents { open, padding: open + 1 + 2 * length, close });
    }
    found
}

fn all<'a>(data: &'a [u8], word: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    data.windows(word.len()).enumerate().filter(move |(_, w)| *w == word).map(|(at, _)| at)
}

/// Starts and ends of objects, tables and trailers, every byte of `ByteRange`, delimiters, first
/// and last bytes of structure and padding, first and last byte of the file.
pub(crate) fn boundaries(pdf: &[u8]) -> BTreeSet<usize> {
    let mut places = BTreeSet::from([0, pdf.len() - 1]);
    for word in WORDS {
        for at in all(pdf, word) {
            places.extend(at.saturating_sub(1)..=at);
            places.extend(at + word.len() - 1..=at + word.len());
        }
    }
    for at in all(pdf, b"/ByteRange[") {
        places.extend(at..at + 54);
    }
    for at in all(pdf, b"startxref") {
        places.extend(at..at + 24);
    }
    for one in contents(pdf) {
        places.extend(one.open.saturating_sub(12)..one.open + 16);
        places.extend(one.padding - 8..one.padding + 8);
        places.extend(one.close - 8..one.close + 8);
    }
    places.retain(|at| *at < pdf.len());
    places
}
