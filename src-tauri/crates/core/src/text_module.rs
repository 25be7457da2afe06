//! Text modules: words that come again in every session, put into a text by a short code.
//!
//! Places to fill in stand in the words in braces ("{wer} fragt nach, {was}."); the core gives them
//! no meaning.

use crate::TextModuleId;
use crate::richtext::{Block, RichText, Unfit};
use alloc::string::String;
use serde::{Deserialize, Serialize};

/// Longest code in characters.
pub const MAX_CODE: usize = 12;

/// Words under a short code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TextModule {
    /// Identity; survives another code.
    pub id: TextModuleId,
    /// What is typed for it: "kenntnis".
    pub code: String,
    /// The words.
    pub text: RichText,
    /// It is offered no longer; its code is free.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub removed: bool,
}

/// Why a text module is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "fault", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum ModuleFault {
    /// A code has letters, digits and hyphens, and at most [`MAX_CODE`] of them.
    CodeUnfit,
    /// Another module has the code; small and capital letters are the same.
    CodeTaken {
        /// As it stands there.
        code: String,
    },
    /// There are no words.
    TextMissing,
    /// The words break a limit of every text.
    TextUnfit {
        /// Which.
        why: Unfit,
    },
    /// Something of one session stands in it.
    OfOneSession,
}

impl TextModule {
    /// Whether it may stand beside the others.
    pub fn check<'a>(&self, others: impl IntoIterator<Item = &'a Self>) -> Result<(), ModuleFault> {
        let fits = |sign: char| sign.is_alphanumeric() || sign == '-';
        if self.code.is_empty()
            || self.code.chars().count() > MAX_CODE
            || !self.code.chars().all(fits)
        {
            return Err(ModuleFault::CodeUnfit);
        }
        self.text.check().map_err(|why| ModuleFault::TextUnfit { why })?;
        if !self.text.visible() {
            return Err(ModuleFault::TextMissing);
        }
        let mut of_session = false;
        self.text.visit(&mut |block| {
            of_session |=
                matches!(block, Block::Fact { .. } | Block::Paragraph { item: Some(_), .. });
        });
        if of_session {
            return Err(ModuleFault::OfOneSession);
        }
        let same = |one: &&Self| {
            one.id != self.id && !one.removed && one.code.to_lowercase() == self.code.to_lowercase()
        };
        match others.into_iter().find(same).filter(|_| !self.removed) {
            Some(other) => Err(ModuleFault::CodeTaken { code: other.code.clone() }),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ActId;
    use crate::richtext::Fact;
    use alloc::string::ToString;

    fn module(key: &str, code: &str, text: &str) -> TextModule {
        TextModule {
            id: TextModuleId::from_key(key),
            code: code.to_string(),
            text: RichText::paragraphs([text]),
            removed: false,
        }
    }

    #[test]
    fn a_code_is_one_short_word_and_stands_once() {
        let there = [module("a", "kenntnis", "Zur Kenntnis."), module("b", "Öff-2", "Öffentlich.")];
        let gone = TextModule { removed: true, ..module("c", "alt", "Alt.") };
        let others = || there.iter().chain([&gone]);
        let taken = |code: &str| Err(ModuleFault::CodeTaken { code: code.to_string() });
        for (key, code, expected) in [
            ("n", "frage", Ok(())),
            ("n", "zwölfzeichen", Ok(())),
            ("n", "alt", Ok(())),
            ("a", "Kenntnis", Ok(())),
            ("n", "KENNTNIS", taken("kenntnis")),
            ("n", "öff-2", taken("Öff-2")),
            ("n", "", Err(ModuleFault::CodeUnfit)),
            ("n", "zwei worte", Err(ModuleFault::CodeUnfit)),
            ("n", "a.b", Err(ModuleFault::CodeUnfit)),
            ("n", "dreizehnzeich", Err(ModuleFault::CodeUnfit)),
        ] {
            assert_eq!(module(key, code, "Worte.").check(others()), expected, "{code}");
        }
        let removed = TextModule { removed: true, ..module("n", "kenntnis", "Worte.") };
        assert_eq!(removed.check(others()), Ok(()));
    }

    #[test]
    fn it_has_words_and_nothing_of_one_session() {
        let with = |block: Block| {
            let mut one = module("n", "frage", "Worte.");
            one.text.blocks.push(block);
            one.check([])
        };
        let blank = module("n", "frage", " \u{a0}").check([]);
        assert_eq!(blank, Err(ModuleFault::TextMissing));
        let long = module("n", "frage", &"w".repeat(crate::richtext::MAX_CHARACTERS + 1));
        assert_eq!(long.check([]), Err(ModuleFault::TextUnfit { why: Unfit::TooLong }));
        let fact = Fact::Act { act: ActId::from_key("a") };
        assert_eq!(with(Block::Fact { fact }), Err(ModuleFault::OfOneSession));
        let item = Some(crate::AgendaItemId::from_key("top-1"));
        let of_item = Block::Paragraph { item, content: crate::richtext::Inlines::plain("x") };
        assert_eq!(with(of_item), Err(ModuleFault::OfOneSession));
    }
}
