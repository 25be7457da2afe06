// What a tablet does in a session: it falls asleep in the middle of a sentence and wakes, its battery
// and its disk run low, its clock is set back by hand and by the end of summer time. Nothing that was
// typed is lost, and acts keep their order.
import { setTimeout as sleep } from 'node:timers/promises'
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'

const clock = '2026-11-12T15:32:00Z'
export const variants = {
  '': { clock, prepare: plenty },
  'dunkel, hoch': { clock, prepare: plenty, dark: true, large: true, width: 800, height: 1280 },
}
const TEXT = 'Frau KA Gürtekin fragt nach dem zweiten Abschnitt.'

function plenty(stage) {
  return stage.device({ free: 9_000_000_000, percent: 80 })
}

export async function play(stage, { large }) {
  const hands = new Hands(stage)
  const { window } = stage
  await hands.sample({ large })
  await hands.note('Falkenroth')
  await window.press(KEY.f2)
  await window.find('.live')
  await hands.next('1')
  if (await window.js('return document.querySelector(".notice") !== null')) throw new Error('a warning while all is well')
  await low(stage, hands)
  await sleeps(stage, hands)
  await setBack(stage, hands)
}

/** The machine changes, and the window comes to the front: then it looks at once. */
async function device(stage, readings) {
  await stage.device(readings)
  await stage.window.js('window.dispatchEvent(new Event("focus"))')
}

/** Said in the bar, and never as a dialog. */
async function low(stage, hands) {
  await device(stage, { free: 420_000_000, percent: 18 })
  await hands.says('Akku 18')
  await hands.says('Noch 420')
  await hands.look('wenig')
  await device(stage, { free: 20_000_000, percent: 7 })
  await hands.says('Akku 7')
  await hands.look('kaum')
  await device(stage, { free: 9_000_000_000, percent: 7, status: 'Charging' })
  await stage.window.until('no warning', 'return document.querySelector(".notice") === null')
}

/** Stopped in the middle of a text that was not saved yet. */
async function sleeps(stage, hands) {
  const { window } = stage
  await hands.caret()
  await window.press(TEXT)
  stage.sleep(true)
  await sleep(2_500)
  await stage.clock('2026-11-12T16:10:00Z')
  stage.sleep(false)
  await hands.says('Text gespeichert')
  await stage.crash()
  await hands.fill()
  await hands.unlock()
  await hands.says(TEXT)
}

/** By hand, then by the end of summer time: what comes later stays later. */
async function setBack(stage, hands) {
  const { window } = stage
  await hands.next('2')
  await stage.clock('2026-11-12T15:50:00Z')
  await hands.next('3')
  await hands.says('Die Uhr dieses Geräts wurde zurückgestellt')
  await hands.look('zurückgestellt')
  const times = await window.js(`return [...document.querySelectorAll('.row')].slice(0, 12).map((one) => one.innerText.replace(/\\s+/g, ' '))`)
  const called = times.filter((row) => /^[23] /.test(row))
  if (!called[0]?.includes('17:10–17:10') || !called[1]?.includes('seit 17:10')) throw new Error(`out of order: ${called.join(' | ')}`)
}
