//! Numbers and odd texts from a seed: the same on every machine, so that a case is named by a number.

use alloc::string::String;

/// Words and signs as they come from keyboards, word processors and other people's programs.
const PIECES: [&str; 64] = [
    "",
    " ",
    "  ",
    "a",
    "ß",
    "Ä",
    "die",
    "Verwaltung",
    "Kreisausschuss",
    "Beschlussfähigkeit",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "§",
    "31",
    "25.000",
    "EUR",
    "6,4 %",
    "16:53 Uhr",
    "Frau",
    "Dr.",
    "z. B.",
    "i. V. m.",
    "1.",
    "a)",
    "Zu a)",
    "TOP 9",
    "Anlage 3",
    "20/041/2026",
    "Ja: 14, Nein: 3",
    "vom 12.11.2026",
    "Falkenroth",
    "Lohmanns-Reuter",
    "E-Mail",
    "–",
    "-",
    "/",
    "„",
    "“",
    "‚",
    "‘",
    "\"",
    "&",
    "<b>",
    "{Name}",
    "\\",
    "https://beispiel.example/a?b=1#c",
    "mailto:a@b.example",
    "\t",
    "\n",
    "\r\n",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{202e}",
    "\u{2028}",
    "\u{feff}",
    "\u{301}",
    "ﬁ",
    "Ωмир",
    "שלום",
    "😀",
    "漢字",
    "\u{fffe}",
    "\u{10ffff}",
];

/// A fixed sequence of numbers.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// The sequence of a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5bf0_3635)
    }

    /// A number of 32 bits.
    pub fn roll(&mut self) -> u32 {
        // SplitMix64, its upper half.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        u32::try_from(mixed >> 32).unwrap_or_default()
    }

    /// A number below a bound; 0 where there is none.
    pub fn below(&mut self, bound: usize) -> usize {
        if bound == 0 { 0 } else { self.roll() as usize % bound }
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of several.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    /// A text of odd pieces; now and then a long one.
    pub fn text(&mut self) -> String {
        let pieces = if self.once_in(40) { 400 } else { self.below(12) };
        let mut text = String::new();
        for _ in 0..pieces {
            text.push_str(self.pick::<&str>(&PIECES));
            if self.once_in(2) {
                text.push(' ');
            }
            if self.once_in(50) {
                text.extend(char::from_u32(self.roll() % 0x11_0000));
            }
        }
        text
    }

    /// A text with something changed in it: cut, doubled, or put in.
    pub fn garble(&mut self, text: &str) -> String {
        let mut place = || {
            let at = self.below(text.len() + 1);
            (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
        };
        let (one, other) = (place(), place());
        let (from, to) = (one.min(other), one.max(other));
        let (head, middle, tail) = (&text[..from], &text[from..to], &text[to..]);
        match self.below(4) {
            0 => [head, tail].concat(),
            1 => [head, middle, middle, tail].concat(),
            2 => [head, self.text().as_str(), tail].concat(),
            _ => [head, self.text().as_str(), middle, tail].concat(),
        }
    }
}
