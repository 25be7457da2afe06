//! What is seen in a signature field: name, role, place and time, kind of signature, certificate.
//!
//! All measures are whole thousandths of a point. Everything is black and drawn with the fonts that
//! the form names `Regular` and `Semibold`, so that the file stays PDF/A-3.

use std::fmt::Write as _;

use lopdf::{Dictionary, Object, Stream};

use super::face::Face;
use super::source::Source;
use super::{Request, text};
use crate::certificate::CertificateInfo;
use crate::error::SignError;

/// Width of the frame, and the space between it and the text.
const FRAME: i64 = 600;
const PADDING_X: i64 = 8504;
const PADDING_Y: i64 = 6803;
/// Smallest box that is filled.
const SMALLEST: (i64, i64) = (100_000, 50_000);
/// Sizes of name, details and proof, with the step from one line to the next.
const NAME: Style = Style { bold: true, size: 11_000, step: 13_200 };
const DETAIL: Style = Style { bold: false, size: 8_500, step: 11_500 };
const PROOF: Style = Style { bold: false, size: 8_000, step: 11_000 };
/// From the inner edge to the first baseline, and from the last baseline to the inner edge.
const FIRST_BASELINE: i64 = 9_500;
const LAST_BASELINE: i64 = 900;
/// Below the name, besides the step to the next line.
const AFTER_NAME: i64 = 500;
/// Between the baselines of the last detail and the first line of the proof, at least.
const BETWEEN: i64 = 10_000;
/// One line is set narrower down to this share of its size, in thousandths, before it wraps.
const ONE_LINE: i64 = 880;
/// All is set smaller in such steps down to the last one, then cut off.
const SCALES: std::ops::RangeInclusive<i64> = 22..=40;
const SCALE_STEP: i64 = 25;
/// Lines per text when it has to be cut off.
const LINES: usize = 2;

/// Font, size and step of a text.
#[derive(Clone, Copy)]
struct Style {
    bold: bool,
    size: i64,
    step: i64,
}

/// One line with its place above the lower edge.
struct Line {
    bold: bool,
    size: i64,
    baseline: i64,
    text: String,
}

/// A text, broken into lines of one size.
struct Block {
    style: Style,
    lines: Vec<String>,
}

/// What a field shows.
pub(super) struct Appearance<'a> {
    pub(super) request: &'a Request<'a>,
    pub(super) certificate: &'a CertificateInfo,
    /// Width and height of the box.
    pub(super) size: (i64, i64),
}

/// Fonts of the form.
struct Faces {
    regular: Face,
    semibold: Face,
}

/// Width and height of a widget, from its `Rect`.
pub(super) fn box_size(widget: &Dictionary) -> Result<(i64, i64), SignError> {
    let bad = || SignError::unsupported("the field has no usable size");
    let numbers = widget.get(b"Rect").and_then(Object::as_array).map_err(|_| bad())?;
    let numbers: Option<Vec<i64>> = numbers.iter().map(thousandths).collect();
    let Some(&[left, bottom, right, top]) = numbers.as_deref() else { return Err(bad()) };
    let size = (right.saturating_sub(left), top.saturating_sub(bottom));
    if size.0 < SMALLEST.0 || size.1 < SMALLEST.1 { Err(bad()) } else { Ok(size) }
}

/// A number of the file in thousandths; written out first, so that no rounding is left to chance.
fn thousandths(object: &Object) -> Option<i64> {
    match object {
        Object::Integer(value) => value.checked_mul(1000),
        Object::Real(value) => format!("{value:.3}").replace('.', "").parse().ok(),
        _ => None,
    }
}

/// Thousandths as a PDF number without needless digits.
fn number(value: i64) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let (whole, rest) = (value.unsigned_abs() / 1000, value.unsigned_abs() % 1000);
    if rest == 0 {
        return format!("{sign}{whole}");
    }
    format!("{sign}{whole}.{rest:03}").trim_end_matches('0').to_owned()
}

