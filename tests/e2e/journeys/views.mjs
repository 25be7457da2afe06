// What the other journeys pass by: every sheet, dialog, form and refusal that a clerk can meet is
// opened once and looked at, in normal and in large type.
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'

const clock = '2026-11-12T15:25:00Z'
const standing = { width: 800, height: 1280 }
export const variants = {
  hell: { clock },
  dunkel: { clock, dark: true },
  hochkant: { clock, ...standing },
  groß: { clock, large: true },
  'groß-hochkant': { clock, large: true, dark: true, ...standing },
}

const LONG = '„Bürger & Söhne“ <b>gGmbH</b> 🏛️ mit einem Namen, der sehr lang und nicht zu Ende ist'

const PEOPLE = `Frau KA Annegret <script>alert(1)</script> "Zitat" O'Hara, Wählergemeinschaft „Für & Wider“ im Nordkreis, Vorsitz
Herr KA Maximilian-Alexander Freiherr von der Hohenstein-Wittelsbach zu Untermühlental, Liste 🌳, stellv. Vorsitz
Frau SB Dr. Dr. h. c. Ngozi Ọlọ́runtọ́bi-Öztürk, Grünes Forum`
const AGENDA = Array.from({ length: 300 }, (_, index) => `${index + 1}. ${index % 7 === 0 ? LONG : 'Anfrage'}`).join('\n')

export async function play(stage, { large }) {
  const hands = new Hands(stage)
  await hands.fill()
  await vault(hands)
  await hands.create()
  if (large) await hands.largeType()
  await frame(hands)
  await setUp(hands)
  await hands.tap('Mit Beispielausschuss ausprobieren')
  await newMeeting(hands)
  await hands.tap('Sitzung öffnen')
  await before(hands)
  await during(hands)
  await settling(hands)
  await locked(hands)
}

/** What is missing and what differs. */
async function vault(hands) {
  const { window } = hands
  await window.settle()
  await window.find('input[type=password]:focus')
  await window.press(KEY.enter)
  await hands.says('Das Kennwort fehlt.')
  await window.press('kurz', KEY.tab, KEY.tab, 'anders', KEY.enter)
  await hands.says('Die Wiederholung stimmt nicht')
  await window.find('form > :nth-child(2) input:focus')
  await hands.look('tresor-fehler')
  await window.press([KEY.control, 'a'], KEY.delete, [KEY.shift, KEY.tab], [KEY.shift, KEY.tab], [KEY.control, 'a'], KEY.delete)
}

async function frame(hands) {
  const { window } = hands
  await window.press(KEY.f10)
  await hands.opened()
  await hands.look('menü')
  await window.press(KEY.escape)
  await hands.closed()
  await window.press(KEY.f1)
  await hands.opened()
  await hands.look('tasten')
  await hands.tap('Handbuch')
  await window.until('the search', 'return document.activeElement.closest("dialog input")')
  await hands.says('Ausschusssitze verteilt das Programm nicht.')
  await hands.look('handbuch')
  await window.press('Stimmzettel')
  await hands.says('Dazu steht nichts im Handbuch.')
  await hands.look('handbuch-leer')
  await window.press([KEY.control, 'a'], 'einstimmig')
  await hands.says('1 Kapitel')
  await window.press(KEY.enter)
  await window.until('the chapter', 'return document.activeElement.matches("h3")')
  await hands.look('handbuch-suche')
  await window.press(KEY.escape)
  await hands.closed()
  await window.press([KEY.shift, KEY.f1])
  await hands.opened()
  await window.press(KEY.escape)
  await hands.closed()
}

/** The steps with what is missing in them. */
async function setUp(hands) {
  const { window } = hands
  await hands.tap('Neu beginnen')
  await window.find('input:focus')
  await window.press(KEY.enter)
  await hands.says('Diese Angabe fehlt.')
  await hands.look('körperschaft-fehler')
  await window.press('Kreis', KEY.tab, 'Der Kreistag', KEY.tab, 'Ort', KEY.enter)
  await hands.says('Schritt 2 von 5')
  await window.find('input:focus')
  await window.press(LONG, KEY.tab, KEY.tab, KEY.space, KEY.down, KEY.enter)
  await hands.says('Schritt 3 von 5')
  await hands.pasteInto('Liste der Mitglieder und Vertretungen', PEOPLE)
  await window.find('.table li')
  await hands.look('mitglieder-lange-namen')
  await window.press(KEY.f10)
  await hands.tap('Übersicht')
}

async function newMeeting(hands) {
  const { window } = hands
  await hands.tap('Neue Sitzung')
  await hands.fillIn('Datum', 'irgendwann')
  await hands.fillIn('Beginn', KEY.delete)
  await window.press([KEY.control, KEY.enter])
  await hands.says('Dieses Datum ist nicht zu verstehen.')
  await hands.look('sitzung-fehler')
  await hands.pasteInto('Liste der Punkte', AGENDA)
  await hands.says('300 Punkte')
  await window.find('.table li:nth-child(300)')
  await window.js('arguments[0].scrollIntoView()', await window.find('.table'))
  await window.picture(hands.out('sitzung-300-punkte.png'))
  await hands.tap('Übersicht')
}

