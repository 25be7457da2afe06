// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Typed, VoteView } from '../../api/generated'
import type { Live } from '../meeting/live.svelte'
import { Half } from './half.svelte'
import { halfOf } from './kept'

vi.mock('../../api/client', async (real) => ({ ...(await real<object>()), execute: () => Promise.resolve({ hints: [], saved: '' }), query: vi.fn() }))

let item = 0
let corrects: string | null
const live = { view: { meeting: 'm' } } as unknown as Live
const half = () => new Half(live, String(item), undefined, () => ({ item: String(item), matter: 'item', majority: null, repeats: null }), () => corrects)
const inVault = () => halfOf('m', String(item))
const roll = (...said: ('yes' | 'no')[]): Typed => ({ way: 'roll', answers: said.map((one, seat) => ({ seat: String(seat), person: String(seat), name: 'Name', said: one })) })
const count = (no: number): Typed => ({ way: 'count', remains: true, yes: null, no, abstain: 0 })
const nothing = () => undefined

beforeEach(() => {
  vi.useFakeTimers()
  item += 1
  corrects = null
})
afterEach(() => {
  vi.useRealTimers()
})

/** Three have answered in a roll-call. */
function begun(): Half {
  const subject = half()
  subject.keep(roll())
  subject.keep(roll('yes', 'no', 'yes'))
  return subject
}

it('offers again what was left, and goes on with every answer', () => {
  const subject = begun()
  subject.leave()
  expect([subject.aside?.typed, inVault()?.typed]).toEqual([roll('yes', 'no', 'yes'), roll('yes', 'no', 'yes')])
  // Another look at the item opens nothing by itself.
  const again = half()
  expect([again.aside?.typed?.way, again.typed('roll')]).toEqual(['roll', undefined])
  expect(again.resume([], nothing)?.typed).toEqual(roll('yes', 'no', 'yes'))
  expect([again.aside, again.typed('roll')]).toEqual([undefined, roll('yes', 'no', 'yes')])
  // What goes on and is left once more waits once more.
  again.leave()
  expect(again.aside?.typed).toEqual(roll('yes', 'no', 'yes'))
})

it('offers nothing where nothing was entered, or where it was given up or recorded', () => {
  const subject = half()
  subject.keep(roll())
  subject.leave()
  expect([subject.aside, inVault()]).toEqual([undefined, undefined])
  const other = begun()
  other.leave()
  other.giveUp()
  expect([other.aside, inVault()]).toEqual([undefined, undefined])
  const third = begun()
  third.end()
  expect([half().aside, inVault()]).toEqual([undefined, undefined])
})

it('keeps the answers where another way of the same vote is looked at', () => {
  const subject = begun()
  subject.keep(count(0))
  subject.leave()
  expect(subject.aside?.typed?.way).toBe('roll')
  expect(subject.begins()?.typed).toEqual(roll('yes', 'no', 'yes'))
  expect([subject.aside, subject.typed('roll')]).toEqual([undefined, roll('yes', 'no', 'yes')])
  subject.keep(count(0))
  subject.keep(count(2))
  subject.leave()
  const again = half()
  again.begins()
  expect([again.typed('count'), again.typed('roll')]).toEqual([count(2), roll('yes', 'no', 'yes')])
})

it('gives a correction nothing of the vote that waits, and the vote nothing of the correction', () => {
  const subject = begun()
  subject.leave()
  corrects = 'a1'
  expect(subject.begins()).toBeUndefined()
  expect([subject.aside?.typed?.way, subject.typed('roll')]).toEqual(['roll', undefined])
  subject.keep(count(1))
  subject.end()
  expect(inVault()?.typed).toEqual(roll('yes', 'no', 'yes'))
  subject.giveUp()
  subject.keep(count(1))
  subject.keep(count(3))
  subject.leave()
  corrects = null
  subject.begins()
  expect(subject.aside?.corrects).toBe('a1')
  const taken: string[] = []
  subject.resume([{ act: 'a1' } as unknown as VoteView], ({ act }, as) => { taken.push(`${as} of ${act}`) })
  expect([taken, subject.typed('count')]).toEqual([['correction of a1'], count(3)])
  subject.end()
})
