//! What a Niederschrift has to be able to hold, element by element: the test prints where each stands
//! in the files of the scripts (script, page, place in the structure tree). Run it with `--nocapture`
//! to read the list.

use super::{Case, SCRIPTS, make};
use crate::compose::tests::papers;
use crate::compose::tests::script::{self, Played};
use crate::compose::{complete, public};
use crate::frame::{Layout, Owner, Role, Shape};
use crate::record::Edition;

/// Words that stand in an element with a role.
enum Shown {
    /// The role of the element, and words in it.
    At(Role, &'static str),
    /// It is drawn on the first page, beside words that say the same.
    Drawn,
}

use Shown::{At, Drawn};

const P: Role = Role::P;
const H2: Role = Role::Heading(2);
const H3: Role = Role::Heading(3);

const HEAD: &[(&str, Shown)] = &[
    ("Körperschaft", At(P, "Kreis Wiesenthal")),
    ("Organ", At(P, "Der Kreistag")),
    ("Gremium", At(P, "Ausschuss für Digitalisierung")),
    ("Es informiert Sie", At(P, "Es informiert Sie:")),
    ("Telefon", At(P, "Telefon 00815 47 1344")),
    ("Fax", At(P, "Fax 00815 47 1099")),
    ("E-Mail", At(P, "E-Mail malte.siebrecht@")),
    ("Ort und Datum der Ausfertigung", At(P, "Wiesenthal, den 20.11.2026")),
    ("Titel", At(Role::Heading(1), "Niederschrift")),
    ("Gremium im Genitiv", At(P, "Sitzung des Ausschusses für Mobilität und Klimaschutz")),
    ("Sitzungstermin, geplant", At(P, "Sitzungstermin Donnerstag, den 12.11.2026, 16:30 Uhr")),
    ("Sitzungstermin, tatsächlich", At(P, "Dauer 16:32 Uhr bis 18:07 Uhr")),
    ("Sitzungsort mit Raum", At(P, "Raum 1.204 (großer Sitzungssaal)")),
    ("Nummer der Sitzung", At(P, "über die 9. Sitzung")),
    ("Wahlperiode", At(P, "Wahlperiode XII")),
    ("Datum der Ladung", At(P, "mit Schreiben vom 29.10.2026")),
    ("Wappen oder Logo", Drawn),
];

const PAPER: &[(&str, Shown)] = &[
    ("Dezernat, zwei Zeilen", At(P, "Zuständig Dezernat I Abteilung 12 Digitalisierung")),
    ("mehrere Dezernate", At(P, "Dezernat III Abteilung 63 Bauordnung")),
    ("Geschäftsbereich", At(P, "Geschäftsbereich Geschäftsbereich Stadtentwicklung Amt für")),
    ("Bearbeiter", At(P, "Bearbeitung Katrin Wessendorf (Abt. 12) Telefon 00815 47 1200,")),
    ("mehrere Bearbeiter", At(P, "Birthe Zumloh (Abt. 63) Telefon 00815 47 6310, birthe.zumloh@")),
    ("Datum der Vorlage", At(P, "Datum 27.10.2026")),
    ("Nummer der Vorlage", At(P, "Vorlage Nr. 20/041/2026")),
    ("Nummer am Tagesordnungspunkt", At(H3, "– Vorlage Nr. 20/041/2026")),
    ("Nummer mit Zusatz der Antwort", At(P, "Vorlage Nr. 12/019/2026/1-A")),
    ("öffentlich", At(P, "Öffentlich")),
    ("nicht öffentlich", At(Role::Heading(1), "Sitzungsvorlage Nicht öffentlich")),
    ("Art der Vorlage", At(Role::Heading(1), "Antwort auf Anfragen")),
    ("Beratungsfolge mit Behandlung", At(Role::Th, "Behandlung")),
    ("Beratungsfolge mit Beschlussqualität", At(Role::Th, "Beschlussqualität")),
    ("mehrere Beratungen", At(Role::Th, "Kreisausschuss")),
    ("Sitzungstermin der Beratung", At(Role::Td, "17.12.2026")),
    ("Tagesordnungspunkt", At(P, "Tagesordnungspunkt: Haushalt 2027")),
    ("Betreff", At(P, "Haushalt 2027: Produktbereich „Digitale Verwaltung“")),
    ("Betreff mit anderer Vorlage", At(P, "„Digitaler Bauantrag“ (12/019/2026)")),
    ("Bezug", At(P, "Bezug 12/019/2026 Anfrage vom 22.10.2026: Digitaler Bauantrag")),
    ("Sachverhalt", At(H2, "Sachverhalt")),
    ("Grund der Vorlage", At(H2, "Grund der Vorlage")),
    ("Beschlussvorschlag", At(H2, "Beschlussvorschlag")),
    ("Beantwortung", At(H2, "Beantwortung")),
    ("Unterschriften der Vorlage", At(H2, "Unterschriften")),
    ("Name unter der Vorlage", At(P, "gez. Dr. Emanuel Thorwarth")),
];

const ATTENDANCE: &[(&str, Shown)] = &[
    ("Vorsitz", At(Role::Th, "Vorsitz")),
    ("Mitglieder", At(Role::Th, "Mitglieder")),
    ("Verwaltung", At(Role::Th, "Verwaltung")),
    ("Gäste", At(Role::Th, "Gäste")),
    ("Beratende Mitglieder", At(Role::Th, "Beratende Mitglieder")),
    ("Schriftführung", At(Role::Th, "Schriftführung")),
    ("Entschuldigt", At(Role::Th, "Entschuldigt")),
    ("akademischer Grad", At(Role::Th, "Prof. Dr. Gereon Nettebrock")),
    ("Mittelinitiale", At(Role::Th, "Rainer H. Hollenstedt")),
    ("Doppelname", At(Role::Th, "Souraya El Habbas")),
    ("Status", At(Role::Td, "KA")),
    ("Amt", At(Role::Td, "Kreisdirektor und Kämmerer")),
    ("Organisation eines Gastes", At(Role::Td, "Jugendkreistag Wiesenthal")),
    ("Vertretung für Frau", At(P, "Vertretung für Frau Quade")),
    ("Vertretung für Herrn", At(P, "Vertretung für Herrn Hollenstedt")),
    ("ab", At(P, "ab 16:53 Uhr")),
    ("bis", At(P, "bis 17:20 Uhr")),
    ("mehrere Zeiten", At(P, "bis 17:33 Uhr, ab 17:49 Uhr")),
    ("nur zu einem Punkt", At(P, "nur zu TOP 5 (von 18:03 bis 18:12 Uhr)")),
    ("Kurzform mit Erläuterung", At(Role::Td, "Abteilungsleiterin (AL)")),
    ("Kurzform danach", At(P, "Frau AL Wessendorf")),
    ("nicht vertreten", At(P, "nicht vertreten")),
    ("auch die Vertretung entschuldigt", At(P, "als Vertreter für Herrn Sandvoß")),
    ("zugeschaltet", At(P, "per Videokonferenz zugeschaltet")),
];

const AGENDA: &[(&str, Shown)] = &[
    ("Öffentlicher Teil", At(H3, "Öffentlicher Teil")),
    ("Nicht öffentlicher Teil", At(H3, "Nicht öffentlicher Teil")),
    ("fortlaufende Nummern", At(Role::Li, "10 Informationen der Verwaltung")),
    ("Unterpunkte", At(Role::Li, "1.6 Benennung von Berichterstatterinnen")),
    ("zweite Zeile", At(P, "hier: Anfrage der Fraktion Grüne Liste vom 22.10.2026")),
    ("Nummer am Ende", At(P, "20/041/2026")),
    ("Genehmigung der Niederschrift", At(P, "Genehmigung der Niederschrift über die Sitzung vom")),
    ("Erweiterung", At(P, "wegen äußerster Dringlichkeit um TOP 9.1")),
    ("Rücknahme", At(P, "Der Antrag wird zurückgezogen.")),
    ("andere Reihenfolge", At(P, "TOP 10 wird vor TOP 3 behandelt.")),
    ("gemeinsame Beratung", At(P, "Die TOP 5 und 6 werden gemeinsam beraten.")),
    ("Nachträge, keine", At(P, "Keine")),
    ("geschwärzter Text", At(P, "Für den Gitarrenabend [...] werde noch verhandelt")),
];

const BODY: &[(&str, Shown)] = &[
    ("Überschrift eines Punktes", At(H3, "Zu Punkt 3: Haushalt 2027 – Vorlage Nr. 20/041/2026")),
    ("Teil als Überschrift", At(H2, "Öffentlicher Teil")),
    ("Unterpunkte unter einem Text", At(P, "1.5 Die Vorsitzende schlägt vor")),
    ("Beschluss", At(P, "Beschluss:")),
    ("Abstimmungsergebnis", At(P, "Abstimmungsergebnis: einstimmig angenommen")),
    ("mit Zahlen", At(P, "Ja: 14, Nein: 0, Enthaltungen: 1")),
    ("mehrheitlich angenommen", At(P, "mehrheitlich bei 3 Gegenstimmen und 2 Enthaltungen")),
    ("abgelehnt", At(P, "bei Stimmengleichheit abgelehnt")),
    ("zur Kenntnis genommen", At(P, "nimmt die Ausführungen der Verwaltung zur Kenntnis.")),
    ("genehmigt", At(P, "Die Niederschrift wird genehmigt.")),
    ("ohne Beschluss", At(P, "Die Vorlage wird ohne Beschluss entgegengenommen.")),
    ("Empfehlung an andere", At(P, "empfiehlt dem Kreisausschuss, dem Kreistag")),
    ("soweit zuständig", At(P, "soweit er die Aufgaben des Ausschusses betrifft")),
    ("festgestellt", At(P, "Die Tagesordnung wird in der vorliegenden Fassung festgestellt.")),
    ("vertagt", At(P, "auf die Sitzung am 28.01.2027 vertagt")),
    ("verwiesen", At(P, "an den Kreisausschuss verwiesen")),
    ("abgesetzt", At(P, "von der Tagesordnung abgesetzt")),
    ("keine Wortmeldungen", At(P, "Weitere Wortmeldungen liegen nicht vor.")),
];

const PHRASES: &[(&str, Shown)] = &[
    ("Eröffnung, Vorsitzende", At(P, "eröffnet die Ausschussvorsitzende, Frau KA Falkenroth,")),
    ("Eröffnung, Vorsitzender", At(P, "eröffnet der Ausschussvorsitzende, Herr KA Grauß,")),
    ("Begrüßung der Gäste", At(P, "Ebenso begrüßt sie die Gäste, Herrn Lindhorst")),
    ("besondere Begrüßung", At(P, "Sein besonderer Gruß gilt Herrn Sachtleb")),
    ("Ladung", At(P, "form- und fristgerecht eingeladen")),
    (
        "Vertretungen in einem Satz",
        At(P, "Als Vertreterin des entschuldigten Herrn KA Hollenstedt"),
    ),
    ("ebenfalls entschuldigt", At(P, "Ebenfalls entschuldigt fehlen Herr KA Sandvoß sowie sein")),
    ("Beschlussfähigkeit", At(P, "stellt die Beschlussfähigkeit des Ausschusses fest")),
    ("Frage nach Anmerkungen", At(P, "ob es Anmerkungen zur letzten Niederschrift gibt")),
    ("Bericht mit Anlage", At(P, "anhand der anliegenden Präsentation (Anlage 2)")),
    ("Hinweis auf eine Folie", At(P, "(vgl. Folie 3)")),
    ("Nachfrage und Antwort", At(P, "Auf Nachfrage von Frau SB Fuhrbach erläutert")),
    ("zwei antworten", At(P, "Herr Fischbeck und Herr Lemmrich antworten")),
    ("Einvernehmen", At(P, "im Einvernehmen mit der Fraktion")),
    ("Anlage beigefügt", At(P, "ist der Niederschrift als Anlage 1 beigefügt")),
    ("Nichtöffentlichkeit", At(P, "die Nichtöffentlichkeit der Sitzung her. Herr Lindhorst")),
    ("Ende der Sitzung", At(P, "schließt die Sitzung um 18:07 Uhr")),
    ("Konjunktiv", At(P, "seien Aufwendungen von 4.812.500 EUR veranschlagt")),
    ("Sprecher im Satz", At(P, "so der Vorsitzende,")),
];

const TEXT: &[(&str, Shown)] = &[
    ("Zwischenüberschrift", At(Role::Heading(4), "Serviceportal")),
    ("kursive Frage", At(Role::Em, "In welchen Schritten soll der digitale Bauantrag")),
    ("fett", At(Role::Strong, "Freigeschaltet werden solle")),
    ("Nummern", At(Role::Lbl, "2.")),
    ("Buchstaben", At(Role::Lbl, "b)")),
    ("eigene Zeichen", At(Role::Lbl, "Zu a)")),
    ("Striche", At(Role::Lbl, "–")),
    ("Liste in Liste", At(Role::LBody, "der unteren Naturschutzbehörde")),
    ("Tabelle mit Kopf", At(Role::Th, "Ansatz 2027 in EUR")),
    ("Tabelle mit 19 Spalten", At(Role::Caption, "Zeitplan für den neuen Internetauftritt")),
    ("Summe", At(Role::Th, "Zusammen")),
    ("Fußnote, Zeichen", At(Role::Reference, "¹")),
    ("Fußnote, Text", At(Role::Note, "Gezählt werden Leistungen")),
    ("Verweis", At(Role::Link, "bericht-notfalluebung-2026")),
    ("Anführungszeichen", At(P, "„180 Endgeräte“")),
    ("Paragraf", At(P, "§ 28 Abs. 2 KrO NRW")),
    ("Beträge und Prozente", At(P, "4.812.500 EUR veranschlagt, 6,4 %")),
    ("Verweis auf andere Vorlagen", At(P, "Vorlage Nr. 10/023/2021")),
    ("verbundene Zellen", At(Role::Th, "Eintritt in EUR, voll und ermäßigt")),
    ("Bild oder Folie", At(Role::Figure, "Säulen für die Jahre 2019 bis 2024")),
    ("Bildunterschrift", At(Role::Caption, "Folie 9: Anteil der genutzten Kernprodukte")),
];

const CLOSING: &[(&str, Shown)] = &[
    ("Anlagenverzeichnis", At(H2, "Anlagen")),
    ("Anlage mit Nummer", At(P, "Anlage 1 Änderungsliste zum Entwurf")),
    ("Tischvorlage", At(P, "(lag in der Sitzung aus)")),
    ("nicht öffentliche Anlage", At(P, "Anlage N 1 Vergabevorschlag")),
    ("Name und Funktion", At(P, "Ausschussvorsitzende")),
    ("zwei Unterschriften", At(P, "Schriftführer")),
    ("weiterer Vorsitz", At(P, "zu TOP 7")),
    ("Mitunterzeichnende", At(P, "Mitunterzeichnerin")),
    ("Unterschrift als Bild", At(Role::Figure, "Unterschrift von Dr. Emanuel Thorwarth")),
];

const RARE: &[(&str, Shown)] = &[
    ("Befangenheit", At(P, "erklärt sich für befangen")),
    ("Platz im Zuhörerbereich", At(P, "nimmt im Zuhörerbereich Platz")),
    ("Rückkehr", At(P, "wieder am Beratungstisch Platz")),
    ("Unterbrechung", At(P, "von 17:36 Uhr bis 17:50 Uhr unterbrochen")),
    ("Vorsitzwechsel", At(P, "übernimmt um 18:15 Uhr den Vorsitz")),
    ("namentliche Abstimmung", At(H2, "Anlage 3: Namentliche Abstimmung")),
    ("geheime Abstimmung", At(P, "in geheimer Abstimmung mit 4 zu 1 Stimmen")),
    ("Wahl mit zweitem Wahlgang", At(P, "2. Wahlgang (engere Wahl)")),
    ("Los", At(P, "zieht das Los")),
    ("Beschlussunfähigkeit", At(P, "nicht beschlussfähig ist")),
    ("Nachweis der Beschlussfähigkeit", At(H2, "Anlage 4: Nachweis der Beschlussfähigkeit")),
    ("Störung der Verbindung", At(P, "wegen einer Störung der Verbindung")),
    ("Zustimmung zur Aufzeichnung", At(P, "Nicht einverstanden ist Herr RM Quadbeck")),
];

const ALL: [(&str, &[(&str, Shown)]); 9] = [
    ("Briefkopf", HEAD),
    ("Vorlage", PAPER),
    ("Anwesenheit", ATTENDANCE),
    ("Tagesordnung", AGENDA),
    ("Verlauf", BODY),
    ("Wendungen", PHRASES),
    ("Textformen", TEXT),
    ("Schluss", CLOSING),
    ("Besonderes", RARE),
];

/// An element of a file with its words.
struct Element {
    role: Role,
    path: String,
    page: usize,
    words: String,
}

/// All elements of a layout, in reading order.
fn elements(layout: &Layout) -> Vec<Element> {
    let mut found: Vec<Element> = Vec::new();
    for node in &layout.structure {
        let above = node.parent.and_then(|parent| found.get(parent.0));
        let role = match node.role {
            Role::Heading(level) => format!("H{level}"),
            other => format!("{other:?}"),
        };
        let path = above.map_or(role.clone(), |above| format!("{}/{role}", above.path));
        let figure = node.attributes.figure.as_deref();
        let (page, words) = figure
            .map_or((0, String::new()), |figure| (figure.page + 1, figure.alternative.clone()));
        found.push(Element { role: node.role, path, page, words });
    }
    for (page, drawn) in layout.pages.iter().enumerate() {
        let mut last = None;
        for item in &drawn.items {
            let (Owner::Node(node), Shape::Glyphs(run)) = (item.owner, &item.shape) else {
                continue;
            };
            let own = || run.glyphs.text().to_owned();
            let words: String = run.actual_text.clone().unwrap_or_else(own);
            let gap = if last.replace(node) == Some(node) { "" } else { " " };
            let mut at = Some(node);
            while let Some(index) = at {
                let element = &mut found[index.0];
                if element.words.is_empty() {
                    element.page = page + 1;
                }
                element.words.push_str(gap);
                element.words.push_str(&words);
                at = layout.structure[index.0].parent;
            }
        }
    }
    for element in &mut found {
        let words = element.words.replace('\u{ad}', "");
        element.words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    found
}

#[test]
fn each_element_of_the_checklist_stands_in_a_file() {
    let (mut files, mut drawn) = (Vec::new(), false);
    for path in SCRIPTS {
        let record = Played::of(&script::read(path)).issued(Edition::Final);
        let name = path.rsplit('/').next().unwrap().trim_end_matches(".json");
        for (version, document) in
            [("", complete(&record)), (" (öffentlich)", public(&record.public))]
        {
            let layout = make(&Case::new(path, document)).layout;
            drawn |= layout.pages[0].items.iter().any(|item| {
                matches!(item.owner, Owner::Artifact(_))
                    && matches!(item.shape, Shape::Area { .. } | Shape::Bitmap { .. })
            });
            files.push((format!("{name}{version}"), elements(&layout)));
        }
    }
    for document in papers::documents(Edition::Final) {
        let case = Case::new(document.title.clone(), document);
        files.push((format!("„{}“", case.name), elements(&make(&case).layout)));
    }
    let (mut lost, mut shown) = (Vec::new(), 0);
    for (group, all) in ALL {
        for (element, how) in all {
            let (role, words) = match how {
                Drawn if drawn => {
                    shown += 1;
                    println!("{group}: {element}: gezeichnet, Seite 1");
                    continue;
                }
                Drawn => {
                    lost.push(format!("{group}: {element}: nicht gezeichnet"));
                    continue;
                }
                At(role, words) => (role, words),
            };
            let place = files.iter().find_map(|(name, elements)| {
                let fits = |one: &&Element| one.role == *role && one.words.contains(words);
                elements.iter().find(fits).map(|one| (name, one))
            });
            match place {
                Some((name, one)) => {
                    shown += 1;
                    println!("{group}: {element}: {name}, Seite {}, {}", one.page, one.path);
                }
                None => lost.push(format!("{group}: {element}: {role:?} „{words}“")),
            }
        }
    }
    println!("{shown} Elemente stehen in den Dateien.");
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}
