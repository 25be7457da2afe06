//! The arguments, with their German help.

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

const HELP: &str = "{about}\n\nAufruf: {usage}\n\n{all-args}{after-help}";
const DETAILS: &str = "Angaben";

/// Sitzungsbuch: Sitzungen festhalten und die Niederschrift daraus schreiben.
#[derive(Parser)]
#[command(
    name = "sitzungsbuch",
    version,
    help_template = HELP,
    override_usage = "sitzungsbuch BEFEHL [ANGABEN]",
    next_help_heading = DETAILS,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_help_heading = "Befehle",
    subcommand_value_name = "BEFEHL",
    after_help = "\nRückgabe: 0 in Ordnung, 1 Befund, 2 falscher Aufruf, 3 nicht lesbar oder gesperrt"
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// Diese Hilfe zeigen
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    /// Fassung des Programms zeigen
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Ein Skript Eintragung für Eintragung einspielen
    #[command(help_template = HELP, override_usage = "sitzungsbuch play SKRIPT --out ORDNER [--vault ORDNER]")]
    Play(Play),
    /// Stammdaten und vorbereitete Sitzung eines Skripts anlegen, ohne Eintragungen
    #[command(help_template = HELP, override_usage = "sitzungsbuch prepare SKRIPT [--vault ORDNER]")]
    Prepare(Prepare),
    /// Das Journal lesen und prüfen
    #[command(help_template = HELP, override_usage = "sitzungsbuch journal [list|verify] [--vault ORDNER] [--meeting KENNUNG] [--canonical]")]
    Journal(Journal),
    /// Die Niederschrift oder ein anderes Dokument einer Sitzung als PDF oder ODT schreiben
    #[command(help_template = HELP, override_usage = "sitzungsbuch minutes (--meeting KENNUNG [--vault ORDNER] | --record DATEI | --document paper --paper NUMMER) [--document ART] [--part complete|public|non-public] [--item NUMMER] --out DATEI [--issued ZEIT] [--draft] [--archive 3a|2a]")]
    Minutes(Minutes),
    /// Ein Feld einer Niederschrift mit einer Schlüsseldatei unterschreiben
    #[command(help_template = HELP, override_usage = "sitzungsbuch sign DATEI --key SCHLUESSEL --field schriftfuehrung|vorsitz|2-vorsitz --out DATEI [--name NAME] [--role FUNKTION] [--place ORT] [--password-file DATEI]")]
    Sign(Sign),
    /// Prüfen, was die Unterschriften einer Datei wert sind
    #[command(help_template = HELP, override_usage = "sitzungsbuch verify DATEI [--json]")]
    Verify(Verify),
    /// Die Mustersitzung einspielen und beide Niederschriften unterschreiben und prüfen
    #[command(help_template = HELP, override_usage = "sitzungsbuch demo --out ORDNER")]
    Demo(Demo),
    /// Regelfragen beantworten: je Zeile der Eingabe ein JSON-Objekt
    #[command(help_template = HELP, override_usage = "sitzungsbuch rules < FRAGEN.jsonl")]
    Rules,
    /// Ein Format beschreiben (JSON Schema)
    #[command(help_template = HELP, override_usage = "sitzungsbuch schema FORMAT")]
    Schema {
        /// Welches Format: script, profile, window
        #[arg(value_name = "FORMAT", help_heading = DETAILS, hide_possible_values = true)]
        what: Schema,
    },
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Schema {
    /// Das Format der Skripte
    Script,
    /// Das Format der Regelprofile
    Profile,
    /// Was das Fenster schickt und zeigt
    Window,
}

#[derive(Args)]
#[command(next_help_heading = DETAILS)]
pub(crate) struct VaultArguments {
    /// Ordner des Tresors; ohne Angabe der eigene unter `SITZUNGSBUCH_HOME` oder im Datenordner, bei „play“ ein flüchtiger, der danach gelöscht wird
    #[arg(long, value_name = "ORDNER")]
    pub(crate) vault: Option<PathBuf>,
    /// Datei, deren erste Zeile das Kennwort ist; sonst `SITZUNGSBUCH_PASSPHRASE`
    #[arg(long, value_name = "DATEI")]
    pub(crate) passphrase_file: Option<PathBuf>,
}

