// A picture of the text with the words that say what it shows. It is moved and deleted as a whole; the
// file is carried along as it came, and the core alone judges it.

import { Node } from '@tiptap/core'
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Block, Graphic } from '../../api/generated'
import { editor as words } from '../../text/editor'

type Picture = Omit<Extract<Block, { type: 'picture' }>, 'type'>

/** What the page shows of a file: the first bytes say which kind it is. As an image, a drawing runs no script. */
export function shownAs(graphic: Graphic): string {
  if ('svg' in graphic) return `data:image/svg+xml,${encodeURIComponent(graphic.svg)}`
  const media = graphic.base64.startsWith('iVBOR') ? 'image/png' : 'image/jpeg'
  return `data:${media};base64,${graphic.base64}`
}

/** The picture of a node, as the record has it. */
export function pictureOf(attrs: Record<string, unknown>): Picture {
  const { graphic, alternative, caption } = attrs as Required<Picture>
  return { graphic, alternative, ...(caption && { caption }) }
}

/** A picture from what was copied in an editor; nothing of any other page is taken over. */
function copied(element: HTMLElement): Picture | null {
  try {
    const { graphic, alternative, caption } = JSON.parse(element.getAttribute('data-picture') ?? '') as Partial<Picture>
    const file = graphic && ('svg' in graphic ? graphic.svg : graphic.base64)
    if (typeof file !== 'string' || typeof alternative !== 'string') return null
    return { graphic, alternative, ...(typeof caption === 'string' && { caption }) } as Picture
  } catch {
    return null
  }
}

/** Whoever types while a picture is selected, as after it was pasted, goes on below it: it takes a key of
 * its own to delete one. */
function belowIt(view: EditorView, _from: number, _to: number, text: string): boolean {
  const { selection, schema, doc, tr } = view.state
  const { paragraph } = schema.nodes
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'picture' || !paragraph) return false
  const { to } = selection
  const next = doc.resolve(to).nodeAfter
  if (next?.type !== paragraph || next.content.size > 0) tr.insert(to, paragraph.create())
  tr.insertText(text, to + 1)
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, to + 1 + text.length)).scrollIntoView())
  return true
}

export const PictureNode = Node.create({
  name: 'picture',
  group: 'block',
  atom: true,
  addAttributes: () => ({
    graphic: { default: null, rendered: false },
    alternative: { default: '', rendered: false },
    caption: { default: '', rendered: false },
  }),
  parseHTML: () => [{ tag: 'figure[data-picture]', getAttrs: (element) => copied(element) ?? false }],
  renderHTML: ({ node }) => ['figure', { 'data-picture': JSON.stringify(pictureOf(node.attrs)) }],
  addProseMirrorPlugins: () => [new Plugin({ props: { handleTextInput: belowIt } })],
  renderText: ({ node }) => pictureOf(node.attrs).caption ?? '',
  addNodeView: () => ({ node }) => {
    const { graphic, alternative, caption } = pictureOf(node.attrs)
    const dom = document.createElement('figure')
    dom.className = 'picture'
    const image = dom.appendChild(document.createElement('img'))
    image.src = shownAs(graphic)
    image.alt = alternative
    const below = dom.appendChild(document.createElement('figcaption'))
    below.textContent = caption ?? words.pictureUncaptioned
    return { dom, ignoreMutation: () => true }
  },
})
