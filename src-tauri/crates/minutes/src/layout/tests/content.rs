//! Every word of a document stands on paper once, in order, inside the element it belongs to.

use super::{document, fonts, item, node_text, nodes, paragraph, prose, section, set, table, text};
use crate::document::{
    Address, AgendaEntry, AgendaPart, Attendance, AttendanceGroup, AttendanceRow, AttendanceTable,
    Block, Decision, Document, Face, Inline, LabelledLine, ListItem, Numbering, Sheet, SheetRow,
    SignatureKind, Signer, Table, TableKind, VoteLine,
};
use crate::frame::{Child, Layout, NodeId, Owner, Role, Target};
use crate::layout::typeset;

fn person(name: &str, annotation: &str) -> AttendanceRow {
    let annotations = if annotation.is_empty() { vec![] } else { vec![annotation.to_owned()] };
    AttendanceRow {
        name: name.into(),
        annotations,
        cells: vec!["KA".into(), "Freie Bürger".into()],
    }
}

fn attendance(count: usize) -> Block {
    let rows = (0..count).map(|at| person(&format!("Vorname Nachname{at}"), "ab 16:53 Uhr"));
    let groups = vec![
        AttendanceGroup { name: "Vorsitz".into(), rows: vec![person("Annegret Falkenroth", "")] },
        AttendanceGroup { name: "Mitglieder".into(), rows: rows.collect() },
    ];
    let head = ["Gruppe", "Name", "Status", "Fraktion"].map(String::from).to_vec();
    let members = AttendanceTable { head, groups };
    Block::Attendance(Attendance { members, others: None, legend: "KA = Abgeordnete".into() })
}

fn entry(number: &str, title: &str, entries: Vec<AgendaEntry>) -> AgendaEntry {
    AgendaEntry {
        number: number.into(),
        title: title.into(),
        subject: "hier: Antrag".into(),
        paper: "20/041/2026".into(),
        target: Some("eins".into()),
        entries,
    }
}

fn full() -> Document {
    let agenda = AgendaPart {
        name: "Öffentlicher Teil".into(),
        entries: vec![entry("1", "Haushalt", vec![entry("1.1", "Anlagen", vec![])])],
    };
    let content = vec![
        Inline::text("Der Bericht ist "),
        Inline::Text { text: "sehr".into(), face: Face::Italic, underline: false },
        Inline::text(" lang: "),
        Inline::Link {
            href: "https://www.kreis-wiesenthal.example/ein/langer/bericht-2026".into(),
        },
        Inline::Footnote { number: 1, content: text("Eine Erläuterung.") },
        Inline::text(" und gut."),
    ];
    let list = Block::List {
        numbering: Numbering::LowerAlpha,
        items: vec![ListItem {
            label: "a)".into(),
            blocks: vec![paragraph("Erster"), paragraph(&prose(4, 40))],
        }],
    };
    let Block::Table(votes) = table(TableKind::Plain, 4, 5, "Z") else { unreachable!() };
    let decision = Decision {
        label: "Beschluss:".into(),
        wording: vec![paragraph(&prose(1, 50)), list.clone()],
        result: Some(VoteLine {
            lead: "Abstimmungsergebnis:".into(),
            words: "angenommen".into(),
            figures: "Ja: 1".into(),
        }),
        table: Some(votes),
    };
    document(vec![
        section("Anwesend waren"),
        attendance(70),
        section("Tagesordnung"),
        Block::Agenda { parts: vec![agenda] },
        section("Öffentlicher Teil"),
        item("Haushalt"),
        Block::Paragraph { label: "1.1".into(), content },
        Block::Subheading { content: text("Zwischentitel") },
        paragraph(&prose(2, 900)),
        Block::Quote { blocks: vec![paragraph(&prose(6, 60))] },
        list,
        Block::Table(Table { caption: "Titel".into(), ..plain() }),
        Block::Decision(decision),
        Block::Lines {
            lines: vec![LabelledLine { label: "Anlage 1".into(), value: "Liste".into() }],
        },
        Block::Signatures {
            kind: SignatureKind::Fields,
            signers: vec![Signer {
                field: "v".into(),
                name: "A B".into(),
                role: "Chef".into(),
                items: "zu TOP 3".into(),
                picture: None,
            }],
        },
    ])
}

