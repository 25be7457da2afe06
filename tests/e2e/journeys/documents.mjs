// The documents that a session gives: before it the invitation and the list to sign, afterwards the
// others. Each is saved by the native dialog; what cannot be had yet says so. By pointer and by keys.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { KEY } from '../driver.mjs'
import { Hands, PASSPHRASE } from '../hands.mjs'
import { ours, sitzungsbuch } from '../programs.mjs'

const clock = '2026-11-20T09:00:00Z'
export const variants = {
  vorher: { prepare: prepared, clock: '2026-11-10T09:00:00Z', before: true },
  hell: { prepare: played, clock },
  'hochkant, dunkel': { prepare: played, clock, dark: true, width: 800, height: 1280 },
}

const SCRIPT = ours('assets/sample/kreis-wiesenthal.json')
const vault = (stage) => join(stage.home, 'tresor.sitzungsbuch')

/** The sample session, prepared and nothing else. */
async function prepared(stage) {
  await sitzungsbuch(['prepare', SCRIPT, '--vault', vault(stage)], PASSPHRASE)
}

/** The sample session, recorded and closed. */
async function played(stage) {
  await sitzungsbuch(['play', SCRIPT, '--vault', vault(stage), '--out', stage.file('gespielt')], PASSPHRASE)
}

export async function play(stage, { before = false }) {
  const hands = new Hands(stage)
  await hands.fill()
  await hands.unlock()
  if (before) return early(stage, hands)
  await hands.tap('Niederschrift')
  await hands.page()

  await hands.tap('Weitere Dokumente')
  await hands.opened()
  await hands.says('Lesefassung „gez.“')
  await hands.says('sobald alle unterschrieben haben')
  await hands.look('liste')
  await save(stage, hands, 'TOP 6: Servicegenossenschaft Kommunale Informationstechnik', 'auszug.pdf')
  await hands.look('gespeichert')
  // A dialog that is closed without an answer saves nothing and says nothing.
  await stage.answers('')
  await hands.tap('Speichern unter, Anwesenheitsliste, mit Zeiten und Minuten')
  await hands.window.until('no message', 'return !document.querySelector("dialog .kern-alert")')
  await hands.window.press(KEY.escape)
  await hands.closed()

  // The same list in the session, by keys.
  await hands.tap('Zur Sitzung')
  await hands.says('Die Sitzung ist geschlossen')
  await hands.window.press(KEY.f10)
  await hands.tap('Dokumente')
  await hands.opened()
  const name = 'Speichern unter, Nachweis der Beschlussfähigkeit, beide Teile'
  await stage.answers(stage.file('nachweis.pdf'))
  await hands.window.js('arguments[0].focus()', await hands.usable(name))
  await hands.window.press(KEY.enter)
  await hands.says('„nachweis.pdf“ ist gespeichert.')
  await hands.look('in der Sitzung')
  await isPdf(stage.file('nachweis.pdf'))
}

/** What there is before anybody has come. */
async function early(stage, hands) {
  await hands.tap('Öffnen')
  await hands.says('Anwesenheit vor der Eröffnung')
  await hands.window.press(KEY.f10)
  await hands.opened()
  await hands.tap('Dokumente')
  await hands.opened()
  await hands.look('vor der Sitzung')
  await save(stage, hands, 'Einladung mit Tagesordnung, für die Öffentlichkeit, mit neutralen Titeln', 'einladung.pdf')
  await save(stage, hands, 'Anwesenheitsliste, zum Unterschreiben', 'liste.pdf')
}

/** Saves a document by its button. */
async function save(stage, hands, name, file) {
  await stage.answers(stage.file(file))
  await hands.tap(`Speichern unter, ${name}`)
  await hands.says(`„${file}“ ist gespeichert.`)
  await isPdf(stage.file(file))
}

async function isPdf(file) {
  const bytes = await readFile(file)
  if (bytes.subarray(0, 5).toString() !== '%PDF-') throw new Error(`${file} is no PDF`)
}
