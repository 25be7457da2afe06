import { expect, it } from 'vitest'
import { sameAs } from './same'

const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

const before = {
  revision: 7,
  last: null as { words: string } | null,
  agenda: { progress: '1 von 2', rows: [{ item: 'a', words: '' }, { item: 'b', words: '' }] },
  seats: [{ name: 'Nettebrock', acts: ['leave', 'recuse'], counts: true }, { name: 'Öztürk', acts: ['arrive'], counts: false }],
}

it('gives back what was there where nothing differs, whatever the order of the keys', () => {
  const { seats, ...others } = json(before)
  expect(sameAs(before, json(before))).toBe(before)
  expect(sameAs(before, { seats, ...others })).toBe(before)
})

it('keeps every part that says the same, and nothing around what changed', () => {
  const came = json(before)
  came.revision = 8
  came.last = { words: 'Öztürk kommt' }
  came.seats[1] = { name: 'Öztürk', acts: ['leave', 'recuse'], counts: true }
  const wanted = json(came)
  const now = sameAs(before, came)
  expect(now).toEqual(wanted)
  expect(now).not.toBe(before)
  expect(now.agenda).toBe(before.agenda)
  expect(now.seats).not.toBe(before.seats)
  expect(now.seats[0]).toBe(before.seats[0])
  expect(now.seats[1]).not.toBe(before.seats[1])
})

it('sees what came, what went, and what is of another kind', () => {
  const pairs: [unknown, unknown][] = [
    [{ one: 1 }, { one: 1, two: 2 }],
    [{ one: 1, two: 2 }, { one: 1 }],
    [{ one: 1, two: null }, { one: 1, three: null }],
    [[1, 2], [1]],
    [[1], [1, 2]],
    [[], {}],
    [{ 0: 'a' }, ['a']],
    [null, {}],
    [{}, null],
    [undefined, { one: 1 }],
    ['1', 1],
    [{ one: { two: [{ three: 3 }] } }, { one: { two: [{ three: 4 }] } }],
  ]
  for (const [old, came] of pairs) {
    const [kept, wanted] = [JSON.stringify(old), json(came)]
    expect(sameAs(old, came)).toEqual(wanted)
    expect(JSON.stringify(old)).toBe(kept)
  }
})

it('leaves what was before as it is, also when it is compared again', () => {
  const first = json(before)
  let shown = sameAs(before, first)
  for (const revision of [8, 9]) shown = sameAs(shown, { ...json(before), revision })
  expect([before.revision, shown.revision]).toEqual([7, 9])
  expect(shown.seats).toBe(before.seats)
})
