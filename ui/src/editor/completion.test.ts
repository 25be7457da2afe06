// @vitest-environment happy-dom
// Names, speakers and text modules that are completed while somebody types, in the real editor.
import { afterEach, describe, expect, it } from 'vitest'
import type { Editor } from '@tiptap/core'
import type { Block, FactChoice, NameCase, Speaker, TextModuleRow } from '../api/generated'
import { take } from './completion'
import { insertTable } from './insert'
import { setList } from './nodes/list'
import type { Slots } from './nodes/fact'
import { shown } from './offered'
import type { Offers } from './offers'
import { does, editorWith, press, textOf, typed } from './testing'

function speaker(name: string, there: boolean, ...forms: [string, string][]): Speaker {
  const names: Record<string, NameCase> = { N: 'nominative', D: 'dative', A: 'accusative', G: 'genitive' }
  return {
    person: name,
    name,
    detail: name,
    there,
    forms: forms.map(([cases, words]) => ({ words, short: cases.endsWith('-'), cases: [...cases].flatMap((one) => names[one] ?? []) })),
  }
}

const male = (name: string, there = true) => speaker(name, there, ['N', `Herr KA ${name}`], ['DA', `Herrn KA ${name}`], ['G', `des Herrn KA ${name}`], ['N-', `Herr ${name}`])
const module = (code: string, ...lines: string[]): TextModuleRow => ({ module: code, code, words: lines.join(' '), text: { blocks: lines.map((line) => ({ type: 'paragraph', content: line })) } })
const opening: FactChoice = { fact: { of: 'opening' }, label: 'Eröffnung', words: 'Um 16:32 Uhr eröffnet …', offered: true }

const offers: Offers = {
  speakers: [
    speaker('Vorsitzende', true, ['NA', 'die Vorsitzende'], ['DG', 'der Vorsitzenden']),
    male('Viehöver'),
    speaker('Gürtekin', true, ['NDA', 'Frau KA Gürtekin'], ['G', 'der Frau KA Gürtekin']),
    speaker('Albers', true, ['NDA', 'KA Kim Albers'], ['G', 'von KA Kim Albers']),
    male('Vietmeyer', false),
  ],
  modules: [module('antwort', 'Auf Nachfrage von {wem} erläutert {wer}, dass {inhalt}.'), module('keine', 'Wortmeldungen gibt es nicht.'), module('zwei', 'Eins.', 'Zwei.')],
  facts: [opening],
}
const slots: Slots = { find: () => opening, watch: () => () => undefined }

let editor: Editor
afterEach(() => {
  editor.destroy()
})

function begin(...blocks: Block[]): void {
  editor = editorWith({ blocks }, slots, offers)
  editor.commands.focus('end')
}

const text = () => editor.getText({ blockSeparator: '|' })
const lines = () => {
  const list = shown(editor.view)
  if (list?.of === 'entries') return list.entries.map((one) => (one.of === 'speaker' ? one.form.words : one.of === 'module' ? one.module.code : one.of === 'guest' ? `Gast ${one.typed}` : one.fact.label))
  return list?.forms.map(({ words }) => words)
}

