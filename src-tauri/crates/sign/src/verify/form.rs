//! The signature fields of the form and the signature dictionaries in them (ISO 32000-1, 12.7.2,
//! 12.7.4.5 and table 252). It reads and does not judge.

use std::collections::HashSet;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::file::Source;
use super::lex::{Dict, Id, Value, text};

/// Fields inside each other.
const MAX_DEPTH: u8 = 16;

/// Fields of one form that are looked at; ours have two.
const MAX_FIELDS: usize = 10_000;

/// A signature field.
#[derive(Debug, Clone)]
pub(super) struct Field {
    /// Partial names from the root on, joined by periods.
    pub(super) name: String,
    pub(super) id: Id,
    pub(super) dict: Dict,
}

/// The form: what can be read of it.
#[derive(Debug, Default)]
pub(super) struct Form {
    pub(super) fields: Vec<Field>,
    /// Something among the fields could not be read.
    pub(super) damaged: bool,
    seen: HashSet<Id>,
}

/// The signature fields, in the order of the form; `None` if there is no catalog.
pub(super) fn form(source: &impl Source) -> Option<Form> {
    let catalog = source.dict(source.trailer(), b"Root")?;
    let mut form = Form::default();
    let Some(reference) = catalog.get(b"AcroForm") else { return Some(form) };
    let fields = source.resolve(reference).and_then(|value| {
        let fields = value.as_dict()?.get(b"Fields")?;
        source.resolve(fields)?.as_array().map(<[Value]>::to_vec)
    });
    match fields {
        Some(fields) => walk(source, &fields, ("", false), MAX_DEPTH, &mut form),
        None => form.damaged = true,
    }
    Some(form)
}

/// `above` is what the parent hands down: its full name, and whether it is a signature field.
fn walk(source: &impl Source, kids: &[Value], above: (&str, bool), depth: u8, form: &mut Form) {
    let Some(depth) = depth.checked_sub(1) else {
        form.damaged = true;
        return;
    };
    for kid in kids {
        let read = kid
            .as_ref()
            .filter(|id| form.seen.len() < MAX_FIELDS && form.seen.insert(*id))
            .and_then(|id| {
                let dict = source.value(id)?.as_dict()?.clone();
                Some((id, dict))
            });
        let Some((id, dict)) = read else {
            form.damaged = true;
            continue;
        };
        let own = dict.get(b"T").and_then(Value::as_text).map(text);
        let name = match (own, above.0) {
            (None, above) => above.to_owned(),
            (Some(own), "") => own,
            (Some(own), above) => format!("{above}.{own}"),
        };
        let kind = dict.get(b"FT").and_then(Value::as_name);
        let is_signature = kind.map_or(above.1, |kind| kind == b"Sig");
        let below = dict.get(b"Kids").and_then(|kids| source.resolve(kids));
        if let Some(Value::Array(below)) = below.filter(|_| !dict.keys().any(|key| key == b"V")) {
            walk(source, &below, (&name, is_signature), depth, form);
        } else if is_signature {
            form.fields.push(Field { name, id, dict });
        }
    }
}

/// A signature dictionary, as far as it can be read.
#[derive(Debug, Clone)]
pub(super) struct Signature {
    pub(super) id: Option<Id>,
    pub(super) dict: Dict,
    /// The four numbers of `ByteRange`, if they are four.
    pub(super) byte_range: Option<[usize; 4]>,
    /// The decoded value of `Contents`.
    pub(super) contents: Vec<u8>,
    pub(super) signed_at: Option<DateTime<FixedOffset>>,
}

/// The signature in the field; `None` if its value cannot be read as one.
pub(super) fn signature(source: &impl Source, field: &Field) -> Option<Signature> {
    let value = field.dict.get(b"V")?;
    let dict = source.resolve(value)?.as_dict()?.clone();
    let contents = dict.get(b"Contents")?.as_text()?.to_vec();
    let byte_range = dict.get(b"ByteRange").and_then(|value| numbers(value.as_array()?));
    let signed_at = dict.get(b"M").and_then(|value| date(value.as_text()?));
    Some(Signature { id: value.as_ref(), dict, byte_range, contents, signed_at })
}

fn numbers(values: &[Value]) -> Option<[usize; 4]> {
    let number = |value: &Value| usize::try_from(value.as_int()?).ok();
    let [a, b, c, d] = values else { return None };
    Some([number(a)?, number(b)?, number(c)?, number(d)?])
}

/// `D:YYYYMMDDHHmmSS` with `Z` or `+HH'mm'` (ISO 32000-1, 7.9.4); the second apostrophe may be
/// missing.
fn date(raw: &[u8]) -> Option<DateTime<FixedOffset>> {
    let raw = std::str::from_utf8(raw).ok()?.strip_prefix("D:")?;
    let two = |from: usize| -> Option<u32> {
        let digits = raw.get(from..from + 2)?;
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
    };
    let year = i32::try_from(two(0)? * 100 + two(2)?).ok()?;
    let time = NaiveDate::from_ymd_opt(year, two(4)?, two(6)?)?.and_hms_opt(
        two(8)?,
        two(10)?,
        two(12)?,
    )?;
    let (sign, zone) = raw.get(14..)?.split_at_checked(1)?;
    let seconds = match sign {
        "Z" if matches!(zone, "" | "00'00'" | "00'00") => 0,
        "+" | "-" => {
            let apostrophes = zone.get(2..3)? == "'" && matches!(zone.get(5..)?, "" | "'");
            let seconds = i32::try_from(two(15)? * 3600 + two(18)? * 60).ok()?;
            apostrophes.then_some(if sign == "-" { -seconds } else { seconds })?
        }
        _ => return None,
    };
    time.and_local_timezone(FixedOffset::east_opt(seconds)?).single()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_with_their_zone() {
        let text = |raw: &[u8]| date(raw).map(|date| date.to_rfc3339());
        let winter = Some("2026-11-20T10:00:01+01:00".to_owned());
        assert_eq!(text(b"D:20261120100001+01'00'"), winter);
        assert_eq!(text(b"D:20261120100001+01'00"), winter);
        assert_eq!(text(b"D:20261120100001Z"), Some("2026-11-20T10:00:01+00:00".to_owned()));
        for wrong in [
            &b"20261120100001Z"[..],
            b"D:20261320100001Z",
            b"D:20261120100001",
            b"D:20261120100001+01:00",
            b"D:2026",
            b"D:20261120100001+01'00'x",
            b"D:2026112010000\xC3\xA4Z",
        ] {
            assert_eq!(date(wrong), None);
        }
    }
}
