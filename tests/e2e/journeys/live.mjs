// Whole sessions recorded live: the journal in the end is what the script gives when it is played. One
// of them is cut off in the middle, and goes on.
import { Clerk, clock, handedOver, script, vault } from '../clerk.mjs'
import { PASSPHRASE } from '../hands.mjs'
import { compared } from '../journal.mjs'

const LOOKS = {
  'digitalisierung-2024': { 5: 'eroeffnet', 'ds24-ankunft': 'spaeter-eingetragen', 'ds24-anschluss': 'nichtoeffentlich' },
  'auf-der-kippe': { 8: 'erweitert', 29: 'wiederholt', 35: 'ueber-befangenheit', 45: 'fortgesetzt', 68: 'geheim', 77: 'gewaehlt' },
}
/** After so many acts the program is killed, and goes on. */
const KILLED = { 'digitalisierung-2024': 30, 'auf-der-kippe': 45 }

export const variants = Object.fromEntries(Object.keys(LOOKS).map((name) => [name.split('-').at(-1), { name, prepare }]))

async function prepare(stage) {
  const { name } = this
  const source = await script(name)
  await stage.clock(clock(source.zone, source.acts[0].at))
  await handedOver(stage, name)
}

export async function play(stage, { name }) {
  const clerk = new Clerk(stage, await script(name), LOOKS[name])
  await clerk.hands.fill()
  await clerk.hands.unlock()
  await clerk.hands.tap('Öffnen')
  await clerk.hands.usable('Gäste und Verwaltung')
  if (KILLED[name]) {
    await clerk.records(KILLED[name])
    await stage.crash()
    await clerk.hands.fill()
    await clerk.hands.unlock()
    await stage.window.find('.live')
  }
  await clerk.records()
  await stage.end()
  await compared(stage, vault(stage), PASSPHRASE, name)
}
