//! Pages: their dictionaries, and what is drawn on them - each operator known, everything drawn
//! either content of an element or an artifact, colours and fonts that are there.
//!
//! It gives what was drawn; which element owns it is asked in `structure`.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object, ObjectId};

use super::content::{Reader, Value};
use super::file::{File, thousandths, twice};
use super::{Findings, Place, rules};

/// What is drawn in the whole file.
#[derive(Default)]
pub(super) struct Drawn {
    /// For each page the MCIDs in the order in which they are drawn.
    pub(super) pages: Vec<Vec<i64>>,
    /// Content with an image in it: page and MCID.
    pub(super) images: BTreeSet<(usize, i64)>,
    /// The fonts that text is shown with.
    pub(super) fonts: BTreeMap<ObjectId, Used>,
}

/// How a font is used.
#[derive(Default)]
pub(super) struct Used {
    /// Codes with the page that shows each first.
    pub(super) codes: BTreeMap<u16, usize>,
}

/// All operators of ISO 32000-1, annex A, but those of images inside the stream.
const OPERATORS: &str = "b B b* B* BDC BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h \
    i j J K k l M m MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz \
    v w W W* y ' \"";
const PAINTING: [&str; 15] =
    ["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", "\""];
/// Saved graphics states in one another (ISO 19005-3, 6.1.13).
const SAVED: usize = 28;
/// Shortest and longest side of a page, in thousandths of a point (ISO 19005-3, 6.1.13).
const SIDES: std::ops::RangeInclusive<i64> = 3_000..=14_400_000;
/// Forms in forms beyond this are none of ours.
const DEPTH: usize = 8;

pub(super) fn check(file: &File<'_>, found: &mut Findings) -> Drawn {
    let mut drawn = Drawn::default();
    let mut blending = BTreeMap::new();
    for (index, (_, page)) in file.pages.iter().enumerate() {
        dictionary(file, index, page, found);
        let resources = inherited(file, page, "Resources");
        let resources = resources.and_then(|held| file.as_dict(held));
        if !found.need(rules::RESOURCE, resources.is_some(), || Place::page(index), "Resources") {
            drawn.pages.push(Vec::new());
            continue;
        }
        let key = file.reference(page, "Resources");
        let blends = match key.and_then(|key| blending.get(&key)) {
            Some(known) => *known,
            None => resources.is_some_and(|resources| blends(file, resources, DEPTH)),
        };
        blending.extend(key.map(|key| (key, blends)));
        group(file, index, page, blends, found);
        let mut bytes = Vec::new();
        for part in file.several(page, "Contents") {
            let data = file.resolve(part).and_then(|part| part.as_stream().ok());
            let data = data.and_then(|part| part.get_plain_content().ok());
            let read = data.is_some();
            found.need(rules::CONTENT, read, || Place::page(index), "it cannot be unpacked");
            bytes.extend(data.unwrap_or_default());
            bytes.push(b'\n');
        }
        let mut mcids = Vec::new();
        let mut painter = Painter::new(file, index, resources, &mut drawn, found);
        painter.read(&bytes, 0, &mut mcids);
        let doubled = twice(mcids.iter().copied());
        let place = || Place::page(index);
        found.need(rules::MCID, doubled.is_empty(), place, &format!("{doubled:?} twice"));
        drawn.pages.push(mcids);
        appearances(file, index, page, &mut drawn, found);
    }
    drawn
}

/// A value of a page, or of the nodes above it.
fn inherited<'a>(file: &File<'a>, page: &'a Dictionary, key: &str) -> Option<&'a Object> {
    let mut node = page;
    for _ in 0..=DEPTH {
        if let Some(found) = file.get(node, key) {
            return Some(found);
        }
        node = file.dict(node, "Parent")?;
    }
    None
}

fn dictionary(file: &File<'_>, index: usize, page: &Dictionary, found: &mut Findings) {
    let place = || Place::page(index);
    found.need(rules::PAGE, file.name(page, "Tabs") == "S", place, "Tabs");
    for key in ["PresSteps", "DPartRoot"] {
        found.need(rules::CATALOG, !page.has(key.as_bytes()), place, key);
    }
    for key in ["MediaBox", "CropBox", "TrimBox", "BleedBox", "ArtBox"] {
        let Some(edges) = inherited(file, page, key) else {
            found.need(rules::PAGE, key != "MediaBox", place, key);
            continue;
        };
        let edges = edges.as_array().map(Vec::as_slice).unwrap_or_default();
        let edges: Vec<i64> = edges.iter().filter_map(thousandths).collect();
        let sound = match *edges {
            [left, bottom, right, top] => {
                SIDES.contains(&(right - left).abs()) && SIDES.contains(&(top - bottom).abs())
            }
            _ => false,
        };
        found.need(rules::LIMIT, sound, place, key);
    }
    let turned = inherited(file, page, "Rotate").and_then(|turn| turn.as_i64().ok());
    found.need(rules::PAGE, turned.unwrap_or(0) % 90 == 0, place, "Rotate");
}

