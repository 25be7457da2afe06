//! What is checked: each rule with its code, the clauses that demand it, and a German sentence for
//! people. "A" is ISO 19005-2 and -3 (same numbers), "UA" ISO 14289-1, "M" the checkpoint of the
//! Matterhorn Protocol 1.1, "PDF" ISO 32000-1. The clauses of "A" and "UA" are those under which veraPDF
//! reports the same.

/// A rule.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Short name, for programs: "parent-tree".
    pub code: &'static str,
    /// Where it is demanded.
    pub clause: &'static str,
    /// What is wrong, in German.
    pub words: &'static str,
}

macro_rules! rules {
    ($($name:ident $code:literal $clause:literal $words:literal)+) => {
        $(pub(super) const $name: &Rule =
            &Rule { code: $code, clause: $clause, words: $words };)+

        /// All rules.
        pub const ALL: &[&Rule] = &[$($name),+];
    };
}

rules! {
    OPEN "open" "A 6.1.1" "Die Datei ist nicht lesbar."
    OBJECT "object" "A 6.1.9" "Ein Objekt der Datei ist nicht lesbar."
    HEADER "header" "A 6.1.2" "Der Dateikopf ist nicht wie vorgeschrieben."
    ID "id" "A 6.1.3" "Die Kennung der Datei fehlt."
    TAIL "tail" "A 6.1.3" "Nach dem Ende der Datei stehen weitere Zeichen."
    ENCRYPTION "encryption" "A 6.1.3, UA 7.16, M 26-001" "Die Datei ist verschlüsselt."
    LIMIT "limit" "A 6.1.13" "Eine Grenze des Formats ist überschritten."
    STREAM "stream" "A 6.1.7.1 und 6.1.7.2" "Ein Datenstrom ist auf unzulässige Weise gespeichert."
    CATALOG "catalog" "A 6.1.12, 6.9 bis 6.11" "Das Dokument enthält eine unzulässige Angabe."
    LANG "lang" "A 6.7.4, UA 7.2, M 11-001" "Die Sprache des Dokuments ist nicht Deutsch (de-DE)."
    MARK_INFO "mark-info" "A 6.7.2.2, UA 6.2 und 7.1, M 01-007" "Die Datei ist nicht als ausgezeichnet gekennzeichnet."
    TITLE_SHOWN "title-shown" "UA 7.1, M 07-001" "Der Titel wird im Fenster nicht angezeigt."
    JAVASCRIPT "javascript" "A 6.5.1" "Die Datei enthält ein Programm (JavaScript)."
    ACTION "action" "A 6.5" "Die Datei enthält eine unzulässige Aktion."
    ATTACHMENT "attachment" "A 6.8, UA 7.11, M 21-001" "Eine eingebettete Datei ist nicht zulässig oder nicht vollständig beschrieben."
    OPACITY "opacity" "A 6.2.10" "Eine Durchsicht hat keinen Farbraum, in dem gemischt wird."
    XMP "xmp" "A 6.6.2, UA 7.1, M 06-001" "Die Metadaten fehlen oder sind nicht lesbar."
    XMP_PLAIN "xmp-plain" "PDF 14.3.2" "Die Metadaten sind gepackt."
    XMP_EQUAL "xmp-equal" "A 6.6.3" "Die Metadaten widersprechen den Dokumentangaben."
    TITLE "title" "UA 7.1, M 06-003" "Der Titel des Dokuments fehlt."
    PDFAID "pdfaid" "A 6.6.4" "Die Kennzeichnung als PDF/A fehlt oder ist falsch."
    PDFUAID "pdfuaid" "UA 5, M 06-002; A 6.6.2.3" "Die Kennzeichnung als PDF/UA fehlt oder ist nicht beschrieben."
    INFO "info" "A 6.1.5" "Die Dokumentangaben sind nicht vollständig."
    INTENT "intent" "A 6.2.3" "Die Farbwiedergabe ist nicht festgelegt."
    ICC "icc" "A 6.2.3" "Das Farbprofil ist kein gültiges RGB-Profil."
    PAGE "page" "A 6.1.13, UA 7.18.3, M 28-009" "Einer Seite fehlt eine Angabe."
    CONTENT "content" "A 6.2.2" "Der Inhalt einer Seite ist nicht wohlgeformt."
    RESOURCE "resource" "A 6.2.2" "Der Inhalt verwendet etwas, das der Seite fehlt."
    UNTAGGED "untagged" "UA 7.1, M 01-005" "Ein Inhalt ist weder ausgezeichnet noch Beiwerk."
    NESTING "nesting" "UA 7.1, M 01-003 und 01-004" "Beiwerk und ausgezeichneter Inhalt sind ineinander verschachtelt."
    ARTIFACT "artifact" "UA 7.1 und 7.8, M 18-001" "Beiwerk einer Seite hat keine gültige Art."
    MCID "mcid" "A 6.7.3, UA 7.1, M 01-005" "Ein Inhalt gehört nicht zu genau einem Element."
    COLOUR "colour" "A 6.2.4.3" "Eine Farbe ist nicht in RGB oder Grau angegeben."
    IMAGE "image" "A 6.2.8 und 6.2.9, UA 7.20, M 30-001" "Ein Bild ist auf unzulässige Weise eingebunden."
    TREE "tree" "A 6.7.3.3, UA 7.1" "Die Gliederung der Datei ist beschädigt."
    PARENT_TREE "parent-tree" "A 6.7.3, PDF 14.7.4.4" "Ein Inhalt führt nicht zu seinem Element zurück."
    ROLE "role" "A 6.7.3.4, UA 7.1, M 02-001 bis 02-004" "Ein Element hat keine gültige Rolle."
    HEADING "heading" "UA 7.4.2, M 14-002 und 14-003" "Die Überschriften sind nicht lückenlos gestuft."
    LIST "list" "UA 7.6, M 09-005 und 16-001" "Eine Liste ist nicht richtig aufgebaut."
    TABLE "table" "UA 7.5, M 09-004 und 15-004" "Eine Tabelle ist nicht richtig aufgebaut."
    SCOPE "scope" "UA 7.5, M 15-003" "Eine Kopfzelle sagt nicht, wofür sie gilt."
    NOTE "note" "UA 7.9, M 19-003 und 19-004" "Eine Fußnote hat keine eindeutige Kennung."
    FIGURE "figure" "UA 7.3, M 13-004" "Ein Bild hat keine Beschreibung."
    PLACED "placed" "UA 7.1, M 09-002" "Ein Element steht, wo es nicht stehen darf."
    ANNOTATION "annotation" "A 6.3.1, UA 7.18.1, M 28-002" "Eine Anmerkung ist unzulässig oder nicht eingeordnet."
    FLAGS "flags" "A 6.3.2" "Eine Anmerkung wird nicht gedruckt oder nicht angezeigt."
    OBJR "objr" "UA 7.18.4 und 7.18.5, M 28-010 und 28-011" "Ein Verweis oder Feld gehört nicht zu genau einem passenden Element."
    CONTENTS "contents" "UA 7.18.5, M 28-012" "Ein Verweis hat keine Beschreibung."
    LINK "link" "UA 7.18.5, PDF 12.6.4.7" "Ein Verweis hat keinen Text oder keine gültige Adresse."
    DESTINATION "destination" "PDF 12.3.2" "Ein Verweis führt nirgendwohin."
    FIELD "field" "A 6.4.1, UA 7.18.1 und 7.18.4, M 28-005" "Ein Unterschriftsfeld ist nicht richtig beschrieben."
    APPEARANCE "appearance" "A 6.3.3" "Ein Unterschriftsfeld hat kein gültiges Aussehen."
    FORM "form" "A 6.4.1 und 6.4.2, UA 7.15, M 25-001" "Das Formular der Datei ist nicht richtig beschrieben."
    OUTLINE "outline" "PDF 12.3.3" "Die Lesezeichen sind beschädigt."
    FONT "font" "A 6.2.11.2, UA 7.21.3" "Eine Schrift ist nicht auf die vorgeschriebene Weise eingebunden."
    EMBEDDED "embedded" "A 6.2.11.4.1, UA 7.21.4.1, M 31-009" "Eine Schrift ist nicht eingebettet."
    SUBSET "subset" "A 6.2.11.4, PDF 9.6.4" "Eine Schrift ist nicht als Auszug benannt."
    CID_MAP "cid-map" "A 6.2.11.3.2, UA 7.21.3.2, M 31-005" "Einer Schrift fehlt die Zuordnung ihrer Zeichen."
    UNICODE "unicode" "A 6.2.11.7.2, UA 7.21.7, M 10-001" "Ein Zeichen ist nicht als Text lesbar."
    NOTDEF "notdef" "A 6.2.11.8, UA 7.21.8, M 31-030" "Ein Zeichen fehlt in seiner Schrift."
    WIDTH "width" "A 6.2.11.5, UA 7.21.5, M 31-016" "Die Breite eines Zeichens widerspricht seiner Schrift."
}
