// A session on the brink, as the window shows it when one comes back in the middle: a lost connection,
// members who are biased, a lack of quorum, a recess, a secret vote, an election. The acts come from
// the script; here is seen that no view goes mute or breaks over them.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { KEY } from '../driver.mjs'
import { Hands, PASSPHRASE } from '../hands.mjs'
import { ours, sitzungsbuch } from '../programs.mjs'

const SCRIPT = 'tests/scenarios/auf-der-kippe.json'

export const variants = {
  störung: until('17:18', 'Verbindung'),
  befangen: until('17:33', 'befangen', { dark: true }),
  unfähig: until('17:34', 'Beschlussunfähig', { width: 800, height: 1280 }),
  pause: until('17:49', 'Die Sitzung ist unterbrochen', { dark: true, width: 800, height: 1280 }),
  geheim: until('18:21', 'geheim'),
  wahl: until('18:34', 'Wahl', { large: true }),
}

/** The session as far as a time, with words that must then be seen. */
function until(time, words, options = {}) {
  return { ...options, words, prepare: (stage) => played(stage, time) }
}

async function played(stage, time) {
  const script = JSON.parse(await readFile(ours(SCRIPT), 'utf8'))
  const acts = script.acts.filter((act) => act.at.slice(11) <= time || act.at.slice(11) < '16:00')
  const last = acts.at(-1).at
  await stage.clock(`${new Date(`${last}:30+01:00`).toISOString().slice(0, 19)}Z`)
  await writeFile(stage.file('bis dahin.json'), JSON.stringify({ ...script, acts }))
  const vault = join(stage.home, 'tresor.sitzungsbuch')
  await sitzungsbuch(['play', stage.file('bis dahin.json'), '--vault', vault, '--out', stage.file('gespielt')], PASSPHRASE)
}

export async function play(stage, { words, large }) {
  const hands = new Hands(stage)
  await hands.fill()
  await hands.unlock()
  await hands.window.find('.tile')
  if (large) await hands.largeType()
  await hands.says(words)
  await hands.look('sitzung')
  await hands.window.press(KEY.f9)
  await hands.says('Zurück zur Sitzung')
  await hands.look('beschlussfähigkeit')
  await hands.window.press(KEY.escape)
  await hands.window.find('.tile')
  await hands.tap('Menü')
  await hands.tap('Verlauf')
  await hands.opened()
  await hands.look('verlauf')
}
