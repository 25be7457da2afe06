// @vitest-environment happy-dom
// What the tool bar and the keys do to a text, in the real editor.
import { afterEach, describe, expect, it } from 'vitest'
import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import type { Block, Fact, FactChoice, Inline, ListStyle } from '../api/generated'
import { addressOf } from './address'
import { factsIn, holdsFact, insertFact, insertInline, insertTable, quote, setItem, toggleHeading } from './insert'
import { sameFact, type Slots } from './nodes/fact'
import { indent, nextLabel, outdent, setList } from './nodes/list'
import { alignColumns, columnRight, removeColumn, removeRow, removeTable, rowAbove, rowBelow, tablePlace, toggleTotal } from './tables'
import { caretAfter, does, editorWith, press, textOf } from './testing'

const words = (text: string): Inline[] => (text === '' ? [] : [{ type: 'text', text }])
const paragraph = (text: string): Block => ({ type: 'paragraph', content: words(text) })
const list = (style: ListStyle, ...items: [string, ...Block[]][]): Block => ({
  type: 'list',
  style,
  start: 1,
  items: items.map(([label, ...blocks]) => ({ ...(label && { label }), blocks })),
})

let editor: Editor
afterEach(() => {
  editor.destroy()
})

/** An editor over these blocks, the caret behind a word. */
function over(word: string, ...blocks: Block[]): Editor {
  editor = editorWith({ blocks })
  if (word !== '') caretAfter(editor, word)
  return editor
}

const type = (text: string) => editor.commands.insertContent(text)
const blocks = () => textOf(editor).blocks

describe('lists', () => {
  it('change their style where they stand and are left by the same act', () => {
    over('eins', paragraph('eins'))
    does(editor, setList('dash'))
    expect(blocks()).toEqual([list('dash', ['', paragraph('eins')])])
    does(editor, setList('lowerAlpha'))
    expect(blocks()).toEqual([list('lowerAlpha', ['', paragraph('eins')])])
    does(editor, setList('lowerAlpha'))
    expect(blocks()).toEqual([paragraph('eins')])
  })

  it('have the style of the list around them when they are made by indenting', () => {
    over('zwei', list('decimal', ['', paragraph('eins')], ['', paragraph('zwei')]))
    does(editor, indent)
    expect(blocks()).toEqual([list('decimal', ['', paragraph('eins'), list('decimal', ['', paragraph('zwei')])])])
    does(editor, setList('labelled'))
    expect(blocks()).toEqual([list('decimal', ['', paragraph('eins'), list('labelled', ['', paragraph('zwei')])])])
    does(editor, outdent)
    expect(blocks()).toEqual([list('decimal', ['', paragraph('eins')], ['', paragraph('zwei')])])
  })

  it('count their labels on', () => {
    over('eins', list('labelled', ['Zu a)', paragraph('eins')]))
    expect(press(editor, 'Enter')).toBe(true)
    type('zwei')
    expect(blocks()).toEqual([list('labelled', ['Zu a)', paragraph('eins')], ['Zu b)', paragraph('zwei')])])
    expect(['Zu a)', '1.', 'Frage 9:', '', 'Kreis', 'z)', 'Satz'].map(nextLabel)).toEqual(['Zu b)', '2.', 'Frage 10:', '', '', '', ''])
  })

  it('are left at the beginning of an entry', () => {
    over('', list('dash', ['', paragraph('eins')]))
    editor.commands.setTextSelection(3)
    expect(press(editor, 'Backspace')).toBe(true)
    expect(blocks()).toEqual([paragraph('eins')])
  })

  it('are not nested deeper than the record goes', () => {
    let deep: Block = paragraph('unten')
    for (let depth = 0; depth < 12; depth += 1) deep = list('dash', ['', deep])
    over('unten', deep)
    expect(setList('labelled')(editor.state)).toBe(true)
    expect(quote(editor.state)).toBe(false)
    expect(press(editor, 'Enter')).toBe(true)
    expect(indent(editor.state)).toBe(false)
  })
})

