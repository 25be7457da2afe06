//! A document as plain text that people can read and compare.

use crate::document::{
    AgendaEntry, AttendanceTable, Block, Decision, Document, Face, Inline, LabelledLine, Picture,
    Table,
};
use std::fmt::Write;

pub(super) fn text(document: &Document) -> String {
    let mut out = String::new();
    let mut line = |text: &str| writeln!(out, "{text}").unwrap();
    line(&format!("[{}] {}", document.author, document.title));
    line(&format!("[{}, {:?}] {}", document.created, document.status, document.footer));
    document.mark.iter().for_each(|mark| line(&format!("[{mark}]")));
    let head = &document.letterhead;
    line(&format!("{} | {} | {}", head.body, head.organ, head.organization));
    line(&format!("{} {}", head.contact_heading, head.contact_name));
    line(&lines(&head.contact));
    line(&head.place_and_date);
    if let Some(address) = &document.address {
        line(&format!("{}\n{}", address.sender, address.lines.join("\n")));
    }
    let headline = &document.headline;
    line(&format!("# {}\n{}\n{}", headline.title, headline.subtitle, headline.scope));
    line(&lines(&document.session));
    blocks(&mut out, &document.blocks, "");
    out
}

fn lines(lines: &[LabelledLine]) -> String {
    let lines: Vec<String> = lines.iter().map(|l| format!("{}: {}", l.label, l.value)).collect();
    lines.join("\n")
}

fn blocks(out: &mut String, blocks: &[Block], indent: &str) {
    for one in blocks {
        let mut text = String::new();
        block(&mut text, one);
        for line in text.lines() {
            writeln!(out, "{indent}{line}").unwrap();
        }
    }
}

fn block(out: &mut String, block: &Block) {
    match block {
        Block::Section { title, start, mark } => {
            let mark = mark.as_deref().map_or(String::new(), |mark| format!(" [{mark}]"));
            writeln!(out, "\n## {title} ({start:?}){mark}").unwrap();
        }
        Block::Item { label, title, subject, paper, anchor, .. } => {
            writeln!(out, "\n### {label} {title} <{anchor}>").unwrap();
            for line in [subject, paper].into_iter().filter(|line| !line.is_empty()) {
                writeln!(out, "    {line}").unwrap();
            }
        }
        Block::Subheading { content } => writeln!(out, "#### {}", inlines(content)).unwrap(),
        Block::Paragraph { label, content } => {
            let label = if label.is_empty() { String::new() } else { format!("[{label}] ") };
            writeln!(out, "{label}{}", inlines(content)).unwrap();
        }
        Block::Quote { blocks: inner } => blocks(out, inner, "> "),
        Block::List { numbering, items } => {
            for item in items {
                writeln!(out, "{} ({numbering:?})", item.label).unwrap();
                blocks(out, &item.blocks, "    ");
            }
        }
        Block::Table(table) => self::table(out, table),
        Block::Picture(Picture { alternative, caption, .. }) => {
            writeln!(out, "[Bild: {alternative}] {caption}").unwrap();
        }
        Block::Decision(decision) => self::decision(out, decision),
        Block::Agenda { parts } => {
            for part in parts {
                writeln!(out, "{}", part.name).unwrap();
                part.entries.iter().for_each(|entry| agenda(out, entry, "  "));
            }
        }
        Block::Attendance(list) => {
            attendance(out, &list.members);
            list.others.iter().for_each(|table| attendance(out, table));
            writeln!(out, "{}", list.legend).unwrap();
        }
        Block::Sheet(sheet) => {
            writeln!(out, "{}", sheet.head.join(" | ")).unwrap();
            for row in &sheet.rows {
                writeln!(out, "{} | {} | {}", row.number, row.name, row.below).unwrap();
            }
            writeln!(out, "{}", sheet.legend).unwrap();
        }
        Block::Lines { lines } => writeln!(out, "{}", self::lines(lines)).unwrap(),
        Block::Particulars { rows } => {
            for row in rows {
                let entries: Vec<String> = row.entries.iter().map(|one| one.join(" | ")).collect();
                writeln!(out, "{}: {}", row.label, entries.join("\n    ")).unwrap();
            }
        }
        Block::Signatures { kind, signers } => {
            for one in signers {
                let items = Some(&one.items).filter(|items| !items.is_empty());
                let items = items.map(|items| format!(", {items}")).unwrap_or_default();
                let picture = one.picture.iter().map(|one| format!(" [Bild: {}]", one.alternative));
                let (field, picture) = (&one.field, picture.collect::<String>());
                writeln!(out, "[{kind:?} {field}] {}, {}{items}{picture}", one.name, one.role)
                    .unwrap();
            }
        }
    }
}

fn agenda(out: &mut String, entry: &AgendaEntry, indent: &str) {
    let target = entry.target.as_deref().map_or("", |_| "*");
    let AgendaEntry { number, title, subject, paper, .. } = entry;
    let line = [number, title, subject, paper].map(String::as_str).join(" | ");
    writeln!(out, "{indent}{target}{line}").unwrap();
    entry.entries.iter().for_each(|sub| agenda(out, sub, &format!("{indent}    ")));
}

fn attendance(out: &mut String, table: &AttendanceTable) {
    writeln!(out, "{}", table.head.join(" | ")).unwrap();
    for group in &table.groups {
        writeln!(out, "{}:", group.name).unwrap();
        for row in &group.rows {
            writeln!(out, "  {} | {}", row.name, row.cells.join(" | ")).unwrap();
            row.annotations.iter().for_each(|text| writeln!(out, "      {text}").unwrap());
        }
    }
}

fn decision(out: &mut String, decision: &Decision) {
    if !decision.label.is_empty() {
        writeln!(out, "| {}", decision.label).unwrap();
    }
    blocks(out, &decision.wording, "| ");
    if let Some(result) = &decision.result {
        writeln!(out, "| {} {}", result.lead, result.words).unwrap();
        if !result.figures.is_empty() {
            writeln!(out, "| {}", result.figures).unwrap();
        }
    }
    if let Some(table) = &decision.table {
        let mut text = String::new();
        self::table(&mut text, table);
        text.lines().for_each(|line| writeln!(out, "| {line}").unwrap());
    }
}

fn table(out: &mut String, table: &Table) {
    let row = |cells: &[Vec<Inline>]| {
        cells.iter().map(|cell| inlines(cell)).collect::<Vec<_>>().join(" ; ")
    };
    writeln!(out, "{{{:?} {:?}}} {} {}", table.kind, table.columns, table.caption, table.legend)
        .unwrap();
    writeln!(out, "{{head}} {}", row(&table.head)).unwrap();
    table.rows.iter().for_each(|cells| writeln!(out, "{}", row(cells)).unwrap());
    table.total.iter().for_each(|cells| writeln!(out, "{{total}} {}", row(cells)).unwrap());
    for one in &table.merged {
        writeln!(out, "{{one}} {}.{} {}x{}", one.row, one.column, one.rows, one.columns).unwrap();
    }
}

fn inlines(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text { text, face, underline } => {
                let mark = match face {
                    Face::Regular => "",
                    Face::Italic => "*",
                    Face::Bold => "**",
                    Face::BoldItalic => "***",
                };
                let line = if *underline { "_" } else { "" };
                write!(out, "{line}{mark}{text}{mark}{line}").unwrap();
            }
            Inline::Link { href } => write!(out, "<{href}>").unwrap(),
            Inline::Footnote { number, content } => {
                write!(out, "[^{number}: {}]", self::inlines(content)).unwrap();
            }
        }
    }
    out
}