fn plain() -> Table {
    let Block::Table(table) = table(TableKind::Grid, 12, 80, "") else { unreachable!() };
    table
}

/// The words of a document in reading order, a note behind its paragraph.
#[derive(Default)]
struct Words(String);

impl Words {
    fn add(&mut self, words: &str) {
        self.0.push_str(words);
    }

    fn inline(&mut self, content: &[Inline]) {
        let mut notes = String::new();
        for inline in content {
            match inline {
                Inline::Text { text, .. } => self.add(text),
                Inline::Link { href } => self.add(href),
                Inline::Footnote { number, content } => {
                    let mark = ["⁰", "¹", "²", "³"][usize::try_from(*number).unwrap()];
                    self.add(mark);
                    let mut note = Self::default();
                    note.add(mark);
                    note.inline(content);
                    notes.push_str(&note.0);
                }
            }
        }
        self.0.push_str(&notes);
    }

    fn table(&mut self, table: &Table) {
        self.add(&table.caption);
        let rows = [&table.head].into_iter().chain(&table.rows).chain(&table.total);
        for cell in rows.flatten() {
            self.inline(cell);
        }
    }

    fn attendance(&mut self, list: &Attendance) {
        list.members.head.iter().for_each(|words| self.add(words));
        for group in &list.members.groups {
            self.add(&group.name);
            for row in &group.rows {
                self.add(&row.name);
                row.annotations.iter().chain(&row.cells).for_each(|words| self.add(words));
            }
        }
        self.add(&list.legend);
    }

    fn entry(&mut self, entry: &AgendaEntry) {
        for words in [&entry.number, &entry.title, &entry.subject, &entry.paper] {
            self.add(words);
        }
        entry.entries.iter().for_each(|entry| self.entry(entry));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Section { title, .. } => self.add(title),
            Block::Item { label, title, subject, paper, .. } => {
                for words in [label, title, subject, paper] {
                    self.add(words);
                }
            }
            Block::Subheading { content } => self.inline(content),
            Block::Paragraph { label, content } => {
                self.add(label);
                self.inline(content);
            }
            Block::Quote { blocks } => blocks.iter().for_each(|block| self.block(block)),
            Block::List { items, .. } => {
                for item in items {
                    self.add(&item.label);
                    item.blocks.iter().for_each(|block| self.block(block));
                }
            }
            Block::Table(table) => self.table(table),
            Block::Picture(picture) => self.add(&picture.caption),
            Block::Decision(decision) => {
                self.add(&decision.label);
                decision.wording.iter().for_each(|block| self.block(block));
                let result = decision.result.as_ref().unwrap();
                for words in [&result.lead, &result.words, &result.figures] {
                    self.add(words);
                }
                decision.table.iter().for_each(|table| self.table(table));
            }
            Block::Agenda { parts } => {
                for part in parts {
                    self.add(&part.name);
                    part.entries.iter().for_each(|entry| self.entry(entry));
                }
            }
            Block::Attendance(list) => self.attendance(list),
            Block::Sheet(sheet) => {
                sheet.head.iter().for_each(|words| self.add(words));
                for row in &sheet.rows {
                    for words in [&row.number, &row.name, &row.below] {
                        self.add(words);
                    }
                }
                self.add(&sheet.legend);
            }
            Block::Lines { lines } => {
                for line in lines {
                    self.add(&line.label);
                    self.add(&line.value);
                }
            }
            Block::Particulars { rows } => {
                for row in rows {
                    self.add(&row.label);
                    row.entries.iter().flatten().for_each(|words| self.add(words));
                }
            }
            Block::Signatures { signers, .. } => {
                for signer in signers {
                    self.add(&signer.name);
                    self.add(&signer.role);
                    self.add(&signer.items);
                }
            }
        }
    }
}

