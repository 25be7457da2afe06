// Attachments of a session that is over get their files: chosen in the native dialog, refused in
// words where nobody could open them, there again after a power cut, saved byte for byte, deleted by
// a second tap. By pointer and by keyboard.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { KEY } from '../driver.mjs'
import { Hands, PASSPHRASE } from '../hands.mjs'
import { ours, sitzungsbuch } from '../programs.mjs'

const clock = '2026-11-20T09:00:00Z'
export const variants = {
  hell: { prepare, clock },
  'hochkant, dunkel': { prepare, clock, dark: true, width: 800, height: 1280 },
}

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2_400_000, 'Haushalt ')])

/** The sample session, recorded and closed. */
async function prepare(stage) {
  const vault = join(stage.home, 'tresor.sitzungsbuch')
  const script = ours('assets/sample/kreis-wiesenthal.json')
  await sitzungsbuch(['play', script, '--vault', vault, '--out', stage.file('gespielt')], PASSPHRASE)
  await writeFile(stage.file('Änderungsliste Haushalt 2027.pdf'), PDF)
  await writeFile(stage.file('Vergabe.docx'), 'PK\u0003\u0004 kein PDF')
}

export async function play(stage) {
  const hands = new Hands(stage)
  await hands.fill()
  await hands.unlock()
  await hands.tap('Niederschrift')
  await hands.page()
  await hands.tap('Zur Sitzung')
  await hands.says('Die Sitzung ist geschlossen')
  await open(hands)
  await hands.says('Tischvorlage')
  await hands.look('verzeichnet')

  await stage.answers(stage.file('Änderungsliste Haushalt 2027.pdf'), stage.file('Vergabe.docx'), '')
  await hands.tap('Datei wählen, Anlage 1')
  await hands.says('PDF, 2,4 MB')
  await hands.tap('Datei wählen, Anlage N 1')
  await hands.says('„Vergabe.docx“ ist weder PDF noch JPEG noch PNG.')
  await hands.look('abgelehnt')
  // A dialog that is closed without an answer changes nothing.
  await hands.tap('Datei wählen, Anlage 2')
  await hands.window.until('no message', 'return !document.querySelector("dialog .kern-alert")')

  await stage.crash()
  await hands.fill()
  await hands.unlock()
  await hands.says('Die Sitzung ist geschlossen')
  await open(hands)
  await hands.says('Änderungsliste Haushalt 2027.pdf')
  await stage.answers(stage.file('wieder.pdf'))
  await hands.tap('Speichern unter, Anlage 1')
  await hands.says('„wieder.pdf“ ist gespeichert.')
  await hands.look('gespeichert')
  if (!(await readFile(stage.file('wieder.pdf'))).equals(PDF)) throw new Error('another file was saved')

  await remove(hands)
}

/** The list, by the menu and its keys. */
async function open(hands) {
  await hands.window.press(KEY.f10)
  await hands.tap('Anlagen')
  await hands.opened()
}

/** By keyboard; kept once, then deleted. */
async function remove(hands) {
  const { window } = hands
  const at = (words) => window.until(`„${words}“ with the focus`, 'return (document.activeElement.getAttribute("aria-label") ?? document.activeElement.innerText).trim() === arguments[0]', words)
  await window.js('arguments[0].focus()', await hands.usable('Löschen, Anlage 1'))
  await window.press(KEY.enter)
  await at('Behalten')
  await hands.look('löschen')
  await window.press(KEY.enter)
  await at('Löschen, Anlage 1')
  await window.press(KEY.enter)
  await at('Behalten')
  await window.press(KEY.tab, KEY.enter)
  await hands.usable('Datei wählen, Anlage 1')
  await at('Datei wählen, Anlage 1')
  await window.press(KEY.escape)
  await hands.closed()
}
