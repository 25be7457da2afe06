// How what is pasted or dropped fits the place where it goes to: a cell and a caption have one line,
// cells alone become a table, and a table is put into the cells it is pasted on.

import { Fragment, Slice, type Node as Content, type Schema } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { DOMParser as Reader } from '@tiptap/pm/model'
import { addressOf } from './address'
import { LONGEST_PASTE } from './limits'
import { cleanHtml, tabbedTable } from './paste'

/** What the editor does with the clipboard; TipTap hands it on to ProseMirror. What is far too long is
    not even read, and `refused` says so. */
export function pasting(refused: (characters: number) => void) {
  const measured = (event: Event, data: DataTransfer | null) => {
    const characters = lengthOf(data)
    if (characters <= LONGEST_PASTE) return false
    event.preventDefault()
    refused(characters)
    return true
  }
  return {
    transformPastedHTML: cleanHtml,
    clipboardTextParser: textSlice,
    transformPasted: fitting,
    handleDOMEvents: {
      paste: (_view: EditorView, event: ClipboardEvent) => measured(event, event.clipboardData),
      drop: (_view: EditorView, event: DragEvent) => measured(event, event.dataTransfer),
    },
  }
}

/** How many characters come; of HTML without a plain text beside it about as many as it has signs. */
function lengthOf(data: DataTransfer | null): number {
  return data?.getData('text/plain').length || (data?.getData('text/html').length ?? 0)
}

/** Plain text that is more than lines: a table, or an address alone. Lines are ProseMirror's own. */
function textSlice(text: string, _context: unknown, plain: boolean, view: EditorView): Slice {
  const { schema } = view.state
  const table = plain ? undefined : tabbedTable(text)
  if (table !== undefined) {
    const page = new DOMParser().parseFromString(table, 'text/html')
    return Reader.fromSchema(schema).parseSlice(page.body)
  }
  const address = /^(?:https?|mailto):/i.test(text.trim()) ? addressOf(text) : undefined
  const link = schema.nodes['link']
  if (address !== undefined && link) return new Slice(Fragment.from(link.create({ href: address })), 0, 0)
  const { paragraph } = schema.nodes
  if (!paragraph) return Slice.empty
  const marks = view.state.selection.$from.marks()
  const lines = text.split(/(?:\r\n?|\n)+/).map((line) => line.replace(/\t/g, ' '))
  const blocks = lines.map((line) => paragraph.create(null, line === '' ? null : schema.text(line, marks)))
  return new Slice(Fragment.from(blocks), 1, 1)
}

export function fitting(slice: Slice, view: EditorView): Slice {
  const { schema, selection: { $from } } = view.state
  const role: unknown = $from.parent.type.spec['tableRole']
  const inCell = role === 'cell' || role === 'header_cell'
  const table = onlyTable(slice)
  if (table && inCell) return new Slice(Fragment.from(table), 0, 0)
  const oneLine = inCell || ['tableCaption', 'tableLegend'].includes($from.parent.type.name)
  if (oneLine || schema.nodes['table'] === undefined) return inOneLine(slice, schema)
  return table ? framed(table, slice, schema) : slice
}

/** The table that is all there is in a slice; rows alone count as one. */
function onlyTable(slice: Slice): Content | undefined {
  const only = slice.content.firstChild
  if (!only) return undefined
  if (only.type.name === 'tableRow') return only.type.schema.nodes['table']?.create(null, slice.content)
  if (slice.content.childCount > 1) return undefined
  if (only.type.name === 'table') return only
  return only.type.name === 'tableFigure' && only.childCount === 3 ? only.child(1) : undefined
}

function framed(table: Content, slice: Slice, schema: Schema): Slice {
  const { tableFigure, tableCaption, tableLegend } = schema.nodes
  if (slice.content.firstChild?.type === tableFigure || !tableFigure || !tableCaption || !tableLegend) return slice
  return new Slice(Fragment.from(tableFigure.create(null, [tableCaption.create(), table, tableLegend.create()])), 0, 0)
}

/** The lines of a slice as one, blanks between them. */
function inOneLine(slice: Slice, schema: Schema): Slice {
  const line: Content[] = []
  let blocks = 0
  slice.content.descendants((node) => {
    if (node.isInline) {
      line.push(node)
      return false
    }
    if (node.isTextblock && node.childCount > 0) {
      if (blocks > 0) line.push(schema.text(' '))
      blocks += 1
    }
    return true
  })
  return new Slice(Fragment.fromArray(line), 0, 0)
}