impl Appearance<'_> {
    /// The appearance as a form object (ISO 32000-1, 12.5.5).
    pub(super) fn object(&self, source: &Source<'_>) -> Result<Object, SignError> {
        let missing = || SignError::unsupported("its form names no fonts for signatures");
        let form = source.dictionary(source.catalog()?, b"AcroForm").ok_or_else(missing)?;
        let resources = source.dictionary(form, b"DR").ok_or_else(missing)?;
        let fonts = source.dictionary(resources, b"Font").ok_or_else(missing)?;
        let face = |name: &[u8]| {
            let font = source.dictionary(fonts, name).ok_or_else(missing)?;
            Face::read(source, font)
        };
        let faces = Faces { regular: face(b"Regular")?, semibold: face(b"Semibold")? };
        let content = self.content(&faces).into_bytes();

        let mut named = Dictionary::new();
        for name in ["Regular", "Semibold"] {
            named.set(name, fonts.get(name.as_bytes()).cloned().map_err(|_| missing())?);
        }
        let mut resources = Dictionary::new();
        resources.set("Font", Object::Dictionary(named));
        let (width, height) = self.size;
        let mut head = Dictionary::new();
        head.set("Type", Object::Name(b"XObject".to_vec()));
        head.set("Subtype", Object::Name(b"Form".to_vec()));
        let corner = [Object::Integer(0), Object::Integer(0), real(width), real(height)];
        head.set("BBox", Object::Array(corner.to_vec()));
        head.set("Resources", Object::Dictionary(resources));
        Ok(Object::Stream(Stream::new(head, content)))
    }

    fn content(&self, faces: &Faces) -> String {
        let (width, height) = self.size;
        let inner = |side: i64| number(side.saturating_sub(FRAME.saturating_mul(2)));
        let mut out = format!(
            "0 0 {} {} re\n{frame} {frame} {} {} re\nf*\n",
            number(width),
            number(height),
            inner(width),
            inner(height),
            frame = number(FRAME),
        );
        out.push_str("BT\n");
        for line in self.lines(faces) {
            let (name, face) =
                if line.bold { ("Semibold", &faces.semibold) } else { ("Regular", &faces.regular) };
            // Writing to a string cannot fail.
            let _ = writeln!(
                out,
                "/{name} {} Tf\n1 0 0 1 {} {} Tm\n<{}> Tj",
                number(line.size),
                number(PADDING_X),
                number(line.baseline),
                face.encode(&line.text),
            );
        }
        out.push_str("ET\n");
        out
    }

    /// The lines at the largest scale at which they fit.
    fn lines(&self, faces: &Faces) -> Vec<Line> {
        for scale in SCALES.rev() {
            let scale = scale.saturating_mul(SCALE_STEP);
            if let Some(lines) = self.placed(faces, scale, usize::MAX) {
                return lines;
            }
        }
        let smallest = SCALES.start().saturating_mul(SCALE_STEP);
        self.placed(faces, smallest, LINES).unwrap_or_default()
    }

    /// Name, role, place and time from above; kind and certificate from below.
    fn placed(&self, faces: &Faces, scale: i64, limit: usize) -> Option<Vec<Line>> {
        let width = self.size.0.saturating_sub(PADDING_X.saturating_mul(2));
        let block = |style: Style, content: &str| {
            let face = if style.bold { &faces.semibold } else { &faces.regular };
            broken(face, style, &face.showable(&text::clean(content)), width, scale, limit)
        };
        let above = [
            block(NAME, &self.request.name),
            block(DETAIL, &self.request.role),
            block(DETAIL, &self.place_and_time()),
        ];
        let below = [block(PROOF, &self.kind()), block(PROOF, &self.proof())];

        let share = |value: i64| value.saturating_mul(scale) / 1000;
        let mut lines = Vec::new();
        let top = self.size.1.saturating_sub(PADDING_Y);
        let mut baseline = top.saturating_sub(share(FIRST_BASELINE));
        let mut lowest = baseline;
        let mut was_bold = false;
        for (position, (bold, size, step, text)) in flat(&above).enumerate() {
            if position > 0 {
                baseline = baseline.saturating_sub(step);
            }
            if was_bold && !bold {
                baseline = baseline.saturating_sub(share(AFTER_NAME));
            }
            was_bold = bold;
            lowest = baseline;
            lines.push(Line { bold, size, baseline, text });
        }
        let mut baseline = PADDING_Y.saturating_add(share(LAST_BASELINE));
        let mut highest = baseline;
        let mut proof: Vec<_> = flat(&below).collect();
        proof.reverse();
        for (bold, size, step, text) in proof {
            highest = baseline;
            lines.push(Line { bold, size, baseline, text });
            baseline = baseline.saturating_add(step);
        }
        lines.sort_by_key(|line| std::cmp::Reverse(line.baseline));
        let fits = lowest.saturating_sub(highest) >= share(BETWEEN);
        (fits || limit != usize::MAX).then_some(lines)
    }

    fn place_and_time(&self) -> String {
        let time = self.request.at.format("%d.%m.%Y, %H:%M Uhr");
        let place = text::clean(&self.request.place);
        if place.is_empty() { time.to_string() } else { format!("{place}, {time}") }
    }

    /// "Qualifiziert" only where the certificate says so, "MUSTER" where its holder is a sample.
    fn kind(&self) -> String {
        let qualified = self.certificate.qualified;
        let kind = if qualified {
            "Qualifizierte elektronische Signatur"
        } else {
            "Elektronische Signatur"
        };
        let sample = if self.certificate.is_sample() { " – MUSTER" } else { "" };
        format!("{kind}{sample}")
    }

    fn proof(&self) -> String {
        format!("Zertifikat: {}, Nr. {}", self.certificate.issuer_cn, self.certificate.serial)
    }
}

