// Inline content of the record and of the editor. A redacted passage is one thing in the record and a
// mark in the editor, so that it is set over whatever is selected.

import type { JSONContent } from '@tiptap/core'
import type { Block, Inline, Mark } from '../api/generated'

export type Inlines = Extract<Block, { type: 'paragraph' }>['content']

/** The mark of a redacted passage. */
export const REDACTED = 'redacted'
const MARKS: readonly Mark[] = ['bold', 'italic', 'underline']

/** Characters the record refuses: they break lines or turn the reading order round. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const BREAKING = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g

export function clean(text: string): string {
  return text.replace(BREAKING, ' ').replace(TURNING, '')
}

/** Runs of a content, of which a plain string is the short form. */
export function runs(content: Inlines): Inline[] {
  if (typeof content !== 'string') return content
  return content === '' ? [] : [{ type: 'text', text: content }]
}

/** Inline content as a list of nodes. */
export function inlinesToEditor(content: Inlines): JSONContent[] {
  return runs(content).flatMap((inline): JSONContent[] => {
    if (inline.type === 'link') return [{ type: 'link', attrs: { href: inline.href } }]
    if (inline.type === 'footnote') return [{ type: 'footnote', attrs: { content: runs(inline.content) } }]
    if (inline.type === 'redacted') {
      return inlinesToEditor(inline.content).map((node) => ({ ...node, marks: [...(node.marks ?? []), { type: REDACTED }] }))
    }
    if (inline.text === '') return []
    const marks = (inline.marks ?? []).map((type) => ({ type }))
    return [{ type: 'text', text: inline.text, ...(marks.length > 0 && { marks }) }]
  })
}

/** Neighbours with the same marks become one run, and redacted ones one passage, so that the same text
    is written the same way. */
export function inlinesFromEditor(nodes: readonly JSONContent[]): Inline[] {
  const out: Inline[] = []
  let passage: Inline[] | undefined
  for (const node of nodes) {
    const redacted = node.marks?.some(({ type }) => type === REDACTED) === true
    const inline = inlineFromEditor(node, redacted)
    if (inline === undefined) continue
    if (!redacted) passage = undefined
    else if (passage === undefined) out.push({ type: 'redacted', content: (passage = []) })
    append(passage ?? out, inline)
  }
  return out
}

function inlineFromEditor({ type, attrs, text: written = '', marks: set }: JSONContent, redacted: boolean): Inline | undefined {
  if (type === 'link') return { type, href: String(attrs?.['href']) }
  if (type === 'footnote') {
    const content = attrs?.['content'] as Inline[]
    return { type, content: redacted ? plainly(content) : content }
  }
  const text = type === 'text' ? clean(written) : ''
  if (text === '') return undefined
  const marks = MARKS.filter((mark) => set?.some((one) => one.type === mark))
  return { type: 'text', text, ...(marks.length > 0 && { marks }) }
}

/** Inside a redacted passage nothing is redacted once more. */
function plainly(content: readonly Inline[]): Inline[] {
  return content.flatMap((inline) => (inline.type === 'redacted' ? runs(inline.content) : [inline]))
}

function append(out: Inline[], inline: Inline) {
  const last = out.at(-1)
  if (inline.type === 'text' && last?.type === 'text' && sameMarks(last.marks ?? [], inline.marks ?? [])) last.text += inline.text
  else out.push(inline)
}

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a.length === b.length && a.every((mark) => b.includes(mark))
}
