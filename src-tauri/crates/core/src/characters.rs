//! Characters that no printed text may hold, and characters that a reader sees.
//!
//! Control characters break lines and files; characters that turn the reading order round make a
//! name or a number read otherwise than it is stored.

/// Control characters (NUL and line breaks among them), line and paragraph separators, and the
/// embeddings, overrides and isolates of the bidirectional algorithm (Unicode UAX 9).
pub(crate) fn is_unfit(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a text holds such a character.
pub(crate) fn unfit(text: &str) -> bool {
    text.chars().any(is_unfit)
}

/// Whether a text shows anything on paper: not only blanks, joiners, marks of direction or soft
/// hyphens.
pub(crate) fn visible(text: &str) -> bool {
    let blank = |c: char| {
        c.is_whitespace()
            || is_unfit(c)
            || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
    };
    text.chars().any(|c| !blank(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_breaks_lines_or_turns_the_order_round_is_unfit() {
        for (text, expected) in [
            ("Müller-Lüdenscheidt (Dr.)", false),
            ("Silben\u{AD}trennung \u{2013} \u{202F}3\u{A0}€", false),
            ("a\nb", true),
            ("a\rb", true),
            ("a\tb", true),
            ("a\0b", true),
            ("a\u{85}b", true),
            ("a\u{2028}b", true),
            ("a\u{202E}b", true),
            ("a\u{2066}b", true),
        ] {
            assert_eq!(unfit(text), expected, "{text:?}");
        }
    }

    #[test]
    fn blanks_and_marks_show_nothing() {
        for (text, expected) in
            [("", false), (" \u{A0}\u{200B}\u{AD}\u{FEFF}", false), (" . ", true), ("ja", true)]
        {
            assert_eq!(visible(text), expected, "{text:?}");
        }
    }
}
