// Taps in the real window, in a session that has many acts already; `benches/window/taps.rs` makes it,
// starts this and prints. The window measures itself: from the finger that goes up to the frame that
// shows the act. It shows it when the answer is there, and that is there when the act is durable.
// node tests/benches/taps.mjs PROGRAM FOLDER TAPS: milliseconds as JSON; the vault in the folder goes in
// and comes back.
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Hands } from '../e2e/hands.mjs'
import { Stage } from '../e2e/stage.mjs'

const [binary, folder, taps] = process.argv.slice(2)
const NAME = 'tresor.sitzungsbuch'
const PASSPHRASE = 'Übung macht den Meister 🗝'
/** After the last act that is there. */
const CLOCK = '2026-11-12T21:30:00Z'
/** Items that nothing was recorded on before. */
const ITEMS = ['6', '7', '8']

/** How long a finger stays down, in milliseconds. */
const FINGER = 60

/** Waits in the window for what shows an act, from the next finger that goes up on. */
const WATCH = `
  const [kind, name] = arguments
  if (!window.calls) {
    const { fetch } = window
    window.calls = []
    window.fetch = async (...what) => {
      const call = { sent: performance.now() }
      if (String(what[0]).endsWith('/execute')) window.calls.push(call)
      const answer = await fetch(...what)
      call.answered = performance.now()
      return answer
    }
  }
  window.calls.length = 0
  const tile = () => [...document.querySelectorAll('.tile')].find((one) => one.querySelector('.name')?.textContent.trim() === name)
  const results = document.querySelectorAll('.result').length
  const shown = {
    arrives: () => tile()?.matches('.counts'),
    leaves: () => tile()?.matches('.not'),
    votes: () => document.querySelectorAll('.result').length > results,
    backs: () => document.querySelectorAll('.result').length < results,
    calls: () => document.querySelector('.row.current .number')?.textContent.trim() === name,
  }[kind]
  window.tapped = undefined
  let began = 0
  const begin = (event) => { began = event.timeStamp }
  addEventListener('pointerup', begin, { capture: true, once: true })
  const watch = new MutationObserver(() => {
    if (!began || !shown()) return
    watch.disconnect()
    const there = performance.now()
    const [{ sent }] = window.calls
    const { answered } = window.calls.at(-1)
    requestAnimationFrame(() => setTimeout(() => {
      window.tapped = [sent, answered, there, performance.now()].map((moment) => moment - began)
    }))
  })
  watch.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true })`

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
    await window.settle()
    await window.js(WATCH, kind, name)
    await window.touch(element, FINGER)
    all.push([kind, ...(await window.until(`${kind} ${name}`, 'return window.tapped'))])
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
