// The vault cannot be reached: its disk is not there, or another window has it. That is said before
// anybody types a passphrase, nothing is begun anew, and one tap tries again. What of an open vault
// cannot be read is said in its place, and the way on is there, too. Everything by keyboard.
import { mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { KEY } from '../driver.mjs'
import { Hands, PASSPHRASE } from '../hands.mjs'
import { ours, python, sitzungsbuch } from '../programs.mjs'

export const variants = {
  hell: { prepare },
  'hochkant, dunkel': { prepare, dark: true, width: 800, height: 1280, large: true },
}

const NAME = 'tresor.sitzungsbuch'

/** A vault with an open session on a disk that is not plugged in. */
async function prepare(stage) {
  const script = JSON.parse(await readFile(ours('tests/scenarios/korrektur.json'), 'utf8'))
  const acts = script.acts.filter((act) => act.do.type !== 'closeMeeting')
  await writeFile(stage.file('offen.json'), JSON.stringify({ ...script, acts }))
  await mkdir(stage.file('weg'))
  await sitzungsbuch(['play', stage.file('offen.json'), '--vault', stage.file(`weg/${NAME}`), '--out', stage.file('gespielt')], PASSPHRASE)
  await symlink(stage.file(`stick/${NAME}`), join(stage.home, NAME))
}

export async function play(stage, { large }) {
  const hands = new Hands(stage)
  await hands.fill()
  await disk(stage, hands)
  await unreadable(stage, hands, large)
  await twice(stage, hands)
}

/** The disk is missing, then it is plugged in. */
async function disk(stage, hands) {
  await hands.says('Der Tresor lässt sich nicht öffnen')
  await hands.says('ist nicht lesbar')
  await hands.look('datenträger-fehlt')
  await again(hands)
  await hands.says('ist nicht lesbar')
  await rename(stage.file('weg'), stage.file('stick'))
  await again(hands)
  await hands.window.find('input[type=password]')
}

/** A table is out of reach for a while: of the session, of the list, of a form. */
async function unreadable(stage, hands, large) {
  const vault = stage.file(`stick/${NAME}`)
  const table = (how, name) => python('vault.py', [vault, how, name], PASSPHRASE)
  await table('hide', 'journal')
  await hands.unlock()
  await hands.says('Die Sitzung kann gerade nicht geöffnet werden')
  if (large) await hands.largeType()
  await hands.look('sitzung')
  await again(hands)
  await hands.says('Die Sitzung kann gerade nicht geöffnet werden')
  await table('show', 'journal')
  await again(hands)
  await hands.window.find('.live')

  await table('hide', 'meeting_overview')
  await hands.window.press(KEY.f10)
  await hands.tap('Übersicht')
  await hands.says('Diese Ansicht kann gerade nicht geöffnet werden')
  await hands.look('übersicht')
  await table('show', 'meeting_overview')
  await again(hands)
  await hands.usable('Neue Sitzung')

  await table('hide', 'draft_form')
  await hands.tap('Neue Sitzung')
  await hands.says('Diese Ansicht kann gerade nicht geöffnet werden')
  await hands.look('formular')
  await table('show', 'draft_form')
  await again(hands)
  await hands.window.field('Datum')
  await hands.tap('Übersicht')
  await hands.usable('Neue Sitzung')
}

/** A second window waits until the first is locked; the first goes on untouched. */
async function twice(stage, hands) {
  const first = hands.window
  const second = new Hands({ window: await stage.another(), out: (name) => stage.out(name) })
  await second.fill()
  await second.says('ist bereits geöffnet')
  await second.look('bereits geöffnet')
  await again(second)
  await second.says('ist bereits geöffnet')
  await hands.tap('Neue Sitzung')
  await hands.fillIn('Datum', '3.12.2026')
  await hands.says('Eingaben gespeichert')
  await first.press([KEY.control, 'l'])
  await hands.says('Alles ist gespeichert.')
  await again(second)
  await second.unlock()
  await second.window.field('Datum')
  // Whoever comes later finds it taken, and the passphrase was right all the same.
  await first.press(PASSPHRASE, KEY.enter)
  await hands.says('ist bereits geöffnet')
  await hands.look('gesperrt')
}

/** Tries again by the button that has the focus. */
async function again(hands) {
  await hands.window.until('the button', 'return document.activeElement?.textContent.trim().startsWith("Erneut versuchen")')
  await hands.window.press(KEY.enter)
  await hands.window.settle()
}
