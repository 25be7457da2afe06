//! No changed byte of a signed file gets past `verify`, and nothing makes it panic.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use crate::forge::{self, CHAIR, CLERK, Plan, moment, signed_twice};
use crate::identity::{Wish, ecdsa, ecdsa_key, issue, rsa};
use crate::positions::{boundaries, contents};
use crate::support::{at, chair, clerk, keys, open, unsigned};
use crate::{Random, codes, is_good};
use chrono::{DateTime, Utc};
use sitzungsbuch_sign::sample::Kind;
use sitzungsbuch_sign::sign;
use sitzungsbuch_sign::verify::{Code, Verdict, verify};

/// One bit, the case of a letter, the high bit, all bits.
const MASKS: [u8; 4] = [0x01, 0x20, 0x80, 0xFF];

/// A signed file, and a moment at which it is good.
struct Sample {
    name: &'static str,
    pdf: Vec<u8>,
    at: DateTime<Utc>,
}

/// A forged file with RSA, one with ECDSA and a chain, and a real document that our program signed.
fn samples() -> Vec<Sample> {
    let root = issue("Wurzel", ecdsa_key(), Wish { authority: true, ..Wish::default() });
    let wish = Wish { issuer: Some(&root), ..Wish::default() };
    let leaf = issue("Annegret Falkenroth", ecdsa_key(), wish);
    let (chain, hashed) = (vec![&root], vec![&root]);
    let one = forge::sign(&forge::unsigned(), &Plan::new(CLERK, &ecdsa("Malte Siebrecht")));
    let forged = [
        ("forged-rsa", signed_twice(&rsa("Malte Siebrecht", 2048), &rsa("Falkenroth", 3072))),
        ("forged-ecdsa", forge::sign(&one, &Plan { chain, hashed, ..Plan::later(CHAIR, &leaf) })),
    ];
    let forged = forged.map(|(name, pdf)| Sample { name, pdf, at: moment() });
    forged.into_iter().chain([ours()]).collect()
}

/// A Niederschrift, signed by this program as clerk and as chair.
fn ours() -> Sample {
    let keys = keys(Kind::P384);
    let clerk = sign(&unsigned(), &clerk(at(10)), &open(&keys.files[0])).expect("signed");
    let pdf = sign(&clerk, &chair(at(11)), &open(&keys.files[1])).expect("signed");
    Sample { name: "ours", pdf, at: at(11).to_utc() }
}

fn assert_good(sample: &Sample) {
    let report = verify(&sample.pdf, sample.at).expect("readable");
    assert_eq!(report.verdict, Verdict::Good, "{}: {:#?}", sample.name, report.findings);
}

/// The places whose change is called good, with the mask: two of them, in turn.
fn slipping(sample: &Sample, places: impl IntoIterator<Item = usize>) -> Vec<(usize, u8)> {
    let mut changed = sample.pdf.clone();
    let mut slipped = Vec::new();
    for (index, place) in places.into_iter().enumerate() {
        for mask in [MASKS[index % MASKS.len()], MASKS[(index + 1) % MASKS.len()]] {
            changed[place] ^= mask;
            if is_good(&changed, sample.at) {
                slipped.push((place, mask));
            }
            changed[place] ^= mask;
        }
    }
    slipped
}

#[test]
fn no_byte_at_500_random_places_can_be_changed() {
    for sample in samples() {
        assert_good(&sample);
        let mut random = Random(0x5169_6e65);
        let places: Vec<usize> = (0..500).map(|_| random.below(sample.pdf.len())).collect();
        assert_eq!(slipping(&sample, places), [], "{}", sample.name);
    }
}

#[test]
fn no_byte_at_a_boundary_of_the_structure_can_be_changed() {
    for sample in samples() {
        assert_good(&sample);
        let places = boundaries(&sample.pdf);
        println!("{}: {} places", sample.name, places.len());
        assert_eq!(slipping(&sample, places), [], "{}", sample.name);
    }
}

#[test]
fn no_digit_of_the_structure_in_contents_can_be_changed() {
    for sample in samples().iter().filter(|sample| sample.name.starts_with("forged")) {
        let last = *contents(&sample.pdf).last().expect("a signature");
        assert_eq!(slipping(sample, last.open..last.padding + 4), [], "{}", sample.name);
    }
}

#[test]
fn a_file_that_is_cut_off_is_good_only_where_a_signed_revision_ends() {
    for sample in samples() {
        let mut random = Random(0x7363_6e65);
        let ends: Vec<usize> =
            (1..=sample.pdf.len()).filter(|end| sample.pdf[..*end].ends_with(b"%%EOF\n")).collect();
        let near = ends.iter().flat_map(|end| end - 8..(end + 8).min(sample.pdf.len()));
        for end in (0..200).map(|_| random.below(sample.pdf.len())).chain(near) {
            let expected = ends.contains(&end) && end != ends[0];
            assert_eq!(is_good(&sample.pdf[..end], sample.at), expected, "{} {end}", sample.name);
        }
    }
}