describe('tables', () => {
  const table = (...rows: string[][]): Block => {
    const [head, ...body] = rows.map((row) => row.map(words))
    return { type: 'table', columns: (head ?? []).map(() => 'left' as const), head: head ?? [], rows: body }
  }

  it('come after the paragraph, or instead of an empty one', () => {
    over('Vor', paragraph('Vor'), paragraph('Nach'))
    does(editor, insertTable)
    type('A')
    expect(blocks()).toEqual([paragraph('Vor'), table(['A', ''], ['', ''], ['', '']), paragraph('Nach')])
    over('')
    does(editor, insertTable)
    expect(blocks()).toEqual([table(['', ''], ['', ''], ['', ''])])
  })

  it('are gone through and grow by Tab', () => {
    over('d', table(['a', 'b'], ['c', 'd']))
    press(editor, 'Tab')
    type('e')
    press(editor, 'Tab', { shiftKey: true })
    type('!')
    expect(blocks()).toEqual([table(['a', 'b'], ['c', '!'], ['e', ''])])
  })

  it('keep head and total in their places', () => {
    over('c', table(['a', 'b'], ['c', 'd']))
    does(editor, toggleTotal)
    type('Summe')
    expect(rowBelow(editor.state)).toBe(false)
    does(editor, rowAbove)
    expect(blocks()).toMatchObject([{ rows: [[words('c'), words('d')], [[], []]], total: [words('Summe'), []] }])
    caretAfter(editor, 'a')
    expect(rowAbove(editor.state)).toBe(false)
    does(editor, removeRow)
    expect(blocks()).toMatchObject([{ head: [words('c'), words('d')], rows: [[[], []]], total: [words('Summe'), []] }])
    does(editor, toggleTotal)
    expect(blocks()).toMatchObject([{ head: [words('c'), words('d')], rows: [[[], []], [words('Summe'), []]] }])
  })

  it('align a column as a whole, new rows too', () => {
    over('d', table(['a', 'b'], ['c', 'd']))
    does(editor, alignColumns('right'))
    does(editor, rowBelow)
    expect(tablePlace(editor.state)).toMatchObject({ inCell: true, inHead: false, align: 'right', total: false })
    does(editor, columnRight)
    expect(blocks()).toMatchObject([{ columns: ['left', 'right', 'left'] }])
    does(editor, removeColumn)
    does(editor, removeTable)
    expect(blocks()).toEqual([])
  })

  it('have no line breaks', () => {
    over('a', table(['a', 'b'], ['c', 'd']))
    expect(press(editor, 'Enter')).toBe(true)
    type('x')
    expect(blocks()).toEqual([table(['a', 'b'], ['x', 'd'])])
  })
})

