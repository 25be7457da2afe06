// What is completed while somebody types: names by their first letters, the speaker of a new
// contribution, text modules and slots of the record by a code. A list is offered beside the caret;
// nothing is taken unless its keys are pressed, and no other key is held up by it.

import { Extension, type Editor } from '@tiptap/core'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { DecorationSet } from '@tiptap/pm/view'
import type { EditorView } from '@tiptap/pm/view'
import type { FactChoice, NameCase, NameForm, Speaker, TextModuleRow } from '../api/generated'
import { search } from '../components/shared/search'
import { factsIn, holdsFact, insertFact } from './insert'
import { insertModule } from './modules'
import { called, formFor, placed, speaking } from './names'
import type { Offers } from './offers'
import { caseOf, slotMarks, slotsIn, type Slot } from './slots'

/** A name in running text, the speaker of a contribution, whom a place of a module asks for, a code. */
type Kind = 'name' | 'speaker' | 'place' | 'code'

interface Asked {
  kind: Kind
  /** Where the letters begin. */
  from: number
  /** Which line of the list is chosen, and whether somebody moved there. */
  at: number
  moved: boolean
}

/** A name that was just put in and can still take another form. */
interface Named {
  from: number
  to: number
  speaker: Speaker
  at: number
}

interface Completion {
  asked: Asked | undefined
  named: Named | undefined
  /** The word that nothing more is offered for. */
  shut: number
  /** The text module whose places are being filled in. */
  filling: { from: number; to: number } | undefined
  wanted: NameCase | undefined
  slots: DecorationSet
}

type Change = Partial<Omit<Completion, 'slots'>>

export type Entry =
  | { of: 'speaker'; speaker: Speaker; form: NameForm; words: string }
  | { of: 'module'; module: TextModuleRow }
  | { of: 'fact'; fact: FactChoice }

/** What the list beside the caret shows. */
export type Shown =
  | { of: 'entries'; kind: Kind; from: number; at: number; entries: readonly Entry[] }
  | { of: 'forms'; from: number; at: number; forms: readonly NameForm[] }

const KEY = new PluginKey<Completion>('completion')
const OFFERS = new WeakMap<EditorView, Offers>()

/** More than that of a running text nobody reads. */
const MOST = 5
const LONGEST = 40
const WORD = /\p{L}[\p{L}\p{M}-]*$/u
const LETTERS: Record<Kind, RegExp> = {
  name: /^\p{L}[\p{L}\p{M}-]+$/u,
  speaker: /^[\p{L}\p{M} .-]*$/u,
  place: /^[\p{L}\p{M} .-]*$/u,
  code: /^[\p{L}\p{M}\p{N} -]*$/u,
}

/** The text of the line before a position; what is no text counts as one character. */
function lineBefore(state: EditorState, pos: number): string {
  const $pos = state.doc.resolve(pos)
  return $pos.parent.textBetween(0, $pos.parentOffset, '', '\ufffc')
}

/** The letters that were typed for what is asked; nothing where it is over. */
function letters(state: EditorState, { kind, from }: Asked): string | undefined {
  const { $from, $to, empty } = state.selection
  if (!empty) return kind === 'place' && $from.pos === from && $to.sameParent($from) ? '' : undefined
  if ($from.pos < from || from > state.doc.content.size || !state.doc.resolve(from).sameParent($from)) return undefined
  const typed = $from.parent.textBetween($from.parentOffset - ($from.pos - from), $from.parentOffset, '', '\ufffc')
  return LETTERS[kind].test(typed) && typed.length <= LONGEST ? typed : undefined
}

function entriesOf(state: EditorState, offers: Offers, completion: Completion): Entry[] {
  const { asked, wanted } = completion
  const typed = asked && letters(state, asked)
  if (!asked || typed === undefined) return []
  if (asked.kind === 'code') return byCode(state, offers, typed)
  const before = lineBefore(state, asked.from)
  const people = asked.kind === 'name' ? called(offers.speakers, typed, before).slice(0, MOST) : speaking(offers.speakers, typed, linesBefore(state))
  return people.flatMap((speaker): Entry[] => {
    const form = speaker.forms[formFor(speaker, before, wanted)]
    return form ? [{ of: 'speaker', speaker, form, words: placed(form.words, before).words }] : []
  })
}

