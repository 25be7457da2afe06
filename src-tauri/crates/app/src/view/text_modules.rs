//! The text modules, as they are offered and changed.

use crate::core::TextModuleId;
use crate::core::directory::Directory;
use crate::core::richtext::{Block, Inlines, RichText};
use crate::core::text_module::MAX_CODE;
use crate::reading::name::folded;
use serde::Serialize;

/// Words under a short code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TextModuleRow {
    /// Which.
    pub module: TextModuleId,
    /// What is typed for it.
    pub code: String,
    /// How it begins, without its structure.
    pub words: String,
    /// The words.
    pub text: RichText,
}

/// All that are offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TextModulesView {
    /// By their codes.
    pub modules: Vec<TextModuleRow>,
    /// Longest code in characters.
    pub longest_code: usize,
}

pub(super) fn view(directory: &Directory) -> TextModulesView {
    let there = directory.text_modules.values().filter(|one| !one.removed);
    let mut modules: Vec<TextModuleRow> = there
        .map(|one| TextModuleRow {
            module: one.id,
            code: one.code.clone(),
            words: words(&one.text),
            text: one.text.clone(),
        })
        .collect();
    modules.sort_by_cached_key(|one| (folded(&one.code), one.module));
    TextModulesView { modules, longest_code: MAX_CODE }
}

/// The lines one after the other, as far as anybody reads them in a list.
fn words(text: &RichText) -> String {
    const MOST: usize = 160;
    let mut lines: Vec<String> = Vec::new();
    text.visit(&mut |block| match block {
        Block::Paragraph { content, .. } | Block::Heading { content } => {
            lines.push(content.characters());
        }
        Block::Table(table) => {
            let cells = table.head.iter().map(Inlines::characters);
            lines.push(cells.collect::<Vec<_>>().join(" "));
        }
        // A text module has no picture.
        Block::List { .. } | Block::Quote { .. } | Block::Fact { .. } | Block::Picture(_) => {}
    });
    let all = lines.join(" ");
    if all.chars().count() <= MOST {
        return all;
    }
    let cut: String = all.chars().take(MOST - 1).collect();
    format!("{}…", cut.trim_end())
}