describe('names', () => {
  it('come by two letters and Tab, and take other forms by the arrows', () => {
    begin()
    typed(editor, 'Dann sagt v')
    expect(lines()).toBeUndefined()
    typed(editor, 'i')
    expect(lines()).toEqual(['Herr KA Viehöver', 'Herr KA Vietmeyer'])
    typed(editor, 'eho')
    expect(lines()).toEqual(['Herr KA Viehöver'])
    expect(press(editor, 'Tab')).toBe(true)
    expect(text()).toBe('Dann sagt Herr KA Viehöver')
    expect(lines()).toHaveLength(4)
    for (const form of ['Herrn KA Viehöver', 'des Herrn KA Viehöver', 'Herr Viehöver', 'Herr KA Viehöver']) {
      expect(press(editor, 'ArrowDown')).toBe(true)
      expect(text()).toBe(`Dann sagt ${form}`)
    }
    expect(press(editor, 'ArrowUp')).toBe(true)
    typed(editor, ', dass vieles so sei.')
    expect(lines()).toBeUndefined()
    expect(text()).toBe('Dann sagt Herr Viehöver, dass vieles so sei.')
  })

  it.each([
    ['Auf Frage des Herrn KA vieh', 'Auf Frage des Herrn KA Viehöver'],
    ['Auf Frage von Herrn vieh', 'Auf Frage von Herrn KA Viehöver'],
    ['gegen Herrn KA vieh', 'gegen Herrn KA Viehöver'],
    ['auf Antrag der Frau gürt', 'auf Antrag der Frau KA Gürtekin'],
    ['Die Bitte von alb', 'Die Bitte von KA Kim Albers'],
    ['vors', 'Die Vorsitzende'],
    ['Das gilt. vors', 'Das gilt. Die Vorsitzende'],
    ['nach Abs. 2 bzw. vors', 'nach Abs.\u00a02 bzw. die Vorsitzende'],
    ['Auf Nachfrage der vors', 'Auf Nachfrage der Vorsitzenden'],
    ['guert', 'Frau KA Gürtekin'],
  ])('fit what stands before them: %s', (before, expected) => {
    begin()
    typed(editor, before)
    press(editor, 'Tab')
    expect(text()).toBe(expected)
  })

  it('are never in the way', () => {
    begin()
    typed(editor, 'Das Vieh')
    // Enter is a new line, Escape says no for this word.
    expect(press(editor, 'Enter')).toBe(true)
    expect(textOf(editor).blocks).toHaveLength(1)
    expect(text()).toBe('Das Vieh|')
    typed(editor, 'vi')
    expect(press(editor, 'Escape')).toBe(true)
    typed(editor, 'eh')
    expect(lines()).toBeUndefined()
    typed(editor, ' und vi')
    expect(lines()).toHaveLength(2)
    expect(press(editor, 'ArrowDown')).toBe(true)
    expect(press(editor, 'Enter')).toBe(true)
    expect(text()).toBe('Das Vieh|vieh und Herr KA Vietmeyer')
    // Who stands there already in full is not offered.
    begin()
    typed(editor, 'Frau KA Gürtekin')
    expect(lines()).toBeUndefined()
  })

  it('leave lists and tables their keys', () => {
    begin({ type: 'paragraph', content: 'eins' })
    does(editor, setList('dash'))
    press(editor, 'Enter')
    typed(editor, 'zwei')
    expect(press(editor, 'Tab')).toBe(true)
    expect(textOf(editor).blocks).toHaveLength(1)
    expect(JSON.stringify(textOf(editor))).toContain('"items":[{"blocks":[{"type":"paragraph","content":[{"type":"text","text":"zwei"}]}]}]')
    begin()
    does(editor, insertTable)
    typed(editor, 'vieh')
    expect(lines()).toBeUndefined()
    expect(press(editor, 'Tab')).toBe(true)
    typed(editor, 'Euro')
    expect(textOf(editor).blocks[0]).toMatchObject({ head: [[{ text: 'vieh' }], [{ text: 'Euro' }]] })
  })
})

describe('contributions', () => {
  it('begin with who speaks, those who spoke last first', () => {
    begin({ type: 'paragraph', content: 'Die Vorsitzende fragt.' }, { type: 'paragraph', content: 'Frau KA Gürtekin sagt dies.' }, { type: 'paragraph', content: 'Herr KA Viehöver sagt das.' })
    expect(press(editor, 'Enter', { ctrlKey: true })).toBe(true)
    expect(lines()).toEqual(['Frau KA Gürtekin', 'die Vorsitzende', 'Herr KA Viehöver', 'KA Kim Albers'])
    expect(press(editor, 'Enter')).toBe(true)
    typed(editor, 'erwidert.')
    expect(textOf(editor).blocks[3]).toEqual({ type: 'paragraph', content: [{ type: 'text', text: 'Frau KA Gürtekin erwidert.' }] })
    press(editor, 'Enter', { ctrlKey: true })
    typed(editor, 'viet')
    press(editor, 'Tab')
    typed(editor, 'fragt.')
    expect(textOf(editor).blocks[4]).toEqual({ type: 'paragraph', content: [{ type: 'text', text: 'Herr KA Vietmeyer fragt.' }] })
  })

  it('are paragraphs of their own, outside of lists', () => {
    begin({ type: 'list', style: 'dash', start: 1, items: [{ blocks: [{ type: 'paragraph', content: 'eins' }] }] })
    press(editor, 'Enter', { ctrlKey: true })
    press(editor, 'Escape')
    typed(editor, 'Ohne Namen.')
    expect(textOf(editor).blocks.map(({ type }) => type)).toEqual(['list', 'paragraph'])
  })
})

