import { expect, test } from 'vitest'
import { editsOf, listOf, omitted, rows, unedited, withEdit, type Row } from './edits'

const item = (name: string) => ({ name })
const names = (shown: Row<{ name: string }>[]) => shown.map((row) => row.value.name)

test('what was read is shown in its order, equal lines as two rows', () => {
  const shown = rows([item('a'), item('b'), item('a')], unedited(), [])
  expect(names(shown)).toEqual(['a', 'b', 'a'])
  expect(new Set(shown.map((row) => row.key)).size).toBe(3)
})

test('a change by hand survives a change of another line, and goes with its own', () => {
  const first = rows([item('a'), item('b')], unedited(), [])
  const edits = new Map([[first[0]?.key ?? '', item('A')]])
  expect(names(rows([item('a'), item('c')], edits, first))).toEqual(['A', 'c'])
  expect(names(rows([item('x'), item('c')], edits, first))).toEqual(['x', 'c'])
})

test('a line can be left out, and comes back', () => {
  const read = [item('a'), item('b')]
  const first = rows(read, unedited(), [])
  const shown = rows(read, new Map([[first[1]?.key ?? '', null]]), first)
  expect(names(shown)).toEqual(['a'])
  expect(omitted(read, shown)).toBe(1)
  expect(omitted(read, rows(read, unedited(), shown))).toBe(0)
})

test('changes that were kept fit the same lines read anew', () => {
  const read = [item('a'), item('b'), item('c')]
  const [first, second] = rows(read, unedited(), [])
  const edits = withEdit(withEdit(unedited<{ name: string }>(), first?.key ?? '', item('A')), second?.key ?? '', null)
  const kept = editsOf(JSON.parse(JSON.stringify(listOf(edits))) as ReturnType<typeof listOf<{ name: string }>>)
  expect(names(rows(read, kept, []))).toEqual(['A', 'c'])
})

test('a row that did not change stays the same object', () => {
  const first = rows([item('a'), item('b')], unedited(), [])
  const second = rows([item('a'), item('c')], unedited(), first)
  expect(second[0]).toBe(first[0])
  expect(second[1]).not.toBe(first[1])
})
