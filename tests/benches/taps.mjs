// Taps in the real window, in a session that has many acts already; `benches/window/taps.rs` makes it,
// starts this and prints. The window measures itself (`e2e/stopwatch.mjs`).
// node tests/benches/taps.mjs PROGRAM FOLDER TAPS: milliseconds as JSON; the vault in the folder goes in
// and comes back.
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Hands } from '../e2e/hands.mjs'
import { Stage } from '../e2e/stage.mjs'
import { timed } from '../e2e/stopwatch.mjs'

const [binary, folder, taps] = process.argv.slice(2)
const NAME = 'tresor.sitzungsbuch'
const PASSPHRASE = 'Übung macht den Meister 🗝'
/** After the last act that is there. */
const CLOCK = '2026-11-12T21:30:00Z'
/** Items that nothing was recorded on before. */
const ITEMS = ['6', '7', '8']

/** How long a finger stays down, in milliseconds. */
const FINGER = 60

/** What shows an act of a kind, about somebody or an item by its number. */
const SHOWN = {
  arrives: 'tile(args[0])?.matches(".counts")',
  leaves: 'tile(args[0])?.matches(".not")',
  votes: 'document.querySelectorAll(".result").length > args[1]',
  backs: 'document.querySelectorAll(".result").length < args[1]',
  calls: 'document.querySelector(".row.current .number")?.textContent.trim() === args[0]',
}

const stage = new Stage({ binary, out: join(folder, 'journey'), clock: CLOCK, prepare: (stage) => cp(join(folder, NAME), join(stage.home, NAME), { recursive: true }) })
try {
  await stage.open()
  const hands = new Hands(stage)
  await hands.fill()
  await hands.unlock(PASSPHRASE)
  await stage.window.find('.live')
  process.stdout.write(JSON.stringify(await measured(hands, Number(taps))))
  await stage.end()
  await rm(join(folder, NAME), { recursive: true })
  await cp(join(stage.home, NAME), join(folder, NAME), { recursive: true })
} finally {
  await stage.close()
}

/** As many taps as wanted: people go and come, votes are taken and taken back, items are called. */
async function measured(hands, count) {
  const { window } = hands
  const all = []
  const tap = async (kind, name, element) => {
    const results = await window.js('return document.querySelectorAll(".result").length')
    all.push([kind, ...(await timed(window, () => window.touch(element, FINGER), SHOWN[kind], name, results))])
  }
  const names = await window.js('return [...document.querySelectorAll(".tile.counts .name")].map((one) => one.textContent.trim())')
  for (let round = 0; all.length < count; round += 1) {
    const number = ITEMS[round % ITEMS.length]
    await hands.lookAt(number)
    await tap('calls', number, await hands.usable(`TOP ${number} aufrufen`))
    for (let turn = 0; turn < 3; turn += 1) {
      const name = names[(round * 3 + turn) % names.length]
      await window.click(await hands.tile(name))
      await tap('leaves', name, await hands.usable('geht jetzt'))
      await tap('arrives', name, await hands.tile(name))
    }
    await tap('votes', number, await hands.usable('Einstimmig'))
    await tap('backs', number, await hands.usable('Rückgängig'))
  }
  return all.slice(0, count)
}
