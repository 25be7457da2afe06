import { expect, it } from 'vitest'
import { without } from './file'

it('leaves of a list what was not entered, with its head and what could not be read', () => {
  const list = 'Nr\tFraktion\tText\n1\tWU\teins\nohne Spalten\n2\tSL\tzwei\n3\tSL\tdrei'
  expect(without(list, [{ line: 2 }, { line: 4 }])).toBe('Nr\tFraktion\tText\nohne Spalten\n3\tSL\tdrei')
  expect(without(list, [])).toBe(list)
})