#[derive(Args)]
#[command(next_help_heading = DETAILS)]
pub(crate) struct Play {
    /// Das Skript
    #[arg(value_name = "SKRIPT", help_heading = DETAILS)]
    pub(crate) script: PathBuf,
    /// Ordner für die Ergebnisse. Sie enthalten auch nichtöffentliche Texte; nur Sie selbst können die Dateien lesen
    #[arg(long, value_name = "ORDNER")]
    pub(crate) out: PathBuf,
    #[command(flatten)]
    pub(crate) vault: VaultArguments,
}

#[derive(Args)]
#[command(next_help_heading = DETAILS)]
pub(crate) struct Prepare {
    /// Das Skript
    #[arg(value_name = "SKRIPT", help_heading = DETAILS)]
    pub(crate) script: PathBuf,
    #[command(flatten)]
    pub(crate) vault: VaultArguments,
}

#[derive(Args)]
#[command(next_help_heading = DETAILS)]
pub(crate) struct Journal {
    /// Was zu tun ist; ohne Angabe wird gelistet
    #[arg(value_name = "AUFGABE", help_heading = DETAILS, hide_possible_values = true)]
    pub(crate) action: Option<JournalAction>,
    #[command(flatten)]
    pub(crate) vault: VaultArguments,
    /// Kennung der Sitzung; ohne Angabe alle
    #[arg(long, value_name = "KENNUNG")]
    pub(crate) meeting: Option<String>,
    /// Vergleichbare Form: ohne Zeiten der Eingabe, Kennungen nach Reihenfolge
    #[arg(long)]
    pub(crate) canonical: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum JournalAction {
    /// Einträge auflisten
    List,
    /// Hashkette und festgehaltene Texte prüfen
    Verify,
}

#[derive(Args)]
#[command(next_help_heading = DETAILS)]
pub(crate) struct Minutes {
    /// Kennung der Sitzung im Tresor
    #[arg(long, value_name = "KENNUNG", required_unless_present_any = ["record", "paper"])]
    pub(crate) meeting: Option<String>,
    /// Sitzungsstand aus einer Datei statt aus einem Tresor
    #[arg(long, value_name = "DATEI", conflicts_with_all = ["meeting", "vault", "issued", "draft"])]
    pub(crate) record: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) vault: VaultArguments,
    /// Welches Dokument: minutes (Niederschrift), reading (Lesefassung „gez.“), excerpt (Beschlussauszug), invitation (Einladung), sheet (Anwesenheitsliste zum Unterschreiben), attendance (Anwesenheitsliste mit Zeiten), proof (Nachweis der Beschlussfähigkeit), paper (Vorlage)
    #[arg(
        long,
        value_name = "ART",
        hide_possible_values = true,
        hide_default_value = true,
        default_value = "minutes"
    )]
    pub(crate) document: Document,
    /// Welche Teile: complete (beide), public (nur der öffentliche) oder non-public (nur der nichtöffentliche)
    #[arg(long, value_name = "TEIL", hide_possible_values = true)]
    pub(crate) part: Option<Part>,
    /// Nummer des Tagesordnungspunkts eines Beschlussauszugs
    #[arg(long, value_name = "NUMMER")]
    pub(crate) item: Option<String>,
    /// Nummer der Vorlage, oder ihre Kennung, wenn sie keine Nummer hat
    #[arg(long, value_name = "NUMMER", conflicts_with = "record")]
    pub(crate) paper: Option<String>,
    /// Datei, die geschrieben wird; nur Sie selbst können sie lesen
    #[arg(long, value_name = "DATEI")]
    pub(crate) out: PathBuf,
    /// Zeitpunkt der Ausfertigung, zum Beispiel 2026-11-20T10:00; ohne Angabe jetzt
    #[arg(long, value_name = "ZEIT")]
    pub(crate) issued: Option<String>,
    /// Als Entwurf kennzeichnen
    #[arg(long)]
    pub(crate) draft: bool,
    /// Die unterschriebene Niederschrift noch einmal setzen, ohne Unterschriften und Byte für Byte wie damals, und mit der unterschriebenen Datei vergleichen
    #[arg(long, conflicts_with_all = ["record", "issued", "draft", "archive", "item", "paper"])]
    pub(crate) sealed: bool,
    /// Archivformat: 3a (PDF/A-3a) oder 2a (PDF/A-2a)
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "3a",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) archive: Archive,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Archive {
    /// PDF/A-2a
    #[value(name = "2a")]
    A2a,
    /// PDF/A-3a
    #[value(name = "3a")]
    A3a,
}

