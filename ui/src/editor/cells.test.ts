// @vitest-environment happy-dom
// Cells that are made one, and passages that are redacted, in the real editor.
import { afterEach, describe, expect, it } from 'vitest'
import type { Editor } from '@tiptap/core'
import type { Block, Inline } from '../api/generated'
import { mergeBelow, mergeRight, mergeSelected, split } from './cells'
import { alignColumns, removeRow, tablePlace, toggleTotal } from './tables'
import { caretAfter, does, editorWith, press, textOf } from './testing'

const words = (text: string): Inline[] => (text === '' ? [] : [{ type: 'text', text }])
const table = (...rows: string[][]): Block => {
  const [head, ...body] = rows.map((row) => row.map(words))
  return { type: 'table', columns: (head ?? []).map(() => 'left' as const), head: head ?? [], rows: body }
}

let editor: Editor
afterEach(() => {
  editor.destroy()
})

/** An editor over a block, the caret behind a word. */
function over(word: string, block: Block) {
  editor = editorWith({ blocks: [block] })
  caretAfter(editor, word)
}

const blocks = () => textOf(editor).blocks

describe('cells', () => {
  it('make cells one with their words, and single again', () => {
    over('c', table(['a', 'b'], ['c', 'd'], ['e', 'f']))
    does(editor, mergeRight)
    expect(blocks()).toMatchObject([{ rows: [[words('c d'), []], [words('e'), words('f')]], merged: [{ row: 1, column: 0, rows: 1, columns: 2 }] }])
    // What is below is wider: all of it becomes one.
    caretAfter(editor, 'e')
    does(editor, (state, dispatch) => {
      const { tr } = state
      dispatch?.(tr.insertText('!'))
      return true
    })
    caretAfter(editor, 'c d')
    does(editor, mergeBelow)
    expect(blocks()).toMatchObject([{ rows: [[words('c d e! f'), []], [[], []]], merged: [{ row: 1, column: 0, rows: 2, columns: 2 }] }])
    does(editor, split)
    expect(blocks()).toEqual([table(['a', 'b'], ['c d e! f', ''], ['', ''])])
  })

  it('make nothing one across head, body and total, nor outside', () => {
    over('a', table(['a', 'b'], ['c', 'd']))
    expect([mergeBelow, mergeSelected, split].map((command) => command(editor.state))).toEqual([false, false, false])
    does(editor, mergeRight)
    expect(mergeRight(editor.state)).toBe(false)
    caretAfter(editor, 'c')
    does(editor, toggleTotal)
    caretAfter(editor, 'd')
    expect([mergeRight, mergeBelow].map((command) => command(editor.state))).toEqual([false, false])
  })

  it('lose no cell when a row of merged ones becomes the head', () => {
    over('c', table(['a', 'b'], ['c', 'd'], ['e', 'f'], ['g', 'h']))
    does(editor, mergeBelow)
    caretAfter(editor, 'a')
    does(editor, removeRow)
    expect(blocks()).toEqual([table(['c e', 'd'], ['', 'f'], ['g', 'h'])])
  })

  it('align what is below merged heads by its own first cell', () => {
    over('a', table(['a', 'b'], ['c', 'd']))
    does(editor, mergeRight)
    caretAfter(editor, 'd')
    does(editor, alignColumns('right'))
    expect(tablePlace(editor.state)).toMatchObject({ align: 'right' })
    expect(blocks()).toMatchObject([{ columns: ['left', 'right'] }])
  })
})

describe('redacted passages', () => {
  it('are set and taken back over whatever is selected', () => {
    over('Vor', { type: 'paragraph', content: [...words('Vor '), { type: 'link', href: 'https://x.example' }, ...words(' Nach')] })
    editor.commands.setTextSelection({ from: 3, to: 8 })
    expect(press(editor, 's', { ctrlKey: true, shiftKey: true })).toBe(true)
    expect(blocks()).toEqual([{ type: 'paragraph', content: [
      ...words('Vo'),
      { type: 'redacted', content: [...words('r '), { type: 'link', href: 'https://x.example' }, ...words(' N')] },
      ...words('ach'),
    ] }])
    press(editor, 's', { ctrlKey: true, shiftKey: true })
    expect(JSON.stringify(blocks())).not.toContain('redacted')
  })

  it('stay redacted when they are moved', () => {
    const text: Block = { type: 'paragraph', content: [{ type: 'redacted', content: words('geheim') }] }
    over('geheim', text)
    editor.commands.selectAll()
    const { dom } = editor.view.serializeForClipboard(editor.state.selection.content())
    editor.commands.deleteSelection()
    editor.view.pasteHTML(dom.innerHTML)
    expect(blocks()).toEqual([text])
  })
})