/// Where something is seen through, the page says in which colours it is mixed.
fn group(file: &File<'_>, index: usize, page: &Dictionary, blends: bool, found: &mut Findings) {
    let group = file.dict(page, "Group");
    let mixed = group.is_some_and(|group| {
        file.name(group, "S") == "Transparency"
            && file.get(group, "CS").is_some_and(|space| colour_space(file, space))
    });
    let needed = blends || group.is_some();
    found.need(rules::OPACITY, mixed || !needed, || Place::page(index), "Group");
}

/// Whether something in these resources is mixed with what lies below.
fn blends(file: &File<'_>, resources: &Dictionary, depth: usize) -> bool {
    let inside = |key| {
        let all = file.dict(resources, key).into_iter().flat_map(Dictionary::iter);
        all.filter_map(|(_, value)| file.as_dict(value))
    };
    let full = |value: &Object| thousandths(value) == Some(1000);
    let mixes = |state: &Dictionary| {
        let mask =
            file.get(state, "SMask").is_some_and(|mask| mask.as_name().ok() != Some(b"None"));
        let mode = state.has(b"BM") && !matches!(file.name(state, "BM"), "Normal" | "Compatible");
        let clear = |key| file.get(state, key).is_some_and(|value| !full(value));
        mask || mode || clear("ca") || clear("CA")
    };
    inside("ExtGState").any(mixes)
        || inside("XObject").any(|object| {
            let below = file.dict(object, "Resources").filter(|_| depth > 0);
            let masked = object.has(b"SMask") || file.integer(object, "SMaskInData") > Some(0);
            masked || object.has(b"Group") || below.is_some_and(|it| blends(file, it, depth - 1))
        })
}

/// Colours that the output intent describes, or that describe themselves.
fn colour_space(file: &File<'_>, space: &Object) -> bool {
    match space {
        Object::Name(name) => matches!(name.as_slice(), b"DeviceRGB" | b"DeviceGray" | b"Pattern"),
        Object::Array(parts) => {
            let kind = parts.first().and_then(|kind| kind.as_name().ok()).unwrap_or_default();
            let base = parts.get(1).and_then(|base| file.resolve(base));
            match kind {
                b"ICCBased" => base
                    .and_then(|base| base.as_stream().ok())
                    .is_some_and(|profile| matches!(file.integer(&profile.dict, "N"), Some(1 | 3))),
                b"Indexed" => base.is_some_and(|base| colour_space(file, base)),
                b"CalRGB" | b"CalGray" | b"Lab" => true,
                _ => false,
            }
        }
        _ => false,
    }
}

/// What annotations show.
fn appearances(
    file: &File<'_>,
    index: usize,
    page: &Dictionary,
    drawn: &mut Drawn,
    found: &mut Findings,
) {
    for annotation in file.array(page, "Annots").iter().filter_map(|one| file.as_dict(one)) {
        let Some(looks) = file.dict(annotation, "AP") else { continue };
        let Some(normal) = file.stream(looks, "N") else { continue };
        let data = normal.get_plain_content().unwrap_or_default();
        let resources = file.dict(&normal.dict, "Resources");
        if let Some(resources) = resources {
            group(file, index, page, blends(file, resources, DEPTH), found);
        }
        let mut mcids = Vec::new();
        let mut painter = Painter::new(file, index, resources, drawn, found);
        painter.marks.push(Some(Mark::Form));
        painter.read(&data, 0, &mut mcids);
    }
}

/// What a mark is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Artifact,
    Content(i64),
    /// What an annotation shows belongs to the element of the annotation.
    Form,
}

/// Reads the operations of a page.
struct Painter<'p, 'a> {
    file: &'p File<'a>,
    page: usize,
    resources: Option<&'a Dictionary>,
    drawn: &'p mut Drawn,
    found: &'p mut Findings,
    /// Marks that are open; none for one that is neither content nor artifact.
    marks: Vec<Option<Mark>>,
    font: Option<ObjectId>,
    /// Fonts of the saved states.
    saved: Vec<Option<ObjectId>>,
    /// How many marks were open when the text object began.
    text: Option<usize>,
}