impl From<Archive> for sitzungsbuch_app::conformity::Archive {
    fn from(archive: Archive) -> Self {
        match archive {
            Archive::A2a => Self::A2a,
            Archive::A3a => Self::A3a,
        }
    }
}

#[derive(Args)]
#[command(next_help_heading = DETAILS)]
pub(crate) struct Sign {
    /// Die Niederschrift; sie bleibt, wie sie ist, wenn das Ergebnis einen anderen Namen hat
    #[arg(value_name = "DATEI", help_heading = DETAILS)]
    pub(crate) file: PathBuf,
    /// Schlüsseldatei (PKCS#12, Endung .p12 oder .pfx)
    #[arg(long, value_name = "SCHLUESSEL")]
    pub(crate) key: PathBuf,
    /// Signaturfeld: schriftfuehrung, vorsitz, bei wechselndem Vorsitz auch 2-vorsitz und so fort; die Schriftführung unterschreibt zuerst
    #[arg(long, value_name = "FELD")]
    pub(crate) field: String,
    /// Datei, die geschrieben wird; nur Sie selbst können sie lesen
    #[arg(long, value_name = "DATEI")]
    pub(crate) out: PathBuf,
    /// Name im Feld; ohne Angabe der im Zertifikat
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    /// Funktion im Feld; ohne Angabe die des Feldes
    #[arg(long, value_name = "FUNKTION")]
    pub(crate) role: Option<String>,
    /// Ort im Feld; ohne Angabe keiner
    #[arg(long, value_name = "ORT")]
    pub(crate) place: Option<String>,
    /// Datei, deren erste Zeile das Kennwort der Schlüsseldatei ist; sonst `SITZUNGSBUCH_KEY_PASSWORD`
    #[arg(long, value_name = "DATEI")]
    pub(crate) password_file: Option<PathBuf>,
}

#[derive(Args)]
#[command(next_help_heading = DETAILS)]
pub(crate) struct Verify {
    /// Die PDF-Datei; sie wird nur gelesen
    #[arg(value_name = "DATEI", help_heading = DETAILS)]
    pub(crate) file: PathBuf,
    /// Den Bericht als JSON ausgeben
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
#[command(next_help_heading = DETAILS)]
pub(crate) struct Demo {
    /// Ordner für Dokumente und Schlüssel; gleichnamige Dateien werden ersetzt
    #[arg(long, value_name = "ORDNER")]
    pub(crate) out: PathBuf,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Document {
    /// Niederschrift
    Minutes,
    /// Lesefassung der unterzeichneten Niederschrift
    Reading,
    /// Beschlussauszug
    Excerpt,
    /// Einladung mit Tagesordnung
    Invitation,
    /// Anwesenheitsliste zum Unterschreiben
    Sheet,
    /// Anwesenheitsliste mit Zeiten und Minuten
    Attendance,
    /// Nachweis der Beschlussfähigkeit
    Proof,
    /// Vorlage
    Paper,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Beide Teile
    Complete,
    /// Nur der öffentliche Teil
    Public,
    /// Nur der nichtöffentliche Teil
    NonPublic,
}
