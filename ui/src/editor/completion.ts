// What is completed while somebody types: names by their first letters, the speaker of a new
// contribution, text modules and slots of the record by a code. A list is offered beside the caret;
// nothing is taken unless its keys are pressed, and no other key is held up by it.

import { Extension, type Editor } from '@tiptap/core'
import { Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { TextModuleRow } from '../api/generated'
import { insertFact } from './insert'
import { insertModule } from './modules'
import { placed } from './names'
import { KEY, letters, lineBefore, OFFERS, shown, type Asked, type Completion, type Entry, type Shown } from './offered'
import type { Offers } from './offers'
import { caseOf, slotMarks, slotsIn, type Slot } from './slots'

type Change = Partial<Omit<Completion, 'slots'>>

const WORD = /\p{L}[\p{L}\p{M}-]*$/u
const GUEST = /(?:^|\s)\+\p{L}$/u

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
  else if (entry?.of === 'guest') guest(view, entry.typed, list.from, to)
  else if (entry) {
    change(view, { asked: undefined }, view.state.tr.delete(list.from, to))
    insertFact(entry.fact.fact)(view.state, (tr) => { view.dispatch(tr) })
  }
}

/** Somebody comes as a guest: what was typed is no text, unless it was refused. */
function guest(view: EditorView, typed: string, from: number, to: number) {
  change(view, { asked: undefined }, view.state.tr.delete(from, to))
  void OFFERS.get(view)?.admit?.(typed).then((came) => {
    if (!came && !view.isDestroyed) view.dispatch(view.state.tr.insertText(`+${typed}`))
  })
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
  const before = lineBefore(state, from)
  if (GUEST.test(before) && from - 2 !== shut) return { kind: 'guest', from: from - 2, at: 0, moved: false }
  const word = WORD.exec(before)?.[0] ?? ''
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
