//! The named styles as data. Names of the usual ones are those of ODF programs, which show them in
//! the language of the office ("Heading 1" as "Überschrift 1", "Text body" as "Textkörper").

/// A named style.
pub(super) struct Named {
    pub(super) name: &'static str,
    pub(super) parent: &'static str,
    /// Style of the paragraph that follows when the office goes on typing.
    pub(super) next: &'static str,
    /// Level of a heading.
    pub(super) level: Option<u8>,
    pub(super) paragraph: &'static [(&'static str, &'static str)],
    /// Tab stops: place and kind.
    pub(super) tabs: &'static [(&'static str, &'static str)],
    pub(super) text: &'static [(&'static str, &'static str)],
}

const NONE: Named = Named {
    name: "",
    parent: "Standard",
    next: "",
    level: None,
    paragraph: &[],
    tabs: &[],
    text: &[],
};

const BOLD: (&str, &str) = ("fo:font-weight", "bold");
const KEEP: (&str, &str) = ("fo:keep-with-next", "always");
const NO_BREAKS: (&str, &str) = ("fo:hyphenate", "false");
/// The label axis, seen from the text axis.
const AXIS: (&str, &str) = ("fo:margin-left", "-31.00mm");
const LABELLED: (&str, &str) = ("fo:text-indent", "-31.00mm");
const TEXT_AXIS: &[(&str, &str)] = &[("0mm", "left")];
const RIGHT_EDGE: &[(&str, &str)] = &[("157mm", "right")];