function byCode(state: EditorState, offers: Offers, typed: string): Entry[] {
  const there = factsIn(state.doc)
  const all: Entry[] = [
    ...offers.modules.map((module): Entry => ({ of: 'module', module })),
    ...offers.facts.filter(({ fact }) => !holdsFact(there, fact)).map((fact): Entry => ({ of: 'fact', fact })),
  ]
  return typed.trim() === '' ? all : search(typed, all, (one) => (one.of === 'module' ? `${one.module.code} ${one.module.words}` : one.of === 'fact' ? one.fact.label : ''))
}

/** The lines before that of the caret. */
function linesBefore(state: EditorState): string[] {
  const lines: string[] = []
  state.doc.nodesBetween(0, Math.max(0, state.selection.from - state.selection.$from.parentOffset - 1), (node) => {
    if (node.isTextblock) lines.push(node.textContent)
    return !node.isTextblock
  })
  return lines
}

/** What is offered now; nothing where there is nothing to offer. */
export function shown(view: EditorView): Shown | undefined {
  const completion = KEY.getState(view.state)
  const offers = OFFERS.get(view)
  if (!completion || !offers) return undefined
  const { asked, named } = completion
  if (named) return { of: 'forms', from: named.from, at: named.at, forms: named.speaker.forms }
  const entries = asked ? entriesOf(view.state, offers, completion) : []
  return asked && entries.length > 0 ? { of: 'entries', kind: asked.kind, from: asked.from, at: Math.min(asked.at, entries.length - 1), entries } : undefined
}

function change(view: EditorView, to: Change, tr: Transaction = view.state.tr) {
  view.dispatch(tr.setMeta(KEY, to))
}

/** Takes a line of the list. */
export function take(view: EditorView, at: number): void {
  const list = shown(view)
  if (list?.of === 'forms') another(view, at)
  if (list?.of !== 'entries') return
  const entry = list.entries[at]
  const { to } = view.state.selection
  if (entry?.of === 'speaker') name(view, entry, list)
  else if (entry?.of === 'module') module(view, entry.module, list.from, to)
  else if (entry) {
    change(view, { asked: undefined }, view.state.tr.delete(list.from, to))
    insertFact(entry.fact.fact)(view.state, (tr) => { view.dispatch(tr) })
  }
}

function name(view: EditorView, { speaker, form }: Extract<Entry, { of: 'speaker' }>, { kind, from: start }: Extract<Shown, { of: 'entries' }>) {
  const { words, back } = placed(form.words, lineBefore(view.state, start))
  const from = start - back
  const tr = view.state.tr.insertText(kind === 'speaker' ? `${words} ` : words, from, view.state.selection.to)
  const named = { from, to: from + words.length, speaker, at: speaker.forms.indexOf(form) }
  change(view, { asked: undefined, wanted: undefined, named: speaker.forms.length > 1 ? named : undefined }, tr.scrollIntoView())
}

/** The name that was just put in, in another form. */
function another(view: EditorView, at: number) {
  const named = KEY.getState(view.state)?.named
  const form = named?.speaker.forms[at]
  if (!named || !form) return
  const { words } = placed(form.words, lineBefore(view.state, named.from))
  const head = view.state.selection.head - named.to + named.from + words.length
  const tr = view.state.tr.insertText(words, named.from, named.to)
  tr.setSelection(TextSelection.create(tr.doc, head))
  change(view, { named: { ...named, to: named.from + words.length, at } }, tr)
}

function module(view: EditorView, { text }: TextModuleRow, from: number, to: number) {
  change(view, { asked: undefined }, view.state.tr.delete(from, to))
  const filling = insertModule(view, text)
  const [first] = slotsIn(view.state.doc, filling.from, filling.to)
  if (first) place(view, first, filling)
}

