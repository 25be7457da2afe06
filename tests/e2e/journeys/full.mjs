// The disk is full in mid-session: an act, a document and a text are refused in words, nothing that
// was typed is lost, and the window closes without it only when it was told to once more.
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { KEY } from '../driver.mjs'
import { noDisk } from '../disk.mjs'
import { Hands } from '../hands.mjs'

const disk = 32
const clock = '2026-11-12T15:25:00Z'
export const variants = { '': { disk, clock }, hochkant: { disk, clock, width: 800, height: 1280, dark: true } }
export const lacking = noDisk

const TEXT = 'Frau KA Gürtekin fragt, wann der zweite Abschnitt beginnt.'

export async function play(stage) {
  const hands = new Hands(stage)
  await hands.sample()
  await hands.ten()
  await stage.window.press(KEY.f2)
  await stage.window.find('.live')
  await hands.next('1')
  await hands.tap('Ordnungsgemäße Ladung feststellen')
  await hands.says('Ladung festgestellt')

  stage.fillDisk()
  await act(hands)
  await document(stage, hands)
  await text(stage, hands)
  await closing(stage, hands)
}

/** An arrival is not taken over; nothing is stuck. */
async function act(hands) {
  await hands.window.click(await hands.tile('Dornbusch'))
  await hands.says('Der Datenträger ist voll.')
  await hands.says('diese wurde nicht übernommen')
  await hands.look('eintragung')
  await hands.tap('Beschlussfähigkeit feststellen')
  await hands.says('Der Datenträger ist voll.')
  await hands.tap('Meldung schließen')
}

/** The Niederschrift is shown, and does not fit on the disk: no half file is left. */
async function document(stage, hands) {
  await hands.tap('Menü')
  await hands.tap('Niederschrift')
  await hands.page()
  await stage.answers(join(stage.home, 'Niederschrift.pdf'))
  const before = readdirSync(dirname(stage.onDisk('voll')))
  await hands.tap('Speichern')
  await hands.says('kann nicht geschrieben werden: Der Platz reicht nicht.')
  await hands.look('niederschrift')
  const after = readdirSync(dirname(stage.onDisk('voll')))
  if (after.join() !== before.join()) throw new Error(`left on the disk: ${after}`)
  await hands.tap('Zur Sitzung')
}

/** A text stays where it is typed, is tried again, and is not thrown away by locking. */
async function text(stage, hands) {
  await hands.window.click(await hands.window.find('[role=textbox]'))
  await hands.window.press(TEXT)
  await hands.says('Der Text ist noch nicht gespeichert.')
  await hands.look('text')
  await hands.window.press([KEY.control, 'l'])
  await hands.says('Noch nicht gespeichert: Text zu TOP 1')
  await hands.look('nicht-gesperrt')
  await hands.says(TEXT)

  await stage.askToClose()
  await hands.says('Noch nicht alles ist gespeichert')
  await hands.says('Text zu TOP 1')
  await hands.look('schließen')
  await hands.window.press(KEY.enter)
  await hands.closed()
  await hands.says(TEXT)

  stage.freeDisk()
  await hands.says('Text gespeichert')
  await hands.window.click(await hands.tile('Dornbusch'))
  await hands.tileSays('Dornbusch', 'ab ')
  await hands.look('danach')
}

/** Full again: who closes twice leaves without what is not saved. */
async function closing(stage, hands) {
  stage.fillDisk()
  await hands.window.click(await hands.window.find('[role=textbox]'))
  await hands.window.press(' Herr KA Bornewasser dankt.')
  await hands.says('Der Text ist noch nicht gespeichert.')
  await stage.askToClose()
  await hands.says('Noch nicht alles ist gespeichert')
  if (!existsSync(stage.onDisk('voll'))) throw new Error('the program ended at once')
  await stage.askToClose()
  await stage.ended()
}
