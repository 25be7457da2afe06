// The program speaks to nobody and writes nothing outside its own places: it is watched by strace
// over a whole session, from the first start to the signed Niederschrift.
import { readFile } from 'node:fs/promises'
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'
import { sitzungsbuch } from '../programs.mjs'

export const variants = { '': { trace: true, prepare } }

/** Key files, made before the watch begins. */
async function prepare(stage) {
  await sitzungsbuch(['demo', '--out', stage.file('muster')])
}

export async function play(stage) {
  const hands = new Hands(stage)
  const { window } = stage
  await hands.sample()
  await hands.note('Falkenroth')
  await window.press(KEY.f2)
  await window.find('.live')
  for (const number of ['1', '2', '3']) await hands.next(number)
  await window.press('Frau KA Falkenroth begrüßt die Anwesenden.')
  await hands.says('Text gespeichert')
  await window.press(KEY.f8, 'E')
  await hands.result('einstimmig')
  await hands.tap('Menü')
  await hands.tap('Sitzung schließen')
  await hands.opened()
  await window.press(KEY.enter)
  await hands.tap('Niederschrift öffnen')
  await hands.page()
  await stage.answers(stage.file('Niederschrift.pdf'))
  await hands.tap('Speichern')
  await hands.says('Niederschrift.pdf')
  await signs(stage, hands)

  const strays = await stage.strays()
  if (strays.length > 0) throw new Error(`it went astray:\n  ${strays.join('\n  ')}`)
}

async function signs(stage, hands) {
  const { window } = stage
  const password = (await readFile(stage.file('muster/schluessel/kennwort.txt'), 'utf8')).trim()
  await hands.tap('Unterschreiben')
  await stage.answers(stage.file('muster/schluessel/schriftfuehrung.p12'))
  await window.click(await window.find('dialog [role=group] button'))
  await window.find('dialog input:focus')
  await window.press(password, KEY.enter)
  await window.until('a signature', 'return document.querySelectorAll(".panel ol .ok").length === 1')
}
