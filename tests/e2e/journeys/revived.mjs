// The process that draws the window ends on its own. It is started again, and the window is where it
// was, with the text that was written; the vault stays open.
import { setTimeout as sleep } from 'node:timers/promises'
import { KEY } from '../driver.mjs'
import { Hands } from '../hands.mjs'

const [WIDTH, HEIGHT] = [1280, 800]
export const variants = { '': { clock: '2026-11-12T15:32:00Z', width: WIDTH, height: HEIGHT } }

const TEXT = 'Frau KA Gürtekin fragt, wann der zweite Abschnitt beginnt.'

export async function play(stage) {
  const hands = new Hands(stage)
  const { window } = stage
  await hands.sample()
  await hands.note('Falkenroth')
  await window.press(KEY.f2)
  await window.find('.live')
  await hands.next('1')
  await hands.caret()
  await window.press(TEXT)
  // What is promised is a second.
  await sleep(1_000)
  await hands.look('vorher')
  const line = await window.js(`
    const { left, top, width, height } = document.querySelector('.rich-text p').getBoundingClientRect()
    return [left, top, width, height].map(Math.round)`)
  const before = await still(stage)

  stage.endDrawing()
  await until('an empty window', () => apart(before, stage.display()) > 0.5)
  // The driver has nobody to ask any more: what is drawn again is compared with what was there. The
  // time of the last save is gone; the text is not.
  await until('the same view', () => apart(before, stage.display()) < 0.05)
  const [was, is] = [() => ink(before, line), () => ink(stage.display(), line)]
  if (was() === 0) throw new Error('no text was seen')
  await until('the same text', () => Math.abs(is() - was()) < 0.1 * was())
}

/** The picture once nothing moves but the caret. */
async function still(stage) {
  let last = stage.display()
  for (;;) {
    await sleep(300)
    const now = stage.display()
    if (apart(last, now) < 0.001) return now
    last = now
  }
}

/** Share of the pixels in which two pictures differ. */
function apart(one, other) {
  let count = 0
  for (const at of places(one)) if (one.readUInt32LE(at) !== other.readUInt32LE(at)) count += 1
  return count / (WIDTH * HEIGHT)
}

/** Dark pixels in a part of a picture. Words are not set to the same pixel every time. */
function ink(picture, part) {
  let count = 0
  for (const at of places(picture, part)) if (picture[at + 1] < 128) count += 1
  return count
}

/** Where the pixels of a part stand: four bytes each, behind a head. */
function* places(picture, [left, top, width, height] = [0, 0, WIDTH, HEIGHT]) {
  const head = picture.length - WIDTH * HEIGHT * 4
  for (let y = top; y < top + height; y += 1) {
    for (let x = left; x < left + width; x += 1) yield head + (y * WIDTH + x) * 4
  }
}

async function until(what, given) {
  const end = Date.now() + 30_000
  while (!given()) {
    if (Date.now() > end) throw new Error(`not seen in time: ${what}`)
    await sleep(100)
  }
}