describe('slots', () => {
  const act: Fact = { of: 'act', act: '0192f3a0-0000-7000-8000-0000000000a1' }

  /** What a record would say of its facts, and a way to change it. */
  function record(...known: FactChoice[]) {
    const watchers = new Set<() => void>()
    const slots: Slots = {
      find: (fact) => known.find((one) => sameFact(one.fact, fact)),
      watch: (changed) => {
        watchers.add(changed)
        return () => watchers.delete(changed)
      },
    }
    const say = (...now: FactChoice[]) => {
      known = now
      for (const changed of watchers) changed()
    }
    return { slots, say, watchers }
  }
  const ergebnis: FactChoice = { fact: act, label: 'Ergebnis', words: 'einstimmig angenommen', offered: true }
  const shown = () => editor.view.dom.querySelector('.fact')?.textContent

  it('show the words of the record as they are now', () => {
    const { slots, say, watchers } = record(ergebnis)
    editor = editorWith({ blocks: [{ type: 'fact', fact: act }] }, slots)
    expect(shown()).toBe('Ergebniseinstimmig angenommen')
    say({ ...ergebnis, words: 'abgelehnt' })
    expect(shown()).toBe('Ergebnisabgelehnt')
    say()
    expect(shown()).toContain('gilt nicht mehr')
    expect(watchers.size).toBe(1)
    editor.commands.selectAll()
    editor.commands.deleteSelection()
    expect(watchers.size).toBe(0)
    expect(blocks()).toEqual([])
  })

  it('are moved by cutting and pasting, where the record is known', () => {
    const text = { blocks: [{ type: 'fact', fact: act } as Block, paragraph('Nach')] }
    const cut = () => {
      editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, 0)))
      const { dom } = editor.view.serializeForClipboard(editor.state.selection.content())
      editor.commands.deleteSelection()
      return dom.innerHTML
    }
    editor = editorWith(text, record(ergebnis).slots)
    const html = cut()
    expect(blocks()).toEqual([paragraph('Nach')])
    caretAfter(editor, 'Nach')
    editor.view.pasteHTML(html)
    expect(blocks()).toEqual([paragraph('Nach'), { type: 'fact', fact: act }])
    editor.destroy()
    over('Nach', paragraph('Nach'))
    editor.view.pasteHTML(html)
    expect(JSON.stringify(blocks())).not.toContain('fact')
  })
})

describe('slots, sub-items, headings, quotes', () => {
  it('put a fact behind the paragraph and go on below it', () => {
    over('Vor', paragraph('Vor'))
    does(editor, insertFact({ of: 'quorum' }))
    type('Nach')
    expect(blocks()).toEqual([paragraph('Vor'), { type: 'fact', fact: { of: 'quorum' } }, paragraph('Nach')])
    expect(holdsFact(factsIn(editor.state.doc), { of: 'quorum' })).toBe(true)
    expect(holdsFact(factsIn(editor.state.doc), { of: 'opening' })).toBe(false)
  })

  it('set and clear the sub-item of a paragraph, and make one where there is none', () => {
    const item = '0192f3a0-0000-7000-8000-000000000071'
    over('Vor', paragraph('Vor'))
    does(editor, setItem(item))
    expect(blocks()).toEqual([{ type: 'paragraph', item, content: words('Vor') }])
    does(editor, setItem(item))
    expect(blocks()).toEqual([paragraph('Vor')])
    does(editor, toggleHeading)
    does(editor, setItem(item))
    type('Neu')
    expect(blocks()).toEqual([{ type: 'heading', content: words('Vor') }, { type: 'paragraph', item, content: words('Neu') }])
  })

  it('quote a paragraph', () => {
    over('Vor', paragraph('Vor'))
    does(editor, quote)
    expect(blocks()).toEqual([{ type: 'quote', blocks: [paragraph('Vor')] }])
  })

  it('put a footnote and a link into the line', () => {
    over('Vor', paragraph('Vor'))
    does(editor, insertInline('footnote', { content: words('Stand') }))
    does(editor, (state, dispatch) => {
      dispatch?.(state.tr.insert(state.selection.to, state.schema.node('link', { href: 'https://x.example' })))
      return true
    })
    expect(blocks()).toEqual([
      { type: 'paragraph', content: [...words('Vor'), { type: 'footnote', content: words('Stand') }, { type: 'link', href: 'https://x.example' }] },
    ])
  })
})

it('completes an address, and takes none that the record refuses', () => {
  expect(['https://x.example/ä', 'HTTP://x.example', 'www.x.example/a?b', 'amt@x.example', 'mailto:amt@x.example'].map(addressOf)).toEqual([
    'https://x.example/ä', 'http://x.example', 'https://www.x.example/a?b', 'mailto:amt@x.example', 'mailto:amt@x.example',
  ])
  for (const bad of ['', 'wort', 'zwei wörter', 'javascript:alert(1)', 'https://', 'https://a b', 'data:text/html,x', 'https://x\u202e.example']) {
    expect(addressOf(bad), bad).toBeUndefined()
  }
})