/** Search, and a guest with a name as bad as can be. */
async function before(hands) {
  const { window } = hands
  await hands.usable('Gäste und Verwaltung')
  await hands.ten()
  await window.press(KEY.f4)
  await hands.opened()
  // Without a letter nobody is meant, so that the next one is no act.
  await window.press(KEY.enter, 'b')
  await hands.look('suche')
  await window.press('xyz')
  await hands.says('Niemand mit diesem Namen.')
  await window.press(KEY.escape)
  await hands.closed()
  await hands.tap('Gäste und Verwaltung')
  await hands.opened()
  await hands.fillIn('Name mit Titel', LONG)
  await window.press(KEY.enter)
  await hands.says('1 Person')
  await window.js('arguments[0].scrollIntoView()', await window.find('dialog li'))
  await hands.look('gast-langer-name')
  await window.press(KEY.escape)
  await hands.closed()
  await hands.tap('Sitzung eröffnen')
  await window.find('.live')
}

/** Sub-items to be settled, a new item, an attachment, an item that is looked at, another wording,
 * numbers that cannot be, a refusal. */
async function during(hands) {
  const { window } = hands
  await hands.next('1')
  await window.press([KEY.shift, KEY.f2])
  await hands.opened()
  await hands.look('unterpunkte')
  await window.press(KEY.escape)
  await hands.closed()
  await hands.next('2')
  await hands.next('3')
  await window.press(KEY.f10)
  await hands.opened()
  await hands.look('menü-sitzung')
  await hands.tap('Punkt hinzufügen')
  await hands.fillIn('Nummer', '3a')
  await hands.fillIn('Titel', LONG)
  await hands.look('punkt-hinzufügen')
  await window.press(KEY.enter)
  await hands.closed()
  await hands.tap('Anlage')
  await hands.opened()
  await window.press(LONG)
  await hands.look('anlage')
  await window.press(KEY.enter)
  await hands.closed()
  await window.press([KEY.alt, '5'])
  await hands.says('Zurück zu TOP 3')
  await hands.look('angesehen')
  await hands.tap('Zurück zu TOP 3')
  await hands.caret()
  await hands.tap('Ändern')
  await window.until('the wording', 'return document.activeElement.closest(".proposal [role=textbox]")')
  await hands.look('wortlaut')
  await window.press(KEY.escape)
  await hands.caret()

  await window.press(KEY.f8, 'N')
  await window.until('the roll', 'return document.activeElement.matches(".roll")')
  await window.press('JJJNNEJJJJ')
  await hands.says('Alle sind aufgerufen.')
  await hands.usable('Ergebnis festhalten')
  await hands.look('namentlich-fertig')
  await left(hands)
  await window.press(KEY.f8, 'A')
  await window.until('the numbers', 'return document.activeElement.closest(".numbers")')
  await window.press('99')
  await hands.usable('Zurück')
  await window.settle()
  await hands.look('zu-viele-stimmen')
  await window.press(KEY.escape)
  await hands.caret()

  await hands.person('pott')
  await hands.fillIn('Uhrzeit', '26:99')
  await window.click(await hands.usable('geht'))
  await window.find('dialog .kern-alert--danger')
  await hands.look('abgelehnt')
  await window.press(KEY.escape)
  await hands.closed()
}

/** A roll-call that is left goes on with every answer, and is given up only when that is asked. */
async function left(hands) {
  const { window } = hands
  await window.press(KEY.escape)
  await hands.caret()
  await hands.tap('Namentliche Abstimmung fortsetzen')
  await hands.says('Alle sind aufgerufen.')
  await hands.usable('Ergebnis festhalten')
  await window.press(KEY.escape)
  await hands.usable('Namentliche Abstimmung fortsetzen')
  await hands.look('namentlich-begonnen')
  await hands.tap('Verwerfen')
  await hands.says('Namentliche Abstimmung: Eingegebenes verwerfen?')
  await hands.tap('Verwerfen')
  await window.until('nothing that waits', 'return document.querySelector("[data-area=vote] .left") === null')
}

/** The log, the agenda as a sheet, an outcome in other words. */
async function settling(hands) {
  const { window } = hands
  await window.press(KEY.f10)
  await hands.tap('Verlauf')
  await hands.says('Nichts wird gelöscht')
  await hands.look('verlauf')
  await window.press(KEY.escape)
  await hands.closed()
  const sheet = await window.js('return document.querySelector(".stepper .list")?.checkVisibility() ?? false')
  if (sheet) {
    await window.click(await window.find('.stepper .list'))
    await hands.opened()
    await hands.look('tagesordnung')
    await window.press(KEY.escape)
    await hands.closed()
  }
  await window.press(KEY.f2)
  // What is offered for this item; "Weitere" alone would also find "Weiteres" above it.
  await hands.usable('Zur Kenntnis')
  await hands.tap('Weitere')
  await hands.tap('Mit eigenem Wortlaut')
  await window.until('the wording', 'return document.activeElement.closest("[data-area=vote] [role=textbox]")')
  await window.press('Der Ausschuss nimmt es zur Kenntnis und bittet um einen Bericht.')
  await hands.look('eigener-wortlaut')
  await window.press(KEY.escape)
}

/** The vault with a session in it, locked, and opened in vain. */
async function locked(hands) {
  await hands.window.press([KEY.control, 'l'])
  await hands.says('Alles ist gespeichert.')
  await hands.look('gesperrt')
  await hands.unlockInVain()
  await hands.look('falsches-kennwort')
  await hands.unlock()
  await hands.window.find('.live')
}
