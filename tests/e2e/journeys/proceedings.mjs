// What is taken down beside votes, by tap and by key: a statement, a commitment, a measure of order,
// the question of a resident, an announcement, an inauguration; the presence counted; the session
// put off to another day, gone on with there, and the Niederschrift of it.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'
import { Keyboard } from '../keyboard.mjs'

const clock = '2026-11-12T15:25:00Z'
export const variants = {
  hell: { clock },
  'dunkel-hochkant': { clock, dark: true, large: true, width: 800, height: 1280 },
}

export async function play(stage, { large }) {
  const hands = new Hands(stage)
  await hands.sample({ large })
  await hands.ten()
  await hands.openSession()
  await hands.next('1')
  await hands.next('2')
  await hands.next('3')

  // By tap: what is chosen, whom it concerns, what it is.
  await hands.clock('2026-11-12T15:40:00Z')
  await sheet(hands)
  await hands.look('zu-protokoll')
  await hands.tap('Ordnung im Saal')
  await hands.fillIn('Person', 'wit')
  await hands.tap('Sinje Wittkopp')
  await hands.look('ordnung')
  await hands.tap('Ordnungsruf')
  await hands.closed()
  await hands.says('Ordnungsruf an Frau KA Wittkopp')

  await sheet(hands)
  await hands.tap('Zusage')
  await hands.fillIn('Was zugesagt wird', 'Der Stand der Mittel wird dargestellt.')
  await hands.look('zusage')
  await hands.tap('Festhalten')
  await hands.closed()
  await hands.says('Zusage von der Verwaltung bis zur nächsten Sitzung')

  await sheet(hands)
  await hands.tap('Einwohnerfrage')
  await hands.fillIn('Frage', 'Wann wird die Kreisstraße erneuert?')
  await hands.tap('Schriftlich')
  await hands.fillIn('Name', 'Hanne Lüders')
  await hands.look('einwohnerfrage')
  await hands.tap('Festhalten')
  await hands.closed()
  await hands.says('Einwohnerfrage')

  await sheet(hands)
  await hands.tap('Bekanntgabe')
  await hands.fillIn('Was bekannt gegeben wird', 'Der Auftrag für die Datenleitungen ist vergeben.')
  await hands.look('bekanntgabe')
  await hands.tap('Festhalten')
  await hands.closed()

  await byKeys(stage, hands)
  await count(hands)
  await adjourn(stage, hands)
  await minutes(stage, hands)
}

/** The sheet, from the menu of the item. */
async function sheet(hands) {
  await hands.tap('Weiteres')
  await hands.tap('Zu Protokoll')
  await hands.opened()
  await hands.says('Was wird festgehalten?')
}

/** A statement and an inauguration without a pointer. */
async function byKeys(stage, hands) {
  const { window } = stage
  const keyboard = new Keyboard(window)
  await hands.clock('2026-11-12T15:45:00Z')
  await sheet(hands)
  await keyboard.at('Erklärung')
  await keyboard.press(KEY.enter)
  await keyboard.at('Person')
  await keyboard.type('ell')
  await keyboard.press(KEY.enter)
  await keyboard.to('Wortlaut der Erklärung')
  await keyboard.type('Ich stimme der Vorlage nicht zu.')
  await keyboard.to('Festhalten')
  await hands.look('erklärung')
  await keyboard.press(KEY.enter)
  await hands.closed()
  await hands.says('Erklärung zu Protokoll von')

  await sheet(hands)
  await keyboard.at('Erklärung')
  await keyboard.to('Verpflichtung')
  await keyboard.press(KEY.enter)
  await keyboard.at('Person')
  await keyboard.type('fuh')
  await keyboard.press(KEY.enter)
  await keyboard.type('ket')
  await keyboard.press(KEY.enter)
  await hands.look('verpflichtung')
  await keyboard.to('Festhalten')
  await keyboard.press(KEY.enter)
  await hands.closed()
  await hands.says('verpflichtet')
}

