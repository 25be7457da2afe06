// @vitest-environment happy-dom
// What becomes of plain signs while they are typed, in the real editor, and how that is taken back.
import { afterEach, expect, it } from 'vitest'
import type { Editor } from '@tiptap/core'
import { editorWith, press, textOf, typed } from './testing'

let editor: Editor
afterEach(() => {
  editor.destroy()
})

function after(keys: string): string {
  editor = editorWith({ blocks: [] })
  typed(editor, keys)
  return editor.getText()
}

it.each([
  ['Er sagt, das "Amt" sei "offen".', 'Er sagt, das „Amt“ sei „offen“.'],
  ['("so")', '(„so“)'],
  ['Nord-"Tor" und "Nord-"', 'Nord-„Tor“ und „Nord-“'],
  ["\"Das 'Amt'\"", '„Das ‚Amt‘“'],
  ["Hans' Antrag, geht's", 'Hans’ Antrag, geht’s'],
  ['Rohre von 5" Weite', 'Rohre von 5" Weite'],
  ['Haushalt - Entwurf', 'Haushalt – Entwurf'],
  ['2024--2026', '2024–2026'],
  ['Haupt- und Finanzausschuss', 'Haupt- und Finanzausschuss'],
  ['- ein Punkt', '- ein Punkt'],
  ['nach § 41 Abs. 2 Satz 1', 'nach §\u00a041 Abs.\u00a02 Satz\u00a01'],
  ['§§ 41, 42 und TOP 12', '§§\u00a041, 42 und TOP\u00a012'],
  ['z. B. dies, i. d. R. das', 'z.\u00a0B. dies, i.\u00a0d.\u00a0R. das'],
  ['z.B. dies, i.V.m. § 5', 'z.\u00a0B. dies, i.\u00a0V.\u00a0m. §\u00a05'],
  ['25.000 EUR um 17:00 Uhr, 5 %', '25.000\u00a0EUR um 17:00\u00a0Uhr, 5\u00a0%'],
  ['https://a.b.de/x--y?z="1"', 'https://a.b.de/x--y?z="1"'],
  ['a--b@kreis.de', 'a–b@kreis.de'],
  ['Am 12. 5. und 3 Personen', 'Am 12. 5. und 3 Personen'],
])('%s', (keys, expected) => {
  expect(after(keys)).toBe(expected)
})

it('is taken back by one key, and stays as it was typed then', () => {
  expect(after('das "')).toBe('das „')
  expect(press(editor, 'Backspace')).toBe(true)
  expect(editor.getText()).toBe('das "')
  typed(editor, 'Amt')
  expect(editor.getText()).toBe('das "Amt')

  editor.commands.setContent('')
  typed(editor, 'nach § 4')
  editor.commands.undo()
  expect(editor.getText()).toBe('nach § 4')
})

it('keeps how the words look', () => {
  editor = editorWith({ blocks: [] })
  editor.commands.toggleBold()
  typed(editor, '"Amt" - z.B.')
  expect(textOf(editor).blocks).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: '„Amt“ – z.\u00a0B.', marks: ['bold'] }] }])
})
