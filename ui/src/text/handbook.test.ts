// The handbook names nothing that the window does not have: every word that is said to be pressed is
// used by a view, every key stands in the list of F1, and what is quoted beside that is an example.
import { expect, it } from 'vitest'
import { commonKeys } from './common'
import { chapters, textOf } from './handbook'
import source from './handbook?raw'
import { meetingKeys, panelKeys } from './meeting'

const views = Object.entries(import.meta.glob<string>(['../views/**/*.{svelte,ts}', '../components/**/*.{svelte,ts}'], { query: '?raw', import: 'default', eager: true }))
  .filter(([name]) => !name.includes('.test.') && !name.endsWith('Handbook.svelte'))
  .map(([, source]) => source)
  .join('\n')

it('what is said to be pressed is used by a view', () => {
  const named = [...source.matchAll(/press\(\w+\.([\w.]+)\)/g)].map(([, path = '']) => path)
  expect(named.length).toBeGreaterThan(40)
  for (const path of named) {
    // A view may have a group of words under a name of its own; acts on a person are looked up by theirs.
    const used = path.startsWith('acts.') ? /acts\[/ : new RegExp(`\\.${path.split('.').at(-1) ?? ''}\\b`)
    expect(used.test(views), path).toBe(true)
  }
})

it('every key stands in the list of F1', () => {
  const list = [commonKeys, meetingKeys, panelKeys].flatMap(({ keys }) => keys.flatMap(({ key }) => key.split(', ')))
  const named = chapters.flatMap((chapter) => textOf(chapter).match(/(?:(?:Strg|Alt|Umschalt)\+)+\w+|\bF\d+\b/g) ?? [])
  expect(named.length).toBeGreaterThan(10)
  for (const key of named) expect(list).toContain(key)
})

it('what is quoted is on a button, or an example that is known', () => {
  const examples = ['mehrheitlich bei 3 Gegenstimmen angenommen', 'mit großer Mehrheit angenommen', 'einstimmig', 'qualifiziert']
  const quoted = [...source.matchAll(/„([^“$]+)“/g)].map(([, words = '']) => words)
  expect([...new Set(quoted)].sort()).toEqual([...examples].sort())
})

it('chapters have names of their own and say something', () => {
  expect(new Set(chapters.map(({ id }) => id)).size).toBe(chapters.length)
  for (const { title, blocks } of chapters) expect(blocks.length, title).toBeGreaterThan(1)
})

it('it says where it stops', () => {
  const all = chapters.map(textOf).join(' ')
  for (const said of ['keine Rechtsberatung', 'Ausschusssitze verteilt das Programm nicht', 'Die Regelprofile sind Entwürfe']) {
    expect(all).toContain(said)
  }
})