describe('text modules', () => {
  it('come by their code, and their places are filled in one after the other', () => {
    begin({ type: 'paragraph', content: 'Vorher.' }, { type: 'paragraph', content: '' })
    editor.commands.focus('end')
    typed(editor, 'antwort')
    expect(press(editor, '.', { ctrlKey: true })).toBe(true)
    expect(text()).toContain('Auf Nachfrage von {wem} erläutert')
    expect(lines()?.slice(0, 2)).toEqual(['der Vorsitzenden', 'Herrn KA Viehöver'])
    typed(editor, 'vieh')
    press(editor, 'Tab')
    press(editor, 'Tab')
    press(editor, 'ArrowDown')
    press(editor, 'ArrowDown')
    press(editor, 'Enter')
    press(editor, 'Tab')
    typed(editor, 'alles gut sei')
    press(editor, 'Tab')
    typed(editor, ' Ende')
    expect(text()).toBe('Vorher.|Auf Nachfrage von Herrn KA Viehöver erläutert Frau KA Gürtekin, dass alles gut sei. Ende')
  })

  it('are found by letters, with what the record has', () => {
    begin()
    press(editor, '.', { ctrlKey: true })
    expect(lines()).toEqual(['antwort', 'keine', 'zwei', 'Eröffnung'])
    typed(editor, 'wort')
    expect(lines()).toEqual(['keine'])
    press(editor, 'Enter')
    expect(text()).toBe('Wortmeldungen gibt es nicht.')
    typed(editor, ' zw')
    press(editor, '.', { ctrlKey: true })
    expect(lines()).toEqual(['zwei'])
    take(editor.view, 0)
    expect(text()).toBe('Wortmeldungen gibt es nicht. Eins.|Zwei.')
    press(editor, 'Enter')
    typed(editor, 'erö')
    press(editor, '.', { ctrlKey: true })
    press(editor, 'Enter')
    expect(textOf(editor).blocks.at(-1)).toEqual({ type: 'fact', fact: { of: 'opening' } })
  })

  it('leave a word that is no code, and pass places over', () => {
    begin()
    typed(editor, 'Haushalt')
    press(editor, '.', { ctrlKey: true })
    expect(lines()).toContain('keine')
    press(editor, 'Escape')
    expect(text()).toBe('Haushalt')
    typed(editor, ' antwort')
    press(editor, '.', { ctrlKey: true })
    for (let place = 0; place < 3; place += 1) press(editor, 'Tab')
    typed(editor, ' Ende')
    expect(text()).toBe('Haushalt Auf Nachfrage von {wem} erläutert {wer}, dass {inhalt}. Ende')
    expect(press(editor, 'Tab')).toBe(false)
  })
})

describe('guests', () => {
  it('come by + and Enter, and what was typed goes; refused, it is there again', async () => {
    const came: string[] = []
    let takes = true
    const admit = (typed: string) => { came.push(typed); return Promise.resolve(takes) }
    editor = editorWith({ blocks: [{ type: 'paragraph', content: 'Beginn.' }] }, slots, { ...offers, admit })
    editor.commands.focus('end')
    typed(editor, ' +Frau Dr. Ankerbrand, Hochschule')
    expect(lines()).toEqual(['Gast Frau Dr. Ankerbrand, Hochschule'])
    expect(press(editor, 'Enter')).toBe(true)
    expect(came).toEqual(['Frau Dr. Ankerbrand, Hochschule'])
    await Promise.resolve()
    expect(text()).toBe('Beginn. ')
    takes = false
    typed(editor, '+Ankerbrand')
    press(editor, 'Enter')
    await new Promise((done) => { setTimeout(done) })
    expect(text()).toBe('Beginn. +Ankerbrand')
  })

  it('are no sums, and none where nobody can come', () => {
    begin({ type: 'paragraph', content: '3' })
    typed(editor, '+4 ')
    expect(lines()).toBeUndefined()
    typed(editor, '+Ankerbrand')
    expect(lines()).toBeUndefined()
  })
})