impl<'p, 'a> Painter<'p, 'a> {
    fn new(
        file: &'p File<'a>,
        page: usize,
        resources: Option<&'a Dictionary>,
        drawn: &'p mut Drawn,
        found: &'p mut Findings,
    ) -> Self {
        let (marks, saved) = (Vec::new(), Vec::new());
        Self { file, page, resources, drawn, found, marks, font: None, saved, text: None }
    }

    fn say(&mut self, rule: &'static super::Rule, detail: impl Into<String>) {
        self.found.add(rule, Place::page(self.page), detail);
    }

    fn read(&mut self, bytes: &[u8], depth: usize, mcids: &mut Vec<i64>) {
        let (outer, saved) = (self.marks.len(), self.saved.len());
        let (mut loose, mut reader) = (0_usize, Reader::new(bytes));
        while let Some(operator) = reader.next() {
            let operator = match operator {
                Ok(operator) => operator,
                Err(fault) => {
                    self.say(rules::CONTENT, fault);
                    break;
                }
            };
            if operator == "BI" {
                self.say(rules::IMAGE, "an image inside the content");
                break;
            }
            let known = OPERATORS.split_ascii_whitespace().any(|known| known == operator);
            if !known {
                self.say(rules::CONTENT, format!("operator {operator}"));
            }
            let marked = self.marks.iter().any(Option::is_some);
            loose += usize::from(PAINTING.contains(&operator) && !marked);
            self.operation(operator, &reader.operands, outer, depth, mcids);
        }
        if loose > 0 {
            self.say(rules::UNTAGGED, format!("{loose} operations"));
        }
        let closed = self.marks.len() == outer && self.saved.len() == saved && self.text.is_none();
        self.found.need(
            rules::CONTENT,
            closed,
            || Place::page(self.page),
            "something is left open",
        );
    }