/// Paragraph styles, parents first.
pub(super) const PARAGRAPHS: &[Named] = &[
    Named {
        name: "Standard",
        parent: "",
        paragraph: &[
            ("style:line-height-at-least", "15pt"),
            ("fo:orphans", "2"),
            ("fo:widows", "2"),
        ],
        ..NONE
    },
    Named {
        name: "Text body",
        paragraph: &[("fo:margin-top", "7.5pt"), ("fo:margin-bottom", "0pt")],
        text: &[("fo:hyphenate", "true")],
        ..NONE
    },
    Named {
        name: "Absatz mit Randwort",
        parent: "Text body",
        next: "Text body",
        paragraph: &[LABELLED],
        tabs: TEXT_AXIS,
        ..NONE
    },
    Named {
        name: "Heading",
        next: "Text body",
        paragraph: &[KEEP, ("fo:keep-together", "always")],
        text: &[BOLD],
        ..NONE
    },
    Named {
        name: "Heading 1",
        parent: "Heading",
        next: "Subtitle",
        level: Some(1),
        paragraph: &[AXIS, ("fo:margin-top", "24pt"), ("style:line-height-at-least", "30pt")],
        text: &[("fo:font-size", "25pt")],
        ..NONE
    },
    Named {
        name: "Heading 2",
        parent: "Heading",
        next: "Text body",
        level: Some(2),
        paragraph: &[
            AXIS,
            ("fo:margin-top", "27pt"),
            ("fo:margin-bottom", "2.5pt"),
            ("style:line-height-at-least", "18pt"),
        ],
        text: &[("fo:font-size", "15pt")],
        ..NONE
    },
    Named {
        name: "Heading 3",
        parent: "Heading",
        next: "Text body",
        level: Some(3),
        paragraph: &[LABELLED, ("fo:margin-top", "24pt")],
        tabs: TEXT_AXIS,
        text: &[("fo:font-size", "12pt")],
    },
    Named {
        name: "Heading 4",
        parent: "Heading",
        next: "Text body",
        level: Some(4),
        paragraph: &[("fo:margin-top", "11.5pt"), ("fo:margin-bottom", "0pt")],
        ..NONE
    },
    Named {
        name: "Gegenstand",
        next: "Text body",
        paragraph: &[KEEP],
        text: &[("fo:font-size", "12pt"), NO_BREAKS],
        ..NONE
    },
    Named {
        name: "Subtitle",
        next: "Text body",
        paragraph: &[AXIS, KEEP, ("fo:margin-top", "7pt")],
        text: &[("fo:font-size", "13pt")],
        ..NONE
    },
    Named { name: "Fassung", paragraph: &[AXIS, ("fo:margin-top", "3pt")], ..NONE },
    Named {
        name: "Körperschaft",
        paragraph: &[("style:line-height-at-least", "20pt")],
        text: &[("fo:font-size", "17pt"), BOLD],
        ..NONE
    },
    Named { name: "Organ", ..NONE },
    Named { name: "Gremium", text: &[BOLD], ..NONE },
    Named {
        name: "Kontakt",
        paragraph: &[
            ("style:line-height-at-least", "13pt"),
            ("fo:margin-left", "16mm"),
            ("fo:text-indent", "-16mm"),
        ],
        tabs: TEXT_AXIS,
        text: &[("fo:font-size", "9.5pt")],
        ..NONE
    },
    Named { name: "Ort und Datum", paragraph: &[("fo:margin-top", "12pt")], ..NONE },
    Named {
        name: "Sitzungsangabe",
        paragraph: &[LABELLED, ("style:line-height-at-least", "16pt")],
        tabs: TEXT_AXIS,
        ..NONE
    },
    Named {
        name: "Teil der Tagesordnung",
        parent: "Heading",
        next: "Tagesordnung",
        level: Some(3),
        paragraph: &[AXIS, ("fo:margin-top", "9pt")],
        text: &[("fo:font-size", "10pt")],
        ..NONE
    },
    Named {
        name: "Tagesordnung",
        paragraph: &[
            ("fo:margin-top", "3.9pt"),
            ("style:line-height-at-least", "13.5pt"),
            ("fo:keep-together", "always"),
        ],
        tabs: &[("0mm", "left"), ("117mm", "right")],
        text: &[("fo:font-size", "10.5pt"), NO_BREAKS],
        ..NONE
    },
    Named {
        name: "Tagesordnung Unterpunkt",
        parent: "Tagesordnung",
        paragraph: &[("fo:margin-top", "0pt")],
        tabs: &[("0mm", "left"), ("106mm", "right")],
        ..NONE
    },
    Named {
        name: "Anlage",
        paragraph: &[
            LABELLED,
            ("fo:margin-top", "3.9pt"),
            ("style:line-height-at-least", "13.5pt"),
        ],
        tabs: TEXT_AXIS,
        text: &[("fo:font-size", "10.5pt")],
        ..NONE
    },
    Named {
        name: "Listenabsatz",
        parent: "Text body",
        paragraph: &[("fo:margin-top", "3.75pt")],
        tabs: TEXT_AXIS,
        ..NONE
    },
    Named {
        name: "Quotations",
        parent: "Text body",
        paragraph: &[("fo:margin-left", "7mm"), ("fo:margin-right", "7mm")],
        ..NONE
    },
    Named {
        name: "Beschlusswort",
        next: "Beschluss",
        paragraph: &[KEEP],
        text: &[BOLD, NO_BREAKS],
        ..NONE
    },
    Named { name: "Beschluss", parent: "Text body", ..NONE },
    Named {
        name: "Abstimmungsergebnis",
        parent: "Beschluss",
        paragraph: &[("fo:margin-top", "9pt"), ("fo:keep-together", "always")],
        text: &[NO_BREAKS],
        ..NONE
    },
    Named {
        name: "Table Contents",
        paragraph: &[("style:line-height-at-least", "13pt")],
        text: &[("fo:font-size", "10pt")],
        ..NONE
    },
    Named {
        name: "Table Heading",
        parent: "Table Contents",
        paragraph: &[("style:line-height-at-least", "12pt")],
        text: &[("fo:font-size", "9pt"), BOLD],
        ..NONE
    },
    Named {
        name: "Anwesenheit",
        parent: "Table Contents",
        paragraph: &[("style:line-height-at-least", "13.1pt")],
        text: &[("fo:font-size", "10.5pt")],
        ..NONE
    },
    Named { name: "Anwesenheit Gruppe", parent: "Anwesenheit", text: &[BOLD], ..NONE },
    Named {
        name: "Anwesenheit Zusatz",
        parent: "Anwesenheit",
        paragraph: &[("style:line-height-at-least", "12.1pt")],
        text: &[("fo:font-size", "9.5pt")],
        ..NONE
    },
    Named {
        name: "Caption",
        paragraph: &[
            KEEP,
            ("fo:margin-top", "11.5pt"),
            ("fo:margin-bottom", "2pt"),
            ("style:line-height-at-least", "12pt"),
        ],
        text: &[("fo:font-size", "9pt")],
        ..NONE
    },
    Named { name: "Abbildung", paragraph: &[("fo:margin-top", "10pt")], ..NONE },
    Named {
        name: "Bildunterschrift",
        paragraph: &[
            ("fo:margin-top", "5.5pt"),
            ("fo:margin-bottom", "14pt"),
            ("style:line-height-at-least", "12pt"),
        ],
        text: &[("fo:font-size", "9pt")],
        ..NONE
    },
    Named {
        name: "Legende",
        paragraph: &[AXIS, ("fo:margin-top", "7pt"), ("style:line-height-at-least", "12pt")],
        text: &[("fo:font-size", "9pt")],
        ..NONE
    },
    Named { name: "Unterschrift Name", paragraph: &[KEEP, ("fo:padding-top", "2pt")], ..NONE },
    Named {
        name: "Unterschrift Funktion",
        paragraph: &[("style:line-height-at-least", "12pt")],
        text: &[("fo:font-size", "9.5pt")],
        ..NONE
    },
    Named {
        name: "Header",
        paragraph: &[
            AXIS,
            ("style:line-height-at-least", "12pt"),
            ("fo:border-bottom", "0.4pt solid #000000"),
            ("fo:padding-bottom", "1.5mm"),
        ],
        tabs: RIGHT_EDGE,
        text: &[("fo:font-size", "9pt")],
        ..NONE
    },
    Named {
        name: "Footer",
        paragraph: &[AXIS, ("style:line-height-at-least", "12pt")],
        tabs: RIGHT_EDGE,
        text: &[("fo:font-size", "9pt")],
        ..NONE
    },
    Named {
        name: "Footnote",
        paragraph: &[
            ("style:line-height-at-least", "12pt"),
            ("fo:margin-left", "3mm"),
            ("fo:text-indent", "-3mm"),
            ("fo:margin-bottom", "2pt"),
        ],
        text: &[("fo:font-size", "9pt"), ("fo:hyphenate", "true")],
        ..NONE
    },
];

/// Character styles.
pub(super) const CHARACTERS: &[Named] = &[
    Named { name: "Randwort", parent: "", text: &[("fo:font-size", "9.5pt"), NO_BREAKS], ..NONE },
    Named { name: "Stichwort", parent: "", text: &[BOLD], ..NONE },
    Named {
        name: "Internet link",
        parent: "",
        text: &[("style:text-underline-style", "solid"), NO_BREAKS],
        ..NONE
    },
    Named { name: "Verweis", parent: "", ..NONE },
    Named { name: "Footnote Symbol", parent: "", ..NONE },
    Named {
        name: "Footnote anchor",
        parent: "",
        text: &[("style:text-position", "super 58%")],
        ..NONE
    },
    Named {
        name: "Statusmarke",
        parent: "",
        text: &[
            BOLD,
            ("fo:font-size", "9pt"),
            ("fo:letter-spacing", "0.5pt"),
            ("fo:color", "#ffffff"),
            ("fo:background-color", "#000000"),
        ],
        ..NONE
    },
    Named { name: "Kennzeichen", parent: "", text: &[BOLD], ..NONE },
];
