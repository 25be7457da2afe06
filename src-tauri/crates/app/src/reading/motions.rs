//! Lists of motions as a spreadsheet copies them: one motion a line, its cells apart by tabs.

use super::without_bullet;

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
    Name,
    Mover,
    Position,
    Old,
    New,
    Text,
}

/// A motion as it stands in a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ListedMotion {
    /// Number of the line, from 1.
    pub(crate) line: usize,
    /// "12", "Antrag 12", empty if none.
    pub(crate) name: String,
    /// Who made it, as typed; several apart.
    pub(crate) movers: Vec<String>,
    /// Where it applies.
    pub(crate) position: String,
    /// The amount that stands there.
    pub(crate) old_amount: String,
    /// The amount that is moved.
    pub(crate) new_amount: String,
    /// What it wants decided.
    pub(crate) text: String,
}

/// A list as read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ListedMotions {
    /// Motions in their order.
    pub(crate) motions: Vec<ListedMotion>,
    /// Lines that could not be read: number, and what is wrong with them.
    pub(crate) unread: Vec<(usize, &'static str)>,
}

/// Reads a list. A head names the columns; without one their number does.
pub(crate) fn read(text: &str) -> ListedMotions {
    let mut found = ListedMotions::default();
    let mut columns: Option<Vec<Option<Cell>>> = None;
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        if line.trim().is_empty() {
            continue;
        }
        let line = if line.contains('\t') { line } else { without_bullet(line) };
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        if let Some(head) = head(&cells) {
            columns = Some(head);
            continue;
        }
        if cells.len() < 2 {
            found.unread.push((number, "Die Spalten sind nicht durch Tabulatoren getrennt."));
            continue;
        }
        let columns = columns.clone().unwrap_or_else(|| by_number(&cells));
        match motion(number, &cells, &columns) {
            Some(motion) => found.motions.push(motion),
            None => found.unread.push((number, "Es fehlen Position, Betrag und Wortlaut.")),
        }
    }
    found
}

/// The columns that a head names; none where fewer than two cells are names of columns.
fn head(cells: &[&str]) -> Option<Vec<Option<Cell>>> {
    let columns: Vec<Option<Cell>> = cells.iter().map(|cell| column(cell)).collect();
    (columns.iter().flatten().count() >= 2).then_some(columns)
}

fn column(title: &str) -> Option<Cell> {
    let title = title.to_lowercase();
    let title = title.trim_end_matches([':', '.']);
    Some(match title {
        "nr" | "lfd. nr" | "lfd.nr" | "nummer" | "antrag" | "antrag nr" | "antragsnummer" => {
            Cell::Name
        }
        "antrag von" | "antragsteller" | "antragstellerin" | "antragsteller/in" | "fraktion"
        | "von" => Cell::Mover,
        "position" | "haushaltsstelle" | "seite" | "produkt" | "stelle" | "konto" | "hhst" => {
            Cell::Position
        }
        "alt" | "bisher" | "ansatz" | "ansatz alt" | "entwurf" | "betrag alt" => Cell::Old,
        "neu" | "beantragt" | "ansatz neu" | "betrag neu" | "betrag" => Cell::New,
        "text" | "wortlaut" | "inhalt" | "gegenstand" | "antragstext" | "begründung" => Cell::Text,
        _ => return None,
    })
}

/// Columns of a list without a head: number first if it is one.
fn by_number(cells: &[&str]) -> Vec<Option<Cell>> {
    use Cell::{Mover, Name, New, Old, Position, Text};
    let named = cells.first().is_some_and(|cell| {
        let number = cell.trim_start_matches("Antrag").trim();
        !number.is_empty() && number.starts_with(|c: char| c.is_ascii_digit())
    });
    let rest: &[Cell] = match cells.len() - usize::from(named) {
        0..=2 => &[Mover, Text],
        3 => &[Mover, Position, New],
        _ => &[Mover, Position, Old, New, Text],
    };
    let own = named.then_some(Name);
    own.into_iter().chain(rest.iter().copied()).map(Some).collect()
}

fn motion(line: usize, cells: &[&str], columns: &[Option<Cell>]) -> Option<ListedMotion> {
    let mut motion = ListedMotion { line, ..ListedMotion::default() };
    for (cell, column) in cells.iter().zip(columns) {
        let cell = (*cell).to_owned();
        match column {
            Some(Cell::Name) => motion.name = cell,
            Some(Cell::Mover) => motion.movers = movers(&cell),
            Some(Cell::Position) => motion.position = cell,
            Some(Cell::Old) => motion.old_amount = cell,
            Some(Cell::New) => motion.new_amount = cell,
            Some(Cell::Text) => motion.text = cell,
            None => {}
        }
    }
    // Cells beyond the known columns belong to the text.
    for cell in cells.iter().skip(columns.len()).filter(|cell| !cell.is_empty()) {
        if !motion.text.is_empty() {
            motion.text.push(' ');
        }
        motion.text.push_str(cell);
    }
    let says = [&motion.position, &motion.old_amount, &motion.new_amount, &motion.text];
    let says = says.iter().any(|one| !one.is_empty());
    says.then_some(motion)
}

/// "SPD, Grüne und Frau Alm".
fn movers(cell: &str) -> Vec<String> {
    let parts = cell.split([',', ';', '+']).flat_map(|part| part.split(" und "));
    parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<[String; 6]> {
        let all = read(text).motions.into_iter();
        all.map(|one| {
            let movers = one.movers.join("+");
            [one.name, movers, one.position, one.old_amount, one.new_amount, one.text]
        })
        .collect()
    }

    #[test]
    fn columns_are_known_by_their_head_or_by_their_number() {
        let all = ["7", "WU", "21.10.01", "1.000", "2.000", ""].map(String::from);
        for text in [
            "7\tWU\t21.10.01\t1.000\t2.000",
            "Nr.\tAntrag von\tPosition\talt\tneu\n7\tWU\t21.10.01\t1.000\t2.000",
            "neu\tbisher\tHaushaltsstelle\tFraktion\tNr\n2.000\t1.000\t21.10.01\tWU\t7",
            "\n 7 \t WU \t 21.10.01 \t 1.000 \t 2.000 \r\n\n",
        ] {
            assert_eq!(cells(text), std::slice::from_ref(&all), "{text}");
        }
        let without = |text: &str| cells(text).remove(0);
        assert_eq!(without("WU\tS. 3\t5").map(|c| c), ["", "WU", "S. 3", "", "5", ""]);
        assert_eq!(without("WU\tStelle streichen"), ["", "WU", "", "", "", "Stelle streichen"]);
        assert_eq!(
            without("3\tWU, HL und Frau Alm\tS. 3\t1\t2\tweil\tdarum"),
            ["3", "WU+HL+Frau Alm", "S. 3", "1", "2", "weil darum"]
        );
    }

    #[test]
    fn lines_that_cannot_be_read_are_named_and_the_others_kept() {
        let read = read("1\tWU\tS. 1\t1\t2\nAntrag der WU\n3\tHL\t\t\t\n4\tHL\tS. 4\t1\t");
        assert_eq!(read.motions.iter().map(|one| one.line).collect::<Vec<_>>(), [1, 4]);
        assert_eq!(read.unread.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 3]);
    }
}
