//! Changes JSON without breaking its shape: what is put in comes from a place of the same name, so
//! that most of what results is read again. It knows no type, so that it need not grow with them.

use std::collections::BTreeMap;

use serde_json::{Number, Value};
use sitzungsbuch_core::testing::odd::Dice;

/// Most elements that an array grows to at once.
const MOST: usize = 40;

/// What stands under each name in the seeds; elements of an array under the name of the array.
#[derive(Default)]
pub(super) struct Pool(BTreeMap<String, Vec<Value>>);

impl Pool {
    pub(super) fn of(seeds: &[Value]) -> Self {
        let mut pool = Self::default();
        for seed in seeds {
            pool.learn("", seed);
        }
        pool
    }

    fn learn(&mut self, name: &str, value: &Value) {
        match value {
            Value::Object(fields) => {
                fields.iter().for_each(|(name, value)| self.learn(name, value));
            }
            Value::Array(elements) => elements.iter().for_each(|value| self.learn(name, value)),
            _ => {}
        }
        let known = self.0.entry(name.to_owned()).or_default();
        // A lot of one kind would hide the others.
        if !value.is_array() && known.len() < 400 && !known.contains(value) {
            known.push(value.clone());
        }
    }

    fn draw(&self, name: &str, dice: &mut Dice) -> Option<Value> {
        let known = self.0.get(name).filter(|known| !known.is_empty())?;
        Some(dice.pick(known).clone())
    }
}

/// Changes one place of a value.
pub(super) fn mutate(value: &mut Value, pool: &Pool, dice: &mut Dice) {
    let mut places = 0;
    visit(value, "", &mut |_, _| places += 1);
    let mut left = dice.below(places);
    let mut hit = |name: &str, value: &mut Value| {
        if left == 0 {
            change(name, value, pool, dice);
        }
        left = left.wrapping_sub(1);
    };
    visit(value, "", &mut hit);
}

/// Every value with the name it stands under, containers behind their content.
fn visit(value: &mut Value, name: &str, act: &mut impl FnMut(&str, &mut Value)) {
    match value {
        Value::Object(fields) => {
            fields.iter_mut().for_each(|(name, value)| visit(value, name, act));
        }
        Value::Array(elements) => elements.iter_mut().for_each(|value| visit(value, name, act)),
        _ => {}
    }
    act(name, value);
}

fn change(name: &str, value: &mut Value, pool: &Pool, dice: &mut Dice) {
    if !value.is_array()
        && dice.once_in(3)
        && let Some(other) = pool.draw(name, dice)
    {
        *value = other;
        return;
    }
    match value {
        Value::Null => {}
        Value::Bool(holds) => *holds = !*holds,
        Value::Number(number) => *number = other_number(number, dice),
        Value::String(text) => {
            // Names of variants and references are words without blanks; most of them stay.
            let word = !text.is_empty() && text.chars().all(|sign| sign.is_ascii_alphanumeric());
            if !word || dice.once_in(12) {
                *text = if dice.once_in(3) { dice.text() } else { dice.garble(text) };
            }
        }
        Value::Array(elements) => change_array(name, elements, pool, dice),
        Value::Object(fields) => {
            // Most fields are needed; optional ones may be missing.
            let names: Vec<String> = fields.keys().cloned().collect();
            if !names.is_empty() && dice.once_in(6) {
                fields.remove(dice.pick(&names));
            }
        }
    }
}

fn other_number(number: &Number, dice: &mut Dice) -> Number {
    let old = number.as_u64().unwrap_or(0);
    let few = dice.below(30) as u64;
    let ends = [0, 1, 2, 255, 65_535, 4_294_967_295, old.saturating_add(1), old.saturating_sub(1)];
    if dice.once_in(2) { few.into() } else { (*dice.pick(&ends)).into() }
}

fn change_array(name: &str, elements: &mut Vec<Value>, pool: &Pool, dice: &mut Dice) {
    let at = dice.below(elements.len());
    match dice.below(6) {
        0 if !elements.is_empty() => {
            elements.remove(at);
        }
        1 if !elements.is_empty() => {
            let times = if dice.once_in(6) { dice.below(MOST) } else { 1 };
            for _ in 0..times {
                elements.insert(at, elements[at].clone());
            }
        }
        2 if elements.len() > 1 => {
            let other = dice.below(elements.len());
            elements.swap(at, other);
        }
        3 => elements.clear(),
        _ => elements.extend(pool.draw(name, dice)),
    }
}
