//! Text from outside, made fit for one line of a signature field.

use unicode_normalization::UnicodeNormalization;

/// Composed characters, one space for any run of white space and control characters, nothing
/// invisible: a mark of direction could make a name look like another one.
pub(super) fn clean(text: &str) -> String {
    let composed = text.nfc().filter(|one| !is_invisible(*one));
    let spaced: String = composed
        .map(|one| if one.is_whitespace() || one.is_control() { ' ' } else { one })
        .collect();
    spaced.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Format characters, variation selectors and tags (Unicode, `Default_Ignorable_Code_Point`).
const fn is_invisible(one: char) -> bool {
    matches!(
        one,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn white_space_and_invisible_characters_go() {
        assert_eq!(clean("  Grau\u{DF}\n\t von\u{A0}Au "), "Grau\u{DF} von Au");
        assert_eq!(clean("ab\u{202E}cd\u{200B}\u{AD}e"), "abcde");
        assert_eq!(clean("Mu\u{308}ller"), "M\u{FC}ller");
        assert_eq!(clean("\u{0}\u{7}"), "");
    }
}