/// What the head of the first page says.
fn front(document: &Document) -> Words {
    let head = &document.letterhead;
    let mut words = Words::default();
    for part in [&head.body, &head.organ, &head.organization] {
        words.add(part);
    }
    let mark = document.mark.as_deref().unwrap_or_default();
    if let Some(address) = &document.address {
        words.add(mark);
        words.add(&address.sender);
        address.lines.iter().for_each(|line| words.add(line));
    }
    for part in [&head.contact_heading, &head.contact_name] {
        words.add(part);
    }
    for line in &head.contact {
        words.add(&line.label);
        words.add(&line.value);
    }
    let title = &document.headline;
    let beside = if document.address.is_some() { "" } else { mark };
    for part in [head.place_and_date.as_str(), &title.title, beside, &title.subtitle, &title.scope]
    {
        words.add(part);
    }
    for line in &document.session {
        words.add(&line.label);
        words.add(&line.value);
    }
    words
}

fn dense(words: &str) -> String {
    words.chars().filter(|sign| !sign.is_whitespace()).collect()
}

/// Gives the pages, after every word was found on them.
fn set_with_every_word(document: &Document) -> Layout {
    let layout = set(document);
    let mut expected = front(document);
    document.blocks.iter().for_each(|block| expected.block(block));
    assert_eq!(dense(&node_text(&layout, NodeId(0))), dense(&expected.0));
    // On each page the order of drawing is the order of reading.
    let drawn: String = layout
        .pages
        .iter()
        .flat_map(super::runs)
        .map(|(_, run)| super::run_text(run))
        .collect::<String>()
        .replace('\u{ad}', "");
    assert_eq!(dense(&drawn), dense(&expected.0));
    assert!(layout.missing.is_empty(), "{:?}", layout.missing);
    layout
}

#[test]
fn every_word_stands_once_and_in_order() {
    assert!(set_with_every_word(&full()).pages.len() > 5);
}

fn sheet() -> Block {
    let row = |number: usize, name: &str, below: &str| SheetRow {
        number: number.to_string(),
        name: name.into(),
        below: below.into(),
    };
    let mut rows: Vec<SheetRow> =
        (1..40).map(|number| row(number, "Rainer H. Hollenstedt", "KA, Freie Bürger")).collect();
    rows.push(row(40, "", "Sitz nicht besetzt"));
    rows.push(row(41, "", ""));
    let head = ["Nr.", "Name", "Vertretung durch (Name)", "von", "bis", "Unterschrift"];
    Block::Sheet(Sheet { head: head.map(String::from), rows, legend: "KA = Abgeordnete".into() })
}

#[test]
fn a_letter_and_a_sheet_say_every_word_too() {
    let signer = |name: &str, role: &str| Signer {
        field: role.into(),
        name: name.into(),
        role: role.into(),
        items: String::new(),
        picture: None,
    };
    let lines = Block::Signatures {
        kind: SignatureKind::Lines,
        signers: vec![signer("A B", "Vorsitzende"), signer("", "Schriftführung")],
    };
    let mut letter = document(vec![
        paragraph(&prose(3, 60)),
        Block::Agenda {
            parts: vec![AgendaPart {
                name: "Öffentlicher Teil".into(),
                entries: vec![entry("1", "Haushalt", vec![])],
            }],
        },
        sheet(),
        lines,
    ]);
    letter.address = Some(Address {
        sender: "Kreis, Lindenallee 12".into(),
        lines: vec!["An die Mitglieder".into(), "des Ausschusses".into()],
    });
    letter.headline.subtitle.clear();
    letter.headline.scope.clear();
    letter.mark = Some("Nicht öffentlich".into());
    let layout = set_with_every_word(&letter);
    assert_joined(&layout);
    letter.address = None;
    assert_joined(&set_with_every_word(&letter));
    // Every row has a cell for each column, and one that heads it.
    for (_, row) in nodes(&layout, Role::Tr) {
        assert_eq!(row.children.len(), 6);
    }
    let heads = nodes(&layout, Role::Th).filter(|(_, cell)| cell.attributes.scope.is_some());
    assert_eq!(heads.count(), 6 + 41);
}