/** Goes to a place to fill in. One that asks for somebody offers who is there. */
function place(view: EditorView, slot: Slot, filling: Completion['filling']) {
  const tr = view.state.tr.setSelection(TextSelection.create(view.state.doc, slot.from, slot.to)).scrollIntoView()
  const wanted = caseOf(slot.name)
  const asked = wanted && { kind: 'place' as const, from: slot.from, at: 0, moved: false }
  change(view, { filling, wanted, asked, named: undefined }, tr)
}

/** To the next place of the module that is being filled in, or behind it after the last one. */
function goOn(view: EditorView, back: boolean): boolean {
  const filling = KEY.getState(view.state)?.filling
  if (!filling) return false
  const { from, to } = view.state.selection
  const all = slotsIn(view.state.doc, filling.from, filling.to)
  const next = back ? all.findLast((one) => one.to <= from) : all.find((one) => one.from >= to)
  if (next) place(view, next, filling)
  else if (!back) {
    const end = TextSelection.near(view.state.doc.resolve(filling.to), -1)
    change(view, { filling: undefined, asked: undefined, named: undefined, wanted: undefined }, view.state.tr.setSelection(end).scrollIntoView())
  }
  return true
}

/** A new paragraph for somebody who speaks: whoever it is stands at its beginning. */
export function speak(view: EditorView): boolean {
  const { state } = view
  const { $from } = state.selection
  const { paragraph } = state.schema.nodes
  if (!paragraph) return false
  const { tr } = state
  const empty = $from.depth === 1 && $from.parent.type === paragraph && $from.parent.childCount === 0
  const end = $from.depth > 0 ? $from.after(1) : state.selection.to
  if (!empty) tr.insert(end, paragraph.create())
  const from = empty ? $from.pos : end + 1
  tr.setSelection(TextSelection.create(tr.doc, from)).scrollIntoView()
  change(view, { asked: { kind: 'speaker', from, at: 0, moved: false }, named: undefined, filling: undefined, wanted: undefined }, tr)
  return true
}

/** The text module whose code stands before the caret, else the list of all. */
export function byModule(view: EditorView): boolean {
  const { selection } = view.state
  if (!selection.empty || !selection.$from.parent.inlineContent) return false
  const before = lineBefore(view.state, selection.from)
  const code = /[\p{L}\p{M}\p{N}-]*$/u.exec(before)?.[0] ?? ''
  const from = selection.from - code.length
  const exact = OFFERS.get(view)?.modules.find((one) => one.code.toLocaleLowerCase('de') === code.toLocaleLowerCase('de'))
  if (exact) module(view, exact, from, selection.from)
  else {
    const asked = (from: number): Asked => ({ kind: 'code', from, at: 0, moved: false })
    change(view, { asked: asked(from), named: undefined })
    // A word that is no code stays a word.
    if (!shown(view)) change(view, { asked: asked(selection.from) })
  }
  return true
}

function press(view: EditorView, event: KeyboardEvent): boolean {
  const { key, ctrlKey, shiftKey, altKey, metaKey } = event
  if (ctrlKey && !shiftKey && !altKey) return key === 'Enter' ? speak(view) : key === '.' && byModule(view)
  if (ctrlKey || altKey || metaKey) return false
  const list = shown(view)
  const count = list?.of === 'entries' ? list.entries.length : (list?.forms.length ?? 0)
  const step = { ArrowDown: 1, ArrowUp: -1 }[key]
  if (list && step !== undefined && !shiftKey) {
    const at = (list.at + step + count) % count
    if (list.of === 'forms') another(view, at)
    else choose(view, at)
    return true
  }
  if (list && key === 'Escape') {
    event.stopPropagation()
    change(view, { asked: undefined, named: undefined, shut: list.from })
    return true
  }
  const asked = KEY.getState(view.state)?.asked
  if (list?.of === 'entries' && asked && !shiftKey) {
    // An open place that nobody has typed into is passed by Tab.
    const passed = key === 'Tab' && asked.kind === 'place' && !asked.moved && !view.state.selection.empty
    if ((key === 'Tab' && !passed) || (key === 'Enter' && (asked.moved || asked.kind !== 'name'))) {
      take(view, list.at)
      return true
    }
  }
  return key === 'Tab' && goOn(view, shiftKey)
}