#[test]
fn appended_bytes_are_counted() {
    for sample in samples() {
        for more in [&b"\n"[..], b" ", b"%", b"\0", b"startxref\n0\n%%EOF\n", &[b'x'; 5000]] {
            let mut longer = sample.pdf.clone();
            longer.extend_from_slice(more);
            assert!(!is_good(&longer, sample.at), "{} {more:?}", sample.name);
        }
        let mut longer = sample.pdf.clone();
        longer.extend_from_slice(b"xyz");
        assert!(codes(&longer).contains(&Code::BytesAfterLastSignature { bytes: 3 }));
    }
}

#[test]
fn each_signature_answers_for_the_bytes_it_covers() {
    for sample in samples() {
        let found = contents(&sample.pdf);
        let [first, second] = found.as_slice() else { panic!("two signatures") };
        let intact = |place: usize| {
            let mut changed = sample.pdf.clone();
            changed[place] ^= 0x01;
            let report = verify(&changed, sample.at).expect("readable");
            report.signatures.iter().map(|one| one.intact).collect::<Vec<_>>()
        };
        // The version in the head is covered by both, the padding of the first only by the second.
        assert_eq!(intact(7), [false, false]);
        assert_eq!(intact(first.close - 9), [true, false]);
        assert_eq!(intact(second.close - 9), [true, true]);
    }
}

#[test]
fn swapped_signatures_are_not_intact() {
    for sample in samples() {
        let found = contents(&sample.pdf);
        let [first, second] = found.as_slice() else { panic!("two signatures") };
        let mut swapped = sample.pdf.clone();
        swapped[first.open..first.close].copy_from_slice(&sample.pdf[second.open..second.close]);
        swapped[second.open..second.close].copy_from_slice(&sample.pdf[first.open..first.close]);
        let report = verify(&swapped, sample.at).expect("readable");
        assert_eq!(report.verdict, Verdict::Finding);
        assert!(report.signatures.iter().all(|one| !one.intact && one.valid));
    }
}

#[test]
fn nothing_makes_it_panic() {
    let samples = samples();
    let mut random = Random(0x6675_7a7a);
    for round in 0..600 {
        let sample = &samples[round % samples.len()];
        let mut pdf = sample.pdf.clone();
        for _ in 0..=random.below(4) {
            let from = random.below(pdf.len());
            let to = (from + random.below(3000)).min(pdf.len());
            match random.below(4) {
                0 => drop(pdf.drain(from..to)),
                1 => {
                    let copy = pdf[from..to].to_vec();
                    let at = random.below(pdf.len());
                    pdf.splice(at..at, copy);
                }
                2 => pdf[from..to].iter_mut().for_each(|byte| *byte ^= 0x55),
                _ => pdf.truncate(to),
            }
        }
        assert!(pdf == sample.pdf || !is_good(&pdf, sample.at), "{} round {round}", sample.name);
    }
    let words: [&[u8]; 14] = [
        b"%PDF-1.7\n",
        b"1 0 obj\n",
        b"endobj\n",
        b"<<",
        b">>",
        b"[",
        b"]",
        b"(",
        b"<",
        b"/Kids ",
        b"1 0 R ",
        b"xref\n0 1\n0000000000 65535 f \n",
        b"trailer\n<</Root 1 0 R>>\n",
        b"startxref\n9\n%%EOF\n",
    ];
    for _ in 0..2000 {
        let pdf: Vec<u8> =
            (0..random.below(60)).flat_map(|_| words[random.below(words.len())].to_vec()).collect();
        assert!(!is_good(&pdf, moment()));
    }
}

/// Every place of the real document, one mask after the other in turn.
#[test]
#[ignore = "takes minutes: make soak"]
fn soak_no_byte_of_a_file_can_be_changed() {
    let sample = ours();
    assert_good(&sample);
    let start = Instant::now();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let count = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for first in 0..threads {
            let (count, sample) = (&count, &sample);
            scope.spawn(move || {
                let mut changed = sample.pdf.clone();
                for place in (first..sample.pdf.len()).step_by(threads) {
                    let mask = MASKS[place % MASKS.len()];
                    changed[place] ^= mask;
                    assert!(!is_good(&changed, sample.at), "{place}");
                    changed[place] ^= mask;
                    count.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    let (count, time) = (count.into_inner(), start.elapsed());
    assert_eq!(count, sample.pdf.len());
    println!("{count} changed bytes, none called good, {time:.0?}");
}
