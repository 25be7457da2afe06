//! Tables: those of the text, and the list of those present. Heads are repeated on every page, rows
//! stay whole.

use super::automatic::{Family, Properties};
use super::content::Content;
use super::text::{has_note, length};
use super::units::{COLUMN, FULL, HANG, mm};
use super::widths::{Want, shared};
use crate::document::{
    Align, Attendance, AttendanceGroup, AttendanceTable, Inline, Places, Table, TableKind,
};

/// Rules around a cell, above, below, left, right; empty for none.
pub(super) type Edges = [&'static str; 4];
/// Columns and rows of a cell.
type Spans = (usize, usize);
pub(super) const NO_EDGES: Edges = ["", "", "", ""];
const SIDES: [&str; 4] = ["fo:border-top", "fo:border-bottom", "fo:border-left", "fo:border-right"];

const THICK: &str = "0.8pt solid #000000";
const FINE: &str = "0.4pt solid #000000";
const HAIR: &str = "0.25pt solid #000000";

/// Columns of the list of those present: group, status, faction.
const GROUP: i64 = 3_100;
const STATUS: i64 = 1_700;
const FACTION: i64 = 3_800;
/// Name, where the office or organisation follows.
const NAME: i64 = 4_500;

/// From so many columns on letters get smaller.
const MANY: usize = 14;

impl Content {
    /// Opens a table; `left` is its left edge as seen from the text axis.
    pub(super) fn open_table(&mut self, name: &str, columns: &[i64], left: i64, own: Properties) {
        self.tables += 1;
        let mut properties = vec![
            ("style:width", mm(columns.iter().sum())),
            ("table:align", "left".to_owned()),
            ("fo:margin-left", mm(left)),
        ];
        properties.extend(own);
        let style = self.automatic.name(Family::Table, "", properties);
        // Names are unique in the document.
        let name = format!("{name} {}", self.tables);
        self.xml.open("table:table", &[("table:name", &name), ("table:style-name", &style)]);
        for width in columns {
            let properties = vec![("style:column-width", mm(*width))];
            let style = self.automatic.name(Family::Column, "", properties);
            self.xml.empty("table:table-column", &[("table:style-name", &style)]);
        }
    }

    /// Opens a row; one that is kept stands on one page.
    pub(super) fn open_row(&mut self, kept: bool) {
        let together = if kept { "always" } else { "auto" };
        let properties = vec![("fo:keep-together", together.to_owned())];
        let style = self.automatic.name(Family::Row, "", properties);
        self.xml.open("table:table-row", &[("table:style-name", &style)]);
    }

    /// Opens a cell over so many columns and rows, with room on its right.
    pub(super) fn open_cell(&mut self, edges: &Edges, spans: Spans, right: &str) {
        let beside = if edges.iter().all(|rule| !rule.is_empty()) { "0.8mm" } else { "0mm" };
        let mut properties: Properties = SIDES
            .into_iter()
            .zip(edges)
            .map(|(side, rule)| (side, if rule.is_empty() { "none" } else { rule }.to_owned()))
            .collect();
        for (side, room) in [
            ("fo:padding-top", "0.3mm"),
            ("fo:padding-bottom", "0.2mm"),
            ("fo:padding-left", beside),
            ("fo:padding-right", right),
        ] {
            properties.push((side, room.to_owned()));
        }
        self.cell(properties, spans);
    }

    /// Opens a cell over so many columns and rows.
    pub(super) fn cell(&mut self, properties: Properties, (columns, rows): Spans) {
        let style = self.automatic.name(Family::Cell, "", properties);
        let (columns, rows) = (columns.to_string(), rows.to_string());
        let mut attributes = vec![("table:style-name", style.as_str())];
        for (name, count) in
            [("table:number-columns-spanned", &columns), ("table:number-rows-spanned", &rows)]
        {
            if count != "1" {
                attributes.push((name, count));
            }
        }
        attributes.push(("office:value-type", "string"));
        self.xml.open("table:table-cell", &attributes);
    }

    /// A table of the text with its caption.
    pub(super) fn table(&mut self, table: &Table) {
        let count = table.width();
        if count == 0 {
            return;
        }
        let places = table.places();
        let grid = table.kind == TableKind::Grid;
        let want = |column: usize| {
            let cell = |row| Want::of(length(table.own_cell(&places, (row, column))));
            // The heads of a plan are lines above each other.
            let head = if grid { cell(0).narrow() } else { cell(0) };
            (1..table.all_rows().count()).map(cell).fold(head, Want::or)
        };
        let wants: Vec<Want> = (0..count).map(want).collect();
        let whole: i64 = wants.iter().map(|want| want.whole).sum();
        let full = !self.in_cell && (grid || whole > COLUMN);
        let widths = shared(&wants, if full { FULL } else { COLUMN });
        self.caption(table, full);
        let below = if self.in_cell { "0pt" } else { "9pt" };
        let mut own = vec![("fo:margin-bottom", below.to_owned())];
        if table.caption.is_empty() && table.legend.is_empty() {
            own.push(("fo:margin-top", "9pt".to_owned()));
        }
        self.open_table("Tabelle", &widths, if full { -HANG } else { 0 }, own);
        let look = Look { table, places, count, small: count >= MANY };
        self.head(&look);
        let last = table.rows.len();
        for at in 0..last {
            let end = if table.total.is_none() && at + 1 == last { THICK } else { "" };
            let edges = [if at == 0 { FINE } else { "" }, end];
            self.row(&look, at + 1, edges, "Table Contents");
        }
        if table.total.is_some() {
            self.row(&look, last + 1, [FINE, THICK], "Table Heading");
        }
        self.xml.close();
    }

    fn caption(&mut self, table: &Table, full: bool) {
        if table.caption.is_empty() && table.legend.is_empty() {
            return;
        }
        self.once.clear();
        if full {
            self.once.push(("fo:margin-left", mm(-HANG)));
        }
        self.paragraph("Caption");
        self.styled("Stichwort", &table.caption);
        if !table.legend.is_empty() {
            self.xml.text(if table.caption.is_empty() { "" } else { " – " });
            self.say(&table.legend);
        }
        self.xml.close();
    }

    /// The head; one with a footnote is not repeated, for the note would be, too.
    fn head(&mut self, look: &Look<'_>) {
        let head = &look.table.head;
        if head.is_empty() {
            return;
        }
        let repeated = !head.iter().any(|cell| has_note(cell));
        if repeated {
            self.xml.open("table:table-header-rows", &[]);
        }
        self.row(look, 0, [THICK, FINE], "Table Heading");
        if repeated {
            self.xml.close();
        }
    }

    fn row(
        &mut self,
        look: &Look<'_>,
        row: usize,
        [above, below]: [&'static str; 2],
        style: &'static str,
    ) {
        let grid = look.table.kind == TableKind::Grid;
        let rule = |rule: &'static str| if grid && rule.is_empty() { HAIR } else { rule };
        let side = if grid { HAIR } else { "" };
        // Without rules it would not be seen where a cell over several rows ends.
        let part = !grid && row > 1 && look.places.any_high() && look.places.begins(row);
        let above = if part && above.is_empty() { HAIR } else { above };
        self.open_row(true);
        for column in 0..look.count {
            let Some(spans) = look.places.cell((row, column)) else {
                self.xml.empty("table:covered-table-cell", &[]);
                continue;
            };
            let right = if grid { "0.8mm" } else { "3mm" };
            let right = if column + spans.0 == look.count && !grid { "0mm" } else { right };
            let last = row + spans.1 == look.rows();
            let below = if last && spans.1 > 1 && below.is_empty() { THICK } else { below };
            self.open_cell(&[rule(above), rule(below), side, side], spans, right);
            let align = match look.table.columns.get(column) {
                _ if row == 0 && spans.0 > 1 => "center",
                Some(Align::Right) => "end",
                Some(Align::Center) => "center",
                _ => "",
            };
            if !align.is_empty() {
                self.once.push(("fo:text-align", align.to_owned()));
            }
            self.paragraph(style);
            self.smaller(look.table.cell((row, column)), look.small);
            self.xml.close();
            self.xml.close();
        }
        self.xml.close();
    }

    /// What stands in a cell; of many columns in smaller letters.
    fn smaller(&mut self, cell: &[Inline], small: bool) {
        if small {
            let smaller = vec![("fo:font-size", "8pt".to_owned())];
            let name = self.automatic.name(Family::Text, "", smaller);
            self.xml.open("text:span", &[("text:style-name", &name)]);
            self.inlines(cell);
            self.xml.close();
        } else {
            self.inlines(cell);
        }
    }

    /// Those present: groups over their rows, what is said of a person below the name.
    pub(super) fn attendance(&mut self, list: &Attendance) {
        self.attendance_table(&list.members, "7.5pt");
        if let Some(others) = &list.others {
            self.attendance_table(others, "15pt");
        }
        self.line("Legende", &list.legend);
    }

    fn attendance_table(&mut self, table: &AttendanceTable, before: &str) {
        let rows = table.groups.iter().flat_map(|group| &group.rows);
        let count = rows.map(|row| row.cells.len() + 2).chain([table.head.len(), 2]).max();
        let count = count.unwrap_or(2);
        let columns = match count {
            2 => vec![GROUP, FULL - GROUP],
            3 => vec![GROUP, NAME, FULL - GROUP - NAME],
            4 => vec![GROUP, FULL - GROUP - STATUS - FACTION, STATUS, FACTION],
            more => {
                let further = i64::try_from(more - 1).unwrap_or(1);
                let mut columns = vec![(FULL - GROUP) / further; more - 1];
                columns.insert(0, GROUP);
                columns
            }
        };
        let own = vec![("fo:margin-top", before.to_owned())];
        self.open_table("Anwesenheit", &columns, -HANG, own);
        self.xml.open("table:table-header-rows", &[]);
        self.open_row(true);
        for column in 0..count {
            self.open_cell(&[THICK, FINE, "", ""], (1, 1), "3mm");
            self.paragraph("Table Heading");
            self.say(table.head.get(column).map_or("", String::as_str));
            self.xml.close();
            self.xml.close();
        }
        self.xml.close();
        self.xml.close();
        for (at, group) in table.groups.iter().enumerate() {
            let end = if at + 1 == table.groups.len() { THICK } else { FINE };
            self.attendance_group(group, count, end);
        }
        self.xml.close();
    }

    fn attendance_group(&mut self, group: &AttendanceGroup, count: usize, end: &'static str) {
        for (at, row) in group.rows.iter().enumerate() {
            let below = if at + 1 == group.rows.len() { end } else { "" };
            self.open_row(true);
            if at == 0 {
                self.open_cell(&["", end, "", ""], (1, group.rows.len()), "3mm");
                self.paragraph("Anwesenheit Gruppe");
                self.say(&group.name);
                self.xml.close();
                self.xml.close();
            } else {
                self.xml.empty("table:covered-table-cell", &[]);
            }
            self.open_cell(&["", below, "", ""], (1, 1), "3mm");
            self.paragraph("Anwesenheit");
            self.say(&row.name);
            self.xml.close();
            for annotation in &row.annotations {
                self.line("Anwesenheit Zusatz", annotation);
            }
            self.xml.close();
            for column in 2..count {
                self.open_cell(&["", below, "", ""], (1, 1), "0mm");
                self.paragraph("Anwesenheit");
                self.say(row.cells.get(column - 2).map_or("", String::as_str));
                self.xml.close();
                self.xml.close();
            }
            self.xml.close();
        }
    }
}

/// How the rows of a table look.
struct Look<'a> {
    table: &'a Table,
    places: Places,
    count: usize,
    /// Letters are smaller.
    small: bool,
}

impl Look<'_> {
    /// How many rows there are, the head among them.
    fn rows(&self) -> usize {
        self.table.all_rows().count()
    }
}