#[test]
fn paragraphs_keep_their_spaces() {
    let layout = set(&full());
    let long = prose(2, 900);
    let found = nodes(&layout, Role::P).any(|(node, _)| node_text(&layout, node) == long);
    assert!(found);
    let link = "https://www.kreis-wiesenthal.example/ein/langer/bericht-2026";
    let whole = format!("1.1 Der Bericht ist sehr lang: {link}¹ und gut.");
    assert!(nodes(&layout, Role::P).any(|(node, _)| node_text(&layout, node) == whole));
    let heading = "Zu Punkt 1: Haushalt";
    assert!(nodes(&layout, Role::Heading(3)).any(|(node, _)| node_text(&layout, node) == heading));
}

/// Every run of content is named exactly once, and where it begins.
fn assert_joined(layout: &Layout) {
    let mut named = 0;
    for (index, node) in layout.structure.iter().enumerate() {
        for child in &node.children {
            match child {
                Child::Content { page, item } => {
                    let items = &layout.pages[*page].items;
                    assert_eq!(items[*item].owner, Owner::Node(NodeId(index)));
                    if let Some(before) = item.checked_sub(1) {
                        assert_ne!(items[before].owner, items[*item].owner);
                    }
                    named += 1;
                }
                Child::Node(child) => {
                    assert_eq!(layout.structure[child.0].parent, Some(NodeId(index)));
                }
                Child::Link { page, link } => {
                    assert_eq!(layout.pages[*page].links[*link].node, NodeId(index));
                }
                Child::Field { page, field } => {
                    assert_eq!(layout.pages[*page].fields[*field].node, NodeId(index));
                }
            }
        }
    }
    let mut begun = 0;
    for page in &layout.pages {
        let mut last = None;
        for item in &page.items {
            let fresh = Some(item.owner) != last && matches!(item.owner, Owner::Node(_));
            begun += usize::from(fresh);
            last = Some(item.owner);
        }
    }
    assert_eq!(named, begun);
}

#[test]
fn the_tree_and_the_pages_fit_each_other() {
    let layout = set(&full());
    assert_joined(&layout);
    let mut level = 0;
    for node in &layout.structure {
        if let Role::Heading(next) = node.role {
            assert!(next <= level + 1, "{level} to {next}");
            level = next;
        }
    }
    let titles: Vec<(&str, u8)> =
        layout.bookmarks.iter().map(|mark| (mark.title.as_str(), mark.level)).collect();
    assert!(titles.contains(&("Tagesordnung", 1)) && titles.contains(&("Zu Punkt 1: Haushalt", 2)));
}

#[test]
fn heads_of_tables_are_repeated_as_artifacts() {
    let layout = set(&full());
    let heads = nodes(&layout, Role::THead).count();
    assert_eq!(heads, 3);
    let repeated = layout.pages.iter().flat_map(|page| page.items.iter()).filter(|item| {
        matches!(item.owner, Owner::Artifact(_))
            && matches!(&item.shape, crate::frame::Shape::Glyphs(run)
                if super::run_text(run) == "Gruppe")
    });
    assert!(repeated.count() >= 1);
    for (_, row) in nodes(&layout, Role::Th) {
        assert!(row.attributes.scope.is_some());
    }
}

#[test]
fn entries_of_the_agenda_lead_to_their_items() {
    let layout = set(&full());
    let links: Vec<_> = layout.pages.iter().flat_map(|page| page.links.iter()).collect();
    let inner = links.iter().find(|link| link.contents == "Zu Punkt 1: Haushalt").unwrap();
    let mark = layout.bookmarks.iter().find(|mark| mark.level == 2).unwrap();
    assert_eq!(inner.target, Target::Place { page: mark.page, y: mark.y });
    let outer: Vec<_> =
        links.iter().filter(|link| matches!(link.target, Target::Address(_))).collect();
    assert!(!outer.is_empty());
    assert!(outer.iter().all(|link| link.contents.starts_with("Verweis auf https://")));
    for link in links {
        assert_eq!(layout.structure[link.node.0].role, Role::Link);
        assert!(link.width.0 > 0 && link.height.0 > 0);
    }
}

#[test]
fn same_document_same_pages() {
    let document = full();
    let first = typeset(&document, &fonts());
    let fonts = fonts();
    assert_eq!(first, typeset(&document, &fonts));
    assert_eq!(first, typeset(&document, &fonts));
}
