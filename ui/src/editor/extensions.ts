// What the editor can hold: paragraphs, three marks, two kinds of list, and atoms for everything
// that the text tree has and the editor does not write yet.

import { Extension, Node, type AnyExtension } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { KEPT_BLOCK, KEPT_INLINE } from './richtext'
import { blockWords, inlineWords, type KeptWords } from './words'
import type { Block, Inline } from '../api/generated'
import { editor as words } from '../text/editor'

/** Where an atom writes itself when it is copied, and what it is read from when it is pasted. */
const PAYLOAD = 'data-kept'

function parsed(element: HTMLElement): unknown {
  try {
    return JSON.parse(element.getAttribute(PAYLOAD) ?? '') as unknown
  } catch {
    return null
  }
}

/** An atom that carries `key` unchanged and shows what it is in words. */
function kept<T>(
  name: string,
  key: string,
  tag: 'div' | 'span',
  describe: (carried: T) => KeptWords,
): Node {
  const inline = tag === 'span'
  return Node.create({
    name,
    group: inline ? 'inline' : 'block',
    inline,
    atom: true,
    marks: '',
    addAttributes: () => ({ [key]: { default: null, parseHTML: parsed, rendered: false } }),
    parseHTML: () => [
      {
        tag: `${tag}[${PAYLOAD}]`,
        getAttrs: (element) => (parsed(element) === null ? false : null),
      },
    ],
    renderHTML: ({ node }) => {
      const carried = node.attrs[key] as T
      const { kind, text } = describe(carried)
      const attributes = {
        [PAYLOAD]: JSON.stringify(carried),
        class: inline ? 'kept kept-inline' : 'kept',
        title: words.kept.hint,
      }
      const body = text === '' ? [] : [['span', { class: 'kept-text' }, text]]
      return [tag, attributes, ['span', { class: 'kept-kind' }, kind], ...body]
    },
  })
}

/** A paragraph may belong to a sub-item, whose number stands beside it. */
function paragraphItem(numberOf: (item: string) => string): Extension {
  return Extension.create({
    name: 'paragraphItem',
    addGlobalAttributes: () => [
      {
        types: ['paragraph'],
        attributes: {
          item: {
            default: null,
            keepOnSplit: false,
            parseHTML: (element) => element.getAttribute('data-item'),
            renderHTML: ({ item }) =>
              typeof item === 'string' ? { 'data-item': item, 'data-number': numberOf(item) } : {},
          },
        },
      },
    ],
  })
}

export function extensions(numberOf: (item: string) => string): AnyExtension[] {
  return [
    StarterKit.configure({
      blockquote: false,
      code: false,
      codeBlock: false,
      hardBreak: false,
      heading: false,
      horizontalRule: false,
      link: false,
      strike: false,
    }),
    paragraphItem(numberOf),
    kept<Block>(KEPT_BLOCK, 'block', 'div', blockWords),
    kept<Inline>(KEPT_INLINE, 'inline', 'span', inlineWords),
  ]
}

/** Line breaks in pasted text become paragraphs: the record has no line breaks. */
export function breaksToParagraphs(html: string): string {
  return html.replace(/<br\b[^>]*>/gi, '</p><p>')
}
