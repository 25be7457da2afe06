// What is offered for the letters before the caret: how far somebody is in completing something, and
// the lines that fit. It changes nothing.

import { PluginKey, type EditorState } from '@tiptap/pm/state'
import type { DecorationSet, EditorView } from '@tiptap/pm/view'
import type { FactChoice, NameCase, NameForm, Speaker, TextModuleRow } from '../api/generated'
import { search } from '../components/shared/search'
import { factsIn, holdsFact } from './insert'
import { called, formFor, placed, speaking } from './names'
import type { Offers } from './offers'

/** A name in running text, the speaker of a contribution, whom a place of a module asks for, a code,
    a guest who comes ("+Frau Ankerbrand, Hochschule"). */
type Kind = 'name' | 'speaker' | 'place' | 'code' | 'guest'

export interface Asked {
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

export interface Completion {
  asked: Asked | undefined
  named: Named | undefined
  /** The word that nothing more is offered for. */
  shut: number
  /** The text module whose places are being filled in. */
  filling: { from: number; to: number } | undefined
  wanted: NameCase | undefined
  slots: DecorationSet
}

export type Entry =
  | { of: 'speaker'; speaker: Speaker; form: NameForm; words: string }
  | { of: 'module'; module: TextModuleRow }
  | { of: 'fact'; fact: FactChoice }
  | { of: 'guest'; typed: string }

/** What the list beside the caret shows. */
export type Shown =
  | { of: 'entries'; kind: Kind; from: number; at: number; entries: readonly Entry[] }
  | { of: 'forms'; from: number; at: number; forms: readonly NameForm[] }

export const KEY = new PluginKey<Completion>('completion')
export const OFFERS = new WeakMap<EditorView, Offers>()

/** More than that of a running text nobody reads. */
const MOST = 5
const LONGEST = 40
const LONGEST_GUEST = 120
const LETTERS: Record<Kind, RegExp> = {
  name: /^\p{L}[\p{L}\p{M}-]+$/u,
  speaker: /^[\p{L}\p{M} .-]*$/u,
  place: /^[\p{L}\p{M} .-]*$/u,
  code: /^[\p{L}\p{M}\p{N} -]*$/u,
  guest: /^\+\p{L}[\p{L}\p{M}\p{N} .,&()-]*$/u,
}

/** The text of the line before a position; what is no text counts as one character. */
export function lineBefore(state: EditorState, pos: number): string {
  const $pos = state.doc.resolve(pos)
  return $pos.parent.textBetween(0, $pos.parentOffset, '', '\ufffc')
}

/** The letters that were typed for what is asked; nothing where it is over. */
export function letters(state: EditorState, { kind, from }: Asked): string | undefined {
  const { $from, $to, empty } = state.selection
  if (!empty) return kind === 'place' && $from.pos === from && $to.sameParent($from) ? '' : undefined
  if ($from.pos < from || from > state.doc.content.size || !state.doc.resolve(from).sameParent($from)) return undefined
  const typed = $from.parent.textBetween($from.parentOffset - ($from.pos - from), $from.parentOffset, '', '\ufffc')
  return LETTERS[kind].test(typed) && typed.length <= (kind === 'guest' ? LONGEST_GUEST : LONGEST) ? typed : undefined
}

function entriesOf(state: EditorState, offers: Offers, completion: Completion): Entry[] {
  const { asked, wanted } = completion
  const typed = asked && letters(state, asked)
  if (!asked || typed === undefined) return []
  if (asked.kind === 'code') return byCode(state, offers, typed)
  if (asked.kind === 'guest') return offers.admit ? [{ of: 'guest', typed: typed.slice(1).trim() }] : []
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