/// A fixed number of thousandths; three decimals survive the way through `f32` up to 16 m.
fn real(value: i64) -> Object {
    Object::Real(number(value).parse().unwrap_or_default())
}

fn flat(blocks: &[Block]) -> impl Iterator<Item = (bool, i64, i64, String)> {
    blocks.iter().flat_map(|block| {
        let Style { bold, size, step } = block.style;
        block.lines.iter().map(move |text| (bold, size, step, text.clone()))
    })
}

/// One line, if need be a little smaller; else as many lines as it takes, or at most `limit`.
fn broken(face: &Face, style: Style, text: &str, width: i64, scale: i64, limit: usize) -> Block {
    let sized = |share: i64| Style {
        size: style.size.saturating_mul(scale) / 1000 * share / 1000,
        step: style.step.saturating_mul(scale) / 1000 * share / 1000,
        ..style
    };
    if text.is_empty() {
        return Block { style, lines: Vec::new() };
    }
    for share in (ONE_LINE..=1000).rev().step_by(20) {
        let style = sized(share);
        if face.width(text, style.size) <= width {
            return Block { style, lines: vec![text.to_owned()] };
        }
    }
    let style = sized(ONE_LINE);
    let mut lines = wrapped(face, style.size, text, width);
    if lines.len() > limit {
        lines.truncate(limit);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && face.width(&format!("{last}…"), style.size) > width {
                last.pop();
            }
            last.push_str(&face.showable("…"));
        }
    }
    Block { style, lines }
}

/// Broken at spaces; a word that is wider than the line is broken where the line ends.
fn wrapped(face: &Face, size: i64, text: &str, width: i64) -> Vec<String> {
    let fits = |line: &str| face.width(line, size) <= width;
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ') {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if fits(&longer) {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for one in word.chars() {
            line.push(one);
            if !fits(&line) && line.chars().nth(1).is_some() {
                line.pop();
                lines.push(std::mem::replace(&mut line, one.to_string()));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}
