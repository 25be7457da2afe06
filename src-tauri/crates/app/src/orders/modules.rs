//! Text modules: written and removed by the clerk, and the usual ones that a vault begins with.

use super::{answer, new_act};
use crate::core::TextModuleId;
use crate::core::directory::{Directory, MasterRow};
use crate::core::richtext::RichText;
use crate::core::text_module::TextModule;
use crate::engine::Engine;
use crate::error::ApiError;
use crate::messages;
use crate::order::Answer;
use crate::request::{Caller, MasterRequest, Request};
use serde::Deserialize;

const USUAL: &str = include_str!("../../../../../assets/text-modules.json");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Usual {
    code: String,
    text: String,
}

/// The usual ones that were never there; what was changed or removed stays so.
pub(super) fn usual(directory: &Directory) -> Result<Vec<MasterRow>, ApiError> {
    let all: Vec<Usual> = serde_json::from_str(USUAL).map_err(|_| messages::internal())?;
    let modules = all.into_iter().map(|Usual { code, text }| TextModule {
        id: TextModuleId::from_key(&format!("usual-{code}")),
        code,
        text: RichText::paragraphs([text.as_str()]),
        removed: false,
    });
    let free = |one: &TextModule| {
        !directory.text_modules.contains_key(&one.id)
            && one.check(directory.text_modules.values()).is_ok()
    };
    Ok(modules.filter(free).map(MasterRow::TextModule).collect())
}

/// A new one, or another version of one that is there or was.
pub(super) fn write(
    engine: &mut Engine,
    module: Option<TextModuleId>,
    (code, text): (&str, &RichText),
    caller: &Caller,
) -> Result<Answer, ApiError> {
    let id = match module {
        Some(id) => known(engine, id)?.id,
        None => TextModuleId::from_key(&new_act()?.to_string()),
    };
    let row = TextModule { id, code: code.trim().to_owned(), text: text.clone(), removed: false };
    put(engine, row, caller)
}

/// It is offered no longer; its versions stay.
pub(super) fn remove(
    engine: &mut Engine,
    module: TextModuleId,
    caller: &Caller,
) -> Result<Answer, ApiError> {
    let row = TextModule { removed: true, ..known(engine, module)?.clone() };
    put(engine, row, caller)
}

fn known(engine: &Engine, id: TextModuleId) -> Result<&TextModule, ApiError> {
    engine.directory().text_modules.get(&id).ok_or_else(messages::no_module)
}

fn put(engine: &mut Engine, row: TextModule, caller: &Caller) -> Result<Answer, ApiError> {
    let rows = vec![MasterRow::TextModule(row)];
    engine.execute(&Request::Master(MasterRequest { act: new_act()?, rows }), caller)?;
    answer(engine, None, Vec::new(), caller.now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_ones_fit_together_and_come_once() {
        let mut directory = Directory::default();
        let rows = usual(&directory).unwrap();
        assert!(rows.len() >= 10);
        for row in rows {
            assert_eq!(directory.check(&row), Ok(()), "{row:?}");
            directory.put(row);
        }
        assert_eq!(usual(&directory).unwrap(), []);
        // A code that somebody else's module has is left to it.
        let mut others = Directory::default();
        let own = TextModule {
            id: TextModuleId::from_key("own"),
            code: "Frage".to_owned(),
            text: RichText::paragraphs(["Eigene Worte."]),
            removed: false,
        };
        others.put(MasterRow::TextModule(own));
        assert_eq!(usual(&others).unwrap().len() + 1, directory.text_modules.len());
    }
}
