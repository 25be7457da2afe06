//! A sheet that is filled in by hand: number and name are printed, the rest is room for a pen.

use super::automatic::Family;
use super::content::Content;
use super::units::{FULL, HANG};
use crate::document::Sheet;

/// Number, name, words, two times; the signature has the rest.
const COLUMNS: [i64; 5] = [800, 4_800, 3_700, 1_200, 1_200];
const LINE: &str = "0.4pt solid #000000";
/// Room for a signature.
const ROW: &str = "9.7mm";

impl Content {
    pub(super) fn sheet(&mut self, sheet: &Sheet) {
        let mut columns = COLUMNS.to_vec();
        columns.push(FULL - COLUMNS.iter().sum::<i64>());
        self.open_table("Anwesenheitsliste", &columns, -HANG, Vec::new());
        self.xml.open("table:table-header-rows", &[]);
        self.open_row(true);
        for head in &sheet.head {
            self.open_cell(&[LINE; 4], (1, 1), "0.8mm");
            self.paragraph("Table Heading");
            self.say(head);
            self.xml.close();
            self.xml.close();
        }
        self.xml.close();
        self.xml.close();
        for row in &sheet.rows {
            let high = vec![
                ("style:min-row-height", ROW.to_owned()),
                ("fo:keep-together", "always".to_owned()),
            ];
            let style = self.automatic.name(Family::Row, "", high);
            self.xml.open("table:table-row", &[("table:style-name", &style)]);
            for column in 0..sheet.head.len() {
                self.open_cell(&[LINE; 4], (1, 1), "0.8mm");
                self.paragraph("Table Contents");
                match column {
                    0 => self.say(&row.number),
                    1 if row.below.is_empty() => self.say(&row.name),
                    1 => {
                        self.say(&row.name);
                        self.xml.text("\n");
                        self.say(&row.below);
                    }
                    _ => {}
                }
                self.xml.close();
                self.xml.close();
            }
            self.xml.close();
        }
        self.xml.close();
        self.line("Legende", &sheet.legend);
    }
}
