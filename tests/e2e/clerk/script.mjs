// Scripts of sessions, their vaults as the office hands them over, and their time.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PASSPHRASE } from '../hands.mjs'
import { ours, sitzungsbuch } from '../programs.mjs'

/** A script by its name, as it stands in `tests/scenarios`. */
export async function script(name) {
  return JSON.parse(await readFile(ours(`tests/scenarios/${name}.json`), 'utf8'))
}

/** Where the program of a stage finds the vault that the office hands over. */
export function vault(stage) {
  return join(stage.home, 'tresor.sitzungsbuch')
}

/** The vault as the office hands it over: master data and the prepared session, no act. */
export async function handedOver(stage, name) {
  await writeFile(stage.file('vorbereitet.json'), JSON.stringify({ ...(await script(name)), acts: [] }))
  await sitzungsbuch(['play', stage.file('vorbereitet.json'), '--vault', vault(stage), '--out', stage.file('gespielt')], PASSPHRASE)
}

/** A time of a script ("2024-11-21T16:32") on the clock of the program. */
export function clock(zone, time) {
  const guess = new Date(`${time}:00Z`)
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(guess)
  const ahead = new Date(`${parts.replace(' ', 'T')}Z`) - guess
  return `${new Date(guess - ahead).toISOString().slice(0, 19)}Z`
}