    fn operation(
        &mut self,
        operator: &str,
        operands: &[Value<'_>],
        outer: usize,
        depth: usize,
        mcids: &mut Vec<i64>,
    ) {
        match operator {
            "BDC" | "BMC" => {
                let mark = self.mark(operands, mcids);
                self.marks.push(mark);
            }
            "EMC" if self.marks.len() > outer => {
                self.marks.pop();
            }
            "BT" if self.text.is_none() => self.text = Some(self.marks.len()),
            "ET" if self.text == Some(self.marks.len()) => self.text = None,
            "EMC" | "BT" | "ET" => self.say(rules::CONTENT, format!("{operator} at a wrong place")),
            "q" => {
                self.saved.push(self.font);
                if self.saved.len() > SAVED {
                    self.say(rules::LIMIT, "q");
                }
            }
            "Q" => match self.saved.pop() {
                Some(font) => self.font = font,
                None => self.say(rules::CONTENT, "Q without q"),
            },
            "Tf" => self.choose(operands),
            "Tr" => self.say(rules::FONT, "Tr"),
            "Tj" | "TJ" | "'" | "\"" => self.show(operands),
            "k" | "K" => self.say(rules::COLOUR, operator),
            "cs" | "CS" => self.colours(operands),
            "gs" => {
                self.resource("ExtGState", operands);
            }
            "sh" => {
                self.resource("Shading", operands);
            }
            "Do" => self.object(operands, depth),
            _ => {}
        }
    }

    /// What a mark is, after its properties.
    fn mark(&mut self, operands: &[Value<'_>], mcids: &mut Vec<i64>) -> Option<Mark> {
        let tag = operands.first().map_or("", |tag| tag.name());
        let nothing = Value::Dictionary(Vec::new());
        let properties = operands.get(1).unwrap_or(&nothing);
        if !matches!(properties, Value::Dictionary(_)) {
            self.say(rules::CONTENT, format!("properties of {tag}"));
            return None;
        }
        let around: Vec<Mark> = self.marks.iter().flatten().copied().collect();
        if tag == "Artifact" {
            let inside = around.iter().any(|mark| matches!(mark, Mark::Content(_)));
            let kind = properties.get("Type").map_or("", |kind| kind.name());
            let known = ["Pagination", "Layout", "Page", "Background"].contains(&kind);
            let place = || Place::page(self.page);
            self.found.need(rules::NESTING, !inside, place, "an artifact inside content");
            self.found.need(rules::ARTIFACT, known, place, kind);
            return Some(Mark::Artifact);
        }
        let Value::Integer(mcid) = *properties.get("MCID")? else {
            self.say(rules::MCID, "it is no number");
            return None;
        };
        let place = || Place::page(self.page);
        self.found.need(rules::NESTING, around.is_empty(), place, &format!("MCID {mcid}"));
        mcids.push(mcid);
        Some(Mark::Content(mcid))
    }

    /// What a name stands for in the resources.
    fn resource(&mut self, kind: &str, operands: &[Value<'_>]) -> Option<&'a Object> {
        let name = operands.last().map_or("", |name| name.name());
        let all = self.resources.and_then(|all| self.file.dict(all, kind));
        let held = all.and_then(|all| all.get(name.as_bytes()).ok());
        let held = held.filter(|held| self.file.resolve(held).is_some());
        if held.is_none() {
            self.say(rules::RESOURCE, format!("{kind} {name}"));
        }
        held
    }

    fn choose(&mut self, operands: &[Value<'_>]) {
        let held = self.resource("Font", operands.get(..1).unwrap_or_default());
        self.font = held.and_then(|held| held.as_reference().ok());
        if let Some(font) = self.font {
            self.drawn.fonts.entry(font).or_default();
        } else if held.is_some() {
            self.say(rules::FONT, "a font that is no object of its own");
        }
    }

    fn show(&mut self, operands: &[Value<'_>]) {
        let used = self.font.map(|font| self.drawn.fonts.entry(font).or_default());
        let Some(used) = used else { return self.say(rules::FONT, "text without a font") };
        let parts = match operands.last() {
            Some(Value::Array(parts)) => parts.as_slice(),
            Some(one) => std::slice::from_ref(one),
            None => &[],
        };
        for part in parts {
            let Value::String(bytes) = part else { continue };
            for code in bytes.chunks(2) {
                let code = code.iter().fold(0, |code, byte| (code << 8) | u16::from(*byte));
                used.codes.entry(code).or_insert(self.page);
            }
        }
    }

    fn colours(&mut self, operands: &[Value<'_>]) {
        let name = operands.first().map_or("", |name| name.name());
        if matches!(name, "DeviceRGB" | "DeviceGray" | "Pattern") {
            return;
        }
        let space = match name {
            "DeviceCMYK" => None,
            _ => self.resource("ColorSpace", operands).and_then(|held| self.file.resolve(held)),
        };
        if !space.is_some_and(|space| colour_space(self.file, space)) {
            self.say(rules::COLOUR, name);
        }
    }

    /// An image, or a form with content of its own.
    fn object(&mut self, operands: &[Value<'_>], depth: usize) {
        let Some(held) = self.resource("XObject", operands) else { return };
        let Some(Object::Stream(stream)) = self.file.resolve(held) else {
            return self.say(rules::RESOURCE, "XObject");
        };
        let dictionary = &stream.dict;
        for key in ["OPI", "Alternates", "Ref", "PS", "Subtype2", "StructParents"] {
            if dictionary.has(key.as_bytes()) {
                self.say(rules::IMAGE, key);
            }
        }
        match self.file.name(dictionary, "Subtype") {
            "Image" => {
                if let Some(Mark::Content(mcid)) = self.marks.iter().rev().flatten().next() {
                    self.drawn.images.insert((self.page, *mcid));
                }
                let mask = self.file.truth(dictionary, "ImageMask") == Some(true);
                let space = self.file.get(dictionary, "ColorSpace");
                if !mask && !space.is_some_and(|space| colour_space(self.file, space)) {
                    self.say(rules::COLOUR, "an image");
                }
                if self.file.truth(dictionary, "Interpolate") == Some(true) {
                    self.say(rules::IMAGE, "Interpolate");
                }
            }
            "Form" if depth < DEPTH => {
                let data = stream.get_plain_content().unwrap_or_default();
                let inner = self.file.dict(dictionary, "Resources");
                let (outer, font) = (self.resources, self.font);
                let text = self.text.take();
                self.resources = inner.or(outer);
                let mut mcids = Vec::new();
                self.read(&data, depth + 1, &mut mcids);
                if !mcids.is_empty() {
                    self.say(rules::IMAGE, "a form with content of its own");
                }
                (self.resources, self.font, self.text) = (outer, font, text);
            }
            other => self.say(rules::IMAGE, other),
        }
    }
}
