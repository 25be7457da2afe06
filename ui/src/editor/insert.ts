// Puts new things into the text at the caret: blocks after or instead of the paragraph it is in,
// footnotes and links into the line. Commands of ProseMirror.

import { NodeSelection, Selection, TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import { setBlockType, wrapIn } from '@tiptap/pm/commands'
import type { Node as Content } from '@tiptap/pm/model'
import type { Fact } from '../api/generated'
import { sameFact } from './nodes/fact'
import { depthAt } from './nodes/list'
import { MAX_DEPTH } from './limits'

/** Puts a block where the caret is: instead of an empty paragraph, else after what the caret is in. */
function place(state: EditorState, block: Content): { tr: Transaction; pos: number } | undefined {
  const { $from, $to } = state.selection
  for (let depth = $to.depth; depth >= 0; depth -= 1) {
    const parent = $to.node(depth)
    const index = $to.indexAfter(depth)
    if (!parent.canReplaceWith(index, index, block.type)) continue
    const empty = depth === $to.depth - 1 && $to.parent.type.name === 'paragraph' && $to.parent.childCount === 0
    const { tr } = state
    if (empty && $from.sameParent($to) && parent.canReplaceWith($to.index(depth), index, block.type)) {
      const pos = $to.before()
      return { tr: tr.replaceWith(pos, $to.after(), block), pos }
    }
    const pos = depth === $to.depth ? $to.pos : $to.after(depth + 1)
    return { tr: tr.insert(pos, block), pos }
  }
  return undefined
}

/** Puts a block in and the caret into its first line, or behind it where it has none. */
function insert(block: Content | undefined, state: EditorState, dispatch: Parameters<Command>[1]): boolean {
  const put = block && place(state, block)
  if (!block || !put) return false
  if (!dispatch) return true
  const { tr, pos } = put
  const inside = block.isAtom ? null : Selection.findFrom(tr.doc.resolve(pos + 1), 1, true)
  const end = pos + block.nodeSize
  if (!inside && end === tr.doc.content.size) {
    const after = state.schema.nodes['paragraph']?.create()
    if (after) tr.insert(end, after)
  }
  tr.setSelection(inside ?? Selection.near(tr.doc.resolve(end)))
  dispatch(tr.scrollIntoView())
  return true
}

export function insertFact(fact: Fact): Command {
  return (state, dispatch) => insert(state.schema.nodes['fact']?.create({ fact }), state, dispatch)
}

/** The slots that stand in the text. */
export function factsIn(doc: Content): Fact[] {
  const found: Fact[] = []
  doc.descendants((node) => {
    if (node.type.name === 'fact') found.push(node.attrs['fact'] as Fact)
    return !node.isTextblock
  })
  return found
}

export function holdsFact(facts: readonly Fact[], fact: Fact): boolean {
  return facts.some((one) => sameFact(one, fact))
}

/** A table of two columns with a head and two rows; the caret in its first cell. */
export const insertTable: Command = (state, dispatch) => {
  const { tableFigure, tableCaption, table, tableRow, tableHeader, tableCell, tableLegend } = state.schema.nodes
  if (!tableFigure || !tableCaption || !table || !tableRow || !tableHeader || !tableCell || !tableLegend) return false
  const row = (cell: typeof tableCell) => tableRow.create(null, [cell.create(), cell.create()])
  const caption = tableCaption.create()
  const figure = tableFigure.create(null, [caption, table.create(null, [row(tableHeader), row(tableCell), row(tableCell)]), tableLegend.create()])
  const put = place(state, figure)
  if (!put) return false
  const { tr, pos } = put
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, pos + 1 + caption.nodeSize + 3)).scrollIntoView())
  return true
}

/** Makes the paragraph a heading, or the heading a paragraph. */
export const toggleHeading: Command = (state, dispatch) => {
  const { heading, paragraph } = state.schema.nodes
  if (!heading || !paragraph) return false
  const back = state.selection.$from.parent.type === heading
  return setBlockType(back ? paragraph : heading)(state, dispatch)
}

/** Makes a quotation of the selection. */
export const quote: Command = (state, dispatch) => {
  const { blockquote } = state.schema.nodes
  return blockquote !== undefined && depthAt(state) < MAX_DEPTH && wrapIn(blockquote)(state, dispatch)
}

/** The sub-item of the paragraph at the caret. */
export function itemAt({ selection: { $from } }: EditorState): string | null {
  const item: unknown = $from.parent.attrs['item']
  return typeof item === 'string' ? item : null
}

/** The paragraph at the caret deals with a sub-item, or no longer; where there is none, a new one. */
export function setItem(item: string): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    const { paragraph } = state.schema.nodes
    if (!paragraph) return false
    if ($from.parent.type === paragraph && $from.depth === 1) {
      dispatch?.(state.tr.setNodeAttribute($from.before(), 'item', itemAt(state) === item ? null : item))
      return true
    }
    const made = paragraph.create({ item })
    const end = $from.depth > 0 ? $from.after(1) : state.selection.to
    const tr = state.tr.insert(end, made)
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView())
    return true
  }
}

/** Puts a footnote or a link into the line and selects it, so that its line is shown. */
export function insertInline(name: 'footnote' | 'link', attrs: Record<string, unknown>): Command {
  return (state, dispatch) => {
    const { $to } = state.selection
    const node = state.schema.nodes[name]?.create(attrs)
    if (!node || !$to.parent.inlineContent || !$to.parent.canReplaceWith($to.index(), $to.index(), node.type)) return false
    const at = $to.pos
    const tr = state.tr.insert(at, node)
    dispatch?.(tr.setSelection(NodeSelection.create(tr.doc, at)).scrollIntoView())
    return true
  }
}

/** The footnote or link that is selected as a whole, and where it stands. */
export function selectedInline({ selection }: EditorState): { node: Content; pos: number } | undefined {
  if (!(selection instanceof NodeSelection) || !selection.node.isInline) return undefined
  return { node: selection.node, pos: selection.from }
}