/** Chooses a line without taking it. */
function choose(view: EditorView, at: number) {
  const asked = KEY.getState(view.state)?.asked
  if (asked) change(view, { asked: { ...asked, at, moved: true } })
}

function next(tr: Transaction, before: Completion, old: EditorState, state: EditorState): Completion {
  const now: Completion = tr.docChanged ? moved(tr, before) : { ...before }
  const told = tr.getMeta(KEY) as Change | undefined
  if (told) return { ...now, ...told }
  if (tr.docChanged || tr.selectionSet) now.named = undefined
  if (now.filling && (state.selection.from < now.filling.from || state.selection.to > now.filling.to)) now.filling = undefined
  if (now.asked && tr.docChanged) now.asked = { ...now.asked, at: 0, moved: false }
  if (now.asked && (letters(state, now.asked) === undefined || (now.asked.kind === 'name' && tr.selectionSet && !tr.docChanged))) now.asked = undefined
  if (!now.asked && tr.docChanged) now.asked = begun(tr, now.shut, old, state)
  if (!now.filling && !now.asked) now.wanted = undefined
  return now
}

function moved(tr: Transaction, { asked, filling, shut, ...before }: Completion): Completion {
  const at = (pos: number, side: -1 | 1) => tr.mapping.map(pos, side)
  return {
    ...before,
    asked: asked && { ...asked, from: at(asked.from, -1) },
    filling: filling && { from: at(filling.from, -1), to: at(filling.to, 1) },
    shut: shut < 0 ? shut : at(shut, -1),
    slots: slotMarks(tr.doc),
  }
}

/** Somebody typed the beginning of a word that may be a name. Tables keep their keys. */
function begun(tr: Transaction, shut: number, old: EditorState, state: EditorState): Asked | undefined {
  const { $from, empty, from } = state.selection
  const typed = from - tr.mapping.map(old.selection.from, -1)
  const running = empty && $from.parent.inlineContent && $from.node(1).type.name !== 'tableFigure'
  if (!running || typed < 1 || typed > 2) return undefined
  const word = WORD.exec(lineBefore(state, from))?.[0] ?? ''
  const behind = $from.parent.textBetween($from.parentOffset, Math.min($from.parent.content.size, $from.parentOffset + 1), '', '\ufffc')
  const start = from - word.length
  return word.length >= 2 && start !== shut && !/\p{L}/u.test(behind) ? { kind: 'name', from: start, at: 0, moved: false } : undefined
}

/** The id of a line of the list, for screen readers. */
export function lineId(list: string, at: number): string {
  return `${list}-${String(at)}`
}

export function completion(offers: Offers, listId: string): Extension {
  return Extension.create({
    name: 'completion',
    // Before the keys of lists and tables.
    priority: 1000,
    addProseMirrorPlugins: () => [
      new Plugin<Completion>({
        key: KEY,
        state: {
          init: (_config, { doc }) => ({ asked: undefined, named: undefined, shut: -1, filling: undefined, wanted: undefined, slots: slotMarks(doc) }),
          apply: next,
        },
        props: {
          handleKeyDown: press,
          decorations: (state) => KEY.getState(state)?.slots,
        },
        view: (view) => {
          OFFERS.set(view, offers)
          return {
            update: (view) => {
              const list = shown(view)
              const set = (name: string, value: string | undefined) => {
                if (value === undefined) view.dom.removeAttribute(name)
                else if (view.dom.getAttribute(name) !== value) view.dom.setAttribute(name, value)
              }
              set('aria-controls', list && listId)
              set('aria-activedescendant', list && lineId(listId, list.at))
            },
          }
        },
      }),
    ],
  })
}

/** Puts the list away; the letters stay. */
export function dismiss({ view }: Editor): void {
  if (shown(view)) change(view, { asked: undefined, named: undefined })
}