/** The chair counts one less than the list has. */
async function count(hands) {
  const { window } = hands
  await hands.clock('2026-11-12T16:10:00Z')
  await hands.tap('Menü')
  await hands.tap('Anwesenheit prüfen')
  await window.until('the number', 'return document.activeElement.matches("dialog input") && document.activeElement.value === "10"')
  await hands.look('anwesenheit-prüfen')
  await window.press('9')
  await hands.usable('Abweichung festhalten')
  await window.press(KEY.enter)
  await hands.closed()
  await hands.says('Gezählt: 9, in der Liste: 10.')
  await hands.look('abweichung')
  await paper(hands)
}

/** The paper sheet is compared, too: it agrees, and the count before is told beside it. */
async function paper(hands) {
  const { window } = hands
  await hands.tap('Menü')
  await hands.tap('Anwesenheit prüfen')
  await hands.opened()
  await window.click(await window.named('Papierliste', '[role=radio]'))
  await hands.says('Unterschriften von Mitgliedern und Vertretungen')
  await hands.says('Bisher geprüft')
  await hands.look('papierliste')
  await hands.tap('Stimmt überein')
  await hands.closed()
  await hands.says('10 Unterschriften, stimmt mit')
}

/** On another day it goes on, and a time belongs to the day on which it lies behind. */
async function adjourn(stage, hands) {
  const { window } = stage
  await hands.clock('2026-11-12T18:30:00Z')
  await hands.tap('Menü')
  await hands.tap('An anderem Tag fortsetzen')
  await window.until('the day', 'return document.activeElement.matches("dialog input")')
  await window.press('19.11.')
  await hands.says('Donnerstag, 19. November 2026')
  await hands.look('fortsetzung')
  await window.press(KEY.enter)
  await hands.closed()
  await hands.says('Fortsetzung 19.11. 16:30')
  await hands.look('unterbrochen')

  await hands.clock('2026-11-19T15:34:00Z')
  await hands.tap('Sitzung fortsetzen')
  await resumed(hands)
  await hands.clock('2026-11-19T15:50:00Z')
  await window.click(await hands.tile('Dornbusch'))
  await hands.tileSays('Dornbusch', 'ab 16:50')
  await hands.clock('2026-11-19T16:40:00Z')
  await hands.tap('Menü')
  await hands.tap('Sitzung schließen')
  await hands.opened()
  // The paper sheet agreed, which settles no count at the table.
  await hands.says('9 Personen gezählt, in der Liste 10')
  await hands.look('schließen')
  await hands.tap('Sitzung schließen')
  await hands.says('Die Sitzung ist geschlossen')
  await hands.tap('Menü')
  await hands.tap('Verlauf')
  await hands.says('Sitzung unterbrochen, weiter am Do, 19.11.2026')
  await hands.look('verlauf')
  await window.press(KEY.escape)
  await hands.closed()
}

/** It goes on at once, or after the question who is back. */
async function resumed(hands) {
  await hands.opened()
  await hands.window.press(KEY.enter)
  await hands.closed()
  await hands.window.until('the session goes on', 'return !document.body.innerText.includes("Fortsetzung 19.11.")')
}

/** The Niederschrift says all of it, and names no resident who did not agree. */
async function minutes(stage, hands) {
  await hands.tap('Menü')
  await hands.tap('Niederschrift')
  await hands.page()
  const file = stage.file('entwurf.pdf')
  await stage.answers(file)
  await hands.tap('Speichern')
  await hands.says('Gespeichert als')
  const { stdout } = await promisify(execFile)('pdftotext', ['-layout', file, '-'], { timeout: 20_000 })
  const text = stdout.replace(/\u00ad?-?\n\s*/g, ' ').replace(/\s+/g, ' ')
  for (const words of [
    'ruft Frau KA Wittkopp zur Ordnung.',
    'gibt folgende Erklärung zu Protokoll:',
    'Folgendes zu:',
    'Eine Einwohnerin oder ein Einwohner fragt:',
    'Der Auftrag für die Datenleitungen ist vergeben.',
    'um 19:30 Uhr unterbrochen.',
    '19.11.2026, 16:34 Uhr bis 17:40 Uhr',
  ]) {
    if (!text.includes(words)) throw new Error(`not in the Niederschrift: ${words}\n${text}`)
  }
  if (text.includes('Lüders')) throw new Error('the Niederschrift names who did not agree')
}
